"""The whole gpaisa interview, line by line in each language, by a person who reads what is asked."""

import io
import os
import signal
import subprocess
import sys
import textwrap
from itertools import cycle, product

import pytest

from aiassess import load_answers
from aiassess.drafts.store import Drafts
from aiassess.interview.plain.commands import command_words
from aiassess.interview.plain.line_screen import PlainScreen
from aiassess.interview.run import run_interview
from aiassess.interview.views import evidence_wanted
from aiassess.model.answers import UNANSWERED
from aiassess.questionnaire.catalog import load_questionnaire
from aiassess.scoring.assess import score
from aiassess.text import say
from support.each import tiers
from support.editions import ANSWERS
from support.interviews import clock, way_on

EXAMPLES = sorted(ANSWERS.glob("*.json"))
WORDS = {
    "ms": {"note": "nota", "add": "tambah", "done": "siap", "skip": "langkau", "unsure": "tidak pasti", "na": "tb"},
    "en": {"note": "note", "add": "add", "done": "done", "skip": "skip", "unsure": "unsure", "na": "na"},
}


class Person(io.StringIO):
    """Reads the question that was shown last and types the answer from a file."""

    def __init__(self, questionnaire, answers, language, output):
        super().__init__()
        self.questionnaire, self.answers, self.language, self.output = questionnaire, answers, language, output
        self.words = WORDS[language]
        self.asked = []
        self._lines = []
        self._evidence = None
        self._read = 0

    def readline(self):
        shown = self.output.getvalue()[self._read :]
        self._read = len(self.output.getvalue())
        if not self._lines:
            self._lines = self._react(shown)
            self._evidence = "note" if self._lines[0].strip(":") == self.words["note"] else None
        elif self._says(shown, "text_goes_on"):  # left half typed when the program was killed: begun anew
            self._lines.insert(0, ":clear")
        elif self._evidence and self._says(shown, "type_reference"):
            known = shown.count({"ms": "\nBukti ", "en": "\nEvidence "}[self.language])
            del self._lines[: 2 * known]
            self._evidence = None
        return self._lines.pop(0) + "\n"

    def _says(self, shown, key):
        return say(self.language, f"plain.{key}", cmd=command_words(self.language)).partition("(")[0] in shown

    def _react(self, shown):
        if onward := way_on(shown, self.language):
            return [onward]
        if "yes or no (Enter" in shown or "ya atau tidak (Enter" in shown:
            return ["ya" if self.language == "en" else "yes"]
        if "\n" + {"ms": "Semakan sebelum selesai", "en": "Review before finishing"}[self.language] in shown:
            return [{"ms": "selesai", "en": "finish"}[self.language]]
        lines = shown.split("\n")
        asked = [q for q in self.questionnaire.questions if f"{q.ref}. {q.text[self.language]}" in lines]
        assert len(asked) == 1, shown
        self.asked.append(asked[0].id)
        return self._answer(asked[0], shown)

    def _answer(self, question, shown):
        answer = self.answers.get(question.id)
        evidence = [line for item in answer.evidence for line in (item.reference, item.date or "")]
        label = {"ms": ("Catatan: ", "Bukti 1: "), "en": ("Note: ", "Evidence 1: ")}[self.language]
        noted = any(f"\n{word}" in shown for word in label)
        if not noted and answer.status != "not_applicable" and (answer.note or evidence):
            note = [*answer.note.split("\n"), "."] if answer.note else [""]
            colon = ":" if question.type == "text" else ""
            return [colon + self.words["note"], *note, *([*evidence, ""] if question.evidence != "none" else [])]
        match answer.status:
            case "unanswered":
                return [(":" if question.type == "text" else "") + self.words["skip"]]
            case "unsure":
                return [(":" if question.type == "text" else "") + self.words["unsure"]]
            case "not_applicable":
                assert not evidence
                return [self.words["na"], *answer.note.split("\n"), "."]
        wanted = evidence_wanted(question, answer.value) and not answer.evidence
        return [*self._value(question, answer.value, shown), *([""] if wanted else [])]

    def _value(self, question, value, shown):
        ids = [option.id for option in question.options]
        match question.type:
            case "choice":
                return [str(ids.index(value) + 1)]
            case "choices":
                return [", ".join(str(ids.index(item) + 1) for item in value)]
            case "text":
                anew = [":clear"] if self._says(shown, "text_goes_on") else []
                return [*anew, *value.split("\n"), "."] if question.multiline or anew else [value]
            case "number":
                return [f"{value:,}"]
            case "date":
                return ["/".join(str(int(part)) for part in reversed(value.split("-")))]
        kept = sum(f". {risk.title}" in shown for risk in value)  # entered before the program was killed
        return [*(line for risk in value[kept:] for line in self._risk(risk)), self.words["done"]]

    def _risk(self, risk):
        rated = risk.residual_likelihood is not None
        after = [str(risk.residual_likelihood), str(risk.residual_consequence)] if rated else [""]
        last = [risk.owner or "", risk.due or ""]
        return [
            self.words["add"],
            risk.title,
            str(risk.likelihood),
            str(risk.consequence),
            risk.treatment or "",
            *after,
            *last,
        ]


