"""What values, notes and evidence are made of, stated once for the check and for the JSON Schema (docs/answers-format.md)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aiassess.errors import Complaints
from aiassess.model.kind import Data, Flaw, Schema
from aiassess.visible import is_blank

MAX_TEXT = 20_000
"""Characters in a text answer, a note, a reference or a field of a risk."""
MAX_NUMBER = 2**53 - 1
"""The largest whole number that every JSON program reads the same way (RFC 8785)."""

# JSON Schema has ECMA-262 patterns: no \Z. "Nothing follows" is the anchor that Python and ECMA-262 both understand.
END = "(?![\\s\\S])"
DAY = (
    "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
)
DATE_PATTERN = f"^{DAY}{END}"
_DATE = re.compile(DATE_PATTERN)


def read_text(value: object, path: str, complaints: Complaints) -> str | None:
    """Return a text; None if a problem was added."""
    if not isinstance(value, str):
        complaints.wrong_type(path, value, "string")
    elif is_blank(value):
        complaints.add("text_blank", path)
    elif len(value) > MAX_TEXT:
        complaints.add("text_too_long", path, limit=MAX_TEXT, length=len(value))
    else:
        return value
    return None


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, YYYY-MM-DD."""
    return _DATE.search(text) is not None


def read_day(value: object, path: str, complaints: Complaints) -> str | None:
    """Return a day of the calendar, YYYY-MM-DD; None if a problem was added."""
    if isinstance(value, str) and is_day(value):
        return value
    complaints.add("date_wrong", path, found=value)
    return None


def as_number(value: object) -> int | float | None:
    """Return a JSON number, as int if it is whole; None for what isn't a number in the range of I-JSON."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -MAX_NUMBER <= value <= MAX_NUMBER:
        return None
    return int(value) if value == int(value) else value


def read_records(
    value: object, path: str, complaints: Complaints, *, fields: tuple[str, ...], needed: tuple[str, ...], most: int
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the objects in a list with their paths, and add what is wrong with the list, or with their keys.

    An entry that is {} is blank (``without_blanks``): it is passed over and doesn't count towards the ``most``.
    """
    if not isinstance(value, list):
        complaints.wrong_type(path, value, "array")
        return
    given = [(f"{path}[{place}]", entry) for place, entry in enumerate(value) if entry != {}]
    if len(given) > most:
        complaints.add("too_many", path, limit=most, count=len(given))
        return
    for here, entry in given:
        if isinstance(entry, dict):
            complaints.unknown_keys(entry, fields, here)
            for name in needed:
                if name not in entry:
                    complaints.add("json_required", here, name=name)
            yield here, entry
        else:
            complaints.wrong_type(here, entry, "object")


def crossed_bounds(data: Data) -> Iterator[Flaw]:
    """Yield that a question's lowest value is above its highest."""
    low, high = data.get("minimum"), data.get("maximum")
    if low is not None and high is not None and low > high:
        yield Flaw("minimum_above_maximum", ("minimum",), {"minimum": low, "maximum": high})


# Schemas


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


TEXT, BLANK = ref("text"), ref("blank")


def optional(schema: Schema) -> Schema:
    """Return a schema that takes blanks as well."""
    return {"anyOf": [schema, BLANK]}


def record(properties: Mapping[str, object], required: Iterable[str] | None = None) -> Schema:
    """Return the schema of an object that has these properties and no other."""
    needed = {} if required is None else {"required": list(required)}
    return {"type": "object", **needed, "additionalProperties": False, "properties": properties}


def blank_entry(fields: tuple[str, ...]) -> Schema:
    return optional(record(dict.fromkeys(fields, BLANK)))


def entries(name: str, most: int) -> Schema:
    """Return a list whose entries are of a definition, or blank; only the others count towards the most."""
    return {
        "type": "array",
        "items": {"anyOf": [ref(name), ref(f"blank_{name}")]},
        "contains": ref(name),
        "minContains": 0,
        "maxContains": most,
    }
