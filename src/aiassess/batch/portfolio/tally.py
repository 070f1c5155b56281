"""What a summary is made of, counted row by row (docs/batch.md#summary)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self

from aiassess.batch.columns import REFUSED
from aiassess.batch.portfolio.agencies import Agencies, one_name
from aiassess.batch.portfolio.sums import First, Numbers, Products
from aiassess.model.questionnaire import SEVERITIES
from aiassess.render.portfolio.types import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiassess.batch.columns import Cells, Layout
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.render.portfolio.types import ListName
    from aiassess.scoring.result import Status

MOST_LISTED = 50
"""So many systems are named in each list."""
SOON_DAYS = 90
MOST_OFFICERS = 2_000_000
"""More officers than the whole public service has: more for one system is a typing error."""
MOST_HOURS = 60
"""More hours than an officer works in a week."""
_CELLS = (
    *("level", "verdict", "status", "reassess_due", "kind", "system", "agency"),
    *(f"findings_{severity}" for severity in SEVERITIES),
    *("critical_findings", "missing", "officers", "hours_saved"),
)

Ranks = dict[str, dict[str, bool]]
"""The levels from the lowest, and whether each is one of what must stop, by ``group_of``."""


def group_of(questionnaire_id: str, version: str) -> str:
    """Return the name of what is counted together: a questionnaire's id and major version."""
    return f"{questionnaire_id} {version.partition('.')[0]}"


def ranks_of(questionnaires: Iterable[Questionnaire]) -> Ranks:
    """Return what a ``Portfolio`` must know of the questionnaires."""
    return {group_of(q.id, q.version): {level.id: level.stop for level in q.levels} for q in questionnaires}


Listed = tuple[str, str, str, "Status", str, int, int]
"""A system in a list: system, agency, level, status, due ("": no day), critical findings, missing answers."""


class Portfolio:
    """Counts over all rows, by questionnaire; ``as_of`` is the day (YYYY-MM-DD) on which what is overdue is counted."""

    def __init__(self, layout: Layout, as_of: str, ranks: Ranks) -> None:
        names = [column.name for column in layout.judged]
        self._told = itemgetter(*map(names.index, ("status", "error_code", "questionnaire", "version")))
        self._row = itemgetter(*map(names.index, _CELLS))
        self._shares = [names.index(f"principle_{tag}") for tag in layout.principles]
        self._ranks = ranks
        self.as_of, self._soon = as_of, _later(as_of, SOON_DAYS)
        self.submissions = 0
        self.refused: Counter[str] = Counter()
        self.superseded: Counter[str] = Counter()
        """How many submissions another one revises, by questionnaire; they don't count as systems."""
        self._replaced = First(MOST_LISTED)
        self.groups: dict[str, Group] = {}

    def add(self, cells: Cells, *, superseded: bool = False) -> None:
        self.submissions += 1
        status, code, questionnaire, version = self._told(cells)
        if status == REFUSED:
            self.refused[code] += 1
        elif superseded:
            level, _, _, _, _, system, agency, *_ = self._row(cells)
            self.superseded[group_of(questionnaire, version)] += 1
            self._replaced.add((one_name(agency), one_name(system), group_of(questionnaire, version), version, level))
        else:
            self._group(group_of(questionnaire, version)).add(self._row(cells), [cells[i] for i in self._shares])

    def _group(self, name: str) -> Group:
        if name not in self.groups:
            self.groups[name] = Group(len(self._shares), self._ranks[name], (self.as_of, self._soon))
        return self.groups[name]

    def data(self) -> Any:
        groups = {name: group.data() for name, group in self.groups.items()}
        return [self.submissions, dict(self.refused), groups, dict(self.superseded), self._replaced.data()]

    @property
    def replaced(self) -> list[tuple[str, str, str, str, str]]:
        """The first superseded submissions: agency, system, ``group_of``, version and level."""
        return [
            (agency, system, group, version, level) for agency, system, group, version, level in self._replaced.entries
        ]

    def add_data(self, data: Any) -> Self:
        """Add another's sums; return this one."""
        submissions, refused, groups, superseded, replaced = data
        self.superseded.update(superseded)
        self._replaced.add_data(replaced)
        self.submissions += submissions
        self.refused.update(refused)
        for name, sums in groups.items():
            self._group(name).add_data(sums)
        return self


