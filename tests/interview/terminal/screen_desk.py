"""A terminal screen at a desk: keys go in by name, one after each redraw, and what is drawn is read back."""

from __future__ import annotations

import dataclasses
import itertools
import threading
from functools import cache
from pathlib import Path

import pyte
from prompt_toolkit.data_structures import Size
from prompt_toolkit.output.vt100 import Vt100_Output

from aiassess import load_questionnaire
from aiassess.interview import actions
from aiassess.interview.protocol import Choice, Overview, OverviewItem, OverviewSection, Progress, QuestionView
from aiassess.interview.terminal.full_screen import TerminalScreen
from aiassess.model.answers import UNANSWERED, Answer
from support.terminal import key, rows_of

TYPES = Path(__file__).parents[2] / "questionnaires" / "screen_types.yaml"
PATIENCE = 20


@cache
def types():
    return load_questionnaire(str(TYPES))


def progress(**changes):
    facts = {
        "section": "Semua",
        "section_number": 2,
        "section_count": 5,
        "question_number": 7,
        "question_count": 40,
        "answered": 10,
        "open": (8, 30),
        "level_low": "Risiko Minimum",
        "level_high": "Risiko Tinggi",
    }
    return Progress(**(facts | changes))


def view(name, *, lang="en", answer=UNANSWERED, questionnaire=None, **more):
    """Return a view of one question of the questionnaire of types, or of another."""
    question = (questionnaire or types()).by_id[name]
    return QuestionView(
        question=question, language=lang, answer=answer, progress=more.pop("progress", progress()), **more
    )


def answered(value, note=None, evidence=()):
    return Answer("answered", value, note, evidence)


def overview(*, lang="en", review=False, items=None, **more):
    """Return a list of two sections with one question of every mark."""
    items = items or (
        OverviewItem("one", "1a", "What is it called?", "Chatbot", "answered"),
        OverviewItem("two", "2", "Who owns it?", "", "missing"),
        OverviewItem("three", "3", "Is it safe?", "Not sure", "unsure", current=True),
        OverviewItem("four", "4", "Is there a contract?", "Not applicable: no vendor", "not_applicable"),
        OverviewItem("five", "5", "Any remark?", "", "optional"),
        OverviewItem("six", "6", "Which data?", "Personal", "unconfirmed"),
        OverviewItem("seven", "7", "Does it score people?", "Yes", "red_flag", red_flag=True),
    )
    sections = (
        OverviewSection("profile", "Profile", items[:4]),
        OverviewSection("prohibited", "Prohibited uses", items[4:], summary="3 answered" if review else ""),
    )
    return Overview(
        lang,
        tuple(s for s in sections if s.items),
        progress(),
        review=review,
        open={"missing": 1, "unsure": 1, "unconfirmed": 1},
        outcome="The report will be incomplete (1 not answered)." if review else "",
        **more,
    )


class Glass:
    """What the program writes to: a terminal of pyte."""

    def __init__(self, columns, rows, encoding):
        self.encoding = encoding
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self.written = ""
        self.buffer = self

    def write(self, data):
        text = data.decode(self.encoding)
        self.written += text
        self._stream.feed(text)

    def flush(self):
        pass

    def isatty(self):
        return True

    def fileno(self):
        raise OSError


class Desk:
    """A ``TerminalScreen`` whose keys are pressed by the test.

    Each method takes, after its view, steps: names of keys or text to type, and functions that look at the screen. A
    step is taken once the one before was drawn. What is typed and not given is in the next view of its question, as a
    session has it there.
    """

    def __init__(self, pipe, *, columns=80, rows=24, encoding="utf-8", environ=None, clock=None):
        self.pipe = pipe
        self.columns, self.rows = columns, rows
        self.glass = Glass(columns, rows, encoding)
        output = Vt100_Output(self.glass, lambda: Size(rows=self.rows, columns=self.columns), term="xterm")
        self.screen = TerminalScreen(pipe, output, environ=environ or {}, clock=clock or itertools.count().__next__)
        self.kept = {}
        self.screen.keep = lambda typed, did="": self.kept.update(typed)
        assert self.glass.written == ""
        app = self.screen.app.application
        app.ttimeoutlen = app.timeoutlen = 0.005  # a key is sent whole, so that nobody need wait for its end
        app.after_render += self._rendered
        self.glass.written = ""
        self.steps = []
        self.seen = []
        """The screen as it was before each key."""

    def text(self):
        return "\n".join(rows_of(self.glass.screen)).rstrip()

    def words(self):
        return " ".join(self.text().split())

    def pointed(self):
        """Return the line with the pointer, or None."""
        return next((line for line in self.text().split("\n") if line.startswith("> ")), None)

    def _rendered(self, _):
        if not self.screen.app.is_waiting:
            return
        if not self.seen or self.seen[-1] != self.text():
            self.seen.append(self.text())
        if self.steps and getattr(self.steps[0], "awaited", "") not in self.words():
            return
        while self.steps and callable(self.steps[0]):
            self.steps.pop(0)(self)
        if self.steps:
            step = self.steps.pop(0)
            self.pipe.send_text(step[len("type:") :] if step.startswith("type:") else key(step))

    def _call(self, call, steps):
        self.steps, self.seen, late = list(steps), [], []

        def give_up():
            late.append(self.text())
            self.screen.request_leave()

        watch = threading.Timer(PATIENCE, give_up)
        watch.start()
        try:
            result = call()
        finally:
            watch.cancel()
        assert not late, f"nothing came of {steps}; left {self.steps}; the screen:\n{late[0]}"
        assert not self.steps, f"it returned {result!r} before {self.steps}"
        return result

    def ask(self, shown, *steps):
        name = shown.question.id
        shown = dataclasses.replace(shown, typed=shown.typed or self.kept.get(name, ""))
        action = self._call(lambda: self.screen.ask(shown), steps)
        if isinstance(action, actions.Give) or action is actions.Do.CLEAR:
            self.kept.pop(name, None)
        return action

    def overview(self, shown, *steps):
        return self._call(lambda: self.screen.overview(shown), steps)

    def checklist(self, shown, *steps):
        return self._call(lambda: self.screen.checklist(shown), steps)

    def confirm(self, text, *steps, language="en", **options):
        return self._call(lambda: self.screen.confirm(text, language=language, **options), steps)

    def choose(self, title, options, *steps, language="en", **more):
        return self._call(lambda: self.screen.choose(Choice(title, options, language=language, **more)), steps)

    def start(self, shown, *steps):
        return self._call(lambda: self.screen.start(shown), steps)

    def show(self, text, *steps, language="en"):
        return self._call(lambda: self.screen.show(text, language=language), steps)


def sees(*wanted, gone=()):
    """Return a step that looks for words on the screen, wherever they are wrapped."""

    def look(desk):
        words = desk.words()
        for text in wanted:
            assert " ".join(text.split()) in words, f"{text!r} is not on the screen:\n{desk.text()}"
        for text in (gone,) if isinstance(gone, str) else gone:
            assert text not in words, f"{text!r} is on the screen:\n{desk.text()}"

    return look


def comes(text):
    """Return a step that waits for words, however often the screen is drawn until then."""

    def look(_):
        pass

    look.awaited = text
    return look


def points_at(text):
    """Return a step that looks where the pointer is; None: nowhere."""

    def look(desk):
        line = desk.pointed()
        assert (line is None) if text is None else (line is not None and text in line), desk.text()

    return look
