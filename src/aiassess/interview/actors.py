"""Those who are to be asked, by whatever somebody calls them."""

from collections.abc import Iterable

from aiassess.model.questionnaire import Tag


def find_actors(actors: Iterable[Tag], wanted: str) -> list[Tag]:
    """Return those that are meant: by id or title; else by a part of a title, in any language ("ICTSO")."""
    low = " ".join(wanted.split()).casefold()
    titles = [(actor, [title.casefold() for title in actor.title.values()]) for actor in actors]
    exact = [actor for actor, names in titles if low in (actor.id, *names)]
    return exact or [actor for actor, names in titles if any(low in name for name in names)]
