"""One option, or several: pointing, ticking, giving, and what a hasty Enter does."""

from functools import cache

import pytest
from screen_desk import TYPES, answered, overview, points_at, sees, view

from aiassess import load_questionnaire
from aiassess.interview import actions
from aiassess.interview.protocol import Start
from aiassess.model.answers import Answer, Evidence
from support.tiny import tiny

UNSURE = Answer("unsure")


@cache
def small():
    return load_questionnaire(str(TYPES.with_name("interview.yaml")))


def test_an_unanswered_list_has_no_pointer_and_enter_gives_nothing(desk):
    action = desk.ask(view("level"), points_at(None), "enter", sees("! Choose an answer first"), points_at(None), "f8")
    assert action == actions.Do.SKIP


def test_the_same_in_malay(desk):
    steps = (sees("7b. Sejauh manakah", "( ) 1. Tiada lagi"), "enter", sees("! Pilih jawapan dahulu"), "f8")
    assert desk.ask(view("level", lang="ms"), *steps) == actions.Do.SKIP


@pytest.mark.parametrize(
    ("keys", "option"),
    [
        (["down"], "none"),
        (["down", "down"], "planned"),
        (["up"], "full"),
        (["up", "up", "up", "up"], "none"),
        (["j", "j", "k"], "none"),
        (["end", "home"], "none"),
        (["home", "down"], "planned"),
        (["9", "down", "down"], "planned"),
    ],
)
def test_pointing(desk, keys, option):
    action = desk.ask(view("level"), *keys, *(["enter", "enter"] if option == "full" else ["enter"]))
    assert action.value == option


def test_ctrl_j_is_enter_in_a_list(desk):
    assert desk.ask(view("level"), "down", "down", "ctrl-j") == actions.Give("planned")


def test_two_digits_make_a_larger_number(desk):
    assert desk.ask(view("twelve"), "1", points_at("1. One"), "2", points_at("12. Twelve"), "enter") == actions.Give(
        "m12"
    )
    assert desk.ask(view("twelve"), "1", "down", "3", "enter") == actions.Give("m3")
    assert desk.ask(view("twelve"), "4", "2", "enter") == actions.Give("m2")


def test_an_answer_is_preselected(desk):
    action = desk.ask(view("level", answer=answered("planned")), points_at("(•) 2. Planned"), "enter")
    assert action == actions.Give("planned")


def test_the_answer_keeps_its_mark_while_the_pointer_moves(desk):
    desk.ask(view("level", answer=answered("planned")), "down", sees("(•) 2. Planned", "> ( ) 3."), "f8")


def test_space_in_a_single_choice_says_what_gives(desk):
    desk.ask(view("twelve"), "space", sees("Choose an answer first"), "3", "space", sees("Press Enter to give"), "f8")


def test_a_prefilled_answer_says_so_and_is_confirmed_by_enter(desk):
    shown = view("level", answer=answered("planned"), prefilled=True)
    assert desk.ask(shown, sees("Carried over from an earlier assessment; press Enter"), "enter") == actions.Give(
        "planned"
    )


@pytest.mark.parametrize(
    ("answer", "action"),
    [(UNSURE, actions.Do.UNSURE), (Answer("not_applicable", None, "No vendor"), actions.SetAside("No vendor"))],
)
@pytest.mark.parametrize("name", ["level", "words", "people", "next", "risks"])
def test_a_prefilled_answer_without_value_is_confirmed_as_it_is(desk, name, answer, action):
    assert desk.ask(view(name, answer=answer, prefilled=True), "enter") == action


def test_how_it_stands_is_said(desk):
    desk.ask(view("level", answer=UNSURE), sees("Answered so far: not sure."), points_at(None), "f8")
    left_out = Answer("not_applicable", None, "No vendor")
    desk.ask(view("level", answer=left_out), sees("not applicable. Reason: No vendor", gone="Note:"), "f8")


def test_help_of_an_option_stands_below_it(desk):
    desk.ask(view("level"), sees("3. Fully with evidence Evidence can be shown."), "f8")


# Several


def test_space_ticks_and_enter_gives_in_order(desk):
    action = desk.ask(view("many"), "down", "down", "space", sees("> [x] 2. The public"), "up", "space", "enter")
    assert action == actions.Give(("staff", "public"))


def test_space_ends_a_number_so_that_the_next_digit_begins_another(desk):
    options = [{"id": f"m{number}", "label": f"Option {number}"} for number in range(1, 13)]
    months = tiny({"id": "months", "type": "choices", "options": options})
    action = desk.ask(view("months", questionnaire=months), "1", "space", "2", "space", "1", "2", "space", "enter")
    assert action == actions.Give(("m1", "m2", "m12"))


def test_enter_with_nothing_ticked_says_how(desk):
    desk.ask(
        view("many"),
        "enter",
        sees("Choose an answer first"),
        "down",
        "enter",
        sees("Space ticks the highlighted option"),
        "f8",
    )


