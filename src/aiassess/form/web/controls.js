// Fields with their labels.
import { el } from "./words.js";

export const idOf = (question, ...parts) => ["q", question.id, ...parts].join("-");

// Return a field with a label above it and, if there is any, a hint below.
export function field(control, label, hint = null) {
  const described = hint ? `${control.id}-hint` : null;
  if (described) control.setAttribute("aria-describedby", described);
  return el(
    "div",
    { class: "field" },
    el("label", { for: control.id }, label),
    control,
    hint && el("p", { class: "hint", id: described }, hint),
  );
}

export function textField(id, value, changed, props = {}) {
  const { lines, ...rest } = props;
  const tag = lines ? "textarea" : "input";
  const kind = lines ? { rows: lines } : { type: "text" };
  // Half a character, as some programs copy it, cannot be in a file.
  const input = (event) => changed(event.target.value.replace(/\p{Surrogate}/gu, "\ufffd"));
  return el(tag, { id, dir: "auto", autocomplete: "off", ...kind, ...rest, value: value ?? "", input });
}

export function dateField(id, value, changed, bounds = {}) {
  const props = { min: bounds.minimum, max: bounds.maximum ?? "9999-12-31" };
  return el("input", { id, type: "date", ...props, value: value ?? "", input: (event) => changed(event.target.value) });
}

// "choices": [value, words] of each option.
export function listField(id, value, choices, changed) {
  const options = choices.map(([each, words]) => el("option", { value: each }, words));
  const control = el("select", { id, change: (event) => changed(event.target.value) }, options);
  control.value = value ?? "";
  return control;
}

// Return a radio button or a box to tick, with its label and what it means.
export function tick(type, id, name, label, { help = null, checked, changed, described = null }) {
  const means = help ? `${id}-help` : null;
  const about = [means, described].filter(Boolean).join(" ") || null;
  const box = el("input", { type, id, name, checked, "aria-describedby": about, change: (event) => changed(event.target.checked) });
  return el(
    "div",
    { class: "tick" },
    box,
    el("label", { for: id }, label),
    help && el("p", { class: "hint", id: means }, help),
  );
}

export const button = (words, clicked, props = {}) => el("button", { type: "button", click: clicked, ...props }, words);
