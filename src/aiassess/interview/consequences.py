"""What follows from an answer, in words (docs/interview.md#consequences)."""

from collections.abc import Collection

from aiassess.interview.views import contradiction, number_of
from aiassess.scoring.result import Assessment
from aiassess.text import count, say


def applicability_notices(
    before: Collection[str], after: Collection[str], given: Collection[str], lang: str
) -> list[str]:
    """Return in words which questions apply now and which no longer do, given the ids before, after, and answered."""
    gone = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    notices = []
    if gone:
        kept = sum(name in given for name in gone)
        key = "gone" if not kept else "gone_kept" if kept == len(gone) else "gone_some_kept"
        notices.append(count(lang, f"interview.{key}", len(gone), kept=kept))
    if new:
        notices.append(count(lang, "interview.new", len(new)))
        back = sum(name in given for name in new)
        if back:
            notices.append(count(lang, "interview.new_kept", back))
    return notices


def consequence_notices(before: Assessment, after: Assessment, lang: str) -> list[str]:
    """Return in words what a change of answers led to: evidence or a note that is due, and contradictions."""
    notices = []
    changed = [
        mark
        for name, mark in after.marks.items()
        if name not in before.marks or before.marks[name].answer != mark.answer
    ]
    for mark in changed:
        if mark.question.id in after.unevidenced:
            points = {"points": mark.points, "maximum": mark.question.points_of(mark.answer.value)}
            notices.append(say(lang, "interview.evidence_due", number=number_of(mark.question), **points))
    for mark in changed:
        option = mark.question.note_asker(mark.answer.value)
        if option and not mark.answer.note:
            values = {"number": number_of(mark.question), "option": option.label[lang]}
            notices.append(say(lang, "interview.note_due", **values))
    known = {check.id for check in before.contradictions}
    notices += [contradiction(check, lang) for check in after.contradictions if check.id not in known]
    return notices
