"""The screen's own words: both languages say the same things, and every one is said somewhere."""

import re
import string
from pathlib import Path

import aiassess.interview
from aiassess.text.screen import MESSAGES
from support.each import each

SOURCES = Path(aiassess.interview.__file__).parent.glob("terminal/*.py")
# Names that the code puts together: key_<command>, mark_<mark> and so on.
MADE = ("key_", "long_", "mark_", "count_", "risk_", "editor_", "above.", "below.", "level_")
SAME = {"risk_column_title", "yes_keys", "level_one_short"}


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@each("name", MESSAGES)
def test_both_languages_have_the_same_fields(name):
    entry = MESSAGES[name]
    assert {"en", "ms"} <= set(entry)
    assert fields(entry["en"]) == fields(entry["ms"])
    assert all(text.strip() for text in entry.values())


def test_every_message_is_used():
    code = "\n".join(file.read_text(encoding="utf-8") for file in SOURCES)
    for name in MESSAGES:
        assert name.startswith(MADE) or re.search(rf'["\'.]{re.escape(name)}["\']', code), name
