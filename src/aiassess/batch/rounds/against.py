"""What a run does with an earlier round: it is read before anything is judged, and compared with the rows at the end."""

from contextlib import ExitStack
from pathlib import Path

from aiassess.batch.columns import Layout
from aiassess.batch.plan import Plan
from aiassess.batch.portfolio.tally import Portfolio, ranks_of
from aiassess.batch.rounds.compare import ChangeColumns, Comparison
from aiassess.batch.rounds.earlier import Earlier
from aiassess.batch.rounds.summary import build_rounds
from aiassess.batch.rows import FORMS
from aiassess.batch.standing import Standing
from aiassess.files import replaced
from aiassess.render.portfolio.types import CHANGES, RoundsData


class Against:
    """The comparison of a run with an earlier round; ``standing``: that of both rounds' rows."""

    def __init__(self, plan: Plan, layout: Layout, as_of: str | None) -> None:
        """Check what is asked for; raises WrongUsage."""
        self._plan, self._layout = plan, layout
        self._earlier = Earlier(plan.against or "", layout, plan.questionnaires)
        self._ranks = ranks_of(plan.questionnaires)
        self._then = Portfolio(layout, as_of, self._ranks) if as_of else None
        self.standing: Standing
        self._comparison: Comparison

    def begin(self, files: ExitStack) -> None:
        """Read the earlier round into a database that ``files`` closes; raises InvalidInput."""
        self.standing = files.enter_context(Standing(None))
        self._comparison = Comparison(self.standing, self._layout, self._ranks, self._then, latest=self._plan.latest)
        self._comparison.add_earlier(self._earlier)

    def compare(self) -> None:
        """Compare the rounds, and write the list of changes if that is wanted; raises InvalidInput."""
        changes = self._comparison.changes()
        target = self._plan.changes
        if target is None:
            for _ in changes:
                pass
            return
        form = FORMS[target.form](ChangeColumns())
        with replaced(Path(target.name), alone=True) as file:
            file.write(form.header)
            for row in changes:
                file.writelines(form.rows([row]))

    def counts(self) -> dict[str, int]:
        """Return, after ``compare``, how many systems are in both rounds, changed, and how many findings, by name."""
        found = self._comparison.found.values()
        return {
            "both": sum(of.compared for of in found),
            **{name: sum(of.counts.get(name, 0) for of in found) for name in CHANGES},
            "opened": sum(some.total() for of in found for some in of.opened.values()),
            "closed": sum(some.total() for of in found for some in of.closed.values()),
        }

    def rounds(self, now: Portfolio) -> RoundsData:
        """Return the part of the summary, after ``compare``; ``now``: the sums over this round."""
        plan = self._plan
        return build_rounds(plan.against or "", self._comparison, now, plan.questionnaires, plan.reports_lang)
