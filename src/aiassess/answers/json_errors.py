"""Why a text is not JSON, in our words and at the place of the mistake (docs/errors.md#json-that-cannot-be-read).

The standard library says it in English, and each version points at slightly different characters; the text itself tells more.
"""

import re
from json import JSONDecodeError

from aiassess.alike import CURLY
from aiassess.answers.places import line_and_column
from aiassess.errors import Problem, Word

_GAP = " \t\n\r"
_WORD = re.compile(r"[\w.+-]{1,40}")
_CONSTANTS = {"true": "true", "false": "false", "null": "null", "none": "null"}


def syntax_problem(error: JSONDecodeError, text: str, shown: str) -> Problem:
    """Return the problem that the parser's error is, with its place."""
    reason, offset = _cause(error.msg.lower(), text, error.pos)
    return Problem("json_syntax", {"reason": reason}, shown, *line_and_column(text, offset))


def _cause(said: str, text: str, at: int) -> tuple[Word, int]:
    if "unterminated string" in said:
        return Word("json_quote_open"), at
    if "control character" in said:
        return Word("json_control", {"character": f"U+{ord(text[at]):04X}"}), at
    if "escape" in said:
        return Word("json_escape"), at
    if "extra data" in said:
        return Word("json_more"), at
    at = _after_gap(text, at)
    comma = at if text[at : at + 1] == "," else len(text[:at].rstrip(_GAP)) - 1
    if comma >= 0 and text[comma] == "," and text[_after_gap(text, comma + 1) :][:1] in ("]", "}"):
        return Word("json_last_comma"), comma
    return _at(said, text, at), at


def _after_gap(text: str, at: int) -> int:
    """Return the offset of the next character that isn't white space, or the length of the text."""
    while text[at : at + 1] and text[at] in _GAP:
        at += 1
    return at


def _at(said: str, text: str, at: int) -> Word:
    character = text[at : at + 1]
    if not character:
        return Word("json_ends")
    if character == "'" or character in CURLY:
        return Word("json_quotes", {"character": character})
    if character in "#/":
        return Word("json_comment")
    if "delimiter" in said and "':'" in said:
        return Word("json_colon")
    if "delimiter" in said:
        return Word("json_comma")
    if "property name" in said:
        return Word("json_key")
    found = _WORD.match(text, at)
    if found is None:
        return Word("json_unexpected", {"character": character})
    if found[0].lower() in _CONSTANTS:
        return Word("json_constant", {"found": found[0], "expected": _CONSTANTS[found[0].lower()]})
    return Word("json_number" if character in "+.-0123456789" else "json_bare", {"found": found[0]})
