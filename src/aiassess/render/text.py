"""A report on a terminal: the result, the reasons, the bars, the first actions (docs/report-format.md)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aiassess.render.words import Words
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from aiassess.report.build import Report

WIDTH = 80
_BAR = 20
_STYLES = {
    "ready": "bold green",
    "conditional": "bold yellow",
    "hold": "bold red",
    "stop": "bold white on red",
    "critical": "bold red",
    "major": "yellow",
    "minor": "cyan",
}


def render_text(report: Report) -> str:
    """Return the report as plain text of 80 columns, the same bytes everywhere."""
    return _plain_text(report, WIDTH, whole=True)


def summary_text(report: Report, *, width: int, ascii_only: bool) -> str:
    """Return the result and the first actions as plain text of so many columns."""
    return _plain_text(report, width, whole=False, ascii_only=ascii_only)


def _plain_text(report: Report, width: int, *, whole: bool, ascii_only: bool = False) -> str:
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    print_report(report, console, whole=whole, ascii_only=ascii_only)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def print_report(
    report: Report, console: Console, *, whole: bool = False, actions: int = 5, ascii_only: bool = False
) -> None:
    """Print the report to a console; ``whole``: every action and what is missing, not the first few alone."""
    _Printer(report, console, ascii_only).print(None if whole else actions)


class _Printer:
    def __init__(self, report: Report, console: Console, ascii_only: bool) -> None:
        self.report = report
        self.result = report["result"]
        self.console = console
        self.ascii_only = ascii_only
        self.w = Words(report)

    def print(self, actions: int | None) -> None:
        about = self.report["about"]
        self.line(self.report["questionnaire"]["title"], "bold")
        self.line(self.report["questionnaire"]["statement"], "dim")
        self.gap()
        self.fact("system", about["system"] or self.w("unnamed"))
        self.fact("agency", about["agency"] or self.w("unnamed"))
        self.fact("level", self.result["level_title"], "bold")
        self.fact("verdict", self.w(f"verdict_{self.result['verdict']}"), _STYLES[self.result["verdict"]])
        self.fact("status", self.w(f"status_{self.result['status']}"))
        if self.result["status"] != "complete":
            self.fact("range", self.w.range())
        if self.result["approval"]:
            self.fact("approval", self.result["approval"])
        if self.w.reassess():
            self.fact("reassess", self.w.reassess())
        self.reasons()
        self.scores()
        self.principles()
        self.actions(actions)
        self.missing(whole=actions is None)

    # Lines

    def line(self, text: str, style: str = "", indent: int = 0) -> None:
        self.console.print(Padding(Text(safe_line(text), style=style), (0, 0, 0, indent)), highlight=False)

    def gap(self) -> None:
        self.console.print()

    def heading(self, key: str) -> None:
        self.gap()
        self.line(self.w(key), "bold underline")

    def fact(self, key: str, value: str, style: str = "") -> None:
        text = Text(f"{self.w(key)}: ")
        text.append(safe_line(value), style=style)
        self.console.print(text, highlight=False)

    def item(self, text: str, style: str = "") -> None:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=1)
        grid.add_column(ratio=1)
        grid.add_row("-", Text(safe_line(text), style=style))
        self.console.print(grid, highlight=False)

    # Parts

    def reasons(self) -> None:
        self.heading("why")
        for reason in self.result["reasons"]:
            decided = f" ({self.w('decided')})" if reason["decided"] else ""
            self.item(reason["text"] + decided, "bold" if reason["decided"] else "")
        if self.w.control_reach():
            self.item(self.w.control_reach())
        self.heading("why_verdict")
        for text in self.w.verdict_reasons():
            self.item(text)

    def scores(self) -> None:
        self.heading("scores")
        rows = [(self.w(key), self.result[key]) for key in ("inherent", "controls", "residual")]
        self.bars(rows, points=True)
        self.line(self.w.credit())

    def principles(self) -> None:
        if self.report["dimensions"]["principles"]:
            self.heading("by_principle")
            self.bars([(item["title"], item) for item in self.report["dimensions"]["principles"]])

    def bars(self, rows: list[tuple[str, Any]], *, points: bool = False) -> None:
        narrow = self.console.width < 60
        grid = Table.grid(padding=(0, 1))
        grid.add_column(overflow="fold", ratio=1)
        if not narrow:
            grid.add_column(width=_BAR, no_wrap=True)
        grid.add_column(justify="right", no_wrap=True)
        if points:
            grid.add_column(justify="right", no_wrap=True)
        for title, score in rows:
            cells = [Text(safe_line(title))]
            if not narrow:
                cells.append(Text(self.bar(score["percent"])))
            cells.append(Text(self.w.percent(score)))
            if points:
                cells.append(Text(f"{score['points']}/{score['maximum']}" if score["maximum"] else ""))
            grid.add_row(*cells)
        self.console.print(grid, highlight=False)

    def bar(self, percent: float | None) -> str:
        if percent is None:
            return ""
        full, empty = ("#", ".") if self.ascii_only else ("█", "░")
        filled = min(_BAR, int(percent * _BAR / 100))
        return full * filled + empty * (_BAR - filled)

    def actions(self, limit: int | None) -> None:
        findings = self.report["findings"]
        self.heading("action_plan" if limit is None else "first_actions")
        self.line(self.w.finding_counts())
        for item in findings[:limit]:
            actor = item["actor_title"] or self.w("nobody")
            self.item(
                f"{self.w('severity_' + item['severity'])} · {actor}: {item['action']}"
                + (f" [{item['ref']}]" if item["ref"] else ""),
                _STYLES[item["severity"]] if item["severity"] == "critical" else "",
            )
        if limit is not None and len(findings) > limit:
            self.line(self.w("more_actions", n=len(findings) - limit), "dim")

    def missing(self, *, whole: bool) -> None:
        if not self.report["missing"]:
            return
        self.heading("missing")
        self.line(self.w.count("missing_count", len(self.report["missing"])))
        for item in self.report["missing"] if whole else []:
            ref = f"{item['ref']}. " if item["ref"] else ""
            self.item(f"{self.w('answer_' + item['status'])}: {ref}{item['text']}")
