"""A draft read: its answers checked against the questionnaire that it was begun with, or carried over to a later edition."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aiassess.answers.carry import Carried, carry_over, newer_version
from aiassess.answers.check import check_answers, questionnaire_id_of, questionnaire_named_in
from aiassess.answers.places import with_lines
from aiassess.answers.strict_json import parse_json
from aiassess.canonical import to_json
from aiassess.commands import command_line
from aiassess.drafts.files import read_state_file, side_file
from aiassess.drafts.places import source_of
from aiassess.drafts.state import State, read_state
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.files import MAX_ANSWERS_BYTES, read_text, write_file
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.shipped import edition_named, is_known, known_names

DROPPED_FORMAT = "aiassess.dropped/1"


@dataclasses.dataclass(frozen=True, slots=True)
class Content:
    """What a draft holds; ``text`` is the file's own, None for a new one."""

    questionnaire: Questionnaire
    source: str
    answers: AnswerSet
    state: State = dataclasses.field(default_factory=State)
    carried: Carried | None = None
    text: str | None = None
    trusted: bool = False
    """The questionnaire was named by the user, now or when the draft was begun here, or is a shipped one."""


def read_draft(
    path: Path, questionnaire: Questionnaire | None, load: Callable[[str], Questionnaire], named: str | None = None
) -> Content:
    """Return what a draft holds; ``load`` gives a questionnaire by name or path if none is given.

    ``named``: the name or path that ``questionnaire`` was given by. A built-in name without a version, there or in the draft,
    leaves the edition to the draft. Raises InvalidInput if the draft is damaged, names a questionnaire that cannot be
    found or another one, or was made with a newer or incompatible version. Nothing is written.
    """
    shown = str(path)
    with _left_as_it_is(shown):
        text = read_text(path, shown, MAX_ANSWERS_BYTES)
        data = parse_json(text, shown)
    side = read_state_file(path)
    begun_with = side["questionnaire"]
    known = source_of(path)
    source = known or _source(data, begun_with)
    trusted = source is not None and (known is not None or is_known(source))
    if questionnaire is None:
        if source is None:
            with _left_as_it_is(shown):
                raise invalid("draft_questionnaire", file=shown, name=questionnaire_id_of(data, shown))
        if not trusted:
            raise InvalidInput([_untrusted(path, data, source)])
        try:
            questionnaire = load(_edition(source, data))
        except InvalidInput as error:
            raise InvalidInput(
                [*error.problems, Problem("draft_questionnaire", {"name": source}, file=shown)]
            ) from None
    elif named in known_names():
        questionnaire = load(_edition(named, data))
    newer = newer_version(data, questionnaire)
    if newer is not None:
        raise invalid("draft_newer", file=shown, found=newer, expected=questionnaire.version)
    with _left_as_it_is(shown, text):
        edited = begun_with.get("digest") not in (None, questionnaire.digest)
        answers, carried = _answers(data, questionnaire, shown, edited=edited)
    answers = _marked(answers, side["state"])
    state = read_state(side["state"])
    return Content(questionnaire, source or questionnaire.id, answers, state, carried, text, trusted)


@contextmanager
def _left_as_it_is(shown: str, text: str = "") -> Iterator[None]:
    """Add to what is wrong with a draft that it was left alone; with its ``text``, also in which line each problem is."""
    try:
        yield
    except InvalidInput as error:
        raise InvalidInput([*with_lines(error.problems, text, shown), Problem("draft_kept", file=shown)]) from None


def _edition(source: str, data: Any) -> str:
    """Return the name of the edition that a draft goes with, if a source is a built-in name that leaves that to it."""
    if source not in known_names():
        return source
    return edition_named(source, questionnaire_named_in(data).get("version"))


def _untrusted(path: Path, data: Any, source: str) -> Problem:
    """Return why a questionnaire is not loaded from the place that a draft begun elsewhere names."""
    name = questionnaire_named_in(data).get("id")
    shown = str(path.absolute())
    if name in known_names():
        command = command_line("assess", str(name), "--resume", shown)
        return Problem("draft_other_source", {"id": name, "source": source, "command": command}, file=shown)
    return Problem(
        "draft_source", {"source": source, "command": command_line("assess", source, "--resume", shown)}, shown
    )


def _answers(data: Any, questionnaire: Questionnaire, shown: str, *, edited: bool) -> tuple[AnswerSet, Carried | None]:
    """Return the answers strictly read; carried over if another edition of the questionnaire was answered."""
    if questionnaire_named_in(data).get("version") != questionnaire.version:
        return carry_over(data, questionnaire, shown)
    try:
        return check_answers(data, questionnaire, shown), None
    except InvalidInput:
        if not edited:  # the questionnaire is the same to the byte, so the draft itself is damaged
            raise
        return carry_over(data, questionnaire, shown)


def _marked(answers: AnswerSet, state: dict[str, Any]) -> AnswerSet:
    """Return answers that say themselves whether they wait to be confirmed; earlier drafts said it in their state alone."""
    waiting = state.get("unconfirmed")
    if not isinstance(waiting, list):
        return answers
    named = {name: answer for name, answer in answers.answers.items() if name in waiting}
    unconfirmed = {name: dataclasses.replace(answer, confirmed=False) for name, answer in named.items()}
    return dataclasses.replace(answers, answers={**answers.answers, **unconfirmed})


def _source(data: Any, begun_with: dict[str, Any]) -> str | None:
    """Return by what name or path the draft's questionnaire is loaded; None if nothing tells."""
    source = begun_with.get("source")
    if isinstance(source, str) and source:
        return source
    name = questionnaire_named_in(data).get("id")
    return str(name) if name in known_names() else None


def keep_dropped(path: Path, carried: Carried) -> Carried:
    """Add the dropped answers, if any, to the file beside the draft; raises InvalidInput if that cannot be done."""
    if not carried.dropped:
        return carried
    file = side_file(path, "dropped")
    entries: list[Any] = []
    if file.exists():
        data = parse_json(read_text(file, str(file), MAX_ANSWERS_BYTES), str(file))
        found = data.get("dropped") if isinstance(data, dict) else None
        if not isinstance(found, list):
            raise invalid("dropped_damaged", file=str(file))
        entries = found
    for item in carried.dropped:
        entry = {
            "question": item.question,
            "from_version": carried.old_version,
            "to_version": carried.new_version,
            "answer": _finite(item.answer),
            "reasons": [problem.message("en") for problem in item.problems],
        }
        if entry not in entries:
            entries.append(entry)
    write_file(file, to_json({"format": DROPPED_FORMAT, "dropped": entries}), private=True)
    return dataclasses.replace(carried, file=file)


def _finite(value: Any) -> Any:
    """Return JSON data with each number that overflowed while it was read as a text, since JSON cannot hold it."""
    return json.loads(json.dumps(value), parse_constant=lambda name: str(float(name)))
