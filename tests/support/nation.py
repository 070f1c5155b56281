"""A nation's submissions: what the agencies of a country send to a central office in three yearly rounds, made from a seed.

Systems appear and disappear, are renamed, revised, assessed twice a year and sent twice, as answers, as reports and as forms;
some files are broken. Their answers are those of ``submissions.documents``, varied a little from year to year.
"""

import gzip
import json
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from submissions import AGENCIES, SYSTEMS, documents

from aiassess import Questionnaire, build_report, load_questionnaire, score
from aiassess.answers.check import check_answers
from aiassess.form.content import Form
from aiassess.form.sheet import write_sheet
from support.batches import zstd
from support.tiny import answers_document, control, document, inherent

YEARS = (2024, 2025, 2026)
BASES = 30
"""So many answers files of each edition are varied."""
ZONES = ("+08:00", "+08:00", "+08:00", "Z", "+00:00", "-05:00", "+05:30")
HOSTILE = (
    '=HYPERLINK("https://contoh.example";"A")',
    "<script>alert(1)</script>",
    "\u202eterbalik",
    "baris\nkedua\tlagi",
    "'; DROP TABLE rows; --",
    "\x1b[31mmerah\x07",
    "Jumlah;=1+1",
    "\U0001f600 \uff1d\u2068x",
    "N" * 300,
    "null",
)
UNITS = document(
    *({"id": name} for name in ("system_name", "agency_name", "ministry")),
    *({"id": name, "type": "number", "required": False} for name in ("officers", "trained", "saving", "hours")),
    inherent("harm", findings=[{"id": "often", "on": ["all"], "severity": "critical"}]),
    control("guard", principles=["fair"], findings=[{"id": "open", "on": ["no"], "severity": "minor"}]),
    id="units",
    subject={
        **{"system": "system_name", "agency": "agency_name", "ministry": "ministry"},
        **{"officers": "officers", "trained": "trained", "saving_time": "saving", "hours_saved": "hours"},
    },
    levels=[{"id": "low", "up_to_percent": 50, "reassess_months": 12}, {"id": "high", "reassess_months": 6}],
)
"""The office's own questionnaire about units at work, which refuses no figures."""
Document = dict[str, Any]


def content_of(document: Document) -> str:
    """Return a key of what a document says, however it is written."""
    return sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


