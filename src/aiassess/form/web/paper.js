// The form on paper: every question that applies, with its answer or room for one.
import { asked, state } from "./state.js";
import { el, local, numberOf, say, written } from "./words.js";

export function drawPaper() {
  const { form, about } = state;
  const facts = ["assessor", "classification", "reference"].filter((name) => about[name]);
  return [
    el("h1", {}, local(form.title)),
    el("p", {}, `${standing()} · ${form.id} ${form.version}`),
    el("p", {}, local(form.statement)),
    facts.map((name) => el("p", {}, `${say(`about_${name}`)}: `, written(about[name]))),
    form.sections
      .filter((section) => asked(section).length)
      .map((section) => [el("h2", {}, local(section.title)), asked(section).map(onPaper)]),
  ].flat(3);
}

export function standing() {
  return say(`standing_${state.form.status}`);
}

function onPaper(question) {
  const answer = state.answers.get(question.id) ?? {};
  const { note, evidence = [] } = answer;
  return el(
    "div",
    { class: "on-paper" },
    el("p", { class: "asks" }, `${numberOf(question)} ${local(question.text)}`),
    answerOnPaper(question, answer),
    note ? el("p", {}, `${say("note")}: `, written(note)) : null,
    evidence.map((item) => el("p", {}, `${say("evidence")}: `, written([item.reference, item.date].filter(Boolean).join(", ")))),
  );
}

function answerOnPaper(question, answer) {
  const box = (on, words) => el("li", {}, `${on ? "☒" : "☐"} `, words);
  const statuses = ["unsure", ...(question.not_applicable ? ["not_applicable"] : [])];
  const boxes = statuses.map((status) => box(answer.status === status, say(`answer_${status}`)));
  if (question.options.length) {
    const chosen = [answer.value].flat();
    return el("ul", { class: "boxes" }, question.options.map((option) => box(chosen.includes(option.id), local(option.label))), boxes);
  }
  const value = "value" in answer ? writtenValue(question, answer.value) : el("p", { class: "room" });
  return [value, el("ul", { class: "boxes" }, boxes)].flat();
}

function writtenValue(question, value) {
  if (question.type !== "risks") {
    return el("p", { class: "written" }, written(String(value)), question.unit ? ` ${local(question.unit)}` : null);
  }
  return el(
    "ol",
    {},
    value.map((risk) => {
      const facts = Object.entries(risk).filter(([name]) => name !== "title");
      return el("li", {}, written(risk.title), facts.map(([name, each]) => [el("br"), `${say(`risk_${name}`)}: `, written(String(each))]).flat());
    }),
  );
}
