"""Several people, one assessment: forms go out, come back filled, are merged, settled, scored, and put up for approval."""

import json
from datetime import date
from pathlib import Path

import pypdf
import pytest

from aiassess import load_answers, load_questionnaire, score
from aiassess.answers.cells import letters, read_sheets
from aiassess.cli.handler import run
from support.each import tiers
from support.office import office
from support.workbooks import filled

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = ("spam-filter", "area-crime-forecast", "service-chatbot", "welfare-eligibility", "ai-at-work")
OTHERS = {"ictso": "security_officer", "data": "data_officer", "developer": "developer"}

NAMES = {"officer": "Pegawai", "ictso": "ICTSO", "data": "Pegawai data", "developer": "Pembangun"}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def aiassess(capfd, *words):
    """Run a command; return its exit code and what it printed."""
    capfd.readouterr()
    code = run([*words])
    return code, capfd.readouterr().out


def read(name):
    return json.loads(Path(name).read_text(encoding="utf-8"))


def whose(questionnaire, name):
    """Return who answers a question in this play: one of the others, or the officer."""
    actors = questionnaire.by_id[name].actors
    return next((who for who, actor in OTHERS.items() if actor in actors), "officer")


def givers(questionnaire, name, entry):
    """Return who says so: one of them; of what the officer answered, also those on whose forms it was and stayed."""
    who = whose(questionnaire, name) if "value" in entry else "officer"
    asked = questionnaire.by_id[name].actors if who == "officer" else ()
    return sorted([NAMES[who], *(NAMES[one] for one in ("ictso", "data") if OTHERS[one] in asked)])


def fill(name, answers, questionnaire, lang, assessor):
    """Fill in a form as somebody does who answers these questions and leaves the others as they were."""
    package = Path(name).read_bytes()
    cells = {}
    for sheet in read_sheets(package, name):
        keys = [str(value) for value in sheet.rows[0]]
        for number, row in enumerate(sheet.rows):
            for place, key in enumerate(keys[1:], 1):
                cells[str(row[0]), key] = f"{sheet.name}!{letters(place)}{number + 1}"
    assert load_answers(package).about.assessor is None  # who fills it in says so
    values = {cells["assessor", "answer"]: assessor}
    for question_id, entry in answers.items():
        question, value = questionnaire.by_id[question_id], entry["value"]
        values[cells[question_id, "status"]] = None
        if isinstance(value, list):
            values |= {cells[f"{question_id}#{option}", "answer"]: "x" for option in value}
        else:
            values[cells[question_id, "answer"]] = question.option(value).label[lang] if question.options else value
        for proof in entry.get("evidence", []):
            values[cells[question_id, "evidence"]] = proof["reference"]
            if "date" in proof:
                values[cells[question_id, "date"]] = date.fromisoformat(proof["date"])
        if "note" in entry:
            values[cells[question_id, "note"]] = entry["note"]
    Path(name).write_bytes(filled(package, values))


@pytest.mark.parametrize("example", tiers(fast=["spam-filter"], deep=EXAMPLES[1:]))
def test_three_forms_come_back_and_become_one_decision(here, capfd, example):
    questionnaire = load_questionnaire()
    whole = read(FOLDER / f"{example}.json")
    lang, answers = whole["about"]["language"], whole["answers"]
    answers = {name: item if isinstance(item, dict) else {"value": item} for name, item in answers.items()}
    parts = {who: {} for who in ("officer", *OTHERS)}
    for name, entry in answers.items():
        who = whose(questionnaire, name) if "value" in entry else "officer"
        parts[who][name] = entry
        if who != "officer":
            parts["officer"][name] = {"status": "unsure", "for": OTHERS[who]}
    # One question on which the officer thinks to know better than the ICT security officer.
    disputed = next(name for name in parts["ictso"] if questionnaire.by_id[name].type == "choice")
    right = parts["ictso"][disputed]["value"]
    wrong = next(option.id for option in questionnaire.by_id[disputed].options if option.id != right)
    parts["officer"][disputed] = {"value": wrong}
    about = {**whole["about"], "assessor": "Pegawai"}
    Path("officer.json").write_text(
        json.dumps({**whole, "about": about, "answers": parts["officer"]}), encoding="utf-8"
    )

    # The officer hands out three forms. Two come back filled, one of them saved again by an office, and one as JSON.
    for who, actor in OTHERS.items():
        words = ("form", "--actor", actor, "--answers", "officer.json", "-o", f"{who}.xlsx")
        assert aiassess(capfd, *words)[0] == 0
    fill("ictso.xlsx", parts["ictso"], questionnaire, lang, "ICTSO")
    fill("data.xlsx", parts["data"], questionnaire, lang, "Pegawai data")
    office("--convert-to", "xlsx", "--outdir", str(here / "back"), "data.xlsx", home=str(here))
    theirs = {**whole, "about": {"assessor": "Pembangun"}, "answers": parts["developer"]}
    Path("developer.json").write_text(json.dumps(theirs), encoding="utf-8")
    files = ["officer.json", "ictso.xlsx", "back/data.xlsx", "developer.json"]

    # They differ in one place, and what each answer would do is what the engine gives.
    code, out = aiassess(capfd, "merge", *files, "-o", "all.json", "--format", "json")
    (conflict,) = json.loads(out)["conflicts"]
    assert (code, conflict["question"], Path("all.json").exists()) == (1, disputed, False)
    for choice in conflict["choices"]:
        value = right if "ictso.xlsx" in choice["files"] else wrong
        assert choice["answer"]["value"] == value
        entry = parts["ictso" if value == right else "officer"][disputed]
        found = score(questionnaire, load_answers({**whole, "answers": {**answers, disputed: entry}}))
        assert (choice["level"], choice["verdict"], choice["status"]) == (found.level.id, found.verdict, found.status)

    # Settled, in whatever order, it is the whole assessment again, and says who gave what.
    assert aiassess(capfd, "merge", *files, "-o", "all.json", "--prefer", "ictso.xlsx")[0] == 0
    assert aiassess(capfd, "merge", *files[::-1], "--prefer", "ictso.xlsx")[1] == Path("all.json").read_text(
        encoding="utf-8"
    )
    merged = read("all.json")
    assert {name: item["from"] for name, item in merged["answers"].items()} == {
        name: givers(questionnaire, name, entry) for name, entry in answers.items()
    }
    assert [part["file"] for part in merged["about"]["parts"]] == [
        "ictso.xlsx",
        "officer.json",
        "data.xlsx",
        "developer.json",
    ]
    assert score(questionnaire, load_answers("all.json")).residual == score(questionnaire, load_answers(whole)).residual

    # Scored, and put up for approval on two pages, in both languages.
    for language in questionnaire.languages:
        assert aiassess(capfd, "score", "all.json", "--lang", language, "-o", f"{language}.json")[0] == 0
        words = ("render", f"{language}.json", "--format", "decision", "-o", f"{language}.docx")
        assert aiassess(capfd, *words)[0] == 0
    assert read("ms.json")["result"]["level"] == score(questionnaire, load_answers(whole)).level.id
    office("--convert-to", "pdf", "ms.docx", "en.docx", home=str(here))
    assert all(len(pypdf.PdfReader(f"{language}.pdf").pages) <= 2 for language in questionnaire.languages)
