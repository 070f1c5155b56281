"""Whether a saved report is what the questionnaire gives for its own answers (docs/review.md#verify).

A report contains its answers whole, so it can be scored again. The result is compared with what the file says. If they
differ, several originals are tried (the answers as their labels still tell them, another language): one whose digest is the
file's proves what was edited; otherwise the one that leaves the fewest differences is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from aiassess import __version__
from aiassess.answers.check import check_answers
from aiassess.canonical import to_json
from aiassess.errors import InvalidInput, Problem
from aiassess.report.additions import as_made_then
from aiassess.report.build import build_report, signed
from aiassess.report.compare import Difference, differences
from aiassess.report.documents import Document, parse_or_tell
from aiassess.report.restore import answers_of_labels, answers_of_twins
from aiassess.report.saved import SavedReport, answers_document
from aiassess.scoring.assess import score

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from aiassess.answers.types import AnswersFile
    from aiassess.model.questionnaire import Questionnaire
    from aiassess.questionnaire.editions import Editions
    from aiassess.report.documents import Find
    from aiassess.report.types import Report

Outcome = Literal[
    "reproduced",
    "not_given",
    "layout",
    "other_tool",
    "edited",
    "edited_more",
    "edited_unscored",
    "other_result",
    "answers_not_valid",
    "questionnaire_unknown",
    "questionnaire_version",
    "questionnaire_digest",
]
"""
- ``reproduced``: to the byte, line ends aside.
- ``not_given``: reproduced, but its digest is not among those asked for.
- ``layout``: every value is reproduced, but the file was rewritten: order of keys, spaces, the form of a number.
- ``other_tool``: another version of aiassess made it.
- ``edited``: changed after it was made; its digest is still the original's, which proves that ``differences`` is all.
- ``edited_more``: changed after it was made; more than ``differences`` may have been changed.
- ``edited_unscored``: changed after it was made, in something that scoring cannot work out again, or in its digest.
- ``other_result``: its digest is true, but its own answers give something else.
- ``answers_not_valid``: the questionnaire does not take its answers (``problems``).
- ``questionnaire_*``: no questionnaire of that id, version or digest is at hand (``at_hand``), so it cannot be scored.
"""


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of one report; ``true_digest``: whether the digest that it states is that of its content."""

    file: str
    report: Report
    outcome: Outcome = "reproduced"
    true_digest: bool = True
    differences: tuple[Difference, ...] = ()
    problems: tuple[Problem, ...] = ()
    at_hand: tuple[str, ...] = ()
    """Versions of the questionnaire that are at hand."""

    @property
    def tools(self) -> tuple[str, str]:
        """The version of aiassess that made the report, and this one."""
        return self.report["tool"]["version"], __version__

    @property
    def reproduced(self) -> bool:
        """Whether there is nothing at all to be said against the report."""
        return self.outcome == "reproduced"

    @property
    def same_result(self) -> bool:
        """Whether its own answers give every value in it, whoever wrote them down."""
        return self.true_digest and not self.differences and self.outcome in ("reproduced", "layout", "other_tool")


@dataclass(frozen=True, slots=True)
class _Original:
    """A report that the saved one may once have been, and where the saved one differs from it.

    ``proven``: the saved one still states its digest.
    """

    report: Report
    differences: tuple[Difference, ...]
    proven: bool


def verify_text(text: str, shown: str, editions: Editions, digests: Collection[str] = ()) -> Verification:
    """Return the same as ``verify`` for a report's text, sooner if it is to the byte what its answers give.

    Raises InvalidInput if it is not a report of valid shape.
    """
    document = Document(parse_or_tell(text, shown, "report"), shown, text, _exactly(editions))
    if document.made is None or to_json(document.data) != document.text:
        return verify(document.saved, editions, digests)
    return _reproduced(Verification(shown, document.data), digests)


def _exactly(editions: Editions) -> Find:
    """Return what gives the edition with the digest that a report states; ``verify`` says what is known of a missing one."""

    def find(contained: Any) -> Questionnaire:
        found = editions.of_digest(contained["questionnaire"]["digest"])
        if found is None:
            raise InvalidInput(())
        return found

    return find


def _reproduced(said: Verification, digests: Collection[str]) -> Verification:
    return replace(said, outcome="not_given") if digests and said.report["digest"] not in digests else said


