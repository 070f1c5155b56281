"""Checked plain data to the frozen model. Nothing here can fail: schema and checks came before."""

from fractions import Fraction

from aiassess.canonical import digest_of
from aiassess.figures import exact
from aiassess.kinds.registry import KINDS
from aiassess.model import conditions as c
from aiassess.model.questionnaire import (
    Band,
    Check,
    Citation,
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
    Tag,
)
from aiassess.questionnaire.conditions import Conditions, Data


def build_questionnaire(document: Data, digest: str | None = None) -> Questionnaire:
    """Return the model of a resolved, valid document; ``digest``: its digest, if it is known."""
    return _Builder(document).questionnaire(digest or digest_of(document))


class _Builder:
    def __init__(self, document: Data) -> None:
        self.document = document
        self.conditions = Conditions()
        self.languages: tuple[str, ...] = tuple(document["languages"])
        self.sets = {name: self.options(items) for name, items in document.get("option_sets", {}).items()}
        self.rules = tuple(self.rule(item) for item in document.get("rules", ()))
        self.looked_at = [(rule, frozenset(c.questions_in(rule.when))) for rule in self.rules]
        self.level_ids = [level["id"] for level in document["levels"]]
        self.levels_before: dict[tuple[str, ...], c.LevelAtLeast] = {}
        self.earlier: set[str] = set()
        """The questions before the one that is being built."""

    def rule(self, data: Data) -> Rule:
        return Rule(
            id=data["id"],
            when=self.conditions.made(data["when"]),
            level=data["level"],
            reason=self.text(data["reason"]),
            unsure_stops="unsure" in data,
            title=self.maybe(data.get("title")),
        )

    def check(self, data: Data) -> Check:
        return Check(data["id"], self.conditions.made(data["when"]), self.text(data["text"]))

    def level_before(self, level: str) -> c.LevelAtLeast:
        """Return what "at least this level" asks at this place (docs/scoring.md#which-questions-apply)."""
        high = self.level_ids[self.level_ids.index(level) :]
        rules = [rule for rule, asked in self.looked_at if rule.level in high and asked <= self.earlier]
        key = (level, *(rule.id for rule in rules))
        if key not in self.levels_before:
            means = c.Any((c.InherentLevel(frozenset(high)), *(rule.when for rule in rules)))
            self.levels_before[key] = c.LevelAtLeast(level, means)
        return self.levels_before[key]

    def show_if(self, data: Data) -> c.Condition | None:
        return self.conditions.made(data["show_if"], self.level_before) if "show_if" in data else None

    def applies_if(self, data: Data, show_if: c.Condition | None) -> c.Condition | None:
        phase, phases = self.document.get("phase_question"), data.get("phases")
        if phase not in self.earlier or not phases:
            return show_if
        # Blank or unsure: whatever any phase asks. A phase question is never "not applicable".
        asked = self.conditions.one(c.Any((c.Not(c.Answered(phase)), c.AnyOf(phase, frozenset(phases)))))
        return asked if show_if is None else self.conditions.one(c.All((show_if, asked)))

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
                item.get("without_evidence"),
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
            when=self.conditions.made(data["when"]) if "when" in data else None,
        )

    def question(self, data: Data) -> Question:
        kind = KINDS.named(data["type"])
        options = data.get("options", [])
        actors = tuple(data.get("actors", ()))
        show_if = self.show_if(data)
        applies_if = self.applies_if(data, show_if)
        self.earlier.add(data["id"])
        return Question(
            id=data["id"],
            kind=kind,
            text=self.text(data["text"]),
            help=self.maybe(data.get("help")),
            ref=data.get("ref"),
            score=data.get("score"),
            weight=data.get("weight", 1),
            options=self.sets[options] if isinstance(options, str) else self.options(options),
            aggregate=data.get("aggregate", "sum"),
            bands=tuple(Band(band.get("up_to"), band["points"]) for band in data.get("bands", ())),
            **dict(zip(kind.bound_fields, (data.get("minimum"), data.get("maximum")), strict=True)),
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
            show_if=show_if,
            applies_if=applies_if,
            since=data.get("since"),
        )

    def section(self, data: Data) -> Section:
        show_if = self.show_if(data)
        return Section(
            id=data["id"],
            title=self.text(data["title"]),
            intro=self.maybe(data.get("intro")),
            questions=tuple(self.question(item) for item in data["questions"]),
            show_if=show_if,
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
            level_from=data.get("level_from", "residual"),
        )

    def tags(self, name: str) -> tuple[Tag, ...]:
        return tuple(
            Tag(tag["id"], self.text(tag["title"])) for tag in self.document.get("dimensions", {}).get(name, ())
        )

    def questionnaire(self, digest: str) -> Questionnaire:
        data = self.document
        return Questionnaire(
            id=data["id"],
            version=data["version"],
            languages=self.languages,
            title=self.text(data["title"]),
            status=data["provenance"]["status"],
            statement=self.text(data["provenance"]["statement"]),
            sources=tuple(
                Citation(item["id"], self.text(item["title"]), item.get("publisher"), item.get("date"), item.get("url"))
                for item in data["provenance"].get("sources", ())
            ),
            subject=data.get("subject", {}),
            principles=self.tags("principles"),
            actors=self.tags("actors"),
            phases=self.tags("phases"),
            sections=tuple(self.section(item) for item in data["sections"]),
            rules=self.rules,
            scoring=self.scoring(),
            levels=self.levels(),
            digest=digest,
            document=data,
            checks=tuple(self.check(item) for item in data.get("checks", ())),
            phase_question=data.get("phase_question"),
        )


def _percent(number: float | None) -> Fraction | None:
    return None if number is None else exact(number)
