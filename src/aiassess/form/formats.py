"""The formats of forms; what writes one is imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from aiassess.form.content import Form

_WRITERS = {
    "xlsx": ("aiassess.form.sheet", "write_sheet"),
    "html": ("aiassess.form.web.page", "write_page"),
    "docx": ("aiassess.form.outline", "write_paper"),
}
FORM_FORMATS = (*_WRITERS,)


def form_writer(name: str) -> Callable[[Form], str | bytes]:
    module, function = _WRITERS[name]
    write: Callable[[Form], str | bytes] = getattr(import_module(module), function)
    return write
