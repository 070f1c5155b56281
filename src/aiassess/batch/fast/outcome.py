"""What follows from the answers of many submissions: docs/scoring.md over columns, the second half of the fast judge.

A column holds a value for each submission: an array where it is counted or compared, else a list.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from aiassess.batch.columns import Cells, Layout
from aiassess.batch.fast import shares
from aiassess.batch.fast.conditions import Facts
from aiassess.batch.fast.possible import Possible, raise_ranks
from aiassess.batch.fast.reading import Reader
from aiassess.batch.fast.states import ANSWERED, UNSURE
from aiassess.batch.fast.sums import Adder
from aiassess.batch.fast.tables import Tables
from aiassess.batch.fast.values import Gathered
from aiassess.batch.fast.words import Array
from aiassess.model.conditions import questions_in
from aiassess.model.questionnaire import SEVERITIES
from aiassess.scoring.level import residual_points


class Outcome:
    """Works out the rows of submissions that were read."""

    def __init__(self, tables: Tables, reader: Reader, layout: Layout) -> None:
        self._tables, self._layout = tables, layout
        self._questionnaire = questionnaire = tables.questionnaire
        self._names = [question.id for question in reader.questions]
        self._adder = Adder(tables, self._names, tables.row, lambda states: states.each("row"))
        self._risks = shares.Risks(questionnaire)
        controls, tagged = (shares.Controls(questionnaire, tagged=tagged) for tagged in (False, True))
        known = {"inherent": self._risks, "controls": controls}
        self._shares = {name: shares.Summed(tables, name, known.get(name, tagged)) for name in tables.shares}
        inherent = [question.id for question in questionnaire.scored["inherent"]]
        self._inherent = Adder(tables, inherent, tables.row, lambda states: states.each("row"))
        self._possible = Possible(tables)
        self._raising = sorted(q.id for q in questionnaire.questions if any(f.on for f in q.findings))
        self._conditional = [(q.id, found) for q in questionnaire.questions for found in q.findings if found.when]

    def cells(self, gathered: Gathered) -> list[Cells | None]:
        """Return the cells of each; None where there is doubt. The numbers of what was gathered are used up."""
        facts = Facts(self._tables, gathered.numbers, self._names, gathered.doubles)
        doubt = gathered.doubt | self._leave_out(facts)
        sums = self._adder.sums(facts.size, facts.states)
        doubt |= self._tables.row.read(sums, "foreign") > 0
        columns = self._columns(facts, sums, gathered)
        nothing = [None] * facts.size
        rows = zip(*(columns.get(column.name, nothing) for column in self._layout.judged), strict=True)
        return [None if unsure else row for row, unsure in zip(rows, doubt.tolist(), strict=True)]

    # From answers to sums

    def _leave_out(self, facts: Facts) -> Array:
        """Leave out the answers to questions that do not apply; return where one of them was foreign to its question."""
        foreign = np.zeros(facts.size, dtype=bool)
        facts.level_by(lambda: self._levels(facts))
        for section in self._questionnaire.sections:
            inside = facts.hold(section.show_if)
            for question in section.questions:
                if section.show_if or question.applies_if:
                    foreign |= self._tables.of[question.id].each("foreign").take(facts.states[question.id])
                    facts.show(question.id, inside & facts.hold(question.applies_if))
        return foreign

    def _levels(self, facts: Facts) -> tuple[Array, Array]:
        """Return the ranks of the levels by inherent points, twice: of what is there lowest and highest are the same."""
        sums = self._tables.row.read(self._inherent.sums(facts.size, facts.states), "inherent")
        known, places = _looked_up(self._shares["inherent"], sums)
        ranks = np.array([risk.level for risk in known])[places]
        return ranks, ranks

    def _unconfirmed(self, facts: Facts, gathered: Gathered) -> Array:
        """Return where an answer that counts is not confirmed."""
        found = np.zeros(facts.size, dtype=bool)
        for place, questions in gathered.unconfirmed.items():
            names = [self._names[question] for question in questions]
            found[place] = any(self._tables.of[name].each("settled")[facts.states[name][place]] for name in names)
        return found

    def _undetermined(self, facts: Facts) -> Array:
        """Return where an unsure answer leaves open whether the system must stop."""
        found = np.zeros(facts.size, dtype=bool)
        for rule in self._questionnaire.rules:
            if rule.unsure_stops:
                for name in questions_in(rule.when):
                    found |= (facts.states[name] == UNSURE) & ~facts.hold(rule.when)[0]
        return found

    # From sums to cells

    def _columns(self, facts: Facts, sums: Array, gathered: Gathered) -> dict[str, Sequence[Any]]:
        questionnaire, read = self._questionnaire, self._tables.row.read
        missing = read(sums, "missing")
        incomplete = (missing > 0) | self._unconfirmed(facts, gathered)
        findings, critical, major, minor = self._findings(facts, sums)
        found: dict[str, list[Any]] = {}
        columns: dict[str, Sequence[Any]] = {}
        flags = np.zeros(facts.size, dtype=np.int64)
        for name, memo in self._shares.items():
            known, places = _looked_up(memo, read(sums, name))
            if name in ("inherent", "controls"):
                found[name] = _spread(known, places)
            else:
                columns[name] = _spread([share.percent for share in known], places)
            if name.startswith(("controls", "principle_")):
                flags |= np.array([share.flags for share in known])[places]
        earned, residual = self._credits(found, flags, incomplete, critical)

        risks = residual if questionnaire.scoring.level_from == "residual" else found["inherent"]
        by_points = np.array([share.level for share in risks])
        ranks = raise_ranks(questionnaire, facts, by_points, row=0)
        low, high = ranks.copy(), ranks.copy()
        undetermined = self._undetermined(facts)
        names: list[str | None] = [None] * facts.size
        places = np.flatnonzero(incomplete)
        if len(places):
            possible = self._possible.of(facts.opened(places))
            low[places], high[places] = possible.low, possible.high
            for place, named in zip(places.tolist(), possible.missing, strict=True):
                names[place] = named or None

        stop = np.array([level.stop for level in questionnaire.levels])[ranks] | undetermined
        short = (flags >> (ranks + 1) & 1).astype(bool)
        verdicts = np.where(short, "conditional", "ready").astype(object)
        verdicts[incomplete | np.array(list(map(bool, critical)))] = "hold"
        verdicts[stop] = "stop"
        statuses = np.where(incomplete, "incomplete", "complete").astype(object)
        statuses[undetermined] = "undetermined"
        levels = [level.id for level in questionnaire.levels]
        months = [level.reassess_months for level in questionnaire.levels]
        reached = ranks.tolist()

        about = {name: [value or None for value in given] for name, given in gathered.about.items()}  # of UNSET None
        days = [moment[:10] if moment else None for moment in about["completed_at"]]
        columns |= {
            "version": gathered.versions,
            "status": statuses.tolist(),
            "questionnaire": [questionnaire.id] * facts.size,
            "completed_on": days,
            "level": [levels[rank] for rank in reached],
            "level_low": [levels[rank] for rank in low.tolist()],
            "level_high": [levels[rank] for rank in high.tolist()],
            "verdict": verdicts.tolist(),
            "reassess_due": [
                shares.due(day, after) if day and (after := months[rank]) else None
                for day, rank in zip(days, reached, strict=True)
            ],
            "credit_percent": [credit.shown for credit in earned],
            "findings_critical": list(map(len, critical)),
            "findings_major": major.tolist(),
            "findings_minor": minor.tolist(),
            "critical_findings": [" ".join(sorted(some)) if some else None for some in critical],
            "edition": [f"{questionnaire.id}@{questionnaire.version}"] * facts.size,
            "completed_at": about["completed_at"],
            "findings": [" ".join(sorted(some)) if some else None for some in findings],
            "revises": about["revises"],
            "reference": about["reference"],
            "missing": missing.tolist(),
            "missing_questions": names,
        }
        for name, column in (("inherent", found["inherent"]), ("controls", found["controls"]), ("residual", residual)):
            columns[f"{name}_points"] = [share.points for share in column]
            columns[f"{name}_maximum"] = [share.maximum for share in column]
            columns[f"{name}_percent"] = [share.percent for share in column]
        for role, question in questionnaire.subject.items():
            columns[role] = self._told(facts, gathered, question)
        return columns

    def _findings(self, facts: Facts, sums: Array) -> tuple[list[list[str]], list[list[str]], Array, Array]:
        """Return the names of all findings and of the critical ones, and how many are major and minor."""
        counts = {severity: self._tables.row.read(sums, severity) for severity in SEVERITIES}
        found: list[list[str]] = [[] for _ in range(facts.size)]
        critical: list[list[str]] = [[] for _ in range(facts.size)]
        for name in self._raising:
            states, numbers = self._tables.of[name], facts.states[name]
            places = np.flatnonzero(states.each("raising").take(numbers))
            for place, number in zip(places.tolist(), numbers[places].tolist(), strict=True):
                state = states[number]
                found[place] += state.findings
                critical[place] += state.critical
        for name, finding in self._conditional:
            raised = facts.answered(name) & facts.hold(finding.when)[0]
            for place in np.flatnonzero(raised).tolist():
                found[place].append(f"{name}.{finding.id}")
                if finding.severity == "critical":
                    critical[place].append(f"{name}.{finding.id}")
            if finding.severity != "critical":
                counts[finding.severity] = counts[finding.severity] + raised
        return found, critical, counts["major"], counts["minor"]

    def _credits(
        self, found: dict[str, list[Any]], flags: Array, incomplete: Array, critical: Sequence[list[str]]
    ) -> tuple[list[shares.Credit], list[shares.RiskShare]]:
        mitigation = self._questionnaire.scoring.mitigation
        blocked = (flags & 1).astype(bool)
        if mitigation.blocked_when_incomplete:
            blocked |= incomplete
        if mitigation.blocked_by_critical_finding:
            blocked |= np.array(list(map(bool, critical)))
        earned = [
            shares.NO_CREDIT if none else controls.credit
            for none, controls in zip(blocked.tolist(), found["controls"], strict=True)
        ]
        residual = [
            risk
            if credit is shares.NO_CREDIT
            else self._risks[residual_points(risk.points, credit.percent), risk.maximum]
            for risk, credit in zip(found["inherent"], earned, strict=True)
        ]
        return earned, residual

    def _told(self, facts: Facts, gathered: Gathered, name: str) -> list[Any]:
        """Return what was answered to a question that tells something of the subject."""
        if self._tables.of[name].question.kind.picks_one:
            options = [None] * ANSWERED + [option for option, _ in self._tables.choices]
            return [options[number] for number in facts.states[name].tolist()]
        answered = facts.answered(name).tolist()
        if name not in facts.doubles:
            return [value if told else None for value, told in zip(gathered.values[name], answered, strict=True)]
        doubles = zip(facts.doubles[name].tolist(), answered, strict=True)
        return [None if not told else int(value) if value.is_integer() else value for value, told in doubles]


def _looked_up(memo: Mapping[int, Any], sums: Array) -> tuple[list[Any], Array]:
    """Return what follows from the different sums there are, and the place of each submission's among them."""
    keys, places = np.unique(sums, return_inverse=True)
    return [memo[key] for key in keys.tolist()], places


def _spread(known: Sequence[Any], places: Array) -> list[Any]:
    """Return for every submission the one at its place."""
    return list(map(known.__getitem__, places.tolist()))
