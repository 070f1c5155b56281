"""The messages of a summary, and figures as people read them."""

from fractions import Fraction

from aiassess.figures import exact, one_decimal, part_text, percent_text
from aiassess.render.portfolio import types as t
from aiassess.render.sentences import Sentences
from aiassess.text import say


class PortfolioWords(Sentences):
    """The messages of a summary, with its figures."""

    def __init__(self, data: t.PortfolioData) -> None:
        super().__init__("portfolio", data["language"])

    def round(self, key: str, /, **values: object) -> str:
        """Return a message about an earlier round."""
        return say(self.lang, f"rounds.{key}", **values)

    def number(self, value: float | None) -> str:
        """Return a number with at most one decimal; "" for None."""
        return "" if value is None else f"{one_decimal(exact(value)):,}"

    def percent(self, value: Fraction | None) -> str:
        return self.report("not_measured") if value is None else f"{percent_text(value)}%"

    def share(self, n: int, whole: int) -> str:
        return f"{part_text(n, whole)}%"
