"""When a question is asked, in words for those who answer."""

from aiassess.form.content import Form
from support.each import each
from support.tiny import LEVELS, control, inherent, tiny

QUESTIONS = [
    inherent("risk", ref="1"),
    {
        "id": "several",
        "ref": "2",
        "type": "choices",
        "options": {"one": 0, "two": 0, "none!": 0},
        "not_applicable": True,
    },
    {"id": "count", "ref": "3", "type": "number"},
    {"id": "register", "ref": "4", "type": "risks"},
    {"id": "words"},
]
ALL = {"question": "risk", "any_of": ["some", "all"]}


@each(
    "condition, en, ms",
    [
        (ALL, "question 1 is “Option some” or “Option all”", "soalan 1 ialah “Option some” atau “Option all”"),
        (
            {"question": "several", "all_of": ["one", "two"]},
            "question 2 is “Option one” and “Option two”",
            "soalan 2 ialah “Option one” dan “Option two”",
        ),
        ({"question": "count", "at_least": 5}, "question 3 is 5 or more", "soalan 3 ialah 5 atau lebih"),
        ({"question": "count", "at_most": 5}, "question 3 is 5 or less", "soalan 3 ialah 5 atau kurang"),
        (
            {"question": "register", "rating_at_least": 12},
            "question 4 has a risk rated 12 or higher",
            "soalan 4 mempunyai risiko berskor 12 atau lebih tinggi",
        ),
        ({"question": "words", "answered": True}, "question words is answered", "soalan words dijawab"),
        ({"question": "several", "not_applicable": True}, "question 2 is not applicable", "soalan 2 tidak berkenaan"),
        (
            {"not": {"question": "count", "at_most": 5}},
            "not question 3 is 5 or less",
            "bukan soalan 3 ialah 5 atau kurang",
        ),
        (
            {"all": [{"question": "words", "answered": True}, {"any": [ALL, {"question": "count", "at_most": 5}]}]},
            "question words is answered and (question 1 is “Option some” or “Option all” or question 3 is 5 or less)",
            "soalan words dijawab dan (soalan 1 ialah “Option some” atau “Option all” atau soalan 3 ialah 5 atau kurang)",
        ),
        (
            {"level_at_least": "high"},
            "the level so far is High or higher",
            "tahap setakat ini ialah High atau lebih tinggi",
        ),
    ],
)
def test_conditions_in_words(condition, en, ms):
    last = control("asked", show_if=condition)
    questionnaire = tiny(*QUESTIONS, last, languages=["en", "ms"], levels=LEVELS)
    for lang, words, asked in (("en", en, "Asked only if: "), ("ms", ms, "Hanya ditanya jika: ")):
        form = Form(questionnaire, (lang,))
        assert [*form.asked(questionnaire.by_id["asked"])] == [f"{asked}{words}."]
