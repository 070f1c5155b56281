"""Sections and questions: what they refer to, what an option counts as without evidence, and what raises a finding."""

from collections.abc import Iterable, Iterator
from typing import Any

from aiassess.errors import Problem
from aiassess.kinds.registry import KINDS
from aiassess.model.questionnaire import SEVERITIES
from aiassess.questionnaire.checks.conditions import check_condition
from aiassess.questionnaire.checks.manuscript import Manuscript
from aiassess.questionnaire.shipped import version_key
from aiassess.questionnaire.yaml_source import Path_

SUBJECT_TYPES = {
    "system": "text",
    "agency": "text",
    "purpose": "text",
    "phase": "choice",
    "kind": "choice",
    "ministry": "text",
    "officers": "number",
    "trained": "number",
    "saving_time": "number",
    "hours_saved": "number",
}
"""The type of question that tells each part of what is assessed."""


def check_questions(doc: Manuscript) -> Iterator[Problem]:
    """Yield what is wrong with sections, questions, options that they share, and the question that tells the phase."""
    yield from _sections(doc)
    for path, question, place in doc.paths:
        yield from _question(doc, path, question, place)
    yield from _phase_question(doc)
    yield from _public(doc)
    for name, options in doc.sets.items():
        yield from _without_evidence(doc, ("option_sets", name), options)


def _sections(doc: Manuscript) -> Iterator[Problem]:
    place = 0
    for s, section in enumerate(doc.data["sections"]):
        if "show_if" in section:
            yield from check_condition(doc, section["show_if"], ("sections", s, "show_if"), place)
        place += len(section["questions"])
    subject = doc.data.get("subject", {})
    for role, name in subject.items():
        expected = SUBJECT_TYPES[role]
        if doc.questions.get(name, {}).get("type") != expected:
            yield doc.error("subject_question", ("subject", role), id=name, expected=expected)


def _question(doc: Manuscript, path: Path_, question: dict[str, Any], place: int) -> Iterator[Problem]:
    if "show_if" in question:
        yield from check_condition(doc, question["show_if"], (*path, "show_if"), place)
    for name in doc.dimensions:
        yield from _known(doc, question.get(name, []), doc.dimensions[name], (*path, name), "unknown_tag")
    yield from _known(doc, question.get("source", []), doc.sources, (*path, "source"), "unknown_source")
    for name, references in question.get("maps_to", {}).items():
        here = (*path, "maps_to", name)
        if name not in doc.frameworks:
            yield doc.error("unknown_framework", here, id=name, known=[*doc.frameworks])
        elif known := doc.frameworks[name]:
            yield from _known(doc, references, known, here, "unknown_reference")
    yield from _options(doc, path, question)
    for flaw in KINDS.named(question["type"]).flaws(question, doc.options_of(question)):
        make = doc.error if flaw.is_error else doc.warning
        yield make(flaw.code, (*path, *flaw.path), **flaw.values)
    since, version = question.get("since"), doc.data["version"]
    if since is not None and version_key(since) > version_key(version):
        yield doc.warning("since_newer", (*path, "since"), since=since, version=version)
    for i, finding in enumerate(question.get("findings", [])):
        yield from _finding(doc, (*path, "findings", i), question, finding)
    if question.get("score") and not question.get("required", True):
        lowers = question["score"] == "inherent" and doc.data["scoring"]["inherent"].get("unanswered") == "zero"
        yield doc.warning("optional_scored_zero" if lowers else "optional_scored", (*path, "required"))


def _known(doc: Manuscript, ids: Iterable[str], known: list[str], path: Path_, code: str) -> Iterator[Problem]:
    for i, name in enumerate(ids):
        if name not in known:
            yield doc.error(code, (*path, i), id=name, known=known)


def _options(doc: Manuscript, path: Path_, question: dict[str, Any]) -> Iterator[Problem]:
    here = (*path, "options")
    named = question.get("options")
    if isinstance(named, str) and named not in doc.sets:
        yield doc.error("unknown_option_set", here, id=named, known=list(doc.sets))
    options = doc.options_of(question)
    if not isinstance(named, str):
        yield from _without_evidence(doc, here, options)
    yield from _unproven(doc, here, question, options)


