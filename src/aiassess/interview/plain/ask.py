"""One question of the line-by-line interview: shown, answered or commanded."""

from dataclasses import replace
from typing import TypeVar

from aiassess.errors import Problem
from aiassess.interview import actions, protocol
from aiassess.interview.actions import Action
from aiassess.interview.checking import given
from aiassess.interview.plain.commands import Command
from aiassess.interview.plain.dialogue import Typing
from aiassess.interview.plain.note_form import AnswerForm, NoteForm, ReasonForm
from aiassess.interview.plain.show import evidence_sought, help_lines, question_lines
from aiassess.interview.plain.streams import Gone, Lines
from aiassess.interview.protocol import Keep, QuestionView
from aiassess.interview.views import asked_for
from aiassess.model.answers import Value
from aiassess.text import say

F = TypeVar("F", bound=AnswerForm)


class Asking:
    """Asks one question until there is an action; a kind of question says what it invites to and how that is read."""

    commands: tuple[str, ...] = ()
    """The commands that this kind of question alone has."""
    sign = ""
    """What to type before a command if anything else is the answer."""

    def __init__(self, lines: Lines, view: QuestionView, keep: Keep) -> None:
        self.lines = lines
        self.view = view
        self.question = view.question
        self.lang = view.language
        self.keep = keep
        self.typing = Typing(lines, view.language)
        self.begun = view.typed
        self.forms = dict(view.forms)
        self.typed: list[str] = []
        """The lines of a text under way."""
        self.goto = ""
        """The number or id of a question to go to, which the list knows."""

    def run(self) -> Action:
        """Show the question and return what the person does; the end of the input is Leave, with what was half typed."""
        try:
            self.lines.check_leave()
            self._show()
            while True:
                action = self._turn()
                if action is not None:
                    return action
        except Gone:
            return self._left()

    def _left(self) -> Action:
        return actions.Leave(self._unfinished())

    def _unfinished(self) -> str:
        """Return what was typed here and not given."""
        return "\n".join(self.typed) or self.begun

    # What a kind of question says

    def invitation(self) -> str:
        """Return what kind of thing to type."""
        raise NotImplementedError

    def read(self, typed: str) -> object:
        """Return what was typed as plain data or as ``Give``; a Problem, or None if it was said that it isn't an answer."""
        raise NotImplementedError

    def understood(self, value: Value) -> str:
        """Return a value as it was understood, to be read back; nothing if it was written out in full."""
        return say(self.lang, "plain.current_answer", answer=self.question.kind.line(self.question, value, self.lang))

    # Showing

    def _show(self) -> None:
        self.lines.write(*question_lines(self.view))
        self._show_register()
        if self.begun:
            self.typing.tell("half_typed", text=self.begun)
        self._invite()
        self.typing.go_on(self.typed)

    def _show_register(self) -> None:
        """Show the risk register, if the question is one."""

    def _invite(self) -> None:
        text = self.invitation()
        if self.view.prefilled:
            text = f"{text} {self.typing.say('enter_confirm')}"
        elif self.view.answer.status != "unanswered" and not self.typed:
            text = f"{text} {self.typing.say('enter_keep')}"
        self.lines.write(text)

    # Commands

    def _command(self, command: Command) -> Action | None:
        """Return the action of a command, or None if it only showed something."""
        match command.name:
            case "help":
                self.lines.write(*help_lines(self.view, self.commands))
                self._invite()
                return None
            case "again":
                self._show()
                return None
            case "wait_for":
                return self._wait_for(command.rest)
            case "not_applicable":
                return self._fill_in(ReasonForm)
            case "note":
                action = self._fill_in(NoteForm)
                if action is None:
                    self._invite()
                return action
            case "clear":
                return self._clear()
            case "leave":
                raise Gone
        if command.action is None:
            self.typing.tell("not_here")
            return None
        self._remember()
        if command.name == "goto":
            self.goto = command.rest
        return command.action

    def _wait_for(self, wanted: str) -> Action | None:
        """Leave the question to the actor named by number, id or title; nothing: say who there are."""
        actors = self.view.everybody
        if not actors:
            self.typing.tell("actors_none")
            return None
        found = self.typing.actor(actors, wanted) if wanted else None
        if found:
            self._remember()
            return actions.WaitFor(found.id)
        self.lines.write(*(f"  {number}. {actor.title[self.lang]}" for number, actor in enumerate(actors, 1)))
        self.typing.tell("type_wait_for", sign=self.sign)
        return None

    def _fill_in(self, form_type: type[AnswerForm]) -> Action | None:
        """Have a form filled in. What was typed in it is kept until it is an answer; if it is given up, that can be undone."""
        self._remember()
        form = self._form(form_type)
        action = form.run()
        form.keep()
        if action is None:
            self.forms.pop(form.name, "")
            self.keep({protocol.form_key(form.name, self.question.id): ""}, "form_closed")
        return action

    def _form(self, form_type: type[F]) -> F:
        key = protocol.form_key(form_type.name, self.question.id)
        kept = self.forms.get(form_type.name, "")
        return form_type(self.typing, self.view, kept, lambda text: self.keep({key: text}))

    def _clear(self) -> Action | None:
        if self.typed:
            self._remember()
            self.typed.clear()
            self.keep({self.question.id: ""}, "text_cleared")
            self.typing.tell("text_cleared")
            return None
        return actions.Do.CLEAR

    def _remember(self) -> None:
        """Keep what is unfinished here, to be shown when the question is asked again."""
        self.keep({self.question.id: self._unfinished()})

    # Answers

    def _turn(self) -> Action | None:
        typed = self.typing.line()
        if isinstance(typed, Command):
            return self._command(typed)
        if not typed:
            return self._keep()
        return self._answer(typed)

    def _keep(self) -> Action | None:
        """Take an empty line: it confirms what was taken over, keeps what was answered, and else means nothing."""
        answer = self.view.answer
        if not self.view.prefilled:
            if answer.status != "unanswered":
                return actions.Do.SKIP
            self.typing.tell("nothing_typed", sign=self.sign)
            return None
        wish = actions.again(answer)
        return self._give(wish) if isinstance(wish, actions.Give) else wish

    def _answer(self, typed: str) -> Action | None:
        """Answer with what was typed; None if that isn't a value, and this was said."""
        found = self.read(typed)
        if found is None:
            return None
        give = found if isinstance(found, Problem | actions.Give) else given(self.question, found)
        if isinstance(give, Problem):
            option = self.question.option(str(give.values.get("option", "")))
            if option is not None:  # by its label rather than its id
                give = replace(give, values={**give.values, "option": option.label[self.lang]})
            self.typing.refuse(give)
            return None
        return self._give(give)

    def _give(self, give: actions.Give) -> Action:
        """Read the answer back, ask for evidence or a note if it is expected, and return it."""
        question, answer, value = self.question, self.view.answer, give.value
        understood = self.understood(value)
        if understood:
            self.lines.write(understood)
        note, evidence = None, None
        asked = asked_for(question, answer, value)
        if asked:
            form = self._form(NoteForm)
            self.typing.tell(f"{asked}_expected")
            try:
                if asked == "note":
                    form.ask_note()
                else:
                    self.lines.write(*evidence_sought(question, self.lang))
                    form.ask_evidence()
            except Gone:
                self.lines.leave_next()  # the answer is still given
            note, evidence = "\n".join(form.text) or None, tuple(form.evidence)
        return replace(give, note=note, evidence=evidence)
