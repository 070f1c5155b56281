"""Unofficial self-assessment of public-sector AI systems, as a library and a command.

The names below are the library: ``load_questionnaire``, ``load_answers``, ``score`` and what they give and take.
They are imported when first used, so that ``import aiassess`` costs next to nothing.
"""

TYPE_CHECKING = False  # what type checkers take for true; importing ``typing`` would double the time of ``--version``

if TYPE_CHECKING:
    from aiassess.errors import AiassessError as AiassessError
    from aiassess.errors import InvalidInput as InvalidInput
    from aiassess.errors import Problem as Problem
    from aiassess.model.answers import Answer as Answer
    from aiassess.model.answers import AnswerSet as AnswerSet
    from aiassess.model.questionnaire import Questionnaire as Questionnaire
    from aiassess.questionnaire.catalog import load_questionnaire as load_questionnaire
    from aiassess.report.build import build_report as build_report
    from aiassess.report.documents import load_answers as load_answers
    from aiassess.scoring.assess import score as score
    from aiassess.scoring.result import Assessment as Assessment

__version__ = "0.1.0"

_HOME = {
    "load_answers": "aiassess.report.documents",
    "AiassessError": "aiassess.errors",
    "InvalidInput": "aiassess.errors",
    "Problem": "aiassess.errors",
    "Answer": "aiassess.model.answers",
    "AnswerSet": "aiassess.model.answers",
    "Questionnaire": "aiassess.model.questionnaire",
    "load_questionnaire": "aiassess.questionnaire.catalog",
    "build_report": "aiassess.report.build",
    "score": "aiassess.scoring.assess",
    "Assessment": "aiassess.scoring.result",
}

__all__ = ["__version__", *_HOME]  # noqa: PLE0604 - all of them texts


def __getattr__(name: str) -> object:
    if name in _HOME:
        from importlib import import_module  # noqa: PLC0415 - not needed until a name is used

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