def test_space_without_pointer_says_how(desk):
    desk.ask(view("many"), "space", sees("Choose an option first"), "f8")


def test_an_exclusive_option_unticks_the_others_in_sight(desk):
    shown = view("many", answer=answered(("staff", "public")))
    steps = [
        "3",
        sees("[ ] 1. Officers", "[ ] 2. The public", "[x] 3. Nobody", "Unticked", "Officers, The public"),
    ]
    assert desk.ask(shown, *steps, "enter") == actions.Give(("nobody",))


def test_another_option_unticks_the_exclusive_one(desk):
    shown = view("many", lang="ms", answer=answered(("nobody",)))
    steps = ["1", sees("[ ] 3. Tiada sesiapa", "Tanda dibuang", gone="[x] 3.")]
    assert desk.ask(shown, *steps, "enter") == actions.Give(("staff",))


def test_unticking(desk):
    shown = view("many", answer=answered(("staff", "public")))
    assert desk.ask(shown, points_at("[x] 1. Officers"), "space", sees("[ ] 1. Officers"), "enter") == actions.Give(
        ("public",)
    )


def test_an_optional_question_says_that_it_may_be_left(desk):
    desk.ask(view("many"), sees("(may be left blank: F8 to continue)"), "f8")
    desk.ask(view("level"), sees("Press the number of your answer.", gone="may be left blank"), "f8")


# Evidence that is expected


def test_the_best_option_asks_for_evidence(desk):
    steps = ["3", sees("Which evidence supports this answer?", "Evidence, for example: Minutes of a meeting.")]
    action = desk.ask(
        view("level"), *steps, "Minit 3/2026", "enter", "3/4/2026", sees("= 3 April 2026"), "enter", "enter"
    )
    assert action == actions.Give("full", "", (Evidence("Minit 3/2026", "2026-04-03"),))


def test_enter_skips_the_evidence(desk):
    assert desk.ask(view("level"), "3", sees("Which evidence"), "enter") == actions.Give("full", "", ())


def test_esc_in_the_evidence_goes_back_to_the_question(desk):
    action = desk.ask(view("level"), "3", sees("Which evidence"), "esc", sees("7b. How far"), "1")
    assert action == actions.Give("none")


@pytest.mark.parametrize(
    ("option", "answer"),
    [
        ("2", answered("none")),  # not the best
        ("3", answered("none", None, (Evidence("Minutes"),))),  # there is evidence
        ("3", answered("full")),  # was asked before
    ],
)
def test_evidence_is_not_asked_for_without_need(desk, option, answer):
    assert desk.ask(view("level", answer=answer), option).evidence is None


def test_a_double_enter_does_not_skip_the_evidence_unseen(desk):
    desk.ask(view("level"), "up", "type:\r\r", sees("Which evidence"), "enter")


# Haste


def test_what_is_typed_before_a_question_is_shown_is_thrown_away(desk):
    desk.pipe.send_text("2\r")
    assert desk.ask(view("level"), points_at(None), "f8") == actions.Do.SKIP


@pytest.mark.parametrize("name", ["level", "many", "words", "people", "next", "risks"])
def test_a_double_enter_answers_only_one_question(desk, name):
    assert desk.ask(view("twelve"), "2", "type:\r\r") == actions.Give("m2")
    assert desk.ask(view(name), "f8") == actions.Do.SKIP
    shown = view("twelve", answer=answered("m2"), prefilled=True)
    assert desk.ask(shown, "type:\r\r\r") == actions.Give("m2")
    assert desk.ask(view("twelve", answer=answered("m5")), "f8") == actions.Do.SKIP


# A digit, a letter


def test_a_digit_answers_at_once(desk):
    assert desk.ask(view("level"), "2") == actions.Give("planned")
    assert desk.ask(view("level", answer=answered("none")), "9", points_at("1. Not yet"), "2") == actions.Give(
        "planned"
    )


def test_a_digit_ticks_and_unticks(desk):
    action = desk.ask(view("many"), "2", sees("> [x] 2."), "1", "1", sees("> [ ] 1."), "enter")
    assert action == actions.Give(("public",))


def test_an_exclusive_option_answers_at_once_if_nothing_else_is_ticked(desk):
    assert desk.ask(view("many"), "3") == actions.Give(("nobody",))
    assert desk.ask(view("many", answer=answered(("nobody",))), "3", sees("[ ] 3."), "3") == actions.Give(("nobody",))
    assert desk.ask(view("many"), "1", "3", sees("Unticked", "[x] 3."), "enter") == actions.Give(("nobody",))
    said = "then press Enter; 3 answers at once."
    desk.ask(view("many"), sees(said), "1", sees("then press Enter.", gone=said), "f8")


@pytest.mark.parametrize("lang", ["en", "ms"])
@pytest.mark.parametrize(("char", "option"), [("y", "yes"), ("Y", "yes"), ("n", "no"), ("t", "no"), ("2", "yes")])
def test_yes_or_no_by_letter(desk, lang, char, option):
    assert desk.ask(view("guardian", lang=lang, questionnaire=small()), char) == actions.Give(option)


