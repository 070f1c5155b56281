"""A file of another tool to the text of a questionnaire."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePath

from aiassess.answers.strict_json import parse_json
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.files import MAX_ANSWERS_BYTES, OLD_OFFICE, ZIP, decode_text
from aiassess.imports.made import Maker
from aiassess.imports.reading import Reading, id_of
from aiassess.imports.survey import Survey
from aiassess.imports.xlsform import XlsForm
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.yaml_writer import yaml_text
from aiassess.safe import safe_line
from aiassess.text import say


@dataclass(frozen=True, slots=True)
class Imported:
    """A questionnaire as YAML, its id, what was left out or changed, and what the import decided for itself."""

    id: str
    text: str
    notes: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def import_form(raw: bytes, shown: str, *, id_: str | None = None, language: str = "en", lang: str = "en") -> Imported:
    """Return the questionnaire that an XLSForm or a SurveyJS survey makes, checked as any other is.

    ``language`` is that of texts that do not say theirs, ``lang`` that of the comments. Raises InvalidInput for anything else,
    and for a form that asks nothing or is too large.
    """
    file = safe_line(PurePath(shown).name)
    reading = Reading(shown, language)
    if raw.startswith((ZIP, OLD_OFFICE)):
        form = XlsForm(raw, reading)
        data, name = form.survey, form.id
    else:
        data, name = parse_json(decode_text(raw, shown, MAX_ANSWERS_BYTES), shown), PurePath(shown).stem
        if not isinstance(data, dict) or not data.keys() & {"pages", "elements", "questions"} or "format" in data:
            raise invalid("import_no_form", file=shown)
    id_ = id_ or id_of(name, set())
    made = Maker(Survey(data, reading)).document(id_, file, f"sha256:{hashlib.sha256(raw).hexdigest()}")
    notes, remarks = tuple(reading.notes.values()), tuple(reading.remarks)
    told = [replace(note, file=None).line_text(lang) for note in (*remarks, *notes)]
    names = [f"{name} -> {given}" for name, given in reading.names.items()]
    text = _comment([say(lang, "imports.head", file=file), *told]) + yaml_text(made)
    text += _comment([say(lang, "imports.names"), *names] if names else [])
    try:
        load_questionnaire(text.encode())
    except InvalidInput as error:
        too_large = error.problems[0].code in ("yaml_size", "too_large")
        raise (invalid("import_too_large", file=shown) if too_large else error) from None
    return Imported(id_, text, notes, remarks)


def _comment(lines: list[str]) -> str:
    kept = ("".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in safe_line(line)) for line in lines)
    return "".join(f"# {line}\n" for line in kept)
