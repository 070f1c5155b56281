// What is shown at a time: the start, a section, a question, or the review.
import { button, field, idOf, listField, textField } from "./controls.js";
import { drawQuestion } from "./questions.js";
import { asked, describe, isSettled, lacksEvidence, markOf, noteAsker, progress, state } from "./state.js";
import { count, el, isSaid, local, numberOf, say, visible, written } from "./words.js";

// Each returns {title, parts, sync}: "go" leads to another place, "changed" is called after every change.

export function drawStart({ changed, forget }) {
  const { form } = state;
  const fields = ["assessor", "classification", "reference"];
  const shownLanguages = form.only.map((id) => local(form.actors.find((actor) => actor.id === id).title));
  const parts = [
    el("p", {}, local(form.statement)),
    shownLanguages.length ? el("p", {}, say("part", { actors: shownLanguages.join(", ") })) : null,
    el("p", {}, say(state.kept ? "stays_kept" : "stays_not_kept")),
    el("p", {}, say("how")),
    form.preparation.length ? [el("h3", {}, say("papers")), el("ul", {}, form.preparation.map((text) => el("li", {}, local(text))))] : null,
    el("h3", {}, say("about")),
    fields.map((name) => {
      const update = (value) => {
        describe({ [name]: value });
        changed();
      };
      const props = { maxlength: form.limits.text };
      return field(textField(`about-${name}`, state.about[name], update, props), say(`about_${name}`), say(`about_${name}_hint`));
    }),
    el("p", {}, button(say("forget"), forget, { class: "minor" })),
  ];
  return { title: say("start"), parts: parts.flat(2), sync: () => {} };
}

export function drawSection(section, { changed }) {
  const drawn = section.questions.filter((question) => !question.hidden).map((question) => drawQuestion(question, changed));
  const sync = () => {
    for (const { question } of drawn) document.getElementById(idOf(question)).hidden = !state.active.has(question.id);
  };
  for (const { question, element } of drawn) element.hidden = !state.active.has(question.id);
  return { title: local(section.title), parts: [intro(section), ...drawn.map((each) => each.element)], sync };
}

export function drawOne(question, { changed }) {
  const section = state.form.sections.find((each) => each.questions.includes(question));
  const first = asked(section)[0] === question;
  const { element } = drawQuestion(question, changed);
  return { title: local(section.title), parts: [first ? intro(section) : null, element], sync: () => {} };
}

const intro = (section) => (section.intro ? el("p", { class: "intro" }, local(section.intro)) : null);

// The review

export function drawReview({ go, changed }) {
  const list = el("div");
  const actors = state.form.actors.filter((actor) => asked().some((question) => concerns(question, actor.id)));
  const choices = [["", say("everybody")], ...actors.map((actor) => [actor.id, local(actor.title)])];
  const draw = (actor) => list.replaceChildren(...groups(actor, go));
  const filter = listField("review-actor", "", choices, draw);
  draw("");
  const parts = [actors.length ? field(filter, say("whom")) : null, list];
  return { title: say("review"), parts, sync: () => {} };
}

function concerns(question, actor) {
  return !actor || (question.actors ?? []).includes(actor) || state.answers.get(question.id)?.for === actor;
}

function groups(actor, go) {
  const questions = asked().filter((question) => concerns(question, actor));
  const first = new Set();
  const group = (key, found, lead = () => null) => {
    const fresh = found.filter((question) => !first.has(question));
    fresh.forEach((question) => first.add(question));
    return fresh.length ? listed(say(`interview.review_${key}`), say(`interview.review_${key}_do`), fresh, go, lead) : [];
  };
  const marked = (mark) => questions.filter((question) => markOf(question) === mark);
  const waiting = (question) => state.answers.get(question.id)?.for;
  const wrong = questions.filter((question) => state.faults.has(question.id));
  const found = [
    ...state.holding.flatMap((check) => listed(local(check.text), say("interview.review_contradictions_do"), behind(check), go)),
    ...(wrong.length ? listed(say("wrong"), say("wrong_do"), wrong, go) : []),
    ...group("missing", marked("missing")),
    ...group("waiting", marked("unsure").filter(waiting), (question) => titleOf(waiting(question))),
    ...group("unsure", marked("unsure")),
    ...group("unconfirmed", questions.filter((question) => state.answers.get(question.id)?.confirmed === false)),
    ...group("unevidenced", questions.filter(lacksEvidence)),
    ...notesDue(questions, go),
  ];
  const counts = ["answered", "not_applicable", "missing", "unsure", "optional"].filter((mark) => marked(mark).length);
  const summary = counts.map((mark) => count(`interview.count_${mark}`, marked(mark).length)).join(", ");
  const aside = keptAside();
  return [
    el("p", {}, summary || say("nothing_asked")),
    ...(found.length ? found : [el("p", {}, say("all_done"))]),
    ...(aside.length ? [el("p", { class: "hint" }, count("kept_aside", aside.length))] : []),
    el("p", {}, say(isSaid("engine.then") ? "engine.then" : "then")),
  ];
}

