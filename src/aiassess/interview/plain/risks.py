"""The risk register of the line-by-line interview: a table that one adds to, edits and removes from."""

from collections.abc import Callable, Mapping
from typing import Any

from aiassess.errors import Problem
from aiassess.figures import date_words
from aiassess.interview.actions import Action
from aiassess.interview.dates import AskedBack
from aiassess.interview.plain.ask import Asking
from aiassess.interview.plain.commands import RISKS, Command, command_words
from aiassess.interview.plain.dialogue import Typing
from aiassess.interview.plain.show import risk_lines
from aiassess.interview.plain.streams import Lines
from aiassess.interview.protocol import Keep, QuestionView
from aiassess.interview.reading import number_up_to, read_risk_field
from aiassess.interview.register import Register
from aiassess.kinds.risks import MAX_RISKS, RISK_FIELDS, RISK_NEEDED, RISK_RATINGS, RiskField
from aiassess.model.answers import Value
from aiassess.model.questionnaire import Question
from aiassess.model.risks import Risk
from aiassess.text import say


class AskingRisks(Asking):
    """Asks for the entries of a risk register; they are the answer once the person says so."""

    commands = RISKS

    def __init__(self, lines: Lines, view: QuestionView, keep: Keep) -> None:
        super().__init__(lines, view, keep)
        self.register = Register(self.question, view.answer, self.begun)
        self.risks, self.entries = self.register.risks, self.register.entries
        self.begun = ""

    def invitation(self) -> str:
        return self.typing.say("type_risks")

    def understood(self, value: Value) -> str:  # noqa: ARG002 - as every kind
        return ""

    def read(self, typed: str) -> object:  # noqa: ARG002 - as every kind
        return self.register.given()

    def _left(self) -> Action:
        complete = self.register.complete()
        if complete is None:
            return super()._left()
        self.lines.leave_next()
        return complete

    def _unfinished(self) -> str:
        return self.register.text()

    def _show_register(self) -> None:
        self.lines.write(*risk_lines(self.risks, self.lang))
        if self.register.changed:
            self.typing.tell("risks_kept")
        words = command_words(self.lang)
        for at in self.entries:
            self.typing.tell("risk_half", command=words["add"] if at is None else f"{words['edit']} {at + 1}")

    def _turn(self) -> Action | None:
        typed = self.typing.line()
        if typed == "" and not self.register.changed and not (self.view.prefilled and self.risks):
            return self._keep()
        if typed in ("", Command("done")):
            return self._answer("")
        if isinstance(typed, str):
            self.typing.tell("unknown_command", found=typed)
            return None
        match typed.name:
            case "add":
                self._add()
            case "edit" | "remove":
                self._change(typed)
            case _:
                return self._command(typed)
        return None

    def _add(self) -> None:
        if len(self.risks) >= MAX_RISKS:
            self.typing.refuse(Problem("too_many", {"count": MAX_RISKS + 1, "limit": MAX_RISKS}))
        else:
            self._edit(None)

    def _change(self, command: Command) -> None:
        number = number_up_to(len(self.risks), command.rest)
        if number is None:
            self.typing.tell("no_such_number", found=command.rest)
        elif command.name == "edit":
            self._edit(number - 1)
        else:
            self._remember()
            self.register.remove(number - 1)
            self._changed("risk_removed", number)

    def _edit(self, at: int | None) -> None:
        """Ask for an entry, field by field; None: a new one."""

        def keep(texts: Mapping[str, str]) -> None:
            self.entries[at] = texts
            self._remember()

        entry = RiskForm(self.typing, self.question, self.invitation(), self.register.texts(at), keep).run()
        self._remember()
        did = self.register.put(at, entry)
        self._changed(did, len(self.risks) if at is None else at + 1)

    def _changed(self, did: str, number: int) -> None:
        """Say what was done, keep it so that it can be undone, and show the register."""
        self.typing.tell("nothing_changed" if did == "form_closed" else did, number=number)
        self.keep({self.question.id: self._unfinished()}, did)
        self._show_register()
        self._invite()


class RiskForm:
    """Asks for one entry of the risk register, field by field."""

    def __init__(
        self,
        typing: Typing,
        question: Question,
        invitation: str,
        texts: Mapping[str, str],
        keep: Callable[[Mapping[str, str]], None],
    ) -> None:
        self._typing = typing
        self._scale = question.scale
        self._help = question.help[typing.lang] if question.help else invitation
        self._texts = {name: text for name, text in texts.items() if text}
        """What is in the fields; one that the full screen kept half typed may be wrong until it is asked for."""
        self._keep = keep
        """Called with the texts of all fields after each."""

    def run(self) -> Risk | None:
        """Return the entry, or None if the person goes back."""
        self._typing.tell("risk_form")
        for name in RISK_FIELDS:
            if name == "residual_consequence" and "residual_likelihood" not in self._texts:
                self._texts.pop(name, None)
            elif not self._ask(name):
                return None
        found: dict[str, Any] = {
            name: read_risk_field(name, self._texts[name]) for name in RISK_FIELDS if name in self._texts
        }
        return Risk(**found)

    def _ask(self, name: RiskField) -> bool:
        typing, text = self._typing, self._texts.get(name)
        needed = name in (*RISK_NEEDED, "residual_consequence")
        label = f"{say(typing.lang, f'screen.risk_{name}')}:"
        scale = self._scale.lines(name, typing.lang) if self._scale and name in RISK_RATINGS else []
        now = read_risk_field(name, text) if text else None
        half = isinstance(now, Problem)
        typing.lines.write(label if now is None or half else typing.say("field_now", field=label, now=now))
        if half:
            typing.tell("half_typed", text=text)
        asked_back = AskedBack(echoed=False)
        while True:
            typed = typing.form_field(lambda: typing.lines.write(*(scale or [self._help])), "back")
            if isinstance(typed, Command):
                return False
            if typed == "-":
                self._texts.pop(name, None)
            elif typed or asked_back.waits:
                value = asked_back.read(typed) if name == "due" else read_risk_field(name, typed)
                if isinstance(value, Problem):
                    typing.refuse(value)
                    continue
                if scale:
                    typing.lines.write(scale[int(value) - 1])
                elif name == "due":
                    typing.tell("read_date", date=value, words=date_words(str(value), typing.lang))
                self._texts[name], half = str(value), False
                self._keep(dict(self._texts))
            if not needed or (name in self._texts and not half):
                if half:
                    self._texts.pop(name, None)
                return True
            typing.tell("field_needed")
