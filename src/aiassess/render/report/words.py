"""Sentences about a report that all its renderers share, from the report alone and in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiassess.answers.formats import ABOUT_FIELDS
from aiassess.figures import amount, exact
from aiassess.model.questionnaire import SEVERITIES
from aiassess.render.sentences import Sentences, initial, is_register
from aiassess.report.additions import completed
from aiassess.report.crosswalk import references_of
from aiassess.report.shares import decimals_told, percent_of

if TYPE_CHECKING:
    from fractions import Fraction

    from aiassess.answers.types import PartData, RiskData
    from aiassess.report import types as t

TO_LOOK_AT: tuple[t.ToLookAt, ...] = ("missing", "contradictions", "unconfirmed", "unevidenced")


class Words(Sentences):
    """The words of one report."""

    def __init__(self, report: t.Report) -> None:
        super().__init__("report", report["questionnaire"]["language"])
        self.data = report = completed(report)
        self.result = report["result"]
        self.unevidenced = {item["question"] for item in report["unevidenced"]}
        self.crosswalk = references_of(report)
        self.principle_titles = {item["id"]: item["title"] for item in report["dimensions"]["principles"]}
        self.decimals = decimals_told(self.result)

    def assesses(self) -> str:
        """Return what was assessed, in a word that begins a line."""
        return initial(self.data["about"].get("assesses") or self("system"))

    def stated(self) -> list[tuple[str, str | None]]:
        """Return what the answers say the system is for and its phase, each with its key of ``aiassess.text.report``."""
        about = self.data["about"]
        return [("purpose", about.get("purpose")), ("phase", about.get("phase"))]

    def settled(self) -> str:
        """Say that open questions cannot change the level, if that is true; "" if none are open."""
        result = self.result
        if result["status"] == "complete" or not result["level_settled"]:
            return ""
        # Missing answers may raise the level for now, or lower it: then it is not the one to come.
        stays = result["level"] == result["level_range"][0]
        if self.data["unconfirmed"]:
            return self("settled_but_unconfirmed") if stays else ""
        return self("settled") if stays else self("settled_elsewhere", level=result["level_range_titles"][0])

    def level_so_far(self) -> list[str]:
        """Return the level in lines, with those still possible, and whether open questions can change it."""
        result, lines = self.result, [f"{self('level')}: {self.result['level_title']}"]
        if not result["level_settled"]:
            lines.append(f"{self('range')}: {self.possible(*result['level_range_titles'])}")
        return [*lines, *filter(None, [self.settled()])]

    def to_look_at(self) -> list[tuple[str, str]]:
        """Return the name of each list of questions that still need attention, and how many it has."""
        return [(name, self.count(f"{name}_count", len(self.data[name]))) for name in TO_LOOK_AT if self.data[name]]

    def missing_how(self, item: t.MissingData) -> str:
        """Return how a question is open: without an answer, or unsure, and whom it waits for."""
        how = self(f"answer_{item['status']}")
        return self("waits_for", how=how, actor=item["for_title"]) if "for_title" in item else how

    def counted_now(self, item: t.UnevidencedData) -> str:
        """Return the points of an answer without evidence, and what it would get with evidence."""
        label = item["label"]
        answer = "; ".join(label) if isinstance(label, list) else label or ""
        full = item["points_with_evidence"]
        return self("counted_now", answer=answer, points=item["points"], full=full, maximum=item["maximum"])

    def counted_how(self, item: t.AnswerData) -> str:
        """Return why an answer gets its points, unless the answer itself shows it."""
        if item["status"] in ("unanswered", "unsure"):
            return self("counted_worst")
        return self("counted_without_evidence") if item["question"] in self.unevidenced else ""

    def percent(self, score: t.ScoreData) -> str:
        """Return a share, or that it is not measured, with enough decimals to tell it from its thresholds."""
        decimals = self.decimals if score is self.result["inherent"] or score is self.result["residual"] else 1
        return percent_of(score, self.asked(score), decimals) or self("not_measured")

    def asked(self, score: t.ScoreData) -> list[Fraction]:
        """Return what "ready" requires of this share, if it falls short."""
        principles = self.data["dimensions"]["principles"]
        tag = next((item["id"] for item in principles if item is score), None)
        if tag is None and score is not self.result["controls"]:
            return []
        return [exact(item["asked_percent"]) for item in self.result["shortfalls"] if item["principle"] == tag]

    def score_cells(self, score: t.ScoreData) -> list[str]:
        if score["percent"] is None and not score["maximum"]:
            return ["", self("not_measured")]
        return [f"{score['points']} / {score['maximum']}", self.percent(score)]

    def credit(self) -> str:
        """Return the credit for controls and what blocks it."""
        credit = self.result["credit"]
        text = f"{self('credit')}: {credit['percent']}%"
        if credit["blocked_by"]:
            text += f" ({self('credit_blocked', why='; '.join(self.blockers(credit['blocked_by'])))})"
        return text

    def blockers(self, names: list[str]) -> list[str]:
        """Return in words what blocks the credit, with several principles in one phrase."""
        titles = {name: self.principle_titles.get(name.partition(":")[2]) for name in names}
        low = [titles[name] or name.partition(":")[2] for name in names if name.startswith("principle:")]
        if len(low) < 2:
            return [self.blocker(name, title) for name, title in titles.items()]
        others = [self.blocker(name, None) for name in names if not name.startswith("principle:")]
        return [*others, self("blocked_principles", titles=", ".join(low))]

    def control_reach(self) -> str:
        """Return how far controls alone could lower the level; "" if answers are missing or it cannot get lower."""
        if self.result["status"] != "complete":
            return ""
        if self.result["held_above_controls"]:
            by_inherent = self.result["level_from"] == "inherent" and self.result["verdict"] != "stop"
            return self("controls_only_decide_verdict" if by_inherent else "controls_cannot_lower")
        if self.result["best_level_by_controls"] == self.result["level"]:
            return ""
        return self("controls_can_lower", level=self.result["best_level_by_controls_title"])

    def approval(self) -> str:
        """Return the label for the approver; a system that must stop is not put up for approval."""
        return self("approval" if self.result["verdict"] == "stop" else "approval_asked")

    def reasons(self) -> list[tuple[str, bool]]:
        """Return the reasons for the level, each with whether it decided; rules that did not decide share a line.

        Reasons that rest on blanks, which count as the worst answer, are marked as assumed.
        """
        told: list[tuple[str, bool]] = []
        also: dict[str, list[str]] = {"also_met": [], "also_assumed": []}
        for item in self.result["reasons"]:
            if item["title"] and not item["decided"]:
                also["also_met" if item["certain"] else "also_assumed"].append(item["title"])
            else:
                told.append((self.reason(item["text"], certain=item["certain"]), item["decided"]))
        return [*told, *((self(key, titles="; ".join(titles)), False) for key, titles in also.items() if titles)]

    def verdict_reasons(self) -> list[str]:
        verdict, status = self.result["verdict"], self.result["status"]
        if verdict == "stop":
            if status != "undetermined":
                return [self("verdict_stop_level")]
            return [
                self("verdict_stop_undetermined"),
                *(self.undetermined(item) for item in self.result["undetermined_by"]),
            ]
        if verdict == "hold":
            reasons = [self("verdict_hold_incomplete")] if status == "incomplete" else []
            critical = [item for item in self.data["findings"] if item["severity"] == "critical"]
            if critical:
                reasons += [self("verdict_hold_critical"), *(item["text"] for item in critical)]
            return reasons
        if verdict == "conditional":
            return [self("verdict_conditional_why"), *(item["text"] for item in self.result["shortfalls"])]
        return [self("verdict_ready_why")]

    def answer_lines(self, item: t.GivenData) -> list[str]:
        """Return an answer line by line; what users typed is still unescaped."""
        if item["status"] != "answered":
            return [self(f"answer_{item['status']}")]
        label, value = item["label"], item["value"]
        if isinstance(label, list):
            return [str(text) for text in label]
        if isinstance(value, (int, float)):
            unit = str(label).removeprefix(f"{value} ") if label is not None else ""
            return [amount(value, unit)]
        if label is not None:
            return [str(label)]
        if is_register(value, label):
            return [self.count("risks_count", len(value))]
        return self.day(str(value)).splitlines() or [""]

    def ratings(self, risk: t.RatedRiskData) -> tuple[str, str]:
        """Return the ratings of a risk before treatment and now, as "2 × 3 = 6"."""
        before, after = f"{risk['likelihood']} × {risk['consequence']} = {risk['inherent_rating']}", treated(risk)
        return before, f"{after[0]} × {after[1]} = {risk['rating']}" if after else str(risk["rating"])

    def answers_by_section(self) -> list[tuple[str, t.SectionData | None, list[t.AnswerData]]]:
        """Return title, counts and answers of each section with answers; an edited report may lack counts."""
        sections = {section["id"]: section for section in reversed(self.data["sections"])}
        found: dict[str, list[t.AnswerData]] = {section["id"]: [] for section in self.data["sections"]}
        for item in self.data["answers"]:
            found.setdefault(item["section"], []).append(item)
        told = [(name, sections.get(name), items) for name, items in found.items() if items]
        return [(section["title"] if section else name, section, items) for name, section, items in told]

    def provenance(self) -> list[tuple[str, str]]:
        """Return where the report comes from, as (key of ``aiassess.text.report``, unescaped value)."""
        about, made, tool = self.data["about"], self.data["questionnaire"], self.data["tool"]
        facts = [
            ("questionnaire", f"{made['id']} {made['version']}"),
            ("questionnaire_status", self(f"standing_{made['status']}")),
            ("answered_version", made["answered_version"] if made["answered_version"] != made["version"] else None),
            ("questionnaire_digest", made["digest"]),
            *((key, about.get(key)) for key in ABOUT_FIELDS if key != "classification"),
            *(("part", part_text(part)) for part in about.get("parts", [])),
            ("tool", f"{tool['name']} {tool['version']}"),
            ("digest", self.data["digest"]),
        ]
        return [(key, value) for key, value in facts if value]

    def plan(self) -> list[tuple[str, list[t.FindingData]]]:
        groups: dict[str | None, list[t.FindingData]] = {}
        for item in self.data["findings"]:
            groups.setdefault(item["actor"], []).append(item)
        return [(items[0]["actor_title"] or self("nobody"), items) for items in groups.values()]

    def action(self, item: t.FindingData) -> str:
        """Return what to do about a finding in one line: how bad it is, who does it, and the question's number."""
        who, ref = item["actor_title"] or self("nobody"), f" [{item['ref']}]" if item["ref"] else ""
        return f"{self('severity_' + item['severity'])} · {who}: {item['action']}{ref}"

    def finding_counts(self) -> str:
        severities = [item["severity"] for item in self.data["findings"]]
        counts = {name: severities.count(name) for name in SEVERITIES}
        return self("findings_count", **counts)


def part_text(part: PartData) -> str:
    """Return whose part answers were merged from, and the file by its name and digest."""
    return " · ".join(text for text in (part.get("assessor"), part.get("file"), part["digest"]) if text)


def treated(risk: RiskData) -> tuple[int, int] | None:
    """Return a risk's likelihood and consequence after treatment, if both were rated."""
    if "residual_likelihood" in risk and "residual_consequence" in risk:
        return risk["residual_likelihood"], risk["residual_consequence"]
    return None
