"""Checked plain data to the frozen model. Nothing here can fail: the schema and the checks have passed."""

import copyreg
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, TypeVar, get_type_hints

from aiassess.canonical import digest_of
from aiassess.figures import exact
from aiassess.kinds.registry import KINDS
from aiassess.model import conditions as c
from aiassess.model import questionnaire as m
from aiassess.model.kind import Data
from aiassess.model.levels import Level, LocalText, Mitigation, ReadyAt, Rule, Scoring
from aiassess.questionnaire.conditions import Conditions

T = TypeVar("T")
Form = Callable[[Any], object]


def build_questionnaire(document: Data, digest: str | None = None) -> m.Questionnaire:
    """Return the model of a resolved, valid document; ``digest``: its digest, if it is known."""
    return _Builder(document).questionnaire(digest or digest_of(document))


def _pickled(questionnaire: m.Questionnaire) -> tuple[Any, ...]:
    """Return how another process builds a questionnaire anew, which is much shorter than the model itself."""
    return build_questionnaire, (dict(questionnaire.document), questionnaire.digest)


copyreg.pickle(m.Questionnaire, _pickled)


class _Builder:
    """Makes the parts of the model from those of a document, whose keys are the names of the fields (``made``)."""

    def __init__(self, document: Data) -> None:
        self.document = document
        self.languages: tuple[str, ...] = tuple(document["languages"])
        self.conditions = Conditions()
        self.forms: Mapping[object, Form] = {
            LocalText: self.text,
            LocalText | None: self.text,
            tuple[LocalText, ...]: lambda items: tuple(map(self.text, items)),
            tuple[str, ...]: tuple,
            frozenset[str]: frozenset,
            Fraction: exact,
            Fraction | None: exact,
            c.Condition: self.conditions.made,
            c.Condition | None: self.conditions.made,
            m.Scale | None: lambda data: self.made(m.Scale, data),
            m.Assessed | None: lambda data: self.made(m.Assessed, data),
            ReadyAt | None: lambda data: self.made(ReadyAt, data),
            tuple[m.Band, ...]: lambda items: self.each(m.Band, items),
            tuple[m.Option, ...]: self.options,
            tuple[m.Question, ...]: lambda items: tuple(map(self.question, items)),
            tuple[m.Section, ...]: lambda items: tuple(map(self.section, items)),
            tuple[m.Check, ...]: lambda items: self.each(m.Check, items),
            tuple[m.Framework, ...]: lambda items: self.each(m.Framework, items),
            Mapping[str, tuple[str, ...]]: lambda data: {name: tuple(items) for name, items in data.items()},
        }
        """How to read a field, by its type; all others are taken as they are."""
        self.forms_of: dict[type, dict[str, Form]] = {}
        self.sets = {name: self.options(items) for name, items in document.get("option_sets", {}).items()}
        self.rules = tuple(self.made(Rule, item, unsure_stops="unsure" in item) for item in document.get("rules", ()))
        self.looked_at = [(rule, frozenset(c.questions_in(rule.when))) for rule in self.rules]
        self.level_ids = [level["id"] for level in document["levels"]]
        self.levels_before: dict[tuple[str, ...], c.LevelAtLeast] = {}
        self.earlier: set[str] = set()
        """The questions before the one that is being built."""

    def made(self, part: type[T], data: Data, **read: object) -> T:
        """Return a part of the model with what the data has for its fields; ``read``: fields that it has under other names."""
        if part not in self.forms_of:
            hints = get_type_hints(part)
            self.forms_of[part] = {name: self.forms.get(hint, lambda data: data) for name, hint in hints.items()}
        forms = self.forms_of[part]
        return part(**{name: forms[name](data[name]) for name in data if name in forms and name not in read}, **read)

    def each(self, part: type[T], items: list[Data]) -> tuple[T, ...]:
        return tuple(self.made(part, item) for item in items)

    def text(self, data: str | Data) -> LocalText:
        if isinstance(data, str):
            return dict.fromkeys(self.languages, data)
        return {lang: data[lang] for lang in self.languages}

    def options(self, items: str | list[Data]) -> tuple[m.Option, ...]:
        return self.sets[items] if isinstance(items, str) else self.each(m.Option, items)

    # What conditions ask

    def show_if(self, data: Data) -> c.Condition | None:
        return self.conditions.made(data["show_if"], self.level_before) if "show_if" in data else None

    def level_before(self, level: str) -> c.LevelAtLeast:
        """Return what "at least this level" asks at this place (docs/scoring.md#which-questions-apply)."""
        high = self.level_ids[self.level_ids.index(level) :]
        rules = [rule for rule, asked in self.looked_at if rule.level in high and asked <= self.earlier]
        key = (level, *(rule.id for rule in rules))
        if key not in self.levels_before:
            means = c.Any((c.InherentLevel(frozenset(high)), *(rule.when for rule in rules)))
            self.levels_before[key] = c.LevelAtLeast(level, means)
        return self.levels_before[key]

    def applies_if(self, data: Data, show_if: c.Condition | None) -> c.Condition | None:
        phase, phases = self.document.get("phase_question"), data.get("phases")
        if phase not in self.earlier or not phases:
            return show_if
        # Blank or unsure: whatever any phase asks. A phase question is never "not applicable".
        asked = self.conditions.one(c.Any((c.Not(c.Answered(phase)), c.AnyOf(phase, frozenset(phases)))))
        return asked if show_if is None else self.conditions.one(c.All((show_if, asked)))

    # Questions

    def section(self, data: Data) -> m.Section:
        return self.made(m.Section, data, show_if=self.show_if(data))

    def question(self, data: Data) -> m.Question:
        kind = KINDS.named(data["type"])
        bounds = dict(zip(kind.bound_fields, (data.get("minimum"), data.get("maximum")), strict=True))
        show_if = self.show_if(data)
        applies_if = self.applies_if(data, show_if)
        self.earlier.add(data["id"])
        actor = next(iter(data.get("actors", ())), None)
        findings = tuple(
            self.made(m.Finding, {"id": f"finding_{place}", "actor": actor, **item})
            for place, item in enumerate(data.get("findings", ()), 1)
        )
        read = {"minimum": None, "maximum": None, **bounds, "findings": findings}
        return self.made(m.Question, data, kind=kind, show_if=show_if, applies_if=applies_if, **read)

    # The arithmetic

    def levels(self) -> tuple[Level, ...]:
        levels = []
        by_points = True
        for data in self.document["levels"]:
            up_to = data.get("up_to_percent")
            levels.append(self.made(Level, data, up_to=None if up_to is None else exact(up_to), by_points=by_points))
            by_points = by_points and up_to is not None
        return tuple(levels)

    def scoring(self) -> Scoring:
        data = self.document["scoring"]
        settings = data["mitigation"]
        blockers = settings.get("blocked_when", [])
        floors = [exact(item["principle_below_percent"]) for item in blockers if isinstance(item, dict)]
        return self.made(
            Scoring,
            data,
            inherent_maximum=data["inherent"]["maximum"],
            inherent_unanswered=data["inherent"].get("unanswered", "worst"),
            controls_maximum=data["controls"]["maximum"],
            mitigation=self.made(
                Mitigation,
                settings,
                from_percent=exact(settings.get("from_percent", settings.get("at_percent", 0))),
                blocked_when_incomplete="incomplete" in blockers,
                blocked_by_critical_finding="critical_finding" in blockers,
                blocked_by_principle_below=max(floors, default=None),
            ),
        )

    def questionnaire(self, digest: str) -> m.Questionnaire:
        data, provenance, dimensions = self.document, self.document["provenance"], self.document.get("dimensions", {})
        return self.made(
            m.Questionnaire,
            data,
            status=provenance["status"],
            statement=self.text(provenance["statement"]),
            sources=self.each(m.Citation, provenance.get("sources", [])),
            subject=data.get("subject", {}),
            principles=self.each(m.Tag, dimensions.get("principles", [])),
            actors=self.each(m.Tag, dimensions.get("actors", [])),
            phases=self.each(m.Tag, dimensions.get("phases", [])),
            rules=self.rules,
            scoring=self.scoring(),
            levels=self.levels(),
            digest=digest,
            document=data,
        )
