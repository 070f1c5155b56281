"""What a run does with an earlier round: it is read before anything is judged, and compared with the rows at the end."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import cast

from aiassess.batch.columns import Layout, narrowed
from aiassess.batch.entries import TOLD
from aiassess.batch.jobs import Spread
from aiassess.batch.late import temporary_folder
from aiassess.batch.latest import counted
from aiassess.batch.plan import Plan
from aiassess.batch.portfolio.tally import Portfolio, columns_counted, ranks_of
from aiassess.batch.rounds.checked import FULL
from aiassess.batch.rounds.compare import ChangeColumns, Changed, Found, System, Terms, compare
from aiassess.batch.rounds.earlier import ALWAYS, Earlier
from aiassess.batch.rounds.summary import build_rounds
from aiassess.batch.rows import FORMS
from aiassess.batch.standing import THEN, Standing
from aiassess.batch.tally import Tally
from aiassess.errors import invalid
from aiassess.files import replaced
from aiassess.render.portfolio.types import CHANGES, RoundsData


class Against:
    """The comparison of a run with an earlier round; ``rows``: the earlier ones, ``standing``: that of both rounds' rows."""

    def __init__(self, plan: Plan, layout: Layout, as_of: str | None) -> None:
        """Check what is asked for; raises WrongUsage."""
        self._plan = plan
        wanted = {*ALWAYS, *FULL, *TOLD, *System._fields, *(columns_counted(layout) if as_of else ())}
        self._layout = narrowed(layout, frozenset(wanted))
        self._earlier = Earlier(plan.against or "", self._layout)
        self._ranks = ranks_of(plan.questionnaires)
        self._makers = (partial(Portfolio, as_of=as_of, ranks=self._ranks),) if as_of else ()
        self._then: list[Tally] = []
        self._found = Found()
        self.rows: Path
        self.standing: Standing

    def begin(self, files: ExitStack, spread: Spread) -> None:
        """Read and check the earlier round, into files that go with ``files``; raises InvalidInput."""
        folder = Path(files.enter_context(temporary_folder()))
        self.rows = folder / "then"
        self.standing = files.enter_context(Standing(folder / "standing", folder))
        with self.standing.faults_told(), self.rows.open("wb") as rows:
            for some, part in self._earlier.rows(self.standing.parts, spread):
                self.standing.add_earlier(self.rows, part, rows.tell())
                rows.write(some)

    def compare(self, rows: Path, spread: Spread) -> None:
        """Compare with the rows of this round, and write the list of changes if that is wanted; raises InvalidInput."""
        plan = self._plan
        aside = (one for one in self.standing.aside(THEN) if plan.latest or one.rule == "revised")
        self._then = counted(self._makers, self._layout, self.rows, aside, spread)
        form = plan.changes.form if plan.changes else None
        ranks = {group: {level: rank for rank, level in enumerate(levels)} for group, levels in self._ranks.items()}
        files = self.rows, rows
        terms = Terms(self.standing.file, files, self._layout.names, ranks, plan.latest, self._only_critical, form)
        compared = compare(self.standing, terms, spread)
        if not plan.changes:
            for found, _ in compared:
                self._found.add_sums(found)
            return
        with replaced(Path(plan.changes.name), alone=True) as file:
            file.write(FORMS[plan.changes.form](ChangeColumns()).header)
            file.writelines(self._sorted(compared))

    def _sorted(self, compared: Iterable[tuple[Found, list[Changed]]]) -> Iterator[bytes]:
        """Count what was found, and yield the lines of changed systems in order of agencies and systems; sort on the disk."""
        with closing(sqlite3.connect("")) as store:  # a file without a name, which goes with the connection
            try:
                store.execute("CREATE TABLE changed (name TEXT, line BLOB)")
                for found, changed in compared:
                    self._found.add_sums(found)
                    store.executemany("INSERT INTO changed VALUES (?, ?)", changed)
                for (line,) in store.execute("SELECT line FROM changed ORDER BY name, rowid"):
                    yield line
            except sqlite3.Error as error:
                raise invalid("temporary_folder", reason=str(error)) from None

    @property
    def _only_critical(self) -> bool:
        return bool(self._earlier.names) and "findings" not in self._earlier.names

    def counts(self) -> dict[str, int]:
        """Return, after ``compare``, how many systems are in both rounds, changed, and how many findings, by name."""
        found = self._found.by_id.values()
        return {
            "both": sum(of.compared for of in found),
            **{name: sum(of.counts.get(name, 0) for of in found) for name in CHANGES},
            "opened": sum(some.total() for of in found for some in of.opened.values()),
            "closed": sum(some.total() for of in found for some in of.closed.values()),
        }

    def rounds(self, now: Portfolio) -> RoundsData:
        """Return the part of the summary, after ``compare``; ``now``: the sums over this round."""
        plan = self._plan
        told = plan.questionnaires, plan.reports_lang
        then = cast("Portfolio", self._then[0])
        return build_rounds(plan.against or "", then, now, self._found, *told, only_critical=self._only_critical)
