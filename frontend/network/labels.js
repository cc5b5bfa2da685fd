// New nodes come in; each gets its label at the side where it lies on nothing else, or a label that shows on pointing.

/** As on the server: height of a line, distance from the shape. */
const HEIGHT = 14;
const GAP = 4;

/** Find a side for the labels of nodes that have just come. */
export function label(graph, fresh) {
  const taken = [...graph.nodes.values()].map((node) => boxOf(node, ".shape"));
  const old = [...graph.nodes.values()].filter((node) => !fresh.includes(node));
  taken.push(...old.map((node) => boxOf(node, ".label:not(.hidden)")).filter(Boolean));
  for (const node of fresh) {
    const free = sides(node).find((side) => {
      write(node, side);
      return !taken.some((box) => meet(box, boxOf(node, ".label")));
    });
    if (free) taken.push(boxOf(node, ".label"));
    else write(node, sides(node)[0]);
    node.element.querySelector(".label").classList.toggle("hidden", !free);
  }
}

function sides(node) {
  const { width, height } = node.element.querySelector(".shape").getBBox();
  const away = Math.max(width, height) / 2 + GAP;
  const more = Math.max(0, node.element.querySelector(".label").childElementCount - 1);
  const middle = HEIGHT * (0.32 - more / 2);
  return [
    [away, middle, "start"],
    [-away, middle, "end"],
    [0, away + HEIGHT * 0.7, "middle"],
    [0, -away - HEIGHT * (more + 0.2), "middle"],
  ];
}

function write(node, [x, y, anchor]) {
  const text = node.element.querySelector(".label");
  for (const [name, value] of Object.entries({ x, y, "text-anchor": anchor })) text.setAttribute(name, value);
  for (const line of text.children) line.setAttribute("x", x);
}

/** Where in the picture a part of a node lies. */
export function boxOf(node, part) {
  const box = node.element.querySelector(part)?.getBBox();
  if (!box) return null;
  const [left, top] = [node.x + box.x, node.y + box.y];
  return { left, top, right: left + box.width, bottom: top + box.height };
}

const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
