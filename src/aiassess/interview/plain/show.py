"""Questions and lists as lines of text."""

from collections.abc import Sequence

from aiassess.interview.plain.commands import COMMON, GROUPS, command_words
from aiassess.interview.protocol import Progress, QuestionView, Start, View
from aiassess.interview.views import answer_text, level_words, numbered, place_words, progress_words, scale_lines
from aiassess.model.answers import Evidence
from aiassess.model.questionnaire import Question
from aiassess.model.risks import Risk
from aiassess.safe import safe_line
from aiassess.text import language_name, say
from aiassess.text.plain import MESSAGES


def start_lines(start: Start) -> list[str]:
    """Return the start page."""
    lines = [start.title, "", start.statement, ""]
    lines += [*start.news, ""] if start.news else []
    lines += [f"{name}: {text}" for name, text in start.facts]
    if start.other:
        name, words = language_name(start.other, start.other), command_words(start.other)
        lines.append(
            say(start.other, "plain.start_language", name=name, cmd=words)
        )  # for those who cannot read the rest
    return lines


def question_lines(view: QuestionView) -> list[str]:
    """Return all that a person needs to answer a question, the invitation to type aside."""
    lang, question, progress = view.language, view.question, view.progress
    lines = [*notice_lines(view, lang), ""]
    if view.first_in_section:
        values = {"number": progress.section_number, "total": progress.section_count, "title": progress.section}
        lines.append(say(lang, "plain.section", **values))
        if view.section_intro:
            lines.append(view.section_intro)
        lines.append("")
    lines += progress_lines(progress, lang)
    lines.append(numbered(question, lang))
    if view.actors:
        lines.append(say(lang, "interview.whom", text=", ".join(view.actors)))
    if question.why:
        lines.append(say(lang, "interview.why", text=question.why[lang]))
    if question.published:
        lines.append(say(lang, "interview.published"))
    chosen = () if view.prefilled else view.answer.chosen
    for number, option in enumerate(question.options, 1):
        label = option.label[lang]
        if option.id in chosen:
            label = say(lang, "plain.current_option", label=label)
        lines.append(f"  {number}. {label}")
    if not question.required:
        lines.append(say(lang, "plain.optional"))
    lines += [*view.promised, *view.contradictions]
    answer = view.answer
    given = answer_text(question, answer, lang, view.everybody)
    if given:
        lines.append(say(lang, "plain.taken_over" if view.prefilled else "plain.current_answer", answer=given))
    if answer.note and answer.status != "not_applicable":
        lines.append(say(lang, "plain.note", note=answer.note))
    return [*lines, *evidence_lines(answer.evidence, lang)]


def notice_lines(view: View, lang: str) -> tuple[str, ...]:
    return view.told(say(lang, "plain.undo_this", cmd=command_words(lang)))


def progress_lines(progress: Progress, lang: str, *, place: bool = True) -> list[str]:
    """Return where the interview is and which levels are still possible."""
    told = (place_words(progress, lang) if place else "", progress_words(progress, lang), level_words(progress, lang))
    return [" ".join(f"{words}." for words in told if words)]


def evidence_lines(evidence: Sequence[Evidence], lang: str) -> list[str]:
    return [
        say(lang, "plain.evidence", number=number, item=item.reference + (f" ({item.date})" if item.date else ""))
        for number, item in enumerate(evidence, 1)
    ]


def evidence_sought(question: Question, lang: str) -> list[str]:
    """Return what evidence a question asks for, if it says so."""
    return [say(lang, "plain.help_evidence", hint=question.evidence_hint[lang])] if question.evidence_hint else []


def help_lines(view: QuestionView, commands: Sequence[str]) -> list[str]:
    """Return the help of a question, of its options, and the commands, those of its kind first."""
    lang, question = view.language, view.question
    lines = [question.help[lang] if question.help else say(lang, "interview.help_none")]
    lines += [f"  {number}. {o.label[lang]}: {o.help[lang]}" for number, o in enumerate(question.options, 1) if o.help]
    lines += [*scale_lines(question, lang), *evidence_sought(question, lang)]
    works = {"not_applicable": question.not_applicable, "wait_for": bool(view.everybody)}
    names = [name for name in COMMON if works.get(name, True)]
    return [*lines, "", *command_lines([*commands, *names], lang)]


def command_lines(names: Sequence[str], lang: str) -> list[str]:
    """Return the commands with what each does, in a line for each group."""
    examples = {"goto": " 12", "wait_for": " ICTSO", "edit": " 2", "remove": " 2"}
    told: dict[str, list[str]] = {group: [] for group in (*GROUPS, "interview")}
    for name in names:
        group = next((group for group, members in GROUPS.items() if name in members), "interview")
        words = say(lang, f"plain.help_{name}" if f"help_{name}" in MESSAGES else f"keys.long_{name}")
        told[group].append(f"{command_words(lang)[name]}{examples.get(name, '')} ({words})")
    lines = [f"{say(lang, f'interview.do_{group}')}: {', '.join(each)}." for group, each in told.items() if each]
    return [*lines, say(lang, "plain.help_colon", cmd=command_words(lang))]


def risk_lines(risks: Sequence[Risk], lang: str) -> list[str]:
    if not risks:
        return [say(lang, "screen.risks_none")]
    return [_risk_line(number, risk, lang) for number, risk in enumerate(risks, 1)]


def _risk_line(number: int, risk: Risk, lang: str) -> str:
    ratings = {"likelihood": risk.likelihood, "consequence": risk.consequence, "rating": risk.inherent_rating}
    parts = [say(lang, "plain.risk_line", number=number, title=safe_line(risk.title), **ratings)]
    if risk.treatment:
        parts.append(say(lang, "plain.risk_treatment", text=safe_line(risk.treatment)))
    if risk.residual_likelihood is not None and risk.residual_consequence is not None:
        after = {"likelihood": risk.residual_likelihood, "consequence": risk.residual_consequence}
        parts.append(say(lang, "plain.risk_residual", rating=risk.rating, **after))
    if risk.owner:
        parts.append(say(lang, "plain.risk_owner", text=safe_line(risk.owner)))
    if risk.due:
        parts.append(say(lang, "plain.risk_due", text=risk.due))
    return " ".join(parts)
