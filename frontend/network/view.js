// The part of the picture that is seen: larger with buttons, Ctrl and wheel or two fingers, elsewhere by dragging.
import { select } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";

/** Distance that is kept between the nodes and the edge. */
const MARGIN = 14;
const LARGEST = 6;

export class View {
  constructor(graph) {
    this.graph = graph;
    this.moved = () => {};
    this.picture = select(graph.svg);
    this.zoom = zoom()
      .scaleExtent([0.05, LARGEST])
      .filter(isForThePicture)
      .wheelDelta(step)
      .on("zoom", ({ transform }) => {
        graph.view.setAttribute("transform", transform);
        this.moved();
      });
    this.picture.call(this.zoom).on("dblclick.zoom", null);
    this.picture.call(this.zoom.transform, zoomIdentity);
    graph.svg.style.touchAction = "pan-x pan-y"; // one finger scrolls the page
  }

  /** Enlarge or shrink, around a node or else around the middle. */
  zoomBy(factor, node) {
    this.gently().call(this.zoom.scaleBy, factor, node && this.transform.apply([node.x, node.y]));
  }

  /** Show the whole picture, as large as there is room but not larger than it came. */
  fit() {
    const { x, y, width, height } = this.graph.svg.viewBox.baseVal;
    const all = this.graph.view.getBBox();
    if (!all.width) return;
    const scale = Math.min(1, (width - 2 * MARGIN) / all.width, (height - 2 * MARGIN) / all.height);
    const whole = zoomIdentity
      .translate(x + width / 2, y + height / 2)
      .scale(scale)
      .translate(-all.x - all.width / 2, -all.y - all.height / 2);
    this.gently().call(this.zoom.transform, whole);
  }

  /** Whether a node is in the part that is seen. */
  shows(node) {
    return this.beyond(node).every((distance) => !distance);
  }

  /** Move so far that a node is seen. */
  reveal(node) {
    const [right, down] = this.beyond(node).map((distance) => distance / this.transform.k);
    if (right || down) this.picture.call(this.zoom.translateBy, -right, -down);
  }

  get transform() {
    return zoomTransform(this.graph.svg);
  }

  /** How far a node lies outside, to the right and down; negative to the left and up. */
  beyond(node) {
    const { x, y, width, height } = this.graph.svg.viewBox.baseVal;
    const [atX, atY] = this.transform.apply([node.x, node.y]);
    const outside = (at, low, high) => at - Math.max(low, Math.min(at, high));
    return [outside(atX, x + MARGIN, x + width - MARGIN), outside(atY, y + MARGIN, y + height - MARGIN)];
  }

  /** The picture, to be changed in steps where the reader has nothing against motion. */
  gently() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return still ? this.picture : this.picture.transition().duration(200);
  }
}

/** A wheel alone scrolls the page, so does one finger; what begins on a node is for the node. */
function isForThePicture(event) {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey;
  if (event.touches) return event.touches.length > 1;
  return !event.button && !event.target.closest("a.node");
}

/** How much one turn of the wheel enlarges; small steps are two fingers on a touch pad. */
function step({ deltaY, deltaMode }) {
  return Math.max(-0.5, Math.min(0.5, -0.02 * deltaY * (deltaMode ? 16 : 1)));
}
