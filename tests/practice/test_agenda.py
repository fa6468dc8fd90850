"""An agenda: priorities, actions and owners."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import inburgering_cop as icop
from inburgering_cop.errors import (
    DataError,
    FileKeptError,
    ImpossibleDemandError,
    InvalidValueError,
    UnknownThemeError,
)
from inburgering_cop.practice import (
    ActionStatus,
    Agenda,
    AgendaTheme,
    Calendar,
    Person,
    Priorities,
    Report,
    read_agenda,
)

_DAYS = Calendar(first=datetime.date(2027, 1, 12), meetings=6).days
_FIRST, _SECOND, _THIRD, _FOURTH = _DAYS[:4]
_DAY = datetime.timedelta(days=1)


def _agenda(**more: Any) -> Agenda:
    """An agenda of three klantbegeleiders and a team manager, with one theme that recurs and three of its own."""
    people = [Person(id=each, role="kb") for each in "abc"]
    themes = [AgendaTheme(theme=each, name=each.upper()) for each in ("t1", "t2", "t3")]
    return Agenda(
        calendar=Calendar(first=_FIRST, meetings=6),
        people=(Person(id="m", role="tm"), *people),
        themes=(AgendaTheme(theme="warme-overdracht", recurring=True), *themes),
        **more,
    )


def _with_action(**more: Any) -> Agenda:
    return _agenda(**more).assign("Bel elke week", theme="t1", owner="a", on=_FIRST)


class TestWeighing:
    """Which theme comes first."""

    def test_points_follow_the_rank_and_the_reasons_are_shown(self) -> None:
        """Three for a first choice, two for a second, one for a third; who chose what stands with it."""
        agenda = _agenda().prioritise("a", themes=("t2", "t3", "t1"), meeting=_FIRST)
        agenda = agenda.prioritise("b", themes=("t3", "t2"), meeting=_FIRST).prioritise(
            "c", themes="t2", meeting=_FIRST
        )

        meeting = agenda.for_meeting(_FIRST)

        assert [(each.theme, each.points, each.choices) for each in (*meeting.chosen, *meeting.waiting)] == [
            ("t2", 8, (("a", 1), ("b", 2), ("c", 1))),
            ("t3", 5, (("a", 2), ("b", 1))),
            ("t1", 1, (("a", 3),)),
        ]
        assert meeting.voters == 3

    def test_on_a_tie_the_order_of_the_list_decides(self) -> None:
        """Two themes that two participants chose in opposite order keep the order of the list."""
        agenda = _agenda(per_meeting=3).prioritise("a", themes=("t3", "t2"), meeting=_FIRST)
        agenda = agenda.prioritise("b", themes=("t2", "t3"), meeting=_FIRST)

        assert [(each.theme, each.points) for each in agenda.for_meeting(_FIRST).chosen] == [("t2", 5), ("t3", 5)]

    def test_first_choices_break_a_tie(self) -> None:
        """A theme one participant put first goes before a theme that two others put second and third."""
        agenda = _agenda(per_meeting=3).prioritise("a", themes=("t2", "t1"), meeting=_FIRST)
        agenda = agenda.prioritise("b", themes=("t3", "t2", "t1"), meeting=_FIRST)

        assert [(each.theme, each.points) for each in agenda.for_meeting(_FIRST).chosen] == [
            ("t2", 5),
            ("t3", 3),
            ("t1", 3),
        ]

    def test_theme_nobody_chose_is_not_chosen(self) -> None:
        """Where some gave priorities, only themes with points come on the agenda."""
        agenda = _agenda(per_meeting=3).prioritise("a", themes=("t2",), meeting=_FIRST)

        meeting = agenda.for_meeting(_FIRST)

        assert [each.theme for each in meeting.chosen] == ["t2"]
        assert [each.theme for each in meeting.waiting] == ["t1", "t3"]

    def test_without_priorities_the_order_of_the_list_counts(self) -> None:
        """The agenda says that nobody gave any; those of another meeting do not count."""
        agenda = _agenda().prioritise("a", themes=("t2",), meeting=_FIRST)

        meeting = agenda.for_meeting(_SECOND)

        assert ([each.theme for each in meeting.chosen], meeting.voters) == (["t1"], 0)

    def test_recurring_theme_is_kept_on_every_agenda(self, kb: icop.KnowledgeBase) -> None:
        """It stands there without being chosen, with the label it has in the knowledge base."""
        for day in _DAYS:
            assert [each.label for each in _agenda().for_meeting(day).recurring] == [
                kb.themes["warme-overdracht"].label
            ]

    def test_closed_theme_no_longer_comes_up(self) -> None:
        """From the day it is closed, a theme is neither chosen nor waiting, nor does it recur."""
        agenda = _agenda().close_theme("t1", on=_SECOND).close_theme("warme-overdracht", on=_SECOND)

        assert [each.theme for each in agenda.for_meeting(_FIRST).chosen] == ["t1"]
        assert [each.theme for each in agenda.for_meeting(_SECOND).chosen] == ["t2"]
        assert agenda.for_meeting(_SECOND).recurring == ()

    def test_theme_can_be_added(self) -> None:
        """A new theme stands at the end of the list; one that is there is refused."""
        agenda = _agenda().add_theme("kinderopvang").add_theme("eigen", name="Eigen", recurring=True)

        assert [each.theme for each in agenda.for_meeting(_FIRST).waiting] == ["t2", "t3", "kinderopvang"]
        assert [each.theme for each in agenda.for_meeting(_FIRST).recurring] == ["warme-overdracht", "eigen"]
        with pytest.raises(DataError, match="must be an id that stands only once"):
            agenda.add_theme("eigen")

    def test_unknown_theme_is_told_when_it_is_looked_up(self) -> None:
        """A theme without a name of its own must be one of the knowledge base."""
        with pytest.raises(UnknownThemeError, match="kinderopvang"):
            _agenda().add_theme("kinderopvan").for_meeting(_FIRST)


class TestPrioritise:
    """What a participant finds most important."""

    def test_a_new_list_replaces_the_old_one(self) -> None:
        """Who changes their mind before the meeting counts once; their list for another meeting stays."""
        agenda = _agenda().prioritise("a", themes=("t1",), meeting=_SECOND)
        agenda = agenda.prioritise("a", themes=("t1",), meeting=_FIRST).prioritise("a", themes=("t2",), meeting=_FIRST)

        assert agenda.priorities == (
            Priorities(meeting=_SECOND, person="a", themes=("t1",)),
            Priorities(meeting=_FIRST, person="a", themes=("t2",)),
        )

    @pytest.mark.parametrize(
        ("person", "themes", "line"),
        [
            ("z", ("t1",), "person cannot be 'z'. It must be one of: m, a, b, c."),
            ("a", ("t11",), "themes cannot be 't11'. Did you mean 't1'? It must be one of: t1, t2, t3."),
            ("a", ("warme-overdracht",), "themes cannot be 'warme-overdracht'. It must be one of: t1, t2, t3."),
            ("a", ("t1", "t2", "t3", "t1"), "themes cannot be 4. It must be 3 themes at most."),
            ("a", ("t1", "t1"), "themes cannot be 't1'. It must be a list without doubles."),
            ("a", (), "themes cannot be []. It must be a list of at least 1."),
        ],
    )
    def test_what_cannot_be_chosen_is_refused(self, person: str, themes: tuple[str, ...], line: str) -> None:
        """A stranger, an unknown or recurring theme, too many, twice the same, none."""
        with pytest.raises(InvalidValueError) as caught:
            _agenda().prioritise(person, themes=themes, meeting=_FIRST)

        assert caught.value.line("en") == line

    def test_too_many_in_dutch(self) -> None:
        """The line is there in Dutch too."""
        with pytest.raises(InvalidValueError) as caught:
            _agenda().prioritise("a", themes=("t1", "t2", "t3", "t1"), meeting=_FIRST)

        assert caught.value.line("nl") == "themes kan niet 4 zijn. Het moet zijn: hoogstens 3 thema's."

    def test_theme_chosen_for_later_cannot_be_closed(self) -> None:
        """Closing a theme that participants chose for a later meeting would lose their choice."""
        agenda = _agenda().prioritise("a", themes=("t1",), meeting=_SECOND)

        with pytest.raises(DataError, match=r"priorities\[0\].themes\[0\]: is 't1'"):
            agenda.close_theme("t1", on=_SECOND)


class TestActions:
    """A possible solution gets an owner, who tells at the next meeting."""

    def test_owner_tells_at_the_next_meeting(self) -> None:
        """It is not on the agenda of the meeting it came up, and is due at the next."""
        agenda = _with_action()

        assert agenda.for_meeting(_FIRST).actions == ()
        (carried,) = agenda.for_meeting(_SECOND).actions
        assert (carried.action.id, carried.owner, carried.due) == ("actie-1", "a", _SECOND)
        assert (carried.status, carried.late) == (ActionStatus.OPEN, 0)

    def test_open_action_carries_over_and_is_overdue(self) -> None:
        """Who did not tell is overdue, at each meeting one more."""
        agenda = _with_action()

        late = [agenda.for_meeting(day).actions[0] for day in _DAYS[2:5]]

        assert [(each.status, each.late, each.due) for each in late] == [
            (ActionStatus.OVERDUE, number, _SECOND) for number in (1, 2, 3)
        ]

    def test_finished_action_is_shown_once_and_then_gone(self) -> None:
        """What was finished at a meeting stands on the agenda of the next as finished, and on no later one."""
        agenda = _with_action().report("actie-1", found="Het werkt", on=_SECOND)

        assert [each.status for each in agenda.for_meeting(_SECOND).actions] == [ActionStatus.OPEN]
        assert agenda.for_meeting(_THIRD).actions == ()
        (finished,) = agenda.for_meeting(_THIRD).finished
        assert (finished.status, finished.due, finished.owner) == (ActionStatus.DONE, _SECOND, "a")
        assert agenda.for_meeting(_FOURTH).finished == ()

    def test_who_tells_without_finishing_tells_again_next_time(self) -> None:
        """Having told, the owner is not overdue; the next meeting is the new day."""
        agenda = _with_action().report("actie-1", found="Beleid zoekt het uit", on=_SECOND, done=False)

        assert agenda.for_meeting(_THIRD).actions[0].status is ActionStatus.OPEN
        assert agenda.for_meeting(_FOURTH).actions[0].due == _THIRD

    def test_overdue_actions_stand_first_and_the_oldest_before_the_newer(self) -> None:
        """The order is by the day it was due, then by the day it came up."""
        agenda = _agenda().assign("Nieuw", theme="t1", owner="a", on=_SECOND)
        agenda = agenda.assign("Oud", theme="t1", owner="b", on=_FIRST)
        agenda = agenda.assign("Iets jonger", theme="t1", owner="b", on=_SECOND - _DAY)

        carried = agenda.for_meeting(_THIRD).actions

        assert [each.action.what for each in carried] == ["Oud", "Iets jonger", "Nieuw"]
        assert [each.late for each in carried] == [1, 1, 0]

    def test_number_that_is_free_names_the_action(self) -> None:
        """Two actions have two ids."""
        agenda = _with_action().assign("Nog iets", theme="t2", owner="b", on=_FIRST)

        assert [each.id for each in agenda.actions] == ["actie-1", "actie-2"]

    @pytest.mark.parametrize(
        ("given", "match"),
        [
            ({"what": "bel 111222333"}, r"what cannot be \(BSN\)"),
            ({"what": " "}, "what cannot be ' '"),
            ({"theme": "x"}, "theme cannot be 'x'"),
            ({"owner": "z"}, "owner cannot be 'z'. It must be one of: m, a, b, c"),
            ({"on": "2027-01-12"}, "on cannot be '2027-01-12'"),
        ],
    )
    def test_what_cannot_be_is_refused(self, given: dict[str, Any], match: str) -> None:
        """A text with a BSN, a blank one, an unknown theme, a stranger, a text for a day."""
        what: dict[str, Any] = {"what": "Iets", "theme": "t1", "owner": "a", "on": _FIRST} | given

        with pytest.raises(InvalidValueError, match=match):
            _agenda().assign(what.pop("what"), **what)

    def test_action_before_the_first_meeting_is_impossible(self) -> None:
        """Nothing comes up before the community meets."""
        with pytest.raises(DataError, match="must be a day from the first meeting, 2027-01-12"):
            _agenda().assign("Iets", theme="t1", owner="a", on=_FIRST - _DAY)

    def test_unknown_action_is_answered_with_those_there_are(self) -> None:
        """The nearest is named."""
        with pytest.raises(InvalidValueError, match="Did you mean 'actie-1'"):
            _with_action().report("actie-2", found="x", on=_SECOND)

    def test_nothing_is_told_of_a_finished_action(self) -> None:
        """Neither a report nor a new owner; the error says what to do instead."""
        agenda = _with_action().report("actie-1", found="Klaar", on=_SECOND)

        with pytest.raises(ImpossibleDemandError) as caught:
            agenda.report("actie-1", found="Nog iets", on=_THIRD)

        assert caught.value.line("en") == (
            "actie-1 is finished since 2027-02-23. If there is more to do, give a new action an owner."
        )
        assert caught.value.line("nl") == (
            "actie-1 is klaar sinds 2027-02-23. Geef een nieuwe actie een eigenaar als er meer te doen is."
        )
        with pytest.raises(ImpossibleDemandError, match="actie-1 is finished"):
            agenda.hand_over("actie-1", to="b", on=_THIRD)

    def test_who_left_cannot_report(self) -> None:
        """An action whose owner left in the file is handed over first, to one of those named."""
        agenda = _with_action()
        people = tuple(attrs.evolve(each, leaves=_SECOND) if each.id == "a" else each for each in agenda.people)
        left = attrs.evolve(agenda, people=people)

        with pytest.raises(ImpossibleDemandError, match="Hand actie-1 over; it can go to: b, c, m"):
            left.report("actie-1", found="Het werkt", on=_SECOND)

        handed = left.hand_over("actie-1", to="b", on=_SECOND).report("actie-1", found="Het werkt", on=_SECOND)
        assert handed.actions[0].done == _SECOND

    def test_reports_come_in_order(self) -> None:
        """A report on the day it came up, or before an earlier report, is refused."""
        agenda = _with_action().report("actie-1", found="Bezig", on=_SECOND, done=False)

        with pytest.raises(ImpossibleDemandError) as caught:
            agenda.report("actie-1", found="Eerder", on=_SECOND)

        assert caught.value.line("en") == "Something is on record about actie-1 on 2027-02-23. Give a later day."
        assert caught.value.line("nl") == "Over actie-1 is op 2027-02-23 al iets vastgelegd. Geef een latere dag."


class TestOwners:
    """Every open action has an owner who takes part."""

    def test_action_can_be_handed_over(self) -> None:
        """From that day the other owns it; what was due stays due."""
        agenda = _with_action().hand_over("actie-1", to="m", on=_SECOND)

        assert agenda.actions[0].owner_on(_FIRST) == "a"
        assert agenda.for_meeting(_THIRD).actions[0].owner == "m"
        assert agenda.for_meeting(_THIRD).actions[0].late == 1

    def test_handovers_come_in_order(self) -> None:
        """An action cannot go to somebody before the day its present owner got it."""
        agenda = _with_action().hand_over("actie-1", to="m", on=_SECOND)

        with pytest.raises(ImpossibleDemandError) as caught:
            agenda.hand_over("actie-1", to="b", on=_FIRST)

        assert caught.value.line("en") == "actie-1 has had this owner since 2027-02-23. Give that day or a later one."
        assert caught.value.line("nl") == "actie-1 heeft sinds 2027-02-23 deze eigenaar. Geef die dag of een latere."

    def test_owner_who_leaves_needs_a_successor(self) -> None:
        """The error names the action and who can: the same role first, then who has fewest open actions."""
        agenda = _with_action().assign("Nog iets", theme="t2", owner="b", on=_FIRST)

        with pytest.raises(ImpossibleDemandError) as caught:
            agenda.leave("a", on=_SECOND)

        assert (caught.value.conflict, caught.value.about) == ("owner-left", ("actie-1", "a", "c", "b", "m"))
        assert caught.value.line("en") == (
            "a owns actie-1 and takes no part on 2027-02-23. Hand actie-1 over; it can go to: c, b, m."
        )
        assert caught.value.line("nl") == (
            "a is eigenaar van actie-1 en doet op 2027-02-23 niet meer mee. Draag actie-1 over; het kan aan: c, b, m."
        )

    def test_successor_gets_every_open_action(self) -> None:
        """What the error asks for resolves it; finished actions stay with who finished them."""
        agenda = _with_action().assign("Nog iets", theme="t2", owner="a", on=_FIRST)
        agenda = agenda.report("actie-1", found="Klaar", on=_SECOND).leave("a", on=_THIRD, successor="c")

        assert [each.owner_on(_THIRD) for each in agenda.actions] == ["a", "c"]
        assert agenda.for_meeting(_FOURTH).actions[0].owner == "c"

    def test_who_owns_nothing_just_leaves(self) -> None:
        """From that day they take part in nothing."""
        agenda = _with_action().leave("b", on=_SECOND)

        with pytest.raises(InvalidValueError, match="person cannot be 'b'"):
            agenda.prioritise("b", themes=("t1",), meeting=_SECOND)
        with pytest.raises(InvalidValueError, match="person cannot be 'b'"):
            agenda.leave("b", on=_THIRD)

    def test_successor_takes_part(self) -> None:
        """Neither a stranger nor the leaver can succeed."""
        for successor in ("a", "z"):
            with pytest.raises(InvalidValueError, match=f"successor cannot be '{successor}'"):
                _with_action().leave("a", on=_SECOND, successor=successor)

    def test_nobody_left_to_take_over(self) -> None:
        """Then somebody must be added first."""
        agenda = Agenda(
            calendar=Calendar(first=_FIRST, meetings=3),
            people=(Person(id="a", role="kb"),),
            themes=(AgendaTheme(theme="t1", name="T"),),
        ).assign("Iets", theme="t1", owner="a", on=_FIRST)

        with pytest.raises(ImpossibleDemandError) as caught:
            agenda.leave("a", on=_SECOND)

        assert caught.value.line("en") == (
            "a owns actie-1 and takes no part on 2027-02-23, and there is nobody else. Add somebody first."
        )
        assert caught.value.line("nl") == (
            "a is eigenaar van actie-1 en doet op 2027-02-23 niet meer mee, en er is niemand anders. Zet er eerst "
            "iemand bij."
        )
        joined = agenda.join("n", role="kb", on=_SECOND).leave("a", on=_SECOND, successor="n")
        assert joined.for_meeting(_THIRD).actions[0].owner == "n"

    def test_owner_who_left_by_hand_stops_the_agenda(self) -> None:
        """A file in which somebody wrote that the owner leaves is read; the agenda after that day says who can."""
        agenda = _with_action()
        people = tuple(attrs.evolve(each, leaves=_THIRD) if each.id == "a" else each for each in agenda.people)
        agenda = attrs.evolve(agenda, people=people)

        assert agenda.for_meeting(_SECOND).actions[0].owner == "a"
        with pytest.raises(ImpossibleDemandError, match="it can go to: b, c, m"):
            agenda.for_meeting(_THIRD)

    def test_who_takes_part_cannot_join(self) -> None:
        """A person takes part once."""
        with pytest.raises(DataError, match="an id that is free in this period"):
            _agenda().join("a", role="kb", on=_FIRST)


class TestMeetings:
    """An agenda is for a meeting of the calendar."""

    def test_meeting_before_the_first_date(self) -> None:
        """The error names the first day and the two ways out."""
        with pytest.raises(ImpossibleDemandError) as caught:
            _agenda().for_meeting(datetime.date(2026, 12, 1))

        assert caught.value.line("en") == (
            "2026-12-01 lies before the first meeting, 2027-01-12. Give a day from 2027-01-12, or set first in the "
            "calendar to 2026-12-01."
        )
        assert caught.value.line("nl") == (
            "2026-12-01 ligt voor de eerste bijeenkomst, 2027-01-12. Geef een dag vanaf 2027-01-12, of zet first in de "
            "kalender op 2026-12-01."
        )

    def test_day_without_a_meeting(self) -> None:
        """The error names the nearest meeting."""
        with pytest.raises(ImpossibleDemandError) as caught:
            _agenda().for_meeting(_SECOND + _DAY)

        assert caught.value.line("en") == (
            "There is no meeting on 2027-02-24. The nearest is 2027-02-23; or put in the calendar under moved: to "
            "2027-02-24."
        )
        assert caught.value.line("nl") == (
            "Op 2027-02-24 is er geen bijeenkomst. De dichtstbijzijnde is 2027-02-23; of zet in de kalender onder "
            "moved: to 2027-02-24."
        )

    def test_last_meeting_has_no_next(self) -> None:
        """The calendar ends there."""
        assert _agenda().for_meeting(_DAYS[-1]).next is None
        assert _agenda().for_meeting(_FIRST).next == _SECOND


class TestDescribe:
    """The agenda as text."""

    def test_actions_that_carry_over_come_first(self) -> None:
        """The order is: actions, finished, recurring, chosen, waiting, how it was weighed, the next meeting."""
        agenda = _with_action(name="CoP").assign("Klaar", theme="t1", owner="b", on=_FIRST)
        agenda = agenda.report("actie-2", found="Gelukt", on=_SECOND).prioritise("b", themes=("t2",), meeting=_THIRD)

        assert agenda.for_meeting(_THIRD).describe(lang="en") == (
            "# Agenda 6 April 2027: CoP\n\n"
            "## Actions that carry over\n\n"
            "- **Bel elke week** (actie-1; T1): a, overdue: should have been told on 23 February 2027 (missed: 1)\n\n"
            "## Finished since last time\n\n"
            "- **Klaar** (actie-2; T1): b, done on 23 February 2027\n"
            "  - Told on 23 February 2027: Gelukt\n\n"
            "## Themes that recur each time\n\n"
            "- Warm handover from COA to gemeente\n\n"
            "## Theme of this meeting\n\n"
            "- **T2**: 3 points (b: choice 1)\n\n"
            "## Themes that wait\n\n"
            "- T1: 0 points\n- T3: 0 points\n\n"
            "A first choice counts 3 points, a second 2, a third 1. On a tie the theme chosen first more often goes "
            "first, and then the one that was on the list first.\n\n"
            "Next meeting: 18 May 2027. Whoever gets an action tells then what came out.\n"
        )

    def test_what_is_not_there_is_left_out(self) -> None:
        """No name, no actions, nobody's priorities, no next meeting: the agenda says so or leaves it out."""
        agenda = _agenda().close_theme("warme-overdracht", on=_FIRST)
        for theme in ("t2", "t3"):
            agenda = agenda.close_theme(theme, on=_FIRST)

        assert agenda.for_meeting(_DAYS[-1]).describe() == (
            "# Agenda 10 augustus 2027\n\n"
            "## Acties die terugkomen\n\nGeen.\n\n"
            "## Thema van deze bijeenkomst\n\n- **T1**\n\n"
            "Voor deze bijeenkomst gaf nog niemand aan wat voorrang heeft; dit is de volgorde van de lijst.\n"
        )

    def test_action_of_a_closed_theme_is_named_by_its_id(self) -> None:
        """The action stays when its theme no longer comes up."""
        agenda = _with_action().close_theme("t1", on=_SECOND)

        assert "(actie-1; t1): a, vertelt nu wat eruit kwam" in agenda.for_meeting(_SECOND).describe()

    def test_other_language_is_refused(self) -> None:
        """Dutch and English are spoken."""
        with pytest.raises(InvalidValueError, match="lang cannot be 'fr'"):
            _agenda().for_meeting(_FIRST).describe(lang="fr")

    def test_dict_is_plain_json(self) -> None:
        """Format 1, the day as text, and everything in it plain."""
        found = _with_action().for_meeting(_SECOND).to_dict()

        assert json.loads(json.dumps(found))["actions"][0]["due"] == "2027-02-23"
        assert (found["format"], found["date"], found["next"]) == (1, "2027-02-23", "2027-04-06")


