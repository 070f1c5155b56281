"""``aiassess batch``: many submissions to one table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from aiassess.batch.interrupts import end_at_once_from_now
from aiassess.batch.known import all_questionnaires
from aiassess.batch.outputs import due_target, list_target, targets_of
from aiassess.cli.help import current_language
from aiassess.cli.output import check_choice, complain
from aiassess.cli.progress import Progress, State
from aiassess.commands import command_line
from aiassess.errors import EXIT_INTERRUPTED, AiassessError, Problem, WrongUsage
from aiassess.kinds.parts import DATE_PATTERN
from aiassess.render import PORTFOLIO_FORMATS, format_of_ending
from aiassess.safe import safe_line
from aiassess.text import LANGUAGES, count, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiassess.batch.run import Run


def batch(
    context: typer.Context,
    inputs: Annotated[list[str], Argument(help="argument_inputs", metavar="INPUT...")],
    output: Annotated[list[str] | None, Option("-o", "--output", help="option_output_table", metavar="FILE")] = None,
    format_: Annotated[str | None, Option("--format", help="option_format_table", metavar="FORMAT")] = None,
    table: Annotated[str | None, Option("--table", help="option_table", metavar="TABLE")] = None,
    bom: Annotated[bool, Option("--bom", help="option_bom")] = False,
    questionnaire: Annotated[
        list[str] | None, Option("-q", "--questionnaire", help="option_questionnaire_more", metavar="QUESTIONNAIRE")
    ] = None,
    errors: Annotated[str | None, Option("--errors", help="option_errors", metavar="FILE")] = None,
    reports: Annotated[str | None, Option("--reports", help="option_reports", metavar="DIR")] = None,
    register: Annotated[str | None, Option("--register", help="option_register", metavar="DIR")] = None,
    jobs: Annotated[int | None, Option("--jobs", help="option_jobs", metavar="N")] = None,
    scheduler: Annotated[str | None, Option("--scheduler", help="option_scheduler", metavar="ADDRESS")] = None,
    summary: Annotated[list[str] | None, Option("--summary", help="option_summary", metavar="FILE")] = None,
    due: Annotated[list[str] | None, Option("--due", help="option_due", metavar="FILE")] = None,
    as_of: Annotated[str | None, Option("--as-of", help="option_as_of", metavar="DATE")] = None,
    latest: Annotated[bool, Option("--latest", help="option_latest")] = False,
    set_aside: Annotated[str | None, Option("--set-aside", help="option_set_aside", metavar="FILE")] = None,
    against: Annotated[str | None, Option("--against", help="option_against", metavar="FILE")] = None,
    changes: Annotated[str | None, Option("--changes", help="option_changes", metavar="FILE")] = None,
    fail_on: Annotated[str | None, Option("--fail-on", help="option_fail_on_any", metavar="LEVEL")] = None,
    strict: Annotated[bool, Option("--strict", help="option_strict_batch")] = False,
    resume: Annotated[bool, Option("--resume", help="option_resume_batch")] = False,
    lang: Annotated[str | None, Option("--lang", help="option_lang_batch")] = None,
) -> int:
    """Score submissions; return 1 if one is refused, ``--fail-on`` is reached or there is none, 130 if interrupted."""
    from aiassess.batch.plan import Plan  # noqa: PLC0415 - imports numpy, which help does without
    from aiassess.batch.run import Run  # noqa: PLC0415

    questionnaires = all_questionnaires(questionnaire or [])
    languages = dict.fromkeys([*LANGUAGES, *(language for found in questionnaires for language in found.languages)])
    check_choice("language_not_offered", lang, tuple(languages))
    check_choice("no_such_level", fail_on, tuple(dict.fromkeys(x.id for found in questionnaires for x in found.levels)))
    _check_day(as_of, wanted=bool(summary or due))
    summaries = tuple(_summaries(summary or []))
    plan = Plan(
        inputs=tuple(inputs),
        targets=tuple(targets_of(output or [], format_, table or "scores", marked=bom)),
        questionnaires=questionnaires,
        lang=current_language(),
        errors=errors,
        reports=reports,
        reports_lang=lang,
        register=register,
        fail_on=fail_on,
        jobs=jobs,
        scheduler=scheduler,
        strict=strict,
        resume=resume,
        latest=latest,
        set_aside=list_target(set_aside, marked=bom) if set_aside else None,
        summaries=summaries,
        as_of=as_of,
        against=against,
        changes=list_target(changes, marked=bom) if changes else None,
        due=tuple(due_target(name, marked=bom) for name in due or []),
    )
    run = Run(plan)
    progress = Progress(
        run.inputs,
        lambda: State(run.counts.rows, run.counts.refused, run.read, run.before, run.read_before, run.looking),
        prints=run.prints,
    )
    try:
        with progress:
            run.go(progress.show)
    except KeyboardInterrupt:
        end_at_once_from_now()
        _tell_interruption(run, context)
        return EXIT_INTERRUPTED
    except AiassessError as error:
        raise _with_hint(error, run, context) from None
    _tell_end(run, progress.seconds)
    if run.against:
        numbers = {name: f"{n:,}" for name, n in run.against.counts().items()}
        complain(say(current_language(), "rounds.done", file=safe_line(run.plan.against or ""), **numbers))
    return int(bool(run.counts.refused or run.counts.reached or not run.counts.rows))


def _check_day(as_of: str | None, *, wanted: bool) -> None:
    """Raise WrongUsage if a day is given that is not one, or that nothing asks for."""
    if as_of is not None and not wanted:
        raise WrongUsage([Problem("as_of_alone")])
    if as_of is not None and not re.search(DATE_PATTERN, as_of):
        raise WrongUsage([Problem("as_of_wrong", {"found": as_of})])


def _summaries(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each summary asked for with its format; raises WrongUsage if one has none."""
    for name in names:
        format_ = format_of_ending(Path(name).suffix)
        if format_ not in PORTFOLIO_FORMATS:
            raise WrongUsage([Problem("no_summary_ending", file=name)])
        yield name, format_


