"""What the details of a comparison are made of, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiassess.render.diff.summary import Row
    from aiassess.render.diff.words import Line


@dataclass(frozen=True, slots=True)
class Item:
    """Something that changed, with the facts below it; ``question``: the id of the question that it names."""

    head: Line
    lines: list[Line] = field(default_factory=list)
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (one inside another part may have none) and below it sentences, measures, items, and parts of its own."""

    heading: str
    sentences: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    inner: list[Part] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Return whether there is anything below the heading."""
        return bool(self.sentences or self.rows or self.items or self.inner)
