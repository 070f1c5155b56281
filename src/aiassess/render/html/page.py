"""The frame, style and safety that all our HTML pages share (docs/security.md)."""

import base64
import hashlib
import re
from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup

from aiassess.safe import safe_line, safe_text
from aiassess.text import count, say

_STYLES = ("base", "charts", "report", "screens", "paper")
"""In this order: later rules override earlier ones."""
_RUNNING = 90
"""Characters of the running header and footer in print; more would overlap the text."""


def render_page(
    template: str,
    *,
    lang: str,
    title: str,
    head: str = "",
    foot: str = "",
    style: str = "",
    script: str = "",
    **values: object,
) -> str:
    """Render a template that extends ``base.html``.

    ``lang``: the language of the page; ``head`` and ``foot``: lines at the top and bottom of each sheet when printed, of
    whatever origin; ``style``: the name of a style of the page's own, beside those of all pages; ``script``: that of its
    script, which is the only one that the policy lets run. Whatever a template prints
    is made safe and escaped here, so templates mark nothing as safe.
    """
    rules = "\n" + _style(style) + _sheet(head, foot)
    code = "\n" + _file(f"{script}.js") if script else ""
    runs = f"script-src {hash_source(code)}; " if code else ""
    page = _environment().get_template(template)
    return page.render(
        lang=lang,
        title=safe_line(title),
        style=Markup(rules),  # noqa: S704 - our own file, and text of which nothing but letters and digits is left bare
        script=Markup(code),  # noqa: S704 - our own file
        policy=f"default-src 'none'; {runs}style-src {hash_source(rules)}; base-uri 'none'; form-action 'none'",
        say=partial(say, lang),
        count=partial(count, lang),
        **values,
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("aiassess.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _harmless(value: object) -> str | Macro:
    """Remove characters from a template's output that HTML escaping leaves alone."""
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template prints None")
    return safe_text(str(value)).expandtabs(4)


@cache
def _style(own: str) -> str:
    return "\n".join(_file(f"{name}.css") for name in (*_STYLES, *([own] if own else [])))


def _file(name: str) -> str:
    return (files("aiassess.render.html") / "templates" / name).read_text(encoding="utf-8")


def hash_source(text: str) -> str:
    """Return the source by which a page's policy lets one script or style through."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _sheet(head: str, foot: str) -> str:
    """Return the rules for running headers and footers in print."""
    lines = {"top-center": head, "bottom-left": foot}
    boxes = [f"@{place} {{ content: {css_string(text)}; }}" for place, text in lines.items() if text]
    return f"@page {{ {' '.join(boxes)} }}\n" if boxes else ""


def css_string(text: str) -> str:
    """Return any text as a CSS string, with everything but ASCII letters and digits as escape codes."""
    line = safe_line(text, _RUNNING)
    return '"' + re.sub(r"[^A-Za-z0-9]", lambda match: f"\\{ord(match.group()):x} ", line) + '"'
