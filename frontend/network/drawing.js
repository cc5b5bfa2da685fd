// What the server says of a node or a link comes in; it goes out as drawn, in the way the server draws.
import { linkKey } from "./graph.js";

/** How far the shapes of actors and of other things reach, as on the server. */
const SHAPES = {
  person: ["circle", { r: 9 }],
  state: ["rect", { x: -8.1, y: -8.1, width: 16.2, height: 16.2, rx: 1.8 }],
  organization: ["path", { d: "M9 0 L4.5 7.8 L-4.5 7.8 L-9 0 L-4.5 -7.8 L4.5 -7.8 Z" }],
  group: ["rect", { x: -10.8, y: -6.8, width: 21.6, height: 13.5, rx: 6.8 }],
  meeting: ["path", { d: "M0 -8 L8 0 L0 8 L-8 0 Z" }],
  claim: ["path", { d: "M-8 -6.8 L8 -6.8 L8 4 L-0.8 4 L-4.8 8 L-4.8 4 L-8 4 Z" }],
};

/** An SVG element with these attributes and this in it. */
export function element(tag, attributes, ...inside) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

/** A kind of link as the class of its line. */
export const slug = (kind) => kind.replaceAll(" ", "-");

/** A node that has no place yet and no lines in its label. */
export function newNode({ key, kind, label, detail, href }) {
  const told = [label, kind, detail].filter(Boolean).join(", ");
  const [tag, size] = SHAPES[kind];
  const drawn = element(
    "a",
    { class: `node ${kind}`, href, "data-key": key, "aria-label": told, tabindex: -1 },
    element("title", {}, told),
    element(tag, { class: "shape", ...size }),
    element("text", { class: "label" }),
  );
  return { key, kind, name: label, x: 0, y: 0, element: drawn };
}

/** A link between two nodes that are shown. */
export function newLink({ source, target, kind }, nodes) {
  const line = element("line", { class: `link ${slug(kind)}`, "data-source": source, "data-target": target });
  return {
    key: linkKey(source, target, slug(kind)),
    source: nodes.get(source),
    target: nodes.get(target),
    element: line,
    count: null,
  };
}
