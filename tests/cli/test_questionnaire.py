import json
import shutil
from pathlib import Path

import jsonschema

from aiassess import load_questionnaire
from aiassess.questionnaire.shipped import edition_names
from aiassess.resources import data_folder
from support.schemas import Schema

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"


def test_list(cli):
    current = load_questionnaire("gpaisa")
    assert f"gpaisa {current.version} (unofficial)" in cli("--lang", "en", "questionnaire", "list", "--lang", "en").out
    rows = cli("questionnaire", "list", "--format", "json").json
    assert (rows[0]["name"], rows[0]["version"], rows[0]["current"]) == ("gpaisa", current.version, True)
    assert [row["version"] for row in rows] == [name.partition("@")[2] for name in edition_names()]
    assert [row["id"] for row in rows if row["current"]] == ["gpaisa", "ai_at_work"]
    for row in rows:
        assert row["status"] == "unofficial"
        assert load_questionnaire(row["name"]).version == row["version"]


def test_show_json_is_the_whole_questionnaire(cli, tmp_path):
    done = cli("questionnaire", "show", "gpaisa", "--format", "json")
    Schema("questionnaire").validate(done.json)
    assert all("include" not in section for section in done.json["sections"])
    file = tmp_path / "copy.yaml"
    file.write_text(done.out, encoding="utf-8")  # JSON is YAML
    assert load_questionnaire(str(file)).digest == load_questionnaire("gpaisa").digest


def test_show_in_both_languages(cli):
    malay = cli("questionnaire", "show", "gpaisa").out
    english = cli("questionnaire", "show", "gpaisa", "--lang", "en").out
    assert "Tidak rasmi" in malay
    assert "Unofficial" in english
    for question in load_questionnaire("gpaisa").questions:
        assert f"`{question.id}`" in malay
        assert f"`{question.id}`" in english


def test_show_says_why_a_question_is_asked_and_what_to_have_at_hand(cli):
    file = QUESTIONNAIRES / "valid" / "preparation.yaml"
    english = cli("questionnaire", "show", file, "--lang", "en").out
    assert "Papers that help to have at hand\n\n- The contract.\n- CV\n" in english
    assert "Why it is asked: It decides the level." in english
    assert "Sebab ditanya: Ia menentukan tahap." in cli("questionnaire", "show", file, "--lang", "ms").out


def test_show_says_what_ratings_mean(cli):
    shown = cli("questionnaire", "show", QUESTIONNAIRES / "valid" / "risks.yaml").out
    assert "- Likelihood: 1 = Hardly ever; 2 = Seldom; 3 = Once a year; 4 = Often; 5 = Every month\n" in shown


def test_show_writes_every_format_by_its_ending(cli, tmp_path):
    file = QUESTIONNAIRES / "valid" / "rules.yaml"
    names = ["a.md", "a.html", "a.docx", "a.mmd", "a.json"]
    done = cli("questionnaire", "show", file, *(word for name in names for word in ("-o", tmp_path / name)))
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == cli("questionnaire", "show", file).out
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "a.mmd").read_text(encoding="utf-8").startswith("flowchart TD\n")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["format"] == 1
    assert cli("questionnaire", "show", file, "-o", tmp_path / "a.xlsx").code == 2


def test_show_both_languages_side_by_side(cli):
    both = cli("questionnaire", "show", "gpaisa", "--lang", "both")
    assert "| Bahasa Melayu | English |" in both.out
    english = QUESTIONNAIRES / "valid" / "choice.yaml"
    assert load_questionnaire(str(english)).languages == ("en",)
    assert cli("questionnaire", "show", english, "--lang", "both").code == 2, "there is only one language"


def test_show_a_section_alone(cli):
    page = cli("questionnaire", "show", "gpaisa", "--lang", "en", "--section", "impact", "--section", "risk").out
    assert page.count("\n## ") == 2
    assert "\n## Impact\n" in page
    refused = cli("--lang", "en", "questionnaire", "show", "gpaisa", "--section", "nonesuch")
    assert (refused.code, "“nonesuch”" in refused.err, "impact" in refused.err) == (2, True, True)


def test_schema_checks_a_submission(cli, answers_file):
    schema = cli("questionnaire", "schema", "gpaisa@1.0.0").json
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(json.loads(answers_file(livelihood="severe").read_text()))
    assert not validator.is_valid(json.loads(answers_file(livelihood="awful").read_text()))


def test_lint_exit_codes(cli, tmp_path):
    assert cli("questionnaire", "lint", "gpaisa").code == 0
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: Bad\n")
    done = cli("questionnaire", "lint", bad)
    assert done.code == 1
    assert f"{bad}:2:5: error: id: " in done.out
    assert cli("questionnaire", "lint", tmp_path / "missing.yaml").code == 3
    assert cli("questionnaire", "lint", "nonesuch").code == 3
    assert cli("questionnaire", "lint", "gpaisa", bad).code == 1


