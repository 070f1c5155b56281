"""What an explanation says, block by block (docs/explain.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aiassess.render.explanation.words import ExplainWords
from aiassess.render.outline import (
    Column,
    Fact,
    Item,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Title,
    on_page,
    on_screen,
    page,
    screen,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.explain.types import Explanation, OneQuestionData, TargetData
    from aiassess.render.outline import Block, On, Outline, Said

ROWS = 5
"""So many questions are listed by points on a screen; a page has them all."""


def explanation_outline(explanation: Explanation) -> Outline:
    """Return the outline of an explanation."""
    w = ExplainWords(explanation)
    yield Title(w.about())
    yield Quote(explanation["questionnaire"]["statement"])
    yield Section(_heading(w("why_level")), list(_why(w)))
    if explanation["question"]:
        yield from _question(w, explanation["question"])
    if not w.about_one_thing:
        yield _points(w, "inherent")
        yield _points(w, "controls")
    for target in explanation["targets"]:
        yield Section(_heading(w.target(target)), list(_target(w, target)))


def _heading(text: str) -> Said:
    return page(text), screen(text.upper())


def _items(texts: list[str]) -> list[Item]:
    return [Item(text) for text in texts]


def _why(w: ExplainWords) -> Iterator[Item]:
    for text, decided, because in w.reasons():
        yield Item((text, " (", strong(w.report("decided")), ")") if decided else text, _items(because))
    for text, because in w.open_rules():
        yield Item(text, _items(because))
    if w.data["rules"]:
        yield Item(w.rules_looked_at())
    yield from _items(w.settled())


def _points(w: ExplainWords, kind: Literal["inherent", "controls"]) -> Section:
    rows = w.data["points"][kind]
    columns = [
        Column(w("points" if kind == "inherent" else "lacking"), numeric=True, whole=True),
        Column(w("share"), numeric=True, whole=True),
        Column(w("question")),
        Column(w("answer")),
    ]
    cells = [
        Row([f"{row['cost']} / {row['maximum']}", w.share(row, rows), w.cited(row), w.answer_counted(row)])
        for row in rows
    ]
    more = [Paragraph(w("more_rows", n=len(rows) - ROWS))] if len(rows) > ROWS else []
    body = [on_page(Table(columns, cells)), on_screen(Table(columns, cells[:ROWS]), *more)]
    return Section(_heading(w(f"points_{kind}")), body)


def _question(w: ExplainWords, question: OneQuestionData) -> Iterator[Block | On]:
    cited = w.cited(question)
    facts = [f"{w('answer')}: {w.answer_counted(question)}", *w.question_facts(question)]
    columns = [Column(head, numeric=place in (1, 4, 5)) for place, head in enumerate(w.instead_head())]
    table = Table(columns, [Row(w.instead_row(item)) for item in question["instead"]])
    instead = Section(_heading(w("if_instead")), [table])
    title = page(cited), screen(w("one_question").upper())
    yield Section(title, [on_screen(Paragraph(cited)), *_items(facts), on_page(instead)])
    yield on_screen(instead)


def _target(w: ExplainWords, target: TargetData) -> Iterator[Block | On]:
    plan = target["plan"]
    if target["reached"]:
        yield Paragraph(w("reached"))
        return
    if plan:
        yield Paragraph((w.fewest(plan), page((" ", w.after(plan)))))
        yield on_page(Paragraph(w.confirm(plan)))
        for actor, changes in w.by_actor(plan):
            items = [Item(w.change(change), _items(w.change_notes(change))) for change in changes]
            yield on_page(Section(actor, items))
            yield on_screen(Fact(actor, items))
        yield on_screen(Paragraph(w.confirm(plan)), Paragraph(w.after(plan)))
    else:
        yield Paragraph(w.no_plan(target))
        yield from _items([item["text"] for item in target["obstacles"]])
    yield Paragraph(w.scope(target))