IN_TURN = list(zip(EXAMPLES[::7], cycle(["ms", "en"])))
OTHERS = [case for case in product(EXAMPLES, ["en", "ms"]) if case not in IN_TURN]


@pytest.mark.parametrize(
    ("example", "language"),
    tiers(fast=IN_TURN, deep=OTHERS),
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_the_whole_interview_gives_what_the_answers_file_gives(tmp_path, example, language):
    gpaisa = load_questionnaire("gpaisa@1.0.0")
    wanted = load_answers(example, gpaisa)
    output = io.StringIO()
    with Drafts(tmp_path).create(gpaisa, "gpaisa@1.0.0") as draft:
        person = Person(gpaisa, wanted, language, output)
        outcome = run_interview(PlainScreen(person, output), draft, language=language, clock=clock)
    assert outcome.finished
    expected = score(gpaisa, wanted)
    given = {name: answer for name, answer in wanted.answers.items() if name in expected.marks and answer != UNANSWERED}
    assert outcome.answers.answers == given
    result = score(gpaisa, outcome.answers)
    assert result.marks == expected.marks
    assert (result.level, result.status, result.verdict) == (expected.level, expected.status, expected.verdict)
    assert set(person.asked) == set(expected.marks)
    assert "\x1b" not in output.getvalue()


PROGRAM = textwrap.dedent("""
    import sys
    from datetime import datetime
    from pathlib import Path
    from aiassess.canonical import to_json
    from aiassess.drafts.store import Drafts
    from aiassess.interview.plain.line_screen import PlainScreen
    from aiassess.interview.run import run_interview
    from aiassess.questionnaire.catalog import load_questionnaire
    from aiassess.report.build import build_report
    from aiassess.scoring.assess import score
    drafts = Drafts(Path(sys.argv[1]))
    found = drafts.entries()
    draft = drafts.open(found[0].name) if found else drafts.create(load_questionnaire("gpaisa@1.0.0"), "gpaisa@1.0.0")
    clock = lambda: datetime.fromisoformat(sys.argv[3])
    with draft:
        outcome = run_interview(PlainScreen(sys.stdin, sys.stdout), draft, language="ms", clock=clock)
        report = build_report(score(draft.questionnaire, outcome.answers))
    Path(sys.argv[2]).write_text(to_json(report), encoding="utf-8")
    print("THE END", flush=True)
""")


class Output:
    """What a process has written so far."""

    def __init__(self, stream):
        self.stream = stream
        self.seen = b""

    def read_to_prompt(self):
        before = len(self.seen)
        while len(self.seen) == before or not self.seen.endswith((b"\n> ", b"THE END\n")):
            part = self.stream.read1()
            assert part, self.seen[-2000:]
            self.seen += part

    def getvalue(self):
        return self.seen.decode()


@pytest.mark.deep
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_again_and_again_and_resumed_to_the_same_report(tmp_path):
    gpaisa = load_questionnaire("gpaisa@1.0.0")
    wanted = load_answers(EXAMPLES[-1].with_name("welfare-eligibility.json"), gpaisa)
    moment = clock().isoformat()
    uninterrupted, resumed = tmp_path / "whole.json", tmp_path / "resumed.json"
    kills = 0
    for target in (uninterrupted, resumed):
        folder = tmp_path / target.stem
        while not target.exists():
            process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, str(folder), str(target), moment],
                env={**os.environ, "AIASSESS_DATA_DIR": str(folder)},  # where drafts elsewhere are remembered
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding=None,
            )
            output = Output(process.stdout)
            person = Person(gpaisa, wanted, "ms", output)
            output.read_to_prompt()
            lines = 60 if kills % 3 == 2 else 19
            for _ in range(10_000 if target is uninterrupted else lines):
                process.stdin.write(person.readline().encode())
                process.stdin.flush()
                output.read_to_prompt()
                if output.seen.endswith(b"THE END\n"):
                    break
            else:
                process.send_signal(signal.SIGKILL)
                kills += 1
                assert kills < 100
            process.communicate()
    assert kills >= 8
    assert resumed.read_bytes() == uninterrupted.read_bytes()
