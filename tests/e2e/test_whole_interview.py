"""The whole gpaisa interview on the full screen of the real program, in each language, from greeting to report."""

import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import TESTS, Officer, environment, open_terminal, read_json

from aiassess.model.answers import UNANSWERED
from aiassess.scoring.assess import score

CI = TESTS.parent / ".ci" / "interview_script.py"


def entry(answer, *, notes):
    """What a report says of an answer."""
    said = {"status": answer.status, "value": answer.value}
    if notes or answer.status == "not_applicable":
        said["note"] = answer.note
        said["evidence"] = [{"reference": item.reference, "date": item.date} for item in answer.evidence]
    return said


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        found = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return {name: item for name, item in found.items() if item is not None}
    return value


@pytest.mark.parametrize(("language", "notes"), [("ms", True), ("en", False)])
def test_the_whole_interview(tmp_path, language, notes):
    officer = Officer(language=language, notes=notes)
    with open_terminal(tmp_path, "assess", "--lang", language, "--out", "done") as terminal:
        officer.sit_down(terminal)
        officer.work()
        printed = officer.finish()
    report = read_json(tmp_path / "done" / "report.json")
    expected = score(officer.questionnaire, officer.answers)
    assert officer.asked == list(expected.marks)
    wanted = {}
    for name, mark in expected.marks.items():
        if mark.answer != UNANSWERED:
            wanted[name] = (mark.answer.status, plain(mark.answer.value))
    given = {item["question"]: item for item in report["answers"]}
    assert {name: (item["status"], item["value"]) for name, item in given.items() if item["status"] != "unanswered"} == wanted
    for name, mark in expected.marks.items():
        kept = mark.answer if notes or mark.answer.status == "not_applicable" else UNANSWERED
        assert given[name]["note"] == kept.note
        assert given[name]["evidence"] == [plain(item) for item in kept.evidence]
    assert report["result"]["level"] == "high"
    assert report["result"]["status"] == "complete"
    assert report["about"]["language"] == report["questionnaire"]["language"] == language
    assert sorted(file.name for file in (tmp_path / "done").iterdir()) == ["answers.json", "report.json", "report.md"]
    assert "Skor Kelayakan Bantuan Contoh" in (tmp_path / "done" / "report.md").read_text(encoding="utf-8")
    for words in {"ms": ("Tahap: Risiko Tinggi", "Ditulis: done/report.md"), "en": ("Level: High risk", "Written: done/report.md")}[language]:
        assert words in printed
    assert not list((tmp_path / "data").glob("drafts/*"))
