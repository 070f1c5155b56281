"""Which changes of a questionnaire make the same answers come to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from aiassess.edition.changes import Change
    from aiassess.scoring.result import Assessment

_FIGURES = ("verdict", "status", "inherent", "controls", "residual", "credit", "principles", "actors", "shortfalls")

_NOTHING = (0, 0, True, False)
"""What a question counts that does not apply."""


class Reasons:
    """Compares the old and the new assessment of the same answers."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.changes = [*enumerate(changes)]
        self.ids: dict[Any, str] = {
            item.old if item.at.of == "question" else (item.at.of, item.old): item.new
            for _, item in self.changes
            if item.way == "renamed"
        }
        """Ids that were changed, to the new ones: of questions, and as pairs of levels and rules."""

    def same(self, before: Assessment, after: Assessment) -> bool:
        """Return whether both come to the same in everything that a report tells of the result."""
        return self._result(before, self.ids) == self._result(after, {})

    def _result(self, one: Assessment, ids: Mapping[Any, str]) -> object:
        return (
            *(getattr(one, name) for name in _FIGURES),
            *(ids.get(("level", level.id), level.id) for level in (one.level, *one.level_range)),
            _rules(one, ids),
            _findings(one, ids),
            [ids.get(name, name) for name in (*one.missing, *one.unevidenced)],
            sorted(check.id for check in one.contradictions),
            len(one.level.obligations),
            one.level.reassess_months,
        )

    def of(self, before: Assessment, after: Assessment) -> list[int]:
        """Return the places of the changes that show in the difference."""
        old, new = _counted(before, self.ids), _counted(after, {})
        touched = {name for name in old.keys() | new.keys() if old.get(name, _NOTHING) != new.get(name, _NOTHING)}
        rules = {name for name, *_ in _rules(before, self.ids) ^ _rules(after, {})}
        findings = {item[:2] for item in _findings(before, self.ids) ^ _findings(after, {})}
        checks = {item.id for item in before.contradictions} ^ {item.id for item in after.contradictions}

        def shows(item: Change) -> bool:
            name, questions = item.at.thing.id, touched.intersection(item.at.questions)
            match item.at.of:
                case "option":
                    chosen = (name, item.old if item.way == "renamed" else name)
                    return any(
                        old.get(one, _NOTHING)[1] != new.get(one, _NOTHING)[1]
                        or {*chosen} & {*after.answers.get(one).chosen}
                        for one in questions
                    )
                case "question":
                    return bool(questions)
                case "section":
                    return not touched.isdisjoint(question.id for question in item.at.thing.questions)
                case "finding":
                    return (item.at.questions[0], name) in findings
                case "rule":
                    return name in rules
                case "check":
                    return name in checks
                case "level":
                    return name in (before.level.id, after.level.id) or item.key == "up_to_percent"
            return item.at.place[:1] in (("scoring",), ("levels",), ("phase_question",))

        return [place for place, item in self.changes if item.needs != "patch" and shows(item)]

    def of_refusal(self, before: Assessment, questions: Collection[str | None]) -> list[int]:
        """Return the places of the changes for which the answers to some questions are refused."""

        def refuses(item: Change) -> bool:
            if item.at.of == "option":
                lost = item.old if item.way == "renamed" else item.at.thing.id
                return any(name in questions and lost in before.answers.get(name).chosen for name in item.at.questions)
            names = {*item.at.questions, item.old if item.way == "renamed" else item.at.thing.id}
            return item.at.of in ("actor", "questionnaire") or not names.isdisjoint(questions)

        return [place for place, item in self.changes if item.needs == "major" and refuses(item)]


def _rules(one: Assessment, ids: Mapping[Any, str]) -> frozenset[tuple[Any, ...]]:
    held = [(item.rule.id, item.level.id, item.decided) for item in one.reasons if item.rule]
    open_ = [(rule.id, names) for rule, names in one.undetermined_by]
    return frozenset((ids.get(("rule", name), name), *more) for name, *more in (*held, *open_))


def _findings(one: Assessment, ids: Mapping[Any, str]) -> frozenset[tuple[Any, ...]]:
    return frozenset(
        (ids.get(item.question.id, item.question.id), item.finding.id, item.finding.severity, item.finding.actor)
        for item in one.findings
    )


def _counted(one: Assessment, ids: Mapping[Any, str]) -> dict[str, tuple[object, ...]]:
    """Return what each question counts, out of how much, and whether it is missing."""
    scoring = one.questionnaire.scoring
    asked = {name: (mark.points, mark.maximum, mark.counts, name in one.missing) for name, mark in one.marks.items()}
    aside = {
        question.id: (0, question.highest_points, False, False)
        for question in one.questionnaire.questions
        if question.score and scoring.basis(question.score) == "all"
    }
    return {ids.get(name, name): counts for name, counts in (aside | asked).items()}
