"""The plan against brute force: every combination of answers, scored by the engine."""

from dataclasses import replace
from itertools import combinations, product

from hypothesis import assume, event, given
from hypothesis import strategies as st

from aiassess import Answer, score
from aiassess.explain.domain import effort_of
from aiassess.explain.plan import NoPlan, Plan, any_answer, controls_only, find_plan
from aiassess.explain.target import TARGET_VERDICTS, target_of
from aiassess.model.answers import Risk
from support.examples import examples
from support.strategies import numbers, questionnaires, random_answers
from support.tiny import answer_set, control, inherent, tiny

MOST_COMBINATIONS = 1500


def values(question, now):
    """Every value that could be given; of numbers, all that a band or condition could tell apart."""
    if question.type == "choice":
        return [option.id for option in question.options]
    if question.type == "choices":
        plain = [option.id for option in question.options if not option.exclusive]
        chosen = [c for size in range(1, len(plain) + 1) for c in combinations(plain, size)]
        return [*chosen, *((option.id,) for option in question.options if option.exclusive)]
    if question.type == "number":
        return numbers(question)
    if now.status == "answered":
        return []
    return [{"text": "x", "date": "2026-01-31", "risks": (Risk("x", 1, 1),)}[question.type]]


def brute_force(assessment, target, free):
    """Return the least (changes, effort, places) of all combinations that reach the target, or None."""
    q, answers = assessment.questionnaire, assessment.answers
    ways = []
    for place, question in enumerate(q.questions):
        now = answers.get(question.id)
        others = [Answer("answered", v) for v in values(question, now)] if free(question) else []
        ways.append(
            [(place, None, 0), *((place, a, effort_of(question, now, a)) for a in others if a.value != now.value)]
        )
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
            given[q.questions[place].id] = replace(
                answers.get(q.questions[place].id), status="answered", value=answer.value
            )
        if target.reached(score(q, replace(answers, answers=given))):
            best = rank
    return best


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


@examples(60)
@given(questionnaires(), st.randoms(use_true_random=False), st.data())
def test_any_questionnaire(q, random, data):
    a = score(q, answer_set(q, random_answers(q, random)))
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
