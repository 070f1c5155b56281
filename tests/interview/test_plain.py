"""The line-by-line screen, driven as a person would: by lines of text, in both languages."""

import dataclasses
import io
import json
import os

import pytest

from aiassess.drafts.store import Drafts
from aiassess.interview import actions
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.protocol import Choice
from aiassess.interview.session import Session
from aiassess.model.answers import Answer, Evidence
from aiassess.model.risks import Risk
from aiassess.text import say
from support.each import each
from support.interviews import SMALL, Talk, blank, small


@pytest.fixture
def talk(tmp_path):
    drafts = Drafts(tmp_path / "drafts")

    def play(*script, language="en", **settings):
        with drafts.create(small(), "interview") as draft:
            return Talk(draft, script, language=language, **settings)

    return play


def view(question_id, answers=None, *, language="en", **changes):
    session = Session(small(), blank(), language=language, save=lambda *_: None)
    for name, value in (answers or {"acts_on": "persons", "groups": ("children",)}).items():
        session.do(actions.Goto(name))
        session.do(actions.Give(value))
    session.do(actions.Goto(question_id))
    return dataclasses.replace(session.view(), **changes)


def ask(shown, *script, screen=None):
    """Show one view; return the action and what was written."""
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("".join(line + "\n" for line in script)), output)
    return screen.ask(shown), output.getvalue()


WHOLE_INTERVIEW = [
    *["Alpha", "."],
    "2",
    *["First line", "", ":: begins with a colon", "."],
    *["1, 2", "1"],  # the level is settled: go on
    "yes",
    "1,000,000",
    *["3", "Minutes 3/2026", "1/5/2026", ""],
    "31/12/2026",
    *["add", "Wrong answers", "3", "4", "Tests", "2", "2", "Ana", "1/1/2027", "done"],
    "finish",
]
ANSWERS = {
    "system": Answer("answered", "Alpha"),
    "acts_on": Answer("answered", "persons"),
    "remark": Answer("answered", "First line\n\n: begins with a colon"),
    "groups": Answer("answered", ("children", "patients")),
    "guardian": Answer("answered", "yes"),
    "people": Answer("answered", 1_000_000),
    "oversight": Answer("answered", "in_place", None, (Evidence("Minutes 3/2026", "2026-05-01"),)),
    "reviewed_on": Answer("answered", "2026-12-31"),
    "register": Answer("answered", (Risk("Wrong answers", 3, 4, "Tests", 2, 2, "Ana", "2027-01-01"),)),
}


def test_the_introduction_of_a_section_is_read_once(talk):
    assert talk("Alpha", ".", "back", "", "quit").text.count("About this system.") == 1


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("en", WHOLE_INTERVIEW),
        (
            "ms",
            [{"add": "tambah", "done": "siap", "finish": "selesai", "yes": "ya"}.get(w, w) for w in WHOLE_INTERVIEW],
        ),
        # The words of one language hold in the other.
        ("ms", WHOLE_INTERVIEW),
    ],
)
def test_a_whole_interview(talk, language, script):
    done = talk(*script, language=language)
    assert done.outcome.finished, done.text
    assert done.answers == ANSWERS
    assert done.outcome.answers.about.language == language
    assert "\x1b" not in done.text
    assert "\r" not in done.text
    said = {
        "en": ["For tests only.", "Section 2 of 3: Persons", "1,000,000 people a year", "31 December 2026"],
        "ms": ["Untuk ujian sahaja.", "Bahagian 2 daripada 3: Orang", "1,000,000 orang setahun", "31 Disember 2026"],
    }[language]
    for line in said:
        assert line in done.text


def test_a_question_shows_where_it_stands_and_what_to_type():
    _, text = ask(view("people"))
    assert "Question 6. 2 answered, 6 left. Level: High (settled)." in text
    assert "How many people a year?" in text
    assert "Type a number (people a year). From 0 to 1,000,000,000." in text
    _, text = ask(view("oversight", language="ms"))
    assert "Bahagian 3 daripada 3: Kawalan" in text
    assert "  2. Sebahagian" in text
    assert "Taip nombor dari 1 hingga 3." in text


