"""A side of a comparison keeps what its answers came to, and so is scored once."""

from pathlib import Path
from random import Random

import pytest

from aiassess import build_report, load_questionnaire, score
from aiassess.canonical import to_json
from aiassess.diff.compare import compare, compare_sides
from aiassess.diff.sides import Side, load_side
from aiassess.questionnaire.editions import Editions
from support.strategies import random_answers
from support.tiny import answer_set, answers_document

BOTH = load_questionnaire(str(Path(__file__).parent.parent / "goldens" / "questionnaire.yaml"))
GIVEN = [random_answers(BOTH, Random(seed)) for seed in (1, 2)]
EDITIONS = Editions([BOTH])


def report(given, language):
    return build_report(score(BOTH, answer_set(BOTH, given, language=language)))


@pytest.fixture
def sides(tmp_path):
    """Return the sides that two answers files make, one in Malay."""
    found = []
    for given, language in zip(GIVEN, ("ms", "en"), strict=True):
        file = tmp_path / f"{language}.json"
        file.write_text(to_json(answers_document(BOTH, given, language=language)))
        found.append(load_side(str(file), BOTH, EDITIONS))
    return found


def test_answers_compare_as_their_reports_do(sides):
    for language in ("en", "ms"):
        wanted = compare(report(GIVEN[0], "ms"), report(GIVEN[1], "en"), questionnaires=[BOTH], language=language)
        assert compare_sides(*sides, questionnaires=EDITIONS, language=language) == wanted


def test_the_assessment_that_a_report_was_made_from_is_not_made_again(sides):
    made = [side.scored.assessment for side in sides]
    compare_sides(*sides, questionnaires=EDITIONS)
    assert all(side.scored.assessment is one for side, one in zip(sides, made, strict=True))
    assert sides[0].scored_with(BOTH) == (sides[0].scored, ())
    assert sides[0].scored.report("en") is sides[0].scored.report("en")


def test_two_reports_of_one_edition_in_one_language_are_not_scored():
    sides = [Side(report(given, "en")) for given in GIVEN]
    compare_sides(*sides, questionnaires=EDITIONS)
    assert not any("assessment" in vars(side.scored) for side in sides)
