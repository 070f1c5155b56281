"""What a form that scores carries: pinned, whole, the same bytes each time. It scores as the command line does."""

import base64
import gzip
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from aiassess import InvalidInput, build_report, load_answers, load_questionnaire, score
from aiassess.form.web import engine
from aiassess.form.web.page import form_script
from aiassess.form.web.scorer import Scorer
from aiassess.render import DECISION, renderer
from support.form_pages import form_page
from support.shell import words_of
from support.tiny import tiny

EXAMPLES = Path(__file__).parents[2] / "examples"
GPAISA = load_questionnaire("gpaisa")
ANSWERS = (EXAMPLES / "welfare-eligibility.json").read_text(encoding="utf-8")
PAPERS = {"report.json": ("json",), "report.html": ("html",), "decision.html": ("html", DECISION)}
LIBRARY = ("json/__init__.py", "pdb.py", "encodings/utf_8.py", "encodings/big5.py")


@pytest.fixture(scope="module")
def runtime(tmp_path_factory):
    """A folder with stand-ins for Pyodide's files, pinned as if they were those."""
    folder = tmp_path_factory.mktemp("runtime")
    stdlib = io.BytesIO()
    with ZipFile(stdlib, "w") as file:
        for name in LIBRARY:
            file.writestr(name, f"# {name}")
    (folder / "node_modules" / "pyodide").mkdir(parents=True)
    contents = dict.fromkeys(engine.PINNED, b"") | {"python_stdlib.zip": stdlib.getvalue()}
    contents["pyodide.mjs"] = b"var dt; export{dt as loadPyodide,U as version};"
    contents["pyodide.asm.mjs"] = b"const at = import.meta.url; export default _createPyodideModule;"
    for name, content in contents.items():
        (folder / "node_modules" / "pyodide" / name).write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        patch.setattr(engine, "PINNED", digests)
        yield folder


def unpacked(part):
    return gzip.decompress(base64.b64decode(part))


def test_the_parts_are_the_same_each_time_and_in_the_page(runtime):
    parts = dict(engine.engine_parts(str(runtime), GPAISA))
    assert parts == dict(engine.engine_parts(str(runtime), GPAISA))
    page = form_page(GPAISA, "ms", engine=str(runtime))
    assert dict(re.findall(r'<script type="text/plain" id="engine-(\w+)">([^<]*)</script>', page)) == parts
    assert page.count("<script") == page.count("</script") == 2 + len(parts)
    assert page.count(engine.NOTICE) == 1
    assert engine.NOTICE not in form_page(GPAISA, "ms")
    assert engine.COMMAND.rsplit("@", 1)[1] in engine.NOTICE
    assert json.loads(unpacked(parts["questionnaire"])) == GPAISA.document
    loader = unpacked(parts["loader"]).decode()
    assert "const loadPyodide = dt;" in loader
    assert not re.search(r"\bexport\b|import\.meta", loader)
    with ZipFile(io.BytesIO(unpacked(parts["stdlib"]))) as stdlib:
        assert stdlib.namelist() == ["encodings/utf_8.py", "json/__init__.py"]


def test_the_policy_allows_webassembly_and_a_worker_and_still_no_request(runtime):
    page = form_page(GPAISA, "en", engine=str(runtime))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1).split("; ")
    plain = re.search(r'Content-Security-Policy" content="([^"]*)"', form_page(GPAISA, "en")).group(1).split("; ")
    assert [rule for rule in policy if not rule.startswith("script-src")] == [
        *(rule for rule in plain[:3] if not rule.startswith("script-src")),
        "worker-src blob:",
        *plain[3:],
    ]
    assert re.fullmatch(r"script-src 'sha256-[^ ']+' 'wasm-unsafe-eval'", policy[1])
    assert not re.search(r"innerHTML|\beval\b|new Function|fetch\(|import\(", form_script(with_engine=True))


