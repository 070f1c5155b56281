// The program's words in the reader's language, and elements made of them. Whatever a text is, it stays text.

export const spoken = { lang: "en", words: {} };

// Return a text of the questionnaire: one string, or one for each language.
export function local(text) {
  return typeof text === "string" ? text : (text?.[spoken.lang] ?? "");
}

export function say(key, values = {}) {
  return filled(wordsOf(key).at(-1), values);
}

export function count(key, n, values = {}) {
  return filled(wordsOf(key).at(n === 1 ? 0 : -1), { n, ...values });
}

const found = (key) => (spoken.words[spoken.lang] ?? spoken.words.en)[key];

export const isSaid = (key) => Boolean(found(key));

// Return the words for one thing and for any other number, if these differ, or one for both.
const wordsOf = (key) => [found(key)].flat();

function filled(template, values) {
  return template.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, name) => (name ? plain(values[name]) : found[0]));
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain).join(", ") || "-";
  return visible(typeof value === "string" ? value : JSON.stringify(value) ?? "-").slice(0, 400);
}

// Return a text with what could deceive its reader written out.
export function visible(text) {
  const never = /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
  return text.replace(never, (mark) => `\\u{${mark.codePointAt(0).toString(16)}}`);
}

// Return what is wrong, in words; "found" is what the reader typed.
export function complaint({ code, values }) {
  return say(code.startsWith("page_") ? code.slice("page_".length) : `problems.${code}`, values);
}

// Return an element. Of "props", functions listen, true and false set or leave out an attribute, "value" is what a field holds.
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "value" || name === "checked") element[name] = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Return what somebody wrote, with a direction of its own.
export const written = (text) => el("bdi", {}, visible(text));

export const numberOf = (question) => question.ref ?? question.id;
