"""The form in a browser: one HTML page that asks the questions, needs nothing else and asks for nothing (docs/form.md)."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from aiassess.form.web.data import form_data
from aiassess.form.web.engine import NOTICE, engine_parts
from aiassess.form.web.words import form_words
from aiassess.recognize import FORM_MARK
from aiassess.render.html.page import css_string, hash_source
from aiassess.safe import safe_line
from aiassess.text import LANGUAGES, say, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from aiassess.form.content import Form
    from aiassess.model.questionnaire import Questionnaire

MODULES = (
    *("conditions", "values", "files", "words", "state", "controls", "register", "questions", "views", "paper", "main"),
)
"""The scripts of the page, in the order in which one builds on another; ``engine`` follows them if the form carries it."""
_IMPORTS = re.compile(r"^(?:import .*;\n|export (?=\w))", re.MULTILINE)
_FOR_AUTHORS = re.compile(r"^\s*(?://.*|/\*.*\*/)?\n?|^\s+", re.MULTILINE)
"""What nobody needs who fills in the form: comments on lines of their own, blank lines, indentation."""
_WASM, _WORKER = "'wasm-unsafe-eval'", "worker-src blob:"
"""What the engine needs besides: to compile WebAssembly, and a worker made of what the page holds."""
_NOTHING_ELSE = "base-uri 'none'; form-action 'none'"
_UNSAFE = re.compile("[<>&\x7f-\x9f\u2028\u2029]")


def write_page(form: Form) -> str:
    """Return a form as a page, with a final newline; it has every language of the questionnaire, and opens in the form's first.

    Raises InvalidInput if the form's engine is not as it should be.
    """
    questionnaire, lang = form.questionnaire, form.langs[0]
    # A part lacks the others' answers, so there is no level to work out.
    engine = None if form.actors else form.engine
    parts = dict(engine_parts(engine, questionnaire)) if engine is not None else {}
    data = form_data(form)
    data["key"] = hashlib.sha256(data_text(data).encode()).hexdigest()[:16]
    words = {name: form_words(name, with_engine=bool(parts)) for name in LANGUAGES}
    page = data_text({"form": data, "words": words, "language": lang})
    style, script = _style() + _running(questionnaire), form_script(with_engine=bool(parts))
    scripts = " ".join([hash_source(script), *([_WASM] if parts else [])])
    others = f"{_WORKER}; {_NOTHING_ELSE}" if parts else _NOTHING_ELSE
    title = safe_line(questionnaire.title[lang])
    return _frame().substitute(
        lang=escape(lang),
        title=escape(f"{title} ({say(spoken(lang), f'page.standing_{questionnaire.status}')})"),
        policy=f"default-src 'none'; script-src {scripts}; style-src {hash_source(style)}; {others}",
        style=style,
        mark=FORM_MARK,
        data=page,
        engine="".join(_carried(parts)),
        script=script,
        noscript="\n".join(f'<p lang="{name}">{escape(say(name, "page.noscript"))}</p>' for name in LANGUAGES),
    )


def _carried(parts: Mapping[str, str]) -> Iterator[str]:
    if parts:
        yield f"\n<!-- {NOTICE} -->"
    yield from (f'\n<script type="text/plain" id="engine-{name}">{text}</script>' for name, text in parts.items())


def data_text(data: Any) -> str:
    """Return JSON for a script element: whatever its texts are, nothing in it can end the element or begin markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


@cache
def form_script(*, with_engine: bool = False) -> str:
    """Return all scripts as one, which leaves no name behind."""
    folder = files("aiassess.form.web")
    names = [*MODULES, *(["engine"] if with_engine else [])]
    parts = [without_modules((folder / f"{name}.js").read_text(encoding="utf-8")) for name in names]
    return '\n(() => {\n"use strict";\n' + _FOR_AUTHORS.sub("", "\n".join(parts)) + "})();\n"


def without_modules(script: str) -> str:
    """Return a script as part of a larger one: what it would import is there already."""
    return _IMPORTS.sub("", script)


@cache
def _style() -> str:
    base = (files("aiassess.render.html") / "templates" / "base.css").read_text(encoding="utf-8")
    own = (files("aiassess.form.web") / "form.css").read_text(encoding="utf-8")
    return "\n" + _FOR_AUTHORS.sub("", f"{base}\n{own}")


def _running(questionnaire: Questionnaire) -> str:
    """Return the rule for what stands at the bottom of each sheet: whose the questionnaire is, in its languages."""
    languages = dict.fromkeys(map(spoken, questionnaire.languages))
    standing = " / ".join(say(lang, f"page.standing_{questionnaire.status}") for lang in languages)
    line = css_string(f"{standing} · {questionnaire.id} {questionnaire.version}")
    return f"@page {{ @bottom-left {{ content: {line}; font: 8pt sans-serif; width: 85%; }} }}\n"


@cache
def _frame() -> Template:
    return Template((files("aiassess.form.web") / "form.html").read_text(encoding="utf-8"))
