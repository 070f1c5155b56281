"""The register of a batch: every record that may be, none that may not, and never half of it."""

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from aiassess.batch import register
from aiassess.batch.outputs import opened_alone, targets_of
from aiassess.batch.run import Run
from aiassess.errors import InvalidInput, WrongUsage
from support.batches import plan, run
from support.each import each
from support.hostile import ONE_LINE, controls_in
from support.html_tree import parse_html
from support.schemas import Schema
from support.tiny import answers_document, inherent, report_of, tiny

QUESTIONNAIRE = tiny(
    {"id": "name", "public": True, "required": False},
    {"id": "office", "public": True, "required": False},
    {
        "id": "data",
        "type": "choice",
        "options": [{"id": "open", "label": "Open"}, {"id": "secret", "label": "Secret", "classified": True}],
    },
    inherent(public=True),
    subject={"system": "name", "agency": "office"},
)
KINDS = {"secret": {"data": "secret"}, "open": {"data": None}, "listed": {}}


def given(name="Sorter", office="Office", kind="listed"):
    answers = {"name": name, "office": office, "data": "open", "risk": "some", **KINDS[kind]}
    return {key: value for key, value in answers.items() if value is not None}


def submission(*args, **kinds):
    return json.dumps(answers_document(QUESTIONNAIRE, given(*args, **kinds))).encode()


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(submissions, folder="reg", **options):
    """Run a batch of submissions and return its register's pages by name."""
    Path("in.jsonl").write_bytes(b"\n".join(submissions) + b"\n")
    run(["in.jsonl"], ["rows.csv"], questionnaires=(QUESTIONNAIRE,), register=folder, **options)
    return pages(folder)


