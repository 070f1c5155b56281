"""The page of each kind of question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from aiassess.interview.terminal.choice import ChoicePage, ChoicesPage
from aiassess.interview.terminal.field import DatePage, NumberPage, TextPage
from aiassess.interview.terminal.risks import RisksPage
from aiassess.kinds.registry import ByKind

if TYPE_CHECKING:
    from aiassess.interview.protocol import QuestionView
    from aiassess.interview.terminal.glyphs import Glyphs
    from aiassess.interview.terminal.question import QuestionPage


class MakePage(Protocol):
    """Makes a page; ``kept``: what was typed there before and not given, ``at``: what was pointed at."""

    def __call__(
        self, glyphs: Glyphs, view: QuestionView, kept: str | None = None, at: int | None = None, /
    ) -> QuestionPage: ...


PAGES: ByKind[MakePage] = ByKind(
    choice=ChoicePage,
    choices=ChoicesPage,
    text=TextPage,
    number=NumberPage,
    date=DatePage,
    risks=RisksPage,
)
