"""A survey as SurveyJS writes it, to the sections of a questionnaire (docs/import.md). XLSForms come here in the same shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from aiassess.imports.conditions import CannotExpress, Data, Known, condition_data, values_in
from aiassess.imports.questions import TYPES, Answer
from aiassess.imports.reading import WHERE, Reading, Texts, code_of, id_of, joined, plain

SOURCE = "form"
"""The id under which questions name the form as their source."""


@dataclass(frozen=True, slots=True)
class Group:
    """A page or panel, and those around it, the innermost first."""

    name: str
    where: str
    title: Texts
    condition: str
    around: tuple[Group, ...] = ()

    @property
    def chain(self) -> tuple[Group, ...]:
        return (self, *self.around)

    @property
    def section(self) -> Group:
        """The group that is a section of its own: the innermost with a title, or the page."""
        return next((group for group in self.chain if group.title), self.chain[-1])


class Survey:
    """``sections``: those of the questionnaire, their texts by language; ``title``: the form's."""

    def __init__(self, data: Mapping[str, Any], reading: Reading) -> None:
        self.reading = reading
        self.sections: list[Data] = []
        self.required = 0
        """How many questions count points but may be left blank in the form."""
        self._ids: set[str] = set()
        self._section_ids: set[str] = set()
        self._parts: dict[str, int] = {}
        self._known: dict[str, Known] = {}
        self._waiting: list[Texts] = []
        self._at: Group | None = None
        reading.language = code_of(str(data.get("locale") or "")) or reading.language
        self.title = reading.texts(data.get("title"), "title")
        reading.keys(data, "", None)
        if isinstance(pages := data.get("pages"), list):
            for number, page in enumerate(pages):
                self._group(page, f"pages[{number}]")
        else:
            self._group({key: data[key] for key in ("elements", "questions") if key in data}, "")
        for texts in self._waiting:
            reading.note("import_note_last", "", text=next(iter(texts.values())))

    def _group(self, data: Any, where: str, above: Group | None = None) -> None:
        if not isinstance(data, dict):
            return self.reading.note("import_shape", where)
        where, name = str(data.get(WHERE, where)), str(data.get("name", ""))
        self.reading.keys(data, where, name)
        around = above.chain if above else ()
        group = Group(
            name, where, self.reading.texts(data.get("title"), where), str(data.get("visibleIf") or ""), around
        )
        self._wait(self.reading.texts(data.get("description"), where))
        for key in ("elements", "questions"):
            elements = data.get(key, [])
            for number, element in enumerate(elements if isinstance(elements, list) else [None]):
                self._element(element, f"{where}.{key}[{number}]".lstrip("."), group)
        return None

    def _wait(self, texts: Texts) -> None:
        """Keep a text for the next section, whose intro it becomes, or question, whose help."""
        if texts:
            self._waiting.append(texts)

    def _element(self, data: Any, where: str, group: Group) -> None:
        name = data.get("name") if isinstance(data, dict) else None
        if not isinstance(data, dict) or not isinstance(name, str):
            return self.reading.note("import_shape", where)
        where, type_ = str(data.get(WHERE, where)), str(data.get("type"))
        if type_ == "panel":
            return self._group(data, where, group)
        if type_ not in TYPES:
            return self.reading.note("import_type", where, name, type=type_)
        self.reading.keys(data, where, name)
        if type_ == "html":
            if data.get("visibleIf"):
                self.reading.note("import_note_always", where, name, text=str(data["visibleIf"]))
            words = self.reading.texts(data.get("html"), where)
            return self._wait(Texts({lang: plain(text) for lang, text in words.items() if plain(text)}))
        return self._question(data, where, name, group)

    def _question(self, data: Mapping[str, Any], where: str, name: str, group: Group) -> None:
        answer = Answer(self.reading, data, where, name, group.name)
        if answer.keys.get("options") == []:
            return self.reading.note("import_no_options", where, name)
        if name in self._known:
            self.reading.note("import_name_twice", where, name)
        questions = self._section(group)["questions"]
        section = group.section
        inner = [part.condition for part in takewhile(lambda part: part is not section, group.chain)]
        show_if = self._condition([*inner[::-1], str(data.get("visibleIf") or "")], where, name)
        help_ = joined([*self._waiting, *(self.reading.texts(data.get(key), where) for key in ("description", "help"))])
        self._waiting.clear()
        title = self.reading.label(data.get("title"), name, where)
        question: Data = {"id": self.reading.id(name, self._ids), "type": answer.keys["type"], "text": title}
        question |= ({"help": help_} if help_ else {}) | show_if | answer.keys
        required = data.get("isRequired") is True
        if "score" in question:
            self.required += not required
        elif not required:
            question["required"] = False
        questions.append(question | {"source": [SOURCE]})
        self.reading.count(8)
        ids = {value: option["id"] for value, option in answer.options.items()}
        self._known.setdefault(name, Known(question["id"], question["type"], ids))
        return None

    def _section(self, group: Group) -> Data:
        """Return the section that a group belongs to: the one that was added last, or a new one."""
        found = group.section
        if found is not self._at:
            self._at = found
            show_if = self._condition([part.condition for part in found.chain[::-1]], found.where, found.name)
            title = joined((part.title for part in found.chain[::-1]), " – ") or self.reading.texts(
                found.name, found.where
            )
            title = title or self.title or Texts({self.reading.language: "?"})
            name = found.name or "page"
            self._parts[name] = part = self._parts.get(name, 0) + 1
            if part > 1:  # its group goes on after another
                title = Texts({lang: f"{words} ({part})" for lang, words in title.items()})
            section: Data = {"id": id_of(name, self._section_ids), "title": title}
            section |= {"intro": joined(self._waiting)} if self._waiting else {}
            self._waiting.clear()
            self.sections.append(section | show_if | {"questions": []})
        return self.sections[-1]

    def _condition(self, texts: Iterable[str], where: str, name: str) -> Data:
        """Return the ``show_if`` that conditions make together; one that cannot be said is noted, and left out."""
        parts: list[Data] = []
        for text in dict.fromkeys(filter(None, texts)):
            try:
                parts.append(condition_data(text, self._known))
                self.reading.count(values_in(parts[-1]))
            except CannotExpress as part:
                self.reading.note("import_condition", where, name, text=text, part=str(part))
        return {"show_if": {"all": parts} if len(parts) > 1 else parts[0]} if parts else {}
