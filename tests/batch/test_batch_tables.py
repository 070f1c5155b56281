"""The long tables: a row for each answer, finding and risk."""

import csv
import io
import json
from pathlib import Path

import pytest

from aiassess import build_report, load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.batch.details import DETAILS
from aiassess.batch.outputs import TABLES
from aiassess.batch.run import Run
from aiassess.errors import WrongUsage
from support.batches import lines, plan, rows_of, run, submission
from support.each import each
from support.tiny import UNSURE, answers_document, control, inherent, tiny

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
WHOLE = tiny(
    {"id": "name"},
    {"id": "office", "ref": "A2"},
    inherent("harm", principles=["fair"]),
    control("guard", actors=["owner"], findings=[{"on": ["no"], "severity": "critical", "actor": "owner"}]),
    {"id": "kinds", "type": "choices", "options": {"one": 0, "two": 0, "three": 0}},
    {"id": "cold", "type": "number", "minimum": -50, "maximum": 50},
    {"id": "day", "type": "date"},
    {"id": "register", "type": "risks"},
    subject={"system": "name", "agency": "office"},
)
GIVEN = {
    "name": 'Said "=1", twice',
    "office": "Office",
    "harm": {"value": "all", "note": "=SUM(A1)\nsecond line", "evidence": [{"reference": "one"}, {"reference": "two"}]},
    "guard": "no",
    "kinds": ["three", "one"],
    "cold": -2.5,
    "day": "2026-01-02",
    "register": [
        {"title": "Leak, of data", "likelihood": 4, "consequence": 5, "due": "2026-12-31"},
        {
            **{"title": "Loss", "likelihood": 2, "consequence": 2, "treatment": "=Copy", "owner": "Unit"},
            **{"residual_likelihood": 1, "residual_consequence": 2},
        },
    ],
}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(here, name, *documents, outputs=("rows.csv",), **options):
    (here / "in.jsonl").write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    made = run(["in.jsonl"], outputs, table=name, questionnaires=(WHOLE,), **options)
    return made, (here / outputs[0]).read_text(encoding="utf-8")


LONG = TABLES[1:]
HEAD = "source,line,questionnaire,version,system,agency,level,level_title,section,section_title,question,ref,question_text,"
FIRST = 'in.jsonl,1,tiny,1.2.0,"Said ""=1"", twice",Office,high,High,main,Section main,'
SECOND = "in.jsonl,3,tiny,1.2.0,,,high,High,main,Section main,"
WANTED = {
    "answers": f"""{HEAD}status,value,number,label,score,points,maximum,evidence,note
{FIRST}name,,Question name?,answered,"Said ""=1"", twice",,,,0,0,0,
{FIRST}office,A2,Question office?,answered,Office,,,,0,0,0,
{FIRST}harm,,Question harm?,answered,all,,Option all,inherent,4,4,2,'=SUM(A1) second line
{FIRST}guard,,Question guard?,answered,no,,Option no,control,0,4,0,
{FIRST}kinds,,Question kinds?,answered,one three,,Option one; Option three,,0,0,0,
{FIRST}cold,,Question cold?,answered,'-2.5,-2.5,,,0,0,0,
{FIRST}day,,Question day?,answered,2026-01-02,,,,0,0,0,
{FIRST}register,,Question register?,answered,,,,,0,0,0,
{SECOND}name,,Question name?,unanswered,,,,,0,0,0,
{SECOND}office,A2,Question office?,unanswered,,,,,0,0,0,
{SECOND}harm,,Question harm?,unsure,,,,inherent,4,4,0,
{SECOND}guard,,Question guard?,unanswered,,,,control,0,4,0,
{SECOND}kinds,,Question kinds?,unanswered,,,,,0,0,0,
{SECOND}cold,,Question cold?,unanswered,,,,,0,0,0,
{SECOND}day,,Question day?,unanswered,,,,,0,0,0,
{SECOND}register,,Question register?,unanswered,,,,,0,0,0,
""",
    "findings": f"""{HEAD}finding,severity,finding_text,action,actor,actor_title,points_won
{FIRST}guard,,Question guard?,guard.finding_1,critical,Finding 1 of guard.,Do 1 of guard.,owner,Owner,0
""",
    "risks": (
        f"{HEAD}risk,likelihood,consequence,inherent_rating,treatment,residual_likelihood,residual_consequence,"
        f"""rating,owner,due
{FIRST}register,,Question register?,"Leak, of data",4,5,20,,,,20,,2026-12-31
{FIRST}register,,Question register?,Loss,2,2,4,'=Copy,1,2,2,Unit,
"""
    ),
}


