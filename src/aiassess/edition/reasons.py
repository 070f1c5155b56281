"""Which changes of a questionnaire make the same answers come to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from aiassess.edition.changes import Change
    from aiassess.scoring.result import Assessment

_NOTHING = (0, 0, True, False, False)
"""What a question counts that does not apply."""


class Reasons:
    """Compares the old and the new assessment of the same answers; ``ids``: the new id of what it is of, and the old id."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.changes = [*enumerate(changes)]
        self.ids = {(item.at.of, item.old): item.new for _, item in self.changes if item.way == "renamed"}

    def of(self, before: Assessment, after: Assessment) -> list[int] | None:
        """Return the places of the changes that show in the difference; None if both come to the same in everything."""
        old, new = _facts(before, self.ids), _facts(after, {})
        differ = {key for key in old.keys() | new.keys() if old.get(key, _NOTHING) != new.get(key, _NOTHING)}

        def shows(item: Change) -> bool:
            of, name = item.at.of, item.at.thing.id
            asked = [one for one in item.at.questions if ("question", one) in differ]
            match of:
                case "option":
                    most = [[facts.get(("question", one), _NOTHING)[1] for one in asked] for facts in (old, new)]
                    return most[0] != most[1] or any(name in after.answers.get(one).chosen for one in asked)
                case "section":
                    return any(("question", question.id) in differ for question in item.at.thing.questions)
                case "level":
                    return name in (before.level.id, after.level.id) or item.key == "up_to_percent"
                case "finding":
                    return (of, item.at.questions[0], name) in differ
            return bool(asked) or (of, name) in differ or item.place[0] in ("scoring", "levels", "phase_question")

        return [place for place, item in self.changes if item.needs != "patch" and shows(item)] if differ else None

    def of_refusal(self, before: Assessment, questions: Collection[str | None]) -> list[int]:
        """Return the places of the changes for which the answers to some questions are refused."""

        def refuses(item: Change) -> bool:
            lost = item.old if item.way == "renamed" else item.at.thing.id
            if item.at.of == "option":
                return any(name in questions and lost in before.answers.get(name).chosen for name in item.at.questions)
            return item.at.of in ("actor", "questionnaire") or not {*item.at.questions, lost}.isdisjoint(questions)

        return [place for place, item in self.changes if item.needs == "major" and refuses(item)]


def _facts(one: Assessment, ids: Mapping[Any, str]) -> dict[tuple[str | None, ...], tuple[Any, ...]]:
    """Return everything that a report tells of the result, by what it tells it of."""

    def named(of: str, name: str | None) -> str | None:
        return ids.get((of, name), name)

    level, missing, unevidenced = one.level, {*one.missing}, {*one.unevidenced}
    facts: dict[tuple[str | None, ...], tuple[Any, ...]] = {
        ("result",): (
            *(one.verdict, one.status, one.inherent, one.controls, one.residual, one.credit.percent),
            [named("principle", name.removeprefix("principle:")) for name in one.credit.blocked_by],
            [(named("principle", item.principle), item.asked, item.reached) for item in one.shortfalls],
            [named("level", item.id) for item in (level, *one.level_range)],
            *(len(level.obligations), level.reassess_months),
        )
    }
    for question in one.questionnaire.questions:
        name, mark = question.id, one.marks.get(question.id)
        if mark:
            told = (mark.points, mark.maximum, mark.counts, name in missing, name in unevidenced)
            facts["question", named("question", name)] = told
        elif question.score and one.questionnaire.scoring.basis(question.score) == "all":
            facts["question", named("question", name)] = (0, question.highest_points, False, False, False)
    for of, tags in (("principle", one.principles), ("actor", one.actors)):
        facts |= {(of, named(of, item.tag)): (item.score, item.answered, item.applicable) for item in tags}
    for reason in one.reasons:
        if reason.rule:
            facts["rule", named("rule", reason.rule.id)] = (named("level", reason.level.id), reason.decided)
    for rule, names in one.undetermined_by:
        facts["rule", named("rule", rule.id)] = tuple(named("question", name) for name in names)
    for raised in one.findings:
        key = ("finding", named("question", raised.question.id), raised.finding.id)
        facts[key] = (raised.finding.severity, named("actor", raised.finding.actor))
    return facts | {("check", check.id): () for check in one.contradictions}
