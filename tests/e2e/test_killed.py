"""Killed without warning at one prompt after the other, and resumed to the same report as an uninterrupted interview."""

import signal
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from officer import SMALL, Officer, draft_file, open_terminal, read_json

from aiassess import load_answers
from aiassess.questionnaire.catalog import load_questionnaire
from support.editions import GPAISA

ANSWERS = """{
  "format": "aiassess.answers/1",
  "questionnaire": {"id": "interview", "version": "1.2.0"},
  "about": {},
  "answers": {
    "system": {"value": "Eligibility score"},
    "acts_on": {"value": "persons", "note": "Families."},
    "remark": {"value": "First line\\nsecond line"},
    "groups": {"value": ["children", "patients"]},
    "guardian": {"value": "yes"},
    "people": {"value": 1250, "evidence": [{"reference": "Register", "date": "2026-01-02"}]},
    "oversight": {"value": "in_place"},
    "reviewed_on": {"value": "2027-03-31"},
    "register": {"value": [{"title": "Wrong result", "likelihood": 3, "consequence": 4}]}
  }
}"""


@pytest.fixture
def small(tmp_path):
    """The small questionnaire with answers to it."""
    questionnaire = load_questionnaire(str(SMALL))
    file = tmp_path / "wanted.json"
    file.write_text(ANSWERS, encoding="utf-8")
    return questionnaire, load_answers(file, questionnaire)


def without_clock(folder):
    """Return the report but for the moments at which things were done, and what follows from them."""
    report = read_json(folder / "done" / "report.json")
    report["about"] |= {"started_at": None, "completed_at": None}
    if report["result"]["reassess"] is not None:
        report["result"]["reassess"]["due"] = None
    del report["digest"]
    return report


class Victim(Officer):
    """An officer whose program is killed at each ``every``-th prompt that was not met before."""

    def __init__(self, folder, start, every, *arguments, **options):
        super().__init__(*arguments, **options)
        self.folder, self.start, self.every = folder, start, every
        self.met, self.killed_at = [], []

    def interview(self):
        """Go through to the end in as many lives as it takes."""
        while True:
            draft = draft_file(self.folder)
            resume = ["--resume", draft.name.partition(".")[0]] if draft else []
            with open_terminal(self.folder, "assess", *self.start, *resume) as terminal:
                if self.lives(terminal):
                    return self.finish()
                terminal.press("right")  # on its way when the program ends; a digit would be an answer
                terminal.kill(signal.SIGKILL)
                assert terminal.wait_end() == -signal.SIGKILL

    def lives(self, terminal):
        """Answer up to the review; False where it is time to be killed."""
        place = self.sit_down(terminal)
        while not self.dies(place):
            if place == "review":
                return True
            place = self.react(place)
        return False

    def dies(self, place):
        """Whether this prompt is one to be killed at."""
        prompt = (place, self.at) if isinstance(place, tuple) else place
        if prompt in self.met:
            return False
        self.met.append(prompt)
        if len(self.met) % self.every:
            return False
        self.killed_at.append(prompt)
        return True


def both(tmp_path, start, every, *arguments, **options):
    """Hold the same interview twice, whole and killed; return the prompts at which it was."""
    folders = [tmp_path / "whole", tmp_path / "torn"]
    for folder in folders:
        folder.mkdir()
    officer = Officer(*arguments, **options)
    with open_terminal(folders[0], "assess", *start) as terminal:
        officer.sit_down(terminal)
        officer.work()
        officer.finish()
    victim = Victim(folders[1], start, every, *arguments, **options)
    victim.interview()
    whole, torn = (without_clock(folder) for folder in folders)
    assert torn == whole
    assert whole["result"]["status"] == "complete"
    return victim.killed_at


@pytest.mark.deep
@pytest.mark.parametrize(("every", "least"), [(9, 10), (3, 30)])
def test_killed_at_prompts_of_gpaisa(tmp_path, every, least):
    killed_at = both(tmp_path, (GPAISA, "--lang", "ms", "--out", "done"), every)
    assert len(set(killed_at)) == len(killed_at) >= least
    assert ("form", "evidence_expected") in {prompt[0] for prompt in killed_at}


@pytest.mark.deep
@pytest.mark.parametrize("every", [5, 3, 1])
def test_killed_at_prompts_of_a_small_questionnaire(tmp_path, small, every):
    language = "en"  # gpaisa above is in Malay
    killed_at = both(tmp_path, (str(SMALL), "--lang", language, "--out", "done"), every, *small, language, notes=True)
    assert len(killed_at) >= (4 if every < 5 else 2)
    if every > 1:
        return
    forms = {prompt[0][1] for prompt in killed_at if isinstance(prompt, tuple)}
    assert forms == {"note_title", "evidence_expected", "deciding"}
    assert {"system", "groups", "people", "reviewed_on", "register", "review"} <= set(killed_at)
