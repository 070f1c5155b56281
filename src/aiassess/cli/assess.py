"""``aiassess assess``: the interview, from an empty or unfinished draft to the reports."""

import json
import os
import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.cli.actors import ActorOption, actors_named
from aiassess.cli.ending import Told, next_commands, show_ending
from aiassess.cli.help import set_language
from aiassess.cli.language import machine_language
from aiassess.cli.output import check_choice, complain, show_problems
from aiassess.commands import command_line
from aiassess.drafts.listing import DraftInfo
from aiassess.drafts.places import drafts_folder, found_by_name, is_drafts_folder, rescue, source_of
from aiassess.drafts.reading import keep_dropped
from aiassess.drafts.store import Draft, Drafts
from aiassess.errors import EXIT_INTERRUPTED, AiassessError, invalid
from aiassess.files import write_file
from aiassess.interview.actors import titles_of
from aiassess.interview.mode import choose_mode
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.prefill import Prefill, load_prefill
from aiassess.interview.protocol import Screen
from aiassess.interview.run import Outcome, offer_drafts, run_interview
from aiassess.model.answers import AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import DEFAULT, is_known, known_names, shortest_name
from aiassess.render import renderer
from aiassess.report.build import build_report
from aiassess.safe import safe_line
from aiassess.scoring.assess import score
from aiassess.text import say, spoken

_FILES = ("report.html", "report.md", "report.json", "answers.json")


def assess(
    questionnaire: Annotated[
        str | None, Argument(help="argument_questionnaire_default", metavar="[QUESTIONNAIRE]")
    ] = None,
    lang: Annotated[str | None, Option("--lang", help="option_lang_assess")] = None,
    out: Annotated[Path | None, Option("--out", help="option_out", metavar="DIR")] = None,
    resume: Annotated[str | None, Option("--resume", help="option_resume", metavar="DRAFT")] = None,
    answers: Annotated[str | None, Option("--answers", help="option_prefill", metavar="FILE")] = None,
    new: Annotated[bool, Option("--new", help="option_new")] = False,
    actor: ActorOption = None,
    triage: Annotated[bool, Option("--triage", help="option_triage")] = False,
    plain: Annotated[bool, Option("--plain", help="option_plain")] = False,
) -> int:
    """Hold the interview; return 0 when it was finished or left, 130 when a signal ended it, 3 when it could not be saved."""
    chosen = load_questionnaire(questionnaire) if questionnaire else None
    if chosen is not None:
        check_choice("language_not_offered", lang, chosen.languages)
    mode = choose_mode(plain, os.environ, sys.stdin, sys.stdout)
    first = lang or machine_language() or (chosen or load_questionnaire(DEFAULT)).default_language
    with ExitStack() as held:
        # The terminal is given back before anything else is printed, whatever happens.
        terminal = held.enter_context(ExitStack())
        screen = open_screen(mode, terminal)
        new = new or answers is not None
        draft = _draft(screen, chosen, questionnaire, language=first, out=out, resume=resume, new=new)
        if draft is None:
            return 0
        held.enter_context(draft)
        check_choice("language_not_offered", lang, draft.questionnaire.languages)
        only = tuple(found.id for found in actors_named(actor, draft.questionnaire)) if actor else None
        prefill = _prefill(answers, draft) if answers else None
        outcome = run_interview(
            screen,
            draft,
            language=lang,
            fallback_language=machine_language(draft.questionnaire.languages),
            prefill=prefill,
            triage=triage,
            only=only,
        )
        terminal.close()  # before anything else is printed
        reports = _reports_folder(out, draft)
        if not outcome.finished:
            return _left(draft, outcome, reports)
        return _finish(draft, outcome, reports, plain=mode == "plain")


def _reports_folder(out: Path | None, draft: Draft) -> Path | None:
    """Return the folder that was named, now or when the draft was begun: such a draft is in it."""
    return draft.path.parent if out is None and not is_drafts_folder(draft.path.parent) else out


