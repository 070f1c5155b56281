"""Whole interviews with their draft: greeting, resuming, prefill, finishing, leaving, signals."""

import io
import json
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from aiassess import load_answers
from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.drafts.listing import DraftInfo
from aiassess.drafts.store import Drafts
from aiassess.errors import InvalidInput, invalid
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.prefill import load_prefill
from aiassess.interview.run import offer_drafts, run_interview
from aiassess.model.answers import About, Answer, AnswerSet, Evidence
from aiassess.report.build import build_report
from aiassess.scoring.assess import score
from support.each import tiers
from support.interviews import SMALL, Talk, clock, small

EARLIER = {
    "system": Answer("answered", "Alpha"),
    "acts_on": Answer("answered", "things", "As in the papers", (Evidence("Paper 7"),)),
    "people": Answer("answered", 7),  # hidden
    "oversight": Answer("not_applicable", None, "Nobody there"),
    "reviewed_on": Answer("unsure"),
}
ABOUT = About("Aminah", "2025-01-01T08:00:00+08:00", "2025-01-02T08:00:00+08:00", "ms", "Terbuka", "12/3")


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "drafts")


def begin(drafts):
    return drafts.create(small(), str(SMALL))


@pytest.fixture
def earlier(tmp_path):
    """An earlier report of the same questionnaire, and its answers file."""
    answers = AnswerSet("interview", "1.2.0", ABOUT, EARLIER)
    report = build_report(score(small(), answers))
    (tmp_path / "report.json").write_text(to_json(report), encoding="utf-8")
    data = answers_data(answers, [question.id for question in small().questions])
    (tmp_path / "answers.json").write_text(to_json(data), encoding="utf-8")
    return tmp_path


def test_the_greeting(drafts):
    with begin(drafts) as draft:
        talk = Talk(draft, [], language="ms")
        assert "Soal selidik kecil\n\nUntuk ujian sahaja.\n" in talk.text
        assert f"Draf: {draft.path}" in talk.text
        assert not talk.outcome.finished
        assert talk.outcome.signal is None


def test_started_and_completed_come_from_the_clock(drafts):
    with begin(drafts) as draft:
        talk = Talk(draft, ["Alpha", ".", ":review", "finish", "yes"])
        about = talk.outcome.answers.about
        assert (about.started_at, about.completed_at) == ("2026-11-21T12:00:00+08:00",) * 2
        assert load_answers(draft.path, small()).about == replace(about, completed_at=None)


def test_finishing_with_something_missing_is_said_and_can_be_taken_back(drafts):
    with begin(drafts) as draft:
        script = ["Alpha", ".", "unsure", ":review", "finish", "no", "finish", "yes"]
        talk = Talk(draft, script)
    assert talk.outcome.finished
    assert (
        "3 questions have no answer.\n1 question is answered “not sure”.\nThe report will be marked incomplete"
        in talk.text
    )
    assert talk.text.count("Finish anyway?") == 2


def test_a_complete_assessment_is_finished_without_asking(drafts):
    with begin(drafts) as draft:
        risk = ["add", "Wrong", "1", "1", "", "", "", "", "done"]
        talk = Talk(draft, ["Alpha", ".", "1", ":skip", "1", "1/1/2027", *risk, "finish"])
    assert talk.outcome.finished
    assert "Finish anyway?" not in talk.text


def test_leaving_and_going_on(drafts):
    with begin(drafts) as draft:
        Talk(draft, ["Alpha", ".", "2", "Half"])
    with drafts.open("interview-1") as draft:
        talk = Talk(draft, ["typed", ".", "quit"])
        assert "Continuing the draft interview-1: 2 of 8 questions settled." in talk.text
        assert talk.answers["remark"].value == "Half\ntyped"
        assert talk.outcome.answers.about.started_at == "2026-11-21T12:00:00+08:00"


def test_the_language(drafts):
    def language(draft, **wishes):
        screen = PlainScreen(io.StringIO(), io.StringIO())
        return run_interview(screen, draft, clock=clock, **wishes).language

    with begin(drafts) as draft:
        assert language(draft) == "ms"
        assert language(draft, fallback_language="en") == "en"
        assert language(draft, language="fr", fallback_language="en") == "en"
    with begin(drafts) as draft:
        Talk(draft, ["Alpha", ".", "lang", "quit"], language="en")
    with drafts.open("interview-1") as draft:
        assert language(draft, fallback_language="en") == "ms"
        assert language(draft, language="en") == "en"


def waiting(answers, *names):
    """Return answers of which these wait to be confirmed."""
    return {name: replace(answer, confirmed=name not in names) for name, answer in answers.items()}


