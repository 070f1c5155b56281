"""JSON as RFC 8259 and I-JSON mean it: no NaN, no duplicate keys, no lone surrogates, bounded depth."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

from aiassess.answers.formats import DEPTH, MAX_VALUES
from aiassess.answers.places import READ_TWICE_UP_TO, STRING, line_and_column, places, unquoted
from aiassess.errors import MAX_PROBLEMS, InvalidInput, Problem, question_at

_SURROGATE = re.compile("[\ud800-\udfff]")
_NESTING = re.compile(STRING + r"|[\[{]|[\]}]", re.DOTALL)
_NESTING_AND_COMMAS = re.compile(STRING + r"|[\[{]|[\]}]|,", re.DOTALL)
_NOT_FINITE = ("NaN", "Infinity", "-Infinity")


class _Refused(Exception):
    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values


def parse_json(text: str, shown: str) -> Any:
    """Return the value that a JSON text writes; raises InvalidInput with the place if it isn't JSON."""
    _check_bounds(text, shown)
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer)
        if "\\u" in text:  # the only way in: the file itself was decoded from UTF-8
            _check_surrogates(value)
    except json.JSONDecodeError as error:
        from aiassess.answers.json_errors import syntax_problem  # noqa: PLC0415 - only for what cannot be read

        raise InvalidInput([syntax_problem(error, text, shown)]) from None
    except _Refused as refused:
        found = list(islice(_refusals(text, shown), MAX_PROBLEMS)) if len(text) <= READ_TWICE_UP_TO else []
        raise InvalidInput(found or [Problem(refused.code, refused.values, shown)]) from None
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _Refused("json_duplicate_key", key=key)
            seen.add(key)
    return result


def _constant(name: str) -> NoReturn:
    raise _Refused("json_not_finite", text=name)


def _integer(digits: str) -> int | float:
    if len(digits) > 30:  # far outside every range; as a float it cannot cost time
        return float(digits)
    return int(digits)


def _check_bounds(text: str, shown: str) -> None:
    """Refuse deep nesting before the parser recurses, and too many values before they fill the memory."""
    opening = text.count("[") + text.count("{")
    many = opening + text.count(",") > MAX_VALUES
    if opening <= DEPTH and not many:
        return
    depth = values = 0
    for match in (_NESTING_AND_COMMAS if many else _NESTING).finditer(text):
        mark = match.group()
        if mark in ("[", "{", ","):
            values += 1
            if values > MAX_VALUES:
                where = line_and_column(text, match.start())
                raise InvalidInput([Problem("json_size", {"limit": f"{MAX_VALUES:,}"}, shown, *where)])
        if mark in ("[", "{"):
            depth += 1
            if depth > DEPTH:
                where = line_and_column(text, match.start())
                raise InvalidInput([Problem("json_depth", {"limit": DEPTH}, shown, *where)])
        elif mark in ("]", "}"):
            depth -= 1


def _check_surrogates(value: Any) -> None:
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise _Refused("json_surrogate", text=value)
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_surrogates(key)
            _check_surrogates(item)
    elif isinstance(value, list):
        for item in value:
            _check_surrogates(item)


def _refusals(text: str, shown: str) -> Iterator[Problem]:
    """Yield everything in a text that is refused though it reads like JSON, with its place."""
    for place in places(text):
        values: dict[str, object] = {}
        if place.repeated:
            code, values["key"] = "json_duplicate_key", unquoted(place.word)
        elif not place.is_key and place.word in _NOT_FINITE:
            code, values["text"] = "json_not_finite", place.word
        elif place.word[0] == '"' and "\\u" in place.word and _SURROGATE.search(unquoted(place.word)):
            code, values["text"] = "json_surrogate", unquoted(place.word)
        else:
            continue
        where = line_and_column(text, place.offset)
        yield Problem(code, values, shown, *where, path=place.path or None, question=question_at(place.path))
