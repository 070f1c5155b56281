"""The engine carries a differently built questionnaire without a line of Python: canada_style.yaml, worked out by hand."""

import itertools
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import pytest

from aiassess import load_questionnaire
from aiassess.scoring.applicability import applicable
from support.tiny import answer_set, assess

FILE = Path(__file__).parent.parent / "questionnaires" / "canada_style.yaml"


@pytest.fixture(scope="module")
def questionnaire():
    return load_questionnaire(str(FILE))


PROJECT = {"system": "Sorter", "stage": "live"}
NO_CONTROLS = {"asked": ["nobody"], "bias_test": "no", "audit_trail": "no", "appeal": "no"}
RANKS = {**PROJECT, "abilities": ["ranks"]}
# secret 3 + opaque 3 + reach 4 + undo 1 = 11
ELEVEN = {"secret": "yes", "opaque": "yes", "reach": 10_000, "undo": "easy", "personal": "no"}
DECIDES = {**PROJECT, "abilities": ["decides", "ranks"]}
# areas 9 + alone 3 x 2 + secret 3 + opaque 3 + reach 4 + undo 4 + personal 3 + the worst source 5 = 37; motives at most 4
WORST = {
    "motives": ["backlog", "quality", "cost", "novelty"],
    "secret": "yes",
    "opaque": "yes",
    "areas": ["health", "money", "status"],
    "alone": "yes",
    "reach": 10_000,
    "undo": "never",
    "personal": "yes",
    "sources": ["own", "others", "bought"],
}
# asked 1 + 2 + 3, bias test 2, audit trail 2, appeal 2 x 2, override 2 x 3 = 20
ALL_CONTROLS = {
    "asked": ["legal", "privacy", "public"],
    "bias_test": "yes",
    "audit_trail": "yes",
    "appeal": "yes",
    "override": "yes",
}


@dataclass(frozen=True)
class Case:
    name: str
    given: dict = field(hash=False)
    inherent: int
    controls: int
    credit: int
    residual: int
    level: str
    status: str = "complete"

    def __str__(self):
        return self.name


