"""``aiassess questionnaire new``: a questionnaire to begin with."""

import os
import re
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from aiassess.cli.help import current_language, words
from aiassess.cli.output import check_choice, complain, print_result
from aiassess.commands import command_line
from aiassess.errors import InvalidInput, Problem, WrongUsage
from aiassess.files import is_stdout, write_file
from aiassess.questionnaire.authoring import authoring_schema_text
from aiassess.questionnaire.scaffold import scaffold
from aiassess.questionnaire.shipped import is_known
from aiassess.questionnaire.yaml_source import parse_yaml
from aiassess.text import LANGUAGES


def new(
    name: Annotated[str, Argument(help="argument_new_id", metavar="ID")],
    output: Annotated[str | None, Option("-o", "--output", help="option_output_new", metavar="FILE")] = None,
    schema: Annotated[bool, Option("--schema", help="option_schema_new")] = False,
    lang: Annotated[str, Option("--lang", help="option_lang_new")] = "ms,en",
) -> int:
    """Write a questionnaire that lints clean; nothing is overwritten."""
    languages = list(dict.fromkeys(lang.split(",")))
    for one in languages:
        check_choice("language_not_offered", one, LANGUAGES)
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,79}", name):
        raise WrongUsage([Problem("import_id", {"found": name})])
    if is_known(name):
        raise WrongUsage([Problem("new_known", {"name": name})])
    if output is not None and is_stdout(output):
        print_result(scaffold(name, languages, current_language()))
        return 0
    file = Path(output or f"{name}.yaml")
    beside = file.with_suffix(".schema.json")
    text = scaffold(name, languages, current_language(), beside.name if schema else None)
    texts = [(file, text)]
    if schema:
        texts.append((beside, authoring_schema_text(parse_yaml(text, str(file)).data, current_language())))
    taken = [target for target, _ in texts if os.path.lexists(target)]
    if taken:
        raise InvalidInput([Problem("new_exists", file=str(target)) for target in taken])
    for target, content in texts:
        write_file(target, content)
    for key in ("lint", "show"):
        complain(words(f"new_{key}", command=command_line("questionnaire", key, str(file))))
    complain(words("new_assess", command=command_line("assess", str(file))))
    return 0
