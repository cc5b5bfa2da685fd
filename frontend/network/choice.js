// The node that one points at, focuses or presses long: it and what it is linked to stand out, and its tools are beside it.

/** Milliseconds to get from a node to its tools. */
const GRACE = 300;

export class Choice {
  constructor(graph, view) {
    Object.assign(this, { graph, view, node: null });
    this.box = document.createElement("div");
    graph.svg.parentElement.querySelectorAll(".node-tools").forEach((each) => each.remove());
    graph.svg.parentElement.append(this.box);
    view.moved = () => this.stand();
    this.makeOneTabStop([...graph.nodes.values()][0]);
    this.listen();
  }

  /** Fill the box beside the node with a button for each thing that may be done to it. */
  tools(acts) {
    this.box.className = "node-tools";
    this.box.hidden = true;
    this.box.setAttribute("role", "group");
    for (const name of ["Expand", "Hide"]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
      button.addEventListener("click", () => acts[name.toLowerCase()](this.node));
      this.box.append(button);
    }
  }

  /** Let a node and its neighbours stand out. */
  show(node) {
    clearTimeout(this.leaving);
    this.node = node;
    this.makeOneTabStop(node);
    const near = this.graph.neighbours(node).add(node);
    this.graph.svg.classList.add("has-active");
    for (const each of this.graph.nodes.values()) each.element.classList.toggle("active", near.has(each));
    for (const each of this.graph.links.values()) {
      const isOfNode = each.source === node || each.target === node;
      each.element.classList.toggle("active", isOfNode);
      each.count?.classList.toggle("active", isOfNode);
    }
    this.box.setAttribute("aria-label", node.name);
    this.box.hidden = false;
    this.stand();
  }

  /** Let all stand out alike. */
  clear() {
    clearTimeout(this.leaving);
    this.node = null;
    this.box.hidden = true;
    this.graph.svg.classList.remove("has-active");
    this.graph.svg.querySelectorAll(".active").forEach((each) => each.classList.remove("active"));
  }

  /** Follow a change of the picture. */
  refresh() {
    const shown = this.node && this.graph.nodes.has(this.node.key);
    if (shown) this.show(this.node);
    else this.clear();
    if (!this.graph.nodes.has(this.stop?.key)) this.makeOneTabStop([...this.graph.nodes.values()][0]);
  }

  /** The neighbour that is nearest to a node, or else the nearest node. */
  nearest(node) {
    const near = this.graph.neighbours(node);
    const others = near.size ? [...near] : [...this.graph.nodes.values()].filter((each) => each !== node);
    const far = (each) => Math.hypot(each.x - node.x, each.y - node.y);
    return others.reduce((best, each) => (best && far(best) <= far(each) ? best : each), null);
  }

  /** The node that the keyboard is at. */
  focused() {
    const { activeElement } = document;
    return activeElement.matches(":focus-visible") ? this.graph.at(activeElement) : undefined;
  }

  makeOneTabStop(node) {
    this.stop = node;
    for (const each of this.graph.nodes.values()) each.element.setAttribute("tabindex", each === node ? 0 : -1);
  }

  listen() {
    const { graph, box } = this;
    const area = graph.svg.parentElement;
    area.addEventListener("pointerover", (event) => {
      const node = graph.at(event.target);
      if (event.pointerType === "touch") return; // a finger chooses by a long press
      if (node) this.show(node);
      else if (box.contains(event.target)) clearTimeout(this.leaving);
      else this.leave();
    });
    area.addEventListener("pointerleave", (event) => event.pointerType === "touch" || this.leave());
    area.addEventListener("focusin", () => {
      const node = this.focused();
      if (!node) return;
      this.view.reveal(node);
      this.show(node);
    });
    area.addEventListener("focusout", () => this.leave());
  }

  /** Soon go back to the node that has the focus, or to none. */
  leave() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => {
      const node = this.box.contains(document.activeElement) ? this.node : this.focused();
      if (node) this.show(node);
      else this.clear();
    }, GRACE);
  }

  /** Put the tools above the node or, where there is no room, below it. */
  stand() {
    if (!this.node) return;
    const stage = this.graph.svg.parentElement;
    const area = stage.getBoundingClientRect();
    const shape = this.node.element.querySelector(".shape").getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const left = (shape.left + shape.right - width) / 2 - area.left;
    const above = shape.top - area.top - height;
    this.box.style.left = `${stage.scrollLeft + Math.max(0, Math.min(left, stage.clientWidth - width))}px`;
    this.box.style.top = `${above < 0 ? shape.bottom - area.top : above}px`;
  }
}
