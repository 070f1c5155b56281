// What is filled in. "given" has each answer as it was typed, right or wrong; "answers" what of it is valid and so counts.
import { applicable, contradictions, prepared } from "./conditions.js";
import { checkAnswer } from "./values.js";
import { count, say, local, numberOf } from "./words.js";

export const state = {
  form: null,
  given: new Map(),
  about: {},
  answers: new Map(),
  faults: new Map(),
  active: new Map(),
  holding: [],
  notices: [],
  place: { view: "start", id: null },
  oneByOne: false,
  withHelp: true,
  unsaved: false,
  isOwn: false,
  kept: true,
};

export function begin(form) {
  state.form = prepared(form);
  take(form.about, new Map(Object.entries(form.answers)));
}

// Take answers from a file, or from the form itself, instead of those that are there.
export function take(about, answers) {
  state.about = { ...about };
  state.given = new Map([...answers].map(([id, answer]) => [id, structuredClone(answer)]));
  state.answers = new Map(Object.entries(state.form.context));
  state.faults = new Map();
  state.form.questions.forEach(read);
  settle();
  state.notices = [];
}

export const isAsked = (question) => !question.hidden;

export const typed = (question) => state.given.get(question.id) ?? {};

// Return what was typed as an answers file has it: with a status, what else was typed is kept here but not given.
function asGiven({ status, value, for: waitsFor, ...rest }) {
  if (!status) return { ...rest, value };
  return status === "unsure" ? { ...rest, status, for: waitsFor } : { ...rest, status };
}

function read(question) {
  if (!isAsked(question)) return;
  const item = asGiven(typed(question));
  const [answer, problems] = checkAnswer(state.form, question, item);
  state.faults.delete(question.id);
  if (!problems.length) return void state.answers.set(question.id, answer);
  state.faults.set(question.id, problems);
  const note = checkAnswer(state.form, question, { note: item.note })[1].length ? undefined : item.note;
  const evidence = soundOf(question, "evidence", item.evidence);
  const value = question.type === "risks" ? soundOf(question, "value", item.value) : item.value;
  const parts = [{ ...item, value, note, evidence }, { note, evidence }, {}];
  const sound = parts.map((part) => checkAnswer(state.form, question, part)).find(([, wrong]) => !wrong.length);
  state.answers.set(question.id, sound[0]);
}

// Return those entries of a list that are valid.
function soundOf(question, name, list) {
  return [list ?? []].flat().filter((entry) => !checkAnswer(state.form, question, { [name]: [entry] })[1].length);
}

function settle() {
  state.active = applicable(state.form, state.answers);
  state.holding = contradictions(state.form, state.active);
}

// Change what is typed for a question; "change" has the fields that are new, undefined for none.
export function give(question, change) {
  const before = { active: state.active, holding: state.holding };
  const asker = noteAsker(question);
  const { confirmed, from, ...rest } = { ...typed(question), ...change };
  state.given.set(question.id, rest);
  read(question);
  settle();
  state.notices = [...appliesNow(before.active), ...dueNow(question, asker), ...contradictory(before.holding)];
  touched();
}

export function describe(about) {
  Object.assign(state.about, about);
  touched();
}

function touched() {
  delete state.about.completed_at;
  state.about.started_at ??= moment();
  Object.assign(state, { unsaved: true, isOwn: true });
}

function appliesNow(before) {
  const here = (ids) => [...ids].filter((id) => isAsked(state.form.byId.get(id)));
  const isGiven = (id) => isSettled(state.answers.get(id)) || state.answers.get(id)?.status === "unsure";
  const gone = here(before.keys()).filter((id) => !state.active.has(id));
  const fresh = here(state.active.keys()).filter((id) => !before.has(id));
  const kept = gone.filter(isGiven).length;
  const back = fresh.filter(isGiven).length;
  const key = !kept ? "gone" : kept === gone.length ? "gone_kept" : "gone_some_kept";
  return [
    ...(gone.length ? [count(`interview.${key}`, gone.length, { kept })] : []),
    ...(fresh.length ? [count("interview.new", fresh.length)] : []),
    ...(back ? [count("interview.new_kept", back)] : []),
  ];
}

function dueNow(question, asker) {
  const option = noteAsker(question);
  if (!option || option === asker || state.answers.get(question.id).note) return [];
  return [say("interview.note_due", { number: numberOf(question), option: local(option.label) })];
}

function contradictory(before) {
  const known = before.map((check) => check.id);
  const fresh = state.holding.filter((check) => !known.includes(check.id));
  return fresh.map((check) => say("interview.contradiction", { text: local(check.text) }));
}

// How an answer is

export const isSettled = (answer) => Boolean(answer && ("value" in answer || answer.status === "not_applicable"));

export const isRequired = (question) => question.required ?? true;

const chosen = (question) => [state.answers.get(question.id)?.value].flat();

export function noteAsker(question) {
  const picked = chosen(question);
  return question.options.find((option) => option.asks_note && picked.includes(option.id));
}

export function lacksEvidence(question) {
  const picked = chosen(question);
  const needy = question.options.some((option) => option.without_evidence && picked.includes(option.id));
  return needy && !state.answers.get(question.id).evidence;
}

// Return "answered", "not_applicable", "unsure", "missing" or "optional".
export function markOf(question) {
  const answer = state.answers.get(question.id) ?? {};
  if ("value" in answer) return "answered";
  return answer.status ?? (isRequired(question) ? "missing" : "optional");
}

export function asked(section = null) {
  const questions = section ? section.questions : state.form.questions;
  return questions.filter((question) => isAsked(question) && state.active.has(question.id));
}

export function progress(questions) {
  const marks = questions.map(markOf);
  const open = marks.filter((mark) => mark === "missing" || mark === "unsure").length;
  const done = questions.filter((question) => isSettled(state.answers.get(question.id))).length;
  return { done, open };
}

// Return now as RFC 3339 writes it, with the zone of this computer.
export function moment(now = new Date()) {
  const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");
  const zone = -now.getTimezoneOffset();
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":");
  return `${day}T${time}${zone < 0 ? "-" : "+"}${two(zone / 60)}:${two(zone % 60)}`;
}

// What the browser keeps

const keyOf = () => `aiassess-form:${state.form.key}`;

export function keep() {
  const { given, about, oneByOne, withHelp, place, unsaved, isOwn } = state;
  const all = { given: [...given], about, oneByOne, withHelp, place, unsaved, isOwn };
  try {
    localStorage.setItem(keyOf(), JSON.stringify(all));
    state.kept = true;
  } catch {
    state.kept = false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(keyOf());
  } catch {
    state.kept = false;
  }
}

// Take up what the browser kept; whatever is not of this shape is left. Return whether there was anything.
export function takeUp() {
  try {
    const { given, about, oneByOne, withHelp, place, unsaved, isOwn } = JSON.parse(localStorage.getItem(keyOf()));
    const isSound = (item) => item && typeof item === "object" && ![item.value, item.evidence].flat().includes(null);
    take(about, new Map(given.filter(([id, item]) => isSound(item) && state.form.byId.has(id))));
    const known = ["start", "section", "question", "review"].includes(place?.view);
    Object.assign(state, { oneByOne: oneByOne === true, withHelp: withHelp !== false, unsaved: unsaved === true });
    if (known) state.place = place;
    state.isOwn = isOwn === true;
    return state.isOwn;
  } catch {
    return false;
  }
}
