"""Whole runs against an earlier round: however they are shared out, interrupted and taken up again."""

import importlib.util
import json
import sqlite3
from functools import partial

import pytest

from aiassess import build_report, score
from aiassess.answers.check import check_answers
from aiassess.batch import standing
from aiassess.batch.outputs import Target
from aiassess.batch.rounds.compare import CHANGED
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput, WrongUsage
from support.batches import QUESTIONNAIRE, plan, rows_of, run, submission
from support.each import each
from support.schemas import Schema

FORMATS = ["csv", "jsonl", *(["parquet"] if importlib.util.find_spec("pyarrow") else [])]
SUMMARY = (("summary.json", "json"),)
AS_OF = "2027-05-01"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """Make a round of eight systems, and one in which two of them are gone, two new and two worse; one in each is broken."""
    monkeypatch.chdir(tmp_path)
    for name, numbers in (("first", range(8)), ("second", range(2, 10))):
        some = [
            submission(n, office=f"Office {n % 3}", harm="all" if name == "second" and n < 4 else "none")
            for n in numbers
        ]
        (tmp_path / f"{name}.jsonl").write_bytes(b"\n".join([*some, b"{", b""]))
    run(["first.jsonl"], ["then.jsonl", "then.csv", *(["then.parquet"] if "parquet" in FORMATS else [])])
    return tmp_path


second = partial(run, ["second.jsonl"], ["now.csv"], summaries=SUMMARY, as_of=AS_OF)


def told(here):
    data = json.loads((here / "summary.json").read_text(encoding="utf-8"))
    Schema("portfolio").validate(data)
    return data["rounds"]


@each("format_", FORMATS)
def test_a_run_is_compared_with_a_table_of_any_format(here, format_):
    made = second(against=f"then.{format_}", changes=Target("changes.jsonl", "jsonl"))
    rounds = told(here)
    assert (rounds["against"], rounds["submissions"], rounds["refused"], rounds["systems"]) == (
        f"then.{format_}",
        9,
        1,
        8,
    )
    (of,) = rounds["questionnaires"]
    counts = {"new": 2, "gone": 2, "level_up": 2, "level_down": 0, "level_other": 0, "verdict": 0}
    assert (of["compared"], of["changes"]) == (6, counts)
    assert made.against.counts() == {"both": 6, **counts, "opened": 0, "closed": 0}
    changes = rows_of(here / "changes.jsonl")
    assert [(item["system"], item["change"]) for item in changes] == [
        ("System 0", "gone"),
        ("System 3", "level_up"),
        ("System 9", "new"),
        ("System 1", "gone"),
        ("System 2", "level_up"),
        ("System 8", "new"),
    ]
    assert tuple(changes[0]) == CHANGED
    assert [item["edition_now"] for item in changes[:2]] == [None, "tiny@1.2.0"]


def test_the_list_of_changes_is_written_without_a_summary_too(here):
    run(["second.jsonl"], ["now.csv"], against="then.csv", changes=Target("changes.csv", "csv"))
    found = rows_of(here / "changes.csv")
    assert len(found) == 6
    assert found[1]["level_then"], found[1]["level_now"] == ("low", "high")
    assert sorted(path.name for path in here.iterdir() if "now" in path.name) == ["now.csv"]


def test_typed_text_is_harmless_in_the_list_of_changes(here):
    (here / "second.jsonl").write_bytes(submission(1, name='=1+1;"\n', office="\u202eMinistry"))
    run(["second.jsonl"], ["now.csv"], against="then.csv", changes=Target("changes.csv", "csv"))
    assert b'\n\\u{202e}Ministry,"\'=1+1;""",tiny,new,,middle,,' in (here / "changes.csv").read_bytes()


@pytest.mark.parametrize("latest", [False, True])
def test_how_the_work_is_shared_out_changes_nothing(here, latest):
    found = []
    for options in ({}, {"jobs": 2, "sizes": (300, 1)}, {"sizes": (700, 2)}):
        second(against="then.jsonl", latest=latest, changes=Target("changes.csv", "csv"), **options)
        found.append([(here / name).read_bytes() for name in ("now.csv", "changes.csv", "summary.json")])
        (here / "now.csv").unlink()
    assert found[0] == found[1] == found[2]


def test_a_run_without_an_earlier_round_gives_the_same_rows_as_one_with_it(here):
    second()
    before = (here / "now.csv").read_bytes()
    second(against="then.jsonl")
    assert (here / "now.csv").read_bytes() == before


def test_what_a_later_run_takes_up_is_compared_as_a_whole(here):
    second(against="then.jsonl", changes=Target("changes.csv", "csv"))
    whole = [(here / name).read_bytes() for name in ("now.csv", "changes.csv", "summary.json")]
    for name in ("now.csv", "changes.csv", "summary.json"):
        (here / name).unlink()
    options = {
        "against": "then.jsonl",
        "changes": Target("changes.csv", "csv"),
        "summaries": SUMMARY,
        "as_of": AS_OF,
        "sizes": (900, 1),
    }

    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Run(plan(["second.jsonl"], ["now.csv"], **options)).go(stop)
    for other in ({"against": "then.csv"}, {"changes": Target("others.csv", "csv")}):
        with pytest.raises(WrongUsage) as error:
            run(["second.jsonl"], ["now.csv"], **{**options, **other}, resume=True)
        assert error.value.problems[0].code == "resume_differs"
    run(["second.jsonl"], ["now.csv"], **options, resume=True)
    assert [(here / name).read_bytes() for name in ("now.csv", "changes.csv", "summary.json")] == whole


