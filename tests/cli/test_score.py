import json
import os
import signal
import subprocess
import sys

import pytest

from support.schemas import Schema


def test_text_is_what_standard_output_gets(cli, answers_file):
    done = cli("score", answers_file(about={"language": "en"}))
    assert done.code == 0
    assert "Level: High risk" in done.out
    assert "Level once nothing is missing: between Minimal risk and Prohibited" in done.out
    assert "unofficial" in done.out.lower()
    assert done.err == ""


def test_json_on_standard_output_is_a_report(cli, answers_file):
    done = cli("score", answers_file(), "--format", "json")
    Schema("report").validate(done.json)
    assert done.out.endswith("}\n")
    assert "\r" not in done.out
    assert done.json["questionnaire"]["language"] == "ms"


def test_the_reports_language_is_never_the_machines(cli, answers_file, monkeypatch):
    monkeypatch.setenv("AIASSESS_LANG", "en")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert cli("score", answers_file(), "--format", "json").json["questionnaire"]["language"] == "ms"
    own = answers_file(about={"language": "en"})
    assert cli("score", own, "--format", "json").json["questionnaire"]["language"] == "en"
    assert cli("score", own, "--format", "json", "--lang", "ms").json["questionnaire"]["language"] == "ms"


def test_several_outputs_by_ending(cli, answers_file, tmp_path):
    files = [tmp_path / "report.json", tmp_path / "report.md", tmp_path / "report.txt"]
    done = cli("score", answers_file(), *(word for file in files for word in ("-o", file)))
    assert done.code == 0
    assert done.out == ""
    assert json.loads(files[0].read_text(encoding="utf-8"))["format"] == "aiassess.report/1"
    assert files[1].read_text(encoding="utf-8").startswith("# ")
    assert "Tahap: Risiko Tinggi" in files[2].read_text(encoding="utf-8")


def test_standard_output_beside_a_file(cli, answers_file, tmp_path):
    done = cli("score", answers_file(), "-o", tmp_path / "r.md", "-o", "-", "--format", "json")
    assert done.json["result"]["level"] == "high"
    assert (tmp_path / "r.md").exists()


def test_standard_input(process, answers_file):
    done = process("score", "-", "--format", "json", typed=answers_file(livelihood="none").read_bytes())
    assert done.code == 0
    assert done.json["result"]["inherent"]["points"] == 112


def test_fail_on(cli, answers_file):
    file = answers_file()
    assert cli("score", file, "--fail-on", "high").code == 1
    assert cli("score", file, "--fail-on", "limited").code == 1
    assert cli("score", file, "--fail-on", "prohibited").code == 0
    unsure = answers_file(social_scoring={"status": "unsure"})
    assert cli("score", unsure, "--fail-on", "prohibited").code == 1, "undetermined may be prohibited"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--format", "pdf"], "pdf"),
        (["--lang", "ta"], "ta"),
        (["--fail-on", "huge"], "minimal, limited, high, prohibited"),
        (["-o", "report.xyz"], "report.xyz"),
        (["--nonsense"], "--nonsense"),
        (["extra"], "extra"),
        (["--format"], "--format"),
    ],
)
def test_wrong_usage_is_two(cli, answers_file, argv, words):
    done = cli("score", answers_file(), *argv)
    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


def test_the_input_is_never_an_output(cli, answers_file):
    file = answers_file()
    before = file.read_bytes()
    done = cli("score", file, "-o", file)
    assert done.code == 2
    assert file.read_bytes() == before


def test_the_same_output_twice_is_refused(cli, answers_file, tmp_path):
    assert cli("score", answers_file(), "-o", tmp_path / "a.md", "-o", tmp_path / "." / "a.md").code == 2
    assert not (tmp_path / "a.md").exists()


def test_every_error_is_named_with_its_place(cli, tmp_path):
    file = tmp_path / "bad.json"
    file.write_text(
        '{"format": "aiassess.answers/1",\n "questionnaire": {"id": "gpaisa", "version": "1.0.0"},\n'
        ' "answers": {"livelihood": "awful",\n  "liveliood": "none",\n  "people_per_year": -1}}\n'
    )
    done = cli("score", file)
    assert done.code == 3
    lines = done.err.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(f"{file}:3:28: error: answers.livelihood (question livelihood): Found awful;")
    assert "Did you mean “livelihood”?" in lines[1]
    assert "0 to 1000000000" in lines[2]


@pytest.mark.parametrize(("lang", "told"), [("en", "A number this large is out of range"), ("ms", "sebesar ini")])
def test_a_number_too_large_for_a_computer_is_not_called_inf(cli, answers_file, lang, told):
    file = answers_file(hours_saved=7)
    file.write_text(file.read_text().replace("7", "1e400"))
    done = cli("score", file, "--lang", lang)
    assert done.code == 3
    assert told in done.err
    assert "inf " not in done.err


def test_an_encoding_is_called_by_its_name(cli, answers_file):
    file = answers_file()
    text = file.read_text()
    for encoding in ("utf-16", "utf-32"):
        file.write_bytes(text.encode(encoding))
        for command in (["score"], ["render"], ["questionnaire", "lint"]):
            for lang in ("en", "ms"):
                done = cli(*command, file, "--lang", lang)
                assert done.code in (1, 3), command
                said = done.out + done.err
                assert encoding.upper() in said, (command, said)
                assert {"utf-16": "UTF-32", "utf-32": "UTF-16"}[encoding] not in said, command


