"""An officer in front of the real program: reads the screen, and answers as an answers file does."""

import json
import os
import re
import sys
import time
from pathlib import Path

import aiassess
from aiassess import load_answers
from aiassess.commands import join, program_words
from aiassess.interview.terminal.choice import MOST_BY_DIGIT
from aiassess.interview.terminal.glyphs import UNICODE
from aiassess.interview.terminal.held_key import GUARD_SECONDS
from aiassess.interview.terminal.keys import key_names
from aiassess.kinds.risks import RISK_FIELDS, RISK_RATINGS
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.text import say
from support.editions import ANSWERS, GPAISA
from support.terminal import ScreenText, Terminal

TESTS = Path(__file__).parents[1]
WELFARE = ANSWERS / "welfare-eligibility.json"
SMALL = TESTS / "questionnaires" / "interview.yaml"
KEYS = key_names(UNICODE)
"""What messages of the full screen call the keys."""

DECIDING = "deciding"
"""The page that says that the level is settled, as if it were a form."""
FORMS = {
    "evidence_expected": "evidence_how",
    "note_title": "note_how",
    "note_expected": "note_expected_how",
    "reason_title": "reason",
    "risk_new": "risk_how",
}
"""Forms by their headings, and what each says further down, where a small window still shows it."""


class Window(Terminal):
    """A terminal that can wait for more than texts, and works the screen out only once it has changed.

    The same key is pressed again only once the program cannot take it for being held down any more.
    """

    _seen = (None, [])
    _last = ("", 0.0)
    """The key pressed last, and the latest moment at which the program may have taken it."""

    def lines(self):
        """Return the screen's rows without the blanks at their ends."""
        now = (len(self.raw), self.screen.columns, self.screen.lines)
        if self._seen[0] != now:
            self._seen = (now, super().lines())
        return self._seen[1]

    def is_drawn(self):
        """Whether a redraw has come to its end: at last the cursor goes back to its place."""
        if self.raw.rfind(b"\x1b[?1049h") <= self.raw.rfind(b"\x1b[?1049l"):
            return True  # lines are printed as they come
        return re.search(rb"\x1b\[\d*A(\x1b\[\d*[CD]|\r|\x08)*\x1b\[0m$|\x1b\[\?25h$", self.raw[-30:]) is not None

    def wait_for(self, found, wanted):
        """Wait until ``found()`` holds on a screen that is wholly drawn; ``wanted`` says what that is."""
        end = time.monotonic() + self.timeout
        quiet = 0
        while not (found() and (self.is_drawn() or quiet > 5)):
            before = len(self.raw)
            if not self._read(0.05) or time.monotonic() > end:
                raise ScreenText(f"waited for {wanted}; the screen:\n{self.text()}")
            quiet = quiet + 1 if len(self.raw) == before else 0
        self._last = (self._last[0], time.monotonic())

    def press(self, *names):
        """Press keys, by name or as text; one after the other, without waiting."""
        key, moment = self._last
        if key and names[0].startswith(key):
            time.sleep(max(0.0, moment + GUARD_SECONDS + 0.02 - time.monotonic()))
        super().press(*names)
        self._last = (names[-1], time.monotonic())

    def wait(self, *wanted, gone=None):
        """Wait until all texts are on the screen (and ``gone`` is not), and return it; words may be wrapped."""
        texts = [squeeze(text) for text in wanted]

        def found():
            words = self.words()
            return all(text in words for text in texts) and (gone is None or gone not in words)

        self.wait_for(found, texts if gone is None else [*texts, f"no {gone!r}"])
        return self.text()


def open_terminal(folder, *arguments, columns=80, rows=24, command=None, **env):
    """Run ``aiassess`` (or ``command``) with arguments on a screen; drafts and reports go below ``folder``."""
    program = [command] if command else [sys.executable, "-m", "aiassess"]
    return Window([*program, *arguments], columns=columns, rows=rows, env=environment(folder) | env, cwd=folder)


def command(*words):
    """Return the command that the program prints for these words: itself as ``open_terminal`` starts it."""
    return join([*program_words(aiassess.__file__.replace("__init__", "__main__")), *words], "sh")


def environment(folder):
    """What the program sees of its surroundings: nothing of the machine's."""
    return {
        "AIASSESS_DATA_DIR": str(folder / "data"),
        "AIASSESS_CACHE_DIR": os.environ["AIASSESS_CACHE_DIR"],
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def draft_file(folder):
    """Return the only draft there is, wherever it is kept; None where nothing was saved yet."""
    found = list(folder.rglob("*.draft.json"))
    assert len(found) <= 1
    return found[0] if found else None


def read_json(file):
    return json.loads(file.read_text(encoding="utf-8"))


def printed(terminal):
    """Return the words that were printed once the full screen was given back, without colours."""
    return squeeze(re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()))


def squeeze(text):
    """Return a text's words, so that it can be found however it is wrapped."""
    return " ".join(text.split())


