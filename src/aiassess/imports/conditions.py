"""Conditions of XLSForm and SurveyJS to ours: one grammar for what all three can say (docs/import.md#conditions)."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

Data = dict[str, Any]
_LONGEST, _DEEPEST = 10_000, 24
"""Characters of a condition, and levels of what it becomes; a questionnaire's file has a bound of its own."""
_TOKEN = re.compile(
    r"""\s*(?:(?P<name>\$?\{[^{}]{1,200}\}|(?:\.\./)+[\w.-]+)
    |(?P<text>'[^']*'|"[^"]*")|(?P<number>-?[0-9]{1,15}(?:\.[0-9]{1,9})?(?![\w.-]))
    |(?P<sign><=|>=|!=|<>|==|&&|\|\||[=<>(),\[\]])|(?P<word>[A-Za-z_][\w:-]*))""",
    re.VERBOSE,
)
_RELATIONS = ("=", "<", ">", "<=", ">=", "contains", "anyof", "allof", "empty")
_NEGATED = {"!=": "=", "<>": "=", "notcontains": "contains", "notempty": "empty"}


class Known(NamedTuple):
    """An earlier question: its id, its type, and the ids of its options by the form's names."""

    id: str
    type: str
    options: Mapping[str, str]


class CannotExpress(Exception):
    """The argument is the part of a condition that a questionnaire's conditions cannot say."""


def condition_data(text: str, known: Mapping[str, Known]) -> Data:
    """Return a condition on questions that are known, by the form's names, as our data; raises CannotExpress."""
    if len(text) > _LONGEST:
        raise CannotExpress(text[:40])
    parser = _Parser(text, known)
    found = parser.either()
    if parser.next[0] != "end" or _depth(found) > _DEEPEST:
        raise CannotExpress(parser.next[1])
    return found


class _Parser:
    def __init__(self, text: str, known: Mapping[str, Known]) -> None:
        self.known = known
        self.tokens: list[tuple[str, str]] = []
        self.depth = self.at = place = 0
        text = text.rstrip()
        while place < len(text):
            match = _TOKEN.match(text, place)
            if match is None:
                raise CannotExpress(text[place : place + 40].strip())
            self.tokens.append((str(match.lastgroup), match[0].strip()))
            place = match.end()

    @property
    def next(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "…")

    def take(self, *expected: str) -> str | None:
        """Return the next token and step over it, if it is one of these words or signs."""
        kind, text = self.next
        found = text.lower()
        if kind not in ("sign", "word") or found not in expected:
            return None
        self.at += 1
        return found

    def need(self, *kinds: str) -> str:
        """Return the next token, which is of one of these kinds or this very sign."""
        kind, text = self.next
        if kind not in kinds and text not in kinds:
            raise CannotExpress(text)
        self.at += 1
        return text[1:-1] if kind == "text" else text.rpartition("../")[2].strip("${} ") if kind == "name" else text

    def joined(self, how: str, part: Callable[[], Data], *words: str) -> Data:
        parts = [part()]
        while self.take(*words):
            parts += [found] if (found := part()) not in parts else []
        return {how: parts} if len(parts) > 1 else parts[0]

    def either(self) -> Data:
        return self.joined("any", self.both, "or", "||")

    def both(self) -> Data:
        return self.joined("all", self.term, "and", "&&")

    def term(self) -> Data:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise CannotExpress(self.next[1])
        if self.take("not"):  # "!" of SurveyJS would deny all that follows it
            found = {"not": self.term()}
        elif self.take("("):
            found = self.either()
            self.need(")")
        elif self.take("selected"):
            self.need("(")
            asked = self.asked()
            self.need(",")
            found = _test(asked, "anyof", [self.need("text")])
            self.need(")")
        else:
            found = self.test()
        self.depth -= 1
        return found

    def asked(self) -> Known:
        name = self.need("name")
        if name not in self.known:
            raise CannotExpress(name)
        return self.known[name]

    def test(self) -> Data:
        xpath = self.next[1].startswith(("$", "."))
        asked = self.asked()
        relation = self.take(*_RELATIONS, *_NEGATED, "==")
        if relation is None:
            raise CannotExpress(self.next[1])
        positive = _NEGATED.get(relation, relation).replace("==", "=")
        listed = self.next[1] == "["
        values = [] if positive == "empty" else self.values()
        if positive == "=" and values == [""]:
            positive, values = "empty", []
        # To SurveyJS one value and a list of it differ; XPath has no lists, and one value is all that is chosen.
        mixed = positive == "=" and asked.options and listed != (asked.type == "choices" and not xpath)
        if mixed or "" in values:
            raise CannotExpress(",".join(values) or "''")
        found = _test(asked, positive, values)
        return found if relation not in _NEGATED else found.get("not", {"not": found})

    def values(self) -> list[str]:
        kinds = ("text", "number", "word")
        if not self.take("["):
            return [self.need(*kinds)]
        found = [self.need(*kinds)]
        while self.take(","):
            found.append(self.need(*kinds))
        self.need("]")
        return list(dict.fromkeys(found))