const titleOf = (id) => local(state.form.actors.find((actor) => actor.id === id).title);

function notesDue(questions, go) {
  const due = questions.filter((question) => noteAsker(question) && !state.answers.get(question.id).note);
  return due.length ? listed(say("notes_due"), say("note_due"), due, go) : [];
}

function keptAside() {
  const { form, answers, active } = state;
  return form.questions.filter((question) => !question.hidden && !active.has(question.id) && isSettled(answers.get(question.id)));
}

// Return the questions that a check looks at, of those that are asked here.
function behind(check) {
  const ids = (condition) => ("question" in condition ? [condition.question] : (condition.all ?? condition.any ?? [condition.not]).flatMap(ids));
  const named = new Set(ids(check.when));
  return asked().filter((question) => named.has(question.id));
}

function listed(title, advice, questions, go, lead = () => null) {
  const items = questions.map((question) => {
    const words = answerWords(question);
    const name = [el("span", { class: "number" }, numberOf(question)), " ", local(question.text)];
    return el(
      "li",
      {},
      el("button", { type: "button", class: "link", click: () => go({ view: "question", id: question.id }) }, name),
      words.length ? [": ", written(words.join("; "))] : null,
      lead(question) ? el("span", { class: "hint" }, ` (${lead(question)})`) : null,
    );
  });
  return [el("h3", {}, `${title} (${questions.length})`), el("p", { class: "hint" }, advice), el("ul", { class: "review" }, items)];
}

// Return what is answered, in words.
export function answerWords(question) {
  const answer = state.answers.get(question.id) ?? {};
  if (answer.status) return [say(`answer_${answer.status}`)];
  if (!("value" in answer)) return [];
  const { value } = answer;
  if (question.options.length) {
    const chosen = [value].flat();
    return question.options.filter((option) => chosen.includes(option.id)).map((option) => local(option.label));
  }
  if (question.type === "risks") return value.map((risk) => risk.title);
  return [question.unit ? `${value} ${local(question.unit)}` : String(value)];
}

// The list of sections, each with how far it is

export function drawContents(go) {
  const { place, form } = state;
  const here = currentSection();
  const item = (to, title, more, current) =>
    el("li", {}, el("button", { type: "button", class: "link", "aria-current": current ? "step" : null, click: () => go(to) }, title, more));
  const sections = form.sections.filter((section) => asked(section).length);
  return el(
    "nav",
    { class: "contents", "aria-label": say("contents") },
    el(
      "ol",
      {},
      item({ view: "start", id: null }, say("start"), null, place.view === "start"),
      sections.map((section) => {
        const questions = asked(section);
        const { done } = progress(questions);
        const more = el("span", { class: "count" }, ` ${say("of", { done, all: questions.length })}`);
        return item({ view: "section", id: section.id }, local(section.title), more, section === here);
      }),
      item({ view: "review", id: null }, say("review"), null, place.view === "review"),
    ),
  );
}

export function currentSection() {
  const { view, id } = state.place;
  if (view === "section") return state.form.sections.find((section) => section.id === id);
  return view === "question" ? state.form.sections.find((section) => section.questions.some((each) => each.id === id)) : null;
}

// Return the titles of contradictions that hold, for every page to show.
export function drawContradictions() {
  const texts = state.holding.map((check) => el("p", {}, say("interview.contradiction", { text: visible(local(check.text)) })));
  return el("div", { class: "contradictions" }, texts);
}
