// A field for a day gets a button that opens the browser's own calendar; a date can be typed all the same.

/** Put the button beside the field. */
export function days(field) {
  if (field.dataset.date === "ready") return;
  field.dataset.date = "ready";
  const { button, calendar } = picker((day) => {
    field.value = day;
    field.focus();
  });
  button.setAttribute("aria-label", `Pick a day: ${field.labels[0]?.textContent ?? ""}`);
  field.after(button, calendar);
}

/** A button and the calendar that it opens; `chosen` gets the day as YYYY-MM-DD. */
function picker(chosen) {
  const calendar = Object.assign(document.createElement("input"), { type: "date", className: "calendar", tabIndex: -1 });
  calendar.setAttribute("aria-hidden", "true");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "pick", textContent: "▾" });
  button.addEventListener("click", () => calendar.showPicker());
  calendar.addEventListener("change", () => calendar.value && chosen(calendar.value));
  return { button, calendar };
}
