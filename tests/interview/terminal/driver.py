"""A program for the tests: asks questions on the real screen and says what came of it.

``driver.py '{"ask": [["level", {}], …], "report": file, "pid": file, "crash": true, "hostile": "…"}'``
"""

import dataclasses
import json
import os
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from screen_desk import overview, view

from aiassess.interview import actions
from aiassess.interview.interrupts import Interrupts
from aiassess.interview.terminal.full_screen import TerminalScreen
from aiassess.model.answers import Answer


def main():
    wish = json.loads(sys.argv[1])
    if "pid" in wish:
        Path(wish["pid"]).write_text(str(os.getpid()), encoding="ascii")
    done = []
    with closing(TerminalScreen()) as screen, Interrupts(screen, lambda: None) as signals:
        if "show" in wish:
            screen.show(wish["show"], language=wish.get("lang", "en"))
        for name, options in wish["ask"]:
            done.append(signals.ask(partial(ask, screen, name, dict(options), wish), actions.Leave()))
            if isinstance(done[-1], actions.Leave):
                break
        if wish.get("crash"):
            raise RuntimeError("a bug between two questions")
    lines = [f"{number}: {action!r}" for number, action in enumerate(done, 1)]
    if "report" in wish:
        Path(wish["report"]).write_text("\n".join(lines), encoding="utf-8")
    print(*lines, "THE END", sep="\n")


def ask(screen, name, options, wish):
    lang = options.pop("lang", wish.get("lang", "en"))
    if name in ("overview", "review"):
        return screen.overview(overview(lang=lang, review=name == "review"))
    if "value" in options:
        options["answer"] = Answer("answered", options.pop("value"))
    shown = view(name, lang=lang, **options)
    if "hostile" in wish:
        question = dataclasses.replace(shown.question, text={"en": wish["hostile"]}, help={"en": wish["hostile"]})
        shown = dataclasses.replace(shown, question=question, notices=(wish["hostile"],))
    return screen.ask(shown)


if __name__ == "__main__":
    main()
