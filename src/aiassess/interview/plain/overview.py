"""The list of all questions, and the review, as lines of text and commands."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from aiassess.interview import actions
from aiassess.interview.actions import Action
from aiassess.interview.plain.commands import EVERYWHERE, Command
from aiassess.interview.plain.dialogue import Typing
from aiassess.interview.plain.show import command_lines, notice_lines, progress_lines
from aiassess.interview.protocol import Overview, OverviewItem, OverviewSection
from aiassess.interview.views import state_words
from aiassess.model.questionnaire import Tag
from aiassess.safe import safe_line
from aiassess.text import say

_LONGEST_ANSWER = 200


class Paging(ABC):
    """Shows a page with a list of questions until there is an action."""

    refused: tuple[str, ...]
    """Commands with an action that means nothing on such a page."""

    def __init__(self, typing: Typing, items: Sequence[OverviewItem], commands: Sequence[str]) -> None:
        """Begin; ``commands``: what help lists besides those of every page."""
        self.typing = typing
        self.lang = typing.lang
        self.items = items
        self._commands = commands

    def run(self) -> Action:
        """Return what the person does; raises Gone at the end of the input."""
        self.show()
        while True:
            self.typing.lines.write(*self.prompt())
            typed = self.typing.line()
            action = self.command(typed) if isinstance(typed, Command) else self.answer(typed)
            if action is not None:
                return action

    @abstractmethod
    def show(self) -> None: ...

    @abstractmethod
    def prompt(self) -> list[str]: ...

    @abstractmethod
    def answer(self, typed: str) -> Action | None: ...

    def command(self, command: Command) -> Action | None:
        match command.name:
            case "help":
                self.typing.lines.write(*command_lines(["help", "again", *self._commands, *EVERYWHERE], self.lang))
                return None
            case "again":
                self.show()
                return None
            case "goto":
                return self.jump(command.rest)
        action = None if command.name in self.refused else command.action
        if action is None:
            self.typing.tell("not_here")
        return action

    def jump(self, wanted: str) -> Action | None:
        """Return the jump to a question by its number or id; if there is none, say so and return None."""
        low = wanted.casefold().removesuffix(".")
        for item in self.items:
            if item.question_id and low in (item.number.casefold(), item.question_id):
                return actions.Goto(item.question_id)
        self.typing.tell("no_question", found=wanted)
        return None


class Listing(Paging):
    """Shows the list of all questions, or the review."""

    refused = ("skip", "unsure")

    def __init__(self, typing: Typing, overview: Overview, actor: str = "") -> None:
        """Begin; ``actor``: the id of the one whose questions are shown; "": everybody's."""
        own = ("overview", "finish") if overview.review else ("review",)
        items = [item for section in overview.sections for item in section.items]
        super().__init__(typing, items, ("back", "goto", "actor", *own))
        self.overview = overview
        self.actor = actor if any(each.id == actor for each in overview.actors) else ""

    def show(self) -> None:
        overview, actor, lang = self.overview, self.actor, self.lang
        title = "interview.review_title" if overview.review else "plain.overview_title"
        lines = [*notice_lines(overview, lang), "", say(lang, title), *([overview.outcome] if overview.review else [])]
        for each in overview.actors:
            if each.id == actor:
                lines.append(say(lang, "interview.whom_only", actor=each.title[lang], n=self._asked(each)))
        folded = False
        for section in overview.sections:
            items = [item for item in section.items if not actor or actor in item.actors]
            if items:
                was_folded, folded = folded, bool(section.summary and not actor)
                lines += ([] if was_folded and folded else [""]) + _section_lines(section, items, lang, folded=folded)
        if folded:
            lines.append(self.typing.say("folded"))
        self.typing.lines.write(*lines, "", *progress_lines(overview.progress, lang, place=not overview.review))

    def prompt(self) -> list[str]:
        return [self.typing.say("review_prompt" if self.overview.review else "overview_prompt")]

    def answer(self, typed: str) -> Action | None:
        if typed:
            return self.jump(typed)
        return None if self.overview.review else actions.Do.BACK

    def command(self, command: Command) -> Action | None:
        if command.name != "actor":
            return super().command(command)
        self._choose_actor(command.rest)
        return None

    def _choose_actor(self, wanted: str) -> None:
        """Show one actor's questions, by number, id or title; 0 shows everybody's; nothing: say who there are."""
        actors, typing = self.overview.actors, self.typing
        found = typing.actor(actors, wanted) if actors and wanted not in ("", "0") else None
        if not actors:
            typing.tell("actors_none")
        elif found or wanted == "0":
            self.actor = found.id if found else ""
            self.show()
        else:
            for number, actor in enumerate(actors, 1):
                typing.lines.write(f"  {number}. {actor.title[self.lang]}: {self._asked(actor)}")
            typing.tell("type_actor")

    def _asked(self, actor: Tag) -> int:
        return len({item.question_id for item in self.items if actor.id in item.actors})


def _section_lines(section: OverviewSection, items: list[OverviewItem], lang: str, *, folded: bool) -> list[str]:
    if folded:
        return [f"{section.title}: {section.summary}."]
    lines = [section.heading(items), *([section.advice] if section.advice else [])]
    lead = ""
    for item in items:
        if item.lead != lead:
            lines.append(item.lead)
            lead = item.lead
        here = f" {say(lang, 'plain.item_here')}" if item.current else ""
        lines.append(f"  {item.number}. {safe_line(item.text)}{here}")
        lines.append("    - " + item_state(item, lang))
    return lines


def item_state(item: OverviewItem, lang: str) -> str:
    state = say(lang, "plain.mark_optional") if item.mark == "optional" else state_words(item, lang)
    return safe_line(state, _LONGEST_ANSWER)
