"""The form of one risk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.errors import Problem
from aiassess.interview.reading import day_words, read_rating, read_risk_field
from aiassess.interview.terminal.field import text_buffer
from aiassess.interview.terminal.form import Field, FormPage
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED
from aiassess.model.answers import Risk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiassess.interview.protocol import QuestionView
    from aiassess.interview.terminal.glyphs import Glyphs
    from aiassess.interview.terminal.wrapping import Body


class RiskPage(FormPage[Risk]):
    """One risk."""

    names_question = False

    def __init__(self, glyphs: Glyphs, view: QuestionView, texts: Mapping[str, str], *, new: bool) -> None:
        super().__init__(glyphs, view, "")
        self.heading = self.say("risk_new" if new else "risk_edit")
        for name in RISK_FIELDS:
            label = self.say(f"risk_{name}")
            self.fields.append(Field(label, text_buffer(texts.get(name, ""), multiline=name == "treatment")))
        self.begun()

    def introduction(self) -> list[str]:
        return [self.say("risk_how")]

    def after_field(self, body: Body, number: int) -> None:
        """Show the rating below each pair, and the date in words."""
        name = RISK_FIELDS[number]
        if name in ("consequence", "residual_consequence"):
            pair = [self._rating(number - 1), self._rating(number)]
            if pair[0] and pair[1]:
                times = self.glyphs.times
                body.add(
                    self.say("risk_rating", rating=f"{pair[0]} {times} {pair[1]} = {pair[0] * pair[1]}"),
                    "said",
                    first="  ",
                )
        elif name == "due":
            echo = day_words(self.fields[number].text, self.lang)
            if echo and self.fields[number].text not in echo:
                body.add(f"= {echo}", first="  ")

    def _rating(self, number: int) -> int | None:
        return read_rating(self.fields[number].text)

    def texts(self) -> dict[str, str]:
        return {name: each.buffer.text for name, each in zip(RISK_FIELDS, self.fields, strict=True)}

    def result(self) -> Risk | None:
        """Return the risk, or say what is wrong with the first field that is."""
        values: dict[str, Any] = {}
        for number, name in enumerate(RISK_FIELDS):
            text = self.fields[number].text
            if text:
                values[name] = read_risk_field(name, text)
                if isinstance(values[name], Problem):
                    self.wrong(number, values[name])
                    return None
            elif name in RISK_NEEDED:
                self.wrong(number, self.say("field_needed", field=self.fields[number].label))
                return None
        halves = [name for name in ("residual_likelihood", "residual_consequence") if name not in values]
        if len(halves) == 1:
            self.wrong(RISK_FIELDS.index(halves[0]), self.say("risk_half"))
            return None
        return Risk(**values)
