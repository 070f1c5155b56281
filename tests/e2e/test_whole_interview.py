"""The whole gpaisa interview on the full screen of the real program, in each language, from greeting to report."""

import os
import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import TESTS, Officer, environment, open_terminal, read_json

from aiassess.model.answers import UNANSWERED
from aiassess.scoring.assess import score
from support.each import tiers
from support.editions import GPAISA

CI = TESTS.parent / ".ci" / "interview_script.py"


RESULT = {
    "ms": ("Tahap: Risiko Tinggi", "Status: Lengkap", "Ditulis di done: report.html"),
    "en": ("Level: High risk", "Status: Complete", "Written in done: report.html"),
}


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        found = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return {name: item for name, item in found.items() if item is not None}
    return value


@pytest.mark.parametrize(("language", "notes"), tiers(fast=[("ms", False)], deep=[("ms", True), ("en", False)]))
def test_the_whole_interview(tmp_path, language, notes):
    officer = Officer(language=language, notes=notes)
    with open_terminal(tmp_path, "assess", GPAISA, "--lang", language, "--out", "done") as terminal:
        officer.sit_down(terminal)
        officer.work()
        printed = officer.finish()
    report = read_json(tmp_path / "done" / "report.json")
    expected = score(officer.questionnaire, officer.answers)
    assert officer.asked == list(expected.marks)
    given = {item["question"]: item for item in report["answers"]}
    assert set(given) == set(expected.marks)
    for name, mark in expected.marks.items():
        assert (given[name]["status"], given[name]["value"]) == (mark.answer.status, plain(mark.answer.value))
        kept = mark.answer if notes or mark.answer.status == "not_applicable" else UNANSWERED
        assert given[name]["note"] == kept.note
        assert given[name]["evidence"] == [plain(item) for item in kept.evidence]
    assert report["result"]["level"] == "high"
    assert report["result"]["status"] == "complete"
    assert report["about"]["language"] == report["questionnaire"]["language"] == language
    written = {file.name for file in (tmp_path / "done").iterdir()}
    assert written == {"answers.json", "report.html", "report.json", "report.md"}
    for name in ("report.md", "report.html"):
        assert "Skor Kelayakan Bantuan Contoh" in (tmp_path / "done" / name).read_text(encoding="utf-8")
    for words in RESULT[language]:
        assert words in printed
    assert not list((tmp_path / "data").glob("drafts/*"))


@pytest.mark.deep
@pytest.mark.skipif(not CI.is_file(), reason="the script that types a whole interview is not beside the tests")
def test_the_whole_interview_piped_in(tmp_path):
    typed = subprocess.run([sys.executable, CI], stdout=subprocess.PIPE, check=True).stdout
    done = subprocess.run(
        [sys.executable, "-m", "aiassess", "assess", "--lang", "ms", "--out", "done"],
        input=typed,
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | environment(tmp_path),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"\x1b" not in done.stdout + done.stderr
    assert "Tahap: Risiko Tinggi" in done.stdout.decode()
    result = read_json(tmp_path / "done" / "report.json")["result"]
    assert (result["level"], result["status"]) == ("high", "complete")
