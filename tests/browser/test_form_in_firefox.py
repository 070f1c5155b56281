"""The form in Firefox: the same interview by keyboard, from the file, saved and taken up again."""

import time

import pytest
from test_form_in_browser import EXAMPLE, GPAISA, assert_same_report, fill_in, press

from aiassess import score
from aiassess.form.web.page import form_page
from support.firefox import firefox


@pytest.mark.deep
def test_a_whole_interview_by_keyboard(firefox_program, tmp_path):
    file = tmp_path / "form.html"
    file.write_text(form_page(GPAISA, "ms"), encoding="utf-8", newline="\n")
    with firefox(firefox_program, tmp_path) as page:
        page.goto(file.as_uri())
        assert fill_in(page) == [*score(GPAISA, EXAMPLE).marks]
        press(page, "save-at-end")
        saved = downloaded(tmp_path / "downloads" / "answers.json")
        page.goto(file.as_uri())
        told = page.evaluate("() => document.getElementById('progress').textContent")
        assert told == f"{len(score(GPAISA, EXAMPLE).marks)} dijawab, tiada lagi yang belum"
    assert_same_report(saved)


def downloaded(file):
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        if file.is_file() and (text := file.read_text(encoding="utf-8")).endswith("}\n"):
            return text
        time.sleep(0.1)
    raise AssertionError("nothing was saved")
