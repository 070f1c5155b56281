"""The rows of the latest submission of each system, and those that are set aside (docs/rounds.md#the-latest-of-each-system)."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from aiassess.batch.columns import Cells, Layout, narrowed
from aiassess.batch.desk import Desk
from aiassess.batch.jobs import Spread
from aiassess.batch.outputs import Target, cannot_write
from aiassess.batch.plan import Maker, Plan
from aiassess.batch.rows import COUNTS, SCORES, form_of, list_line, row_of, table_in
from aiassess.batch.standing import NOW, Aside, Standing
from aiassess.batch.stretches import Stretch, stretches
from aiassess.batch.tally import Counts, Rule, Tally
from aiassess.batch.tasks import Job
from aiassess.files import replaced

_SAID = ("set_aside", "by_source", "by_line")
_OF_ROW = (
    "source",
    "line",
    "questionnaire",
    "version",
    "system",
    "agency",
    "completed_at",
    "level",
    "reference",
    "digest",
)
_COUNTED_AT_ONCE = 1 << 23
"""Bytes of rows that a process counts at once."""

Files = Callable[[str], Path]
"""Gives the file with the rows of a form."""


# Counted


@dataclass(frozen=True, slots=True)
class _Counting(Job):
    """Counts some rows; ``aside``: by place, why one is no system; ``columns``: those that the rows have."""

    rows: Stretch
    aside: dict[int, Rule]
    makers: tuple[Maker, ...]
    columns: frozenset[str]

    def do(self, desk: Desk) -> list[bytes]:
        layout = narrowed(desk.layout, self.columns)
        tallies = [make(layout) for make in self.makers]
        for place, line in self.rows.lines():
            cells, aside = row_of(line)[2:-1], self.aside.get(place)
            for tally in tallies:
                tally.add(cells, aside)
        return [tally.data() for tally in tallies]


def counted(makers: Sequence[Maker], layout: Layout, rows: Path, aside: Iterator[Aside], spread: Spread) -> list[Tally]:
    """Return what each of ``makers`` counts of rows; ``aside``: those that are no systems. Raises InvalidInput."""
    tallies = [make(layout) for make in makers]

    def jobs() -> Iterator[_Counting]:
        following = next(aside, None)
        for some in stretches(rows, _COUNTED_AT_ONCE):
            among: dict[int, Rule] = {}
            while following is not None and following.place < some.end:
                among[following.place] = following.rule
                following = next(aside, None)
            yield _Counting(some, among, tuple(makers), layout.names)

    try:
        for sums in spread(jobs() if tallies else ()):
            for tally, data in zip(tallies, sums, strict=True):
                tally.add_data(data)
    except OSError as error:
        raise cannot_write(str(rows), error) from None
    return tallies


# Kept


@contextmanager
def latest(files: Files, plan: Plan, layout: Layout, standing: Standing, counts: Counts) -> Iterator[Files]:
    """Give files with the rows that are kept, refused ones too, in the order of all; they are removed in the end.

    Those that are set aside are listed if that is wanted, and counted. Raises InvalidInput if a file cannot be written.
    """
    kept = {form: files(form).with_name(f"{files(form).name}.kept") for form in plan.lasting}
    try:
        with _list(plan.set_aside, layout, files(SCORES)) as put_down:
            for cells, aside in _parted(files, kept, layout, standing):
                counts.set_aside(cells[2:-1], aside.rule)
                put_down(cells, aside)
        yield kept.__getitem__
    finally:
        for file in kept.values():
            with suppress(OSError):
                file.unlink()


def _parted(files: Files, kept: dict[str, Path], layout: Layout, standing: Standing) -> Iterator[tuple[Cells, Aside]]:
    """Copy the rows that are kept, with their rows in long tables, and yield the others."""
    tables = [*dict.fromkeys(filter(None, map(table_in, kept)))]
    asides = standing.aside(NOW)
    following = next(asides, None)
    place = 0
    try:
        with ExitStack() as opened:
            rows = opened.enter_context(files(SCORES).open("rb"))
            copies: list[tuple[BinaryIO, BinaryIO, int | None]] = []
            for form, file in kept.items():
                all_rows, of_kept = opened.enter_context(files(form).open("rb")), opened.enter_context(file.open("wb"))
                of_kept.write(all_rows.read(len(form_of(form, layout).header)))
                copies.append((all_rows, of_kept, tables.index(table_in(form)) if table_in(form) else None))
            counts = opened.enter_context(files(COUNTS).open("rb")) if tables else None
            for line in rows:
                aside = following if following is not None and following.place == place else None
                place += len(line)
                numbers = json.loads(next(counts)) if counts else ()
                for whole, copy, table in copies:
                    of_row = [next(whole)] if table is None else list(islice(whole, numbers[table]))
                    copy.writelines(of_row if aside is None else ())
                if aside is not None:
                    following = next(asides, None)
                    yield row_of(line), aside
    except OSError as error:
        raise cannot_write(str(next(iter(kept.values()), files(SCORES))), error) from None


@contextmanager
def _list(target: Target | None, layout: Layout, rows: Path) -> Iterator[Callable[[Cells, Aside], object]]:
    """Give what puts a row down in a list, if one is asked for."""
    if target is None:
        yield lambda *_: None
        return
    columns = (*_OF_ROW[:2], *_SAID, *_OF_ROW[2:])
    of_row = layout.getter(*_OF_ROW)
    with replaced(Path(target.name), alone=True) as file, rows.open("rb") as all_rows:

        def put_down(cells: Cells, aside: Aside) -> None:
            all_rows.seek(aside.by)
            by_source, by_line, *_ = row_of(all_rows.read(aside.by_size))
            source, number, *told = of_row(cells)
            said = (source, number, aside.rule, by_source, by_line, *told)
            file.write(list_line(target.form, columns, said))

        file.write(list_line(target.form, columns, None))
        yield put_down
