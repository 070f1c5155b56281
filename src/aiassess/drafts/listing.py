"""Drafts in a list: what each holds, in short."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from aiassess.drafts.files import name_of
from aiassess.drafts.lock import is_in_use
from aiassess.drafts.reading import read_draft
from aiassess.errors import InvalidInput, Problem, file_fault
from aiassess.model.questionnaire import Questionnaire
from aiassess.safe import safe_line
from aiassess.scoring.assess import score
from aiassess.text import say

_LATEST = datetime(3000, 1, 1, tzinfo=UTC).timestamp()
"""The latest time that every time zone has on Windows too; clocks and file systems know later ones."""


@dataclasses.dataclass(frozen=True, slots=True)
class DraftInfo:
    """One draft in a list. If ``problem`` says why it cannot be read, what it holds is blank."""

    name: str
    path: Path
    saved_at: datetime
    """In UTC."""
    in_use: bool
    """Another session has it open."""
    questionnaire_id: str = ""
    questionnaire_version: str = ""
    """The version that it was answered with."""
    language: str | None = None
    """The language that it was answered in."""
    system: str | None = None
    """The name of the system that is assessed, if it was given."""
    answered: int = 0
    applicable: int = 0
    unconfirmed: int = 0
    """Answers taken over that wait to be confirmed."""
    problem: Problem | None = None
    elsewhere: bool = False
    """It is neither in the folder for drafts nor in the one that is listed."""


def draft_line(info: DraftInfo, lang: str, zone: tzinfo | None = None) -> str:
    """Return a draft in one line, safe for a terminal; the time in the zone given, else the machine's."""
    saved = info.saved_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    if info.problem is not None:
        line = say(
            lang, "interview.draft_unreadable", draft=info.name, saved=saved, reason=info.problem.line_text(lang)
        )
    else:
        line = say(
            lang,
            "interview.draft_line",
            draft=info.name,
            system=safe_line(info.system, 80) if info.system else say(lang, "interview.draft_unnamed"),
            questionnaire=f"{info.questionnaire_id} {info.questionnaire_version}",
            answered=info.answered,
            applicable=info.applicable,
            more=say(lang, "interview.settled_more", n=info.unconfirmed) if info.unconfirmed else "",
            saved=saved,
        )
    if info.elsewhere:
        line = say(lang, "interview.draft_elsewhere", line=line, folder=safe_line(str(info.path.parent), 300))
    if info.in_use:
        line = f"{line} {say(lang, 'interview.draft_open')}"
    return safe_line(line)


def draft_info(path: Path, load: Callable[[str], Questionnaire]) -> DraftInfo | None:
    """Return what a draft's file holds, in short; None if it was removed meanwhile."""
    try:
        saved_at = datetime.fromtimestamp(min(max(path.stat().st_mtime, 0), _LATEST), tz=UTC)
    except OSError:
        return None  # removed a moment ago
    info = DraftInfo(name_of(path), path, saved_at, is_in_use(path))
    try:
        content = read_draft(path, None, load)
    except InvalidInput as error:
        return dataclasses.replace(info, problem=error.problems[0])
    except Exception as error:  # a fault of ours must not hide all other drafts
        return dataclasses.replace(info, problem=file_fault(str(path), error).problems[0])
    questionnaire = content.questionnaire
    assessment = score(questionnaire, content.answers)
    marks = assessment.marks
    return dataclasses.replace(
        info,
        questionnaire_id=questionnaire.id,
        questionnaire_version=content.carried.old_version if content.carried else questionnaire.version,
        language=content.answers.about.language,
        system=assessment.subject("system"),
        answered=sum(mark.done for mark in marks.values()),
        applicable=len(marks),
        unconfirmed=sum(not mark.answer.confirmed for mark in marks.values()),
    )