def _prefill(answers: str, draft: Draft) -> Prefill:
    """Return the answers to begin with; those that the questionnaire does not take are kept beside the draft."""
    prefill = load_prefill(answers, draft.questionnaire)
    return replace(prefill, carried=keep_dropped(draft.path, prefill.carried))


def open_screen(mode: str, held: ExitStack) -> Screen:
    """Return the screen of a mode; whatever happens, it gives the terminal back when ``held`` ends."""
    if mode == "plain":
        return PlainScreen(sys.stdin, sys.stdout)
    from aiassess.interview.terminal.full_screen import TerminalScreen  # noqa: PLC0415 - of no use to the others

    return held.enter_context(closing(TerminalScreen()))


def _draft(
    screen: Screen,
    chosen: Questionnaire | None,
    source: str | None,
    *,
    language: str,
    out: Path | None,
    resume: str | None,
    new: bool,
) -> Draft | None:
    """Return the draft to go on with, held: the one named, one picked from those offered, or a new one; None to leave."""
    drafts = Drafts(out or drafts_folder())
    if resume is not None:
        return drafts.open(resume, chosen, source)
    if not new:
        entries = [info for info in drafts.entries() if chosen is None or _may_answer(info, chosen, source)]
        picked = offer_drafts(screen, entries, language=spoken(language))
        if picked == "leave":
            return None
        if picked != "new":
            return drafts.open(str(picked.path), chosen, source)
    return drafts.create(chosen or load_questionnaire(DEFAULT), source or DEFAULT)


def _may_answer(info: DraftInfo, chosen: Questionnaire, source: str | None) -> bool:
    """Whether a draft answers a questionnaire, in this edition if it was named; of an unreadable one its name alone tells."""
    begun_with = info.name.rpartition("-")[0] if info.problem else info.questionnaire_id[:30]
    majors = [version.partition(".")[0] for version in (info.questionnaire_version, chosen.version)]
    edition_named = source is not None and source != chosen.id and is_known(source)
    return begun_with == chosen.id[:30] and (not edition_named or bool(info.problem) or majors[0] == majors[1])


def _left(draft: Draft, outcome: Outcome, out: Path | None) -> int:
    set_language(spoken(outcome.language))  # for the last word, which is the handler's
    if outcome.unsaved is not None:
        return _saved_elsewhere(draft, outcome, out, outcome.answers, outcome.unsaved)
    if draft.exists:
        _tell("draft_saved", outcome, command=_command_again(draft, outcome))
    return EXIT_INTERRUPTED if outcome.signal is not None else 0


def _tell(key: str, outcome: Outcome, **values: object) -> None:
    complain(say(outcome.language, f"cli.{key}", **values))


def _command_again(draft: Draft, outcome: Outcome, reports: Path | None = None) -> str:
    """Return the command that continues a draft from any folder; ``reports``: where they go, if the draft does not say."""
    name = draft.name if found_by_name(draft.path) else str(draft.path.absolute())
    where = [] if reports is None else ["--out", str(reports.absolute())]
    # A questionnaire that could not be remembered has to be named.
    named = is_known(draft.source) or source_of(draft.path) == draft.source
    part = [word for actor in outcome.state.only for word in ("--actor", actor)] + ["--triage"] * outcome.triage
    return command_line("assess", *([] if named else [draft.source]), "--resume", name, *part, *where)


def _saved_elsewhere(draft: Draft, outcome: Outcome, out: Path | None, answers: AnswerSet, error: AiassessError) -> int:
    """Say what could not be saved and why, save it somewhere else or show it, and return the exit code."""
    show_problems(error, spoken(outcome.language))
    _tell("draft_not_saved", outcome, file=safe_line(str(draft.path)))
    if rescue(draft, answers, outcome.state):
        command = _command_again(draft, outcome, out or Path(draft.questionnaire.id))
        _tell("draft_rescued", outcome, file=safe_line(str(draft.path)), command=command)
    else:
        shipped = draft.source in known_names()
        named = shortest_name(draft.source, draft.questionnaire.version) if shipped else draft.source
        source = command_line("assess", named, "--answers", "answers.json")
        _tell("draft_shown", outcome, command=source)
        data = answers_data(answers, draft.questionnaire.by_id)
        complain(json.dumps(data, indent=1))  # in ASCII: as harmless as it is exact
    return error.exit_code


