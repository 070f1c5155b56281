"""Those who are to be asked: by whatever somebody calls them, and how much each is asked."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Sequence

from aiassess.interview.reading import number_up_to
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question, Questionnaire, Tag
from aiassess.text import say


def find_actors(actors: Iterable[Tag], wanted: str) -> list[Tag]:
    """Return those that are meant: by id or title; else by a part of a title, in any language ("ICTSO")."""
    low = " ".join(wanted.split()).casefold()
    titles = [(actor, [title.casefold() for title in actor.title.values()]) for actor in actors]
    exact = [actor for actor, names in titles if low in (actor.id, *names)]
    return exact or [actor for actor, names in titles if any(low in name for name in names)]


def busiest(questionnaire: Questionnaire, *ways: Iterable[str]) -> list[tuple[Tag, int]]:
    """Return who is to be asked, each with how many questions at most in one of the ways that it can go, the most first."""
    asked: Counter[str] = Counter()
    for names in ways:
        asked |= Counter(actor for name in names for actor in questionnaire.by_id[name].actors)
    return sorted(
        ((actor, asked[actor.id]) for actor in questionnaire.actors if asked[actor.id]), key=lambda it: -it[1]
    )


def titles_of(questionnaire: Questionnaire, ids: Container[str], lang: str) -> tuple[str, ...]:
    """Return the titles of some actors, in the order of the questionnaire."""
    return tuple(actor.title[lang] for actor in questionnaire.actors if actor.id in ids)


def whose_part(questionnaire: Questionnaire, only: Collection[str], lang: str) -> tuple[str, ...]:
    """Return a sentence on whose questions alone are asked; () if everybody's are."""
    return (say(lang, "start.part", actors=", ".join(titles_of(questionnaire, only, lang))),) if only else ()


def is_for(only: Collection[str], question: Question, answer: Answer) -> bool:
    """Return whether a question is for one of some actors, or waits for one of them; for () every question is."""
    return not only or not {*question.actors, answer.waits_for}.isdisjoint(only)


def actors_named(actors: Sequence[Tag], typed: str) -> list[Tag]:
    """Return those that are meant by what was typed: a number in the list of them, or a name."""
    number = number_up_to(len(actors), typed)
    return [actors[number - 1]] if number else find_actors(actors, typed)


def actors_for(question: Question, actors: Iterable[Tag]) -> tuple[Tag, ...]:
    """Return all actors, those of a question first."""
    return tuple(sorted(actors, key=lambda actor: actor.id not in question.actors))
