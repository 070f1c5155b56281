"""Several options: their ids, in the questionnaire's order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import add

from aiassess.errors import Complaints, invalid
from aiassess.kinds.choice import counted, schema_of_option
from aiassess.model import conditions as c
from aiassess.model.answers import Value, ValueData
from aiassess.model.kind import Data, Flaw, Kind, Schema
from aiassess.model.questionnaire import Question

MOST_SUBSETS = 4096
"""Different effects of the sets of options of one question that are told apart; no real question comes near."""


class Choices(Kind):
    """One option or more; an exclusive one excludes the others."""

    name = "choices"
    written_as = list
    shows = ("option", "options")

    def read(self, question: Question, value: object, path: str, complaints: Complaints) -> Value | None:
        if not isinstance(value, list):
            complaints.wrong_type(path, value, "array")
            return None
        known = [option.id for option in question.options]
        before = len(complaints.problems)
        seen: set[str] = set()
        for i, item in enumerate(value):
            if not isinstance(item, str) or item not in known:
                complaints.add("unknown_option", f"{path}[{i}]", found=item, known=known)
            elif item in seen:
                complaints.add("option_twice", f"{path}[{i}]", found=item)
            else:
                seen.add(item)
        if len(complaints.problems) > before:
            return None
        alone = [option.id for option in question.options if option.exclusive and option.id in value]
        if not value:
            complaints.add("choices_empty", path)
        elif alone and len(value) > 1:
            complaints.add("exclusive_option", path, option=alone[0])
        else:
            return tuple(option for option in known if option in value)
        return None

    def schema(self, question: Question, lang: str) -> Schema:
        alone = [
            {"if": {"contains": {"const": option.id}}, "then": {"maxItems": 1}}
            for option in question.options
            if option.exclusive
        ]
        items = schema_of_option(question, lang)
        schema: Schema = {"type": "array", "minItems": 1, "uniqueItems": True, "items": items}
        return {**schema, "allOf": alone} if alone else schema

    def points(self, question: Question, value: object, *, evidenced: bool) -> int:
        chosen = [
            counted(question, option, evidenced=evidenced)
            for option in question.options
            if isinstance(value, (tuple, list)) and option.id in value
        ]
        raw = max(chosen, default=0) if question.aggregate == "max" else sum(chosen)
        # Without evidence an option may count as one that is chosen too.
        return raw if evidenced else min(raw, self.most_points(question))

    def most_points(self, question: Question) -> int:
        if question.aggregate == "max":
            return super().most_points(question)
        # An exclusive option cannot be chosen with others: it isn't part of the sum, but may exceed it.
        together = sum(option.points for option in question.options if not option.exclusive)
        return max(together, max((option.points for option in question.options if option.exclusive), default=0))

    def label(self, question: Question, value: Value, lang: str) -> str | list[str] | None:
        return [option.label[lang] for option in question.options if isinstance(value, tuple) and option.id in value]

    def labelled(self, question: Question, label: object, lang: str) -> list[ValueData]:
        labels = label if isinstance(label, list) else []
        named = [option.id for option in question.options if option.label[lang] in labels]
        return [named] if named else []

    def alternatives(self, question: Question, now: Value | None, tests: Sequence[c.Test]) -> Iterable[Value]:
        """Yield sets of options, every effect among them: built option by option, sets that no test tells apart once."""
        looked_at = {option for test in tests if isinstance(test, c.OnOptions) for option in test.options}
        looked_at |= {option for finding in question.findings for option in finding.on}
        together = [option for option in question.options if not option.exclusive]
        sets: dict[tuple[int, int, frozenset[str]], tuple[str, ...]] = {}
        put: Callable[[int, int], int] = max if question.aggregate == "max" else add
        for option in together:
            worth = counted(question, option, evidenced=False)
            for (points, unproven, seen), chosen in [((0, 0, frozenset[str]()), ()), *sets.items()]:
                effect = put(points, option.points), put(unproven, worth), seen | ({option.id} & looked_at)
                sets.setdefault(effect, (*chosen, option.id))
            if len(sets) > MOST_SUBSETS:
                raise invalid("too_many_options", question=question.id, limit=MOST_SUBSETS)
        yield from sets.values()
        yield from ((option.id,) for option in question.options if option.exclusive)

    def examples(self, question: Question, tests: Sequence[c.Test]) -> Iterable[Value]:
        yield from self.alternatives(question, None, tests)
        yield from ((option.id,) for option in question.options)

    def flaws(self, data: Data, options: Sequence[Data]) -> Iterator[Flaw]:
        exclusive = [option for option in options if option.get("exclusive")]
        if options and len(exclusive) == len(options):
            yield Flaw("all_exclusive", ("options",), {})
        if not exclusive and data.get("required", True) and data.get("score"):
            yield Flaw("choices_without_none", ("options",), {}, is_error=False)


CHOICES = Choices()
