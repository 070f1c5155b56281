"""What became of each system since an earlier round (docs/rounds.md#the-earlier-round).

The systems of both rounds are sorted by their keys in a database, so that memory stays flat; then the rows of each system are
neighbours, and other processes compare some systems at once.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec

from aiassess.batch.columns import Cells, Column, Layout, narrowed
from aiassess.batch.desk import Desk
from aiassess.batch.entries import KIND, folded_names
from aiassess.batch.jobs import Spread
from aiassess.batch.portfolio.accumulators import First, Sums, count
from aiassess.batch.portfolio.agencies import one_name
from aiassess.batch.portfolio.tally import group_of
from aiassess.batch.rows import FORMS, row_of
from aiassess.batch.standing import NOW, THEN, Standing, offset_of
from aiassess.batch.tally import Rule
from aiassess.batch.tasks import Job
from aiassess.render.portfolio.types import Change
from aiassess.scoring.result import VERDICTS

CHANGED = (
    *("agency", "system", "questionnaire", "change", "level_then", "level_now", "verdict_then", "verdict_now"),
    *("findings_opened", "findings_closed", "edition_then", "edition_now", "source", "line"),
)
"""What the list of changes tells; ``source`` and ``line`` are those of this round, or else of the earlier one."""


class ChangeColumns:
    """The columns of the list of changes."""

    columns = tuple(Column(name, type="integer" if name == "line" else "text") for name in CHANGED)


LISTED = ("agency", "system", "level_then", "level_now", "verdict_then", "verdict_now")
"""What a list of the summary says of a system."""
_AT_ONCE = 5000
"""Systems that a process compares at once."""
# A row that revises an earlier report is of that one's system, whatever its name was, unless it was revised already then.
_FOUND_AGAIN = """
CREATE TABLE again (place INTEGER PRIMARY KEY, system BLOB);
INSERT INTO again SELECT told.place, earlier.system FROM told JOIN told AS earlier ON earlier.place =
    (SELECT min(place) FROM told AS e WHERE e.report = told.revises AND e.round < told.round
       AND e.place NOT IN (SELECT place FROM revised))
  WHERE told.revises IS NOT NULL AND earlier.system != told.system;
UPDATE told SET system = (SELECT system FROM again WHERE again.place = told.place)
  WHERE place IN (SELECT place FROM again);
