"""A number, whole or not, with its unit."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from aiassess.errors import Complaints
from aiassess.figures import amount
from aiassess.kinds.parts import MAX_NUMBER, as_number, crossed_bounds
from aiassess.model import conditions as c
from aiassess.model.answers import Value, ValueData
from aiassess.model.kind import Data, Flaw, Kind, Schema
from aiassess.model.questionnaire import Question


class Number(Kind):
    """A number within bounds; its points are those of its band."""

    name = "number"
    written_as = (int, float)
    shows = ("number",)

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            complaints.wrong_type(path, value, "number")
            return None
        number = as_number(value)
        low, high = bounds(question)
        if number is None or not low <= number <= high:
            complaints.add("number_range", path, found=value, minimum=low, maximum=high)
        elif question.whole and not isinstance(number, int):
            complaints.add("number_whole", path, found=value)
        else:
            return number
        return None

    def schema(self, question: Question, lang: str) -> Schema:
        low, high = bounds(question)
        return {"type": "integer" if question.whole else "number", "minimum": low, "maximum": high}

    def points(self, question: Question, value: object, *, evidenced: bool) -> int:
        if not isinstance(value, (int, float)):
            return 0
        return next((band.points for band in question.bands if band.up_to is None or value <= band.up_to), 0)

    def label(self, question: Question, value: Value, lang: str) -> str | list[str] | None:
        return f"{value} {question.unit[lang]}" if question.unit else None

    def labelled(self, question: Question, label: object, lang: str) -> list[ValueData]:
        if question.unit is None or not isinstance(label, str):
            return []
        try:
            value = json.loads(label.removesuffix(f" {question.unit[lang]}"))
        except ValueError:
            return []
        return [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []

    def words(self, question: Question, value: Value, lang: str) -> str:
        unit = question.unit[lang] if question.unit else ""
        return amount(value, unit) if isinstance(value, (int, float)) else f"{value} {unit}".strip()

    def alternatives(self, question: Question, now: Value | None, tests: Sequence[c.Test]) -> Iterable[Value]:
        """Return numbers of every effect, the nearest to the one given first."""
        low, high = bounds(question)
        marks = {band.up_to for band in question.bands} | {question.minimum, question.maximum}
        marks |= {test.bound for test in tests if isinstance(test, c.OnBound)}
        exact = sorted(mark for mark in marks if mark is not None) or [0]
        found = {number for mark in exact for number in (mark - 1, mark, mark + 1, floor(mark), ceil(mark))}
        found |= {(low + high) / 2 for low, high in pairwise(exact)} if not question.whole else set()
        fitting = [
            int(number) if number == int(number) else number
            for number in found
            if low <= number <= high and (not question.whole or number == int(number))
        ]
        start = now if isinstance(now, (int, float)) else min(fitting, default=0)
        return sorted(fitting, key=lambda number: (abs(number - start), number))

    def flaws(self, data: Data, options: Sequence[Data]) -> Iterator[Flaw]:
        yield from crossed_bounds(data)
        bands = [band.get("up_to") for band in data.get("bands", [])]
        for i, bound in enumerate(bands[:-1]):
            if bound is None:
                yield Flaw("band_without_bound", ("bands", i), {})
            elif i and (before := bands[i - 1]) is not None and bound <= before:
                yield Flaw("bands_not_rising", ("bands", i, "up_to"), {"bound": bound, "before": before})
        if bands and bands[-1] is not None:
            yield Flaw("last_band_bounded", ("bands", len(bands) - 1, "up_to"), {})
        low, high = data.get("minimum", -MAX_NUMBER), data.get("maximum", MAX_NUMBER)
        for i, (before, bound) in enumerate(pairwise([None, *bands])):
            if (bound is not None and bound < low) or (before is not None and before >= high):
                yield Flaw("band_unreached", ("bands", i), {}, is_error=False)


def bounds(question: Question) -> tuple[int | float, int | float]:
    """Return the lowest and the highest number that a question takes."""
    low = -MAX_NUMBER if question.minimum is None else question.minimum
    return low, MAX_NUMBER if question.maximum is None else question.maximum


NUMBER = Number()
