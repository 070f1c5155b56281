"""Malay terms: every Malay text of the program and of the current questionnaires keeps to docs/malay-terms.md."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import yaml

import aiassess.text
from aiassess.resources import data_folder
from support.each import each

PAGE = Path(__file__).parents[2] / "docs" / "malay-terms.md"
EVERYWHERE, QUESTIONNAIRE, PROGRAM, ENGLISH = "Everywhere", "In the questionnaire", "In the program", "In English"
QUESTION = "(?:apa|siapa|bila|berapa|bagaimana|mana|mengapa|ada)kah"
GRAMMAR = {
    "antara … dengan": r"\b[Aa]ntara (?!lain\b|muka\b)(?:[^\s,.;:]+ ){1,3}dan (?!tidak\b|bukan\b|juga\b|di|me|ber|ter)",
    "dari … hingga": r"\bdaripada [X\d]\S* hingga\b",
    "mestilah before a noun or adjective": r"\bmesti (?!di|me|ber|ter|ada\b|anda\b|juga\b|tidak\b|dapat\b|sentiasa\b)",
    "no -kah inside a sentence": rf"\b(?:me\w+|di\w+kan|tentang|sama ada|tahu|pasti) (?:di )?{QUESTION}\b",
    "ialah after ini and itu": (
        r"(?:^|[.;:] )[Ii](?:ni|tu) "
        r"(?!ialah|bukan|adalah|akan|belum|boleh|hanya|juga|perlu|sudah|telah|tidak|di|me|ber|ter)"
    ),
    "baru before a verb": r"(?:^|[.;:,] |\} |\d )[Bb]aharu (?:belum|menjadi|di|me)",
    "semakin … semakin": r"\b[Ll]ebih (?!daripada)\w+(?: \w+)?,? lebih (?!daripada)",
}


@cache
def page():
    """Return the page's tables, by heading: a list of rows, each a list of cells."""
    tables = {}
    for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        lines = [line for line in body.splitlines() if line.startswith("| ")]
        tables[heading] = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]
    return tables


def quoted(cell):
    return re.findall("`([^`]+)`", cell)


def pattern(words):
    """Return the expression that finds a phrase as whole words; ``*`` stands for any letters."""
    text = re.escape(words).replace(r"\*", r"\w*")
    return re.compile(rf"(?<![\w-]){text}(?!\w)" if words[0].isalpha() else text, re.IGNORECASE)


@cache
def words(heading):
    """Return (row's concept, expression of a word not to use, expression of the phrases in which it is right)."""
    found = []
    for concept, _, wrong, right, _ in page()[heading]:
        allowed = re.compile("|".join(map(re.escape, quoted(right))) or r"(?!)", re.IGNORECASE)
        found += [(concept, pattern(word), allowed) for word in quoted(wrong)]
    return found


@cache
def offices():
    body = PAGE.read_text(encoding="utf-8").partition("## Offices and labels")[2].partition("\n## ")[0]
    return [(office, pattern(office)) for office in quoted(body.partition("\n\nLabels")[0])]


def faults(text, heading):
    """Yield what the page says against a text of the questionnaire or of the program."""
    text = " ".join(re.sub(r"`[^`]*`", "X", text).split())
    for concept, wrong, allowed in [*words(EVERYWHERE), *words(heading)]:
        if wrong.search(allowed.sub("X", text)):
            yield concept
    for office, either in offices():
        if any(match.group() != office for match in either.finditer(text)):
            yield office
    for rule, expression in GRAMMAR.items():
        if re.search(expression, re.sub(r"\{[^}]*\}", "X", text)):
            yield rule


