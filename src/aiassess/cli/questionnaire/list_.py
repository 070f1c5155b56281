"""``aiassess questionnaire list``: the shipped questionnaires."""

from aiassess.canonical import to_json
from aiassess.cli.help import current_language, words
from aiassess.cli.options import TEXT_OR_JSON, Lang, TextOrJson
from aiassess.cli.output import check_choice, print_result
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.questionnaire.shipped import edition_names, shortest_name
from aiassess.text import say


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