CASES = [
    Case(
        # motives 1; no algorithm and no decision section; reach 0, undo 1
        "reads mail",
        {
            **PROJECT,
            "abilities": ["reads"],
            "motives": ["backlog"],
            "reach": 99,
            "undo": "easy",
            "personal": "no",
            **NO_CONTROLS,
        },
        *(2, 0, 0, 2, "level_1"),
    ),
    Case(
        # secret 3, opaque 3, reach 2, undo 2 = 10 of 40: exactly 25%
        "exactly 25%",
        {**RANKS, "motives": ["quality"], **ELEVEN, "reach": 9_999, "undo": "likely", **NO_CONTROLS},
        *(10, 0, 0, 10, "level_1"),
    ),
    Case("just above 25%", {**RANKS, "motives": ["quality"], **ELEVEN, **NO_CONTROLS}, *(11, 0, 0, 11, "level_2")),
    Case(
        # the eleven, undo 4 for 1, motives 4, personal 3, the worse source 2: 11 + 3 + 4 + 3 + 2 = 23 of 40: 57.5%
        "the highest source counts, not the sum",
        {
            **RANKS,
            **ELEVEN,
            "motives": WORST["motives"],
            "undo": "never",
            "personal": "yes",
            "sources": ["own", "others"],
            **NO_CONTROLS,
        },
        *(23, 0, 0, 23, "level_3"),
    ),
    Case(
        # secret 3, opaque 3, motives 2, undo 4, personal 3, bought 5 = 20 of 40: exactly 50%
        "exactly 50%",
        {
            **RANKS,
            **ELEVEN,
            "motives": ["cost"],
            "undo": "never",
            "personal": "yes",
            "sources": ["bought"],
            "reach": 0,
            **NO_CONTROLS,
        },
        *(20, 0, 0, 20, "level_2"),
    ),
    Case(
        # motives 4 + 37 = 41 of the stated 40: more than 100%
        "everything at its worst",
        {**DECIDES, **WORST, **NO_CONTROLS, "override": "no"},
        *(41, 0, 0, 41, "level_4"),
    ),
    Case(
        # 41 x 85% = 34.85, rounded to 35 of 40: 87.5%
        "everything at its worst, with every measure",
        {**DECIDES, **WORST, **ALL_CONTROLS},
        *(41, 20, 15, 35, "level_4"),
    ),
    Case(
        # without the areas of 9 and with the reach of 2: 41 - 9 - 2 = 30: exactly 75%; controls 20 - 6 - 1 = 13 of 20: 65%
        "exactly 75%, measures short of the step",
        {
            **DECIDES,
            **WORST,
            "areas": ["other"],
            "reach": 100,
            **ALL_CONTROLS,
            "override": "no",
            "asked": ["privacy", "public"],
        },
        *(30, 13, 0, 30, "level_3"),
    ),
    Case(
        # controls 20 - 2 - 2 = 16 of 20: exactly 80%; 30 x 85% = 25.5, rounded up to 26
        "exactly at the step, and a half rounded up",
        {**DECIDES, **WORST, "areas": ["other"], "reach": 100, **ALL_CONTROLS, "bias_test": "no", "audit_trail": "no"},
        *(30, 16, 15, 26, "level_3"),
    ),
    Case(
        # 30 - opaque 3 - undo 1 - source 3 = 23; controls 20 - 3 - 2 = 15 of 20: 75%
        "one point short of the step",
        {
            **DECIDES,
            **WORST,
            "areas": ["other"],
            "reach": 100,
            "opaque": "no",
            "undo": "hard",
            "sources": ["others"],
            **ALL_CONTROLS,
            "asked": ["public"],
            "bias_test": "no",
        },
        *(23, 15, 0, 23, "level_3"),
    ),
    Case(
        # in design the section on the decision does not apply: 41 - 9 - 6 = 26; controls 20 - 6 = 14 of 20
        "the same in design",
        {**DECIDES, **WORST, **ALL_CONTROLS, "stage": "design"},
        *(26, 14, 0, 26, "level_3"),
    ),
    Case(
        # an empty file: blanks count 0, and the sections that hang on an answer do not apply
        "nothing answered",
        {},
        *(0, 0, 0, 0, "level_1", "incomplete"),
    ),
    Case(
        "blanks count zero",
        {**DECIDES, "areas": ["status"], "undo": {"status": "unsure"}},
        *(4, 0, 0, 4, "level_1", "incomplete"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_worked_out_by_hand(questionnaire, case):
    result = assess(questionnaire, case.given)
    assert (result.inherent.points, result.inherent.maximum) == (case.inherent, 40)
    assert (result.controls.points, result.controls.maximum) == (case.controls, 20)
    assert result.credit.percent == case.credit
    assert result.residual.points == case.residual
    assert result.residual.percent == Fraction(100 * case.residual, 40)
    assert (result.level.id, result.status) == (case.level, case.status)


@pytest.mark.parametrize(
    ("given", "hidden"),
    [
        ({"abilities": ["reads"], "stage": "live"}, {"secret", "opaque", "areas", "alone", "sources", "override"}),
        ({"abilities": ["ranks"], "stage": "live"}, {"areas", "alone", "sources", "override"}),
        ({"abilities": ["decides"], "stage": "live"}, {"areas", "alone", "sources", "override"}),
        ({"abilities": ["ranks", "decides"], "stage": "live"}, {"sources", "override"}),
        ({"abilities": ["ranks", "decides"], "stage": "design"}, {"areas", "alone", "sources", "override"}),
        ({"abilities": ["ranks", "decides"]}, {"sources", "override"}),  # not "design", as long as it is blank
        ({"abilities": ["ranks", "decides"], "stage": "live", "alone": "yes", "personal": "yes"}, set()),
        (
            {"abilities": ["ranks", "decides"], "stage": "design", "alone": "yes"},
            {"areas", "alone", "sources", "override"},
        ),
    ],
)
def test_conditions_on_whole_sections(questionnaire, given, hidden):
    shown = set(applicable(questionnaire, answer_set(questionnaire, given)))
    assert {question.id for question in questionnaire.questions} - shown == hidden


def test_every_completion_of_what_is_open_stays_within_the_range(questionnaire):
    given = {**DECIDES, **WORST, **ALL_CONTROLS}
    opened = ("stage", "undo", "bias_test", "appeal")
    for several in itertools.combinations(opened, 2):
        base = {name: value for name, value in given.items() if name not in several}
        low, high = (level.id for level in assess(questionnaire, base).level_range)
        options = [[option.id for option in questionnaire.by_id[name].options] for name in several]
        reached = {
            assess(questionnaire, base | dict(zip(several, values, strict=True))).level.id
            for values in itertools.product(*options)
        }
        assert low <= min(reached)
        assert max(reached) <= high
