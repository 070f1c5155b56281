"""How each kind of question is asked line by line."""

from aiassess.answers.numbers import read_number
from aiassess.figures import date_words
from aiassess.interview.actions import Action
from aiassess.interview.dates import AskedBack, bounds_words
from aiassess.interview.plain.ask import Asking
from aiassess.interview.plain.commands import Command
from aiassess.interview.plain.risks import AskingRisks
from aiassess.interview.plain.streams import Lines
from aiassess.interview.protocol import Keep, QuestionView
from aiassess.interview.reading import asks_yes_no, yes_or_no
from aiassess.kinds.registry import ByKind
from aiassess.model.answers import Value


class AskingChoice(Asking):
    """Asks for an option by its number, id or label."""

    def invitation(self) -> str:
        if asks_yes_no(self.question):
            return self.typing.say("type_yes_or_no")
        return self.typing.say("type_choice", n=len(self.question.options))

    def read(self, typed: str) -> object:
        option = self._option(typed)
        if option is None:
            self._tell_unknown(typed)
        return option

    def _option(self, word: str) -> str | None:
        options = self.question.options
        if word.isdecimal() and word.isascii() and len(word) < 6:
            return options[int(word) - 1].id if 1 <= int(word) <= len(options) else None
        if asks_yes_no(self.question) and (found := yes_or_no(word)):
            return found
        low = word.casefold()
        return next((o.id for o in options if low in (o.id, *(label.casefold() for label in o.label.values()))), None)

    def _tell_unknown(self, typed: str) -> None:
        self.typing.tell("no_option", found=typed, n=len(self.question.options))


class AskingChoices(AskingChoice):
    """Asks for several options."""

    def invitation(self) -> str:
        return self.typing.say("type_choices", n=len(self.question.options))

    def read(self, typed: str) -> object:
        whole = self._option(typed)
        if whole is not None:
            return [whole]
        words = typed.replace(",", " ").split() or [typed]
        chosen = [self._option(word) for word in words]
        if None in chosen:
            self._tell_unknown(words[chosen.index(None)])
            return None
        return [*dict.fromkeys(chosen)]


class AskingText(Asking):
    """Asks for a text; one that was left half typed goes on as it began, in as many lines as it takes."""

    sign = ":"

    def __init__(self, lines: Lines, view: QuestionView, keep: Keep) -> None:
        super().__init__(lines, view, keep)
        self.typed, self.begun = self.begun.split("\n") if self.begun else [], ""

    def invitation(self) -> str:
        return self.typing.say("type_text" if self.question.multiline else "type_line")

    def understood(self, value: Value) -> str:
        return ""

    def read(self, typed: str) -> object:
        return typed

    def _turn(self) -> Action | None:
        one_line = not self.question.multiline and not self.typed
        typed = self.typing.answer_line() if one_line else self.typing.text(self.typed, self._remember)
        if isinstance(typed, Command):
            return self._command(typed)
        if not typed.strip():
            self.typed.clear()
            self._remember()
            return self._keep()
        return self._answer(typed)


class AskingNumber(Asking):
    """Asks for a number."""

    def invitation(self) -> str:
        question, lang = self.question, self.lang
        text = self.typing.say("type_number", unit=f" ({question.unit[lang]})" if question.unit else "")
        if question.minimum is not None and question.maximum is not None:
            bounds = {"low": f"{question.minimum:,}", "high": f"{question.maximum:,}"}
            text = f"{text} {self.typing.say('type_between', **bounds)}"
        return text

    def read(self, typed: str) -> object:
        return read_number(self.question, typed)


class AskingDate(Asking):
    """Asks for a date, and reads it back with its month by name."""

    def __init__(self, lines: Lines, view: QuestionView, keep: Keep) -> None:
        super().__init__(lines, view, keep)
        self._asked_back = AskedBack(echoed=False)

    def invitation(self) -> str:
        bounds = bounds_words(self.question.earliest, self.question.latest, self.lang)
        return self.typing.say("type_date", bounds=bounds and f", {bounds}")

    def read(self, typed: str) -> object:
        return self._asked_back.read(typed)

    def _keep(self) -> Action | None:
        return self._answer("") if self._asked_back.waits else super()._keep()

    def understood(self, value: Value) -> str:
        return self.typing.say("read_date", date=value, words=date_words(str(value), self.lang))


ASKING: ByKind[type[Asking]] = ByKind(
    choice=AskingChoice,
    choices=AskingChoices,
    text=AskingText,
    number=AskingNumber,
    date=AskingDate,
    risks=AskingRisks,
)
