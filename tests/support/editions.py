"""gpaisa 1.0.0, which stays as it is, and a program that ships other editions beside it."""

import json
import shutil
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from aiassess import load_questionnaire, resources
from aiassess.questionnaire import shipped

GPAISA = "gpaisa@1.0.0"
"""Tests that need a large questionnaire, or exact figures, are about this edition."""
ANSWERS = Path(__file__).parents[1] / "editions" / "gpaisa-1.0.0"
"""The examples that were shipped with it."""


@contextmanager
def shipping(folder, monkeypatch, current, *kept):
    """Let the program ship these documents: the current edition, and those that are kept beside the real ones."""
    real = resources.data_folder("questionnaires")
    shutil.copytree(resources.data_folder("schemas"), folder / "schemas")
    shutil.copytree(real / "editions", folder / "questionnaires" / "editions")
    (folder / "questionnaires" / "gpaisa.yaml").write_text(_as_yaml(current), encoding="utf-8")
    for document in kept:
        file = folder / "questionnaires" / "editions" / f"gpaisa-{document['version']}" / "gpaisa.yaml"
        file.parent.mkdir()
        file.write_text(_as_yaml(document), encoding="utf-8")
    found = (resources.data_folder, resources.load_schema, shipped._shipped, shipped._found_in)
    with monkeypatch.context() as patch:
        patch.setattr(resources, "_PACKAGE", folder / "src" / "aiassess")
        for cached in found:
            cached.cache_clear()
        yield
    for cached in found:
        cached.cache_clear()


def _as_yaml(document):
    """Return a document as YAML whose version is found without reading the whole; JSON is YAML."""
    parts = {key: json.dumps(value, ensure_ascii=False) for key, value in document.items()}
    return "".join(f"{key}: {value}\n" for key, value in (parts | {"version": document["version"]}).items())


def later_gpaisa(version="9.0.0"):
    """Return gpaisa 1.0.0 made a later edition, with every kind of change that an answer can meet."""
    document = deepcopy(dict(load_questionnaire(GPAISA).document))
    document["version"] = version
    for section in document["sections"]:
        for question in section["questions"]:
            if question["id"] == "people_per_year":
                question["maximum"] = 100
            if question["id"] == "next_review":
                question["type"] = "text"
            if question["id"] == "hosting":
                question["options"] = question["options"][:1]
                question.pop("findings", None)
        section["questions"] = [item for item in section["questions"] if item["id"] != "accuracy_target"]
    return document
