// What an answers file may hold (docs/answers-format.md): as answers/check.py, values.py, blank.py and kinds/*.py check it.
// "form.limits" has the patterns and bounds that Python uses.

const ANSWER_FIELDS = ["value", "status", "for", "note", "evidence", "confirmed", "from"];
const PART_FIELDS = ["file", "assessor", "digest"];
const EVIDENCE_FIELDS = ["reference", "date"];
export const RISK_FIELDS = [
  "title",
  "likelihood",
  "consequence",
  "treatment",
  "residual_likelihood",
  "residual_consequence",
  "owner",
  "due",
];
const RISK_TEXTS = ["title", "treatment", "owner"];
export const RISK_RATINGS = ["likelihood", "consequence", "residual_likelihood", "residual_consequence"];
const TOP_FIELDS = ["$schema", "format", "questionnaire", "about", "answers"];

const isObject = (data) => typeof data === "object" && data !== null && !Array.isArray(data);
const lengthOf = (text) => [...text].length;
const patterns = new Map();

export function matches(pattern, text) {
  if (!patterns.has(pattern)) patterns.set(pattern, new RegExp(pattern, "u"));
  return patterns.get(pattern).test(text);
}

// Whether something can be seen of a text; "unseen" are the first and last code points of what cannot.
function isVisible({ unseen }, text) {
  if (!patterns.has(unseen)) {
    const ranges = unseen.split(" ").map((range) => range.replace(/\w+/g, "\\u{$&}"));
    patterns.set(unseen, new RegExp(`[^${ranges.join("")}]`, "u"));
  }
  return patterns.get(unseen).test(text);
}

// Problems: {code, path, values}, as many as Python names.
class Complaints {
  constructor(limits) {
    this.limits = limits;
    this.problems = [];
  }

  add(code, path, values = {}) {
    if (this.problems.length < this.limits.problems) this.problems.push({ code, path, values });
  }

  wrongType(path, found, kind) {
    this.add(`json_expected_${kind}`, path, { found });
  }

  unknownKeys(data, known, path) {
    for (const name of Object.keys(data)) {
      if (!known.includes(name)) this.add("json_unknown", path ? `${path}.${name}` : name, { name, known });
    }
  }
}

// What is blank

function isBlank(form, value) {
  if (value === null || value === undefined) return true;
  return Array.isArray(value) ? !value.length : typeof value === "string" && !isVisible(form.limits, value);
}

function given(form, data, optional) {
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => !optional.includes(name) || !isBlank(form, value)));
}

const isEmpty = (data) => isObject(data) && !Object.keys(data).length;

function rows(form, value, fields) {
  if (!Array.isArray(value)) return value;
  const kept = value.map((row) => (isBlank(form, row) ? {} : isObject(row) ? given(form, row, fields) : row));
  return kept.every(isEmpty) ? [] : kept;
}

// Return an answer without what is blank in it; {} for nothing at all.
export function withoutBlanks(form, question, item) {
  const entries = question.type === "risks";
  if (!isObject(item)) {
    const short = entries ? rows(form, item, RISK_FIELDS) : item;
    return isBlank(form, short) ? {} : short;
  }
  const long = { ...item };
  if ("evidence" in long) long.evidence = rows(form, long.evidence, EVIDENCE_FIELDS);
  if (entries && "value" in long) long.value = rows(form, long.value, RISK_FIELDS);
  return given(form, long, ANSWER_FIELDS);
}

// The kinds of values

function readText(value, path, complaints) {
  const { limits } = complaints;
  if (typeof value !== "string") complaints.wrongType(path, value, "string");
  else if (!isVisible(limits, value)) complaints.add("text_blank", path);
  else if (lengthOf(value) > limits.text) {
    complaints.add("text_too_long", path, { limit: limits.text, length: lengthOf(value) });
  } else return value;
}

function readDay(value, path, complaints) {
  if (typeof value === "string" && matches(complaints.limits.date, value)) return value;
  complaints.add("date_wrong", path, { found: value });
}

function readChoice(question, value, path, complaints) {
  const known = question.options.map((option) => option.id);
  if (typeof value === "string" && known.includes(value)) return value;
  complaints.add("unknown_option", path, { found: value, known });
}