@pytest.mark.parametrize("typed", ["2", "partly", "Partly", "sebahagian", " 2 "])
def test_a_choice_by_number_id_or_label(typed):
    action, text = ask(view("oversight"), typed)
    assert action == actions.Give("partly")
    assert "Your answer: Partly" in text


@pytest.mark.parametrize("typed", ["0", "4", "-1", "1 2", "zzz", "²", "99999999999"])
def test_what_is_no_option_is_said_and_asked_again(typed):
    action, text = ask(view("oversight"), typed, "1")
    assert action == actions.Give("none")
    assert f"“{typed}” is not one of the answers. Type a number from 1 to 3." in text


@pytest.mark.parametrize("typed", ["1,2", "1 2", "2, 1", "1,1,2", "children patients", "Children,Patients"])
def test_several_choices(typed):
    assert ask(view("groups"), typed)[0] == actions.Give(("children", "patients"))


def test_an_exclusive_option_is_said_by_its_label():
    action, text = ask(view("groups"), "1 3", "None of these")
    assert action == actions.Give(("none",))
    assert "“None of these” cannot be chosen together with others." in text


def test_numbers_are_read_back_and_refused_in_words():
    action, text = ask(view("people"), "many", "1,5", "-1", "2.5", "12 345")
    assert action == actions.Give(12345)
    assert "“many” is not a number." in text
    assert "“1,5” can be read in two ways." in text
    assert "-1 is out of range; expected 0 to 1000000000." in text
    assert "2.5 is not a whole number." in text
    assert "Your answer: 12,345 people a year" in text


def test_dates_are_read_back_and_refused_in_words():
    action, text = ask(view("reviewed_on"), "31/2/2026", "5/6/2026")
    assert action == actions.Give("2026-06-05")
    assert "“31/2/2026” is not a date." in text
    assert "Your answer: 2026-06-05 (5 June 2026)" in text


def test_a_date_out_of_bounds_is_refused_with_its_bound():
    shown = view("reviewed_on")
    bounded = dataclasses.replace(shown, question=dataclasses.replace(shown.question, earliest="2026-01-01"))
    action, text = ask(bounded, "31/12/2025", "1/1/2026")
    assert action == actions.Give("2026-01-01")
    assert "Type a date, 1 January 2026 or later, such as" in text
    assert "31 December 2025 is too early; expected 1 January 2026 or later." in text


@pytest.mark.parametrize(
    ("typed", "asked", "date"),
    [
        (["1/6/27", ""], "“1/6/27” could mean 1 June 2027 or 6 January 2027.", "2027-06-01"),
        (["1/6/27", "6 Jan 2027"], "“1/6/27” could mean 1 June 2027 or 6 January 2027.", "2027-01-06"),
        (["6/30/2027", "6/30/2027"], "“6/30/2027” is read as 30 June 2027.", "2027-06-30"),
        (["30/6/27", ""], "“30/6/27” is read as 30 June 2027.", "2027-06-30"),
    ],
)
def test_an_unclear_date_is_asked_back_and_taken_at_the_second_enter(typed, asked, date):
    action, text = ask(view("reviewed_on"), *typed)
    assert action == actions.Give(date)
    assert asked in text


