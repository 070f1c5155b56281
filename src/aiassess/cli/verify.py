"""``aiassess verify``: whether reports are what the questionnaire gives for their own answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from typer import Argument, Option

from aiassess.answers.formats import DIGEST_PATTERN
from aiassess.canonical import to_json
from aiassess.cli.help import current_language
from aiassess.cli.options import TEXT_OR_JSON, EditionsOption, MessageLang, TextOrJson
from aiassess.cli.output import check_choice, complain, print_result, show_problems
from aiassess.errors import EXIT_INPUT, EXIT_NO, AiassessError, Problem, WrongUsage, file_fault, invalid
from aiassess.files import MAX_REPORT_BYTES, is_folder, read_input
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.editions import Editions
from aiassess.render.verification import problem_data, verification_data, verification_lines
from aiassess.report.saved import reports_in
from aiassess.report.verify import Verification, verify_text
from aiassess.safe import safe_line, safe_text
from aiassess.text import say


def verify(
    reports: Annotated[list[str], Argument(help="argument_reports", metavar="REPORT...")],
    questionnaires: EditionsOption = None,
    digests: Annotated[list[str] | None, Option("--digest", help="option_digest", metavar="DIGEST")] = None,
    format_: TextOrJson = "text",
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Verify each report; return 1 if one is not reproduced, 3 if one cannot be read."""
    check_choice("no_such_format", format_, TEXT_OR_JSON)
    for digest in digests or []:
        if not re.search(DIGEST_PATTERN, digest):
            raise WrongUsage([Problem("schema_digest", {"found": digest})])
    editions = Editions(load_questionnaire(name) for name in questionnaires or [])
    printer = _Printer(as_json=format_ == "json")
    fault: Exception | None = None
    for name in _files(reports, printer):
        try:
            found = verify_text(*read_input(name, MAX_REPORT_BYTES), editions, digests or ())
        except AiassessError as error:
            printer.unreadable(name, error)
        except Exception as error:  # a fault of ours must not cost the verdict on all others
            fault = fault or error
            printer.unreadable(name, file_fault(name, error))
        else:
            printer.verified(found)
    printer.end()
    if fault is not None:
        raise fault
    return EXIT_INPUT if printer.counts["unreadable"] else EXIT_NO if printer.counts["differing"] else 0


def _files(names: list[str], printer: _Printer) -> Iterator[str]:
    """Yield each report file; of a folder, every report below it."""
    for name in names:
        if not is_folder(name):
            yield name
            continue
        try:
            found, others = reports_in(name)
            if not found:
                raise invalid("no_reports", file=name)
        except AiassessError as error:
            printer.unreadable(name, error)
            continue
        yield from found
        if others:
            complain(say(current_language(), "verify.passed_over", folder=safe_line(name, 200), n=others))


class _Printer:
    """Prints each result as it comes, so that of thousands of reports only their number is kept."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.counts = {"reproduced": 0, "differing": 0, "unreadable": 0}

    def verified(self, result: Verification) -> None:
        if self.as_json:
            self._entry(verification_data(result))
        else:
            print_result("".join(f"{line}\n" for line in verification_lines(result, current_language())))
        self.counts["reproduced" if result.reproduced else "differing"] += 1

    def unreadable(self, name: str, error: AiassessError) -> None:
        if self.as_json:
            problems = [problem_data(problem) for problem in error.problems]
            self._entry({"file": safe_text(name), "outcome": "unreadable", "problems": problems})
        show_problems(error, current_language())
        self.counts["unreadable"] += 1

    def end(self) -> None:
        if self.as_json:
            print_result("\n]\n" if sum(self.counts.values()) else "[]\n")
        if sum(self.counts.values()) > 1:
            complain(say(current_language(), "verify.summary", all=sum(self.counts.values()), **self.counts))

    def _entry(self, data: object) -> None:
        start = ",\n" if sum(self.counts.values()) else "[\n"
        print_result(start + "".join(f"  {line}\n" for line in to_json(data).rstrip("\n").split("\n")).rstrip("\n"))
