"""Debian's Firefox without a window, driven by its own protocol (Marionette) with the few verbs that our tests need.

Its methods are those of a Playwright page, so that the same steps run in both browsers.
"""

import json
import os
import socket
import subprocess
import time
from contextlib import contextmanager

_KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "ArrowDown": "\ue015"}
_PREFERENCES = {
    "browser.download.alwaysOpenPanel": False,
    "browser.download.folderList": 2,
    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/html",
    "datareporting.policy.dataSubmissionEnabled": False,
    "marionette.port": 0,
}


class Page:
    """A tab; it is its own keyboard."""

    def __init__(self, connection):
        self.connection = connection
        self.received = b""
        self.sent = 0
        self.keyboard = self
        self._receive()  # its greeting
        self._call("WebDriver:NewSession", capabilities={"alwaysMatch": {"unhandledPromptBehavior": "accept"}})

    def goto(self, address):
        self._call("WebDriver:Navigate", url=address)

    def evaluate(self, function, *values):
        script = f"return ({function})(...arguments)"
        return self._call("WebDriver:ExecuteScript", script=script, args=list(values))["value"]

    def press(self, key):
        self.type(_KEYS[key])

    def type(self, text):
        actions = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._call("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def insert_text(self, text):
        self.type(text)

    def set_input_files(self, selector, file):
        (found,) = self._call("WebDriver:FindElement", using="css selector", value=selector)["value"].values()
        self._call("WebDriver:ElementSendKeys", id=found, text=str(file))

    def _call(self, name, **values):
        self.sent += 1
        message = json.dumps([0, self.sent, name, values]).encode()
        self.connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        assert error is None, error
        return result

    def _receive(self):
        while b":" not in self.received:
            self.received += self._more()
        length, _, self.received = self.received.partition(b":")
        while len(self.received) < int(length):
            self.received += self._more()
        message, self.received = self.received[: int(length)], self.received[int(length) :]
        return json.loads(message)

    def _more(self):
        more = self.connection.recv(65536)
        assert more, "Firefox has ended"
        return more


@contextmanager
def firefox(program, folder):
    """Start Firefox with a profile of its own in a folder, and end it; downloads go to ``folder / "downloads"``."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    preferences = {**_PREFERENCES, "browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env={**os.environ, "HOME": str(folder)}, **quiet) as process:
        try:
            with socket.create_connection(("127.0.0.1", _port(profile / "MarionetteActivePort"))) as connection:
                yield Page(connection)
        finally:
            process.terminate()


def _port(file):
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        if file.is_file() and file.read_text(encoding="ascii"):
            return int(file.read_text(encoding="ascii"))
        time.sleep(0.1)
    raise AssertionError("Firefox does not start")
