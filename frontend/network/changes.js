// A node is expanded or hidden, and the last of such steps undone; each says what it did.
import { newLink, newNode, slug } from "./drawing.js";
import { linkKey } from "./graph.js";
import { label } from "./labels.js";
import { place } from "./placing.js";

/** More nodes than this are not drawn, as on the server. */
const MOST = 300;

export class Changes {
  constructor(graph, address, say) {
    Object.assign(this, { graph, address, say, steps: [] });
  }

  /** Fetch a node's neighbours and draw those that are not shown; they go out. */
  async expand(node) {
    const found = await this.fetch(node);
    if (!found || !this.graph.nodes.has(node.key)) return [];
    const missing = found.nodes.filter((each) => !this.graph.nodes.has(each.key));
    const room = Math.max(0, MOST - this.graph.nodes.size);
    const nodes = missing.slice(0, room).map((each) => newNode(each.svg));
    nodes.forEach((each) => this.graph.put(each));
    const links = this.missingLinks(found.links);
    links.forEach((each) => this.graph.put(each));
    if (nodes.length || links.length) this.steps.push({ added: [...nodes, ...links], taken: [] });
    place(this.graph, nodes, links, node);
    label(this.graph, nodes);
    this.tell(node, nodes.length, Math.max(0, missing.length - room), found.rule);
    return nodes;
  }

  /** Take a node with its links away. */
  hide(node) {
    const taken = [node, ...this.graph.linksOf(node)];
    taken.forEach((each) => this.graph.take(each));
    this.steps.push({ added: [], taken });
    this.say(`Hidden: ${node.name}. Undo with u.`);
  }

  /** Take back the last step. */
  undo() {
    const step = this.steps.pop();
    if (!step) return this.say("There is nothing to undo.");
    step.added.forEach((each) => this.graph.take(each));
    step.taken.forEach((each) => this.graph.put(each));
    this.say(`Undone. ${this.graph.nodes.size} shown.`);
  }

  async fetch(node) {
    const [entity] = node.key.split(":", 1);
    const address = `${this.address}/${entity}s/${encodeURIComponent(node.key.slice(entity.length + 1))}`;
    this.say(`Looking for the neighbours of ${node.name} …`);
    try {
      const response = await fetch(address, { headers: { Accept: "application/json" } });
      if (response.ok) return await response.json();
      this.say(`The neighbours of ${node.name} did not come: the server answered ${response.status}.`);
    } catch {
      this.say(`The neighbours of ${node.name} did not come: the server cannot be reached.`);
    }
  }

  missingLinks(links) {
    const { nodes, links: shown } = this.graph;
    return links
      .filter((each) => nodes.has(each.source) && nodes.has(each.target))
      .filter((each) => !shown.has(linkKey(each.source, each.target, slug(each.kind))))
      .map((each) => newLink(each, nodes));
  }

  tell(node, added, more, rule) {
    const said = [`${node.name}: ${added} ${added === 1 ? "neighbour" : "neighbours"} added, ${this.graph.nodes.size} shown.`];
    if (more) said.push(`${more} more ${more === 1 ? "neighbour is" : "neighbours are"} not drawn: ${MOST} nodes are the most.`);
    this.say([...said, rule].filter(Boolean).join(" "));
  }
}
