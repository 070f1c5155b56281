"""Interviews by the command: what it says at the end, what it offers at the start, and drafts wherever they are."""

import errno
import io
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from aiassess import files, load_answers
from aiassess.drafts.places import drafts_folder, known_elsewhere
from aiassess.questionnaire.catalog import load_questionnaire
from support.shell import words_of

QUESTIONS = """
sections:
  - id: all
    title: All
    questions:
      - {id: name, type: text, multiline: true, text: {en: What is it called?, ms: Apakah namanya?}}
      - id: size
        type: choice
        text: {en: How large?, ms: Berapa besar?}
        options: [{id: small, label: Small}, {id: big, label: Big}]
languages: [en, ms]
title: {en: Tiny, ms: Kecil}
"""


@pytest.fixture
def tiny(write_questionnaire, monkeypatch, tmp_path):
    """A questionnaire of two questions, and a folder of one's own."""
    file = write_questionnaire(QUESTIONS, "tiny.yaml")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return file


@pytest.fixture
def assess(cli, monkeypatch):
    """Hold an interview by lines: ``assess("--new", typed=["Alpha"])``."""

    def hold(*argv, typed=()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in typed)))
        return cli("assess", *argv, "--plain")

    return hold


@pytest.fixture
def full_disk(monkeypatch, tmp_path):
    """Let nothing be saved from now on below the folders given."""

    full = []
    real = os.replace

    def fill(*folders):
        full[:] = folders

    def replace(source, target):
        if any(Path(target).resolve().is_relative_to(folder.resolve()) for folder in full):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(source, target)

    monkeypatch.setattr(files.os, "replace", replace)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return fill


def again(said):
    """Return the words that a printed command would give the program."""
    words = words_of(said.partition("aiassess assess ")[2].splitlines()[0])
    return [word for word in words if word != "--plain"]


def names(folder):
    return sorted(file.name for file in Path(folder).iterdir())


# Numbers


def test_a_question_has_one_number_wherever_it_is_named(assess):
    questions = {question.ref: question.text["en"] for question in load_questionnaire("gpaisa@1.0.0").questions}
    refs = ["41", "65a", "22", "1b", "17"]
    typed = [*(f":goto {ref}" for ref in refs), "list", "41", ":review", "22", "quit"]
    out = " ".join(assess("gpaisa@1.0.0", "--new", "--lang", "en", typed=typed).out.split())
    place = 0
    for ref in [*refs, "41", "22"]:
        level = "Level so far: between Minimal risk and Prohibited (unacceptable risk)."
        shown = f"left. {level} {ref}. {questions[ref]}"
        place = out.index(f"Question {ref}. ", place + 1)
        place = out.index(shown, place + 1)


# What is not finished


@pytest.mark.parametrize(("language", "kept"), [("en", "The draft is kept."), ("ms", "Draf tetap disimpan.")])
def test_finishing_with_questions_unanswered_keeps_the_draft(assess, tiny, tmp_path, language, kept):
    finish = [":review", "finish", "yes"]
    done = assess(tiny, "--lang", language, "--out", "done", typed=["Alpha", ".", *finish])
    assert done.code == 0
    assert kept in done.err
    first = json.loads(Path("done/report.json").read_text(encoding="utf-8"))
    assert first["result"]["status"] == "incomplete"
    os.chdir(tmp_path)  # the command runs from anywhere
    more = assess(*again(done.err), typed=["size", "big", "review", "finish"])
    assert (more.code, more.err.count(kept)) == (0, 0)
    second = json.loads((tmp_path / "here" / "done-2" / "report.json").read_text(encoding="utf-8"))
    assert second["result"]["status"] == "complete"
    assert [item["value"] for item in second["answers"]] == ["Alpha", "big"]
    assert second["about"]["revises"] == first["digest"], "the report that was written before is not passed over"
    assert names(tmp_path / "here" / "done") == ["answers.json", "report.html", "report.json", "report.md"]


