"""``aiassess render``: a saved report in another format or language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from aiassess.cli.help import current_language
from aiassess.cli.options import EditionsOption, ReportOutput
from aiassess.cli.output import check_choice, show_problems
from aiassess.cli.targets import targets, write_outputs
from aiassess.errors import AiassessError, InvalidInput, file_fault, invalid
from aiassess.files import MAX_REPORT_BYTES, decode_text, is_folder, read_raw
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.editions import Editions
from aiassess.render import DECISION, DECISION_FORMATS, FORMATS, PUBLIC, PUBLIC_FORMATS, renderer
from aiassess.render.public import public_record, withheld
from aiassess.render.report.extras import Extras
from aiassess.report.chain import Link, chain, link_of
from aiassess.report.documents import load_report, parse_report
from aiassess.report.saved import SavedReport, reports_in
from aiassess.report.verify import translated, verify
from aiassess.safe import safe_text
from aiassess.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.report.types import Report

_MOST_REASONS = 3
_PAPERS = {
    DECISION: (None, DECISION_FORMATS, "md", "no_paper_ending"),
    PUBLIC: (None, PUBLIC_FORMATS, "html", "no_paper_ending"),
}
"""What is made for a reader instead of the report, by its name as ``--format``: how ``targets`` finds its format."""


def render(
    report: Annotated[str, Argument(help="argument_report", metavar="REPORT")],
    format_: Annotated[str | None, Option("--format", help="option_format_render", metavar="FORMAT")] = None,
    output: ReportOutput = None,
    lang: Annotated[str | None, Option("--lang", help="option_lang_render")] = None,
    questionnaires: EditionsOption = None,
    earlier: Annotated[list[str] | None, Option("--earlier", help="option_earlier", metavar="PATH")] = None,
    allow_changed: Annotated[bool, Option("--allow-changed", help="option_allow_changed")] = False,
) -> int:
    check_choice("no_such_format", format_, (*FORMATS, *_PAPERS))
    of = format_ if format_ in _PAPERS else "report"
    wanted = targets(output or [], *_PAPERS.get(of, (format_, FORMATS)))
    raw, shown = read_raw(report, MAX_REPORT_BYTES)
    try:
        saved = parse_report(decode_text(raw, shown, MAX_REPORT_BYTES), shown)
    except InvalidInput as error:
        if not allow_changed or {name for _, name in wanted} != {"text"}:
            raise
        text = _as_it_stands(raw, error)
        write_outputs([(target, text) for target, _ in wanted], [report])
        return 0
    if saved.changed and (not allow_changed or of == PUBLIC or "json" in {name for _, name in wanted}):
        kind = PUBLIC if of == PUBLIC else "json" if allow_changed else "render"
        raise invalid(f"report_changed_{kind}", file=shown)
    data, notice = _in_language(saved, lang, questionnaires or [])
    if of == PUBLIC and (problem := withheld(data)):
        raise InvalidInput([replace(problem, file=shown)])
    links = chain(link_of(saved), _links(earlier)) if earlier else ()
    extras = Extras(notice, links)
    told = public_record(data, saved.data["digest"]) if of == PUBLIC else data
    beside = {name: () if name == "json" or of == PUBLIC else (extras,) for _, name in wanted}
    texts = [(target, renderer(name, of)(told, *beside[name])) for target, name in wanted]
    write_outputs(texts, [report])
    return 0


def _in_language(saved: SavedReport, lang: str | None, questionnaires: list[str]) -> tuple[Report, str | None]:
    """Return the report in the language asked for, and the notice that goes with it."""
    named = saved.data["questionnaire"]
    if lang is None or lang == named["language"]:
        return saved.data, say(named["language"], "report.notice_changed") if saved.changed else None
    editions = Editions(load_questionnaire(name) for name in questionnaires)
    edition = editions.of_digest(named["digest"])
    if edition is None:
        raise invalid("render_no_questionnaire", file=saved.file, id=named["id"], version=named["version"])
    check_choice("language_not_offered", lang, edition.languages)
    if not verify(saved, editions).same_result:
        raise invalid("render_not_reproduced", file=saved.file)
    return translated(saved, edition, lang), say(lang, "report.notice_language", digest=saved.data["digest"])


def _links(paths: list[str]) -> Iterator[Link]:
    """Yield what the chain needs of each earlier report; one in a folder that cannot be read is reported and skipped."""
    for path in paths:
        if not is_folder(path):
            yield link_of(load_report(path))
            continue
        for file in reports_in(path)[0]:
            try:
                yield link_of(load_report(file))
            except InvalidInput as error:
                show_problems(error, current_language())
            except Exception as error:  # a fault of ours must not cost the whole chain
                show_problems(file_fault(file, error), current_language())


def _as_it_stands(raw: bytes, error: AiassessError) -> str:
    """Return an unreadable report as text; without the file's name, which git makes up each time."""
    lang = current_language()
    reasons = [replace(problem, file=None).line_text(lang) for problem in error.problems[:_MOST_REASONS]]
    text = safe_text(raw.decode("utf-8-sig", errors="replace")) if len(raw) <= MAX_REPORT_BYTES else ""
    return "\n".join([say(lang, "report.notice_unreadable"), *reasons, "", text.rstrip("\n")]).rstrip("\n") + "\n"
