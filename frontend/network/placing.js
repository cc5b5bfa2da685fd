// New nodes come in; forces give them places around the one that was expanded, while all others are held still.
import { forceCollide, forceLink, forceManyBody, forceSimulation } from "d3-force";
import { boxOf } from "./labels.js";

/** How long a link is, as on the server. */
const LINK = 90;
const ROUNDS = 150;
/** The room that a shape takes. */
const SHAPE = 20;
/** A turn that puts points evenly about a circle, whatever their number. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Give places to `fresh`. The same picture and the same nodes always lead to the same places. */
export function place(graph, fresh, links, centre) {
  if (!fresh.length) return;
  const bodies = new Map();
  const old = [...graph.nodes.values()].filter((node) => !fresh.includes(node) && isNear(node, centre));
  old.forEach((node) => bodies.set(node, { ...still(node), room: SHAPE, force: -260 }));
  fresh.forEach((node, at) => bodies.set(node, { ...start(centre, at), room: room(node), force: -260 }));
  const ties = links
    .map(({ source, target }) => ({ source: bodies.get(source), target: bodies.get(target) }))
    .filter(({ source, target }) => source && target);
  forceSimulation([...bodies.values(), ...old.flatMap(label)])
    .force("link", forceLink(ties).distance(LINK).strength(0.5))
    .force("apart", forceManyBody().strength((body) => body.force).distanceMax(4 * LINK))
    .force("room", forceCollide((body) => body.room))
    .stop()
    .tick(ROUNDS);
  for (const node of fresh) graph.move(node, bodies.get(node).x, bodies.get(node).y);
}

/** What is far away has no say in where new nodes go. */
const isNear = (node, centre) => Math.hypot(node.x - centre.x, node.y - centre.y) < 5 * LINK;

const still = ({ x, y }) => ({ x, y, fx: x, fy: y });

function start({ x, y }, at) {
  const far = LINK * (0.6 + at / 40);
  return { x: x + far * Math.cos(at * GOLDEN), y: y + far * Math.sin(at * GOLDEN) };
}

/** Names are wider than shapes: a new node holds others away by some of what will be written, within reason. */
const room = ({ name }) => Math.min(SHAPE + name.length, 2 * SHAPE);

/** What is written at a node that stays, as a row of bodies that push nothing but take room. */
function label(node) {
  const box = boxOf(node, ".label:not(.hidden)");
  if (!box) return [];
  const y = (box.top + box.bottom) / 2;
  const count = Math.ceil((box.right - box.left) / SHAPE);
  return Array.from({ length: count }, (_, at) => ({ ...still({ x: box.left + (at + 0.5) * SHAPE, y }), room: 10, force: 0 }));
}
