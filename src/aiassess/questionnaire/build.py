"""Checked plain data to the frozen model. Nothing here can fail: schema and checks came before."""

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from aiassess.figures import exact
from aiassess.model import conditions as c
from aiassess.model.questionnaire import (
    Band,
    Finding,
    Level,
    LocalText,
    Mitigation,
    Option,
    Question,
    Questionnaire,
    ReadyAt,
    Rule,
    Scoring,
    Section,
    Source,
    Tag,
)

Data = Mapping[str, Any]

_MOST = 2**53 - 1
"""The largest whole number that RFC 8785 writes."""


def digest_of(document: object) -> str:
    """Return "sha256:" and the SHA-256 of the RFC 8785 form of plain JSON data."""
    return "sha256:" + hashlib.sha256(canonical_bytes(document)).hexdigest()


def canonical_bytes(document: object) -> bytes:
    """Return the RFC 8785 form of plain JSON data; the standard library writes it ten times as fast where it can."""
    if _written_alike(document):
        text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
        try:
            return text.encode()
        except UnicodeEncodeError:
            pass  # half a surrogate pair: refused below
    import rfc8785  # noqa: PLC0415 - seldom needed

    return rfc8785.dumps(document)  # type: ignore[arg-type]


def _written_alike(document: object) -> bool:
    """Whether the standard library writes the data as RFC 8785 does.

    It sorts keys by code points, not by UTF-16 units, and writes 50.0 and 1e-05 where RFC 8785 has 50 and 0.00001.
    """
    waiting = [document]
    while waiting:
        item = waiting.pop()
        kind = type(item)
        if kind is dict:
            if not all(type(key) is str and key.isascii() for key in item):  # type: ignore[attr-defined]
                return False
            waiting += item.values()  # type: ignore[attr-defined]
        elif kind is list:
            waiting += item  # type: ignore[arg-type]
        elif kind is int:
            if abs(item) > _MOST:  # type: ignore[arg-type]
                return False
        elif kind is float:
            if not 1e-4 <= abs(item) < 1e16 or item.is_integer():  # type: ignore[arg-type, attr-defined]
                return False
        elif kind not in (str, bool, type(None)):
            return False
    return True


def build_condition(data: Data | None) -> c.Condition | None:
    """Return the condition that the data writes, or None for none."""
    return None if data is None else _condition(data)


def _condition(data: Data) -> c.Condition:
    match data:
        case {"all": parts}:
            return c.All(tuple(_condition(part) for part in parts))
        case {"any": parts}:
            return c.Any(tuple(_condition(part) for part in parts))
        case {"not": part}:
            return c.Not(_condition(part))
        case {"question": question, "is": option}:
            return c.AnyOf(question, frozenset([option]))
        case {"question": question, "any_of": options}:
            return c.AnyOf(question, frozenset(options))
        case {"question": question, "all_of": options}:
            return c.AllOf(question, frozenset(options))
        case {"question": question, "at_least": bound}:
            return c.AtLeast(question, bound)
        case {"question": question, "at_most": bound}:
            return c.AtMost(question, bound)
        case {"question": question, "rating_at_least": bound}:
            return c.RatingAtLeast(question, bound)
        case {"question": question, "not_applicable": _}:
            return c.SetAside(question)
    return c.Answered(data["question"])


def build_questionnaire(document: Data) -> Questionnaire:
    """Return the model of a resolved, valid document."""
    return _Builder(document).questionnaire()


