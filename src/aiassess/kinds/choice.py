"""One option: its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.kinds import options as shared
from aiassess.model.kind import Flaw, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from aiassess.errors import Complaints
    from aiassess.model.answers import Value, ValueData
    from aiassess.model.conditions import Test
    from aiassess.model.kind import Schema
    from aiassess.model.questionnaire import Question


class Choice(Kind):
    """One option."""

    name = "choice"
    picks_one = True

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        known = [option.id for option in question.options]
        if isinstance(value, str) and value in known:
            return value
        complaints.add("unknown_option", path, found=value, known=known)
        return None

    def schema(self, question: Question, lang: str) -> Schema:
        return shared.schema_of_option(question, lang)

    def points(self, question: Question, value: object, *, evidenced: bool) -> int:
        chosen = next(option for option in question.options if option.id == value)
        return shared.counted(question, chosen, evidenced=evidenced)

    def most_points(self, question: Question) -> int:
        return shared.most_points(question)

    def least_points(self, question: Question) -> int:
        return shared.least_points(question)

    def label(self, question: Question, value: Value, lang: str) -> str | list[str] | None:
        return next((option.label[lang] for option in question.options if option.id == value), None)

    def labelled(self, question: Question, label: object, lang: str) -> list[ValueData]:
        return [option.id for option in question.options if option.label[lang] == label]

    def line(self, question: Question, value: Value, lang: str) -> str:
        return str(self.words(question, value, lang))

    def alternatives(self, question: Question, now: Value | None, tests: Sequence[Test]) -> Iterable[Value]:
        return (option.id for option in question.options)

    def flaws(self, data: Mapping[str, Any], options: Sequence[Mapping[str, Any]]) -> Iterator[Flaw]:
        exclusive = [option["id"] for option in options if option.get("exclusive")]
        if exclusive:
            yield Flaw("exclusive_in_choice", ("options",), {"id": exclusive[0]})
        if data.get("score") and len({option.get("points", 0) for option in options}) == 1:
            yield Flaw("points_all_equal", ("options",), {}, is_error=False)


CHOICE = Choice()
