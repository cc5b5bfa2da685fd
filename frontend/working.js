// Long work says that it goes on, and can be cancelled. What is swapped in place is told to who cannot see it.
const SOON = 350; // milliseconds after which waiting is worth a word

/** Watch the requests that replace a part of the page. */
export function watch(htmx) {
  let asker, soon;
  const bar = () => document.querySelector(".working");

  document.addEventListener("htmx:beforeRequest", (event) => {
    asker = event.detail.elt;
    soon = setTimeout(() => (bar().hidden = false), SOON);
  });
  document.addEventListener("htmx:afterRequest", () => {
    clearTimeout(soon);
    bar().hidden = true;
  });
  document.addEventListener("htmx:sendError", () => {
    const content = document.getElementById("content");
    const told = Object.assign(document.createElement("p"), { className: "refused" });
    told.setAttribute("role", "alert");
    told.textContent = "The server does not answer. See whether it still runs, then try again.";
    content.prepend(told);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-cancel]") && asker) htmx.trigger(asker, "htmx:abort");
  });
}
