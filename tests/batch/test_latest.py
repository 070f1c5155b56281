"""The latest submission of each system, held against its plain definition (docs/rounds.md#the-latest-of-each-system)."""

import json
import signal
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiassess.batch import late
from aiassess.batch.outputs import Target
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput, WrongUsage
from aiassess.report.documents import parse_document
from support.batches import QUESTIONNAIRE, lines, plan, report_of, rows_of, run, system
from support.each import tiers
from support.examples import examples
from support.hostile import STRINGS

OUTPUTS = ["rows.csv", "rows.jsonl"]
ASIDE = Target("aside.jsonl", "jsonl")
SUMMARIES = (("summary.json", "json"), ("summary.md", "md"), ("summary.html", "html"))


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def latest(raws, **options):
    """Return the lines kept of a file with these submissions, and of those set aside why and because of which line."""
    Path("in.jsonl").write_bytes(b"".join(raw + b"\n" for raw in raws))
    run(["in.jsonl"], OUTPUTS, latest=True, set_aside=ASIDE, **options)
    aside = {row["line"]: (row["set_aside"], row["by_line"]) for row in rows_of(Path("aside.jsonl"))}
    return [row["line"] for row in rows_of(Path("rows.jsonl"))], aside


def test_the_newest_of_a_name_is_kept_whatever_the_time_zone():
    raws = [
        system(completed_at="2026-10-01T12:00:00+08:00"),
        system(completed_at="2026-10-01T05:00:00.5Z"),
        system(completed_at="2026-10-01T05:00:00Z"),
        system(completed_at=None),
        b"{",
        system(name="Beta"),
        system(name="  ALPHA ", office="OFFICE", completed_at="2026-10-01T04:59:59.999999999Z"),
    ]
    newer = ("newer", 2)
    assert latest(raws) == ([2, 5, 6], {1: newer, 3: newer, 4: newer, 7: newer})


def test_of_those_as_new_the_last_is_kept():
    assert latest([system(harm="all"), system(harm="none"), system()]) == ([3], {1: ("newer", 3), 2: ("newer", 3)})


def test_what_is_the_same_is_a_duplicate_of_the_one_that_comes_first():
    other = json.dumps(json.loads(system()), indent=None, separators=(",", ":")).encode()
    old = system(completed_at="2025-01-01T00:00:00Z")
    raws = [system(), other, old, old, json.dumps(report_of(system())).encode()]
    duplicate = {1: ("duplicate", 5), 2: ("duplicate", 5), 3: ("duplicate", 4), 4: ("newer", 5)}
    assert latest(raws) == ([5], duplicate)


def test_a_system_without_a_name_is_its_own_but_for_the_same_bytes():
    raws = [system(name=None), system(name=None, harm="all"), system(name=None), system(name=None, office=None)]
    assert latest(raws) == ([2, 3, 4], {1: ("duplicate", 3)})


def test_a_revision_replaces_its_report_whatever_the_names_and_the_dates():
    old = system(completed_at="2026-06-01T00:00:00Z")
    renamed = system(name="Omega", completed_at="2024-01-01T00:00:00Z", revises=report_of(old)["digest"])
    assert latest([renamed, json.dumps(report_of(old)).encode(), old]) == (
        [1],
        {2: ("revised", 1), 3: ("duplicate", 2)},
    )
    assert latest([old, renamed]) == ([2], {1: ("revised", 2)})


def test_a_renamed_system_does_not_come_back_under_its_old_name():
    first = system(completed_at="2024-06-01T00:00:00Z")
    second = system(completed_at="2025-06-01T00:00:00Z")
    renamed = system(name="Omega", completed_at="2026-06-01T00:00:00Z", revises=report_of(second)["digest"])
    again = system(completed_at="2025-06-02T00:00:00Z")
    undated = system(completed_at=None, revises=report_of(second)["digest"])
    assert latest([first, second, undated]) == ([3], {1: ("newer", 3), 2: ("revised", 3)})
    assert latest([first, second, renamed]) == ([3], {1: ("newer", 2), 2: ("revised", 3)})
    assert latest([first, second, renamed, again]) == ([3, 4], {1: ("newer", 4), 2: ("revised", 3)})


