// Every page loads this: htmx, and the network's script where a page has a network.
import htmx from "htmx.org";

// The page's policy forbids inline styles and eval.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;

async function enhance(root) {
  if (!root.querySelector("svg.network")) return;
  const network = await import("./network.js");
  network.enhance(root);
}

enhance(document);
document.addEventListener("htmx:afterSwap", (event) => enhance(event.detail.elt));
