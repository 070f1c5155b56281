"""What a JSON Schema cannot say about a questionnaire (docs/questionnaire-format.md#checks).

Errors make a questionnaire unusable; warnings are for ``aiassess questionnaire lint``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from aiassess.errors import Problem, Word, nearest
from aiassess.kinds.registry import KINDS
from aiassess.model.conditions import OnOptions, SetAside
from aiassess.model.questionnaire import SEVERITIES
from aiassess.questionnaire.conditions import Data, leaves, test_in
from aiassess.questionnaire.shipped import version_key
from aiassess.questionnaire.yaml_source import Path_, Source
from aiassess.safe import safe_text
from aiassess.visible import is_blank

_TEXT_KEYS = {
    "title",
    "statement",
    "intro",
    "text",
    "help",
    "label",
    "unit",
    "evidence_hint",
    "action",
    "reason",
    "approval",
}
SUBJECT_TYPES = {"system": "text", "agency": "text", "kind": "choice", "officers": "number", "hours_saved": "number"}
"""The type of question that tells each part of what is assessed."""


def check_questionnaire(source: Source) -> list[Problem]:
    """Return every error and warning in a document that the schema accepts, in document order."""
    problems = [*_Checks(source).run()]
    return sorted(problems, key=lambda problem: (problem.file or "", problem.line or 0, problem.column or 0))


class _Checks:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.data = source.data
        self.sets: dict[str, list[dict[str, Any]]] = self.data.get("option_sets", {})
        self.questions: dict[str, dict[str, Any]] = {}
        self.order: dict[str, int] = {}
        self.option_ids: dict[str, list[str]] = {}
        self.paths: list[tuple[Path_, dict[str, Any], int]] = []
        place = 0
        for s, section in enumerate(self.data["sections"]):
            for q, question in enumerate(section["questions"]):
                self.paths.append((("sections", s, "questions", q), question, place))
                self.questions.setdefault(question["id"], question)
                self.order.setdefault(question["id"], place)
                place += 1
        self.levels = [level["id"] for level in self.data["levels"]]
        self.dimensions = {
            name: [tag["id"] for tag in self.data.get("dimensions", {}).get(name, [])]
            for name in ("principles", "actors", "phases")
        }
        self.sources = [item["id"] for item in self.data["provenance"].get("sources", [])]

    def error(self, code: str, path: Path_, **values: object) -> Problem:
        return self.source.problem(code, path, **values)

    def warning(self, code: str, path: Path_, **values: object) -> Problem:
        problem = self.source.problem(code, path, **values)
        return Problem(
            code, values, problem.file, problem.line, problem.column, problem.path, problem.question, severity="warning"
        )

    def run(self) -> Iterator[Problem]:
        yield from self.texts(self.data, ())
        yield from self.unique_ids()
        yield from self.sections()
        for path, question, place in self.paths:
            yield from self.question(path, question, place)
        yield from self.rules()
        for i, check in enumerate(self.data.get("checks", [])):
            yield from self.condition(check["when"], ("checks", i, "when"), None)
        yield from self.phase_question()
        for name, options in self.sets.items():
            yield from self.without_evidence(("option_sets", name), options)
        yield from self.scoring()
        yield from self.level_order()
        yield from self.used()

    # Texts

    def texts(self, node: Any, path: Path_) -> Iterator[Problem]:
        if isinstance(node, dict):
            for key, value in node.items():
                here = (*path, key)
                if key in _TEXT_KEYS and isinstance(value, (str, dict)):
                    yield from self.text(value, here)
                elif key == "obligations" and path[:1] == ("levels",):
                    for i, item in enumerate(value):
                        yield from self.text(item, (*here, i))
                else:
                    yield from self.texts(value, here)
        elif isinstance(node, list):
            for i, item in enumerate(node):
                yield from self.texts(item, (*path, i))
        elif isinstance(node, str) and safe_text(node) != node:  # a publisher, an address: shown like any text
            yield self.error("text_control", path, text=node)

    def text(self, value: str | dict[str, str], path: Path_) -> Iterator[Problem]:
        declared = self.data["languages"]
        if isinstance(value, dict):
            for lang in declared:
                if lang not in value:
                    yield self.error("text_missing_language", path, language=lang)
            for lang in value:
                if lang not in declared:
                    yield self.error("text_extra_language", (*path, lang), language=lang, declared=declared)
        for lang, text in value.items() if isinstance(value, dict) else [("", value)]:
            here = (*path, lang) if lang else path
            if is_blank(text):
                yield self.error("schema_blank_text", here)
            elif safe_text(text) != text:
                yield self.error("text_control", here, text=text)

    # Ids and references

    def unique_ids(self) -> Iterator[Problem]:
        lists: list[tuple[str, Iterable[tuple[Path_, dict[str, Any]]]]] = [
            ("question", [(path, question) for path, question, _ in self.paths]),
            ("section", _items(self.data["sections"], ("sections",))),
            ("rule", _items(self.data.get("rules", []), ("rules",))),
            ("check", _items(self.data.get("checks", []), ("checks",))),
            ("level", _items(self.data["levels"], ("levels",))),
            ("source", _items(self.data["provenance"].get("sources", []), ("provenance", "sources"))),
        ]
        lists += [
            ("tag", _items(self.data.get("dimensions", {}).get(name, []), ("dimensions", name)))
            for name in self.dimensions
        ]
        lists += [("option", _items(options, ("option_sets", name))) for name, options in self.sets.items()]
        for path, question, _ in self.paths:
            if isinstance(question.get("options"), list):
                lists.append(("option", _items(question["options"], (*path, "options"))))
            findings = [
                ((*path, "findings", i), {"id": finding.get("id", f"finding_{i + 1}")})
                for i, finding in enumerate(question.get("findings", []))
            ]
            lists.append(("finding", findings))
        for kind, items in lists:
            seen: dict[str, Path_] = {}
            for path, item in items:
                if item["id"] in seen:
                    first = self.source.mark(seen[item["id"]])
                    line = first.line if first else 0
                    yield self.error("id_twice", path, kind=Word(f"kind_{kind}"), id=item["id"], first_line=line)
                seen.setdefault(item["id"], path)

    def known(self, ids: Iterable[str], known: list[str], path: Path_, code: str) -> Iterator[Problem]:
        for i, name in enumerate(ids):
            if name not in known:
                yield self.error(code, (*path, i), id=name, known=known)

    def options_of(self, question: dict[str, Any]) -> list[dict[str, Any]]:
        options = question.get("options", [])
        return self.sets.get(options, []) if isinstance(options, str) else options

    def ids_of_options(self, question: dict[str, Any]) -> list[str]:
        if question["id"] not in self.option_ids:
            self.option_ids[question["id"]] = [option["id"] for option in self.options_of(question)]
        return self.option_ids[question["id"]]

    def condition(self, data: Data, path: Path_, before: int | None) -> Iterator[Problem]:
        """Check a condition; ``before``: only questions that stand before this place may be looked at."""
        for leaf, place in leaves(data, path):
            if "level_at_least" in leaf:
                yield from self.level_at_least(leaf["level_at_least"], (*place, "level_at_least"), before)
            else:
                yield from self.test(leaf, place, before)

    def test(self, data: Data, path: Path_, before: int | None) -> Iterator[Problem]:
        target = self.questions.get(data["question"])
        if target is None:
            near = nearest(data["question"], self.questions)
            code, values = ("condition_question_near", {"near": near}) if near else ("condition_question", {})
            yield self.error(code, (*path, "question"), id=data["question"], **values)
            return
        if before is not None and self.order[data["question"]] >= before:
            yield self.error("condition_later", (*path, "question"), id=data["question"])
        key, test = test_in(data)
        if test.types and target["type"] not in test.types:
            about = {"id": target["id"], "type": target["type"]}
            yield self.error("condition_type", (*path, key), test=key, allowed=test.types, **about)
        elif isinstance(test, SetAside) and not target.get("not_applicable"):
            yield self.error("condition_never", (*path, key), id=target["id"])
        elif isinstance(test, OnOptions):
            options = self.ids_of_options(target)
            for option in [data[key]] if key == "is" else data[key]:
                if option not in options:
                    yield self.error("condition_option", (*path, key), option=option, id=target["id"], known=options)

    def level_at_least(self, level: str, path: Path_, before: int | None) -> Iterator[Problem]:
        if level not in self.levels:
            yield self.error("unknown_level", path, id=level, known=self.levels)
        if before is None:
            yield self.error("level_not_here", path)
            return
        later = [question["id"] for _, question, place in self.paths if place >= before and _is_inherent(question)]
        if later:
            yield self.error("level_too_early", path, id=later[-1])

    def phase_question(self) -> Iterator[Problem]:
        name, path = self.data.get("phase_question"), ("phase_question",)
        if name is None:
            return
        question = self.questions.get(name)
        if question is None or not KINDS.named(question["type"]).picks_one:
            yield self.error("phase_no_choice", path, id=name)
            return
        if question.get("not_applicable"):
            yield self.error("phase_not_applicable", path, id=name)
        options, phases = self.ids_of_options(question), self.dimensions["phases"]
        if set(options) != set(phases):
            yield self.error("phase_options", path, id=name, options=options, phases=phases)
        for place, other, order in self.paths:
            if other.get("phases") and order <= self.order[name]:
                yield self.warning("phases_too_early", (*place, "phases"), id=name)
        place, _, _ = self.paths[self.order[name]]
        if "show_if" in question or "show_if" in self.data["sections"][place[1]]:
            yield self.warning("phase_hidden", path, id=name)

    # Sections and questions

    def sections(self) -> Iterator[Problem]:
        place = 0
        for s, section in enumerate(self.data["sections"]):
            if "show_if" in section:
                yield from self.condition(section["show_if"], ("sections", s, "show_if"), place)
            place += len(section["questions"])
        subject = self.data.get("subject", {})
        for role, name in subject.items():
            expected = SUBJECT_TYPES[role]
            if self.questions.get(name, {}).get("type") != expected:
                yield self.error("subject_question", ("subject", role), id=name, expected=expected)

    def question(self, path: Path_, question: dict[str, Any], place: int) -> Iterator[Problem]:
        if "show_if" in question:
            yield from self.condition(question["show_if"], (*path, "show_if"), place)
        for name in self.dimensions:
            yield from self.known(question.get(name, []), self.dimensions[name], (*path, name), "unknown_tag")
        yield from self.known(question.get("source", []), self.sources, (*path, "source"), "unknown_source")
        yield from self.options(path, question)
        for flaw in KINDS.named(question["type"]).flaws(question, self.options_of(question)):
            make = self.error if flaw.is_error else self.warning
            yield make(flaw.code, (*path, *flaw.path), **flaw.values)
        since, version = question.get("since"), self.data["version"]
        if since is not None and version_key(since) > version_key(version):
            yield self.warning("since_newer", (*path, "since"), since=since, version=version)
        for i, finding in enumerate(question.get("findings", [])):
            yield from self.finding((*path, "findings", i), question, finding)
        if question.get("score") and not question.get("required", True):
            lowers = question["score"] == "inherent" and self.data["scoring"]["inherent"].get("unanswered") == "zero"
            yield self.warning("optional_scored_zero" if lowers else "optional_scored", (*path, "required"))

    def options(self, path: Path_, question: dict[str, Any]) -> Iterator[Problem]:
        here = (*path, "options")
        named = question.get("options")
        if isinstance(named, str) and named not in self.sets:
            yield self.error("unknown_option_set", here, id=named, known=list(self.sets))
        options = self.options_of(question)
        if not isinstance(named, str):
            yield from self.without_evidence(here, options)
        yield from self.unproven(here, question, options)

    def without_evidence(self, path: Path_, options: list[dict[str, Any]]) -> Iterator[Problem]:
        next_of = {option["id"]: option.get("without_evidence") for option in options}
        for i, option in enumerate(options):
            target, seen = next_of[option["id"]], {option["id"]}
            if target is not None and target not in next_of:
                known = [name for name in next_of if name != option["id"]]
                yield self.error("without_evidence_unknown", (*path, i, "without_evidence"), id=target, known=known)
            while target in next_of and target not in seen:
                seen.add(target)
                target = next_of[target]
            if target in seen:
                yield self.error("without_evidence_circle", (*path, i, "without_evidence"), id=option["id"])

    def unproven(self, path: Path_, question: dict[str, Any], options: list[dict[str, Any]]) -> Iterator[Problem]:
        """Warn where it pays to give no evidence, or where none is ever asked for."""
        named = {option["id"]: option for option in options}
        sign = 1 if question.get("score") == "inherent" else -1
        for option in options:
            other = named.get(option.get("without_evidence", ""))
            if other is None:
                continue
            if question.get("evidence") == "none":
                yield self.warning("without_evidence_never", path, id=option["id"])
            if question.get("score") and sign * other.get("points", 0) < sign * option.get("points", 0):
                yield self.warning("without_evidence_better", path, id=option["id"], other=other["id"])

    def finding(self, path: Path_, question: dict[str, Any], finding: dict[str, Any]) -> Iterator[Problem]:
        if "when" in finding:
            yield from self.condition(finding["when"], (*path, "when"), None)
        if "actor" in finding and finding["actor"] not in self.dimensions["actors"]:
            yield self.error("unknown_tag", (*path, "actor"), id=finding["actor"], known=self.dimensions["actors"])
        if "actor" not in finding and not question.get("actors"):
            yield self.warning("finding_without_actor", path)
        if "on" not in finding:
            return
        options = {option["id"]: option.get("points", 0) for option in self.options_of(question)}
        if not options:
            yield self.error("finding_on_type", (*path, "on"), type=question["type"])
            return
        for i, option in enumerate(finding["on"]):
            if option not in options:
                yield self.error("finding_option", (*path, "on", i), option=option, known=list(options))
        yield from self.monotone(path, question, finding, options)

    def monotone(
        self, path: Path_, question: dict[str, Any], finding: dict[str, Any], options: dict[str, int]
    ) -> Iterator[Problem]:
        """Warn where an option raises the finding and a worse one raises none as severe."""
        if not KINDS.named(question["type"]).picks_one or "score" not in question:
            return
        severe = SEVERITIES[: SEVERITIES.index(finding["severity"]) + 1]
        raised = {
            option
            for other in question["findings"]
            if other["severity"] in severe
            for option in other.get("on", options)
        }
        sign = 1 if question["score"] == "inherent" else -1
        least = min((sign * options[option] for option in finding["on"] if option in options), default=0)
        milder = [option for option, points in options.items() if sign * points > least and option not in raised]
        if milder:
            yield self.warning("finding_not_on_worse", (*path, "on"), options=milder)

    # Rules, scoring, levels

    def rules(self) -> Iterator[Problem]:
        stopping = {level["id"] for level in self.data["levels"] if level.get("stop")}
        for r, rule in enumerate(self.data.get("rules", [])):
            path: Path_ = ("rules", r)
            yield from self.condition(rule["when"], (*path, "when"), None)
            if rule["level"] not in self.levels:
                yield self.error("unknown_level", (*path, "level"), id=rule["level"], known=self.levels)
            for leaf, _ in leaves(rule["when"]):
                name = leaf.get("question")
                if name not in self.questions:
                    continue
                gate, question, _ = self.paths[self.order[name]]
                if question.get("not_applicable"):
                    yield self.error("gate_not_applicable", (*gate, "not_applicable"), id=name, rule=rule["id"])
                if rule["level"] in stopping and not question.get("required", True):
                    yield self.error("gate_optional", (*gate, "required"), rule=rule["id"])

    def scoring(self) -> Iterator[Problem]:
        scoring = self.data["scoring"]
        inherent = scoring["inherent"]
        if inherent["maximum"] == "applicable" and inherent.get("unanswered") == "zero":
            yield self.error("blanks_dilute", ("scoring", "inherent", "unanswered"))
        if scoring["mitigation"].get("from_percent") == 100:
            yield self.error("linear_from_100", ("scoring", "mitigation", "from_percent"))

    def level_order(self) -> Iterator[Problem]:
        levels = self.data["levels"]
        marks = [level.get("up_to_percent") for level in levels]
        if None not in marks:
            yield self.error("no_last_level", ("levels", len(levels) - 1, "up_to_percent"))
        last = marks.index(None) if None in marks else len(marks)
        for i, mark in enumerate(marks):
            if mark is not None and i > last:
                yield self.error("level_after_last", ("levels", i, "up_to_percent"), last=levels[last]["id"])
            elif mark is not None and i and mark <= marks[i - 1]:
                yield self.error("levels_not_rising", ("levels", i, "up_to_percent"), bound=mark, before=marks[i - 1])
        for i, level in enumerate(levels):
            if level.get("stop") and i <= last:
                yield self.warning("stop_by_points", ("levels", i, "stop"))
            if i and not level.get("stop"):
                yield from self.ready_rises(i, levels[i - 1].get("ready_at"), level.get("ready_at"))

    def ready_rises(self, i: int, lower: dict[str, float] | None, here: dict[str, float] | None) -> Iterator[Problem]:
        """Refuse a higher level that asks less: a worse answer would turn the verdict milder."""
        for key in ("controls", "each_principle"):
            asked = (here or {}).get(key, 0)
            before = (lower or {}).get(key, 0)
            if asked < before:
                path: Path_ = ("levels", i, "ready_at", key) if here else ("levels", i)
                yield self.error("ready_falls", path, asked=asked, before=before)

    # What is declared and never used

    def used(self) -> Iterator[Problem]:
        tags = {
            name: {tag for _, question, _ in self.paths for tag in question.get(name, [])} for name in self.dimensions
        }
        controls = {tag for _, q, _ in self.paths if q.get("score") == "control" for tag in q.get("principles", [])}
        for name, ids in self.dimensions.items():
            for i, tag in enumerate(ids):
                path: Path_ = ("dimensions", name, i)
                if tag not in tags[name]:
                    make = self.warning if name == "phases" else self.error
                    yield make("tag_unused", path, id=tag)
                elif name == "principles" and tag not in controls:
                    yield self.warning("principle_not_measured", path, id=tag)
        named = {q["options"] for _, q, _ in self.paths if isinstance(q.get("options"), str)}
        for name in self.sets:
            if name not in named:
                yield self.warning("option_set_unused", ("option_sets", name), id=name)
        cited = {item for _, question, _ in self.paths for item in question.get("source", [])}
        for i, item in enumerate(self.sources):
            if item not in cited:
                yield self.warning("source_unused", ("provenance", "sources", i), id=item)


def _is_inherent(question: dict[str, Any]) -> bool:
    return question.get("score") == "inherent"


def _items(items: list[dict[str, Any]], path: Path_) -> list[tuple[Path_, dict[str, Any]]]:
    return [((*path, i), item) for i, item in enumerate(items)]
