"""The rows of the latest submission of each system, and those that are set aside (docs/rounds.md#the-latest-of-each-system)."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from operator import itemgetter
from pathlib import Path

from aiassess.batch.columns import Cells, Layout
from aiassess.batch.late import row_reader
from aiassess.batch.outputs import Target, cannot_write
from aiassess.batch.rows import COUNTS, SCORES, list_line
from aiassess.batch.standing import Aside, Standing
from aiassess.batch.tally import Tally
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

Files = Callable[[str], Path]
"""Gives the file with the rows of a form."""


@contextmanager
def latest(
    files: Files,
    forms: Sequence[str],
    layout: Layout,
    tallies: Sequence[Tally],
    listed: Target | None,
    standing: Standing,
) -> Iterator[Files]:
    """Give files with the rows that are kept, refused ones too, in the order of all; they are removed in the end.

    ``tallies`` count all rows; ``listed``: the list of those that are set aside. Raises InvalidInput if a file cannot be
    written.
    """
    read = row_reader(layout)
    kept = {form: files(form).with_name(f"{files(form).name}.kept") for form in forms}
    try:
        with _list(listed, layout) as put_down:
            for line, aside in _parted(files, kept, standing):
                cells = read(line)
                for tally in tallies:
                    tally.add(cells[2:-1], aside and aside.rule)
                if aside:
                    put_down(cells, aside)
        yield kept.__getitem__
    finally:
        for file in kept.values():
            with suppress(OSError):
                file.unlink()


def _parted(files: Files, kept: dict[str, Path], standing: Standing) -> Iterator[tuple[bytes, Aside | None]]:
    """Yield each row, and copy those that are kept, with their rows in long tables."""
    tables = [form for form in kept if form not in (SCORES, COUNTS)]
    try:
        with ExitStack() as opened:
            rows, *others = (opened.enter_context(files(form).open("rb")) for form in (SCORES, *tables))
            file, *copies = (opened.enter_context(kept[form].open("wb")) for form in (SCORES, *tables))
            counts = opened.enter_context(files(COUNTS).open("rb")) if tables else None
            for line, aside in _told(rows, standing):
                if aside is None:
                    file.write(line)
                numbers = json.loads(next(counts)) if counts else ()
                for other, copy, n in zip(others, copies, numbers, strict=True):
                    of_row = list(islice(other, n))
                    copy.writelines(of_row if aside is None else ())
                yield line, aside
    except OSError as error:
        raise cannot_write(str(kept[SCORES]), error) from None


def _told(rows: Iterator[bytes], standing: Standing) -> Iterator[tuple[bytes, Aside | None]]:
    """Yield each row with what is said of it if it is set aside."""
    aside = standing.aside()
    following = next(aside, None)
    for place, line in enumerate(rows):
        if following is not None and place == following.place:
            yield line, following
            following = next(aside, None)
        else:
            yield line, None


@contextmanager
def _list(target: Target | None, layout: Layout) -> Iterator[Callable[[Cells, Aside], object]]:
    """Give what puts a row down in a list, if one is asked for."""
    if target is None:
        yield lambda *_: None
        return
    columns = (*_OF_ROW[:2], *_SAID, *_OF_ROW[2:])
    names = [column.name for column in layout.columns]
    of_row = itemgetter(*map(names.index, _OF_ROW))
    with replaced(Path(target.name), alone=True) as file:

        def put_down(cells: Cells, aside: Aside) -> None:
            source, line, *told = of_row(cells)
            file.write(list_line(target.form, columns, (source, line, aside.rule, aside.source, aside.line, *told)))

        file.write(list_line(target.form, columns, None))
        yield put_down