def test_what_is_refused_revises_nothing():
    old = system()
    broken = json.loads(system(name="Omega", revises=report_of(old)["digest"])) | {"more": 1}
    assert latest([json.dumps(report_of(old)).encode(), json.dumps(broken).encode()]) == ([1, 2], {})


def test_names_are_told_apart_and_nothing_else(here):
    texts = [text for text in STRINGS if text.strip() and "\x00" not in text]
    names = list(dict.fromkeys([*texts, "x" * 5000 + "1", "x" * 5000 + "2"]))
    kept, aside = latest([system(name=name, completed_at=None) for name in names])
    folded = [" ".join(unicodedata.normalize("NFC", name).split()).casefold() for name in names]
    assert len(kept) + len(aside) == len(names)
    for line, (_, by) in aside.items():
        assert folded[line - 1] == folded[by - 1] or not folded[line - 1].isascii(), names[line - 1]


# The definition, as plainly as it can be put

MOMENTS = [
    None,
    "2025-05-01T00:00:00Z",
    "2026-05-01T08:00:00+08:00",
    "2026-05-01T00:00:00.25Z",
    "2026-05-01T00:00:01-00:30",
]


@st.composite
def rounds(draw):
    """Submissions of a few systems, some revising an earlier one, as answers or as reports."""
    found = []
    for _ in range(draw(st.integers(1, 9))):
        fields = {
            "name": draw(st.sampled_from(["Alpha", "alpha ", "Beta", "Gamma", None])),
            "office": draw(st.sampled_from(["Office", "OFFICE", "Bureau", None])),
            "harm": draw(st.sampled_from(["none", "all"])),
            "completed_at": draw(st.sampled_from(MOMENTS)),
        }
        if found and draw(st.booleans()):
            fields["revises"] = report_digest(draw(st.sampled_from(found)))
        raw = system(**fields)
        found.append(json.dumps(report_of(raw)).encode() if draw(st.booleans()) else raw)
    return [*found, *draw(st.lists(st.sampled_from([*found, b"{"]), max_size=2))]


def report_digest(raw):
    return parse_document(raw, "", lambda _: QUESTIONNAIRE).report["digest"]


def key_of(row):
    if row["system"] is None:
        return row["digest"]
    return row["questionnaire"], *(" ".join((row[name] or "").casefold().split()) for name in ("agency", "system"))


def office_of(row):
    return " ".join((row["agency"] or "").casefold().split())


def judged(row):
    return {key: cell for key, cell in row.items() if key not in ("source", "line", "report_digest", "digest")}


def moment(row):
    return datetime.fromisoformat(row["completed_at"]).timestamp() if row["completed_at"] else 0


def known(rows, scored, reports, then):
    """Return by place the digests of the reports that are known: those submitted, and some of those that answers files give.

    These are looked for if no report that was submitted is the one that is revised. ``then``: rows of an earlier round.
    """
    digests = {place: rows[place]["report_digest"] for place in scored}
    sought = {at: rows[at]["revises"] for at in scored if rows[at]["revises"] not in (None, *digests.values())}
    reports_then = {row["report_digest"]: key_of(row) for row in then if row["report_digest"]}
    now = [(key_of(rows[place]), moment(rows[place])) for place in scored]

    def is_there(row):
        return any(key == key_of(row) and abs(at - moment(row)) < 2 * 24 * 60 * 60 for key, at in now)

    names_then = {key_of(row) for row in then if not is_there(row)}

    def look(may_be):
        found = {place: reports[place] for by, place in may_be if by != place and reports[place] == sought[by]}
        digests.update({place: digest for place, digest in found.items() if not digests[place]})

    look(
        (by, at)
        for by in sought
        for at in scored
        if key_of(rows[at]) in (key_of(rows[by]), reports_then.get(sought[by]))
    )
    lost = {place for place, digest in sought.items() if digest not in {*digests.values(), *reports_then}}
    lost = {place for place in lost if key_of(rows[place]) not in names_then}
    look((by, at) for by in lost for at in scored if office_of(rows[at]) == office_of(rows[by]))
    return digests


