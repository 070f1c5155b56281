// One question: its words, its answer, its note and evidence.
import { button, dateField, field, idOf, listField, textField, tick } from "./controls.js";
import { evidenceList, riskList } from "./register.js";
import { give, lacksEvidence, noteAsker, state, typed } from "./state.js";
import { complaint, el, local, numberOf, say } from "./words.js";

// Return the element of a question, and what brings it in line with what is typed. "changed" is called after every change.
export function drawQuestion(question, changed) {
  const parts = {};
  const update = (change) => {
    give(question, change);
    sync();
    changed();
  };
  const again = (id) => {
    const fresh = drawQuestion(question, changed);
    element.replaceWith(fresh.element);
    Object.assign(element, { replaced: fresh });
    changed();
    document.getElementById(id)?.focus();
  };
  parts.faults = el("div", { class: "faults", id: idOf(question, "faults") });
  parts.waits = waitsFor(question, update);
  parts.note = noteAndEvidence(question, update, again);
  const element = el(
    "fieldset",
    { class: "question", id: idOf(question), "aria-describedby": parts.faults.id },
    el("legend", {}, el("span", { class: "number" }, numberOf(question)), " ", local(question.text)),
    about(question),
    ANSWERS[question.type](question, update, again),
    statuses(question, update),
    parts.waits,
    confirmation(question, update),
    parts.faults,
    parts.note,
    clearing(question, again),
  );
  const sync = () => {
    const { status, value } = typed(question);
    for (const box of element.querySelectorAll("[data-is]")) {
      box.checked = box.dataset.kind === "status" ? status === box.dataset.is : !status && [value].flat().includes(box.dataset.is);
    }
    parts.waits.hidden = status !== "unsure";
    const needsNote = status === "not_applicable" || noteAsker(question) !== undefined;
    if (needsNote || lacksEvidence(question)) parts.note.open = true;
    parts.faults.replaceChildren(...faultsOf(question).map((text) => el("p", { class: "fault" }, text)));
    element.querySelector(".confirm")?.toggleAttribute("hidden", typed(question).confirmed !== false);
    element.querySelector("[data-value]")?.setAttribute("aria-invalid", String(state.faults.has(question.id)));
    element.querySelector(".clear").hidden = !typed(question).status && isNothing(value);
  };
  sync();
  return { element, sync: () => (element.replaced ?? { sync }).sync(), question };
}

const isNothing = (value) => value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);

function about(question) {
  const titles = (question.actors ?? []).map((id) => local(state.form.actors.find((actor) => actor.id === id).title));
  const help = question.help && local(question.help);
  return [
    titles.length ? el("p", { class: "hint" }, say("interview.whom", { text: titles.join(", ") })) : null,
    question.why ? el("p", { class: "hint" }, say("interview.why", { text: local(question.why) })) : null,
    question.public && question.type === "text" ? el("p", { class: "hint" }, say("interview.published")) : null,
    help && el("details", { class: "help", open: state.withHelp }, el("summary", {}, say("help")), el("p", {}, help)),
  ];
}

// The answer, by kind

function choice(question, update) {
  return question.options.map((option) => optionBox(question, option, "radio", () => update({ value: option.id, status: undefined })));
}

function choices(question, update) {
  const toggle = (option, on) => {
    const now = typed(question).status ? [] : [typed(question).value ?? []].flat();
    const exclusive = (id) => question.options.find((each) => each.id === id)?.exclusive;
    const others = option.exclusive ? [] : now.filter((id) => id !== option.id && !(on && exclusive(id)));
    update({ value: on ? [...others, option.id] : others, status: undefined });
  };
  return [
    el("p", { class: "hint" }, say("tick_all")),
    ...question.options.map((option) => optionBox(question, option, "checkbox", (on) => toggle(option, on))),
  ];
}

function optionBox(question, option, type, changed) {
  const label = [local(option.label), option.exclusive ? el("span", { class: "hint" }, ` (${say("alone")})`) : null];
  const help = option.help ? local(option.help) : null;
  const box = tick(type, idOf(question, option.id), idOf(question), label.filter(Boolean), { help, checked: false, changed });
  box.querySelector("input").dataset.is = option.id;
  return box;
}

// A field without a label of its own: the question is its label.
function named(question, control) {
  control.dataset.value = "";
  control.setAttribute("aria-label", `${numberOf(question)} ${local(question.text)}`);
  control.setAttribute("aria-describedby", [control.getAttribute("aria-describedby"), idOf(question, "faults")].filter(Boolean).join(" "));
  return control;
}

function text(question, update) {
  const changed = (value) => update({ value, status: undefined });
  return named(question, textField(idOf(question, "value"), typed(question).value, changed, { lines: question.multiline ? 4 : 0 }));
}

