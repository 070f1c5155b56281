"""A search for a plan ends, whatever the questionnaire, and says so if it did not find out."""

import pytest

from aiassess.explain.asked import Asked, target_of
from aiassess.explain.explanation import explain
from aiassess.explain.plan import NoPlan, Plan, any_answer, controls_only, encoding_of, find_plan
from aiassess.explain.requirements import MOST_STEPS, Requirements
from aiassess.program import solver
from aiassess.render import renderer
from support.tiny import assess, control, inherent, tiny

CREDIT = {"method": "linear", "from_percent": 40, "reduces_percent": 60}
HUGE = {"none": 0, "some": 333_331, "all": 1_000_000}


def huge(**credit):
    credit = {**CREDIT, **credit}
    if credit["method"] == "step":
        del credit["from_percent"]
    return tiny(
        inherent("harm", HUGE, weight=1000),
        inherent("reach", {"few": 0, "many": 7, "all": 999_983}, weight=999),
        control("guard", {"no": 0, "half": 499_979, "yes": 1_000_000}, weight=1000),
        scoring={"mitigation": credit},
    )


@pytest.mark.parametrize("credit", [{}, {"reduces_percent": 100}, {"method": "step", "at_percent": 40}])
def test_points_are_not_gone_through_one_by_one(credit):
    q = huge(**credit)
    assessment = assess(q, {"harm": "all", "reach": "all", "guard": "no"})
    found = find_plan(assessment, target_of(q, "low"), any_answer)
    assert isinstance(found, Plan)
    assert found.after.level.id == "low"
    everything = encoding_of(assess(q, {"harm": "all"}), any_answer, solver.Budget())
    for level in q.levels[:2]:
        asks = [ask for item in Requirements(everything).level(level) for ask in item.asks]
        assert len(asks) < MOST_STEPS


def test_more_sums_than_can_be_told_are_asked_about_at_some():
    weights = [1, 10, 100, 1000, 997, 991, 983, 977, 971, 967]
    options = {"none": 0, "some": 123_457, "most": 654_321, "all": 1_000_000}
    questions = [inherent(f"risk_{n}", options, weight=weight) for n, weight in enumerate(weights)]
    q = tiny(*questions, control(), scoring={"mitigation": CREDIT})
    given = {question.id: "all" for question in q.questions if question.score == "inherent"}
    encoding = encoding_of(assess(q, given), any_answer, solver.Budget())
    assert encoding.inherent_sums() is None
    asks = [ask for item in Requirements(encoding).level(q.levels[0]) for ask in item.asks]
    assert MOST_STEPS <= len(asks) < 2 * MOST_STEPS + 10
    found = find_plan(assess(q, given), target_of(q, "low"), any_answer)
    assert isinstance(found, NoPlan) or found.after.level.id == "low"


@pytest.mark.parametrize("work", [0, 40])
@pytest.mark.parametrize("lang", ["en", "ms"])
def test_a_search_that_is_stopped_at_its_bound_claims_nothing(monkeypatch, work, lang):
    monkeypatch.setattr(solver, "MOST_WORK", work)
    q = tiny(
        inherent(), *(control(f"guard_{n}") for n in range(9)), scoring={"mitigation": CREDIT}, languages=["en", "ms"]
    )
    assessment = assess(q, {"risk": "all"})
    found = find_plan(assessment, target_of(q, "middle"), controls_only(assessment))
    assert found == NoPlan((), settled=False)
    explanation = explain(assessment, Asked(target=target_of(q, "middle")), lang)
    (target,) = explanation["targets"]
    assert (target["settled"], target["plan"], target["obstacles"]) == (False, None, [])
    text = " ".join(renderer("text", "explanation")(explanation).split())
    assert {"en": "There may be some.", "ms": "Perubahan itu mungkin ada."}[lang] in text
    assert {"en": "proven", "ms": "terbukti"}[lang] not in text


def test_a_level_that_asks_questions_is_told_exactly_of_huge_points():
    low, bound = {"id": "low", "up_to_percent": 16.7}, {"level_at_least": "middle"}
    gate = {"id": "gate", "options": {"no": 0, "yes": 0}}
    far = inherent("reach", {"few": 0, "all": 999_983}, weight=999, show_if={"question": "gate", "is": "yes"})
    q = tiny(
        *(gate, inherent("harm", HUGE, weight=1000), far),
        *(control("guard", show_if=bound), control("fence", show_if={"not": bound})),
        scoring={"level_from": "inherent"},
        levels=[
            {**level, "ready_at": {"controls": 90, "each_principle": 0}}
            for level in (low, {"id": "middle", "up_to_percent": 50}, {"id": "high"})
        ],
    )
    assessment = assess(q, {"gate": "yes", "harm": "all", "reach": "all", "guard": "no"})
    for name, expected in {
        "low": {"gate": "no", "harm": "some"},
        "middle": {"harm": "none"},
        "ready": {"guard": "yes"},
    }.items():
        found = find_plan(assessment, target_of(q, name), any_answer)
        assert {change.question.id: change.candidate.answer.value for change in found.changes} == expected, name