class Officer:
    """Answers what the screen asks. ``notes``: with the notes and evidence of the file, else only what must be."""

    def __init__(self, questionnaire=None, answers=None, language="ms", *, notes=False):
        self.questionnaire = questionnaire or load_questionnaire(GPAISA)
        self.answers = answers or load_answers(WELFARE, self.questionnaire)
        self.language = language
        self.notes = notes
        self.noted = set()
        self.asked = []
        self.at = None
        self.terminal = None

    def say(self, key, **values):
        return say(self.language, key if "." in key else f"screen.{key}", key=KEYS, **values)

    def sit_down(self, terminal):
        """Take a terminal and read the start page."""
        self.terminal = terminal
        terminal.wait(self.say("keys.short_enter_on"))
        terminal.press("enter")
        return self.look()

    # Seeing

    def shown(self):
        """Return what is asked now: "review", ("form", its name), or a question's id; None while it is being drawn."""
        words = self.terminal.words()
        if say(self.language, "crossroads.settled", level="").partition(":")[0] in words:
            return ("form", DECIDING)
        if self.say("keys.short_leave") not in words:
            return None
        if words.startswith(say(self.language, "interview.review_title")):
            return "review"
        for name, below in FORMS.items():
            if squeeze(self.say(name)) in words or squeeze(self.say(below)) in words:
                return ("form", name)
        at = {}
        for question in self.questionnaire.questions:
            number = f"{question.ref}. " if question.ref else ""
            at[words.rfind(squeeze(number + question.text[self.language]))] = question.id
        return at[max(at)] if max(at) >= 0 else None  # further up is the one that was answered before

    def look(self, *, after=None):
        """Wait until something other than ``after`` is asked, and return it."""
        self.terminal.wait_for(lambda: self.shown() not in (None, after), f"anything but {after}")
        return self.shown()

    # Doing

    def press(self, *keys):
        self.terminal.press(*keys)

    def work(self, *, until=lambda place: place == "review"):
        """Answer one question after the other until a place; return it."""
        place = self.look()
        while not until(place):
            place = self.react(place)
        return place

    def react(self, place):
        """Answer what is asked, and return what is asked next."""
        if isinstance(place, tuple):
            self.fill_in(place[1])
            return self.look(after=place)
        self.at = place
        question, answer = self.questionnaire.by_id[place], self.answers.get(place)
        noted = answer.status == "not_applicable" or not (answer.note or answer.evidence)
        if self.notes and place not in self.noted and not noted:
            self.press("f2")
        else:
            self.asked.append(place)
            self.give(question, answer)
        return self.look(after=place)

    def fill_in(self, form):
        """Fill in a form that was opened: note and evidence as in the file; where they are asked for, nothing."""
        answer = self.answers.get(self.at)
        if form == DECIDING:
            self.press("1")
            self.terminal.wait("> 1. " + say(self.language, "crossroads.go_on").split()[0])
            self.press("enter")
        elif form in ("evidence_expected", "note_expected"):
            self.press("enter")
        elif form == "reason_title":
            self.press(answer.note, "enter")
        else:
            fields = [answer.note or ""]
            for item in answer.evidence:
                fields += [item.reference, item.date or ""]
            self.type_fields(fields)
            self.noted.add(self.at)

    def type_fields(self, texts, rated=()):
        """Fill the fields of a form, and save it; a digit in a field that is ``rated`` goes on by itself."""
        last = max((number for number, text in enumerate(texts) if text), default=0)
        for number, text in enumerate(texts[: last + 1]):
            went_on = number - 1 in rated and texts[number - 1] and text
            self.press(*(["tab"] if number and not went_on else []), text.replace("\n", "\x0a"))
        self.press("f2")

    def give(self, question, answer):
        """Give the answer as the keys of this type of question want it."""
        press = self.press
        ids = [option.id for option in question.options]
        match answer.status:
            case "unanswered":
                return press("f8")
            case "unsure":
                return press("f3")
            case "not_applicable":
                return press("f4")
        match question.type:
            case "choice":
                press(str(ids.index(answer.value) + 1), *(() if len(ids) <= MOST_BY_DIGIT else ("enter",)))
            case "choices":
                self.tick(question, answer.value)
            case "text":
                press(answer.value.replace("\n", "\x0a"), "enter")
            case "risks":
                for risk in answer.value:
                    self.add_risk(question, risk)
                self.terminal.wait("> " + self.say("risk_done", n=len(answer.value)))
                press("enter")
            case _:
                press(str(answer.value), "enter")

    def tick(self, question, wanted):
        """Tick the options wanted, and give them; one that nothing goes with is given by its digit."""
        numbers = [str(n) for n, option in enumerate(question.options, 1) if option.id in wanted]
        if len(question.options) <= MOST_BY_DIGIT:
            alone = question.option(wanted[0]).exclusive
            self.press(*numbers, *(() if alone else ("enter",)))
            return
        for number in numbers:
            self.press(number, "space")
        self.press("enter")

    def add_risk(self, question, risk):
        """Fill in the form of one risk."""
        terminal = self.terminal
        self.press("+")
        self.look(after=question.id)
        residual = (risk.residual_likelihood, risk.residual_consequence)
        fields = (risk.title, risk.likelihood, risk.consequence, risk.treatment, *residual, risk.owner, risk.due)
        texts = ["" if value is None else str(value) for value in fields]
        self.type_fields(texts, [RISK_FIELDS.index(name) for name in RISK_RATINGS])
        terminal.wait(self.say("risk_column_title"), "> ")
        self.look(after=("form", "risk_new"))

    def finish(self):
        """Finish from the review; return everything that was printed after the full screen was given back."""
        self.look()
        self.terminal.press("home")
        self.terminal.wait("> " + self.say("finish"))
        self.terminal.press("enter")
        assert self.terminal.wait_end() == 0, self.terminal.text()
        return printed(self.terminal)
