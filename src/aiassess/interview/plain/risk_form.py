"""The dialogue of the line-by-line interview for one risk."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiassess.errors import Problem
from aiassess.interview import protocol
from aiassess.interview.plain.commands import Command, command_word
from aiassess.interview.plain.dialogue import Quit
from aiassess.interview.reading import date_words, read_risk_field
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED, RiskField
from aiassess.model.answers import Risk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from aiassess.interview.plain.dialogue import Typing


class RiskForm:
    """Asks for one entry of the risk register, field by field."""

    def __init__(
        self,
        typing: Typing,
        help_text: str,
        entry: Risk | None = None,
        kept: Mapping[str, str] | None = None,
        keep: Callable[[Mapping[str, str]], None] = protocol.keep_nothing,
    ) -> None:
        self._typing = typing
        self._help = help_text
        self._data: dict[str, Any] = {k: v for k, v in asdict(entry).items() if v is not None} if entry else {}
        self._keep = keep
        """Called with the texts of all fields after each."""
        for name in RISK_FIELDS:
            if text := (kept or {}).get(name):
                self._take(name, text, aloud=False)

    def run(self) -> Risk | None:
        """Return the entry, or None if the person goes back."""
        self._typing.tell("risk_form", back=command_word("back", self._typing.lang))
        for name in RISK_FIELDS:
            if name == "residual_consequence" and "residual_likelihood" not in self._data:
                self._data.pop(name, None)
                continue
            if not self._ask(name):
                return None
        return Risk(**self._data)

    def _ask(self, name: RiskField) -> bool:
        typing = self._typing
        needed = name in (*RISK_NEEDED, "residual_consequence")
        label = typing.say(f"field_{name}")
        now = self._data.get(name)
        typing.lines.write(typing.say("field_now", field=label, now=now) if now is not None else label)
        while True:
            typed = typing.field()
            if isinstance(typed, Command):
                if typed.name == "leave":
                    raise Quit
                if typed.name == "back":
                    return False
                typing.lines.write(self._help if typed.name == "help" else typing.say("not_here"))
                continue
            if typed in ("", "-"):
                if typed == "-":
                    self._data.pop(name, None)
                if needed and name not in self._data:
                    typing.tell("field_needed")
                    continue
                return True
            problem = self._take(name, typed)
            if problem is None:
                self._keep({name: str(value) for name, value in self._data.items()})
                return True
            typing.lines.write(problem.message(typing.lang))

    def _take(self, name: RiskField, typed: str, *, aloud: bool = True) -> Problem | None:
        """Keep a field's value, or return what is wrong with it."""
        value = read_risk_field(name, typed)
        if isinstance(value, Problem):
            return value
        if name == "due" and aloud:
            self._typing.tell("read_date", date=value, words=date_words(str(value), self._typing.lang))
        self._data[name] = value
        return None
