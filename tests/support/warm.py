"""The program as a process of its own, without the time that Python takes to load it.

``warm_program(folder)`` writes a command ``aiassess``. It hands its words, folder, environment and standard streams to a
server that has the program's modules loaded and has run nothing yet; that forks, and the child is the program.
"""

import contextlib
import gc
import importlib
import locale
import marshal
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

# Without site and its packages: a hundredth of a second.
COMMAND = """\
#!{python} -IS
import marshal, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    socket.send_fds(server, [b"."], [0, 1, 2])
    server.sendall(marshal.dumps([sys.argv, os.getcwd(), dict(os.environ)]))
    server.shutdown(socket.SHUT_WR)
    os._exit(int(server.recv(9) or b"70"))
"""


@contextlib.contextmanager
def warm_program(folder: Path):
    """Write ``aiassess`` into a folder, and serve it meanwhile; yields the folder."""
    address = os.path.relpath(folder / "socket")  # such addresses may have some hundred characters only
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        command = [sys.executable, "-m", "support.warm", str(listener.fileno())]
        folders = os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])])
        environ = {**os.environ, "PYTHONPATH": folders}
        with subprocess.Popen(command, pass_fds=[listener.fileno()], env=environ) as server:
            program = folder / "aiassess"
            program.write_text(COMMAND.format(python=sys.executable, address=str(folder / "socket")))
            program.chmod(0o755)
            try:
                yield folder
            finally:
                server.terminate()


def serve(listener: socket.socket) -> None:
    """Become the program for each who asks, in a child."""
    import aiassess

    for module in pkgutil.walk_packages(aiassess.__path__, "aiassess."):
        if not module.name.endswith(("__main__", "cluster")):  # nor Dask, which takes longer than all else
            importlib.import_module(module.name)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children
    while True:
        asking, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            become(asking)
        asking.close()


def become(asking: socket.socket) -> None:
    """Run the program with what is asked, say how it ended, and end."""
    code = 70
    try:
        _, streams, _, _ = socket.recv_fds(asking, 1, 3)
        with asking.makefile("rb") as data:
            sys.argv, folder, environ = marshal.loads(data.read())
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environ)
        time.tzset()
        locale.setlocale(locale.LC_CTYPE, "")
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        from aiassess.cli.main import main

        try:
            code = main()
        except SystemExit as end:
            code = end.code
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            code = 120  # what Python says then
    finally:
        asking.sendall(str(int(code or 0)).encode())
        os._exit(0)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
