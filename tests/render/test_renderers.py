"""The registry of formats, and the report on a terminal."""

import copy
import json

import pytest
from rich.cells import cell_len

from aiassess.render import BINARY_FORMATS, FORMATS, format_of_ending, renderer
from aiassess.render.report.ending import SHORTEST, SIZES, ending_outline
from aiassess.render.report.outline import result_outline
from aiassess.render.text import write_text
from support.tiny import EVERY_TYPE, control, inherent, report_of, tiny


def test_every_format_renders():
    report = report_of(EVERY_TYPE)
    assert set(FORMATS) >= {"json", "md", "text", "html"}
    for name in FORMATS:
        written = renderer(name)(report)
        assert written.startswith(b"PK") if name in BINARY_FORMATS else written.endswith("\n")


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        (".json", "json"),
        (".md", "md"),
        (".MD", "md"),
        (".markdown", "md"),
        (".txt", "text"),
        (".html", "html"),
        (".htm", "html"),
        ("", None),
        (".docx", "docx"),
        (".doc", None),
    ],
)
def test_the_format_of_an_ending(ending, name):
    assert format_of_ending(ending) == name


def test_a_report_is_rendered_from_itself_alone():
    """The same words come of a report that was saved and read again, and rendering changes nothing in it."""
    report = report_of(EVERY_TYPE, {"pick": "red"})
    before = copy.deepcopy(report)
    for name in FORMATS:
        assert renderer(name)(report) == renderer(name)(json.loads(renderer("json")(report)))
    assert report == before


# On a terminal

LONG = tiny(
    inherent("risk", findings=[{"on": ["all"], "severity": "critical"}] * 7),
    control(principles=["a_principle_with_a_rather_long_name"]),
    {
        "id": "said",
        "text": "Is this a question that is long enough to need more than one line on any terminal there is?",
    },
)


def printed(width, **how):
    return write_text(result_outline(report_of(LONG, {"risk": "all"})), width=width, **how)


@pytest.mark.parametrize("width", [40, 59, 60, 80, 200])
def test_it_fits_the_terminal(width):
    assert all(cell_len(line.rstrip()) <= width for line in printed(width).split("\n"))


def test_bars_are_left_out_where_there_is_no_room():
    assert "█" in printed(60)
    assert "█" not in printed(59)


def test_bars_in_ascii():
    text = printed(80, ascii_only=True)
    assert "####" in text
    assert "█" not in text


def test_the_end_of_an_interview_gives_up_actions_first_and_then_reasons():
    report = report_of(LONG, {"risk": "all"})
    texts = [write_text(ending_outline(report, size)) for size in (*SIZES, *SHORTEST[-1:])]
    assert [text.count("Do ") for text in texts[:4]] == [3, 2, 1, 0]
    assert "First actions (7 critical, 0 major, 0 minor)" in texts[0]
    lines = [text.count("\n") for text in texts]
    assert lines == sorted(lines, reverse=True)
    assert all("risk 100%" in text for text in texts[:-1])
    assert [line.partition(":")[0] for line in texts[-1].splitlines()] == ["System", "Level", "Verdict", "Status"]


def test_user_text_is_no_markup_of_rich():
    text = renderer("text")(
        report_of(tiny({"id": "name"}, subject={"system": "name"}), {"name": "[bold red]x[/] \\[y]"})
    )
    assert "System: [bold red]x[/] \\[y]" in text
    assert all(line not in text for line in ("\x1b", "\r"))


APPROVED = {
    "en": ("Approved by", "To be approved by", "Approver"),
    "ms": ("Diluluskan oleh", "Pihak pelulus", "Pihak pelulus"),
}


@pytest.mark.parametrize("language", APPROVED)
def test_no_report_says_that_somebody_has_approved(language):
    """ "Approved by" stands beside a place to sign alone; what is stopped is not "to be approved by nobody"."""
    levels = [{"id": "low", "approval": "The head"}, {"id": "banned", "stop": True, "approval": "Nobody may"}]
    rule = {"when": {"question": "risk", "is": "all"}, "level": "banned"}
    questionnaire = tiny(inherent(), levels=levels, rules=[rule], languages=["en", "ms"])
    signed, asked, stopped = APPROVED[language]
    for option in ("none", "all"):
        report = report_of(questionnaire, {"risk": option}, language)
        for name in ("text", "md", "html"):
            text = renderer(name)(report)
            assert text.count(signed) == (name == "html" and option == "none")
            assert (asked if option == "none" else stopped) in text
            assert stopped == asked or (stopped if option == "none" else asked) not in text


@pytest.mark.parametrize("kind", ["report", "decision"])
@pytest.mark.parametrize("format_", ["md", "html"])
def test_the_submitters_own_number_is_on_paper(kind, format_):
    assert "JPN.100-1/2" in renderer(format_, kind)(report_of(tiny({"id": "name"}), reference="JPN.100-1/2"))
