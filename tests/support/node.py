"""Our own scripts in Node.js. Without it these tests are skipped, unless ``AIASSESS_BROWSER_TESTS`` is "required"."""

import json
import os
import re
import shutil
import subprocess
from importlib.resources import files

import pytest

from aiassess.form.web.page import without_modules


def node():
    """Return the program; without it the test is skipped."""
    program = shutil.which("node")
    if program is None:
        if os.environ.get("AIASSESS_BROWSER_TESTS") == "required":
            pytest.fail("node is missing; .ci/browser installs it")
        pytest.skip("node is missing; .ci/browser installs it")
    return program


def run_node(modules, body, cases, tmp_path):
    """Return what a script gives, as JSON has it.

    ``modules``: the names of the page's scripts that it uses; ``body``: the rest of an async function of ``cases``.
    """
    given, found = tmp_path / "cases.json", tmp_path / "found.json"
    given.write_text(json.dumps(cases), encoding="utf-8")
    folder = files("aiassess.form.web")
    parts = [without_modules((folder / f"{name}.js").read_text(encoding="utf-8")) for name in modules]
    names = f"{json.dumps(str(given))}, {json.dumps(str(found))}"
    script = "\n".join(
        [
            'import { readFileSync, writeFileSync } from "node:fs";',
            *parts,
            f"const [casesFile, foundFile] = [{names}];",
            "async function run(cases) {",
            body,
            "}",
            'writeFileSync(foundFile, JSON.stringify(await run(JSON.parse(readFileSync(casesFile, "utf-8")))));',
        ]
    )
    done = subprocess.run([node(), "--input-type=module", "-"], input=script.encode(), capture_output=True, check=False)
    assert done.returncode == 0, re.sub(r"data:\S+", "", done.stderr.decode())[-2000:]
    return json.loads(found.read_text(encoding="utf-8"))
