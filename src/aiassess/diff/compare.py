"""``compare``: two reports to what changed between them (docs/diff-format.md)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from aiassess import __version__
from aiassess.answers.carry import Dropped
from aiassess.diff import edition, result
from aiassess.diff import types as t
from aiassess.diff.answers import answer_changes
from aiassess.diff.applies import Causes, applicability_changes
from aiassess.diff.findings import finding_changes
from aiassess.diff.matching import added_removed, fields_changed
from aiassess.diff.risks import risk_changes
from aiassess.diff.sides import Scored, Side
from aiassess.diff.steps import Steps, View
from aiassess.diff.wording import reworded
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.model.questionnaire import Questionnaire
from aiassess.report.types import Report, part
from aiassess.text import spoken


def compare(
    old: Report,
    new: Report,
    *,
    questionnaires: Sequence[Questionnaire] = (),
    language: str | None = None,
    edited: tuple[bool, bool] = (False, False),
) -> t.Diff:
    """Return what changed from one report to another, each of the shape of ``schemas/report.schema.json``.

    ``questionnaires``: editions that are at hand. With the new report's own the old answers are rescored, which tells what
    the questionnaire changed from what the answers did. ``language``: the reader's; by default the new report's.
    ``edited``: whether each report was changed by hand. Raises InvalidInput if they come from different questionnaires.
    """
    sides = Side(old, edited=edited[0]), Side(new, edited=edited[1])
    return compare_sides(*sides, questionnaires=questionnaires, language=language)


def compare_sides(
    old: Side, new: Side, *, questionnaires: Iterable[Questionnaire], language: str | None = None
) -> t.Diff:
    """Return the same as ``compare``; ``questionnaires`` can be iterated more than once."""
    names = old.report["questionnaire"]["id"], new.report["questionnaire"]["id"]
    if names[0] != names[1]:
        raise invalid("diff_questionnaires", old=names[0], new=names[1])
    wanted = language or new.language
    pair = _Pair(old, new, questionnaires, wanted)
    return {
        "format": "aiassess.diff/1",
        "tool": {"name": "aiassess", "version": __version__},
        "language": wanted,
        "old": _side(old),
        "new": _side(new),
        "relation": _relation(old.report, new.report),
        **pair.changes(),
    }


def is_empty(diff: t.Diff) -> bool:
    """Return whether nothing changed. A report's tool, language and digest don't count."""
    return not any(_holds_any(diff.get(name)) for name in t.DiffParts.__annotations__)


def _holds_any(part: object) -> bool:
    return any(_holds_any(item) for item in part.values()) if isinstance(part, dict) else bool(part)


def _side(side: Side) -> t.SideData:
    about = side.report["about"]
    return {
        "digest": side.report["digest"],
        "edited": side.edited,
        "system": about["system"],
        "agency": about["agency"],
        "completed_at": about.get("completed_at"),
        "language": side.language,
        "tool": side.report["tool"]["version"],
    }


def _relation(old: Report, new: Report) -> Literal["new_revises_old", "old_revises_new"] | None:
    if new["about"].get("revises") == old["digest"]:
        return "new_revises_old"
    return "old_revises_new" if old["about"].get("revises") == new["digest"] else None


def _about(steps: Steps) -> list[t.Field]:
    """Return what differs of ``about``, and the version answered.

    That the new report revises the old one doesn't count, nor do the files that the answers were merged from.
    """
    reports = steps.old.report, steps.new.report
    old, new = ({**one["about"], "answered_version": one["questionnaire"]["answered_version"]} for one in reports)
    names = {**new, **old}
    names.pop("parts", None)
    if new.get("revises") == steps.old.report["digest"]:
        del names["revises"]
    return fields_changed(names, old, new)


class _Pair:
    """Two reports, in one language if possible, with the old answers rescored."""

    def __init__(self, old: Side, new: Side, editions: Iterable[Questionnaire], wanted: str) -> None:
        self.lang = spoken(wanted)
        self.sides = old, new
        for side in self.sides:
            side.find_edition(editions)
        self.before, self.after = old.edition, new.edition
        self.revised = old.report["questionnaire"]["digest"] != new.report["questionnaire"]["digest"]
        later = new.in_language(wanted)
        lang = later["questionnaire"]["language"]
        earlier = old.in_language(lang)
        self.one_language = earlier["questionnaire"]["language"] == lang
        self.problems: tuple[Problem, ...] = ()
        self.anew: Scored | None = None
        self.dropped: tuple[Dropped, ...] = ()
        if self.after:
            try:
                self.anew, self.dropped = old.scored_with(self.after)
            except InvalidInput as error:
                self.problems = error.problems
        if not self.one_language:
            earlier = reworded(earlier, *([self.anew.report(lang)] if self.anew else []), later)
        self.steps = Steps(
            View(earlier),
            View(self.anew.report(lang)) if self.anew and self.revised else None,
            View(later),
            tuple(question.id for question in self.after.questions) if self.after else (),
        )
        name = new.report["questionnaire"]["id"]
        order = self.after or self.before or next((item for item in editions if item.id == name), None)
        self.rank = order.rank if order else {}

    def changes(self) -> t.DiffParts:
        steps = self.steps
        questionnaire = self.questionnaire()
        came = [*questionnaire["questions_added"], *questionnaire["questions_removed"]] if questionnaire else []
        elsewhere = {item["question"] for item in came}
        return {
            "result": result.result_changes(steps, self.rank),
            "principles": result.dimension_changes(steps, "principles"),
            "actors": result.dimension_changes(steps, "actors"),
            "sections": result.section_changes(steps),
            "findings": finding_changes(steps),
            "answers": answer_changes(steps),
            "applicability": [
                item for item in applicability_changes(steps, self.causes()) if item["question"] not in elsewhere
            ],
            "missing": steps.listed(lambda report: report["missing"], "question", "status").changes(
                t.MissingItem, t.Missing
            ),
            "contradictions": steps.listed(lambda report: report["contradictions"], "id").added_removed(
                t.ContradictionItem
            ),
            "unconfirmed": steps.listed(lambda report: report["unconfirmed"], "question").added_removed(t.QuestionItem),
            "unevidenced": steps.listed(lambda report: report["unevidenced"], "question").added_removed(t.QuestionItem),
            "risks": risk_changes(steps),
            "obligations": added_removed(steps.old.report["obligations"], steps.new.report["obligations"]),
            "about": _about(steps),
            "questionnaire": questionnaire,
            "unexplained": [] if self.revised else edition.unexplained(steps),
        }

    def questionnaire(self) -> t.EditionChange | None:
        """Return how the questionnaire changed, as far as can be told; None if it is the same."""
        if not self.revised:
            return None
        steps, worded = self.steps, self.worded()
        return {
            "old": part(t.Made, steps.old.report["questionnaire"]),
            "new": part(t.Made, steps.new.report["questionnaire"]),
            "questions_added": edition.added_questions(steps, self.before),
            "questions_removed": edition.removed_questions(steps, self.after),
            "wording": list(edition.wording_changes(*worded)) if worded else [],
            "points": list(edition.recounted_answers(steps, steps.rescored or steps.new)),
            "wording_compared": worded is not None,
            "rescored": steps.rescored is not None,
            "at_hand": self.after is not None,
            "problems": [problem.message(self.lang) for problem in self.problems],
            "dropped": edition.dropped_answers(steps, self.dropped, self.lang),
        }

    def worded(self) -> tuple[View, View] | None:
        """Return both editions' reports in one language, so that their texts can be compared; None: they have none in common.

        The reader's language is not always one of them: texts of an edition that is not at hand are as its report has them.
        """
        if self.one_language:
            return self.steps.old, self.steps.rescored or self.steps.new
        for lang in [side.language for side in self.sides]:
            old, new = (side.in_language(lang) for side in self.sides)
            if old["questionnaire"]["language"] == new["questionnaire"]["language"]:
                return View(old), View(self.anew.report(lang) if self.anew else new)
        return None

    def causes(self) -> Callable[[str], list[str]]:
        new = self.sides[1].scored
        if self.anew is None or new is None:
            return lambda _: []
        return Causes(new.edition, self.anew.answers, new.answers)
