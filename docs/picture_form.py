"""Take ``docs/form.png``: the form that works out the level, in Malay, in headless Chromium.

Run it after a change to how the form looks: ``.ci/browser``, then ``.venv/bin/python docs/picture_form.py``. No test compares
it: another version of Chromium or of its fonts draws other pixels.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from aiassess import load_answers, load_questionnaire
from aiassess.form.content import Form
from aiassess.form.web.page import write_page

ROOT = Path(__file__).resolve().parents[1]
PICTURE = Path(__file__).resolve().parent / "form.png"


def main() -> None:
    questionnaire = load_questionnaire("gpaisa")
    answers = load_answers(ROOT / "examples" / "service-chatbot.json", questionnaire)
    begun = {question.id for section in questionnaire.sections[:4] for question in section.questions}
    answers = replace(answers, answers={name: item for name, item in answers.answers.items() if name in begun})
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "form.html")
        form = Form(questionnaire, ("ms",), answers, engine=str(ROOT / ".browser"))
        file.write_text(write_page(form), encoding="utf-8")
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 880, "height": 780})
        page.goto(file.as_uri())
        page.locator("nav button").nth(4).click()
        page.wait_for_selector(".level:not(.old):has-text('Tahap:')", timeout=60_000)
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
        page.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    main()