def test_text_that_was_not_entered_outlasts_finishing(assess, tiny):
    lines = ["Alpha", ".", ":goto size", "1", "list", "name", "Half", ":review", "finish", "yes"]
    done = assess(tiny, "--lang", "en", typed=lines)
    assert "1 question has text that was typed but not entered" in done.out
    assert "The draft is kept" in done.err
    assert json.loads((drafts_folder() / ".tiny-1.state.json").read_text())["state"]["typed"] == {"name": "Half"}
    report = json.loads(next(Path().glob("tiny-*/report.json")).read_text(encoding="utf-8"))
    assert report["answers"][0]["value"] == "Alpha"


# What cannot be saved


def test_answers_that_nothing_took_are_saved_elsewhere_and_that_is_said(assess, tiny, full_disk, tmp_path):
    out = tmp_path / "here" / "out"
    full_disk(out, drafts_folder())
    done = assess(tiny, "--lang", "en", "--out", out, typed=["Alpha", ".", "2", "quit"])
    assert done.code == 3
    assert "Saved. Continue" not in done.err
    assert "No space left on device" in done.err
    assert str(out / "tiny-1.draft.json") in done.err
    (rescued,) = (tmp_path / "temp").rglob("*.draft.json")
    assert f"Everything was saved here instead: {rescued}" in done.err
    found = load_answers(rescued, load_questionnaire(str(tiny)))
    assert (found.get("name").value, found.get("size").value) == ("Alpha", "big")
    words = again(done.err)
    assert words[words.index("--out") + 1] == str(out), "the reports go where they were to go"
    full_disk()
    assert assess(*words, typed=["finish"]).code == 0
    assert (out / "report.json").exists()


def test_answers_that_no_place_takes_are_shown(assess, tiny, full_disk, tmp_path):
    full_disk(tmp_path, drafts_folder())
    done = assess(tiny, "--lang", "ms", typed=["Alpha \x1b\u202e", "beta", "."])
    assert done.code == 3
    assert "tidak dapat disimpan di tempat lain juga" in done.err
    start = done.err.index("{")
    (tmp_path / "a.json").write_text(done.err[start : done.err.rindex("}") + 1])
    assert (
        load_answers(tmp_path / "a.json", load_questionnaire(str(tiny))).get("name").value == "Alpha \x1b\u202e\nbeta"
    )
    assert not {"\x1b", "\u202e"} & set(done.err)
    left = [*(tmp_path / "temp").glob("aiassess*"), *(tmp_path / "home").iterdir()]
    assert left == []  # beside them Windows shows what pytest keeps of the output


def test_reports_that_cannot_be_written_never_cost_the_answers(assess, tiny, full_disk, tmp_path):
    out = tmp_path / "here" / "out"
    full_disk(out, drafts_folder())
    done = assess(tiny, "--lang", "en", "--out", out, typed=["Alpha", ".", "2", "finish"])
    assert done.code == 3
    assert "Saved. Continue" not in done.err
    assert "Everything was saved here instead" in done.err


# Drafts begun elsewhere


def test_a_draft_begun_elsewhere_is_listed_offered_and_resumed(assess, cli, tiny, tmp_path, monkeypatch):
    done = assess(tiny, "--lang", "en", "--out", "far away", typed=["Alpha", "."])
    assert done.code == 0
    assert again(done.err) == ["--resume", str(tmp_path / "here" / "far away" / "tiny-1.draft.json")]
    monkeypatch.chdir(tmp_path)
    assert "tiny-1: (no name yet)" in (listed := cli("drafts", "list", "--lang", "en").out)
    assert f"; in {tmp_path / 'here' / 'far away'}" in listed
    assert "tiny-1: (no name yet)" in assess("--lang", "en", typed=["quit"]).out
    for words in (["--resume", "tiny-1"], ["--resume", "tiny-1", "--out", "other"], again(done.err), []):
        typed = ["1"] if not words else []
        more = assess(*words, "--lang", "en", typed=[*typed, "quit"])
        assert (more.code, "Continuing the draft tiny-1" in more.out) == (0, True), words
    assert "tiny-2" in assess(tiny, "--new", "--lang", "en", typed=["Beta", "."]).err, "names are not used twice"
    ended = assess("--resume", "tiny-1", typed=["1", "review", "finish"])
    assert ended.code == 0
    assert (tmp_path / "here" / "far away" / "report.json").exists(), "the reports go where the draft was begun"
    assert known_elsewhere(drafts_folder()) == []


