"""What of a submission was looked at: the strings and texts in it, so that nothing else can be (docs/answers-format.md).

msgspec keeps the last of two equal keys in silence, and lets a null pass where None stands for "left out". But keys are
strings: whoever counts all strings that were looked at knows how many quotation marks the bytes then hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from aiassess.answers import formats
from aiassess.batch.fast.states import Doubt
from aiassess.files import MAX_ANSWERS_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME = 8
"""Strings that every answers file has, outside of answers and about: three keys with their value, two without, one id."""
_MOMENT = re.compile(formats.MOMENT_PATTERN).search
_LANGUAGE = re.compile(formats.LANGUAGE_PATTERN).search
_DIGEST = re.compile(formats.DIGEST_PATTERN).search


def rating(risks: Sequence[Any], texts: list[str]) -> tuple[int, int]:
    """Return the highest rating of a risk register and how many strings it has; its texts, not counted, go to ``texts``."""
    if not 0 < len(risks) <= formats.MAX_RISKS:
        raise Doubt
    highest = strings = 0
    for risk in risks:
        texts.append(risk.title)
        rating = risk.likelihood * risk.consequence
        strings += 2
        if risk.residual_likelihood is not None and risk.residual_consequence is not None:
            rating = risk.residual_likelihood * risk.residual_consequence
            strings += 2
        if risk.treatment is not None:
            texts.append(risk.treatment)
        if risk.owner is not None:
            texts.append(risk.owner)
        if risk.due is not None:
            strings += 2
        highest = max(highest, rating)
    return highest, strings


def references(lists: Sequence[Any], texts: list[str]) -> int:
    """Return how many strings some lists of evidence have, with their names; the references go to ``texts``."""
    every = [item for items in lists for item in items]
    texts += [item.reference for item in every]
    return len(lists) + 2 * sum([item.date is not None for item in every])


def about_fields(about: Any, texts: list[str]) -> tuple[str | None, int]:
    """Return when the assessment was completed, and how many strings ``about`` has; its texts go to ``texts``."""
    if about is UNSET:
        return None, 0
    texts += [text for text in (about.assessor, about.classification) if type(text) is str]
    strings = 1 + (about.assessor, about.classification).count(None)
    others = (about.started_at, about.completed_at, about.language, about.revises)
    for value, fits in zip(others, (_MOMENT, _MOMENT, _LANGUAGE, _DIGEST), strict=True):
        if type(value) is str:
            strings += 2
            if not fits(value):
                raise Doubt
    completed = about.completed_at
    return None if completed is UNSET else completed, strings + others.count(None)


def marks_of(raw: bytes, strings: int, texts: Sequence[str]) -> int:
    """Return how many quotation marks the bytes have if each string in them was looked at.

    That is two for each of the ``strings``, two each for a text and its key, and those within texts, which are escaped.
    Raises Doubt where a text is blank or too long.
    """
    marks = 2 * strings + 4 * len(texts)
    place = raw.find(b"\\")
    while place >= 0:
        if raw.startswith(b'"', place + 1):
            marks += 1
        elif raw[place + 1 : place + 6].lower() == b"ufeff":  # blank to us, not to Python
            raise Doubt
        place = raw.find(b"\\", place + 2)
    if b"\xef" in raw and b"\xef\xbb\xbf" in raw:  # the same
        raise Doubt
    if len(raw) > formats.MAX_TEXT:
        longest = max(map(len, texts), default=0)
        if longest > formats.MAX_TEXT or len(raw) > MAX_ANSWERS_BYTES:
            raise Doubt
    if not all(texts) or any(map(str.isspace, texts)):
        raise Doubt
    return marks
