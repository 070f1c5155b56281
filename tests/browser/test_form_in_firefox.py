"""The form in Firefox, with the engine: the same interview by keyboard, from the file, saved, opened again, and scored."""

import time

import pytest
from test_form_in_browser import EXAMPLE, FOCUS, GPAISA, assert_same_report, fill_in, press
from test_form_with_engine import LEVEL, PAPERS, by_command_line

from aiassess import score
from support.firefox import firefox
from support.form_pages import form_page


@pytest.mark.deep
def test_a_whole_interview_by_keyboard(firefox_program, runtime, tmp_path):
    file, downloads = tmp_path / "form.html", tmp_path / "downloads"
    file.write_text(form_page(GPAISA, "ms", engine=runtime), encoding="utf-8", newline="\n")
    with firefox(firefox_program, tmp_path) as page:
        page.goto(file.as_uri())
        assert fill_in(page) == [*score(GPAISA, EXAMPLE).marks]
        press(page, "save-at-end")
        saved = downloaded(downloads / "answers.json", "}\n")
        until(lambda: page.evaluate(LEVEL).startswith("Tahap: ") and page.evaluate(SHOWN))
        papers = {}
        for name in PAPERS:
            press(page, name.replace(".", "-"))
            until(lambda: page.evaluate(FOCUS) == "told")
            papers[name] = downloaded(downloads / name, "}\n" if "json" in name else "</html>\n")
        whole = f"{len(score(GPAISA, EXAMPLE).marks)} dijawab, tiada lagi yang belum"
        page.goto(file.as_uri())
        assert page.evaluate(PROGRESS) == whole  # kept by the browser
        page.evaluate("() => localStorage.clear()")
        page.goto(file.as_uri())
        assert page.evaluate(PROGRESS).startswith("0 ")
        page.set_input_files("#file", downloads / "answers.json")
        until(lambda: page.evaluate(PROGRESS) == whole and page.evaluate(LEVEL).startswith("Tahap: "))
    assert_same_report(saved)
    theirs = by_command_line(downloads / "answers.json", tmp_path / "by-commands")
    assert papers == {name: content.decode() for name, content in theirs.items()}


PROGRESS = "() => document.getElementById('progress').textContent"
SHOWN = "() => !document.getElementById('result').hidden"


def downloaded(file, end):
    until(lambda: file.is_file() and file.read_text(encoding="utf-8").endswith(end))
    return file.read_text(encoding="utf-8")


def until(holds):
    ends = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.1)
