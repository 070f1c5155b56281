"""Those who are to be asked: by whatever somebody calls them, and how much each is asked."""

from collections import Counter
from collections.abc import Iterable

from aiassess.model.questionnaire import Questionnaire, Tag


def find_actors(actors: Iterable[Tag], wanted: str) -> list[Tag]:
    """Return those that are meant: by id or title; else by a part of a title, in any language ("ICTSO")."""
    low = " ".join(wanted.split()).casefold()
    titles = [(actor, [title.casefold() for title in actor.title.values()]) for actor in actors]
    exact = [actor for actor, names in titles if low in (actor.id, *names)]
    return exact or [actor for actor, names in titles if any(low in name for name in names)]


def busiest(questionnaire: Questionnaire, names: Iterable[str]) -> list[tuple[Tag, int]]:
    """Return who is to be asked about these questions, each with how many of them, the most first."""
    asked = Counter(actor for name in names for actor in questionnaire.by_id[name].actors)
    return sorted(
        ((actor, asked[actor.id]) for actor in questionnaire.actors if asked[actor.id]), key=lambda it: -it[1]
    )
