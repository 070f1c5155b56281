"""Answers from an earlier assessment or a screening, to begin a new interview with (docs/interview.md#prefill)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from aiassess.answers.carry import Carried, carry_over
from aiassess.answers.check import questionnaire_named_in
from aiassess.drafts.state import Promise, State
from aiassess.errors import InvalidInput, invalid
from aiassess.files import STDIN
from aiassess.interview.checklists import changes_of
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import is_known
from aiassess.report.documents import Document, read_document
from aiassess.scoring.assess import score


@dataclass(frozen=True, slots=True)
class Prefill:
    """Answers to begin with, none confirmed yet. ``answers.about.revises`` is the digest of the report they come from."""

    answers: AnswerSet
    carried: Carried
    promises: tuple[Promise, ...] = ()
    """The action plan of the earlier assessment, if that is known."""

    def begun(self, state: State, opening: AnswerSet, questionnaire: Questionnaire) -> State:
        """Return the state of a draft that begins with these answers, among others perhaps."""
        assessment = score(questionnaire, opening)
        changes = {
            lang: text for lang in questionnaire.languages if (text := changes_of(self.carried, assessment, lang))
        }
        return replace(state, promises=self.promises, changes=changes)


def load_prefill(file: str, questionnaire: Questionnaire) -> Prefill:
    """Return the answers in an answers file or a report.json, carried over to this edition of the questionnaire.

    They may have been given to any version of it, since each is looked at again. Raises InvalidInput if the file cannot be
    read, is neither, goes with another questionnaire, or is a report that was changed after it was made.
    """
    # Standard input belongs to the officer.
    document = read_document("./-" if file == STDIN else file, lambda data: _earlier(data) or questionnaire)
    if document.is_report and document.saved.changed:
        raise invalid("report_changed", file=file)
    revises = document.saved.calculated if document.is_report else None
    with document.places():
        data = document.contained
        answers, carried = carry_over(data, questionnaire, file, any_major=True, earlier=_earlier(data))
    taken = {
        name: answer if answer.status == "unanswered" else replace(answer, confirmed=False)
        for name, answer in answers.answers.items()
    }
    # The assessor and the classification may well be the same again; the times are not.
    about = replace(answers.about, started_at=None, completed_at=None, revises=revises or answers.about.revises)
    edition = questionnaire if carried.old_version == carried.new_version else carried.earlier
    return Prefill(replace(answers, about=about, answers=taken), carried, tuple(_promises(document, edition)))


def _promises(document: Document, edition: Questionnaire | None) -> Iterator[Promise]:
    """Yield the action plan of a report; of answers, the one that they give with their own edition, if it is kept."""
    if not document.is_report:
        if edition is None:
            return
        document = Document(document.data, document.shown, find=lambda _: edition)
    try:
        findings = document.report["findings"]
    except InvalidInput:  # the answers that still fit are taken over all the same
        return
    for item in findings:
        number, owner = item["ref"] or item["question"], item["actor_title"] or ""
        name = item["id"].removeprefix(f"{item['question']}.")
        yield Promise(item["question"], name, number, item["text"], item["action"], owner)


def _earlier(data: Any) -> Questionnaire | None:
    """Return the shipped edition that an answers document names, if it is kept."""
    named = questionnaire_named_in(data)
    name = f"{named.get('id')}@{named.get('version')}"
    return load_questionnaire(name) if is_known(name) else None
