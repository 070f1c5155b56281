"""What of a submission was looked at: the strings in it, so that nothing else can be (docs/answers-format.md).

msgspec silently keeps the last of two equal keys, and accepts a null wherever None means "left out". But keys are strings: the
number of strings that were looked at tells how many quotation marks the bytes must hold, two for each, besides those within
texts.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from aiassess.visible import is_blank

NO_ANSWER = "(none)"
"""The value of a question that is not in the file. No option has such an id."""
FRAME = 8
"""Strings that every answers file has, outside of answers and about: three keys with their value, two without, one id."""
_MARK = np.array(ord('"'), np.uint8)
_SEEN_AT_ONCE = frozenset(map(chr, range(0x21, 0x7F)))
"""Most texts begin with one of these; searching each text would take long."""


def marks(raw: bytes) -> int:
    """Return how many quotation marks begin or end a string."""
    found = int(np.count_nonzero(np.frombuffer(raw, np.uint8) == _MARK))  # a quarter of the time of bytes.count
    place = raw.find(b"\\")
    while place >= 0:
        if raw.startswith(b'"', place + 1):
            found -= 1
        place = raw.find(b"\\", place + 2)
    return found


def any_blank(texts: Sequence[str]) -> bool:
    """Return whether one of some texts, none of them empty, shows nothing."""
    return not {text[0] for text in texts} <= _SEEN_AT_ONCE and any(map(is_blank, texts))


def unfit(fits: Callable[[str], Any], given: Iterable[Any]) -> set[Any]:
    return {value for value in set(given) if type(value) is str and value is not NO_ANSWER and not fits(value)}


def places(given: Sequence[Any], wanted: set[Any]) -> list[int]:
    """Return where one of those wanted is given."""
    return [place for place, value in enumerate(given) if value in wanted] if wanted else []
