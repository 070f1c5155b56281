"""Texts that look the same but differ: how they differ, in words (docs/errors.md#what-cannot-be-seen)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from aiassess.safe import safe_text
from aiassess.text import count, say
from aiassess.visible import VISIBLE_PATTERN, is_blank

# Letters of other scripts, and signs, that nearly every font draws like these: Cyrillic, Greek, hyphens, the minus sign.
_LOOKS = str.maketrans(
    "\u0430\u0441\u0501\u0435\u04bb\u0456\u0458\u043e\u0440\u051b\u0455\u051d\u0445\u0443\u0475\u0410"
    "\u0412\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0421\u051a\u0405\u0422\u051c\u0425\u0423"
    "\u03bf\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u2010\u2011\u2212",
    "acdehijopqswxyvABEHIJKMOPCQSTWXYoABEZHIKMNOPTYX---",
)
_CHARACTERS = {
    "\t": "tab",
    "\u00a0": "no_break_space",
    "\u202f": "no_break_space",
    "\u00ad": "soft_hyphen",
    "\u200b": "zero_width_space",
    "\u200c": "joiner",
    "\u200d": "joiner",
    "\u2060": "joiner",
    "\ufeff": "byte_order_mark",
}
"""Characters with a name that people know, and the message that says it."""
_COUNTED = {" ": "n_spaces", "\n": "n_line_breaks"}
_MOST = 3
"""So many differences are named; the others are counted."""
_MOST_CODES = 6
_WORD = 30
"""How many characters to look back for the word before."""
_UNSEEN = re.compile("[" + VISIBLE_PATTERN.removeprefix("[^") + "+")
_ONE_PIECE = (("letter", "mark"), ("mark", "mark"), ("space", "space"), ("space", "invisible"))
"""Kinds of character that are read together with the kind before them."""
_LONGEST = 1000
"""Nothing is said about a name or value longer than this."""
_WRITTEN = ("found", "name", "id", "option", "key")
"""A message's values that somebody wrote. What could have been meant is in its lists, or has one of these names:"""
_EXPECTED = ("expected", "near")
CURLY = "\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"


class Difference(NamedTuple):
    """What one text has in place of what the other has, either of them perhaps nothing; ``after``: the word before it."""

    old: str
    new: str
    after: str
    place: str
    """"start" or "end" if the difference is white space or invisible there, otherwise ""."""


def differences(old: str, new: str) -> list[Difference]:
    """Return how two texts that look the same differ; nothing if they are equal, or do not look the same."""
    if old == new:
        return []
    if letters(old) != letters(new):  # nearly always, and quickly found out
        return []
    before, after = _pieces(old), _pieces(new)
    if "".join(looks for _, looks in before) != "".join(looks for _, looks in after):
        return []
    found, done, i, j = [], 0, 0, 0
    begun = False
    while i < len(before) or j < len(after):
        spans = _together(before, i, after, j)
        texts = ["".join(text for text, _ in part) for part in (before[i : spans[0]], after[j : spans[1]])]
        i, j = spans
        nothing = is_blank("".join(texts))
        if texts[0] != texts[1]:
            place = (
                "" if not nothing else "start" if not begun else "end" if (i, j) == (len(before), len(after)) else ""
            )
            found.append(Difference(texts[0], texts[1], "".join(old[max(0, done - _WORD) : done].split()[-1:]), place))
        begun = begun or not nothing
        done += len(texts[0])
    return found


def letters(text: str) -> str:
    """Return what two texts that look the same have in common: all but accents, white space and invisible characters."""
    return _UNSEEN.sub("", unicodedata.normalize("NFD", text).translate(_LOOKS))


def _pieces(text: str) -> list[tuple[str, str]]:
    """Return a text in pieces: letters with the marks on them, runs of white space, invisible characters; with their looks."""
    pieces: list[list[str]] = []
    for character in text:
        kind = _kind(character)
        if pieces and (pieces[-1][1], kind) in _ONE_PIECE:
            pieces[-1][0] += character
        else:
            pieces.append([character, kind])
    shown = [place for place, (_, kind) in enumerate(pieces) if kind in ("letter", "mark")] or [len(pieces)]
    return [
        (piece, _looks(piece, kind, at_edge=not shown[0] < place < shown[-1]))
        for place, (piece, kind) in enumerate(pieces)
    ]


def _kind(character: str) -> str:
    if character.isspace():
        return "space"
    if not is_blank(character):
        return "letter"
    return "mark" if _is_accent(character) else "invisible"


def _is_accent(character: str) -> bool:
    """Return whether a character shows on the one before it, as variation selectors and joiners do not."""
    selects = character == "\u034f" or "SELECTOR" in unicodedata.name(character, "")
    return unicodedata.category(character)[0] == "M" and not selects


