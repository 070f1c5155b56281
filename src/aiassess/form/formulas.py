"""Whether a question applies, as formulas over the answer cells. No text of anybody's is in them, only cells and numbers."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, assert_never

from aiassess.form.content import Form
from aiassess.model import conditions as c
from aiassess.model.answers import Answer
from aiassess.scoring.conditions import OPEN, Open, holds

TRUE, FALSE = "TRUE", "FALSE"
_LONGEST = 8000
"""Characters of a formula; Excel takes 8,192."""


class Spot(NamedTuple):
    """Where a question is answered: references to cells that are good on any sheet.

    ``ticks``: by option, for several of them. ``offered``: by option, what the drop-down says. ``applies``: 0 if the
    question does not apply. ``aside``: the words for "not applicable", in both lists.
    """

    answer: str
    status: str
    applies: str
    ticks: Mapping[str, str]
    offered: Mapping[str, str]
    aside: tuple[str, ...]
    none: tuple[str, ...]
    """The words that are no answer."""


class Bounds(NamedTuple):
    """Two formulas: false only if a condition certainly does not hold, and true only if it certainly holds."""

    possible: str
    certain: str


_UNKNOWN = Bounds(TRUE, FALSE)


class Formulas:
    """Makes the formulas of a form, question by question in its order."""

    def __init__(self, form: Form, spots: Mapping[str, Spot]) -> None:
        self._form = form
        self._spots = spots
        self._applies: dict[str, Bounds] = {}
        self._now: dict[str, bool] = {}

    def of(self, question: str) -> tuple[str, int] | None:
        """Return the formula that gives 0 if a question does not apply, and what it gives now; None if it may always apply."""
        condition = self._form.conditions.get(question)
        if condition is None:
            return None
        found = self._bounds(condition)
        if max(map(len, found)) > _LONGEST:
            found = _UNKNOWN
        applies = f"{self._spots[question].applies}=1"
        self._applies[question] = Bounds(
            TRUE if found.possible == TRUE else applies, applies if found.possible == found.certain else FALSE
        )
        self._now[question] = holds(condition, self._known) is not False
        return None if found.possible == TRUE else (f"=IF({found.possible},1,0)", int(self._now[question]))

    def _known(self, question: str) -> Answer | Open:
        """Return an answer as far as it is known while the form is made."""
        answer = self._form.answers.get(question)
        if question == c.INHERENT or (question not in self._spots and answer.status == "unanswered"):
            return OPEN
        return type(answer)("unanswered") if not self._now.get(question, True) else answer

    def _bounds(self, condition: c.Condition) -> Bounds:
        match condition:
            case c.All(parts):
                return self._joined(_and, parts)
            case c.Any(parts):
                return self._joined(_or, parts)
            case c.Not(part):
                found = self._bounds(part)
                return Bounds(_not(found.certain), _not(found.possible))
            case c.LevelAtLeast() | c.InherentLevel():
                return _UNKNOWN
            case c.OnQuestion():
                return self._on_question(condition)
            case _:
                assert_never(condition)

    def _joined(self, join: Callable[[Iterable[str]], str], parts: tuple[c.Condition, ...]) -> Bounds:
        found = [self._bounds(part) for part in parts]
        return Bounds(join(one.possible for one in found), join(one.certain for one in found))

    def _on_question(self, test: c.Test) -> Bounds:
        spot = self._spots.get(test.question)
        if spot is None:
            truth = holds(test, self._known)
            return _UNKNOWN if truth is None else Bounds(*[TRUE if truth else FALSE] * 2)
        said = _test(test, spot)
        if said is None:
            return _UNKNOWN
        applies = self._applies.get(test.question, Bounds(TRUE, TRUE))
        return Bounds(_and([applies.possible, said]), _and([applies.certain, said]))


def _test(test: c.Test, spot: Spot) -> str | None:
    match test:
        case c.AnyOf(_, options):
            return _or(_chosen(spot, option) for option in sorted(options))
        case c.AllOf(_, options):
            return _and(_chosen(spot, option) for option in sorted(options))
        case c.AtLeast(_, bound):
            return f"AND(ISNUMBER({spot.answer}),N({spot.answer})>={bound!r})"
        case c.AtMost(_, bound):
            return f"AND(ISNUMBER({spot.answer}),N({spot.answer})<={bound!r})"
        case c.Answered():
            if spot.ticks:
                return _or(f"LEN({cell})>0" for cell in spot.ticks.values())
            return _and([f"LEN({spot.answer})>0", *(f"{spot.answer}<>{words}" for words in spot.none)])
        case c.NotApplicable():
            return _or(f"{cell}={words}" for cell in (spot.answer, spot.status) for words in spot.aside)
        case c.RatingAtLeast():
            return None
        case _:
            assert_never(test)


def _chosen(spot: Spot, option: str) -> str:
    return f"LEN({spot.ticks[option]})>0" if spot.ticks else f"{spot.answer}={spot.offered[option]}"


def _and(parts: Iterable[str]) -> str:
    found = [part for part in dict.fromkeys(parts) if part != TRUE]
    return (
        FALSE if FALSE in found else TRUE if not found else found[0] if len(found) == 1 else f"AND({','.join(found)})"
    )


def _or(parts: Iterable[str]) -> str:
    found = [part for part in dict.fromkeys(parts) if part != FALSE]
    return TRUE if TRUE in found else FALSE if not found else found[0] if len(found) == 1 else f"OR({','.join(found)})"


def _not(part: str) -> str:
    return {TRUE: FALSE, FALSE: TRUE}.get(part) or f"NOT({part})"
