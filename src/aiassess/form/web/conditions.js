// Which questions apply, and which checks hold (docs/scoring.md): as scoring/applicability.py and questionnaire/freeze.py do it.
// An answer is an object as an answers file has it in its long form, checked (values.js); without value and status it is blank.

const BLANK = {};

// Return the form with what each section and question asks before it applies, for all places resolved.
export function prepared(form) {
  const earlier = new Set();
  const looked = form.rules.map((rule) => [rule, questionsIn(rule.when)]);
  const levelBefore = (level) => {
    const high = form.levels.slice(form.levels.findIndex((each) => each.id === level)).map((each) => each.id);
    const rules = looked.filter(([rule, asked]) => high.includes(rule.level) && asked.every((id) => earlier.has(id)));
    return { any: [{ inherent: high }, ...rules.map(([rule]) => rule.when)] };
  };
  const sections = form.sections.map((section) => {
    const appliesIf = section.show_if && placed(section.show_if, levelBefore);
    const questions = section.questions.map((question) => {
      const asked = question.show_if ? [placed(question.show_if, levelBefore)] : [];
      const phase = form.phase_question;
      if (earlier.has(phase) && question.phases?.length) {
        // Blank or unsure: whatever any phase asks.
        asked.push({ any: [{ not: { question: phase, answered: true } }, { question: phase, any_of: question.phases }] });
      }
      earlier.add(question.id);
      const options = typeof question.options === "string" ? form.option_sets[question.options] : question.options;
      return { type: "choice", ...question, options: options ?? [], appliesIf: { all: asked } };
    });
    return { ...section, appliesIf, questions };
  });
  const questions = sections.flatMap((section) => section.questions);
  return { ...form, sections, questions, byId: new Map(questions.map((question) => [question.id, question])) };
}

function questionsIn(condition) {
  if ("question" in condition) return [condition.question];
  return (condition.all ?? condition.any ?? [condition.not]).flatMap(questionsIn);
}

function placed(condition, levelBefore) {
  if ("level_at_least" in condition) return levelBefore(condition.level_at_least);
  if ("all" in condition) return { all: condition.all.map((part) => placed(part, levelBefore)) };
  if ("any" in condition) return { any: condition.any.map((part) => placed(part, levelBefore)) };
  if ("not" in condition) return { not: placed(condition.not, levelBefore) };
  return condition;
}

// Return the questions that apply, by id in the form's order, with their answers; "answers" is a Map.
export function applicable(form, answers) {
  const active = new Map();
  const facts = factsOf(form, active);
  for (const section of form.sections) {
    if (!holds(section.appliesIf, facts)) continue;
    for (const question of section.questions) {
      if (holds(question.appliesIf, facts)) active.set(question.id, answers.get(question.id) ?? BLANK);
    }
  }
  return active;
}

// Return the checks that hold of the questions that apply.
export function contradictions(form, active) {
  const facts = factsOf(form, active);
  return form.checks.filter((check) => holds(check.when, facts));
}

// Every inherent question comes before the first that asks for the level, so it never changes afterwards.
function factsOf(form, active) {
  let level = null;
  return {
    of: (id) => active.get(id) ?? BLANK,
    inherentLevel: () => (level ??= inherentLevel(form, active)),
  };
}

function holds(condition, facts) {
  if (!condition) return true;
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  if ("inherent" in condition) return condition.inherent.includes(facts.inherentLevel());
  return tested(condition, facts.of(condition.question));
}

function tested(test, answer) {
  if ("not_applicable" in test) return answer.status === "not_applicable";
  if (!("value" in answer)) return false;
  const { value } = answer;
  const chosen = Array.isArray(value) ? value : [value];
  if ("is" in test) return chosen.includes(test.is);
  if ("any_of" in test) return test.any_of.some((option) => chosen.includes(option));
  if ("all_of" in test) return Array.isArray(value) && test.all_of.every((option) => chosen.includes(option));
  if ("at_least" in test) return value >= test.at_least;
  if ("at_most" in test) return value <= test.at_most;
  if ("rating_at_least" in test) return value.some((risk) => ratingOf(risk) >= test.rating_at_least);
  return true; // answered
}

// After treatment, if that is rated.
export function ratingOf(risk) {
  const treated = risk.residual_likelihood && risk.residual_consequence;
  return treated ? risk.residual_likelihood * risk.residual_consequence : risk.likelihood * risk.consequence;
}

// The level that the inherent points alone give, without credit. Inherent questions have "most": their weighted maximum.

function inherentLevel(form, active) {
  const asked = form.questions.filter((question) => "most" in question);
  const counted = asked.filter((question) => active.get(question.id)?.status !== "not_applicable");
  const applying = counted.filter((question) => active.has(question.id));
  const sum = (questions, points) => questions.reduce((total, question) => total + points(question), 0);
  const { maximum, unanswered } = form.inherent;
  const points = sum(applying, (question) => {
    const answer = active.get(question.id);
    return "value" in answer ? pointsOf(question, answer) : unanswered === "worst" ? question.most : 0;
  });
  const whole = { all: counted, applicable: applying }[maximum];
  return levelOf(form, points, whole ? sum(whole, (question) => question.most) : maximum);
}

function levelOf(form, points, maximum) {
  const reached = BigInt(maximum ? points : 0);
  const within = ([above, below]) => 100n * reached * BigInt(below) <= BigInt(above) * BigInt(maximum);
  return form.levels.find((level) => !level.up_to || within(level.up_to)).id;
}

function pointsOf(question, answer) {
  const weight = question.weight ?? 1;
  if (question.type === "number") {
    const band = question.bands?.find((each) => (each.up_to ?? null) === null || answer.value <= each.up_to);
    return (band?.points ?? 0) * weight;
  }
  const evidenced = Boolean(answer.evidence?.length);
  const chosen = Array.isArray(answer.value) ? answer.value : [answer.value];
  const each = question.options
    .filter((option) => chosen.includes(option.id))
    .map((option) => counted(question, option, evidenced));
  const raw = question.aggregate === "max" ? Math.max(0, ...each) : each.reduce((total, points) => total + points, 0);
  return question.type === "choices" && !evidenced ? Math.min(raw * weight, question.most) : raw * weight;
}

function counted(question, option, evidenced) {
  let found = option;
  while (!evidenced && found.without_evidence) {
    found = question.options.find((other) => other.id === found.without_evidence);
  }
  return found.points ?? 0;
}
