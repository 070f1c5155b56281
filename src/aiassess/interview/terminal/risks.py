"""The risk register as a question: a table that one adds to, edits and removes from."""

from aiassess.interview.actions import EditRisk, Give, RemoveRisk
from aiassess.interview.protocol import QuestionView
from aiassess.interview.register import Register
from aiassess.interview.terminal.glyphs import Glyphs
from aiassess.interview.terminal.pointer import Pointer
from aiassess.interview.terminal.question import QuestionPage
from aiassess.interview.terminal.risk_form import RiskPage
from aiassess.interview.terminal.wrapping import Body, cells, cut, sign
from aiassess.model.risks import Risk

TABLE_WIDTH = 64
"""Columns from which the register is drawn as a table; below, each risk takes lines of its own."""


class RisksPage(QuestionPage):
    """The register with its entries, and two lines to press Enter on: add another, give the register."""

    own_keys, more_keys = ("point", "enter_open", "add"), ("remove",)
    may_hold_more = True

    def __init__(self, glyphs: Glyphs, view: QuestionView) -> None:
        super().__init__(glyphs, view)
        self.register = Register(self.question, view.answer, view.typed)
        self.risks = self.register.risks
        self.form: tuple[int | None, RiskPage] | None = None
        """The form of an entry that is open now."""
        if self.register.restored:
            self.message = self._restored()
        # Below the risks are two lines: add one, and give the register.
        self.pointer = Pointer(lambda: len(self.risks) + 2)
        if not (view.prefilled and view.answer.status in ("unsure", "not_applicable")):  # which Enter confirms
            self.point_on()
        self.on |= {"enter": self._enter, "add": self.ending(EditRisk()), "remove": self._remove}

    def _restored(self) -> str:
        if None in self.register.entries:
            return self.say("risk_restored")
        edit = next(iter(self.register.entries), None)
        return self.say("typed_restored") if edit is None else self.say("risk_edit_restored", n=edit + 1)

    def _put_aside(self) -> None:
        """Keep what is typed in the open form."""
        if self.form is not None:
            at, form = self.form
            if form.changed or at in self.register.entries:
                self.register.entries[at] = form.texts()

    def point_on(self) -> None:
        """Point at what is to be done next: what is half written, the first risk, or giving the register."""
        waiting = next(iter(self.register.entries), None)
        add = None in self.register.entries or not self.risks
        self.pointer.at = len(self.risks) if add else len(self.risks) + 1 if waiting is None else waiting

    def close_form(self) -> None:
        """Keep what is typed in the form, which is open no longer."""
        self._put_aside()
        self.form = None

    def typed(self) -> str:
        self._put_aside()
        return self.register.text()

    def complete(self) -> Give | None:
        return self.register.complete()

    def instruction(self) -> str:
        return self.say("write_risks")

    # What is shown

    def add_answer(self, body: Body) -> None:
        if not self.risks:
            body.add(self.say("risks_none"))
        elif body.width >= TABLE_WIDTH:
            self._table(body)
        else:
            self._entries(body)
        body.blank()
        for number, key in enumerate(("risk_add", "risk_done"), len(self.risks)):
            body.entry(self.say(key, n=len(self.risks)), number == self.pointer.at)

    def _table(self, body: Body) -> None:
        """Add the register as a table; owner and date only if there are any, the rest with the one pointed at."""
        heads = [self.say(f"risk_column_{name}") for name in ("before", "after", "owner", "due")]
        rows = [[self._before(risk), self._after(risk), risk.owner or "", risk.due or ""] for risk in self.risks]
        widths = [
            min(14, max(cells(self.glyphs.clean(text)) for text in column)) if any(column[1:]) else 0
            for column in zip(heads, *rows, strict=True)
        ]
        first = body.width - 5 - sum(width + 2 for width in widths if width)
        body.raw([("class:heading", "     " + self._row([self.say("risk_column_title"), *heads], [first, *widths]))])
        for number, (risk, row) in enumerate(zip(self.risks, rows, strict=True)):
            here = number == self.pointer.at
            line = f"{sign(here)}{number + 1:>2} " + self._row([risk.title, *row], [first, *widths])
            at = body.raw([("class:pointer" if here else "", line)])
            if here:
                if cells(risk.title) > first:
                    body.add(risk.title, first="     ")
                if risk.treatment:
                    body.add(f"{self.say('risk_treatment')}: {risk.treatment}", first="     ")
                body.point(at)

    def _row(self, texts: list[str], widths: list[int]) -> str:
        """Return texts cut and filled to the widths; a column of width 0 is left out."""
        short = [cut(text, width, self.glyphs) for text, width in zip(texts, widths, strict=True)]
        return "  ".join(text + " " * (width - cells(text)) for text, width in zip(short, widths, strict=True) if width)

    def _entries(self, body: Body) -> None:
        for number, risk in enumerate(self.risks):
            facts = [self.say("risk_rated", before=self._before(risk))]
            if risk.residual_likelihood is not None:
                facts.append(self.say("risk_rated_after", after=self._after(risk)))
            for name, key in (("treatment", "treatment"), ("owner", "owner"), ("due", "column_due")):
                if value := getattr(risk, name):
                    facts.append(f"{self.say(f'risk_{key}')}: {value}")
            body.entry(risk.title, number == self.pointer.at, f"{number + 1}. ", "; ".join(facts))

    def _before(self, risk: Risk) -> str:
        return self.glyphs.product(risk.likelihood, risk.consequence)

    def _after(self, risk: Risk) -> str:
        return self.glyphs.product(risk.residual_likelihood, risk.residual_consequence)

    # What is pressed

    def _remove(self) -> None:
        if self.pointer.at is not None and self.pointer.at < len(self.risks):
            self.finish(RemoveRisk(self.pointer.at))
        else:
            self.message = self.say("risk_point_first")

    def _enter(self) -> None:
        """Edit the risk pointed at, add one, or give the register."""
        at = self.pointer.at
        if at is None:
            self.confirm()
        elif at <= len(self.risks):
            self.finish(EditRisk(at if at < len(self.risks) else None))
        elif not self.risks:
            self.message = self.say("risks_empty")
        else:
            self.give(self.register.given())
