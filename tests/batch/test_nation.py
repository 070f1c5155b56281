"""Three yearly rounds of a nation, as a central office runs them, against its own count of them in SQL (``nation.sql``)."""

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from aiassess import load_questionnaire
from aiassess.model.questionnaire import SEVERITIES
from support.batches import zstd
from support.each import tiers
from support.nation import UNITS, YEARS, Nation, content_of

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

EDITIONS = ("gpaisa@1.0.0", "gpaisa", "ai_at_work")
AS_OF = "{}-12-01"
SQL = Path(__file__).with_name("nation.sql").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=tiers(fast=[(48, 8)], deep=[((2000, 150),)]), ids=str)
def nation(request, tmp_path_factory):
    """A folder with the rounds as they were sent, and the nation that sent them."""
    folder = tmp_path_factory.mktemp("nation")
    (folder / "units.yaml").write_text(json.dumps(UNITS), encoding="utf-8")
    made = Nation(2026, *request.param)
    for year in YEARS:
        made.write(folder / str(year), year)
    return folder, made


def batch(program, folder, *words):
    """Run the command in the office's folder; some submissions are refused in every round."""
    command = [*program, "batch", *words, "-q", "units.yaml", "--lang", "en"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return done.stderr


# The office's own count


class Office:
    """The office's analyst, who has plain rows and what was sent; ``runs``: the rounds that each run is about."""

    def __init__(self, folder, reports, runs):
        self.db = duckdb.connect(config={"threads": 1})
        self.db.execute("SET TimeZone = 'UTC'")
        names = (*EDITIONS, str(folder / "units.yaml"))
        self.questionnaires = [load_questionnaire(name) for name in names]
        self._describe()
        plain = f"read_parquet('{folder}/plain-*.parquet', filename = true, file_row_number = true)"
        year = "regexp_extract(filename, '(\\d+).parquet', 1)::INT AS year"
        self.db.execute(
            f"CREATE TABLE of_years AS SELECT {year}, file_row_number AS n, * EXCLUDE (filename, file_row_number) FROM {plain}"
        )
        columns = "year INT, source TEXT, line BIGINT, completed_at TEXT, revises TEXT, digest TEXT"
        self._fill("sent_in_years", columns, [one for year in YEARS for one in sent(folder, year, reports)])
        self._fill("runs", "run TEXT, year INT", [(run, year) for run, years in runs.items() for year in years])
        self.db.execute(
            "CREATE TABLE rows AS SELECT run, (year, n) AS n, * EXCLUDE (year, n) FROM of_years JOIN runs USING (year)"
        )
        self.db.execute("CREATE TABLE sent AS SELECT run, * EXCLUDE (year) FROM sent_in_years JOIN runs USING (year)")
        self.db.execute(SQL)

    def stand(self, run, before):
        """Work out which submissions of a run are set aside, after that was done of an earlier one."""
        self.set(run=run, before=before)
        self.db.execute("DELETE FROM standing WHERE run = getvariable('run')")
        self.db.execute("INSERT INTO standing FROM found")

    def _fill(self, name, columns, rows):
        self.db.execute(f"CREATE TABLE {name} ({columns})")
        self.db.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def _describe(self):
        """Write down what the questionnaires say."""
        tables = {
            "levels": ("level TEXT, stop BOOL", lambda q: [(x.id, x.stop) for x in q.levels]),
            "kinds": ("kind TEXT", lambda q: [(x,) for x in kinds_of(q)]),
            "principles": ("principle TEXT", lambda q: [(x.id,) for x in q.principles]),
            "findings": (
                "question TEXT, finding TEXT, severity TEXT",
                lambda q: [(x.id, y.id, y.severity) for x in q.questions for y in x.findings],
            ),
        }
        for name, (columns, of) in tables.items():
            found = [(q.id, major_of(q), place, *row) for q in self.questionnaires for place, row in enumerate(of(q))]
            self._fill(name, f"id TEXT, major TEXT, place INT, {columns}", found)

    def set(self, **values):
        for name, value in values.items():
            self.db.execute(f"SET VARIABLE {name} = ?", [value])

    def look_at(self, q, **values):
        """Count the systems of a questionnaire from now on, or with ``major`` None those of all its versions."""
        self.set(**{"id": q.id, "major": major_of(q), "words": major_of(q), **values})
        self.db.execute("CREATE OR REPLACE TABLE systems AS FROM looked_at")

    def table(self, view):
        """Return the rows of a view as mappings."""
        found = self.db.sql(f"FROM {view}")
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]

    def one(self, view):
        (row,) = self.table(view)
        return row


def kinds_of(q):
    return [*(x.id for x in q.by_id[q.subject["kind"]].options), None] if "kind" in q.subject else []


def major_of(q):
    return q.version.split(".")[0]


