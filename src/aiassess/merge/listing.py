"""The contradictions between parts as data, with what each choice would do (docs/merge.md#json)."""

from dataclasses import replace

from aiassess import __version__
from aiassess.answers.dump import value_data
from aiassess.merge import types as t
from aiassess.merge.about import AboutConflict
from aiassess.merge.merging import Merging
from aiassess.merge.types import FORMAT
from aiassess.merge.votes import Conflict, Vote
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question, Questionnaire
from aiassess.report.build import beside_data, question_data
from aiassess.safe import safe_text
from aiassess.scoring.result import Assessment
from aiassess.text import say, spoken


def conflicts_data(merging: Merging, lang: str) -> t.ConflictsData:
    """Return what is not settled, in one of the questionnaire's languages."""
    edition = merging.questionnaire
    return {
        "format": FORMAT,
        "tool": {"name": "aiassess", "version": __version__},
        "language": lang,
        "questionnaire": {"id": edition.id, "version": edition.version},
        "files": [
            {"file": safe_text(source.name), "assessor": source.answers.about.assessor, "digest": source.digest}
            for source in merging.sources
        ],
        "about": [about_conflict_data(conflict) for conflict in merging.about_conflicts],
        "conflicts": [conflict_data(merging, conflict, lang) for conflict in merging.conflicts],
        "preferring": [_preferring(merging, source.name, lang) for source in merging.sources],
    }


def about_conflict_data(conflict: AboutConflict) -> t.AboutConflictData:
    choices: list[t.AboutChoiceData] = [
        {"value": value, "files": [safe_text(file) for file in files]} for value, files in conflict.values.items()
    ]
    return {"field": conflict.field, "choices": choices}


def choices_of(conflict: Conflict) -> list[list[Vote]]:
    """Return the votes of which one can hold, those that say the same together."""
    same: dict[Answer, list[Vote]] = {}
    for vote in conflict.votes:
        same.setdefault(replace(vote.answer, given_by=()), []).append(vote)
    return [*same.values()]


def conflict_data(merging: Merging, conflict: Conflict, lang: str) -> t.ConflictData:
    question, choices = conflict.question, choices_of(conflict)
    return {
        **question_data(question, lang),
        "section": merging.questionnaire.section_of[question.id].id,
        "differing": _differing([votes[0].answer for votes in choices]),
        "choices": [
            {
                "files": [safe_text(vote.file) for vote in votes],
                "answer": _answered(merging.questionnaire, question, votes, lang),
                **_outcome(merging.assessment(conflict, votes[0]), lang),
            }
            for votes in choices
        ],
    }


def _differing(answers: list[Answer]) -> list[t.Differing]:
    kinds: list[tuple[t.Differing, set[object]]] = [
        ("answer", {(answer.status, answer.value, answer.waits_for, answer.confirmed) for answer in answers}),
        ("note", {answer.note for answer in answers}),
        ("evidence", {answer.evidence for answer in answers}),
    ]
    return [name for name, different in kinds if len(different) > 1]


def _answered(edition: Questionnaire, question: Question, votes: list[Vote], lang: str) -> t.AnsweredData:
    names = tuple(sorted({name for vote in votes for name in vote.answer.given_by}))
    answer = replace(votes[0].answer, given_by=names)
    return {
        "text": _in_words(edition, question, answer, lang),
        "status": answer.status,
        "value": value_data(answer.value),
        "label": question.label(answer, lang),
        **beside_data(answer),
    }


def _in_words(edition: Questionnaire, question: Question, answer: Answer, lang: str) -> str:
    said = spoken(lang)
    if answer.value is not None:
        text = question.kind.line(question, answer.value, lang)
    else:
        text = say(said, f"report.answer_{answer.status}")
    for actor in edition.actors:
        if actor.id == answer.waits_for:
            text = say(said, "report.waits_for", how=text, actor=actor.title[lang])
    return text if answer.confirmed else say(said, "merge.unconfirmed", answer=text)


def _outcome(assessment: Assessment, lang: str) -> t.OutcomeData:
    level = assessment.level
    return {
        "level": level.id,
        "level_title": level.title[lang],
        "verdict": assessment.verdict,
        "status": assessment.status,
    }


def _preferring(merging: Merging, file: str, lang: str) -> t.PreferringData:
    assessment, left = merging.preferring(file)
    return {"file": safe_text(file), "left": left, **_outcome(assessment, lang)}
