"""What was typed and not given as an answer, by question; in a form of a question, by ``form_key``."""

import json
from collections.abc import Mapping, Sequence

from aiassess.interview.actions import Annotate, Answering, Do, Give, SetAside
from aiassess.interview.checking import encodable
from aiassess.interview.protocol import form_key

_FORMS = ("note", "reason")


class Unfinished:
    """The texts; a blank one is removed."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def take(self, typed: Mapping[str, str]) -> bool:
        """Take texts, each in the place of what was there; return whether anything changed."""
        before = dict(self.texts)
        for key, text in typed.items():
            if text:
                self.texts[key] = encodable(text)
            else:
                self.texts.pop(key, None)
        return self.texts != before

    def carried_out(self, action: Answering, question_id: str) -> None:
        """Forget what was typed for an action that was carried out; what it leaves typed is taken."""
        note, reason = (form_key(form, question_id) for form in _FORMS)
        match action:
            case Give(left=left, evidence=None):
                self.take({question_id: left})
            case Give(left=left):
                self.take({question_id: left, note: ""})
            case Do.CLEAR:
                self.take({question_id: ""})
            case SetAside():
                self.take({reason: ""})
            case Annotate():
                self.take({note: ""})

    def at(self, question_id: str) -> dict[str, str]:
        return {key: text for key, text in self.texts.items() if key.rpartition(":")[2] == question_id}

    def forms(self, question_id: str) -> dict[str, str]:
        """Return the texts in a question's forms, by the form's name."""
        keys = {form: form_key(form, question_id) for form in _FORMS}
        return {form: self.texts[key] for form, key in keys.items() if key in self.texts}

    def questions(self) -> set[str]:
        """Return the questions at which anything is typed."""
        return {key.rpartition(":")[2] for key in self.texts}


def fields_text(texts: Sequence[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def read_fields(kept: str) -> list[str]:
    """Return what ``fields_text`` wrote; nothing, if the text is anything else."""
    try:
        texts = json.loads(kept) if kept else []
    except (ValueError, RecursionError):
        return []
    return texts if isinstance(texts, list) and all(isinstance(text, str) for text in texts) else []
