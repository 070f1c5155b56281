"""The list of all questions, and the review: the same questions, in groups of what is still to be looked at."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from aiassess.interview.actors import is_for, titles_of
from aiassess.interview.protocol import Mark, Overview, OverviewItem, OverviewSection
from aiassess.interview.views import answer_text, counts_words, number_of, open_counts, progress_of
from aiassess.model.conditions import All, Any, Condition, OnQuestion, questions_in
from aiassess.model.questionnaire import Tag
from aiassess.scoring.applicability import facts_of
from aiassess.scoring.conditions import Facts, holds
from aiassess.scoring.result import Assessment
from aiassess.scoring.result import Mark as Scored
from aiassess.text import say

Items = Mapping[str, OverviewItem]
"""The questions that apply, by their ids, in document order."""


_SERIOUS = ("critical", "major")
"""Findings of these severities are red flags."""


def overview_of(
    assessment: Assessment, current: str | None, lang: str, *, review: bool, only: Collection[str] = ()
) -> Overview:
    """Return all questions that apply by section.

    In the review, those to look at come first, in groups; a question is in the first group that it fits, but a
    contradiction always names all of its questions. What is left of each section is folded into a line. ``only``: the actors
    whose questions are asked; those for others are folded into one line more.
    """
    items = {name: replace(item, current=name == current) for name, item in items_of(assessment, lang).items()}
    marks = assessment.marks
    theirs = {
        name: item
        for name, item in items.items()
        if not review or is_for(only, marks[name].question, marks[name].answer)
    }
    groups = list(_groups(assessment, theirs, lang)) if review else []
    grouped = {item.question_id for group in groups for item in group.items}
    sections = []
    for section, scored in assessment.sections():
        names = [mark.question.id for mark in scored]
        rest = tuple(theirs[name] for name in names if name in theirs and name not in grouped)
        if rest:
            summary = _summary(rest, lang) if review else ""
            sections.append(OverviewSection(section.id, section.title[lang], rest, summary=summary))
    others = tuple(item for name, item in items.items() if name not in theirs)
    if others:
        title = say(lang, "interview.review_others")
        sections.append(OverviewSection("others", title, others, summary=_summary(others, lang)))
    counts = open_counts(assessment)
    asked = {actor for item in items.values() for actor in item.actors}
    return Overview(
        language=lang,
        sections=(*groups, *sections),
        progress=progress_of(assessment, current, lang, only),
        review=review,
        open=counts,
        outcome=_outcome(assessment, counts, lang, only),
        actors=tuple(actor for actor in assessment.questionnaire.actors if actor.id in asked),
    )


def items_of(assessment: Assessment, lang: str) -> Items:
    """Return the questions that apply, each with its answer and its state."""
    red = {raised.question.id for raised in assessment.findings if raised.finding.severity in _SERIOUS}
    actors = assessment.questionnaire.actors
    return {name: _item(scored, name in red, lang, actors) for name, scored in assessment.marks.items()}


def _item(scored: Scored, red: bool, lang: str, actors: Iterable[Tag]) -> OverviewItem:
    question, waits_for = scored.question, scored.answer.waits_for
    return OverviewItem(
        question_id=question.id,
        number=number_of(question),
        text=question.text[lang],
        answer_text=answer_text(question, scored.answer, lang, actors),
        mark=_mark(scored, red),
        red_flag=red,
        actors=(*question.actors, *([waits_for] if waits_for and waits_for not in question.actors else [])),
    )


def _mark(scored: Scored, red: bool) -> Mark:
    status = scored.answer.status
    if not scored.answer.confirmed:
        return "unconfirmed"
    if status == "answered":
        return "red_flag" if red else "answered"
    if status == "unanswered":
        return "missing" if scored.question.required else "optional"
    return status


# The groups of the review


def _groups(assessment: Assessment, items: Items, lang: str) -> Iterator[OverviewSection]:
    """Yield the groups that have questions, in the order in which it is best to look at them."""
    first: set[str] = set()

    def group(name: str, found: Iterable[OverviewItem]) -> Iterator[OverviewSection]:
        listed = tuple(found)
        first.update(item.question_id for item in listed)
        if listed:
            title, advice = (say(lang, f"interview.review_{key}") for key in (name, f"{name}_do"))
            yield OverviewSection(name, title, listed, advice, "leads" if name == "contradictions" else "items")

    def others(names: Iterable[str]) -> Iterator[OverviewItem]:
        return (items[name] for name in names if name in items and name not in first)

    def marked(mark: Mark) -> Iterator[OverviewItem]:
        return (item for name, item in items.items() if item.mark == mark and name not in first)

    yield from group("missing", marked("missing"))
    yield from group("waiting", _waiting(assessment, items, lang))
    yield from group("unsure", marked("unsure"))
    yield from group("unconfirmed", marked("unconfirmed"))
    yield from group("contradictions", _contradicting(assessment, items, lang))
    yield from group("unevidenced", others(assessment.unevidenced))
    severities = {r.question.id: r.finding.severity for r in reversed(assessment.findings)}  # of several, the worst
    flagged = dict.fromkeys(r.question.id for r in assessment.findings if r.finding.severity in _SERIOUS)
    yield from group(
        "flagged",
        (replace(item, lead=say(lang, f"report.severity_{severities[item.question_id]}")) for item in others(flagged)),
    )


def _waiting(assessment: Assessment, items: Items, lang: str) -> Iterator[OverviewItem]:
    """Yield the questions that wait for somebody, by whom they wait for."""
    for actor in assessment.questionnaire.actors:
        for name, item in items.items():
            if item.mark == "unsure" and assessment.marks[name].answer.waits_for == actor.id:
                yield replace(item, lead=actor.title[lang])


def _contradicting(assessment: Assessment, items: Items, lang: str) -> Iterator[OverviewItem]:
    """Yield the questions of each contradiction, led by what it says."""
    facts = facts_of(assessment.questionnaire, {name: mark.answer for name, mark in assessment.marks.items()})
    for check in assessment.contradictions:
        for name in dict.fromkeys(_behind(check.when, facts)):
            if name in items:
                yield replace(items[name], lead=check.text[lang])


def _behind(condition: Condition, facts: Facts) -> Iterator[str]:
    """Yield the questions by whose answers a condition holds."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                if holds(part, facts):
                    yield from _behind(part, facts)
        case OnQuestion(question):
            yield question
        case _:
            yield from questions_in(condition)


# In words


def _summary(items: Iterable[OverviewItem], lang: str) -> str:
    """Return how many questions are in which state, in a line."""
    marks = ["answered" if item.mark == "red_flag" else item.mark for item in items]
    return counts_words(Counter(marks), lang)


def _outcome(assessment: Assessment, counts: Mapping[str, int], lang: str, only: Collection[str]) -> str:
    """Return what a report of the answers as they are would be."""
    values = {
        "level": assessment.level.title[lang],
        "verdict": say(lang, f"report.verdict_{assessment.verdict}"),
        "why": counts_words(counts, lang),
    }
    outcome = say(lang, f"interview.outcome_{assessment.status}", **values)
    titles = titles_of(assessment.questionnaire, only, lang)
    return " ".join([say(lang, "interview.outcome_part", actors=", ".join(titles)), outcome]) if titles else outcome
