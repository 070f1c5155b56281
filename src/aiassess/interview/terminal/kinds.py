"""The page of each kind of question."""

from aiassess.interview.terminal.choice import ChoicePage, ChoicesPage
from aiassess.interview.terminal.field import DatePage, NumberPage, TextPage
from aiassess.interview.terminal.question import QuestionPage
from aiassess.interview.terminal.risks import RisksPage
from aiassess.kinds.registry import ByKind

PAGES: ByKind[type[QuestionPage]] = ByKind(
    choice=ChoicePage,
    choices=ChoicesPage,
    text=TextPage,
    number=NumberPage,
    date=DatePage,
    risks=RisksPage,
)
