"""The result as it would be if the interview were finished now, in a page of text (docs/interview.md#preview)."""

from aiassess.interview.views import counts_words, open_counts
from aiassess.render.report.words import Words
from aiassess.report.build import build_report
from aiassess.scoring.result import Assessment
from aiassess.text import say

_ACTIONS, _REASONS = 3, 5
"""How many are told; the report has them all."""


def preview(assessment: Assessment, lang: str) -> str:
    """Return what a report of the answers as they are would say first, in its words."""
    w = Words(build_report(assessment, lang))
    result, findings, counts = w.result, w.data["findings"], open_counts(assessment)
    verdict = [f"{w('verdict')}: {w.verdict(result['verdict'])}", *_listed(w, w.verdict_reasons(), _REASONS)]
    short = [item["text"] for item in result["shortfalls"]]
    if short and result["verdict"] != "conditional":  # there they are the reasons
        verdict += [say(lang, "preview.short", verdict=w.verdict("ready")), *_listed(w, short, len(short))]
    told = counts_words(counts, lang)
    open_ = [say(lang, "preview.open", counts=told)] if told else []
    open_ += [text for name, text in w.to_look_at() if name not in counts]
    acts = [f"{w('first_actions')}: {w.finding_counts()}", *_listed(w, [*map(w.action, findings)], _ACTIONS)]
    parts = [[say(lang, "preview.title")], w.level_so_far(), verdict, open_, acts if findings else []]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _listed(w: Words, texts: list[str], most: int) -> list[str]:
    more = len(texts) - most
    return [f"- {text}" for text in texts[:most]] + ([w("more_in_report", n=more)] if more > 0 else [])