@each("name", list(WANTED))
def test_a_table_word_for_word(here, name):
    whole, blank = answers_document(WHOLE, GIVEN), answers_document(WHOLE, {"harm": UNSURE})
    made, found = table(here, name, whole, {"rubbish": 1}, blank)
    assert found == WANTED[name]
    assert (made.counts.rows, made.counts.refused) == (3, 1)


def test_the_names_of_tables():
    assert {"scores", *DETAILS} == {*TABLES, "public"}, "which is for the register alone"
    with pytest.raises(WrongUsage) as raised:
        plan(["a"], ["rows.csv"], table="answer")
    assert raised.value.problems[0].code == "no_such_table"


@each("lang", ["en", "ms"])
def test_every_answer_finding_and_risk_of_the_examples_is_a_row(here, lang):
    gpaisa = load_questionnaire("gpaisa")
    for name in LONG:
        run(EXAMPLES, [f"{name}.jsonl"], table=name, lang=lang, questionnaires=(gpaisa,))
    found = {name: rows_of(here / f"{name}.jsonl") for name in LONG}
    for file in EXAMPLES:
        answers = check_answers(json.loads(file.read_text(encoding="utf-8")), gpaisa, "x")
        report = build_report(score(gpaisa, answers), lang)
        mine = {name: [row for row in rows if row["source"] == file.as_posix()] for name, rows in found.items()}
        assert [row["question"] for row in mine["answers"]] == [item["question"] for item in report["answers"]]
        assert [row["note"] for row in mine["answers"]] == [item["note"] for item in report["answers"]]
        assert [row["question_text"] for row in mine["answers"]] == [item["text"] for item in report["answers"]]
        assert [row["finding"] for row in mine["findings"]] == [item["id"] for item in report["findings"]]
        assert [row["action"] for row in mine["findings"]] == [item["action"] for item in report["findings"]]
        assert [row["risk"] for row in mine["risks"]] == [item["title"] for item in report["risks"]]
        assert {row["level_title"] for rows in mine.values() for row in rows} <= {report["result"]["level_title"]}


def test_beside_errors_reports_and_a_summary(here):
    whole = answers_document(WHOLE, GIVEN)
    options = {"errors": "errors.jsonl", "reports": "reports", "as_of": "2026-11-30"}
    table(here, "answers", whole, {}, whole, **options, summaries=(("summary.json", "json"),))
    assert json.loads((here / "summary.json").read_text(encoding="utf-8"))["submissions"] == 3
    assert len(rows_of(here / "errors.jsonl")) == 1
    assert len(list((here / "reports").rglob("*.json"))) == 2


def test_nothing_follows_a_refusal_that_must_stop(here):
    whole = answers_document(WHOLE, GIVEN)
    _, found = table(here, "risks", whole, {}, whole, strict=True)
    assert found == WANTED["risks"].replace("in.jsonl,3,", "in.jsonl,1,")


LATE = ["rows.parquet", "rows.xlsx"]
OUTPUTS = ["rows.csv", "rows.jsonl", *LATE]


def files(here):
    return {name: (here / name).read_bytes() for name in OUTPUTS}