@each(
    "typed, action",
    [
        ("back", actions.Do.BACK),
        ("undur", actions.Do.BACK),
        (":back", actions.Do.BACK),
        ("BACK", actions.Do.BACK),
        ("skip", actions.Do.SKIP),
        ("langkau", actions.Do.SKIP),
        ("unsure", actions.Do.UNSURE),
        ("tidak pasti", actions.Do.UNSURE),
        ("Tidak  Pasti", actions.Do.UNSURE),
        ("not sure", actions.Do.UNSURE),
        ("list", actions.Do.OVERVIEW),
        ("senarai", actions.Do.OVERVIEW),
        ("goto", actions.Do.OVERVIEW),
        ("review", actions.Do.REVIEW),
        ("semak", actions.Do.REVIEW),
        ("finish", actions.Do.FINISH),
        ("selesai", actions.Do.FINISH),
        ("lang", actions.SwitchLanguage()),
        ("bahasa", actions.SwitchLanguage()),
        ("lang ms", actions.SwitchLanguage("ms")),
        ("bahasa English", actions.SwitchLanguage("en")),
        ("lang bahasa melayu", actions.SwitchLanguage("ms")),
        ("lang Inggeris", actions.SwitchLanguage("en")),
        ("lang Malay", actions.SwitchLanguage("ms")),
        ("clear", actions.Do.CLEAR),
        ("padam", actions.Do.CLEAR),
        ("quit", actions.Leave()),
        ("keluar", actions.Leave()),
    ],
)
@each("question", ["acts_on", "people", "register", "system"])
@each("language", ["en", "ms"])
def test_every_command_everywhere_in_both_languages(question, language, typed, action):
    line = ":" + typed.lstrip(":") if question == "system" else typed
    assert ask(view(question, language=language), line)[0] == action


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("question", ["acts_on", "groups", "people", "reviewed_on", "register", "system"])
def test_help_shows_the_question_and_every_command(question, language):
    _, text = ask(view(question, language=language), "?")
    help_text = small().by_id[question].help
    if help_text:
        assert help_text[language] in text
    words = {
        "en": ["back", "skip", "unsure", "note", "list", "goto 12", "review", "lang", "clear", "quit"],
        "ms": [
            "undur",
            "langkau",
            "tidak pasti",
            "catatan",
            "senarai",
            "pergi 12",
            "semak",
            "bahasa",
            "padam",
            "keluar",
        ],
    }[language]
    for word in words:
        assert f" {word} (" in text
    groups = ("answer", "question", "move", "interview")
    assert all(f"\n{say(language, f'interview.do_{group}')}: " in text for group in groups)


def test_help_offers_not_applicable_only_where_it_is_allowed():
    assert " na (" in ask(view("oversight"), "?")[1]
    assert "Evidence: Minutes of a meeting." in ask(view("oversight"), "?")[1]
    assert " na (" not in ask(view("people"), "?")[1]


def test_again_shows_the_question_again():
    _, text = ask(view("people"), "again")
    assert text.count("How many people a year?") == 2


def test_in_a_text_only_colon_commands_count():
    action, text = ask(view("system"), "back", "quit", "?", ":review", "more", ".")
    assert action is actions.Do.REVIEW
    assert "“back” was taken as text. To use it as a command, type :back" in text
    assert "Its official name." in text
    action, _ = ask(view("system"), "list", ".")
    assert action == actions.Give("list")
    # Typed without its colon by mistake, then with it: no text is left behind.
    screen = PlainScreen(io.StringIO("skip\n:skip\n"), io.StringIO())
    assert screen.ask(view("system")) == actions.Do.SKIP
    assert screen.ask(view("system")) == actions.Leave()


def test_pasted_text_is_kept_whole():
    pasted = ["# Heading", "", "\tindented  ", ":smile", "1. back", "“quotes” – and …"]
    action, text = ask(view("system"), *pasted, ".")
    assert action == actions.Give("\n".join(pasted))
    assert "Unknown command “:smile”; the line was kept as text." in text


def test_a_mistyped_command_does_not_become_the_answer():
    action, text = ask(view("system"), ":bakc", "Alpha", ".")
    assert action == actions.Give("Alpha")
    assert "Unknown command “:bakc”. Type ? for help." in text


def ask_twice(screen, question_id):
    """Ask a question, take what the screen does, go back to the question and ask it again; return both actions."""
    session = Session(small(), blank(), language="en", save=lambda *_: None)
    screen.keep = session.keep
    done = []
    for _ in range(2):
        session.do(actions.Goto(question_id))
        done.append(screen.ask(session.view()))
        session.do(done[-1])
    return done


def test_half_typed_text_comes_back_when_the_question_does():
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("First\nSecond\n:list\n:clear\nThird\n.\n"), output)
    assert ask_twice(screen, "system") == [actions.Do.OVERVIEW, actions.Give("Third")]
    assert "it was unfinished when you left" in output.getvalue()
    assert "The text was discarded." in output.getvalue()


