"""What several parts say of themselves, joined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from aiassess.figures import instant
from aiassess.kinds.parts import MAX_TEXT
from aiassess.merge.parts import Source, assessors
from aiassess.model.answers import About
from aiassess.model.questionnaire import Questionnaire

AboutConflictField = Literal["classification", "reference", "revises"]
_FIELDS: tuple[AboutConflictField, ...] = get_args(AboutConflictField)


@dataclass(frozen=True, slots=True)
class AboutConflict:
    """A field of which there can be only one value: each with the files that have it."""

    field: AboutConflictField
    values: Mapping[str, tuple[str, ...]]


def about_conflicts(sources: Sequence[Source]) -> list[AboutConflict]:
    """Return where the parts contradict each other: which class is the higher one only people know."""
    found = []
    for field in _FIELDS:
        values: dict[str, tuple[str, ...]] = {}
        for source in sources:
            value = getattr(source.answers.about, field)
            if value is not None:
                values[value] = (*values.get(value, ()), source.name)
        if len(values) > 1:
            found.append(AboutConflict(field, dict(sorted(values.items()))))
    return found


def about_of(
    sources: Sequence[Source],
    questionnaire: Questionnaire,
    settled: Mapping[AboutConflictField, str],
    language: str | None,
) -> About:
    """Return ``about`` of all parts; ``settled``: where they contradict each other. A merged file is not completed."""
    abouts = [source.answers.about for source in sources]
    parts = {part for source in sources for part in source.parts}
    in_order = sorted(parts, key=lambda part: (part.assessor or "", part.file or "", part.digest))
    names = assessors(in_order)
    only = {
        field: settled.get(field) or next((value for about in abouts if (value := getattr(about, field))), None)
        for field in _FIELDS
    }
    return About(
        assessor=names if names is None or len(names) <= MAX_TEXT else None,  # the parts name them all
        started_at=min((about.started_at for about in abouts if about.started_at), key=_moment, default=None),
        language=language or _language({about.language for about in abouts if about.language}, questionnaire),
        classification=only["classification"],
        reference=only["reference"],
        revises=only["revises"],
        parts=tuple(in_order),
    )


def _language(named: set[str], questionnaire: Questionnaire) -> str | None:
    """Return the one that comes first in the questionnaire, whichever part names it."""
    offered = questionnaire.languages
    return min(named, key=lambda lang: (offered.index(lang) if lang in offered else len(offered), lang), default=None)


def _moment(text: str) -> tuple[int, str, str]:
    """Return what sorts moments; the same moment by how it is written."""
    return (*instant(text), text)
