"""Small random questionnaires, and random answers to any questionnaire.

``questionnaires()`` gives every shape that lint finds no error in. ``questionnaires(monotone=True)`` keeps to rules and
critical findings that look for what is worse, as an author means them: then a worse answer must never help.
``questionnaires(by_level=True)`` has questions asked by level and by phase, options that need evidence, levels read off
inherent risk, bounds of dates and numbers, and checks.
"""

import itertools
from dataclasses import dataclass, field
from random import Random

from hypothesis import note
from hypothesis import strategies as st

from aiassess.questionnaire.freeze import build_questionnaire
from support.tiny import document

BOUNDS = range(-2, 12)
NUMBERS = [-3, -2, 0, 1, 2.5, 4, 7, 9.5, 11, 13]
DATES = ["2024-02-29", "2026-01-31"]
TEXTS = ["words", "Ünïcode · 漢字", "two\nlines"]
SEVERITIES = ["critical", "major", "minor"]
TAGS = {"principles": ["fair", "safe"], "actors": ["owner", "maker"]}


@dataclass
class Made:
    """A questionnaire in the making."""

    monotone: bool
    questions: list[dict] = field(default_factory=list)
    levels: list[dict] | None = None
    """The levels, if questions are asked by level and by phase."""
    no_more_inherent: bool = False
    phase: str | None = None


@st.composite
def questionnaires(draw, *, monotone=False, trigger=False, by_level=False):
    """Return a small questionnaire; see ``documents``."""
    return build_questionnaire(draw(documents(monotone=monotone, trigger=trigger, by_level=by_level)))


@st.composite
def documents(draw, *, monotone=False, trigger=False, by_level=False):
    """Return the document of a small questionnaire that lint finds no error in (a test holds that).

    ``trigger``: its first question, ``trigger`` (no, yes), is not scored and shows some of the others, where it is yes;
    nothing else looks at it.
    """
    made = Made(monotone, levels=draw_levels(draw) if by_level else None)
    sections = [
        {
            "id": f"s{s}",
            **draw_show_if(draw, made, trigger),
            "questions": [draw_question(draw, made, trigger) for _ in range(n)],
        }
        for s, n in enumerate(draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)))
    ]
    if trigger:
        sections.insert(0, {"id": "first", "questions": [{"id": "trigger", "options": {"no": 0, "yes": 0}}]})
    for question in made.questions:
        draw_findings(draw, made, question)
    levels = made.levels or draw_levels(draw)
    rules = draw_rules(draw, made, levels)
    whole = document(sections=sections, rules=rules, scoring=draw_scoring(draw), levels=levels)
    if by_level:
        draw_keys_by_level(draw, made, whole)
    return whole


# Questions


def draw_question(draw, made, trigger):
    draw_end_of_inherent(draw, made)
    if made.levels and not made.phase and draw(st.booleans()):
        return draw_phase(draw, made, trigger)
    kind = draw(st.sampled_from(["choice", "choice", "choices", "number", "text", "risks", "date"]))
    question = {"id": f"q{len(made.questions)}", "type": kind, **draw_show_if(draw, made, trigger)}
    question |= {"required": draw(st.booleans()), "not_applicable": draw(st.booleans())}
    if kind in ("choice", "choices", "number"):
        score = draw(st.sampled_from(["control", None] if made.no_more_inherent else ["inherent", "control", None]))
        question |= {"score": score, "weight": draw(st.integers(1, 3))} if score else {}
    if kind in ("choice", "choices"):
        points = draw(st.lists(st.integers(0, 4), min_size=1, max_size=3))
        question["options"] = {f"o{i}": n for i, n in enumerate(points)}
        if kind == "choices":
            question["aggregate"] = draw(st.sampled_from(["sum", "max"]))
            if draw(st.booleans()):
                question["options"]["none!"] = 0 if made.monotone else draw(st.integers(0, 6))
    if kind == "number":
        question |= draw_number(draw, made)
    if kind == "date" and made.levels:
        question |= draw(st.sampled_from(DATE_BOUNDS))
    for name, tags in TAGS.items():
        question[name] = draw(st.lists(st.sampled_from(tags), unique=True, max_size=2))
    if made.levels:
        question["phases"] = draw(st.lists(st.sampled_from(PHASES), unique=True, max_size=2))
    made.questions.append(question)
    return question


