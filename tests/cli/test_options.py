"""What holds for every option of every command."""

import json
from pathlib import Path

from support.commands import commands

TINY = Path(__file__).parents[1] / "questionnaires" / "interview.yaml"

COMMANDS = commands()
OPTIONS = [(words, param) for words, found in COMMANDS.items() for param in found.params if param.opts[0][0] == "-"]


def test_an_option_that_takes_one_value_is_given_once(cli):
    for words, param in OPTIONS:
        if param.is_flag or param.multiple:
            continue
        done = cli("--lang", "en", *words, param.opts[0], "a", param.opts[-1], "a")
        assert done.code == 2, (words, param.opts)
        name = max(param.opts, key=len)
        told = f"The option {name} is given more than once, but takes one value. Keep the one you mean."
        assert done.err == f"error: {told}\n"
        assert done.out == ""
    done = cli("--lang", "ms", "--lang=ms", "drafts", "list")
    assert (done.code, "--lang diberikan lebih daripada sekali" in done.err) == (2, True)


def test_flags_and_what_may_be_repeated_may_be(cli):
    for words, param in OPTIONS:
        if not (param.is_flag or param.multiple):
            continue
        value = [] if param.is_flag else ["a"]
        done = cli("--lang", "en", *words, param.opts[0], *value, param.opts[0], *value, "--help")
        assert done.code == 0, (words, param.opts)


def test_help_says_which_options_may_be_repeated(cli):
    for lang, wanted in (("en", "May be repeated"), ("ms", "Boleh diulang")):
        for words, found in COMMANDS.items():
            text = " ".join(cli("--lang", lang, *words, "--help").out.split())
            assert text.count(wanted) == sum(bool(getattr(param, "multiple", False)) for param in found.params), words


def test_a_language_is_known_in_any_case(cli, tmp_path):
    answers, report = tmp_path / "answers.json", tmp_path / "report.json"
    data = {"format": "aiassess.answers/1", "questionnaire": {"id": "interview", "version": "1.2.0"}, "answers": {}}
    answers.write_text(json.dumps(data), encoding="utf-8")
    cli("score", answers, "--lang", "ms", "-o", report, "-q", TINY)
    survey = tmp_path / "survey.json"
    survey.write_text('{"elements": [{"type": "text", "name": "who", "title": "Who?"}]}', encoding="utf-8")
    cases = {
        "score": ["score", answers, "-q", TINY],
        "render": ["render", report, "-q", TINY],
        "explain": ["explain", answers, "-q", TINY],
        "diff": ["diff", answers, report, "-q", TINY],
        "merge": ["merge", answers, "-q", TINY],
        "form": ["form", TINY, "--format", "html"],
        "batch": ["batch", answers, "--jobs", "1", "--reports", tmp_path / "reports", "-q", TINY],
        "verify": ["verify", report, "-q", TINY],
        "show": ["questionnaire", "show", TINY],
        "list": ["questionnaire", "list"],
        "lint": ["questionnaire", "lint", TINY],
        "changes": ["questionnaire", "diff", TINY, TINY],
        "new": ["questionnaire", "new", "mine", "-o", "-"],
        "import": ["questionnaire", "import", survey],
        "schema": ["questionnaire", "schema", TINY, "--authoring"],
        "drafts": ["drafts", "list"],
        "remove": ["drafts", "remove", "none", "--yes"],
        "assess": ["assess", "gpaisa", "--plain", "--new", "--out", tmp_path / "out"],
    }
    assert {param.name for _, param in OPTIONS if "--lang" in param.opts} == {"lang"}
    assert len(cases) == sum("--lang" in param.opts for _, param in OPTIONS), "a command with --lang is not tried"
    for name, argv in cases.items():
        expected, done = cli(*argv, "--lang", "en"), cli(*argv, "--lang", "EN")
        if name == "batch":  # says how long it took
            (written,) = (tmp_path / "reports").rglob("*.json")
            assert '"language": "en"' in written.read_text(encoding="utf-8")
            expected.err = done.err
        assert done == expected, name
        assert done.code == (2 if name == "remove" else 0), name
    expected = cli("score", answers, "-q", TINY, "--lang", "en").out
    for code in ("En", "en-GB", "en_MY.UTF-8"):
        assert cli("score", answers, "-q", TINY, "--lang", code).out == expected
    refused = cli("--lang", "en", "score", answers, "-q", TINY, "--lang", "Francais")
    assert (refused.code, "not available in “francais”" in refused.err) == (2, True)
