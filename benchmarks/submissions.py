"""Submissions as agencies would send them, made from a seed: the same seed gives the same bytes.

    python benchmarks/submissions.py 20000 > submissions.jsonl

They are valid unless ``spoiled`` asks for some that are not. Of those for gpaisa 1.0.0 about four in five are complete, the
rest are drafts, hold "unsure" answers or both; they reach every level and status. They have as many notes and as much
evidence as the examples that were shipped with it, and so take about 12 KB of JSON each.
"""

import json
import sys
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from aiassess import Answer, Questionnaire, load_questionnaire
from aiassess.answers.check import check_answers
from aiassess.model.answers import UNANSWERED
from aiassess.model.conditions import questions_in
from aiassess.model.questionnaire import Question
from aiassess.scoring.applicability import facts_of
from aiassess.scoring.conditions import Known, holds

COMPLETE, STARTED = 0.82, 0.04
"""How many are complete, and how many had hardly been begun; the others lack an answer or a few."""

AGENCIES = (
    "Jabatan Perkhidmatan Contoh",
    "Majlis Perbandaran Sungai Contoh",
    "Lembaga Kemajuan Wilayah Contoh",
    "Kementerian Khidmat Contoh",
    "Pejabat Setiausaha Kerajaan Negeri Contoh",
    "Perbadanan Contoh Berhad",
)
SYSTEMS = (
    "Pengagih aduan awam",
    "Bot sembang kaunter perkhidmatan",
    "Penapis e-mel sampah",
    "Skor kelayakan bantuan",
    "Ramalan penyelenggaraan jalan",
    "Pembantu draf surat rasmi",
    "Pengesan penipuan tuntutan",
    "Licence renewal triage",
    "Document search assistant",
)
WHO = (
    "Pemilik proses",
    "Unit Transformasi Digital",
    "Bahagian Pengurusan Maklumat",
    "Pegawai Keselamatan ICT",
    "Jawatankuasa Pemandu ICT",
    "Pembekal",
    "Penasihat undang-undang",
    "The data officer",
    "The vendor's project lead",
    "The head of the counter service",
)
DID = (
    "telah menyemak perkara ini pada mesyuarat bulanan",
    "mengesahkannya selepas projek rintis tiga bulan",
    "masih menunggu kelulusan teknikal",
    "menyimpan rekodnya dalam fail projek",
    "membandingkannya dengan proses manual yang sedia ada",
    "melaporkan dua kelemahan yang sedang dibaiki",
    "belum menetapkan tempohnya secara bertulis",
    "checked this with a sample of 200 past cases",
    "wrote this down in the service charter",
    "has asked the vendor for a date in writing",
)
MORE = (
    "Tiada perubahan sejak penilaian lalu.",
    "Lihat lampiran B, muka surat 14.",
    "Semakan seterusnya: suku kedua 2027, jam 10:30 pagi.",
    "Kira-kira 12% rekod terkesan; selebihnya dikendalikan oleh pegawai.",
)
RARELY = (
    "Istilah “skor” digunakan dalam surat kepada pemohon.",
    "The officers' union was told.\nNo objection was raised.",
    'Dirujuk sebagai "fasa dua" dalam kertas cadangan – lihat fail.',
)
"""Signs beyond ASCII, line ends and quotation marks: in some submissions, not in every one."""
PROOF = (
    "Minit Jawatankuasa Pemandu ICT Bil. {n}/2026",
    "Laporan ujian penerimaan pengguna, versi {n}",
    "Dasar Keselamatan Siber agensi, perenggan {n}",
    "Service charter, section {n}",
    "https://dokumen.agensi.example/rekod/{n}",
)
RISKS = (
    "Keputusan yang salah tidak disedari pegawai",
    "Data peribadi terdedah kepada pembekal",
    "Perkhidmatan terhenti apabila model tidak dapat dicapai",
    "Pemohon luar bandar kurang dilayan",
    "Officers follow the proposal without looking",
    "The model drifts after the new forms",
)