class TestValues:
    """An agenda is a value."""

    def test_pickles_and_copies(self) -> None:
        """A copy is equal and hashes alike."""
        agenda = _with_action()

        assert pickle.loads(pickle.dumps(agenda)) == copy.deepcopy(agenda) == agenda
        assert hash(agenda) == hash(copy.deepcopy(agenda))

    def test_repr_is_short(self) -> None:
        """The representations say what it is."""
        agenda = _with_action().hand_over("actie-1", to="b", on=_SECOND)
        agenda = agenda.report("actie-1", found="x", on=_SECOND).prioritise("a", themes="t1", meeting=_FIRST)

        assert repr(agenda) == "<Agenda of 4 themes, 1 actions>"
        assert repr(agenda.themes[0]) == "<AgendaTheme 'warme-overdracht'>"
        assert repr(agenda.actions[0]) == "<Action 'actie-1'>"
        assert repr(agenda.actions[0].handovers[0]) == "<Handover to 'b' on 2027-02-23>"
        assert repr(agenda.actions[0].reports[0]) == "<Report of 2027-02-23>"
        assert repr(agenda.priorities[0]) == "<Priorities of 'a' for 2027-01-12>"
        assert repr(agenda.for_meeting(_FIRST).chosen[0]) == "<Weighed 't1': 3>"
        assert repr(agenda.for_meeting(_SECOND)) == "<MeetingAgenda of 2027-02-23>"
        assert repr(agenda.for_meeting(_SECOND).actions[0]) == "<CarriedAction 'actie-1' open>"