function number(question, update) {
  const changed = (value) => update({ value: numberIn(value), status: undefined });
  const control = textField(idOf(question, "value"), typed(question).value, changed, { inputmode: "decimal", class: "short" });
  return el("p", {}, named(question, control), question.unit ? ` ${local(question.unit)}` : null, bounds(question));
}

function bounds({ minimum, maximum }) {
  const key = minimum !== undefined && maximum !== undefined ? "between" : minimum !== undefined ? "from" : "up_to";
  const none = minimum === undefined && maximum === undefined;
  const shown = (bound) => bound?.toLocaleString("en");
  const values = { minimum: shown(minimum), maximum: shown(maximum) };
  return none ? null : el("span", { class: "hint" }, ` ${say(`bounds_${key}`, values)}`);
}

// Return the number that is typed, or the text as it is if that cannot be told.
function numberIn(typedText) {
  const plain = typedText.trim();
  if (/^-?\d{1,3}(,\d{3}){2,}$/.test(plain)) return Number(plain.replaceAll(",", ""));
  const number = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : typedText;
}

function date(question, update) {
  const changed = (value) => update({ value, status: undefined });
  return el("p", {}, named(question, dateField(idOf(question, "value"), typed(question).value, changed, question)), bounds(question));
}

function risks(question, update, again) {
  return riskList(question, update, again);
}

const ANSWERS = { choice, choices, text, number, date, risks };

// Not sure, not applicable

function statuses(question, update) {
  const offered = ["unsure", ...(question.not_applicable ? ["not_applicable"] : [])];
  const byOption = question.options.length > 0;
  const type = question.type === "choice" ? "radio" : "checkbox";
  return el(
    "div",
    { class: "statuses" },
    offered.map((status) => {
      const changed = (on) => update({ status: on ? status : undefined, ...(byOption ? { value: undefined } : {}) });
      const name = type === "radio" ? idOf(question) : idOf(question, "status");
      const box = tick(type, idOf(question, "is", status), name, say(`answer_${status}`), { checked: false, changed });
      Object.assign(box.querySelector("input").dataset, { is: status, kind: "status" });
      return box;
    }),
  );
}

function waitsFor(question, update) {
  const first = (actor) => ((question.actors ?? []).includes(actor.id) ? 0 : 1);
  const actors = [...state.form.actors].sort((one, other) => first(one) - first(other));
  const listed = [["", say("waits_for_nobody")], ...actors.map((actor) => [actor.id, local(actor.title)])];
  const control = listField(idOf(question, "for"), typed(question).for, listed, (value) => update({ for: value || undefined }));
  const box = field(control, say("waits_for"));
  return actors.length ? box : el("div");
}

function confirmation(question, update) {
  if (typed(question).confirmed !== false) return null;
  return el("p", { class: "confirm" }, say("unconfirmed"), " ", button(say("confirm"), () => update({}), { class: "minor" }));
}

function clearing(question, again) {
  const clear = () => {
    give(question, { value: undefined, status: undefined });
    again(idOf(question, "value"));
    const first = document.getElementById(idOf(question))?.querySelector("input, textarea, select, button");
    first?.focus();
  };
  return button(say("clear"), clear, { class: "minor clear" });
}

function noteAndEvidence(question, update, again) {
  const { note, evidence } = typed(question);
  const parts = [field(textField(idOf(question, "note"), note, (value) => update({ note: value }), { lines: 2 }), say("note"))];
  if (question.evidence !== "none" || evidence?.length) {
    const hint = question.evidence_hint ? el("p", { class: "hint" }, say("evidence_hint", { text: local(question.evidence_hint) })) : null;
    parts.push(el("fieldset", { class: "evidence" }, el("legend", {}, say("evidence")), hint, evidenceList(question, update, again)));
  }
  const open = Boolean(note || evidence?.length || question.evidence === "expected");
  const title = question.evidence === "none" ? say("note") : say("note_and_evidence");
  return el("details", { class: "note", open }, el("summary", {}, title), parts);
}

// What is wrong with what is typed, and what is due

function faultsOf(question) {
  const faults = (state.faults.get(question.id) ?? []).map((problem) => inWords(problem));
  if (noteAsker(question) && !state.answers.get(question.id).note) faults.push(say("note_due"));
  if (lacksEvidence(question)) faults.push(say("evidence_due"));
  return [...new Set(faults)];
}

function inWords(problem) {
  const { code, path, values } = problem;
  if (code === "json_expected_number") {
    return say(String(values.found).includes(",") ? "problems.number_comma" : "problems.number_text", values);
  }
  if (code === "json_required") return say(`missing_${values.name}`);
  if (code === "risk_half_residual") return say("half_residual");
  const place = /\[(\d+)\]/.exec(path);
  return place ? `${say(path.includes(".evidence[") ? "evidence_entry" : "risk_entry", { n: Number(place[1]) + 1 })}: ${complaint(problem)}` : complaint(problem);
}
