"""Whose reports are revised, if the inputs have only the answers (docs/rounds.md#the-latest-of-each-system)."""

import gzip
import json
import os
import subprocess
import threading
from pathlib import Path

import pytest

from aiassess.batch import wanted
from aiassess.batch.judge import Judge
from aiassess.batch.outputs import Target
from support.batches import DOCUMENT, report_of, rows_of, run, system

ASIDE = Target("aside.jsonl", "jsonl")
OLD = system(name="Alpha", completed_at="2025-06-01T00:00:00Z")
DIGEST = report_of(OLD)["digest"]
OTHERS = [system(name=f"Other {n}") for n in range(5)]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def looked_at(monkeypatch):
    """The submissions whose reports were worked out."""
    found = []
    work_out = Judge.report_digest

    def noted(judge, raw):
        found.append(raw)
        return work_out(judge, raw)

    monkeypatch.setattr(Judge, "report_digest", noted)
    return found


def aside(raws, **options):
    """Return why lines of a file with these submissions are set aside, and because of which."""
    Path("in.jsonl").write_bytes(b"".join(raw + b"\n" for raw in raws))
    run(["in.jsonl"], ["rows.jsonl"], latest=True, set_aside=ASIDE, **options)
    return {row["line"]: (row["set_aside"], row["by_line"]) for row in rows_of(Path(ASIDE.name))}


def earlier(raws):
    Path("then.jsonl").write_bytes(b"".join(raw + b"\n" for raw in raws))
    run(["then.jsonl"], ["earlier.jsonl"])
    return "earlier.jsonl"


def test_those_of_the_same_name_are_looked_at_first_and_mostly_alone(looked_at):
    undated = system(name="alpha", completed_at=None, revises=DIGEST)
    assert aside([*OTHERS, OLD, undated]) == {6: ("revised", 7)}
    assert looked_at == [OLD]


def test_then_those_of_the_same_agency_because_a_system_may_have_been_renamed(looked_at):
    renamed = system(name="Omega", office="OFFICE", completed_at="2024-01-01T00:00:00Z", revises=DIGEST)
    elsewhere = system(name="Other 9", office="Bureau")
    assert aside([*OTHERS, elsewhere, OLD, renamed]) == {7: ("revised", 8)}
    assert looked_at == [*OTHERS, OLD, renamed]


def test_one_of_another_name_and_another_agency_is_told_by_its_report_alone():
    moved = system(name="Omega", office="Bureau", revises=DIGEST)
    assert aside([OLD, moved]) == {}
    assert aside([json.dumps(report_of(OLD)).encode(), moved]) == {1: ("revised", 2)}


def test_no_name_of_an_agency_is_one_too():
    old = system(office=None)
    assert aside([old, system(name="Omega", office=None, revises=report_of(old)["digest"])]) == {1: ("revised", 2)}


def test_none_is_if_the_earlier_round_has_the_system_or_the_report(looked_at):
    follows, renamed = system(name="Alpha", revises=DIGEST), system(name="Omega", revises=DIGEST)
    assert aside([*OTHERS, follows], against=earlier([OLD])) == {}
    assert aside([*OTHERS, renamed], against=earlier([json.dumps(report_of(OLD)).encode()])) == {}
    assert looked_at == []
    assert aside([*OTHERS, renamed], against=earlier([OLD])) == {}
    assert looked_at == [*OTHERS, renamed]


def test_answers_whose_report_the_earlier_round_has_are_revised_again(looked_at):
    renamed = system(name="Omega", completed_at=None, revises=DIGEST)
    against = earlier([json.dumps(report_of(OLD)).encode()])
    assert aside([*OTHERS, OLD, renamed], against=against) == {6: ("revised", 7)}
    assert looked_at == [OLD]


