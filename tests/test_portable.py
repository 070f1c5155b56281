"""The folder that runs on Windows without being installed (``.ci/portable``)."""

import importlib.util
import os
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from zipfile import ZipFile

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci" / "portable"
if not SCRIPT.exists():
    pytest.skip("the script stands in a checkout", allow_module_level=True)

GATHERED = {
    "python/python.exe": b"MZ\n",
    "python/python312._pth": b"#import site\n",
    "lib/aiassess/__init__.py": b"\n",
    "lib/numpy/tests/test_it.py": b"\n",
    "lib/aiassess.dist-info/METADATA": b"\n",
    "lib/aiassess.dist-info/direct_url.json": b"this machine",
    "lib/bin/aiassess": b"this machine",
    "lib/.lock": b"",
}


@pytest.fixture
def portable():
    loader = SourceFileLoader("portable", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("portable", loader))
    loader.exec_module(module)
    return module


def gathered(folder, names):
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(GATHERED[name])
        os.utime(file, (1e9, 1e9 + len(name)))
    return folder


def test_the_same_files_give_the_same_bytes(portable, tmp_path):
    zips = []
    for number, names in enumerate((GATHERED, reversed(GATHERED))):
        target = tmp_path / f"{number}.zip"
        portable.write(gathered(tmp_path / str(number), names), target)
        zips.append(target.read_bytes())
    assert zips[0] == zips[1]


def test_it_carries_what_is_needed_and_nothing_of_this_machine(portable, tmp_path):
    portable.write(gathered(tmp_path / "gathered", GATHERED), tmp_path / "a.zip")
    with ZipFile(tmp_path / "a.zip") as archive:
        contents = {name.removeprefix("aiassess/"): archive.read(name) for name in archive.namelist()}
    assert set(contents) == {
        "BACA-READ.txt",
        "LICENSE",
        "aiassess.cmd",
        "lib/aiassess.dist-info/METADATA",
        "lib/aiassess/__init__.py",
        "mula.cmd",
        "python/python.exe",
        "python/python312._pth",
    }
    assert contents["python/python.exe"] == b"MZ\n"
    assert contents["python/python312._pth"] == b"python312.zip\n.\n..\\lib\n"
    for name in ("BACA-READ.txt", "LICENSE", "aiassess.cmd", "mula.cmd"):
        assert contents[name].isascii(), "cmd reads batch files in the code page of the console"
        assert contents[name].count(b"\r\n") == contents[name].count(b"\n"), name
    assert b"TIDAK RASMI" in contents["BACA-READ.txt"]
    assert b"UNOFFICIAL" in contents["BACA-READ.txt"]


def test_python_reads_the_batch_file_from_its_second_line():
    batch = SCRIPT.parent / "portable.d" / "aiassess.cmd"
    done = subprocess.run([sys.executable, "-x", batch, "score", "--frob"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--frob" in done.stderr
    assert str(batch) in done.stderr, "commands that are printed name the file that was started"
