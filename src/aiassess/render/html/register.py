"""The index of a register of public records: a table to be searched without a network (docs/public-record.md#register)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from aiassess.render.html.page import render_page
from aiassess.render.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiassess.render.public import PublicRecord


MARK = '<main class="register">'
"""What every page of a register has, and no other page of ours."""


class Entry(NamedTuple):
    """A line of the register, in words; ``page``: the record's file, as a link."""

    system: str
    agency: str
    level: str
    phase: str
    assessed: str
    due: str
    page: str


class Part(NamedTuple):
    """A page of the register, from one agency to another, with so many systems."""

    file: str
    first: str
    last: str
    size: int


class RegisterPages:
    """The pages of one register: of its entries, or of its parts if one page does not hold them.

    ``statements``: language and text of whose questionnaires it rests on; ``left_out``: how many have no record, by the key
    of ``aiassess.text.public`` that says why.
    """

    def __init__(self, lang: str, statements: Sequence[tuple[str, str]], listed: int, left_out: dict[str, int]) -> None:
        self.d = Sentences("public", lang)
        self.listed = listed
        self._said: dict[str, Any] = {
            "statements": statements,
            "listed": listed,
            "left_out": [self.d(key, n=f"{n:,}") for key, n in left_out.items()],
        }

    def entry(self, record: PublicRecord, agency: str, page: str) -> Entry:
        """Return a record's line; ``agency``: as most of its records spell it, so that a choice of it finds them all."""
        assessed, due = (self.d.day(stated or self.d("not_stated")) for stated in (record["assessed"], record["due"]))
        return Entry(record["system"], agency, record["level_title"], record["phase"] or "–", assessed, due, page)

    def of_entries(self, entries: Sequence[Entry], *, back: bool = False) -> str:
        """Return a page of entries; ``back``: it is one of several, and leads back to the index."""
        d = self.d
        columns = [d("system"), d.report("agency"), d.report("level"), d("phase"), d("assessed"), d("due")]
        return self._page(
            entries=entries,
            back=back,
            parts=(),
            titles=columns,
            agencies=dict.fromkeys(entry.agency for entry in entries),
            levels=dict.fromkeys(entry.level for entry in entries),
        )

    def of_parts(self, parts: Sequence[Part]) -> str:
        return self._page(parts=parts)

    def _page(self, **values: Any) -> str:
        title = self.d("register")
        return render_page(
            "register.html",
            lang=self.d.lang,
            title=title,
            foot=title,
            style="register",
            script="register",
            d=self.d,
            **self._said,
            **values,
        )
