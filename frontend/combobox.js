// A field that offers what could be typed: an ARIA combobox with a list of its own. Typing freely stays possible.
const PAUSE = 70; // milliseconds of rest before the server is asked
let fields = 0;

/** The question box: whole questions and names lead to their pages, a phrase with a gap is typed on. */
export function complete(field) {
  combobox(field, async (typed, signal) => {
    const { completions } = await ask(field.dataset.complete + "?" + new URLSearchParams({ q: typed }), signal);
    if (!completions.length) {
      const hint = "Press Enter to search";
      return [{ text: typed, hint, kind: "free", choose: () => field.form.requestSubmit() }];
    }
    return completions.map((each, at) => ({
      text: each.text,
      hint: each.hint === completions[at - 1]?.hint && !each.empty ? "" : each.hint, // said once is enough
      kind: each.kind,
      choose: () => (each.url ? location.assign(each.url) : goOn(field, each.text)),
    }));
  });
}

/** A gap of a question: names of one kind. The id goes along, so that namesakes stay apart. */
export function suggest(field) {
  combobox(field, async (typed, signal) => {
    const found = await ask(field.dataset.suggest + "&" + new URLSearchParams({ q: typed }), signal);
    return found.suggestions.slice(0, 9).map((each) => ({
      text: each.name,
      hint: each.hint || (each.spelling === each.name.toLowerCase() ? "" : each.spelling),
      kind: "entity",
      choose: () => fill(field, each),
    }));
  });
}

function goOn(field, text) {
  field.value = text.split("…")[0].trimEnd() + " ";
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function fill(field, entity) {
  const name = "~" + field.name;
  let hidden = field.form.elements[name];
  if (!hidden) {
    hidden = Object.assign(document.createElement("input"), { type: "hidden", name });
    field.form.append(hidden);
  }
  field.value = entity.name;
  hidden.value = `${entity.id} ${entity.name}`;
  const open = [...field.form.elements].find((each) => each.required && !each.value.trim());
  open ? open.focus() : field.form.requestSubmit();
}

async function ask(address, signal) {
  const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function combobox(field, look) {
  if (field.getAttribute("role") === "combobox") return;
  const list = document.createElement("ul");
  list.id = `options-${++fields}`;
  list.className = "options";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  field.after(list);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);

  let waiting, asking, offered = [], at = -1;

  function show(found) {
    offered = found;
    at = -1;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    field.removeAttribute("aria-activedescendant");
  }

  function option(each, number) {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.className = each.kind;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.textContent = each.text;
    item.append(text);
    if (each.hint) {
      const hint = document.createElement("small");
      hint.textContent = each.hint;
      item.append(" ", hint);
    }
    item.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    item.addEventListener("click", () => pick(number));
    return item;
  }

  function move(to) {
    const items = list.children;
    if (!items.length) return;
    items[at]?.setAttribute("aria-selected", "false");
    at = (to + items.length + 1) % (items.length + 1); // one place more: the field itself
    if (at === items.length) at = -1;
    const item = items[at];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    item ? field.setAttribute("aria-activedescendant", item.id) : field.removeAttribute("aria-activedescendant");
  }

  function pick(number) {
    const chosen = offered[number];
    show([]);
    chosen.choose();
  }

  async function refresh() {
    asking?.abort();
    const typed = field.value.trim() && field.value.trimStart();
    if (!typed) return show([]);
    const mine = (asking = new AbortController());
    try {
      const found = await look(typed, mine.signal);
      if (mine === asking && document.activeElement === field) show(found);
    } catch (error) {
      if (error.name !== "AbortError") show([]);
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return void refresh();
      const down = event.key === "ArrowDown";
      move(at < 0 ? (down ? 0 : list.children.length - 1) : at + (down ? 1 : -1));
    } else if (event.key === "Enter" && (at >= 0 || (offered.length === 1 && "suggest" in field.dataset))) {
      event.preventDefault();
      pick(Math.max(at, 0)); // one name alone needs no pointing at
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show([]);
    }
  });
  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    asking = null;
    show([]);
  };
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
}
