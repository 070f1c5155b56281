"""What of a submission was looked at: the strings in it, so that nothing else can be (docs/answers-format.md).

msgspec keeps the last of two equal keys in silence, and lets a null pass where None stands for "left out". But keys are
strings: whoever counts all strings that were looked at knows how many quotation marks the bytes then hold, two for each and
those within texts.
"""

from __future__ import annotations

import numpy as np

from aiassess.batch.fast.states import Doubt

FRAME = 8
"""Strings that every answers file has, outside of answers and about: three keys with their value, two without, one id."""
_MARK = np.uint8(ord('"'))


def marks(raw: bytes) -> int:
    """Return how many quotation marks begin or end a string. Raises Doubt where there may be a byte-order mark.

    That is blank to us, not to Python.
    """
    found = int(np.count_nonzero(np.equal(np.frombuffer(raw, np.uint8), _MARK)))  # a quarter of the time of bytes.count
    place = raw.find(b"\\")
    while place >= 0:
        if raw.startswith(b'"', place + 1):
            found -= 1
        elif raw[place + 1 : place + 6].lower() == b"ufeff":
            raise Doubt
        place = raw.find(b"\\", place + 2)
    if b"\xef" in raw and b"\xef\xbb\xbf" in raw:
        raise Doubt
    return found
