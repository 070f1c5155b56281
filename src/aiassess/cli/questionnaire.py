"""``aiassess questionnaire``: for authors and reviewers."""

from typing import Annotated

from typer import Argument, Option

from aiassess.answers.json_schema import schema_text
from aiassess.canonical import to_json
from aiassess.cli.help import Group, LocalCommand, current_language, words
from aiassess.cli.options import TEXT_OR_JSON, Lang, MessageLang, TextOrJson
from aiassess.cli.output import check_choice, complain, print_result
from aiassess.errors import EXIT_INPUT, EXIT_NO, AiassessError
from aiassess.questionnaire.catalog import lint_questionnaire, load_questionnaire
from aiassess.questionnaire.shipped import edition_names, shortest_name
from aiassess.render import renderer
from aiassess.text import say

questionnaire = Group(help="questionnaire")

_Name = Annotated[str, Argument(help="argument_questionnaire", metavar="QUESTIONNAIRE")]


@questionnaire.command("list", cls=LocalCommand, help="questionnaire_list")
def list_(
    format_: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    """Print the shipped questionnaires."""
    check_choice("no_such_format", format_, TEXT_OR_JSON)
    rows = []
    for name in edition_names():
        found = load_questionnaire(name)
        shortest = shortest_name(found.id, found.version)
        language = lang if lang in found.languages else found.default_language
        rows.append(
            {
                "id": found.id,
                "version": found.version,
                "status": found.status,
                "questions": len(found.questions),
                "languages": list(found.languages),
                "title": found.title[str(language)],
                "name": shortest,
                "current": shortest == found.id,
            }
        )
    if format_ == "json":
        print_result(to_json(rows))
    else:
        for row in rows:
            standing = say(current_language(), f"report.standing_{row['status']}")
            earlier = "" if row["current"] else f"; {words('earlier_edition', name=row['name'])}"
            print_result(f"{row['id']} {row['version']} ({standing}{earlier}): {row['title']}\n")
    return 0


@questionnaire.command("show", cls=LocalCommand, help="questionnaire_show")
def show(
    name: _Name,
    format_: Annotated[str, Option("--format", help="option_md_or_json", metavar="FORMAT")] = "md",
    lang: Lang = None,
) -> int:
    """Print a whole questionnaire: to read, or as one document."""
    check_choice("no_such_format", format_, ("md", "json"))
    found = load_questionnaire(name)
    if format_ == "json":
        print_result(to_json(found.document))
        return 0

    check_choice("language_not_offered", lang, found.languages)
    print_result(renderer("md", "questionnaire")(found, lang or found.default_language))
    return 0


@questionnaire.command("lint", cls=LocalCommand, help="questionnaire_lint")
def lint(
    names: Annotated[list[str], Argument(help="argument_questionnaires", metavar="QUESTIONNAIRE...")],
    strict: Annotated[bool, Option("--strict", help="option_strict")] = False,
    lang: MessageLang = None,  # noqa: ARG001 - read early
) -> int:
    """Print every error and warning; return 1 if there is an error, 3 if a file cannot be read."""
    bad = unreadable = False
    for name in names:
        try:
            problems = lint_questionnaire(name)
        except AiassessError as error:
            unreadable = True
            for problem in error.problems:
                complain(problem.report_line(current_language()))
            continue
        for problem in problems:
            print_result(problem.report_line(current_language()) + "\n")
        errors = sum(problem.severity == "error" for problem in problems)
        complain(words("lint_summary", name=name, errors=errors, warnings=len(problems) - errors))
        bad = bad or bool(errors) or (strict and bool(problems))
    return EXIT_INPUT if unreadable else EXIT_NO if bad else 0


@questionnaire.command("schema", cls=LocalCommand, help="questionnaire_schema")
def schema(name: _Name) -> int:
    """Print the JSON Schema of a questionnaire's answers."""
    print_result(schema_text(load_questionnaire(name)))
    return 0
