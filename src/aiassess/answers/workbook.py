"""A filled form, an .xlsx file, to an answers document and the cells that it came from (docs/form.md#back-again).

Whatever cannot be read for certain is a problem with its cell; nothing is guessed. What the document then says is checked as
that of a JSON file is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from aiassess.answers import sheets as s
from aiassess.answers.cells import Cell, Sheet, read_sheets
from aiassess.answers.formats import ABOUT_FIELDS, FORMAT
from aiassess.answers.kinds import READERS, day_in, offered_in, rating_in, text_in, tick_in
from aiassess.errors import MAX_PROBLEMS, Problem, invalid
from aiassess.kinds.risks import RISK_FIELDS, RISK_NEEDED, RISK_RATINGS, RISK_RESIDUALS
from aiassess.model.questionnaire import Question, Questionnaire

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
        self.rows: dict[str, Cell] = {}
        self.notes: dict[str, Cell] = {}
        self.ticks: dict[str, dict[str, Cell]] = {}
        first = form.facts.get("about.language", Cell("", 0, 0)).value
        self.languages = sorted(questionnaire.languages, key=lambda lang: lang != first)
        self.statuses = self.all_words(lambda langs: s.status_words(questionnaire.actors, langs))
        self.confirmed = self.all_words(s.yes_no_words)

    def all_words(self, words_in: Callable[[tuple[str, ...]], Mapping[str, str]]) -> dict[str, str]:
        """Return words to keys, in each language, and in all of them side by side."""
        every = [*((lang,) for lang in self.languages), self.questionnaire.languages]
        return {words: key for langs in every for key, words in words_in(langs).items()}

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
                continue
            for key in content:
                if key in cells and not cells[key].blank:
                    self.problem(Problem("sheet_row_unknown", {"found": cells[key].shown}), cells[key])
                    break

    def take(self, found: Any, cell: Cell, path: str, question: str | None = None) -> Any:
        """Return what was found in a cell, and note the cell; None for a problem, which is noted."""
        self.filled.cells[path] = cell.place
        if isinstance(found, Problem):
            self.problem(found, cell, question)
            return None
        return found

    def about(self, sheet: Sheet) -> None:
        for name, cells in self.rows_of(sheet, ("answer",)):
            cell = cells["answer"]
            text = None if cell.blank else self.take(text_in(cell), cell, f"about.{name}")
            if text is not None:
                self.filled.data["about"][name] = text

    # Questions

    def section(self, sheet: Sheet) -> None:
        for row, cells in self.rows_of(sheet, _CONTENT):
            name, option = s.part_of(row)
            if option:
                self.tick(name, option, cells["answer"])
            elif name in self.rows:
                values = {"other": self.rows[name].place}
                self.problem(Problem("sheet_row_twice", values), cells["answer"], name)
            else:
                self.rows[name] = cells["answer"]
                self.question(name, cells)

    def question(self, name: str, cells: dict[str, Cell]) -> None:
        path, question = f"answers.{name}", self.questionnaire.by_id.get(name)
        self.filled.cells[path] = cells["answer"].place
        if question is None:
            if any(not cell.blank for cell in cells.values()):
                self.answers[name] = {"value": cells["answer"].shown}  # checking the document says that it is unknown
            return
        entry: dict[str, Any] = {}
        status = self.status(question, cells["status"])
        value = None if cells["answer"].blank else self.value(question, cells["answer"])
        if question.kind.picks_one and value in (s.UNSURE, s.NOT_APPLICABLE):
            if status and status.partition(":")[0] != value:
                self.problem(Problem("status_and_value"), cells["status"], name)
            status, value = status or value, None
        if value is not None:
            entry["value"] = value
        self.note(entry, question, status, cells)
        if status:
            kind, _, actor = status.partition(":")
            entry["status"] = kind.removeprefix("@")
            entry |= {"for": actor} if actor else {}
        if question.kind.written_as is not list and "value" in entry and "status" in entry:
            self.problem(Problem("status_and_value"), cells["status"], name)
            del entry["status"]
            entry.pop("for", None)
        self.notes[name] = cells["status"]
        proof = self.proof(cells["evidence"], cells["date"], f"{path}.evidence[0]", name)
        if proof:
            entry["evidence"] = [proof]
        if not cells["confirmed"].blank:
            said = self.take(
                offered_in(cells["confirmed"], self.confirmed, self.form.lists.get("@confirmed", {})),
                cells["confirmed"],
                f"{path}.confirmed",
                name,
            )
            entry |= {"confirmed": False} if said == "no" else {}
        if entry:
            self.answers[name] = entry

    def note(self, entry: dict[str, Any], question: Question, status: str | None, cells: dict[str, Cell]) -> None:
        cell, path = cells["note"], f"answers.{question.id}.note"
        text = None if cell.blank else self.take(text_in(cell), cell, path, question.id)
        if text is not None:
            entry["note"] = text
        elif status == s.NOT_APPLICABLE and question.not_applicable:
            self.problem(Problem("not_applicable_note"), cell, question.id)

    def status(self, question: Question, cell: Cell) -> str | None:
        if cell.blank:
            return None
        found = offered_in(cell, self.statuses, self.form.lists.get(s.STATUSES, {}))
        status: str | None = self.take(found, cell, f"answers.{question.id}.status", question.id)
        return status

    def value(self, question: Question, cell: Cell) -> Any:
        if question.kind.picks_one:
            offered = self.all_words(lambda langs: s.option_words(question, langs))
            found: Any = offered_in(cell, offered, self.form.lists.get(question.id, {}))
        else:
            found = READERS.of(question)(question, cell)
        return self.take(found, cell, f"answers.{question.id}.value", question.id)

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
            if self.take(tick_in(cell), cell, f"answers.{name}.{option}", name) is None:
                return
        if given:
            first = next(iter(given.values()))
            self.filled.cells[f"answers.{name}.value"] = first.place
            self.filled.cells |= {f"answers.{name}.value[{n}]": cell.place for n, cell in enumerate(given.values())}
            self.give(name, list(given), first)

    def give(self, name: str, value: list[Any], cell: Cell) -> None:
        """Take a value that was in rows of its own."""
        entry = self.answers.setdefault(name, {})
        if "status" in entry:
            self.problem(Problem("status_and_value"), self.notes.get(name, cell), name)
        else:
            entry["value"] = value

    def proof(self, reference: Cell, day: Cell, path: str, name: str) -> dict[str, Any] | None:
        """Return a piece of evidence; None if there is none, or it could not be read."""
        self.filled.cells[path] = reference.place
        if reference.blank:
            if not day.blank:
                self.problem(Problem("sheet_no_reference", {"found": day.shown}), reference, name)
            return None
        text = self.take(text_in(reference), reference, f"{path}.reference", name)
        date = None if day.blank else self.take(day_in(day), day, f"{path}.date", name)
        return None if text is None else {"reference": text} | ({"date": date} if date is not None else {})

    # Registers

    def risks(self, sheet: Sheet) -> None:
        found: dict[str, list[dict[str, Any]]] = {}
        for row, cells in self.rows_of(sheet, RISK_FIELDS):
            name, _ = s.part_of(row)
            if all(cell.blank for cell in cells.values()):
                continue
            place = len(found.setdefault(name, []))
            found[name].append(self.risk(name, cells, f"answers.{name}.value[{place}]"))
            self.rows.setdefault(name, cells["title"])
        for name, risks in found.items():
            self.give(name, risks, self.rows[name])

    def risk(self, name: str, cells: dict[str, Cell], path: str) -> dict[str, Any]:
        self.filled.cells[path] = cells["title"].place
        risk: dict[str, Any] = {}
        for key, cell in cells.items():
            rated = key in RISK_RESIDUALS and any(not cells[other].blank for other in RISK_RESIDUALS)
            if cell.blank:
                if key in RISK_NEEDED or rated:
                    self.problem(Problem("sheet_risk_lacks"), cell, name)
                continue
            read = rating_in if key in RISK_RATINGS else day_in if key == "due" else text_in
            value = self.take(read(cell), cell, f"{path}.{key}", name)
            if value is not None:
                risk[key] = value
        return risk

    def evidence(self, sheet: Sheet) -> None:
        """Read the sheet for more evidence."""
        numbers = s.numbers_of(self.questionnaire.questions)
        offered = {number: name for name, number in numbers.items()}
        for _, cells in self.rows_of(sheet, ("question", "evidence", "date")):
            number = cells["question"]
            if all(cell.blank for cell in cells.values()):
                continue
            if number.blank:
                self.problem(Problem("sheet_no_number", {"found": cells["evidence"].shown}), number)
                continue
            if isinstance(number.value, float) and number.value != int(number.value):
                self.problem(Problem("sheet_text", {"found": str(number.value)}), number)
                continue
            found = offered_in(number, offered, self.form.lists.get("@numbers", {}))
            name = self.take(found, number, "")
            if name is not None:
                before = self.answers.get(name, {}).get("evidence", [])
                path = f"answers.{name}.evidence[{len(before)}]"
                proof = self.proof(cells["evidence"], cells["date"], path, name)
                if proof:
                    self.answers.setdefault(name, {})["evidence"] = [*before, proof]
