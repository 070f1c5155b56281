"""What a screen shows, made from questionnaire and assessment; nothing here changes anything."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from aiassess.interview.actors import actors_for, is_for, titles_of
from aiassess.interview.effort import left
from aiassess.interview.protocol import OverviewItem, Progress, QuestionView
from aiassess.interview.sure import sure_of
from aiassess.model.answers import Answer, Evidence, Value
from aiassess.model.conditions import questions_in
from aiassess.model.questionnaire import Check, Question, Tag
from aiassess.safe import safe_line
from aiassess.scoring.result import Assessment
from aiassess.text import count, say


def view_of(assessment: Assessment, name: str, answer: Answer, lang: str, only: Collection[str] = ()) -> QuestionView:
    """Return a question that applies as it is shown, apart from what was typed there."""
    question = assessment.questionnaire.by_id[name]
    section = assessment.questionnaire.section_of[name]
    first = name == next(each.id for each in section.questions if each.id in assessment.marks)
    return QuestionView(
        question=question,
        language=lang,
        answer=answer,
        progress=progress_of(assessment, name, lang, only),
        prefilled=not answer.confirmed,
        everybody=actors_for(question, assessment.questionnaire.actors),
        evidence_known=_evidence_known(assessment, name),
        first_in_section=first,
        section_intro=section.intro[lang] if first and section.intro else None,
        actors=titles_of(assessment.questionnaire, question.actors, lang),
        contradictions=tuple(
            contradiction(check, lang) for check in assessment.contradictions if name in questions_in(check.when)
        ),
    )


def _evidence_known(assessment: Assessment, name: str) -> tuple[Evidence, ...]:
    """Return the evidence given at other questions: the last before this one, then what was given most often."""
    names = list(assessment.marks)
    at = names.index(name)
    others = [*reversed(names[:at]), *names[at + 1 :]]
    given = Counter(item for other in others for item in assessment.marks[other].answer.evidence)
    known = list(given)
    return (*known[:1], *sorted(known[1:], key=lambda item: -given[item]))


def progress_of(assessment: Assessment, current: str | None, lang: str, only: Collection[str] = ()) -> Progress:
    """Return where ``current`` is among the questions that apply; an unconfirmed answer is not done yet.

    ``only``: the actors whose questions are counted as answered or open; () for everybody's.
    """
    marks = assessment.marks
    theirs = [mark for mark in marks.values() if is_for(only, mark.question, mark.answer)]
    sections = [(section, scored) for section, scored in assessment.sections() if scored]
    number = section_number = 0
    title, ref = "", None
    if current is not None:
        number = list(marks).index(current) + 1
        home, ref = assessment.questionnaire.section_of[current], assessment.questionnaire.by_id[current].ref
        section_number = [section.id for section, _ in sections].index(home.id) + 1
        title = home.title[lang]
    low, high = assessment.level_range
    return Progress(
        section=title,
        section_number=section_number,
        section_count=len(sections),
        question_number=number,
        question_count=len(marks),
        answered=sum(mark.done for mark in theirs),
        open=left(assessment, only),
        level_low=low.title[lang],
        level_high=high.title[lang],
        settled=low is high and sure_of(assessment).level is low,
        ref=ref,
    )


def place_words(progress: Progress, lang: str) -> str:
    """Return which question is shown, by its number in texts and reports or else by its place; "" for none."""
    if progress.ref:
        return say(lang, "interview.place", ref=progress.ref)
    values = {"n": progress.question_number, "total": progress.question_count}
    return say(lang, "interview.place_counted", **values) if progress.question_number else ""


def progress_words(progress: Progress, lang: str) -> str:
    """Return how much is answered, and the fewest and the most that can still be to do."""
    key = "progress" if progress.open[1] else "progress_all"
    return say(lang, f"interview.{key}", n=progress.answered, open=span(*progress.open, lang))


def span(least: int, most: int, lang: str) -> str:
    return str(most) if least == most else say(lang, "start.span", least=least, most=most)


def level_words(progress: Progress, lang: str) -> str:
    """Return which levels are still possible."""
    one = "level" if progress.settled else "level_so_far"
    key = one if progress.level_low == progress.level_high else "level_range"
    return say(lang, f"interview.{key}", low=progress.level_low, high=progress.level_high)


def state_words(item: OverviewItem, lang: str) -> str:
    """Return how a question is answered, and what is the matter with it."""
    plain = item.mark in ("answered", "red_flag") or (item.answer_text and item.mark in ("unsure", "not_applicable"))
    marks = [*(["red_flag"] if item.red_flag else []), *([] if plain else [item.mark])]
    return ": ".join(filter(None, [*(say(lang, f"interview.mark_{mark}") for mark in marks), item.answer_text]))


def open_counts(assessment: Assessment) -> dict[str, int]:
    """Return how many questions keep a report from being complete: "missing", "unsure" and "unconfirmed" ones."""
    unsure = sum(assessment.marks[name].answer.status == "unsure" for name in assessment.missing)
    unconfirmed = sum(not mark.answer.confirmed for mark in assessment.marks.values())
    return {"missing": len(assessment.missing) - unsure, "unsure": unsure, "unconfirmed": unconfirmed}


def counts_words(counts: Mapping[str, int], lang: str) -> str:
    """Return how many questions are in which state, in a line; "" if none is in any."""
    return ", ".join(count(lang, f"interview.count_{name}", n) for name, n in counts.items() if n)


def number_of(question: Question) -> str:
    """Return what a question is called wherever one is named: its number in the questionnaire, else its id."""
    return question.ref or question.id


def numbered(question: Question, lang: str) -> str:
    """Return the text of a question after its number, if it has one."""
    return f"{question.ref}. {question.text[lang]}" if question.ref else question.text[lang]


def contradiction(check: Check, lang: str) -> str:
    return say(lang, "interview.contradiction", text=check.text[lang])


def answer_text(question: Question, answer: Answer, lang: str, actors: Iterable[Tag] = ()) -> str:
    """Return an answer in words, "" for a blank one; its note only if that is the reason for "not applicable".

    ``actors``: those for whom it may wait, if that is to be said.
    """
    for actor in actors:
        if actor.id == answer.waits_for:
            return say(lang, "interview.answer_waits", actor=actor.title[lang])
    if answer.status == "unsure":
        return say(lang, "interview.answer_unsure")
    if answer.status == "not_applicable":
        return say(lang, "interview.answer_not_applicable", reason=answer.note or "")
    return "" if answer.value is None else question.kind.line(question, answer.value, lang)


def scale_lines(question: Question, lang: str) -> list[str]:
    """Return what the ratings of a risk mean, for the help of the question."""
    scale = question.scale
    if scale is None:
        return []
    return [
        line
        for name in ("likelihood", "consequence")
        for line in (f"{say(lang, f'report.{name}')}:", *scale.lines(name, lang))
    ]


def gave_words(question: Question, answer: Answer, lang: str, actors: Iterable[Tag]) -> tuple[str, str]:
    """Return a question that was answered and its answer, each in one line; left to somebody, it says to whom."""
    given = question.words(answer, lang)
    several = given if isinstance(given, list) and len(given) > 1 else [answer_text(question, answer, lang, actors)]
    # Of several, a little of each is seen: one ticked by mistake may be any of them.
    said = "; ".join(safe_line(text, max(12, 40 // len(several))) for text in several)
    return f"{number_of(question)}. {question.text[lang]}", safe_line(said, 60 if len(several) > 1 else 40)


MOST_OFFERED = 9
"""How many pieces of evidence from other questions a screen offers at a time."""


def evidence_parts(item: Evidence) -> tuple[str, str]:
    """Return a reference in one line that is safe to show, and its date in brackets; "" if it has none."""
    return safe_line(item.reference), f" ({item.date})" if item.date else ""


def asked_for(question: Question, answer: Answer, value: Value) -> Literal["note", "evidence"] | None:
    """Return what to ask for unprompted when a question with this answer so far gets a value."""
    if question.note_asker(value) and not answer.note:
        return "note"
    return "evidence" if evidence_wanted(question, value) and not answer.evidence else None


def evidence_wanted(question: Question, value: Value) -> bool:
    """Return whether to ask for evidence unprompted: it is expected, and the best is claimed.

    A control that is not fully in place has little to show yet; what has no points has no better or worse.
    """
    if question.lacks_evidence(Answer("answered", value)):
        return True
    if question.evidence != "expected":
        return False
    return question.score != "control" or question.points_of(value) == question.highest_points
