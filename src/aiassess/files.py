"""Files: read within bounds, written whole or not at all."""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from aiassess.errors import AiassessError, InvalidInput, Problem, WrongUsage, invalid

STDIN = STDOUT = "-"
_STDOUT_NAMES = (STDOUT, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
MAX_QUESTIONNAIRE_BYTES = 5_000_000
MAX_ANSWERS_BYTES = 20_000_000
MAX_REPORT_BYTES = 60_000_000
"""A report has its answers and, for each question, the questionnaire's words."""
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
"""How compressed files begin."""


ZIP = b"PK\x03\x04"
"""How Office files begin."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and those with a password."""


def is_stdout(name: str) -> bool:
    """Return whether a name of an output means standard output, which is never opened again: that would overwrite its start."""
    return name in _STDOUT_NAMES


def read_input(file: str, limit: int) -> tuple[str, str]:
    """Return the text of a file ("-": standard input) and the name under which messages show it; raises as ``read_text``."""
    raw, shown = read_raw(file, limit)
    return decode_text(raw, shown, limit), shown


def read_raw(file: str, limit: int, *, named: bool = True) -> tuple[bytes, str]:
    """Return the bytes of a file ("-": standard input), at most one more than ``limit``, and its name for messages.

    ``named``: the person named it, as for ``read_text``. Raises InvalidInput if it cannot be read.
    """
    if file == STDIN:
        return _read_stdin(limit + 1), "<stdin>"
    return _read_file(Path(file), file, limit, named=named), file


def _read_stdin(limit: int) -> bytes:
    """Read in pieces: one long read would not notice a Ctrl-C between two reads of the system's."""
    stream = cast("BufferedReader", sys.stdin.buffer)
    raw = bytearray()
    try:
        while len(raw) < limit and (piece := stream.read1(min(65_536, limit - len(raw)))):
            raw += piece
    except OSError as error:
        raise invalid("unreadable", file="<stdin>", reason=error.strerror or str(error)) from None
    return bytes(raw)


def read_text(file: Path, shown: str, limit: int, *, named: bool = False) -> str:
    """Return a file's UTF-8 text, without its byte-order mark.

    ``named``: the person named it, so it may be a pipe, such as the shell's ``<(…)``. Raises InvalidInput if the file is
    missing, not a regular file, unreadable, larger than ``limit`` bytes or not UTF-8.
    """
    return decode_text(_read_file(file, shown, limit, named=named), shown, limit)


class NotAFile(OSError):
    """A pipe or device, not a file."""


def is_file_or_lost(path: str | bytes | Path) -> bool:
    """Return whether a name found in a folder leads to a file, or nowhere: reading it then says why it is missing."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - there may be a million
    except (OSError, ValueError):
        return True


def is_folder(name: str) -> bool:
    """Return whether a name is that of a folder. ``Path.is_dir`` fails on a name too long for the system."""
    return os.path.isdir(name)  # noqa: PTH112 - see above


def open_found(file: Path) -> BinaryIO:
    """Open a file that was found in a folder, or that another file names. Raises NotAFile rather than wait for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    stream = open(os.open(file, flags), "rb")  # noqa: PTH123, SIM115 - the caller closes it
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise NotAFile
    return stream


def _read_file(file: Path, shown: str, limit: int, *, named: bool) -> bytes:
    try:
        if file.is_dir():
            raise invalid("is_directory", file=shown)
        with file.open("rb") if named else open_found(file) as stream:
            return stream.read(limit + 1)
    except NotAFile:
        raise invalid("not_a_file", file=shown) from None
    except (OSError, ValueError) as error:
        raise InvalidInput([fault_of(error, shown)]) from None


def fault_of(error: Exception, shown: str | None = None) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("missing_file", file=shown)
    if isinstance(error, IsADirectoryError):
        return Problem("is_directory", file=shown)
    if isinstance(error, PermissionError):
        return Problem("no_permission", file=shown)
    return Problem("unreadable", {"reason": str(getattr(error, "strerror", None) or error)}, file=shown)


def wide_encoding(raw: bytes) -> str | None:
    """Return the encoding of two or four bytes a character that the first bytes announce, or None."""
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    return "UTF-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else None


def decode_text(raw: bytes, shown: str, limit: int) -> str:
    """Return bytes as UTF-8 text, or raise InvalidInput that says why they are not."""
    if len(raw) > limit:
        raise invalid("too_large", file=shown, limit_mb=limit // 1_000_000)
    if not raw.strip():
        raise invalid("empty_file", file=shown)
    if encoding := wide_encoding(raw):
        raise invalid("utf16", file=shown, encoding=encoding)
    if raw.startswith((GZIP, ZSTD)):
        raise invalid("packed_file", file=shown)
    if b"\x00" in raw:
        raise invalid("binary", file=shown)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InvalidInput([Problem("not_utf8", {"offset": error.start}, file=shown, line=line)]) from None


def refuse_clashes(outputs: list[str], inputs: Iterable[str]) -> None:
    """Raise WrongUsage if two outputs ("-": standard output) are the same, or one is an input."""
    read = {_real(name) for name in inputs if name != STDIN}
    seen: set[str] = set()
    for name in outputs:
        real = STDOUT if name == STDOUT else _real(name)
        if real in seen:
            raise WrongUsage([Problem("output_twice", file="<stdout>" if name == STDOUT else name)])
        if real in read:
            raise WrongUsage([Problem("output_is_input", file=name)])
        seen.add(real)


def _real(name: str) -> str:
    try:
        # Not Path.resolve(): before Python 3.13 that raises RuntimeError if links form a circle.
        return os.path.normcase(os.path.realpath(name))
    except OSError:  # a device of Windows
        return os.path.normcase(name)


_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *([.:]|$)", re.IGNORECASE)


def refuse_device(name: str, *, windows: bool = sys.platform == "win32") -> None:
    """Raise InvalidInput for a name such as ``con.json``: on Windows what is written there is in no file."""
    if windows and _DEVICE.match(os.path.basename(name.replace("\\", "/"))):  # noqa: PTH119 - as it was typed
        raise invalid("device_name", file=name)


def slashed(name: str, separator: str = os.sep) -> str:
    """Return a file's name as what is written shows it, and sorts by it, on every system: with ``/``."""
    return name.replace(separator, "/")


def beside(shown: str, name: str, kind: type[PurePath] = PurePath) -> str:
    r"""Return how messages show a file beside one that is shown: with ``\\`` only if that has it. ``kind``: of which system."""
    found = kind(shown).parent / name
    return str(found) if "\\" in shown else found.as_posix()


def write_file(file: Path, content: str | bytes, *, private: bool = False) -> None:
    """Replace ``file`` by ``content``, a text in UTF-8 with LF line ends, as ``replaced`` does; raises the same."""
    with replaced(file, private=private) as stream:
        stream.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def replaced(file: Path, *, private: bool = False, alone: bool = False) -> Iterator[BinaryIO]:
    """Give a stream whose content replaces that of ``file`` once it is written: wholly, or not at all.

    The content goes to a new file in the same folder, is flushed to the disk, and takes the place of the old one in one
    step, so neither a crash nor a full disk destroys what was there. ``private``: only its owner may read it, whatever
    the umask and the old file's permissions say; and a link or a pipe that somebody may have placed there is replaced, not
    followed. ``alone``: no other process is writing it, so the new file has a name of its own, and what a killed process
    left of it is written over. Raises InvalidInput if that cannot be done.
    """
    try:
        refuse_device(str(file))
        try:
            mode = (file.lstat() if private else file.stat()).st_mode
        except FileNotFoundError:
            mode = stat.S_IFREG | (0o666 & ~_umask())
        if stat.S_ISDIR(mode):
            raise invalid("is_directory", file=str(file))
        if not stat.S_ISREG(mode) and not private:  # a device or a pipe cannot be replaced
            with suppress(BrokenPipeError), file.open("wb") as stream:  # whoever reads the pipe has seen enough
                yield stream
            return
        target = file if private else Path(os.path.realpath(file))  # a symbolic link keeps pointing where it points
        temporary = Path(f"{target}.half" if alone else _new_file(target.parent, file.name))
        try:
            with temporary.open("wb") as stream:
                yield stream
                stream.flush()
                sync(stream.fileno())
            if not private:
                with suppress(OSError):  # a share may have no permissions of its own; the file is then ours alone
                    temporary.chmod(mode & 0o777)
            try:
                put_in_place(temporary, target)
            except OSError as error:
                if error.errno not in _BUSY:
                    raise
                raise invalid("file_busy", file=str(file), reason=error.strerror or str(error)) from None
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except AiassessError:
        raise
    except (OSError, ValueError) as error:
        raise not_written(str(file), error) from None


def not_written(shown: str, error: Exception, otherwise: str = "cannot_write") -> InvalidInput:
    """Return why a file cannot be written; ``otherwise``: the code of a problem for which the system's words must do."""
    known: dict[type[Exception], str] = {
        FileNotFoundError: "missing_folder",
        IsADirectoryError: "is_directory",
        PermissionError: "no_write_permission",
    }
    code = known.get(type(error), otherwise)
    return invalid(code, file=shown, reason=str(getattr(error, "strerror", None) or error))


def _new_file(folder: Path, name: str) -> str:
    """Make a file of a new name. ``tempfile.mkstemp`` would try for hours in a folder in which Windows lets nobody make one."""
    new = str(folder / f".{name[:40]}.{os.urandom(8).hex()}.tmp")
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return new


# What file systems, network shares above all, answer if they do not support a step. Anything else, such as a full or broken
# disk, is a failure.
NOT_SUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
_LOCKED_ELSEWHERE = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
_FAR = 1 << 40
"""Far beyond the end of every file of ours: on Windows others cannot read what is locked."""
_BUSY = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY})
_PATIENCE = (0.01, 0.04, 0.1, 0.25, 0.6)
"""Seconds between the tries to put a file in its place: virus scanners and indexers hold one for a moment."""


