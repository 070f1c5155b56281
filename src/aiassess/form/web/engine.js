// The engine, in a form that carries it: the level so far, what it rests on, and the papers that the command line writes.
import { button } from "./controls.js";
import { answersNow, handOver, page, tell } from "./main.js";
import { keep, state } from "./state.js";
import { el, say, spoken } from "./words.js";

const PAUSE = 400; // milliseconds without a change before answers are scored
const PATIENCE = 30_000; // milliseconds before a worker that does not reply is taken for stopped; at its start, four times
const MOST_STARTS = 3;
const PAPERS = [
  ["report.html", "text/html", "engine.report_html"],
  ["decision.html", "text/html", "engine.decision_html"],
  ["report.json", "application/json", "engine.report_json"],
];

const engine = { worker: null, ready: false, failed: false, waiting: new Map(), next: 0, timer: 0, starts: 0, busy: false, scored: null };
const levelLine = el("p", { id: "level", class: "level", role: "status" });
const resultBox = el("section", { id: "result", hidden: true, "aria-labelledby": "result-title" });

// Return what a part of the engine is: gzip in base64, in an element of the page.
async function unpacked(name) {
  const text = atob(document.getElementById(`engine-${name}`).textContent);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function startEngine() {
  engine.starts++;
  try {
    if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
    const names = ["loader", "wasm", "stdlib", "app", "questionnaire"];
    const [loader, wasm, stdlib, app, questionnaire] = await Promise.all(names.map(unpacked));
    const address = URL.createObjectURL(new Blob([loader], { type: "text/javascript" }));
    engine.worker = new Worker(address);
    engine.worker.onmessage = ({ data }) => replied(data);
    engine.worker.onerror = (event) => {
      event.preventDefault();
      stopped(String(event.message));
    };
    await ask({ parts: { wasm, stdlib, app, questionnaire } }, [wasm, stdlib, app, questionnaire]);
    engine.ready = true;
  } catch (fault) {
    console.error(fault);
    engine.failed = true;
  }
  follow();
}

function ask(question, handed = []) {
  return new Promise((resolve, reject) => {
    const id = engine.next++;
    const timer = setTimeout(stopped, question.parts ? 4 * PATIENCE : PATIENCE, "no reply");
    engine.waiting.set(id, { resolve, reject, timer });
    engine.worker.postMessage({ id, ...question }, handed);
  });
}

function replied({ id, text, fault }) {
  const { resolve, reject, timer } = engine.waiting.get(id);
  clearTimeout(timer);
  engine.waiting.delete(id);
  if (fault === undefined) resolve(text);
  else reject(new Error(fault));
}

// The worker is gone: what waits for it has failed, and another one is started, unless the first never was.
function stopped(fault) {
  engine.worker.terminate();
  engine.worker.onmessage = null;
  clearTimeout(engine.timer);
  const again = engine.ready && engine.starts < MOST_STARTS;
  Object.assign(engine, { ready: false, failed: !again });
  for (const id of engine.waiting.keys()) replied({ id, fault });
  if (again) startEngine();
}

// Score what is there now; what changes meanwhile is scored after it.
async function scoreNow() {
  if (engine.busy) return later();
  engine.busy = true;
  const { text } = answersNow();
  try {
    const { level, parts } = JSON.parse(await ask({ answers: text }));
    showLevel(level.join(" · "));
    drawResult(parts);
  } catch (fault) {
    console.error(fault);
    showLevel(say("engine.failed"));
    resultBox.replaceChildren();
  }
  Object.assign(engine, { busy: false, scored: engine.ready ? text : null });
  follow();
}

function later() {
  clearTimeout(engine.timer);
  engine.timer = setTimeout(scoreNow, PAUSE);
}

// After whatever was drawn: a level that may be out of date is pale, and its result hidden, until the answers are scored.
function follow() {
  const { ready, failed, scored } = engine;
  const isOld = ready && answersNow().text !== scored;
  levelLine.classList.toggle("old", isOld);
  resultBox.hidden = !ready || isOld || state.place.view !== "review";
  if (!ready) showLevel(say(failed ? "engine.failed" : "engine.loads"));
  if (isOld) later();
}

// What is the same is not said twice.
function showLevel(text) {
  levelLine.lang = spoken.lang;
  if (levelLine.textContent !== text) levelLine.textContent = text;
}

function drawResult(parts) {
  resultBox.replaceChildren(
    el("h2", { id: "result-title" }, say("engine.result")),
    ...parts.flatMap(([title, runs]) => [el("h3", {}, title), ...runs.flatMap(drawRun)]),
    el("h3", {}, say("engine.papers")),
    el("p", { class: "tools" }, PAPERS.map(paperButton)),
  );
}

function drawRun([kind, lines]) {
  const each = (tag) => lines.map((line) => el(tag, {}, el("bdi", {}, line)));
  return kind === "Item" ? [el("ul", {}, each("li"))] : each("p");
}

function paperButton([name, type, words]) {
  const hand = async () => {
    try {
      handOver(await ask({ answers: answersNow().text, name }), name, type);
      keep();
      tell(el("p", {}, say("engine.handed", { file: name })));
    } catch {
      tell(el("p", { class: "fault" }, say("engine.failed")));
    }
  };
  return button(say(words), hand, { id: name.replace(".", "-") });
}

page.head.after(levelLine);
document.getElementById("main").append(resultBox);
addEventListener("drawn", follow);
follow();
addEventListener("load", () => setTimeout(startEngine));
