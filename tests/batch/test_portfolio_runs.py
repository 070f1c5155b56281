"""Summaries of whole runs: however they are shared out, interrupted and taken up again."""

import json
from datetime import date
from functools import partial

import pytest

from aiassess import build_report, score
from aiassess.answers.check import check_answers
from aiassess.batch.portfolio.tally import Portfolio, ranks_of
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput, WrongUsage
from aiassess.render import renderer
from support.batches import QUESTIONNAIRE, lines, plan, run, submission

SUMMARIES = (("summary.json", "json"), ("summary.md", "md"), ("summary.html", "html"))
AS_OF = "2027-05-01"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for n in range(9):
        (tmp_path / "in" / f"{n}.json").write_bytes(submission(n, office=f"Office {n % 4}") if n % 5 else b"{")
    (tmp_path / "a.jsonl").write_bytes(lines(30) + b"{\n" + lines(9))
    return tmp_path


def summed(here, **options):
    """Run with summaries; return the summary as data."""
    run(["in", "a.jsonl"], ["rows.csv"], **{"summaries": SUMMARIES, "as_of": AS_OF, **options})
    return told(here)


def told(here):
    return json.loads((here / "summary.json").read_text(encoding="utf-8"))


def test_every_file_says_the_same(here):
    data = summed(here)
    assert (data["submissions"], data["systems"], data["refused"]["submissions"]) == (49, 46, 3)
    assert (data["as_of"], data["language"]) == (AS_OF, "en")
    assert [agency["systems"] for agency in data["questionnaires"][0]["agencies"]["listed"]] == [39, 2, 2, 2, 1]
    for name, format_ in SUMMARIES:
        assert (here / name).read_text(encoding="utf-8") == renderer(format_, "portfolio")(data)


def test_how_the_work_is_shared_out_changes_nothing(here):
    whole = summed(here)
    (here / "rows.csv").unlink()
    assert summed(here, sizes=(700, 2)) == whole
    (here / "rows.csv").unlink()
    assert summed(here, jobs=2, sizes=(900, 3)) == whole


def interrupted(after, **options):
    chunks = 0

    def watch():
        nonlocal chunks
        chunks += 1
        if chunks == after:
            raise KeyboardInterrupt

    settings = {"summaries": SUMMARIES, "sizes": (700, 2), **options}
    with pytest.raises(KeyboardInterrupt):
        Run(plan(["in", "a.jsonl"], ["rows.csv"], **settings)).go(watch)


def test_a_run_taken_up_again_counts_every_row_once(here):
    whole = summed(here)
    for name in ("rows.csv", *(name for name, _ in SUMMARIES)):
        (here / name).unlink()
    interrupted(3, as_of=AS_OF)
    assert not (here / "summary.json").exists()
    interrupted(4, as_of=AS_OF, resume=True)
    assert summed(here, resume=True) == whole


def test_a_run_taken_up_again_keeps_its_day(here, monkeypatch):
    interrupted(3, as_of="2026-12-24")
    assert summed(here, resume=True, as_of=None)["as_of"] == "2026-12-24"
    assert date.today().isoformat() != "2026-12-24"


def test_the_day_is_today_where_none_is_given(here):
    before = date.today().isoformat()
    found = summed(here, as_of=None)["as_of"]
    assert before <= found <= date.today().isoformat()


@pytest.mark.parametrize("options", [{"as_of": "2026-12-25"}, {"summaries": ()}])
def test_another_summary_is_not_taken_up(here, options):
    interrupted(3, as_of="2026-12-24")
    with pytest.raises(WrongUsage) as caught:
        summed(here, resume=True, **options)
    assert caught.value.problems[0].code == "resume_differs"
    assert "--as-of" in caught.value.problems[0].message("en")


def test_a_summary_among_the_inputs_is_no_submission(here):
    for _ in range(2):
        run(["in"], ["rows.csv"], summaries=(("in/summary.json", "json"),), as_of=AS_OF)
        (here / "rows.csv").unlink()
        assert json.loads((here / "in" / "summary.json").read_text(encoding="utf-8"))["submissions"] == 9


@pytest.mark.parametrize(("summary", "code"), [("rows.csv", "output_twice"), ("a.jsonl", "output_is_input")])
def test_a_summary_overwrites_no_rows_and_no_input(here, summary, code):
    with pytest.raises(WrongUsage) as caught:
        summed(here, summaries=((summary, "json"),))
    assert caught.value.problems[0].code == code


def test_a_summary_that_cannot_be_written_can_be_made_up_for(here):
    whole = summed(here)
    (here / "rows.csv").unlink()
    (here / "gone").mkdir()
    made = Run(plan(["in", "a.jsonl"], ["rows.csv"], summaries=(("gone", "json"),), as_of=AS_OF))
    with pytest.raises(InvalidInput):
        made.go(lambda: None)
    assert made.resumable
    (here / "gone").rmdir()
    run(["in", "a.jsonl"], ["rows.csv"], summaries=(("gone", "json"),), resume=True)
    assert json.loads((here / "gone").read_text(encoding="utf-8")) == whole


def test_workers_can_be_sent_what_they_count_with():
    import pickle

    from aiassess.batch.columns import Layout

    layout = Layout([QUESTIONNAIRE])
    make = pickle.loads(pickle.dumps(partial(Portfolio, as_of=AS_OF, ranks=ranks_of([QUESTIONNAIRE]))))
    assert make(layout).data() == b"[0,{},{},{},[[]],0,[[]]]"


def revised(here, number):
    """Write an assessment of a report, its revision, and the report's file; return the report."""
    document = json.loads(submission(number, office="Office R"))
    report = build_report(score(QUESTIONNAIRE, check_answers(document, QUESTIONNAIRE, "")))
    document["about"] = {**document.get("about", {}), "revises": report["digest"]}
    return report, json.dumps(document).encode()


def test_what_is_revised_is_no_system_wherever_its_revision_stands(here):
    """A report, and answers whose report is revised; the revision before them, after them, and in another file."""
    report, revision = revised(here, 3)
    old = json.dumps(report).encode()
    _, other = revised(here, 4)
    (here / "a.jsonl").write_bytes(
        revision + b"\n" + lines(30) + old + b"\n" + submission(4, office="Office R") + b"\n"
    )
    (here / "in" / "z.json").write_bytes(other)
    whole = summed(here)
    assert whole["superseded"]["submissions"] == 2
    assert whole["submissions"] == whole["systems"] + whole["refused"]["submissions"] + 2
    assert [item["agency"] for item in whole["superseded"]["listed"]] == ["Office R", "Office R"]
    (made,) = whole["questionnaires"]
    assert next(a["systems"] for a in made["agencies"]["listed"] if a["name"] == "Office R") == 2
    assert sum(made["reassessment"][name] for name in ("overdue", "soon", "later", "no_date")) == whole["systems"]
    for name, format_ in SUMMARIES[1:]:
        assert "2 superseded" in (here / name).read_text(encoding="utf-8"), format_
    for how in ({"sizes": (700, 2)}, {"sizes": (900, 3), "jobs": 2}):
        (here / "rows.csv").unlink()
        assert summed(here, **how) == whole
    for name in ("rows.csv", *(name for name, _ in SUMMARIES)):
        (here / name).unlink()
    interrupted(3, as_of=AS_OF)
    assert summed(here, resume=True) == whole


def test_a_revision_of_what_is_not_there_supersedes_nothing(here):
    _, revision = revised(here, 3)
    (here / "a.jsonl").write_bytes(revision + b"\n" + lines(3))
    assert summed(here)["superseded"] == {"submissions": 0, "revised": 0, "newer": 0, "listed": []}