def documents(seed: int, number: int, questionnaire: Questionnaire | None = None) -> Iterator[dict[str, Any]]:
    """Yield so many answers documents; ``questionnaire`` gpaisa 1.0.0 unless given."""
    questionnaire = questionnaire or load_questionnaire("gpaisa@1.0.0")
    random = Random(seed)
    for n in range(number):
        yield _Agency(questionnaire, random, n).document()


def json_lines(
    seed: int, number: int, questionnaire: Questionnaire | None = None, *, spoiled: float = 0.0
) -> Iterator[bytes]:
    """Yield so many submissions, a line each without its end; ``spoiled`` is the share that is not valid."""
    random = Random(seed + 1)
    for document in documents(seed, number, questionnaire):
        line = random.choice(WRITERS)(document).encode()
        yield random.choice(SPOILERS)(line) if random.random() < spoiled else line


WRITERS: tuple[Callable[[Any], str], ...] = (
    lambda document: json.dumps(document, ensure_ascii=False),
    lambda document: json.dumps(document, ensure_ascii=False, separators=(",", ":")),
    json.dumps,
)
"""As programs write JSON: with blanks, without, in ASCII alone."""

SPOILERS: tuple[Callable[[bytes], bytes], ...] = (
    lambda line: line[: len(line) // 2],
    lambda line: line.replace(b'"answers"', b'"answer"', 1),
    lambda line: line.replace(b'{"', b'{"format":"twice","', 1),
    lambda line: line.replace(b"in_place", b"somewhere", 1).replace(b"none", b"nothing", 1),
)


class _Agency:
    """One submission: how harmful its system may be (``harm``) and how well it is kept (``care``), both from 0 to 1."""

    def __init__(self, questionnaire: Questionnaire, random: Random, number: int) -> None:
        self.questionnaire, self.random, self.number = questionnaire, random, number
        self.harm, self.care = random.betavariate(1.6, 2.4), random.betavariate(2.6, 1.2)
        draw = random.random()
        self.given = 1.0 if draw < COMPLETE else random.uniform(0, 0.5) if draw < COMPLETE + STARTED else 0.97
        self.unsure = 0.02 if self.given < 1 and random.random() < 0.5 else 0.0
        self.talkative = random.uniform(0.2, 0.8)
        self.bare = random.random() < 0.1
        gates = {name for rule in questionnaire.rules for name in questions_in(rule.when)}
        self.rare = {name for name in gates if questionnaire.by_id[name].score is None}
        shown_by = [part.show_if for part in questionnaire.sections]
        shown_by += [part.applies_if for part in questionnaire.questions]
        self.watched = {name for condition in shown_by for name in questions_in(condition)}

    def document(self) -> dict[str, Any]:
        random, questionnaire = self.random, self.questionnaire
        started = f"2026-{random.randint(1, 6):02}-{random.randint(1, 28):02}T09:15:00+08:00"
        completed = f"2026-{random.randint(7, 12):02}-{random.randint(1, 28):02}T16:{random.randint(10, 59)}:30+08:00"
        return {
            "format": "aiassess.answers/1",
            "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
            "about": {
                "assessor": f"{random.choice(WHO)}, {random.choice(AGENCIES)}",
                "started_at": started,
                "completed_at": completed if self.given > 0.6 else None,
                "language": random.choice(["ms", "ms", "en"]),
            },
            "answers": self.answers(),
        }

    def answers(self) -> dict[str, Any]:
        """Answer the questions that apply, in order; now and then one that does not."""
        entries: dict[str, Any] = {}
        active: dict[str, Answer] = {}

        facts = facts_of(self.questionnaire, active)
        known: Known = {}
        for section in self.questionnaire.sections:
            in_section = holds(section.show_if, facts, known)
            for question in section.questions:
                applies = in_section and holds(question.applies_if, facts, known)
                if applies:
                    active[question.id] = UNANSWERED
                if self.random.random() >= (self.given if applies else 0.03):
                    continue
                entry = entries[question.id] = self.entry(question)
                if applies and (question.id in self.watched or question.score == "inherent"):
                    active[question.id] = _checked(self.questionnaire, question.id, entry)
        return entries

    def entry(self, question: Question) -> Any:
        random = self.random
        if random.random() < self.unsure:
            return {"status": "unsure"}
        if question.not_applicable and random.random() < 0.04:
            return {"status": "not_applicable", "note": self.note()}
        value = self.value(question)
        entry = {"value": value}
        if question.type != "text" and random.random() < self.talkative:
            entry["note"] = self.note()
        if value in ("in_place", "partly") and random.random() < self.talkative:
            entry["evidence"] = [self.evidence() for _ in range(random.choice((1, 1, 1, 2)))]
        return value if self.bare and len(entry) == 1 else entry

    def value(self, question: Question) -> Any:
        random = self.random
        match question.type:
            case "choice":
                return self.option(question)
            case "choices":
                together = [option.id for option in question.options if not option.exclusive]
                alone = [option.id for option in question.options if option.exclusive]
                if alone and random.random() < 0.85 - 0.7 * (question.score == "control"):
                    return alone[:1]
                chosen = random.sample(together, random.randint(1, len(together)))
                return [option for option in together if option in chosen]  # in the order of the form
            case "number":
                low, high = int(question.minimum or 0), int(min(question.maximum or 100, 5_000_000))
                number = low + int((high - low) * random.random() ** (8 if high > 100 else 0.4))
                return number if question.whole or random.random() < 0.5 else min(number + 0.25, high)
            case "date":
                return f"2027-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
            case "risks":
                return [self.risk() for _ in range(random.randint(1, 5))]
            case _:
                return self.text(question)

    def option(self, question: Question) -> str:
        """Return an option: by harm, by care, rarely other than the first where a rule looks, else any."""
        random, last = self.random, len(question.options) - 1
        if question.score is None:
            place = random.randint(0, last) if question.id not in self.rare or random.random() < 0.02 else 0
        else:
            aim = self.harm if question.score == "inherent" else self.care
            place = round(min(max(random.gauss(aim, 0.22), 0), 1) * last)
        return question.options[place].id

    def text(self, question: Question) -> str:
        if question.id in self.questionnaire.subject.values():
            names = AGENCIES if question.id == self.questionnaire.subject.get("agency") else SYSTEMS
            return f"{self.random.choice(names)} {self.number % 997 + 1}"
        return self.note()

    def note(self) -> str:
        random = self.random
        said = f"{random.choice(WHO)} {random.choice(DID)}."
        draw = random.random()
        more = random.choice(RARELY) if draw < 0.015 else random.choice(MORE) if draw < 0.45 else ""
        return f"{said} {more}".rstrip()

    def evidence(self) -> dict[str, str]:
        random = self.random
        item = {"reference": random.choice(PROOF).format(n=random.randint(1, 400))}
        if random.random() < 0.7:
            item["date"] = f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        return item

    def risk(self) -> dict[str, Any]:
        random = self.random
        highest = 2 + round(3 * self.harm)
        risk: dict[str, Any] = {
            "title": random.choice(RISKS),
            "likelihood": random.randint(1, highest),
            "consequence": random.randint(1, highest),
        }
        if random.random() < 0.8:
            risk["treatment"] = self.note()
            risk["residual_likelihood"] = random.randint(1, max(1, risk["likelihood"] - 1))
            risk["residual_consequence"] = random.randint(1, risk["consequence"])
            risk["owner"] = random.choice(WHO)
            risk["due"] = f"2027-{random.randint(1, 12):02}-15"
        return risk


def _checked(questionnaire: Questionnaire, name: str, entry: Any) -> Answer:
    data = {
        "format": "aiassess.answers/1",
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "answers": {name: entry},
    }
    return check_answers(data, questionnaire, "-").get(name)


if __name__ == "__main__":
    for line in json_lines(2026, int(sys.argv[1])):
        sys.stdout.buffer.write(line + b"\n")