def sync(handle: int) -> None:
    """Flush an open file to the disk, if the file system can; raises OSError if that fails."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NOT_SUPPORTED:
            raise


def try_lock(descriptor: int) -> bool | None:
    """Lock an open file until it is closed, however its process ends; False if another process holds it.

    None if the file system does not support locks. Raises OSError for any other failure.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows alone has it

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            finally:
                os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - Windows has none

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _LOCKED_ELSEWHERE:
            return False
        if error.errno in NOT_SUPPORTED or error.errno == errno.ENOLCK:
            return None
        raise
    return True


def put_in_place(new: Path, target: Path) -> None:
    """Let a file that is ready take the place of another in one step; raises OSError if that fails for a second."""
    for wait in (*_PATIENCE, None):
        try:
            os.replace(new, target)  # noqa: PTH105 - the seam at which tests let a share refuse
        except OSError as error:
            if error.errno not in _BUSY or wait is None:
                raise
            time.sleep(wait)
        else:
            return


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, if the system lets a folder be opened (Windows does not)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def folder_named(variable: str) -> Path | None:
    """Return the folder that an environment variable names, a leading ``~`` being the home folder; None if it names none."""
    named = os.environ.get(variable)
    return Path(os.path.expanduser(named)) if named else None  # noqa: PTH111 - Path.expanduser() raises without a home
