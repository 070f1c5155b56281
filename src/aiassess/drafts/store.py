"""Drafts: interviews not finished, kept as answers files (docs/interview.md#drafts)."""

import dataclasses
import functools
import itertools
from collections.abc import Container
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.drafts import lock as locks
from aiassess.drafts.files import ENDING, name_of, remove_files, side_file, sweep
from aiassess.drafts.listing import DraftInfo, draft_info
from aiassess.drafts.places import (
    drafts_folder,
    forget,
    is_drafts_folder,
    known_elsewhere,
    remember,
    same_folder,
    source_of,
)
from aiassess.drafts.reading import Content, keep_dropped, read_draft
from aiassess.drafts.state import FORMAT, State, state_data
from aiassess.errors import AiassessError, Problem, WrongUsage, invalid
from aiassess.files import write_file
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import is_known


class Draft:
    """A draft held by this session until ``close`` or ``discard``; its file appears with the first answer."""

    def __init__(self, path: Path, lock: ExitStack, content: Content) -> None:
        self.path = path
        self.questionnaire = content.questionnaire
        self.answers = content.answers
        self.state = content.state
        self.carried = content.carried
        """What a change of the questionnaire did to the answers, if there was one."""
        self.new = not path.exists()
        """Whether the draft was begun by this session."""
        self.source = content.source
        """The name or path of the questionnaire that the draft was begun with."""
        self._trusted = content.trusted
        self._lock = lock
        self._closed = False
        self._text = content.text
        self._state_text: str | None = None
        self._saved_typed = content.state.typed

    @property
    def name(self) -> str:
        """The draft's name, as ``drafts list`` shows it and ``--resume`` takes it."""
        return name_of(self.path)

    @property
    def exists(self) -> bool:
        return self.path.exists()

    def save(self, answers: AnswerSet, state: State) -> None:
        """Keep answers and state, whichever changed; raises InvalidInput if they cannot be written.

        Nothing is written before there is an answer or a half-typed text to keep.
        """
        if not self._text and not self.path.exists() and not answers.answers and not state.typed:
            return
        text = to_json(answers_data(answers, self.questionnaire.by_id))
        # A text that undoing takes out of the answers is saved first, in case the program ends between the two files.
        # Otherwise the answers come first: nothing may be marked as passed that is not saved.
        gone = not self.path.exists()  # moved or removed by another program: what is held here is all there is
        if gone:
            self._state_text = None
        if any(self._saved_typed.get(key) != text for key, text in state.typed.items()):
            self._save_state(state)
        if gone or text != self._text:
            first = self._text is None
            write_file(self.path, text, private=True)
            self._text = text
            if first:
                self._remember()
        self._save_state(state)

    def _remember(self) -> None:
        """Remember where the draft is and what it goes with, as far as its folder does not tell."""
        usual = is_drafts_folder(self.path.parent)
        if self._trusted and not (usual and is_known(self.source)) and source_of(self.path) != self.source:
            remember(self.path, self.source)

    def save_elsewhere(self, folder: Path, answers: AnswerSet, state: State) -> None:
        """Save in another folder and go on there; what the old one holds stays. Raises InvalidInput if that fails too."""
        before = self.path, self._lock, self._text, self._state_text
        self.path, self._lock = _unused(folder, self.questionnaire.id)
        self._text, self._state_text = None, None
        try:
            self.save(answers, state)
        except BaseException:
            remove_files(self.path, dropped=False)
            locks.let_go(self.path, self._lock)
            self.path, self._lock, self._text, self._state_text = before
            raise
        locks.let_go(before[0], before[1])

    def _save_state(self, state: State) -> None:
        data = {
            "format": FORMAT,
            "questionnaire": {"source": self.source, "digest": self.questionnaire.digest},
            "session": locks.this_session(),
            "state": state_data(state),
        }
        text = to_json(data).encode("utf-8", "replace").decode()
        if text != self._state_text:
            write_file(side_file(self.path, "state"), text, private=True)
            self._state_text = text
            self._saved_typed = state.typed

    def close(self) -> None:
        """Let go of the draft; it stays where it is. One to which nothing was ever saved leaves nothing behind."""
        if self._closed:
            return
        self._closed = True
        if not self.path.exists():
            remove_files(self.path, dropped=False)
            forget(self.path)
        locks.let_go(self.path, self._lock)

    def discard(self) -> Path | None:
        """Remove the draft, once reports and answers are elsewhere; return the file of dropped answers, which stays."""
        remove_files(self.path, dropped=False)
        self.close()
        dropped = side_file(self.path, "dropped")
        return dropped if dropped.exists() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Drafts:
    """The drafts in one folder, and those that are remembered elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def entries(self) -> list[DraftInfo]:
        """Return every draft, the one saved last first; one that cannot be read is there with its problem."""
        load = functools.cache(load_questionnaire)
        found = [info for file in self._files() for info in [draft_info(file, load)] if info is not None]
        found = [dataclasses.replace(info, elsewhere=self._is_elsewhere(info.path)) for info in found]
        return sorted(found, key=lambda info: (-info.saved_at.timestamp(), info.name))

    def _is_elsewhere(self, draft: Path) -> bool:
        return not is_drafts_folder(draft.parent) and not same_folder(draft.parent, self.folder)

    def _files(self) -> list[Path]:
        others = [] if is_drafts_folder(self.folder) else _drafts_in(drafts_folder())
        known = [file for file in known_elsewhere(drafts_folder()) if not same_folder(file.parent, self.folder)]
        return [*_drafts_in(self.folder), *others, *known]

    def create(self, questionnaire: Questionnaire, source: str) -> Draft:
        """Return a new draft, held. ``source``: the built-in name or path that the questionnaire was loaded by.

        Raises InvalidInput if the folder cannot be made or written.
        """
        content = Content(
            questionnaire, _kept_source(source), AnswerSet(questionnaire.id, questionnaire.version), trusted=True
        )
        taken = {name_of(file) for file in self._files()}
        path, lock = _unused(self.folder, questionnaire.id, taken)
        return Draft(path, lock, content)

    def find(self, name: str) -> Path:
        """Return the file of a draft by its name or path; raises WrongUsage if there is none, or several elsewhere."""
        if name.endswith(ENDING) or "/" in name or "\\" in name:
            path = Path(name)
            if path.is_file() and not name.endswith(ENDING):
                raise WrongUsage([Problem("not_a_draft", {"ending": ENDING}, file=name)])
        else:
            path = self.folder / f"{name}{ENDING}"
        if path.is_file():
            return path
        files = self._files()
        found = [file for file in files if name_of(file) == name]
        if len(found) > 1:
            raise WrongUsage([Problem("drafts_of_one_name", {"name": name, "files": "; ".join(map(str, found))})])
        if found:
            return found[0]
        raise WrongUsage([Problem("no_draft", {"name": name, "known": [name_of(file) for file in files] or ["-"]})])

    def open(self, name: str, questionnaire: Questionnaire | None = None, source: str | None = None) -> Draft:
        """Return a draft by name or path, held, its answers carried over if the questionnaire has changed.

        Without ``questionnaire`` the one that it was begun with is loaded; with it, ``source`` as for ``create``. Raises
        WrongUsage if there is no such draft or another session has it open, InvalidInput if it cannot be read, goes
        with another questionnaire, or with a newer or incompatible version. The draft is then left as it is.
        """
        path = self.find(name)
        lock = locks.hold(path)
        try:
            self.find(name)  # finished and removed while we waited
            sweep(path)
            content = read_draft(path, questionnaire, load_questionnaire, source)
            if questionnaire is not None and source is not None:
                content = dataclasses.replace(content, source=_kept_source(source), trusted=True)
            if content.carried is not None:
                content = dataclasses.replace(content, carried=keep_dropped(path, content.carried))
            draft = Draft(path, lock, content)
            with suppress(AiassessError):  # says who has the draft open; if that fails, the first answer will tell
                draft.save(draft.answers, draft.state)
            draft._remember()
        except BaseException:
            lock.close()
            raise
        return draft

    def remove(self, name: str) -> Path:
        """Remove a draft with all files beside it and return its path; raises as ``open`` if it is in use."""
        path = self.find(name)
        lock = locks.hold(path)
        remove_files(path, dropped=True)
        forget(path)
        locks.let_go(path, lock)
        if path.exists():
            raise invalid("cannot_remove", file=str(path))
        return path


def _drafts_in(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.glob(f"*{ENDING}") if not file.name.startswith("."))
    except OSError:
        return []


def _make(folder: Path) -> None:
    """Make a folder for drafts. One that was named is made like any other; ours is private."""
    ours = is_drafts_folder(folder)
    try:
        folder.mkdir(mode=0o700 if ours else 0o777, parents=True, exist_ok=True)
        if ours and folder.stat().st_mode & 0o077:
            with suppress(OSError):  # a share may have no permissions of its own
                folder.chmod(0o700)
    except OSError as error:
        raise invalid("drafts_folder", file=str(folder), reason=error.strerror or str(error)) from None


def _unused(folder: Path, questionnaire_id: str, taken: Container[str] = ()) -> tuple[Path, ExitStack]:
    """Make the folder, and return an unused name for a draft there, with its lock held."""
    _make(folder)
    for number in itertools.count(1):
        path = folder / f"{questionnaire_id[:30]}-{number}{ENDING}"
        if name_of(path) in taken or path.exists() or side_file(path, "dropped").exists():
            continue
        lock = locks.take(path)
        if lock is None:
            continue
        if path.exists():  # made and let go of by another session a moment ago
            lock.close()
            continue
        remove_files(path, dropped=False)
        return path, lock
    raise AssertionError


def _kept_source(source: str) -> str:
    """Return a source that holds from any folder."""
    return source if is_known(source) else str(Path(source).absolute())
