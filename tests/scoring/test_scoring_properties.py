"""What must hold of every questionnaire that lint finds no error in (docs/scoring.md), tried on random small ones."""

import copy

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.scoring.result import VERDICTS
from support.examples import examples
from support.strategies import documents, many_answers, numbers, questionnaires, random_entry, worse_values
from support.tiny import assess, checked, control, inherent, report_of, tiny

SEEDS = st.integers(0, 2**32)


def place(questionnaire, result):
    """Return level and verdict as numbers: higher is worse."""
    return questionnaire.rank[result.level.id], VERDICTS.index(result.verdict)


def worse_answers(questionnaire, given):
    """Yield every question that is answered with every worse answer to it."""
    for name, entry in given.items():
        value = entry.get("value") if isinstance(entry, dict) else entry
        if questionnaire.by_id[name].score and value is not None:
            yield from ((name, worse) for worse in worse_values(questionnaire.by_id[name], value))


@examples(80)
@given(questionnaires(monotone=True), SEEDS)
def test_a_worse_answer_never_lowers_the_level_nor_turns_the_verdict_milder(questionnaire, seed):
    for answers, _ in many_answers(questionnaire, seed, 6):
        before = assess(questionnaire, answers)
        level, verdict = place(questionnaire, before)
        for name, worse in worse_answers(questionnaire, answers):
            after = assess(questionnaire, {**answers, name: worse})
            if after.marks.keys() == before.marks.keys():
                note(f"worse: {name} = {worse}")
                worse_level, worse_verdict = place(questionnaire, after)
                assert worse_level >= level
                assert worse_verdict >= verdict


@examples(60)
@given(questionnaires(trigger=True), SEEDS)
def test_newly_shown_questions_still_blank_never_lower_it(questionnaire, seed):
    for answers, _ in many_answers(questionnaire, seed, 10):
        before = assess(questionnaire, {**answers, "trigger": "no"})
        kept = {name: entry for name, entry in answers.items() if name in before.marks}
        after = assess(questionnaire, {**kept, "trigger": "yes"})
        if after.marks.keys() >= before.marks.keys():
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


@examples(30)
@given(questionnaires(), SEEDS)
def test_the_order_of_rules_and_of_answers_changes_nothing(questionnaire, seed):
    for answers, random in many_answers(questionnaire, seed, 4):
        before = report_of(questionnaire, answers)
        names = random.sample(list(answers), len(answers))
        assert report_of(questionnaire, {name: answers[name] for name in names}) == before

        document = copy.deepcopy(questionnaire.document)
        random.shuffle(document["rules"])
        after = report_of(build_questionnaire(document), answers)
        assert without_order(after) == without_order(before)


@examples(40)
@given(questionnaires(trigger=True), SEEDS)
def test_a_hidden_answer_changes_nothing(questionnaire, seed):
    for answers, random in many_answers(questionnaire, seed, 6):
        answers["trigger"] = "no"
        marks = assess(questionnaire, answers).marks
        hidden = [question for question in questionnaire.questions if question.id not in marks]
        before = report_of(questionnaire, {name: entry for name, entry in answers.items() if name in marks})
        others = {question.id: random_entry(question, random, unsure=0.2) for question in hidden}
        after = report_of(questionnaire, {**answers, **others})
        assert [item["question"] for item in after["inactive"]] == [question.id for question in hidden]
        assert before["inactive"] == []
        for report in (before, after):
            del report["inactive"], report["digest"]
        assert before == after


@examples(40)
@given(questionnaires(), SEEDS)
def test_the_parts_agree(questionnaire, seed):
    """Sums of what the report names one by one are the totals."""
    rank = questionnaire.rank
    for answers, _ in many_answers(questionnaire, seed, 10):
        result = assess(questionnaire, answers)
        marks = result.marks.values()
        assert result.inherent.points == sum(mark.points for mark in marks if mark.question.score == "inherent")
        if result.controls is not None:
            assert result.controls.points == sum(mark.points for mark in marks if mark.question.score == "control")
        assert all(0 <= mark.points <= mark.maximum for mark in marks)
        assert 0 <= result.residual.points <= result.inherent.points
        assert 0 <= result.credit.percent <= 100
        assert all(reason.decided == (reason.level == result.level) for reason in result.reasons)
        assert max(rank[reason.level.id] for reason in result.reasons) == rank[result.level.id]
        assert all(finding.wins >= 0 for finding in result.findings)
        assert rank[result.best_level_by_controls.id] <= rank[result.level.id]
        assert (result.status == "complete") == (not result.missing)


@examples(40)
@given(questionnaires(), SEEDS)
def test_what_every_control_in_place_gives(questionnaire, seed):
    """The level that the report names for it is reached, or missed only where a control's own best answer does not suffice."""
    rank = questionnaire.rank
    for answers, _ in many_answers(questionnaire, seed, 6, omit=0, unsure=0):
        before = assess(questionnaire, answers)
        controls = [mark.question for mark in before.marks.values() if mark.question.score == "control" and mark.counts]
        after = assess(questionnaire, {**answers, **{question.id: best_value(question) for question in controls}})
        reached = all(mark.points == mark.maximum for mark in after.marks.values() if mark.question.score == "control")
        if reached and after.marks.keys() == before.marks.keys():
            assert rank[before.best_level_by_controls.id] <= rank[after.level.id]
            if not after.credit.blocked_by and len(after.reasons) == 1:
                assert before.best_level_by_controls == after.level


def best_value(question):
    if question.type == "choice":
        return max(question.options, key=lambda option: option.points).id
    if question.type == "choices":
        return [option.id for option in question.options if not option.exclusive]
    return max(numbers(question), key=question.points_of)


@examples(40)
@given(documents(), documents(monotone=True, trigger=True))
def test_the_random_questionnaires_are_valid(first, second):
    checked(first)
    checked(second)
