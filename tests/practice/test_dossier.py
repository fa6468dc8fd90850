"""The dossier: one question on its way up the ladder, act by act."""

from __future__ import annotations

import copy
import datetime
import pickle
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import inburgering_cop as icop
from inburgering_cop.practice import Act, ActKind, Dossier, DossierState
from tests.practice._dossiers import QUESTION, day, framed, involved, on_two_rungs, opened, worked_out

_PARTNERS = {"albeda": 2, "argonaut": 3, "duo": 3, "eur": 2, "gezondheidszorg": 2, "klantmanager": 1, "szw": 3}
_SPOED = "De termijn loopt morgen af."


class TestOpen:
    """Before anything was done."""

    def test_it_holds_ids_and_texts(self) -> None:
        """The question, theme, gemeente, community and dates of the route are kept, not its records."""
        assert opened() == Dossier(
            question=QUESTION,
            theme="ontheffing-medisch",
            aspect=None,
            municipality="GM0599",
            community="rijnmond",
            opened=day(4),
            as_of=icop.load().as_of,
            acts=(),
        )

    def test_theme_alone_is_enough(self) -> None:
        """A route of a theme, without a gemeente, gives a dossier without a question of its own."""
        dossier = Dossier.open(icop.escalate("ontheffing-medisch"), on=day(4))

        assert (dossier.question, dossier.municipality, dossier.community) == (None, None, None)

    def test_question_may_be_given_in_words(self) -> None:
        """A question given beside the route takes the place of the one it was asked with."""
        dossier = Dossier.open(icop.escalate(QUESTION), on=day(4), question="Kan  dit\nwel?")

        assert dossier.question == "Kan dit wel?"

    def test_side_is_kept_when_it_is_certain(self) -> None:
        """The side of the theme that was given is kept; one that is only likely is not."""
        given = icop.escalate("ontheffing-medisch", aspect="besluit")
        likely = attrs.evolve(given, themes=(attrs.evolve(given.themes[0], sure=False),))

        assert Dossier.open(given, on=day(4)).aspect == "besluit"
        assert Dossier.open(likely, on=day(4)).aspect is None

    def test_number_that_can_be_a_bsn_is_refused(self) -> None:
        """A question with a personal number does not enter."""
        with pytest.raises(icop.TextRefusedError) as caught:
            Dossier.open(icop.escalate("ontheffing-medisch"), on=day(4), question="Klant 111222333 is ziek.")

        assert caught.value.reason == "bsn"

    def test_route_is_found_back(self) -> None:
        """The route of a dossier is that of its theme and gemeente, with the rungs that are done as tried."""
        route = worked_out().route()

        assert (route.themes[0].theme.id, route.tried, route.next_step) == ("ontheffing-medisch", (1, 2), 3)
        assert route.municipality is not None
        assert (route.municipality.name, route.community) == ("Rotterdam", icop.load().communities["rijnmond"])
        assert Dossier.open(icop.escalate("boete"), on=day(4)).route().municipality is None

    def test_route_is_for_the_side_that_is_kept(self) -> None:
        """The side of the theme counts in the route of the dossier."""
        dossier = Dossier.open(icop.escalate("ontheffing-medisch", aspect="medisch-onderzoek"), on=day(4))

        assert dossier.route() == icop.escalate("ontheffing-medisch", aspect="medisch-onderzoek")


