"""What the tests of the interview share: the small questionnaire, a clock that stands still, and scripted interviews."""

import io
import re
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.run import run_interview
from aiassess.model.answers import About, AnswerSet
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.text import say

SMALL = Path(__file__).parents[1] / "questionnaires" / "interview.yaml"
NOON = datetime(2026, 11, 21, 12, 0, 0, tzinfo=timezone(timedelta(hours=8)))


@cache
def small():
    return load_questionnaire(str(SMALL))


def blank(questionnaire=None):
    questionnaire = questionnaire or small()
    return AnswerSet(questionnaire.id, questionnaire.version, About(started_at="2026-11-21T09:00:00+08:00"))


def clock():
    return NOON


def unconfirmed(session):
    """Return the questions that apply and whose answers were taken over and wait to be confirmed."""
    return tuple(name for name, mark in session.assessment.marks.items() if not mark.answer.confirmed)


def way_on(shown, language):
    """Return the number of the line that goes on, if what is shown asks what follows from an answer; else None."""
    found = re.search(rf"(\d)\. {say(language, 'crossroads.go_on').split()[0]} ", shown)
    return found and found[1]


class Talk:
    """A scripted interview on lines of text: what was shown, and how it ended."""

    def __init__(self, draft, script, *, language="en", prefill=None, encoding="utf-8", **how):
        raw = io.BytesIO()
        output = io.TextIOWrapper(raw, encoding=encoding, newline="\n", write_through=True)
        typed = io.TextIOWrapper(io.BytesIO("".join(line + "\n" for line in script).encode()), encoding="utf-8")
        self.screen = PlainScreen(typed, output)
        self.outcome = run_interview(self.screen, draft, language=language, prefill=prefill, clock=clock, **how)
        self.text = raw.getvalue().decode(encoding)

    @property
    def answers(self):
        return self.outcome.answers.answers
