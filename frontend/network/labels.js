// New nodes come in; each gets its label at the side where it lies on nothing else, or a label that shows on pointing.
import { element } from "./drawing.js";

/** As on the server: letters of a line, height of a line, distance from the shape. */
const LONGEST = 28;
const HEIGHT = 14;
const GAP = 4;

/** Write the labels of nodes that have just come. */
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

/** What is written at a node: a name on one line, a title or a text on up to two. */
export function lines({ name, kind }) {
  const words = name.split(/\s+/);
  if (kind !== "meeting" && kind !== "claim") return [cut(words.join(" "))];
  let first = words.shift();
  while (words.length && `${first} ${words[0]}`.length <= LONGEST) first += ` ${words.shift()}`;
  return words.length ? [cut(first), cut(words.join(" "))] : [cut(first)];
}

function cut(text) {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 1).join("").trimEnd()}…`;
}

function sides(node) {
  const { width, height } = node.element.querySelector(".shape").getBBox();
  const away = Math.max(width, height) / 2 + GAP;
  const more = lines(node).length - 1;
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
  text.replaceChildren(...lines(node).map((line, at) => element("tspan", { x, dy: at && HEIGHT }, line)));
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
