"""Mistakes that authors make, put into a questionnaire's document at a place drawn at random."""

import copy
import json

MISTAKES = {}


def mistake(make):
    """Register a mistake: a function that changes a document at a place drawn from a random generator."""
    MISTAKES[make.__name__] = make
    return make


def mutant(document, name, random):
    """Return a copy with one mistake and the last number of its version raised, as for a correction of words."""
    while True:
        copied = copy.deepcopy(document)
        MISTAKES[name](copied, random)
        if copied != document:
            *first, last = copied["version"].split(".")
            return copied | {"version": ".".join([*first, str(int(last) + 1)])}


# Where things are


def questions(document, **having):
    found = [question for section in document["sections"] for question in section["questions"]]
    return [
        q
        for q in found
        if all((q.get(key) is not None) if value is ... else q.get(key) == value for key, value in having.items())
    ]


def own_options(document, **having):
    return [question for question in questions(document, **having) if isinstance(question.get("options"), list)]


def options(document, question):
    named = question["options"]
    return document["option_sets"][named] if isinstance(named, str) else named


def texts(node):
    """Return every text in two languages."""
    if isinstance(node, dict):
        own = [node] if {"ms", "en"} == node.keys() else []
        return own + [text for value in node.values() for text in texts(value)]
    return [text for item in node for text in texts(item)] if isinstance(node, list) else []


def long_texts(document):
    return [text for text in texts(document["sections"]) if min(len(words.split()) for words in text.values()) > 4]


def tests_in(node):
    """Return every test of one question in conditions."""
    if isinstance(node, dict):
        own = [node] if "question" in node and len(node) == 2 else []
        return own + [leaf for value in node.values() for leaf in tests_in(value)]
    return [leaf for item in node for leaf in tests_in(item)] if isinstance(node, list) else []


def gates(document):
    """Return the questions whose answers stop a system."""
    stops = {level["id"] for level in document["levels"] if level.get("stop")}
    named = {
        leaf["question"] for rule in document["rules"] if rule["level"] in stops for leaf in tests_in(rule["when"])
    }
    return [question for question in questions(document) if question["id"] in named]


def by_id(document):
    return {question["id"]: question for question in questions(document)}


def chosen(document, question):
    return [option["id"] for option in options(document, question)]


# Words


@mistake
def left_untranslated(document, random):
    text = random.choice(long_texts(document))
    text["ms"] = text["en"]


@mistake
def languages_exchanged(document, random):
    text = random.choice(long_texts(document))
    text["ms"], text["en"] = text["en"], text["ms"]


@mistake
def translation_forgotten(document, random):
    del random.choice(texts(document))[random.choice(["ms", "en"])]


@mistake
def text_to_do(document, random):
    random.choice(texts(document))[random.choice(["ms", "en"])] = random.choice(["TODO", "TBD", "belum diterjemahkan"])


@mistake
def number_changed_in_one_language(document, random):
    text = random.choice([text for text in texts(document) if any(sign in "23456789" for sign in text["en"])])
    digit = random.choice([sign for sign in text["en"] if sign in "23456789"])
    text["en"] = text["en"].replace(digit, str(int(digit) - 1), 1)


