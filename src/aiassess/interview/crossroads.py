"""When an answer calls for a decision: a use to stop, a level that is settled (docs/interview.md#consequences)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from aiassess.figures import plain_number
from aiassess.interview.actors import busiest, is_for, titles_of, whose_part
from aiassess.interview.sure import sure_of
from aiassess.interview.views import number_of
from aiassess.model.levels import Level, Rule
from aiassess.report.deciding import deciding
from aiassess.scoring.result import Assessment
from aiassess.text import count, say

Way = Literal["correct", "end", "go_on"]
"""Undo what was done, finish as it is, or go on as if nothing had been asked."""


@dataclass(frozen=True, slots=True)
class Crossroads:
    """``text``: what an answer led to; ``ways``: what to do about it, in words; ``more``: what the level asks for."""

    text: str
    ways: tuple[tuple[Way, str], ...]
    more: str = ""


def first_part_done(assessment: Assessment, lang: str, only: Collection[str] = ()) -> Crossroads:
    """Return what there is to decide when triage has asked its questions: the report comes first."""
    page = _Page(assessment, lang, only)
    found = page.settled() if assessment.level_settled else page.unsettled()
    return replace(found, ways=tuple(sorted(found.ways, key=lambda way: way[0] != "end")))


def crossroads(before: Assessment, after: Assessment, lang: str, only: Collection[str] = ()) -> Crossroads | None:
    """Return what a change of answers led to that the person must decide about, the gravest alone; None if nothing.

    ``only``: the actors whose questions are asked; () for everybody's.
    """
    was, now = sure_of(before), sure_of(after)
    rules = [rule for rule in now.stopping if rule not in was.stopping]
    settled = now.level is not None and now.level is not was.level
    if rules or (settled and after.level.stop):
        return _Page(after, lang).stop(rules)
    known = {rule.id for rule, _ in _undetermined(before)}
    unsure = [(rule, names) for rule, names in _undetermined(after) if rule.id not in known]
    if unsure:
        return _Page(after, lang).unsure(unsure)
    return _Page(after, lang, only).settled() if settled and _open(after) else None


def _undetermined(assessment: Assessment) -> list[tuple[Rule, tuple[str, ...]]]:
    """Return the rules that "not sure" leaves open, unless all those answers were taken over and wait to be confirmed."""
    marks = assessment.marks
    return [found for found in assessment.undetermined_by if any(marks[name].answer.confirmed for name in found[1])]


def _open(assessment: Assessment) -> list[str]:
    """Return the questions that the verdict waits for."""
    return [*assessment.missing, *assessment.unconfirmed]


class _Page:
    def __init__(self, assessment: Assessment, lang: str, only: Collection[str] = ()) -> None:
        self.a, self.lang, self.only = assessment, lang, only

    def say(self, key: str, **values: object) -> str:
        return say(self.lang, f"crossroads.{key}", **values)

    def stop(self, rules: list[Rule]) -> Crossroads:
        a, lang = self.a, self.lang
        what = [text[lang] for rule in rules for text in (rule.title, rule.reason) if text]
        level = self.say("level", level=a.level.title[lang])
        if a.level_settled:
            level = f"{level} {say(lang, 'report.settled')}"
        end = "end_stop" if a.status == "complete" else "end_stop_kept"
        return Crossroads(
            "\n".join([*(what or deciding(a, lang)), "", level]),
            (("correct", self.say("correct")), ("end", self.say(end)), ("go_on", self.say("go_on"))),
            self.asked_for(a.level),
        )

    def unsure(self, found: list[tuple[Rule, tuple[str, ...]]]) -> Crossroads:
        q, lang = self.a.questionnaire, self.lang
        lines = [self.say("unsure"), say(lang, "report.verdict_stop_undetermined")]
        for rule, names in found:
            numbers = ", ".join(number_of(q.by_id[name]) for name in names)
            lines += ["", say(lang, "report.undetermined_by", questions=numbers, reason=rule.reason[lang])]
        asked = {actor for _, names in found for name in names for actor in q.by_id[name].actors}
        titles = titles_of(q, asked, lang)
        lines += [self.say("ask", actors="; ".join(titles))] if titles else []
        return Crossroads("\n".join(lines), (("correct", self.say("correct")), ("go_on", self.say("go_on"))))

    def settled(self) -> Crossroads:
        a, lang = self.a, self.lang
        level = a.level_range[0]
        why = [say(lang, "report.settled" if sure_of(a).level else "report.settled_but_unconfirmed")]
        theirs = [name for name in _open(a) if is_for(self.only, a.questionnaire.by_id[name], a.answer_to(name))]
        if a.level is level:
            why.insert(0, self.say("decided_by", reasons="; ".join(deciding(a, lang))))
        return Crossroads(
            "\n".join([self.say("settled", level=level.title[lang]), *why, "", self.still_open()]),
            self.ways(count(lang, "crossroads.go_on_verdict", len(theirs))),
            self.asked_for(level),
        )

    def unsettled(self) -> Crossroads:
        a, lang = self.a, self.lang
        low, high = (level.title[lang] for level in a.level_range)
        possible = say(lang, "report.range_between", low=low, high=high)
        text = "\n".join([self.say("unsettled", possible=possible), "", self.still_open()])
        return Crossroads(text, self.ways(self.say("go_on")))

    def ways(self, go_on: str) -> tuple[tuple[Way, str], ...]:
        return ("go_on", go_on), ("end", self.say("end_settled")), ("correct", self.say("change"))

    def asked_for(self, level: Level) -> str:
        """Return what a level asks for, as a list with its heading; "" if it asks for nothing."""
        lang, ready = self.lang, level.ready_at
        asked = [f"{say(lang, 'report.approval')}: {level.approval[lang]}"] if level.approval else []
        if ready:
            needed = {"ready_controls": ready.controls, "ready_principles": ready.each_principle}
            parts = [self.say(key, percent=plain_number(percent)) for key, percent in needed.items() if percent]
            verdict = say(lang, "report.verdict_ready")
            asked += [self.say("ready", verdict=verdict, parts="; ".join(parts))] if parts else []
        asked += [text[lang] for text in level.obligations]
        return "\n".join([self.say("asks_for"), *(f"- {text}" for text in asked)]) if asked else ""

    def still_open(self) -> str:
        """Return how many questions the verdict waits for, and whose they are."""
        q, lang, names = self.a.questionnaire, self.lang, _open(self.a)
        told = busiest(q, names)
        actors = ", ".join(f"{actor.title[lang]} {n}" for actor, n in told)
        whose = self.say("open_for", actors=actors) if told else ""
        shared = (self.say("open_shared"),) if sum(n for _, n in told) > len(names) else ()
        text = count(lang, "crossroads.open", len(names), whose=whose)
        return " ".join([text, *shared, *whose_part(q, self.only, lang)])
