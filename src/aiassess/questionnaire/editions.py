"""The questionnaires at hand, to find the one that a report was made with."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.model.questionnaire import Questionnaire


class Editions:
    """Questionnaires that were given, and those that are shipped; each is loaded once, and shipped ones only when asked for."""

    def __init__(self, given: Iterable[Questionnaire] = ()) -> None:
        self._given = tuple(given)

    @cached_property
    def _shipped(self) -> tuple[Questionnaire, ...]:
        return tuple(load_questionnaire(name) for name in edition_names())

    def all(self) -> tuple[Questionnaire, ...]:
        """Return every questionnaire at hand: those given, then those shipped, of each the latest edition first."""
        return (*self._given, *self._shipped)

    def of_digest(self, digest: str) -> Questionnaire | None:
        """Return the questionnaire with this digest: its id, version and every word are then the same."""
        near = next((found for found in self._given if found.digest == digest), None)
        return near or next((found for found in self._shipped if found.digest == digest), None)