class TestFile:
    """An agenda in a file."""

    def test_what_is_saved_is_read_back(self, tmp_path: Path) -> None:
        """Every field survives."""
        agenda = _with_action(name="CoP", per_meeting=2).hand_over("actie-1", to="b", on=_FIRST)
        agenda = agenda.report("actie-1", found="x", on=_SECOND).prioritise("a", themes="t1", meeting=_FIRST)

        assert read_agenda(agenda.save(tmp_path / "a.json")) == agenda

    def test_own_knowledge_base_is_asked(self, tmp_path: Path, kb: icop.KnowledgeBase) -> None:
        """Themes may be looked up elsewhere than in the bundled knowledge."""
        path = _agenda().save(tmp_path / "a.json")

        assert read_agenda(path, kb=kb).for_meeting(_FIRST, kb=kb) == _agenda().for_meeting(_FIRST)

    def test_only_an_earlier_state_is_written_over(self, tmp_path: Path) -> None:
        """A report, an action, a participant, a theme or priorities that would be lost stop it."""
        later = _with_action().report("actie-1", found="x", on=_SECOND)
        earlier = [
            _with_action(),
            _agenda(),
            attrs.evolve(later, themes=later.themes[:-1]),
            attrs.evolve(later, people=later.people[:-1]),
        ]
        voted = later.prioritise("a", themes="t1", meeting=_FIRST)

        for at, each in enumerate(earlier):
            path = each.save(tmp_path / f"{at}.json")
            later.save(path)
            with pytest.raises(FileKeptError):
                each.save(path)
            assert read_agenda(path) == later
        path = voted.save(tmp_path / "voted.json")
        with pytest.raises(FileKeptError):
            later.save(path)


