"""Both rounds side by side, as plain data in one language (docs/rounds.md#the-earlier-round)."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from fractions import Fraction
from typing import cast

from aiassess.batch.portfolio.accumulators import First, Share, count
from aiassess.batch.portfolio.agencies import AgencySums
from aiassess.batch.portfolio.summary import at_work_of, by_result
from aiassess.batch.portfolio.tally import Group, Portfolio, group_of
from aiassess.batch.rounds.compare import LISTED, Changes, Found
from aiassess.batch.standing import NOW, THEN
from aiassess.figures import one_decimal
from aiassess.model.levels import LocalText
from aiassess.model.questionnaire import SEVERITIES, Questionnaire
from aiassess.render.portfolio import types as t
from aiassess.render.portfolio.shares import shares
from aiassess.scoring.result import STATUSES, VERDICTS


def build_rounds(
    against: str,
    then: Portfolio,
    now: Portfolio,
    found: Found,
    questionnaires: Sequence[Questionnaire],
    lang: str | None,
    *,
    only_critical: bool,
) -> t.RoundsData:
    """Return what changed since the round in the table ``against``, given the sums over both and what was found.

    ``only_critical``: the table names no other findings.
    """
    both, earlier = (then, now), then.tallied
    ids = sorted({name.partition(" ")[0] for portfolio in both for name in portfolio.tallied.groups})
    parts = [
        _Part(
            [q for q in questionnaires if q.id == name],
            [_of_questionnaire(portfolio, name) for portfolio in both],
            found.by_id.get(name, Changes()),
            now.principles,
            lang,
        )
        for name in ids
    ]
    refused, superseded = sum(earlier.refused.values()), sum(earlier.superseded.values()) + earlier.duplicates
    return {
        "against": against,
        "submissions": earlier.submissions,
        "refused": refused,
        "superseded": superseded,
        "systems": earlier.submissions - refused - superseded,
        "only_critical": only_critical,
        "questionnaires": [part.data() for part in parts],
    }


def _of_questionnaire(portfolio: Portfolio, name: str) -> Group:
    """Return the counts of a questionnaire in all its major versions."""
    whole = Group()
    for group, sums in sorted(portfolio.tallied.groups.items()):
        if group.partition(" ")[0] == name:
            whole.add_sums(deepcopy(sums))
    return whole


class _Part:
    """The two rounds of one questionnaire."""

    def __init__(
        self,
        editions: Sequence[Questionnaire],
        rounds: Sequence[Group],
        changes: Changes,
        principles: Sequence[str],
        lang: str | None,
    ) -> None:
        self.q = editions[-1]
        """The newest edition, in whose words both rounds are told as far as it has them."""
        self.lang = lang if lang in self.q.languages else self.q.default_language
        self.editions, self.rounds, self.changes = editions, rounds, changes
        self.places = {
            tag: principles.index(tag) for q in reversed(editions) for tag in [tag.id for tag in q.principles]
        }
        self.titles = {tag.id: self.say(tag.title) for q in editions for tag in q.principles}
        self.levels = {level.id: self.say(level.title) for q in editions for level in q.levels}

    def say(self, text: LocalText) -> str:
        return text.get(self.lang) or next(iter(text.values()))

    def data(self) -> t.RoundsOfQuestionnaire:
        changes = self.changes
        return {
            "id": self.q.id,
            "title": self.say(self.q.title),
            "language": self.lang,
            "then": self.round(THEN),
            "now": self.round(NOW),
            "compared": changes.compared,
            "editions": [
                {"then": then, "now": now, "systems": n} for (then, now), n in sorted(changes.editions.items())
            ],
            "levels": [
                {"id": level, "title": title, "then": self.level(level, THEN), "now": self.level(level, NOW)}
                for level, title in self.levels.items()
            ],
            "changes": {name: changes.counts.get(name, 0) for name in t.CHANGES},
            "lists": {name: self.listed(name) for name in t.CHANGES},
            "opened": self.moved(changes.opened),
            "closed": self.moved(changes.closed),
            "principles": self.principles(),
            "agencies": self.agencies(),
        }

    def counted(self, n: int, systems: int) -> t.Counted:
        return {"systems": n, "percent": one_decimal(Fraction(100 * n, systems)) if systems else 0}

    def round(self, place: int) -> t.RoundData:
        group = self.rounds[place]
        systems = sum(group.results.values())
        verdicts, statuses = by_result(1, VERDICTS, group.results), by_result(2, STATUSES, group.results)
        return {
            "systems": systems,
            "agencies": sum(sums.name != "" for sums in group.agencies.listed()),
            "more_agencies": group.agencies.rest.systems > 0,
            "verdicts": [{"id": name, **self.counted(n, systems)} for name, n in verdicts.items()],
            "statuses": [{"id": name, **self.counted(n, systems)} for name, n in statuses.items()],
            "critical_findings": self.counted(group.critical.get("", 0), systems),
            "findings": {name: group.severities.get(name, 0) for name in SEVERITIES},
            "at_work": at_work_of(self.q, group),
            "unnamed": self.changes.unnamed[place],
            "repeated": self.changes.repeated[place],
        }

    def level(self, level: str, place: int) -> t.RoundLevel:
        results = self.rounds[place].results
        at_level = {result: n for result, n in results.items() if result.split(" ")[0] == level}
        counted = self.counted(sum(at_level.values()), sum(results.values()))
        return {**counted, "verdicts": by_result(1, VERDICTS, at_level)}

    def listed(self, name: t.Change) -> list[t.ChangedSystem]:
        entries = self.changes.lists.get(name, First()).entries
        told = [{key: text or None for key, text in zip(LISTED, entry[1:], strict=True)} for entry in entries]
        return cast("list[t.ChangedSystem]", told)

    def moved(self, counts: Mapping[str, Mapping[str, int]]) -> t.MovedFindings:
        """Return findings that were opened or closed, the most common first, in the words of the newest edition."""
        known = {
            (group_of(q.id, q.version), f"{question.id}.{finding.id}"): (question, finding)
            for q in self.editions
            for question in q.questions
            for finding in question.findings
        }
        severities = dict.fromkeys(SEVERITIES, 0)
        systems: dict[str, int] = {}
        for group, name, n in ((group, *item) for group, some in counts.items() for item in some.items()):
            severities[known[group, name][1].severity] += n
            count(systems, name, n)
        found: dict[str, t.FindingSums] = {
            name: {
                "question": question.id,
                "finding": finding.id,
                "ref": question.ref,
                "text": self.say(finding.text),
                **self.counted(systems[name], self.changes.compared),
            }
            for (_, name), (question, finding) in known.items()
            if name in systems
        }
        return {"severities": severities, "findings": sorted(found.values(), key=lambda item: -item["systems"])}

    # Principles and agencies

    def principles(self) -> list[t.PrincipleTrend]:
        sums = [[*group.agencies.listed(), group.agencies.rest] for group in self.rounds]
        then, now = (self.shares(some) for some in sums)
        return [
            {"id": one["id"], "title": self.titles[one["id"]], "then": one, "now": other}
            for one, other in zip(then, now, strict=True)
        ]

    def shares(self, some: Iterable[AgencySums]) -> list[t.PrincipleShares]:
        found = {tag: Share() for tag in self.places}
        for sums in some:
            for tag, place in self.places.items():
                if sums.shares:
                    found[tag].add_sums(sums.shares[place])
        return [shares(tag, share.systems, share.tenths, share.lowest) for tag, share in found.items()]

    def agencies(self) -> t.TrendsData:
        """Return the trends of agencies, those with the most systems now first, those without a name last."""
        then, now = (group.agencies for group in self.rounds)
        keys = {*then.named, *now.named}
        for agencies in (then, now):
            agencies.settle(keys)
        found: list[t.NamedTrend] = []
        for key in sorted({*then.named, *now.named}):
            both = [agencies.named.get(key, AgencySums()) for agencies in (then, now)]
            found.append({"name": both[1].name or both[0].name or None, **self.trend(both)})
        found.sort(
            key=lambda item: (
                item["name"] is None,
                -item["now"]["systems"],
                -item["then"]["systems"],
                item["name"] or "",
            )
        )
        rest = self.trend([then.rest, now.rest]) if then.rest.systems or now.rest.systems else None
        return {"listed": found, "rest": rest}

    def trend(self, both: Sequence[AgencySums]) -> t.AgencyTrend:
        then, now = ({"systems": sums.systems, "principles": self.shares([sums])} for sums in both)
        return {"then": cast("t.AgencyRound", then), "now": cast("t.AgencyRound", now)}
