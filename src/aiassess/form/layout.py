"""Where everything is in a workbook, before anything is written: formulas and drop-downs point to it."""

import re
from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from aiassess.answers import sheets as s
from aiassess.form.content import Form
from aiassess.form.formulas import Spot
from aiassess.model.questionnaire import Question
from aiassess.render.sentences import Sentences
from aiassess.safe import safe_line

_FIRST = 3
"""The first row for questions: after the keys, the title and the heads."""
_FIRST_RISK = 6
_FIRST_LIST = 20
"""The first row of the lists on the sheet for programs."""
_SPARE = 20
_NAME_LENGTH = 31
"""Units of UTF-16."""
_NEVER_IN_NAMES = re.compile(r"[\[\]:*?/\\']|[^ -\U0010ffff]")


class Layout:
    """Sheets, rows and columns, all counted from 0."""

    def __init__(self, form: Form) -> None:
        self.form = form
        lang = form.langs[0]
        words = Sentences("form", lang)
        self.about = sheet_name(words("instructions"))
        self.sections = [sheet_name(f"{n} {section.title[lang]}") for n, (section, _) in enumerate(form.sections, 1)]
        risks = [question.id for question in form.questions if question.kind.entry_fields]
        self.register = {name: sheet_name(f"{words('risks')} {n or ''}") for n, name in enumerate(risks)}
        self.evidence = sheet_name(words("more_evidence"))
        unconfirmed = any(not form.answers.get(question.id).confirmed for question in form.questions)
        self.columns = [
            *(("id", 2), ("applies", 2), ("number", 5), ("question", 36), ("help", 46), ("actors", 14)),
            *(("answer", 26), ("status", 16), ("note", 22), ("evidence", 22), ("date", 11)),
            *([("confirmed", 11)] if unconfirmed else []),
        ]
        self.keys = [key for key, _ in self.columns]
        self.column = {key: place for place, key in enumerate(self.keys)}
        self.rows: dict[str, int] = {}
        self._lines: dict[str, dict[str, int]] = {}
        self._sheet_of: dict[str, str] = {}
        for name, (_, questions) in zip(self.sections, form.sections, strict=True):
            row = _FIRST
            for question in questions:
                self.rows[question.id], self._sheet_of[question.id] = row, name
                options = question.options if self.has_lines(question) else ()
                self._lines[question.id] = {option.id: row + n for n, option in enumerate(options, 1)}
                row += 1 + len(options)
        self.lists = dict(self._make_lists())
        self.list_rows: dict[str, dict[str, int]] = {}
        row = _FIRST_LIST
        for name, entries in self.lists.items():
            self.list_rows[name] = {key: row + n for n, key in enumerate(entries)}
            row += len(entries)
        self.spots = {question.id: self._spot(question) for question in form.questions}

    def has_lines(self, question: Question) -> bool:
        """Return whether each option has a row of its own."""
        return bool(question.options) and not question.kind.picks_one

    def lines_of(self, question: Question) -> Mapping[str, int]:
        return self._lines[question.id]

    def spare_rows(self, used: int) -> int:
        """Return how many rows a table has that is filled in freely."""
        return max(_SPARE, used + _SPARE // 4)

    def risk_rows(self, question: Question) -> Sequence[int]:
        used = len(self.form.answers.get(question.id).risks)
        return range(_FIRST_RISK, _FIRST_RISK + self.spare_rows(used))

    def source(self, name: str, *, without_last: bool = False) -> str:
        """Return the cells of a list, for a drop-down."""
        rows = [*self.list_rows[name].values()]
        return f"={self.cell(s.SHEET_NAME, rows[0], 3)}:{xl_rowcol_to_cell(rows[-1 - without_last], 3, True, True)}"

    def cell(self, sheet: str, row: int, column: int) -> str:
        return f"'{sheet}'!{xl_rowcol_to_cell(row, column, True, True)}"

    def _make_lists(self) -> Sequence[tuple[str, Mapping[str, str]]]:
        form = self.form
        lists = [
            (question.id, s.option_words(question, form.langs))
            for question in form.questions
            if question.kind.picks_one
        ]
        more = {
            s.STATUSES: s.status_words(form.questionnaire.actors, form.langs),
            "@confirmed": s.yes_no_words(form.langs),
            "@numbers": {question.id: form.numbers[question.id] for question in form.questions},
        }
        return [*lists, *more.items()]

    def _spot(self, question: Question) -> Spot:
        sheet, row = self._sheet_of[question.id], self.rows[question.id]

        def here(key: str) -> str:
            return self.cell(sheet, row, self.column[key])

        offered = {key: self.cell(s.SHEET_NAME, place, 3) for key, place in self.list_rows.get(question.id, {}).items()}
        statuses = self.list_rows[s.STATUSES]
        ticks = {key: self.cell(sheet, place, self.column["answer"]) for key, place in self.lines_of(question).items()}
        if question.kind.entry_fields:
            ticks = {str(place): self.cell(self.register[question.id], place, 1) for place in self.risk_rows(question)}
        aside = [self.cell(s.SHEET_NAME, statuses[s.NOT_APPLICABLE], 3)]
        none = [offered[key] for key in (s.UNSURE, s.NOT_APPLICABLE) if key in offered]
        aside += [offered[s.NOT_APPLICABLE]] if s.NOT_APPLICABLE in offered else []
        return Spot(here("answer"), here("status"), here("applies"), ticks, offered, tuple(aside), tuple(none))


def sheet_name(title: str) -> str:
    """Return a title as Excel takes it for a sheet's name."""
    name = " ".join(_NEVER_IN_NAMES.sub(" ", safe_line(title)).split())
    return name.encode("utf-16-le")[: 2 * _NAME_LENGTH].decode("utf-16-le", "ignore").strip() or "-"
