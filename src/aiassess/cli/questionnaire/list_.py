"""``aiassess questionnaire list``: the questionnaires that are found by name."""

from aiassess.canonical import to_json
from aiassess.cli.help import current_language, words
from aiassess.cli.options import TEXT_OR_JSON, Lang, TextOrJson
from aiassess.cli.output import check_choice, print_result, show_problems
from aiassess.errors import EXIT_INPUT, AiassessError
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_names, is_shipped, named_file, shortest_name
from aiassess.safe import safe_line
from aiassess.text import say


def list_(format_: TextOrJson = "text", lang: Lang = None) -> int:
    """Print the questionnaires that are found by name; return 3 if one cannot be used."""
    check_choice("no_such_format", format_, TEXT_OR_JSON)
    rows, code = [], 0
    for name in edition_names():
        try:
            found = load_questionnaire(name)
        except AiassessError as error:
            show_problems(error, current_language())
            code = EXIT_INPUT
            continue
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
                "file": None if is_shipped(found.id) else str(named_file(name)),
            }
        )
    if format_ == "json":
        print_result(to_json(rows))
        return code
    for row in rows:
        about = [say(current_language(), f"report.standing_{row['status']}")]
        if not row["current"]:
            about.append(words("earlier_edition", name=row["name"]))
        if row["file"]:
            about.append(words("own_file", file=row["file"]))
        print_result(safe_line(f"{row['id']} {row['version']} ({'; '.join(about)}): {row['title']}") + "\n")
    return code
