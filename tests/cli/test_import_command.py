import json
import subprocess
import sys

from aiassess import load_questionnaire
from support.forms import surveyjs, xlsform

QUESTION = {"type": "text", "name": "a"}


def written(folder, name="form.json", raw=None):
    file = folder / name
    file.write_bytes(surveyjs(QUESTION) if raw is None else raw)
    return file


def test_results_and_messages_are_kept_apart(cli, tmp_path):
    done = cli("--lang", "en", "questionnaire", "import", written(tmp_path))
    assert done.code == 0
    assert load_questionnaire(done.out.encode()).id == "form"
    assert done.err.startswith(f"{tmp_path / 'form.json'}: The form counts no points.")
    assert str(tmp_path) not in done.out


def test_into_a_folder_or_a_file(cli, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    assert cli("questionnaire", "import", written(tmp_path), "-o", folder, "--id", "own").out == ""
    assert cli("questionnaire", "import", written(tmp_path), "-o", folder / "x.yml", "--language", "ms").code == 0
    assert load_questionnaire(str(folder / "own.yaml")).id == "own"
    assert load_questionnaire(str(folder / "x.yml")).languages == ("ms",)


def test_strict(cli, tmp_path):
    assert cli("questionnaire", "import", written(tmp_path), "--strict").code == 0
    left = written(tmp_path, raw=surveyjs(QUESTION, {"type": "matrix", "name": "m"}))
    assert cli("questionnaire", "import", left).code == 0
    done = cli("questionnaire", "import", left, "--strict")
    assert done.code == 1
    assert load_questionnaire(done.out.encode())


def test_standard_input(process):
    done = process("questionnaire", "import", "-", "--id", "piped", typed=surveyjs(QUESTION))
    assert (done.code, load_questionnaire(done.out.encode()).id) == (0, "piped")


def test_wrong_usage_and_input(cli, tmp_path):
    file = written(tmp_path)
    assert cli("questionnaire", "import", file, "--id", "Not an id").code == 2
    assert cli("questionnaire", "import", file, "--language", "english").code == 2
    assert cli("questionnaire", "import", file, "-o", file).code == 2
    assert cli("questionnaire", "import", tmp_path / "gone.json").code == 3
    done = cli("--lang", "ms", "questionnaire", "import", written(tmp_path, raw=json.dumps({"format": 1}).encode()))
    assert (done.code, "Ini bukan XLSForm" in done.err) == (3, True)


def test_without_its_library_an_xlsform_says_what_to_install(tmp_path):
    file = written(tmp_path, "form.xlsx", xlsform(("text", "a", "A?")))
    code = (
        "import sys; sys.modules['pyxform'] = None; from aiassess.cli.handler import run; "
        f"sys.exit(run(['--lang', 'en', 'questionnaire', 'import', {str(file)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "pip install pyxform" in done.stderr
