"""Texts of several lines, line by line: what was removed and what was added."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

_AROUND = 40
"""Characters shown before and after what differs in a long line."""


def line_changes(old: str, new: str) -> list[tuple[list[str], list[str]]]:
    """Return the removed lines and those that replace them, passage by passage; blank lines don't count.

    Lines are matched from both ends, then at lines that occur once in each text and in the same order, and outwards from there.
    That costs no more than sorting the lines, whatever they hold; the usual algorithms take hours on texts made to slow them.
    """
    before, after = ([line for line in text.splitlines() if line.strip()] for text in (old, new))
    found = []
    done_old = done_new = 0
    for start_old, start_new, length in [*_kept(before, after), (len(before), len(after), 0)]:
        went, came = before[done_old:start_old], after[done_new:start_new]
        if went or came:
            found.append((went, came))
        done_old, done_new = start_old + length, start_new + length
    return found


def _kept(before: list[str], after: list[str]) -> list[tuple[int, int, int]]:
    """Return the lines that stay, as runs: place in the one, place in the other, length; in order and not overlapping."""
    head = _alike(before, after, 0, 0, min(len(before), len(after)))
    tail = _alike(before, after, -1, -1, min(len(before), len(after)) - head, step=-1)
    ends = len(before) - tail, len(after) - tail
    found = [(0, 0, head)]
    for i, j in _anchors(before, after, head, ends):
        done = found[-1][0] + found[-1][2], found[-1][1] + found[-1][2]
        if i >= done[0] and j >= done[1]:  # otherwise the previous run reached this far
            back = _alike(before, after, i - 1, j - 1, min(i - done[0], j - done[1]), step=-1)
            ahead = _alike(before, after, i, j, min(ends[0] - i, ends[1] - j))
            found.append((i - back, j - back, back + ahead))
    return [*found, (*ends, tail)]


def _alike(one: Sequence[str], other: Sequence[str], i: int, j: int, most: int, step: int = 1) -> int:
    """Return how much is alike from two places on, ``most`` at the most; ``step`` -1: backwards."""
    return next((n for n in range(most) if one[i + step * n] != other[j + step * n]), most)


def _anchors(before: list[str], after: list[str], start: int, ends: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the places of lines that occur once in each text: the longest run that is in order in both."""
    old, new = before[start : ends[0]], after[start : ends[1]]
    counts = Counter(old), Counter(new)
    places = {line: j for j, line in enumerate(new, start) if counts[1][line] == 1}
    return _rising([(i, places[line]) for i, line in enumerate(old, start) if counts[0][line] == 1 and line in places])


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest selection in which the second numbers rise as the first do."""
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, number) in enumerate(pairs):
        length = bisect_left(lasts, number)
        before.append(ends[length - 1] if length else -1)
        lasts[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    found = []
    place = ends[-1] if ends else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]


def focused(old: str, new: str, ellipsis: str) -> tuple[str, str]:
    """Return two long lines cut down to what differs and some words around it; short ones unchanged."""
    shortest = min(len(old), len(new))
    head = _alike(old, new, 0, 0, shortest)
    tail = _alike(old, new, -1, -1, shortest - head, step=-1)
    first = old.rfind(" ", 0, head - _AROUND) + 1 if head > 2 * _AROUND else 0
    kept = _to_word_end(old, len(old) - tail + _AROUND) if tail > 2 * _AROUND else len(old)
    left = len(old) - kept
    parts = (old[first:kept], new[first : len(new) - left])
    start, end = ellipsis if first else "", ellipsis if left else ""
    return f"{start}{parts[0]}{end}", f"{start}{parts[1]}{end}"


def _to_word_end(text: str, place: int) -> int:
    found = text.find(" ", place)
    return len(text) if found < 0 else found