def _without_evidence(doc: Manuscript, path: Path_, options: list[dict[str, Any]]) -> Iterator[Problem]:
    next_of = {option["id"]: option.get("without_evidence") for option in options}
    for i, option in enumerate(options):
        target, seen = next_of[option["id"]], {option["id"]}
        if target is not None and target not in next_of:
            known = [name for name in next_of if name != option["id"]]
            yield doc.error("without_evidence_unknown", (*path, i, "without_evidence"), id=target, known=known)
        while target in next_of and target not in seen:
            seen.add(target)
            target = next_of[target]
        if target in seen:
            yield doc.error("without_evidence_circle", (*path, i, "without_evidence"), id=option["id"])


def _unproven(
    doc: Manuscript, path: Path_, question: dict[str, Any], options: list[dict[str, Any]]
) -> Iterator[Problem]:
    """Warn if giving no evidence pays, or if none is ever asked for."""
    named = {option["id"]: option for option in options}
    sign = 1 if question.get("score") == "inherent" else -1
    for option in options:
        other = named.get(option.get("without_evidence", ""))
        if other is None:
            continue
        if question.get("evidence") == "none":
            yield doc.warning("without_evidence_never", path, id=option["id"])
        if question.get("score") and sign * other.get("points", 0) < sign * option.get("points", 0):
            yield doc.warning("without_evidence_better", path, id=option["id"], other=other["id"])


def _finding(doc: Manuscript, path: Path_, question: dict[str, Any], finding: dict[str, Any]) -> Iterator[Problem]:
    if "when" in finding:
        yield from check_condition(doc, finding["when"], (*path, "when"), None)
    if "actor" in finding and finding["actor"] not in doc.dimensions["actors"]:
        yield doc.error("unknown_tag", (*path, "actor"), id=finding["actor"], known=doc.dimensions["actors"])
    if "actor" not in finding and not question.get("actors"):
        yield doc.warning("finding_without_actor", path)
    if "on" not in finding:
        return
    options = {option["id"]: option.get("points", 0) for option in doc.options_of(question)}
    if not options:
        if "options" not in question:
            yield doc.error("finding_on_type", (*path, "on"), type=question["type"])
        return
    for i, option in enumerate(finding["on"]):
        if option not in options:
            yield doc.error("finding_option", (*path, "on", i), option=option, known=list(options))
    yield from _monotone(doc, path, question, finding, options)


def _monotone(
    doc: Manuscript, path: Path_, question: dict[str, Any], finding: dict[str, Any], options: dict[str, int]
) -> Iterator[Problem]:
    """Warn if an option raises the finding but a worse one raises none as severe."""
    if not KINDS.named(question["type"]).picks_one or "score" not in question:
        return
    severe = SEVERITIES[: SEVERITIES.index(finding["severity"]) + 1]
    raised = {
        option for other in question["findings"] if other["severity"] in severe for option in other.get("on", options)
    }
    sign = 1 if question["score"] == "inherent" else -1
    least = min((sign * options[option] for option in finding["on"] if option in options), default=0)
    milder = [option for option, points in options.items() if sign * points > least and option not in raised]
    if milder:
        yield doc.warning("finding_not_on_worse", (*path, "on"), options=milder)


def _phase_question(doc: Manuscript) -> Iterator[Problem]:
    name, path = doc.data.get("phase_question"), ("phase_question",)
    if name is None:
        return
    question = doc.questions.get(name)
    if question is None or not KINDS.named(question["type"]).picks_one:
        yield doc.error("phase_no_choice", path, id=name)
        return
    if question.get("not_applicable"):
        yield doc.error("phase_not_applicable", path, id=name)
    options, phases = doc.ids_of_options(question), doc.dimensions["phases"]
    if set(options) != set(phases):
        yield doc.error("phase_options", path, id=name, options=options, phases=phases)
    for place, other, order in doc.paths:
        if other.get("phases") and order <= doc.order[name]:
            yield doc.warning("phases_too_early", (*place, "phases"), id=name)
    place, _, _ = doc.paths[doc.order[name]]
    if "show_if" in question or "show_if" in doc.data["sections"][place[1]]:
        yield doc.warning("phase_hidden", path, id=name)


def _public(doc: Manuscript) -> Iterator[Problem]:
    """Yield what a public record could not say first: which system it is of, whose, and in which phase if that is asked."""
    path = next(((*path, "public") for path, question, _ in doc.paths if question.get("public")), None)
    subject = doc.data.get("subject", {})
    for role in ("system", "agency", *(["phase"] if "phase" in subject else [])) if path else ():
        if not doc.questions.get(subject.get(role), {}).get("public"):
            yield doc.error("public_nameless", path or (), role=role)
