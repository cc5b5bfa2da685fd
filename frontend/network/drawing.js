// A node as the server drew it, or what it says of a link, comes in; what can be put into the picture goes out.
import { linkKey, readNode } from "./graph.js";

/** A kind of link as the class of its line. */
export const slug = (kind) => kind.replaceAll(" ", "-");

/** A node that has no place yet. */
export function newNode(drawn) {
  const parsed = new DOMParser().parseFromString(drawn, "image/svg+xml");
  const element = document.importNode(parsed.documentElement.firstElementChild, true);
  element.setAttribute("tabindex", -1);
  return readNode(element);
}

/** A link between two nodes that are shown. */
export function newLink({ source, target, kind }, nodes) {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  line.setAttribute("class", `link ${slug(kind)}`);
  Object.assign(line.dataset, { source, target });
  return {
    key: linkKey(source, target, slug(kind)),
    source: nodes.get(source),
    target: nodes.get(target),
    element: line,
    count: null,
  };
}
