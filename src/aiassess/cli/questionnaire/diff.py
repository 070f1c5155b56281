"""``aiassess questionnaire diff``: what an edition of a questionnaire changes."""

import sys
from typing import Annotated

from typer import Argument, Option

from aiassess.batch.inputs import Inputs
from aiassess.cli.help import current_language
from aiassess.cli.options import Lang, Output, ReviewFormat
from aiassess.cli.output import ascii_only, check_choice, complain, print_coloured
from aiassess.cli.progress import Progress, State
from aiassess.cli.targets import targets, write_outputs
from aiassess.edition.effects import Effects
from aiassess.edition.listing import Listing
from aiassess.edition.outline import edition_outline
from aiassess.edition.types import EffectsData
from aiassess.errors import EXIT_INPUT, EXIT_NO
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
    """Compare two editions of a questionnaire.

    Return 1 if they differ and ``--exit-code`` is given, or a submission cannot be compared or there is none; 3 if none can be.
    """
    wanted = targets(output or [], format_, DIFF_FORMATS)
    editions = load_questionnaire(old), load_questionnaire(new)
    known = dict.fromkeys([*LANGUAGES, *(one for edition in editions for one in edition.languages)])
    check_choice("language_not_offered", lang, tuple(known))
    listing = Listing(*editions, lang or current_language())
    effects = _effects(listing, Inputs(on, [target for target, _ in wanted])) if on else None
    found = listing.data(effects)
    if wanted == [(STDOUT, "text")] and sys.stdout.isatty():
        print_coloured(edition_outline(found, ascii_only=ascii_only()))
    else:
        write_outputs([(target, renderer(name, "edition")(found)) for target, name in wanted], [old, new, *(on or [])])
    not_compared = effects["counts"]["not_compared"] if effects else 0
    if effects and effects["submissions"] == not_compared > 0:
        return EXIT_INPUT
    nothing = effects is not None and not effects["submissions"]
    return EXIT_NO if not_compared or nothing or (exit_code and found["changes"]) else 0


def _effects(listing: Listing, inputs: Inputs) -> EffectsData:
    effects = Effects(listing)
    with Progress(inputs, lambda: State(effects.submissions, effects.counts["refused"], effects.read)) as progress:
        effects.add_all(inputs, progress.show)
    if inputs.passed_over:
        complain(count(current_language(), "batch.passed_over", inputs.passed_over))
    if not effects.submissions:
        complain(say(current_language(), "batch.nothing"))
    return effects.data()
