"""What must hold of the shipped questionnaire, tried on random answers to it (docs/scoring.md)."""

from random import Random

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from aiassess import AnswerSet, load_questionnaire, score
from aiassess.answers.values import check_answer
from aiassess.errors import Complaints
from aiassess.scoring.result import VERDICTS
from support.examples import examples
from support.strategies import many_answers, numbers, random_answers, random_entry, worse_values
from support.tiny import answer_set, report_of

pytestmark = pytest.mark.deep  # this edition no longer changes: its digest is held in the fast tier

GPAISA = load_questionnaire("gpaisa@1.0.0")
SEEDS = st.integers(0, 2**32)


def place(result):
    return GPAISA.rank[result.level.id], VERDICTS.index(result.verdict)


def changed(answers, name, entry):
    """Return checked answers with one of them replaced by a plain one."""
    complaints = Complaints(None)
    answer = check_answer(GPAISA.by_id[name], entry, f"answers.{name}", complaints)
    assert not complaints.problems
    return AnswerSet(
        answers.questionnaire_id, answers.questionnaire_version, answers.about, {**answers.answers, name: answer}
    )


def worse_ones(given):
    for name, entry in given.items():
        value = entry.get("value") if isinstance(entry, dict) else entry
        if GPAISA.by_id[name].score and value is not None:
            for worse in worse_values(GPAISA.by_id[name], value):
                yield name, worse


def random_level(random):
    """Return plain answers of one temper, mostly good, mixed or mostly bad, so that every level and verdict is met."""
    given = random_answers(GPAISA, random, omit=random.choice([0, 0, 0.1]), unsure=random.choice([0, 0, 0.05]))
    temper = random.choice(["good", "good", "mixed", "bad"])
    noise = random.choice([0.01, 0.1, 0.3])
    for question in GPAISA.questions if temper != "mixed" else ():
        if question.id not in given or random.random() < noise:
            continue
        if question.id in GATES:
            given[question.id] = "no"
        elif question.type == "risks" and temper == "good":
            given[question.id] = [{"title": "It fails", "likelihood": random.randint(1, 3), "consequence": 2}]
        elif question.score:
            highest = (question.score == "control") == (temper == "good")
            given[question.id] = (max if highest else min)(plain_values(question), key=question.points_of)
    return given


def plain_values(question):
    if question.type == "number":
        return numbers(question)
    together = [option.id for option in question.options if not option.exclusive]
    if question.type == "choice":
        return together
    return [together, *([option.id] for option in question.options)]


GATES = [q.id for q in GPAISA.questions if q.type == "choice" and {option.id for option in q.options} == {"no", "yes"}]


@examples(15)
@given(SEEDS)
def test_a_worse_answer_never_lowers_the_level_nor_turns_the_verdict_milder(seed):
    random = Random(seed)
    given = random_level(random)
    answers = answer_set(GPAISA, given)
    before = score(GPAISA, answers)
    ways = list(worse_ones(given))
    for name, worse in random.sample(ways, min(len(ways), 60)):
        after = score(GPAISA, changed(answers, name, worse))
        if after.marks.keys() == before.marks.keys():
            note(f"{name}: {given[name]} -> {worse}")
            assert place(after)[0] >= place(before)[0]
            assert place(after)[1] >= place(before)[1]


def test_every_level_and_verdict_is_met_by_the_random_answers():
    """The properties would say little if their answers all led to one level."""
    random = Random(7)
    met = [score(GPAISA, answer_set(GPAISA, random_level(random))) for _ in range(120)]
    assert {result.level.id for result in met} == {"minimal", "limited", "high", "prohibited"}
    assert {result.verdict for result in met} == set(VERDICTS)


SHOWING = [
    ({"technique": "rules"}, {"technique": "generative"}),
    ({"technique": "rules"}, {"technique": "agentic"}),
    ({"phase": "idea"}, {"phase": "live"}),
    ({"acquisition": "in_house"}, {"acquisition": {"note": "not yet known"}}),
    ({"personal_data": "none"}, {"personal_data": {"note": "not yet known"}}),
    ({"vulnerable_share": "none"}, {"vulnerable_share": {"note": "not yet known"}}),
]


@pytest.mark.parametrize(("hiding", "showing"), SHOWING)
def test_newly_shown_questions_still_blank_never_lower_it(hiding, showing):
    random = Random(str(showing))
    for _ in range(25):
        given = {**random_level(random), **hiding}
        before = score(GPAISA, answer_set(GPAISA, given))
        kept = {key: entry for key, entry in given.items() if key in before.marks}
        after = score(GPAISA, answer_set(GPAISA, {**kept, **showing}))
        assert after.marks.keys() > before.marks.keys()
        assert place(after)[0] >= place(before)[0]
        assert place(after)[1] >= place(before)[1]


@examples(10)
@given(SEEDS)
def test_a_hidden_answer_changes_nothing(seed):
    for answers, random in many_answers(GPAISA, seed, 1):
        marks = score(GPAISA, answer_set(GPAISA, answers)).marks
        hidden = [question for question in GPAISA.questions if question.id not in marks]
        before = report_of(GPAISA, {name: entry for name, entry in answers.items() if name in marks})
        after = report_of(GPAISA, {**answers, **{q.id: random_entry(q, random, unsure=0.2) for q in hidden}})
        assert [item["question"] for item in after["inactive"]] == [question.id for question in hidden]
        for report in (before, after):
            del report["inactive"], report["digest"]
        assert before == after


@examples(20)
@given(SEEDS)
def test_no_completion_leaves_the_range(seed):
    random = Random(seed)
    given = random_level(random)
    for name in random.sample(list(given), random.randint(1, 12)):
        given[name] = {"status": "unsure"}
    before = score(GPAISA, answer_set(GPAISA, given))
    low, high = (GPAISA.rank[level.id] for level in before.level_range)
    for _ in range(10):
        whole = random_answers(GPAISA, random, omit=0, unsure=0)
        whole |= {name: given[name] for name, mark in before.marks.items() if mark.settled}
        result = score(GPAISA, answer_set(GPAISA, whole))
        assert result.status == "complete"
        assert low <= GPAISA.rank[result.level.id] <= high


@examples(10)
@given(SEEDS)
def test_when_complete_both_ends_are_the_level(seed):
    for answers, _ in many_answers(GPAISA, seed, 2, omit=0, unsure=0):
        result = score(GPAISA, answer_set(GPAISA, answers))
        assert result.status == "complete"
        assert result.level_range == (result.level, result.level)


def test_the_empty_file_of_the_contract():
    result = score(GPAISA, answer_set(GPAISA))
    assert (result.inherent.points, result.inherent.maximum) == (124, 136)
    assert [level.id for level in result.level_range] == ["minimal", "prohibited"]
    assert (result.level.id, result.status, result.verdict) == ("high", "incomplete", "hold")
