"""A risk register that is not the answer yet, as a text that both screens keep and read: entries, and entries half typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiassess.answers.dump import risk_data
from aiassess.answers.values import check_value
from aiassess.kinds.risks import RISK_FIELDS
from aiassess.model.answers import Risk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aiassess.model.questionnaire import Question

Entries = dict["int | None", "Mapping[str, str]"]
"""Entries half typed: the texts of their fields, by place in the register; None: a new one."""


def register_text(risks: Sequence[Risk], entries: Mapping[int | None, Mapping[str, str]]) -> str:
    """Return the register as a text."""
    edits = {str(at): texts for at, texts in entries.items() if at is not None}
    data = {"risks": [risk_data(risk) for risk in risks], "entry": entries.get(None), "edits": edits}
    return json.dumps(data, ensure_ascii=False)


def read_register(text: str, question: Question) -> tuple[list[Risk], Entries] | None:
    """Return what ``register_text`` wrote; None if the text is anything else."""
    try:
        data = json.loads(text)
        risks, entry, edits = data["risks"], data["entry"], data.get("edits", {})
        found = {None if at is None else int(at): entry for at, entry in [(None, entry), *edits.items()] if entry}
        entries: Entries = {
            at: {name: str(texts.get(name) or "") for name in RISK_FIELDS} for at, texts in found.items()
        }
        value, problems = check_value(question, risks) if risks else ((), [])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if problems or not isinstance(value, tuple):
        return None
    kept = [risk for risk in value if isinstance(risk, Risk)]
    return kept, {at: texts for at, texts in entries.items() if at is None or 0 <= at < len(kept)}
