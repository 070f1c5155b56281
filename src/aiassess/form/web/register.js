// A risk register, and pieces of evidence: lists of which each entry has fields.
import { ratingOf } from "./conditions.js";
import { button, dateField, field, idOf, listField, textField } from "./controls.js";
import { typed } from "./state.js";
import { el, local, say } from "./words.js";

// Return a list of entries that can be added to and removed from; "again" draws it anew, with the focus on an element's id.
function entries(question, list, { name, draw, again, change, noun, more }) {
  const id = idOf(question, name);
  const add = () => {
    change([...list, {}]);
    again(`${id}-${list.length}-0`);
  };
  const remove = (place) => {
    change(list.filter((_, other) => other !== place));
    again(`${id}-add`);
  };
  const update = (place, values) => {
    list[place] = { ...list[place], ...values };
    change([...list]);
  };
  const items = list.map((entry, place) => {
    const title = say(noun, { n: place + 1 });
    return el(
      "fieldset",
      { class: "entry" },
      el("legend", {}, title),
      draw(entry, (part) => `${id}-${place}-${part}`, (values) => update(place, values)),
      button(say("remove", { what: title }), () => remove(place), { class: "minor" }),
    );
  });
  return el("div", {}, items, button(say(more), add, { id: `${id}-add`, class: "minor" }));
}

export function evidenceList(question, update, again) {
  const list = [typed(question).evidence ?? []].flat();
  const draw = (entry, id, update) => [
    field(textField(id(0), entry.reference, (reference) => update({ reference })), say("evidence_reference")),
    field(dateField(id(1), entry.date, (date) => update({ date })), say("evidence_date")),
  ];
  const change = (evidence) => update({ evidence });
  return entries(question, list, { name: "evidence", draw, again, change, noun: "evidence_entry", more: "evidence_add" });
}

export function riskList(question, update, again) {
  const list = [typed(question).value ?? []].flat();
  const change = (value) => update({ value, status: undefined });
  const drawn = entries(question, list, { name: "risk", draw: drawRisk(question), again, change, noun: "risk_entry", more: "risk_add" });
  return [question.scale ? meanings(question) : null, drawn].filter(Boolean);
}

function drawRisk(question) {
  return (entry, id, update) => {
    const score = el("output", { class: "hint", for: `${id(1)} ${id(2)} ${id(4)} ${id(5)}` });
    const rate = (values) => {
      update(values);
      entry = { ...entry, ...values };
      score.textContent = entry.likelihood && entry.consequence ? say("risk_score", { n: ratingOf(entry) }) : "";
    };
    const text = (part, name, props) => field(textField(id(part), entry[name], (value) => rate({ [name]: value }), props), say(`risk_${name}`));
    const rating = (part, name) => {
      const chosen = (value) => rate({ [name]: value ? Number(value) : undefined });
      return field(listField(id(part), entry[name], ratings(question, name), chosen), say(`risk_${name}`));
    };
    const parts = [
      text(0, "title"),
      el("div", { class: "pair" }, rating(1, "likelihood"), rating(2, "consequence")),
      text(3, "treatment", { lines: 2 }),
      el("div", { class: "pair" }, rating(4, "residual_likelihood"), rating(5, "residual_consequence")),
      el(
        "div",
        { class: "pair" },
        text(6, "owner"),
        field(dateField(id(7), entry.due, (due) => rate({ due })), say("risk_due")),
      ),
      score,
    ];
    score.textContent = entry.likelihood && entry.consequence ? say("risk_score", { n: ratingOf(entry) }) : "";
    return parts;
  };
}

// What the ratings mean, in full: a list shows only as much as fits.
function meanings({ scale }) {
  const listed = (name) => [
    el("p", {}, say(`risk_${name}`)),
    el("ol", {}, scale[name].map((meaning) => el("li", {}, local(meaning)))),
  ];
  return el("details", { class: "help" }, el("summary", {}, say("scale")), listed("likelihood"), listed("consequence"));
}

// Return what 1 to 5 mean, in words if the questionnaire has them.
function ratings(question, name) {
  const scale = question.scale?.[name.endsWith("consequence") ? "consequence" : "likelihood"] ?? [];
  const words = (rating) => (scale[rating - 1] ? `${rating} = ${local(scale[rating - 1])}` : String(rating));
  return [["", say("not_rated")], ...[1, 2, 3, 4, 5].map((rating) => [rating, words(rating)])];
}
