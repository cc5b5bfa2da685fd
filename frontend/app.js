// Every page loads this: what makes the forms, links and menus of a page quicker. Without it they work all the same.
import htmx from "htmx.org";
import "./evidence.js";
import "./menus.js";
import "./png.js";
import { complete, suggest } from "./combobox.js";
import { days } from "./days.js";
import { watch } from "./working.js";

/** Prepare what has just come into the page; safe to repeat. */
async function enhance(root) {
  root.querySelectorAll("input[data-complete]").forEach(complete);
  root.querySelectorAll("input[data-suggest]").forEach(suggest);
  root.querySelectorAll("input[data-date]").forEach(days);
  root.querySelectorAll("[data-copy], [data-png]").forEach((each) => (each.hidden = false));
  if (root.querySelector("svg.network")) (await import("./network.js")).enhance(root);
}

watch(htmx);
enhance(document);
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target === document.body) document.getElementById("content").focus({ preventScroll: true }); // a new page
  enhance(document);
});
