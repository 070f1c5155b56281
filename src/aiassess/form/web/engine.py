"""The engine that a form can carry: Pyodide, Python's library and the modules that score (docs/form.md#with-the-level)."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import shlex
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from aiassess.errors import InvalidInput, Problem
from aiassess.files import read_raw
from aiassess.render.office import archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from aiassess.model.questionnaire import Questionnaire

COMMAND = "npm install --prefix {folder} --ignore-scripts pyodide@314.0.7"
"""What fills the folder; a digest below changes with the version."""
NOTICE = (
    "Besides aiassess, this form carries Pyodide 314.0.7 (MPL-2.0; source: github.com/pyodide/pyodide) with CPython (PSF-2.0), "
    "Jinja2 and MarkupSafe (BSD-3-Clause), and rfc8785 (Apache-2.0)."
)
"""What the licences ask a copy to say."""
_WASM, _MODULE, _LOADER, _STDLIB = "pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs", "python_stdlib.zip"
PINNED = {
    _WASM: "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    _MODULE: "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    _LOADER: "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    _STDLIB: "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
}
"""The files that are taken, each with its SHA-256."""
_MOST_BYTES = 20_000_000
_AS_SCRIPT = {
    b"export default _createPyodideModule;": b"",
    b"export{dt as loadPyodide,U as version};": b"const loadPyodide = dt;",
    b"import.meta.url": b"self.location.href",
}
"""What makes modules of scripts: in a page that is opened from a disk, Chromium starts no worker from a module."""
_ROOMS = ("answers", "kinds", "model", "questionnaire", "render", "report", "scoring", "text")
"""Our rooms that scoring and rendering need, besides the modules of no room and the scorer itself."""
_LIBRARIES = ("jinja2", "markupsafe", "rfc8785")
_CARRIED = re.compile(r".*\.(?:py|html|css)")
_LEFT_OUT = re.compile(
    r"encodings/(?!__init__|aliases|ascii|cp437|idna|latin_1|punycode|raw_unicode|unicode_esc|utf_8\.)"
    r"|(?:_pyrepl|ctypes|curses|dbm|http|multiprocessing|sqlite3|tomllib|unittest|wsgiref|xml|xmlrpc|zoneinfo)/"
    r"|(?:_pyio|argparse|bdb|configparser|cProfile|doctest|ftplib|imaplib|mailbox|optparse|pdb|pickletools|poplib"
    r"|profile|pstats|pydoc|smtplib|tarfile|trace|turtle|uuid)\.py"
)
"""The larger parts of Python's library that neither Pyodide's start nor our modules import."""


def engine_parts(folder: str, questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """Yield the name of each part of the engine for a questionnaire, with its bytes as gzip in base64.

    Raises InvalidInput if a file of Pyodide's in the folder is missing or not the one that is pinned.
    """
    runtime = _runtime(folder)
    worker = (files("aiassess.form.web") / "worker.js").read_bytes()
    script = b"\n".join([b'"use strict";', worker, runtime[_MODULE], runtime[_LOADER]])
    for module, plain in _AS_SCRIPT.items():
        script = script.replace(module, plain)
    yield "loader", _packed(script)
    yield "wasm", _packed(runtime[_WASM])
    with ZipFile(io.BytesIO(runtime[_STDLIB])) as stdlib:
        names = [name for name in stdlib.namelist() if not name.endswith("/") and not _LEFT_OUT.match(name)]
        yield "stdlib", _packed(archive((name, stdlib.read(name)) for name in sorted(names)))
    yield "app", _packed(archive(sorted(_app())))
    document = json.dumps(questionnaire.document, ensure_ascii=False, separators=(",", ":"))
    yield "questionnaire", _packed(document.encode())


def _runtime(folder: str) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, expected in PINNED.items():
        file = str(Path(folder, "node_modules", "pyodide", name))
        try:
            found[name], _ = read_raw(file, _MOST_BYTES, named=False)
        except InvalidInput as error:
            problems += error.problems
            continue
        digest = hashlib.sha256(found[name]).hexdigest()
        if digest != expected:
            problems.append(Problem("engine_file", {"found": digest, "expected": expected}, file=file))
    if problems:
        command = COMMAND.format(folder=shlex.quote(folder))
        raise InvalidInput([*problems, Problem("engine_folder", {"command": command}, file=folder)])
    return found


def _app() -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of our modules and of the libraries that they import, with the libraries' licences."""
    package = files("aiassess")
    for item in package.iterdir():
        if item.name in _ROOMS or item.is_file():
            yield from _files_in(item, f"aiassess/{item.name}")
    for name in ("__init__.py", "web/__init__.py", "web/scorer.py"):
        yield f"aiassess/form/{name}", (package / "form" / name).read_bytes()
    for library in _LIBRARIES:
        yield from _files_in(files(library), library)
        for file in metadata.files(library) or ():
            if "license" in file.name.lower():
                yield file.as_posix(), file.read_binary()


def _files_in(item: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    if item.is_dir():
        for inner in item.iterdir():
            yield from _files_in(inner, f"{path}/{inner.name}")
    elif _CARRIED.fullmatch(item.name):
        yield path, item.read_bytes()


def _packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
