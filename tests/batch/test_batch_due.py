"""Who is due for reassessment: lists and calendars, read back by the library that other calendars use."""

import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from aiassess.batch import excel
from aiassess.batch.columns import Layout
from aiassess.batch.due import write_due
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput, WrongUsage
from aiassess.safe import safe_line
from support.batches import plan, rows_of, run
from support.examples import examples
from support.hostile import STRINGS
from support.tiny import LEVELS, answers_document, inherent, tiny

WHOLE = tiny(
    {"id": "name"},
    {"id": "office"},
    inherent("harm"),
    subject={"system": "name", "agency": "office"},
    levels=[{**level, "reassess_months": 12} for level in LEVELS[:2]] + LEVELS[2:],
)
DAY = "2026-11-30"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def line(name, office="Office", completed="2026-01-05", harm="none", **about):
    completed_at = completed and f"{completed}T12:00:00+08:00"
    given = {"name": name, "office": office, "harm": harm}
    document = answers_document(WHOLE, given, completed_at=completed_at, **about)
    return json.dumps(document) + "\n"


def due(here, *lines, files=("due.csv", "due.ics"), **options):
    (here / "in.jsonl").write_text("".join(lines), encoding="utf-8")
    return run(["in.jsonl"], ["rows.csv"], due=files, questionnaires=(WHOLE,), **{"as_of": DAY, **options})


def events(file="due.ics"):
    return list(Calendar.from_ical(Path(file).read_bytes()).walk("VEVENT"))


def listed(*names, file="due.csv"):
    return [tuple(row[name] for name in names) for row in rows_of(Path(file))]


SEVEN = [
    line("Late", "b office", "2025-11-29"),
    line("On the day", "B Office", "2025-11-30"),
    line("In 90 days", "A", "2026-02-28"),
    line("Later", "A", "2026-03-01"),
    line("No day", "A", None),
    line("No time", "B  Office", harm="all"),
    line("No agency", None),
    "{\n",
]


def test_sorted_by_agency_then_day_and_what_has_no_date_is_listed_too(here):
    due(here, *SEVEN)
    assert listed("agency", "system", "reassess_due", "urgency") == [
        ("A", "In 90 days", "2027-02-28", "soon"),
        ("A", "Later", "2027-03-01", "later"),
        ("A", "No day", "", "no_date"),
        ("b office", "Late", "2026-11-29", "overdue"),
        ("B Office", "On the day", "2026-11-30", "soon"),
        ("B Office", "No time", "", "no_date"),
        ("", "No agency", "2027-01-05", "soon"),
    ]
    assert [str(event["summary"]) for event in events()] == [
        f"Reassess: {name}" for name in ("In 90 days", "Later", "Late", "On the day", "No agency")
    ]
    assert not list(here.glob("*.partial")), "the rows that it was made of are gone"


def test_what_a_row_and_an_event_tell(here):
    due(here, line("One", reference="JDN/1"))
    assert (here / "due.csv").read_text(encoding="utf-8") == (
        "agency,system,level,level_title,reassess_due,urgency,completed_on,reference,edition,source,line\n"
        "Office,One,low,Low,2027-01-05,soon,2026-01-05,JDN/1,tiny@1.2.0,in.jsonl,1\n"
    )
    (event,) = events()
    assert event["dtstart"].dt == date(2027, 1, 5)
    assert event["dtstamp"].dt == datetime(2026, 11, 30, tzinfo=UTC)
    assert str(event["description"]).split("\n") == [
        "Agency: Office",
        "Level: Low",
        "Completed on: 2026-01-05",
        "Reference: JDN/1",
        "Scored with: tiny@1.2.0 (draft)",
        "File: in.jsonl",
    ]
    (alarm,) = event.walk("VALARM")
    assert (str(alarm["action"]), alarm["trigger"].dt) == ("DISPLAY", timedelta(days=-30))