function readChoices(question, value, path, complaints) {
  if (!Array.isArray(value)) return complaints.wrongType(path, value, "array");
  const known = question.options.map((option) => option.id);
  const before = complaints.problems.length;
  const seen = new Set();
  value.forEach((item, place) => {
    if (!known.includes(item)) complaints.add("unknown_option", `${path}[${place}]`, { found: item, known });
    else if (seen.has(item)) complaints.add("option_twice", `${path}[${place}]`, { found: item });
    else seen.add(item);
  });
  if (complaints.problems.length > before) return undefined;
  const alone = question.options.find((option) => option.exclusive && seen.has(option.id));
  if (!value.length) complaints.add("choices_empty", path);
  else if (alone && value.length > 1) complaints.add("exclusive_option", path, { option: alone.id });
  else return known.filter((id) => seen.has(id));
}

function readNumber(question, value, path, complaints) {
  if (typeof value !== "number") return complaints.wrongType(path, value, "number");
  const minimum = question.minimum ?? -complaints.limits.number;
  const maximum = question.maximum ?? complaints.limits.number;
  if (!(Math.abs(value) <= complaints.limits.number && minimum <= value && value <= maximum)) {
    complaints.add("number_range", path, { found: value, minimum, maximum });
  } else if (question.whole && !Number.isInteger(value)) complaints.add("number_whole", path, { found: value });
  else return value;
}

function readDate(question, value, path, complaints) {
  const day = readDay(value, path, complaints);
  const { minimum: earliest, maximum: latest } = question;
  if (day === undefined || ((earliest ?? "") <= day && day <= (latest ?? "9999-12-31"))) return day;
  const code = earliest && latest ? "date_range" : earliest ? "date_early" : "date_late";
  complaints.add(code, path, { found: value, earliest, latest });
}

function readRisks(question, value, path, complaints) {
  if (!Array.isArray(value)) return complaints.wrongType(path, value, "array");
  if (!value.length) complaints.add("risks_empty", path);
  const entries = value.map((item, place) => [item, place]).filter(([item]) => !isEmpty(item));
  if (entries.length > complaints.limits.risks) {
    return complaints.add("too_many", path, { limit: complaints.limits.risks, count: entries.length });
  }
  return entries.map(([item, place]) => readRisk(item, `${path}[${place}]`, complaints));
}

function readRisk(data, path, complaints) {
  if (!isObject(data)) return complaints.wrongType(path, data, "object");
  complaints.unknownKeys(data, RISK_FIELDS, path);
  for (const name of ["title", "likelihood", "consequence"]) {
    if (!(name in data)) complaints.add("json_required", path, { name });
  }
  if ("residual_likelihood" in data !== "residual_consequence" in data) complaints.add("risk_half_residual", path);
  for (const name of RISK_TEXTS) if (name in data) readText(data[name], `${path}.${name}`, complaints);
  for (const name of RISK_RATINGS) {
    const rating = data[name];
    if (name in data && !(Number.isInteger(rating) && rating >= 1 && rating <= 5)) {
      complaints.add("risk_rating", `${path}.${name}`, { found: rating });
    }
  }
  if ("due" in data) readDay(data.due, `${path}.due`, complaints);
  return Object.fromEntries(RISK_FIELDS.filter((name) => name in data).map((name) => [name, data[name]]));
}

const READERS = {
  choice: readChoice,
  choices: readChoices,
  text: (question, value, path, complaints) => readText(value, path, complaints),
  number: readNumber,
  date: readDate,
  risks: readRisks,
};

// One answer

// Return [the answer in its long form, problems] of what an answers file has for a question, blanks and all.
export function checkAnswer(form, question, item, path = `answers.${question.id}`) {
  const complaints = new Complaints(form.limits);
  const data = withoutBlanks(form, question, item);
  return [readAnswer(form, question, data, path, complaints), complaints.problems];
}

