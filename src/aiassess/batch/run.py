"""A whole run: from the inputs to the outputs, begun or taken up again (docs/batch.md)."""

from __future__ import annotations

import time
import uuid
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.util import find_spec
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiassess import __version__
from aiassess.batch.chunks import Cutter, stamp_of
from aiassess.batch.columns import Layout
from aiassess.batch.inputs import Inputs, size_of
from aiassess.batch.interrupts import Interrupts
from aiassess.batch.journal import ENDING, Journal, Mark, Reopened, asked_before
from aiassess.batch.ordered import Ordered
from aiassess.batch.outputs import Sink, refuse_clashes
from aiassess.batch.pool import Alone, Growing, Processes, processors
from aiassess.batch.portfolio.tally import Portfolio, ranks_of
from aiassess.batch.portfolio.write import write_summaries
from aiassess.batch.table import Table
from aiassess.batch.tally import Counts
from aiassess.batch.work import Desk, Task
from aiassess.errors import Problem, WrongUsage
from aiassess.files import STDIN, STDOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aiassess.batch.chunks import Chunk
    from aiassess.batch.inputs import Input
    from aiassess.batch.outputs import Target
    from aiassess.batch.pool import Pool
    from aiassess.batch.tally import Tally
    from aiassess.batch.work import Result
    from aiassess.model.questionnaire import Questionnaire

SYNC_AFTER = 5.0
"""Seconds after which what is written is flushed to the disk."""
TOLD_PROBLEMS = 50
"""Problems of one submission that the list of errors tells; the others are counted."""


@dataclass(frozen=True)
class Plan:
    """What a run is asked for: the options of ``aiassess batch``.

    ``jobs`` None: as many as pay. ``sizes``: the bytes of a range and the files of a chunk, where not what suits the workers.
    ``summaries``: files and their formats; ``as_of``: the day (YYYY-MM-DD) on which they count what is overdue, else today.
    """

    inputs: tuple[str, ...]
    targets: tuple[Target, ...]
    questionnaires: tuple[Questionnaire, ...]
    lang: str
    errors: str | None = None
    reports: str | None = None
    reports_lang: str | None = None
    fail_on: str | None = None
    jobs: int | None = None
    scheduler: str | None = None
    strict: bool = False
    resume: bool = False
    sizes: tuple[int, int] | None = None
    summaries: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None


def _check(plan: Plan) -> None:
    """Raise WrongUsage where options do not go together or need what is not installed."""
    if plan.jobs is not None and plan.jobs < 1:
        raise WrongUsage([Problem("jobs_number")])
    if plan.jobs is not None and plan.scheduler is not None:
        raise WrongUsage([Problem("jobs_and_scheduler")])
    if any(target.format == "parquet" for target in plan.targets) and find_spec("pyarrow") is None:
        raise WrongUsage([Problem("parquet_missing")])
    if plan.scheduler is not None and find_spec("distributed") is None:
        raise WrongUsage([Problem("dask_missing")])