def test_the_command_that_goes_on_is_quoted_for_the_shell_in_use(assess, tiny, tmp_path, monkeypatch):
    file = tmp_path / "here" / "far away" / "tiny-1.draft.json"
    for shell, quote in (("sh", "'"), ("cmd", '"'), ("powershell", "'")):
        monkeypatch.setattr("aiassess.commands.shell_in_use", lambda *_, shell=shell: shell)
        begun = ["--resume", file] if file.exists() else [tiny, "--out", "far away"]
        done = assess(*begun, "--lang", "en", typed=[] if file.exists() else ["Alpha", "."])
        assert f"assess --resume {quote}{file}{quote}\n" in done.err


def test_folders_that_were_moved_or_removed_trouble_nobody(assess, cli, tiny, tmp_path):
    for name in ("moved", "removed", "away"):
        assess(tiny, "--new", "--out", name, typed=["Alpha", "."])
    known = drafts_folder().parent / "known"
    assert len(names(known)) == 3
    for strange in (
        "",
        "[]",
        '{"format": "aiassess.known-draft/1"}',
        '{"format": "aiassess.known-draft/1", "draft": "/x", "source": "x"}',
    ):
        (known / "strange.json").write_text(strange)
        assert len(cli("drafts", "list", "--format", "json").json) == 3
    (known / "strange.json").unlink()
    Path("moved").rename("there")
    Path("removed/tiny-2.draft.json").unlink()
    Path("away").rename("gone")
    assert cli("drafts", "list", "--format", "json").json == []
    assert len(names(known)) == 2, "a folder that is not there may come back; a draft that was removed does not"
    Path("gone").rename("away")
    (row,) = cli("drafts", "list", "--format", "json").json
    assert row["name"] == "tiny-3"
    # Found where it was moved to by its path, though its questionnaire is not taken from the draft itself.
    moved = str(tmp_path / "here" / "there" / "tiny-1.draft.json")
    assert assess("--resume", moved).code == 3
    assert assess(tiny, "--resume", moved).code == 0
    assert assess("--resume", "tiny-1").code == 0
    assert cli("drafts", "remove", "tiny-1", "tiny-3", "--yes").code == 0
    assert len(names(known)) == 1, "that of the draft that was moved away for good"


def test_several_drafts_of_one_name_are_told_apart(assess, tiny):
    for name in ("one", "two"):
        assess(tiny, "--new", "--out", name, typed=["Alpha", "."])
    shutil.move("two/tiny-2.draft.json", "two/tiny-1.draft.json")
    assess(tiny, "--resume", "two/tiny-1.draft.json")
    refused = assess("--resume", "tiny-1", "--lang", "en")
    assert refused.code == 2
    assert "There are several drafts named" in refused.err
    assert str(Path("one/tiny-1.draft.json").absolute()) in refused.err
    assert assess("--resume", "tiny-1", "--out", "two").code == 0


# Damaged drafts


