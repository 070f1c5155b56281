"""A report in a form for people or programs, one module a format.

A renderer is a function from a report to text with a final newline. A new format is a module and a line in ``_RENDERERS``.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

_RENDERERS = {
    "json": ("aiassess.answers.dump", "to_json"),
    "md": ("aiassess.render.markdown", "render_markdown"),
    "text": ("aiassess.render.text", "render_text"),
}
_ENDINGS = {".json": "json", ".md": "md", ".markdown": "md", ".txt": "text"}

FORMATS = tuple(_RENDERERS)


def renderer(name: str) -> Callable[[dict[str, Any]], str]:
    """Return the renderer of a format of ``FORMATS``."""
    module, function = _RENDERERS[name]
    found: Callable[[dict[str, Any]], str] = getattr(import_module(module), function)
    return found


def format_of_ending(ending: str) -> str | None:
    """Return the format that a file's ending (".md") asks for, or None."""
    return _ENDINGS.get(ending.lower())
