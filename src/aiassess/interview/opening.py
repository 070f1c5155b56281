"""The page before the first question: what this is, what it takes, and what was done already."""

from collections.abc import Container, Iterator

from aiassess.drafts.store import Draft
from aiassess.interview.actors import is_for, whose_part
from aiassess.interview.effort import effort_of
from aiassess.interview.prefill import Prefill
from aiassess.interview.protocol import Start
from aiassess.interview.session import Session
from aiassess.interview.views import span
from aiassess.safe import safe_line
from aiassess.text import count, say

_MOST_PEOPLE = 6


def start_of(
    session: Session, draft: Draft, prefill: Prefill | None, first_part: Container[str] | None = None
) -> Start:
    """Return the page in the session's language; what is left to do is counted from the answers so far.

    ``first_part``: the questions of triage, if only they are asked.
    """
    questionnaire, lang = session.questionnaire, session.language
    return Start(
        language=lang,
        title=questionnaire.title[lang],
        statement=questionnaire.statement[lang],
        other=session.next_language if session.next_language != lang else None,
        news=(*([say(lang, "start.triage")] if first_part else []), *_news(session, draft, prefill)),
        facts=tuple(_facts(session, draft, first_part)),
    )


def _news(session: Session, draft: Draft, prefill: Prefill | None) -> Iterator[str]:
    """Yield whose part it is, what was carried over from elsewhere, and how far a draft has come."""
    questionnaire, lang, overview = session.questionnaire, session.language, session.overview()
    yield from whose_part(questionnaire, session.only, lang)
    yield from overview.notices
    if draft.carried:
        yield from draft.carried.lines(questionnaire, lang)
    if prefill is not None:
        yield count(lang, "interview.prefilled", overview.open["unconfirmed"])
    elif not draft.new:
        marks = session.assessment.marks.values()
        theirs = [mark for mark in marks if is_for(session.only, mark.question, mark.answer)]
        values = {"answered": sum(mark.done for mark in theirs), "applicable": len(theirs)}
        unconfirmed = sum(not mark.answer.confirmed for mark in theirs)
        more = say(lang, "interview.settled_more", n=unconfirmed) if unconfirmed else ""
        yield say(lang, "interview.resumed", draft=draft.name, more=more, **values)


def _facts(session: Session, draft: Draft, first_part: Container[str] | None) -> Iterator[tuple[str, str]]:
    questionnaire, lang = session.questionnaire, session.language
    effort = effort_of(session.assessment, first_part, session.only)
    begun = any(mark.done for mark in session.assessment.marks.values())
    few, many = effort.questions
    if many:
        key = "start.takes_more" if begun else "start.takes"
        takes = count(lang, key, many, questions=span(few, many, lang), minutes=span(*effort.minutes, lang))
        yield say(lang, "start.time"), takes if few == many else say(lang, "start.depends", takes=takes)
    if questionnaire.preparation:
        yield say(lang, "start.papers"), "; ".join(text[lang] for text in questionnaire.preparation)
    if effort.people:
        yield say(lang, "start.people"), _people([(actor.title[lang], n) for actor, n in effort.people], lang)
    yield say(lang, "start.answers"), say(lang, "start.kept", file=safe_line(str(draft.path), 300))


def _people(people: list[tuple[str, int]], lang: str) -> str:
    """Return the busiest by name; the first says what its number means."""
    (title, n), *rest = people[:_MOST_PEOPLE]
    told = [count(lang, "start.up_to", n, title=title), *(f"{title} ({n})" for title, n in rest)]
    others = len(people) - len(told)
    return ", ".join([*told, *([count(lang, "start.others", others)] if others else [])])
