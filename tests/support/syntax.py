"""Python sources, read as a compiler reads them."""

import ast
from collections.abc import Iterator
from pathlib import Path


def imports_in(file: Path) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield every import, wherever in a file it is; expressions are not looked into, which would take most of the time."""
    inside: list = [ast.parse(file.read_text(encoding="utf-8"))]
    while inside:
        node = inside.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        if isinstance(node, (ast.stmt, ast.Module, ast.ExceptHandler, ast.match_case)):
            for name in ("body", "orelse", "handlers", "finalbody", "cases"):
                inside += getattr(node, name, ())
