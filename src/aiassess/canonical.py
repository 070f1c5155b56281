"""JSON whose bytes depend only on the data: as in our files, and as it is hashed."""

import hashlib
import json
import re
from collections.abc import Iterable

# JSON asks for U+0000 to U+001F to be escaped. A terminal that shows a report would obey these as well.
_CONTROLS = re.compile("[\x7f-\x9f]")

_MOST = 2**53 - 1
"""The largest whole number that RFC 8785 writes."""


def to_json(data: object) -> str:
    """Return JSON as in every file of ours: two spaces, LF, a final newline, nothing escaped but control characters."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def digest_of(document: object) -> str:
    """Return "sha256:" and the SHA-256 of the RFC 8785 form of plain JSON data."""
    return "sha256:" + hashlib.sha256(canonical_bytes(document)).hexdigest()


def canonical_bytes(document: object) -> bytes:
    """Return the RFC 8785 form of plain JSON data; the standard library, ten times as fast, writes it if it can."""
    if _written_alike(document):
        text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
        try:
            return text.encode()
        except UnicodeEncodeError:
            pass  # half a surrogate pair: refused below
    import rfc8785  # noqa: PLC0415 - seldom needed

    return rfc8785.dumps(document)  # type: ignore[arg-type]


def _written_alike(document: object) -> bool:
    """Whether the standard library writes the data as RFC 8785 does.

    It sorts keys by code points, not by UTF-16 units, and writes 50.0 and 1e-05 where RFC 8785 has 50 and 0.00001.
    """
    waiting = [document]
    while waiting:
        item = waiting.pop()
        kind = type(item)
        if kind is dict:
            if not _ascii(item):  # type: ignore[arg-type]
                return False
            waiting += item.values()  # type: ignore[attr-defined]
        elif kind is list:
            waiting += item  # type: ignore[arg-type]
        elif kind is int:
            if abs(item) > _MOST:  # type: ignore[arg-type]
                return False
        elif kind is float:
            if not 1e-4 <= abs(item) < 1e16 or item.is_integer():  # type: ignore[arg-type, attr-defined]
                return False
        elif kind not in (str, bool, type(None)):
            return False
    return True


def _ascii(texts: Iterable[object]) -> bool:
    """Whether all are ASCII texts, in a tenth of the time of looking at each."""
    try:
        return "".join(texts).isascii()  # type: ignore[arg-type]
    except TypeError:
        return False