def pages(folder="reg"):
    files = (file for file in Path(folder).rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def index(found):
    return parse_html(found["index.html"].decode())


MIXED = [
    submission("Beta", "Office B"),
    submission("SECRET NAME", "SECRET OFFICE", kind="secret"),
    submission("Open", kind="open"),
    b"{",
    submission("alpha", "office b"),
    submission("Gamma", "Office A"),
]


def test_what_is_listed_and_what_is_left_out_and_why():
    found = made(MIXED)
    rows = index(found).one("tbody").all("tr")
    assert [row.all("td")[0].text for row in rows] == ["Gamma", "alpha", "Beta"], "by agency and name, in any case"
    facts = [fact.text for fact in index(found).one("dl").all("dd")]
    assert facts == ["3", "official secrets: 1; not completely assessed: 1; not readable: 1"]
    assert not [name for name, page in found.items() if b"SECRET" in page]
    assert {path.name for path in Path().iterdir()} == {"in.jsonl", "rows.csv", "reg"}, "nothing is left beside it"


def test_one_choice_finds_an_agency_in_every_spelling():
    page = index(made([submission("One", "OFFICE A"), submission("Two", "Office  A"), submission("Three", "Office A")]))
    assert [option.text for option in page.all("option") if "Office" in option.text.title()] == ["Office A"]
    assert {row.all("td")[1].text for row in page.one("tbody").all("tr")} == {"Office A"}


def test_every_system_has_a_page_and_data_that_the_index_leads_to():
    found = made(MIXED)
    links = [link.attributes["href"] for link in index(found).one("tbody").all("a")]
    assert {*found} == {"index.html", *links, *(link.replace(".html", ".json") for link in links)}
    for link in links:
        data = json.loads(found[link.replace(".html", ".json")])
        Schema("public").validate(data)
        assert data["system"] in parse_html(found[link].decode()).one("h1").text
        report = report_of(QUESTIONNAIRE, given(data["system"], data["agency"]))
        assert data["report"] == report["digest"]


def test_the_same_bytes_for_any_number_of_processes_and_any_cut():
    whole = made(MIXED)
    assert made(MIXED, "other", jobs=2, sizes=(200, 1)) == whole


def test_names_stay_from_round_to_round_and_equal_names_do_not_collide():
    first = made([submission("One"), submission("Two"), submission("One")])
    assert len(first) == 7
    second = made([submission("Zero"), submission("One"), submission("Two")], "later")
    assert {name for name in first if "-2." not in name} < {*second}


def test_stale_pages_go_and_what_is_not_ours_stays():
    before = made([submission("One"), submission("Two")])
    stale = next(name for name in before if "two" in name and name.endswith(".json"))
    mine = {"CNAME": b"x", "systems/ab/notes.json": b"{}", "systems/ab/mine-0123456789ab.json": b'{"format": 1}'}
    for name, content in mine.items():
        file = Path("reg", name)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    Path("reg", ".half").mkdir()  # what a run leaves that was killed
    Path("reg", ".half", "order").write_bytes(b"half")
    after = made([submission("One")])
    assert stale not in after
    assert not Path("reg", stale).parent.exists()
    assert stale.replace(".json", ".html") not in after
    assert {name for name in after if name not in before} == {*mine}


@each("moved", range(5))
def test_a_system_that_was_half_listed_when_the_run_was_killed_goes_once_it_is_secret(moved, monkeypatch):
    steps, folder = iter(range(moved)), f"reg{moved}"

    def killed(new, target):
        if next(steps, None) is None:
            raise KeyboardInterrupt
        new.replace(target)

    Path("in.jsonl").write_bytes(submission("Zulu") + b"\n" + submission("Alpha") + b"\n")
    with monkeypatch.context() as patched:
        patched.setattr(register, "put_in_place", killed)
        with pytest.raises(KeyboardInterrupt):
            Run(plan(["in.jsonl"], [f"{folder}.csv"], questionnaires=(QUESTIONNAIRE,), register=folder)).go(
                lambda: None
            )
    assert len(pages(folder)) == moved
    assert {*made([submission("Zulu", kind="secret")], folder)} == {"index.html"}


def test_an_earlier_submission_of_what_has_become_secret_is_not_listed():
    found = made([submission("Sorter", "office"), submission("SORTER", "Office", kind="secret"), submission("Other")])
    assert [row.all("td")[0].text for row in index(found).one("tbody").all("tr")] == ["Other"]
    assert [fact.text for fact in index(found).one("dl").all("dd")] == ["1", "official secrets: 2"]
    assert not [name for name in found if "sorter" in name]
    unnamed = [answers_document(QUESTIONNAIRE, {"data": data, "risk": "some"}) for data in ("secret", "open")]
    found = made([json.dumps(one).encode() for one in unnamed])
    assert len(index(found).one("tbody").all("tr")) == 1, "two systems without a name are not one"


def test_two_runs_do_not_make_one_register():
    before = made([submission("One")])
    with opened_alone("reg/.half.lock")[0], pytest.raises(WrongUsage) as error:
        made([submission("Two")])
    assert error.value.problems[0].code == "output_in_use"
    Path("reg/.half.lock").unlink()
    assert pages() == before


def test_a_page_of_somebody_else_is_never_overwritten():
    Path("reg").mkdir()
    Path("reg", "index.html").write_text("<h1>Welcome</h1>")
    with pytest.raises(WrongUsage) as error:
        made(MIXED)
    assert error.value.problems[0].code == "register_other"
    assert pages() == {"index.html": b"<h1>Welcome</h1>"}


def test_an_empty_register_says_so():
    found = made([submission(kind="secret")])
    assert {*found} == {"index.html"}
    assert not index(found).one("tbody").all("tr")


def test_a_large_register_is_in_parts_of_bounded_size(monkeypatch):
    monkeypatch.setattr(register, "MOST_ON_A_PAGE", 3)
    found = made([submission(f"System {n}", f"Office {n % 4}") for n in range(7)])
    links = [link.attributes["href"] for link in index(found).all("a")]
    assert links == ["part-1.html", "part-2.html", "part-3.html"]
    assert [len(parse_html(found[link].decode()).one("tbody").all("tr")) for link in links] == [3, 3, 1]
    assert "Office 0 to Office 1 (3)" in index(found).words
    after = made([submission()])
    assert not [name for name in after if name.startswith("part")]


def test_hostile_names_are_text_in_pages_and_harmless_in_names_of_files():
    found = made([submission(name, name) for name in ONE_LINE])
    for name, page in found.items():
        assert re.fullmatch(r"index\.html|systems/[0-9a-f]{2}/([a-z0-9-]+-)?[0-9a-f]{12}(-\d+)?\.(html|json)", name)
        if name.endswith(".html"):
            root = parse_html(page.decode())
            assert len(root.all("script")) == (name == "index.html")
            assert not controls_in(page.decode())
        else:
            json.loads(page)


def test_only_the_script_of_the_page_may_run():
    page = made(MIXED)["index.html"].decode()
    root = parse_html(page)
    policy = root.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    (allowed,) = re.findall("script-src ('sha256-[^']+')", policy)
    digest = hashlib.sha256(root.one("script").text.encode()).digest()
    assert allowed == f"'sha256-{b64encode(digest).decode()}'"


def test_without_room_the_old_register_stays_and_the_run_can_go_on(monkeypatch):
    before = made([submission("One")])

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(register, "_write", full)
        with pytest.raises(InvalidInput) as error:
            made([submission("One"), submission("Two")])
    assert error.value.problems[0].values["reason"] == "No space left on device"
    assert pages() == before
    again = Run(plan(["in.jsonl"], ["rows.csv"], questionnaires=(QUESTIONNAIRE,), register="reg", resume=True))
    again.go(lambda: None)
    assert len(pages()) == 5
    assert {path.name for path in Path().iterdir()} == {"in.jsonl", "rows.csv", "reg"}


@pytest.mark.parametrize("tables", [["rows.csv"], ["rows.csv", "answers.csv"]])
def test_with_latest_a_system_is_listed_once_as_it_was_assessed_last(tables):
    moments = {"Alpha": ["2026-02-01", "2026-03-01", "2026-01-01"], "Beta": ["2026-05-01"]}
    some = [
        json.dumps(answers_document(QUESTIONNAIRE, given(name), completed_at=f"{day}T08:00:00Z")).encode()
        for name, days in moments.items()
        for day in days
    ]
    Path("in.jsonl").write_bytes(b"\n".join([some[0], b"{", *some[1:], submission(kind="secret")]) + b"\n")
    options = {"questionnaires": (QUESTIONNAIRE,), "register": "reg", "latest": True}
    targets = targets_of(tables[:1], None) + [
        replace(target, table="answers") for target in targets_of(tables[1:], None)
    ]
    made = Run(replace(plan(["in.jsonl"], [], **options), targets=tuple(targets)))
    made.go(lambda: None)
    rows = [[cell.text for cell in row.all("td")] for row in index(pages()).one("tbody").all("tr")]
    assert [(row[0], row[4]) for row in rows] == [("Alpha", "1 March 2026"), ("Beta", "1 May 2026")]
    assert (
        index(pages()).one("dl").all("dd")[1].text == "official secrets: 1; not readable: 1; superseded or duplicate: 2"
    )