def verify(saved: SavedReport, editions: Editions, digests: Collection[str] = ()) -> Verification:
    """Score a report again from its own answers, with the questionnaire of the same digest, and compare.

    ``digests``: if there are any, the report's must be one of them.
    """
    said = Verification(saved.file, saved.data, true_digest=not saved.changed)
    edition = editions.of_digest(saved.data["questionnaire"]["digest"])
    if edition is None:
        return _without_edition(said, saved, editions)
    originals: list[_Original] = []
    problems: tuple[Problem, ...] = ()
    try:
        originals.append(_score_again(saved, edition, answers_document(saved.data)))
    except InvalidInput as error:
        problems = error.problems
    if not originals or originals[0].differences or saved.changed:
        originals += _others(saved, edition)
        # The one that is proven, otherwise the one that leaves the fewest differences.
        found = min(originals, key=lambda one: (not one.proven, len(one.differences)), default=None)
        if found is None:
            return replace(said, outcome="answers_not_valid", problems=problems)
        return replace(said, outcome=_outcome(said, found), differences=found.differences)
    if said.tools[0] != said.tools[1]:
        return replace(said, outcome="other_tool")
    if saved.text is not None and saved.text != to_json(originals[0].report):
        return replace(said, outcome="layout")
    return _reproduced(said, digests)


def translated(saved: SavedReport, edition: Questionnaire, language: str) -> Report:
    """Return a saved report in another language, from its answers; ``edition``: the questionnaire that it was made with."""
    answers = check_answers(answers_document(saved.data), edition, saved.file)
    return build_report(score(edition, answers), language)


def _outcome(said: Verification, found: _Original) -> Outcome:
    if not said.true_digest:
        return "edited" if found.proven else "edited_more" if found.differences else "edited_unscored"
    return "other_result" if said.tools[0] == said.tools[1] else "other_tool"


def _without_edition(said: Verification, saved: SavedReport, editions: Editions) -> Verification:
    """Return what can be said without the report's own questionnaire: perhaps that just its digest was edited."""
    named = saved.data["questionnaire"]
    near = [edition for edition in editions if edition.id == named["id"]]
    for edition in near:
        try:
            found = _score_again(saved, edition, answers_document(saved.data))
        except InvalidInput:
            continue
        if found.proven:
            return replace(said, outcome="edited", differences=found.differences)
    if not near:
        return replace(said, outcome="questionnaire_unknown")
    versions = tuple(edition.version for edition in near)
    same = named["version"] in versions
    return replace(said, outcome="questionnaire_digest" if same else "questionnaire_version", at_hand=versions)


def _others(saved: SavedReport, edition: Questionnaire) -> Iterator[_Original]:
    """Yield what else the report may originally have been, as far as its answers are then valid."""
    data, own = saved.data, answers_document(saved.data)
    language = data["questionnaire"]["language"]
    labels = answers_of_labels(data, edition, language if language in edition.languages else edition.default_language)
    twins = [answers_of_twins(data, edition, document) for document in (own, labels)]
    tool = data["tool"]["version"]
    guesses = [(own, language, __version__)] if tool != __version__ else []
    guesses += [(document, language, tool) for document in (labels, *twins) if document != own]
    guesses += [(own, other, tool) for other in edition.languages if other != language]
    for guess in guesses:
        try:
            yield _score_again(saved, edition, *guess)
        except InvalidInput:
            continue


def _score_again(
    saved: SavedReport,
    edition: Questionnaire,
    document: AnswersFile,
    language: str | None = None,
    version: str | None = None,
) -> _Original:
    """Return the report of an answers document, by default in the saved one's language and as if by its tool.

    Raises InvalidInput if the questionnaire does not take the answers.
    """
    named = {**document["questionnaire"], "id": edition.id}  # another id is a difference like any other, not an error
    answers = check_answers({**document, "questionnaire": named}, edition, saved.file)
    report = build_report(score(edition, answers), language or saved.data["questionnaire"]["language"])
    report = as_made_then(report, saved.data)
    report["tool"]["version"] = version or saved.data["tool"]["version"]
    report = signed(report)
    found = tuple(differences({**report, "digest": ""}, {**saved.data, "digest": ""}))
    return _Original(report, found, report["digest"] == saved.data["digest"])
