"""A text of one or more lines."""

from aiassess.errors import Complaints
from aiassess.kinds import parts
from aiassess.model.answers import Value
from aiassess.model.kind import Kind, Schema
from aiassess.model.questionnaire import Question


class Text(Kind):
    """A text."""

    name = "text"
    in_own_words = True
    stand_in = "-"

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        return parts.read_text(value, path, complaints)

    def schema(self, question: Question, lang: str) -> Schema:
        return parts.TEXT


TEXT = Text()
