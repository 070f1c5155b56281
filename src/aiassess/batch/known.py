"""The questionnaires of a run: those that are found by name, and those given with ``-q`` (docs/batch.md#questionnaires)."""

from collections.abc import Callable, Iterable
from typing import Any

from aiassess.answers.check import edition_of
from aiassess.errors import Problem, WrongUsage
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_names, version_key


def all_questionnaires(names: Iterable[str] = ()) -> tuple[Questionnaire, ...]:
    """Return the questionnaires that are found by name and those of the names or paths given, sorted by id and version.

    One given replaces those with its id and major version. Raises WrongUsage if two given have the same, and
    InvalidInput if one is not valid.
    """
    given: dict[tuple[str, int], Questionnaire] = {}
    for name in names:
        questionnaire = load_questionnaire(name)
        key = (questionnaire.id, _major(questionnaire.version))
        if key in given and given[key].digest != questionnaire.digest:
            raise WrongUsage([Problem("questionnaire_twice", {"id": key[0], "major": key[1]}, file=name)])
        given[key] = questionnaire
    editions = ((name, *name.split("@")) for name in edition_names())
    known = [load_questionnaire(name) for name, of, version in editions if (of, _major(version)) not in given]
    return tuple(sorted([*known, *given.values()], key=lambda q: (q.id, version_key(q.version))))


def find_among(questionnaires: Iterable[Questionnaire]) -> Callable[[Any], Questionnaire]:
    """Return what gives the questionnaire that an answers document goes with (``edition_of``)."""
    by_id: dict[str, dict[str, Questionnaire]] = {}
    for questionnaire in questionnaires:
        by_id.setdefault(questionnaire.id, {})[questionnaire.version] = questionnaire

    def find(document: Any) -> Questionnaire:
        name, version = edition_of(document, by_id)
        return by_id[name][version]

    return find


def _major(version: str) -> int:
    return version_key(version)[0]
