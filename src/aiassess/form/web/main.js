// The page: what stands around the questions, and what happens to files.
import { button, idOf } from "./controls.js";
import { answersText, opened } from "./files.js";
import { drawPaper, standing } from "./paper.js";
import { asked, begin, forget, isSettled, keep, markOf, moment, progress, state, take, takeUp } from "./state.js";
import { readAbout } from "./values.js";
import { currentSection, drawContents, drawContradictions, drawOne, drawReview, drawSection, drawStart } from "./views.js";
import { complaint, count, el, isSaid, local, say, spoken, visible } from "./words.js";

const data = JSON.parse(document.getElementById("form").textContent);
Object.assign(spoken, { words: data.words, lang: data.language });

export const page = {
  skip: el("a", { class: "skip", href: "#title" }),
  head: el("header", { class: "masthead" }),
  contents: el("div"),
  contradictions: el("div"),
  told: el("div", { class: "told", id: "told", tabindex: "-1" }),
  main: el("div"),
  notices: el("div", { class: "notices", role: "status", "aria-live": "polite" }),
  paper: el("main", { class: "paper" }),
  view: null,
};

function start() {
  begin(data.form);
  const continued = takeUp();
  keep();
  document.body.append(
    el(
      "div",
      { class: "screen" },
      page.skip,
      page.head,
      page.contents,
      el("main", { id: "main" }, page.contradictions, page.told, page.main, page.notices),
    ),
    page.paper,
  );
  draw();
  if (continued) tell(el("p", {}, say("continued")));
  addEventListener("beforeunload", (event) => {
    if (state.unsaved) event.preventDefault();
  });
  addEventListener("beforeprint", () => page.paper.replaceChildren(...drawPaper().filter(Boolean)));
}

// Draw everything anew, in the language chosen; the focus stays where it was.
function draw(focus = document.activeElement?.id) {
  document.documentElement.lang = spoken.lang;
  document.title = `${local(state.form.title)} (${standing()})`;
  page.skip.textContent = say("html.skip");
  page.head.replaceChildren(...drawHead());
  drawView();
  const target = focus && document.getElementById(focus);
  if (target) target.focus();
}

function drawView() {
  const { view, id } = state.place;
  const section = currentSection();
  const how = { changed, go, forget: startAfresh };
  const question = view === "question" ? state.form.byId.get(id) : null;
  const lost = (view === "section" && !section) || (view === "question" && !question);
  if (lost) state.place = { view: "start", id: null };
  if (view === "start" || lost) page.view = drawStart(how);
  else if (view === "review") page.view = drawReview(how);
  else page.view = view === "section" ? drawSection(section, how) : drawOne(question, how);
  const title = el("h2", { id: "title", tabindex: "-1" }, page.view.title);
  page.main.replaceChildren(title, ...page.view.parts.filter(Boolean), steps());
  drawAround();
}

function drawAround() {
  page.contents.replaceChildren(drawContents(go));
  page.contradictions.replaceChildren(drawContradictions());
  page.notices.replaceChildren(...state.notices.map((text) => el("p", {}, text)));
  const { done, open } = progress(asked());
  page.words.textContent = open ? say("interview.progress_about", { n: done, open }) : say("interview.progress_all", { n: done });
  Object.assign(page.bar, { value: done, max: Math.max(1, done + open) });
  page.unkept.hidden = state.kept;
  dispatchEvent(new Event("drawn"));
}

