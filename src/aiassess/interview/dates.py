"""Dates that are typed: asked back if they could be another day, and read back in words."""

from dataclasses import replace

from aiassess.answers.dates import is_unclear, likeliest, read_date
from aiassess.errors import Problem
from aiassess.figures import date_words, days_between
from aiassess.kinds.parts import is_day
from aiassess.text import say


class AskedBack:
    """Reads a date that is typed, and the same one given a second time, or an empty line, as the reading asked about."""

    def __init__(self, *, echoed: bool) -> None:
        self._echoed = echoed
        self._asked: Problem | None = None

    @property
    def waits(self) -> bool:
        """Whether a reading was asked about just now."""
        return self._asked is not None

    def read(self, typed: str) -> str | Problem:
        asked, self._asked = self._asked, None
        if asked is not None and typed.strip() in ("", asked.values["found"]):
            return likeliest(asked)
        found = read_date(typed, echoed=self._echoed)
        if is_unclear(found):
            self._asked = found
        return found


def spoken(problem: Problem, lang: str) -> str:
    """Return the message of a problem with its dates in words."""
    if problem.code == "date_wrong":
        return say(lang, "interview.date_wrong", **problem.values)
    values = dict(problem.values)
    if is_unclear(problem) and isinstance(readings := values["readings"], tuple):
        words = [date_words(str(day), lang) for day in readings]
        values |= {"readings": f" {say(lang, 'interview.or')} ".join(words), "first": words[0]}
    elif problem.code.startswith("date_"):
        values |= {key: date_words(day, lang) for key, day in values.items() if isinstance(day, str) and is_day(day)}
    return replace(problem, values=values).message(lang)


def bounds_words(earliest: str | None, latest: str | None, lang: str) -> str:
    """Return in words which days a question takes; "" if any."""
    low, high = (day and date_words(day, lang) for day in (earliest, latest))
    return days_between(low, high, lang)


def day_words(typed: str, lang: str) -> str:
    """Return a typed date as "21 November 2026 (2026-11-21)", with a question mark if it is unclear; "" if it isn't one."""
    date = read_date(typed)
    if is_unclear(date):
        return f"{date_words(likeliest(date), lang)}?"
    return f"{date_words(date, lang)} ({date})" if isinstance(date, str) else ""
