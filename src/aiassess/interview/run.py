"""An interview from its greeting to its end: session, screen, draft and signals together (docs/interview.md)."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from aiassess.commands import command_line
from aiassess.drafts.listing import DraftInfo, draft_line
from aiassess.drafts.places import other_folders
from aiassess.drafts.state import State
from aiassess.drafts.store import Draft
from aiassess.errors import AiassessError
from aiassess.interview import actions
from aiassess.interview.crossroads import Crossroads, crossroads, first_part_done
from aiassess.interview.interrupts import Interrupts
from aiassess.interview.opening import start_of
from aiassess.interview.prefill import Prefill
from aiassess.interview.preview import preview
from aiassess.interview.protocol import Choice, Screen
from aiassess.interview.session import Session
from aiassess.interview.sure import first_part
from aiassess.interview.views import open_counts
from aiassess.interview.walk import PAGES
from aiassess.model.answers import AnswerSet
from aiassess.safe import safe_line
from aiassess.text import count, say

Clock = Callable[[], datetime]
"""Returns the moment now, with its time zone."""


def local_clock() -> datetime:
    """Return the moment now on this machine's clock, in its time zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an interview ended; the draft is still held, to be closed or discarded by the caller."""

    finished: bool
    """The person ended it: ``answers.about.completed_at`` is set, and the caller writes the reports."""
    answers: AnswerSet
    language: str
    state: State
    unsaved: AiassessError | None = None
    """Why the last changes could not be saved; the caller must save them elsewhere or show them."""
    signal: int | None = None
    """The signal that ended it, Ctrl-C in a plain terminal included; None if the person chose to end."""
    triage: bool = False
    """The report was to be offered after the first part, and was not yet."""


def run_interview(
    screen: Screen,
    draft: Draft,
    *,
    language: str | None = None,
    fallback_language: str | None = None,
    prefill: Prefill | None = None,
    triage: bool = False,
    only: tuple[str, ...] | None = None,
    clock: Clock = local_clock,
) -> Outcome:
    """Ask until the person finishes or leaves; ``triage``: offer the report as soon as the first part is done.

    ``only``: the ids of the actors whose questions are asked; () for everybody's, None for those that the draft names.

    ``language``: asked for by name; without it the draft's own, then the prefill's, then ``fallback_language``, then the
    questionnaire's default. A language that the questionnaire does not offer is passed over. The draft is saved after
    every action, and neither closed nor removed here.
    """
    about = draft.answers.about
    taken = prefill.answers.about.language if prefill else None
    wishes = (language, about.language, taken, fallback_language)
    offered = draft.questionnaire.languages
    lang = next((wish for wish in wishes if wish is not None and wish in offered), offered[0])
    opening = _opening(draft, prefill, clock)
    state = prefill.begun(draft.state, opening, draft.questionnaire) if prefill else draft.state
    if only is None:
        only = tuple(actor.id for actor in draft.questionnaire.actors if actor.id in state.only)
    state = replace(state, only=only)
    session = Session(draft.questionnaire, opening, language=lang, save=draft.save, state=state)
    screen.keep = session.keep
    with Interrupts(screen, session.save) as signals:
        session.save()
        loop = _Loop(screen, session, signals, draft)
        loop.first_part = first_part(draft.questionnaire) if triage else None
        loop.begin(prefill)
        loop.run()
    answers = session.answers
    finished = session.place == "finished"
    if finished:
        answers = replace(answers, about=replace(answers.about, completed_at=_moment(clock)))
    still_triage = loop.first_part is not None
    return Outcome(finished, answers, session.language, session.state, session.unsaved, signals.received, still_triage)


def offer_drafts(
    screen: Screen, drafts: list[DraftInfo], *, language: str, clock: Clock = local_clock
) -> DraftInfo | Literal["new", "leave"]:
    """Let the person go on with an unfinished draft: return it, or "new", or "leave".

    Drafts that another session has open are not offered; those that cannot be read are named, with what to do.
    ``language`` is one of the program's own.
    """
    damaged = [info for info in drafts if info.problem is not None and not info.in_use]
    usable = [info for info in drafts if info.problem is None and not info.in_use]
    lines = [draft_line(info, language, clock().tzinfo) for info in usable]
    picked: int | None = None if lines else 0
    with Interrupts(screen, lambda: None) as signals:
        if damaged:
            told = [say(language, "interview.drafts_damaged"), *(draft_line(info, language) for info in damaged)]
            told.append(" ".join([say(language, "interview.drafts_damaged_remove"), command_line("drafts", "remove")]))
            signals.ask(lambda: screen.show("\n".join(told), language=language), None)
        if lines:
            title = count(language, "interview.drafts_found", len(lines))
            lines += [say(language, "interview.draft_new"), say(language, "interview.drafts_leave")]
            last = len(lines) - 1
            picked = signals.ask(lambda: screen.choose(Choice(title, lines, language=language, leave=last)), None)
    if picked in (None, len(usable) + 1) or signals.received is not None:
        return "leave"
    return usable[picked] if picked < len(usable) else "new"


