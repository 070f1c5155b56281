"""One question until there is an action, with the forms that come between: note and evidence, a reason, a risk."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from aiassess.interview import protocol
from aiassess.interview.actions import Action, Annotate, Ask, Do, EditRisk, Give, RemoveRisk, WaitFor
from aiassess.interview.protocol import Keep
from aiassess.interview.terminal.app import App
from aiassess.interview.terminal.dialogs import BackPage, ConfirmPage
from aiassess.interview.terminal.form import FormPage
from aiassess.interview.terminal.note_form import NotePage, ReasonPage
from aiassess.interview.terminal.page import LeaveRequested, R
from aiassess.interview.terminal.question import QuestionPage
from aiassess.interview.terminal.risks import RiskPage, RisksPage
from aiassess.interview.views import asked_for, numbered


class Asking:
    """Asks one question. ``leave_next``: the person wants to leave, but what was written had to be returned first."""

    def __init__(self, app: App, page: QuestionPage, keep: Keep) -> None:
        self.app = app
        self.keep = keep
        self.page = page
        self.view = page.view
        self.leave_next = False
        self._forms: dict[str, Callable[[], str]] = {}
        """What is unsaved in the forms that were opened, by the form's name."""

    def unfinished(self) -> dict[str, str]:
        """Return what is typed here and not given, as ``protocol.Screen.keep`` takes it."""
        name = self.view.question.id
        forms = {**self.view.forms, **{form: unsaved() for form, unsaved in self._forms.items()}}
        return {name: self.page.typed()} | {protocol.form_key(form, name): text for form, text in forms.items()}

    async def _fill_in(self, name: str, form: FormPage[R], *, fresh: bool = False) -> R | Annotate | None:
        """Show a form, and return its result; what was typed there when the last session ended is there again.

        If the person leaves in the middle, what can be salvaged comes first.
        """
        if name not in self._forms:
            form.restore(self.view.forms.get(name, ""))
        self._forms[name] = form.unsaved
        try:
            result = await self.app.show(form, fresh=fresh)
        except LeaveRequested:
            salvaged = form.salvage()
            if salvaged is None:
                raise
            self.leave_next = True
            return salvaged
        if result is None:
            before = self.unfinished()
            self._forms[name] = lambda: ""
            self._keep(before, "form_closed")
        return result

    def _keep(self, before: Mapping[str, str], did: str) -> None:
        """Keep what was there before it was dropped or changed, and what is left, so that it can be undone."""
        self.keep(before)
        self.keep(self.unfinished(), did)
        self.page.forget_typing()  # what was done now is what undo comes to first

    async def run(self) -> Action:
        """Return what the person does; raises LeaveRequested if there is nothing to return before leaving."""
        try:
            action = await self._turn(fresh=True)
            while action is None:
                # A second Enter was for the form of a risk, not for the line that gives the register.
                action = await self._turn(fresh=isinstance(self.page, RisksPage))
        except LeaveRequested:
            complete = self.page.complete()
            if complete is None:
                raise
            self.leave_next = True
            return complete
        return action

    async def _turn(self, *, fresh: bool) -> Action | None:
        """Show the question and do what is asked for; None: it is to be shown again."""
        wish = await self.app.show(self.page, fresh=fresh)
        if wish is Do.UNSURE:
            self.app.held.guard()
        match wish:
            case Give():
                return await self._give(wish)
            case Ask.NOTE:
                return await self._fill_in("note", NotePage(self.page.glyphs, self.view))
            case Ask.REASON:
                return await self._fill_in("reason", ReasonPage(self.page.glyphs, self.view))
            case Ask.ACTOR:
                return await self._choose_actor()
            case Do.CLEAR:
                return wish if await self._sure(self.page.say("clear_sure")) else None
            case EditRisk() | RemoveRisk():
                if isinstance(self.page, RisksPage):
                    await self._change_register(wish, self.page)
                return None
        return wish

    async def _give(self, give: Give) -> Action | None:
        answer = self.view.answer
        said_before = answer.status == "answered" and answer.value == give.value and not self.view.prefilled
        asked = asked_for(self.view.question, answer, give.value)
        if said_before or asked is None:
            return give
        form = NotePage(self.page.glyphs, self.view, asked, self.view.question.note_asker(give.value))
        # A second Enter was for the question, not for the form that it opened.
        try:
            given = await self._fill_in("note", form, fresh=True)
        except LeaveRequested:
            self.leave_next = True  # the answer is still given
            self.keep(self.unfinished())
            return give
        return None if given is None else replace(give, note=given.note or "", evidence=given.evidence)

    async def _choose_actor(self) -> Action | None:
        """Ask whom the question is left to; None: it is not."""
        actors, page = self.view.everybody, self.page
        title = page.say("wait_for_whom", question=numbered(page.question, page.lang))
        titles = [actor.title[page.lang] for actor in actors]
        picked = await self.app.show(
            BackPage(page.glyphs, protocol.Choice(title, titles, language=page.lang), 0), fresh=True
        )
        return None if picked is None else WaitFor(actors[picked].id)

    async def _sure(self, text: str) -> bool:
        page = ConfirmPage(self.page.glyphs, self.page.lang, text, progress=self.page.progress)
        return await self.app.show(page, fresh=True) == 0

    # The risk register

    async def _change_register(self, wish: EditRisk | RemoveRisk, page: RisksPage) -> None:
        if isinstance(wish, EditRisk):
            await self._edit_risk(page, wish.at)
        elif await self._sure(page.say("risk_remove_sure", title=page.risks[wish.at].title)):
            before = self.unfinished()
            page.register.remove(wish.at)
            page.point_on()
            self._keep(before, "risk_removed")

    async def _edit_risk(self, page: RisksPage, at: int | None) -> None:
        """Show the form of a risk; ``at`` None: a new one, or the one that was left half written."""
        form = RiskPage(page.glyphs, page.view, page.register.texts(at), new=at is None)
        page.form = (at, form)
        try:
            risk = await self.app.show(form)
        finally:
            page.close_form()
        before = self.unfinished()
        did = page.register.put(at, risk)
        page.point_on()
        self._keep(before, did)
