"""``aiassess questionnaire diff``: what an edition of a questionnaire changes."""

import sys
from typing import Annotated

from typer import Argument, Option

from aiassess.batch.inputs import Inputs
from aiassess.cli.help import current_language
from aiassess.cli.options import Lang, Output, ReviewFormat
from aiassess.cli.output import ascii_only, check_choice, complain, print_coloured
from aiassess.cli.targets import targets, write_outputs
from aiassess.edition.effects import Effects
from aiassess.edition.listing import Listing
from aiassess.edition.outline import edition_outline
from aiassess.edition.types import EffectsData
from aiassess.errors import EXIT_NO
from aiassess.files import STDOUT
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.render import DIFF_FORMATS, renderer
from aiassess.text import LANGUAGES, count, say


def diff(
    old: Annotated[str, Argument(help="argument_old_edition", metavar="OLD")],
    new: Annotated[str, Argument(help="argument_new_edition", metavar="NEW")],
    on: Annotated[list[str] | None, Option("--on", help="option_on", metavar="INPUT")] = None,
    format_: ReviewFormat = None,
    output: Output = None,
    lang: Lang = None,
    exit_code: Annotated[bool, Option("--exit-code", help="option_exit_code")] = False,
) -> int:
    """Compare two editions of a questionnaire; return 1 if they differ and ``--exit-code`` is given."""
    wanted = targets(output or [], format_, DIFF_FORMATS)
    editions = load_questionnaire(old), load_questionnaire(new)
    known = dict.fromkeys([*LANGUAGES, *(one for edition in editions for one in edition.languages)])
    check_choice("language_not_offered", lang, tuple(known))
    listing = Listing(*editions, lang or current_language())
    found = listing.data(_effects(listing, Inputs(on, [target for target, _ in wanted])) if on else None)
    if wanted == [(STDOUT, "text")] and sys.stdout.isatty():
        print_coloured(edition_outline(found, ascii_only=ascii_only()))
    else:
        write_outputs([(target, renderer(name, "edition")(found)) for target, name in wanted], [old, new, *(on or [])])
    return EXIT_NO if exit_code and found["changes"] else 0


def _effects(listing: Listing, inputs: Inputs) -> EffectsData:
    effects = Effects(listing)
    effects.add_all(inputs)
    if inputs.passed_over:
        complain(count(current_language(), "batch.passed_over", inputs.passed_over))
    if not effects.submissions:
        complain(say(current_language(), "batch.nothing"))
    return effects.data()
