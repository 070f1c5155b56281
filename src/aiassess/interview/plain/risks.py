"""The risk register of the line-by-line interview: a table that one adds to, edits and removes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.errors import Problem
from aiassess.interview.plain.ask import Asking
from aiassess.interview.plain.commands import RISKS, Command, command_word
from aiassess.interview.plain.dialogue import number_up_to
from aiassess.interview.plain.risk_form import RiskForm
from aiassess.interview.plain.show import risk_lines
from aiassess.interview.register import Register
from aiassess.kinds.risks import MAX_RISKS
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiassess.interview.actions import Action
    from aiassess.interview.plain.streams import Lines
    from aiassess.interview.protocol import Keep, QuestionView
    from aiassess.model.answers import Value


class AskingRisks(Asking):
    """Asks for the entries of a risk register; they are the answer once the person says so."""

    commands = RISKS

    def __init__(self, lines: Lines, view: QuestionView, keep: Keep) -> None:
        super().__init__(lines, view, keep)
        self.register = Register(self.question, view.answer, self.begun)
        self.risks, self.entries = self.register.risks, self.register.entries
        self.begun = ""

    def invitation(self) -> str:
        return say(self.lang, "plain.type_risks", **{name: command_word(name, self.lang) for name in RISKS})

    def understood(self, value: Value) -> str:  # noqa: ARG002 - as every kind
        return ""

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
            self.typing.tell("risks_kept", done=command_word("done", self.lang))
        for at in self.entries:
            command = (
                f"{command_word('edit', self.lang)} {at + 1}" if at is not None else command_word("add", self.lang)
            )
            self.typing.tell("risk_half", command=command)

    def _turn(self) -> Action | None:
        typed = self.typing.line()
        if typed == "" and not self.register.changed:
            return self._keep()
        if typed in ("", Command("done")):
            return self._take_register()
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

    def _take_register(self) -> Action | None:
        given = self.register.given()
        if isinstance(given, Problem):
            self.typing.refuse(given)
            return None
        return self._give(given.value)

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
            before = self._unfinished()
            self.register.remove(number - 1)
            self._changed(before, "risk_removed", number)

    def _edit(self, at: int | None) -> None:
        """Ask for an entry, field by field; None: a new one."""
        question = self.question

        def keep(texts: Mapping[str, str]) -> None:
            self.entries[at] = texts
            self._remember()

        help_text = question.help[self.lang] if question.help else self.invitation()
        entry = RiskForm(self.typing, help_text, self.register.texts(at), keep).run()
        before = self._unfinished()
        did = self.register.put(at, entry)
        self._changed(before, did, len(self.risks) if at is None else at + 1)

    def _changed(self, before: str, did: str, number: int) -> None:
        """Say what was done and show the register; keep it as it was and as it is, so that it can be undone."""
        self.typing.tell("nothing_changed" if did == "form_closed" else did, number=number)
        self.keep({self.question.id: before})
        self.keep({self.question.id: self._unfinished()}, did)
        self._show_register()
        self._invite()