class _Builder:
    def __init__(self, document: Data) -> None:
        self.document = document
        self.languages: tuple[str, ...] = tuple(document["languages"])
        self.sets = {name: self.options(items) for name, items in document.get("option_sets", {}).items()}

    def text(self, data: str | Data) -> LocalText:
        return {lang: data if isinstance(data, str) else data[lang] for lang in self.languages}

    def maybe(self, data: str | Data | None) -> LocalText | None:
        return None if data is None else self.text(data)

    def options(self, items: list[Data]) -> tuple[Option, ...]:
        return tuple(
            Option(
                item["id"],
                self.text(item["label"]),
                item.get("points", 0),
                item.get("exclusive", False),
                self.maybe(item.get("help")),
            )
            for item in items
        )

    def finding(self, data: Data, place: int, actors: tuple[str, ...]) -> Finding:
        return Finding(
            id=data.get("id", f"finding_{place}"),
            severity=data["severity"],
            text=self.text(data["text"]),
            action=self.text(data["action"]),
            actor=data.get("actor", actors[0] if actors else None),
            on=frozenset(data.get("on", ())),
            when=build_condition(data.get("when")),
        )

    def question(self, data: Data) -> Question:
        options = data.get("options", [])
        actors = tuple(data.get("actors", ()))
        return Question(
            id=data["id"],
            type=data["type"],
            text=self.text(data["text"]),
            help=self.maybe(data.get("help")),
            ref=data.get("ref"),
            score=data.get("score"),
            weight=data.get("weight", 1),
            options=self.sets[options] if isinstance(options, str) else self.options(options),
            aggregate=data.get("aggregate", "sum"),
            bands=tuple(Band(band.get("up_to"), band["points"]) for band in data.get("bands", ())),
            minimum=data.get("minimum"),
            maximum=data.get("maximum"),
            whole=data.get("whole", False),
            unit=self.maybe(data.get("unit")),
            multiline=data.get("multiline", False),
            required=data.get("required", True),
            not_applicable=data.get("not_applicable", False),
            evidence=data.get("evidence", "optional"),
            evidence_hint=self.maybe(data.get("evidence_hint")),
            principles=tuple(data.get("principles", ())),
            actors=actors,
            phases=tuple(data.get("phases", ())),
            source=tuple(data.get("source", ())),
            findings=tuple(self.finding(item, place, actors) for place, item in enumerate(data.get("findings", ()), 1)),
            show_if=build_condition(data.get("show_if")),
        )

    def section(self, data: Data) -> Section:
        return Section(
            id=data["id"],
            title=self.text(data["title"]),
            intro=self.maybe(data.get("intro")),
            questions=tuple(self.question(item) for item in data["questions"]),
            show_if=build_condition(data.get("show_if")),
        )

    def levels(self) -> tuple[Level, ...]:
        levels = []
        by_points = True
        for data in self.document["levels"]:
            ready = data.get("ready_at")
            levels.append(
                Level(
                    id=data["id"],
                    title=self.text(data["title"]),
                    up_to=_percent(data.get("up_to_percent")),
                    by_points=by_points,
                    stop=data.get("stop", False),
                    ready_at=ReadyAt(exact(ready["controls"]), exact(ready["each_principle"])) if ready else None,
                    approval=self.maybe(data.get("approval")),
                    obligations=tuple(self.text(item) for item in data.get("obligations", ())),
                    reassess_months=data.get("reassess_months"),
                )
            )
            by_points = by_points and "up_to_percent" in data
        return tuple(levels)

    def scoring(self) -> Scoring:
        data = self.document["scoring"]
        settings = data["mitigation"]
        blockers = settings.get("blocked_when", [])
        floors = [exact(item["principle_below_percent"]) for item in blockers if isinstance(item, dict)]
        return Scoring(
            inherent_maximum=data["inherent"]["maximum"],
            inherent_unanswered=data["inherent"].get("unanswered", "worst"),
            controls_maximum=data["controls"]["maximum"],
            mitigation=Mitigation(
                method=settings["method"],
                from_percent=exact(settings.get("from_percent", settings.get("at_percent", 0))),
                reduces_percent=exact(settings.get("reduces_percent", 0)),
                blocked_when_incomplete="incomplete" in blockers,
                blocked_by_critical_finding="critical_finding" in blockers,
                blocked_by_principle_below=max(floors, default=None),
            ),
        )

    def tags(self, name: str) -> tuple[Tag, ...]:
        return tuple(Tag(tag["id"], self.text(tag["title"])) for tag in self.document["dimensions"].get(name, ()))

    def questionnaire(self) -> Questionnaire:
        data = self.document
        return Questionnaire(
            id=data["id"],
            version=data["version"],
            languages=self.languages,
            title=self.text(data["title"]),
            status=data["provenance"]["status"],
            statement=self.text(data["provenance"]["statement"]),
            sources=tuple(
                Source(item["id"], self.text(item["title"]), item.get("publisher"), item.get("date"), item.get("url"))
                for item in data["provenance"].get("sources", ())
            ),
            subject=data.get("subject", {}),
            principles=self.tags("principles"),
            actors=self.tags("actors"),
            phases=self.tags("phases"),
            sections=tuple(self.section(item) for item in data["sections"]),
            rules=tuple(
                Rule(item["id"], _condition(item["when"]), item["level"], self.text(item["reason"]), "unsure" in item)
                for item in data.get("rules", ())
            ),
            scoring=self.scoring(),
            levels=self.levels(),
            digest=digest_of(data),
            document=data,
        )


def _percent(number: float | None) -> Fraction | None:
    return None if number is None else exact(number)
