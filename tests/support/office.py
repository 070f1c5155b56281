"""Office files, looked into without an office; and the office itself, if it is there."""

import io
import os
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACTIVE = ("instrText", "fldSimple", "hyperlink", "object", "drawing", "pict", "altChunk", "sdt", "fldChar")
"""Elements of a Word document that do something, or show something from elsewhere."""


def parts(package: bytes) -> dict[str, bytes]:
    """Return the parts of an Office file by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def word_lines(package: bytes) -> list[str]:
    """Return the text of each paragraph of a Word document, cells of tables included."""
    document = ElementTree.fromstring(parts(package)["word/document.xml"])
    return ["".join(text.text or "" for text in line.iter(f"{W}t")) for line in document.iter(f"{W}p")]


def check_word(package: bytes) -> None:
    """Fail if anything in a Word document is more than text, or comes from elsewhere."""
    found = parts(package)
    document = ElementTree.fromstring(found["word/document.xml"])
    names = {element.tag.rpartition("}")[2] for element in document.iter()}
    assert not names & set(ACTIVE)
    for name, content in found.items():
        assert not name.endswith(".bin"), name
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in content, name


def office(*arguments: str, home: str) -> None:
    """Run LibreOffice without a window; skip if it is missing, unless ``AIASSESS_OFFICE_TESTS`` is "required"."""
    program = shutil.which("soffice")
    if program is None:
        said = "LibreOffice is missing; .ci/office installs it"
        (pytest.fail if os.environ.get("AIASSESS_OFFICE_TESTS") == "required" else pytest.skip)(said)
    profile = f"-env:UserInstallation=file://{home}/office"
    subprocess.run([program, profile, "--headless", *arguments], check=True, capture_output=True, timeout=120)
