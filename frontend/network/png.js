// The picture as it is now is drawn by the browser at twice its size, and saved as PNG.

/** Attributes that SVG knows, since the page's policy may forbid styles in the copy too. */
const LOOKS = [
  ...["fill", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "paint-order"],
  ...["font-family", "font-size", "font-style", "font-weight", "opacity", "visibility", "display"],
];

/** Save a picture with the looks that the page gives it. */
export async function savePng(svg, view) {
  const { x, y, width, height } = view.getBBox();
  const frame = { x: x - 20, y: y - 20, width: width + 40, height: height + 40 };
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([standalone(svg, frame)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * frame.width, height: 2 * frame.height });
  const context = canvas.getContext("2d");
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob(save, "image/png");
}

/** The picture as a text that needs no page, all of it in view. */
function standalone(svg, { x, y, width, height }) {
  const copy = svg.cloneNode(true);
  const parts = [...svg.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((part, at) => {
    const looks = getComputedStyle(parts[at]);
    for (const name of LOOKS) part.setAttribute(name, looks.getPropertyValue(name));
  });
  copy.querySelector(".view").removeAttribute("transform");
  for (const [name, value] of Object.entries({ width, height, viewBox: [x, y, width, height].join(" ") })) {
    copy.setAttribute(name, value);
  }
  return new XMLSerializer().serializeToString(copy);
}

function save(picture) {
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(picture), download: "network.png" }).click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
