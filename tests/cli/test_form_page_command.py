"""``aiassess form -o form.html``."""

import json
import re

from aiassess import load_questionnaire
from aiassess.recognize import FORM_MARK
from support.tiny import tiny

TINY = tiny(
    {"id": "pick", "options": {"no": 0, "yes": 0}, "actors": ["owner"]},
    {"id": "words", "actors": ["maker"], "show_if": {"question": "pick", "is": "yes"}},
    languages=["en", "ms"],
)
ANSWERS = {
    "format": "aiassess.answers/1",
    "questionnaire": {"id": "tiny", "version": "1.2.0"},
    "about": {"language": "ms", "assessor": "A. Officer"},
    "answers": {"pick": {"value": "yes", "note": "secret"}, "words": "mine"},
}


def data_in(file):
    text = file.read_text(encoding="utf-8")
    return json.loads(re.search(re.escape(FORM_MARK) + "(.*?)</script>", text, re.DOTALL).group(1))


def test_a_blank_form_of_the_shipped_questionnaire(cli, tmp_path):
    file = tmp_path / "form.html"
    done = cli("form", "-o", file)
    assert (done.code, done.out) == (0, "")
    data = data_in(file)
    assert (data["form"]["id"], data["language"]) == ("gpaisa", load_questionnaire("gpaisa").languages[0])
    assert data["form"]["answers"] == {}
    cli("form", "-o", file, "--lang", "en")
    assert data_in(file)["language"] == "en"


def test_a_form_with_answers_for_one_actor(cli, tmp_path):
    edition, answers, file = (tmp_path / name for name in ("tiny.yaml", "answers.json", "form.html"))
    edition.write_text(json.dumps(TINY.document), encoding="utf-8")
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    done = cli("form", edition, "--answers", answers, "--actor", "Maker", "-o", file)
    assert done.code == 0, done.err
    data = data_in(file)
    assert data["language"] == "ms"
    assert data["form"]["only"] == ["maker"]
    assert data["form"]["answers"] == {"words": {"value": "mine"}}
    assert data["form"]["context"] == {"pick": {"value": "yes"}}
    assert "secret" not in file.read_text(encoding="utf-8")
    assert "A. Officer" not in file.read_text(encoding="utf-8")


def test_a_part_carries_no_engine_and_says_that_it_gives_no_level(cli, tmp_path):
    file = tmp_path / "vendor.html"
    assert cli("form", "--with-engine", tmp_path, "--actor", "vendor", "-o", file).code == 0
    text = file.read_text(encoding="utf-8")
    assert 'id="engine-' not in text
    assert "It gives no level" in text
    assert "Borang ini tidak memberikan tahap" in text


def test_the_engine_is_asked_for_in_vain(cli, tmp_path):
    done = cli("form", "--with-engine", tmp_path, "-o", tmp_path / "form.xlsx", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "-o form.html" in done.err
    done = cli("form", "--with-engine", tmp_path, "-o", tmp_path / "form.html", "--lang", "en")
    assert (done.code, done.out) == (3, "")
    assert f"{tmp_path}: error: The folder does not hold" in done.err
    assert "npm install" in done.err
    assert not (tmp_path / "form.html").exists()
    done = cli(
        "form", "--with-engine", "", "-o", tmp_path / "form.html", "--lang", "en"
    )  # an unset variable in a script
    assert (done.code, done.out) == (3, "")


def test_a_form_is_not_taken_for_answers(cli, tmp_path):
    file = tmp_path / "form.html"
    cli("form", "-o", file)
    done = cli("score", file, "--lang", "en")
    assert done.code == 3
    assert "a form to fill in with a browser" in done.err
    assert "give the answers.json that it saves" in done.err
