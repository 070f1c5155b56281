"""The questionnaires of a run: those that are shipped, and those given with ``-q`` (docs/batch.md#questionnaires)."""

from collections.abc import Iterable
from typing import Any

from aiassess.answers.check import questionnaire_id_of
from aiassess.errors import InvalidInput, Problem, WrongUsage
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_for, edition_names, version_key


def all_questionnaires(names: Iterable[str] = ()) -> tuple[Questionnaire, ...]:
    """Return the shipped questionnaires and those of the names or paths given, sorted by id and version.

    One given replaces the shipped ones with its id and major version. Raises WrongUsage if two given have the same, and
    InvalidInput if one is not valid.
    """
    given: dict[tuple[str, int], Questionnaire] = {}
    for name in names:
        questionnaire = load_questionnaire(name)
        key = (questionnaire.id, _major(questionnaire.version))
        if key in given and given[key].digest != questionnaire.digest:
            raise WrongUsage([Problem("questionnaire_twice", {"id": key[0], "major": key[1]}, file=name)])
        given[key] = questionnaire
    shipped = [q for q in map(load_questionnaire, edition_names()) if (q.id, _major(q.version)) not in given]
    return tuple(sorted([*shipped, *given.values()], key=lambda q: (q.id, version_key(q.version))))


class Known:
    """Finds the questionnaire that a submission names."""

    def __init__(self, questionnaires: Iterable[Questionnaire]) -> None:
        self._by_id: dict[str, dict[str, Questionnaire]] = {}
        for questionnaire in questionnaires:
            self._by_id.setdefault(questionnaire.id, {})[questionnaire.version] = questionnaire

    def named_by(self, data: Any, shown: str) -> Questionnaire:
        """Return the questionnaire that an answers document belongs to (``edition_for``).

        Raises InvalidInput if it names an unknown one. Checking the answers says whether the version fits.
        """
        name = questionnaire_id_of(data, shown)
        editions = self._by_id.get(name)
        if editions is None:
            values = {"name": name, "known": sorted(self._by_id)}
            raise InvalidInput([Problem("answers_unknown_questionnaire", values, shown, path="questionnaire.id")])
        return editions[edition_for(data["questionnaire"].get("version"), editions)]


def _major(version: str) -> int:
    return version_key(version)[0]
