"""One question of the line-by-line interview: shown, answered or commanded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aiassess.errors import Problem
from aiassess.interview import actions, protocol
from aiassess.interview.checking import given
from aiassess.interview.plain.commands import Command, command_word
from aiassess.interview.plain.dialogue import Quit, Typing
from aiassess.interview.plain.note_form import NoteForm, ask_reason
from aiassess.interview.plain.show import help_lines, question_lines
from aiassess.interview.plain.streams import Gone
from aiassess.interview.views import evidence_wanted
from aiassess.text import say

if TYPE_CHECKING:
    from aiassess.interview.actions import Action
    from aiassess.interview.plain.streams import Lines
    from aiassess.interview.protocol import QuestionView
    from aiassess.model.answers import Value


@dataclass
class Memory:
    """What the screen keeps from one question to the next: unfinished things, and a jump that waits for the list.

    ``keep``: as ``protocol.Screen`` has it.
    """

    keep: protocol.Keep = protocol.keep_nothing

    texts: dict[str, str] = field(default_factory=dict)
    """What was typed and not given, by question id or ``protocol.form_key``."""
    goto: str | None = None

    def note(self, key: str, text: str) -> None:
        """Keep what was typed and not given, here and in the draft."""
        self.texts[key] = text
        self.keep({key: text})

    def forms_of(self, question_id: str) -> dict[str, str]:
        """Return what was typed in the forms of a question and not given."""
        found = {name: self.texts.get(protocol.form_key(name, question_id)) for name in ("note", "reason")}
        return {name: text for name, text in found.items() if text is not None}


class Asking:
    """Asks one question until there is an action; a kind of question says what it invites to and how that is read."""

    commands: tuple[str, ...] = ()
    """The commands that this kind of question alone has."""
    sign = ""
    """What to type before a command if anything else is the answer."""

    def __init__(self, lines: Lines, view: QuestionView, memory: Memory) -> None:
        self.lines = lines
        self.view = view
        self.question = view.question
        self.lang = view.language
        self.memory = memory
        self.typing = Typing(lines, view.language)
        self.begun = memory.texts.pop(view.question.id, "") or view.typed
        self.forms = {**view.forms, **memory.forms_of(view.question.id)}
        self.typing.keep = self._keep_lines
        self.typed: list[str] = []
        """The lines of a text under way."""

    def run(self) -> Action:
        """Show the question and return what the person does; the end of the input is Leave, with what was half typed."""
        try:
            self.lines.check_leave()
            self._show()
            while True:
                action = self._turn()
                if action is not None:
                    self._forget(action)
                    return action
        except (Gone, Quit):
            return self._left()

    def _left(self) -> Action:
        return actions.Leave(self._unfinished())

    def _unfinished(self) -> str:
        """Return what was typed here and not given."""
        return "\n".join(self.typed) or self.begun

    def _forget(self, action: Action) -> None:
        """Let go of what an answer has taken the place of."""
        if isinstance(action, (actions.Give, actions.Clear)):
            self.memory.texts.pop(self.question.id, None)

    def _keep_lines(self, typed: list[str]) -> None:
        self.memory.keep({self.question.id: "\n".join(typed)})

    # What a kind of question says

    def invitation(self) -> str:
        """Return what kind of thing to type."""
        raise NotImplementedError

    def read(self, typed: str) -> object:
        """Return what was typed as plain data; a Problem, or None if it was said that it isn't an answer."""
        raise NotImplementedError

    def understood(self, value: Value) -> str:
        """Return a value as it was understood, to be read back; nothing if it was written out in full."""
        return say(self.lang, "plain.read_as", answer=self.question.kind.line(self.question, value, self.lang))

    # Showing

    def _show(self) -> None:
        for line in question_lines(self.view):
            self.lines.write(line)
        self._show_register()
        if self.begun:
            self.typing.tell("half_typed", text=self.begun)
        self._invite()
        if self.typed:
            self.typing.tell("text_goes_on", clear=command_word("clear", self.lang))
            self.lines.write("\n".join(self.typed))

    def _show_register(self) -> None:
        """Show the risk register, if the question is one."""

    def _invite(self) -> None:
        text = self.invitation()
        if self.view.prefilled:
            text = f"{text} {self.typing.say('enter_confirm')}"
        elif self.view.answer.status != "unanswered" and not self.typed:
            text = f"{text} {self.typing.say('enter_keep')}"
        self.lines.write(text)

    def _help(self) -> None:
        for line in help_lines(self.view, self.commands):
            self.lines.write(line)
        self._invite()

    # Commands

    def _command(self, command: Command) -> Action | None:
        """Return the action of a command, or None if it only showed something."""
        match command.name:
            case "help":
                self._help()
                return None
            case "again":
                self._show()
                return None
            case "not_applicable":
                return self._set_aside()
            case "note":
                self._remember()
                form = self._note_form()
                action = form.run()
                self._form_over("note", "" if action else form.unsaved())
                if action is None:
                    self._invite()
                return action
            case "clear":
                return self._clear()
            case "leave":
                raise Quit
        action = command.action
        if action is None:
            self.typing.tell("not_here")
            return None
        self._remember()
        if command.name == "goto" and command.rest:
            self.memory.goto = command.rest  # the numbers are known to the list
        if isinstance(action, actions.Undo | actions.Redo):
            self.memory.texts.clear()  # the view tells
        return action

    def _set_aside(self) -> Action | None:
        reason = self.forms.get("reason", "").splitlines()
        key = protocol.form_key("reason", self.question.id)
        try:
            with self.typing.keeping(lambda typed: self.memory.note(key, "\n".join(typed))):
                action = ask_reason(self.typing, self.view, reason)
        except (Gone, Quit):
            self.memory.note(key, "\n".join(reason))
            raise
        self._form_over("reason", "" if action else "\n".join(reason))
        if action is not None:
            self._remember()
        return action

    def _note_form(self) -> NoteForm:
        key = protocol.form_key("note", self.question.id)
        return NoteForm(self.typing, self.view, self.forms.get("note", ""), lambda text: self.memory.note(key, text))

    def _form_over(self, name: str, given_up: str = "") -> None:
        """Forget what was typed in a form that was saved, or given up; then it can be undone."""
        key = protocol.form_key(name, self.question.id)
        if given_up:
            self.memory.keep({key: given_up})
        if self.forms.pop(name, "") or given_up or key in self.memory.texts:
            self.memory.texts[key] = ""
            self.memory.keep({key: ""}, "form_closed" if given_up else "")

    def _clear(self) -> Action | None:
        if self.typed:
            self._keep_lines(self.typed)
            self.typed.clear()
            self.memory.keep({self.question.id: ""}, "text_cleared")
            self.typing.tell("text_cleared")
            return None
        return actions.Clear()

    def _remember(self) -> None:
        """Keep what is unfinished here, to be shown when the question is asked again."""
        self.memory.note(self.question.id, self._unfinished())

    # Answers

    def _turn(self) -> Action | None:
        typed = self.typing.line()
        if isinstance(typed, Command):
            return self._command(typed)
        if not typed:
            return self._keep()
        value = self._value(typed)
        return None if value is None else self._give(value)

    def _keep(self) -> Action | None:
        """Take an empty line: it confirms what was taken over, keeps what was answered, and else means nothing."""
        answer = self.view.answer
        if not self.view.prefilled:
            if answer.status != "unanswered":
                return actions.Skip()
            self.typing.tell("nothing_typed", skip=self.sign + command_word("skip", self.lang))
            return None
        wish = actions.again(answer)
        return self._give(wish.value) if isinstance(wish, actions.Give) else wish

    def _value(self, typed: str) -> Value | None:
        """Return what was typed as a value; None if it isn't one and that was said."""
        found = self.read(typed)
        if found is None:
            return None
        give = found if isinstance(found, Problem) else given(self.question, found)
        if isinstance(give, Problem):
            self.lines.write(self._words(give))
            return None
        return give.value

    def _words(self, problem: Problem) -> str:
        """Return a problem in words, an option by its label rather than its id."""
        option = self.question.option(str(problem.values.get("option", "")))
        if option is not None:
            problem = replace(problem, values={**problem.values, "option": option.label[self.lang]})
        return problem.message(self.lang)

    def _give(self, value: Value) -> Action:
        """Read the answer back, ask for evidence if it is expected, and return it."""
        question, answer = self.question, self.view.answer
        understood = self.understood(value)
        if understood:
            self.lines.write(understood)
        evidence = None
        if evidence_wanted(question, value) and not answer.evidence:
            form = self._note_form()
            self.typing.tell("evidence_expected")
            if question.evidence_hint:
                self.typing.tell("help_evidence", hint=question.evidence_hint[self.lang])
            try:
                form.ask_evidence()
            except (Gone, Quit):
                self.lines.leave_next()  # the answer is given all the same
            evidence = tuple(form.evidence)
        return actions.Give(value, evidence=evidence)
