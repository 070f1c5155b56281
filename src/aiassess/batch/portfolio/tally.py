"""The counts behind a summary, taken row by row (docs/batch.md#summary)."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, Self, cast, get_args

from msgspec import field, json

from aiassess.batch.columns import REFUSED, Cells, Layout
from aiassess.batch.portfolio.accumulators import First, Numbers, Sums, count
from aiassess.batch.portfolio.agencies import Agencies, Ministries, WorkSums, one_name
from aiassess.batch.tally import Rule
from aiassess.model.questionnaire import SEVERITIES, Questionnaire
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.at_work_types import Figure
from aiassess.scoring.result import Status

SOON_DAYS = 90
MOST_OFFICERS = 2_000_000
"""More than the whole public service has; a higher number for one system is a typing error."""
MOST_HOURS = 60
"""More than an officer works in a week."""
FIGURES: tuple[Figure, ...] = get_args(Figure)
_TOLD = ("status", "error_code", "questionnaire", "version")
_CELLS = (
    *("level", "verdict", "status", "completed_on", "reassess_due", "kind", "system", "agency"),
    *(f"findings_{severity}" for severity in SEVERITIES),
    *("critical_findings", "missing", "ministry", *FIGURES),
)

Ranks = dict[str, dict[str, bool]]
"""By ``group_of``: the levels from the lowest, each with whether a system at that level must stop."""


@lru_cache(maxsize=100)
def group_of(questionnaire_id: str, version: str) -> str:
    """Return the name of the group that is counted together: a questionnaire's id and major version."""
    return f"{questionnaire_id} {version.partition('.')[0]}"


def ranks_of(questionnaires: Iterable[Questionnaire]) -> Ranks:
    """Return what a ``Portfolio`` needs to know about the questionnaires."""
    return {group_of(q.id, q.version): {level.id: level.stop for level in q.levels} for q in questionnaires}


def columns_counted(layout: Layout) -> set[str]:
    """Return the columns of which a ``Portfolio`` counts the cells."""
    return {*_TOLD, *_CELLS, *(f"principle_{tag}" for tag in layout.principles)}


class Listed(NamedTuple):
    """A system on a list; ``completed`` and ``due`` are "" if there is no date."""

    system: str
    agency: str
    level: str
    status: Status
    completed: str
    due: str
    critical_findings: int
    missing: int


class Replaced(NamedTuple):
    """A submission that is set aside; ``group`` is from ``group_of``."""

    agency: str
    system: str
    group: str
    version: str
    level: str


class Odd(NamedTuple):
    """A system whose figures cannot be; ``figures``: as in the row, in the order of ``FIGURES``, "" for none."""

    agency: str
    system: str
    ministry: str
    figures: tuple[str, ...]


class Group(Sums):
    """The counts for one questionnaire.

    ``results``: systems by "level verdict status"; ``kinds``: by "option level", the option "" if it is not stated;
    ``due``: by when the next assessment is due, "overdue", "soon", "later" and "no_date"; ``ahead``: completed after
    the day; ``severities``: open findings; ``critical``: systems by open critical finding, "" for any; ``lists``: systems,
    each after its two sort keys.
    """

    agencies: Agencies = field(default_factory=Agencies)
    ministries: Ministries = field(default_factory=Ministries)
    results: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    due: dict[str, int] = field(default_factory=dict)
    ahead: int = 0
    severities: dict[str, int] = field(default_factory=dict)
    critical: dict[str, int] = field(default_factory=dict)
    officers: Numbers = field(default_factory=Numbers)
    hours: Numbers = field(default_factory=Numbers)
    lists: dict[t.ListName, First[tuple[int | str, int, Listed]]] = field(default_factory=dict)
    odd: First[Odd] = field(default_factory=First)

    def at_work(self, ministry: str | None, *figures: float | None) -> bool:
        """Add a unit's officers, trained, saving time, and hours that one of them saves; return whether they can be."""
        work = self.ministries.of(ministry, WorkSums)
        if figures.count(None) == len(figures):  # as most systems
            work.silent += 1
            return True
        officers, trained, saving, hours = figures
        most = MOST_OFFICERS if officers is None else min(officers, MOST_OFFICERS)
        if not all(
            0 <= (figure or 0) <= bound
            for figure, bound in ((officers, MOST_OFFICERS), (trained, most), (saving, most), (hours, MOST_HOURS))
        ):
            work.implausible += 1
            return False
        work.telling += 1
        work.add(officers, trained, saving)
        if officers is not None:
            self.officers.add(officers)
        if hours is not None:
            self.hours.add(hours)
            savers = officers if saving is None else saving
            if savers is not None:
                work.week.add(savers, hours)
        return True

    def put_on(self, name: t.ListName, first: int | str, second: int, system: Listed) -> None:
        """Put a system on a list, ordered by two keys, then by the system's own fields."""
        self.lists.setdefault(name, First()).add((first, second, system))