def test_a_round_of_all_that_was_ever_sent_finds_what_was_renamed_in_the_earlier_one_again():
    renamed = system(name="Omega", revises=DIGEST)
    newer = system(name="Omega", completed_at="2026-11-01T00:00:00Z")
    assert aside([OLD, renamed, newer], against=earlier([renamed])) == {1: ("revised", 2), 2: ("newer", 3)}
    assert aside([OLD, renamed, newer], against=earlier([newer])) == {1: ("revised", 2), 2: ("newer", 3)}


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_not_all_that_are_looked_at_are_held_in_memory(looked_at, monkeypatch, at_once):
    monkeypatch.setattr(wanted, "MOST_WANTED", at_once)
    undated = system(name="Alpha", completed_at=None, revises=DIGEST)
    again = system(name="Alpha", harm="all", completed_at=None)
    assert aside([again, *OTHERS, OLD, undated]) == {1: ("newer", 8), 7: ("revised", 8)}
    assert looked_at == [again, OLD]
    looked_at.clear()
    renamed = system(name="Omega", completed_at=None, revises=DIGEST)
    assert aside([again, *OTHERS, OLD, renamed]) == {1: ("newer", 7), 7: ("revised", 8)}
    assert looked_at == [again, *OTHERS, OLD, renamed]


def test_a_chain_of_answers_is_followed():
    second = system(name="Beta", completed_at=None, revises=DIGEST)
    third = system(name="Beta", completed_at=None, revises=report_of(second)["digest"])
    fourth = system(name="Gamma", completed_at=None, revises=report_of(third)["digest"])
    assert aside([fourth, third, OLD, second]) == {2: ("revised", 1), 3: ("revised", 4), 4: ("revised", 2)}


@pytest.mark.parametrize(("jobs", "sizes"), [(1, None), (2, (1, 1))])
def test_in_whatever_form_the_answers_came(here, jobs, sizes):
    renamed = {n: system(name=f"New {n}", revises=report_of(system(name=f"Old {n}"))["digest"]) for n in range(6)}
    old = [system(name=f"Old {n}") for n in range(6)]
    (here / "in").mkdir()
    (here / "in/0.json").write_bytes(old[0])
    (here / "in/1.jsonl").write_bytes(b"{\n" + old[1] + b"\n")
    (here / "in/2.json").write_bytes(b"[" + old[2] + b"]")
    (here / "in/3.jsonl.gz").write_bytes(gzip.compress(b"\n" + old[3] + b"\n"))
    (here / "in/4.json.gz").write_bytes(gzip.compress(b"[1," + old[4] + b"]"))
    (here / "in/5.json").write_bytes(b"\xef\xbb\xbf" + old[5])
    (here / "in/9.jsonl").write_bytes(b"\n".join(renamed.values()))
    run(["in"], ["rows.jsonl"], latest=True, set_aside=ASIDE, jobs=jobs, sizes=sizes)
    found = [(row["system"], row["set_aside"], row["by_line"]) for row in rows_of(here / ASIDE.name)]
    assert found == [(f"Old {n}", "revised", n + 1) for n in range(6)]


# What has changed meanwhile, or cannot be read again

RENAMED = system(name="Omega", completed_at=None, revises=DIGEST)
FOUND = [("old.jsonl", "revised", "omega.jsonl")]


def asides(inputs, **options):
    run(inputs, ["rows.jsonl"], latest=True, set_aside=ASIDE, **options)
    return [(row["source"], row["set_aside"], row["by_source"]) for row in rows_of(Path(ASIDE.name))]


@pytest.fixture
def meanwhile(monkeypatch, here):
    """Files of which something happens before they are read again."""
    for name, raws in (("first.jsonl", OTHERS), ("old.jsonl", [OLD]), ("omega.jsonl", [RENAMED])):
        (here / name).write_bytes(b"".join(raw + b"\n" for raw in raws))
    find = wanted.Finder.find

    def happens(what):
        monkeypatch.setattr(wanted.Finder, "find", lambda finder: (what(), find(finder)))

    return happens


