// A node is dragged elsewhere, or chosen by a long press of a finger; neither then opens its page.

/** Pixels that a pointer may tremble, and milliseconds that make a press long. */
const TREMBLE = 5;
const LONG = 450;

export function listenToPresses(graph, choice) {
  const { svg } = graph;
  let press = null;
  let opens = true;

  svg.addEventListener("pointerdown", (event) => {
    opens = true;
    const node = graph.at(event.target);
    const touch = event.pointerType === "touch";
    if (touch && !node) choice.clear();
    if (!node || event.button || press) return;
    const { x, y } = graph.point(event);
    press = { node, touch, id: event.pointerId, from: event, off: [node.x - x, node.y - y], moving: false };
    if (touch) press.timer = setTimeout(choose, LONG, node);
  });

  function choose(node) {
    opens = false;
    choice.show(node);
  }

  // A finger that moves scrolls the page, save on the node that was chosen.
  const drags = (event) => press && press.node === choice.node && event.preventDefault();
  svg.addEventListener("touchmove", drags, { passive: false });

  svg.addEventListener("pointermove", (event) => {
    if (event.pointerId !== press?.id) return;
    const { node, from, off } = press;
    const far = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > TREMBLE;
    if (!press.moving && !far) return;
    clearTimeout(press.timer);
    if (press.touch && node !== choice.node) return;
    if (!press.moving) begin();
    const { x, y } = graph.point(event);
    graph.move(node, x + off[0], y + off[1]);
    choice.stand();
  });

  function begin() {
    press.moving = true;
    opens = false;
    press.node.element.setPointerCapture(press.id);
  }

  for (const name of ["pointerup", "pointercancel"]) {
    svg.addEventListener(name, (event) => {
      if (event.pointerId !== press?.id) return;
      clearTimeout(press.timer);
      press = null;
    });
  }

  // A click by the keyboard has no detail, and always opens.
  svg.addEventListener("click", (event) => opens || !event.detail || event.preventDefault(), { capture: true });
  svg.addEventListener("contextmenu", (event) => event.pointerType === "touch" && event.preventDefault());
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}
