// Fills the list of names below a field as one types. Without it the fields take names all the same.
"use strict";
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.getElementById(field.getAttribute("list"));
  let waiting, latest = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 120);
  });

  async function suggest() {
    const typed = field.value.trim();
    const turn = ++latest;
    if (!typed) return list.replaceChildren();
    const address = "/suggest?" + new URLSearchParams({ kind: field.dataset.suggest, q: typed });
    const response = await fetch(address).catch(() => null);
    if (!response || !response.ok || turn !== latest) return;
    show((await response.json()).suggestions);
  }

  // A name that several share would only lead to a choice, so there the id is offered.
  function show(found) {
    const shared = (each) => found.filter((other) => other.name === each.name).length > 1;
    list.replaceChildren(...found.map((each) => new Option(
      [each.spelling, each.hint].filter(Boolean).join(" · "), shared(each) ? each.id : each.name)));
  }
}
