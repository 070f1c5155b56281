"""A question in a list: its number, how it is answered, and what is said of it."""

from collections.abc import Sequence
from itertools import zip_longest

from aiassess.interview.protocol import OverviewItem
from aiassess.interview.terminal.wrapping import TWO_COLUMNS, Body, cells, cut, sign, wrap

_OPEN = ("missing", "unsure", "unconfirmed")


def add_item(
    body: Body,
    item: OverviewItem,
    here: bool,
    state: str,
    longest: int = 0,
    *,
    most: int = 1,
    below: Sequence[str] = (),
) -> None:
    """Add a question with its state beside it, or below it in a narrow window, and more about it.

    ``longest``: the cells that the longest state takes. ``most``: the lines that each text may take.
    """
    glyphs = body.glyphs
    mark = "red_flag" if item.red_flag else item.mark
    style = "pointer" if here else "flag" if mark == "red_flag" else "open" if mark in _OPEN else ""
    number = "" if item.number == item.question_id else item.number  # one points here; an id need not be typed
    first = f"{sign(here)}{glyphs.mark(mark)} {cut(number, max(3, body.width // 5), glyphs):>3} "
    indent, room = " " * cells(first), max(1, body.width - cells(first))

    def lines(text: str, width: int) -> list[str]:
        found = wrap(glyphs.clean(text), width)
        return [*found[: most - 1], cut(" ".join(found[most - 1 :]), width, glyphs)] if len(found) > most else found

    beside = state != "" and body.width >= TWO_COLUMNS
    right = min(longest, body.width * 2 // 5) if beside else 0
    left = room - right - 1 if beside else room
    rows = zip_longest(lines(item.text, left), lines(state, right) if beside else [], fillvalue="")
    start = len(body.lines)
    for row, (text, at_right) in enumerate(rows):
        gap = " " * (left + 1 - cells(text)) if at_right else ""
        body.raw([(f"class:{style}" if style else "", (indent if row else first) + text + gap + at_right)])
    for text in (*below, "" if beside else state):
        for line in lines(text, room) if text else []:
            body.raw([("", indent + line)])
    if here:
        body.point(start)
