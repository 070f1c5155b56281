"""What lint found, in the formats that editors, GitHub and code scanning take."""

import json
from dataclasses import replace
from urllib.parse import unquote

import pytest

from aiassess.errors import Problem
from aiassess.render.lint import Linted, render_lint

ODD = Problem("id_twice", {"kind": "x", "id": "a%b\nc", "first_line": 3}, "a b,c:ü.yaml", 4, 7, "sections[0]", "q")
MILD = Problem("why_long", {"limit": 1, "length": 2, "lines": 1}, "b.yaml", 2, None, severity="warning")
HINT = Problem("text_control", {"text": "x\x1b[31m"}, None, severity="note")
FOUND = [Linted("a b,c:ü.yaml", (ODD, MILD)), Linted("c", (HINT,), readable=False, more={"proof": {"asked": 3}})]


def test_text_has_a_line_a_problem():
    lines = render_lint(FOUND, "text", "en").splitlines()
    assert lines[0].startswith("a b,c:ü.yaml:4:7: error: sections[0] (question q): ")
    assert lines[1].startswith("b.yaml:2: warning: ")
    assert lines[2].startswith("note: ")
    assert [line.split(": ")[0] for line in render_lint(FOUND, "text", "ms").splitlines()][2] == "makluman"


def test_github_escapes_what_would_end_a_command_or_a_property():
    lines = render_lint(FOUND, "github", "en").splitlines()
    assert len(lines) == 3
    properties, message = lines[0].removeprefix("::error ").split("::", 1)
    assert properties == "file=a b%2Cc%3Aü.yaml,line=4,col=7,title=aiassess id_twice"
    assert message.startswith("sections[0] (question q): ")
    assert "“a%25b c”" in message
    assert lines[1].startswith("::warning file=b.yaml,line=2,title=")
    assert lines[2].startswith("::notice title=aiassess text_control::")
    assert "\x1b" not in lines[2]


def test_json_has_an_entry_for_each_questionnaire():
    data = json.loads(render_lint(FOUND, "json", "ms"))
    assert data["format"] == "aiassess.lint/1"
    first, second = data["questionnaires"]
    counts = {key: first[key] for key in ("name", "readable", "errors", "warnings", "notes")}
    assert counts == {"name": "a b,c:ü.yaml", "readable": True, "errors": 1, "warnings": 1, "notes": 0}
    assert list(first["problems"][0]) == [
        *("severity", "file", "code", "message", "line", "column", "path", "question"),
    ]
    assert first["problems"][0]["message"] == ODD.message("ms")
    assert (second["readable"], second["notes"], second["proof"]) == (False, 1, {"asked": 3})


@pytest.mark.parametrize("lang", ["en", "ms"])
def test_sarif_has_what_the_standard_asks_for(lang):
    """The required properties of SARIF 2.1.0 and what GitHub's code scanning asks for besides."""
    log = json.loads(render_lint(FOUND, "sarif", lang))
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["language"]) == ("aiassess", lang)
    assert [rule["id"] for rule in driver["rules"]] == ["id_twice", "text_control", "why_long"]
    assert all(rule[key]["text"] for rule in driver["rules"] for key in ("shortDescription", "fullDescription"))
    assert "{" not in str([rule["shortDescription"]["text"] for rule in driver["rules"]])
    assert [item["level"] for item in run["results"]] == ["error", "warning", "note"]
    for item, problem in zip(run["results"], (ODD, MILD, HINT), strict=True):
        assert driver["rules"][item["ruleIndex"]]["id"] == item["ruleId"] == problem.code
        assert item["message"] == {"text": problem.message(lang)}
    first, second, third = (item["locations"] for item in run["results"])
    physical = first[0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "a%20b%2Cc%3A%C3%BC.yaml"
    assert unquote(physical["artifactLocation"]["uri"]) == ODD.file
    assert physical["region"] == {"startLine": 4, "startColumn": 7}
    assert first[0]["logicalLocations"] == [{"fullyQualifiedName": "sections[0]"}]
    assert second[0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 1}
    assert third == []


def test_sarif_names_files_from_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file, shown in ((str(tmp_path / "q" / "a.yaml"), "q/a.yaml"), (str(tmp_path.parent / "a.yaml"), None)):
        found = [Linted("a", (Problem("include_many", {"limit": 1}, file),))]
        (result,) = json.loads(render_lint(found, "sarif", "en"))["runs"][0]["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == shown or (shown is None and uri.startswith("file:///"))


def test_gitlab_knows_a_problem_again_that_only_moved():
    first, second, third = json.loads(render_lint(FOUND, "gitlab", "ms"))
    assert [item["severity"] for item in (first, second, third)] == ["major", "minor", "info"]
    assert first["location"] == {"path": ODD.file, "lines": {"begin": 4}}
    assert (first["check_name"], third["location"]["lines"]) == ("id_twice", {"begin": 1})
    moved = [Linted("a", (replace(ODD, line=9), replace(ODD, path="sections[1]")))]
    here, elsewhere = json.loads(render_lint(moved, "gitlab", "en"))
    assert here["fingerprint"] == first["fingerprint"] != elsewhere["fingerprint"]


def test_nothing_found_is_said_in_every_format():
    clean = [Linted("gpaisa", ())]
    assert render_lint(clean, "text", "en") == render_lint(clean, "github", "en") == ""
    assert json.loads(render_lint(clean, "sarif", "en"))["runs"][0]["results"] == []
    assert json.loads(render_lint(clean, "json", "en"))["questionnaires"][0]["problems"] == []
