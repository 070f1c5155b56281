"""Reports in two languages: the language alone is no difference, and the reader gets one of them."""

import copy
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import build_report, load_questionnaire, score
from aiassess.questionnaire.freeze import build_questionnaire
from support.differences import changes_in, compared
from support.examples import examples
from support.strategies import random_answers
from support.tiny import answer_set

FILE = Path(__file__).parent.parent / "goldens" / "questionnaire.yaml"
BOTH = load_questionnaire(str(FILE))
SEEDS = st.integers(0, 2**32)
PAIRS = [("ms", "en"), ("en", "ms")]


def report(given, language, questionnaire=BOTH):
    return build_report(score(questionnaire, answer_set(questionnaire, given)), language)


def two_answer_sets(seed):
    """Return random answers, and the same with some of them given anew."""
    random = Random(seed)
    old, other = (random_answers(BOTH, random, omit=random.choice([0, 0.2]), unsure=0.05) for _ in range(2))
    return old, {name: other.get(name, entry) if random.random() < 0.4 else entry for name, entry in old.items()}


def without_names(diff):
    """Return a comparison without what tells which files were compared."""
    return {name: part for name, part in diff.items() if name not in ("old", "new", "relation", "language")}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("at_hand", [(BOTH,), ()])
@examples(5)
@given(SEEDS)
def test_the_language_alone_is_no_difference(pair, at_hand, seed):
    old, _ = two_answer_sets(seed)
    found = compared(report(old, pair[0]), report(old, pair[1]), *at_hand)
    assert changes_in(found) == set()
    assert found["language"] == pair[1]


@pytest.mark.parametrize("pair", PAIRS)
@examples(6)
@given(SEEDS)
def test_the_comparison_is_that_of_two_reports_in_the_readers_language(pair, seed):
    old, new = two_answer_sets(seed)
    mixed = compared(report(old, pair[0]), report(new, pair[1]), BOTH)
    assert without_names(mixed) == without_names(compared(report(old, pair[1]), report(new, pair[1]), BOTH))
    wished = compared(report(old, pair[1]), report(new, pair[1]), BOTH, language=pair[0])
    assert without_names(wished) == without_names(compared(report(old, pair[0]), report(new, pair[0]), BOTH))


def told_apart(diff):
    """Return what changed by its ids and values, without words."""
    lists = {
        "answers": ("question", "change", "because", "effect"),
        "applicability": ("question", "applies"),
        "principles": ("id", "effect"),
        "sections": ("id",),
    }
    found = {part: [[item[name] for name in names] for item in diff[part]] for part, names in lists.items()}
    found |= {name: [item["id"] for item in diff["findings"][name]] for name in ("opened", "closed", "changed")}
    found |= {
        name: [item["rule"] for item in diff["result"]["reasons"][name]] for name in ("added", "removed", "changed")
    }
    values = [
        [item[side] and (item[side]["status"], item[side]["value"]) for side in ("old", "new")]
        for item in diff["answers"]
    ]
    return found, values, len(diff["unexplained"])


@examples(6)
@given(SEEDS)
def test_without_the_questionnaire_the_same_is_found(seed):
    old, new = two_answer_sets(seed)
    mixed = compared(report(old, "ms"), report(new, "en"))
    assert told_apart(mixed) == told_apart(compared(report(old, "en"), report(new, "en")))


def test_what_both_reports_have_is_said_in_the_readers_language():
    given = {"public": "yes", "harm": "severe", "bias_test": "none", "banned_use": "no"}
    old, new = report(given, "ms"), report({**given, "harm": "much"}, "en")
    (answer,) = compared(old, new)["answers"]
    assert answer["text"] == "How bad can it be?"
    assert (answer["old"]["label"], answer["new"]["label"]) == ("Teruk", "Much"), "a label that only the old report has"
    (answer,) = compared(old, new, BOTH)["answers"]
    assert answer["old"]["label"] == "Severe"


LATER = build_questionnaire(dict(BOTH.document) | {"version": "1.2.0"})


@examples(5)
@given(SEEDS)
def test_an_old_report_of_an_edition_that_is_gone_is_reworded_from_its_answers_scored_anew(seed):
    old, new = two_answer_sets(seed)
    mixed = compared(report(old, "ms"), report(new, "en", LATER), LATER)
    plain = compared(report(old, "en"), report(new, "en", LATER), LATER)
    assert mixed["questionnaire"]["wording_compared"], "in Malay, which the edition at hand has too"
    assert plain["questionnaire"]["wording_compared"]
    same = {"wording_compared": None, "wording": None}
    mixed["questionnaire"] |= same
    plain["questionnaire"] |= same
    for diff in (mixed, plain):  # the one text with a number in it, which only its own report tells
        for change in [*diff["result"]["reasons"]["changed"], *diff["result"]["reasons"]["removed"]]:
            if change["rule"] is None:
                change.pop("old", None)
    assert without_names(mixed) == without_names(plain)


@pytest.mark.parametrize(
    ("spoken", "at_hand", "compared_in"),
    [
        (("ms", "ms"), True, "ms"),
        (("ms", "ms"), False, "ms"),
        (("en", "en"), True, "en"),
        (("ms", "en"), True, "ms"),
        (("ms", "en"), False, None),
    ],
)
def test_wordings_are_compared_in_a_language_that_both_reports_have(spoken, at_hand, compared_in):
    """It need not be the reader's, if an edition is gone; the rest is in the reader's all the same, as far as it can be."""
    document = copy.deepcopy(dict(BOTH.document)) | {"version": "1.3.0"}
    document["sections"][0]["questions"][0]["text"] = {"ms": "Nama sistem?", "en": "Its name?"}
    later = build_questionnaire(document)
    given_ = {"system": "Sistem", "harm": "severe"}
    old, new = report(given_, spoken[0]), report(given_, spoken[1], later)
    found = compared(old, new, *([later] if at_hand else []), language="en")["questionnaire"]
    assert found["wording_compared"] == (compared_in is not None)
    texts = {"ms": ("Apakah nama sistem?", "Nama sistem?"), "en": ("What is the system called?", "Its name?")}
    told = [(item["old"], item["new"]) for item in found["wording"] if item["kind"] == "question"]
    assert told == ([texts[compared_in]] if compared_in else [])


def test_a_language_that_the_texts_do_not_have_is_that_of_the_words_alone():
    given = {"harm": "severe"}
    found = compared(report({}, "en"), report(given, "en"), language="ms")
    assert found["language"] == "ms"
    assert next(item["text"] for item in found["answers"] if item["question"] == "harm") == "How bad can it be?"


def test_a_report_changed_by_hand_is_not_made_anew():
    """It would lose what was changed."""
    new = report({"harm": "severe"}, "ms")
    new["result"]["level"], new["result"]["level_title"] = "tiny", "Kecil sekali"
    found = compared(report({"harm": "severe"}, "en"), new, BOTH, language="en", edited=(False, True))
    assert found["result"]["level"]["new"] == {"id": "tiny", "title": "Kecil sekali"}
    assert found["new"]["edited"]
