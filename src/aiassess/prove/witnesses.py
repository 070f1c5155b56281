"""The answers that show what was found, as files that ``aiassess score`` takes (docs/proofs.md#witnesses)."""

import json
from dataclasses import replace
from pathlib import Path

from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.errors import InvalidInput, invalid
from aiassess.files import fault_of, write_file
from aiassess.model.answers import About, AnswerSet
from aiassess.model.questionnaire import Questionnaire
from aiassess.prove.proof import Proof
from aiassess.questionnaire.yaml_source import path_text

WRITER = "aiassess questionnaire lint --prove"
"""The assessor of these files, by which one of an earlier run may be replaced."""
_INDEX = "reached.csv"
_HEAD = "path,id,file\n"


def write_witnesses(proof: Proof, questionnaire: Questionnaire, folder: Path) -> None:
    """Write each set of answers, and ``reached.csv``: which file reaches what; raises InvalidInput if that cannot be done.

    A file is replaced, or removed as of an earlier run, only if it was written here for the same questionnaire.
    """
    texts = {f"{name}.json": _text(answers, questionnaire) for name, answers in proof.shown.items()}
    texts |= {f"reached-{n:03}.json": _text(answers, questionnaire) for n, answers in enumerate(proof.cases, 1)}
    rows = [f"{path_text(path)},{about},reached-{n + 1:03}.json\n" for path, about, n in proof.reached]
    texts[_INDEX] = _HEAD + "".join(rows)
    taken = [name for name in texts if not _ours(folder / name, questionnaire)]
    if taken:
        raise invalid("witness_taken", file=str(folder / taken[0]))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise InvalidInput([fault_of(error, str(folder))]) from None
    for name, text in texts.items():
        write_file(folder / name, text)
    for pattern in ("prove_*.json", "reached-*.json"):  # of an earlier run: they show what is so no longer
        for file in folder.glob(pattern):
            if file.name not in texts and _ours(file, questionnaire):
                file.unlink()


def _text(answers: AnswerSet, questionnaire: Questionnaire) -> str:
    return to_json(answers_data(replace(answers, about=About(assessor=WRITER)), questionnaire.by_id))


def _ours(file: Path, questionnaire: Questionnaire) -> bool:
    """Return whether a file may be written: it is not there, or is one of these."""
    try:
        text = file.read_text(encoding="utf-8")
        if file.name == _INDEX:
            return text.startswith(_HEAD)
        data = json.loads(text)
        return bool(data["about"]["assessor"] == WRITER and data["questionnaire"]["id"] == questionnaire.id)
    except FileNotFoundError:
        return True
    except (OSError, ValueError, TypeError, LookupError):
        return False