def defined(rows, reports, then=()):
    """Return of each row that is set aside, by its place, why and because of which row."""
    scored = [place for place, row in enumerate(rows) if row["status"] != "refused"]
    digests = known(rows, scored, reports, then)

    def revises(place):
        return [other for other in scored if rows[place]["revises"] and digests[other] == rows[place]["revises"]]

    def depth(place):
        return max((1 + depth(other) for other in revises(place)), default=0)

    def new(place):
        return max([moment(rows[place]), *map(new, revises(place))])

    def rank(place):
        return new(place), depth(place), place

    revisers = {
        place: max(by, key=rank) for place in scored if (by := [other for other in scored if place in revises(other)])
    }
    found = {}
    for place in scored:
        alike = [other for other in scored if key_of(rows[other]) == key_of(rows[place])]
        same = [other for other in alike if judged(rows[other]) == judged(rows[place])]
        stands = max(same, key=lambda other: (other in revisers, other))
        newest = max(alike, key=rank)
        if place in revisers:
            found[place] = "revised", revisers[place]
        elif stands != place:
            found[place] = "duplicate", stands
        elif newest != place:
            found[place] = "newer", newest
    return found


@examples(150)
@given(rounds())
def test_the_standing_is_as_defined(raws):
    Path("in.jsonl").write_bytes(b"".join(raw + b"\n" for raw in raws))
    run(["in.jsonl"], ["all.jsonl"])
    rows = rows_of(Path("all.jsonl"))
    reports = [None if row["status"] == "refused" else report_digest(raw) for row, raw in zip(rows, raws, strict=True)]
    expected = defined(rows, reports)
    kept, aside = latest(raws)
    assert {line - 1: (rule, by - 1) for line, (rule, by) in aside.items()} == expected
    assert kept == [place + 1 for place in range(len(rows)) if place not in expected]
    assert kept
    assert rows_of(Path("rows.jsonl")) == [rows[line - 1] for line in kept]


@examples(100)
@given(raws=rounds(), chosen=st.randoms(use_true_random=False))
def test_the_standing_is_as_defined_after_an_earlier_round(raws, chosen):
    before, raws = ([raw for raw in raws if chosen.random() < share] for share in (0.4, 0.8))
    for name, some in (("then", before), ("in", raws)):
        Path(f"{name}.jsonl").write_bytes(b"".join(raw + b"\n" for raw in some))
        run([f"{name}.jsonl"], [f"all-{name}.jsonl"])
    then, rows = ([*rows_of(Path(f"all-{name}.jsonl"))] for name in ("then", "in"))
    reports = [None if row["status"] == "refused" else report_digest(raw) for row, raw in zip(rows, raws, strict=True)]
    expected = defined(rows, reports, [row for row in then if row["status"] != "refused"])
    _, aside = latest(raws, against="all-then.jsonl")
    assert {line - 1: (rule, by - 1) for line, (rule, by) in aside.items()} == expected


# What the rest of a run says of them


def nation(here):
    """Write inputs in which systems come more than once."""
    old = system(name="System 3")
    renamed = system(name="Renamed", revises=report_of(old)["digest"])
    later = [system(name=f"System {n}", harm="all", completed_at="2026-11-01T00:00:00Z") for n in range(5, 15)]
    (here / "a.jsonl").write_bytes(lines(40) + b"\n".join([b"{", old, *later]) + b"\n")
    of_answers = [system(name=name, revises=report_of(later[0])["digest"]) for name in ("Renamed too", "System 6")]
    (here / "b.jsonl").write_bytes(
        b"\n".join([renamed, *of_answers, lines(10) + json.dumps(report_of(old)).encode()]) + b"\n"
    )
    return ["a.jsonl", "b.jsonl"]


