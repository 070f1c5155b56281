"""Actions of the shipped questionnaire, as the office that has to take them reads them."""

from aiassess.questionnaire.catalog import load_questionnaire

REFERRED_TO = {"ms": "kepada {}", "en": "refer the matter to the {}"}


def test_no_office_is_told_to_refer_a_matter_to_itself():
    questionnaire = load_questionnaire("gpaisa")
    titles = {actor.id: actor.title for actor in questionnaire.actors}
    findings = [item for question in questionnaire.questions for item in question.findings if item.actor]
    assert any(item.actor == "head" for item in findings)
    for item in findings:
        for language, told in REFERRED_TO.items():
            words = told.format(titles[item.actor][language]).casefold()
            assert words not in item.action[language].casefold(), item.id
