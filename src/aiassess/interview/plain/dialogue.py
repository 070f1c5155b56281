"""What a person types, as lines, texts or commands."""

from collections.abc import Callable, Sequence

from aiassess.errors import Problem
from aiassess.interview.actors import actors_named
from aiassess.interview.dates import spoken
from aiassess.interview.plain.commands import Command, command_words, find_command
from aiassess.interview.plain.streams import Gone, Lines
from aiassess.model.questionnaire import Tag
from aiassess.text import say


class Typing:
    """Reads what a person types as lines, texts or commands, and says what is not a command."""

    def __init__(self, lines: Lines, lang: str) -> None:
        self.lines = lines
        self.lang = lang
        self._cleared: list[str] = []

    def say(self, key: str, **values: object) -> str:
        """Return one of this screen's own messages; ``{cmd[…]}`` in it names a command."""
        return say(self.lang, f"plain.{key}", cmd=command_words(self.lang), **values)

    def tell(self, key: str, **values: object) -> None:
        self.lines.write(self.say(key, **values))

    def refuse(self, problem: Problem) -> None:
        self.lines.write(spoken(problem, self.lang))

    def actor(self, actors: Sequence[Tag], wanted: str) -> Tag | None:
        """Return the one that is meant by a number in the list of them, or a name; None if it isn't one, which is said."""
        found = actors_named(actors, wanted)
        if len(found) == 1:
            return found[0]
        self.tell("several_actors" if found else "no_actor", found=wanted)
        return None

    def whole(self) -> str:
        """Return one line. Lines pasted or typed ahead with it are not used, and the person is told so."""
        typed = self.lines.read()
        self.tell_rest()
        return typed.strip()

    def tell_rest(self) -> None:
        """Say which lines came together with an answer and were not used."""
        rest = self.lines.rest()
        if rest:
            self.tell("left_over", lines=" / ".join(rest))

    def joined(self) -> str:
        """Return one line; several that were pasted are joined into one, which is shown and asked about."""
        typed = self.lines.read().strip()
        while rest := self.lines.rest():
            together = " ".join(" ".join([typed, *rest]).split())
            self.tell("joined", text=together)
            typed = self.lines.read().strip() or together
        return typed

    def line(self) -> str | Command:
        """Return one line or the command that it is; a bare word may be a command."""
        return self._or_command(self.whole, bare=True)

    def field(self) -> str | Command:
        """Return one line of free text, or a command; only ``:command`` and ``?`` are commands."""
        return self._or_command(self.joined, bare=False)

    def _or_command(self, read: Callable[[], str], *, bare: bool) -> str | Command:
        while True:
            typed = read()
            if not bare and typed.startswith("::"):
                return typed[1:]
            if bare or typed == "?" or typed.startswith(":"):
                command = find_command(typed.removeprefix(":"))
                if command is not None:
                    return command
            if not typed.startswith(":"):
                return typed
            self.tell("unknown_command", found=typed)

    def answer_line(self) -> str | Command:
        """Return a text of one line, or a command; a bare word that is a command must be typed twice to be the answer."""
        before = None
        while True:
            typed = self.field()
            if isinstance(typed, Command) or find_command(typed) is None or typed == before:
                return typed
            self.tell("command_or_text", found=typed)
            before = typed

    def text(self, typed: list[str], keep: Callable[[], None]) -> str | Command:
        """Return a text of several lines, ended by a full stop alone; "" if the first line is empty.

        The lines so far are in ``typed``, also if a command is returned or the input ends; ``keep`` is called after each.
        """
        while True:
            if typed and not self.lines.more_waits():
                keep()
            line = self.lines.read()
            word = line.strip()
            if not typed and not word and self.lines.more_waits() and not self.lines.piped:
                continue  # a text that is pasted may begin with a blank line
            if word == "." or (not typed and not word):
                self.tell_rest()
                return "\n".join(typed)
            if line.startswith("::"):
                typed.append(line[1:])
            elif word == "?" or word.startswith(":"):
                command = find_command(word.removeprefix(":"))
                if command is not None:
                    if len(typed) == 1 and find_command(typed[0]) == command:
                        typed.clear()  # the same word without its colon was not meant as an answer
                    return command
                if typed:  # in the middle of a text that is pasted it is more likely a part of it
                    typed.append(line)
                    self.tell("kept_as_text", found=word)
                else:
                    self.tell("unknown_command", found=word)
            else:
                typed.append(line)
                if len(typed) == 1 and find_command(word) is not None:
                    self.tell("taken_as_text", found=word)

    def go_on(self, typed: list[str]) -> None:
        """Show the lines of a text that was left unfinished, if there are any."""
        if typed:
            self.tell("text_goes_on")
            self.lines.write("\n".join(typed))

    # In a form, where "help" and "leave" mean the same in every field

    def form_field(self, explain: Callable[[], None], *own: str) -> str | Command:
        """Return one line, or one of the form's own commands; ``explain`` says what to type."""
        while True:
            typed = self.field()
            if isinstance(typed, str) or typed.name in own:
                return typed
            self._form_command(typed, explain)

    def form_text(
        self, typed: list[str], keep: Callable[[], None], explain: Callable[[], None], *own: str
    ) -> str | Command:
        """Return a text as ``text`` does, or one of the form's own commands."""
        self.go_on(typed)
        while True:
            found = self.text(typed, keep)
            if isinstance(found, Command) and self._clear_or_restore(typed, found.name):
                keep()
            elif isinstance(found, str) or found.name in own:
                return found
            else:
                self._form_command(found, explain)

    def _form_command(self, command: Command, explain: Callable[[], None]) -> None:
        if command.name == "leave":
            raise Gone
        if command.name == "help":
            explain()
        else:
            self.tell("not_here")

    def _clear_or_restore(self, typed: list[str], command: str) -> bool:
        """Discard the lines of a text ("clear"), or bring back those discarded last ("undo"); False if there are none."""
        if command == "clear" and typed:
            self._cleared = list(typed)
            typed.clear()
            self.tell("text_cleared")
            return True
        if command == "undo" and self._cleared:
            typed[:0] = self._cleared
            self._cleared = []
            self.tell("text_back")
            self.lines.write("\n".join(typed))
            return True
        return False
