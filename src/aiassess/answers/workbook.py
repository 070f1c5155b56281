"""A filled form, an .xlsx file, to an answers document and the cells that it came from (docs/form.md#back-again).

Whatever cannot be read for certain is a problem with its cell; nothing is guessed. What the document then says is checked as
that of a JSON file is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from aiassess.answers import sheets as s
from aiassess.answers.cells import Cell, Sheet, read_sheets
from aiassess.answers.formats import ABOUT_FIELDS, FORMAT
from aiassess.answers.kinds import READERS, day_in, offered_in, rating_in, text_in, tick_in
from aiassess.errors import MAX_PROBLEMS, Problem, invalid
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED, RISK_RATINGS, RISK_RESIDUALS
from aiassess.model.questionnaire import Question, Questionnaire

Read = Callable[[Cell], Any]
"""What a cell means, as an answers file has it; or a Problem with it."""
_FIRST = 1
"""The row after the keys."""
_CONTENT = ("answer", "status", "note", "evidence", "date", "confirmed")


@dataclass
class Filled:
    """What a form holds: an answers document, where each part of it came from, and what could not be read."""

    data: dict[str, Any]
    cells: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_workbook(raw: bytes, shown: str, find: Callable[[Filled], Questionnaire]) -> Filled:
    """Return what a filled form holds; ``find`` gives its questionnaire, of what says which it is.

    Raises InvalidInput if it is no form, is damaged or of a later version, and what ``find`` raises.
    """
    form = _Form(read_sheets(raw, shown), shown)
    questionnaire = find(form.filled)
    if questionnaire.id == form.facts["questionnaire.id"].shown:  # else checking the document says so
        _Reader(form, questionnaire).read()
    return form.filled


class _Form:
    """A form before its questionnaire is known."""

    def __init__(self, sheets: list[Sheet], shown: str) -> None:
        self.shown = shown
        self.sheets: dict[s.Sheet, list[Sheet]] = {}
        kinds: tuple[s.Sheet, ...] = ("form", "about", "questions", "risks", "evidence")
        for sheet in sheets:
            for kind in kinds:
                if sheet.cell(0, 0).value == s.mark_of(kind):
                    self.sheets.setdefault(kind, []).append(sheet)
        if len(self.sheets.get("form", ())) != 1:
            raise invalid("workbook_not_form", file=shown)
        self.machine = self.sheets["form"][0]
        rows = range(_FIRST, len(self.machine.rows))
        self.facts = {str(self.machine.cell(row, 0).value): self.machine.cell(row, 1) for row in reversed(rows)}
        self._check_format()
        named = {name: self.facts.get(f"questionnaire.{name}", Cell("", 0, 0)) for name in ("id", "version")}
        self.filled = Filled(
            {
                "format": FORMAT,
                "questionnaire": {name: cell.value for name, cell in named.items()},
                "about": {},
                "answers": {},
            }
        )
        self.filled.cells.update({name: cell.place for name, cell in self.facts.items()})
        about = {name: cell for name in ABOUT_FIELDS if (cell := self.facts.get(f"about.{name}")) and not cell.blank}
        self.filled.data["about"] = {name: cell.value for name, cell in about.items()}

    def _check_format(self) -> None:
        found = str(self.facts["format"].value) if "format" in self.facts else ""
        number = s.FORMAT_NUMBER.match(found)
        if number and int(number[1]) > 1:
            raise invalid("newer_format", file=self.shown, found=found, known=s.FORMAT)
        if found != s.FORMAT or "questionnaire.id" not in self.facts:
            raise invalid("workbook_not_form", file=self.shown)
        expected = str(self.facts["sheets"].value) if "sheets" in self.facts else ""
        here = str(sum(len(sheets) for kind, sheets in self.sheets.items() if kind != "form"))
        if here != expected:  # answers on a sheet that is not known again would be lost unseen
            raise invalid("workbook_sheets", file=self.shown, found=here, expected=expected)

    @cached_property
    def lists(self) -> Mapping[str, Mapping[str, set[str]]]:
        """What the drop-downs offered, by list: words to keys."""
        found: dict[str, dict[str, set[str]]] = {}
        for row in range(_FIRST, len(self.machine.rows)):
            mark, name, key, words = (str(self.machine.cell(row, column).value) for column in range(4))
            if mark == "list":
                found.setdefault(name, {}).setdefault(s.same_words(words), set()).add(key)
        return found


class _Reader:
    def __init__(self, form: _Form, questionnaire: Questionnaire) -> None:
        self.form, self.questionnaire = form, questionnaire
        self.filled = form.filled
        self.answers: dict[str, Any] = form.filled.data["answers"]
        self.rows: dict[str, dict[str, Cell]] = {}
        self.ticks: dict[str, dict[str, Cell]] = {}
        first = form.facts.get("about.language", Cell("", 0, 0)).value
        self.languages = sorted(questionnaire.languages, key=lambda lang: lang != first)
        self.status = self.offered(s.STATUSES, lambda langs: s.status_words(questionnaire.actors, langs))
        self.confirmed = self.offered("@confirmed", s.yes_no_words)

    def offered(self, name: str, words_in: Callable[[tuple[str, ...]], Mapping[str, str]]) -> Read:
        """Return what reads the cells with one of the lists: its words in each language, and in all of them side by side."""
        every = [*((lang,) for lang in self.languages), self.questionnaire.languages]
        words = {words: key for langs in every for key, words in words_in(langs).items()}
        return lambda cell: offered_in(cell, words, self.form.lists.get(name, {}))

    def problem(self, found: Problem, cell: Cell, question: str | None = None) -> None:
        if len(self.filled.problems) < MAX_PROBLEMS:
            self.filled.problems.append(replace(found, file=self.form.shown, path=cell.place, question=question))

    def read(self) -> None:
        sheets = self.form.sheets
        for sheet in sheets.get("about", ()):
            self.about(sheet)
        for sheet in sheets.get("questions", ()):
            self.section(sheet)
        for name, cells in self.ticks.items():
            self.choose(name, cells)
        for sheet in sheets.get("risks", ()):
            self.risks(sheet)
        for sheet in sheets.get("evidence", ()):
            self.evidence(sheet)

    def rows_of(self, sheet: Sheet, content: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Cell]]]:
        """Yield what each row is for and its cells by key; a row with content that is for nothing is a problem."""
        keys = {str(value): column for column, value in enumerate(sheet.rows[0]) if column}
        for row in range(_FIRST, len(sheet.rows)):
            name = str(sheet.cell(row, 0).value)
            cells = {key: sheet.cell(row, column) for key, column in keys.items() if key}
            if name.startswith("@"):
                continue
            if name:
                yield name, {key: cells.get(key, Cell(sheet.name, row, 0)) for key in content}
            elif lost := next((cells[key] for key in content if key in cells and not cells[key].blank), None):
                self.problem(Problem("sheet_row_unknown", {"found": lost.shown}), lost)

    def take(self, cell: Cell, read: Read, path: str = "", question: str | None = None) -> Any:
        """Return what a cell says, and note the cell; None for a blank, or a problem, which is noted."""
        if cell.blank:
            return None
        if path:
            self.filled.cells[path] = cell.place
        found = read(cell)
        if isinstance(found, Problem):
            self.problem(found, cell, question)
            return None
        return found

    def about(self, sheet: Sheet) -> None:
        for name, cells in self.rows_of(sheet, ("answer",)):
            text = self.take(cells["answer"], text_in, f"about.{name}")
            if text is not None:
                self.filled.data["about"][name] = text

    # Questions

    def section(self, sheet: Sheet) -> None:
        for row, cells in self.rows_of(sheet, _CONTENT):
            name, option = s.part_of(row)
            if option:
                self.tick(name, option, cells["answer"])
            elif name in self.rows:
                values = {"other": self.rows[name]["answer"].place}
                self.problem(Problem("sheet_row_twice", values), cells["answer"], name)
            else:
                self.rows[name] = cells
                self.question(name, cells)

    def question(self, name: str, cells: dict[str, Cell]) -> None:
        path, question = f"answers.{name}", self.questionnaire.by_id.get(name)
        self.filled.cells[path] = cells["answer"].place
        if question is None:
            if any(not cell.blank for cell in cells.values()):
                self.answers[name] = {"value": cells["answer"].shown}  # checking the document says that it is unknown
            return
        status = self.take(cells["status"], self.status, f"{path}.status", name)
        value = self.take(cells["answer"], self.reader(question), f"{path}.value", name)
        if question.kind.picks_one and value in (s.UNSURE, s.NOT_APPLICABLE):
            if status and status.partition(":")[0] != value:
                self.problem(Problem("status_and_value"), cells["status"], name)
            status, value = status or value, None
        note = self.take(cells["note"], text_in, f"{path}.note", name)
        if note is None and status == s.NOT_APPLICABLE and question.not_applicable:
            self.problem(Problem("not_applicable_note"), cells["note"], name)
        if question.kind.written_as is not list and value is not None and status:
            self.problem(Problem("status_and_value"), cells["status"], name)
            status = None
        proof = self.proof(cells["evidence"], cells["date"], f"{path}.evidence[0]", name)
        confirmed = self.take(cells["confirmed"], self.confirmed, f"{path}.confirmed", name)
        kind, _, actor = (status or "").partition(":")
        entry = {
            "value": value,
            "status": kind.removeprefix("@") or None,
            "for": actor or None,
            "note": note,
            "evidence": [proof] if proof else None,
            "confirmed": False if confirmed == "no" else None,
        }
        if given := {key: item for key, item in entry.items() if item is not None}:
            self.answers[name] = given

    def reader(self, question: Question) -> Read:
        if question.kind.picks_one:
            return self.offered(question.id, lambda langs: s.option_words(question, langs))
        return partial(READERS.of(question), question)

    def tick(self, name: str, option: str, cell: Cell) -> None:
        cells = self.ticks.setdefault(name, {})
        if option in cells:
            self.problem(Problem("sheet_row_twice", {"other": cells[option].place}), cell, name)
        else:
            cells[option] = cell

    def choose(self, name: str, cells: dict[str, Cell]) -> None:
        """Read the rows of a question with several options."""
        given = {option: cell for option, cell in cells.items() if not cell.blank}
        for option, cell in given.items():
            if self.take(cell, tick_in, f"answers.{name}.{option}", name) is None:
                return
        if given:
            places = [cell.place for cell in given.values()]
            self.filled.cells[f"answers.{name}.value"] = places[0]
            self.filled.cells |= {f"answers.{name}.value[{n}]": place for n, place in enumerate(places)}
            self.give(name, list(given))

    def give(self, name: str, value: list[Any]) -> None:
        """Take a value that was in rows of its own."""
        entry = self.answers.setdefault(name, {})
        if "status" in entry:
            self.problem(Problem("status_and_value"), self.rows[name]["status"], name)
        else:
            entry["value"] = value

    def proof(self, reference: Cell, day: Cell, path: str, name: str) -> dict[str, Any] | None:
        """Return a piece of evidence; None if there is none, or it could not be read."""
        self.filled.cells[path] = reference.place
        if reference.blank and not day.blank:
            self.problem(Problem("sheet_no_reference", {"found": day.shown}), reference, name)
        if reference.blank:
            return None
        text = self.take(reference, text_in, f"{path}.reference", name)
        date = self.take(day, day_in, f"{path}.date", name)
        return None if text is None else {"reference": text} | ({"date": date} if date is not None else {})

    # Registers

    def risks(self, sheet: Sheet) -> None:
        found: dict[str, list[dict[str, Cell]]] = {}
        for row, cells in self.rows_of(sheet, RISK_FIELDS):
            if not all(cell.blank for cell in cells.values()):
                found.setdefault(s.part_of(row)[0], []).append(cells)
        for name, risks in found.items():
            paths = [f"answers.{name}.value[{place}]" for place in range(len(risks))]
            self.give(name, [self.risk(name, cells, path) for cells, path in zip(risks, paths, strict=True)])

    def risk(self, name: str, cells: dict[str, Cell], path: str) -> dict[str, Any]:
        self.filled.cells[path] = cells["title"].place
        half = any(not cells[key].blank for key in RISK_RESIDUALS)
        risk: dict[str, Any] = {}
        for key, cell in cells.items():
            if cell.blank and (key in RISK_NEEDED or (half and key in RISK_RESIDUALS)):
                self.problem(Problem("sheet_risk_lacks"), cell, name)
            read = rating_in if key in RISK_RATINGS else day_in if key == "due" else text_in
            value = self.take(cell, read, f"{path}.{key}", name)
            if value is not None:
                risk[key] = value
        return risk

    def evidence(self, sheet: Sheet) -> None:
        """Read the sheet for more evidence."""
        offered = {number: name for name, number in s.numbers_of(self.questionnaire.questions).items()}

        def question_in(cell: Cell) -> str | Problem:
            if isinstance(cell.value, float) and cell.value != int(cell.value):
                return Problem("sheet_text", {"found": str(cell.value)})
            return offered_in(cell, offered, self.form.lists.get("@numbers", {}))

        for _, cells in self.rows_of(sheet, ("question", "evidence", "date")):
            number = cells["question"]
            if number.blank and any(not cell.blank for cell in cells.values()):
                self.problem(Problem("sheet_no_number", {"found": cells["evidence"].shown}), number)
            name = self.take(number, question_in)
            if name is not None:
                before = self.answers.get(name, {}).get("evidence", [])
                path = f"answers.{name}.evidence[{len(before)}]"
                proof = self.proof(cells["evidence"], cells["date"], path, name)
                if proof:
                    self.answers.setdefault(name, {})["evidence"] = [*before, proof]
