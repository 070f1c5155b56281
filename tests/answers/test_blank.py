"""Blank is blank: what nobody can see was not given, wherever something may be left out."""

import json
import unicodedata

import jsonschema
import pytest

from aiassess import InvalidInput, score
from aiassess.answers.carry import carry_over
from aiassess.answers.check import check_answers
from aiassess.answers.json_schema import answers_schema, schema_text
from aiassess.report.build import build_report
from aiassess.report.saved import answers_document as answers_of
from aiassess.resources import load_schema
from aiassess.safe import safe_text
from aiassess.visible import RANGES, is_blank
from support.blanks import BASE, BLANKS, PLACES, UNSEEN, at, blanked, put
from support.each import each, some
from support.tiny import EVERY_TYPE, answers_document

OWN = jsonschema.Draft202012Validator(answers_schema(EVERY_TYPE))
ANY = jsonschema.Draft202012Validator(load_schema("answers"))


def accepted(document):
    try:
        check_answers(document, EVERY_TYPE, "x")
    except InvalidInput:
        return False
    return True


@each("document, without", blanked(), one_in=len(BLANKS) - 1)  # so that each place and each blank is tried
def test_a_blank_is_as_if_it_were_not_there(document, without):
    """For the reader, for an interview that begins with the file, and for both schemas."""
    assert check_answers(document, EVERY_TYPE, "x") == check_answers(without, EVERY_TYPE, "x"), document
    assert carry_over(document, EVERY_TYPE, "x") == carry_over(without, EVERY_TYPE, "x"), document
    assert OWN.is_valid(document), document
    assert ANY.is_valid(document), document


def test_a_report_says_the_same_with_a_blank_and_without():
    def digest(document):
        return build_report(score(EVERY_TYPE, check_answers(document, EVERY_TYPE, "x")))["digest"]

    expected = digest(BASE)
    for place in PLACES:
        assert digest(put(BASE, place, "\u3164")) == digest(put(BASE, place, None)) == expected
    report = build_report(score(EVERY_TYPE, check_answers(put(BASE, PLACES[0], ""), EVERY_TYPE, "x")))
    assert check_answers(answers_of(report), EVERY_TYPE, "x") == check_answers(BASE, EVERY_TYPE, "x")


def test_nothing_is_hidden_by_a_blank():
    """What must be there must hold something to be seen, and what is unknown is refused, blank or not."""
    required = [
        *(("format",), ("questionnaire",), ("questionnaire", "id"), ("questionnaire", "version"), ("answers",)),
        *(("answers", "guard", "note"), ("answers", "pick", "evidence", 0, "reference")),
        *(("answers", "register", "value", 0, name) for name in ("title", "likelihood", "consequence")),
    ]
    unknown = [
        *(("more",), ("about", "more"), ("answers", "more"), ("answers", "pick", "more")),
        *(("answers", "pick", "evidence", 0, "more"), ("answers", "register", "value", 0, "more")),
    ]
    for number, place in enumerate([*required, *unknown]):
        for blank in some(BLANKS, number, one_in=3):
            document = put(BASE, place, blank)
            assert not accepted(document), document
            assert not OWN.is_valid(document), document
            assert place == ("answers", "more") or not ANY.is_valid(document), document


@pytest.mark.parametrize("entry", [[None], ["one", ""], [[]], [{}], {"value": ["one", None]}])
def test_a_chosen_option_may_not_be_blank(entry):
    document = answers_document(EVERY_TYPE, {"several": entry})
    assert not accepted(document)
    assert not OWN.is_valid(document)


def test_a_half_of_the_residual_rating_is_no_rating():
    for blank in BLANKS:
        risk = {
            **at(BASE, ("answers", "register", "value", 0)),
            "residual_likelihood": 1,
            "residual_consequence": blank,
        }
        document = answers_document(EVERY_TYPE, {"register": [risk]})
        assert not accepted(document)
        assert not OWN.is_valid(document)


test_nothing_is_hidden_by_a_blank.both_tiers = True


# What can be seen


UNSEEN_ALONE = (
    "\u115f\u1160\u3164\uffa0"  # fillers that stand for a missing part of a Korean syllable
    "\u2800\U00013441\U00013442\U0001d159"  # Braille without dots, blank hieroglyphs, a note without a head
    "\ufffc"  # stands for an object that is not there
    "\u2065\ufff0\ufff1\ufff2\ufff3\ufff4\ufff5\ufff6\ufff7\ufff8"  # reserved to be ignored by whoever does not know them
)
"""Characters that leave no mark, though their Unicode category is that of letters and signs, or none yet.

Plane 14 from U+E0000 to U+E0FFF (tags, variation selectors) is reserved for more of the last kind.
"""


def test_what_is_seen_is_what_unicode_says():
    """Later versions of Unicode may add accents and formats; until they are listed they count as seen."""
    listed = {code for first, last in RANGES for code in range(first, last + 1)}
    alone = {*map(ord, UNSEEN_ALONE), *range(0xE0000, 0xE1000)}
    assert alone <= listed
    newer = tuple(map(int, unicodedata.unidata_version.split("."))) > (15, 1, 0)
    for code in [*range(0x20000), *range(0xE0000, 0xE1000)]:
        category = unicodedata.category(chr(code))
        unseen = category in ("Cc", "Cf") or category[0] in "ZM" or code in alone
        if category != "Cn" and not (newer and unseen):
            assert (code in listed) == unseen, hex(code)


WRITTEN = [
    *("x", "\u00e9", "e\u0301", "7", "-", "\u6f22", "\u0d25", "\u0627\u0651", "\u2801", "\ufffd", "\ud55c"),
    *("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2764\ufe0f", "#\ufe0f\u20e3"),
]


@pytest.mark.parametrize("text", WRITTEN)
def test_whatever_is_written_is_seen(text):
    assert not is_blank(text)
    assert not is_blank("\u200b \u3164" + text + "\ufe0f")


def test_invisible_characters_are_nothing():
    for character in UNSEEN:
        assert is_blank(character)
        assert is_blank(f" {character}\n{character}")


def test_a_list_of_many_blanks_is_soon_read():
    document = put(BASE, ("answers", "register", "value"), [None] * 300_000)
    assert accepted(document)


def test_the_printed_schema_shows_every_character_of_its_patterns():
    written = schema_text(EVERY_TYPE)
    assert json.loads(written) == answers_schema(EVERY_TYPE)
    assert safe_text(written) == written
    assert max(map(ord, written)) < 0x10000