function changed() {
  keep();
  page.view.sync();
  const focused = document.activeElement?.id;
  drawAround();
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

// The head

function drawHead() {
  const { form } = state;
  page.words = el("span", { id: "progress" });
  page.bar = el("progress", { "aria-labelledby": "progress" });
  page.unkept = el("p", { class: "fault" }, say("stays_not_kept"));
  const file = el("input", { type: "file", id: "file", accept: ".json,application/json", hidden: true, change: open });
  return [
    el("p", { class: "kicker" }, el("strong", {}, standing()), ` · ${form.id} ${form.version}`),
    el("h1", {}, local(form.title)),
    form.languages.length > 1 ? languages() : null,
    el(
      "div",
      { class: "tools", role: "group", "aria-label": say("tools") },
      button(say("save"), save, { id: "save" }),
      button(say("open"), () => file.click(), { id: "open" }),
      file,
      button(say("print"), () => print(), { id: "print" }),
      button(say(state.oneByOne ? "by_section" : "one_by_one"), byTurns, { id: "turns" }),
      button(say(state.withHelp ? "hide_help" : "show_help"), helpOrNot, { id: "with-help" }),
    ),
    el("p", { class: "progress" }, page.bar, " ", page.words),
    page.unkept,
  ].filter(Boolean);
}

function languages() {
  const names = { en: "English", ms: "Bahasa Melayu" };
  const choose = (lang) => {
    spoken.lang = lang;
    state.notices = [];
    page.told.replaceChildren();
    draw();
  };
  const each = state.form.languages.map((lang) =>
    button(names[lang] ?? lang, () => choose(lang), { id: `in-${lang}`, lang, "aria-pressed": String(lang === spoken.lang), class: "minor" }),
  );
  return el("div", { class: "tools", role: "group", "aria-label": say("language") }, each);
}

function byTurns() {
  state.oneByOne = !state.oneByOne;
  const section = currentSection();
  if (section) state.place = shownAt(state.oneByOne ? { view: "section", id: section.id } : state.place);
  keep();
  draw("turns");
}

function helpOrNot() {
  state.withHelp = !state.withHelp;
  keep();
  draw("with-help");
}

// Going from place to place

// Return the place as it is shown: a section, or its first question if they are shown one by one.
function shownAt(place) {
  if (place.view === "section" && state.oneByOne) {
    const section = state.form.sections.find((each) => each.id === place.id);
    return { view: "question", id: asked(section)[0]?.id };
  }
  if (place.view === "question" && !state.oneByOne) {
    const section = state.form.sections.find((each) => each.questions.some((question) => question.id === place.id));
    return { view: "section", id: section.id };
  }
  return place;
}

function go(place) {
  state.place = shownAt(place);
  state.notices = [];
  page.told.replaceChildren();
  keep();
  drawView();
  const target = place.view === "question" && document.getElementById(idOf({ id: place.id }));
  const first = target && place.view === "question" ? target.querySelector("input, textarea, select, button") : null;
  (first ?? document.getElementById("title")).focus();
  (target || document.getElementById("title")).scrollIntoView({ block: "start" });
}

function places() {
  const { form, active, place, oneByOne } = state;
  const questions = form.questions.filter(({ id, hidden }) => !hidden && (active.has(id) || id === place.id));
  const sections = form.sections.filter((section) => asked(section).length || section.id === place.id);
  const view = oneByOne ? "question" : "section";
  const within = (oneByOne ? questions : sections).map(({ id }) => ({ view, id }));
  return [{ view: "start", id: null }, ...within, { view: "review", id: null }];
}

// Lead on from where the reader is, wherever that is by then.
function steps() {
  const step = (by) => {
    const all = places();
    const { view, id } = state.place;
    const here = all.findIndex((place) => place.view === view && place.id === id);
    go(all[Math.min(all.length - 1, Math.max(0, here < 0 ? 0 : here + by))]);
  };
  const { view } = state.place;
  return el(
    "p",
    { class: "tools steps" },
    view === "start" ? null : button(say("back"), () => step(-1), { id: "back" }),
    view === "review" ? button(say("save"), save, { id: "save-at-end" }) : button(say("next"), () => step(1), { id: "next" }),
  );
}

// Files

export function tell(...parts) {
  page.told.replaceChildren(...parts.filter(Boolean));
  page.told.focus();
}

// Return the answers as a file has them, and how many questions are open. It was completed when it first was complete as it is.
export function answersNow() {
  const open = asked().filter((question) => ["missing", "unsure"].includes(markOf(question))).length;
  if (!open) state.about.completed_at ??= moment();
  const about = { ...state.about, language: spoken.lang, completed_at: open ? null : state.about.completed_at };
  const answers = new Map(state.form.questions.filter((question) => !question.hidden).map((each) => [each.id, state.answers.get(each.id)]));
  return { text: answersText(state.form, readAbout(state.form, about), answers), open };
}

export function handOver(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function save() {
  const { text, open } = answersNow();
  handOver(text, "answers.json", "application/json");
  state.unsaved = false;
  keep();
  const wrong = state.faults.size;
  tell(
    el("p", {}, say("saved")),
    open ? el("p", {}, count("saved_open", open)) : null,
    wrong ? el("p", { class: "fault" }, count("saved_wrong", wrong)) : null,
  );
}

async function open(event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file || (state.unsaved && !confirm(say("open_anyway")))) return;
  const { about, answers, problems } = await opened(state.form, file);
  if (problems.length) return tell(refusal(file.name, problems));
  const others = [...answers.keys()].filter((id) => state.form.byId.get(id).hidden);
  take(about, new Map([...answers].filter(([id]) => !others.includes(id))));
  Object.assign(state, { unsaved: false, isOwn: true });
  keep();
  draw();
  const settled = [...answers.values()].filter(isSettled).length;
  tell(
    el("p", {}, count("opened", settled, { file: file.name })),
    others.length ? el("p", { class: "fault" }, count("opened_others", others.length)) : null,
  );
}

function refusal(name, problems) {
  const items = problems.slice(0, 20).map((problem) => {
    const words = isSaid(`problems.${problem.code}`) || problem.code.startsWith("page_") ? complaint(problem) : problem.code;
    return el("li", {}, problem.path ? el("code", {}, visible(problem.path)) : null, problem.path ? ": " : null, words);
  });
  const more = problems.length - items.length;
  return el(
    "div",
    { class: "refusal" },
    el("h2", {}, say("refused", { file: name })),
    el("ul", {}, items),
    more > 0 ? el("p", {}, count("refused_more", more)) : null,
  );
}

function startAfresh() {
  if (!confirm(say("forget_sure"))) return;
  forget();
  begin(data.form);
  Object.assign(state, { unsaved: false, isOwn: false, place: { view: "start", id: null } });
  draw();
  tell(el("p", {}, say("forgotten")));
}

start();