def contents(here):
    names = (*OUTPUTS, ASIDE.name, *(name for name, _ in SUMMARIES))
    found = [(here / name).read_bytes() for name in names]
    for name in names:
        (here / name).unlink()
    assert [path.name for path in here.iterdir() if "rows" in path.name] == []
    return found


OPTIONS = {"latest": True, "set_aside": ASIDE, "summaries": SUMMARIES, "as_of": "2026-11-30"}


def test_the_summary_counts_the_latest_and_lists_the_others_apart(here):
    inputs = nation(here)
    counted = run(inputs, OUTPUTS, **OPTIONS).counts
    rows, aside = rows_of(here / "rows.jsonl"), rows_of(here / ASIDE.name)
    summary = json.loads((here / "summary.json").read_text(encoding="utf-8"))
    rules = [row["set_aside"] for row in aside]
    assert counted.aside == {rule: rules.count(rule) for rule in ("revised", "newer", "duplicate")}
    assert counted.rows == len(rows) + len(aside) == summary["submissions"]
    assert summary["systems"] == len(rows) - 1 == sum(1 for row in rows if row["status"] != "refused")
    assert summary["latest"] is True
    superseded, duplicates = summary["superseded"], summary["duplicates"]
    assert (superseded["revised"], superseded["newer"]) == (rules.count("revised"), rules.count("newer"))
    assert superseded["submissions"] == len(superseded["listed"]) == superseded["revised"] + superseded["newer"]
    assert duplicates["submissions"] == len(duplicates["listed"]) == rules.count("duplicate") > 0
    text = (here / "summary.md").read_text(encoding="utf-8")
    assert f"{superseded['submissions']} superseded, {duplicates['submissions']} duplicates, 1 refused" in text
    assert f"Older than another submission of the same agency and name: {superseded['newer']}." in text
    assert "Of each system only its latest submission counts" in text
    assert "counts twice" not in text


def test_a_level_is_reached_by_the_latest_alone(here):
    (here / "a.jsonl").write_bytes(
        system(harm="all", completed_at="2025-01-01T00:00:00Z") + b"\n" + system(harm="none") + b"\n"
    )
    assert run(["a.jsonl"], ["all.csv"], fail_on="high").counts.reached == 1
    assert run(["a.jsonl"], OUTPUTS, fail_on="high", latest=True).counts.reached == 0


@pytest.mark.parametrize(("jobs", "sizes"), tiers(fast=[(2, (3000, 2))], deep=[(1, (700, 1)), (3, (1, 1))]))
def test_any_number_of_processes_gives_the_same_bytes(here, jobs, sizes):
    inputs = nation(here)
    run(inputs, OUTPUTS, **OPTIONS)
    whole = contents(here)
    run(inputs, OUTPUTS, jobs=jobs, sizes=sizes, **OPTIONS)
    assert contents(here) == whole


