"""A report on a terminal: the result, the reasons, the bars, the first actions (docs/report-format.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aiassess.render.extras import NOTHING, Extras, chain_rows
from aiassess.render.text import WIDTH, plain_console, plain_lines
from aiassess.render.words import Words
from aiassess.report.shares import share_of
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from rich.console import Console

    from aiassess.report.types import Report, ToLookAt

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


def render_text(report: Report, extras: Extras = NOTHING) -> str:
    """Return the whole report as plain text of 80 columns, the same bytes everywhere."""
    console, buffer = plain_console(WIDTH)
    printer = _Printer(report, console)
    if extras.notice:
        printer.line(extras.notice)
        printer.gap()
    printer.print(actions=None)
    printer.print_record(extras)
    return plain_lines(buffer)


def result_text(report: Report) -> str:
    """Return the same without the answers and where they come from: the result, its reasons, and what to do."""
    console, buffer = plain_console(WIDTH)
    print_report(report, console, whole=True)
    return plain_lines(buffer)


def summary_text(report: Report, *, width: int, ascii_only: bool) -> str:
    """Return the result and the first actions as plain text of so many columns."""
    console, buffer = plain_console(width)
    print_report(report, console, ascii_only=ascii_only)
    return plain_lines(buffer)


def print_report(
    report: Report, console: Console, *, whole: bool = False, actions: int = 5, ascii_only: bool = False
) -> None:
    """Print the report to a console; ``whole``: every action and what is missing, not the first few alone."""
    _Printer(report, console, ascii_only).print(None if whole else actions)


class _Printer:
    def __init__(self, report: Report, console: Console, ascii_only: bool = False) -> None:
        self.w = Words(report)
        self.report = self.w.report
        self.result = self.w.result
        self.console = console
        self.ascii_only = ascii_only

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
            if self.w.settled():
                self.line(self.w.settled())
        if self.result["approval"]:
            self.labelled(self.w.approval(), self.result["approval"])
        if self.w.reassess():
            self.fact("reassess", self.w.reassess())
        self.reasons()
        self.scores()
        self.principles()
        self.actions(actions)
        self.missing(whole=actions is None)
        self.contradictions()
        self.unconfirmed(whole=actions is None)
        self.unevidenced(whole=actions is None)

    def print_record(self, extras: Extras) -> None:
        """Print what the result asks for and was made from: obligations, register, answers, provenance, revisions."""
        if self.report["obligations"]:
            self.heading("obligations")
        for text in self.report["obligations"]:
            self.item(text)
        self.risks()
        self.answers()
        self.inactive()
        self.heading("provenance")
        for key, value in self.w.provenance():
            self.fact(key, value)
        if extras.chain:
            self.heading("revisions")
            for *cells, file, digest in chain_rows(extras.chain, self.w):
                self.item(" · ".join(cell for cell in cells if cell))
                for text in filter(None, (file, digest)):
                    self.line(text, indent=2)

    # Lines

    def line(self, text: str, style: str = "", indent: int = 0) -> None:
        self.console.print(Padding(Text(safe_line(text), style=style), (0, 0, 0, indent)), highlight=False)

    def gap(self) -> None:
        self.console.print()

    def heading(self, key: str) -> None:
        self.gap()
        self.line(self.w(key), "bold underline")

    def fact(self, key: str, value: str, style: str = "") -> None:
        self.labelled(self.w(key), value, style)

    def labelled(self, label: str, value: str, style: str = "") -> None:
        text = Text(f"{label}: ")
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
        for text, decided in self.w.reasons():
            self.item(text + (f" ({self.w('decided')})" if decided else ""), "bold" if decided else "")
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
                cells.append(Text(self.bar(score)))
            cells.append(Text(self.w.percent(score)))
            if points:
                cells.append(Text(f"{score['points']}/{score['maximum']}" if score["maximum"] else ""))
            grid.add_row(*cells)
        self.console.print(grid, highlight=False)

    def bar(self, score: Any) -> str:
        share = share_of(score)
        if share is None:
            return ""
        full, empty = ("#", ".") if self.ascii_only else ("█", "░")
        filled = min(_BAR, int(share * _BAR / 100))
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
        for item in self.counted("missing", whole=whole):
            self.item(f"{self.w('answer_' + item['status'])}: {asked(item)}")

    def contradictions(self) -> None:
        if self.report["contradictions"]:
            self.heading("contradictions")
        for item in self.report["contradictions"]:
            self.item(item["text"])

    def unconfirmed(self, *, whole: bool) -> None:
        for item in self.counted("unconfirmed", whole=whole):
            self.item(asked(item))

    def unevidenced(self, *, whole: bool) -> None:
        for item in self.counted("unevidenced", whole=whole):
            self.item(asked(item))
            self.line(self.w.counted_now(item), indent=2)

    def counted(self, name: ToLookAt, *, whole: bool) -> list[Any]:
        """Print the heading of a list and how long it is, if it holds anything; return what of it is to be printed."""
        found = self.report[name]
        if found:
            self.heading(name)
            self.line(self.w.count(f"{name}_count", len(found)))
        return list(found) if whole else []

    # What was said

    def risks(self) -> None:
        if self.report["risks"]:
            self.heading("risk_register")
        for item in self.report["risks"]:
            self.item(item["title"])
            before, now = self.w.ratings(item)
            self.line(f"{self.w('rating_before')}: {before}", indent=2)
            self.line(f"{self.w('rating_after')}: {now}", indent=2)
            for key in ("treatment", "owner", "due"):
                if item.get(key):
                    self.line(f"{self.w(key)}: {item[key]}", indent=2)

    def answers(self) -> None:
        self.heading("answers")
        for place, (title, items) in enumerate(self.w.answers_by_section()):
            if place:
                self.gap()
            self.line(title)
            for item in items:
                self.answer(item)

    def inactive(self) -> None:
        if self.report["inactive"]:
            self.heading("inactive")
            self.line(self.w("inactive_why"))
            for item in self.report["inactive"]:
                self.answer(item)

    def answer(self, item: Any) -> None:
        self.item(f"{asked(item)} [{item['question']}]")
        self.words("answer", self.w.answer_lines(item))
        if item.get("score") and item["status"] != "not_applicable":
            kind = "inherent" if item["score"] == "inherent" else "controls"
            how = f" ({self.w.counted_how(item)})" if item["status"] == "answered" and self.w.counted_how(item) else ""
            self.line(f"{self.w(kind)}: {item['points']}/{item['maximum']}{how}", indent=2)
        if not item.get("confirmed", True):
            self.line(self.w("to_confirm"), indent=2)
        if item["note"]:
            self.words("note", item["note"].splitlines())
        for evidence in item["evidence"]:
            date = f" ({evidence['date']})" if "date" in evidence else ""
            self.line(f"{self.w('evidence')}: {evidence['reference']}{date}", indent=2)

    def words(self, key: str, texts: list[str]) -> None:
        """Print a fact on its line; one of several lines below its label."""
        found = [text for text in texts if text.strip()]
        if len(found) == 1:
            self.line(f"{self.w(key)}: {found[0]}", indent=2)
        elif found:
            self.line(f"{self.w(key)}:", indent=2)
            for text in found:
                self.line(text, indent=4)


def asked(item: Any) -> str:
    """Return a question with its number."""
    return f"{item['ref']}. {item['text']}" if item["ref"] else str(item["text"])
