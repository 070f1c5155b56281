"""Text of unknown origin, made harmless for a terminal or a line of a message (docs/security.md)."""

import re
from unicodedata import category

# C0 and C1 controls, line and paragraph separators, every bidirectional control, invisible operators and tags, and lone
# surrogates: what moves the cursor, reorders what is read, hides text, or cannot be encoded. Then what nobody sees or takes
# for a space: soft hyphen, grapheme joiner, fillers, Braille without dots, the stand-in for an object. Then U+FFFE and
# U+FFFF, which no XML can hold: a Word or Excel file with one could not be made or opened.
_NEVER = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc\ud800-\udfff"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ufffe\uffff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
)
# Selectors and joiners choose how the character before them is drawn or joined to the next, as in emoji, in Chinese
# characters, and in Arabic, Indian and Mongolian writing. There they stay; elsewhere they do nothing but hide.
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_JOINERS = "\u200c\u200d"
_UNSAFE = re.compile(f"[{_NEVER}{_SELECTORS}{_JOINERS}]+")
_DRAWN_OTHERWISE = ("So", "Sk", "Sm", "Po", "Pd", "Lo", "Mn", "Mc")
"""Categories of what a selector or joiner may follow: signs, letters without case, and marks on them."""
_KEYCAP = re.compile("[0-9#*]\ufe0f\u20e3")
_MAY_STAY = re.compile(f"[{_SELECTORS}]?[{_JOINERS}]?")
"""At the beginning of a run of such characters: more of them would only hide."""


def _escape(match: re.Match[str]) -> str:
    run, text, place = match.group(), match.string, match.start()
    stays = 0
    if place and (_KEYCAP.match(text, place - 1) or _may_be_drawn_otherwise(text[place - 1])):
        stays = len(_MAY_STAY.match(run).group())  # type: ignore[union-attr]  # it always matches
    return run[:stays] + "".join(f"\\u{{{ord(character):x}}}" for character in run[stays:])


def _may_be_drawn_otherwise(character: str) -> bool:
    return not character.isascii() and category(character) in _DRAWN_OTHERWISE


def safe_text(text: str) -> str:
    r"""Return text with every character that could deceive written out as ``\u{1b}``; newline and tab stay.

    A carriage return before a newline is dropped: it is a line ending, not a command.
    """
    if text.isascii() and text.isprintable():  # most texts, and quick to see
        return text
    return _UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def safe_line(text: str, limit: int | None = None) -> str:
    """Return text made safe and put on one line, cut to ``limit`` characters with an ellipsis."""
    line = " ".join(safe_text(text).split())
    if limit is not None and len(line) > limit:
        return line[: max(0, limit - 1)] + "…"
    return line