@pytest.mark.parametrize("old", [[OLD.replace(b"Office", b"Bureau")], [b"{}", OLD], []])
def test_what_has_changed_meanwhile_is_passed_over(here, meanwhile, old):
    meanwhile(lambda: (here / "old.jsonl").write_bytes(b"".join(raw + b"\n" for raw in old)))
    assert asides(["first.jsonl", "old.jsonl", "omega.jsonl"]) == []


@pytest.mark.parametrize("first", [OTHERS[:2], [*OTHERS, OTHERS[0]], [b"{", *OTHERS], []])
@pytest.mark.parametrize("sizes", [None, (1, 1)])
def test_what_has_changed_costs_nothing_of_what_comes_after_it(here, meanwhile, first, sizes):
    meanwhile(lambda: (here / "first.jsonl").write_bytes(b"".join(raw + b"\n" for raw in first)))
    assert asides(["first.jsonl", "old.jsonl", "omega.jsonl"], sizes=sizes) == FOUND


def test_neither_does_a_file_that_is_gone_or_cut(here, meanwhile):
    meanwhile((here / "first.jsonl").unlink)
    assert asides(["first.jsonl", "old.jsonl", "omega.jsonl"]) == FOUND
    long = here / "first.jsonl"
    long.write_bytes(b"".join(raw + b"\n" for raw in OTHERS) * 50)
    meanwhile(lambda: os.truncate(long, 1500))
    assert asides(["first.jsonl", "old.jsonl", "omega.jsonl"], sizes=(1000, 2))[-1:] == FOUND


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_are_not_waited_for_again_and_cost_nothing_of_what_comes_after_them(here, meanwhile):
    os.mkfifo(here / "pipe")
    fed = threading.Thread(target=(here / "pipe").write_bytes, args=[b"".join(raw + b"\n" for raw in OTHERS)])
    fed.start()
    assert asides(["pipe", "old.jsonl", "omega.jsonl"]) == FOUND
    fed.join()


@pytest.mark.parametrize("way", ["pipe", "file"])
def test_neither_is_standard_input(here, meanwhile, program, way):
    (here / "tiny.yaml").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    words = ["batch", "-", "old.jsonl", "omega.jsonl", "-q", "tiny.yaml", "--latest", "-o", "rows.jsonl"]
    raw = (here / "first.jsonl").read_bytes()
    with (here / "first.jsonl").open("rb") as file:
        given = {"input": raw} if way == "pipe" else {"stdin": file}
        done = subprocess.run([*program, *words], check=False, capture_output=True, timeout=60, **given)
    assert done.returncode == 0, done.stderr
    assert [row["system"] for row in rows_of(here / "rows.jsonl")][-2:] == ["Other 4", "Omega"]


# Of whom it is told


def test_another_submission_changes_nothing_of_whose_report_it_may_be(looked_at):
    third = system(name="Third", revises="sha256:" + "0" * 64)
    moved = system(name="Omega", office="Bureau", revises=DIGEST)
    assert aside([OLD, moved, third]) == {}
    assert OLD in looked_at
    known = system(name="Omega", completed_at="2025-01-01T00:00:00Z")
    assert aside([OLD, RENAMED, third], against=earlier([known])) == {}


def test_an_earlier_table_without_moments_still_tells_who_is_there_again(here):
    now = system(name="Omega", completed_at="2026-10-01T23:30:00-10:00", revises=DIGEST)
    table = Path(earlier([now]))
    rows = [{name: cell for name, cell in row.items() if name != "completed_at"} for row in rows_of(table)]
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert aside([OLD, now], against=str(table)) == {1: ("revised", 2)}


def test_rows_that_are_kept_say_no_digest_of_a_report_that_was_never_made(here):
    aside([OLD, system(name="Omega", revises=DIGEST)])
    assert [row["report_digest"] for row in rows_of(here / "rows.jsonl")] == [None]


def test_a_list_of_who_is_due_leaves_them_out(here):
    aside([OLD, system(name="Omega", revises=DIGEST)], due=["due.csv"], as_of="2026-11-30")
    assert [row["system"] for row in rows_of(here / "due.csv")] == ["Omega"]
