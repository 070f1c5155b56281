"""The plan against brute force: every combination of answers, scored by the engine."""

from dataclasses import replace
from itertools import combinations, pairwise, product

from hypothesis import assume, event, given
from hypothesis import strategies as st

from aiassess import Answer, score
from aiassess.explain.asked import TARGET_VERDICTS, target_of
from aiassess.explain.plan import NoPlan, Plan, any_answer, controls_only, find_plan
from aiassess.model import conditions as c
from aiassess.model.answers import Evidence
from aiassess.model.risks import Risk
from aiassess.program.domain import effort_of
from support.examples import examples
from support.strategies import questionnaires, random_answers
from support.tiny import answer_set, control, inherent, tiny

MOST_COMBINATIONS = 1500


def numbers(q, question):
    """Numbers that a question takes: every one at which a band or condition changes, and one on each side of it."""
    looked_at = [rule.when for rule in q.rules]
    looked_at += [
        condition for each in q.questions for condition in (each.applies_if, *(f.when for f in each.findings))
    ]
    marks = {band.up_to for band in question.bands} | {question.minimum, question.maximum}
    for test in (test for condition in looked_at for test in c.tests_in(condition)):
        if test.question == question.id and isinstance(test, (c.AtLeast, c.AtMost)):
            marks.add(test.bound)
    exact = sorted(mark for mark in marks if mark is not None) or [0]
    between = [low + 1 if question.whole else (low + high) / 2 for low, high in pairwise(exact)]
    low = exact[0] - 1 if question.minimum is None else question.minimum
    high = exact[-1] + 1 if question.maximum is None else question.maximum
    return sorted(n for n in {*exact, *between, low, high} if low <= n <= high and (not question.whole or n == int(n)))


def values(q, question, now):
    """Every value that could be given; of numbers, all that a band or condition could tell apart."""
    if question.type == "choice":
        return [option.id for option in question.options]
    if question.type == "choices":
        plain = [option.id for option in question.options if not option.exclusive]
        chosen = [c for size in range(1, len(plain) + 1) for c in combinations(plain, size)]
        return [*chosen, *((option.id,) for option in question.options if option.exclusive)]
    if question.type == "number":
        return numbers(q, question)
    if now.status == "answered":
        return []
    return [{"text": "x", "date": "2026-01-31", "risks": (Risk("x", 1, 1),)}[question.type]]


def given_instead(question, now, value):
    """What an answer with another value is: with the evidence of now, or with some where an option counts less without."""
    chosen = value if isinstance(value, tuple) else (value,)
    less = any(option.without_evidence and option.id in chosen for option in question.options)
    return Answer("answered", value, evidence=now.evidence or ((Evidence("A letter"),) if less else ()))


def brute_force(assessment, target, free):
    """Return the least (changes, effort, places) of all combinations that reach the target, or None."""
    q, answers = assessment.questionnaire, confirmed(assessment.answers)
    ways = []
    for place, question in enumerate(q.questions):
        now = answers.get(question.id)
        others = [given_instead(question, now, v) for v in values(q, question, now)] if free(question) else []
        others = [a for a in others if (a.value, a.evidence) != (now.value, now.evidence)]
        ways.append([(place, None, 0), *((place, a, effort_of(question, now, a)) for a in others)])
    size = 1
    for way in ways:
        size *= len(way)
    assume(size <= MOST_COMBINATIONS)
    best = None
    for picked in product(*ways):
        changes = [(place, answer, effort) for place, answer, effort in picked if answer is not None]
        rank = (len(changes), sum(effort for *_, effort in changes), [place for place, *_ in changes])
        if best is not None and rank >= best:
            continue
        given = dict(answers.answers)
        for place, answer, _ in changes:
            given[q.questions[place].id] = answer
        if target.reached(score(q, replace(answers, answers=given))):
            best = rank
    return best


def confirmed(answers):
    return replace(answers, answers={name: replace(a, confirmed=True) for name, a in answers.answers.items()})


def with_changes(answers, plan):
    """The answers with a plan carried out: changed answers are confirmed, and so are those that it says must be."""
    given = dict(answers.answers)
    for question in plan.confirm:
        given[question.id] = replace(given[question.id], confirmed=True)
    for change in plan.changes:
        given[change.question.id] = change.candidate.answer
    return replace(answers, answers=given)