def test_standard_output_gets_the_same_and_nothing_is_left(here, capfdbinary, monkeypatch):
    inputs = nation(here)
    run(inputs, OUTPUTS, latest=True)
    expected = (here / "rows.csv").read_bytes()
    (here / "temporary").mkdir()
    capfdbinary.readouterr()
    with monkeypatch.context() as changed:
        changed.setattr("tempfile.tempdir", str(here / "temporary"))
        run(inputs, ["-"], latest=True)
    assert capfdbinary.readouterr().out == expected
    assert not any((here / "temporary").iterdir())
    with monkeypatch.context() as changed:
        changed.setattr("tempfile.tempdir", str(here / "none"))
        for outputs in (["-"], ["rows.xlsx"]):
            with pytest.raises(InvalidInput) as caught:
                run(inputs, outputs, latest=True)
            assert caught.value.problems[0].code == "temporary_folder"


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_a_long_table_the_rows_of_the_latest_are_kept(here, jobs):
    inputs = [*nation(here), "a.jsonl"]
    target = Target("answers.csv", "csv", "answers")
    others = Target("answers.jsonl", "jsonl", "answers"), Target("marked.csv", "csv", "answers", marked=True)
    Run(replace(plan(inputs, []), targets=(target,))).go(lambda: None)
    every = rows_of(here / "answers.csv")
    run(inputs, OUTPUTS, latest=True)
    kept = [(row["source"], str(row["line"])) for row in rows_of(here / "rows.jsonl")]
    Run(replace(plan(inputs, [], latest=True, jobs=jobs, sizes=(5000, 2)), targets=(target, *others))).go(lambda: None)
    found = rows_of(here / "answers.csv")
    assert (here / "marked.csv").read_bytes() == b"\xef\xbb\xbf" + (here / "answers.csv").read_bytes()
    ids = [(row["source"], str(row["line"]), row["question"]) for row in rows_of(here / "answers.jsonl")]
    assert ids == [(row["source"], row["line"], row["question"]) for row in found]
    assert found
    assert [row for row in found if (row["source"], row["line"]) not in kept] == []
    assert len(found) == len({tuple(row.items()) for row in every if (row["source"], row["line"]) in kept})
    assert [row for row in found if row not in every] == []
    assert sorted(path.name for path in here.glob("answers*")) == ["answers.csv", "answers.jsonl"]


def test_a_register_and_the_lists_of_who_is_due_are_of_the_latest(here):
    inputs = nation(here)
    run(inputs, OUTPUTS, latest=True, due=["due.csv"], register="register", as_of="2026-11-30")
    rows = [row for row in rows_of(here / "rows.jsonl") if row["status"] != "refused"]
    assert len(rows_of(here / "due.csv")) == len(rows)
    assert sorted(path.name for path in here.iterdir() if "rows" in path.name) == OUTPUTS


# Interrupted


def stopped(inputs, after, *, looking=False, **options):
    """Run until so many chunks are judged, or looked through for revised reports; return whether it came to that."""
    chunks = 0

    def watch():
        nonlocal chunks
        chunks += begun.looking == looking
        if chunks == after:
            raise KeyboardInterrupt

    begun = Run(plan(inputs, OUTPUTS, sizes=(3000, 2), **OPTIONS, **options))
    try:
        begun.go(watch)
    except KeyboardInterrupt:
        assert begun.resumable
        return True
    return False


def test_a_run_that_is_interrupted_again_and_again_gives_the_same_bytes(here):
    inputs = nation(here)
    run(inputs, OUTPUTS, **OPTIONS)
    whole = contents(here)
    assert stopped(inputs, 1)
    while stopped(inputs, 1, resume=True):
        assert not (here / "rows.csv").exists()
    assert contents(here) == whole


def test_looking_for_revised_reports_can_be_interrupted_and_is_done_again(here):
    inputs = nation(here)
    run(inputs, OUTPUTS, **OPTIONS)
    whole = contents(here)
    assert stopped(inputs, 2, looking=True)
    assert stopped(inputs, 1, looking=True, resume=True)
    assert not (here / "rows.csv.partial.standing").exists()
    assert not stopped(inputs, 999, resume=True)
    assert contents(here) == whole


def test_the_end_of_a_run_can_be_interrupted_and_is_done_again(here, monkeypatch):
    inputs = nation(here)
    run(inputs, OUTPUTS, **OPTIONS)
    whole = contents(here)
    real, times = late.make, []

    def make(target, *given):
        times.append(target)
        if len(times) == 2:
            signal.raise_signal(signal.SIGINT)
        real(target, *given)

    monkeypatch.setattr("aiassess.batch.run.make", make)
    with pytest.raises(KeyboardInterrupt):
        run(inputs, OUTPUTS, **OPTIONS)
    assert {path.name for path in here.glob("rows*")} == {
        "rows.csv",
        "rows.csv.partial",
        "rows.csv.csv.partial",
        "rows.csv.jsonl.partial",
        "rows.csv.aiassess-batch",
    }
    with pytest.raises(WrongUsage):
        run(inputs, OUTPUTS, **OPTIONS)
    run(inputs, OUTPUTS, resume=True, **OPTIONS)
    assert contents(here) == whole


