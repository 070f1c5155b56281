"""The dialogue of the line-by-line interview for one risk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.errors import Problem
from aiassess.interview.plain.commands import Command, command_word
from aiassess.interview.reading import date_words, read_risk_field
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED, RiskField
from aiassess.model.answers import Risk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from aiassess.interview.plain.dialogue import Typing


class RiskForm:
    """Asks for one entry of the risk register, field by field."""

    def __init__(
        self, typing: Typing, help_text: str, texts: Mapping[str, str], keep: Callable[[Mapping[str, str]], None]
    ) -> None:
        self._typing = typing
        self._help = help_text
        read = {name: read_risk_field(name, texts[name]) for name in RISK_FIELDS if texts.get(name)}
        self._data: dict[str, Any] = {name: value for name, value in read.items() if not isinstance(value, Problem)}
        self._keep = keep
        """Called with the texts of all fields after each."""

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
            typed = typing.form_field(lambda: typing.lines.write(self._help), "back")
            if isinstance(typed, Command):
                return False
            if typed == "-":
                self._data.pop(name, None)
            elif typed:
                value = read_risk_field(name, typed)
                if isinstance(value, Problem):
                    typing.refuse(value)
                    continue
                if name == "due":
                    typing.tell("read_date", date=value, words=date_words(str(value), typing.lang))
                self._data[name] = value
                self._keep({name: str(value) for name, value in self._data.items()})
            if not needed or name in self._data:
                return True
            typing.tell("field_needed")
