"""Two rounds of made-up systems, compared as a run compares them."""

import json
import tempfile
from contextlib import ExitStack
from pathlib import Path

from aiassess.batch.jobs import Spread
from aiassess.batch.outputs import Target
from aiassess.batch.plan import Plan
from aiassess.batch.pool import Growing
from aiassess.batch.rounds.against import Against
from aiassess.batch.rows import FORMS
from aiassess.batch.tasks import Task
from support.portfolios import AS_OF, FIRST, LAYOUT, MADE_UP, REFUSAL, SECOND, built, counted, row
from support.tiny import control, inherent, tiny

NAMES = [column.name for column in LAYOUT.columns]
HARM = [{"id": "f1", "on": ["all"], "severity": "critical"}, {"id": "f0", "on": ["some"], "severity": "major"}]
OLDER = tiny(
    inherent("harm", findings=HARM),
    control("guard", principles=["fair"]),
    id="alpha",
    version="0.9.0",
    levels=[{"id": "small", "up_to_percent": 30}, {"id": "low", "up_to_percent": 60}, {"id": "high"}],
)  # fmt: skip
KNOWN = (OLDER, *MADE_UP)


def table(some, name="in"):
    """Return judged cells as the rows of a table."""
    return [(f"{name}/{n}.json", n, *cells, f"sha256:{cells}") for n, cells in enumerate(some, 1)]


def compared(then, now, lang="en", *, latest=False, only_critical=False):
    """Return the summary of two rounds, and the list of changes with each row as a mapping."""
    data = b"".join(FORMS["jsonl"](LAYOUT).rows(table(then, "then")))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as files:
        file, rows, list_ = (Path(folder, name) for name in ("then.jsonl", "now", "changes.jsonl"))
        file.write_bytes(data.replace(b'"findings":', b'"others":') if only_critical else data)
        rows.write_bytes(b"".join(FORMS["spool"](LAYOUT).rows(table(now, "now"))))
        options = {"changes": Target(str(list_), "jsonl"), "against": str(file), "latest": latest}
        plan = Plan((), (), KNOWN, "en", reports_lang=lang, **options)
        spread = alone(KNOWN)
        against = Against(plan, LAYOUT, AS_OF)
        against.begin(files, spread)
        against.standing.read(rows, spread)
        against.standing.decide(spread)
        against.compare(rows, spread)
        changes = [json.loads(line) for line in list_.read_bytes().splitlines()]
    portfolio = counted(now, questionnaires=KNOWN)
    rounds = against.rounds(portfolio) | {"against": "then.jsonl"}
    return built(portfolio, lang, KNOWN, rounds), changes


def alone(questionnaires):
    """Return what does jobs in this process."""
    task = Task(questionnaires, "en", ("csv",))
    return Spread(Growing(task, 1), task)


THEN = [
    row(OLDER, system="Chat", level="small", principle_fair=40, completed_at="2025-05-01T00:00:00Z"),
    row(OLDER, system="Chat", level="high", principle_fair=30, completed_at="2024-05-01T00:00:00Z"),
    row(OLDER, system="Score", level="low", verdict="hold", findings="harm.f0 harm.f1", findings_critical=1,
        findings_major=1, critical_findings="harm.f1", principle_fair=55.5, report_digest="sha256:5c0e"),
    row(FIRST, system="Sort", agency="South", level="high", verdict="hold", findings="guard.f4", findings_minor=1,
        principle_fair=70, principle_safe=12.3, officers=10, hours_saved=2),
    row(FIRST, system="Old", agency="South", level="high", verdict="conditional", status="incomplete", missing=2),
    row(FIRST, system=None, agency=None, principle_fair=1),
    row(SECOND, system="Gone", agency="East", level="banned", verdict="stop"),
    REFUSAL,
]  # fmt: skip
NOW = [
    row(FIRST, system="CHAT ", agency="north", level="high", verdict="conditional", principle_fair=40,
        completed_at="2026-05-01T00:00:00Z"),
    row(FIRST, system="Score, renamed", level="high", verdict="ready", findings="guard.f4 harm.f1", findings_critical=1,
        findings_minor=1, critical_findings="harm.f1", principle_fair=80, principle_safe=90, revises="sha256:5c0e"),
    row(FIRST, system="Sort", agency="South", level="low", verdict="hold", findings="guard.f3", findings_critical=1,
        critical_findings="guard.f3", principle_fair=70.01, principle_safe=12.3, officers=11, hours_saved=2.5),
    row(FIRST, system="=New", agency="West\u202e", level="high", verdict="hold", status="undetermined"),
    row(FIRST, system=None, agency=None, principle_fair=2),
]  # fmt: skip
