"""What reading a form comes down to: texts by language, ids, and notes on what was left out (docs/import.md)."""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from aiassess.errors import Problem, invalid
from aiassess.questionnaire.yaml_source import MAX_VALUES
from aiassess.safe import safe_text
from aiassess.text import LANGUAGE_NAMES, language_code
from aiassess.visible import is_blank

WHERE = "@where"
"""The key under which a converted form says where in its file an element stands."""
_LONGEST_TEXT, _LONGEST_ID = 20_000, 60
_TAKEN = """
name type title description help visibleIf isRequired choices elements questions pages html inputType min max rateMin rateMax
rateCount rateValues labelTrue labelFalse valueTrue valueFalse hasOther showOtherItem otherText hasNone showNoneItem noneText
locale whole @where
"""
_LAYOUT = """
titleLocation descriptionLocation width minWidth maxWidth startWithNewLine indent innerIndent colCount hideNumber size rows cols
autoGrow placeholder placeHolder choicesOrder state showQuestionNumbers showProgressBar firstPageIsStarted progressBarType logo
logoPosition logoWidth logoHeight widthMode questionTitleLocation renderAs allowClear
"""
_TRUE_UNLESS = ("visible", "defaultValue")
"""Keys that say something when they are false; all others are then as if they were not there."""
_KEYS = frozenset((_TAKEN + _LAYOUT).split())
_LANGUAGES = {name.lower(): code for code, name in LANGUAGE_NAMES.items()}
_LANGUAGES |= {
    "malay": "ms",
    "melayu": "ms",
    "arabic": "ar",
    "chinese": "zh",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
}
_LANGUAGES |= {"indonesian": "id", "portuguese": "pt", "spanish": "es", "swahili": "sw", "tamil": "ta"}


class Texts(dict[str, str]):
    """A text by language code; empty if there is none."""


class Reading:
    """``notes``: what was left out or changed; ``remarks``: what was decided; ``names``: ids that differ from the form's.

    ``language``: the code of texts that do not say theirs.
    """

    def __init__(self, shown: str, language: str) -> None:
        self.shown, self.language = shown, language
        self.notes: dict[str, Problem] = {}
        self.remarks: list[Problem] = []
        self.names: dict[str, str] = {}
        self.values = 0

    def note(self, code: str, where: str, name: str | None = None, **values: object) -> None:
        """Note, once, that something at a place was left out or changed."""
        found = Problem(code, values, self.shown, path=where or None, question=name, severity="warning")
        self.notes.setdefault(repr(found), found)

    def remark(self, code: str, **values: object) -> None:
        self.remarks.append(Problem(code, values, self.shown))

    def texts(self, value: object, where: str) -> Texts:
        """Return a text, plain or by language, made safe; languages without a code are noted."""
        found = Texts()
        for language, text in (value if isinstance(value, Mapping) else {"default": value}).items():
            code = self.language if language == "default" else code_of(str(language))
            if text is None or is_blank(str(text)):
                continue
            if code is None or code in found:
                self.note("import_language", where, found=str(language))
                continue
            found[code] = safe_text(str(text).strip())
            if re.search(r"\{[^{}\s]+\}", str(text)):
                self.note("import_inserted", where)
            if len(found[code]) > _LONGEST_TEXT:
                self.note("import_long", where, limit=_LONGEST_TEXT)
                found[code] = found[code][:_LONGEST_TEXT]
        self.count(1 + len(found) + sum(map(len, found.values())) // 100)  # 5 MB are as many
        return found

    def label(self, value: object, name: str, where: str) -> Texts:
        """Return a text, or the name of what has none."""
        return self.texts(value, where) or self.texts(name, where) or Texts({self.language: "?"})

    def count(self, n: int) -> None:
        self.values += n
        if self.values > MAX_VALUES:
            raise invalid("import_too_large", file=self.shown)

    def id(self, name: str, taken: set[str]) -> str:
        found = id_of(name, taken)
        if found != name:
            self.names[name] = found
        return found

    def keys(self, data: Mapping[str, Any], where: str, name: str | None) -> None:
        """Note the keys that say more than is taken."""
        said = {key: value for key, value in data.items() if value is not None and value not in ("", [], {})}
        others = [
            key for key, value in said.items() if key not in _KEYS and (value is not False or key in _TRUE_UNLESS)
        ]
        if others:
            self.note("import_keys", where, name, keys=others)


def code_of(language: str) -> str | None:
    """Return "en" for ``English (en)``, ``en`` and ``en-GB``, and for some languages by name; None for others."""
    inner = language.rstrip(") ").rpartition("(")[2].strip().lower()
    code = _LANGUAGES.get(inner, language_code(inner))
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None


def joined(texts: Iterable[Texts], by: str = "\n\n") -> Texts:
    """Return texts one after the other, by language, none twice."""
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        for lang, words in text.items():
            found.setdefault(lang, {})[words] = None
    return Texts({lang: by.join(words) for lang, words in found.items()})


def id_of(name: str, taken: set[str]) -> str:
    """Return, and take, ``business_drivers1`` for "businessDrivers1": an id that is free, and that YAML reads as no boolean."""
    name = {"true": "yes", "false": "no"}.get(name, name)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", plain).lower()
    found = re.sub(r"[^a-z0-9]+", "_", snake).strip("_")[:_LONGEST_ID]
    first = found = found if found[:1].isalpha() else f"q_{found}".rstrip("_")
    n = 1
    while found in taken:
        n += 1
        found = f"{first}_{n}"
    taken.add(found)
    return found


def plain(text: str) -> str:
    """Return the words of HTML."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", text)).split())
