"""The risk register of the line-by-line interview: a table that one adds to, edits and removes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from aiassess.answers.dump import value_data
from aiassess.answers.values import check_value
from aiassess.errors import Problem
from aiassess.interview import actions
from aiassess.interview.plain.ask import Asking, Memory
from aiassess.interview.plain.commands import RISKS, Command, command_word
from aiassess.interview.plain.risk_form import RiskForm
from aiassess.interview.plain.show import risk_lines
from aiassess.interview.unfinished_risks import read_register, register_text
from aiassess.kinds.risks import MAX_RISKS
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiassess.interview.actions import Action
    from aiassess.interview.plain.streams import Lines
    from aiassess.interview.protocol import QuestionView
    from aiassess.model.answers import Risk, Value


class AskingRisks(Asking):
    """Asks for the entries of a risk register; they are the answer once the person says so."""

    commands = RISKS

    def __init__(self, lines: Lines, view: QuestionView, memory: Memory) -> None:
        super().__init__(lines, view, memory)
        value = view.answer.value
        self._answered = list(cast("tuple[Risk, ...]", value)) if value is not None else []
        found = read_register(self.begun, self.question) if self.begun else None
        self.risks, self.entries = found or (list(self._answered), {})
        self.begun = ""

    def invitation(self) -> str:
        return say(self.lang, "plain.type_risks", **{name: command_word(name, self.lang) for name in RISKS})

    def understood(self, value: Value) -> str:  # noqa: ARG002 - as every kind
        return ""

    @property
    def _changed(self) -> bool:
        return self.risks != self._answered

    def _left(self) -> Action:
        if self._changed and self.risks and not self.entries:
            self.lines.leave_next()  # complete entries are an answer
            return actions.Give(tuple(self.risks))
        return super()._left()

    def _unfinished(self) -> str:
        return register_text(self.risks, self.entries) if self._changed or self.entries else ""

    def _show_register(self) -> None:
        for line in risk_lines(self.risks, self.lang):
            self.lines.write(line)
        if self._changed:
            self.typing.tell("risks_kept", done=command_word("done", self.lang))
        for at in self.entries:
            command = (
                f"{command_word('edit', self.lang)} {at + 1}" if at is not None else command_word("add", self.lang)
            )
            self.typing.tell("risk_half", command=command)

    def _turn(self) -> Action | None:
        typed = self.typing.line()
        if typed == "" and not self._changed:
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
        checked, problems = check_value(self.question, value_data(tuple(self.risks)))
        if checked is None:
            self.lines.write(problems[0].message(self.lang))
            return None
        return self._give(checked)

    def _add(self) -> None:
        if len(self.risks) >= MAX_RISKS:
            self.lines.write(Problem("too_many", {"count": MAX_RISKS + 1, "limit": MAX_RISKS}).message(self.lang))
            return
        entry = self._entry(None, None)
        before = self._unfinished()
        self.entries.pop(None, None)
        if entry is not None:
            self.risks.append(entry)
            self.typing.tell("risk_added", number=len(self.risks))
        self._remember_both(before, "risk_added" if entry is not None else "form_closed")
        self._show_register()
        self._invite()

    def _change(self, command: Command) -> None:
        number = int(command.rest) if command.rest.isdecimal() and len(command.rest) < 6 else 0
        if not 1 <= number <= len(self.risks):
            self.typing.tell("no_such_number", found=command.rest)
            return
        if command.name == "remove":
            before, did = self._unfinished(), "risk_removed"
            del self.risks[number - 1]
            self.entries = {None: self.entries[None]} if None in self.entries else {}  # the others have new places
            self.typing.tell("risk_removed", number=number)
        else:
            entry = self._entry(number - 1, self.risks[number - 1])
            before, did = self._unfinished(), "risk_changed" if entry is not None else "form_closed"
            self.entries.pop(number - 1, None)
            if entry is not None:
                self.risks[number - 1] = entry
                self.typing.tell("risk_changed", number=number)
        self._remember_both(before, did)
        self._show_register()
        self._invite()

    def _remember_both(self, before: str, did: str) -> None:
        """Keep the register as it was and as it is, so that what was done can be undone."""
        self.memory.keep({self.question.id: before})
        self.memory.texts[self.question.id] = self._unfinished()
        self.memory.keep({self.question.id: self._unfinished()}, did)

    def _entry(self, at: int | None, before: Risk | None) -> Risk | None:
        question = self.question

        def keep(texts: Mapping[str, str]) -> None:
            self.entries[at] = texts
            self._remember()

        help_text = question.help[self.lang] if question.help else self.invitation()
        entry = RiskForm(self.typing, help_text, before, self.entries.get(at), keep).run()
        if entry is None:
            self.typing.tell("nothing_changed")
        return entry