def test_the_same_bytes_however_often_it_is_interrupted_and_by_how_many_made(here):
    (here / "a.jsonl").write_bytes(lines(30) + b"{\n" + lines(30))
    (here / "b.json").write_bytes(submission(7))
    run(["a.jsonl", "b.json"], OUTPUTS, table="answers")
    whole = files(here)
    assert len(rows_of(here / "rows.jsonl")) == 61 * 5
    run(["a.jsonl", "b.json"], OUTPUTS, table="answers", jobs=2, sizes=(3000, 1))
    assert files(here) == whole
    for outputs in (OUTPUTS, LATE):
        for name in OUTPUTS:
            (here / name).unlink()
        for resume in (False, True):
            stopped(["a.jsonl", "b.json"], outputs, table="answers", sizes=(3000, 1), resume=resume)
        run(["a.jsonl", "b.json"], outputs, table="answers", resume=True)
        left = sorted(path.name for path in here.iterdir())
        assert left == sorted(["a.jsonl", "b.json", *outputs])
        assert {name: (here / name).read_bytes() for name in outputs} == {name: whole[name] for name in outputs}
        run(["a.jsonl", "b.json"], OUTPUTS, table="answers")


def stopped(inputs, outputs, **options):
    made = Run(plan(inputs, outputs, **options))
    chunks = iter(range(3))

    def watch():
        if next(chunks) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made.go(watch)


def test_a_run_of_another_table_or_mark_is_not_resumed(here):
    (here / "a.jsonl").write_bytes(lines(60))
    stopped(["a.jsonl"], ["rows.csv"], table="answers", sizes=(3000, 1))
    for options in ({"table": "risks"}, {}, {"table": "answers", "marked": True}):
        with pytest.raises(WrongUsage) as raised:
            run(["a.jsonl"], ["rows.csv"], **options, resume=True)
        assert raised.value.problems[0].code == "resume_differs"


def test_of_several_assessments_of_a_system_the_latest_alone(here):
    days = {"2026-01-05": "old", "2026-03-05": "new", "2026-02-05": "old"}
    risks = [{"title": f"Risk {n}", "likelihood": 1, "consequence": n} for n in (1, 2)]
    lines = [
        answers_document(WHOLE, {**GIVEN, "guard": note, "register": risks}, completed_at=f"{day}T12:00:00+08:00")
        for day, note in ((day, {"value": "no", "note": note}) for day, note in days.items())
    ]
    for name, wanted in (("answers", 8 + 8), ("findings", 1), ("risks", 2)):
        outputs = ("rows.jsonl", "rows.csv", "rows.xlsx", "rows.parquet")
        blank = answers_document(WHOLE, {})  # without a name: a system of its own
        made, _ = table(here, name, lines[0], {}, *lines[1:], blank, outputs=outputs, latest=True)
        rows = rows_of(here / "rows.jsonl")
        assert len(rows) == len(rows_of(here / "rows.csv")) == wanted, name
        assert [row["line"] for row in rows[:8]] == [3] * min(wanted, 8)
        assert {row["note"] for row in rows if row.get("note")} <= {"new", GIVEN["harm"]["note"]}
        assert made.counts.refused == 1
        assert not list(here.glob("*.partial*"))


# The mark by which Excel knows UTF-8


def test_the_mark_comes_once_and_before_csv_alone(here):
    (here / "a.jsonl").write_bytes(lines(60))
    run(["a.jsonl"], ["rows.csv", "rows.jsonl"])
    plain = [(here / name).read_bytes() for name in ("rows.csv", "rows.jsonl")]
    stopped(["a.jsonl"], ["rows.csv", "rows.jsonl"], marked=True, sizes=(3000, 1))
    run(["a.jsonl"], ["rows.csv", "rows.jsonl"], marked=True, resume=True)
    assert (here / "rows.csv").read_bytes() == b"\xef\xbb\xbf" + plain[0]
    assert (here / "rows.jsonl").read_bytes() == plain[1]
    text = (here / "rows.csv").read_bytes().decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(text, newline="")))["source"] == "a.jsonl"
