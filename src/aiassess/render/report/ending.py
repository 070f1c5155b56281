"""The result at the end of an interview: what one screen holds of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from aiassess.render.outline import Fact, Item, Outline, Said, Section, Span, fact, strong
from aiassess.render.report.outline import to_do
from aiassess.render.report.words import Words

if TYPE_CHECKING:
    from aiassess.report import types as t

Size: TypeAlias = tuple[int, int, int]
"""The most lines below the level, below verdict and status each, and the most actions."""
SIZES: Sequence[Size] = ((2, 99, 3), (2, 99, 2), (2, 99, 1), (2, 99, 0), (2, 2, 0), (1, 1, 0), (1, 0, 0))
"""From the fullest on: actions go first, what decided the level last."""
SHORTEST: Sequence[Size] = ((1, 1, 0), (1, 0, 0), (0, 0, 0))
"""For windows in which not even the shortest of them leaves room for the commands."""


def ending_outline(report: t.Report, size: Size = SIZES[0]) -> Outline:
    """Yield level, verdict and status, each with its reasons, and the first actions of the plan."""
    w, (why, reasons, actions) = Words(report), size
    result, findings = w.result, w.data["findings"]
    yield fact(w.assesses(), w.name(w.data["about"]["system"]))
    yield _because(w("level"), strong(result["level_title"]), [_decided(w), w.settled()][:why])
    verdict = Span(w.verdict(result["verdict"]), result["verdict"])
    yield _because(w("verdict"), verdict, w.verdict_reasons()[:reasons])
    yield _because(w("status"), w(f"status_{result['status']}"), [text for _, text in w.to_look_at()][:reasons])
    yield Section(f"{w('first_actions')} ({w.finding_counts()})", [to_do(w, item) for item in findings[:actions]])


def _because(label: str, value: Said, reasons: list[str]) -> Fact:
    return Fact((label, ": ", value), [Item(text) for text in reasons if text])


def _decided(w: Words) -> str:
    """Return what decided the level, in one line; what is only assumed, if nothing else decided it."""
    decided = [item for item in w.result["reasons"] if item["decided"]]
    decided = [item for item in decided if item["certain"]] or decided
    told = "; ".join(item["title"] or item["text"] for item in decided)
    return w.reason(told, certain=any(item["certain"] for item in decided)) if told else ""
