"""What a report revises, and what that revised in its turn (docs/review.md#revisions)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from aiassess.files import slashed
from aiassess.report.shares import decimals_told, percent_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiassess.report.saved import SavedReport
    from aiassess.scoring.result import Verdict

Trouble = Literal["absent", "changed", "circle"]


class LinkFacts(TypedDict):
    """What is told of an earlier report; ``residual`` as people read it, None if it is not measured."""

    completed_at: str | None
    system: str | None
    level_title: str
    verdict: Verdict
    residual: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """One report of a chain, without its answers; ``file`` and ``facts`` are None if it is ``absent``.

    ``trouble``: no report of this digest was given (``absent``), the report was changed after it was made (``changed``),
    or it is in the chain already (``circle``). The chain ends at one that is absent, and before one that is in it.
    """

    digest: str
    file: str | None = None
    facts: LinkFacts | None = None
    revises: str | None = None
    trouble: Trouble | None = None


def link_of(report: SavedReport) -> Link:
    """Return the little that a chain keeps of a report, so that a folder of thousands can be searched."""
    about, result = report.data["about"], report.data["result"]
    facts: LinkFacts = {
        "completed_at": about.get("completed_at"),
        "system": about["system"],
        "level_title": result["level_title"],
        "verdict": result["verdict"],
        "residual": percent_of(result["residual"], decimals=decimals_told(result)),
    }
    trouble: Trouble | None = "changed" if report.changed else None
    return Link(report.data["digest"], slashed(report.file), facts, about.get("revises"), trouble)


def chain(newest: Link, earlier: Iterable[Link]) -> tuple[Link, ...]:
    """Return the newest report, the one that it revises, and so on; ``earlier`` in any order, others among them.

    Of two reports that state the same digest, the one that was not changed is taken.
    """
    by_digest: dict[str, Link] = {}
    for link in earlier:
        if link.digest not in by_digest or by_digest[link.digest].trouble:
            by_digest[link.digest] = link
    found, seen = [newest], {newest.digest}
    while (wanted := found[-1].revises) is not None:
        if wanted in seen:
            return (*found, Link(wanted, trouble="circle"))
        seen.add(wanted)
        found.append(by_digest.get(wanted, Link(wanted, trouble="absent")))
    return tuple(found)