def test_errors_are_said_in_malay(cli, answers_file):
    done = cli("--lang", "ms", "score", answers_file(livelihood="awful"))
    assert done.code == 3
    assert ": ralat: " in done.err
    assert "diperlukan salah satu" in done.err


def test_outputs_are_replaced_only_by_a_finished_file(cli, answers_file, tmp_path):
    target = tmp_path / "report.md"
    target.write_text("what stood here")
    assert cli("score", answers_file(livelihood="awful"), "-o", target).code == 3
    assert target.read_text() == "what stood here"
    locked = tmp_path / "nowhere" / "report.md"
    assert cli("score", answers_file(), "-o", locked).code == 3
    assert list(tmp_path.glob(".*")) == [], "no temporary file is left behind"


BAD_FILES = {
    "empty": b"",
    "blank": b" \n",
    "binary": bytes(range(256)) * 20,
    "utf16": '{"format": 1}'.encode("utf-16"),
    "latin1": '{"format": "Pejabat Kewangan é"}'.encode("latin-1"),
    "truncated": b'{"format": "aiassess.answers/1", "answers": {',
    "a list": b"[1, 2]",
    "a number": b"12",
    "null": b"null",
    "yaml": b"format: 1\n",
    "nan": b'{"format": "aiassess.answers/1", "x": NaN}',
    "infinity": b'{"format": "aiassess.answers/1", "x": -Infinity}',
    "duplicate": b'{"format": "aiassess.answers/1", "format": "aiassess.answers/1"}',
    "deep": b"[" * 200_000,
    "deep objects": b'{"a":' * 100_000,
    "deep in a text": b'{"format": "' + b"[" * 1000 + b'"}',
    "surrogate": rb'{"format": "\ud800"}',
    "huge number": b'{"format": ' + b"9" * 100_000 + b"}",
    "newer": b'{"format": "aiassess.answers/2"}',
    "other": b'{"format": "something/1"}',
    "no questionnaire": b'{"format": "aiassess.answers/1"}',
    "unknown questionnaire": b'{"format": "aiassess.answers/1", "questionnaire": {"id": "nope", "version": "1.0.0"}}',
    "a path as questionnaire": b'{"format": "aiassess.answers/1", "questionnaire": {"id": "../x.yaml", "version": "1.0.0"}}',
    "other major": b'{"format": "aiassess.answers/1", "questionnaire": {"id": "gpaisa", "version": "99.0.0"}, "answers": {}}',
    "escapes": b'{"format": "\\u001b[2J\\u001b]0;owned\\u0007"}',
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=list(BAD_FILES))
def test_bad_input_is_three_with_one_clear_message(cli, tmp_path, content):
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    done = cli("score", file)
    assert done.code == 3
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert str(file) in done.err
    assert "Traceback" not in done.err
    assert "\x1b" not in done.err


def test_missing_and_directory(cli, tmp_path):
    for target in (tmp_path / "missing.json", tmp_path):
        done = cli("score", target)
        assert done.code == 3
        assert len(done.err.splitlines()) == 1


def test_a_file_name_cannot_reach_the_terminal(cli, tmp_path):
    done = cli("score", tmp_path / "\x1b[31mred\x07.json")
    assert done.code == 3
    assert "\x1b" not in done.err
    assert "\x07" not in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on memory")
def test_a_huge_file_is_refused_in_bounded_memory(tmp_path):
    import resource

    file = tmp_path / "huge.json"
    with file.open("wb") as stream:
        stream.truncate(200_000_000)
    limit = 400_000_000
    done = subprocess.run(
        [sys.executable, "-m", "aiassess", "score", str(file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert done.returncode == 3, done.stderr
    assert "20 MB" in done.stderr


def test_a_bug_is_four_without_traceback(process, answers_file, tmp_path):
    # A schema folder that is not there is a broken installation: nothing that a user did.
    code = (
        "import aiassess.scoring.assess as a, sys\n"
        "def broken(*_): raise ZeroDivisionError('boom \\x1b[2J')\n"
        "a.score = broken\n"
        f"from aiassess.cli.handler import run; sys.exit(run(['score', {str(answers_file())!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1
    assert "\x1b" not in done.stderr
    (log,) = tmp_path.glob("aiassess-*.log")
    assert "ZeroDivisionError" in log.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_interrupted_is_130():
    child = subprocess.Popen(
        [sys.executable, "-m", "aiassess", "score", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # More than a pipe holds: once it is written, the program is reading.
    child.stdin.write(b" " * 1_000_000)
    child.stdin.flush()
    child.send_signal(signal.SIGINT)
    try:
        child.wait(30)
    finally:
        child.kill()
    err = child.stderr.read()
    assert child.returncode == 130
    assert b"Traceback" not in err
    assert len(err.splitlines()) == 1
    for stream in (child.stdin, child.stdout, child.stderr):
        stream.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
def test_a_reader_that_stops_early_is_no_error(answers_file):
    done = subprocess.run(
        f"{sys.executable} -m aiassess questionnaire show gpaisa | head -1; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


@pytest.mark.deep
def test_the_same_bytes_on_every_machine(process, answers_file):
    file = answers_file(about={"language": "ms"}, livelihood="severe", audience=["public"])
    seen = set()
    for seed, zone, locale in [
        ("0", "UTC", "C"),
        ("1", "Asia/Kuala_Lumpur", "ms_MY.UTF-8"),
        ("77", "America/Lima", "C.UTF-8"),
    ]:
        for format_ in ("json", "md", "text"):
            env = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "COLUMNS": seed}
            done = process("score", file, "--format", format_, env=env)
            assert done.code == 0
            seen.add((format_, done.out))
    assert len(seen) == 3