def test_prefill_is_shown_for_confirmation(drafts, earlier):
    with begin(drafts) as draft:
        prefill = load_prefill(str(earlier / "answers.json"), small())
        script = ["", "sahkan", "7", "", "lang en", "quit"]
        talk = Talk(draft, script, language="ms", prefill=prefill)
        assert "4 jawapan diambil daripada fail terdahulu" in talk.text
        assert (
            "1 soalan yang belum dijawab dalam penilaian terdahulu akan ditanya:\n- 9. Apakah risikonya?" in talk.text
        )
        assert "Bahagian 1/2: Profil (2 perlu disahkan)\n  1. Apakah nama sistem ini?" in talk.text
        assert "    - perlu disahkan: Alpha\n" in talk.text
        assert draft.path.exists()
    with drafts.open("interview-1") as draft:
        assert draft.answers.answers == waiting(EARLIER, "people", "reviewed_on")
        about = draft.answers.about
        assert (about.assessor, about.classification, about.reference) == ("Aminah", "Terbuka", "12/3")
        assert about.revises is None
        assert (about.started_at, about.completed_at) == ("2026-11-21T12:00:00+08:00", None)
        talk = Talk(draft, ["review", "finish", "yes"])
        assert "1 answer was carried over from an earlier file and not confirmed; it counts as it is, and" in talk.text


def test_what_was_taken_over_is_unconfirmed_even_before_the_first_answer(drafts, earlier):
    with begin(drafts) as draft:
        Talk(draft, [], prefill=load_prefill(str(earlier / "answers.json"), small()))
    with drafts.open("interview-1") as draft:
        assert {name for name, answer in draft.answers.answers.items() if not answer.confirmed} == set(EARLIER)
        talk = Talk(draft, [":review", "finish", "yes"])
        assert (
            "4 answers were carried over from an earlier file and not confirmed; they count as they are, and"
            in talk.text
        )


def test_a_report_is_revised_by_its_digest(drafts, earlier):
    prefill = load_prefill(str(earlier / "report.json"), small())
    assert prefill.answers.answers == waiting(EARLIER, *EARLIER)
    digest = json.loads((earlier / "report.json").read_text(encoding="utf-8"))["digest"]
    with begin(drafts) as draft:
        talk = Talk(draft, ["", ":review", "finish", "yes"], prefill=prefill)
    assert talk.outcome.answers.about.revises == digest


def test_a_prefill_of_an_earlier_edition_names_what_no_longer_fits(drafts, earlier):
    data = json.loads((earlier / "answers.json").read_text(encoding="utf-8"))
    data["questionnaire"]["version"] = "1.0.0"
    data["answers"]["gone"] = {"value": "x"}
    (earlier / "old.json").write_text(json.dumps(data), encoding="utf-8")
    with begin(drafts) as draft:
        talk = Talk(draft, [], prefill=load_prefill(str(earlier / "old.json"), small()))
    assert "version 1.0.0 of the questionnaire; they continue with version 1.2.0" in talk.text
    assert "- gone: The question is no longer part of the questionnaire." in talk.text


def test_a_draft_stands_before_a_prefill(drafts, earlier):
    with begin(drafts) as draft:
        Talk(draft, ["Beta", ".", "quit"])
    with drafts.open("interview-1") as draft:
        talk = Talk(draft, [], prefill=load_prefill(str(earlier / "answers.json"), small()))
        assert talk.answers["system"].value == "Beta"
        assert talk.answers["acts_on"].value == "things"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda report: report["answers"][0].update(value="Changed"), "report_changed"),
        (lambda report: report.pop("digest"), "schema_required"),
        (lambda report: report.update(format="aiassess.report/9"), "newer_format"),
        (lambda report: report.update(extra=1), "schema_unknown"),
        (lambda report: report["answers"][0].update(points=2**60), "report_numbers"),
    ],
)
def test_a_report_that_is_not_what_it_was_is_no_prefill(earlier, change, code):
    file = earlier / "report.json"
    report = json.loads(file.read_text(encoding="utf-8"))
    change(report)
    file.write_text(json.dumps(report), encoding="utf-8")
    with pytest.raises(InvalidInput) as error:
        load_prefill(str(file), small())
    assert [problem.code for problem in error.value.problems] == [code]


def test_what_is_no_answers_file_is_no_prefill(tmp_path):
    for content, code in [("", "empty_file"), ("[]", "json_expected_object"), ("{}", "answers_no_format")]:
        (tmp_path / "x.json").write_text(content)
        with pytest.raises(InvalidInput) as error:
            load_prefill(str(tmp_path / "x.json"), small())
        assert error.value.problems[0].code == code


class FullDisk:
    """A draft whose disk is full from the second answer on."""

    def __init__(self, draft):
        self._draft = draft
        self._full = draft.path.parent

    def __getattr__(self, name):
        return getattr(self._draft, name)

    def save(self, answers, state):
        if len(answers.answers) > 1 and self.path.parent == self._full:
            raise invalid("cannot_write", file="draft", reason="No space left on device")
        self._draft.save(answers, state)


def test_leaving_with_unsaved_answers_offers_other_places(drafts, own_data_folder):
    with begin(drafts) as draft:
        # Not yet; trying again does not help; then the folder for drafts takes it.
        script = ["Alpha", ".", "1", ":quit", "not a number", "9", "6", ":quit", "1", "2"]
        talk = Talk(FullDisk(draft), script)
        assert draft.path.parent == own_data_folder / "drafts"
        assert load_answers(draft.path, small()).get("acts_on").value == "things"
    assert talk.text.count("Your last change could not be saved") >= 1
    assert talk.text.count("Your last changes could not be saved (draft:") == 3
    assert f"  2. Save in {own_data_folder / 'drafts'}\n" in talk.text
    assert not talk.outcome.unsaved
    assert not talk.outcome.finished
    assert load_answers(drafts.folder / "interview-1.draft.json", small()).answers.keys() == {"system"}


