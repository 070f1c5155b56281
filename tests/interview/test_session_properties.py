"""However one gets there, the same final answers give the same result and the same file."""

from hypothesis import given
from hypothesis import strategies as st

from aiassess.answers.check import check_answers
from aiassess.answers.dump import answers_data
from aiassess.canonical import to_json
from aiassess.interview import actions
from aiassess.interview.session import Session
from aiassess.model.answers import Evidence
from aiassess.model.risks import Risk
from aiassess.scoring.assess import score
from support.interviews import blank, small

texts = st.sampled_from(["Alpha", "Beta\nwith a second line", "{}", "  x  "])
ratings = st.integers(1, 5)
VALUES = {
    "system": texts,
    "remark": texts,
    "acts_on": st.sampled_from(["things", "persons"]),
    "groups": st.sampled_from([("children",), ("patients",), ("children", "patients"), ("none",)]),
    "guardian": st.sampled_from(["no", "yes"]),
    "people": st.sampled_from([0, 999, 1000, 100000]),
    "oversight": st.sampled_from(["none", "partly", "in_place"]),
    "reviewed_on": st.sampled_from(["2026-12-31", "2027-02-28"]),
    "register": st.lists(st.builds(Risk, texts, ratings, ratings), min_size=1, max_size=3).map(tuple),
}
evidence = st.lists(st.builds(Evidence, texts, st.none() | st.just("2026-05-01")), max_size=2).map(tuple)
notes = st.none() | texts


@st.composite
def moves(draw):
    """A jump somewhere, then anything that can be done there."""
    name = draw(st.sampled_from(sorted(VALUES)))
    kind = draw(st.integers(0, 9))
    if kind < 4:
        return [actions.Goto(name), (name, draw(VALUES[name]))]
    others = [
        actions.Do.UNSURE,
        actions.Do.CLEAR,
        actions.Do.BACK,
        actions.Do.SKIP,
        actions.SwitchLanguage(),
        actions.SetAside(draw(texts)),
    ]
    walking = [actions.Do.OVERVIEW, actions.Do.REVIEW, actions.Do.FINISH]
    annotate = actions.Annotate(draw(notes), draw(evidence))
    return [actions.Goto(name), draw(st.sampled_from([*others, *walking, annotate]))]


def play(session, script):
    """Do what the script says as a person could; return the moves that were possible."""
    for action in script:
        if session.place == "finished":
            return
        if isinstance(action, tuple):
            name, value = action
            if session.place == "question" and session.view().question.id == name:
                session.do(actions.Give(value))
        elif (
            session.place == "question"
            or action is actions.Do.BACK
            or isinstance(action, (actions.Goto, actions.SwitchLanguage))
        ):
            session.do(action)


def saved_text(answers):
    return to_json(answers_data(answers, [question.id for question in small().questions]))


@given(st.lists(moves(), max_size=25))
def test_any_way_there_gives_what_giving_the_final_answers_straight_gives(script):
    files = []
    session = Session(small(), blank(), language="en", save=lambda answers, _: files.append(saved_text(answers)))
    play(session, [action for move in script for action in move])
    final = session.answers

    straight = Session(small(), blank(), language="en", save=lambda *_: None)
    if session.language != straight.language:
        straight.do(actions.SwitchLanguage(session.language))
    # Hidden answers can only have been given while they were shown: what shows them is given first, then put right.
    for name, value in (("acts_on", "persons"), ("groups", ("children",))):
        straight.do(actions.Goto(name))
        straight.do(actions.Give(value))
    for name in [q.id for q in small().questions if q.id not in ("acts_on", "groups")] + ["groups", "acts_on"]:
        answer = final.get(name)
        straight.do(actions.Goto(name))
        straight.do(actions.Do.CLEAR)
        straight.do(actions.Goto(name))
        if answer.status == "answered":
            straight.do(actions.Give(answer.value))
        elif answer.status == "unsure":
            straight.do(actions.Do.UNSURE)
        elif answer.status == "not_applicable":
            straight.do(actions.SetAside(answer.note))
        else:
            straight.do(actions.Do.CLEAR)
        if answer.note or answer.evidence:
            straight.do(actions.Goto(name))
            straight.do(actions.Annotate(answer.note, answer.evidence))

    assert saved_text(straight.answers) == saved_text(final)
    assert straight.assessment == session.assessment == score(small(), final)
    if files:
        assert files[-1] == saved_text(final)


@given(st.lists(moves(), max_size=15))
def test_every_save_is_an_answers_file_that_can_be_read_back(script):
    def save(answers, state):
        data = answers_data(answers, [question.id for question in small().questions])
        assert check_answers(data, small(), "draft").answers == answers.answers
        assert state.current in session.assessment.marks

    session = Session(small(), blank(), language="en", save=lambda *_: None)
    session._save = save
    play(session, [action for move in script for action in move])


@given(st.lists(moves(), max_size=15), st.integers(0, 30))
def test_resuming_anywhere_changes_nothing(script, cut):
    actions = [action for move in script for action in move]
    whole = Session(small(), blank(), language="en", save=lambda *_: None)
    play(whole, actions)

    states = []
    first = Session(small(), blank(), language="en", save=lambda *kept: states.append(kept))
    play(first, actions[:cut])
    first.save()
    answers, state = states[-1]
    second = Session(small(), answers, language=answers.about.language, save=lambda *_: None, state=state)
    if first.place != "finished":
        play(second, actions[cut:])
        if first.place != "overview":
            assert second.answers == whole.answers
            assert second.assessment == whole.assessment