def test_text_half_typed_in_an_earlier_session_goes_on():
    action, text = ask(view("system", typed="First\nSec"), "Third", ".")
    assert action == actions.Give("First\nSec\nThird")
    assert "First\nSec\n" in text
    assert "Unfinished when you left: 12" in ask(view("people", typed="12"), "3")[1]


@pytest.mark.parametrize(
    ("question", "script", "typed"),
    [
        ("system", [], ""),
        ("system", ["First", "Second"], "First\nSecond"),
        ("system", ["First", ":quit"], "First"),
        ("register", ["add", "A risk"], '{"risks": [], "entry": {"title": "A risk"}, "edits": {}}'),
        ("people", [], ""),
    ],
)
def test_the_end_of_input_leaves_with_what_was_half_typed(question, script, typed):
    assert ask(view(question), *script)[0] == actions.Leave(typed)


def typed_before(question, *script):
    """Return what a screen asks to be kept where the input ends in the middle, as a later view would hold it."""
    kept = {}
    lines = io.StringIO("".join(line + "\n" for line in script))
    screen = PlainScreen(lines, io.StringIO())
    screen.keep = lambda typed, did="": kept.update(typed)
    action = screen.ask(view(question))
    return action, {key: text for key, text in kept.items() if text}


def test_what_was_typed_in_a_form_is_kept_and_gone_on_with():
    action, kept = typed_before("oversight", "na", "because", "of this")
    assert (action, kept) == (actions.Leave(""), {"reason:oversight": "because\nof this"})
    again, text = ask(view("oversight", forms={"reason": "because\nof this"}), "na", ".")
    assert "Continue this text" in text
    assert again == actions.SetAside("because\nof this")
    again = ask(view("oversight", forms={"reason": "because"}), "na", ":clear", "anew", ".")[0]
    assert again == actions.SetAside("anew")
    action, kept = typed_before("people", "note", "First", "line")
    assert (action, kept) == (actions.Annotate("First\nline", ()), {"note:people": '["First\\nline"]'})
    again, text = ask(view("people", forms={"note": '["First\\nline"]'}), "note", "goes on", ".", "")
    assert again == actions.Annotate("First\nline\ngoes on", ())
    risk = ["add", "Bias", "4", "5"]
    action, kept = typed_before("register", *risk)
    entry = {"title": "Bias", "likelihood": "4", "consequence": "5"}
    assert json.loads(action.typed)["entry"] == json.loads(kept["register"])["entry"] == entry
    again, text = ask(view("register", typed=action.typed), "add", "", "", "", "Checks", "", "", "", "done")
    assert "A risk was left unfinished; add continues it." in text
    assert again.value[0].title == "Bias"
    assert again.value[0].treatment == "Checks"
    for strange in ("[", "{}", "[1]", '"x"', "[]"):
        assert ask(view("people", forms={"note": strange}), "note", ".", "")[0] == actions.Annotate(None, ())
        ask(view("register", typed=strange))


def test_what_the_full_screen_kept_half_typed_is_not_lost():
    kept = '["", "Letter", "1/5", "", "2/5"]'
    action = ask(view("people", forms={"note": kept}), "note", "", "")[0]
    assert action == actions.Annotate(None, (Evidence("Letter (1/5)"), Evidence("(2/5)")))
    entry = {"title": "Bias", "likelihood": "4", "consequence": "x", "due": "1/5"}
    typed = json.dumps({"risks": [], "entry": entry})
    assert "when you left: x\n" in ask(view("register", typed=typed), "add", "", "", "5", "", "", "", "", "done")[1]
    assert ask(view("oversight", forms={"note": '["Half a note"]'}), "3", "Minutes", "", "")[0] == actions.Give(
        "in_place", "Half a note", (Evidence("Minutes"),)
    )


