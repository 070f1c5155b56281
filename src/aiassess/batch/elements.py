"""The elements of a JSON array in a stream, cut out as bytes and not parsed, so that a broken one does not affect the others.

Only strings, brackets and commas are looked at: a broken element ends where its brackets do.
"""

import re
from collections.abc import Iterator

from aiassess.answers.formats import DEPTH
from aiassess.batch.streams import BOM, Broken, Item, too_large
from aiassess.errors import Problem, Word
from aiassess.files import MAX_ANSWERS_BYTES

_STRING = rb'"[^"\\]*+(?>(?:\\.[^"\\]*+)*)"'
_INSIDE = rb'[^"\[\]{}]*+(?>(?:' + _STRING + rb'[^"\[\]{}]*+)*)'
_USUAL_DEPTH = 7
"""Answers documents are nested 6 deep at most: down to this depth one match finds the end of an element."""
_MOST_OPEN = 10_000
"""With more open brackets the rest of the file is given up: no honest file has so many, and each takes time."""


def _nested(depth: int) -> bytes:
    inside = _INSIDE
    for _ in range(depth - 1):
        inside = _INSIDE + rb"(?>(?:[\[{]" + inside + rb"[\]}]" + _INSIDE + rb")*)"
    return rb"[\[{]" + inside + rb"[\]}]"


# Possessive throughout: no byte is looked at twice by one match. Of a group (?>(?:…)*) says so: (?:…)*+ does not match in the
# first Pythons 3.11, such as Debian 12's (CPython issue 106052).
_ARRAY = re.compile(rb"(?:" + BOM + rb")?[ \t\r\n]*+\[")
_WHOLE = re.compile(_nested(_USUAL_DEPTH), re.DOTALL)
# A closing brace that closes nothing does not end an element; it is part of what is wrong with it.
_BETWEEN = re.compile(rb'[^"\[\]{,]*+(?>(?:' + _STRING + rb'[^"\[\]{,]*+)*)', re.DOTALL)
_WITHIN = re.compile(_INSIDE + rb"(?>(?:" + _nested(2) + _INSIDE + rb")*)", re.DOTALL)
_OPENING, _CLOSING = re.compile(rb"[\[{]++"), re.compile(rb"[\]}]++")
_STRING_REST = re.compile(rb'(?>(?:[^"\\]++|\\.)*)', re.DOTALL)
_CONTINUATION = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that do not begin a character."""


def is_array(head: bytes) -> bool:
    """Return whether a document that begins like this is a JSON array."""
    return _ARRAY.match(head) is not None


class Elements:
    """The elements of an array as items: ``head`` holds its beginning, ``stream`` the rest."""

    def __init__(self, head: bytes, stream: Iterator[bytes]) -> None:
        match = _ARRAY.match(head)
        assert match is not None  # noqa: S101 - see ``is_array``
        self._stream = stream
        self._data = head
        self._at = match.end()
        self._depth = 0
        self._in_string = self._escaped = False
        self._element = bytearray()
        self._dropped = False
        self._line, self._column = 1, 0
        self._pass(match.group())
        self._start = (self._line, self._column)
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        try:
            closed = False
            while not closed:
                closed = self._read_element()
                raw = bytes(self._element)
                if closed and not self.count and not self._dropped and not raw.strip():
                    break  # an array of nothing
                yield self._item(raw)
            if self._anything_behind():
                yield self._refused(_syntax("json_more"))
        except Broken as broken:
            yield self._refused(broken.problem)

    # Reading

    def _more(self) -> bool:
        """Move on to the next piece of the stream; return whether there is one."""
        self._data, self._at = next(self._stream, b""), 0
        return bool(self._data)

    def _read_element(self) -> bool:
        """Read past the comma or bracket that ends an element; return whether it was the array's closing bracket."""
        self._element.clear()
        self._dropped = False
        while True:
            if self._at == len(self._data) and not self._more():
                raise Broken(Problem("array_open"))
            self._run()
            if self._at < len(self._data) and (mark := self._mark()):
                return mark == b"]"

    def _run(self) -> None:
        """Take what neither opens nor closes anything; a whole element at once if it has a usual shape."""
        if self._in_string:
            if self._escaped:
                self._keep(self._at + 1)
                self._escaped = False
            self._take(_STRING_REST)
        elif self._depth:
            self._take(_WITHIN)
        else:
            self._take(_BETWEEN)
            while self._take(_WHOLE):
                self._take(_BETWEEN)

    def _take(self, pattern: re.Pattern[bytes]) -> bool:
        match = pattern.match(self._data, self._at)
        if match is None or match.end() == self._at:
            return False
        self._keep(match.end())
        return True

    def _mark(self) -> bytes:
        """Take the byte at which a run ended, or all equal brackets; return it if it ends the element, else nothing."""
        mark = self._data[self._at : self._at + 1]
        taken = 1
        if self._in_string:
            self._escaped = mark == b"\\"  # the last byte of a piece; what it escapes is in the next
            self._in_string = self._escaped
        elif mark == b'"':  # the string does not end in this piece
            self._in_string = True
        elif mark in b"[{":
            taken = self._count(_OPENING)
            self._depth += taken
            if self._depth > _MOST_OPEN:
                raise Broken(Problem("json_depth", {"limit": DEPTH}))
        elif self._depth:
            taken = min(self._depth, self._count(_CLOSING))
            self._depth -= taken
        elif mark in b",]":
            self._at += 1
            return mark
        self._keep(self._at + taken)
        return b""

    def _count(self, brackets: re.Pattern[bytes]) -> int:
        match = brackets.match(self._data, self._at)
        return len(match.group()) if match else 0

    def _keep(self, end: int) -> None:
        """Add the bytes up to ``end`` to the element, unless it is already too large."""
        part = self._data[self._at : end]
        self._at = end
        if self._dropped:
            self._pass(part)
            return
        self._element += part
        if len(self._element) > MAX_ANSWERS_BYTES:
            self._dropped = True
            self._start = (self._line, self._column)
            self._pass(bytes(self._element))
            self._element.clear()

    def _anything_behind(self) -> bool:
        while self._at < len(self._data) or self._more():
            if self._data[self._at :].strip():
                return True
            self._at = len(self._data)
        return False

    # Items

    def _item(self, raw: bytes) -> Item:
        if self._dropped:
            self.count += 1
            item = Item(b"", self.count, *self._start, too_large())
            self._pass(b",")
            return item
        bare = raw.lstrip(b" \t\r\n")
        self._pass(raw[: len(raw) - len(bare)])
        problem = None if bare else _syntax("json_value")
        self.count += 1
        item = Item(bare.rstrip(b" \t\r\n"), self.count, self._line, self._column, problem)
        self._pass(bare + b",")
        return item

    def _refused(self, problem: Problem) -> Item:
        self.count += 1
        return Item(b"", self.count, self._line, self._column, problem)

    def _pass(self, data: bytes) -> None:
        lines = data.count(b"\n")
        if lines:
            self._line += lines
            self._column = 0
            data = data[data.rfind(b"\n") + 1 :]
        self._column += len(data if data.isascii() else data.translate(None, _CONTINUATION))


def _syntax(reason: str) -> Problem:
    return Problem("json_syntax", {"reason": Word(reason)})