def test_lint_for_machines(cli, tmp_path):
    bad, missing = tmp_path / "bad.yaml", tmp_path / "missing.yaml"
    bad.write_text("format: 1\nid: Bad\n")
    done = cli("questionnaire", "lint", "gpaisa", bad, missing, "--format", "json")
    assert (done.code, str(missing) in done.err) == (3, True)
    assert [entry["readable"] for entry in done.json["questionnaires"]] == [True, True, False]
    done = cli("questionnaire", "lint", bad, "--format", "sarif")
    assert (done.code, done.err) == (1, "")
    assert done.json["runs"][0]["results"][0]["ruleId"] == "schema_required"
    assert cli("questionnaire", "lint", bad, "--format", "github").out.startswith("::error file=")
    assert cli("questionnaire", "lint", bad, "--format", "xml").code == 2


def test_score_with_a_questionnaire_of_ones_own(cli, tmp_path):
    own = tmp_path / "mine.yaml"
    document = dict(load_questionnaire("gpaisa@1.0.0").document)
    document["id"] = "mine"
    own.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    answers = tmp_path / "answers.json"
    answers.write_text(
        '{"format": "aiassess.answers/1", "questionnaire": {"id": "mine", "version": "1.0.0"}, "answers": {}}'
    )
    done = cli("score", answers, "-q", own, "--format", "json")
    assert done.json["questionnaire"]["id"] == "mine"
    refused = cli("score", answers)
    assert refused.code == 3
    assert "-q" in refused.err


MISTAKES = {
    "a tab": ("id: tiny", "id:\n\ttiny", "2:1", "indented with a tab", "diinden dengan tab"),
    "a no-break space": ("id: tiny", "id:\u00a0tiny", "1:4", "special space (U+00A0)", "ruang khas (U+00A0)"),
    "curly quotes": ("title: Tiny", "title: “Tiny: x”", "5:8", "quotation mark", "petikan"),
    "no quotes": ("version: 1.0.0", "version: 1.0", "3:10", "such as 1.0.0", "contohnya 1.0.0"),
    "a quote left open": ("title: Tiny", "title: 'Tiny", "5:8", "opens here is never closed", "tidak ditutup"),
    "a question mistyped": (
        *("scoring:", "rules: [{id: stop, when: {question: color, is: red}, level: high, reason: No.}]\nscoring:"),
        *("13:37", "Did you mean “colour”?", "Adakah maksud anda “colour”?"),
    ),
}


def test_a_mistake_is_said_in_plain_words_and_at_its_place(cli, write_questionnaire):
    file = write_questionnaire("id: tiny\n")
    text = file.read_text(encoding="utf-8")
    for what, (right, wrong, place, *told) in MISTAKES.items():
        file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
        for lang, words in zip(("en", "ms"), told, strict=True):
            done = cli("questionnaire", "lint", file, "--lang", lang)
            assert done.code == 1
            said = done.out + done.err
            assert words in said, (what, said)
            assert f"{file}:{place}: {'error' if lang == 'en' else 'ralat'}: " in said, (what, said)


def test_a_section_is_called_one(cli, tmp_path):
    file = tmp_path / "part.yaml"
    file.write_text("id: a\ntitle: A\nquestions:\n  - {id: x, type: text, text: X}\n", encoding="utf-8")
    for lang, told in (("en", "This is a section of a questionnaire"), ("ms", "Ini ialah satu bahagian soal selidik")):
        done = cli("questionnaire", "lint", file, "--lang", lang)
        assert (done.code, told in done.out + done.err) == (1, True)
        assert (done.out + done.err).count(str(file)) == 2, "one error, and the sum"


def test_sections_are_checked_with_their_questionnaire_once(cli, tmp_path):
    whole = Path(shutil.copytree(data_folder("questionnaires"), tmp_path / "mine")) / "gpaisa.yaml"
    part = whole.parent / "gpaisa" / "04_impact.yaml"
    part.write_text(part.read_text(encoding="utf-8").replace("weight: 2", "wieght: 2", 1), encoding="utf-8")
    for lang, told in (("en", "is a section of"), ("ms", "ialah bahagian")):
        done = cli("questionnaire", "lint", part, whole.parent / "gpaisa" / "05_data.yaml", whole, "--lang", lang)
        assert (done.code, done.err.count(told), len(done.out.splitlines())) == (1, 1, 1)
        assert done.out.startswith(f"{part}:20:")