@pytest.mark.parametrize("prefilled", [False, True])
@pytest.mark.parametrize("line", ["done", ""])
def test_giving_the_register_keeps_a_risk_that_is_half_written(line, prefilled):
    typed = json.dumps({"risks": [{"title": "Bias", "likelihood": 4, "consequence": 5}], "entry": {"title": "Outage"}})
    answer = Answer("unanswered") if line == "done" else Answer("answered", (Risk("Bias", 4, 5),))
    action = ask(view("register", typed=typed, prefilled=prefilled, answer=answer), line, "quit")[0]
    if line == "done" or prefilled:
        assert json.loads(action.left)["entry"]["title"] == "Outage"
    else:
        assert action == actions.Do.SKIP  # nothing is given, and what is typed stays


@pytest.mark.parametrize(
    ("question", "lines", "key"),
    [("2", ["note", "x" * 20_001, ".", ""], "note:acts_on"), ("7", ["na", "x" * 20_001, "."], "reason:oversight")],
)
def test_a_form_that_is_refused_keeps_its_text(tmp_path, question, lines, key):
    with Drafts(tmp_path).create(small(), str(SMALL)) as draft:
        told = Talk(draft, [f":goto {question}", *lines])
    assert not told.answers
    assert "x" * 20_001 in told.outcome.state.typed[key]


def test_empty_lines_never_answer():
    action, text = ask(view("people"), "", "", "5")
    assert action == actions.Give(5)
    assert text.count("Nothing was typed.") == 2
    action, text = ask(view("system"), "", "   ", "Alpha", ".")
    assert action == actions.Give("Alpha")
    assert "“:skip” to continue without one" in text


def test_enter_keeps_an_answer_and_confirms_one_that_was_taken_over():
    answers = {"acts_on": "persons", "people": 5, "system": "Alpha"}
    action, text = ask(view("people", answers), "")
    assert action == actions.Do.SKIP
    assert "Your answer: 5 people a year" in text
    assert "Enter keeps your answer and moves on." in text
    for question, value in answers.items():
        action, text = ask(view(question, answers, prefilled=True), "")
        assert action == actions.Give(value)
        assert "Carried over from the earlier file: " in text
        assert "Enter confirms it." in text
    unsure = view("people", prefilled=True, answer=Answer("unsure"))
    assert ask(unsure, "")[0] == actions.Do.UNSURE
    aside = view("oversight", prefilled=True, answer=Answer("not_applicable", None, "Nobody there"))
    assert ask(aside, "")[0] == actions.SetAside("Nobody there")


def test_not_applicable_asks_the_reason():
    action, text = ask(view("oversight"), "tb", "Nobody", "there", ".")
    assert action == actions.SetAside("Nobody\nthere")
    assert "Why does this question not apply?" in text
    action, text = ask(view("oversight"), "na", "", "1")
    assert action == actions.Give("none")
    assert "Nothing was changed." in text
    assert ask(view("oversight"), "na", "?", ":list", ":back", "2")[0] == actions.Give("partly")
    action, text = ask(view("people"), "na", "5")
    assert action == actions.Give(5)
    assert "This question cannot be answered “not applicable”." in text


def test_note_and_evidence():
    action, text = ask(
        view("people"), "note", "Counted", "by hand", ".", "Register 7", "1/5/2026", "Report", "soon", "", ""
    )
    assert action == actions.Annotate("Counted\nby hand", (Evidence("Register 7", "2026-05-01"), Evidence("Report")))
    assert "“soon” is not a date." in text
    noted = view("people", answer=Answer("unanswered", None, "Old", (Evidence("One"), Evidence("Two", "2026-01-01"))))
    action, text = ask(noted, "nota", "", ":clear 1", ":padam 9", "")
    assert action == actions.Annotate("Old", (Evidence("Two", "2026-01-01"),))
    assert "Note: Old" in text
    assert "Evidence 2: Two (2026-01-01)" in text
    assert "There is no number “9” here." in text
    assert ask(noted, "note", ":clear", "", "")[0] == actions.Annotate(None, noted.answer.evidence)
    action, text = ask(noted, "note", "Half", ":back", "5")
    assert action == actions.Give(5)
    assert "Nothing was changed." in text


