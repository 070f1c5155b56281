"""The part of a comparison that the questionnaire made, not the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.render.diff.words import line
from aiassess.render.outline import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aiassess.diff import types as t
    from aiassess.render.diff.words import DiffWords
    from aiassess.render.outline import Item, Sign


def edition(w: DiffWords, made: t.EditionChange) -> Section:
    """Return what changed of the questionnaire, as far as the reports show it."""
    parts = [
        Section(w("questions_added"), [_question(w, item, "+") for item in made["questions_added"]]),
        Section(
            w("questions_removed"),
            [_question(w, item, "-") for item in made["questions_removed"]],
        ),
        Section(w("dropped"), [_dropped(w, item) for item in made["dropped"]]),
        Section(w("recounted"), [_recounted(w, item) for item in made["points"]]),
        Section(w("reworded"), list(_reworded(w, made["wording"]))),
    ]
    return Section(w("questionnaire"), [*map(Paragraph, _sentences(w, made)), *parts])


def _sentences(w: DiffWords, made: t.EditionChange) -> Iterator[str]:
    old, new = made["old"], made["new"]
    yield w.pair(w.report("questionnaire"), w.edition(made))
    if old["status"] != new["status"]:
        standings = (w.report(f"standing_{side['status']}") for side in (old, new))
        yield w.pair(w.report("questionnaire_status"), w.from_to(*standings))
    if not made["at_hand"]:
        yield w("not_at_hand", version=new["version"], digest=new["digest"][:19])
    elif not made["rescored"]:
        yield w("not_rescored")
        yield from made["problems"]
    if not made["wording_compared"]:
        yield w("wording_not_compared")
    renumbered = sum(item["kind"] == "ref" for item in made["wording"])
    if renumbered:
        yield w.count("n_renumbered", renumbered)


def _question(w: DiffWords, item: t.Question, sign: Sign = "", inner: Sequence[Item] = ()) -> Item:
    return w.about(item["question"], w.question(item), sign, inner)


def _dropped(w: DiffWords, item: t.DroppedAnswer) -> Item:
    return w.about(
        item["question"], w.question(item), inner=[line(w.answer(item["answer"]), "-"), *map(line, item["reasons"])]
    )


def _recounted(w: DiffWords, item: t.Recounted) -> Item:
    counts = w.from_to(w.counted(item["old"]), w.counted(item["new"]))
    return _question(w, item, inner=[line(w.pair(w.answer(item["answer"]), counts))])


def _reworded(w: DiffWords, wording: list[t.Wording]) -> Iterator[Item]:
    for item in wording:
        if item["kind"] != "ref":
            of = item["id"] if item["value"] is None else f"{item['id']}, {item['value']}"
            name = w(f"kind_{item['kind']}")
            yield line(w.pair(name, of) if of else name, inner=w.text_changes(item["old"], item["new"]))
