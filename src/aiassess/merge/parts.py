"""The files to merge: each read and checked, with whose part it is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

from aiassess.answers.formats import MAX_PARTS
from aiassess.errors import InvalidInput, Problem, invalid
from aiassess.files import MAX_REPORT_BYTES, STDIN, read_raw
from aiassess.merge.votes import Vote, says_nothing, tidy
from aiassess.model.answers import AnswerSet, Part
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.shipped import version_key
from aiassess.report.documents import Document, finder, parse_document
from aiassess.visible import is_blank


@dataclass(frozen=True)
class Source:
    """One file to merge; ``name`` is what it was called by, ``digest`` the SHA-256 of its bytes."""

    name: str
    digest: str
    answers: AnswerSet

    @property
    def _names_whose(self) -> bool:
        """Whether the file says of everything in it from which part it is, and has no assessor beside theirs."""
        about = self.answers.about
        given = [answer for answer in self.answers.answers.values() if not says_nothing(answer)]
        known = about.assessor in (None, assessors(about.parts))
        return bool(about.parts) and known and all(answer.given_by for answer in given)

    @cached_property
    def _own(self) -> Part:
        """The file as a part; one that was merged and then gone on with has no assessor of its own but a new one."""
        about = self.answers.about
        assessor = None if about.parts and about.assessor == assessors(about.parts) else about.assessor
        return Part(self.digest, _file_name(self.name), assessor)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts that it brings: those that it was merged from, and itself if it holds anything else."""
        return self.answers.about.parts if self._names_whose else (*self.answers.about.parts, self._own)

    def votes(self, questionnaire: Questionnaire) -> dict[str, Vote]:
        """Return what it says to each question, by id."""
        own = self._own.assessor or self._own.file or self._own.digest
        found = {}
        for name, answer in self.answers.answers.items():
            if not says_nothing(answer):
                given_by = tuple(sorted({*answer.given_by})) or (own,)
                found[name] = Vote(self.name, replace(tidy(questionnaire.by_id[name], answer), given_by=given_by))
        return found


def assessors(parts: Iterable[Part]) -> str | None:
    """Return the assessors of parts as one text."""
    return "; ".join(sorted({part.assessor for part in parts if part.assessor is not None})) or None


def read_sources(
    files: Iterable[str], questionnaire: Questionnaire | None = None
) -> tuple[list[Source], Questionnaire]:
    """Return the files, each once, and the latest edition that they go with; ``questionnaire``: take this one instead.

    Raises InvalidInput with all errors of all files, also if they do not answer one questionnaire of one major version.
    """
    names = list(dict.fromkeys(files))
    if len(names) > MAX_PARTS:
        raise invalid("too_many", limit=MAX_PARTS, count=len(names))
    read: dict[str, tuple[Document, str]] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            raw, shown = read_raw(name, MAX_REPORT_BYTES)
            document = parse_document(raw, shown, finder(questionnaire))
            _ = document.questionnaire
            read[name] = document, f"sha256:{hashlib.sha256(raw).hexdigest()}"
        except InvalidInput as error:
            problems += error.problems
    editions = {name: document.questionnaire for name, (document, _) in read.items()}
    if len({(edition.id, edition.version.partition(".")[0]) for edition in editions.values()}) > 1:
        problems += [
            Problem("merge_other_questionnaire", {"id": edition.id, "version": edition.version}, read[name][0].shown)
            for name, edition in editions.items()
        ]
    elif editions:
        latest = max(editions.values(), key=lambda edition: version_key(edition.version))
        found = []
        for name, (document, digest) in read.items():
            try:
                found.append(Source(name, digest, document.answers_to(latest)))
            except InvalidInput as error:
                problems += error.problems
        if not problems:
            return found, latest
    raise InvalidInput(problems)


def _file_name(name: str) -> str | None:
    """Return the name of a file without its folder, as JSON can hold it; None for standard input."""
    found = PurePath(name).name.encode("utf-8", "replace").decode()
    return None if name == STDIN or is_blank(found) else found
