"""What a run is asked for, checked, and what workers and the journal are told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from aiassess import __version__
from aiassess.batch.columns import Layout
from aiassess.batch.outputs import Target
from aiassess.batch.rows import COUNTS, ERRORS, PUBLIC, SCORES, table_in
from aiassess.batch.tally import Counts, Tally
from aiassess.batch.tasks import Task
from aiassess.errors import Problem, WrongUsage
from aiassess.model.questionnaire import Questionnaire

Maker = Callable[[Layout], Tally]


@dataclass(frozen=True)
class Plan:
    """What a run is asked for: the options of ``aiassess batch``.

    ``jobs`` None: as many as are worth it. ``sizes``: the bytes of a range and the files of a chunk, instead of those that
    suit the workers. ``latest``: keep the latest of each system; ``set_aside``: the list of the others. ``summaries``: files
    and their formats; ``due``: lists and calendars of what is due; ``as_of``: the day (YYYY-MM-DD) for both, by default
    today. ``against``: the table of an earlier round; ``changes``: the file for what changed since.
    """

    inputs: tuple[str, ...]
    targets: tuple[Target, ...]
    questionnaires: tuple[Questionnaire, ...]
    lang: str
    errors: str | None = None
    reports: str | None = None
    reports_lang: str | None = None
    register: str | None = None
    fail_on: str | None = None
    jobs: int | None = None
    scheduler: str | None = None
    strict: bool = False
    resume: bool = False
    sizes: tuple[int, int] | None = None
    latest: bool = False
    set_aside: Target | None = None
    summaries: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None
    against: str | None = None
    changes: Target | None = None
    due: tuple[Target, ...] = ()

    @property
    def late(self) -> tuple[Target, ...]:
        """The tables that are made at the end."""
        return tuple(target for target in self.targets if target.late or self.latest)

    @property
    def streamed(self) -> tuple[Target, ...]:
        """The tables that grow row by row during the run."""
        return tuple(target for target in self.targets if target not in self.late)

    @property
    def lasting(self) -> tuple[str, ...]:
        """The forms of the rows of which something is made at the end."""
        asked = [*([SCORES] if self.due else []), *([PUBLIC] if self.register else [])]
        return (*dict.fromkeys([*(target.spool for target in self.late), *asked]),)

    @property
    def spools(self) -> tuple[str, ...]:
        """The forms of the rows that are kept until the end."""
        # The scores tell which submissions are kept, and the counts how many rows of a long table each has.
        scores = [SCORES] if self.latest or self.against else []
        counts = [COUNTS] if self.latest and any(map(table_in, self.lasting)) else []
        return (*dict.fromkeys([*scores, *self.lasting, *counts]),)

    @property
    def formats(self) -> tuple[str, ...]:
        """What workers write: the names of forms, and ``ERRORS``."""
        tables = [*(target.form for target in self.streamed), *self.spools]
        return (*dict.fromkeys(tables), *([ERRORS] if self.errors else []))


def check(plan: Plan) -> None:
    """Raise WrongUsage if options contradict each other or need what is not installed."""
    if plan.jobs is not None and plan.jobs < 1:
        raise WrongUsage([Problem("jobs_number")])
    if plan.jobs is not None and plan.scheduler is not None:
        raise WrongUsage([Problem("jobs_and_scheduler")])
    if any(target.format == "parquet" for target in plan.targets) and find_spec("pyarrow") is None:
        raise WrongUsage([Problem("parquet_missing")])
    if plan.set_aside is not None and not plan.latest:
        raise WrongUsage([Problem("set_aside_alone")])
    if plan.changes is not None and plan.against is None:
        raise WrongUsage([Problem("changes_alone")])
    if plan.scheduler is not None and find_spec("distributed") is None:
        raise WrongUsage([Problem("dask_missing")])
    if plan.register is not None:
        from aiassess.batch.register import refuse_other  # noqa: PLC0415 - few runs make a register

        refuse_other(plan.register)


def makers_of(plan: Plan, as_of: str | None) -> tuple[Maker, ...]:
    """Return what makes the tallies of a run: the counts, then with a day ``as_of`` the portfolio."""
    counts = partial(Counts, reaching=_reaching(plan))
    if as_of is None:
        return (counts,)
    from aiassess.batch.portfolio.tally import Portfolio, ranks_of  # noqa: PLC0415 - few runs are summed up

    return counts, partial(Portfolio, as_of=as_of, ranks=ranks_of(plan.questionnaires), latest=plan.latest)


def task_of(
    plan: Plan,
    makers: tuple[Maker, ...],
    revised: frozenset[str] = frozenset(),
    unknown: frozenset[str] = frozenset(),
) -> Task:
    """Return what workers need to know; ``revised`` and ``unknown``: see ``Task``."""
    return Task(
        questionnaires=plan.questionnaires,
        lang=plan.lang,
        formats=plan.formats,
        tallies=makers,
        strict=plan.strict,
        late=plan.latest or plan.against is not None,
        revised=revised,
        unknown=unknown,
        reports=str(Path(plan.reports).absolute()) if plan.reports else None,
        reports_lang=plan.reports_lang,
    )


def asked_of(plan: Plan, as_of: str | None) -> dict[str, Any]:
    """Return what must be the same when a run is resumed."""
    return {
        "version": __version__,
        "inputs": [str(Path.cwd()), *plan.inputs],
        "outputs": [
            [[target.name, target.form] for target in (*plan.targets, *plan.due)],
            plan.errors,
            plan.reports,
            plan.register,
            [plan.changes.name, plan.changes.form] if plan.changes else None,
            plan.set_aside.name if plan.set_aside else None,
        ],
        "questionnaires": [questionnaire.digest for questionnaire in plan.questionnaires],
        "language": [plan.lang, plan.reports_lang],
        "fail_on": plan.fail_on,
        "latest": plan.latest,
        "summary": as_of,
        "against": plan.against,
    }


def _reaching(plan: Plan) -> frozenset[tuple[str, str]] | None:
    """Return the pairs of questionnaire and level that ``--fail-on`` asks about."""
    if plan.fail_on is None:
        return None
    return frozenset(
        (questionnaire.id, level.id)
        for questionnaire in plan.questionnaires
        if plan.fail_on in questionnaire.rank
        for level in questionnaire.levels[questionnaire.rank[plan.fail_on] :]
    )
