"""A report, or what is found in reports, in a form for people or programs; one module a format.

A renderer is a function from plain data to text with a final newline. A new format is a module and a line in ``_RENDERERS``.
"""

from collections.abc import Callable
from importlib import import_module

_JSON = ("aiassess.answers.dump", "to_json")
_RENDERERS = {
    "report": {
        "json": _JSON,
        "md": ("aiassess.render.markdown", "render_markdown"),
        "text": ("aiassess.render.text", "render_text"),
        "html": ("aiassess.render.html", "render_html"),
    },
    "result": {"text": ("aiassess.render.text", "result_text")},
    "diff": {
        "json": _JSON,
        "md": ("aiassess.render.diff.markdown", "render_diff_markdown"),
        "text": ("aiassess.render.diff.text", "render_diff_text"),
    },
    "explanation": {
        "json": _JSON,
        "md": ("aiassess.render.explanation.markdown", "render_explanation_markdown"),
        "text": ("aiassess.render.explanation.text", "render_explanation_text"),
    },
    "portfolio": {
        "json": _JSON,
        "md": ("aiassess.render.portfolio.markdown", "render_portfolio_markdown"),
        "html": ("aiassess.render.portfolio.html", "render_portfolio_html"),
    },
}
_ENDINGS = {".json": "json", ".md": "md", ".markdown": "md", ".txt": "text", ".html": "html", ".htm": "html"}

FORMATS = tuple(_RENDERERS["report"])
DIFF_FORMATS = tuple(_RENDERERS["diff"])
EXPLANATION_FORMATS = tuple(_RENDERERS["explanation"])
PORTFOLIO_FORMATS = tuple(_RENDERERS["portfolio"])


def renderer(name: str, of: str = "report") -> Callable[..., str]:
    """Return the renderer of a format for what is rendered: "report", "diff", "explanation", "portfolio".

    "result" is a report without its answers. Those of a report, but for JSON, also take ``extras.Extras``.
    """
    module, function = _RENDERERS[of][name]
    found: Callable[..., str] = getattr(import_module(module), function)
    return found


def format_of_ending(ending: str) -> str | None:
    """Return the format that a file's ending (".md") asks for, or None."""
    return _ENDINGS.get(ending.lower())
