"""What the pages of all question types share: the question with its help, and the keys that lead elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.interview.actions import (
    Back,
    Clear,
    Give,
    Redo,
    ShowOverview,
    ShowReview,
    Skip,
    SwitchLanguage,
    Undo,
    Unsure,
    Wish,
    WriteNote,
    WriteReason,
    again,
)
from aiassess.interview.terminal.keys import list_keys
from aiassess.interview.terminal.page import ResultPage
from aiassess.interview.terminal.wrapping import Body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiassess.interview.protocol import QuestionView
    from aiassess.interview.terminal.glyphs import Glyphs
    from aiassess.interview.terminal.layout import Hint
    from aiassess.model.answers import Answer

ELSEWHERE = (
    "back",
    "help",
    "leave",
    "note",
    "unsure",
    "not_applicable",
    "skip",
    "overview",
    "review",
    "language",
    "undo",
    "redo",
)
"""The commands that every question has, in the order of the key line."""


def words(text: Mapping[str, str] | None, lang: str) -> str:
    """Return a text of the questionnaire in the language, or in the first that it has."""
    if not text:
        return ""
    return text.get(lang) or next(iter(text.values()))


class QuestionPage(ResultPage[Wish]):
    """A question."""

    clear_key = "clear"
    own_keys: tuple[str, ...] = ()
    """The commands of this kind of question, for the key line and the list of keys."""
    may_hold_more = False
    """Whether something may be left typed once an answer is given."""

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view.language)
        self.view = view
        self.question = view.question
        self.progress = view.progress
        if view.forms:
            self.message = self.say("form_waiting")
        self.question_line = 0
        """The line of the body on which the question begins."""
        self.on |= {
            "help": self.turn_help,
            "back": self._back,
            "note": lambda: self.finish(WriteNote()),
            "unsure": lambda: self.finish(Unsure()),
            "not_applicable": self._set_aside,
            "skip": lambda: self.finish(Skip()),
            "overview": lambda: self.finish(ShowOverview()),
            "review": lambda: self.finish(ShowReview()),
            "language": self._switch_language,
            "undo": lambda: self.undo_typing() or self.finish(Undo()),
            "redo": lambda: self.redo_typing() or self.finish(Redo()),
            "clear": self._clear,
        }

    # What is shown

    def fill(self, body: Body) -> None:
        """Add the options or the field."""
        raise NotImplementedError

    def instruction(self) -> str:
        """Return how this question is answered, in one line."""
        raise NotImplementedError

    def body(self, width: int) -> Body:
        view, question, lang = self.view, self.question, self.lang
        body = Body(width, self.glyphs)
        if view.section_intro and view.first_in_section:
            body.add(view.section_intro, "intro")
            body.blank()
        # Next to the question: what is further up is out of sight in a small window.
        for notice in view.notices:
            body.add(notice, "notice", first=self.glyphs.notice, first_style="class:notice")
        body.blank()
        self.question_line = body.add(
            words(question.text, lang),
            "question",
            first=f"{question.ref}. " if question.ref else "",
            first_style="class:question",
        )
        hint = self.instruction()
        body.add(hint if question.required else f"{hint} {self.say('optional')}")
        self._add_status(body)
        if self.help_open:
            self._add_help(body)
        help_end = len(body.lines) - 1
        body.blank()
        self.fill(body)
        self._add_note(body, view.answer)
        if self.help_open:
            list_keys(body, lang, [*self.commands(), self.clear_key, "scroll"])
            body.add(self.say("help_close"), "said")
            if self.help_turned_to:
                body.focus, body.cursor = (self.question_line, help_end), None
        return body

    def _add_status(self, body: Body) -> None:
        answer = self.view.answer
        if answer.status == "unsure":
            body.add(self.say("now_unsure"), "status")
        elif answer.status == "not_applicable":
            body.add(self.say("now_not_applicable", reason=answer.note or ""), "status")
        if self.view.prefilled:
            body.add(self.say("prefilled"), "status")

    def _add_help(self, body: Body) -> None:
        side = self.glyphs.side
        body.blank()
        body.add(self.say("help_title"), "help-title", first=side, rest=side)
        text = words(self.question.help, self.lang) or self.say("help_none")
        body.add(text, "help", first=side, rest=side)
        evidence = words(self.question.evidence_hint, self.lang)
        if evidence:
            body.add(self.say("evidence_hint", hint=evidence), "help", first=side, rest=side)

    def _add_note(self, body: Body, answer: Answer) -> None:
        if not answer.evidence and (not answer.note or answer.status == "not_applicable"):
            return
        body.blank()
        if answer.note and answer.status != "not_applicable":
            body.add(answer.note, first=self.say("note_is") + " ", rest="  ")
        for evidence in answer.evidence:
            date = f" ({evidence.date})" if evidence.date else ""
            body.add(evidence.reference + date, first=self.say("evidence_is") + " ", rest="  ")

    def commands(self) -> list[str]:
        """Return the keys of this question; where everything is read by scrolling, that key comes early."""
        skipped = set() if self.question.not_applicable else {"not_applicable"}
        if len(self.question.text) < 2:
            skipped.add("language")
        return [command for command in (*self.own_keys, *ELSEWHERE) if command not in skipped]

    def hint(self, command: str, words: str | None = None) -> Hint:
        key, what = super().hint(command, words)
        return f"{key}/?" if command == "help" else key, what

    # What is pressed

    def typed(self) -> str:
        """Return what was entered and not given yet, to be kept; "" if it is what was answered."""
        return ""

    def complete(self) -> Give | None:
        """Return what is answered already, though it was not given; most answers are not before they are."""
        return None

    def confirm(self) -> bool:
        """Give an answer without a value, which was taken over, once more; False if it isn't such an answer."""
        answer = self.view.answer
        wish = again(answer) if self.view.prefilled and answer.value is None else None
        if wish is not None:
            self.finish(wish)
        return wish is not None

    def _back(self) -> None:
        if self.help_open:
            self.turn_help()
        else:
            self.finish(Back())

    def _set_aside(self) -> None:
        if self.question.not_applicable:
            self.finish(WriteReason())
        else:
            self.message = self.say("not_applicable_refused")

    def _switch_language(self) -> None:
        if len(self.question.text) > 1:
            self.finish(SwitchLanguage())
        else:
            self.message = self.say("one_language")

    def _clear(self) -> None:
        if self.view.answer.status == "unanswered" and not self.typed():
            self.message = self.say("nothing_to_clear")
        else:
            self.finish(Clear())

    def undo_typing(self) -> bool:
        """Undo what was typed or ticked here last; False if nothing was."""
        return False

    def redo_typing(self) -> bool:
        """Type or tick again what was undone here; False if nothing was."""
        return False

    def forget_typing(self) -> None:
        """Let ``undo_typing`` find nothing: something else was done since, which comes first."""
