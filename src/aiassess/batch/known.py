"""The questionnaires of a run: those that are shipped, and those given with ``-q`` (docs/batch.md#questionnaires)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.answers.check import questionnaire_id_of
from aiassess.errors import InvalidInput, Problem, WrongUsage
from aiassess.questionnaire.catalog import builtin_names, load_questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.model.questionnaire import Questionnaire


def all_questionnaires(names: Iterable[str] = ()) -> tuple[Questionnaire, ...]:
    """Return the shipped questionnaires and those of the names or paths given, sorted by id and version.

    One given takes the place of the shipped one with its id and major version. Raises WrongUsage where two given are such,
    and InvalidInput where one is not valid.
    """
    given: dict[tuple[str, int], Questionnaire] = {}
    for name in names:
        questionnaire = load_questionnaire(name)
        key = (questionnaire.id, _major(questionnaire.version))
        if key in given and given[key].digest != questionnaire.digest:
            raise WrongUsage([Problem("questionnaire_twice", {"id": key[0], "major": key[1]}, file=name)])
        given[key] = questionnaire
    shipped = {(q.id, _major(q.version)): q for q in map(load_questionnaire, builtin_names())}
    found = {**shipped, **given}
    return tuple(found[key] for key in sorted(found))


class Known:
    """Finds the questionnaire that a submission names."""

    def __init__(self, questionnaires: Iterable[Questionnaire]) -> None:
        self._by_id: dict[str, list[Questionnaire]] = {}
        for questionnaire in questionnaires:
            self._by_id.setdefault(questionnaire.id, []).append(questionnaire)

    def named_by(self, data: Any, shown: str) -> Questionnaire:
        """Return the questionnaire with the id and major version that an answers document names, else its newest.

        Raises InvalidInput where it names none that is known. That the version is another is for the check to say.
        """
        name = questionnaire_id_of(data, shown)
        editions = self._by_id.get(name)
        if editions is None:
            values = {"name": name, "known": sorted(self._by_id)}
            raise InvalidInput([Problem("answers_unknown_questionnaire", values, shown, path="questionnaire.id")])
        version = data["questionnaire"].get("version")
        head = version.partition(".")[0] if isinstance(version, str) else ""
        major = int(head) if head.isdecimal() and len(head) < 10 else None
        return next((found for found in editions if _major(found.version) == major), editions[-1])


def _major(version: str) -> int:
    return int(version.partition(".")[0])
