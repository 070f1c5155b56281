"""The lines of which a register is made: of each submission its public record, or why there is none (docs/public-record.md)."""

from typing import Any

from aiassess.batch.columns import Cells, Column
from aiassess.render.public import public_record, withheld
from aiassess.report.types import Report


class Records:
    """A table like those of ``--table``, which nobody sees: ``left_out`` is a problem's code, ``record`` an object."""

    columns = (
        *(Column("source"), Column("line", type="integer"), Column("agency"), Column("system")),
        *(Column("left_out"), Column("record")),
    )

    def rows(self, source: str, line: int | None, report: Report) -> list[Cells]:
        why = withheld(report)
        record: Any = None if why else public_record(report, report["digest"])
        about = report["about"]
        return [(source, line, about["agency"], about["system"], why.code if why else None, record)]
