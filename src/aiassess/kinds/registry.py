"""Every kind of question."""

from typing import Generic, NamedTuple, TypeVar

from aiassess.kinds.choice import CHOICE
from aiassess.kinds.choices import CHOICES
from aiassess.kinds.date import DATE
from aiassess.kinds.number import NUMBER
from aiassess.kinds.risks import RISKS
from aiassess.kinds.text import TEXT
from aiassess.model.kind import Kind
from aiassess.model.questionnaire import Question

T = TypeVar("T")


class ByKind(NamedTuple, Generic[T]):
    """Something for each kind of question. Add a new kind here first: the type checker then names every registry without it."""

    choice: T
    choices: T
    text: T
    number: T
    date: T
    risks: T

    def named(self, name: str) -> T:
        """Return what there is for the kind of this name."""
        return self[self._fields.index(name)]

    def of(self, question: Question) -> T:
        """Return what there is for a question's kind."""
        return self.named(question.kind.name)


KINDS: ByKind[Kind] = ByKind(choice=CHOICE, choices=CHOICES, text=TEXT, number=NUMBER, date=DATE, risks=RISKS)
