// Loaded by pages with a network: the picture that the server drew becomes one to move about in, to expand and to hide from.
import { Changes } from "./network/changes.js";
import { Choice } from "./network/choice.js";
import { Graph } from "./network/graph.js";
import { listenToKeys } from "./network/keys.js";
import { listenToPresses } from "./network/press.js";
import { View } from "./network/view.js";

const enhanced = new WeakSet();

/** Enhance every network below an element; safe to repeat. */
export function enhance(root) {
  for (const svg of root.querySelectorAll("figure.picture svg.network")) {
    if (!enhanced.has(svg)) begin(svg, svg.closest("figure"));
    enhanced.add(svg);
  }
}

function begin(svg, figure) {
  const graph = new Graph(svg);
  const status = figure.querySelector(".network-status");
  const say = (text) => {
    if (status) status.textContent = text;
  };
  const changes = new Changes(graph, figure.dataset.expand, say);
  const view = new View(graph);
  const choice = new Choice(graph, view);
  const acts = {
    "zoom-in": () => view.zoomBy(1.4, choice.node),
    "zoom-out": () => view.zoomBy(1 / 1.4, choice.node),
    fit: () => view.fit(),
    undo: () => keepingFocus(() => changed(changes.undo())),
    expand: async (node) => changed(await changes.expand(node)),
    hide: (node) => {
      choice.stop = choice.nearest(node);
      keepingFocus(() => changed(changes.hide(node)));
    },
  };

  function changed(fresh = []) {
    undo?.toggleAttribute("disabled", !changes.steps.length);
    choice.refresh();
    if (!fresh.every((node) => view.shows(node))) view.fit();
    count(figure, graph);
  }

  /** What has the focus may go; then the node takes it that the Tab key would lead to. */
  function keepingFocus(act) {
    const inside = svg.parentElement.contains(document.activeElement);
    act();
    if (inside && !svg.parentElement.contains(document.activeElement)) choice.stop?.element.focus();
  }

  const undo = figure.querySelector("[data-act=undo]");
  for (const button of figure.querySelectorAll("[data-act]")) {
    button.addEventListener("click", () => acts[button.dataset.act]());
  }
  figure.querySelectorAll(".network-tools, .keys").forEach((each) => (each.hidden = false));
  choice.tools(acts);
  listenToKeys(graph, choice, view, acts);
  listenToPresses(graph, choice);
  changed();
}

/** Say in the legend and in the picture's name how many nodes there are. */
function count(figure, graph) {
  const nodes = [...graph.nodes.values()];
  graph.svg.setAttribute("aria-label", `Network of ${nodes.length} ${nodes.length === 1 ? "node" : "nodes"}`);
  for (const entry of figure.querySelectorAll(".legend [data-kind]")) {
    const shown = nodes.filter((node) => node.kind === entry.dataset.kind).length;
    entry.hidden = !shown;
    entry.querySelector(".hint").textContent = shown;
  }
  const lines = new Set([...graph.links.values()].map((link) => link.element.classList[1]));
  for (const entry of figure.querySelectorAll(".legend [data-line]")) entry.hidden = !lines.has(entry.dataset.line);
}
