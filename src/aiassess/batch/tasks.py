"""What workers are told of a run, and what they return for a chunk."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiassess import __version__
from aiassess.batch.columns import Layout
from aiassess.batch.tally import Tally
from aiassess.model.questionnaire import Questionnaire

if TYPE_CHECKING:
    from aiassess.batch.desk import Desk

Wanted = frozenset[tuple[str, int | None]]
"""Submissions, by source and line."""
MOST_ROWS, MOST_REFUSED = 5000, 500
"""A chunk of tiny or refused submissions ends here and is resumed later: what a worker returns stays bounded."""


@dataclass(frozen=True)
class Task:
    """All that workers need to know of a run.

    ``formats``: the names of forms (``form_of``), or ``ERRORS``; or ``REPORTS`` alone: then nothing is judged, and reports are
    worked out, of the submissions ``wanted``.
    ``strict``: nothing is judged after a refused submission; ``revised``: digests of the reports that a submission revises,
    ``unknown``: those that no report among the inputs has; ``late``: rows that are revised tell these digests, for what is made
    at the end.
    """

    questionnaires: tuple[Questionnaire, ...]
    lang: str
    formats: tuple[str, ...]
    tallies: tuple[Callable[[Layout], Tally], ...] = ()
    strict: bool = False
    late: bool = False
    revised: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    wanted: Wanted = frozenset()
    reports: str | None = None
    reports_lang: str | None = None
    version: str = __version__


@dataclass(slots=True)
class Result:
    """What came of a chunk. ``written``: the bytes to add to the outputs, by format.

    ``done``: how many of its items or files were worked off; for a range, the offset of the next line. ``number``: the lines
    or elements of the file up to there. ``unread``: the file at ``done`` is too much for a worker. ``lost``: the range could
    not be read to its end.
    """

    written: dict[str, bytes] = field(default_factory=dict)
    rows: int = 0
    refused: int = 0
    done: int = 0
    number: int = 0
    read: int = 0
    unread: bool = False
    lost: bool = False
    tallies: list[bytes] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether no more submissions should be added."""
        return self.rows >= MOST_ROWS or self.refused >= MOST_REFUSED


class Job(ABC):
    """Work besides judging that the same processes do; it and what it returns are packed and sent (``jobs``)."""

    @abstractmethod
    def do(self, desk: Desk) -> Any:
        """Return what comes of it; what it raises is raised where the result is asked for."""
