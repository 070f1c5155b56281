"""The interview apart from any terminal: answers, the current question, and what each action does (docs/interview.md).

Nothing here prints, reads or looks at a clock; the one thing that leaves it is the call to ``save`` after every action.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import TypeVar

from aiassess.drafts.state import State
from aiassess.errors import AiassessError
from aiassess.interview import actions, protocol
from aiassess.interview.actors import is_for
from aiassess.interview.checking import answer_after
from aiassess.interview.checklists import asked_with, checklist_of, promised_at
from aiassess.interview.consequences import applicability_notices, consequence_notices
from aiassess.interview.ledger import Ledger
from aiassess.interview.review import overview_of
from aiassess.interview.views import answer_text, gave_words, number_of, view_of
from aiassess.interview.walk import PAGES, Place, Walk
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.safe import safe_line
from aiassess.scoring.assess import score
from aiassess.text import count, language_name, say

V = TypeVar("V", bound=protocol.View)
Save = Callable[[AnswerSet, State], None]
"""Keeps answers and state; raises AiassessError if it cannot."""


class Session:
    """An interview under way.

    ``assessment`` is always that of the answers as they are. ``unsaved`` is what the last ``save`` raised, or None. ``only``:
    the ids of the actors whose questions are asked, as the state names them; empty for everybody's.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        answers: AnswerSet,
        *,
        language: str,
        save: Save,
        state: State | None = None,
    ) -> None:
        state = state or State()
        self.only = frozenset(state.only)
        self.questionnaire = questionnaire
        self.language = language
        self.unsaved: AiassessError | None = None
        self._about = answers.about
        self._ledger = Ledger(answers.answers, state.typed)
        self._save = save
        self._notices: list[str] = []
        self._gave: tuple[str, str] | None = None
        self._left = False
        self._undoable = False
        """The last action changed an answer: undo takes back what the notices tell of."""
        self.assessment = score(questionnaire, self.answers)
        asks = self._asks if self.only else None
        self._walk = Walk(
            state, self.assessment.marks, questionnaire.section_of, begun=bool(self._ledger.given), asks=asks
        )

    def _asks(self, name: str) -> bool:
        """Return whether a question is for one of the actors whose questions are asked, or waits for one of them."""
        return is_for(self.only, self.questionnaire.by_id[name], self._ledger.answer(name))

    # State

    @property
    def answers(self) -> AnswerSet:
        """Everything answered so far, hidden questions included, with the language of the interview."""
        about = dataclasses.replace(self._about, language=self.language)
        return AnswerSet(self.questionnaire.id, self.questionnaire.version, about, dict(self._ledger.given))

    @property
    def state(self) -> State:
        """Where the session is, for coming back to it."""
        return dataclasses.replace(self._walk.state(), typed=dict(self._ledger.typed.texts))

    @property
    def place(self) -> Place:
        return "left" if self._left else self._walk.place

    @property
    def next_language(self) -> str:
        """The language that comes after the present one; the same, if the questionnaire has no other."""
        offered = self.questionnaire.languages
        return offered[(offered.index(self.language) + 1) % len(offered)]

    @property
    def over(self) -> bool:
        return self.place in ("finished", "left")

    def view(self) -> protocol.QuestionView:
        """Return the current question as it is shown; only if ``place`` is "question"."""
        name = self._question.id
        view = self._told(view_of(self.assessment, name, self._ledger.answer(name), self.language, self.only))
        return dataclasses.replace(
            view,
            typed=self._ledger.typed.texts.get(name, ""),
            forms=self._ledger.typed.forms(name),
            promised=promised_at(name, self.assessment, self._walk.state(), self.language),
            notices=tuple(notice for notice in view.notices if notice not in view.contradictions),  # shown anyway
        )

    def overview(self) -> protocol.Overview:
        """Return the list of all questions, or the review if ``place`` is "review"."""
        review = self.place == "review"
        return self._told(
            overview_of(self.assessment, self._walk.current, self.language, review=review, only=self.only)
        )

    def checklist(self) -> protocol.Checklist:
        """Return the page of answers that were taken over; only if ``place`` is one."""
        page = next(page for page in PAGES if page == self.place)
        return self._told(checklist_of(page, self.assessment, self._walk.state(), self.language, self.only))

    def _told(self, view: V) -> V:
        """Return a page with what the last action led to."""
        return dataclasses.replace(view, notices=tuple(self._notices), undoable=self._undoable, gave=self._gave)

    # Actions

    def do(self, action: actions.Action) -> None:
        """Carry an action out and save."""
        self._notices, self._undoable, self._gave, self._left = [], False, None, False
        match action:
            case actions.Do.SKIP:
                self._go_on()
            case actions.Do.BACK:
                if not self._walk.go_back(self.assessment.marks):
                    self._notice("first_question")
            case actions.Goto(question_id, more):
                self._go_to(question_id, more)
            case actions.Confirm(names):
                self._confirm(names)
            case actions.Do.OVERVIEW | actions.Do.REVIEW:
                self._walk.place = "overview" if action is actions.Do.OVERVIEW else "review"
            case actions.SwitchLanguage(language):
                self._switch(language)
            case actions.Do.UNDO | actions.Do.REDO:
                self._undo_or_redo(undo=action is actions.Do.UNDO)
            case actions.Do.FINISH:
                # From a question, open the review first: one slip must not end what took days.
                self._walk.place = "finished" if self.place == "review" else "review"
            case actions.Leave(typed):
                self._leave(typed)
            case actions.Do.PREVIEW:
                pass  # shown without the session
            case _:  # an ``Answering``: the type checker holds that nothing else is left
                self._answer(action)
        self.save()

    def keep(self, typed: Mapping[str, str], did: str = "") -> None:
        """Keep what was typed and not given, as ``protocol.Keep`` says, and save it if it is new.

        What goes wrong is said after the next action, which saves again.
        """
        before = self._ledger.snapshots(self._question.id) if did else None
        if not self._ledger.typed.take(typed):
            return
        if before is not None:
            self._ledger.did(did, before)
            self._undoable = False  # undo now finds this first
        self.unsaved = self.unsaved or self._fault_in_saving()

    @property
    def can_undo(self) -> bool:
        """Whether anything was done in this sitting that can be undone."""
        return self._ledger.can_undo

    @property
    def not_entered(self) -> tuple[str, ...]:
        """The questions that apply at which something was typed and not given, in document order."""
        at = self._ledger.typed.questions()
        return tuple(name for name in self.assessment.marks if name in at)

    def end(self) -> None:
        """Finish the interview as it is, from wherever it is."""
        self._walk.place = "finished"
        self.save()

    def stay(self) -> None:
        """Cancel leaving: show again what was shown."""
        self._left = False

    def save(self) -> bool:
        """Save; return whether all is kept. What went wrong is a notice, and the next action tries again."""
        before, self.unsaved = self.unsaved, self._fault_in_saving()
        if self.unsaved:
            self._notice("not_saved", reason=self.unsaved.problems[0].line_text(self.language))
        elif before:
            self._notice("saved_again")
        return self.unsaved is None

    def _fault_in_saving(self) -> AiassessError | None:
        try:
            self._save(self.answers, self.state)
        except AiassessError as error:
            return error
        return None

    def _notice(self, key: str, **values: object) -> None:
        self._notices.append(say(self.language, f"interview.{key}", **values))

    @property
    def _question(self) -> Question:
        return self.questionnaire.by_id[str(self._walk.current)]

    def _answer(self, action: actions.Answering) -> None:
        name = self._walk.current
        if name is None:
            return
        before = self._ledger.snapshots(name)
        actors = [actor.id for actor in self.questionnaire.actors]
        checked, problems = answer_after(self._question, before[name].answer, action, actors)
        if checked is None:
            self._notices += [problem.message(self.language) for problem in problems]
            return
        self._ledger.put(name, checked)
        self._ledger.typed.carried_out(action, name)
        self._score()
        self._undoable = self._ledger.did(actions.name_of(action), before)
        if isinstance(action, actions.Give | actions.SetAside | actions.WaitFor) or action is actions.Do.UNSURE:
            self._gave = gave_words(self._question, checked, self.language, self.questionnaire.actors)
            self._go_on()

    def _confirm(self, names: tuple[str, ...]) -> None:
        """Confirm those answers that wait for it, at one stroke, and go on."""
        marks = self.assessment.marks
        waiting = [name for name in names if name in marks and not marks[name].answer.confirmed]
        if waiting:
            before = self._ledger.snapshots(*waiting)
            for name in waiting:
                self._ledger.put(name, dataclasses.replace(self._ledger.given[name], confirmed=True))
            self._score()
            self._undoable = self._ledger.did("confirm", before, self.place)
        self._walk.confirmed((*names, str(self._walk.current))[0], self.assessment.marks)

    def _score(self) -> None:
        """Score the answers as they are now, and say what follows from them."""
        before = self.assessment
        self.assessment = score(self.questionnaire, self.answers)
        self._notices += applicability_notices(before.marks, self.assessment.marks, self._ledger.given, self.language)
        self._notices += consequence_notices(before, self.assessment, self.language)

    def _undo_or_redo(self, *, undo: bool) -> None:
        """Undo or redo what was done last, go there, and say what it was."""
        edit = self._ledger.undo() if undo else self._ledger.redo()
        if edit is None:
            self._notice(f"nothing_to_{'undo' if undo else 'redo'}")
            return
        self._walk.show(edit.question, edit.place)
        lang, question = self.language, self._question
        answer = safe_line(answer_text(question, edit.done.answer, lang), 60)
        values = {"number": number_of(question), "answer": answer}
        what = count(lang, f"interview.did_{edit.what}", len(edit.after), **values)
        self._notice("undone" if edit.undoing else "redone", what=what, **values)
        self._score()

    # Moving

    def _go_on(self) -> None:
        still_open = self._walk.go_on(self.assessment.marks)
        if still_open:
            self._notices.append(count(self.language, "interview.end_open", still_open))

    def _leave(self, typed: str) -> None:
        if self.place == "question":
            self._ledger.typed.take({self._question.id: typed})
        self._left = True

    def _go_to(self, question_id: str, more: tuple[str, ...]) -> None:
        if question_id in self.assessment.marks:
            asked = asked_with(question_id, self.assessment) if self.place == "promises" and not more else more
            self._walk.jump(question_id, *asked)
        else:
            self._notice("goto_not_applicable", question=question_id)

    def _switch(self, language: str | None) -> None:
        offered = self.questionnaire.languages
        language = self.next_language if language is None else language
        if language in offered and language != self.language:
            self.language = language
            self.assessment = score(self.questionnaire, self.answers)  # the answers name their language
            return
        self._notice("languages", names=", ".join(language_name(code, self.language) for code in offered))
