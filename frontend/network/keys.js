// The keyboard in the picture: arrows go from node to node, letters do to the node what its tools do.

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Listen to the keys that are pressed while a node or its tools have the focus. */
export function listenToKeys(graph, choice, view, acts) {
  const keys = {
    e: () => acts.expand(choice.node),
    h: () => acts.hide(choice.node),
    Delete: () => acts.hide(choice.node),
    u: acts.undo,
    "+": acts["zoom-in"],
    "=": acts["zoom-in"],
    "-": acts["zoom-out"],
    0: acts.fit,
    Escape: () => {
      document.activeElement.blur();
      choice.clear();
    },
  };
  graph.svg.parentElement.addEventListener("keydown", (event) => {
    const focused = graph.at(event.target);
    const direction = focused && DIRECTIONS[event.key];
    const act = direction ? () => go(focused, direction) : keys[event.key] ?? keys[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (focused) choice.show(focused); // the pointer may rest on another
    if (choice.node || direction) act();
  });

  function go(node, direction) {
    const next = inDirection(node, graph.neighbours(node), direction) ?? inDirection(node, graph.nodes.values(), direction);
    if (!next) return;
    view.reveal(next);
    next.element.focus();
  }
}

/** The node that lies best in a direction: near, and not far off the straight line. */
function inDirection(node, others, [right, down]) {
  let best = null;
  let least = Infinity;
  for (const each of others) {
    const [x, y] = [each.x - node.x, each.y - node.y];
    const [along, aside] = [x * right + y * down, Math.abs(x * down) + Math.abs(y * right)];
    const cost = along + 2 * aside;
    if (along > 0 && aside <= 1.7 * along && cost < least) [best, least] = [each, cost];
  }
  return best;
}
