// The picture of an answer as one sees it, with what was expanded or hidden, is drawn at twice its size and saved.

/** Attributes that SVG knows, since the page's policy may forbid styles in the copy too. */
const LOOKS = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin"],
  ...["paint-order", "font-family", "font-size", "font-style", "font-weight", "opacity", "visibility", "display"],
];

document.addEventListener("click", async (event) => {
  const item = event.target.closest("[data-png]");
  if (!item) return;
  const svg = document.querySelector("svg.network, .picture svg.timeline");
  const frame = whole(svg);
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([standalone(svg, frame)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * frame.width, height: 2 * frame.height });
  const context = canvas.getContext("2d");
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((picture) => save(picture, item.dataset.png), "image/png");
});

/** What holds all of the picture, also where it was zoomed into or grew. */
function whole(svg) {
  const view = svg.querySelector(".view");
  if (!view) return svg.viewBox.baseVal;
  const { x, y, width, height } = view.getBBox();
  return { x: x - 20, y: y - 20, width: width + 40, height: height + 40 };
}

/** The picture as a text that needs no page. */
function standalone(svg, { x, y, width, height }) {
  const copy = svg.cloneNode(true);
  const parts = [...svg.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((part, at) => {
    const looks = getComputedStyle(parts[at]);
    for (const name of LOOKS) part.setAttribute(name, looks.getPropertyValue(name));
  });
  copy.querySelector(".view")?.removeAttribute("transform");
  for (const [name, value] of Object.entries({ width, height, viewBox: [x, y, width, height].join(" ") })) {
    copy.setAttribute(name, value);
  }
  return new XMLSerializer().serializeToString(copy);
}

function save(picture, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(picture), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