function readAnswer(form, question, data, path, complaints) {
  const read = READERS[question.type];
  if (!isObject(data)) return { value: read(question, data, path, complaints) };
  complaints.unknownKeys(data, ANSWER_FIELDS, path);
  const answer = {};
  const { status, value } = data;
  if ("note" in data) readText(data.note, `${path}.note`, complaints);
  const evidence = "evidence" in data ? readEvidence(data.evidence, `${path}.evidence`, complaints) : [];
  if ("confirmed" in data && typeof data.confirmed !== "boolean") {
    complaints.wrongType(`${path}.confirmed`, data.confirmed, "boolean");
  }
  if ("for" in data) checkFor(form, data, path, complaints);
  if ("from" in data) checkFrom(data.from, `${path}.from`, complaints);
  if ("status" in data && "value" in data) complaints.add("status_and_value", path);
  else if ("value" in data) answer.value = read(question, value, `${path}.value`, complaints);
  else if ("status" in data) {
    checkStatus(question, data, path, complaints);
    answer.status = status;
  }
  if ("for" in data) answer.for = data.for;
  if ("note" in data) answer.note = data.note;
  if (evidence?.length) answer.evidence = evidence;
  const settled = "value" in data || "status" in data; // a blank has nothing to confirm
  if (data.confirmed === false && settled) answer.confirmed = false;
  if ("from" in data) answer.from = data.from;
  return answer;
}

function checkFor(form, data, path, complaints) {
  const known = form.actors.map((actor) => actor.id);
  if (data.status !== "unsure") complaints.add("for_not_unsure", `${path}.for`);
  else if (typeof data.for !== "string") complaints.wrongType(`${path}.for`, data.for, "string");
  else if (!known.includes(data.for)) complaints.add("for_unknown", `${path}.for`, { found: data.for, known });
}

function checkFrom(data, path, complaints) {
  const limit = complaints.limits.parts;
  if (!Array.isArray(data)) complaints.wrongType(path, data, "array");
  else if (data.length > limit) complaints.add("too_many", path, { limit, count: data.length });
  else data.forEach((item, place) => readText(item, `${path}[${place}]`, complaints));
}

function checkStatus(question, data, path, complaints) {
  if (data.status === "not_applicable") {
    if (!question.not_applicable) complaints.add("not_applicable_refused", `${path}.status`);
    else if (!("note" in data)) complaints.add("not_applicable_note", path);
  } else if (data.status !== "unsure") complaints.add("status_unknown", `${path}.status`, { found: data.status });
}

function readEvidence(data, path, complaints) {
  if (!Array.isArray(data)) return complaints.wrongType(path, data, "array");
  const entries = data.map((item, place) => [item, place]).filter(([item]) => !isEmpty(item));
  if (entries.length > complaints.limits.evidence) {
    return complaints.add("too_many", path, { limit: complaints.limits.evidence, count: entries.length });
  }
  return entries.map(([item, place]) => {
    const here = `${path}[${place}]`;
    if (!isObject(item)) return complaints.wrongType(here, item, "object");
    complaints.unknownKeys(item, EVIDENCE_FIELDS, here);
    if (!("reference" in item)) return complaints.add("json_required", here, { name: "reference" });
    readText(item.reference, `${here}.reference`, complaints);
    if ("date" in item) readDay(item.date, `${here}.date`, complaints);
    return "date" in item ? { reference: item.reference, date: item.date } : { reference: item.reference };
  });
}

// A whole file

// Return {about, answers, problems} of a parsed answers file; "answers" is a Map in the form's order.
export function checkDocument(form, data) {
  const complaints = new Complaints(form.limits);
  const refused = () => ({ about: {}, answers: new Map(), problems: complaints.problems });
  if (!checkFormat(form, data, complaints)) return refused();
  const document = given(form, data, ["$schema", "about"]);
  complaints.unknownKeys(document, TOP_FIELDS, "");
  if (typeof (document.$schema ?? "") !== "string") complaints.wrongType("$schema", document.$schema, "string");
  checkQuestionnaire(form, document.questionnaire, complaints);
  const about = readAbout(form, "about" in document ? document.about : {}, complaints);
  const answers = new Map();
  if (!("answers" in document)) complaints.add("json_required", "", { name: "answers" });
  else if (!isObject(document.answers)) complaints.wrongType("answers", document.answers, "object");
  else {
    for (const [name, item] of Object.entries(document.answers)) {
      const question = form.byId.get(name);
      if (!question) complaints.add("unknown_question", `answers.${name}`, { id: name });
      else {
        const data = withoutBlanks(form, question, item);
        if (!isEmpty(data)) answers.set(name, readAnswer(form, question, data, `answers.${name}`, complaints));
      }
    }
  }
  return complaints.problems.length ? refused() : { about, answers, problems: [] };
}

