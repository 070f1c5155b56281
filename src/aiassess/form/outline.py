"""The outline of a form on paper, for a meeting: boxes to tick and lines to write on. It is not read back."""

from collections.abc import Callable, Iterator
from itertools import product

from aiassess.answers import sheets as s
from aiassess.answers.formats import ABOUT_TEXTS
from aiassess.form.content import Form
from aiassess.kinds.registry import ByKind
from aiassess.kinds.risks import RISK_FIELDS
from aiassess.model.answers import Answer
from aiassess.model.questionnaire import Question
from aiassess.model.risks import Risk
from aiassess.render import outline as o

_BOX, _TICKED = "☐", "☒"
_APART = " · "
_BLANK_RISKS = 4


def form_outline(form: Form) -> o.Outline:
    questionnaire, about = form.questionnaire, form.answers.about
    yield o.Title(form.brief("title", title=form.line(questionnaire.title)), form.langs[0])
    for said in form.text(questionnaire.statement).split("\n"):
        yield o.Quote(o.Span(said, "quiet"))
    yield o.Section(form.brief("instructions"), list(_instructions(form)))
    given = {name: getattr(about, name) for name in ABOUT_TEXTS}
    table = o.Table(
        [o.Column(form.brief(name)) for name in given], [o.Row([value or "" for value in given.values()])], by_hand=True
    )
    edition = f"{questionnaire.id} {questionnaire.version}"
    yield o.Section(
        form.brief("about"),
        [table, o.fact(form.brief("questionnaire"), edition), o.Fact(o.Span(questionnaire.digest, "code"))],
    )
    for section, questions in form.sections:
        intro = _paragraphs(form.text(section.intro))
        yield o.Section(form.line(section.title), [*intro, *(_question(form, question) for question in questions)])


def _instructions(form: Form) -> Iterator[o.Item]:
    if form.actors:
        yield from _items(form.say("only_for", actors=", ".join(form.line(actor.title) for actor in form.actors)))
    for name in ("paper_tick", "leave_blank", "paper_proof", "paper_back"):
        yield from _items(form.say(name))


def _items(text: str) -> list[o.Item]:
    return [o.Item(line) for line in text.split("\n") if line]


def _paragraphs(text: str, look: o.Look = "") -> list[o.Paragraph]:
    return [o.Paragraph(o.Span(line, look)) for line in text.split("\n") if line]


def _question(form: Form, question: Question) -> o.Section:
    answer = form.answers.get(question.id)
    told = [form.text(question.help), *form.expected(question)]
    whom = form.whom(question).replace("\n", "; ")
    body: list[o.Block] = [
        *(paragraph for text in told for paragraph in _paragraphs(text, "quiet")),
        *([o.fact(form.brief("actors"), whom)] if whom else []),
        *_ANSWERS.of(question)(form, question, answer),
        _statuses(form, question, answer),
        _notes(form, question, answer),
    ]
    return o.Section(f"{form.numbers[question.id]}. {form.line(question.text)}", body)


def _box(words: str, *, ticked: bool) -> str:
    return f"{_TICKED if ticked else _BOX} {words}"


def _statuses(form: Form, question: Question, answer: Answer) -> o.Paragraph:
    """Return boxes for those who give no answer: not sure, and who is to answer; not applicable."""
    given = s.status_of(answer)
    asked = [actor for actor in form.questionnaire.actors if actor.id in (*question.actors, answer.waits_for)]
    words = s.status_words(asked, form.langs)
    offered = [key for key in words if key != s.NOT_APPLICABLE or question.not_applicable]
    return o.Paragraph(_APART.join(_box(words[key], ticked=key == given) for key in offered))


def _notes(form: Form, question: Question, answer: Answer) -> o.Table:
    """Return the room for a note and for evidence."""
    keys = ["note"] if question.evidence == "none" and not answer.evidence else ["note", "evidence", "date"]
    pieces = [(item.reference, item.date or "") for item in answer.evidence] or [("", "")]
    rows = [o.Row([answer.note or "" if n == 0 else "", *piece][: len(keys)]) for n, piece in enumerate(pieces)]
    return o.Table([o.Column(form.brief(key)) for key in keys], rows, by_hand=True)


# The answer, by the kind of the question


def _boxes(form: Form, question: Question, answer: Answer) -> Iterator[o.Block]:
    for option in question.options:
        meaning = f": {form.line(option.help)}" if option.help else ""
        yield o.Paragraph(_box(f"{form.line(option.label)}{meaning}", ticked=option.id in answer.chosen))


def _line(form: Form, question: Question, answer: Answer) -> Iterator[o.Block]:
    words = "" if answer.value is None else question.kind.line(question, answer.value, form.langs[0])
    yield o.Table([o.Column(form.brief("answer"))], [o.Row([words])], by_hand=True)


def _register(form: Form, question: Question, answer: Answer) -> Iterator[o.Block]:
    if scale := question.scale:
        for name, lang in product(("likelihood", "consequence"), form.langs):
            yield o.Fact(f"{form.brief(name)}: {'; '.join(scale.lines(name, lang))}")
    titles = ["risk_title" if name == "title" else name for name in RISK_FIELDS]
    risks = [[_shown(risk, name) for name in RISK_FIELDS] for risk in answer.risks]
    blank = [[""] * len(RISK_FIELDS)] * _BLANK_RISKS
    yield o.Table(
        [o.Column(form.brief(title)) for title in titles], [o.Row(cells) for cells in (*risks, *blank)], by_hand=True
    )


def _shown(risk: Risk, name: str) -> str:
    value = getattr(risk, name)
    return "" if value is None else str(value)


_ANSWERS: ByKind[Callable[[Form, Question, Answer], Iterator[o.Block]]] = ByKind(
    choice=_boxes, choices=_boxes, text=_line, number=_line, date=_line, risks=_register
)
