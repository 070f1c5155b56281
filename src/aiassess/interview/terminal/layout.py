"""One screenful: header, body, messages and keys fitted into a window of any size. Pure; knows no application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiassess.interview.terminal.keys import key_names
from aiassess.interview.terminal.wrapping import Body, Line, cells, cut, wrap
from aiassess.interview.views import level_words, place_words, progress_words
from aiassess.text import count, say

if TYPE_CHECKING:
    from aiassess.interview.protocol import Progress
    from aiassess.interview.terminal.glyphs import Glyphs
    from aiassess.interview.terminal.page import Page

ROOMY, LOW, SNUG = 20, 16, 14
"""Rows from which the header is shown whole, from which with its facts in two lines, and from which with rules below it."""

Hint = tuple[str, str]
"""A key and what it does."""


@dataclass
class Scroll:
    """Which part of the body is shown. ``held``: the person scrolled by hand, so it does not follow the focus."""

    top: int = 0
    held: bool = False
    page: int = 1
    """Rows that one key press turns; known once the body was drawn."""
    ended: bool = False
    """The last line is in view."""

    def fit(self, body: Body, height: int) -> None:
        """Choose the first line shown, so that the focus is in view unless the person scrolled away."""
        self.page = max(1, height - 1)
        if not self.held and body.focus:
            first, last = body.focus
            around = 2 if height > last - first + 6 else 0  # what comes next is seen before one gets there
            self.top = max(self.top, min(last + around, len(body.lines) - 1) - height + 1)
            self.top = min(self.top, max(0, first - around))
            if body.cursor and not self.top <= body.cursor[0] < self.top + height:
                self.top = body.cursor[0] - height + 1
        self.top = max(0, min(self.top, len(body.lines) - height))
        self.ended = self.top + height >= len(body.lines)

    def move(self, lines: int) -> None:
        self.top = max(0, self.top + lines)
        self.held = True

    def turn(self, pages: int) -> None:
        self.move(pages * self.page)


@dataclass(frozen=True)
class Frame:
    """Exactly as many lines as the window has rows; ``cursor``: line and characters before it."""

    lines: list[Line]
    cursor: tuple[int, int] | None


def compose(page: Page, width: int, height: int) -> Frame:
    """Return the whole screen of a page for a window of this size, at least 1 x 1."""
    glyphs, lang = page.glyphs, page.lang
    header = _header(page, width, height)
    said = _message(page.message, glyphs, width, 3 if height >= SNUG else 1)
    key_rows = 2 if height >= SNUG else 1
    keys = _keys(page.hints(), glyphs, width, key_rows)
    ruled = 2 if height >= SNUG else 0
    least = min(3, height)
    while len(header) + len(said) + len(keys) + ruled > height - least and (header or keys or ruled or said):
        # The rules go first, then keys but for one line of them, the header, the last of the keys and the message.
        if ruled:
            ruled = 0
        else:
            (keys if len(keys) > 1 else header or keys or said).pop()
    room = height - len(header) - len(said) - len(keys) - ruled
    roomy = room + len(said)  # a message moves what is shown, but must not change it
    body = _body(page, width, roomy, ruled)
    short = len(body.lines) - roomy
    if 0 < short <= ruled:  # the rules give way to what there is to read, the lower one first
        room, ruled = room + short, ruled - short
    keys = _keys(page.hints(), glyphs, width, key_rows)[: len(keys)]  # now it is known what F1 does
    # Without rules, one row still has to say that there is more.
    told = 0 if ruled == 2 or len(body.lines) <= room or room < 3 else 1
    page.scroll.fit(body, room - told)
    top, shown = page.scroll.top, body.lines[page.scroll.top : page.scroll.top + room - told]
    below = len(body.lines) - top - len(shown)
    lines = list(header)
    if ruled:
        lines.append(_rule(glyphs, lang, width, above=top, below=0))
    offset = len(lines)
    lines += shown + [[] for _ in range(room - told - len(shown))]
    if ruled == 2 or told:
        lines.append(_rule(glyphs, lang, width, above=0 if ruled else top, below=below))
    lines += said + keys
    cursor = None
    if body.cursor and top <= body.cursor[0] < top + len(shown):
        cursor = (body.cursor[0] - top + offset, body.cursor[1])
    # Nothing gets through that could move the cursor, whatever a page did.
    return Frame([[(style, glyphs.clean(text).replace("\n", " ")) for style, text in line] for line in lines], cursor)


def _body(page: Page, width: int, room: int, ruled: int) -> Body:
    """Return the page's body with all the detail that there is room for, also instead of the rules if it then ends there."""
    for detail in page.details():
        page.detail = detail
        body = page.body(width)
        if len(body.lines) <= room + ruled or (
            body.needed is not None and body.needed <= (room if ruled else room - 1)
        ):
            page.help_open &= not page.opens_help  # it is open by itself now, and will close by itself
            break
    return body


