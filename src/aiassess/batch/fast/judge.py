"""The fast judge of one questionnaire (docs/decisions/0006-fast-judge.md)."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Self

from aiassess.batch.columns import Cells, Layout
from aiassess.batch.fast.blanks import Blanks
from aiassess.batch.fast.outcome import Outcome
from aiassess.batch.fast.reading import Reader, Reading
from aiassess.batch.fast.tables import Tables
from aiassess.batch.fast.values import Gatherer
from aiassess.model.questionnaire import Questionnaire

FEW = 40
"""The engine judges this many submissions in the time that it takes to make a fast judge."""


class FastJudge:
    """Gives the cells of submissions from their bytes, or None where it is not certain of them.

    None says nothing about the submission: the engine's own way (``parse_json``, ``check_answers``, ``score``,
    ``Layout.cells``) gives its cells, or tells what is wrong with it. If there are cells, they are the engine's.
    """

    def __init__(self, questionnaire: Questionnaire, layout: Layout) -> None:
        self._questionnaire, self._layout = questionnaire, layout
        self._blanks = Blanks(questionnaire)
        self._few = FEW

    @cached_property
    def _steps(self) -> tuple[Reader, Gatherer, Outcome]:
        """The steps, made when first needed: an edition that nobody answers costs nothing."""
        tables = Tables(self._questionnaire)
        reader = Reader(self._questionnaire, tables)
        return reader, Gatherer(reader, tables), Outcome(tables, reader, self._layout)

    def prepare(self) -> Self:
        """Judge from the first submission on, however few there are; returns the judge itself."""
        self._few = 0
        return self

    def judge(self, submissions: Iterable[bytes]) -> list[Cells | None]:
        """Return the cells of each submission, fastest for some hundred at once; the first few are left to the engine."""
        raws = [*submissions]
        self._few -= len(raws)
        if not raws or self._few >= 0:
            return [None] * len(raws)
        cells = self._judge(raws)
        unusual = [(place, kept) for place, row in enumerate(cells) if not row and (kept := self._kept(raws[place]))]
        if unusual:
            again = self._judge([kept for _, kept in unusual], rare=True)
            for (place, _), row in zip(unusual, again, strict=True):
                cells[place] = row
        return cells

    def _judge(self, raws: Sequence[bytes], *, rare: bool = False) -> list[Cells | None]:
        cells: list[Cells | None] = [None] * len(raws)
        readings: list[Reading] = []
        places: list[int] = []
        reader, gatherer, outcome = self._steps
        read = reader.read
        for place, raw in enumerate(raws):
            try:
                readings.append(read(raw, rare=rare))
                places.append(place)
            except Exception:  # noqa: S110 - whatever it is, the engine's own way decides
                pass
        try:
            rows = outcome.cells(gatherer.gather(readings)) if readings else []
        except Exception:  # the same
            return cells
        for place, row in zip(places, rows, strict=True):
            cells[place] = row
        return cells

    def _kept(self, raw: bytes) -> bytes | None:
        """Return what to read a second time: without blanks, or unchanged if answers may say what few do."""
        try:
            return self._blanks.taken_out(raw) or (raw if b'"confirmed"' in raw or b'"from"' in raw else None)
        except Exception:  # the same
            return None
