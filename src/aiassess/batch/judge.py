"""One submission to the cells of its row: the same result and the same messages as ``aiassess score``."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from aiassess.batch.columns import Cells, Layout
from aiassess.batch.fast import FastJudge
from aiassess.batch.known import find_among
from aiassess.errors import InvalidInput, Problem
from aiassess.model.questionnaire import Questionnaire
from aiassess.report.documents import Document, parse_document

T = TypeVar("T")


MOST_TOLD = 50
"""Problems of one submission that the list of errors tells; the others are counted."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a submission has no result: its first problems, with places in the submission, and how many there are."""

    problems: tuple[Problem, ...]
    count: int


class Judge:
    """Judges submissions to any of some questionnaires."""

    def __init__(self, questionnaires: Sequence[Questionnaire], layout: Layout, most_told: int = 1) -> None:
        """``most_told``: so many problems of one submission are kept, the others counted."""
        self._find = find_among(questionnaires)
        self._layout = layout
        self._most_told = most_told
        self._fast = [FastJudge(one, layout) for one in reversed(questionnaires)]  # most answer the latest edition

    def judge(self, submissions: Iterable[bytes]) -> list[Cells | Refused]:
        """Return for each submission the cells of its row, or why it has none; several hundred at once are fastest."""
        raws = [*submissions]
        found = self._fast[0].judge(raws)
        for fast in self._fast[1:]:
            left = [place for place, cells in enumerate(found) if cells is None]
            for place, cells in zip(left, fast.judge(raws[place] for place in left), strict=True):
                found[place] = cells
            if left and 2 * found.count(None) < len(left):  # submissions to one questionnaire mostly come together
                self._fast = [fast, *(other for other in self._fast if other is not fast)]
        return [
            self.assess(raw, self.cells_of) if cells is None else cells for raw, cells in zip(raws, found, strict=True)
        ]

    def assess(self, raw: bytes, use: Callable[[Document], T]) -> T | Refused:
        """Return what ``use`` makes of a submission, or why it has no assessment."""
        try:
            return use(self._document(raw))
        except InvalidInput as error:
            return self.refused(error.problems)
        except Exception as error:  # a fault of ours must not cost the rows of all others
            values = {"what": f"{type(error).__name__}: {error}"}
            return self.refused([Problem("submission_fault", values)])

    def cells_of(self, document: Document) -> Cells:
        return self._layout.cells(document.assessment, document.data["digest"] if document.is_report else None)

    def refused(self, problems: Sequence[Problem]) -> Refused:
        return Refused(tuple(problems[: self._most_told]), len(problems))

    def report_digest(self, raw: bytes) -> str | None:
        """Return the digest of the report that a submission is or gives, None if it is refused."""
        try:
            return self._document(raw).report["digest"]
        except Exception:  # judging it says why it cannot be read
            return None

    def alike(self, one: bytes, other: bytes) -> bool:
        """Return whether two submissions hold the same answers, so that one row is enough."""
        found = [self.assess(raw, lambda document: document.assessment.answers) for raw in (one, other)]
        return not isinstance(found[0], Refused) and found[0] == found[1]

    def _document(self, raw: bytes) -> Document:
        return parse_document(raw, "", self._find)
