import pytest

from aiassess import __version__

COMMANDS = [
    [],
    ["assess"],
    ["score"],
    ["questionnaire"],
    ["questionnaire", "list"],
    ["questionnaire", "show"],
    ["questionnaire", "lint"],
    ["questionnaire", "schema"],
    ["drafts"],
    ["drafts", "list"],
    ["drafts", "remove"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_in_both_languages(cli, command):
    english = cli("--lang", "en", *command, "--help")
    malay = cli("--lang", "ms", *command, "--help")
    assert english.code == malay.code == 0
    assert english.out.startswith("Usage: aiassess")
    assert malay.out.startswith("Penggunaan: aiassess")
    assert "-h, --help" in english.out
    for word in ("Options", "Show this page", "Commands:", "Arguments:", "[default", "required"):
        assert word not in malay.out
    assert all(len(line) <= 80 for line in (english.out + malay.out).splitlines())


def test_version(process):
    for argv in (["--version"], ["--lang", "ms", "--version"]):
        done = process(*argv)
        assert done.out == f"aiassess {__version__}\n"
        assert done.code == 0


def test_no_command_shows_the_help_and_is_wrong_usage(cli):
    done = cli()
    assert done.code == 2
    assert "Commands:" in done.err
    assert done.out == ""


def test_unknown_command(cli):
    done = cli("scor")
    assert done.code == 2
    assert "assess, score, render, diff, verify, explain, batch, form, merge, questionnaire, drafts" in done.err


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "Usage"),
        ({"LANG": "ms_MY.UTF-8"}, "Penggunaan"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "ms_MY"}, "Penggunaan"),
        ({"LANG": "ms_MY.UTF-8", "AIASSESS_LANG": "en"}, "Usage"),
        ({"AIASSESS_LANG": "ms"}, "Penggunaan"),
        ({"LANG": "ta_MY.UTF-8"}, "Usage"),
    ],
)
def test_the_language_of_the_program(cli, monkeypatch, environment, language):
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "AIASSESS_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cli("--help").out.startswith(language)
