"""The part of a comparison that the questionnaire made, not the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.render.diff.parts import Item, Part
from aiassess.render.diff.words import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.diff import types as t
    from aiassess.render.diff.words import DiffWords, Sign


def edition(w: DiffWords, made: t.EditionChange) -> Part:
    """Return what changed of the questionnaire, as far as the reports show it."""
    inner = [
        Part(w("questions_added"), items=[_named(w, item, "+") for item in made["questions_added"]]),
        Part(w("questions_removed"), items=[_named(w, item, "-") for item in made["questions_removed"]]),
        Part(w("dropped"), items=[_dropped(w, item) for item in made["dropped"]]),
        Part(w("recounted"), items=[_recounted(w, item) for item in made["points"]]),
        Part(w("reworded"), items=list(_reworded(w, made["wording"]))),
    ]
    return Part(w("questionnaire"), list(_sentences(w, made)), inner=[part for part in inner if part])


def _sentences(w: DiffWords, made: t.EditionChange) -> Iterator[str]:
    yield w.pair(w.report("questionnaire"), w.edition(made))
    if made["old"]["status"] != made["new"]["status"]:
        standings = (w.report(f"standing_{side['status']}") for side in (made["old"], made["new"]))
        yield w.pair(w.report("questionnaire_status"), w.from_to(*standings))
    if not made["at_hand"]:
        yield w("not_at_hand", version=made["new"]["version"], digest=made["new"]["digest"][:19])
    elif not made["rescored"]:
        yield w("not_rescored")
        yield from made["problems"]
    if not made["wording_compared"]:
        yield w("wording_not_compared")
    renumbered = sum(item["kind"] == "ref" for item in made["wording"])
    if renumbered:
        yield w.count("n_renumbered", renumbered)


def _named(w: DiffWords, item: t.Question, sign: Sign) -> Item:
    return Item(Line(w.question(item), sign), [], item["question"])


def _dropped(w: DiffWords, item: t.DroppedAnswer) -> Item:
    lines = [Line(w.answer(item["answer"]), "-"), *(Line(reason) for reason in item["reasons"])]
    return Item(Line(w.question(item)), lines, item["question"])


def _recounted(w: DiffWords, item: t.Recounted) -> Item:
    old, new = (w.counted(side) for side in (item["old"], item["new"]))
    return Item(Line(w.question(item)), [Line(w.pair(w.answer(item["answer"]), w.from_to(old, new)))], item["question"])


def _reworded(w: DiffWords, wording: list[t.Wording]) -> Iterator[Item]:
    for item in wording:
        if item["kind"] != "ref":
            of = item["id"] if item["value"] is None else f"{item['id']}, {item['value']}"
            name = w(f"kind_{item['kind']}")
            yield Item(Line(w.pair(name, of) if of else name), w.text_changes(item["old"], item["new"]))
