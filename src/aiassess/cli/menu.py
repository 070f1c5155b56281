"""``aiassess`` alone at a terminal: a menu of what officers do (docs/cli.md#menu)."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from aiassess.cli.assess import assess, open_screen
from aiassess.cli.ending import Told, next_commands, show_ending
from aiassess.cli.language import machine_language
from aiassess.drafts.listing import DraftInfo, draft_line
from aiassess.drafts.places import drafts_folder
from aiassess.drafts.store import Drafts
from aiassess.errors import AiassessError, InvalidInput, Problem
from aiassess.files import is_folder
from aiassess.interview.interrupts import Interrupts
from aiassess.interview.mode import choose_mode
from aiassess.interview.protocol import Choice, Screen
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import DEFAULT, is_shipped, known_names
from aiassess.report.documents import load_report
from aiassess.report.saved import REPORT_NAME, SavedReport
from aiassess.safe import safe_line
from aiassess.text import resolve_language, say

_MOST_DRAFTS, _MOST_REPORTS = 4, 7
"""More are behind a line of their own: a menu is read at a glance."""
_HTML_NAME = "report.html"


def menu(lang: str, wished: str | None) -> int:
    """Let the person choose until something was done; return its exit code.

    ``wished``: the language asked for by name. If the machine names none either, the latest draft's goes before ``lang``.
    """
    plain = choose_mode(False, os.environ, sys.stdin, sys.stdout) == "plain"
    with ExitStack() as held:
        before = resolve_language(*(info.language for info in Drafts(drafts_folder()).entries()))
        lang = lang if wished or machine_language() else before or lang
        chosen = _Menu(open_screen("plain" if plain else "screen", held), lang, wished).run()
    return chosen(plain) if chosen else 0


class _Menu:
    def __init__(self, screen: Screen, lang: str, wished: str | None) -> None:
        self.screen, self.lang, self.wished = screen, lang, wished

    def run(self) -> Callable[[bool], int] | None:
        """Return what the person chose, to be done when the terminal is given back; None to leave."""
        while True:
            ways = list(self._ways())
            picked = self._choose(self._say("title"), [text for text, _ in ways], switch=len(ways) - 2)
            if picked is None or picked == len(ways) - 1:
                return None
            found = ways[picked][1]()
            if found is not None:
                return found

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"menu.{key}", **values)

    def _choose(self, title: str, lines: list[str], *, switch: int | None = None) -> int | None:
        """Return the place of the line chosen; the last one leads away."""
        last = len(lines) - 1
        with Interrupts(self.screen, lambda: None) as signals:
            choice = Choice(title, lines, language=self.lang, leave=last, switch=switch)
            return signals.ask(lambda: self.screen.choose(choice), None)

    def _ways(self) -> Iterator[tuple[str, Callable[[], Callable[[bool], int] | None]]]:
        """Yield each line with what it leads to; the language and leaving are the last two."""
        yield self._say("begin"), lambda: lambda _: assess(lang=self.wished, new=True)
        for name in filter(is_shipped, known_names()):
            if name != DEFAULT:
                yield self._say("begin_other", title=load_questionnaire(name).title[self.lang]), self._begin(name)
        drafts = [info for info in Drafts(drafts_folder()).entries() if not info.in_use]
        usable = [info for info in drafts if info.problem is None]
        for info in usable[:_MOST_DRAFTS]:
            yield self._say("resume", draft=draft_line(info, self.lang)), self._resume(info)
        if len(usable) > _MOST_DRAFTS or len(usable) < len(drafts):
            yield self._say("other_drafts", n=len(drafts)), lambda: lambda _: assess()
        yield self._say("triage"), lambda: lambda _: assess(lang=self.wished, new=True, triage=True)
        yield self._say("read"), self._read
        yield self._say("language"), self._switch
        yield self._say("leave"), lambda: None

    def _begin(self, name: str) -> Callable[[], Callable[[bool], int]]:
        return lambda: lambda _: assess(name, lang=self.wished, new=True)

    def _resume(self, info: DraftInfo) -> Callable[[], Callable[[bool], int]]:
        # A questionnaire of somebody's own may not have the language; its draft is in one that it has.
        lang = self.wished if is_shipped(info.questionnaire_id or "") else None
        return lambda: lambda _: assess(lang=lang, resume=str(info.path))

    def _switch(self) -> None:
        self.lang = self.wished = "ms" if self.lang == "en" else "en"

    # Reading a report

    def _read(self) -> Callable[[bool], int] | None:
        while True:
            files = _reports_here()
            lines = [*map(safe_line, map(str, files)), self._say("type_path"), self._say("back")]
            picked = self._choose(self._say("which_report"), lines) if files else 0
            if picked is None or picked == len(lines) - 1:
                return None
            typed = (
                self.screen.line(self._say("path"), language=self.lang) if picked == len(files) else str(files[picked])
            )
            if not typed:
                return None
            try:
                saved = load_report(report_at(typed))
            except AiassessError as error:
                self.screen.show(
                    "\n".join(problem.report_line(self.lang) for problem in error.problems[:5]), language=self.lang
                )
                if not files:
                    return None
                continue
            return lambda plain: self._show(saved, plain=plain)

    def _show(self, saved: SavedReport, *, plain: bool) -> int:
        """Print a report as the end of its interview did."""
        html = Path(saved.file).with_name(_HTML_NAME)
        told = [Told(say(self.lang, "report.notice_changed"))] if saved.changed else []
        if html.is_file():
            told.append(Told(self._say("html_at", file=safe_line(str(html.absolute())))))
        commands = next_commands(saved.file, saved.data, self.lang)
        # Forms and what is explained need the questionnaire, and not every one is found without its file.
        known = saved.data["questionnaire"]["id"] in known_names()
        show_ending(saved.data, told + (commands if known else commands[:1]), plain=plain)
        return 0


def _reports_here() -> list[Path]:
    """Return the reports in this folder and in those below it, as interviews write them, the newest first."""
    found = []
    for file in (*Path().glob(REPORT_NAME), *Path().glob(f"*/{REPORT_NAME}")):
        with suppress(OSError):  # moved away just now
            found.append((-file.stat().st_mtime, file))
    return [file for _, file in sorted(found) if file.is_file()][:_MOST_REPORTS]


def report_at(typed: str) -> str:
    """Return the report.json that a typed path means: itself, the one in that folder, or the one beside a page."""
    path = os.path.expanduser(typed.strip("\"'"))  # noqa: PTH111 - never raises, unlike pathlib
    if is_folder(path):
        return os.path.join(path, REPORT_NAME)  # noqa: PTH118
    if not path.lower().endswith((".html", ".htm")):
        return os.path.join(".", path) if path == "-" else path  # noqa: PTH118 - not standard input here
    beside = os.path.join(os.path.dirname(path), REPORT_NAME)  # noqa: PTH118, PTH120
    if not os.path.isfile(beside):  # noqa: PTH113
        raise InvalidInput([Problem("report_page_alone", {}, file=path)])
    return beside