def test_a_damaged_draft_is_not_passed_over(assess, tiny):
    assess(tiny, "--lang", "en", typed=["Alpha", "."])
    draft = drafts_folder() / "tiny-1.draft.json"
    draft.write_text('{"format": "aiassess.answers/1"', encoding="utf-8")
    for words in ([], [tiny]):
        done = assess(*words, "--lang", "ms", typed=["quit"])
        assert "tiny-1: tidak dapat dibaca" in done.out
        assert "aiassess drafts remove" in done.out
    assert "tiny-1" not in assess("gpaisa", "--lang", "en", typed=["quit"]).out
    assert draft.read_text(encoding="utf-8") == '{"format": "aiassess.answers/1"'


# Drafts that somebody sends


@pytest.fixture
def sent(tmp_path):
    """A draft from somebody, with its hidden state, that names ``source`` as its questionnaire."""

    def send(source, questionnaire="gpaisa", version=None, folder=None):
        folder = folder or tmp_path / "sent"
        folder.mkdir(parents=True, exist_ok=True)
        version = version or ("1.0.0" if questionnaire == "gpaisa" else load_questionnaire(questionnaire).version)
        answers = {
            "format": "aiassess.answers/1",
            "questionnaire": {"id": questionnaire, "version": version},
            "answers": {},
        }
        state = {
            "format": "aiassess.draft-state/1",
            "questionnaire": {"source": source, "digest": "sha256:0"},
            "state": {},
        }
        file = folder / f"{questionnaire}-1.draft.json"
        file.write_text(json.dumps(answers), encoding="utf-8")
        (folder / f".{questionnaire}-1.state.json").write_text(json.dumps(state), encoding="utf-8")
        return file

    return send


@pytest.mark.parametrize("own_folder", [False, True])
def test_a_draft_cannot_bring_its_own_scoring(assess, cli, sent, write_questionnaire, tmp_path, own_folder):
    doctored = write_questionnaire("id: gpaisa\nversion: 1.0.0\n", "sent/q.yaml")
    for source in (str(doctored), "q.yaml", "sent/../sent/q.yaml", "./gpaisa", "/dev/stdin"):
        draft = sent(source, folder=drafts_folder() if own_folder else None)
        refused = assess("--resume", draft, "--lang", "en", typed=["x"])
        assert refused.code == 3, source
        assert "was not started here" in refused.err
        assert "by hand" not in refused.err  # nothing is wrong with the draft itself
        assert "aiassess assess gpaisa --resume" in refused.err
        assert refused.out == ""
        if own_folder:
            assert "was not started here" in cli("drafts", "list", "--lang", "en").out
    assert again(refused.err)[:2] == ["gpaisa", "--resume"]
    taken = assess("gpaisa", "--resume", draft, "--lang", "en", typed=["quit"])
    assert "Continuing the draft gpaisa-1: 0 of 9" in taken.out, "the shipped one has some hundred questions"
    # Named by the user, the file is taken, then and later.
    sent(str(doctored))
    draft = tmp_path / "sent" / "gpaisa-1.draft.json"
    assert "0 of 1 questions" in assess(doctored, "--resume", draft, "--lang", "en", typed=["quit"]).out
    sent("gpaisa")  # what the state says does not matter any more
    assert "0 of 1 questions" in assess("--resume", draft, "--lang", "en", typed=["quit"]).out


def test_what_a_draft_names_is_not_even_opened(assess, sent, tmp_path):
    if sys.platform == "win32":
        pytest.skip("no FIFOs")
    os.mkfifo(tmp_path / "pipe.yaml")
    draft = sent(str(tmp_path / "pipe.yaml"), "own", "1.0.0")
    refused = assess("--resume", draft, "--lang", "en")
    assert refused.code == 3
    assert f"aiassess assess {tmp_path / 'pipe.yaml'} --resume {draft}" in refused.err


def test_a_triage_that_was_left_is_continued_as_one(assess):
    assert "--triage" in assess("gpaisa", "--new", "--triage", "--lang", "en", typed=["Alpha", ".", "quit"]).err
    assert "--resume gpaisa-2\n" in assess("gpaisa", "--new", "--lang", "en", typed=["Alpha", ".", "quit"]).err
