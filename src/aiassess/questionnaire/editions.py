"""The questionnaires at hand, to find the one that a report was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.questionnaire.catalog import builtin_names, load_questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.model.questionnaire import Questionnaire


class Editions:
    """Questionnaires that were given, and those that are shipped; each is loaded once, and shipped ones only when asked for."""

    def __init__(self, given: Iterable[Questionnaire] = ()) -> None:
        self._given = tuple(given)
        self._shipped: tuple[Questionnaire, ...] | None = None

    def all(self) -> tuple[Questionnaire, ...]:
        """Return every questionnaire at hand, those given first."""
        if self._shipped is None:
            self._shipped = tuple(load_questionnaire(name) for name in builtin_names())
        return (*self._given, *self._shipped)

    def of_digest(self, digest: str) -> Questionnaire | None:
        """Return the questionnaire with this digest: its id, version and every word are then the same."""
        near = next((found for found in self._given if found.digest == digest), None)
        return near or next((found for found in self.all() if found.digest == digest), None)
