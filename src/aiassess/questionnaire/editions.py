"""The questionnaires at hand, to find the one that a report was made with."""

from collections.abc import Iterable, Iterator
from functools import cache

from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_names


class Editions:
    """The given questionnaires and the shipped ones. Each is loaded once; shipped ones only when asked for."""

    def __init__(self, given: Iterable[Questionnaire] = ()) -> None:
        self._given = tuple(given)
        self.load = cache(load_questionnaire)

    def __iter__(self) -> Iterator[Questionnaire]:
        """Yield every questionnaire at hand: those given, then those shipped, of each the latest edition first."""
        yield from self._given
        yield from map(self.load, edition_names())

    def of_digest(self, digest: str) -> Questionnaire | None:
        """Return the questionnaire with this digest: its id, version and every word are then the same."""
        return next((found for found in self if found.digest == digest), None)
