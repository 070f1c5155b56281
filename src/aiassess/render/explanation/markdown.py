"""An explanation as Markdown (docs/explain.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiassess.render.explanation.words import ExplainWords
from aiassess.render.markdown_text import as_item, inline, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.explain.build import Explanation


def render_explanation_markdown(explanation: Explanation) -> str:
    """Return the explanation as Markdown with a final newline."""
    w = ExplainWords(explanation)
    parts = [_head(w), _why(w), _points(w, "inherent"), _points(w, "controls"), _question(w)]
    parts += [_target(w, target) for target in explanation["targets"]]
    bodies = [list(part) for part in parts]
    return "\n\n".join("\n".join(body) for body in bodies if body) + "\n"


def _head(w: ExplainWords) -> Iterator[str]:
    yield f"# {inline(w.about())}"
    yield ""
    yield f"> {as_item(inline(w.data['questionnaire']['statement']))}"


def _why(w: ExplainWords) -> Iterator[str]:
    yield f"## {w('why_level')}"
    yield ""
    for text, decided, because in w.reasons():
        yield f"- {as_item(inline(text))}" + (f" (**{w.report('decided')}**)" if decided else "")
        yield from (f"  - {as_item(inline(line))}" for line in because)
    for text, because in w.open_rules():
        yield f"- {as_item(inline(text))}"
        yield from (f"  - {as_item(inline(line))}" for line in because)
    if w.data["rules"]:
        yield f"- {as_item(inline(w.rules_looked_at()))}"
    yield from (f"- {as_item(inline(text))}" for text in w.settled())


def _points(w: ExplainWords, kind: str) -> Iterator[str]:
    rows = w.data["points"][kind]
    if not rows or w.about_one_thing:
        return
    yield f"## {w('points_' + kind)}"
    yield ""
    head = [w("points") if kind == "inherent" else w("lacking"), w("share"), w("question"), w("answer")]
    cells = [
        [f"{row['cost']} / {row['maximum']}", w.share(row, rows), inline(w.cited(row)), inline(w.answer_counted(row))]
        for row in rows
    ]
    yield from table(head, cells, frozenset({0, 1}))


def _question(w: ExplainWords) -> Iterator[str]:
    question = w.data["question"]
    if not question:
        return
    yield f"## {inline(w.cited(question))}"
    yield ""
    yield f"- {w('answer')}: {inline(w.answer_counted(question))}"
    yield from (f"- {inline(fact)}" for fact in w.question_facts(question))
    if question["instead"]:
        yield ""
        yield f"### {w('if_instead')}"
        yield ""
        rows = [[inline(cell) for cell in w.instead_row(item)] for item in question["instead"]]
        yield from table(w.instead_head(), rows, frozenset({1, 4, 5}))


def _target(w: ExplainWords, target: Any) -> Iterator[str]:
    yield f"## {inline(w.target(target))}"
    yield ""
    plan = target["plan"]
    if target["reached"]:
        yield w("reached")
    elif plan:
        yield f"{w.fewest(plan)} {inline(w.after(plan))}"
        if plan["confirm"]:
            yield ""
            yield inline(w.confirm(plan))
        for actor, changes in w.by_actor(plan):
            yield ""
            yield f"### {inline(actor)}"
            yield ""
            for change in changes:
                yield f"- {as_item(inline(w.change(change)))}"
                yield from (f"  - {as_item(inline(note))}" for note in w.change_notes(change))
        yield ""
        yield w.scope(target)
    else:
        yield w.no_plan(target)
        yield ""
        if target["obstacles"]:
            yield from (f"- {as_item(inline(item['text']))}" for item in target["obstacles"])
            yield ""
        yield w.scope(target)
