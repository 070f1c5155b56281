// Files as JSON: an answers file, a report or a draft read with care, and answers written as Python writes them.
import { checkDocument } from "./values.js";

// Return the value that a file's bytes write; throws {code, values} if that is no JSON of ours.
export function parsed(form, bytes) {
  const { limits } = form;
  if (bytes.byteLength > limits.bytes) throw { code: "page_too_large", values: {} };
  let text, value;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw { code: "page_not_json", values: {} };
  }
  bounded(value, limits);
  const key = repeated(text);
  if (key !== null) throw { code: "json_duplicate_key", values: { key } };
  return value;
}

function bounded(value, limits) {
  let values = 0;
  const walk = (item, depth) => {
    if (++values > limits.values) throw { code: "json_size", values: { limit: limits.values } };
    if (depth > limits.depth) throw { code: "json_depth", values: { limit: limits.depth } };
    if (typeof item === "string" && /\p{Surrogate}/u.test(item)) {
      throw { code: "json_surrogate", values: { text: JSON.stringify(item).slice(0, 80) } };
    }
    if (typeof item !== "object" || item === null) return;
    if (!Array.isArray(item)) Object.keys(item).forEach((key) => walk(key, depth));
    Object.values(item).forEach((part) => walk(part, depth + 1));
  };
  walk(value, 1);
}

// Return a key that one object of a JSON text has twice, or null.
function repeated(text) {
  const open = [];
  let last = null;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/gs)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const key = JSON.parse(last);
      if (open.at(-1).has(key)) return key;
      open.at(-1).add(key);
    } else last = token;
  }
  return null;
}

// Return {about, answers, problems} of a file or Blob: an answers file, a draft, or a report, which contains one.
export async function opened(form, file) {
  try {
    const data = parsed(form, await file.slice(0, form.limits.bytes + 1).arrayBuffer());
    return checkDocument(form, isReport(data) ? await contained(form, data) : data);
  } catch (fault) {
    if (!fault.code) console.warn(fault); // such as a file that is gone
    return { about: {}, answers: new Map(), problems: [{ path: "", code: "page_not_json", values: {}, ...fault }] };
  }
}

const isReport = (data) => typeof data?.format === "string" && data.format.startsWith("aiassess.report/");

async function contained(form, report) {
  if (report.format !== form.limits.report) {
    throw { code: "newer_format", values: { found: report.format, known: form.limits.report } };
  }
  const { questionnaire, about, answers, inactive } = report;
  const lists = Array.isArray(answers) && Array.isArray(inactive) ? [...answers, ...inactive] : [null];
  const whole = questionnaire && about && lists.every((item) => typeof item?.question === "string");
  if (!whole || (await isChanged(report))) throw { code: "page_report_changed", values: {} };
  return {
    format: form.limits.format,
    questionnaire: { id: questionnaire.id, version: questionnaire.answered_version },
    about: Object.fromEntries(aboutFields(form).map((name) => [name, about[name] ?? null])),
    answers: Object.fromEntries(lists.map((item) => [item.question, entryOf(item)])),
  };
}

const aboutFields = (form) => [...Object.keys(form.limits.about), "parts"];

function entryOf({ status, value, note, evidence, confirmed, ...item }) {
  const settled = status === "answered" ? { value } : status === "unanswered" ? {} : { status };
  const whose = { for: item.for ?? null, from: item.from ?? null };
  return { ...settled, ...whose, note, evidence, ...(confirmed === false ? { confirmed } : {}) };
}

// Whether a report is not as it was made: its digest is the SHA-256 of its RFC 8785 form, which is how JavaScript writes JSON.
async function isChanged({ digest, ...rest }) {
  if (!globalThis.crypto?.subtle) return false; // an old browser cannot tell; each answer is checked all the same
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(sorted(rest))));
  return digest !== `sha256:${Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function sorted(data) {
  if (Array.isArray(data)) return data.map(sorted);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.keys(data)
      .sort()
      .map((key) => [key, sorted(data[key])]),
  );
}

// Return the text of an answers file: the bytes that the command line would write for the same answers.
export function answersText(form, about, answers) {
  const order = form.questions.map((question) => question.id);
  const written = order.filter((id) => Object.keys(answers.get(id) ?? {}).length);
  const data = {
    format: form.limits.format,
    questionnaire: { id: form.id, version: form.version },
    about: Object.fromEntries(aboutFields(form).flatMap((name) => (name in about ? [[name, about[name]]] : []))),
    answers: Object.fromEntries(written.map((id) => [id, answers.get(id)])),
  };
  const text = JSON.stringify(data, null, 2);
  return text.replace(/[\x7f-\x9f]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`) + "\n";
}
