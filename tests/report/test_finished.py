"""A finished assessment is not overwritten."""

import pytest

from aiassess import InvalidInput
from aiassess.canonical import to_json
from aiassess.report.finished import keep_finished
from support.tiny import control, inherent, report_of, tiny

QUESTIONNAIRE = tiny(inherent(), control(), languages=["en", "ms"])
FINISHED = {"completed_at": "2026-03-01T09:00:00+08:00"}


def report(lang="en", about=FINISHED, **given):
    return to_json(report_of(QUESTIONNAIRE, given, lang, **about))


def kept(file, old, new):
    file.write_text(old, encoding="utf-8")
    try:
        keep_finished(file, new)
    except InvalidInput as error:
        (problem,) = error.problems
        assert (problem.code, problem.file) == ("finished_report", str(file))
        return True
    return False


@pytest.fixture
def file(tmp_path):
    return tmp_path / "report.json"


def test_other_answers_do_not_take_the_place_of_a_finished_assessment(file):
    old = report(risk="all")
    for new in (
        report(risk="none"),
        report(risk="all", about={}),
        "# Markdown",
        "{}",
        "",
        '{"format": "aiassess.report/1"}',
    ):
        assert kept(file, old, new)


def test_the_same_assessment_may_be_written_again(file):
    old = report(risk="all")
    assert not kept(file, old, old)
    assert not kept(file, old, report("ms", risk="all"))
    assert not kept(file, old.replace('"version": "0.', '"version": "9.'), old)


def test_what_was_edited_by_hand_is_kept_too(file):
    assert kept(file, report(risk="all").replace('"low"', '"x"'), report(risk="none"))
    assert kept(file, '{"format": "aiassess.report/1", "about": {"completed_at": 5}}', report(risk="none"))


@pytest.mark.parametrize(
    "old",
    [
        report(about={}, risk="all"),
        "# Markdown",
        '{"format": "aiassess.answers/1", "about": {"completed_at": "2026-03-01T09:00:00+08:00"}}',
        '{"format": "aiassess.report/1", "about": []}',
        '"aiassess.report/1"',
        '["aiassess.report/1"]',
        '{"format": "aiassess.report/1", ',
        "[" * 100_000 + '"aiassess.report/',
    ],
    ids=lambda text: text[:20],
)
def test_anything_else_may_be_replaced(file, old):
    assert not kept(file, old, report(risk="none"))


def test_there_may_be_no_file(file):
    keep_finished(file, "x")
