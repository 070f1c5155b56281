"""Real browsers: Debian's Chromium, driven by Playwright, with axe-core; and Debian's Firefox.

``.ci/browser`` installs what is missing. Without it these tests are skipped, unless ``AIASSESS_BROWSER_TESTS`` is
"required". ``AIASSESS_CHROMIUM`` and ``AIASSESS_AXE`` name the program and the file axe.min.js where they are elsewhere.
"""

import os
import re
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

AXE = Path(__file__).parents[2] / ".browser" / "node_modules" / "axe-core" / "axe.min.js"


def missing(what: str) -> NoReturn:
    if os.environ.get("AIASSESS_BROWSER_TESTS") == "required":
        pytest.fail(f"{what} is missing; .ci/browser installs it")
    pytest.skip(f"{what} is missing; .ci/browser installs it")


def axe_file():
    return Path(os.environ.get("AIASSESS_AXE") or AXE)


@pytest.fixture(scope="session")
def axe():
    """The source of axe-core."""
    if not axe_file().is_file():
        missing("axe-core")
    return axe_file().read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def runtime():
    """The folder that ``form --with-engine`` takes; ``.ci/browser`` fills it beside axe-core."""
    folder = axe_file().parents[2]
    if not (folder / "node_modules" / "pyodide").is_dir():
        missing("pyodide")
    return str(folder)


@pytest.fixture(scope="module")
def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    program = os.environ.get("AIASSESS_CHROMIUM") or shutil.which("chromium")
    if program is None:
        missing("chromium")
    # Root may not use the sandbox; Chromium's own errands must not look like requests of the page.
    flags = ["--disable-background-networking", "--no-first-run", *(["--no-sandbox"] if is_root() else [])]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def firefox_program():
    program = shutil.which("firefox-esr")
    if program is None:
        missing("firefox-esr")
    return program


def is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def tab(browser):
    """One tab for a whole module: to open one takes longer than most pages."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(tab, tmp_path):
    """Open a page from its file: ``with visit(text, width=360, color_scheme="dark") as page``.

    When it is left, nothing may have been complained of in the console, and nothing but the file may have been asked for.
    """

    @contextmanager
    def opened(text, width=1100, media="null", color_scheme="light"):
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        troubles = []
        listeners = {
            "console": lambda message: troubles.append(f"{message.type}: {message.text}"),
            "pageerror": lambda error: troubles.append(str(error)),
            "request": lambda request: troubles.append(request.url) if request.url != file.as_uri() else None,
        }
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(media=media, color_scheme=color_scheme)
        for event, listener in listeners.items():
            tab.on(event, listener)
        try:
            tab.goto(file.as_uri())
            yield tab
            assert troubles == []
        finally:
            for event, listener in listeners.items():
                tab.remove_listener(event, listener)
            tab.goto("about:blank")

    return opened


@pytest.fixture
def opened(browser, tmp_path):
    """Open a form from its file, in a browser profile of its own: ``with opened(text) as page``."""

    @contextmanager
    def visit(text, width=1100, color_scheme="light", media="null", context=None):
        file = tmp_path / "form.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        own = context or browser.new_context(accept_downloads=True)
        page = own.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media=media, color_scheme=color_scheme)
        troubles = []
        page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: troubles.append(request.url) if request.url != file.as_uri() else None)
        page.goto(file.as_uri())
        yield page
        assert not re.search(r"\b(null|undefined|NaN|object Object)\b", page.inner_text("body"))
        assert [trouble for trouble in troubles if not trouble.startswith("blob:")] == []
        page.close()
        if context is None:
            own.close()

    return visit
