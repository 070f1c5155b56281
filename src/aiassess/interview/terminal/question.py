"""What the pages of all question types share: the question with its help, and the keys that lead elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiassess.errors import Problem
from aiassess.interview import actions
from aiassess.interview.dates import spoken
from aiassess.interview.protocol import QuestionView
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.keys import Command
from aiassess.interview.terminal.page import Detail, ResultPage, ends_with
from aiassess.interview.terminal.text_area import TextBuffer, changes
from aiassess.interview.terminal.wrapping import Body, cut
from aiassess.interview.views import answer_text, scale_lines
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question
from aiassess.text import say


def words(text: Mapping[str, str] | None, lang: str) -> str:
    """Return a text of the questionnaire; "" if it has none."""
    return text[lang] if text else ""


def help_text(question: Question, lang: str) -> str:
    return "\n".join([*([question.help[lang]] if question.help else []), *scale_lines(question, lang)])


class QuestionPage(ResultPage[actions.Wish]):
    """A question."""

    opens_help = True
    clear_key: Command = "clear_text"
    own_keys: tuple[str, ...] = ("enter",)
    """The commands of this kind of question that one must know."""
    more_keys: tuple[str, ...] = ()
    """Its other commands."""
    may_hold_more = False
    """Whether something may be left typed once an answer is given."""
    stored = ""
    """The answer so far, as ``entered`` would hold it."""

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view.language)
        self.view = view
        self.question = view.question
        self.progress = view.progress
        question = view.question
        self.has_help = any((help_text(question, self.lang), question.evidence_hint, question.why, view.actors)) or any(
            option.help for option in question.options
        )
        if view.forms:
            self.message = self.say("form_waiting")
        self.question_line = 0
        """The line of the body on which the question begins."""
        self.entered = TextBuffer(multiline=view.question.multiline)
        """What is typed or ticked here, as a text: it is kept, undone and done again."""
        self.elsewhere: dict[Command, Callable[[], object]] = {
            "back": self.ending(actions.Do.BACK),
            "leave": lambda: None,  # the app sets it
            "unsure": self.ending(actions.Do.UNSURE),
            "wait_for": lambda: self.view.everybody and self.finish(actions.Ask.ACTOR),
            "not_applicable": self._set_aside,
            "note": self.ending(actions.Ask.NOTE),
            "language": self._switch_language,
            **ends_with(self, "review", "preview", "overview", "skip"),
            "undo": lambda: changes(self.entered, self.entered.undo) or self.finish(actions.Do.UNDO),
            "redo": lambda: changes(self.entered, self.entered.redo) or self.finish(actions.Do.REDO),
        }
        """What can be done at every question, in the order of the key line."""
        self.on |= self.elsewhere
        self.on[self.clear_key] = self._clear

    # What is shown

    def add_answer(self, body: Body) -> None:
        raise NotImplementedError

    def instruction(self) -> str:
        """Return how this question is answered, in one line."""
        raise NotImplementedError

    def fill(self, body: Body) -> None:
        view, question, lang = self.view, self.question, self.lang
        if view.section_intro and view.first_in_section:
            body.add(view.section_intro, "intro")
            body.blank()
        # Next to the question: what is further up is out of sight in a small window.
        start = len(body.lines)
        self.add_notices(body, view)
        noticed = len(body.lines) > start
        body.blank()
        ref = f"{question.ref}. " if question.ref else ""
        self.question_line = body.add(question.text[lang], "question", first=ref, first_style="question")
        self._add_facts(body)
        hint = self.instruction()
        hint = hint if question.required else f"{hint} {self.say('optional')}".strip()
        if hint:
            body.add(hint)
        self._add_status(body)
        if self.help_turned_to:  # beside the question, which it would otherwise push out of a small window
            self._add_help(body)
        body.blank()
        self.add_answer(body)
        if body.focus is None:  # the question itself, whatever came before it
            body.focus = (start if noticed else self.question_line, len(body.lines) - 1)
        self._add_note(body, view.answer)
        if self.detail >= Detail.HELP and not self.help_turned_to:
            self._add_help(body)

    def _add_facts(self, body: Body) -> None:
        """Add whom to ask and why: cut to a line each, unless there is room for more."""
        actors, why = ", ".join(self.view.actors), words(self.question.why, self.lang)
        facts = [("whom", actors), ("why", why)] if self.detail >= Detail.BRIEF else []
        whole = self.detail in (Detail.WHOLE, Detail.ALL)
        for key, fact in facts:
            if fact:
                text = say(self.lang, f"interview.{key}", text=fact)
                body.add(text if whole else cut(text, body.width, self.glyphs))
        if self.question.published:
            body.add(say(self.lang, "interview.published"))

    def _add_status(self, body: Body) -> None:
        answer = self.view.answer
        if answer.waits_for:
            waits = answer_text(self.question, answer, self.lang, self.view.everybody)
            body.add(self.say("now_waits", answer=waits), "status")
        elif answer.status == "unsure":
            body.add(self.say("now_unsure"), "status")
        elif answer.status == "not_applicable":
            body.add(self.say("now_not_applicable", reason=answer.note or ""), "status")
        if self.view.prefilled:
            body.add(self.say("prefilled"), "status")
        for promise in self.view.promised:
            body.add(promise, "status")
        for contradiction in self.view.contradictions:
            body.add(contradiction, "flag")

    def _add_help(self, body: Body) -> None:
        side, help_ = self.glyphs.side, help_text(self.question, self.lang)
        evidence = words(self.question.evidence_hint, self.lang)
        if not (help_ or evidence):
            return
        body.blank()
        start = len(body.lines)
        for key, hint in (("help_is", help_), ("evidence_hint", evidence)):
            if hint:
                body.add(self.say(key, hint=hint), first=side, rest=side)
        body.help = (self.question_line if self.help_turned_to else start, len(body.lines) - 1)

    def _add_note(self, body: Body, answer: Answer) -> None:
        note = answer.note if answer.status != "not_applicable" else None  # there it is the reason
        if note or answer.evidence:
            body.blank()
        if note:
            body.add(note, first=self.say("note_is") + " ", rest="  ")
        for evidence in answer.evidence:
            date = f" ({evidence.date})" if evidence.date else ""
            body.add(evidence.reference + date, first=self.say("evidence_is") + " ", rest="  ")

    def commands(self) -> list[str]:
        skipped = set() if self.question.not_applicable else {"not_applicable"}
        if not self.view.everybody:
            skipped.add("wait_for")
        if len(self.question.text) < 2:
            skipped.add("language")
        told = (*self.own_keys, *self.elsewhere, *self.more_keys, self.clear_key)
        return [each for each in dict.fromkeys(told) if each not in skipped]

    # What is pressed

    def typed(self) -> str:
        """Return what was entered and not given yet, to be kept; "" if it is what was answered."""
        return "" if self.entered.text == self.stored else self.entered.text

    def forget_typing(self) -> None:
        """Let undo find nothing that was typed or ticked: something else was done since, which comes first."""
        self.entered.reset(self.entered.document)

    def go_on_from(self, earlier: QuestionPage) -> None:
        """Look as the page of this question did a moment ago, before its language was switched or its note written."""
        self.help_open, self.message = earlier.help_open, ""

    def give(self, found: actions.Give | Problem) -> None:
        """Give what was found to be an answer, or say in words what is wrong with it."""
        if isinstance(found, Problem):
            self.message = spoken(found, self.lang)
        else:
            self.finish(found)

    def complete(self) -> actions.Give | None:
        """Return what is an answer already although Enter was not pressed; for most kinds nothing is."""
        return None

    def confirm(self) -> bool:
        """Confirm a prefilled answer that has no value; False if this isn't one."""
        answer = self.view.answer
        wish = actions.again(answer) if self.view.prefilled and answer.value is None else None
        if wish is not None:
            self.finish(wish)
        return wish is not None

    def _set_aside(self) -> None:
        if self.question.not_applicable:
            self.finish(actions.Ask.REASON)
        else:
            self.message = self.say("not_applicable_refused")

    def _switch_language(self) -> None:
        if len(self.question.text) > 1:
            self.finish(actions.SwitchLanguage())
        else:
            self.message = self.say("one_language")

    def _clear(self) -> None:
        if self.view.answer.status == "unanswered" and not self.typed():
            self.message = self.say("nothing_to_clear")
        else:
            self.finish(actions.Do.CLEAR)