def sent(folder, year, reports):
    """Yield of each submission: year, source, line, completed_at, revises, and the digest of its report if that is known."""
    for file in sorted((folder / str(year)).rglob("*.*")):
        raw, source = file.read_bytes(), file.relative_to(folder).as_posix()
        if file.suffix == ".gz":
            raw = gzip.decompress(raw)
        if file.suffix == ".zst":
            raw = zstd.decompress(raw)
        if ".jsonl" in file.name or ".ndjson" in file.name:
            for number, line in enumerate(raw.split(b"\n"), 1):
                if line.strip():
                    yield (year, source, number, *told(line, reports))
        elif file.name == "all.json":
            for number, document in enumerate(json.loads(raw), 1):
                yield (year, source, number, *told(json.dumps(document).encode(), reports))
        else:
            yield (year, source, None, *told(raw, reports))


def told(raw, reports):
    try:
        document = json.loads(raw)
        about = document["about"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, None, None
    return about.get("completed_at"), about.get("revises"), document.get("digest") or reports.get(content_of(document))


# The comparison

OWN = {str(year): [year] for year in YEARS}
"""The runs of an office that looks at each year's submissions by themselves."""
ALL = {"2024": [2024], "up to 2025": [2024, 2025], "up to 2026": [*YEARS]}
"""Those of one that goes by what it has until something newer comes."""


def test_three_rounds_are_counted_right(nation, program):
    folder, made = nation
    for year in YEARS:
        batch(program, folder, str(year), "-o", f"plain-{year}.parquet")
    office = Office(folder, made.reports, OWN | ALL)
    for runs in (OWN, ALL):
        against, before = [], None
        for run, years in runs.items():
            words = [*map(str, years), "-o", f"{run}.parquet", "--latest", "--summary", f"{run}.json"]
            batch(program, folder, *words, "--as-of", AS_OF.format(years[-1]), *against)
            office.stand(run, before)
            against, before = ["--against", f"{run}.parquet"], run
        *_, before, last = runs
        office.set(as_of=AS_OF.format(YEARS[-1]), before=before)
        summary = json.loads((folder / f"{last}.json").read_text(encoding="utf-8"))
        assert different(summary, {**whole(office, last), "rounds": rounds(office, last, before)}) == {}


# What the summary should say, but for its texts

TEXTS = ("tool", "language", "title", "level_title", "statement", "digest", "ref", "text")


def different(said, expected):
    """Return by path what two data differ in, each side's; what the questionnaire says about its ids is left out."""
    one, other = dict(facts(said)), dict(facts(expected))
    return {path: (one.get(path), other.get(path)) for path in one | other if one.get(path) != other.get(path)}


def facts(data, path=""):
    if not isinstance(data, (dict, list)):
        yield path, data
        return
    parts = [item for item in (data.items() if isinstance(data, dict) else enumerate(data)) if item[0] not in TEXTS]
    yield path, len(parts)
    for name, part in parts:
        yield from facts(part, f"{path}/{name}")


def whole(office, run):
    """Return the whole summary of a run, but for rounds."""
    office.set(run=run)
    refused, counts, aside = (office.table(view) for view in ("refused", "set_aside_counts", "list_aside"))
    (counts,) = counts
    duplicates = counts.pop("duplicates")
    listed = {True: [], False: []}
    for row in aside:
        listed[row.pop("set_aside") == "duplicate"].append(row)
    questionnaires = [counted(office, q) for q in office.questionnaires]
    systems = sum(part["systems"] for part in questionnaires)
    submissions = [sum(row["submissions"] for row in refused), sum(counts.values()), duplicates]
    return {
        "format": "aiassess.portfolio/1",
        "assesses": {
            q.id: {"one": q.assesses.one["en"], "many": q.assesses.many["en"]}
            for q in office.questionnaires
            if q.assesses
        },
        "as_of": office.one("day")["as_of"],
        "submissions": systems + sum(submissions),
        "refused": {"submissions": submissions[0], "errors": refused},
        "latest": True,
        "superseded": {"submissions": submissions[1], **counts, "listed": listed[False]},
        "duplicates": {"submissions": duplicates, "listed": listed[True]},
        "systems": systems,
        "questionnaires": [part for part in questionnaires if part["systems"]],
    }


def counted(office, q):
    """Return what the summary should say of a questionnaire's systems."""
    office.look_at(q)

    def with_levels(view):
        return [
            {**row, "levels": {level.id: (row["levels"] or []).count(level.id) for level in q.levels}}
            for row in office.table(view)
        ]

    return {
        **{"id": q.id, "version": q.version, "status": q.status, "systems": office.one("total")["n"]},
        "levels": office.table("by_levels"),
        "verdicts": office.table("by_verdicts"),
        "statuses": office.table("by_statuses"),
        "kinds": with_levels("by_kinds"),
        "principles": office.table("by_principles"),
        "agencies": {"listed": with_levels("by_agencies"), "rest": None},
        "findings": office.one("open_findings"),
        "critical_findings": {**office.one("with_critical"), "findings": office.table("critical")},
        "reassessment": {**office.one("reassessment"), "soon_days": 90},
        "lists": {name: office.table(f"list_{name}") for name in ("stop", "hold", "overdue", "ahead")},
        "listed_at_most": 50,
        "at_work": at_work(office, q),
    }


def rounds(office, run, before):
    """Return what the summary says of two rounds."""
    newest = {q.id: q for q in office.questionnaires}
    office.set(run=before)
    refused = sum(row["submissions"] for row in office.table("refused"))
    questionnaires = [compared(office, newest[name], run, before) for name in sorted(newest)]
    systems = sum(part["then"]["systems"] for part in questionnaires)
    return {
        **{"against": f"{before}.parquet", "submissions": systems + refused, "refused": refused, "superseded": 0},
        **{"systems": systems, "only_critical": False},
        "questionnaires": [part for part in questionnaires if part["then"]["systems"] or part["now"]["systems"]],
    }


def compared(office, q, run, before):
    """Return what the summary should say of a questionnaire in two rounds; ``q``: its newest edition."""
    office.look_at(q, major=None, run=run)
    found, sides = office.one("comparison"), {}
    changes = found["changes"]
    for name, of, alone in (("then", before, changes["gone"]), ("now", run, changes["new"])):
        office.look_at(q, major=None, run=of)
        systems = office.one("total")["n"]
        sides[name] = {
            "round": {
                "systems": systems,
                "agencies": sum(row["name"] is not None for row in office.table("by_agencies")),
                "more_agencies": False,
                "verdicts": office.table("by_verdicts"),
                "statuses": office.table("by_statuses"),
                "critical_findings": office.one("with_critical"),
                "findings": office.one("open_findings"),
                "at_work": at_work(office, q),
                "unnamed": found[f"unnamed_{name}"],
                "repeated": systems - found["compared"] - alone - found[f"unnamed_{name}"],
            },
            "levels": {row.pop("id"): row for row in office.table("by_levels") if row.pop("statuses")},
            "principles": {row["id"]: row for row in office.table("by_principles")},
            "agencies": {
                (row["name"] or "").casefold(): {name: row[name] for name in ("name", "systems", "principles")}
                for row in office.table("by_agencies")
            },
        }

    def trends(part):
        return [{"id": name, **{side: of[part][name] for side, of in sides.items()}} for name in sides["now"][part]]

    listed = {name: [] for name in changes}
    for row in office.table("list_changed"):
        listed[row.pop("change")].append(row)
    return {
        "id": q.id,
        **{side: of["round"] for side, of in sides.items()},
        "compared": found["compared"],
        "editions": office.table("edition_pairs"),
        "levels": trends("levels"),
        "changes": changes,
        "lists": listed,
        **{way: moved(office, way) for way in ("opened", "closed")},
        "principles": trends("principles"),
        "agencies": {"listed": agencies(*(of["agencies"] for of in sides.values()), q), "rest": None},
    }


def moved(office, way):
    severities = {row.pop("way"): row for row in office.table("moved_severities")}
    findings = [row for row in office.table("moved_findings") if row.pop("way") == way]
    return {"severities": severities.get(way, dict.fromkeys(SEVERITIES, 0)), "findings": findings}


def agencies(then, now, q):
    """Return the trend of every agency, by its name now or else then; what it had no systems to measure with is nothing."""
    nothing = {"systems": 0, "sum_percent": 0, "mean_percent": None, "lowest_percent": None}
    none = {"name": None, "systems": 0, "principles": [{"id": tag.id, **nothing} for tag in q.principles]}
    both = [(now.get(key, none), then.get(key, none)) for key in then | now]
    both = [(one["name"] or other["name"], one["systems"], other["systems"], one, other) for one, other in both]
    both.sort(key=lambda item: (item[0] is None, -item[1], -item[2], item[0]))
    return [{"name": name, "then": without_name(other), "now": without_name(one)} for name, _, _, one, other in both]


def without_name(agency):
    return {"systems": agency["systems"], "principles": agency["principles"]}


def at_work(office, q):
    *ministries, all_ = office.table("by_ministries")
    told = {
        "officers": {**office.one("officers"), "median_rounded": False},
        "hours_per_officer": {**office.one("hours"), "median_rounded": False},
        "hours_a_week": office.one("week"),
        "implausible": {
            **{"systems": all_["implausible"], "most_officers": 2_000_000, "most_hours": 60},
            "listed": office.table("list_impossible"),
        },
    }
    if "ministry" in q.subject:
        told["ministries"] = {"all": {**all_, "name": None}, "listed": ministries, "rest": None}
    return told