class TestActs:
    """Each act gives a new dossier."""

    def test_act_leaves_the_dossier_as_it_was(self) -> None:
        """A dossier never changes: the act stands in the new one only."""
        before = opened()

        after = before.record(1, "De kaders.", on=day(5))

        assert before == opened()
        assert after.acts == (Act(kind=ActKind.FOUND, rung=1, by="gemeente", text="De kaders.", date=day(5)),)

    def test_whole_way_up_is_written_down(self) -> None:
        """From finding to closing each act holds its kind, rung, role, partner, text, day and reason."""
        dossier = involved().answer("DUO", "Ja, stuur  maar.", on=day(25)).settle("De aanvraag gaat weg.", on=day(25))
        dossier = dossier.close(on=day(26)).reopen("De aanvraag kwam terug.", by="teamleider", on=day(30))

        rows = [(a.kind.value, a.rung, a.by, a.to, a.text, a.date.day, a.reason) for a in dossier.acts]

        assert rows == [
            ("found", 1, "beleidsmedewerker", None, "De wet vraagt een advies van de arts.", 5, None),
            ("asked", 2, "klantmanager", "albeda", "Wat lukt er in de les?", 9, None),
            ("answered", 2, "albeda", None, "Tien minuten per keer lukt.", 12, None),
            ("involved", 3, "klantmanager", "duo", "Kan de aanvraag nu weg?", 24, None),
            ("answered", 3, "duo", None, "Ja, stuur maar.", 25, None),
            ("settled", 1, "gemeente", None, "De aanvraag gaat weg.", 25, None),
            ("closed", None, "gemeente", None, None, 26, None),
            ("reopened", None, "teamleider", None, None, 30, "De aanvraag kwam terug."),
        ]
        assert dossier.state is DossierState.OPEN

    def test_partner_is_known_by_any_name_or_as_record(self) -> None:
        """A partner is given by id, name, other name, or as the record itself."""
        duo = icop.load().partners["duo"]

        by_record = worked_out().involve(duo, "Wat nu?", on=day(24))

        assert by_record == worked_out().involve("Dienst Uitvoering Onderwijs", "Wat nu?", on=day(24))

    def test_reason_for_going_ahead_stays(self) -> None:
        """A partner on rung 3 may be involved before its turn, and the reason stays in the record for good."""
        ahead = opened().involve("DUO", "Is er uitstel?", on=day(4), reason=_SPOED)

        later = ahead.record(1, "De kaders.", on=day(5)).settle("Er is uitstel.", by="DUO", on=day(6)).close(on=day(6))

        assert later.acts[0].reason == _SPOED
        assert later.acts[0].kind is ActKind.INVOLVED

    def test_one_jump_opens_no_gate(self) -> None:
        """Going ahead with one partner does not make it the turn of the next."""
        ahead = opened().involve("DUO", "Is er uitstel?", on=day(4), reason=_SPOED)

        assert not ahead.may_involve("Argonaut")
        with pytest.raises(icop.ActRefusedError):
            ahead.involve("Argonaut", "Hoe gaat het onderzoek?", on=day(4))

    def test_involved_partner_may_be_asked_again(self) -> None:
        """Who was involved is asked a next question without a new reason."""
        ahead = opened().involve("DUO", "Is er uitstel?", on=day(4), reason=_SPOED)

        assert ahead.ask("DUO", "Tot wanneer?", on=day(5)).acts[-1].rung == 3

    def test_partner_in_the_execution_may_be_involved(self) -> None:
        """A partner on rung 2 is involved like any other, without a gate."""
        assert opened().involve("Albeda", "Kun je meedenken?", on=day(5)).acts[-1].rung == 2

    def test_what_settles_may_come_from_who_was_asked(self) -> None:
        """The answer stands on the rung it came from; a question may also be settled by the gemeente at once."""
        by_school = worked_out().settle("De les wordt korter.", by="Albeda", on=day(13))
        by_function = opened().settle("Dat mag.", by="klantmanager", on=day(5))

        assert (by_school.acts[-1].rung, by_function.acts[-1].rung) == (2, 1)

    def test_own_knowledge_is_used_where_it_is_given(self, tmp_path: Path) -> None:
        """Partners and rungs are those of the knowledge given."""
        kb = on_two_rungs(tmp_path)
        dossier = Dossier.open(kb.escalate("les"), on=day(4))

        dossier = dossier.record(1, "Kaders.", by="jurist", on=day(4), kb=kb).ask("alfa", "Kan dit?", on=day(5), kb=kb)

        assert [act.rung for act in dossier.acts] == [1, 2]
        assert dossier.route(kb=kb).next_step == 2