def test_the_list_for_excel_has_the_same_rows_with_dates(here):
    due(here, *SEVEN, files=("due.csv", "due.xlsx"), lang="ms")
    head, *found = CalamineWorkbook.from_path("due.xlsx").get_sheet_by_index(0).to_python()
    assert head[:2] == ["Agensi", "Sistem atau unit"]
    wanted = rows_of(Path("due.csv"))
    place = [*wanted[0]].index("urgency")
    assert {row.pop(place) for row in found} == {
        "Lewat",
        "Perlu dibuat dalam tempoh 90 hari",
        "Perlu dibuat kemudian",
        "Tiada tarikh",
    }
    told = [[*(safe_line(str(cell)) for cell in row[:-1]), str(int(row[-1]))] for row in found]
    assert told == [[cell for name, cell in row.items() if name != "urgency"] for row in wanted]
    assert date(2026, 11, 29) in found[3]


def test_a_list_too_long_for_excel_is_told_and_the_old_one_is_kept(here, monkeypatch):
    due(here, line("One"), files=["due.xlsx"])
    kept = Path("due.xlsx").read_bytes()
    monkeypatch.setattr(excel, "MOST_ROWS", 1)
    with pytest.raises(InvalidInput) as raised:
        due(here, line("One"), line("Two"), files=["due.xlsx"])
    assert raised.value.problems[0].code == "list_too_long_for_excel"
    assert Path("due.xlsx").read_bytes() == kept


def test_in_malay(here):
    due(here, line(None, None), lang="ms")
    (event,) = events()
    assert str(event["summary"]) == "Nilai semula: (tidak dinyatakan)"
    assert "Selesai pada: 2026-01-05" in str(event["description"])


def test_the_event_of_a_system_is_the_same_in_every_round(here):
    due(here, line("One", "Office"), line("Two"))
    first = {str(event["summary"]): str(event["uid"]) for event in events()}
    due(
        here,
        line("ONE", "  office ", "2027-02-03"),
        line("Two"),
        line("Two", completed="2026-05-05"),
        as_of="2027-03-01",
    )
    found = [(str(event["summary"]), str(event["uid"]), event["dtstart"].dt) for event in events()]
    assert found[0] == ("Reassess: Two", found[0][1], date(2027, 1, 5))
    assert found[1] == ("Reassess: Two", first["Reassess: Two"], date(2027, 5, 5))
    assert found[2] == ("Reassess: ONE", first["Reassess: One"], date(2028, 2, 3))
    assert len({uid for _, uid, _ in found}) == 3


def test_of_several_assessments_of_a_system_the_latest_alone(here):
    rounds = [line("One", completed=f"202{n}-01-05", reference=str(n)) for n in (5, 6, 4)]
    due(here, *rounds, line("Two"), "{\n", latest=True)
    assert listed("system", "reference") == [("One", "6"), ("Two", "")]
    assert len(events()) == 2
    due(here, *rounds, line("Two"), "{\n")
    assert len(listed("system")) == len(events()) == 4


def test_hostile_names_are_text(here):
    texts = [text for text in STRINGS if text.strip() and "\x00" not in text and max(text) < "\ud800"]
    due(here, *(line(text, "Office", reference=text[:200]) for text in texts))
    found = events()
    assert len(found) == len(texts) == len(listed("system"))
    names = sorted(str(event["summary"]).removeprefix("Reassess: ") for event in found)
    assert names == sorted(map(safe_line, texts))
    raw = (here / "due.ics").read_bytes()
    assert all(len(part) <= 75 for part in raw.split(b"\r\n"))
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert raw.count(b"BEGIN:VEVENT\r\n") == len(texts)


@examples(60)
@given(name=st.text(min_size=1, max_size=200), office=st.text(max_size=80))
def test_any_name_comes_back(tmp_path_factory, name, office):
    folder = tmp_path_factory.mktemp("any")
    rows = folder / "rows"
    row = {
        **{"status": "complete", "source": "a", "questionnaire": "tiny", "system": name, "agency": office},
        **{"level": "low", "reassess_due": "2027-01-05", "edition": "tiny@1.2.0"},
    }
    layout = Layout((WHOLE,))
    rows.write_bytes(json.dumps([row.get(column.name) for column in layout.columns]).encode() + b"\n")
    asked = plan(["a"], ["b.csv"], questionnaires=(WHOLE,), due=[folder / "due.ics"])
    write_due(asked, layout, rows, DAY)
    (event,) = events(folder / "due.ics")
    assert str(event["summary"]) == f"Reassess: {safe_line(name) or '(not given)'}"