def test_a_letter_answers_nothing_else(desk):
    assert desk.ask(view("level"), "y", "n", points_at(None), "2") == actions.Give("planned")


# A key held down


class Clock:
    """A clock that goes on as far as it is told at each key."""

    def __init__(self):
        self.step = self.now = 0.0

    def __call__(self):
        self.now += self.step
        return self.now

    def goes(self, step):
        """Return a step after which each key comes so many seconds after the one before."""

        def set_step(_):
            self.step = step

        return set_step


@pytest.mark.parametrize("name", ["level", "words", "many", "twelve"])
def test_a_digit_held_down_answers_one_question(make_desk, name):
    clock = Clock()
    desk = make_desk(clock=clock)
    assert desk.ask(view("level"), "2") == actions.Give("planned")
    nothing = sees(gone=("> 2", "[x]", "> ( )"))
    desk.ask(view(name), clock.goes(0.03), *["2"] * 10, nothing, clock.goes(0.14), "2", nothing, "f8")


def test_a_digit_answers_again_once_it_was_let_go(make_desk):
    clock = Clock()
    desk = make_desk(clock=clock)
    assert desk.ask(view("level"), clock.goes(0.1), "2") == actions.Give("planned")
    assert desk.ask(view("level"), "2", "2", points_at(None), clock.goes(0.16), "2") == actions.Give("planned")
    assert desk.ask(view("level"), clock.goes(0.01), "1") == actions.Give("none")  # another one is meant
    assert desk.ask(view("words"), "2", "1", sees("> 21"), "enter") == actions.Give("21")


def test_enter_held_down_confirms_one_question(make_desk):
    clock = Clock()
    desk = make_desk(clock=clock)
    shown = view("level", answer=answered("planned"), prefilled=True)
    assert desk.ask(shown, clock.goes(0.03), "enter") == actions.Give("planned")
    assert desk.ask(shown, "enter", "enter", clock.goes(0.2), "enter") == actions.Give("planned")


def test_not_sure_held_down_is_said_once(make_desk):
    clock = Clock()
    desk = make_desk(clock=clock)
    assert desk.ask(view("level"), clock.goes(0.03), "f3") == actions.Do.UNSURE
    assert desk.ask(view("level"), "f3", "f3", "2") == actions.Give("planned")


PREFILLED = view("level", answer=answered("planned"), prefilled=True)


@pytest.mark.parametrize(
    "before",
    [
        lambda desk: desk.show("Preview", "enter"),
        lambda desk: desk.start(Start("en", "Title", "Statement"), "enter"),
        lambda desk: desk.choose("Unfinished", ["one", "two"], "1", "enter"),
        lambda desk: desk.overview(overview(), "Which data", "enter"),
        lambda desk: desk.ask(view("words"), "x", "enter"),
        lambda desk: desk.ask(view("level"), "f2", "enter"),
        lambda desk: desk.ask(view("level"), "f4", "a reason", "enter"),
    ],
)
def test_enter_held_down_on_one_page_confirms_nothing_on_the_next(make_desk, before):
    clock = Clock()
    desk = make_desk(clock=clock)
    before(desk)
    assert desk.ask(PREFILLED, clock.goes(0.03), *["enter"] * 5, "f8") == actions.Do.SKIP
    assert desk.ask(PREFILLED, clock.goes(0.2), "enter") == actions.Give("planned")


def test_enter_held_down_within_a_question_confirms_nothing(make_desk):
    clock = Clock()
    desk = make_desk(clock=clock)
    quick, slow = clock.goes(0.03), clock.goes(0.2)
    steps = [slow, "f1", sees("All keys"), "enter", quick, "enter", "enter", sees(gone="All keys"), slow, "f8"]
    assert desk.ask(PREFILLED, *steps) == actions.Do.SKIP
    steps = [slow, "1/6/27", "enter", quick, "enter", "enter", sees("! “1/6/27” could mean"), slow, "enter"]
    assert desk.ask(view("next"), *steps) == actions.Give("2027-06-01")
    steps = [
        slow,
        "f2",
        "down",
        "Paper",
        "tab",
        "1/6/27",
        "enter",
        quick,
        "enter",
        "enter",
        sees("! “1/6/27” could mean"),
    ]
    steps += [slow, "f2", sees("Not saved yet"), "enter", "f2"]
    assert desk.ask(view("level"), *steps).evidence[0].date == "2027-06-01"
    steps = [slow, "f2", "a note", "esc", quick, "esc", "esc", sees("> a note", "This is not saved yet."), slow, "f2"]
    assert desk.ask(view("level"), *steps).note == "a note"
    steps = [slow, "+", "Risk", "tab", "3", "3", *["enter"] * 5, quick, "enter", "enter", sees("Risk"), slow, "f8"]
    assert desk.ask(view("risks"), *steps) == actions.Do.SKIP