def test_a_note_cut_off_by_the_end_of_input_is_kept_before_leaving():
    screen = PlainScreen(io.StringIO("note\nHalf a note\n"), io.StringIO())
    assert screen.ask(view("people")) == actions.Annotate("Half a note", ())
    assert screen.ask(view("people")) == actions.Leave()
    screen = PlainScreen(io.StringIO("note\n\nMinutes\n:quit\nback\n"), io.StringIO())
    assert screen.ask(view("people")) == actions.Annotate(None, (Evidence("Minutes"),))
    assert screen.ask(view("people")) == actions.Leave()


def test_evidence_is_asked_for_where_it_is_expected():
    action, text = ask(view("oversight"), "3", "Minutes", "", "")
    assert action == actions.Give("in_place", evidence=(Evidence("Minutes"),))
    assert "Evidence is expected for this answer." in text
    assert "Minutes of a meeting." in text
    assert ask(view("oversight"), "3", "")[0] == actions.Give("in_place", evidence=())
    assert ask(view("oversight"), "2")[0] == actions.Give("partly")
    had = view("oversight", answer=Answer("unanswered", None, None, (Evidence("Old"),)))
    assert ask(had, "3")[0] == actions.Give("in_place")
    # The answer stands even where the input ends here.
    assert ask(view("oversight"), "3", "Minutes")[0] == actions.Give("in_place", evidence=(Evidence("Minutes"),))


def test_evidence_given_at_other_questions_is_offered_by_number():
    known = (Evidence("Minutes", "2026-05-01"), Evidence("Contract"))
    shown = view("oversight", evidence_known=known)
    action, text = ask(shown, "3", "=1", "= 2", "=3", "=x", "", "")
    assert action == actions.Give("in_place", evidence=(*known, Evidence("=x")))
    assert "such as =1:\n  =1 Minutes (2026-05-01)\n  =2 Contract\n" in text
    assert "There is no number “=3” here." in text
    action, text = ask(view("oversight"), "3", "=1", "", "")
    assert action == actions.Give("in_place", evidence=(Evidence("=1"),))
    assert "other questions" not in text
    assert (
        "=9 File 8\n" in ask(view("people", evidence_known=[Evidence(f"File {n}") for n in range(20)]), "note", "")[1]
    )


def test_the_risk_register_is_added_to_edited_and_removed_from():
    first = ["add", "Bias", "6", "4", "5", "", "", "", ""]
    second = ["tambah", "Outage", "2", "2", "Spare", "1", "", "2", "Ben", "31/12/2026"]
    action, text = ask(
        view("register"), "edit 1", *first, *second, "edit 2", "", "3", "", "-", "-", "-", "", "buang 1", "done"
    )
    assert action == actions.Give((Risk("Outage", 3, 2, owner=None, due="2026-12-31"),))
    assert "There is no number “1” here." in text
    assert "Found 6; expected a whole number from 1 to 5." in text
    assert "1. Bias. Likelihood 4, consequence 5: rating 20." in text
    assert (
        "Treatment: Spare. After treatment: likelihood 1, consequence 2: rating 2. Owner: Ben. Due: 2026-12-31." in text
    )
    assert "This field cannot be left blank." in text
    assert "Risk 1 was removed." in text


def test_an_entry_can_be_given_up_and_an_empty_register_is_no_answer():
    action, text = ask(view("register"), "done", "add", "Bias", ":back", "", "skip")
    assert action == actions.Do.SKIP
    assert "The register is empty. Enter at least one risk" in text
    assert "Nothing was changed." in text
    assert "Nothing was typed." in text


def test_a_register_that_was_not_taken_waits():
    output = io.StringIO()
    script = ["add", "Bias", "4", "5", "", "", "", "", "back", "done"]
    screen = PlainScreen(io.StringIO("\n".join(script) + "\n"), output)
    assert ask_twice(screen, "register") == [actions.Do.BACK, actions.Give((Risk("Bias", 4, 5),))]
    assert "Type done to accept your changes to the register." in output.getvalue()