class Tallied(Sums):
    """The counts over all rows.

    ``superseded``, by rule, and ``duplicates``: submissions that are set aside, so that they don't count as systems.
    """

    submissions: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    superseded: dict[str, int] = field(default_factory=dict)
    replaced: First[Replaced] = field(default_factory=First)
    duplicates: int = 0
    doubled: First[Replaced] = field(default_factory=First)


# Fractions are texts in JSON.
_encode = json.Encoder(enc_hook=str).encode
_decode = json.Decoder(Tallied, dec_hook=lambda kind, value: kind(value)).decode


class Portfolio:
    """Counts rows by questionnaire; ``as_of``: the day (YYYY-MM-DD) against which due dates are judged.

    ``latest``: whether rows are only counted as systems if they are the latest of theirs.
    """

    def __init__(self, layout: Layout, as_of: str, ranks: Ranks, *, latest: bool = False) -> None:
        names = [column.name for column in layout.judged]
        self._told = itemgetter(*map(names.index, _TOLD))
        self._row = itemgetter(*map(names.index, _CELLS))
        self.principles = layout.principles
        self._shares = [names.index(f"principle_{tag}") for tag in layout.principles]
        self._ranks = {name: {level: rank for rank, level in enumerate(levels)} for name, levels in ranks.items()}
        self._stopped = {name: {level for level, stop in levels.items() if stop} for name, levels in ranks.items()}
        self.latest = latest
        self.as_of, self._soon = as_of, later(as_of, SOON_DAYS)
        self.tallied = Tallied()

    def add(self, cells: Cells, aside: Rule | None = None) -> None:
        tallied = self.tallied
        tallied.submissions += 1
        status, code, questionnaire, version = self._told(cells)
        if status == REFUSED:
            count(tallied.refused, code)
            return
        name = group_of(questionnaire, version)
        if aside:
            level, _, _, _, _, _, system, agency, *_ = self._row(cells)
            replaced = Replaced(one_name(agency), one_name(system), name, version, level)
            if aside == "duplicate":
                tallied.duplicates += 1
                tallied.doubled.add(replaced)
            else:
                count(tallied.superseded, aside)
                tallied.replaced.add(replaced)
            return
        if name not in tallied.groups:
            tallied.groups[name] = Group()
        self._add_system(name, cells)

    def _add_system(self, name: str, cells: Cells) -> None:
        row, group = self._row(cells), self.tallied.groups[name]
        level, verdict, status, completed, due, kind, system, agency, critical, _, _, criticals, missing, *at_work = row
        result, when = f"{level} {verdict} {status}", when_due(due, self.as_of, self._soon)
        count(group.results, result)
        count(group.due, when)
        count(group.kinds, f"{kind or ''} {level}")
        # Controls cannot redeem a system that must stop, so its shares would only flatter the means.
        percents = [None if level in self._stopped[name] else cells[place] for place in self._shares]
        group.agencies.add(agency, result, cast("list[float | None]", percents), overdue=when == "overdue")
        for severity, n in zip(SEVERITIES, row[8:11], strict=True):
            count(group.severities, severity, n)
        for finding in ["", *criticals.split(" ")] if criticals else ():
            count(group.critical, finding)
        if not group.at_work(*at_work):
            ministry, *figures = at_work
            told = tuple("" if figure is None else str(figure) for figure in figures)
            group.odd.add(Odd(one_name(agency), one_name(system), one_name(ministry), told))
        ahead = (completed or "") > self.as_of
        group.ahead += ahead
        if verdict in ("stop", "hold") or when == "overdue" or ahead:
            rank = self._ranks[name][level]
            listed = Listed(
                one_name(system), one_name(agency), level, status, completed or "", due or "", critical, missing
            )
            if verdict == "stop":
                group.put_on("stop", -rank, -critical, listed)
            if verdict == "hold":
                group.put_on("hold", -critical, -rank, listed)
            if when == "overdue":
                group.put_on("overdue", due, -rank, listed)
            if ahead:
                group.put_on("ahead", -int(completed.replace("-", "")), -rank, listed)

    def data(self) -> bytes:
        return _encode(self.tallied)

    def add_data(self, data: bytes) -> Self:
        """Add the data of another portfolio; return this one."""
        self.tallied.add_sums(_decode(data))
        return self


def when_due(due: str | None, as_of: str, soon: str) -> str:
    """Return whether a due date is past, near (until ``soon``) or far; on the day itself it is not yet overdue."""
    if due is None:
        return "no_date"
    return "overdue" if due < as_of else "soon" if due <= soon else "later"


def later(day: str, days: int) -> str:
    return date.fromordinal(min(date.fromisoformat(day).toordinal() + days, date.max.toordinal())).isoformat()