@pytest.mark.parametrize("end", [[], [":quit"], [":quit", "quit"], [":quit", "7"]])
def test_the_end_of_input_ends_even_where_nothing_can_be_saved(drafts, end):
    with begin(drafts) as draft:
        talk = Talk(FullDisk(draft), ["Alpha", ".", "1", *end])
        assert [problem.code for problem in talk.outcome.unsaved.problems] == ["cannot_write"]
        assert talk.answers["acts_on"].value == "things"
        assert draft.path.parent == drafts.folder


def offer(found, *script):
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("".join(line + "\n" for line in script)), output)
    return offer_drafts(screen, found, language="en", clock=clock), output.getvalue()


def test_unfinished_drafts_are_offered(drafts):
    assert offer([]) == ("new", "")
    for name in ("Alpha", "Beta"):
        with begin(drafts) as draft:
            Talk(draft, [name, ".", "quit"])
    found = drafts.entries()
    picked, text = offer(found, "1")
    assert isinstance(picked, DraftInfo)
    assert picked == found[0]
    assert "There are 2 unfinished interviews." in text
    assert "interview-1: Alpha; interview 1.2.0; 1 of 6 settled; saved " in text
    assert offer(found, "3")[0] == "new"
    assert offer(found, "quit")[0] == "leave"
    assert offer(found)[0] == "leave"
    with drafts.open("interview-1"):
        assert "Alpha" not in offer(drafts.entries(), "1")[1]


PROGRAM = textwrap.dedent("""
    import sys
    from pathlib import Path
    from aiassess.drafts.store import Drafts
    from aiassess.interview.plain.line_screen import PlainScreen
    from aiassess.interview.run import run_interview
    from aiassess.questionnaire.catalog import load_questionnaire
    folder, source = Path(sys.argv[1]), sys.argv[2]
    drafts = Drafts(folder)
    found = drafts.entries()
    draft = drafts.open(found[0].name) if found else drafts.create(load_questionnaire(source), source)
    with draft:
        outcome = run_interview(PlainScreen(sys.stdin, sys.stdout), draft, language="en")
    print("outcome", outcome.finished, outcome.signal, flush=True)
""")


class Process:
    """The interview as a process; reads until the prompt."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(folder), str(SMALL)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.wait_for_prompt()

    def wait_for_prompt(self):
        seen = b""
        while not seen.endswith(b"\n> "):
            part = self.process.stdout.read1()
            assert part, (seen, self.process.stderr.read())
            seen += part
        return seen.decode()

    def type(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        return self.wait_for_prompt()

    def end(self, number):
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=30)
        assert err == b""
        return out.decode()


LINES = ["Alpha", ".", "2", ":skip", "1", "1", "no", "5", "3", "", "1/1/2027", "add", "Bias", "4", "5"]
GIVEN = [0, 0, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 7, 7, 7, 7]
"""How many answers there are after so many lines; the second 1 goes on where the level is settled."""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("lines", tiers(fast=(0, 5, 9), deep=set(range(len(LINES) + 1)) - {0, 5, 9}))
def test_a_kill_between_any_two_lines_keeps_every_answer_given(drafts, lines):
    process = Process(drafts.folder)
    for line in LINES[:lines]:
        process.type(line)
    process.end(signal.SIGKILL)
    # A line of a text that is not ended yet is kept too.
    assert [info.answered for info in drafts.entries()] == ([GIVEN[lines]] if lines else [])
    if not lines:
        return
    with drafts.open("interview-1") as draft:
        assert len(draft.answers.answers) == GIVEN[lines]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("name", tiers(fast=["SIGTERM"], deep=["SIGHUP", "SIGINT"]))
def test_a_signal_saves_and_leaves_with_what_was_half_typed(drafts, name):
    process = Process(drafts.folder)
    process.type("First line")
    number = getattr(signal, name)
    assert f"outcome False {int(number)}\n" in process.end(number)
    again = Process(drafts.folder)
    text = again.type("Second line")
    assert again.type(".")
    again.end(signal.SIGTERM)
    with drafts.open("interview-1") as draft:
        assert draft.answers.get("system").value == "First line\nSecond line", text


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_signal_that_is_ignored_stays_ignored(drafts):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        process = Process(drafts.folder)  # inherits it, as under nohup
    finally:
        signal.signal(signal.SIGHUP, before)
    process.process.send_signal(signal.SIGHUP)
    process.type("Alpha")
    process.type(".")
    process.end(signal.SIGKILL)
    with drafts.open("interview-1") as draft:
        assert draft.answers.get("system").value == "Alpha"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_signals_are_given_back(drafts):
    before = signal.getsignal(signal.SIGTERM)
    with begin(drafts) as draft:
        Talk(draft, [])
    assert signal.getsignal(signal.SIGTERM) == before
