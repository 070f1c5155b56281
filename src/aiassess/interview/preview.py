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
    parts = [[say(lang, "preview.title")], _level(w), _verdict(w), _open(assessment, w), _actions(w)]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _level(w: Words) -> list[str]:
    result = w.result
    lines = [f"{w('level')}: {result['level_title']}"]
    if not result["level_settled"]:
        lines.append(f"{w('range')}: {w.possible(*result['level_range_titles'])}")
    return [*lines, *([w.settled()] if w.settled() else [])]


def _verdict(w: Words) -> list[str]:
    verdict = w.result["verdict"]
    lines = [f"{w('verdict')}: {w.verdict(verdict)}", *_listed(w, w.verdict_reasons(), _REASONS)]
    short = [item["text"] for item in w.result["shortfalls"]]
    if short and verdict != "conditional":  # there they are the reasons
        lines += [say(w.lang, "preview.short", verdict=w.verdict("ready")), *_listed(w, short, len(short))]
    return lines


def _open(assessment: Assessment, w: Words) -> list[str]:
    counts = open_counts(assessment)
    told = counts_words(counts, w.lang)
    lines = [say(w.lang, "preview.open", counts=told)] if told else []
    return [*lines, *(text for name, text in w.to_look_at() if name not in counts)]


def _actions(w: Words) -> list[str]:
    findings = w.data["findings"]
    if not findings:
        return []
    return [f"{w('first_actions')}: {w.finding_counts()}", *_listed(w, [*map(w.action, findings)], _ACTIONS)]


def _listed(w: Words, texts: list[str], most: int) -> list[str]:
    more = len(texts) - most
    return [f"- {text}" for text in texts[:most]] + ([w("more_in_report", n=more)] if more > 0 else [])
