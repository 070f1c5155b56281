"""What must hold of gpaisa 2 on random answers: no worse answer lowers its level, and controls never touch it."""

from random import Random

from hypothesis import given, note
from hypothesis import strategies as st

from aiassess import load_questionnaire, score
from support.examples import examples
from support.strategies import random_answers, random_entry
from support.tiny import answer_set

GPAISA = load_questionnaire("gpaisa")
SEEDS = st.integers(0, 2**32)
INHERENT = [question for question in GPAISA.questions if question.score == "inherent"]
CONTROLS = [question for question in GPAISA.questions if question.score == "control"]
GATES = [question.id for question in GPAISA.questions if {option.id for option in question.options} == {"no", "yes"}]


def random_level(random):
    """Return plain answers among which every level is met: mostly nothing prohibited, and often little harm and no domain."""
    answers = random_answers(GPAISA, random, omit=random.choice([0, 0, 0.1]), unsure=random.choice([0, 0, 0.05]))
    if random.random() < 0.9:
        answers |= dict.fromkeys(GATES, "no")
    mildest = random.choice([1, 2, 3, 5])
    for question in INHERENT:
        if question.type == "choice" and random.random() < 0.95:
            answers[question.id] = random.choice(question.options[:mildest]).id
    if mildest < 3:
        domains = ("justice_domains", "people_domains", "critical_domains", "special_uses")
        answers |= {"audience": ["officers"], "techniques": ["rules"], "people_per_year": 50}
        answers |= {name: ["none"] for name in domains if random.random() < 0.9}
    return answers


def level(answers):
    return GPAISA.rank[score(GPAISA, answer_set(GPAISA, answers)).level.id]


def test_every_level_is_met():
    random = Random(7)
    assert {level(random_level(random)) for _ in range(60)} == {0, 1, 2, 3}


@examples(60)
@given(SEEDS)
def test_no_worse_answer_lowers_the_level_even_if_it_shows_further_questions(seed):
    random = Random(seed)
    answers = random_level(random)
    before = level(answers)
    for question in INHERENT:
        value = answers.get(question.id)
        if question.type == "choice" and isinstance(value, str):
            points = question.points_of(value)
            for worse in [option.id for option in question.options if option.points > points][-1:]:
                note(f"{question.id}: {value} -> {worse}")
                assert level({**answers, question.id: worse}) >= before


@examples(60)
@given(SEEDS)
def test_controls_never_touch_the_level(seed):
    random = Random(seed)
    answers = random_level(random)
    other = {question.id: random_entry(question, random, unsure=0.1) for question in CONTROLS}
    assert level(answers) == level({**answers, **other})


@examples(80)
@given(SEEDS)
def test_no_completion_leaves_the_range(seed):
    random = Random(seed)
    answers = random_level(random)
    for name in random.sample(list(answers), random.randint(1, 12)):
        answers[name] = {"status": "unsure"}
    before = score(GPAISA, answer_set(GPAISA, answers))
    low, high = (GPAISA.rank[end.id] for end in before.level_range)
    assert before.level_settled == (low == high)
    for _ in range(4):
        whole = random_answers(GPAISA, random, omit=0, unsure=0)
        whole |= {name: answers[name] for name, mark in before.marks.items() if mark.settled}
        assert low <= level(whole) <= high
