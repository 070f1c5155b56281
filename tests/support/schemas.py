"""Whether data keep to a schema of ours."""

import jsonschema

from aiassess.questionnaire.schema import validator_of
from aiassess.resources import load_schema
from support import examples


class Schema:
    """``schemas/<name>.schema.json``.

    The deep tier asks the library, the fast one the program's way to ask it, which is several times as fast.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def validate(self, data: object) -> None:
        assert self._broken(data) == []

    def is_valid(self, data: object) -> bool:
        return self._broken(data) == []

    def _broken(self, data: object) -> list:
        schema = load_schema(self.name)
        validator = validator_of(schema) if examples.tier == "fast" else jsonschema.Draft202012Validator(schema)
        return list(validator.iter_errors(data))