class Run:
    """One run.

    ``counts`` are the rows that stand in the outputs, ``before`` of them from an earlier run; ``read`` are the bytes that were
    read, ``read_before`` of them by that.
    """

    def __init__(self, plan: Plan) -> None:
        """Check what is asked for; raises WrongUsage where it does not go together."""
        self.plan = plan
        _check(plan)
        self._files = [target.written for target in plan.targets if target.name != STDOUT]
        self._files += [plan.errors] if plan.errors else []
        tables = [target.name for target in plan.targets if target.format == "parquet"]
        own = [*self._files, *tables, *(name for name, _ in plan.summaries)]
        refuse_clashes(own, plan.inputs)
        if [target.name for target in plan.targets].count(STDOUT) > 1:
            raise WrongUsage([Problem("output_twice", file="<stdout>")])
        self.inputs = Inputs(plan.inputs, [*own, *([plan.reports] if plan.reports else [])])
        self._layout = Layout(plan.questionnaires)
        self.before = self.read = self.read_before = 0
        lasting = all(Path(name).is_file() or not Path(name).exists() for name in self._files)
        to_files = lasting and not self.prints
        self._journal_file = Path(self._files[0] + ENDING) if to_files and STDIN not in plan.inputs else None
        self._journal: Journal | None = None
        self.counts = Counts(self._layout, self._reaching())
        self._portfolio = (
            Portfolio(self._layout, self._day(), ranks_of(plan.questionnaires)) if plan.summaries else None
        )
        self._tallies: list[Tally] = [self.counts, *([self._portfolio] if self._portfolio else [])]

    @property
    def resumable(self) -> bool:
        """Whether an interruption now would leave something to go on with."""
        return self._journal is not None

    @property
    def prints(self) -> bool:
        """Whether rows go to standard output."""
        return any(target.name == STDOUT for target in self.plan.targets)

    def go(self, watch: Callable[[], None]) -> None:
        """Judge all submissions; ``watch`` is called after every chunk.

        Raises KeyboardInterrupt where a signal came: the rows written are whole then. Raises InvalidInput where an output
        cannot be written, WrongUsage where there is nothing to resume or something is in the way.
        """
        with Interrupts() as interrupts:
            task = self._task()
            with ExitStack() as stack:
                pool = self._pool(task)
                stack.callback(pool.close)
                table, inputs = self._open(stack)
                stack.callback(self._forget_if_nothing_is_written)
                cutter = Cutter(*(self.plan.sizes or pool.sizes), count_lines=self.plan.reports is not None)
                results = Ordered(pool, cutter).results(cutter.chunks(inputs, table.position))
                self._work(results, table, lambda chunk: Desk(task).dead(chunk), interrupts, watch)
            self._finish()

    # Beginning

    def _open(self, stack: ExitStack) -> tuple[Table, Iterator[Input]]:
        """Return the table, begun or taken up again, and the inputs that are not done yet."""
        journal = self._journal_file
        if journal is not None and journal.exists():
            if not self.plan.resume:
                raise WrongUsage([Problem("run_interrupted", file=str(journal))])
            reopened = Reopened(journal, self._asked(), self._files)
            if reopened.mark is not None:
                return self._take_up(reopened, reopened.mark, stack)
        elif self.plan.resume:
            self._refuse_to_resume()
        table = self._table()
        table.sinks = self._sinks(None, stack)
        table.begin()
        self._journal = Journal(journal, self._asked()) if journal else None
        return table, iter(self.inputs)

    def _take_up(self, journal: Reopened, mark: Mark, stack: ExitStack) -> tuple[Table, Iterator[Input]]:
        """Go on where an earlier run ended; raises WrongUsage where the inputs are not the same any more."""
        table = self._table()
        table.position = mark.position
        inputs = iter(self.inputs)
        for item in islice(inputs, mark.position.files):
            table.note(item.source)
            self.read += size_of(item.path)
        following = next(inputs, None)
        same = table.seen.hexdigest() == mark.seen
        if mark.position.number or mark.position.offset:
            same = same and following is not None and stamp_of(following.path) == mark.position.stamp
        if not same:
            raise WrongUsage([Problem("resume_inputs_changed", file=str(journal.file))])
        for sums in journal.tallies:
            self._count(sums)
        self.before = self.counts.rows
        self.read += mark.position.offset
        self.read_before = self.read
        self._journal = journal
        table.sinks = self._sinks(mark.sizes, stack)
        return table, chain([following] if following else [], inputs)

    def _refuse_to_resume(self) -> None:
        """Refuse to resume what cannot be; where no output stands, there is nothing that a new run would destroy."""
        if self._journal_file is None:
            raise WrongUsage([Problem("resume_needs_files")])
        for name in [*self._files, *(target.name for target in self.plan.targets)]:
            if name != STDOUT and Path(name).exists():
                raise WrongUsage([Problem("nothing_to_resume", file=name)])

    def _table(self) -> Table:
        return Table(self._layout, self.plan.lang, {target.form for target in self.plan.targets})

    def _sinks(self, sizes: Sequence[int] | None, stack: ExitStack) -> list[tuple[Sink, str | None]]:
        """Open the outputs, new or cut off at sizes, each with its form; None stands for the list of errors."""
        sinks: list[tuple[Sink, str | None]] = []
        names: list[tuple[str, str | None]] = [
            (target.written if target.name != STDOUT else STDOUT, target.form) for target in self.plan.targets
        ]
        names += [(self.plan.errors, None)] if self.plan.errors else []
        for place, (name, form) in enumerate(names):
            sink = Sink(name, None if sizes is None else sizes[place])
            stack.callback(sink.close)
            sinks.append((sink, form))
        return sinks

    def _asked(self) -> dict[str, Any]:
        """Return what must be the same for a run to be taken up again."""
        plan = self.plan
        return {
            "version": __version__,
            "inputs": [str(Path.cwd()), *plan.inputs],
            "outputs": [[target.name for target in plan.targets], plan.errors, plan.reports],
            "questionnaires": [questionnaire.digest for questionnaire in plan.questionnaires],
            "language": [plan.lang, plan.reports_lang],
            "fail_on": plan.fail_on,
            "summary": self._portfolio.as_of if self._portfolio else None,
        }

    def _day(self) -> str:
        """Return the day of the summary; a run that goes on keeps that on which it was begun."""
        if self.plan.as_of:
            return self.plan.as_of
        begun = asked_before(self._journal_file) if self.plan.resume and self._journal_file else {}
        return begun.get("summary") or date.today().isoformat()

    def _makers(self) -> Iterator[Callable[[Layout], Tally]]:
        """Yield what workers count with, in the order of the tallies here."""
        yield partial(Counts, reaching=self._reaching())
        if self._portfolio:
            yield partial(Portfolio, as_of=self._portfolio.as_of, ranks=ranks_of(self.plan.questionnaires))

    def _task(self) -> Task:
        plan = self.plan
        return Task(
            key=uuid.uuid4().hex,
            documents=tuple(dict(questionnaire.document) for questionnaire in plan.questionnaires),
            lang=plan.lang,
            formats=tuple(dict.fromkeys(target.form for target in plan.targets)),
            tallies=tuple(self._makers()),
            most_problems=TOLD_PROBLEMS if plan.errors else 1,
            strict=plan.strict,
            reports=str(Path(plan.reports).absolute()) if plan.reports else None,
            reports_lang=plan.reports_lang,
        )

    def _reaching(self) -> frozenset[tuple[str, str]] | None:
        """Return the pairs of questionnaire and level that ``--fail-on`` asks about."""
        if self.plan.fail_on is None:
            return None
        return frozenset(
            (questionnaire.id, level.id)
            for questionnaire in self.plan.questionnaires
            if self.plan.fail_on in questionnaire.rank
            for level in questionnaire.levels[questionnaire.rank[self.plan.fail_on] :]
        )

    def _pool(self, task: Task) -> Pool:
        jobs = self.plan.jobs
        if self.plan.scheduler is not None:
            from aiassess.batch.cluster import Cluster  # noqa: PLC0415 - an extra, and slow to import

            paths = [name for name in (*self.plan.inputs, self.plan.reports) if name and Path(name).exists()]
            return Cluster(task, self.plan.scheduler, [str(Path(name).absolute()) for name in paths])
        if jobs is None:
            return Growing(task, processors())
        return Alone(task) if jobs == 1 else Processes(task, jobs)

    # Working

    def _work(
        self,
        results: Iterator[tuple[Chunk, Result | None]],
        table: Table,
        dead: Callable[[Chunk], Result],
        interrupts: Interrupts,
        watch: Callable[[], None],
    ) -> None:
        synced = time.monotonic()
        for chunk, found in results:
            result = dead(chunk) if found is None else found
            with interrupts.held_back():
                table.add(chunk, result)
                self._count(result.tallies)
                self.read += result.read
                if self._journal:
                    sizes = tuple(sink.size for sink, _ in table.sinks)
                    self._journal.add(Mark(table.position, table.seen.hexdigest(), sizes), result.tallies)
                if time.monotonic() > synced + SYNC_AFTER:
                    for sink, _ in table.sinks:
                        sink.sync()
                    synced = time.monotonic()
            watch()
            if self.plan.strict and result.refusals:
                return

    def _count(self, sums: Sequence[Any]) -> None:
        for tally, data in zip(self._tallies, sums, strict=False):
            tally.add_data(data)

    # Ending

    def _forget_if_nothing_is_written(self) -> None:
        if self._journal and not self.counts.rows:
            self._journal.remove()
            self._journal = None

    def _finish(self) -> None:
        """Make the files that are made at the end; then the run cannot be, and need not be, taken up again."""
        for target in self.plan.targets:
            if target.format == "parquet":
                from aiassess.batch.parquet import write_parquet  # noqa: PLC0415 - an extra, and slow to import

                write_parquet(Path(target.written), Path(target.name), self._layout)
        if self._portfolio:
            write_summaries(self.plan, self._portfolio, self._layout)
        if self._journal:
            self._journal.remove()
            self._journal = None