def _rule(glyphs: Glyphs, lang: str, width: int, *, above: int, below: int) -> Line:
    sign = glyphs.rule
    parts, key = [], key_names(glyphs)
    if above:
        parts.append(f"{glyphs.up} {count(lang, 'screen.above', above, key=key)}")
    if below:
        parts.append(f"{glyphs.down} {count(lang, 'screen.below', below, key=key)}")
    words = "  ".join(parts)
    if not words:
        return [("", sign * width)]
    words = cut(words, max(1, width - 4), glyphs)
    return [("", sign * 2), ("class:said", f" {words} "), ("", sign * max(0, width - 4 - cells(words)))]


def _message(text: str, glyphs: Glyphs, width: int, most: int) -> list[Line]:
    if not text:
        return []
    lines = wrap(glyphs.clean(text), max(1, width - 2))[:most]
    return [[("class:problem", ("! " if not number else "  ") + line)] for number, line in enumerate(lines)]


def _keys(hints: list[Hint], glyphs: Glyphs, width: int, most: int) -> list[Line]:
    """Lay keys out in at most ``most`` lines: the last of them, which tells where the others are, and what else fits."""
    said: list[Hint] = []
    for hint in hints[:-1]:
        if len(_flow([*said, hint, hints[-1]], width)) <= most:
            said.append(hint)
    lines: list[Line] = []
    for row in _flow([*said, *hints[-1:]], width):
        line: Line = []
        for key, words in row:
            short = cut(words, max(0, width - cells(key) - 1), glyphs)
            line += [("", "  " if line else ""), ("class:key", key), ("", f" {short}")]
        lines.append(line[1:])
    return lines


def _flow(hints: list[Hint], width: int) -> list[list[Hint]]:
    """Return the rows in which keys are shown, none of them broken."""
    rows: list[list[Hint]] = []
    used = 0
    for key, words in hints:
        need = cells(f"{key} {words}")
        if rows and used + 2 + need <= width:
            rows[-1].append((key, words))
            used += 2 + need
        else:
            rows.append([(key, words)])
            used = need
    return rows


# The header


def _header(page: Page, width: int, height: int) -> list[Line]:
    glyphs, lang, progress = page.glyphs, page.lang, page.progress
    title = glyphs.clean(page.title)
    if progress is None:
        return [[("class:section", cut(title, width, glyphs))]] if title else []
    values = {"n": progress.section_number, "total": progress.section_count, "title": glyphs.clean(progress.section)}
    left = title or say(lang, "screen.section", **values)
    right = "" if title else place_words(progress, lang)
    dot, done = f" {glyphs.dot} ", progress_words(progress, lang)
    if right and height >= SNUG and not _side_by_side(left, right, width):
        left = "{n}/{total} {title}".format(**values)
        if not _side_by_side(left, right, width) and cells(right + dot + done) <= width:
            done, right = right + dot + done, ""
    lines: list[Line] = [[("class:section", _ends(left, right, width, glyphs))]]
    levels = _levels(progress, glyphs, lang)
    # In as many words as fit into a line; in a narrow window, in two lines.
    level = next(([words] for words in levels if cells(words) <= width), wrap(levels[-1], width)[:2])
    if height >= ROOMY:
        lines.append(_bar(progress.percent, done, glyphs, width))
    else:
        most = 2 if height >= LOW else 1
        share = say(lang, "screen.done", percent=progress.percent)
        tries = [wrap(said + dot + words, width) for said in (done, share) for words in levels]
        last = [*tries[-1][: most - 1], cut(" ".join(tries[-1][most - 1 :]), width, glyphs)]
        level = next((lines for lines in tries if len(lines) <= most), last)
    return lines + [[("", line)] for line in level]


def _side_by_side(left: str, right: str, width: int) -> bool:
    return cells(left) + 2 + cells(right) <= width


def _bar(percent: int, words: str, glyphs: Glyphs, width: int) -> Line:
    room = min(50, width - cells(words) - 3)
    if room < 5:
        return [("", cut(words, width, glyphs))]
    full = room * percent // 100
    bar = glyphs.bar * full + glyphs.empty * (room - full)
    return [("class:bar", f"[{bar}]"), ("", f" {words}")]


def _levels(progress: Progress, glyphs: Glyphs, lang: str) -> list[str]:
    """Return the level so far, each time in fewer words."""
    low, high = progress.level_low, progress.level_high
    keys = ("level_one_short",) if low == high else ("level_range_short", "level_shortest")
    short = (say(lang, f"screen.{key}", low=low, high=high, dash=glyphs.dash) for key in keys)
    return [glyphs.clean(words) for words in (level_words(progress, lang), *short)]


def _ends(left: str, right: str, width: int, glyphs: Glyphs) -> str:
    """Return a line with one text at its left end and one at its right."""
    if not right:
        return cut(left, width, glyphs)
    if cells(right) + 4 > width:
        return cut(right, width, glyphs)
    left = cut(left, width - cells(right) - 2, glyphs)
    return left + " " * (width - cells(left) - cells(right)) + right