class _Loop:
    """One action after the other, with the questions that the questionnaire does not ask."""

    def __init__(self, screen: Screen, session: Session, signals: Interrupts, draft: Draft) -> None:
        self.screen = screen
        self.session = session
        self.signals = signals
        self.draft = draft
        self.first_part: frozenset[str] | None = None
        """In triage, the questions that are asked before the report is offered; None if that is done."""
        self._jumped = False
        """The question that is shown was chosen, rather than reached by going on."""

    def begin(self, prefill: Prefill | None) -> None:
        """Show the start page, in another language as often as the person likes."""
        while True:
            start = start_of(self.session, self.draft, prefill, self.first_part)
            action = self.signals.ask(functools.partial(self.screen.start, start), None)
            if action is None:
                return
            self.session.do(action)

    def run(self) -> None:
        while not self.session.over:
            self._step()

    def _step(self) -> None:
        session, screen = self.session, self.screen
        if self.first_part is not None and self._first_part_done(self.first_part):
            names, self.first_part = self.first_part, None
            found = first_part_done(session.assessment, session.language, session.only)
            if not session.can_undo:
                found = replace(found, ways=tuple(way for way in found.ways if way[0] != "correct"))
            self._decide(found, actions.Do.UNDO)
            if not self._first_part_done(names):  # an answer was taken back
                self.first_part = names
            return
        leave: actions.Action = actions.Leave()
        if session.place == "question":
            action = self.signals.ask(lambda: screen.ask(session.view()), leave)
        elif session.place in PAGES:
            action = self.signals.ask(lambda: screen.checklist(session.checklist()), leave)
        else:
            action = self.signals.ask(lambda: screen.overview(session.overview()), leave)
        if action is actions.Do.PREVIEW:
            text = preview(session.assessment, session.language)
            self.signals.ask(lambda: screen.show(text, language=session.language), None)
            return
        if action is actions.Do.FINISH and session.place == "review" and not self._may_finish():
            return
        self._do(action)
        if session.place == "left" and session.unsaved and self.signals.received is None and not self._may_leave():
            session.stay()

    def _do(self, action: actions.Action, *, corrects: bool = False) -> None:
        """Do it, and ask what to do about what it led to; ``corrects``: only if it led to a use to stop again."""
        session = self.session
        before = session.assessment
        self._jumped = isinstance(action, actions.Goto)
        session.do(action)
        found = None if session.over else crossroads(before, session.assessment, session.language, session.only)
        settles = found is not None and found.ways[0][0] == "go_on"
        if found and not (settles and (corrects or self.first_part is not None)):  # triage says it at its next step
            self._decide(found, again=actions.Do.REDO if action is actions.Do.UNDO else actions.Do.UNDO)

    def _first_part_done(self, names: frozenset[str]) -> bool:
        """Return whether nothing open can change the level, or the last question that can was passed."""
        session, assessment = self.session, self.session.assessment
        if session.place not in ("question", "section") or not (assessment.missing or assessment.unconfirmed):
            return False
        if not names.isdisjoint(assessment.unconfirmed):
            return False
        return assessment.level_settled or not (self._jumped or session.state.current in names)

    def _decide(self, found: Crossroads, again: actions.Do) -> None:
        """Show what an answer led to, and do what the person decides; ``again`` takes back what was done last."""
        session, words = self.session, [text for _, text in found.ways]
        choice = Choice(found.text, words, language=session.language, more=found.more)
        picked = self.signals.ask(lambda: self.screen.choose(choice), None)
        match None if picked is None else found.ways[picked][0]:
            case None:
                session.do(actions.Leave())
            case "correct":
                self._do(again, corrects=True)
            case "end":
                session.end()

    def _may_finish(self) -> bool:
        """Say plainly what is missing; return whether to finish anyway."""
        session, lang = self.session, self.session.language
        counts = {**open_counts(session.assessment), "typed": len(session.not_entered)}
        lines = [count(lang, f"interview.finish_{name}", n) for name, n in counts.items() if n]
        if not lines:
            return True
        if session.assessment.missing:
            lines.append(say(lang, "interview.finish_incomplete"))
        if session.assessment.status != "complete" or session.not_entered:
            lines.append(say(lang, "interview.finish_draft_kept"))
        text = "\n".join([*lines, say(lang, "interview.finish_all_the_same")])
        return self.signals.ask(lambda: self.screen.confirm(text, language=lang), False)

    def _may_leave(self) -> bool:
        """Say that the last changes are not saved, and offer other places for them; return whether to leave.

        Someone who leaves anyway, or whose input ends, loses nothing: the caller looks for a place.
        """
        session, lang = self.session, self.session.language
        error = session.unsaved
        while error is not None:
            places = other_folders(self.draft.path.parent)
            title = say(lang, "interview.leave_unsaved", reason=error.problems[0].line_text(lang))
            lines = [
                say(lang, "interview.save_again"),
                *(say(lang, "interview.save_in", folder=safe_line(str(folder), 300)) for folder in places),
                say(lang, "interview.leave_not"),
                say(lang, "interview.leave_anyway"),
            ]
            choice = Choice(title, lines, language=lang, leave=len(lines) - 1)
            picked = self.signals.ask(functools.partial(self.screen.choose, choice), None)
            if picked is None or picked == len(lines) - 1:
                return True
            if picked == len(lines) - 2:
                return False
            try:
                if picked:
                    self.draft.save_elsewhere(places[picked - 1], session.answers, session.state)
                session.save()
                error = session.unsaved
            except AiassessError as failed:
                error = failed
        return True


def _opening(draft: Draft, prefill: Prefill | None, clock: Clock) -> AnswerSet:
    """Return what the session begins with; what the draft already holds takes precedence over a prefill."""
    about, answers = draft.answers.about, dict(draft.answers.answers)
    if prefill is not None:
        earlier = prefill.answers
        answers = {**earlier.answers, **answers}
        about = replace(
            about,
            assessor=about.assessor or earlier.about.assessor,
            classification=about.classification or earlier.about.classification,
            reference=about.reference or earlier.about.reference,
            revises=about.revises or earlier.about.revises,
        )
    about = replace(about, started_at=about.started_at or _moment(clock), completed_at=None)
    return AnswerSet(draft.questionnaire.id, draft.questionnaire.version, about, answers)


def _moment(clock: Clock) -> str:
    return clock().isoformat(timespec="seconds")
