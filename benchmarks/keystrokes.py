"""The keys of whole interviews, held by the real program on a screen of 100 columns and 32 rows.

    python benchmarks/keystrokes.py [CHECKOUT ...]

Each CHECKOUT is another copy of this repository with its own ``.venv``; its program, questionnaire, examples and officer
(``tests/e2e/officer.py``) are taken. A key is any with a name, and any character that is a command or picks an option; what
is typed into a field is text, the digits of ratings too.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parents[1]
HOLDING = sys.argv[1:2] == ["--hold"]
TESTS = (Path.cwd() if HOLDING else HERE) / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "e2e")]

from officer import Officer, Window  # noqa: E402 - the checkout's own

from aiassess import load_answers, load_questionnaire  # noqa: E402 - the same
from support.terminal import KEYS  # noqa: E402 - the same

EXAMPLES = ("spam-filter", "service-chatbot", "welfare-eligibility")
COUNTED = ("screens", "keys", "text")
ROW = "{:20}{:21}{:>10}" + 2 * "{:>10}{:>8}{:>8}"


class Counted(Window):
    """Counts what is pressed; ``typing``: characters go into a field."""

    keys = characters = 0
    typing = False

    def press(self, *names: str) -> None:
        for name in names:
            if name in KEYS or name.startswith("ctrl-"):
                self.keys += 1
            elif self.typing:
                self.characters += len(name)
            else:
                self.keys += len(name)
        super().press(*names)


class Counting(Officer):
    """Counts what is seen, the start page first, and says when something is typed into a field."""

    screens = 1

    def look(self, *, after: object = None) -> object:
        self.screens += after is not None
        return super().look(after=after)

    def give(self, question: Any, answer: object) -> None:
        self.into_field(question.type in ("text", "number", "date"), super().give, question, answer)

    def fill_in(self, form: str) -> None:
        self.into_field(form == "reason_title", super().fill_in, form)

    def type_fields(self, *fields: object) -> None:
        self.into_field(True, super().type_fields, *fields)

    def into_field(self, typing: bool, act: Callable[..., object], *of: object) -> None:
        before, self.terminal.typing = self.terminal.typing, typing
        act(*of)
        self.terminal.typing = before


def hold(example: str, notes: str) -> dict[str, int]:
    """Hold an interview with the program of the checkout that this runs in, and count."""
    questionnaire = load_questionnaire("gpaisa")
    answers = load_answers(f"examples/{example}.json", questionnaire)
    officer = Counting(questionnaire, answers, "en", notes=bool(notes))
    command = [sys.executable, "-m", "aiassess", "assess", "--lang", "en", "--out", "done"]
    with tempfile.TemporaryDirectory() as folder:
        env = {"AIASSESS_DATA_DIR": f"{folder}/data", "AIASSESS_CACHE_DIR": f"{folder}/cache", "TZ": "UTC"}
        with Counted(command, columns=100, rows=32, env=env, cwd=Path(folder)) as terminal:
            officer.sit_down(terminal)
            officer.work()
            officer.finish()
    seen = (len(officer.asked), officer.screens, terminal.keys, terminal.characters)
    return dict(zip(("questions", *COUNTED), seen, strict=True))


def counted(checkout: Path, example: str, notes: str) -> dict[str, int]:
    """Hold an interview with a checkout's own Python."""
    own = checkout / ".venv" / "bin" / "python"
    python = str(own) if own.exists() else sys.executable
    command = [python, str(Path(__file__).resolve()), "--hold", example, notes]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{checkout}, {example}:\n{done.stderr}")
    return json.loads(done.stdout)


def main() -> None:
    print(ROW.format("", "", "", "bare:", "", "", "with notes:", "", "").rstrip())
    print(ROW.format("checkout", "example", "questions", *COUNTED, *COUNTED))
    for checkout in (HERE, *(Path(name).resolve() for name in sys.argv[1:])):
        for example in EXAMPLES:
            bare, noted = (counted(checkout, example, notes) for notes in ("", "notes"))
            figures = [told[name] for told in (bare, noted) for name in COUNTED]
            print(ROW.format(checkout.name, example, bare["questions"], *figures), flush=True)


if __name__ == "__main__":
    if HOLDING:
        print(json.dumps(hold(*sys.argv[2:])))
    else:
        main()
