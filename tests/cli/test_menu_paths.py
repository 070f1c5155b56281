"""The menu: which report a typed path means."""

from pathlib import Path

import pytest

from aiassess.cli.menu import report_at
from aiassess.errors import InvalidInput
from aiassess.report.documents import load_report


def test_a_path_means_a_report_whatever_of_it_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "done").mkdir()
    (tmp_path / "done" / "report.json").write_text("{}")
    (tmp_path / "done" / "report.html").write_text("")
    for typed in ("done", "done/report.json", "done/report.html", "'done'", "done/REPORT.HTML"):
        assert (tmp_path / report_at(typed)).samefile(tmp_path / "done" / "report.json"), typed
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert Path(report_at("~/done")) == tmp_path / "done" / "report.json"


@pytest.mark.parametrize("typed", ["-", "x\0y", "x" * 5000, "~nobody-by-this-name/x", "far/report.html", "\ud800", "/"])
def test_what_is_no_path_of_a_report_is_a_problem_and_no_crash(typed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidInput):
        load_report(report_at(typed))
