"""Drafts: saved, found again, held by one session alone, carried over to a later questionnaire."""

import json
import os
import subprocess
import sys
import textwrap
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from aiassess import load_answers
from aiassess.answers.carry import Carried, Dropped
from aiassess.drafts.listing import draft_info, draft_line
from aiassess.drafts.places import drafts_folder, forget, is_drafts_folder
from aiassess.drafts.state import State
from aiassess.drafts.store import Drafts
from aiassess.errors import InvalidInput, Problem, Word, WrongUsage
from aiassess.files import write_file
from aiassess.model.answers import Answer, AnswerSet
from aiassess.questionnaire.catalog import load_questionnaire
from support.interviews import SMALL, blank, small

ANSWERS = {"system": Answer("answered", "Alpha"), "acts_on": Answer("answered", "persons", "Why")}


def answers(given=ANSWERS):
    return AnswerSet("interview", "1.2.0", blank().about, given)


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "drafts")


@pytest.fixture
def saved(drafts):
    """A draft with two answers, let go of."""
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers(), State(current="groups"))
    return draft.path


def unconfirmed(saved, *names):
    """Say in a draft's state what waits to be confirmed, as earlier drafts did."""
    file = saved.with_name(".interview-1.state.json")
    data = json.loads(file.read_text())
    data["state"]["unconfirmed"] = names
    file.write_text(json.dumps(data))


def codes(error):
    return [problem.code for problem in error.value.problems]


def edition(tmp_path, *changes, version="1.3.0"):
    """A later edition of the small questionnaire, as a file."""
    text = SMALL.read_text(encoding="utf-8").replace("version: 1.2.0", f"version: {version}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "edition.yaml"
    file.write_text(text, encoding="utf-8")
    return load_questionnaire(str(file))


def test_the_folder_is_the_platforms_or_the_one_named(monkeypatch, tmp_path):
    monkeypatch.setenv("AIASSESS_DATA_DIR", str(tmp_path))
    assert drafts_folder() == tmp_path / "drafts"
    monkeypatch.delenv("AIASSESS_DATA_DIR")
    assert drafts_folder().name == "drafts"
    assert drafts_folder().parent.name == "aiassess"


def test_the_home_folder_may_be_written_short(monkeypatch, tmp_path):
    from aiassess.questionnaire.cache import Cache

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("AIASSESS_DATA_DIR", "~/data")
    monkeypatch.setenv("AIASSESS_CACHE_DIR", "~/cache")
    monkeypatch.chdir(tmp_path)
    assert drafts_folder() == tmp_path / "data" / "drafts"
    assert is_drafts_folder(Path("data/drafts"))
    assert Cache("key").file.parent == tmp_path / "cache"


def test_a_draft_is_an_answers_file(saved):
    assert saved.name == "interview-1.draft.json"
    assert load_answers(saved, small()).answers == ANSWERS


def test_a_draft_comes_back_with_its_state(drafts, saved):
    with drafts.open("interview-1") as draft:
        assert not draft.new
        assert draft.questionnaire.id == "interview"
        assert draft.answers == answers()
        assert draft.state == State(current="groups")
        assert draft.carried is None
    with drafts.open(str(saved)) as draft:
        assert draft.answers == answers()


def test_an_earlier_draft_says_in_its_state_alone_what_waits_to_be_confirmed(drafts, saved):
    unconfirmed(saved, "acts_on", "people", 7)
    for _ in range(2):  # the second time the answers say it
        with drafts.open("interview-1") as draft:
            assert [name for name, answer in draft.answers.answers.items() if not answer.confirmed] == ["acts_on"]
            draft.save(draft.answers, draft.state)


def test_a_draft_that_another_program_moves_or_removes_is_written_again(drafts, saved):
    typed = {"groups": "half"}
    for vanished in (saved.unlink, lambda: saved.rename(saved.with_name("away.json"))):
        with drafts.open("interview-1") as draft:
            vanished()
            draft.save(draft.answers, State(current="groups", typed=typed))
        with drafts.open("interview-1") as draft:
            assert (draft.answers, draft.state.typed) == (answers(), typed)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
@pytest.mark.parametrize("name", ["interview-1.draft.json", ".interview-1.state.json", "interview-1.dropped.json"])
@pytest.mark.parametrize("planted", ["link", "pipe"])
def test_nothing_of_a_draft_is_written_through_what_somebody_placed_there(drafts, saved, tmp_path, name, planted):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    with drafts.open("interview-1") as draft:
        file = saved.with_name(name)
        file.unlink(missing_ok=True)
        file.symlink_to(victim) if planted == "link" else os.mkfifo(file)
        draft.save(answers({"system": Answer("answered", "Beta")}), State(current="system"))
        if "dropped" in name:
            write_file(file, "{}", private=True)
    assert victim.read_text() == "precious"
    assert file.is_file()
    assert not file.is_symlink()


def test_without_its_state_nothing_else_is_lost(drafts, saved):
    (saved.parent / ".interview-1.state.json").write_text(
        '{"format": "aiassess.draft-state/1", "state": {"current": 7}}'
    )
    with drafts.open("interview-1", small()) as draft:
        assert (draft.answers, draft.state) == (answers(), State())
    for content in ("", "nonsense", "[]", '{"format": "other"}', "\x00"):
        (saved.parent / ".interview-1.state.json").write_text(content)
        with drafts.open("interview-1", small()) as draft:
            assert (draft.answers, draft.state) == (answers(), State())


def test_a_questionnaire_that_is_not_shipped_must_be_named_once_the_state_is_lost(drafts, saved):
    (saved.parent / ".interview-1.state.json").unlink()
    forget(saved)
    before = saved.read_bytes()
    with pytest.raises(InvalidInput) as error:
        drafts.open("interview-1")
    assert codes(error) == ["draft_questionnaire", "draft_kept"]
    assert saved.read_bytes() == before
    with drafts.open("interview-1", small(), str(SMALL)):
        pass
    with drafts.open("interview-1") as draft:  # named once, known again
        assert draft.answers == answers()


def test_nothing_is_left_behind_where_nothing_was_answered(drafts):
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers({}), State(current="system"))
        assert not draft.exists
    assert list(drafts.folder.iterdir()) == []