def check(a, name, free):
    """Hold the plan against brute force."""
    q, target = a.questionnaire, target_of(a.questionnaire, name)
    best = brute_force(a, target, free)
    found = find_plan(a, target, free)
    if best is None:
        event("none")
        assert isinstance(found, NoPlan)
        assert found.settled
    else:
        event(f"{best[0]} changes")
        assert isinstance(found, Plan)
        places = [q.questions.index(change.question) for change in found.changes]
        assert (len(found.changes), found.effort, places) == best
        assert target.reached(found.after)
        assert target.reached(score(q, with_changes(a.answers, found)))
        without = score(q, with_changes(a.answers, replace(found, confirm=())))
        if not target.reached(without):
            assert [question.id for question in found.confirm] == list(without.unconfirmed)
        else:
            assert not found.confirm


@examples(60)
@given(questionnaires(), st.randoms(use_true_random=False), st.data())
def test_any_questionnaire(q, random, data):
    a = score(q, answer_set(q, random_answers(q, random)))
    name = data.draw(st.sampled_from([*TARGET_VERDICTS, *(level.id for level in q.levels)]))
    check(a, name, data.draw(st.sampled_from([controls_only(a), any_answer])))


@examples(100)
@given(questionnaires(by_level=True), st.randoms(use_true_random=False), st.data())
def test_any_questionnaire_by_level(q, random, data):
    a = score(q, answer_set(q, random_answers(q, random, proven=0.3, unconfirmed=0.3)))
    name = data.draw(st.sampled_from([*TARGET_VERDICTS, *(level.id for level in q.levels)]))
    check(a, name, data.draw(st.sampled_from([controls_only(a), any_answer])))


@st.composite
def assessments_with_controls(draw):
    """Return an assessment with much to be done: shares, credit, blocks, findings, and controls that show others."""
    number = draw(st.integers(3, 5))
    controls = []
    for place in range(number):
        points = draw(st.lists(st.integers(0, 3), min_size=2, max_size=3))
        options = {f"o{n}": p for n, p in enumerate(points)}
        more = {
            "weight": draw(st.integers(1, 3)),
            "principles": draw(st.sets(st.sampled_from(["fair", "safe"])).map(sorted)),
        }
        if draw(st.integers(0, 3)) == 0:
            severity = draw(st.sampled_from(["critical", "major"]))
            more["findings"] = [{"on": [draw(st.sampled_from(sorted(options)))], "severity": severity}]
        if place and draw(st.integers(0, 2)) == 0:
            shown_by = draw(st.sampled_from([["o0"], ["o1"]]))
            more["show_if"] = {"question": f"c{draw(st.integers(0, place - 1))}", "any_of": shown_by}
        set_aside = bool(place) and draw(st.booleans())  # a rule looks at the first
        controls.append(control(f"c{place}", options, not_applicable=set_aside, **more))
    percent = st.integers(0, 100)
    blocks = [item for item in ("incomplete", "critical_finding") if draw(st.booleans())]
    blocks += [{"principle_below_percent": draw(percent)}] if draw(st.booleans()) else []
    method = draw(st.sampled_from(["linear", "linear", "step"]))
    start = {"from_percent" if method == "linear" else "at_percent": draw(st.integers(0, 90))}
    asked = sorted(draw(st.tuples(percent, percent, percent)))
    floors = sorted(draw(st.tuples(percent, percent, percent)))
    ready = [{"controls": c, "each_principle": p} for c, p in zip(asked, floors, strict=True)]
    q = tiny(
        inherent("r1", weight=3),
        inherent("r2", weight=2),
        *controls,
        scoring={
            "controls": {"maximum": draw(st.sampled_from(["applicable", "all", 7]))},
            "mitigation": {
                "method": method,
                **start,
                "reduces_percent": draw(st.integers(30, 90)),
                "blocked_when": blocks,
            },
        },
        levels=[
            {"id": "low", "up_to_percent": draw(st.integers(5, 30)), "ready_at": ready[0]},
            {
                "id": "middle",
                "up_to_percent": draw(st.integers(31, 70)),
                "ready_at": ready[1],
            },
            {"id": "high", "ready_at": ready[2]},
        ],
        rules=[{"when": {"question": "c0", "is": "o0"}, "level": draw(st.sampled_from(["low", "middle", "high"]))}],
    )
    worst = {item["id"]: draw(st.sampled_from([*item["options"], None])) for item in controls}
    given = {name: value for name, value in worst.items() if value is not None}
    return score(q, answer_set(q, {**given, "r1": draw(st.sampled_from(["some", "all"])), "r2": "all"}))


@examples(120)
@given(assessments_with_controls(), st.sampled_from(["low", "middle", "ready", "conditional"]))
def test_work_on_controls(a, name):
    check(a, name, controls_only(a))