function checkFormat(form, data, complaints) {
  if (!isObject(data)) complaints.wrongType("", data, "object");
  else {
    const found = data.format ?? null;
    const later = typeof found === "string" && /^aiassess\.answers\/([0-9]{1,9})$/.exec(found);
    if (found === form.limits.format) return true;
    if (later && Number(later[1]) > 1) complaints.add("newer_format", "format", { found, known: form.limits.format });
    else if (found === null) complaints.add("answers_no_format", "", { known: form.limits.format });
    else complaints.add("answers_format", "format", { found, known: form.limits.format });
  }
  return false;
}

function checkQuestionnaire(form, data, complaints) {
  if (!isObject(data)) return complaints.wrongType("questionnaire", data ?? null, "object");
  complaints.unknownKeys(data, ["id", "version"], "questionnaire");
  const { id = null, version = null } = data;
  if (id !== form.id) complaints.add("other_questionnaire", "questionnaire.id", { found: id, expected: form.id });
  const values = { found: version, expected: form.version };
  if (typeof version !== "string" || !matches(form.limits.version, version)) {
    return complaints.add("answers_version", "questionnaire.version", values);
  }
  const major = Number(form.version.split(".")[0]);
  if (Number(version.split(".")[0]) !== major) {
    complaints.add("other_major_version", "questionnaire.version", { ...values, major });
  }
}

// Return the fields of "about" that are valid, in their order.
export function readAbout(form, data, complaints = new Complaints(form.limits)) {
  if (!isObject(data)) return complaints.wrongType("about", data, "object") ?? {};
  const { about, text } = form.limits;
  const known = [...Object.keys(about), "parts"];
  const found = given(form, "parts" in data ? { ...data, parts: rows(form, data.parts, PART_FIELDS) } : data, known);
  complaints.unknownKeys(found, known, "about");
  const parts = "parts" in found ? { parts: readParts(form, found.parts, complaints) } : {};
  const values = {};
  for (const [name, pattern] of Object.entries(about)) {
    const value = found[name];
    if (!(name in found)) continue;
    const path = `about.${name}`;
    if (typeof value !== "string") complaints.wrongType(path, value, "string");
    else if (lengthOf(value) > text) complaints.add("text_too_long", path, { limit: text, length: lengthOf(value) });
    else if (pattern && !matches(pattern, value)) complaints.add(`about_${name}`, path, { found: value });
    else values[name] = value;
  }
  return { ...values, ...parts };
}

function readParts(form, data, complaints) {
  const path = "about.parts";
  const { parts: limit, about } = complaints.limits;
  if (!Array.isArray(data)) return complaints.wrongType(path, data, "array");
  const entries = data.map((item, place) => [item, place]).filter(([item]) => !isEmpty(item));
  if (entries.length > limit) return complaints.add("too_many", path, { limit, count: entries.length });
  return entries.map(([item, place]) => {
    const here = `${path}[${place}]`;
    if (!isObject(item)) return complaints.wrongType(here, item, "object");
    complaints.unknownKeys(item, PART_FIELDS, here);
    for (const name of ["file", "assessor"]) if (name in item) readText(item[name], `${here}.${name}`, complaints);
    const digest = item.digest ?? null;
    if (digest === null) complaints.add("json_required", here, { name: "digest" });
    else if (typeof digest !== "string") complaints.wrongType(`${here}.digest`, digest, "string");
    else if (!matches(about.revises, digest)) complaints.add("about_revises", `${here}.digest`, { found: digest });
    return Object.fromEntries(PART_FIELDS.filter((name) => name in item).map((name) => [name, item[name]]));
  });
}
