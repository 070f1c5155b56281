"""The form in a browser, as tests ask for it."""

from aiassess import AnswerSet
from aiassess.form.content import Form
from aiassess.form.web.page import write_page


def form_of(questionnaire, lang="", answers=None, only=(), engine=None):
    """Return a form; ``only``: the ids of the actors whose questions are asked, () for everybody's."""
    actors = tuple(actor for actor in questionnaire.actors if actor.id in only)
    given = answers or AnswerSet(questionnaire.id, questionnaire.version)
    return Form(questionnaire, (lang or questionnaire.default_language,), given, actors, engine)


def form_page(*given, **more):
    """Return a form's page; takes what ``form_of`` takes."""
    return write_page(form_of(*given, **more))
