// Evidence opens below its row, source beside source. Without script the same link leads to a page of its own.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-evidence]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    link.getAttribute("aria-expanded") === "true" ? close(link) : open(link);
    return;
  }
  const button = event.target.closest("[data-close]");
  if (button) close(opener(button.closest("[data-of]")));
});

document.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && event.target.closest?.("[data-of]");
  if (panel) close(opener(panel));
});

let panels = 0;

async function open(link) {
  link.id ||= `evidence-${++panels}`;
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-busy", "true");
  const response = await fetch(link.href, { headers: { "HX-Request": "true" } }).catch(() => null);
  link.removeAttribute("aria-busy");
  if (!response?.ok) return location.assign(link.href); // the page says what is wrong
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const panel = place(link);
  panel.dataset.of = link.id;
  (panel.querySelector("td") ?? panel).append(...page.body.childNodes);
  const section = panel.querySelector(".evidence-panel") ?? panel;
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
  section.scrollIntoView({ block: "nearest" });
}

/** An empty place for the panel: a row of its own below the link's row, else right after what holds the link. */
function place(link) {
  const row = link.closest("tr");
  if (!row) {
    const box = document.createElement("div");
    link.closest(".proof").after(box);
    return box;
  }
  const below = document.createElement("tr");
  below.className = "evidence-row";
  below.setAttribute("role", "row");
  const cell = below.insertCell();
  cell.setAttribute("role", "cell");
  cell.colSpan = row.cells.length;
  row.after(below);
  return below;
}

function opener(panel) {
  return panel && document.getElementById(panel.dataset.of);
}

function close(link) {
  if (!link) return;
  document.querySelector(`[data-of="${CSS.escape(link.id)}"]`)?.remove();
  link.setAttribute("aria-expanded", "false");
  link.focus();
}
