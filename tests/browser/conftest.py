"""A real browser: Debian's Chromium, driven by Playwright, and axe-core. ``.ci/browser`` installs what is missing.

Without them these tests are skipped, unless ``AIASSESS_BROWSER_TESTS`` is "required". ``AIASSESS_CHROMIUM`` and
``AIASSESS_AXE`` name the program and the file axe.min.js where they are elsewhere.
"""

import os
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


@pytest.fixture(scope="session")
def axe():
    """The source of axe-core."""
    file = Path(os.environ.get("AIASSESS_AXE") or AXE)
    if not file.is_file():
        missing("axe-core")
    return file.read_text(encoding="utf-8")


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


def is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page from its file: ``with visit(text, width=360, color_scheme="dark") as page``.

    When it is left, nothing may have been complained of in the console, and nothing but the file may have been asked for.
    """

    @contextmanager
    def opened(text, width=1100, media=None, **how):
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        troubles = []
        context = browser.new_context(viewport={"width": width, "height": 900}, **how)
        try:
            page = context.new_page()
            page.emulate_media(media=media)
            page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("request", lambda request: troubles.append(request.url) if request.url != file.as_uri() else None)
            page.goto(file.as_uri())
            yield page
            assert troubles == []
        finally:
            context.close()

    return opened
