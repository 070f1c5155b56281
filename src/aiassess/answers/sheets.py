"""What a form in a workbook looks like to a program: the marks by which its rows are known again, and the words of answers.

Written by ``form/sheet.py`` and read by ``workbook.py`` (docs/form.md#for-programs).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from unicodedata import normalize

from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question, Tag
from aiassess.safe import safe_line
from aiassess.text import say, spoken

FORMAT = "aiassess.form/1"
FORMAT_NUMBER = re.compile(r"aiassess\.form/([0-9]{1,9})\Z")

Sheet = Literal["form", "about", "questions", "risks", "evidence"]
"""What a sheet is for. Its first cell holds ``mark_of`` this, the first row the keys of its columns; both are hidden."""
SHEET_NAME = "aiassess"
"""The hidden sheet for programs: which questionnaire it is, and what the drop-downs offer."""
ROW_ID, HEAD = "id", "@head"
"""The column that says what a row is for, and what it says of rows that are for nobody to fill in."""
TICK = "x"
TICKS = (TICK, "✓", "✔", "☑", "☒")
UNSURE, NOT_APPLICABLE = "@unsure", "@not_applicable"
"""What an option's id can never be: answers that are no options; ``@unsure:ACTOR`` names who is to answer."""
STATUSES = "@status"
"""The list that is offered to those who give no answer."""


def mark_of(sheet: Sheet) -> str:
    return f"aiassess:{sheet}"


def part_of(row: str) -> tuple[str, str]:
    """Return the question of a row, and the option or the number of the risk that the row is for, if it is for one."""
    question, _, part = row.partition("#")
    return question, part


def same_words(text: str) -> str:
    """Return what two texts have in common that differ only in white space, letter case or how Unicode writes them."""
    return " ".join(normalize("NFC", text).split()).casefold()


def joined(texts: Iterable[str]) -> str:
    """Return a text in several languages on one line."""
    return " / ".join(dict.fromkeys(safe_line(text) for text in texts))


def option_words(question: Question, langs: Sequence[str]) -> dict[str, str]:
    """Return what a drop-down offers for a question, by option; what would read the same has the option's id behind it."""
    found = {option.id: joined(option.label[lang] for lang in langs) for option in question.options}
    found[UNSURE] = _said(langs, "report.answer_unsure")
    if question.not_applicable:
        found[NOT_APPLICABLE] = _said(langs, "report.answer_not_applicable")
    return _told_apart(found)


def status_words(actors: Iterable[Tag], langs: Sequence[str]) -> dict[str, str]:
    """Return what is offered to those who give no answer; the last is only for questions that may be set aside."""
    found = {UNSURE: _said(langs, "report.answer_unsure")}
    for actor in actors:
        found[f"{UNSURE}:{actor.id}"] = joined(say(spoken(lang), "form.for", actor=actor.title[lang]) for lang in langs)
    return _told_apart({**found, NOT_APPLICABLE: _said(langs, "report.answer_not_applicable")})


def status_of(answer: Answer) -> str | None:
    """Return the key of an answer's status; None if it has a value, or nothing at all."""
    if answer.status == "unsure":
        return f"{UNSURE}:{answer.waits_for}" if answer.waits_for else UNSURE
    return NOT_APPLICABLE if answer.status == "not_applicable" else None


def yes_no_words(langs: Sequence[str]) -> dict[str, str]:
    return {name: _said(langs, f"form.{name}") for name in ("yes", "no")}


def numbers_of(questions: Sequence[Question]) -> dict[str, str]:
    """Return by what number people know each question: that which texts and reports use, else its id."""
    refs = Counter(question.ref for question in questions)
    return {
        question.id: question.ref if question.ref and refs[question.ref] == 1 else question.id for question in questions
    }


def _said(langs: Sequence[str], key: str) -> str:
    return joined(say(spoken(lang), key) for lang in langs)


def _told_apart(words: Mapping[str, str]) -> dict[str, str]:
    counts = Counter(map(same_words, words.values()))
    return {key: text if counts[same_words(text)] == 1 else f"{text} [{key}]" for key, text in words.items()}
