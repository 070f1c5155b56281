"""The messages of a summary, and figures as people read them."""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce

from aiassess.figures import exact, one_decimal, part_text, percent_text
from aiassess.render.portfolio import types as t
from aiassess.render.sentences import Sentences, initial
from aiassess.text import say


class PortfolioWords(Sentences):
    """The messages of a summary, with its figures, and the words for what its questionnaires assess.

    ``of``: the ids of the questionnaires that the messages are about; a unit is then not called a system.
    """

    def __init__(self, data: t.PortfolioData, of: Sequence[str]) -> None:
        super().__init__("portfolio", data["language"])
        unless_told: t.AssessedData = {"one": super().__call__("one_system"), "many": super().__call__("many_systems")}
        found = [data.get("assesses", {}).get(name, unless_told) for name in of] or [unless_told]
        one, many = (reduce(self._either, dict.fromkeys(item[key] for item in found)) for key in ("one", "many"))
        self.assessed = {"system": one, "systems": many, "System": initial(one), "Systems": initial(many)}

    def _either(self, one: str, other: str) -> str:
        return super().__call__("either", one=one, other=other)

    def __call__(self, key: str, /, **values: object) -> str:
        return super().__call__(key, **self.assessed, **values)

    def round(self, key: str, /, **values: object) -> str:
        """Return a message about an earlier round."""
        return say(self.lang, f"rounds.{key}", **self.assessed, **values)

    def number(self, value: float | None) -> str:
        """Return a number with at most one decimal; "" for None."""
        return "" if value is None else f"{one_decimal(exact(value)):,}"

    def percent(self, value: Fraction | None) -> str:
        return self.report("not_measured") if value is None else f"{percent_text(value)}%"

    def share(self, n: int, whole: int) -> str:
        return f"{part_text(n, whole)}%"
