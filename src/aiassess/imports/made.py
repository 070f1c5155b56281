"""A survey's sections to a whole questionnaire: languages, scoring, and what the import decides for itself (docs/import.md)."""

from collections.abc import Iterator
from typing import Any

from aiassess.errors import invalid
from aiassess.imports.conditions import Data, parts_of
from aiassess.imports.reading import Texts, id_of
from aiassess.imports.survey import SOURCE, Survey
from aiassess.text import say

_BOUNDS = (25, 50, 75, None)
_STEP, _REDUCES = 80, 15
"""Canada's: from 80% of the mitigation on, the impact is lowered by 15% (docs/import.md#points)."""
_UNSCORED: Data = {
    "inherent": {"maximum": "all"},
    "controls": {"maximum": "applicable"},
    "mitigation": {"method": "none"},
}


class Maker:
    """Makes a questionnaire of a survey. Raises InvalidInput if it asks nothing."""

    def __init__(self, survey: Survey) -> None:
        self.survey, self.reading = survey, survey.reading
        self.languages = [*dict.fromkeys(_languages([survey.title, survey.sections]))] or [self.reading.language]
        self.untranslated = dict.fromkeys(self.languages, 0)
        if not survey.sections:
            raise invalid("import_no_questions", file=self.reading.shown)

    def document(self, id_: str, name: str, digest: str) -> Data:
        """Return the questionnaire of a form with a name and the digest of its file."""
        sections = self.survey.sections
        scored = [question for section in sections for question in section["questions"] if "score" in question]
        rest = self.counted(scored) if scored else self.uncounted(sections[0]["questions"][0])
        document: Data = self.finished(
            {
                "format": 1,
                "id": id_,
                "version": "1.0.0",
                "languages": self.languages,
                "title": self.survey.title or name,
                "provenance": {
                    "status": "draft",
                    "statement": self.said("statement", file=name),
                    "sources": [{"id": SOURCE, "title": f"{name} ({digest})"}],
                },
                **({} if scored else {"dimensions": {"actors": [{"id": "author", "title": self.said("author")}]}}),
                "sections": sections,
                **rest,
            }
        )
        for lang, n in self.untranslated.items():
            if n:
                self.reading.note("import_untranslated", "", language=lang, n=n)
        return document

    def finished(self, node: Any) -> Any:
        """Return data with its texts in every language: one string if all are alike; what is not translated stays as it is."""
        if isinstance(node, list):
            return [self.finished(item) for item in node]
        if not isinstance(node, dict):
            return node
        if not isinstance(node, Texts):
            return {key: self.finished(value) for key, value in node.items()}
        first = next(node[lang] for lang in self.languages if lang in node)
        for lang in self.languages:
            self.untranslated[lang] += lang not in node
        texts = {lang: node.get(lang, first) for lang in self.languages}
        return texts if len(set(texts.values())) > 1 else first

    def said(self, key: str, **values: object) -> Texts:
        """Return a text of ours in the languages of the form."""
        return Texts({lang: say(lang, f"imports.{key}", **values) for lang in self.languages})

    def uncounted(self, question: Data) -> Data:
        """Keep the verdict on hold, by a finding on the first question: a form without points assesses nothing."""
        question.pop("required", None)
        finding = {
            "when": {"question": question["id"], "answered": True},
            "severity": "critical",
            "text": self.said("counts_nothing"),
            "action": self.said("give_points"),
        }
        question |= {"actors": ["author"], "findings": [finding]}
        self.reading.remark("import_counts_nothing", id=question["id"])
        return {"scoring": _UNSCORED, "levels": [{"id": "not_assessed", "title": self.said("not_assessed")}]}

    def counted(self, scored: list[Data]) -> Data:
        """Return scoring and levels of Canada's assessment; its mitigation is asked in one of two stages, so half is all."""
        self.reading.remark("import_canadian")
        if self.survey.required:
            self.reading.remark("import_required", n=self.survey.required)
        widened = 0
        for question in scored:
            if question["type"] == "choices" and not any(option.get("exclusive") for option in question["options"]):
                ids = {option["id"] for option in question["options"]}
                id_ = id_of("none", ids)
                question["options"].append({"id": id_, "label": self.said("none"), "exclusive": True})
                widened += 1
        if widened:
            self.reading.remark("import_none_added", n=widened)
        most = sum(_most(question) for question in scored if question["score"] == "control")
        whole = most % 2 == 0 and most > 0
        step = {"method": "step", "at_percent": _STEP if whole else _STEP // 2, "reduces_percent": _REDUCES}
        return {
            "scoring": {
                "inherent": {"maximum": "all", "unanswered": "zero"},
                "controls": {"maximum": most // 2 if whole else "all"},
                "mitigation": step if most else {"method": "none"},
            },
            "levels": [
                {"id": f"level_{n}", "title": self.said("level", n=n)} | ({"up_to_percent": bound} if bound else {})
                for n, bound in enumerate(_BOUNDS, 1)
            ],
        }


def _languages(node: Any) -> Iterator[str]:
    if isinstance(node, Texts):
        yield from node
    else:
        for item in parts_of(node):
            yield from _languages(item)


def _most(question: Data) -> int:
    """Return the most points that a question can count."""
    points = [option.get("points", 0) for option in question["options"]]
    return sum(points) if question["type"] == "choices" else max(points)
