// The picture that the server drew comes in; its nodes with their places and its links with their ends go out.

export class Graph {
  constructor(svg) {
    this.svg = svg;
    this.view = svg.querySelector(".view");
    this.nodes = new Map();
    this.links = new Map();
    for (const element of svg.querySelectorAll("a.node")) this.put(readNode(element));
    for (const element of svg.querySelectorAll("line.link")) this.put(this.readLink(element));
  }

  readLink(element) {
    const { source, target } = element.dataset;
    const ends = `[data-source="${CSS.escape(source)}"][data-target="${CSS.escape(target)}"]`;
    return {
      key: linkKey(source, target, element.classList[1]),
      source: this.nodes.get(source),
      target: this.nodes.get(target),
      element,
      count: this.view.querySelector(`text.count${ends}`),
    };
  }

  /** The node that an element of the picture belongs to. */
  at(element) {
    return this.nodes.get(element.closest?.("a.node")?.dataset.key);
  }

  /** The links of a node. */
  linksOf(node) {
    return [...this.links.values()].filter((link) => link.source === node || link.target === node);
  }

  /** The nodes that are linked to a node. */
  neighbours(node) {
    return new Set(this.linksOf(node).map((link) => (link.source === node ? link.target : link.source)));
  }

  /** Show a node or a link. */
  put(item) {
    const [items, layer] = item.source ? [this.links, ".links"] : [this.nodes, ".nodes"];
    items.set(item.key, item);
    if (!item.element.isConnected) this.view.querySelector(layer).append(item.element);
    if (item.count && !item.count.isConnected) item.element.after(item.count);
    if (item.source) stretch(item);
  }

  /** Show a node or a link no more. */
  take(item) {
    (item.source ? this.links : this.nodes).delete(item.key);
    item.element.remove();
    item.count?.remove();
  }

  /** Put a node elsewhere; its links follow. */
  move(node, x, y) {
    Object.assign(node, { x, y });
    node.element.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    this.linksOf(node).forEach(stretch);
  }

  /** Where in the picture the pointer is. */
  point({ clientX, clientY }) {
    return new DOMPoint(clientX, clientY).matrixTransform(this.view.getScreenCTM().inverse());
  }
}

/** What a link is known by. */
export const linkKey = (source, target, kind) => [source, target, kind].join("\n");

/** A node by its element; the server names it by what it is called, its kind and more about it. */
export function readNode(element) {
  const { e: x, f: y } = element.transform.baseVal.consolidate().matrix;
  const kind = element.classList[1];
  const [name] = element.getAttribute("aria-label").split(`, ${kind}`);
  return { key: element.dataset.key, kind, name, x, y, element };
}

function stretch({ source, target, element, count }) {
  const ends = { x1: source.x, y1: source.y, x2: target.x, y2: target.y };
  for (const [name, value] of Object.entries(ends)) element.setAttribute(name, value.toFixed(1));
  count?.setAttribute("x", ((source.x + target.x) / 2).toFixed(1));
  count?.setAttribute("y", ((source.y + target.y) / 2 + 4).toFixed(1)); // half of a digit's height
}