def _finish(draft: Draft, outcome: Outcome, out: Path | None, *, plain: bool) -> int:
    """Write the reports and the answers; only then let go of the draft, and only if nothing in it is left to do."""
    report = build_report(score(draft.questionnaire, outcome.answers), outcome.language)
    try:
        folder = _new_folder(out, draft.questionnaire.id, outcome)
        texts = {
            "answers.json": to_json(answers_data(outcome.answers, draft.questionnaire.by_id)),
            "report.md": renderer("md")(report),
            "report.html": renderer("html")(report),
            "report.json": renderer("json")(report),
        }
        for name, text in texts.items():
            write_file(folder / name, text)
    except AiassessError as error:
        if outcome.unsaved is not None:
            return _saved_elsewhere(draft, outcome, out, _unfinished(outcome), error)
        _tell("draft_saved", outcome, command=_command_again(draft, outcome))
        raise
    kept = None if report["result"]["status"] != "complete" or outcome.state.typed else draft.discard()
    unsaved = _keep(draft, outcome, report["digest"]) if draft.exists else None
    own = None if is_known(draft.source) else draft.source
    told = _told(draft, outcome, out, folder, kept)
    told += next_commands(str(folder / "report.json"), report, outcome.language, own)
    if draft.exists and unsaved is None:
        told.append(Told(say(outcome.language, "cli.draft_kept"), _command_again(draft, outcome)))
    show_ending(report, told, plain=plain)
    return 0 if unsaved is None else _saved_elsewhere(draft, outcome, out, *unsaved)


def _told(draft: Draft, outcome: Outcome, out: Path | None, folder: Path, kept: Path | None) -> list[Told]:
    """Return what there is to say below the result: where everything is."""

    def told(key: str, **values: object) -> Told:
        return Told(say(outcome.language, f"cli.{key}", **values))

    lines = []
    if out is not None and folder != out:
        lines.append(told("new_folder", out=safe_line(str(out)), folder=safe_line(str(folder))))
    lines.append(told("wrote", folder=safe_line(str(folder)), files=", ".join(_FILES)))
    if outcome.state.only:
        titles = titles_of(draft.questionnaire, outcome.state.only, outcome.language)
        lines.append(told("part_written", actors=", ".join(titles)))
    if kept is not None:
        lines.append(told("dropped_kept", file=safe_line(str(kept))))
    return lines


def _unfinished(outcome: Outcome, follows: str | None = None) -> AnswerSet:
    """Return the answers as a draft holds them; ``follows``: the digest of a report that was made of them already."""
    about = replace(outcome.answers.about, completed_at=None)
    return replace(outcome.answers, about=replace(about, revises=follows or about.revises))


def _keep(draft: Draft, outcome: Outcome, follows: str) -> tuple[AnswerSet, AiassessError] | None:
    """Keep the draft of an assessment with questions unanswered; return it and why, if it could not be saved.

    ``follows``: the digest of the report just written, which the one to come names.
    """
    answers = _unfinished(outcome, follows)
    try:
        draft.save(answers, replace(outcome.state, review=True))
    except AiassessError as error:
        return answers, error
    return None


def _new_folder(out: Path | None, questionnaire_id: str, outcome: Outcome) -> Path:
    """Make and return a folder that holds no report yet: a finished assessment is revised, never overwritten."""
    day = (outcome.answers.about.completed_at or "")[:10]
    wanted = out if out is not None else Path(f"{questionnaire_id}-{day}")
    folder, number = wanted, 1
    # Without --out the folder is ours alone, so it must not exist yet; one that was named may hold other things.
    while any((folder / name).exists() for name in _FILES) or (out is None and folder.exists()):
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise invalid("cannot_make_folder", file=str(folder), reason=error.strerror or str(error)) from None
    return folder