def test_half_typed_text_alone_is_kept(drafts):
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers({}), State(current="system", typed={"system": "Al"}))
    with drafts.open("interview-1") as draft:
        assert draft.state.typed == {"system": "Al"}


def test_a_second_session_is_refused_in_words_and_changes_nothing(drafts, saved):
    with drafts.open("interview-1") as first:
        for refused in (drafts.open, drafts.remove):
            with pytest.raises(WrongUsage) as error:
                refused("interview-1")
            assert codes(error) == ["draft_in_use_by"]
            message = error.value.problems[0].message("en")
            assert f"process {os.getpid()} on " in message
            assert "Finish or leave that one first" in message
        first.save(answers({"system": Answer("answered", "Beta")}), State())
        assert [info.in_use for info in drafts.entries()] == [True]
    with drafts.open("interview-1") as second:
        assert second.answers.get("system").value == "Beta"
    assert [info.in_use for info in drafts.entries()] == [False]


def test_sessions_begun_at_once_get_drafts_of_their_own(drafts):
    with drafts.create(small(), str(SMALL)) as first, drafts.create(small(), str(SMALL)) as second:
        assert {first.name, second.name} == {"interview-1", "interview-2"}


def test_a_draft_of_another_process_is_refused_until_that_one_is_killed(drafts, saved):
    code = f"""
        import sys
        from pathlib import Path
        from aiassess.drafts.store import Drafts
        draft = Drafts(Path({str(saved.parent)!r})).open("interview-1")
        print("held", flush=True)
        sys.stdin.read()
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout.readline() == "held\n"
        with pytest.raises(WrongUsage) as error:
            drafts.open("interview-1")
        assert error.value.problems[0].values["process"] == str(process.pid)
        process.kill()
    with drafts.open("interview-1") as draft:
        assert draft.answers == answers()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\x00\x01", "binary"),
        (b'{"format": "aiassess.answers/1"', "json_syntax"),
        (b"[]", "json_expected_object"),
        (b'{"format": "aiassess.answers/2"}', "newer_format"),
        (
            b'{"format": "aiassess.answers/1", "questionnaire": {"id": "interview", "version": "1.2.0"}}',
            "json_required",
        ),
        (
            b'{"format": "aiassess.answers/1", "questionnaire": {"id": "interview", "version": "1.2.0"},'
            b' "answers": {"acts_on": "nothing"}}',
            "unknown_option",
        ),
        (
            b'{"format": "aiassess.answers/1", "questionnaire": {"id": "other", "version": "1.2.0"}, "answers": {}}',
            "other_questionnaire",
        ),
    ],
)
def test_a_damaged_draft_is_refused_and_left_as_it_is(drafts, saved, content, code):
    saved.write_bytes(content)
    with pytest.raises(InvalidInput) as error:
        drafts.open("interview-1")
    assert codes(error) == [code, "draft_kept"]
    assert saved.read_bytes() == content
    [info] = drafts.entries()
    assert info.problem.code == code
    assert "cannot be read" in draft_line(info, "en")
    drafts.remove("interview-1")
    assert list(saved.parent.iterdir()) == []


def test_no_such_draft(drafts, saved):
    for name in ("interview-2", "../interview-1", str(saved) + ".json"):
        with pytest.raises(WrongUsage) as error:
            drafts.open(name)
        assert codes(error) == ["no_draft"]
    assert "interview-1" in error.value.problems[0].message("ms")


def test_an_answers_file_is_no_draft_and_is_never_taken_for_one(drafts, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text("{}")
    with pytest.raises(WrongUsage) as error:
        drafts.open(str(file))
    assert codes(error) == ["not_a_draft"]


def test_the_list(drafts, saved):
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(answers({"acts_on": Answer("answered", "things")}), State())
    unconfirmed(saved, "acts_on")
    os.utime(saved, (1_795_230_000, 1_795_230_000))
    first, second = drafts.entries()
    assert (first.name, second.name) == ("interview-2", "interview-1")
    assert (second.system, second.answered, second.applicable) == ("Alpha", 1, 8)  # one of two is unconfirmed
    assert draft_line(second, "en", second.saved_at.tzinfo) == (
        "interview-1: Alpha; interview 1.2.0; 1 of 8 settled, 1 to be confirmed; saved 2026-11-21 03:00"
    )
    assert "(belum dinamakan)" in draft_line(first, "ms")


def test_orphans_of_saves_that_were_cut_off_are_swept_under_the_lock(drafts, saved):
    folder = saved.parent
    orphans = [".interview-1.draft.json.abc.tmp", "..interview-1.state.json.x.tmp", ".interview-1.dropped.json.1.tmp"]
    others = [".interview-10.draft.json.abc.tmp", ".interview-1.draft.json.abc", "notes.tmp"]
    for name in orphans + others:
        (folder / name).write_text("half")
    drafts.open("interview-1").close()
    left = {file.name for file in folder.iterdir()}
    assert left.isdisjoint(orphans)
    assert left.issuperset(others)


def test_discard_leaves_only_what_was_dropped(drafts, saved):
    with drafts.open("interview-1") as draft:
        assert draft.discard() is None
    assert list(saved.parent.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidInput) as error:
        Drafts(tmp_path / "file" / "drafts").create(small(), str(SMALL))
    assert codes(error) == ["drafts_folder"]


def test_a_save_that_fails_changes_nothing_and_the_next_is_whole(drafts, saved):
    with drafts.open("interview-1") as draft:
        hidden = saved.parent.with_name("elsewhere")
        saved.parent.rename(hidden)
        with pytest.raises(InvalidInput) as error:
            draft.save(answers({"system": Answer("answered", "Beta")}), State())
        assert codes(error) == ["missing_folder"]
        hidden.rename(saved.parent)
        assert load_answers(saved, small()).answers == ANSWERS
        draft.save(answers({"system": Answer("answered", "Beta")}), State())
    assert load_answers(saved, small()).get("system").value == "Beta"


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file sizes stands in for a full disk")
def test_a_full_disk(drafts, saved):
    code = f"""
        import resource
        from pathlib import Path
        from aiassess.errors import AiassessError
        from aiassess.drafts.store import Drafts
        from aiassess.interview import actions
        from aiassess.interview.session import Session
        draft = Drafts(Path({str(saved.parent)!r})).open("interview-1")
        session = Session(draft.questionnaire, draft.answers, language="en", save=draft.save, state=draft.state)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
        session.do(actions.Goto("system"))
        session.do(actions.Give("Beta"))
        print(session.view().notices[-1])
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        session.do(actions.Do.SKIP)
        print(session.view().notices[-1])
    """
    out = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    refused, again = out.stdout.splitlines()
    assert "could not be saved" in refused
    assert again == "Everything is saved again."
    assert load_answers(saved, small()).get("system").value == "Beta"


# A later edition of the questionnaire


def test_answers_are_carried_over_to_a_later_minor_version(drafts, saved, tmp_path):
    later = edition(tmp_path)
    with drafts.open("interview-1", later) as draft:
        assert draft.answers.answers == ANSWERS
        assert draft.carried.lines(later, "en") == [
            "These answers were given for version 1.2.0 of the questionnaire; they continue with version 1.3.0.",
            "All of them were carried over.",
        ]
    assert json.loads(saved.read_text())["questionnaire"]["version"] == "1.3.0"


def test_several_questions_that_are_gone_are_listed_under_one_reason():
    gone = [Dropped(name, "x", (Problem("question_gone", {"id": name}),)) for name in ("first", "second")]
    other = Dropped("system", 1, (Problem("answer_type_changed", {"kind": Word("type_choice")}),))
    lines = Carried("1.0.0", "2.0.0", (gone[0], other, gone[1])).lines(small(), "en")
    assert lines[2].startswith("- ")
    assert ": " in lines[2]
    assert lines[3:] == ["No longer part of the questionnaire (2):", "- first", "- second"]


def test_what_no_longer_fits_is_kept_aside_and_named(drafts, saved, tmp_path):
    later = edition(
        tmp_path,
        ("- id: system\n", "- id: name\n"),
        ("{system: system}", "{system: name}"),
        ("{id: persons, label: {ms: Orang, en: Persons}", "{id: people, label: {ms: Orang, en: Persons}"),
        ("is: persons}", "is: people}"),
    )
    with drafts.open("interview-1", later) as draft:
        assert draft.answers.answers == {"acts_on": Answer("unanswered", None, "Why")}  # the note still holds
        lines = draft.carried.lines(later, "en")
    dropped = saved.parent / "interview-1.dropped.json"
    assert lines[1:] == [
        "2 answers no longer fit and were set aside:",
        "- system: The question is no longer part of the questionnaire.",
        "- What does the system act on?: The option “persons” is no longer offered.",
        f"They are kept in {dropped}",
    ]
    assert [entry["answer"] for entry in json.loads(dropped.read_text())["dropped"]] == [
        {"value": "Alpha"},
        {"value": "persons", "note": "Why"},
    ]
    with drafts.open("interview-1", later) as draft:
        assert draft.carried is None
        assert draft.discard() == dropped
    # A new draft never takes the name whose file of dropped answers still stands.
    with drafts.create(small(), str(SMALL)) as draft:
        assert draft.name == "interview-2"


def test_what_is_dropped_at_two_changes_is_all_kept(drafts, saved, tmp_path):
    later = edition(tmp_path, ("- id: system\n", "- id: name\n"), ("{system: system}", "{system: name}"))
    drafts.open("interview-1", later).close()
    with drafts.open("interview-1", later) as draft:
        draft.save(AnswerSet("interview", "1.3.0", blank().about, {"name": Answer("answered", "Gamma")}), State())
    latest = edition(
        tmp_path, ("- id: system\n", "- id: title\n"), ("{system: system}", "{system: title}"), version="1.4.0"
    )
    drafts.open("interview-1", latest).close()
    data = json.loads((saved.parent / "interview-1.dropped.json").read_text())
    assert [(e["question"], e["from_version"], e["to_version"]) for e in data["dropped"]] == [
        ("system", "1.2.0", "1.3.0"),
        ("name", "1.3.0", "1.4.0"),
    ]
    drafts.remove("interview-1")
    assert list(saved.parent.iterdir()) == []


@pytest.mark.parametrize("content", ["{}", "[]", '{"dropped": {}}', '{"dropped": "x"}'])
def test_what_was_put_aside_earlier_is_never_overwritten(drafts, saved, tmp_path, content):
    later = edition(tmp_path, ("- id: system\n", "- id: name\n"), ("{system: system}", "{system: name}"))
    dropped = saved.parent / "interview-1.dropped.json"
    dropped.write_text(content)
    with pytest.raises(InvalidInput) as error:
        drafts.open("interview-1", later)
    assert codes(error) == ["dropped_damaged"]
    assert dropped.read_text() == content
    assert load_answers(saved, small()).answers == ANSWERS


def test_numbers_that_json_cannot_hold_are_put_aside_as_text(drafts, saved, tmp_path):
    data = json.loads(saved.read_text())
    data["answers"]["people"] = 7
    text = json.dumps(data).replace('"people": 7', '"people": {"value": 1e400}, "gone": [[-1e400, {"x": 1e999}]]')
    saved.write_text(text)
    drafts.open("interview-1", edition(tmp_path)).close()
    kept = json.loads((saved.parent / "interview-1.dropped.json").read_text())["dropped"]
    assert [entry["answer"] for entry in kept] == [{"value": "inf"}, [["-inf", {"x": "inf"}]]]


@pytest.mark.parametrize("moment", [-1e12, 253_402_300_799, 253_402_300_800, 1e15])
def test_a_time_that_no_calendar_has_spoils_no_list(drafts, saved, moment):
    class Clockless(type(saved)):
        def stat(self, **options):
            return os.stat_result((*super().stat(**options)[:8], moment, 0))

    info = draft_info(Clockless(saved), load_questionnaire)
    for hours in (-12, 14):
        assert "Alpha" in draft_line(info, "ms", timezone(timedelta(hours=hours)))
    assert info.saved_at.year <= 3000  # Windows has no later ones


def test_a_questionnaire_edited_without_a_new_version_is_carried_over_too(drafts, saved, tmp_path):
    same = edition(
        tmp_path, ("- id: system\n", "- id: name\n"), ("{system: system}", "{system: name}"), version="1.2.0"
    )
    with drafts.open("interview-1", same) as draft:
        assert draft.carried.lines(same, "ms")[0] == (
            "Soal selidik (versi 1.2.0) telah diubah sejak jawapan ini diberikan."
        )
        assert [item.question for item in draft.carried.dropped] == ["system"]


@pytest.mark.parametrize(("version", "code"), [("1.1.9", "draft_newer"), ("0.9.0", "draft_newer")])
def test_a_draft_of_a_newer_version_is_refused(drafts, saved, tmp_path, version, code):
    before = saved.read_bytes()
    with pytest.raises(InvalidInput) as error:
        drafts.open("interview-1", edition(tmp_path, version=version))
    assert codes(error) == [code]
    assert "1.2.0" in error.value.problems[0].message("ms")
    assert saved.read_bytes() == before


def test_a_draft_of_an_older_major_version_is_refused(drafts, saved, tmp_path):
    before = saved.read_bytes()
    with pytest.raises(InvalidInput) as error:
        drafts.open("interview-1", edition(tmp_path, version="2.0.0"))
    assert codes(error) == ["other_major_version", "draft_kept"]
    assert saved.read_bytes() == before


def test_what_is_to_be_confirmed_is_told_by_the_answers_alone(drafts):
    """Should it end between the two files of a draft, the answers are newer than the state beside them."""
    given = AnswerSet("interview", "1.2.0", answers={"system": Answer("answered", "Alpha", confirmed=False)})
    with drafts.create(small(), str(SMALL)) as draft:
        draft.save(given, State(current="system"))
    (found,) = drafts.entries()
    assert (found.system, found.answered, found.unconfirmed) == ("Alpha", 0, 1)
