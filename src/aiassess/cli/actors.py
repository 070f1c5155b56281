"""``--actor``: those whose questions are asked, by whatever somebody calls them."""

from collections.abc import Iterable
from typing import Annotated

from typer import Option

from aiassess.cli.output import check_choice
from aiassess.interview.actors import find_actors
from aiassess.model.questionnaire import Questionnaire, Tag

ActorOption = Annotated[list[str] | None, Option("--actor", help="option_actor", metavar="ACTOR")]


_ALL = "all"


def actors_named(wanted: Iterable[str], questionnaire: Questionnaire) -> tuple[Tag, ...]:
    """Return the actors that are named, by id, title or a part of one; () for "all", which is everybody.

    Raises WrongUsage if a name is not that of one.
    """
    known = (*(actor.id for actor in questionnaire.actors), _ALL)
    found: dict[str, Tag] = {}
    for name in wanted:
        if name == _ALL:
            return ()
        actors = find_actors(questionnaire.actors, name)
        check_choice("actor_not_known", name if len(actors) != 1 else None, known)
        found[actors[0].id] = actors[0]
    return tuple(found.values())
