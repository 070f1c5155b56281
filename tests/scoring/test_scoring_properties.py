"""What must hold of every questionnaire that lint finds no error in (docs/scoring.md), tried on random small ones."""

import copy

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aiassess.questionnaire.build import build_questionnaire
from aiassess.scoring.result import VERDICTS
from support.examples import examples
from support.strategies import answers_to, assessed, entries, questionnaires, worse_values
from support.tiny import assess, control, inherent, report_of, tiny


def place(questionnaire, result):
    """Return level and verdict as numbers: higher is worse."""
    return questionnaire.rank[result.level.id], VERDICTS.index(result.verdict)


def plain_value(entry):
    return entry.get("value") if isinstance(entry, dict) else entry


@examples(150)
@given(assessed(monotone=True), st.data())
def test_a_worse_answer_never_lowers_the_level_nor_turns_the_verdict_milder(case, data):
    questionnaire, given = case
    before = assess(questionnaire, given)
    scored = [
        (name, worse)
        for name, entry in given.items()
        if name in before.marks and questionnaire.by_id[name].score and plain_value(entry) is not None
        for worse in worse_values(questionnaire.by_id[name], plain_value(entry))
    ]
    assume(scored)
    for name, worse in data.draw(st.lists(st.sampled_from(scored), min_size=1, max_size=4)):
        after = assess(questionnaire, {**given, name: worse})
        if after.marks.keys() == before.marks.keys():
            level, verdict = place(questionnaire, before)
            worse_level, worse_verdict = place(questionnaire, after)
            assert worse_level >= level
            assert worse_verdict >= verdict


@examples(100)
@given(questionnaires(trigger=True), st.data())
def test_newly_shown_questions_still_blank_never_lower_it(questionnaire, data):
    given = {**data.draw(answers_to(questionnaire)), "trigger": "no"}
    before = assess(questionnaire, given)
    given = {name: entry for name, entry in given.items() if name in before.marks}
    after = assess(questionnaire, {**given, "trigger": "yes"})
    assume(after.marks.keys() >= before.marks.keys())
    level, verdict = place(questionnaire, before)
    later_level, later_verdict = place(questionnaire, after)
    assert later_level >= level
    assert later_verdict >= verdict


@pytest.mark.parametrize("basis", ["all", "applicable", 9])
@pytest.mark.parametrize("question", [inherent("new"), control("new", principles=["fair"]), {"id": "new"}])
def test_one_newly_shown_question(basis, question):
    scoring = {
        "inherent": {"maximum": basis},
        "controls": {"maximum": basis},
        "mitigation": {"method": "linear", "from_percent": 0, "reduces_percent": 50},
    }
    first = {"id": "first", "options": {"no": 0, "yes": 0}}
    q = tiny(
        first,
        inherent(),
        control(principles=["fair"]),
        question | {"show_if": {"question": "first", "is": "yes"}},
        scoring=scoring,
    )
    for risk in ("none", "some", "all"):
        for guard in ("no", "half", "yes"):
            given = {"risk": risk, "guard": guard}
            hidden, shown = (place(q, assess(q, given | {"first": value})) for value in ("no", "yes"))
            assert shown >= hidden


def without_order(report):
    """Return a report without what names the questionnaire's bytes, and with rules in an order of their own."""
    report = copy.deepcopy(report)
    del report["digest"], report["questionnaire"]["digest"]
    for name in ("reasons", "undetermined_by"):
        report["result"][name].sort(key=lambda item: item["rule"] or "")
    return report


@examples(60)
@given(assessed(), st.randoms(use_true_random=False))
def test_the_order_of_rules_and_of_answers_changes_nothing(case, random):
    questionnaire, given = case
    before = report_of(questionnaire, given)
    names = random.sample(list(given), len(given))
    assert report_of(questionnaire, {name: given[name] for name in names}) == before

    document = copy.deepcopy(questionnaire.document)
    random.shuffle(document["rules"])
    after = report_of(build_questionnaire(document), given)
    assert without_order(after) == without_order(before)


@examples(80)
@given(assessed(), st.data())
def test_a_hidden_answer_changes_nothing(case, data):
    questionnaire, given = case
    hidden = [q for q in questionnaire.questions if q.id not in assess(questionnaire, given).marks]
    assume(hidden)
    others = {q.id: data.draw(entries(q)) for q in hidden if data.draw(st.booleans())}
    before = report_of(questionnaire, {name: given[name] for name in given if name not in {q.id for q in hidden}})
    after = report_of(questionnaire, {**given, **others})
    assert {item["question"] for item in after["inactive"]} == {q.id for q in hidden if q.id in {**given, **others}}
    assert before["inactive"] == []
    for report in (before, after):
        del report["inactive"], report["digest"]
    assert before == after


@examples(60)
@given(assessed())
def test_the_parts_agree(case):
    """Sums of what the report names one by one are the totals."""
    questionnaire, given = case
    result = assess(questionnaire, given)
    of_kind = {
        kind: [mark for mark in result.marks.values() if mark.question.score == kind]
        for kind in ("inherent", "control")
    }
    assert result.inherent.points == sum(mark.points for mark in of_kind["inherent"])
    if result.controls is not None:
        assert result.controls.points == sum(mark.points for mark in of_kind["control"])
    assert all(0 <= mark.points <= mark.maximum for mark in result.marks.values())
    assert 0 <= result.residual.points <= result.inherent.points
    assert 0 <= result.credit.percent <= 100
    assert [reason.level for reason in result.reasons if reason.decided]
    assert all(reason.decided == (reason.level == result.level) for reason in result.reasons)
    assert max(questionnaire.rank[reason.level.id] for reason in result.reasons) == questionnaire.rank[result.level.id]
    assert all(finding.wins >= 0 for finding in result.findings)
    rank = questionnaire.rank
    assert rank[result.best_level_by_controls.id] <= rank[result.level.id]
    assert (result.status == "complete") == (not result.missing and not result.undetermined_by)


@examples(40)
@given(assessed(settled=True), st.data())
def test_what_full_controls_reach(case, data):
    """With every control that applies at its best the level is the one that the report promised, or it said too much."""
    questionnaire, given = case
    before = assess(questionnaire, given)
    controls = [mark.question for mark in before.marks.values() if mark.question.score == "control" and mark.counts]
    best = {question.id: best_value(question) for question in controls}
    after = assess(questionnaire, {**given, **best})
    assume(before.status == after.status == "complete")
    assume(after.marks.keys() == before.marks.keys())
    assume(all(mark.points == mark.maximum for mark in after.marks.values() if mark.question.score == "control"))
    rank = questionnaire.rank
    assert rank[before.best_level_by_controls.id] <= rank[after.level.id]
    if not after.credit.blocked_by and len(after.reasons) == 1:
        assert before.best_level_by_controls == after.level
    _ = data


def best_value(question):
    if question.type == "choice":
        return max(question.options, key=lambda option: option.points).id
    if question.type == "choices":
        return [option.id for option in question.options if not option.exclusive]
    return max([band.up_to for band in question.bands if band.up_to is not None] + [0]) + 1
