"""Proofs about tiny questionnaires."""

import json

from aiassess import score
from aiassess.prove.proof import Proof, prove
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.questionnaire.yaml_source import parse_yaml
from support.tiny import checked, document


def proof_of(data: dict) -> Proof:
    """Return the proof of a document."""
    checked(data)
    source = parse_yaml(json.dumps(data), "tiny.yaml")
    return prove(source, build_questionnaire(source.data))


def proved(*questions: dict, **parts) -> Proof:
    """Return the proof of what ``tiny`` would build."""
    return proof_of(document(*questions, **parts))


def found(proof: Proof, *severities: str) -> set[tuple[str, str]]:
    """Return the code and path of each problem, or of those of some severities."""
    return {(p.code, p.path) for p in proof.problems if not severities or p.severity in severities}


def shown(proof: Proof, questionnaire, name: str):
    """Return the assessment of the answers that show a problem."""
    return score(questionnaire, proof.shown[name])
