"""The recording in the README is what the program shows now."""

import importlib.util
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs" / "session.svg"
SVG = "{http://www.w3.org/2000/svg}"


def frames_of(text):
    """Return the rows of each picture, as words."""
    groups = ElementTree.fromstring(text).iter(f"{SVG}g")
    rows = [[" ".join(" ".join(row.itertext()).split()) for row in group.iter(f"{SVG}text")] for group in groups]
    return [[row for row in group if row] for group in rows]


@pytest.mark.deep
def test_the_recording_shows_what_the_program_shows():
    spec = importlib.util.spec_from_file_location("record_session", ROOT / "docs" / "record_session.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    now = module.svg(module.record())
    assert frames_of(PICTURE.read_text(encoding="utf-8")) == frames_of(now), "run: python docs/record_session.py"


def test_the_recording_can_stand_in_a_page():
    text = PICTURE.read_text(encoding="utf-8")
    assert len(text.encode()) < 150_000
    frames = frames_of(text)
    assert len(frames) >= 6
    told = [
        "Semuanya kekal dalam komputer ini",
        "Bantuan: ",
        "Tahap sudah muktamad: Risiko Tinggi.",
        "Bukti 1",
        "Pratonton",
        "Semakan sebelum selesai",
        "aiassess explain",
    ]
    for words, frame in zip(told, frames, strict=False):
        assert any(words in row for row in frame), words
    assert not re.search(r"<script|<image|href=|@import|url\(", text)
    paths = r"(?<![\w.~])/\w+/|[A-Z]:\\"
    assert [row for frame in frames for row in frame if re.search(paths, row)] == []
    assert "prefers-reduced-motion" in text


def test_the_readme_shows_it():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"## What an officer sees\n\n!\[[^\]]{40,}\]\(docs/session\.svg\)\n", text)