HOSTILE_AGENCIES = [
    "CON",
    "con ",
    "nul.csv",
    "../up",
    "a/b",
    "a:b",
    "a b",
    "A-B",
    ".",
    "\u4e2d\u6587",
    "\u4e2d",
    "all",
    "x" * 300,
]


def test_a_folder_has_a_list_and_a_calendar_for_each_agency(here):
    lines = [line(f"System {n}", agency) for n, agency in enumerate([*HOSTILE_AGENCIES, None])]
    due(here, *lines, files=("due/", "all.csv", "all.ics"))
    files = sorted(path.name for path in (here / "due").iterdir())
    agencies = len(HOSTILE_AGENCIES)  # "CON" and "con " are one, and there is none
    assert len(files) == 2 * (agencies + 1)
    stems = [name.rpartition(".")[0] for name in files]
    assert not {"con", "nul", "prn", "aux"} & {stem.lower() for stem in stems}
    assert all(len(name) < 90 and name.isascii() and name == name.lower() for name in files)
    for ending in (".csv", ".ics"):
        assert (here / f"due/all{ending}").read_bytes() == (here / f"all{ending}").read_bytes()
    parts = [row for name in stems[::2] if name != "all" for row in listed("system", file=f"due/{name}.csv")]
    assert sorted(parts) == sorted(listed("system", file="due/all.csv"))
    assert listed("system", file="due/no-agency.csv") == [(f"System {agencies}",)]
    assert sorted(path.name for path in here.iterdir()) == ["all.csv", "all.ics", "due", "in.jsonl", "rows.csv"]


def test_the_same_bytes_for_any_number_of_processes_and_after_an_interruption(here):
    lines = [line(f"System {n % 7}", f"Office {n % 3}", f"2026-{n % 12 + 1:02}-01") for n in range(60)]
    files = ("due.csv", "due.ics", "due/")
    due(here, *lines, files=files)
    whole = {path: path.read_bytes() for path in here.rglob("*.*") if path.suffix in (".csv", ".ics")}
    for path in whole:
        path.unlink()
    due(here, *lines, files=files, jobs=2, sizes=(2000, 1))
    assert {path: path.read_bytes() for path in whole} == whole
    for path in whole:
        path.unlink()
    options = {"due": files, "questionnaires": (WHOLE,), "as_of": DAY, "sizes": (2000, 1)}
    made, chunks = Run(plan(["in.jsonl"], ["rows.csv"], **options)), iter(range(3))

    def watch():
        if next(chunks) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made.go(watch)
    run(["in.jsonl"], ["rows.csv"], **{**options, "as_of": None}, resume=True)
    assert {path: path.read_bytes() for path in whole} == whole


@pytest.mark.parametrize("clash", ["due/all.csv", "due/../due/all.ics"])
def test_a_folder_overwrites_no_other_output(here, clash):
    (here / "due").mkdir()
    (here / "in.jsonl").write_text(SEVEN[0])
    with pytest.raises(WrongUsage) as raised:
        run(["in.jsonl"], ["rows.csv"], due=("due/",), summaries=((clash, "json"),))
    assert [problem.code for problem in raised.value.problems] == ["output_twice"]


def test_what_cannot_be_written_ends_the_run_and_it_can_go_on(here):
    (here / "blocked").write_text("a file")
    with pytest.raises(InvalidInput) as raised:
        due(here, *SEVEN, files=("blocked/due/",))
    assert raised.value.problems[0].code == "rows_not_written"
    (here / "blocked").unlink()
    due(here, *SEVEN, files=("blocked/due/",), resume=True)
    assert len(list((here / "blocked" / "due").iterdir())) == 8


def test_with_a_mark_for_excel(here):
    due(here, *SEVEN, files=("due.csv", "due/"), marked=True)
    for file in ("due.csv", "due/all.csv"):
        text = (here / file).read_bytes()
        assert text.startswith(b"\xef\xbb\xbfagency,")
        assert len(list(csv.reader(text.decode("utf-8-sig").splitlines()))) == 8


def test_a_calendar_of_nothing(here):
    due(here, "{\n")
    assert (events(), listed("system")) == ([], [])