@st.composite
def assessments_by_level(draw):
    """Return an assessment with all that asks, counts or settles by level, phase, evidence and confirmation."""
    yes = {"question": "gate", "is": "yes"}
    less = draw(st.sampled_from([{}, {"yes": "half"}, {"yes": "half", "half": "no"}]))

    def options(points):
        return [
            {"id": name, "label": name, "points": n, **({"without_evidence": less[name]} if name in less else {})}
            for name, n in points.items()
        ]

    def shown(inherent_above):
        level = {"level_at_least": draw(st.sampled_from(["middle", "high", "banned"]))}
        other = {"question": "c0", "is": "yes"}
        forms = [None, other, level, {"not": level}, {"any": [level, other]}] if inherent_above else [None, yes]
        form = draw(st.sampled_from(forms))
        return {} if form is None else {"show_if": form}

    maturity = options({"no": 0, "half": 1, "yes": 3})
    phases = st.sampled_from([["live"], ["idea", "live"]])
    principles = st.sampled_from([[], ["fair"]])
    questions = [
        {"id": "gate", "options": {"no": 0, "yes": 0}},
        {"id": "phase", "options": {"idea": 0, "live": 0}},
        control("c0", maturity, principles=["fair"]),
        inherent("r1", draw(st.sampled_from([{"none": 0, "all": 4}, options({"yes": 0, "half": 2, "no": 3})]))),
        inherent("r2", {"none": 0, "all": 3}, weight=draw(st.integers(1, 2)), not_applicable=True, **shown(False)),
        control("c1", maturity, phases=["idea"], principles=draw(principles), **shown(True)),
        control("c2", {"no": 0, "yes": 2}, phases=draw(phases), not_applicable=True, **shown(True)),
    ]
    levels = [
        {"id": "low", "up_to_percent": draw(st.integers(5, 40))},
        {"id": "middle", "up_to_percent": draw(st.integers(41, 90))},
        {"id": "high"},
        {"id": "banned", "stop": True},
    ]
    asked = sorted(draw(st.lists(st.integers(0, 100), min_size=3, max_size=3)))
    floor = draw(st.sampled_from([0, 60]))
    for level, share in zip(levels, asked, strict=False):
        level["ready_at"] = {"controls": share, "each_principle": floor}
    blocks = [item for item in ("incomplete", "critical_finding") if draw(st.booleans())]
    rules = [
        {
            "when": {"all": [yes, {"question": "r1", "answered": True}]},
            "level": draw(st.sampled_from(["middle", "high"])),
        },
        {"when": {"question": draw(st.sampled_from(["c0", "gate"])), "is": "no"}, "level": "banned"},
    ]
    q = tiny(
        *questions,
        dimensions={
            "principles": [{"id": "fair", "title": "Fair"}],
            "phases": [{"id": name, "title": name} for name in ("idea", "live")],
        },
        phase_question="phase",
        levels=levels,
        rules=rules[: draw(st.integers(0, 2))],
        scoring={
            "level_from": draw(st.sampled_from(["inherent", "residual"])),
            "inherent": draw(
                st.sampled_from(
                    [
                        {"maximum": "applicable"},
                        {"maximum": "all"},
                        {"maximum": 7},
                        {"maximum": 7, "unanswered": "zero"},
                    ]
                )
            ),
            "mitigation": {
                **draw(
                    st.sampled_from([{"method": "linear", "from_percent": 20}, {"method": "step", "at_percent": 50}])
                ),
                "reduces_percent": draw(st.sampled_from([40, 90])),
                "blocked_when": blocks,
            },
        },
    )
    return score(q, answer_set(q, draw_given(draw, q)))


def draw_given(draw, q):
    """Return plain answers, some with evidence, some taken over and not confirmed."""
    found = {}
    for question in q.questions:
        entry = draw(st.sampled_from([None, *({"value": option.id} for option in question.options)]))
        if entry:
            entry |= {"evidence": [{"reference": "A letter"}]} if draw(st.integers(0, 3)) == 0 else {}
            found[question.id] = entry | ({"confirmed": False} if draw(st.integers(0, 3)) == 0 else {})
    return found


@examples(100)
@given(assessments_by_level(), st.sampled_from(["low", "middle", "high", "hold", "conditional", "ready"]), st.data())
def test_by_level_phase_evidence_and_confirmation(a, name, data):
    check(a, name, data.draw(st.sampled_from([controls_only(a), any_answer])))
