"""A risk register under way: entries, entries half typed, and both as a text that is kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace

from aiassess.answers.dump import value_data
from aiassess.answers.values import check_value
from aiassess.errors import Problem
from aiassess.interview.actions import Give
from aiassess.interview.checking import given
from aiassess.kinds.risks import RISK_FIELDS
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question
from aiassess.model.risks import Risk

Entries = dict["int | None", "Mapping[str, str]"]
"""Entries half typed: the texts of their fields, by place in the register; None: a new one."""


class Register:
    """A risk register that is not the answer yet, on either screen; ``kept``: what ``text`` returned before."""

    def __init__(self, question: Question, answer: Answer, kept: str = "") -> None:
        self._question = question
        self._stored = answer.risks
        found = _read(kept, question) if kept else None
        self.restored = found is not None
        self.risks, self.entries = found or (list(self._stored), {})

    @property
    def changed(self) -> bool:
        return self.risks != self._stored

    def text(self) -> str:
        """Return all that is not the answer yet; "" if nothing is."""
        if not self.changed and not self.entries:
            return ""
        edits = {str(at): texts for at, texts in self.entries.items() if at is not None}
        data = {"risks": value_data(tuple(self.risks)), "entry": self.entries.get(None), "edits": edits}
        return json.dumps(data, ensure_ascii=False)

    def texts(self, at: int | None) -> Mapping[str, str]:
        """Return the texts of an entry's fields, as they are half typed if they are; None: of a new one."""
        if at is None or at in self.entries:
            return self.entries.get(at, {})
        return {name: "" if value is None else str(value) for name, value in asdict(self.risks[at]).items()}

    def complete(self) -> Give | None:
        """Give what changed, if nothing is half written: complete entries are an answer."""
        return Give(tuple(self.risks)) if self.risks and self.changed and not self.entries else None

    def given(self) -> Give | Problem:
        """Give the register, or return what is wrong with it."""
        found = given(self._question, value_data(tuple(self.risks)))
        return replace(found, left=self.text()) if isinstance(found, Give) and self.entries else found

    def put(self, at: int | None, risk: Risk | None) -> str:
        """Take what the form of an entry ended with; return what that was, as ``protocol.Keep`` has it."""
        self.entries.pop(at, None)
        if risk is None:
            return "form_closed"
        if at is None:
            self.risks.append(risk)
            return "risk_added"
        self.risks[at] = risk
        return "risk_changed"

    def remove(self, at: int) -> None:
        """Remove an entry. Others have new places then, so of what is half typed only a new one stays."""
        del self.risks[at]
        for edit in [edit for edit in self.entries if edit is not None]:
            del self.entries[edit]


def _read(text: str, question: Question) -> tuple[list[Risk], Entries] | None:
    """Return what ``Register.text`` returned; None if the text is anything else."""
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