class Nation:
    """``systems`` in ``agencies``; ``reports``: by the content of answers that were revised, the digest of their report."""

    def __init__(self, seed: int, systems: int, agencies: int) -> None:
        self.reports: dict[str, str] = {}
        self._seed, self._systems, self._agencies = seed, systems, agencies
        self._editions = [load_questionnaire(name) for name in ("gpaisa@1.0.0", "gpaisa")]
        self._units = [load_questionnaire(json.dumps(UNITS).encode()), load_questionnaire("ai_at_work")]
        some = min(BASES, systems // 3)
        made = enumerate([*self._editions, self._units[1]])
        self._bases = {q.digest: list(documents(seed + n, some, q)) for n, q in made}
        self._rounds: dict[int, dict[int, list[bytes]]] = {year: {n: [] for n in range(agencies)} for year in YEARS}
        self._forms: dict[int, list[tuple[int, bytes]]] = {year: [] for year in YEARS}
        for number in range(systems):
            self._live(_System(Random(f"{seed} {number}"), number, agencies))

    def write(self, folder: Path, year: int) -> None:
        """Write a round: for each agency files, or all in one, in its own way."""
        for number, sent in self._rounds[year].items():
            random = Random(f"{self._seed} {year} {number}")
            random.shuffle(sent)
            below = folder / f"{number:03}"
            below.mkdir(parents=True)
            WAYS[number % len(WAYS)](below, sent)
            for n, spoil in enumerate(SPOILED if number % 6 == 1 else ()):
                below.joinpath(f"z{n:02}.json").write_bytes(spoil(random.choice(sent or [b"{}"])))
        for n, (agency, form) in enumerate(self._forms[year]):
            (folder / f"{agency:03}" / f"form-{n}.xlsx").write_bytes(form)

    def _live(self, system: "_System") -> None:
        """Let a system be assessed in the years of its life."""
        random, before = system.random, None
        for year in YEARS[system.born : system.ends]:
            if random.random() < 0.03:
                continue  # forgotten this year
            newer = year > 2024 and random.random() < (0.7 if year == 2025 else 0.96)
            questionnaire = self._editions[newer] if system.unit is None else self._units[system.unit]
            document = self._document(system, year, questionnaire)
            if before is not None and random.random() < 0.15:
                self._revise(system, document, before)
            self._send(system, year, document, questionnaire)
            before = (document, questionnaire)

    def _document(self, system: "_System", year: int, questionnaire: Questionnaire) -> Document:
        """Return the answers of a year."""
        random = system.random
        if bases := self._bases.get(questionnaire.digest):
            made = deepcopy(bases[system.base % len(bases)])
            self._vary(made["answers"], questionnaire, random)
        else:
            given = {"harm": random.choice(("none", "some", "all")), "guard": random.choice(("no", "half", "yes"))}
            made = answers_document(questionnaire, given)
        if "trained" in questionnaire.subject:
            made["answers"] |= system.figures(questionnaire)
        if random.random() < 0.03:
            made["questionnaire"]["version"] = f"{questionnaire.version[0]}.0.7"  # an edition that nobody has
        about = made["about"]
        about["completed_at"] = None if random.random() < 0.05 else system.moment(year)
        about.pop("started_at", None)
        if year > 2024 and random.random() < 0.4:
            about["reference"] = f"NAIO/{year}/{system.number}"
        system.name_in(made["answers"], questionnaire)
        return made

    def _vary(self, answers: Document, questionnaire: Questionnaire, random: Random) -> None:
        """Change some answers of a base: mostly controls for the better."""
        for question in questionnaire.questions:
            entry = answers.get(question.id)
            value = entry.get("value") if isinstance(entry, dict) else entry
            if question.type == "choice" and question.score and value is not None and random.random() < 0.12:
                options = [option.id for option in question.options]
                step = random.choice((1, 1, 1, -1))
                value = options[min(max(options.index(value) + step, 0), len(options) - 1)]
                answers[question.id] = {**entry, "value": value} if isinstance(entry, dict) else value
        if "phase" in questionnaire.by_id and random.random() < 0.4:
            people = random.choice((*[random.randint(0, 400)] * 9, 2_000_000))
            answers |= {"phase": "live", "audience": ["officers"], "officers_using": people}
            answers["hours_saved"] = random.choice((0, 0.1, 1.5, random.randint(0, 160) / 4, {"status": "unsure"}))
        if (draw := random.random()) < 0.03 and "phase" in questionnaire.by_id:
            answers["social_scoring"] = "yes" if draw < 0.02 else {"status": "unsure"}

    def _send(self, system: "_System", year: int, document: Document, questionnaire: Questionnaire) -> None:
        """Send a year's assessment, and what comes with it."""
        random, sent = system.random, self._rounds[year][system.agency]
        draw, raw = random.random(), _written(document, random)
        sent.append(raw)
        if draw < 0.02:
            sent.append(raw)  # the same bytes
        elif draw < 0.04:
            sent.append(json.dumps(document, separators=(",", ": ")).encode())  # other bytes
        elif draw < 0.06:
            sent.append(_lines(self._report(document, questionnaire)))  # as a report too
        elif draw < 0.07:
            sent[-1] = _lines(self._report(document, questionnaire))  # as a report alone
        elif draw < 0.11:  # twice in one year
            sent.append(_written(self._document(system, year, questionnaire), random))
        elif draw < 0.12 and document["about"]["completed_at"]:  # at the same moment, told in another zone
            other = self._document(system, year, questionnaire)
            day, _, time = document["about"]["completed_at"][:19].partition("T")
            document["about"]["completed_at"] = f"{day}T{time}.000Z"
            other["about"]["completed_at"] = f"{day}T{int(time[:2]) + 8:02}{time[2:]}+08:00"
            sent[-1:] = [_written(document, random), _written(other, random)]
        elif draw < 0.16:  # revised within the year, sometimes by what is refused
            other = self._document(system, year, questionnaire)
            self._revise(system, other, (document, questionnaire))
            if draw < 0.13:
                other["answers"]["no_such_question"] = "yes"
            sent.append(_written(other, random))
            if draw > 0.15:
                sent[-2] = _lines(self._report(document, questionnaire))
        elif draw < 0.16 + 3 / self._systems:
            document["about"].pop("revises", None)
            form = write_sheet(
                Form(questionnaire, questionnaire.languages[:1], check_answers(document, questionnaire, "-"))
            )
            self._forms[year] += [(system.agency, form)] * 2

    def _revise(self, system: "_System", document: Document, before: tuple[Document, Questionnaire]) -> None:
        """Let an assessment revise an earlier one, half the time with another name of the system."""
        digest = self.reports[content_of(before[0])] = self._report(*before)["digest"]
        document["about"]["revises"] = digest
        if system.random.random() < 0.5:
            system.rename()
            system.name_in(document["answers"], before[1])

    def _report(self, document: Document, questionnaire: Questionnaire) -> Any:
        return build_report(score(questionnaire, check_answers(document, questionnaire, "-")))


class _System:
    """One system: ``born`` in that round and there until before round ``ends``; ``base``: whose answers it gives."""

    def __init__(self, random: Random, number: int, agencies: int) -> None:
        self.random, self.number = random, number
        self.agency = int(agencies * random.random() ** 1.5)
        self.base = random.randrange(BASES)
        self.born = random.choice((0, 0, 0, 0, 0, 0, 0, 1, 1, 2))
        self.ends = next((n for n in (1, 2) if n > self.born and random.random() < 0.08), len(YEARS))
        self.name: str | None = f"{random.choice(SYSTEMS)} {number}"
        draw = random.random()
        if draw < 0.02:
            self.name = f"{random.choice(HOSTILE)} {number}"
        elif draw < 0.03:
            self.name = random.choice(SYSTEMS)  # which others have too
        elif draw < 0.035:
            self.name = None

    @property
    def unit(self) -> int | None:
        """Which of the questionnaires about units it answers, if it is a unit: one in four is."""
        return {1: 0, 3: 1}.get(self.number % 8)

    def figures(self, questionnaire: Questionnaire) -> Document:
        """Return what a unit tells of its officers; a few of its figures cannot be."""
        random, officers = self.random, self.random.randint(1, 300)
        told = {
            "officers": random.choice((*[officers] * 20, 2_000_001)),
            "trained": random.choice((*[random.randint(0, officers)] * 20, officers + 1)),
            "saving_time": random.choice((*[random.randint(0, officers)] * 20, officers + 7)),
            "hours_saved": random.choice((0.1, 3.25, random.randint(0, 240) / 4, 60, 60.5 if officers < 20 else 2)),
        }
        told = {role: figure for role, figure in told.items() if random.random() < (0.2 if officers > 290 else 0.9)}
        if officers % 9:
            told["ministry"] = random.choice(SPELLED)(f"Kementerian Contoh {self.agency % 7}")
        asked = {role: questionnaire.by_id[questionnaire.subject[role]] for role in told}
        return {q.id: min(told[role], int(q.maximum)) if q.maximum else told[role] for role, q in asked.items()}

    def rename(self) -> None:
        self.name = f"{self.name or 'Tanpa nama'} (baharu)"

    def name_in(self, answers: Document, questionnaire: Questionnaire) -> None:
        """Write down the names of the system and the agency, as people do."""
        for role, name in (("system", self.name), ("agency", self._agency_name())):
            question = questionnaire.subject[role]
            answers.pop(question, None)
            if name is not None:
                answers[question] = name

    def _agency_name(self) -> str | None:
        if self.random.random() < 0.01:
            return None
        kind = AGENCIES[self.agency % len(AGENCIES)].replace("Perbadanan", "P\u00e9rbadanan")
        return self.random.choice(SPELLED)(f"{kind} {self.agency}")

    def moment(self, year: int) -> str:
        random = self.random
        year += random.random() < 0.02  # mistyped
        day = f"{year}-{random.randint(1, 10):02}-{random.randint(1, 28):02}"
        fraction = random.choice(("", "", ".5"))
        return f"{day}T{random.randint(0, 15):02}:{random.randint(0, 59):02}:07{fraction}{random.choice(ZONES)}"


def _plainly(name: str) -> str:
    return name


SPELLED: tuple[Callable[[str], str], ...] = (
    *[_plainly] * 8,
    str.upper,
    str.lower,
    lambda name: name.replace(" ", "  "),
    lambda name: f" {name}\u00a0",
    lambda name: unicodedata.normalize("NFD", name),
)


def _written(document: Document, random: Random) -> bytes:
    return json.dumps(document, ensure_ascii=random.random() < 0.5).encode()


def _lines(report: Any) -> bytes:
    return json.dumps(report, ensure_ascii=False).encode()


# The ways in which an agency sends


def _files(folder: Path, sent: list[bytes]) -> None:
    for n, raw in enumerate(sent):
        folder.joinpath(f"{n:04}.json").write_bytes(raw)


def _array(folder: Path, sent: list[bytes]) -> None:
    folder.joinpath("all.json").write_bytes(b"[" + b",\n".join(sent) + b"]")


def _all(sent: list[bytes]) -> bytes:
    return b"".join(raw + b"\r\n" * (n % 3) + b"\n" for n, raw in enumerate(sent))


WAYS: tuple[Callable[[Path, list[bytes]], object], ...] = (
    _files,
    lambda folder, sent: folder.joinpath("all.jsonl").write_bytes(_all(sent)),
    _array,
    lambda folder, sent: folder.joinpath("all.ndjson.gz").write_bytes(gzip.compress(_all(sent), mtime=0)),
    lambda folder, sent: folder.joinpath("all.jsonl.zst").write_bytes(zstd.compress(_all(sent))),
)


# The ways in which a file is broken


def _changed(change: Callable[[Document], object]) -> Callable[[bytes], bytes]:
    def spoil(raw: bytes) -> bytes:
        document = json.loads(raw)
        change(document)
        return json.dumps(document).encode()

    return spoil


SPOILED: tuple[Callable[[bytes], bytes], ...] = (
    lambda raw: raw[: len(raw) // 2],
    lambda raw: b"",
    lambda raw: b"Dear colleagues, please find attached",
    lambda raw: b"\xff\xfe\x00" + raw,
    lambda raw: b"[" * 5000,
    lambda raw: b"null",
    lambda raw: raw.replace(b'{"', b'{"format": "twice", "', 1),
    lambda raw: gzip.compress(raw, mtime=0)[:-9],
    lambda raw: b'{"format": "aiassess.portfolio/1", "systems": 3}',
    _changed(lambda document: document.update(format="aiassess.answers/2")),
    _changed(lambda document: document.update(answers=[])),
    _changed(lambda document: document["questionnaire"].update(id="tiada")),
    _changed(lambda document: document["questionnaire"].update(version="9.0.0")),
    _changed(lambda document: document.update(about={"completed_at": "yesterday"})),
)