def draw_number(draw, made):
    bounds = sorted(draw(st.sets(st.sampled_from(BOUNDS), max_size=2)))
    points = draw(st.lists(st.integers(0, 4), min_size=len(bounds) + 1, max_size=len(bounds) + 1))
    points = sorted(points) if made.monotone else points
    bands = [{"up_to": bound, "points": n} for bound, n in zip(bounds, points, strict=False)]
    limits = draw(st.sampled_from(NUMBER_LIMITS)) if made.levels else {}
    return {"bands": [*bands, {"points": points[-1]}], **limits}


def draw_end_of_inherent(draw, made):
    if made.levels and draw(st.integers(0, 3)) == 0:
        made.no_more_inherent = True


def draw_phase(draw, made, trigger):
    question = {
        "id": "phase",
        "type": "choice",
        "options": dict.fromkeys(PHASES, 0),
        **draw_show_if(draw, made, trigger),
    }
    question |= {"not_applicable": False, "required": draw(st.booleans())}
    made.phase = "phase"
    made.questions.append(question)
    return question


def draw_show_if(draw, made, trigger):
    shown = []
    if made.no_more_inherent and draw(st.booleans()):
        level = {"level_at_least": draw(st.sampled_from(made.levels))["id"]}
        other = draw_condition(draw, made.questions) if made.questions else level
        shown.append(draw(st.sampled_from([level, level, {"not": level}, {"any": [level, other]}])))
    if trigger and draw(st.booleans()):
        shown.append({"question": "trigger", "is": "yes"})
    if made.questions and draw(st.integers(0, 2)) == 0:
        shown.append(draw_condition(draw, made.questions))
    return {"show_if": {"all": shown} if len(shown) > 1 else shown[0]} if shown else {}


def draw_condition(draw, among, depth=2):
    form = draw(st.sampled_from(["test", "test", "not", "all", "any"])) if depth else "test"
    if form == "test":
        return draw_test(draw, draw(st.sampled_from(among)))
    if form == "not":
        return {"not": draw_condition(draw, among, depth - 1)}
    return {form: [draw_condition(draw, among, depth - 1) for _ in range(draw(st.integers(1, 2)))]}


def draw_test(draw, question):
    name, tests = question["id"], [{"answered": True}]
    if question["not_applicable"]:
        tests.append({"not_applicable": True})
    if "options" in question:
        ids = [option.rstrip("!") for option in question["options"]]
        some = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
        tests += [{"is": some[0]}, {"any_of": some}]
        tests += [{"all_of": some}] if question["type"] == "choices" else []
    if question["type"] == "number":
        tests += [{test: draw(st.sampled_from(BOUNDS))} for test in ("at_least", "at_most")]
    if question["type"] == "risks":
        tests.append({"rating_at_least": draw(st.integers(1, 25))})
    return {"question": name, **draw(st.sampled_from(tests))}


# Rules and findings


def draw_worse_test(draw, question):
    """Return a test that a worse answer never makes fail, or None."""
    name, score, options = question["id"], question.get("score"), question.get("options", {})
    if score is None:
        return draw_test(draw, question)
    if question["type"] == "choice":
        limit = draw(st.sampled_from(list(options.values())))
        worse = [option for option, n in options.items() if (n >= limit if score == "inherent" else n <= limit)]
        return {"question": name, "any_of": worse}
    if question["type"] == "choices":
        if score == "control":
            return {"question": name, "is": "none"} if "none!" in options else None
        some = draw(st.lists(st.sampled_from([o for o in options if o != "none!"]), min_size=1, unique=True))
        return {"question": name, draw(st.sampled_from(["any_of", "all_of"])): some}
    return {"question": name, "at_least" if score == "inherent" else "at_most": draw(st.sampled_from(BOUNDS))}


def draw_worse(draw, among, depth=1):
    """Return a condition that a worse answer never makes fail."""
    form = draw(st.sampled_from(["test", "test", "all", "any"])) if depth else "test"
    if form == "test":
        tests = [test for question in among if (test := draw_worse_test(draw, question))]
        return draw(st.sampled_from(tests)) if tests else {"question": among[0]["id"], "answered": True}
    return {form: [draw_worse(draw, among, depth - 1) for _ in range(draw(st.integers(1, 2)))]}


def draw_findings(draw, made, question):
    findings = []
    for severity in draw(st.lists(st.sampled_from(SEVERITIES), max_size=2)):
        if made.monotone and severity == "critical":
            test = draw_worse_test(draw, question) if question.get("score") else draw_worse(draw, made.questions)
            findings += [{"severity": severity, "when": test}] if test else []
        elif "options" in question and draw(st.booleans()):
            ids = [option.rstrip("!") for option in question["options"]]
            findings.append({"severity": severity, "on": draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))})
        else:
            findings.append({"severity": severity, "when": draw_condition(draw, made.questions, 1)})
    question["findings"] = findings


