"""A whole run: from the inputs to the outputs, begun or resumed (docs/batch.md)."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from aiassess.batch.chunks import Chunk, Cutter, Position, stamp_of
from aiassess.batch.columns import Layout
from aiassess.batch.desk import Desk
from aiassess.batch.inputs import Input, Inputs, size_of
from aiassess.batch.interrupts import Interrupts
from aiassess.batch.jobs import Spread
from aiassess.batch.journal import ENDING, Journal, Mark, Reopened, look_into
from aiassess.batch.late import Spools, make, temporary_folder
from aiassess.batch.ordered import Ordered
from aiassess.batch.outputs import may_last
from aiassess.batch.plan import Plan, asked_of, check, makers_of, task_of
from aiassess.batch.pool import Growing, Pool, Processes, processors
from aiassess.batch.revised import revised_digests
from aiassess.batch.rows import ERRORS, PUBLIC, REPORTS, SCORES
from aiassess.batch.table import Table
from aiassess.batch.tally import Counts
from aiassess.batch.tasks import Result, Task, Wanted
from aiassess.errors import Problem, WrongUsage, invalid
from aiassess.files import STDIN, STDOUT, refuse_clashes

if TYPE_CHECKING:
    from aiassess.batch.portfolio.tally import Portfolio
    from aiassess.batch.rounds.against import Against
    from aiassess.batch.standing import Standing

SYNC_AFTER = 5.0
"""Seconds after which what is written is flushed to the disk."""


class Run:
    """One run.

    ``counts``: the rows in the outputs, ``before`` of them written by an earlier run; ``read``: the bytes that were read,
    ``read_before`` of them by that run, or again since it is ``looking`` for reports that are revised.
    """

    def __init__(self, plan: Plan) -> None:
        """Check what is asked for; raises WrongUsage."""
        self.plan = plan
        check(plan)
        self._spools = Spools(plan)
        growing = [target.name for target in plan.streamed if target.name != STDOUT]
        self._files = [*growing, *self._spools.names, *([plan.errors] if plan.errors else [])]
        self._outputs = [*self._files, *(target.name for target in plan.late if target.name != STDOUT)]
        lists = [name for target in (*plan.due, *filter(None, [plan.set_aside, plan.changes])) for name in target.files]
        own = [*self._outputs, *(name for name, _ in plan.summaries), *lists]
        read = [*plan.inputs, *filter(None, [plan.against])]
        refuse_clashes([*own, *(target.name for target in plan.targets if target.name == STDOUT)], read)
        self._layout = Layout(plan.questionnaires)
        self.before = self.read = self.read_before = 0
        self.looking = False
        lasting = all(map(may_last, self._files)) and self._spools.lasting and not self.prints
        self._journal_file = Path(plan.targets[0].name + ENDING) if lasting and STDIN not in plan.inputs else None
        self._journal: Journal | None = None
        self._table = Table()
        written = [*own, plan.reports, plan.register, plan.against, self._journal_file]
        self.inputs = Inputs(plan.inputs, [str(name) for name in written if name])
        self._as_of = self._day() if plan.summaries or plan.due else None
        self._summed_up = self._as_of if plan.summaries else None
        # Of the latest the summary is made at the end, when it is known which these are.
        self._makers = makers_of(plan, None if plan.latest else self._summed_up)
        self._tallies = [make(self._layout) for make in self._makers]
        self.counts = cast("Counts", self._tallies[0])
        self.against = _against(plan, self._layout, self._summed_up)

    @property
    def resumable(self) -> bool:
        """Whether an interruption now would leave something to resume."""
        return self._journal is not None and self.counts.rows > 0

    @property
    def prints(self) -> bool:
        return any(target.name == STDOUT for target in self.plan.targets)

    def go(self, watch: Callable[[], None]) -> None:
        """Judge all submissions; ``watch`` is called after every chunk.

        Raises KeyboardInterrupt after a signal, with whole rows written. Raises InvalidInput if an output cannot be written,
        WrongUsage if there is nothing to resume or something is in the way.
        """
        with Interrupts(self._table.cut) as interrupts, ExitStack() as files:
            looked_for = (self.plan.summaries or self.against) and not self.plan.latest
            task = task_of(self.plan, self._makers, *(revised_digests(self.inputs) if looked_for else ()))
            with closing(self._pool(task)) as pool:
                spread = self._spread(pool, task, files)
                if self.against:
                    self.against.begin(files, spread)
                self._make_folders()
                inputs = self._open(files)
                self._work(self._results(pool, task, inputs, self._table.position), interrupts, watch)
                self._finish(spread, files, watch)
        self._spools.remove()

    # Beginning

    def _make_folders(self) -> None:
        """Make the folders here, so that every worker sees them or none begins."""
        for folder in filter(None, (self.plan.reports, self.plan.register)):
            try:
                Path(folder).mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise invalid("cannot_write_report", file=folder, reason=error.strerror or str(error)) from None

    def _open(self, files: ExitStack) -> Iterator[Input]:
        """Open the outputs, begin or resume them, and return the inputs that are not done yet."""
        journal = self._journal_file
        existing = [name for name in self._outputs if os.path.exists(name)]  # noqa: PTH110 - fails on no name
        tables = [(target.name, target.form) for target in self.plan.streamed]
        errors = [(self.plan.errors, ERRORS)] if self.plan.errors else []
        self._table.open(
            [*tables, *self._spools.open(files), *errors], files
        )  # first of all: no other run is writing them
        asked = asked_of(self.plan, self._as_of)
        begun = journal is not None and os.path.exists(journal)  # noqa: PTH110 - as above
        if journal is not None and begun and look_into(journal)[1]:
            if not self.plan.resume:
                raise WrongUsage([Problem("run_interrupted", file=str(journal))])
            reopened = Reopened(journal, asked, self._files, self._count)
            if reopened.mark is not None:
                return self._resume(reopened, reopened.mark)
        elif self.plan.resume and not begun:
            self._refuse_to_resume(existing)
        self._journal = Journal(journal, asked) if journal else None
        self._table.begin(self._layout)
        return iter(self.inputs)

    def _resume(self, journal: Reopened, mark: Mark) -> Iterator[Input]:
        """Go on where an earlier run ended; raises WrongUsage if the inputs have changed."""
        inputs = iter(self.inputs)
        for item in islice(inputs, mark.position.files):
            self._table.note(item.source)
            self.read += size_of(item.path)
        following = next(inputs, None)
        same = self._table.mark.seen == mark.seen
        if mark.position.number or mark.position.offset:
            same = same and following is not None and stamp_of(following.path) == mark.position.stamp
        if not same:
            raise WrongUsage([Problem("resume_inputs_changed", file=str(journal.file))])
        self.before = self.counts.rows
        self.read += mark.position.offset
        self.read_before = self.read
        self._journal = journal
        self._table.resume(mark)
        return chain([following] if following else [], inputs)

    def _refuse_to_resume(self, existing: Sequence[str]) -> None:
        """Refuse to resume what cannot be resumed; without old outputs a new run destroys nothing."""
        if self._journal_file is None:
            raise WrongUsage([Problem("resume_needs_files")])
        if existing:
            raise WrongUsage([Problem("nothing_to_resume", file=existing[0])])

    def _day(self) -> str:
        """Return the day of the summary; a resumed run keeps the one on which it was begun."""
        if self.plan.as_of:
            return self.plan.as_of
        begun = look_into(self._journal_file)[0] if self.plan.resume and self._journal_file else {}
        return begun.get("summary") or date.today().isoformat()

    def _pool(self, task: Task) -> Pool:
        jobs = self.plan.jobs
        if self.plan.scheduler is not None:
            from aiassess.batch.cluster import Cluster  # noqa: PLC0415 - an extra, and slow to import

            paths = [name for name in (*self.plan.inputs, self.plan.reports) if name and os.path.exists(name)]  # noqa: PTH110
            return Cluster(task, self.plan.scheduler, [str(Path(name).absolute()) for name in paths])
        return Growing(task, jobs or processors()) if jobs in (None, 1) else Processes(task, jobs)

    def _spread(self, pool: Pool, task: Task, files: ExitStack) -> Spread:
        """Return what spreads jobs over processes; those of a cluster do not see the files of which these are made."""
        if self.plan.scheduler is not None:
            pool = files.enter_context(closing(Growing(task, processors())))
        return Spread(pool, task)

    # Working

    def _results(
        self, pool: Pool, task: Task, inputs: Iterable[Input], start: Position
    ) -> Iterator[tuple[Chunk, Result]]:
        cutter = Cutter(*(self.plan.sizes or pool.sizes))
        ordered = Ordered(pool, cutter, lambda chunk: Desk(task).dead(chunk))
        return ordered.results(cutter.chunks(inputs, start))

    def _work(self, results: Iterator[tuple[Chunk, Result]], interrupts: Interrupts, watch: Callable[[], None]) -> None:
        synced = time.monotonic()
        for chunk, result in results:
            with interrupts.held_back():
                self._table.add(chunk, result)
                self._count(result.tallies)
                self.read += result.read
                if self._journal:
                    self._journal.add(self._table.mark, result.tallies)
                if time.monotonic() > synced + SYNC_AFTER:
                    self._table.sync()
                    synced = time.monotonic()
            watch()
            if self.plan.strict and result.refused:
                return

    def _count(self, sums: Sequence[bytes]) -> None:
        for tally, data in zip(self._tallies, sums, strict=False):
            tally.add_data(data)

    # Ending

    def _finish(self, spread: Spread, lasting: ExitStack, watch: Callable[[], None]) -> None:
        """Make the files that are made at the end; after that the run cannot and need not be resumed.

        ``lasting``: closes what outlives the other processes.
        """
        with ExitStack() as files:
            file_of: Callable[[str], Path] = self._spools.of
            if self.plan.latest or self.against:
                standing = self._standing(spread, files, lasting, watch)
                file_of = self._latest(standing, spread, files) if self.plan.latest else file_of
            for target in self.plan.late:
                make(target, file_of(target.spool), self._layout, self.plan.reports_lang or self.plan.lang)
            if self.against:
                self.against.compare(self._spools.of(SCORES), spread)
            if self.plan.due and self._as_of is not None:
                from aiassess.batch.due import write_due  # noqa: PLC0415 - few runs ask for it, and slow to import

                write_due(self.plan, self._layout, file_of(SCORES), self._as_of)
            if self.plan.register:
                from aiassess.batch.register import write_register  # noqa: PLC0415 - few runs make a register

                lang, counts = self.plan.reports_lang or self.plan.lang, self.counts
                left_out = {"refused": counts.refused, "set_aside": counts.aside.total()}
                write_register(file_of(PUBLIC), Path(self.plan.register), lang, left_out)
        if self.plan.summaries:
            from aiassess.batch.portfolio.summary import write_summaries  # noqa: PLC0415 - few runs are summed up

            portfolio = cast("Portfolio", self._tallies[1])
            write_summaries(self.plan, portfolio, self.against.rounds(portfolio) if self.against else None)
        if self._journal:
            self._journal.remove()
            self._journal = None

    def _standing(self, spread: Spread, files: ExitStack, lasting: ExitStack, watch: Callable[[], None]) -> "Standing":
        """Return the standing of this round's rows, and of an earlier round's."""
        from aiassess.batch.standing import Standing  # noqa: PLC0415 - few runs ask for it

        rows = self._spools.of(SCORES)
        if self.against:
            standing = self.against.standing
        else:
            parts = Path(lasting.enter_context(temporary_folder()))
            standing = files.enter_context(Standing(rows.with_name(f"{rows.name}.standing"), parts))
        standing.read(rows, spread)
        if self.plan.latest:
            from aiassess.batch.wanted import Finder  # noqa: PLC0415 - the same

            Finder(standing, rows, self._layout, lambda wanted: self._reports(wanted, watch)).find()
        standing.decide(spread)
        return standing

    def _reports(self, wanted: Wanted, watch: Callable[[], None]) -> Iterator[Result]:
        """Read the inputs again, and yield the reports of those submissions whose places are wanted."""
        task = replace(task_of(self.plan, ()), formats=(REPORTS,), wanted=wanted)
        self.read, self.looking = 0, True
        again = (item for item in self.inputs if item.regular)  # a pipe would be waited for
        with closing(self._pool(task)) as pool:
            for _, result in self._results(pool, task, again, Position()):
                self.read += result.read
                watch()
                yield result

    def _latest(self, standing: "Standing", spread: Spread, files: ExitStack) -> Callable[[str], Path]:
        """Sum up the rows, now that it is known which are the latest; return what gives the files of these."""
        from aiassess.batch.latest import counted, latest  # noqa: PLC0415 - few runs ask for it
        from aiassess.batch.standing import NOW  # noqa: PLC0415 - the same

        makers = makers_of(self.plan, self._summed_up)[1:]
        self._tallies += counted(makers, self._layout, self._spools.of(SCORES), standing.aside(NOW), spread)
        return files.enter_context(latest(self._spools.of, self.plan, self._layout, standing, self.counts))


def _against(plan: Plan, layout: Layout, as_of: str | None) -> "Against | None":
    if plan.against is None:
        return None
    from aiassess.batch.rounds.against import Against  # noqa: PLC0415 - few runs are compared

    return Against(plan, layout, as_of)