"""
_MET = """
SELECT system, told.round, aside.rule, told.place, told.size, told.compared
FROM told LEFT JOIN aside ON aside.place = told.place
WHERE system >= ? AND system < ?
ORDER BY system, told.round, moment DESC, depth DESC, told.place DESC
"""


Changed = tuple[str, bytes]
"""A system that is new, gone or changed: what sorts it by names, and its line in the list of changes."""


class System(NamedTuple):
    """What is compared of a system, and where its row is found."""

    questionnaire: str
    version: str
    agency: str | None
    system: str | None
    level: str
    verdict: str
    findings: str | None
    critical_findings: str | None
    edition: str | None
    source: str
    line: int | None

    @property
    def group(self) -> str:
        return group_of(self.questionnaire, self.version)

    @property
    def scored_by(self) -> str:
        return self.edition or f"{self.questionnaire}@{self.version}"


class Changes(Sums):
    """What became of the systems of one questionnaire.

    ``unnamed`` and ``repeated``: by round, those that cannot be found again, and those of which a newer row is compared;
    ``opened`` and ``closed``: how many systems, by group and finding.
    """

    compared: int = 0
    unnamed: Counter[int] = msgspec.field(default_factory=Counter)
    repeated: Counter[int] = msgspec.field(default_factory=Counter)
    editions: dict[tuple[str, str], int] = msgspec.field(default_factory=dict)
    counts: dict[Change, int] = msgspec.field(default_factory=dict)
    lists: dict[Change, First[tuple[object, ...]]] = msgspec.field(default_factory=dict)
    opened: dict[str, Counter[str]] = msgspec.field(default_factory=dict)
    closed: dict[str, Counter[str]] = msgspec.field(default_factory=dict)


class Found(Sums):
    """What became of the systems of each questionnaire."""

    by_id: dict[str, Changes] = msgspec.field(default_factory=dict)

    def of(self, questionnaire: str) -> Changes:
        if questionnaire not in self.by_id:
            self.by_id[questionnaire] = Changes()
        return self.by_id[questionnaire]


@dataclass(frozen=True)
class Terms:
    """How systems are compared: the database, and a file of rows of each round.

    ``columns``: those of the earlier rows; ``ranks``: of levels, by group; ``latest``: rows that are set aside count for
    nothing; ``only_critical``: the earlier table names no other findings; ``form``: that of the list of changes, if any.
    """

    store: Path
    files: tuple[Path, Path]
    columns: frozenset[str]
    ranks: Mapping[str, Mapping[str, int]]
    latest: bool
    only_critical: bool
    form: str | None


def compare(standing: Standing, terms: Terms, spread: Spread) -> Iterator[tuple[Found, list[Changed]]]:
    """Yield what became of some systems at once, after ``standing`` has decided; this ends its work. Raises InvalidInput."""
    with standing.faults_told():
        yield from spread(_Comparing(keys, terms) for keys in standing.settle(_FOUND_AGAIN, _AT_ONCE))


@dataclass(frozen=True, slots=True)
class _Comparing(Job):
    """Compares the systems between two keys; returns what became of them, and those that changed if they are listed."""

    keys: tuple[bytes, bytes]
    terms: Terms

    def do(self, desk: Desk) -> tuple[Found, list[Changed]]:
        compared = _Compared(self.terms, desk.layout)
        # Nobody changes the database any more.
        with closing(sqlite3.connect(f"{self.terms.store.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as store:
            systems = groupby(store.execute(_MET, self.keys), key=itemgetter(0))
            return compared.found, list(compared.changes(rows for _, rows in systems))


class _Row(NamedTuple):
    """A row of ``_MET``."""

    system: bytes
    round: int
    rule: Rule | None
    place: int
    size: int
    compared: bytes


class _Compared:
    """Compares systems, and counts what became of them."""

    def __init__(self, terms: Terms, layout: Layout) -> None:
        self._terms = terms
        self._form = FORMS[terms.form](ChangeColumns()) if terms.form else None
        told = narrowed(layout, terms.columns), layout
        self._told = [of.getter(*System._fields) for of in told]
        self._kinds: dict[bytes, System] = {}
        self.found = Found()

    def changes(self, systems: Iterable[Iterable[tuple[Any, ...]]]) -> Iterator[Changed]:
        """Yield the systems that are new, gone or changed, if there is a list; each is given as the rows of ``_MET``.

        Raises OSError.
        """
        with ExitStack() as opened:
            files = [opened.enter_context(file.open("rb", buffering=0)) for file in self._terms.files]

            def read(row: _Row) -> System:
                files[row.round].seek(row.place + offset_of(row.round))
                return System._make(self._told[row.round](row_of(files[row.round].read(row.size) or b"")))

            for some in systems:
                rows = [*map(_Row._make, some)]
                changed = self._met(*self._newest(rows, read))
                if changed and self._form:
                    known = read(rows[0])  # one of the earlier round comes first
                    yield folded_names(known.agency, known.system), self._form.rows([changed])[0]

    def _newest(self, rows: Iterable[_Row], read: Callable[[_Row], System]) -> tuple[System | None, System | None]:
        """Return what stands for a system in each round, and count its other rows."""
        both: list[_Row | None] = [None, None]
        for row in rows:
            if row.rule is None and both[row.round] is None:
                both[row.round] = row
            elif row.rule != "revised" and not (row.rule and self._terms.latest):
                self.found.of(self._alike(row, read).questionnaire).repeated[row.round] += 1
        then, now = both
        if then and now and then.compared == now.compared:
            same = self._alike(now, read)
            return same, same
        return then and read(then), now and read(now)

    def _alike(self, row: _Row, read: Callable[[_Row], System]) -> System:
        """Return some row of the same questionnaire, version and edition: reading each would take most of the time."""
        kind = row.compared[:KIND]
        if kind not in self._kinds:
            self._kinds[kind] = read(row)
        return self._kinds[kind]

    def _met(self, then: System | None, now: System | None) -> Cells | None:
        """Count what became of a system; return its row of ``CHANGED`` if something did and it is listed."""
        newest = now or then
        if newest is None:
            return None
        changes = self.found.of(newest.questionnaire)
        kinds: list[str] = []
        opened = closed = frozenset[str]()
        if then and now:
            changes.compared += 1
            count(changes.editions, (then.scored_by, now.scored_by))
            kinds += [self._moved(then, now)] if then.level != now.level else []
            kinds += ["verdict"] if then.verdict != now.verdict else []
            before, after = self._findings(then), self._findings(now)
            if before != after:  # which takes a tenth of the time of sets
                earlier, later = frozenset(before.split()), frozenset(after.split())
                opened, closed = later - earlier, earlier - later
            for counts, group, moved in ((changes.opened, now.group, opened), (changes.closed, then.group, closed)):
                if group not in counts:
                    counts[group] = Counter()
                if moved:
                    counts[group].update(moved)
        elif newest.system is not None:
            kinds = ["gone" if then else "new"]
        else:
            changes.unnamed[NOW if now else THEN] += 1
        if not (kinds or opened or closed):
            return None
        names = one_name(newest.agency), one_name(newest.system)
        levels, verdicts, editions = zip(*map(_told, (then, now)), strict=True)
        said = (*levels, *verdicts)
        for kind in cast("list[Change]", kinds):
            count(changes.counts, kind)
            ranks = self._terms.ranks[newest.group]
            first = VERDICTS.index(newest.verdict) if kind == "verdict" else ranks[newest.level]
            entry = (-first, *names, *(text or "" for text in said))
            changes.lists.setdefault(kind, First()).add(entry)
        if self._form is None:
            return None
        kinds += ["findings"] if opened or closed else []
        told = (*(name or None for name in names), newest.questionnaire, " ".join(kinds))
        findings = (" ".join(sorted(some)) or None for some in (opened, closed))
        return (*told, *said, *findings, *editions, newest.source, newest.line)

    def _findings(self, of: System) -> str:
        return (of.critical_findings if self._terms.only_critical else of.findings) or ""

    def _moved(self, then: System, now: System) -> Change:
        """Return how the level changed; by the newer questionnaire, if both levels are among its own."""
        ranks = self._terms.ranks[now.group]
        if then.level not in ranks:
            return "level_other"
        return "level_up" if ranks[now.level] > ranks[then.level] else "level_down"


def _told(of: System | None) -> tuple[str | None, ...]:
    return (of.level, of.verdict, of.scored_by) if of else (None, None, None)
