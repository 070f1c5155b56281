"""Print what a person types who answers the whole shipped questionnaire, in Malay and line by line, as an example file does."""

from dataclasses import replace
from pathlib import Path

from aiassess import Answer, load_answers, load_questionnaire, score
from aiassess.interview.crossroads import crossroads
from aiassess.interview.views import evidence_wanted
from aiassess.model.questionnaire import Question

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "welfare-eligibility.json"


def typed(question: Question, answer: Answer) -> list[str]:
    """Return the lines that answer one question; notes and evidence are passed over."""
    if answer.status == "unanswered":
        return [":langkau" if question.type == "text" else "langkau"]
    if answer.status == "not_applicable":
        return ["tb", answer.note or "", "."]
    ids = [option.id for option in question.options]
    value = answer.value
    if question.type == "choice":
        lines = [str(ids.index(str(value)) + 1)]
    elif isinstance(value, tuple) and question.type == "choices":
        lines = [", ".join(str(ids.index(str(item)) + 1) for item in value)]
    elif isinstance(value, tuple):
        lines = []
        for risk in value:
            after = [risk.residual_likelihood, risk.residual_consequence] if risk.residual_likelihood else [""]
            fields = [risk.title, risk.likelihood, risk.consequence, risk.treatment, *after, risk.owner, risk.due]
            lines += ["tambah", *(str(field or "") for field in fields)]
        lines.append("siap")
    else:
        lines = [*str(value).splitlines(), *(["."] if question.multiline else [])]
    return [*lines, *([""] if evidence_wanted(question, answer.value) else [])]


def main() -> None:
    """Print the lines; where an answer leads to a decision, go on."""
    questionnaire = load_questionnaire("gpaisa")
    example = load_answers(EXAMPLE, questionnaire)
    so_far = replace(example, answers={})
    before = score(questionnaire, so_far)
    for mark in score(questionnaire, example).marks.values():
        print("\n".join(typed(mark.question, mark.answer)))
        so_far = replace(so_far, answers={**so_far.answers, mark.question.id: mark.answer})
        after = score(questionnaire, so_far)
        if found := crossroads(before, after, "ms"):
            print([way for way, _ in found.ways].index("go_on") + 1)
        before = after
    print("selesai")


if __name__ == "__main__":
    main()
