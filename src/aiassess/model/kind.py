"""What depends on the kind of a question: whether its answer is an option, a number, a date (``aiassess.kinds``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from aiassess.errors import Complaints
from aiassess.model.answers import Value, ValueData
from aiassess.model.conditions import Aspect, Test

if TYPE_CHECKING:
    from aiassess.model.questionnaire import Question

Data = Mapping[str, Any]
"""A part of a questionnaire as its author wrote it."""
Schema = dict[str, object]
"""A JSON Schema, or a part of one."""


class Flaw(NamedTuple):
    """What is wrong with a question in a questionnaire: ``path`` leads there from the question."""

    code: str
    path: tuple[str | int, ...]
    values: Mapping[str, object]
    is_error: bool = True


class Kind(Protocol):
    """A kind of question. The defaults are those of a value without options, points and label."""

    name: str
    """How questionnaires write it."""
    written_as: type | tuple[type, ...] = str
    """What JSON has of a value."""
    bound_fields: tuple[str, str] = ("minimum", "maximum")
    """The fields of ``Question`` for a questionnaire's ``minimum`` and ``maximum``."""
    in_own_words: bool = False
    """Whether a value may be whatever somebody types."""
    picks_one: bool = False
    """Whether a value is the id of one option."""
    shows: tuple[Aspect, ...] = ()
    """What there is in a value for conditions to look at."""
    entry_fields: tuple[str, ...] = ()
    """The fields of each entry, if a value is a list of objects."""
    stand_in: Value | None = None
    """The value that stands for any answer, if ``explain`` can only ask that there be one."""

    # Values

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        """Return the value that plain data writes; None if problems were added."""
        ...

    def schema(self, question: Question, lang: str) -> Schema: ...

    def definitions(self) -> dict[str, Schema]:
        """Return the parts that schemas of such values refer to."""
        return {}

    # Points, before the question's weight

    def points(self, question: Question, value: object, *, evidenced: bool) -> int:
        """Return the points of a valid value, with or without any evidence (docs/scoring.md#points)."""
        return 0

    def most_points(self, question: Question) -> int:
        return max(_points_in(question), default=0)

    def least_points(self, question: Question) -> int:
        """Return the fewest points that a value can give."""
        return min(_points_in(question), default=0)

    # Words

    def label(self, question: Question, value: Value, lang: str) -> str | list[str] | None:
        """Return what a report says beside the value; None if the value says it all."""
        return None

    def labelled(self, question: Question, label: object, lang: str) -> list[ValueData]:
        """Return the values, as JSON has them, that a report's label may belong to."""
        return []

    def words(self, question: Question, value: Value, lang: str) -> str | list[str]:
        label = self.label(question, value, lang)
        return str(value) if label is None else label

    def line(self, question: Question, value: Value, lang: str) -> str:
        """Return a value in one line of the interview."""
        words = self.words(question, value, lang)
        return words if isinstance(words, str) else "; ".join(words)

    # Other answers

    def alternatives(self, question: Question, now: Value | None, tests: Sequence[Test]) -> Iterable[Value]:
        """Return values of every effect that there is, the preferred ones first; several may have the same effect."""
        return ()

    def examples(self, question: Question, tests: Sequence[Test]) -> Iterable[Value]:
        """Return valid values: every option, band, and effect on points, findings and these tests is among them."""
        return self.alternatives(question, None, tests) if self.stand_in is None else (self.stand_in,)

    # In a questionnaire

    def flaws(self, data: Data, options: Sequence[Data]) -> Iterator[Flaw]:
        """Yield what is wrong with a question that the questionnaire's schema accepts; ``options``: its own, or its set's."""
        yield from ()

    def __reduce__(self) -> str:
        """Return the name of the one object in its module, so that a copy is the same object."""
        return self.name.upper()


def _points_in(question: Question) -> list[int]:
    return [option.points for option in question.options] + [band.points for band in question.bands]