def _test(asked: Known, relation: str, values: list[str]) -> Data:
    if relation == "empty":  # "none of these" is no answer to SurveyJS
        given: Data = {"any_of": [*asked.options.values()]} if asked.type == "choices" else {"answered": True}
        return {"not": {"question": asked.id} | given}
    if asked.type == "number":
        return _compared(asked, relation, values)
    if asked.type not in ("choice", "choices") or relation[0] in "<>":
        raise CannotExpress(" ".join((relation, *values)))
    one = asked.type == "choice"
    if relation == "contains" and one:  # as JavaScript finds a text in a text
        chosen = [id_ for name, id_ in asked.options.items() if ",".join(values) in name]
    else:
        chosen = [asked.options[value] for value in values if value in asked.options]
    if not chosen or (relation in ("=", "allof", "contains") and len(chosen) < len(values)):
        raise CannotExpress(",".join(values))
    some = {"question": asked.id} | ({"is": chosen[0]} if len(chosen) == 1 else {"any_of": chosen})
    if len(chosen) == 1 or relation == "anyof" or (one and relation == "contains"):
        every: Data = some
    elif one:
        raise CannotExpress(",".join(values))  # one answer is never several
    else:
        every = {"question": asked.id, "all_of": chosen}
    others = [id_ for id_ in asked.options.values() if id_ not in chosen]
    if one or relation != "=" or not others:
        return every
    return {"all": [every, {"not": {"question": asked.id, "any_of": others}}]}


def _compared(asked: Known, relation: str, values: list[str]) -> Data:
    """Compare a number; no comparison holds of a blank, whichever way it is turned."""
    bound = number_in(values[0]) if len(values) == 1 else None
    if bound is None or relation not in ("=", "<", ">", "<=", ">="):
        raise CannotExpress(" ".join((relation, *values)))
    least, most = ({"question": asked.id, key: bound} for key in ("at_least", "at_most"))
    if relation == "=":
        return {"all": [least, most]}
    if relation in (">=", "<="):
        return least if relation == ">=" else most
    return {"all": [{"question": asked.id, "answered": True}, {"not": least if relation == "<" else most}]}


def number_in(text: str) -> int | float | None:
    """Return the number that a text writes, of at most 15 digits; None if it is none."""
    number = float(text) if re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,9})?", text) else None
    return int(number) if number is not None and number.is_integer() else number


def parts_of(data: object) -> Iterable[Any]:
    """Return what a mapping or a list holds; nothing else holds anything."""
    return data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()


def values_in(data: object) -> int:
    """Return how many values data has, mappings and lists included."""
    return 1 + sum(map(values_in, parts_of(data)))


def _depth(data: object) -> int:
    return 1 + max(map(_depth, parts_of(data)), default=0)