class TestTwoRungs:
    """A partner that stands on two rungs of the theme."""

    @pytest.fixture
    def kb(self, tmp_path: Path) -> icop.KnowledgeBase:
        """Knowledge in which `alfa` stands on rungs 2 and 3."""
        return on_two_rungs(tmp_path)

    def test_lowest_rung_counts_unless_told(self, kb: icop.KnowledgeBase) -> None:
        """Without a rung it is taken on the lowest; on the higher one the gate holds."""
        dossier = Dossier.open(kb.escalate("les"), on=day(4))

        assert dossier.may_involve("alfa", kb=kb).rung == 2
        assert dossier.may_involve("alfa", rung=3, kb=kb).missing == (1, 2)

    def test_answer_stands_where_it_was_asked(self, kb: icop.KnowledgeBase) -> None:
        """An answer belongs to the rung the partner was last asked on, or the one that is told."""
        dossier = Dossier.open(kb.escalate("les"), on=day(4)).ask("alfa", "Kan dit?", on=day(5), kb=kb)
        dossier = dossier.involve("alfa", "En dit?", rung=3, reason="Nu.", on=day(5), kb=kb)

        assert dossier.answer("alfa", "Ja.", on=day(6), kb=kb).acts[-1].rung == 3
        assert dossier.answer("alfa", "Nee.", rung=2, on=day(6), kb=kb).acts[-1].rung == 2

    @pytest.mark.parametrize("rung", [1, 4, True, "2"])
    def test_rung_it_does_not_stand_on_is_refused(self, kb: icop.KnowledgeBase, rung: int) -> None:
        """Another rung is refused with those it stands on."""
        dossier = Dossier.open(kb.escalate("les"), on=day(4))

        with pytest.raises(icop.InvalidValueError) as caught:
            dossier.may_involve("alfa", rung=rung, kb=kb)

        assert caught.value.wanted_en == "2, 3: there 'alfa' stands here"


Try = Callable[[], Dossier]
_SETTLED = involved().settle("De aanvraag gaat weg.", on=day(26))
_CLOSED = _SETTLED.close(on=day(27))
_REFUSED: dict[str, tuple[Try, str]] = {
    "closed": (lambda: _CLOSED.ask("eur", "Wat lukt er?", on=day(28)), "closed"),
    "closed twice": (lambda: _CLOSED.close(on=day(28)), "closed"),
    "found after settled": (lambda: _SETTLED.record(1, "Toch anders.", on=day(28)), "settled"),
    "settled twice": (lambda: _SETTLED.settle("Toch niet.", on=day(28)), "settled"),
    "open": (lambda: opened().reopen("Zomaar.", on=day(5)), "open"),
    "backwards": (lambda: framed().record(1, "Eerder.", on=day(4)), "date"),
    "before opening": (lambda: opened().record(1, "Eerder.", on=day(3)), "date"),
    "out of turn": (lambda: framed().involve("DUO", "Wat nu?", on=day(5)), "gate"),
    "not involved but asked": (lambda: worked_out().ask("DUO", "Wat nu?", on=day(24)), "not-involved"),
    "not involved but answers": (lambda: worked_out().answer("DUO", "Ja.", on=day(24)), "not-involved"),
    "not involved but settles": (lambda: worked_out().settle("Ja.", by="DUO", on=day(24)), "not-involved"),
    "other one involved": (lambda: involved().answer("Argonaut", "Ja.", on=day(25)), "not-involved"),
    "nobody involved": (lambda: worked_out().record(3, "DUO vindt van wel.", on=day(24)), "nobody-involved"),
    "not asked but answers": (lambda: opened().answer("Albeda", "Ja.", on=day(5)), "not-asked"),
    "not asked but settles": (lambda: opened().settle("Ja.", by="Albeda", on=day(5)), "not-asked"),
    "colleague not asked": (lambda: opened().answer("klantmanager", "Ja.", on=day(5)), "not-asked"),
    "closed without a word": (lambda: worked_out().close(on=day(24)), "unanswered"),
    "partner finds": (lambda: opened().record(2, "Wij kunnen dit.", by="Albeda", on=day(5)), "not-gemeente"),
    "partner asks": (lambda: opened().ask("eur", "Wat kan?", by="Albeda", on=day(5)), "not-gemeente"),
    "partner closes": (lambda: worked_out().close(by="DUO", reason="Klaar.", on=day(24)), "not-gemeente"),
}


