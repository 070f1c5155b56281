"""Every sentence that the program says, in English and Malay side by side.

A key is ``module.name``: ``say("ms", "problems.missing_file", …)`` reads ``aiassess.text.problems.MESSAGES``.
Both languages are in one place so that neither can be forgotten; a test checks that both have the same fields.
Plain Python modules need no compile step, are byte-compiled once, and are imported only when an area speaks
(docs/decisions/0003-texts.md).
"""

from collections.abc import Mapping
from importlib import import_module

LANGUAGES = ("en", "ms")
LANGUAGE_NAMES = {"en": "English", "ms": "Bahasa Melayu"}
"""What each calls itself, as a heading or on a switch."""
_IN_SENTENCES = {
    "en": {"en": "English", "ms": "bahasa Inggeris"},
    "ms": {"en": "Malay", "ms": "bahasa Melayu"},
}
FALLBACK = "en"

Messages = Mapping[str, Mapping[str, str]]


def say(lang: str, key: str, /, **values: object) -> str:
    """Return the message in the language given, filled with ``values``; another language falls back to English."""
    return _filled(key, (lang, FALLBACK), values)


def count(lang: str, key: str, n: int, /, **values: object) -> str:
    """Return the message for ``n`` things, and fill ``{n}`` (1,234); ``en.one`` is its English for one, if that differs."""
    wordings = (f"{lang}.one", lang, f"{FALLBACK}.one", FALLBACK) if n == 1 else (lang, FALLBACK)
    return _filled(key, wordings, {"n": f"{n:,}", **values})


def _filled(key: str, wordings: tuple[str, ...], values: Mapping[str, object]) -> str:
    area, _, name = key.partition(".")
    messages: Messages = import_module(f"aiassess.text.{area}").MESSAGES
    entry = messages[name]
    return next(entry[wording] for wording in wordings if wording in entry).format(**values)


def spoken(lang: str) -> str:
    """Return the language in which the program speaks to readers of ``lang``, which may be any that a questionnaire has."""
    return lang if lang in LANGUAGES else FALLBACK


def language_code(wish: str) -> str:
    """Return the code in what somebody asks for: "ms" for ``MS`` and ``ms_MY.UTF-8``."""
    return wish.replace("-", "_").split("_")[0].split(".")[0].lower()


def language_name(code: str, lang: str) -> str:
    """Return what a language is called in a sentence; the code of one that the program does not speak."""
    return _IN_SENTENCES[code][spoken(lang)] if code in LANGUAGES else code


def resolve_language(*wishes: str | None, offered: tuple[str, ...] = LANGUAGES) -> str | None:
    """Return the first wish that is offered; a wish may be a locale name such as ``ms_MY.UTF-8``."""
    for wish in wishes:
        code = language_code(wish or "")
        if code in offered:
            return code
    return None