def test_an_earlier_table_that_is_refused_costs_nothing_that_is_there(here):
    (here / "now.csv").write_text("mine")
    (here / "bad.csv").write_text("a,b\n")
    with pytest.raises(InvalidInput):
        second(against="bad.csv")
    assert (here / "now.csv").read_text() == "mine"


def test_the_earlier_table_is_neither_overwritten_nor_read_as_a_submission(here):
    with pytest.raises(WrongUsage) as error:
        run(["second.jsonl"], ["then.csv"], against="then.csv")
    assert error.value.problems[0].code == "output_is_input"
    (here / "in").mkdir()
    (here / "then.jsonl").rename(here / "in" / "then.jsonl")
    (here / "second.jsonl").rename(here / "in" / "second.jsonl")
    made = run(["in"], ["now.csv"], against="in/then.jsonl", changes=Target("in/changes.jsonl", "jsonl"))
    assert made.counts.rows == 9
    assert (
        run(["in"], ["now.csv"], against="in/then.jsonl", changes=Target("in/changes.jsonl", "jsonl")).counts.rows == 9
    )


def adds_up(data):
    """Return the one questionnaire's part of both rounds, whose figures and the summary's are of the same systems."""
    (made,), rounds = data["questionnaires"], data["rounds"]
    (of,) = rounds["questionnaires"]
    assert of["now"]["systems"] == made["systems"] == data["systems"]
    assert (
        of["then"]["systems"] == rounds["systems"] == rounds["submissions"] - rounds["refused"] - rounds["superseded"]
    )
    for round_, apart in (("now", "new"), ("then", "gone")):
        counts = of[round_]
        assert counts["systems"] == of["compared"] + of["changes"][apart] + counts["unnamed"] + counts["repeated"]
    for name in ("levels", "verdicts", "statuses"):
        here = {item["id"]: item.get("now", item)["systems"] for item in (of if name == "levels" else of["now"])[name]}
        assert here == {item["id"]: item["systems"] for item in made[name]}
    for one, other in zip(of["principles"], made["principles"], strict=True):
        assert one["now"] == {key: item for key, item in other.items() if key != "title"}
    return of


@pytest.mark.parametrize("latest", [False, True])
def test_what_is_set_aside_is_in_neither_round(here, latest):
    """A revision under another name in each round, of a report and of answers, and a system submitted twice."""

    def folder(name, *documents):
        (here / name).mkdir()
        for n, document in enumerate(documents):
            (here / name / f"{n}.json").write_bytes(document)

    def revision(of, name):
        document = json.loads(of)
        report = build_report(score(QUESTIONNAIRE, check_answers(document, QUESTIONNAIRE, "")))
        document["about"]["revises"] = report["digest"]
        document["answers"]["name"] = name
        return json.dumps(report).encode(), json.dumps(document).encode()

    first = submission(1)
    report, renamed = revision(first, "Renamed")
    another, again = revision(renamed, "Renamed again")
    folder("2025", report, another, submission(2), submission(2, harm="all"))
    folder("2026", renamed, again, submission(2), submission(3))
    run(["2025"], ["2025.jsonl"], latest=latest)
    options = {"summaries": SUMMARY, "as_of": AS_OF, "latest": latest}
    run(["2026"], ["2026.csv"], against="2025.jsonl", changes=Target("c.jsonl", "jsonl"), **options)
    of = adds_up(json.loads((here / "summary.json").read_text(encoding="utf-8")))
    assert (of["then"]["systems"], of["now"]["systems"]) == ((2, 3) if latest else (3, 3))
    assert (of["compared"], of["changes"]["new"], of["changes"]["gone"]) == (2, 1, 0)
    assert [item["system"] for item in rows_of(here / "c.jsonl") if item["change"] == "new"] == ["System 3"]


@pytest.mark.parametrize("options", [{"against": "then.jsonl"}, {"due": ["due.csv"]}])
def test_a_full_disk_is_told(here, monkeypatch, options):
    """A database that may not grow fails as one on a full disk does."""

    def small(name, **options):
        database = connect(name, **options)
        database.execute("PRAGMA max_page_count = 2")
        return database

    connect = sqlite3.connect
    monkeypatch.setattr(standing.sqlite3, "connect", small)
    with pytest.raises(InvalidInput) as error:
        second(**options)
    assert error.value.problems[0].code == "temporary_folder"


def test_systems_of_a_questionnaire_of_its_own_need_it_in_both_rounds(here):
    with pytest.raises(InvalidInput) as error:
        run(["second.jsonl"], ["now.csv"], against="then.csv", questionnaires=())
    assert "“tiny 1.2.0”" in str(error.value)
    assert QUESTIONNAIRE.id == "tiny"