def _tell_end(run: Run, seconds: float) -> None:
    """Say how much was done, and what was not looked at."""
    lang, counts = current_language(), run.counts
    if run.inputs.passed_over:
        complain(count(lang, "batch.passed_over", run.inputs.passed_over))
    if not counts.rows:
        complain(say(lang, "batch.nothing"))
        return
    if counts.aside:
        rules = {rule: f"{counts.aside[rule]:,}" for rule in ("revised", "newer", "duplicate")}
        complain(say(lang, "batch.set_aside", n=f"{counts.aside.total():,}", **rules))
    values = {
        "rows": f"{counts.rows:,}",
        "scored": f"{counts.rows - counts.refused:,}",
        "refused": f"{counts.refused:,}",
        "seconds": f"{seconds:,.1f}",
        "rate": f"{(counts.rows - run.before) / max(seconds, 1e-3):,.0f}",
    }
    if run.before:
        complain(count(lang, "batch.done_resumed", counts.rows, before=f"{run.before:,}", **values))
    else:
        complain(count(lang, "batch.done", counts.rows, **values))


def _tell_interruption(run: Run, context: typer.Context) -> None:
    lang, rows = current_language(), f"{run.counts.rows:,}"
    if run.resumable:
        complain(say(lang, "batch.kept", rows=rows, command=_command_again(context)))
    elif run.counts.rows:
        complain(say(lang, "batch.kept_not_resumable", rows=rows))


def _with_hint(error: AiassessError, run: Run, context: typer.Context) -> AiassessError:
    """Return an error that ended a run, with how to continue if that is possible."""
    if not run.resumable or error.problems[0].code == "too_many_for_excel":  # which would happen again
        return error
    hint = Problem("rows_kept", {"command": _command_again(context)}, severity="warning")
    return type(error)([*error.problems, hint])


def _command_again(context: typer.Context) -> str:
    """Return the command that goes on with this run, as it is typed."""
    words = ["batch"]
    for param in context.command.params:
        value = context.params.get(param.name or "")
        if param.param_type_name == "argument":
            words += value or []
        elif value and param.name not in ("resume", "help"):
            for item in value if isinstance(value, (list, tuple)) else [value]:
                words += [max(param.opts, key=len), *([] if item is True else [str(item)])]
    return command_line(*words, "--resume")