class AgendaMachine(RuleBasedStateMachine):
    """A community in which solutions come up, are told of, handed over and finished, meeting after meeting."""

    @initialize()
    def start(self) -> None:
        """Everyone is there, nothing has come up."""
        self.agenda = _agenda()
        self.at = 0

    @rule(owner=st.sampled_from("abc"))
    def assign(self, owner: str) -> None:
        """A solution comes up."""
        self.agenda = self.agenda.assign("Iets", theme="t1", owner=owner, on=_DAYS[self.at])

    @rule(which=st.integers(0, 9), done=st.booleans())
    def report(self, which: int, done: bool) -> None:
        """An owner tells."""
        day = _DAYS[self.at]
        able = [
            each
            for each in self.agenda.actions
            if each.done is None and each.raised < day and all(told.on < day for told in each.reports)
        ]
        if able:
            self.agenda = self.agenda.report(able[which % len(able)].id, found="Zo zit het", on=day, done=done)

    @rule(which=st.integers(0, 9), to=st.sampled_from("abcm"))
    def hand_over(self, which: int, to: str) -> None:
        """An action gets another owner."""
        able = [each for each in self.agenda.actions if each.done is None]
        if able:
            self.agenda = self.agenda.hand_over(able[which % len(able)].id, to=to, on=_DAYS[self.at])

    @rule()
    def next_meeting(self) -> None:
        """Time goes by."""
        self.at = min(self.at + 1, len(_DAYS) - 1)

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every action that came up before is carried over until it is finished; overdue when a telling was missed."""
        day = _DAYS[self.at]
        meeting = self.agenda.for_meeting(day)
        carried = {each.action.id: each for each in meeting.actions}

        for each in self.agenda.actions:
            before = [told for told in each.reports if told.on < day]
            pending = each.raised < day and not any(told.done for told in before)
            assert (each.id in carried) is pending
            if pending:
                last = max([each.raised, *(told.on for told in before)])
                missed = [held for held in _DAYS[: self.at] if held > last]
                assert carried[each.id].late == len(missed)
                assert (carried[each.id].status is ActionStatus.OVERDUE) is bool(missed)
        assert [each.due for each in meeting.actions] == sorted(each.due for each in meeting.actions)


TestNothingIsLost = AgendaMachine.TestCase
TestNothingIsLost.settings = settings(max_examples=40, stateful_step_count=25, deadline=None, derandomize=True)


class TestReport:
    """A report."""

    def test_text_is_screened(self) -> None:
        """A number that can be a BSN does not come in."""
        with pytest.raises(InvalidValueError, match=r"found cannot be \(BSN\)"):
            Report(on=_FIRST, found="klant 111222333")