@mistake
def question_too_long(document, random):
    question = random.choice(questions(document))
    question["text"]["en"] = " ".join([question["text"]["en"]] * (1 + 500 // len(question["text"]["en"])))


@mistake
def cites_a_question_that_is_not_there(document, random):
    question = random.choice(questions(document, help=...))
    question["help"]["en"] += " See question 245."
    question["help"]["ms"] += " Lihat soalan 245."


@mistake
def label_copied(document, random):
    first, second = random.sample(
        random.choice([q for q in own_options(document) if len(q["options"]) > 1])["options"], 2
    )
    first["label"] = dict(second["label"])


@mistake
def question_copied(document, random):
    first, second = random.sample(questions(document), 2)
    first["text"] = dict(second["text"])


@mistake
def help_copied_from_the_question(document, random):
    question = random.choice(questions(document, help=...))
    question["help"] = dict(question["text"])


@mistake
def said_to_be_official(document, random):
    lang, words = random.choice(
        [("en", "The official questionnaire of the Government."), ("ms", "Soal selidik rasmi Kerajaan.")]
    )
    document["provenance"]["statement"][lang] = words


@mistake
def source_of_no_date(document, random):
    random.choice(document["provenance"]["sources"])["date"] = random.choice(
        ["2025-02-30", "2052025", "Mac 2025", "0205-03-12"]
    )


@mistake
def word_mistyped(document, random):
    text = random.choice(long_texts(document))
    word = random.choice([word for word in text["en"].split() if len(word) > 5])
    text["en"] = text["en"].replace(word, word[:2] + word[3] + word[2] + word[4:], 1)


@mistake
def not_dropped_in_one_language(document, random):
    text = random.choice([text for text in texts(document["sections"]) if " not " in text["en"]])
    text["en"] = text["en"].replace(" not ", " ", 1)


@mistake
def action_of_another_finding(document, random):
    found = [finding for question in questions(document, findings=...) for finding in question["findings"]]
    first, second = random.sample(found, 2)
    first["action"] = dict(second["action"])


# Ids and references


@mistake
def option_mistyped_in_a_condition(document, random):
    test = random.choice([leaf for leaf in tests_in(document) if "is" in leaf])
    test["is"] = test["is"][:-1] + "x"


@mistake
def question_mistyped_in_a_condition(document, random):
    test = random.choice(tests_in(document))
    test["question"] = test["question"][:-1]


@mistake
def actor_mistyped(document, random):
    question = random.choice(questions(document, actors=...))
    question["actors"] = [question["actors"][0] + "s"]


@mistake
def key_mistyped(document, random):
    question = random.choice(questions(document, score=...))
    question["scroe"] = question.pop("score")


@mistake
def id_used_twice(document, random):
    first, second = random.sample(questions(document), 2)
    first["id"] = second["id"]


@mistake
def ref_used_twice(document, random):
    first, second = random.sample(questions(document, ref=...), 2)
    first["ref"] = second["ref"]


@mistake
def option_renamed(document, random):
    option = random.choice(random.choice(own_options(document))["options"])
    option["id"] += "_new"


@mistake
def question_renamed_everywhere(document, random):
    question = random.choice(questions(document))
    renamed = json.dumps(document).replace(json.dumps(question["id"]), json.dumps(question["id"] + "_new"))
    document.clear()
    document.update(json.loads(renamed))


@mistake
def meaning_changed_under_one_id(document, random):
    first, second = random.sample(own_options(document, type="choice"), 2)
    first["text"], first["options"] = second["text"], copy.deepcopy(second["options"])
    first["text"] = {
        lang: words.replace("?", " lagi?" if lang == "ms" else " again?") for lang, words in first["text"].items()
    }


@mistake
def question_moved_before_what_it_looks_at(document, random):
    section = random.choice([s for s in document["sections"][1:] if any("show_if" in q for q in s["questions"])])
    question = random.choice([q for q in section["questions"] if "show_if" in q and tests_in(q["show_if"])])
    section["questions"].remove(question)
    document["sections"][0]["questions"].insert(0, question)


# Conditions


@mistake
def two_options_of_one_choice_at_once(document, random):
    rule = random.choice(document["rules"])
    question = random.choice([q for q in own_options(document, type="choice") if len(q["options"]) > 1])
    one, other = random.sample(chosen(document, question), 2)
    rule["when"] = {"all": [{"question": question["id"], "is": one}, {"question": question["id"], "is": other}]}


@mistake
def condition_always_true(document, random):
    rule = random.choice(document["rules"])
    rule["when"] = {"any": [rule["when"], {"not": rule["when"]}]}


@mistake
def condition_of_another_rule(document, random):
    first, second = random.sample(document["rules"], 2)
    first["when"] = second["when"]


@mistake
def bound_beyond_the_maximum(document, random):
    question = random.choice(questions(document, type="number", maximum=...))
    random.choice(document["rules"])["when"] = {"question": question["id"], "at_least": question["maximum"] + 1}


@mistake
def question_never_shown(document, random):
    places = [(s, q) for s, section in enumerate(document["sections"]) if s for q in section["questions"]]
    _, question = random.choice(places)
    first = random.choice([q for q in document["sections"][0]["questions"] if q["type"] == "choice"])
    one, other = chosen(document, first)[:2]
    question["show_if"] = {"all": [{"question": first["id"], "is": one}, {"question": first["id"], "is": other}]}


@mistake
def another_option_in_a_rule(document, random):
    known = by_id(document)
    test = random.choice([leaf for rule in document["rules"] for leaf in tests_in(rule["when"]) if "is" in leaf])
    test["is"] = random.choice([name for name in chosen(document, known[test["question"]]) if name != test["is"]])


@mistake
def not_forgotten(document, random):
    question = random.choice([q for q in questions(document) if "not" in q.get("show_if", {})])
    question["show_if"] = question["show_if"]["not"]


@mistake
def rule_removed(document, random):
    document["rules"].remove(random.choice(document["rules"]))


# Gates


@mistake
def gate_that_need_not_be_answered(document, random):
    random.choice(gates(document))["required"] = False


@mistake
def gate_that_allows_not_applicable(document, random):
    random.choice(gates(document))["not_applicable"] = True


@mistake
def gate_avoided_by_an_earlier_answer(document, random):
    gate = random.choice(gates(document))
    before = [q for q in document["sections"][0]["questions"] if q["type"] == "choice"]
    first = random.choice(before)
    gate["show_if"] = {"question": first["id"], "is": chosen(document, first)[0]}


@mistake
def scored_question_that_is_not_required(document, random):
    random.choice(questions(document, score=...))["required"] = False


# Points and levels


@mistake
def points_turned_around(document, random):
    question = random.choice(own_options(document, score="inherent", type="choice"))
    points = [option.get("points", 0) for option in question["options"]]
    for option, value in zip(question["options"], reversed(points), strict=True):
        option["points"] = value


@mistake
def points_mistyped(document, random):
    option = random.choice(random.choice(own_options(document, score=...))["options"])
    option["points"] = option.get("points", 0) + random.choice([1, 2, 10])


@mistake
def score_forgotten(document, random):
    del random.choice(own_options(document, score=...))["score"]


@mistake
def weight_with_zeros_too_many(document, random):
    random.choice(questions(document, score="inherent"))["weight"] = random.choice([50, 100, 1000])


@mistake
def maximum_below_a_band(document, random):
    question = random.choice(questions(document, bands=..., maximum=...))
    question["maximum"] = question["bands"][-2]["up_to"]


@mistake
def evidence_no_longer_counts(document, random):
    del random.choice([o for items in document["option_sets"].values() for o in items if "without_evidence" in o])[
        "without_evidence"
    ]


@mistake
def up_to_percent_forgotten(document, random):
    del random.choice([level for level in document["levels"] if "up_to_percent" in level])["up_to_percent"]


@mistake
def thresholds_exchanged(document, random):
    first, second = [level for level in document["levels"] if "up_to_percent" in level][:2]
    first["up_to_percent"], second["up_to_percent"] = second["up_to_percent"], first["up_to_percent"]


@mistake
def level_without_obligations(document, random):
    del random.choice(document["levels"][1:])["obligations"]


@mistake
def assessed_again_later_as_the_risk_rises(document, random):
    random.choice([level for level in document["levels"][1:] if "reassess_months" in level])["reassess_months"] *= 10


@mistake
def asks_less_of_a_higher_level(document, random):
    random.choice([level for level in document["levels"][1:] if "ready_at" in level])["ready_at"]["controls"] = 10


# Findings, actors, principles


@mistake
def finding_on_the_best_answer(document, random):
    places = questions(document, score="control", type="choice")
    found = [(q, finding) for q in places for finding in q.get("findings", []) if "on" in finding]
    question, finding = random.choice(found)
    finding["on"] = chosen(document, question)[-1:]


@mistake
def finding_removed(document, random):
    question = random.choice(questions(document, findings=...))
    question["findings"].remove(random.choice(question["findings"]))


@mistake
def severity_lowered(document, random):
    found = [f for q in questions(document, findings=...) for f in q["findings"] if f["severity"] != "minor"]
    random.choice(found)["severity"] = "minor"


@mistake
def another_actor(document, random):
    question = random.choice(questions(document, actors=...))
    question["actors"] = [
        random.choice([a["id"] for a in document["dimensions"]["actors"] if a["id"] not in question["actors"]])
    ]


@mistake
def another_owner_of_an_action(document, random):
    question = random.choice([q for q in questions(document, findings=...) if q.get("actors")])
    finding = random.choice(question["findings"])
    own = finding.get("actor", question["actors"][0])
    finding["actor"] = random.choice([a["id"] for a in document["dimensions"]["actors"] if a["id"] != own])


@mistake
def principle_forgotten(document, random):
    question = random.choice([q for q in questions(document, score="control") if q.get("principles")])
    question["principles"] = question["principles"][1:]


@mistake
def question_added_without_since(document, random):
    section = random.choice(document["sections"])
    section["questions"].append(
        {"id": "added", "type": "text", "text": {"ms": "Apakah yang baharu di sini?", "en": "What is new here?"}}
    )


@mistake
def question_removed(document, random):
    section = random.choice([s for s in document["sections"] if len(s["questions"]) > 1])
    section["questions"].remove(random.choice(section["questions"]))