def _later(day: str, days: int) -> str:
    return date.fromordinal(min(date.fromisoformat(day).toordinal() + days, date.max.toordinal())).isoformat()


class Group:
    """What is counted of the systems of one questionnaire."""

    def __init__(self, principles: int, levels: dict[str, bool], days: tuple[str, str]) -> None:
        """``levels``: see ``Ranks``; ``days``: today, and the last one that is soon."""
        self._stopped = {level for level, stop in levels.items() if stop}
        self._unmeasured = (None,) * principles
        self._ranks = {level: rank for rank, level in enumerate(levels)}
        self._today, self._soon = days
        self.agencies = Agencies(principles)
        self.kinds: Counter[str] = Counter()
        """By "option level"; the option is "" if it isn't told."""
        self.due: Counter[str] = Counter()
        """By when the next assessment is due: "overdue", "soon", "later" and "none"."""
        self.severities: Counter[str] = Counter()
        """How many findings of each severity are open."""
        self.critical: Counter[str] = Counter()
        """How many systems each critical finding is open in; "" means any."""
        self.officers, self.hours = Numbers(), Numbers()
        self.week = Products()
        self.implausible = 0
        """How many systems tell impossible officers or hours; they are in none of the three sums above."""
        self._lists = {name: First(MOST_LISTED) for name in LISTS}

    def add(self, row: Sequence[Any], percents: Sequence[Any]) -> None:
        """Count one row: its ``_CELLS``, and the shares of the principles."""
        level, verdict, status, due, kind, system, agency, critical, _, _, criticals, missing, officers, hours = row
        when = self._when(due)
        self.due[when] += 1
        self.kinds[f"{kind or ''} {level}"] += 1
        # Controls cannot make right what must stop, so they would only embellish the means.
        counted = self._unmeasured if level in self._stopped else percents
        self.agencies.named(agency).add(f"{level} {verdict} {status}", counted, overdue=when == "overdue")
        for severity, n in zip(SEVERITIES, row[7:10], strict=True):
            self.severities[severity] += n
        if criticals:
            self.critical.update(["", *criticals.split(" ")])
        self._at_work(officers, hours)
        if verdict in ("stop", "hold") or when == "overdue":
            rank = self._ranks[level]
            facts = (one_name(system), one_name(agency), level, status, due or "", critical, missing)
            if verdict == "stop":
                self._lists["stop"].add((-rank, -critical, *facts))
            if verdict == "hold":
                self._lists["hold"].add((-critical, -rank, *facts))
            if when == "overdue":
                self._lists["overdue"].add((due, -rank, *facts))

    def _at_work(self, officers: float | None, hours: float | None) -> None:
        if not (0 <= (officers or 0) <= MOST_OFFICERS and 0 <= (hours or 0) <= MOST_HOURS):
            self.implausible += 1
            return
        if officers is not None:
            self.officers.add(officers)
        if hours is not None:
            self.hours.add(hours)
            if officers is not None:
                self.week.add(officers, hours)

    def _when(self, due: str | None) -> str:
        """Return whether a day is past, near or far; the day itself is still in time."""
        if due is None:
            return "none"
        return "overdue" if due < self._today else "soon" if due <= self._soon else "later"

    def listed(self, name: ListName) -> list[Listed]:
        """Return the systems on a list, in its order."""
        return [entry[2:] for entry in self._lists[name].entries]

    def data(self) -> list[Any]:
        return [
            self.agencies.data(),
            dict(self.kinds),
            dict(self.due),
            dict(self.severities),
            dict(self.critical),
            [self.officers.data(), self.hours.data(), self.week.data(), self.implausible],
            {name: first.data() for name, first in self._lists.items()},
        ]

    def add_data(self, data: Any) -> None:
        agencies, kinds, due, severities, critical, at_work, lists = data
        self.agencies.add_data(agencies)
        self.kinds.update(kinds)
        self.due.update(due)
        self.severities.update(severities)
        self.critical.update(critical)
        officers, hours, week, implausible = at_work
        self.implausible += implausible
        self.officers.add_data(officers)
        self.hours.add_data(hours)
        self.week.add_data(week)
        for name, entries in lists.items():
            self._lists[name].add_data(entries)