class TestRefused:
    """An act that does not fit."""

    @pytest.mark.parametrize("case", _REFUSED)
    def test_act_that_does_not_fit_names_the_conflict(self, case: str) -> None:
        """The error has the conflict as a stored word, and the dossier stays as it was."""
        attempt, conflict = _REFUSED[case]

        with pytest.raises(icop.ActRefusedError) as caught:
            attempt()

        assert caught.value.conflict == conflict
        assert caught.value.missing == ((2,) if conflict == "gate" else ())

    @pytest.mark.parametrize(
        "repaired",
        [
            lambda: _CLOSED.reopen("Terug.", on=day(28)).ask("eur", "Wat lukt er?", on=day(28)),
            lambda: _SETTLED.reopen("Terug.", on=day(28)).record(1, "Toch anders.", on=day(28)),
            lambda: framed().record(1, "Eerder.", on=day(5)),
            lambda: framed().involve("DUO", "Wat nu?", reason=_SPOED, on=day(5)),
            lambda: involved().record(3, "DUO vindt van wel.", on=day(24)),
            lambda: involved().settle("Ja.", by="DUO", on=day(24)),
            lambda: opened().ask("Albeda", "Kan dit?", on=day(5)).answer("Albeda", "Ja.", on=day(5)),
            lambda: worked_out().close(reason="Verhuisd.", on=day(24)),
        ],
    )
    def test_change_the_error_names_resolves_it(self, repaired: Try) -> None:
        """What the error says to do is enough."""
        assert repaired().acts

    @pytest.mark.parametrize(
        "attempt",
        [
            lambda text: opened().record(1, text, on=day(5)),
            lambda text: opened().ask("eur", text, on=day(5)),
            lambda text: worked_out().involve("DUO", text, on=day(24)),
            lambda text: opened().involve("DUO", "Wat nu?", reason=text, on=day(24)),
            lambda text: worked_out().answer("Albeda", text, on=day(24)),
            lambda text: worked_out().settle(text, on=day(24)),
            lambda text: worked_out().close(reason=text, on=day(24)),
            lambda text: _CLOSED.reopen(text, on=day(28)),
        ],
    )
    @pytest.mark.parametrize(("text", "reason"), [(" ", "blank"), ("Klant 1112.22.333", "bsn")])
    def test_every_free_text_is_screened(self, attempt: Callable[[str], Dossier], text: str, reason: str) -> None:
        """No act takes a blank text or one that holds a possible BSN, and none repeats it."""
        with pytest.raises(icop.TextRefusedError) as caught:
            attempt(text)

        assert caught.value.reason == reason

    @pytest.mark.parametrize(
        ("attempt", "field"),
        [
            (lambda: opened().record(4, "Kaders.", on=day(5)), "rung"),
            (lambda: opened().record(True, "Kaders.", on=day(5)), "rung"),
            (lambda: opened().record(1, "Kaders.", on=datetime.datetime(2026, 11, 5)), "date"),  # noqa: DTZ001, RUF100
            (lambda: opened().ask("eur", "Wat kan?", rung=3, on=day(5)), "rung"),
            (lambda: opened().briefing("eur", lang="de"), "lang"),
            (lambda: opened().describe(lang="de"), "lang"),
        ],
    )
    def test_value_outside_what_is_allowed_is_refused(self, attempt: Try, field: str) -> None:
        """A rung, a day or a language that is none is named."""
        with pytest.raises(icop.InvalidValueError) as caught:
            attempt()

        assert caught.value.field == field

    def test_unknown_partner_is_named_with_what_is_near(self) -> None:
        """A partner that does not exist is refused wherever it is given."""
        for attempt in (
            lambda: opened().may_involve("duoo"),
            lambda: opened().record(1, "Kaders.", by="duoo", on=day(5)),
            lambda: opened().answer("duoo", "Ja.", on=day(5)),
            lambda: opened().briefing("duoo"),
        ):
            with pytest.raises(icop.UnknownPartnerError) as caught:
                attempt()

            assert caught.value.nearest[0] == "duo"

    def test_nonsense_cannot_be_made_by_hand(self) -> None:
        """The acts given to the class itself are held to the same rules."""
        act = Act(kind=ActKind.INVOLVED, rung=3, by="gemeente", to="duo", text="Wat nu?", date=day(5))

        with pytest.raises(icop.ActRefusedError) as caught:
            attrs.evolve(opened(), acts=(act,))
        with pytest.raises(icop.InvalidValueError):
            attrs.evolve(opened(), acts=[act])  # type: ignore[arg-type]
        with pytest.raises(icop.InvalidValueError):
            attrs.evolve(opened(), acts=("act",))  # type: ignore[arg-type]

        assert caught.value.missing == (1, 2)