def texts_in(language, node, place):
    """Yield (place, text) for every text that stands under a language's code."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from texts_in(language, item, f"{place}[{number}]")
    elif isinstance(node, dict):
        for key, item in node.items():
            if key == language and isinstance(item, str):
                yield place, item
            else:
                yield from texts_in(language, item, f"{place}.{node['id'] if key == 'text' and 'id' in node else key}")


@cache
def loaded(file):
    return yaml.load(file.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def questionnaire_texts(language="ms"):
    """Yield (place, text) of the current editions of the shipped questionnaires."""
    for file in sorted(data_folder("questionnaires").glob("*.yaml")):
        main = loaded(file)
        yield from texts_in(language, main, file.name)
        for section in main["sections"]:
            if "include" in section:
                yield from texts_in(language, loaded(file.parent / section["include"]), section["include"])


def program_texts():
    for _, area, _ in iter_modules(aiassess.text.__path__):
        messages = import_module(f"aiassess.text.{area}").MESSAGES
        # What is typed ("catatan|nota") is understood in more words than are said.
        yield from ((f"{area}.{name}", entry["ms"]) for name, entry in messages.items() if "|" not in entry["ms"])


def test_the_program_keeps_to_the_terms():
    found = [(place, fault, text) for place, text in program_texts() for fault in faults(text, PROGRAM)]
    signed = ("report.approval_signed", "who is to approve", "Diluluskan oleh")  # stands before a signature
    assert found == [signed], "\n".join(f"{place}: {fault}: {text}" for place, fault, text in found)


def test_the_questionnaire_keeps_to_the_terms():
    found = [(place, fault, text) for place, text in questionnaire_texts() for fault in faults(text, QUESTIONNAIRE)]
    assert not found, "\n".join(f"{place}: {fault}: {text}" for place, fault, text in found)


def test_the_english_beside_it_has_one_name_for_each():
    found = [
        (place, concept)
        for place, text in questionnaire_texts("en")
        for concept, wrong, allowed in words(ENGLISH)
        if wrong.search(allowed.sub("X", " ".join(text.split())))
    ]
    assert not found
    assert [wrong.search("Security Directives, PURCHASE ORDER") is not None for _, wrong, _ in words(ENGLISH)][:2] == [
        True,
        True,
    ]


def misquoted(text, labels):
    """Return the quotations in a text that begin as one of these labels does, and are none of them."""
    starts = {label.split(",")[0].split()[0] for label in labels}
    quotations = re.findall('["“]([^"“”]+)["”]', " ".join(text.split()))
    return [quotation for quotation in quotations if quotation.split()[0] in starts and quotation not in labels]


def test_shared_labels_are_quoted_word_for_word():
    texts = list(questionnaire_texts())
    labels = {text for place, text in texts if "option_sets.maturity" in place}
    assert not [(place, wrong) for place, text in texts for wrong in misquoted(text, labels)]
    assert misquoted('Jawab "Siap" atau "Siap, dengan bukti" atau "Belum".', {"Siap, dengan bukti"}) == ["Siap"]


# The page itself


@each("heading", [EVERYWHERE, QUESTIONNAIRE, PROGRAM])
def test_what_the_page_forbids_is_found_and_what_it_says_is_not(heading):
    other = QUESTIONNAIRE if heading == EVERYWHERE else heading
    for concept, say, wrong, right, _ in page()[heading]:
        assert quoted(wrong), concept
        for word in quoted(wrong):
            assert concept in faults(f"Perkara {word.replace('*', 'nya')} 709.", other), word
        for phrase in [say.replace("`", ""), *quoted(right)]:
            assert concept not in faults(phrase, other), phrase


def test_rules_of_grammar_find_what_is_wrong_and_pass_what_is_right():
    rows = {rule: (quoted(wrong), quoted(right)) for rule, wrong, right in page()["Grammar"]}
    assert set(rows) == set(GRAMMAR)
    for rule, (wrong, right) in rows.items():
        assert wrong
        assert right
        assert all(re.search(GRAMMAR[rule], text) for text in wrong), rule
        assert not any(re.search(GRAMMAR[rule], text) for text in right), rule


def test_an_office_in_other_letters_is_found():
    assert "Ketua Jabatan" in faults("Dapatkan kelulusan ketua jabatan.", QUESTIONNAIRE)
    assert not list(faults("Dapatkan kelulusan Ketua Jabatan.", QUESTIONNAIRE))


def test_no_command_is_explained_by_its_own_word():
    messages = import_module("aiassess.text.plain").MESSAGES
    words = {name[4:]: entry["ms"].split("|")[0] for name, entry in messages.items() if name.startswith("cmd_")}
    for name, entry in messages.items():
        for command in set(re.findall(r"\{([a-z]+)\}", entry["ms"])) & set(words):
            said = entry["ms"].replace(f"{{{command}}}", words[command])
            assert len(re.findall(rf"\b{words[command]}\b", said)) == 1, (name, said)
