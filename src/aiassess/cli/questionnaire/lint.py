"""``aiassess questionnaire lint``: what is wrong with a questionnaire."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from aiassess.cli.help import current_language, words
from aiassess.cli.options import MessageLang
from aiassess.cli.output import check_choice, complain, print_result, show_problems
from aiassess.errors import EXIT_INPUT, EXIT_NO, AiassessError, Problem, WrongUsage
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.catalog import checked_source, load_questionnaire, whole_of
from aiassess.questionnaire.checks.terms import Term, check_terms, terms_of
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.questionnaire.schema import by_place
from aiassess.questionnaire.yaml_source import Source
from aiassess.render.lint import LINT_FORMATS, Linted, render_lint

_AGAIN = {"prove_band_never": "band_unreached", "prove_level_never": "level_without_rule"}
"""What a proof says again of the same place."""


def lint(
    names: Annotated[list[str], Argument(help="argument_questionnaires", metavar="QUESTIONNAIRE...")],
    format_: Annotated[str, Option("--format", help="option_format_lint", metavar="FORMAT")] = "text",
    proven: Annotated[bool, Option("--prove", help="option_prove")] = False,
    baseline: Annotated[str | None, Option("--baseline", help="option_baseline", metavar="OLD")] = None,
    witness: Annotated[Path | None, Option("--witness", help="option_witness", metavar="DIR")] = None,
    terms: Annotated[list[str] | None, Option("--terms", help="option_terms", metavar="FILE")] = None,
    strict: Annotated[bool, Option("--strict", help="option_strict")] = False,
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Print every error, warning and note; return 1 if there is an error, 3 if a file cannot be read."""
    check_choice("no_such_format", format_, LINT_FORMATS)
    if witness and len(names) > 1:
        raise WrongUsage([Problem("witness_of_one", {"count": len(names)})])
    found, old = [], load_questionnaire(baseline) if baseline else None
    listed = [term for file in terms or [] for term in terms_of(file)]
    for name in _wholes(names):
        one = _linted(name, old, proven or witness is not None, witness, listed)
        found.append(one)
        if format_ == "text":
            _print(one)
    if format_ != "text":
        print_result(render_lint(found, format_, current_language()))
    if not all(one.readable for one in found):
        return EXIT_INPUT
    return EXIT_NO if any(one.count("error") or (strict and one.count("warning")) for one in found) else 0


def _wholes(names: list[str]) -> list[str]:
    """Return the questionnaires to check, each once: a name may be that of one of its section files."""
    found: list[str] = []
    for name in names:
        whole = whole_of(name)
        if whole not in found:
            found.append(whole)
            if whole != name:
                complain(words("lint_section", name=name, whole=whole))
    return found


def _linted(name: str, old: Questionnaire | None, proven: bool, witness: Path | None, terms: list[Term]) -> Linted:
    try:
        source, problems = checked_source(name)
        sound = None if any(problem.severity == "error" for problem in problems) else source
        changed = _changed(name, old, sound) if old else ()
        more = _proven(name, sound, witness) if proven else ()
        said = check_terms(sound, terms) if sound else ()
        again = {(problem.path, _AGAIN.get(problem.code)) for problem in more}
        problems = [problem for problem in problems if (problem.path, problem.code) not in again]
        return Linted(name, tuple(by_place([*problems, *changed, *more, *said])))
    except AiassessError as error:
        show_problems(error, current_language())
        return Linted(name, error.problems, readable=False)


def _changed(name: str, old: Questionnaire, sound: Source | None) -> Iterable[Problem]:
    if sound is None:
        return [Problem("baseline_after_errors", file=name, severity="note")]
    from aiassess.edition.baseline import baseline_problems  # noqa: PLC0415 - few compare

    return baseline_problems(old, sound, current_language())


def _proven(name: str, sound: Source | None, witness: Path | None) -> Iterable[Problem]:
    if sound is None:
        return [Problem("prove_after_errors", file=name, severity="note")]
    from aiassess.prove.proof import prove  # noqa: PLC0415 - brings the solver
    from aiassess.prove.witnesses import write_witnesses  # noqa: PLC0415 - the same

    complain(words("proving", name=name))
    questionnaire = build_questionnaire(sound.data)
    proof = prove(sound, questionnaire)
    if witness:
        write_witnesses(proof, questionnaire, witness)
    return proof.problems


def _print(one: Linted) -> None:
    """Print the problems of a questionnaire as soon as they are known, then their number."""
    if one.readable:
        print_result(render_lint([one], "text", current_language()))
        complain(words("lint_summary", name=one.name, **one.counts()))
