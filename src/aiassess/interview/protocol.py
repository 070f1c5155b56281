"""The seam between the session and its screens: what is shown, and what a screen does.

A screen shows views and returns actions; it never changes answers, and the session never prints. Every string in a view is
already in the language of the interview; the screen must still make safe what comes from files (``aiassess.safe``).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Literal, Protocol

from aiassess.interview.actions import Action, SwitchLanguage
from aiassess.interview.walk import Page
from aiassess.model.answers import Answer, Evidence
from aiassess.model.questionnaire import Question, Tag

Mark = Literal["answered", "missing", "unsure", "not_applicable", "optional", "unconfirmed", "red_flag"]
"""The state of a question; "optional" is blank and not required, "unconfirmed" was prefilled and not yet seen."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the interview is. Counts are of questions that apply now."""

    section: str
    section_number: int
    section_count: int
    question_number: int
    question_count: int
    answered: int
    open: tuple[int, int]
    """The fewest and the most that must still be answered or confirmed; what is optional and blank is not among them."""
    level_low: str
    level_high: str
    """Titles of the lowest and the highest level still possible, from the engine."""
    settled: bool = True
    """If that is one level: nothing still open or to be confirmed can change it."""
    ref: str | None = None
    """The number of the question in texts and reports."""

    @property
    def percent(self) -> int:
        """The share that is answered of what is answered or can be open, 0-100, rounded down: it does not fall back."""
        most = self.open[1]
        return 100 * self.answered // (self.answered + most) if most else 100


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page of the interview says first: what the last action led to, in words."""

    gave: tuple[str, str] | None = None
    """The question that was answered just now and its answer: a slip must be seen."""
    notices: tuple[str, ...] = ()
    """What happened since the last page ("3 questions no longer apply; …")."""
    undoable: bool = False
    """What the notices tell of can be undone."""

    def told(self, undo: str, *first: str) -> tuple[str, ...]:
        """Return the notices after ``first``; if they can be undone, ``undo``, which says how, ends the last."""
        notices = (*first, *self.notices)
        if not (notices and self.undoable):
            return notices
        return *notices[:-1], f"{notices[-1]} {undo}"


@dataclass(frozen=True, slots=True)
class QuestionView(View):
    """One question as it is shown."""

    question: Question
    language: str
    answer: Answer
    progress: Progress
    prefilled: bool = False
    """The answer was taken over from an earlier file and waits to be confirmed."""
    everybody: tuple[Tag, ...] = ()
    """All actors: for whom the question can wait, its own first."""
    typed: str = ""
    """Text that was typed here before and not given."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """What was typed in this question's forms and not given, by the form's name."""
    evidence_known: tuple[Evidence, ...] = ()
    """Evidence given at other questions, the one to offer first at the beginning."""
    first_in_section: bool = False
    section_intro: str | None = None
    actors: tuple[str, ...] = ()
    """Whom to ask, by their titles."""
    promised: tuple[str, ...] = ()
    """What was to be done about the answer that was taken over, in words."""
    contradictions: tuple[str, ...] = ()
    """How the answer to this question contradicts others, in words."""


@dataclass(frozen=True, slots=True)
class OverviewItem:
    """One question in the list of all."""

    question_id: str
    number: str
    """What texts and reports call it: its ``ref``, else its id."""
    text: str
    answer_text: str
    mark: Mark
    current: bool = False
    red_flag: bool = False
    """A major or critical finding is raised by this answer."""
    actors: tuple[str, ...] = ()
    """Ids of those to ask."""
    lead: str = ""
    """What it and those after it with the same lead have in common, to be said above them."""
    more: str = ""
    """More about it, to be read below."""


@dataclass(frozen=True, slots=True)
class OverviewSection:
    """One section in the list of all questions, or a group of the review."""

    id: str
    title: str
    items: tuple[OverviewItem, ...]
    advice: str = ""
    """What to do about them, in a line."""
    counts: Literal["", "items", "leads"] = ""
    """What is counted behind the title, if anything."""
    summary: str = ""
    """How they are answered, in a line shown until the section is unfolded; "": its questions are always shown."""

    def heading(self, items: Collection[OverviewItem]) -> str:
        """Return the title with the number of ``items``, those shown, or of what they have in common."""
        n = len(items) if self.counts == "items" else len({item.lead for item in items})
        return f"{self.title} ({n})" if self.counts else self.title


@dataclass(frozen=True, slots=True)
class Overview(View):
    """All questions that apply, by section, to jump to; with ``review``, before finishing, first those that need a look."""

    language: str
    sections: tuple[OverviewSection, ...]
    progress: Progress
    review: bool = False
    open: Mapping[str, int] = field(default_factory=dict)
    """How many questions keep a report from being complete: "missing", "unsure" and "unconfirmed" ones."""
    outcome: str = ""
    """What the report would be if it were written now, in words."""
    actors: tuple[Tag, ...] = ()
    """Those who are to be asked about some of the questions."""


@dataclass(frozen=True, slots=True)
class Checklist(View):
    """A page on which answers that were taken over are reviewed: what was promised, what changed, or one section."""

    page: Page
    language: str
    title: str
    progress: Progress
    items: tuple[OverviewItem, ...] = ()
    """The questions of the section; or the actions promised, each with the question that shows whether it was kept."""
    at: int | None = None
    """What is pointed at: the promise to be decided next, or the question from which one came back."""
    text: str = ""
    """What changed, in words."""

    @property
    def waiting(self) -> tuple[str, ...]:
        """The questions whose answers wait to be confirmed."""
        return tuple(dict.fromkeys(item.question_id for item in self.items if item.mark == "unconfirmed"))


@dataclass(frozen=True, slots=True)
class Start:
    """The page before the first question."""

    language: str
    title: str
    statement: str
    other: str | None = None
    """The language that comes next; None if there is one only."""
    news: tuple[str, ...] = ()
    """What was carried over and how far a draft has come, in words."""
    facts: tuple[tuple[str, str], ...] = ()
    """What to know before beginning, each after its heading."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A text, and lines of which one is to be picked."""

    text: str
    options: Sequence[str]
    _: KW_ONLY
    language: str
    leave: int | None = None
    """The place of the line that leaves, to be named to somebody who presses Esc, which does nothing."""
    switch: int | None = None
    """That of the line for another language, which the key for it chooses too."""
    more: str = ""
    """What to know besides, for those who read on."""