def test_entries_of_a_register_are_kept_where_the_input_ends():
    screen = PlainScreen(io.StringIO("add\nBias\n4\n5\n\n\n\n\n"), io.StringIO())
    assert screen.ask(view("register")) == actions.Give((Risk("Bias", 4, 5),))
    assert screen.ask(view("system")) == actions.Leave()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("y", True), ("ya", True), ("YES", True), ("n", False), ("tidak", False), ("tak", False), ("", False)],
)
def test_confirm(typed, expected):
    screen = PlainScreen(io.StringIO(f"perhaps\n{typed}\nya\n"), io.StringIO())
    assert screen.confirm("Really?", language="ms") is expected
    assert PlainScreen(io.StringIO(), io.StringIO()).confirm("Really?", language="en") is False


def test_choose():
    output = io.StringIO()
    screen = PlainScreen(io.StringIO("3\nzero\n2\nkeluar\n"), output)
    assert screen.choose(Choice("Which?", ["One", "Two"], language="en")) == 1
    assert screen.choose(Choice("Which?", ["One", "Two"], language="en")) is None
    assert screen.choose(Choice("Which?", ["One", "Two"], language="en")) is None
    assert "  2. Two\n" in output.getvalue()
    screen = PlainScreen(io.StringIO("undur\n1\n"), output)
    assert screen.choose(Choice("Which?", ["One", "Leave"], language="en", leave=1)) == 0  # only what says so leaves


def test_control_sequences_never_reach_the_terminal():
    hostile = "\x1b]0;owned\x07\x1b[2J\u202e"
    shown = view("system", answer=Answer("answered", hostile, hostile, (Evidence(hostile),)), notices=(hostile,))
    _, text = ask(shown, hostile)
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert "\\u{1b}" in text


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "latin-1"])
def test_a_terminal_without_utf8_gets_what_it_can_show(talk, encoding):
    done = talk("?", "Alpha 中 “x”", ".", "again", "quit", language="ms", encoding=encoding)
    assert done.answers["system"].value == "Alpha 中 “x”"
    assert "Seluruh temu bual" in done.text


def test_bytes_that_are_no_text_do_not_end_the_session(tmp_path):
    typed = io.TextIOWrapper(io.BytesIO(b"Al\xffpha\n.\n"), encoding="utf-8")
    assert PlainScreen(typed, io.StringIO()).ask(view("system")) == actions.Give("Al\ufffdpha")


def test_lines_are_broken_between_words_at_the_width_of_the_terminal(monkeypatch):
    output = io.StringIO()
    output.fileno = lambda: 7
    with monkeypatch.context() as patched:  # pytest itself asks for a width between tests
        patched.setattr(os, "get_terminal_size", {7: os.terminal_size((40, 24))}.__getitem__)
        PlainScreen(io.StringIO("?\n"), output).ask(view("oversight"))
    assert max(len(line) for line in output.getvalue().split("\n")) <= 40


def test_a_terminal_that_is_gone_does_not_raise(tmp_path):
    read = io.StringIO("Alpha\n.\n")
    written = io.StringIO()
    written.close()
    assert PlainScreen(read, written).ask(view("system")) == actions.Give("Alpha")
    read.close()
    assert PlainScreen(read, written).ask(view("system")) == actions.Leave()


def one_line(**changes):
    shown = view("system", **changes)
    return dataclasses.replace(shown, question=dataclasses.replace(shown.question, multiline=False))


def test_a_short_text_ends_with_its_line():
    action, text = ask(one_line(), "Alpha", "Beta")
    assert action == actions.Give("Alpha")
    assert "on one line" in text


def test_a_command_word_is_no_short_text_unless_it_is_meant():
    action, text = ask(one_line(), "back", "Alpha")
    assert action == actions.Give("Alpha")
    assert "To use “back” as a command, type :back. To give it as your answer, type it again" in text
    assert ask(one_line(), "back", "back")[0] == actions.Give("back")
    assert ask(one_line(), ":back")[0] == actions.Do.BACK


def test_a_half_typed_text_of_several_lines_goes_on_where_one_line_would_do():
    assert ask(one_line(typed="First\nSec"), "Third", ".")[0] == actions.Give("First\nSec\nThird")
