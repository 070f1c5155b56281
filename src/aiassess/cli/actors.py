"""``--actor``: those whose questions are asked, by whatever somebody calls them."""

from collections.abc import Iterable
from typing import Annotated

from typer import Option

from aiassess.cli.output import check_choice
from aiassess.interview.actors import find_actors
from aiassess.model.questionnaire import Questionnaire, Tag

ActorOption = Annotated[list[str] | None, Option("--actor", help="option_actor", metavar="ACTOR")]


def actors_named(wanted: Iterable[str], questionnaire: Questionnaire) -> tuple[Tag, ...]:
    """Return the actors that are named, by id, title or a part of one; raises WrongUsage if a name is not that of one."""
    found: dict[str, Tag] = {}
    for name in wanted:
        actors = find_actors(questionnaire.actors, name)
        check_choice("actor_not_known", name if len(actors) != 1 else None, tuple(a.id for a in questionnaire.actors))
        found[actors[0].id] = actors[0]
    return tuple(found.values())
