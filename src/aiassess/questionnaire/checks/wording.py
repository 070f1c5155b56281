"""What the words of a text give away: left untranslated or unfinished, too long, other numbers in each language.

Hints by rule of thumb: nothing here keeps a questionnaire from being used (docs/questionnaire-format.md#checks).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from aiassess.errors import Problem
from aiassess.questionnaire.checks.manuscript import Manuscript, by_language
from aiassess.questionnaire.yaml_source import Path_

LONGEST = {"text": 300, "label": 200}
"""The most characters of a question and of an option before they are hard to take in."""
_SENTENCES = ("text", "help", "why", "intro", "statement", "reason", "action")
"""Keys of texts that are no names: the same in both languages, however short, they were left untranslated."""
_SMALL_WORDS = {
    "en": "the of and is are was were to with for by from that this these it they who what which when how not no yes none "
    "other or in on as an be been has have does do did if any will their there than then but you your can all",
    "ms": "dan yang di ke dari daripada untuk bagi dengan tidak tiada atau ini itu oleh pada dalam ialah adalah akan telah "
    "ya sudah belum boleh jika apabila siapa apakah adakah siapakah bilakah berapakah lain kepada antara setiap semua sistem "
    "tentang anda mereka seseorang lebih perlu ada hingga sebagai supaya serta secara juga",
}
_SMALL = {lang: frozenset(words.split()) for lang, words in _SMALL_WORDS.items()}
"""Words that stand in nearly every sentence of a language, and in none of the other."""
_ENGLISH_LOOK = re.compile(r"^(?:wh|th|kn|wr)|oo|ee|(?:tion|ed|ly|ness|ment|ity|ght|ck|th|sh|ss|ous|ive|ate)s?$")
"""Spellings that Malay does not have."""
_NUMERALS = {
    word: number
    for words in (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
        "dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas",
    )
    for number, word in enumerate(words.split(), 2)
} | {"twenty": 20, "thirty": 30, "hundred": 100, "seratus": 100, "thousand": 1000, "seribu": 1000}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|LOREM|Lorem ipsum|lorem ipsum)\b|\?\?\?|"
    r"(?i:\b(?:to be (?:translated|confirmed|written)|not (?:yet )?translated|translate (?:this|me)|"
    r"belum diterjemah(?:kan)?|perlu diterjemah(?:kan)?|untuk diterjemah(?:kan)?|terjemahan (?:di sini|belum ada))\b)"
)
_CURLY = re.compile("[\u2018\u201c][^\u2018-\u201f]*[\u2019\u201d]")
_CITED = re.compile(
    r"(?i:\b(?:questions?|soalan)\s+(?:no\.?\s*|nombor\s+)?|\bQ)([A-Z]?\d[\w.]*)"
    r"(?:\s*(?:,|-|–|to|and|or|hingga|dan|atau)\s*Q?([A-Z]?\d[\w.]*)(?=\W|$))?"
)
_BOTH_AT_ONCE = re.compile(r"(?i:\band/or\b|\bdan/atau\b)|\?.+\?", re.DOTALL)


def check_words(doc: Manuscript, value: str | dict[str, str], path: Path_) -> Iterator[Problem]:
    """Yield what the words of one text, in all its languages, give away."""
    question = path[0] == "sections" and len(path) == 5 and path[-1] == "text"
    for _, text, here in by_language(value, path):
        if _CURLY.fullmatch(text):
            yield doc.warning("text_curly", here)
        if found := _PLACEHOLDER.search(text):
            yield doc.warning("text_placeholder", here, found=found[0])
        length, limit = (
            len(" ".join(text.split())),
            LONGEST.get(str(path[-1])) if question or path[-1] == "label" else None,
        )
        if limit and length > limit:
            yield doc.warning("text_long", here, limit=limit, length=length)
        if question and (both := _BOTH_AT_ONCE.search(text)):
            yield doc.note("text_double", here, found="?" if "?" in both[0] else both[0])
        for number in _cited(text):
            if number not in doc.numbers:
                yield doc.warning("text_cites_nothing", here, number=number)
    if isinstance(value, dict):
        yield from _languages(doc, value, path)
        yield from _figures(doc, value, path)
    elif len(doc.data["languages"]) > 1 and len(words_of(value)) > 2 and (reads := read_as(value)):
        yield doc.note("text_for_all", path, language=reads)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters; the Malay "No." for a number is none of them."""
    return _WORD.findall(re.sub(r"\bno\.", "", text.casefold()))


def read_as(text: str) -> str | None:
    """Return "en" or "ms" if the small words of a text are of that language alone, or mostly; else None."""
    counts = {lang: sum(word in small for word in words_of(text)) for lang, small in _SMALL.items()}
    lang, other = sorted(counts, key=lambda name: -counts[name])
    return lang if counts[lang] > counts[other] else None


def _languages(doc: Manuscript, texts: dict[str, str], path: Path_) -> Iterator[Problem]:
    alike: dict[str, list[str]] = {}
    for lang, text in texts.items():
        alike.setdefault(" ".join(text.split()).casefold(), []).append(lang)
    for text, langs in alike.items():
        looks = any(_ENGLISH_LOOK.search(word) for word in words_of(text))
        reads = read_as(text)
        wrong = next((lang for lang in reversed(langs) if lang != (reads or ("en" if looks else ""))), langs[0])
        if len(langs) == 1:
            if reads and wrong != reads and wrong in _SMALL and len(words_of(text)) > 1:
                yield doc.warning("text_other_language", (*path, wrong), language=wrong, other=reads)
            continue
        other = next(lang for lang in langs if lang != wrong)
        sentence = path[-1] in _SENTENCES and bool(words_of(text))
        if reads or sentence or sum(word.islower() for word in _WORD.findall(texts[wrong])) > 1:
            yield doc.warning("text_same", (*path, wrong), language=wrong, other=other)
        elif looks:
            yield doc.note("text_same", (*path, wrong), language=wrong, other=other)


def _figures(doc: Manuscript, texts: dict[str, str], path: Path_) -> Iterator[Problem]:
    """Compare the numbers of two languages; a number as a word counts only if the other has another in its place."""
    (first, one), *others = [(lang, _numbers(text)) for lang, text in texts.items()]
    for lang, other in others:
        missing, extra = one[0] - other[0] - other[1], other[0] - one[0] - one[1]
        words = one[1] - other[0] - other[1], other[1] - one[0] - one[1]
        if not missing and not extra and all(words):
            missing, extra = words
        if missing or extra:
            values = {"first": first, "second": lang, "missing": missing, "extra": extra}
            yield doc.warning("text_numbers_differ", (*path, lang), **values)


def _numbers(text: str) -> tuple[set[str], set[str]]:
    """Return the numbers in digits, without commas between thousands, and those in words; one is often only an article."""
    digits = {found.replace(",", "").replace(":", ".") for found in _FIGURE.findall(text)} - {"1"}
    words = set()
    for word, after in pairwise([*words_of(text), ""]):
        number = _NUMERALS.get(word, 0)
        words |= {number + 10 if after == "belas" else number * 10 if after == "puluh" else number}
    return digits, {str(number) for number in words - {0}}


def _cited(text: str) -> Iterator[str]:
    for match in _CITED.finditer(text):
        yield from (number.rstrip(".") for number in match.groups() if number)
