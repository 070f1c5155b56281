"""Reports, and documents made from them, in formats for people and programs.

Each kind of document has an outline, and each format a writer. A new format is a writer and a line in ``_WRITERS``.
"""

from collections.abc import Callable
from importlib import import_module

_WRITERS = {
    "json": ("aiassess.canonical", "to_json"),
    "md": ("aiassess.render.markdown", "write_markdown"),
    "text": ("aiassess.render.text", "write_text"),
    "docx": ("aiassess.render.word", "write_docx"),
    "html": ("aiassess.render.html.document", "write_html"),
}
_OUTLINES = {
    "report": ("aiassess.render.report.outline", "report_outline"),
    "decision": ("aiassess.render.decision", "decision_outline"),
    "public": ("aiassess.render.public", "public_outline"),
    "result": ("aiassess.render.report.outline", "result_outline"),
    "questionnaire": ("aiassess.render.questionnaire", "questionnaire_outline"),
    "diff": ("aiassess.render.diff.outline", "diff_outline"),
    "portfolio": ("aiassess.render.portfolio.outline", "portfolio_outline"),
    "explanation": ("aiassess.render.explanation", "explanation_outline"),
    "edition": ("aiassess.edition.outline", "edition_outline"),
    "conflicts": ("aiassess.render.conflicts", "conflicts_outline"),
    "form": ("aiassess.form.outline", "form_outline"),
}
_OWN = {
    ("report", "html"): ("aiassess.render.html.report", "render_html"),
    ("questionnaire", "mermaid"): ("aiassess.render.flow", "write_flow"),
    ("portfolio", "html"): ("aiassess.render.portfolio.html", "render_portfolio_html"),
    ("form", "xlsx"): ("aiassess.form.sheet", "write_sheet"),
    ("form", "html"): ("aiassess.form.web.page", "write_page"),
}
_ENDINGS = {
    ".json": "json",
    ".md": "md",
    ".markdown": "md",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
}

DIFF_FORMATS = EXPLANATION_FORMATS = ("json", "md", "text")
TEXT_FORMATS = ("json", "md", "text", "html")
BINARY_FORMATS = ("docx", "xlsx")
"""Files that no terminal can show."""
QUESTIONNAIRE_FORMATS = ("md", "html", "docx", "mermaid", "json")
DECISION_FORMATS = ("md", "html", "docx")
DECISION = "decision"
"""What ``render --format`` calls the paper for whoever decides; the ending of the file says its format."""
PUBLIC_FORMATS = ("html", "json")
PUBLIC = "public"
"""What ``render --format`` calls the record for everybody; the same."""
FORMATS = (*TEXT_FORMATS, "docx")
FORM_FORMATS = ("xlsx", "html", "docx")
PORTFOLIO_FORMATS = ("json", "md", "html")


def renderer(name: str, of: str = "report") -> Callable[..., str | bytes]:
    """Return the renderer that writes a kind of document ("report", "diff", "explanation", "form", …) in a format.

    "result" is a report without its answers. Except for JSON, renderers of a report also take ``extras.Extras``.
    """
    module, function = _OWN.get((of, name)) or _WRITERS[name]
    write: Callable[..., str | bytes] = getattr(import_module(module), function)
    if name == "json" or (of, name) in _OWN:
        return write
    module, function = _OUTLINES[of]
    outline: Callable[..., object] = getattr(import_module(module), function)
    return lambda *data: write(outline(*data))


def format_of_ending(ending: str) -> str | None:
    """Return the format for a file name ending such as ".md", or None."""
    return _ENDINGS.get(ending.lower())
