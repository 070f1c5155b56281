"""One option: its id."""

from collections.abc import Iterable, Iterator, Sequence

from aiassess.errors import Complaints
from aiassess.model.answers import Value, ValueData
from aiassess.model.conditions import Test
from aiassess.model.kind import Data, Flaw, Kind, Schema
from aiassess.model.questionnaire import Option, Question


class Choice(Kind):
    """One option."""

    name = "choice"
    picks_one = True
    shows = ("option",)

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        known = [option.id for option in question.options]
        if isinstance(value, str) and value in known:
            return value
        complaints.add("unknown_option", path, found=value, known=known)
        return None

    def schema(self, question: Question, lang: str) -> Schema:
        return schema_of_option(question, lang)

    def points(self, question: Question, value: object, *, evidenced: bool) -> int:
        chosen = next(option for option in question.options if option.id == value)
        return counted(question, chosen, evidenced=evidenced)

    def label(self, question: Question, value: Value, lang: str) -> str | list[str] | None:
        return next((option.label[lang] for option in question.options if option.id == value), None)

    def labelled(self, question: Question, label: object, lang: str) -> list[ValueData]:
        return [option.id for option in question.options if option.label[lang] == label]

    def alternatives(self, question: Question, now: Value | None, tests: Sequence[Test]) -> Iterable[Value]:
        return (option.id for option in question.options)

    def flaws(self, data: Data, options: Sequence[Data]) -> Iterator[Flaw]:
        exclusive = [option["id"] for option in options if option.get("exclusive")]
        if exclusive:
            yield Flaw("exclusive_in_choice", ("options",), {"id": exclusive[0]})
        if data.get("score") and len({option.get("points", 0) for option in options}) == 1:
            yield Flaw("points_all_equal", ("options",), {}, is_error=False)


def counted(question: Question, option: Option, *, evidenced: bool) -> int:
    """Return the points that an option counts: those of another one as long as it lacks evidence that it needs."""
    while not evidenced and option.without_evidence is not None:
        option = next(other for other in question.options if other.id == option.without_evidence)
    return option.points


def schema_of_option(question: Question, lang: str) -> Schema:
    labels = "; ".join(f"{option.id}: {option.label[lang]}" for option in question.options)
    return {"enum": [option.id for option in question.options], "description": labels}


CHOICE = Choice()
