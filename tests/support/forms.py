"""Small forms of other tools, and what an import makes of them."""

import json
import re

from aiassess import load_questionnaire
from aiassess.imports.convert import import_form
from aiassess.questionnaire.catalog import lint_questionnaire
from support.workbooks import workbook

OWN = "condition_two_options|text_|name_twice|share_large|points_all_equal"
COLUMNS = ("type", "name", "label", "relevant", "required", "constraint")


def xlsform(*rows, choices=(("yn", "yes", "Yes"), ("yn", "no", "No")), columns=COLUMNS, **settings):
    """Return an XLSForm: rows of the sheet "survey", of "choices" (list, name, label), and settings."""
    return workbook(
        survey=[columns, *rows],
        choices=[("list_name", "name", "label"), *choices],
        settings=[tuple(settings), tuple(settings.values())],
    )


def surveyjs(*elements, **parts):
    """Return a survey of one page."""
    return json.dumps({"pages": [{"name": "main", "elements": elements}], **parts}).encode()


def made(raw, **options):
    """Return the questionnaire that a form makes, and the codes of what was left out."""
    imported = import_form(raw, "form.json", **options)
    return load_questionnaire(imported.text.encode()), [note.code for note in imported.notes]


def linted(text, folder):
    """Return what lint finds in a text: errors, and warnings about more than the form's own words and weights."""
    file = folder / "imported.yaml"
    file.write_text(text, encoding="utf-8")
    found = [problem for problem in lint_questionnaire(str(file)) if problem.severity != "note"]
    return [p.report_line("en") for p in found if p.severity == "error" or not re.match(OWN, p.code)]