class TestValue:
    """A dossier is a value."""

    def test_it_is_equal_hashable_and_pickles(self) -> None:
        """Two dossiers with the same acts are equal, and one survives a pickle and a copy."""
        dossier = involved()

        assert hash(dossier) == hash(involved())
        assert pickle.loads(pickle.dumps(dossier)) == dossier == copy.deepcopy(dossier)

    def test_it_is_shown_shortly(self) -> None:
        """The representation says the theme, the state and how much happened."""
        assert repr(involved()) == "<Dossier 'ontheffing-medisch', open, 4 acts>"


@settings(max_examples=60, stateful_step_count=25)
class DossierMachine(RuleBasedStateMachine):
    """Every act is tried in every order, against a model that knows no more than the source's sentence.

    The model keeps whether the frames and what partners can do were recorded, who was involved on rung 3, and whether
    the dossier ended; a dossier that took an act the model does not allow would let a partner of the keten in early.
    """

    def __init__(self) -> None:
        super().__init__()
        self.dossier = opened()
        self.day = 4
        self.frames = self.partners_known = False
        self.asked: set[str] = set()
        self.state = "open"

    def _try(self, act: Callable[[], Dossier], *, fits: bool) -> bool:
        before = self.dossier
        try:
            self.dossier = act()
        except icop.ActRefusedError:
            assert not fits
            assert self.dossier is before
            return False
        assert fits
        assert self.dossier.acts[:-1] == before.acts
        return True

    @property
    def _open(self) -> bool:
        return self.state == "open"

    def _is_in(self, partner: str) -> bool:
        return partner in self.asked

    @precondition(lambda self: self.day < 30)
    @rule()
    def a_day_passes(self) -> None:
        """Time goes on."""
        self.day += 1

    @rule(rung=st.sampled_from([1, 2, 3]))
    def record(self, rung: int) -> None:
        """The gemeente records a finding."""
        on_three = any(_PARTNERS[each] == 3 for each in self.asked)
        fits = self._open and (rung != 3 or on_three)
        if self._try(lambda: self.dossier.record(rung, "Gevonden.", on=day(self.day)), fits=fits):
            self.frames |= rung == 1
            self.partners_known |= rung == 2

    @rule(partner=st.sampled_from(sorted(_PARTNERS)))
    def ask(self, partner: str) -> None:
        """A partner is asked; on rung 3 only one that was involved."""
        fits = self._open and (_PARTNERS[partner] != 3 or self._is_in(partner))
        if self._try(lambda: self.dossier.ask(partner, "Wat kan?", on=day(self.day)), fits=fits):
            self.asked.add(partner)

    @rule(partner=st.sampled_from(sorted(_PARTNERS)), reason=st.sampled_from([None, _SPOED]))
    def involve(self, partner: str, reason: str | None) -> None:
        """A partner is involved; on rung 3 in its turn or with a reason."""
        turn = _PARTNERS[partner] != 3 or (self.frames and self.partners_known)
        fits = self._open and (turn or reason is not None)
        gate = self.dossier.may_involve(partner)

        assert bool(gate) is (self._open and turn)
        if self._try(lambda: self.dossier.involve(partner, "Wat nu?", reason=reason, on=day(self.day)), fits=fits):
            self.asked.add(partner)
            assert self.dossier.acts[-1].reason == reason

    @rule(partner=st.sampled_from(sorted(_PARTNERS)))
    def answer(self, partner: str) -> None:
        """A partner answers; only one that was asked."""
        fits = self._open and self._is_in(partner)
        if self._try(lambda: self.dossier.answer(partner, "Zo.", on=day(self.day)), fits=fits):
            self.partners_known |= _PARTNERS[partner] == 2

    @rule(by=st.sampled_from(["gemeente", *sorted(_PARTNERS)]))
    def settle(self, by: str) -> None:
        """The question is settled, by the gemeente or by who was asked."""
        fits = self._open and (by == "gemeente" or _PARTNERS[by] == 1 or self._is_in(by))
        if self._try(lambda: self.dossier.settle("Zo is het.", by=by, on=day(self.day)), fits=fits):
            self.state = "settled"

    @rule(reason=st.sampled_from([None, "Verhuisd."]))
    def close(self, reason: str | None) -> None:
        """The dossier is closed, after the answer or with a reason."""
        fits = self.state == "settled" or (self._open and reason is not None)
        if self._try(lambda: self.dossier.close(reason=reason, on=day(self.day)), fits=fits):
            self.state = "closed"

    @rule()
    def reopen(self) -> None:
        """A settled or closed dossier is taken up again."""
        if self._try(lambda: self.dossier.reopen("Terug.", on=day(self.day)), fits=not self._open):
            self.state = "open"

    @precondition(lambda self: self.dossier.acts)
    @rule(back=st.integers(min_value=1, max_value=3))
    def go_back_in_time(self, back: int) -> None:
        """No act is dated before the one before it."""
        earlier = self.dossier.acts[-1].date - datetime.timedelta(days=back)
        self._try(lambda: self.dossier.record(1, "Eerder.", on=earlier), fits=False)

    @invariant()
    def nobody_came_in_early(self) -> None:
        """Before every act of a partner on rung 3 it was involved, in its turn or with a reason in the record."""
        acts = self.dossier.acts
        for place, act in enumerate(acts):
            before = acts[:place]
            if act.rung != 3:
                continue
            if act.kind is ActKind.INVOLVED:
                frames = any(each.rung == 1 and each.kind is ActKind.FOUND for each in before)
                partners = any(each.rung == 2 and each.kind in (ActKind.FOUND, ActKind.ANSWERED) for each in before)
                assert act.reason is not None or (frames and partners)
            else:
                who = act.to or act.by
                came = {each.to for each in before if each.kind is ActKind.INVOLVED and each.rung == 3}
                assert came if act.kind is ActKind.FOUND else who in came

    @invariant()
    def state_and_days_are_in_order(self) -> None:
        """The dossier is in the state the model has, and its days never run backwards."""
        days = [act.date for act in self.dossier.acts]

        assert self.dossier.state.value == self.state
        assert days == sorted(days)

    @invariant()
    def it_is_kept_whole(self) -> None:
        """What is written as JSON reads back as the same dossier."""
        assert Dossier.from_json(self.dossier.to_json()) == self.dossier


TestEverySequence = DossierMachine.TestCase
