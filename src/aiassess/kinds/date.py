"""A day of the calendar, YYYY-MM-DD."""

from collections.abc import Iterable, Iterator, Sequence

from aiassess.errors import Complaints
from aiassess.kinds.parts import crossed_bounds, read_day, ref
from aiassess.model.answers import Value
from aiassess.model.conditions import Test
from aiassess.model.kind import Data, Flaw, Kind, Schema
from aiassess.model.questionnaire import Question


class Date(Kind):
    """A day within bounds."""

    name = "date"
    bound_fields = ("earliest", "latest")
    stand_in = "2000-01-01"

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        day = read_day(value, path, complaints)
        earliest, latest = question.earliest, question.latest
        if day is None or (earliest or "") <= day <= (latest or "9999-12-31"):
            return day
        code = "date_range" if earliest and latest else "date_early" if earliest else "date_late"
        complaints.add(code, path, found=value, earliest=earliest, latest=latest)
        return None

    def schema(self, question: Question, lang: str) -> Schema:
        bounds = [
            {"pattern": _from(bound, far, step)}
            for bound, far, step in ((question.earliest, "9", 1), (question.latest, "0", -1))
            if bound is not None
        ]
        return {"allOf": [ref("date"), *bounds]} if bounds else ref("date")

    def examples(self, question: Question, tests: Sequence[Test]) -> Iterable[Value]:
        return (question.earliest or question.latest or self.stand_in,)

    def flaws(self, data: Data, options: Sequence[Data]) -> Iterator[Flaw]:
        return crossed_bounds(data)


def _from(bound: str, far: str, step: int) -> str:
    """Return a pattern of the days from one on: the same, or the first other digit is nearer to ``far``."""
    others = (
        bound[:i] + f"[{min(chr(ord(digit) + step), far)}-{max(chr(ord(digit) + step), far)}]"
        for i, digit in enumerate(bound)
        if digit not in ("-", far)
    )
    return f"^(?:{'|'.join((bound, *others))})"


DATE = Date()