def form_key(form: str, question_id: str) -> str:
    """Return the key by which what is typed in a form of a question is kept; no question's id holds a colon."""
    return f"{form}:{question_id}"


class Keep(Protocol):
    """Takes what is typed and not given, by question id or ``form_key``; a blank text is forgotten.

    ``did``: what was done to it at one stroke (``did_…`` of ``aiassess.text.interview``), such as removing a risk: that can
    be undone, back to what was kept before it.
    """

    def __call__(self, typed: Mapping[str, str], did: str = "") -> None:
        """Keep it."""


def keep_nothing(typed: Mapping[str, str], did: str = "") -> None:
    """Keep nothing, for a screen outside an interview."""


class Screen(Protocol):
    """Shows the interview to a person, in whatever way the terminal allows.

    Call ``keep`` every few seconds, before a question is left, and whenever something typed is dropped.

    End of input and a hang-up are returned as ``Leave``; Ctrl-C too. No method raises for anything a person does.
    """

    keep: Keep

    def start(self, start: Start) -> SwitchLanguage | None:
        """Show the start page; None: go on. Who leaves there leaves at the next call."""

    def ask(self, view: QuestionView) -> Action:
        """Show one question and return what the person does."""

    def overview(self, overview: Overview) -> Action:
        """Show the list of all questions, or the review; returns any action that is not about the current question."""

    def checklist(self, checklist: Checklist) -> Action:
        """Show a page of answers that were taken over; returns any action that is not about the current question.

        A whole section is confirmed only once it was read to its end.
        """

    def confirm(self, text: str, *, language: str) -> bool:
        """Ask a yes/no question outside the questionnaire; Enter alone and the end of input are no."""

    def choose(self, choice: Choice) -> int | None:
        """Let the person pick one of several lines; returns its place, or None to leave."""

    def line(self, text: str, *, language: str) -> str:
        """Ask for one line of text, such as a path; "" if the person thinks better of it."""

    def show(self, text: str, *, language: str) -> None:
        """Show lines that need no answer (a notice)."""

    def request_leave(self) -> None:
        """Make the call under way, and every one after it, return Leave, no or None; called by a signal handler."""
