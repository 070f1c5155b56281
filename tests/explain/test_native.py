"""What native code prints is kept off standard output, however the C library holds it back."""

import subprocess
import sys
import textwrap

import pytest

SCRIPT = """
import ctypes, os, sys, threading
from aiassess.program.native import silenced

libc = ctypes.CDLL(None)

def native(text):
    libc.printf(text)  # held back in a buffer of C's own, since standard output is a pipe

print("before")  # held back in Python's
native(b"before, by C\\n")
with silenced():
    native(b"NO\\n")
    with silenced():
        os.write(1, b"NO\\n")
    native(b"NO\\n")
print("between", flush=True)

@silenced()
def decorated():
    native(b"NO\\n")
    raise ValueError

for _ in range(2):
    try:
        decorated()
    except ValueError:
        print("raised", flush=True)

# The first thread leaves while the second is still in; what is real must come back when both are out.
first, second = threading.Event(), threading.Event()
def one():
    with silenced():
        second.wait()
def two():
    with silenced():
        first.wait()
        os.write(1, b"NO\\n")
threads = [threading.Thread(target=target) for target in (one, two)]
for thread in threads:
    thread.start()
second.set()
threads[0].join()
first.set()
threads[1].join()
print("after", flush=True)

descriptors = set(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else None
with silenced():
    pass
assert descriptors is None or set(os.listdir("/proc/self/fd")) == descriptors, "a descriptor is left open"
print("end", flush=True)
os.close(1)
with silenced():
    handle = os.open(os.devnull, os.O_RDONLY)
assert handle == 1, "a closed standard output stays as it is"
"""


@pytest.mark.skipif(sys.platform == "win32", reason="names the C library as POSIX does")
def test_what_native_code_prints_is_dropped():
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(SCRIPT)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["before", "before, by C", "between", "raised", "raised", "after", "end"]
