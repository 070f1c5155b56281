"""What Wine 8 has not, or answers as Windows does not, mended in Python before a test begins."""

import _winapi
import errno
import msvcrt
import sys

del _winapi.CopyFile2  # it would end the process; shutil then copies by itself

_locking = msvcrt.locking


def locking(descriptor: int, mode: int, size: int) -> None:
    """Lock as Windows does, which says why it cannot; Wine fails without a number."""
    try:
        _locking(descriptor, mode, size)
    except OSError as error:
        raise PermissionError(error.errno or errno.EACCES, "Permission denied") from None


msvcrt.locking = locking

if sys.stdin is not None and sys.stdin.isatty():
    import ctypes

    _set_mode = ctypes.windll.kernel32.SetConsoleMode
    _KEYS_AS_SEQUENCES = 0x200
    _SEQUENCES_DRAWN = 5  # asked for with these two bits alone; in the mode of an input they mean something else

    def set_mode(handle: object, mode: object) -> int:
        """Refuse what Wine takes and does not do; Windows before 10 refuses it as well."""
        wanted = getattr(mode, "value", mode)
        refused = wanted == _SEQUENCES_DRAWN or wanted & _KEYS_AS_SEQUENCES
        return 0 if refused else _set_mode(handle, mode)

    ctypes.windll.kernel32.SetConsoleMode = set_mode
