"""A checked questionnaire, kept as JSON so that the next start need not parse and check the YAML again.

An entry is valid only for this version of aiassess, and only while every file that it was made from has the same SHA-256.
Whatever goes wrong here costs time, never a result: an entry that cannot be read or written is ignored.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from aiassess import __version__
from aiassess.errors import AiassessError
from aiassess.files import folder_named, write_file
from aiassess.model.questionnaire import Questionnaire
from aiassess.questionnaire.freeze import build_questionnaire
from aiassess.resources import data_folder


class Cache:
    """The entry for a questionnaire whose top file has the SHA-256 ``key`` (hex)."""

    def __init__(self, key: str) -> None:
        self.file: Path | None = None
        with suppress(Exception):
            tag = hashlib.sha256(f"{__version__}:{key}:".encode() + _made_by()).hexdigest()[:32]
            self.file = (folder_named("AIASSESS_CACHE_DIR") or _usual_folder()) / f"questionnaire-{tag}.json"

    def load(self, read: Callable[[str], str]) -> Questionnaire | None:
        """Return the questionnaire, or None if there is none that ``read`` (file name to text) bears out."""
        if self.file is None:
            return None
        try:
            head, _, body = self.file.read_text(encoding="utf-8").partition("\n")
            entry = json.loads(head)
            if not entry["files"] or _sha256(body) != entry["document"]:
                return None
            for name, digest in entry["files"].items():
                if _sha256(read(name)) != digest:
                    return None
            return _built(body, str(entry["digest"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, AiassessError):
            return None

    def save(self, document: Mapping[str, Any], digest: str, texts: Mapping[str, str]) -> None:
        """Keep the document and its own digest with the digests of the texts that it was made from."""
        if self.file is None:
            return
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        files = {name: _sha256(text) for name, text in texts.items()}
        entry = {"files": files, "document": _sha256(body), "digest": digest}
        with suppress(OSError, AiassessError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_file(self.file, f"{json.dumps(entry)}\n{body}")


@cache
def _made_by() -> bytes:
    """Return what checks a questionnaire. An entry vouches for the checks too: changed checks make new entries."""
    here = Path(__file__).parent
    checks = [here / name for name in ("conditions.py", "schema.py", "yaml_source.py")]
    checks += [*sorted((here / "checks").glob("*.py")), *sorted(here.with_name("kinds").glob("*.py"))]
    return b"".join(file.read_bytes() for file in (data_folder("schemas") / "questionnaire.schema.json", *checks))


def _usual_folder() -> Path:
    import platformdirs  # noqa: PLC0415 - slow to import, and not needed if the folder is named

    return platformdirs.user_cache_path("aiassess", appauthor=False)


@lru_cache(maxsize=8)
def _built(body: str, digest: str) -> Questionnaire:
    """Build each content once in a process; nothing of a questionnaire is ever changed."""
    return build_questionnaire(json.loads(body), digest)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
