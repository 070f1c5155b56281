"""What cannot be seen is said: of two texts that look the same, and of what somebody wrote where something else was meant."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess import InvalidInput, load_questionnaire
from aiassess.alike import differences, in_words, remark
from aiassess.answers.check import check_answers
from aiassess.errors import Problem
from aiassess.questionnaire.schema import schema_problems
from aiassess.questionnaire.yaml_source import parse_yaml
from aiassess.resources import load_schema
from support.blanks import UNSEEN
from support.examples import examples
from support.tiny import EVERY_TYPE, answers_document, document, inherent

SAME = [
    ("x ", "x", "a space at the end → (nothing)"),
    (" x", "x", "a space at the beginning → (nothing)"),
    ("x  y", "x y", "after “x”: 2 spaces → a space"),
    ("x\u00a0y", "x y", "after “x”: a no-break space (U+00A0) → a space"),
    ("x\ty", "x y", "after “x”: a tab (U+0009) → a space"),
    ("caf\u00ad\u00e9", "caf\u00e9", "after “caf”: a soft hyphen (U+00AD) → (nothing)"),
    ("caf\u00e9", "cafe\u0301", "after “caf”: “\u00e9” (U+00E9) → “e\u0301” (U+0065 U+0301)"),
    ("p\u0430y", "pay", "after “p”: “\u0430” (U+0430) → “a” (U+0061)"),
    ("x\u200b y", "x y", "after “x”: a zero-width space (U+200B) → (nothing)"),
    ("x \u200b", "x", "a space + a zero-width space (U+200B) at the end → (nothing)"),
    ("non\u2011stop", "non-stop", "after “non”: “\u2011” (U+2011) → “-” (U+002D)"),
    ("\u2764\ufe0f", "\u2764", "U+FE0F at the end → (nothing)"),
]


@pytest.mark.parametrize(("old", "new", "what"), SAME, ids=[what for _, _, what in SAME])
def test_in_what_two_texts_differ(old, new, what):
    assert in_words(old, new, "en") == f"looks the same, but differs: {what}"
    assert in_words(new, old, "en")
    assert in_words(old, new, "ms").startswith("kelihatan sama, tetapi berbeza: ")


@pytest.mark.parametrize(
    ("old", "new"), [("a", "a"), ("a", "b"), ("a b", "ab"), ("a\nb", "a b"), ("e", "\u00e9"), ("A", "a")]
)
def test_what_is_seen_needs_no_words(old, new):
    assert in_words(old, new, "en") == ""


LETTERS = "abe \u00e9\u0301\u00a0\u200b\u00ad\n\t\u0430\ufe0f\U0001f468\u200d-\u2011"


@examples(200)
@given(st.text(LETTERS, max_size=12), st.text(LETTERS, max_size=12))
def test_differences_go_both_ways(old, new):
    """Equal texts have none, and what is normalised differs in nothing that is seen."""
    found, back = differences(old, new), differences(new, old)
    assert [(item.old, item.new) for item in found] == [(item.new, item.old) for item in back]
    assert not found or old != new
    assert all(item.old != item.new for item in found)
    assert bool(differences(old, unicodedata.normalize("NFC", old))) != unicodedata.is_normalized("NFC", old)


def test_long_texts_take_no_time():
    for one, other in (
        (" x" * 10_000, "\u00a0x" * 10_000),
        ("\u00e9" * 20_000, "e\u0301" * 20_000),
        ("x" * 20_000, "y"),
    ):
        assert len(in_words(one, other, "en")) < 300


# Messages


def hidden(text):
    """Return what somebody may have written who meant ``text``."""
    seen = [
        text + " ",
        " " + text,
        text + "\u00a0",
        text + "\t",
        text[:2] + "\u00ad" + text[2:],
        text.replace("e", "\u0435"),
    ]
    return [
        *(each for each in seen if each != text),
        *(text + each for each in UNSEEN if each not in ("\u0301", "\u0903")),
    ]


def messages_of(refused):
    with pytest.raises(InvalidInput) as caught:
        refused()
    return [[problem.message(lang) for lang in ("en", "ms")] for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("pick", "red"), ("day", "2026-01-31"), ("count", "3"), ("several", "one")],
)
def test_no_message_about_an_answer_contradicts_itself(name, meant):
    for written in hidden(meant):
        given_value = [written] if name == "several" else written
        data = answers_document(EVERY_TYPE, {name: given_value})
        [(english, malay)] = messages_of(lambda data=data: check_answers(data, EVERY_TYPE, "x"))
        assert " contains " in english, ascii(written)
        assert " mengandungi " in malay, ascii(written)
        assert not any(each in english for each in UNSEEN)


def test_nor_one_about_a_key_or_an_id_or_a_status():
    for change in (
        {"answers": {"pick ": "red"}},
        {"answers": {"pick": {"value ": "red"}}},
        {"answers": {"pick": {"status": "unsure\u00a0"}}},
        {"about": {"language": "ms "}},
        {"about\u200b": {}},
        {"format": "aiassess.answers/1 "},
        {"questionnaire": {"id": "tiny ", "version": "1.2.0"}},
        {"questionnaire": {"id": "tiny", "version": "1.2.0 "}},
    ):
        data = answers_document(EVERY_TYPE, {}) | change
        [(english, malay)] = messages_of(lambda data=data: check_answers(data, EVERY_TYPE, "x"))
        assert " contains " in english, change
        assert " mengandungi " in malay, change


def test_nor_one_about_a_questionnaire():
    for change in ({"type": "choice "}, {"id": "risk\u00a0"}, {"score": "inherent\t"}, {"evidence": "expect\u0435d"}):
        data = document({**inherent(), "type": "choice", **change})
        problems = schema_problems(parse_yaml(json.dumps(data), "x.yaml"), load_schema("questionnaire"))
        assert any(" contains " in problem.message("en") for problem in problems), change


def test_nor_one_about_a_name_on_the_command_line():
    [(english, _)] = messages_of(lambda: load_questionnaire("gpaisa "))
    assert "“gpaisa ” contains a space at the end." in english or "“gpaisa ” looks like “gpaisa”" in english


def test_of_what_is_seen_nothing_more_is_said():
    for values in (
        {"found": "green", "known": ["red"]},
        {"found": 3},
        {"found": "R\u00e9d", "known": ["red"]},
        {"name": "a b"},
    ):
        assert remark(values, "en") == ""
    assert Problem("unknown_option", {"found": "red ", "known": ["red"]}).message("en").count("“red ”") == 1


def test_letters_and_hyphens_of_other_scripts_are_named_if_nothing_is_known_that_was_meant():
    for written, code in (("2027\u201102-20", "U+2011"), ("10\u2212", "U+2212"), ("k\u0456nds", "U+0456")):
        for lang in ("en", "ms"):
            assert code in remark({"found": written}, lang), (written, lang)
    assert remark({"found": "\u0434\u043e\u043c"}, "en") == ""  # that is seen
