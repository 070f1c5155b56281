"""Two rounds of made-up systems, compared as a run compares them."""

import tempfile
from pathlib import Path

from aiassess.batch.portfolio.tally import Portfolio, ranks_of
from aiassess.batch.rounds.compare import CHANGED, Comparison
from aiassess.batch.rounds.earlier import Earlier
from aiassess.batch.rounds.summary import build_rounds
from aiassess.batch.rows import FORMS
from aiassess.batch.standing import Standing
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
    with tempfile.TemporaryDirectory() as folder, Standing(None) as standing:
        file = Path(folder, "then.jsonl")
        file.write_bytes(data.replace(b'"findings":', b'"others":') if only_critical else data)
        earlier = Portfolio(LAYOUT, AS_OF, ranks_of(KNOWN))
        comparison = Comparison(standing, LAYOUT, ranks_of(KNOWN), earlier, latest=latest)
        comparison.add_earlier(Earlier(str(file), LAYOUT, KNOWN))
        rows = Path(folder, "now.jsonl")
        rows.write_bytes(b"".join(FORMS["jsonl"](LAYOUT).rows(table(now, "now"))))
        standing.read(rows)
        changes = [dict(zip(CHANGED, cells, strict=True)) for cells in comparison.changes()]
    portfolio = counted(now, questionnaires=KNOWN)
    return built(portfolio, lang, KNOWN, build_rounds("then.jsonl", comparison, portfolio, KNOWN, lang)), changes


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
