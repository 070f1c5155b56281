"""What could deceive is written out, and what people write stays as it is."""

import pytest

from aiassess.safe import safe_line, safe_text
from support.blanks import UNSEEN

ACUTE, VISARGA = "\u0301", "\u0903"  # marks that are seen on what they follow, and move nothing


@pytest.mark.parametrize("character", [each for each in UNSEEN if each not in (ACUTE, VISARGA)])
def test_what_nobody_sees_is_written_out(character):
    for text in (character, f"Caf{character}e", f" {character} ", character * 3, f"7{character}"):
        shown = safe_text(text)
        assert character not in shown
        assert f"\\u{{{ord(character):x}}}" in shown
        assert safe_text(shown) == shown


def test_what_no_xml_can_hold_is_written_out():
    assert safe_text("a\ufffeb\uffff \ufffd") == "a\\u{fffe}b\\u{ffff} \ufffd"


WRITTEN = {
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "with a skin tone": "\U0001f469\U0001f3fd\u200d\U0001f4bb",
    "a heart on fire": "\u2764\ufe0f\u200d\U0001f525",
    "a keycap": "1\ufe0f\u20e3",
    "copyright in colour": "\u00a9\ufe0f",
    "exclamation": "\u203c\ufe0f",
    "Persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "Malayalam": "\u0d05\u0d35\u0d28\u0d4d\u200d",
    "Sinhala": "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
    "Devanagari": "\u0915\u094d\u200d\u0937",
    "Jawi": "\u0643\u0631\u0627\u062c\u0627\u0621\u0646",
    "a name's own form": "\u845b\U000e0100\u57ce",
    "Mongolian": "\u1820\u180b",
    "accents": "Cafe\u0301",
    "Korean": "\ud55c\uad6d",
    "Braille": "\u2801\u2803",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_what_people_write_stays(text):
    assert safe_text(text) == safe_line(text) == text
    assert safe_text(f"Sistem {text} 2\n{text}") == f"Sistem {text} 2\n{text}"


def test_selectors_hide_nothing_behind_a_sign():
    """Bytes can be hidden as variation selectors behind one emoji; of them the first alone may say how it is drawn."""
    hidden = "\U0001f600" + "".join(chr(0xE0100 + byte) for byte in b"secret")
    assert safe_text(hidden) == hidden[:2] + "".join(f"\\u{{{0xE0100 + byte:x}}}" for byte in b"ecret")
    for run in ("\u200d" * 5, "\ufe0f\u200d\u200b\u200d", "\u200b\ufe0f"):
        for before in ("\U0001f600", "\u0645", "x"):
            shown = safe_text(before + run)
            assert safe_text(shown) == shown
            assert sum(shown.count(each) for each in "\u200d\ufe0f\u200b") <= 2
