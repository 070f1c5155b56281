"""An explanation on a terminal (docs/explain.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aiassess.render.explanation.words import ExplainWords
from aiassess.render.text import WIDTH, plain_console, plain_lines
from aiassess.safe import safe_line

if TYPE_CHECKING:
    from aiassess.explain.build import Explanation

ROWS = 5
"""So many questions are listed by points; the other formats have them all."""


def render_explanation_text(explanation: Explanation) -> str:
    """Return the explanation as plain text of 80 columns, the same bytes everywhere."""
    console, buffer = plain_console(WIDTH)
    _Printer(explanation, console).print()
    return plain_lines(buffer)


class _Printer:
    def __init__(self, explanation: Explanation, console: Console) -> None:
        self.data = explanation
        self.console = console
        self.w = ExplainWords(explanation)

    def print(self) -> None:
        w = self.w
        self.line(w.about())
        self.line(self.data["questionnaire"]["statement"])
        self.heading(w("why_level"))
        for text, decided, because in w.reasons():
            self.item(text + (f" ({w.report('decided')})" if decided else ""))
            for line in because:
                self.item(line, 2)
        for text, because in w.open_rules():
            self.item(text)
            for line in because:
                self.item(line, 2)
        if self.data["rules"]:
            self.item(w.rules_looked_at())
        for text in w.settled():
            self.item(text)
        if self.data["question"]:
            self.question(self.data["question"])
        if not w.about_one_thing:
            self.points("inherent")
            self.points("controls")
        for target in self.data["targets"]:
            self.target(target)

    def points(self, kind: str) -> None:
        w, rows = self.w, self.data["points"][kind]
        if not rows:
            return
        self.heading(w(f"points_{kind}"))
        grid = self.grid(w("points") if kind == "inherent" else w("lacking"), w("share"), right=2)
        grid.add_column(w("question"), ratio=3, overflow="fold")
        grid.add_column(w("answer"), ratio=2, overflow="fold")
        for row in rows[:ROWS]:
            cells = [f"{row['cost']} / {row['maximum']}", w.share(row, rows), w.cited(row), w.answer_counted(row)]
            grid.add_row(*(Text(safe_line(cell)) for cell in cells))
        self.console.print(grid, highlight=False)
        if len(rows) > ROWS:
            self.line(w("more_rows", n=len(rows) - ROWS))

    def question(self, question: Any) -> None:
        w = self.w
        self.heading(w("one_question"))
        self.line(w.cited(question))
        self.item(f"{w('answer')}: {w.answer_counted(question)}")
        for fact in w.question_facts(question):
            self.item(fact)
        if question["instead"]:
            self.heading(w("if_instead"))
            grid = self.grid()
            for place, head in enumerate(w.instead_head()):
                grid.add_column(head, justify="right" if place in (1, 4, 5) else "left", overflow="fold")
            for item in question["instead"]:
                grid.add_row(*(Text(safe_line(cell)) for cell in w.instead_row(item)))
            self.console.print(grid, highlight=False)

    def target(self, target: Any) -> None:
        w, plan = self.w, target["plan"]
        self.heading(w.target(target))
        if target["reached"]:
            self.line(w("reached"))
            return
        if plan:
            self.line(w.fewest(plan))
            for actor, changes in w.by_actor(plan):
                self.line(actor)
                for change in changes:
                    self.item(w.change(change), 2)
                    for note in w.change_notes(change):
                        self.item(note, 4)
            if plan["confirm"]:
                self.line(w.confirm(plan))
            self.line(w.after(plan))
        else:
            self.line(w.no_plan(target))
            for item in target["obstacles"]:
                self.item(item["text"])
        self.line(w.scope(target))

    # Lines

    def grid(self, *heads: str, right: int = 0) -> Table:
        grid = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False)
        for place, head in enumerate(heads):
            grid.add_column(head, justify="right" if place < right else "left", no_wrap=True)
        return grid

    def line(self, text: str) -> None:
        self.console.print(Text(safe_line(text)), highlight=False)

    def heading(self, text: str) -> None:
        self.console.print()
        self.console.print(Text(safe_line(text).upper()), highlight=False)

    def item(self, text: str, indent: int = 0) -> None:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=1)
        grid.add_column(ratio=1)
        grid.add_row("-", Text(safe_line(text)))
        self.console.print(Padding(grid, (0, 0, 0, indent)), highlight=False)
