"""The interview apart from any terminal: answers, the current question, and what each action does (docs/interview.md).

Nothing here prints, reads or looks at a clock; the one thing that leaves it is the call to ``save`` after every action.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

from aiassess.drafts.state import State
from aiassess.errors import AiassessError
from aiassess.interview import actions, protocol
from aiassess.interview.checking import checked_answer, encodable, note_or_none
from aiassess.interview.history import History, Standing, Step
from aiassess.interview.views import (
    answer_text,
    applicability_notices,
    consequence_notices,
    number_of,
    overview_of,
    progress_of,
)
from aiassess.model.answers import UNANSWERED, Answer, AnswerSet
from aiassess.safe import safe_line
from aiassess.scoring.assess import score
from aiassess.text import LANGUAGE_NAMES, count, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from aiassess.model.questionnaire import Question, Questionnaire

    Save = Callable[[AnswerSet, State], None]
    """Keeps answers and state; raises AiassessError where it cannot."""

Place = Literal["question", "overview", "review", "finished", "left"]
"""What is shown; "finished" and "left" end the interview."""

_WHAT: dict[type[object], str] = {
    actions.Give: "give",
    actions.Unsure: "unsure",
    actions.SetAside: "set_aside",
    actions.Annotate: "annotate",
    actions.Clear: "clear",
}
"""What is said of an action that is undone: ``aiassess.text.interview``, ``did_…``."""


class Session:
    """An interview under way.

    ``assessment`` is always that of the answers as they stand. ``unsaved`` is what the last ``save`` raised, or None.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        answers: AnswerSet,
        *,
        language: str,
        save: Save,
        state: State | None = None,
        notices: Sequence[str] = (),
    ) -> None:
        state = state or State()
        self.questionnaire = questionnaire
        self.language = language
        self.unsaved: AiassessError | None = None
        self._about = answers.about
        self._given = dict(answers.answers)
        self._save = save
        self._unconfirmed = state.to_confirm(self._given)
        self._typed = dict(state.typed)
        self._only_open = state.only_open
        self._left_review = False
        self._history = History()
        self._notices = list(notices)
        self.assessment = score(questionnaire, self.answers)
        self._current = self._resume_at(state)
        self.place: Place = "review" if self._current is None or self._resumes_in_review(state) else "question"

    # What stands

    @property
    def answers(self) -> AnswerSet:
        """Everything answered so far, hidden questions included, with the language of the interview."""
        about = dataclasses.replace(self._about, language=self.language)
        given = {name: self._stamped(name, answer) for name, answer in self._given.items()}
        return AnswerSet(self.questionnaire.id, self.questionnaire.version, about, given)

    def _stamped(self, name: str, answer: Answer) -> Answer:
        confirmed = name not in self._unconfirmed
        return answer if answer.confirmed == confirmed else dataclasses.replace(answer, confirmed=confirmed)

    @property
    def state(self) -> State:
        """Where the session stands, for coming back to it."""
        return State(
            current=self._current,
            typed=dict(self._typed),
            unconfirmed=tuple(q.id for q in self.questionnaire.questions if q.id in self._unconfirmed),
            only_open=self._only_open,
            review=self.place == "review" or (self.place == "left" and self._left_review),
        )

    @property
    def over(self) -> bool:
        """Whether the interview was finished or left."""
        return self.place in ("finished", "left")

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The prefilled answers that apply and are not confirmed, in document order."""
        return tuple(name for name in self.assessment.marks if name in self._unconfirmed)

    def view(self) -> protocol.QuestionView:
        """Return the current question as it is to be shown; only where ``place`` is "question"."""
        question = self._question
        lang = self.language
        section = self.questionnaire.section_of[question.id]
        in_section = [q.id for q in section.questions if q.id in self.assessment.marks]
        first = in_section[0] == question.id
        return protocol.QuestionView(
            question=question,
            language=lang,
            answer=self._given.get(question.id, UNANSWERED),
            progress=progress_of(self.assessment, question.id, lang, self._unconfirmed),
            prefilled=question.id in self._unconfirmed,
            typed=self._typed.get(question.id, ""),
            forms={
                key.partition(":")[0]: text
                for key, text in self._typed.items()
                if key == protocol.form_key(key.partition(":")[0], question.id)
            },
            first_in_section=first,
            section_intro=section.intro[lang] if first and section.intro else None,
            notices=tuple(self._notices),
        )

    def overview(self) -> protocol.Overview:
        """Return the list of all questions, or the review where ``place`` is "review"."""
        review = self.place == "review"
        overview = overview_of(self.assessment, self._current, self.language, self._unconfirmed, review=review)
        return dataclasses.replace(overview, notices=tuple(self._notices))

    # What is done

    def do(self, action: actions.Action) -> None:
        """Carry an action out and save."""
        self._notices = []
        match action:
            case actions.Give() | actions.Unsure() | actions.SetAside() | actions.Annotate() | actions.Clear():
                if self._current is not None:
                    self._answer(action)
            case actions.Skip():
                self._go_on()
            case actions.Back():
                self._go_back()
            case actions.Goto(question_id):
                self._go_to(question_id)
            case actions.ShowOverview():
                self.place = "overview"
            case actions.ShowReview():
                self.place = "review"
            case actions.SwitchLanguage(language):
                self._switch(language)
            case actions.Undo() | actions.Redo():
                self._turn_back(action)
            case actions.Finish():
                # From a question it leads to the review first: nobody ends by a slip what took days.
                self.place = "finished" if self.place == "review" else "review"
            case actions.Leave(typed):
                self._leave(typed)
        self.save()

    def keep(self, typed: Mapping[str, str], did: str = "") -> None:
        """Keep what was typed and not given, as ``protocol.Keep`` says, and save it if it is new.

        What goes wrong is said after the next action, which saves again.
        """
        before = self._standing() if did else None
        if not self._take_note(typed):
            return
        if before is not None:
            self._did(did, before)
        if self.unsaved is None:
            try:
                self._save(self.answers, self.state)
            except AiassessError as error:
                self.unsaved = error

    def _take_note(self, typed: Mapping[str, str]) -> bool:
        """Note what was typed; return whether that is new."""
        before = dict(self._typed)
        for key, text in typed.items():
            if text:
                self._typed[key] = encodable(text)
            else:
                self._typed.pop(key, None)
        return self._typed != before

    @property
    def not_entered(self) -> tuple[str, ...]:
        """The questions that apply at which something was typed and not given, in document order."""
        at = {key.rpartition(":")[2] for key in self._typed}
        return tuple(name for name in self.assessment.marks if name in at)

    @property
    def stops(self) -> bool:
        """Whether the level says to stop, and nothing that is still open can change that."""
        return self.assessment.level.stop and self.assessment.level_settled

    def end(self) -> None:
        """Finish the interview as it stands, from wherever it is."""
        self.place = "finished"
        self.save()

    def stay(self) -> None:
        """Take leaving back: what was shown is shown again."""
        if self.place == "left":
            self.place = "review" if self._left_review or self._current is None else "question"

    def save(self) -> bool:
        """Save what stands; return whether it is kept. What went wrong is a notice, and the next action tries again."""
        try:
            self._save(self.answers, self.state)
        except AiassessError as error:
            self.unsaved = error
            reason = error.problems[0].line_text(self.language)
            self._notices.append(say(self.language, "interview.not_saved", reason=reason))
            return False
        if self.unsaved:
            self._notices.append(say(self.language, "interview.saved_again"))
        self.unsaved = None
        return True

    @property
    def _question(self) -> Question:
        return self.questionnaire.by_id[str(self._current)]

    def _answer(
        self, action: actions.Give | actions.Unsure | actions.SetAside | actions.Annotate | actions.Clear
    ) -> None:
        stood = self._standing()
        before = stood.answer
        match action:
            case actions.Give(value, note, evidence):
                kept = before.note if note is None else note_or_none(note)
                after = Answer("answered", value, kept, before.evidence if evidence is None else evidence)
            case actions.Unsure():
                after = Answer("unsure", None, before.note, before.evidence)
            case actions.SetAside(reason):
                after = Answer("not_applicable", None, reason, before.evidence)
            case actions.Annotate(note, evidence):
                after = Answer(before.status, before.value, note_or_none(note), evidence)
            case actions.Clear():
                after = Answer("unanswered", None, before.note, before.evidence)
        if not self._put(after):
            return
        for form in ("note", "reason"):
            self._typed.pop(protocol.form_key(form, self._question.id), None)
        if not isinstance(action, actions.Annotate):
            self._unconfirmed.discard(self._question.id)
        if isinstance(action, (actions.Give, actions.Clear)):
            self._typed.pop(self._question.id, None)
        self._score()
        self._did(_WHAT[type(action)], stood)
        if isinstance(action, (actions.Give, actions.Unsure, actions.SetAside)):
            self._go_on()

    def _put(self, answer: Answer) -> bool:
        """Take an answer if it is one that a file could hold; else say what is wrong with it."""
        name = self._question.id
        checked, problems = checked_answer(self._question, answer)
        if checked is None:
            self._notices += [problem.message(self.language) for problem in problems]
            return False
        if checked == UNANSWERED:
            self._given.pop(name, None)
        else:
            self._given[name] = checked
        return True

    def _score(self) -> None:
        """Score the answers as they stand now, and say what follows from them."""
        before = self.assessment
        self.assessment = score(self.questionnaire, self.answers)
        self._notices += applicability_notices(before.marks, self.assessment.marks, self._given, self.language)
        self._notices += consequence_notices(before, self.assessment, self.language)

    # What is undone

    def _standing(self, name: str | None = None) -> Standing:
        """Return how a question stands, the current one without a name."""
        name = name or str(self._current)
        typed = {key: text for key, text in self._typed.items() if key.rpartition(":")[2] == name}
        return Standing(self._given.get(name, UNANSWERED), name in self._unconfirmed, typed)

    def _did(self, what: str, before: Standing) -> None:
        """Remember something that was done at the current question, if it made a difference."""
        after = self._standing()
        if after != before:
            self._history.add(Step(str(self._current), what, before, after))

    def _turn_back(self, action: actions.Undo | actions.Redo) -> None:
        undo, history = isinstance(action, actions.Undo), self._history
        step = history.last() if undo else history.next()
        if step is None:
            self._notices.append(say(self.language, f"interview.nothing_to_{'undo' if undo else 'redo'}"))
            return
        (history.undo if undo else history.redo)(self._standing(step.question))
        self._restore(step.reverse if undo else step)

    def _restore(self, step: Step) -> None:
        """Make a question stand as after a step, go there, and say so; what is typed is left alone unless it changed then."""
        name, after = step.question, step.after
        if after.answer == UNANSWERED:
            self._given.pop(name, None)
        else:
            self._given[name] = after.answer
        (self._unconfirmed.add if after.unconfirmed else self._unconfirmed.discard)(name)
        for key in step.before.typed.keys() | after.typed.keys():
            if step.before.typed.get(key) != after.typed.get(key):
                self._take_note({key: after.typed.get(key, "")})
        self._current, self.place = name, "question"
        lang, question = self.language, self._question
        # Undoing is said of what was done, also if it is itself undone later.
        answer = answer_text(question, (step.before if step.undoing else after).answer, lang)
        self._notices.append(
            say(
                lang,
                "interview.undone" if step.undoing else "interview.redone",
                number=number_of(question),
                what=say(lang, f"interview.did_{step.what}", answer=safe_line(answer, 60)),
            )
        )
        self._score()

    # Where it goes

    def _is_open(self, name: str) -> bool:
        """Whether a question that applies still waits to be looked at; "not sure" was said on purpose."""
        mark = self.assessment.marks[name]
        return name in self._unconfirmed or (mark.answer.status == "unanswered" and mark.question.required)

    def _resume_at(self, state: State) -> str | None:
        order = list(self.assessment.marks)
        if state.current in order:
            return state.current
        if not self._given and order:
            return order[0]
        return next((name for name in order if self._is_open(name)), None)

    def _resumes_in_review(self, state: State) -> bool:
        return state.review and state.current == self._current

    def _go_on(self) -> None:
        """Go to the next question that applies; past the last one once more to those still open, then to the review."""
        order = list(self.assessment.marks)
        if self._current is None:
            self.place = "review"
            return
        rest = order[order.index(self._current) + 1 :]
        if self._only_open:
            rest = [name for name in rest if self._is_open(name)]
        if rest:
            self._current, self.place = rest[0], "question"
            return
        still = [name for name in order if name != self._current and self._is_open(name)]
        if still and not self._only_open:
            self._only_open = True
            self._current, self.place = still[0], "question"
            self._notices.append(count(self.language, "interview.end_open", len(still)))
            return
        self.place = "review"

    def _go_back(self) -> None:
        if self._current is None:
            self.place = "review"
            return
        if self.place == "question":
            order = list(self.assessment.marks)
            at = order.index(self._current)
            if at == 0:
                self._notices.append(say(self.language, "interview.first_question"))
            else:
                self._current = order[at - 1]
        self.place = "question"

    def _go_to(self, question_id: str) -> None:
        if question_id not in self.assessment.marks:
            self._notices.append(say(self.language, "interview.goto_not_applicable", question=question_id))
            return
        self._only_open = (
            self.place == "review"
        )  # one comes from the review to mend, from the list to walk on from there
        self._current, self.place = question_id, "question"

    def _switch(self, language: str | None) -> None:
        offered = self.questionnaire.languages
        if language is None:
            language = offered[(offered.index(self.language) + 1) % len(offered)]
        if language in offered and language != self.language:
            self.language = language
            self.assessment = score(self.questionnaire, self.answers)  # the answers name their language
            return
        names = ", ".join(LANGUAGE_NAMES.get(code, code) for code in offered)
        self._notices.append(say(self.language, "interview.languages", names=names))

    def _leave(self, typed: str) -> None:
        if self.place == "question":
            self._take_note({str(self._current): typed})
        self._left_review = self.place == "review"
        self.place = "left"