def draw_rules(draw, made, levels):
    gates = [question for question in made.questions if not question["not_applicable"]]
    rules = []
    for _ in range(draw(st.integers(0, 3)) if gates else 0):
        when = draw_worse(draw, gates) if made.monotone else draw_condition(draw, gates)
        rule = {"when": when, "level": draw(st.sampled_from(levels))["id"]}
        # Otherwise to be unsure may be worse than to say yes (stop, where "yes" is only "hold").
        stops = any(level["id"] == rule["level"] and level.get("stop") for level in levels)
        if draw(st.booleans()) and (stops or not made.monotone or "question" in when):
            rule["unsure"] = "stop"
        if stops:  # what stops a system may not be left out
            for name in questions_in(when):
                next(question for question in gates if question["id"] == name)["required"] = True
        rules.append(rule)
    return rules


def questions_in(condition):
    if "question" in condition:
        return {condition["question"]}
    parts = [*condition.get("all", []), *condition.get("any", []), *([condition["not"]] if "not" in condition else [])]
    return {name for part in parts for name in questions_in(part)}


# By level and by phase

PHASES = ["idea", "pilot", "live"]
NUMBER_LIMITS = [{}, {"whole": True}, {"minimum": 2, "maximum": 4}, {"minimum": 0.5, "maximum": 1.5, "whole": True}]
DATE_BOUNDS = [
    {},
    {"minimum": "2026-01-31"},
    {"maximum": "2026-01-30"},
    {"minimum": "2024-02-29", "maximum": "2024-02-29"},
]


def draw_keys_by_level(draw, made, whole):
    """Add to a whole document what no other draw looks at."""
    whole["dimensions"]["phases"] = [{"id": name, "title": name.title()} for name in PHASES]
    if made.phase:
        whole["phase_question"] = made.phase
    whole["scoring"]["level_from"] = draw(st.sampled_from(["residual", "inherent"]))
    if draw(st.booleans()):
        whole["checks"] = [{"id": "odd", "when": draw_condition(draw, made.questions), "text": "Odd."}]
    for options in [
        question["options"] for part in whole["sections"] for question in part["questions"] if "options" in question
    ]:
        for place, option in enumerate(options[1:], 1):  # each as one before it: so there is no circle
            if draw(st.booleans()):
                option["without_evidence"] = draw(st.sampled_from(options[:place]))["id"]


# Scoring and levels


def draw_scoring(draw):
    basis = st.sampled_from(["all", "applicable", 1, 7, 20])
    inherent = {"maximum": draw(basis), "unanswered": draw(st.sampled_from(["worst", "zero"]))}
    if inherent["maximum"] == "applicable":
        inherent["unanswered"] = "worst"
    method = draw(st.sampled_from(["none", "step", "linear"]))
    mitigation = {"method": method}
    if method != "none":
        # A step at 0% would be given without any control: docs/scoring.md does not mean that.
        start = draw(st.sampled_from([0.1, 25, 50, 80] if method == "step" else [0, 25, 50, 80]))
        mitigation |= {"at_percent" if method == "step" else "from_percent": start}
        mitigation["reduces_percent"] = draw(st.sampled_from([0, 15, 40, 100]))
        blockers = ["incomplete", "critical_finding", {"principle_below_percent": 50}]
        mitigation["blocked_when"] = [item for item in blockers if draw(st.booleans())]
    return {"inherent": inherent, "controls": {"maximum": draw(basis)}, "mitigation": mitigation}


def draw_levels(draw):
    marks = sorted(draw(st.sets(st.integers(0, 100), max_size=2)))
    by_rule = draw(st.integers(0, 2))
    stop_from = draw(st.integers(len(marks) + 1, len(marks) + 1 + by_rule))
    levels = []
    asked = {"controls": 0, "each_principle": 0}
    for i in range(len(marks) + 1 + by_rule):
        level = {"id": f"l{i}"}
        if i < len(marks):
            level["up_to_percent"] = marks[i]
        if i >= stop_from:
            level["stop"] = True
        else:
            asked = {
                name: draw(st.sampled_from([n for n in (0, 30, 60, 100) if n >= least]))
                for name, least in asked.items()
            }
            level["ready_at"] = asked
        levels.append(level)
    return levels


# Answers, by a random.Random: drawing each would take most of a property's time