def _looks(piece: str, kind: str, *, at_edge: bool) -> str:
    if kind == "invisible" or (kind == "space" and at_edge):
        return ""
    if kind == "space":
        return " " if len(f"{piece}.".splitlines()) == 1 else "\n"
    return unicodedata.normalize("NFD", piece).translate(_LOOKS)


def _together(before: list[tuple[str, str]], i: int, after: list[tuple[str, str]], j: int) -> tuple[int, int]:
    """Return how far to read on in two texts until both have shown the same; first what shows nothing."""
    ends = [i, j]
    for side, pieces in enumerate((before, after)):
        while ends[side] < len(pieces) and not pieces[ends[side]][1]:
            ends[side] += 1
    if ends != [i, j]:
        return ends[0], ends[1]
    shown = [0, 0]
    while not shown[0] or shown[0] != shown[1]:
        side = 0 if shown[0] <= shown[1] else 1
        shown[side] += len((before, after)[side][ends[side]][1])
        ends[side] += 1
    return ends[0], ends[1]


# In words


def in_words(old: str, new: str, lang: str, arrow: str = "→") -> str:
    """Return in words how two texts that look the same differ; "" if they are equal, or do not look the same."""
    found = differences(old, new)
    said = [_change(item, lang, arrow) for item in found[:_MOST]]
    more = [say(lang, "alike.more", n=len(found) - _MOST)] if len(found) > _MOST else []
    return say(lang, "alike.looks_the_same", what="; ".join([*said, *more])) if found else ""


def _change(item: Difference, lang: str, arrow: str) -> str:
    change = f"{_side(item.old, item.place, lang)} {arrow} {_side(item.new, item.place, lang)}"
    return say(lang, "alike.after", word=_exact(item.after), what=change) if item.after and not item.place else change


def _side(text: str, place: str, lang: str) -> str:
    return _described(text, lang, place) if text else say(lang, "diff.blank")


def remark(values: Mapping[str, object], lang: str) -> str:
    """Return what is invisible in what somebody wrote, as a sentence to follow a message about it; "" for nothing.

    ``values``: those of the message.
    """
    for name in _WRITTEN:
        written = values.get(name)
        if isinstance(written, str) and len(written) <= _LONGEST and not _is_plain(written):
            if (written[0] in CURLY or written[-1] in CURLY) and (bare := written.strip(CURLY)):
                return " " + say(lang, "alike.curly", found=bare)
            said = _said_of(written, _expected(values), lang)
            if said:
                return " " + said
    return ""


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and text == " ".join(text.split())


def _expected(values: Mapping[str, object]) -> Iterator[str]:
    for name, value in values.items():
        if isinstance(value, (list, tuple)):
            yield from (item for item in value if isinstance(item, str))
        elif name in _EXPECTED and isinstance(value, str):
            yield value


def _said_of(written: str, expected: Iterable[str], lang: str) -> str:
    for text in expected:
        if text == written:
            return ""
        found = _held(written, text, lang)
        if found:
            return say(lang, "alike.looks_like", found=_exact(written), expected=text, what=found)
    clean = " ".join("".join(text for text, looks in _pieces(written) if looks).split())
    latin = clean.translate(_LOOKS)
    found = _held(written, latin if latin.isascii() else clean, lang)
    return say(lang, "alike.holds", found=_exact(written), what=found) if found else ""


def _held(written: str, expected: str, lang: str) -> str:
    found = [item for item in differences(written, expected) if item.old][:_MOST]
    return ", ".join(_described(item.old, lang, item.place) for item in found)


def _described(text: str, lang: str, place: str = "") -> str:
    """Return what a text is made of: white space and invisible characters by name, the rest by code points."""
    if text[0] in _COUNTED and not text.strip(text[0]):
        said = count(lang, f"alike.{_COUNTED[text[0]]}", len(text))
    elif is_blank(text):
        said = " + ".join(_named(character, lang) for character in text[:_MOST_CODES])
    else:
        said = f"“{_exact(text)}” ({' '.join(f'U+{ord(character):04X}' for character in text[:_MOST_CODES])})"
    return say(lang, f"alike.at_{place}", what=said) if place else said


def _named(character: str, lang: str) -> str:
    if character in _COUNTED:
        return count(lang, f"alike.{_COUNTED[character]}", 1)
    code = f"U+{ord(character):04X}"
    return f"{say(lang, f'alike.{_CHARACTERS[character]}')} ({code})" if character in _CHARACTERS else code


def _exact(text: str) -> str:
    r"""Return a text with its spaces, and with everything else that cannot be seen written out as ``\u{a0}``."""
    shown = safe_text(text)
    return "".join(
        f"\\u{{{ord(character):x}}}" if character.isspace() and character != " " else character for character in shown
    )
