"""A report, or what is found in reports, in a form for people or programs.

What a family says is an outline, which one writer a format writes. A new format is a writer and a line in ``_WRITERS``.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

_JSON = ("aiassess.answers.dump", "to_json")
_WRITERS = {"md": ("aiassess.render.markdown", "write_markdown"), "text": ("aiassess.render.text", "write_text")}
_OUTLINES = {"explanation": ("aiassess.render.explanation.outline", "explanation_outline")}
_RENDERERS = {
    "report": {
        "json": _JSON,
        "md": ("aiassess.render.report.markdown", "render_markdown"),
        "text": ("aiassess.render.report.text", "render_text"),
        "html": ("aiassess.render.html", "render_html"),
    },
    "result": {"text": ("aiassess.render.report.text", "result_text")},
    "diff": {
        "json": _JSON,
        "md": ("aiassess.render.diff.markdown", "render_diff_markdown"),
        "text": ("aiassess.render.diff.text", "render_diff_text"),
    },
    "explanation": {"json": _JSON},
    "portfolio": {
        "json": _JSON,
        "md": ("aiassess.render.portfolio.markdown", "render_portfolio_markdown"),
        "html": ("aiassess.render.portfolio.html", "render_portfolio_html"),
    },
}
_ENDINGS = {".json": "json", ".md": "md", ".markdown": "md", ".txt": "text", ".html": "html", ".htm": "html"}

FORMATS = tuple(_RENDERERS["report"])
DIFF_FORMATS = tuple(_RENDERERS["diff"])
EXPLANATION_FORMATS = (*_RENDERERS["explanation"], *_WRITERS)
PORTFOLIO_FORMATS = tuple(_RENDERERS["portfolio"])


def renderer(name: str, of: str = "report") -> Callable[..., str]:
    """Return the renderer of a format for what is rendered: "report", "diff", "explanation", "portfolio".

    "result" is a report without its answers. Those of a report, but for JSON, also take ``extras.Extras``.
    """
    own = _RENDERERS[of].get(name)
    if own:
        return _found(*own)
    outline, write = _found(*_OUTLINES[of]), _found(*_WRITERS[name])
    return lambda data, *extras: write(outline(data, *extras))


def _found(module: str, name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def format_of_ending(ending: str) -> str | None:
    """Return the format that a file's ending (".md") asks for, or None."""
    return _ENDINGS.get(ending.lower())