def many_answers(questionnaire, seed, number, **how):
    """Yield so many plain answer sets; see ``random_answers``."""
    random = Random(seed)
    for _ in range(number):
        given = random_answers(questionnaire, random, **how)
        note(str(given))
        yield given, random


def random_answers(
    questionnaire, random, *, omit=0.15, unsure=0.1, aside=0.15, proven=0.0, unconfirmed=0.0, waiting=0.0, merged=0.0
):
    """Return plain answers.

    The numbers are how often a question is left out, answered unsure, set aside if it may be, and how often an answer has
    evidence or is not confirmed, an unsure one waits for somebody, and one says whose it is.
    """
    given = {}
    actors = [actor.id for actor in questionnaire.actors]
    for question in questionnaire.questions:
        if random.random() >= omit:
            entry = random_entry(question, random, unsure=unsure, aside=aside)
            more = {"evidence": [{"reference": "Minutes"}]} if proven and random.random() < proven else {}
            more |= {"confirmed": False} if unconfirmed and random.random() < unconfirmed else {}
            if waiting and actors and type(entry) is dict and "status" in entry and random.random() < waiting:
                more |= {"for": random.choice(actors)} if entry["status"] == "unsure" else {}
            if merged and random.random() < merged:
                more |= {"from": random.choice([["ICTSO"], ["Vendor", "ictso.xlsx"]])}
            given[question.id] = entry if not more else {**(entry if type(entry) is dict else {"value": entry}), **more}
    return given


def random_entry(question, random, *, unsure=0.0, aside=0.15):
    """Return one plain answer, in the long or the short form."""
    if random.random() < unsure:
        return {"status": "unsure", "evidence": [{"reference": "A letter"}]}
    if question.not_applicable and random.random() < aside:
        return {"status": "not_applicable", "note": "Not for us."}
    value = random_value(question, random)
    return {"value": value, "note": "Because."} if random.random() < 0.2 else value


def random_value(question, random):
    """Return a plain value that a question takes."""
    if question.kind.picks_one:
        return random.choice([option.id for option in question.options])
    if question.type == "choices":
        together = [option.id for option in question.options if not option.exclusive]
        alone = [option.id for option in question.options if option.exclusive]
        if alone and random.random() < 0.3:
            return [random.choice(alone)]
        return random.sample(together, random.randint(1, len(together)))
    if question.type == "number":
        return random.choice(numbers(question))
    if question.type == "risks":
        return [random_risk(random) for _ in range(random.randint(1, 2))]
    dates = [day for day in DATES if (question.earliest or "") <= day <= (question.latest or "9")]
    dates = dates or [question.earliest or question.latest]
    return random.choice(dates if question.type == "date" else TEXTS)


def random_risk(random):
    """Return a plain entry of a risk register."""
    risk = {"title": random.choice(TEXTS), "likelihood": random.randint(1, 5), "consequence": random.randint(1, 5)}
    if random.random() < 0.5:
        risk |= {"residual_likelihood": random.randint(1, 5), "residual_consequence": random.randint(1, 5)}
    return risk | (
        {"treatment": "Watch it.", "owner": "A. Owner", "due": "2026-12-31"} if random.random() < 0.5 else {}
    )


def numbers(question):
    """Return numbers that a question takes, on and beside its bounds."""
    bounds = [band.up_to for band in question.bands if band.up_to is not None]
    found = {*NUMBERS, *bounds, *(bound + 1 for bound in bounds)}
    low = question.minimum if question.minimum is not None else min(found)
    high = question.maximum if question.maximum is not None else max(found)
    return sorted(n for n in found | {low, high} if low <= n <= high and (not question.whole or n == int(n)))


# Worse answers


def worse_values(question, value):
    """Return plain values that are worse than a plain one: more inherent risk, or less control."""
    higher = question.score == "inherent"
    if question.kind.picks_one:
        points = {option.id: option.points for option in question.options}
        return [name for name, n in points.items() if (n > points[value] if higher else n < points[value])]
    if question.type == "choices":
        alone = [option.id for option in question.options if option.exclusive]
        together = [option.id for option in question.options if not option.exclusive]
        sets = [list(some) for n in range(1, len(together) + 1) for some in itertools.combinations(together, n)]
        if value[0] in alone:
            return sets if higher else []
        worse = [some for some in sets if (set(some) > set(value) if higher else set(some) < set(value))]
        return worse if higher else [*worse, *([name] for name in alone)]
    if question.type == "number" and question.bands:
        return [n for n in numbers(question) if (n > value if higher else n < value)]
    return []
