"""The summaries of a run, written to their files (docs/batch.md#summary)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiassess.batch.portfolio.build import build_portfolio
from aiassess.files import write_text
from aiassess.render import renderer

if TYPE_CHECKING:
    from aiassess.batch.columns import Layout
    from aiassess.batch.plan import Plan
    from aiassess.batch.portfolio.tally import Portfolio


def write_summaries(plan: Plan, portfolio: Portfolio, layout: Layout) -> None:
    """Write what was counted to every file asked for; raises InvalidInput if one can't be written."""
    data = build_portfolio(portfolio, plan.questionnaires, layout.principles, plan.reports_lang)
    for name, format_ in plan.summaries:
        write_text(Path(name), renderer(format_, "portfolio")(data))
