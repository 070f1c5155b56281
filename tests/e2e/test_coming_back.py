"""Languages, drafts and earlier answers: what is taken along, asked to be confirmed, offered, and removed."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import KEYS, SMALL, draft_file, open_terminal, printed, read_json

from aiassess.text import count, say


def begin(terminal):
    terminal.wait("Enter continue")
    terminal.press("enter")
    terminal.wait("1. What is the system called?", "F5 Bahasa Melayu")


def answer_two(terminal):
    begin(terminal)
    terminal.press("Score", "enter")
    terminal.wait("2. What does the system act on?")
    terminal.press("1")
    terminal.wait("3. Any other remark?")


def finish_incomplete(terminal):
    """Go to the review and finish with questions unanswered."""
    terminal.press("f7")
    terminal.wait(say("en", "interview.review_title"), count("en", "interview.count_missing", 3))
    terminal.press("down")
    terminal.wait("> " + say("en", "screen.finish"))
    terminal.press("enter")
    terminal.wait(
        count("en", "interview.finish_missing", 3),
        say("en", "interview.finish_incomplete"),
        say("en", "interview.finish_all_the_same"),
    )
    terminal.press("y")
    assert terminal.wait_end() == 0


@pytest.mark.deep
def test_switching_the_language_keeps_every_answer(tmp_path):
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en") as terminal:
        answer_two(terminal)
        terminal.press("half")
        terminal.wait("> half")
        terminal.press("f5")
        terminal.wait("3. Ada catatan lain?", "> half", "Soalan 3", "F5 English")
        terminal.press("f6")
        terminal.wait("Semua soalan", "Benda sahaja")
        terminal.press("f5")
        terminal.wait("All questions", "Things only")
        terminal.press("f5")
        terminal.wait("Semua soalan")
        terminal.press("f6")
        terminal.wait("3. Ada catatan lain?")
        terminal.press("esc")
        terminal.wait("2. Apakah yang dikendalikan", "> (•) 1. Benda sahaja")
        terminal.press("f5")
        terminal.wait("2. What does the system act on?", "> (•) 1. Things only")
        terminal.press("f5")
        terminal.wait("2. Apakah yang dikendalikan")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
        assert "Disimpan. Sambung kemudian dengan" in printed(terminal)
    draft = read_json(draft_file(tmp_path))
    assert draft["answers"] == {"system": {"value": "Score"}, "acts_on": {"value": "things"}}
    assert draft["about"]["language"] == "ms"
    with open_terminal(tmp_path, "assess", "--resume", "interview-1") as terminal:
        terminal.wait("Menyambung draf interview-1", "Enter teruskan")
        terminal.press("enter")
        terminal.wait("2. Apakah yang dikendalikan", "> (•) 1. Benda sahaja")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0


@pytest.mark.deep
def test_finishing_with_something_missing(tmp_path):
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en", "--out", "done") as terminal:
        answer_two(terminal)
        terminal.press("f7")
        terminal.wait(say("en", "interview.review_title"))
        terminal.press("down")
        terminal.wait("> " + say("en", "screen.finish"))
        terminal.press("enter")
        terminal.wait(say("en", "interview.finish_all_the_same"))
        terminal.press("n")  # not yet: the review is still there
        terminal.wait(say("en", "interview.review_title"), say("en", "interview.review_missing") + " (3)")
        terminal.press("esc")
        terminal.wait("3. Any other remark?")
        finish_incomplete(terminal)
        assert "Status: Incomplete" in printed(terminal)
    report = read_json(tmp_path / "done" / "report.json")
    assert report["result"]["status"] == "incomplete"
    assert [item["question"] for item in report["missing"]] == ["oversight", "reviewed_on", "register"]


@pytest.mark.deep
def test_an_earlier_report_is_confirmed_and_named(tmp_path):
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en", "--out", "first") as terminal:
        answer_two(terminal)
        finish_incomplete(terminal)
    earlier = read_json(tmp_path / "first" / "report.json")
    arguments = ("assess", str(SMALL), "--lang", "en", "--answers", "first/report.json", "--out", "second")
    with open_terminal(tmp_path, *arguments) as terminal:
        terminal.wait(count("en", "interview.prefilled", 2), "Enter continue")
        terminal.press("enter")
        terminal.wait(say("en", "carried.changes"), "7. Is the system overseen?")
        terminal.press("enter")
        terminal.wait("Section 1/2: Profile (2 to be confirmed)", "What is the system called?", "Score", "0 answered")
        terminal.press("down", "enter")
        terminal.wait("1. What is the system called?", "> Score", say("en", "screen.prefilled", key=KEYS))
        terminal.press("enter")
        terminal.wait("Section 1/2: Profile (1 to be confirmed)")
        terminal.press("f7")
        terminal.wait(count("en", "interview.count_unconfirmed", 1), say("en", "interview.review_unconfirmed") + " (1)")
        terminal.press("esc")
        terminal.wait("Section 1/2: Profile (1 to be confirmed)")
        terminal.press("y")
        terminal.wait("7. Is the system overseen?")
        finish_incomplete(terminal)
    report = read_json(tmp_path / "second" / "report.json")
    assert report["about"]["revises"] == earlier["digest"]
    assert report["answers"] == earlier["answers"]
    assert "revises" not in earlier["about"]


@pytest.mark.deep
def test_a_report_that_was_changed_is_refused(tmp_path):
    with open_terminal(tmp_path, "assess", str(SMALL), "--lang", "en", "--out", "first") as terminal:
        answer_two(terminal)
        finish_incomplete(terminal)
    file = tmp_path / "first" / "report.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Score", "Scope"), encoding="utf-8")
    with open_terminal(tmp_path, "assess", str(SMALL), "--answers", str(file), "--lang", "en") as terminal:
        assert terminal.wait_end() == 3
        assert "The report was changed after it was made" in printed(terminal)
    assert draft_file(tmp_path).parent.name == "first", "that of the incomplete assessment is kept, and none is begun"


def leave_two_drafts(folder):
    for name in ("Alpha", "Beta"):
        with open_terminal(folder, "assess", str(SMALL), "--lang", "en", "--new") as terminal:
            begin(terminal)
            terminal.press(name, "enter")
            terminal.wait("2. What does the system act on?")
            terminal.press("ctrl-d")
            assert terminal.wait_end() == 0


def test_drafts_are_offered_listed_and_removed(tmp_path):
    leave_two_drafts(tmp_path)
    with open_terminal(tmp_path, "drafts", "list", "--lang", "en", columns=150) as terminal:
        assert terminal.wait_end() == 0
        assert "interview-1: Alpha; interview 1.2.0; 1 of 6 settled; saved 20" in printed(terminal)
        assert "interview-2: Beta; interview 1.2.0; 1 of 6 settled; saved 20" in printed(terminal)
    with open_terminal(tmp_path, "assess", "--lang", "en") as terminal:
        terminal.wait(count("en", "interview.drafts_found", 2), "interview-1: Alpha", "3. Start a new one")
        terminal.press("enter")  # nothing is pointed at yet
        terminal.wait(say("en", "screen.choose_first_line"))
        alpha = next(line for line in terminal.lines() if "Alpha" in line).split(".")[0].strip()
        terminal.press(alpha)
        terminal.wait(f"> {alpha}. interview-1: Alpha")
        terminal.press("enter")
        terminal.wait("Continuing the draft interview-1: 1 of 6", "Enter continue")
        terminal.press("enter")
        terminal.wait("2. What does the system act on?")
        terminal.press("ctrl-d")
        assert terminal.wait_end() == 0
    with open_terminal(tmp_path, "assess", "--lang", "ms") as terminal:
        terminal.wait("3. Mulakan yang baharu")
        terminal.press("esc")
        terminal.wait("pilih baris 4: Keluar")
        terminal.press("4", "enter")  # nothing is begun
        assert terminal.wait_end() == 0
    with open_terminal(tmp_path, "drafts", "remove", "interview-1", "--lang", "en") as terminal:
        terminal.wait("Remove the draft interview-1 and its answers for good?", "yes or no")
        terminal.press("no\n")
        assert terminal.wait_end() == 0
    assert len(list((tmp_path / "data" / "drafts").glob("*.draft.json"))) == 2
    with open_terminal(tmp_path, "drafts", "remove", "interview-1", "--lang", "en") as terminal:
        terminal.wait("yes or no")
        terminal.press("yes\n")
        terminal.wait("Removed: interview-1")
        assert terminal.wait_end() == 0
    assert draft_file(tmp_path).name == "interview-2.draft.json"