def test_a_file_that_is_missing_or_another_is_named_with_the_command(runtime, tmp_path):
    folder = tmp_path / "node_modules" / "pyodide"
    folder.mkdir(parents=True)
    for name in list(engine.PINNED)[1:]:
        (folder / name).write_bytes((runtime / "node_modules" / "pyodide" / name).read_bytes())
    (folder / "pyodide.mjs").write_bytes(b"another")
    with pytest.raises(InvalidInput) as error:
        dict(engine.engine_parts(str(tmp_path), GPAISA))
    missing, other, command = (problem.line_text("en") for problem in error.value.problems)
    assert missing == f"{folder / 'pyodide.asm.wasm'}: There is no such file. Check the path."
    found = hashlib.sha256(b"another").hexdigest()
    assert other.startswith(f"{folder / 'pyodide.mjs'}: This is not the file of Pyodide that was checked")
    assert f"its SHA-256 is {found}, expected {engine.PINNED['pyodide.mjs']}." in other
    install = ["npm", "install", "--prefix", str(tmp_path), "--ignore-scripts", "pyodide@314.0.7"]
    assert words_of(command.partition("Fill it with: ")[2]) == install


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(runtime, tmp_path):
    folder = tmp_path / "my runtime"
    shutil.copytree(runtime, folder)
    file = folder / "node_modules" / "pyodide" / "pyodide.mjs"
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(InvalidInput) as error:
        dict(engine.engine_parts(str(folder), GPAISA))
    pipe, command = (problem.line_text("en") for problem in error.value.problems)
    assert pipe.startswith(f"{file}: ")
    assert f"--prefix '{folder}' " in command


ALONE = """
import re, sys
app, left_out, document, answers = sys.argv[1:]
class Refuse:
    def find_spec(self, name, path=None, target=None):
        file = name.replace(".", "/")
        if re.match(left_out, f"{file}.py") or re.match(left_out, f"{file}/"):
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
sys.path.append(app)
from aiassess.form.web.scorer import Scorer
scorer = Scorer(open(document, encoding="utf-8").read())
given = open(answers, encoding="utf-8").read()
assert '"level"' in scorer.standing(given)
for name in ("report.json", "report.html", "decision.html"):
    sys.stdout.buffer.write(scorer.written(given, name).encode())
"""


def test_the_archive_has_all_that_scoring_needs(runtime, tmp_path):
    """Without site-packages, and without what is left out of Python's library, it gives the same bytes."""
    parts = dict(engine.engine_parts(str(runtime), GPAISA))
    app, document = tmp_path / "app.zip", tmp_path / "questionnaire.json"
    app.write_bytes(unpacked(parts["app"]))
    document.write_bytes(unpacked(parts["questionnaire"]))
    command = [sys.executable, "-I", "-S", "-c", ALONE, app, engine._LEFT_OUT.pattern, document]
    done = subprocess.run([*command, EXAMPLES / "welfare-eligibility.json"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == "".join(expected().values())
    with ZipFile(app) as archive:
        names = archive.namelist()
    assert not [name for name in names if re.match(r"aiassess/(cli|interview|batch|diff|explain)/", name)]
    assert {name.split("/")[0].split("-")[0].lower() for name in names if "license" in name.lower()} >= {
        "jinja2",
        "markupsafe",
    }


def expected():
    report = build_report(score(GPAISA, load_answers(json.loads(ANSWERS), GPAISA)))
    return {name: renderer(*kind)(report) for name, kind in PAPERS.items()}


def test_the_scorer_writes_what_the_command_line_writes():
    scorer = Scorer(json.dumps(GPAISA.document))
    assert scorer.questionnaire.digest == GPAISA.digest
    assert {name: scorer.written(ANSWERS, name) for name in PAPERS} == expected()


def test_the_level_so_far_says_what_is_still_possible():
    scorer = Scorer(json.dumps(GPAISA.document))
    level = json.loads(scorer.standing(EXAMPLES.joinpath("empty.json").read_text(encoding="utf-8")))["level"]
    assert len(level) == 2
    settled = json.loads(scorer.standing(ANSWERS))
    assert settled["level"] == ["Tahap: Risiko Tinggi"]
    assert [title for title, _ in settled["parts"]] == ["Kedudukan sekarang", "Sebab tahap ini"]
    assert {kind for _, runs in settled["parts"] for kind, _ in runs} == {"Paragraph", "Item"}


def test_what_the_page_shows_is_safe_text():
    questionnaire = tiny({"id": "pick", "score": "inherent", "options": {"no": 0, "yes": 4}, "text": "<b>x</b>"})
    scorer = Scorer(json.dumps(questionnaire.document))
    answers = {"format": "aiassess.answers/1", "questionnaire": {"id": "tiny", "version": "1.2.0"}, "answers": {}}
    assert not set(scorer.standing(json.dumps(answers))) & set(map(chr, range(32)))
    with pytest.raises(InvalidInput):
        scorer.standing("{}")
