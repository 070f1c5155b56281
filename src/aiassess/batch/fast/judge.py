"""The fast judge of one questionnaire: source generated from the model, compiled (docs/decisions/0006-fast-judge.md)."""

from __future__ import annotations

import struct
from operator import getitem
from typing import TYPE_CHECKING, Any

from aiassess.batch.columns import Layout
from aiassess.batch.fast import decode, shares
from aiassess.batch.fast.reading import long_form
from aiassess.batch.fast.source import judge_source
from aiassess.batch.fast.states import Doubt, State, Tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiassess.batch.columns import Cells
    from aiassess.model.questionnaire import Questionnaire

    Judge = Callable[[bytes], Cells | None]

_FRAME = 8
"""Strings that every answers file has, outside of answers and about: three keys with their value, two without, one id."""


def source_of(questionnaire: Questionnaire, layout: Layout | None = None) -> str:
    """Return the Python source of a questionnaire's judge."""
    return judge_source(questionnaire, layout or Layout([questionnaire]), Tables(questionnaire))


def compile_judge(questionnaire: Questionnaire, layout: Layout) -> Judge:
    """Return what gives the cells of one submission from its bytes, or None where it is not certain of them.

    None says nothing of the submission: the engine's own way (``parse_json``, ``check_answers``, ``score``,
    ``Layout.cells``) gives its cells, or tells what is wrong with it. Where cells are given, they are the engine's.
    """
    tables = Tables(questionnaire)
    source = judge_source(questionnaire, layout, tables)
    names = _names(questionnaire, tables)
    exec(compile(source, f"<judge of {questionnaire.id}>", "exec"), names)  # noqa: S102 - see the decision record
    judge: Judge = names["judge"]
    return judge


def _names(questionnaire: Questionnaire, tables: Tables) -> dict[str, Any]:
    """Return what the source may use, by name."""
    decoder, longs = decode.decoder(questionnaire, tables)
    names: dict[str, Any] = {
        "decode": decoder,
        "check_version": _version_check(questionnaire),
        "unanswered": decode.unanswered,
        "number": decode.number,
        "register": decode.register,
        "references": decode.references,
        "about_strings": decode.about_strings,
        "nothing_lost": decode.nothing_lost,
        "State": State,
        "CHOICES": tables.choices,
        "ASIDE": tables.choices.aside,
        "HIDDEN": tables.choices.hidden,
        "getitem": getitem,
        "WORDS": struct.Struct(tables.row.format).unpack,
        "SHARES": [shares.share(tables, name) for name in tables.shares],
        "FRAME": _FRAME,
        "RESIDUAL": shares.Residual(questionnaire),
        "RANGE": shares.Range(tables),
        "NO_CREDIT": shares.NO_CREDIT,
        "due": shares.due,
        "STOPS": tuple(level.stop for level in questionnaire.levels),
        "LEVELS": tuple(level.id for level in questionnaire.levels),
        "MONTHS": tuple(level.reassess_months for level in questionnaire.levels),
    }
    for question in questionnaire.questions:
        one, states = question.id, tables.of[question.id]
        names |= {f"States_{one}": states, f"Chosen_{one}": states.chosen, long_form(question): longs[one]}
        names[f"Bands_{one}"] = [state for _, state in states.bands]
    return names


def _version_check(questionnaire: Questionnaire) -> Callable[[str], None]:
    major = int(questionnaire.version.partition(".")[0])

    def check(version: str) -> None:
        """Refuse another major version."""
        if int(version.partition(".")[0]) != major:
            raise Doubt

    return check
