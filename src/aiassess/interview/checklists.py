"""The pages on which answers that were taken over are looked over again (docs/interview.md#prefill)."""

from collections.abc import Collection
from dataclasses import replace

from aiassess.answers.carry import Carried
from aiassess.drafts.state import Promise, State
from aiassess.interview.actors import is_for
from aiassess.interview.protocol import Checklist, Mark, OverviewItem
from aiassess.interview.review import items_of
from aiassess.interview.views import answer_text, number_of, progress_of
from aiassess.interview.walk import Page, is_blank
from aiassess.model.conditions import questions_in
from aiassess.model.questionnaire import Questionnaire
from aiassess.safe import safe_line
from aiassess.scoring.result import Assessment
from aiassess.text import count, say


def checklist_of(page: Page, assessment: Assessment, state: State, lang: str, only: Collection[str] = ()) -> Checklist:
    """Return a page as it is shown, notices apart; ``state`` says which question it is about.

    ``only``: the actors whose promises and questions it has; () for everybody's.
    """
    current = str(state.current)
    progress = replace(progress_of(assessment, current, lang, only), question_number=0, ref=None)
    if page == "changes":
        text = state.changes.get(lang) or next(iter(state.changes.values()), "")
        return Checklist(page, lang, say(lang, "carried.changes"), progress, text=text)
    if page == "promises":
        promises = [each for each in state.promises if _is_theirs(each, assessment, only)]
        items = tuple(_promised(promise, assessment, lang) for promise in promises)
        waiting = [at for at, item in enumerate(items) if item.mark == "unconfirmed"]
        last = max((at for at, promise in enumerate(promises) if promise.question == current), default=-1)
        following = next((at for at in waiting if at >= last), next(iter(waiting), None))
        title = say(lang, "carried.promises", n=len(waiting), total=len(items))
        return Checklist(page, lang, title, progress, items, following)
    section = assessment.questionnaire.section_of[current]
    known = items_of(assessment, lang)
    marks = [assessment.marks[each.id] for each in section.questions if each.id in known]
    items = tuple(known[mark.question.id] for mark in marks if is_for(only, mark.question, mark.answer))
    left = sum(item.mark == "unconfirmed" for item in items)
    values = {"number": progress.section_number, "total": progress.section_count, "title": section.title[lang]}
    decided = next((at for at, item in enumerate(items) if item.question_id == current), None)
    back_at = decided if decided is not None and items[decided].mark != "unconfirmed" else None
    return Checklist(page, lang, say(lang, "carried.section", n=left, **values), progress, items, back_at)


def _is_theirs(promise: Promise, assessment: Assessment, only: Collection[str]) -> bool:
    question = assessment.questionnaire.by_id.get(promise.question)
    return not only or (question is not None and is_for(only, question, assessment.answer_to(promise.question)))


def _today(promise: Promise, questionnaire: Questionnaire, lang: str) -> Promise:
    """Return a promise in the words of today and in any language, if its finding is still known."""
    question = questionnaire.by_id.get(promise.question)
    finding = next((each for each in question.findings if each.id == promise.finding), None) if question else None
    if finding is None:
        return promise
    owners = {actor.id: actor.title[lang] for actor in questionnaire.actors}
    owner = owners.get(finding.actor or "", "")
    return replace(promise, text=finding.text[lang], action=finding.action[lang], owner=owner)


def _promised(promise: Promise, assessment: Assessment, lang: str) -> OverviewItem:
    """Return an action that was promised, and what has become of it, as the answers show."""
    promise = _today(promise, assessment.questionnaire, lang)
    more = say(lang, "carried.owner", text=promise.text, owner=promise.owner) if promise.owner else promise.text
    gone = say(lang, "carried.gone")
    item = OverviewItem("", promise.number, promise.action, gone, "not_applicable", more=more)
    mark = assessment.marks.get(promise.question)
    if mark is None:
        return item
    raised = any(
        (each.question.id, each.finding.id) == (promise.question, promise.finding) for each in assessment.findings
    )
    now: Mark = "unconfirmed" if not mark.answer.confirmed else "red_flag" if raised else "answered"
    answer = say(lang, f"carried.is_{now}", answer=answer_text(mark.question, mark.answer, lang))
    return replace(item, question_id=promise.question, mark=now, answer_text=answer, number=number_of(mark.question))


def promised_at(name: str, assessment: Assessment, state: State, lang: str) -> tuple[str, ...]:
    """Return what was to be done about the answer to a question, as long as that waits to be confirmed."""
    if assessment.marks[name].answer.confirmed:
        return ()
    promises = [_today(each, assessment.questionnaire, lang) for each in state.promises if each.question == name]
    return tuple(say(lang, "carried.promised", action=promise.action) for promise in promises)


def asked_with(name: str, assessment: Assessment) -> list[str]:
    """Return the other questions that the findings of a question look at, as far as they wait to be confirmed."""
    findings = [item.finding for item in assessment.findings if item.question.id == name]
    others = dict.fromkeys(other for finding in findings for other in questions_in(finding.when) if other != name)
    return [other for other in others if other in assessment.marks and not assessment.marks[other].answer.confirmed]


def changes_of(carried: Carried, assessment: Assessment, lang: str) -> str:
    """Return what is different from the earlier assessment: the edition, what was set aside, which questions are asked anew."""
    questionnaire = assessment.questionnaire
    lines = []
    if carried.dropped or carried.old_version != carried.new_version:
        lines = carried.lines(questionnaire, lang)
    blank = [mark.question for mark in assessment.marks.values() if is_blank(mark)]
    before = carried.earlier.by_id if carried.earlier else {}
    new = [question for question in blank if before and question.id not in before]
    for key, found in (("new", new), ("blank", [question for question in blank if question not in new])):
        if found:
            lines += ["", count(lang, f"carried.{key}", len(found))]
            lines += [f"- {number_of(question)}. {safe_line(question.text[lang], 100)}" for question in found]
    return "\n".join(lines).strip("\n")
