"""``questionnaire diff`` as users meet it."""

import json
import sys

import pytest

from aiassess.canonical import to_json
from support.terminal import Terminal
from support.tiny import answers_document, control, document, inherent, tiny


def written(tmp_path, name, *questions, **parts):
    file = tmp_path / f"{name}.yaml"
    file.write_text(json.dumps(document(*questions, **parts)), encoding="utf-8")
    return file


def test_formats_outputs_and_exit_codes(cli, tmp_path):
    old = written(tmp_path, "old", inherent())
    new = written(tmp_path, "new", inherent(weight=2), version="1.3.0")
    assert cli("questionnaire", "diff", old, old, "--exit-code").code == 0
    done = cli("questionnaire", "diff", old, new, "--exit-code")
    assert done.code == 1
    assert "Version 1.3.0 is enough" in done.out
    done = cli("questionnaire", "diff", old, new, "-o", tmp_path / "found.json", "-o", tmp_path / "found.md")
    assert (done.code, done.out) == (0, "")
    data = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert (data["changes"][0]["key"], data["effects"]) == ("weight", None)
    assert "weight: 1 → 2" in (tmp_path / "found.md").read_text(encoding="utf-8")
    assert "Soalan risk" in cli("questionnaire", "diff", old, new, "--lang", "ms").out


def test_what_cannot_be_done(cli, tmp_path):
    old = written(tmp_path, "old", inherent())
    assert cli("questionnaire", "diff", old).code == 2
    assert cli("questionnaire", "diff", old, old, "--format", "docx").code == 2
    assert cli("questionnaire", "diff", old, old, "--lang", "fr").code == 2
    assert cli("questionnaire", "diff", old, old, "-o", tmp_path / "old.yaml").code == 2
    assert cli("questionnaire", "diff", old, tmp_path / "none.yaml").code == 3


def test_an_output_in_a_folder_of_answers_is_not_read(cli, tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    old, new = written(tmp_path, "old", inherent()), written(tmp_path, "new", inherent(), control())
    (folder / "one.json").write_text(to_json(answers_document(tiny(inherent()), {"risk": "all"})), encoding="utf-8")
    for _ in range(2):
        assert cli("questionnaire", "diff", old, new, "--on", folder, "-o", folder / "found.json").code == 0
        effects = json.loads((folder / "found.json").read_text(encoding="utf-8"))["effects"]
        assert (effects["submissions"], effects["counts"]["incomplete"]) == (1, 1)


def test_a_submission_that_cannot_be_compared(cli, tmp_path):
    """As with batch the rest is told, and the exit code says that it is not all."""
    old, new = written(tmp_path, "old", inherent()), written(tmp_path, "new", inherent(), control())
    sound, empty = tmp_path / "one.json", tmp_path / "empty"
    sound.write_text(to_json(answers_document(tiny(inherent()), {"risk": "all"})), encoding="utf-8")
    empty.mkdir()
    for inputs, code in (
        ([sound], 0),
        ([sound, tmp_path / "none.json"], 1),
        ([tmp_path / "none.json"], 3),
        ([old], 3),
        ([empty], 1),
    ):
        done = cli("questionnaire", "diff", old, new, *(part for name in inputs for part in ("--on", name)))
        assert done.code == code
        assert ("What becomes of" in done.out) == (empty not in inputs)
        assert ("There is no such file" in done.out) == (tmp_path / "none.json" in inputs)


def test_lint_with_a_baseline(cli, tmp_path):
    old, new = written(tmp_path, "old", inherent()), written(tmp_path, "new", inherent(weight=3))
    done = cli("questionnaire", "lint", new, "--baseline", old, "--lang", "ms")
    assert done.code == 1
    assert "Tulis version: 1.3.0" in done.out
    assert "weight: 1 → 3" in done.out
    assert cli("questionnaire", "lint", old, "--baseline", old).out == cli("questionnaire", "lint", old).out
    assert cli("questionnaire", "lint", new, "--baseline", tmp_path / "none.yaml").code == 3
    new.write_text("format: 1", encoding="utf-8")
    done = cli("questionnaire", "lint", new, "--baseline", old)
    assert done.code == 1
    assert "correct the errors first" in done.out


@pytest.mark.deep
@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_progress_is_shown_on_a_terminal(tmp_path):
    old = written(tmp_path, "old", inherent())
    (tmp_path / "many.jsonl").write_text(("{" + " " * 200 + "\n") * 6000, encoding="utf-8")
    command = f"{sys.executable} -m aiassess questionnaire diff old.yaml old.yaml --on many.jsonl --lang en"
    with Terminal(["bash", "-c", command], columns=100, cwd=old.parent) as terminal:
        terminal.wait("and 5,980 more")
        shown = terminal.raw.decode()
        assert terminal.wait_end() == 3
    assert "━" in shown  # how far it gets, and in what time, depends on the machine
    assert "0%" in shown
