"""The questionnaires at hand, to find the one that a report was made with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiassess.model.questionnaire import Questionnaire


class Editions:
    """Questionnaires that were given, and those that are shipped; each is loaded once, and shipped ones only when asked for."""

    def __init__(self, given: Iterable[Questionnaire] = ()) -> None:
        self._given = tuple(given)
        self._load = cache(load_questionnaire)

    def all(self) -> tuple[Questionnaire, ...]:
        """Return every questionnaire at hand: those given, then those shipped, of each the latest edition first."""
        return tuple(self._each())

    def of_digest(self, digest: str) -> Questionnaire | None:
        """Return the questionnaire with this digest: its id, version and every word are then the same."""
        return next((found for found in self._each() if found.digest == digest), None)

    def _each(self) -> Iterator[Questionnaire]:
        yield from self._given
        yield from map(self._load, edition_names())