@pytest.mark.parametrize(
    "what", ["rows.csv.partial.standing", "rows.csv.csv.partial.kept", "rows.jsonl.half", "aside.jsonl.half"]
)
def test_what_cannot_be_written_at_the_end_costs_nothing(here, what):
    inputs = nation(here)
    run(inputs, OUTPUTS, **OPTIONS)
    whole = contents(here)
    (here / what).mkdir()
    with pytest.raises(InvalidInput):
        run(inputs, OUTPUTS, **OPTIONS)
    (here / what).rmdir()
    run(inputs, OUTPUTS, resume=True, **OPTIONS)
    assert contents(here) == whole


@pytest.mark.skipif(sys.platform == "win32", reason="a limit for files")
def test_a_full_disk_is_said_and_the_run_goes_on_later(here):
    """The disk is full from the last chunk on: a limit for the size of a file stands for it."""
    import resource

    (here / "a.jsonl").write_bytes(b"".join(system(name=f"{n}") + b"\n" for n in range(300)))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    begun = Run(plan(["a.jsonl"], ["rows.jsonl"], latest=True))
    try:
        with pytest.raises(InvalidInput) as caught:
            begun.go(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, hard)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.problems[0].code == "rows_not_written"
    assert begun.resumable
    run(["a.jsonl"], ["rows.jsonl"], latest=True, resume=True)
    assert len(rows_of(here / "rows.jsonl")) == 300
    assert [path.name for path in here.iterdir() if "rows" in path.name] == ["rows.jsonl"]


@pytest.mark.deep
@pytest.mark.skipif(sys.platform == "win32", reason="kills")
def test_a_run_that_is_killed_at_its_end_leaves_nothing_once_it_was_finished(here, write_questionnaire):
    write_questionnaire("id: tiny\n")
    line = '{"format":"aiassess.answers/1","questionnaire":{"id":"tiny","version":"1.0.0"},"answers":{"colour":"red"}}'
    Path("big.jsonl").write_text("".join(line[:-1] + " " * n + "}\n" for n in range(3000)))
    command = [sys.executable, "-m", "aiassess", "batch", "big.jsonl", "-q", "tiny.yaml", "--latest", "-o", "rows.csv"]
    subprocess.run(command, check=True, capture_output=True)
    whole = Path("rows.csv").read_bytes()
    Path("rows.csv").unlink()
    for last in ("rows.csv.partial.standing", "rows.csv.csv.partial.kept", "rows.csv.half"):
        child = subprocess.Popen([*command, "--resume"], stderr=subprocess.DEVNULL)
        while child.poll() is None and not Path(last).exists():
            pass
        child.kill()
        child.wait()
    subprocess.run([*command, "--resume"], check=Path("rows.csv.aiassess-batch").exists(), capture_output=True)
    assert Path("rows.csv").read_bytes() == whole
    assert [path.name for path in here.iterdir() if path.name.startswith("rows")] == ["rows.csv"]


def test_another_choice_is_another_run(here):
    inputs = nation(here)
    assert stopped(inputs, 1)
    for options, what in (({"latest": False, "set_aside": None}, "--latest"), ({"set_aside": None}, "the outputs")):
        with pytest.raises(WrongUsage) as caught:
            run(inputs, OUTPUTS, resume=True, **{**OPTIONS, **options})
        assert caught.value.problems[0].code == "resume_differs"
        assert what in caught.value.problems[0].message("en")


def test_a_list_of_those_set_aside_needs_latest(here):
    with pytest.raises(WrongUsage) as caught:
        run(nation(here), OUTPUTS, set_aside=ASIDE)
    assert caught.value.problems[0].code == "set_aside_alone"
