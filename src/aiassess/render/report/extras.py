"""What a command adds to a report that it renders: a notice above, and the reports that it revises below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiassess.render.report.words import Words
    from aiassess.report.chain import Link


@dataclass(frozen=True, slots=True)
class Extras:
    """``notice``: a sentence above everything else; ``chain``: the report itself, then those that it revises."""

    notice: str | None = None
    chain: tuple[Link, ...] = ()


NOTHING = Extras()

CHAIN_COLUMNS = ("completed_at", "level", "verdict", "residual", "remark", "file", "link_digest")
"""Keys of ``aiassess.text.report``."""


def chain_rows(chain: tuple[Link, ...], w: Words) -> list[list[str]]:
    """Return a row of ``CHAIN_COLUMNS`` for each report of a chain, unescaped; unknown cells are blank."""
    rows = []
    for place, link in enumerate(chain):
        facts, newest = link.facts, chain[0].facts
        remarks = [w("this_report")] if place == 0 else []
        if link.trouble:
            remarks.append(w(f"link_{link.trouble}"))
        if place and facts and facts["system"] and not (newest and facts["system"] == newest["system"]):
            remarks.append(w("link_other_system", system=facts["system"]))
        told = ["", "", "", ""]
        if facts:
            told = [(facts["completed_at"] or "")[:10], facts["level_title"], w.verdict(facts["verdict"])]
            told.append(facts["residual"] or w("not_measured"))
        rows.append([*told, "; ".join(remarks), (link.file or "") if place else "", link.digest])
    return rows
