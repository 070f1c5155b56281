"""The formats of forms; what writes one is imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from aiassess.form.content import Form

_WRITERS = {"xlsx": ("aiassess.form.sheet", "write_sheet")}
FORM_FORMATS = (*_WRITERS,)


def form_writer(name: str) -> Callable[[Form], bytes]:
    module, function = _WRITERS[name]
    write: Callable[[Form], bytes] = getattr(import_module(module), function)
    return write
