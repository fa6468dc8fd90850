"""Who sits at which table."""

from __future__ import annotations

from pathlib import Path

import inburgering_cop as icop
from inburgering_cop.practice import _seats
from tests.practice._small import community, loaded, seat


class TestStandsFor:
    """What sits at a table where some partners sit."""

    def test_organisation_sits_for_its_roles(self, tmp_path: Path) -> None:
        """An organisation brings the role it fills."""
        assert _seats.stands_for(loaded(tmp_path), ["alfa"]) == {"alfa", "school"}

    def test_function_brings_its_gemeente_and_no_other_function(self, tmp_path: Path) -> None:
        """Where a klantmanager sits the gemeente sits, and its jurist does not."""
        assert _seats.stands_for(loaded(tmp_path), ["klantmanager"]) == {"klantmanager", "gemeente"}

    def test_gemeente_brings_no_function(self, tmp_path: Path) -> None:
        """That the gemeente sits there does not say whom it sends."""
        assert _seats.stands_for(loaded(tmp_path), ["gemeente-hier"]) == {"gemeente-hier", "gemeente"}

    def test_body_brings_its_parts_and_a_part_not_its_body(self, tmp_path: Path) -> None:
        """With COA its location sits there; a location is not COA as a national body."""
        kb = loaded(tmp_path)

        assert _seats.stands_for(kb, ["coa"]) == {"coa", "azc"}
        assert _seats.stands_for(kb, ["azc"]) == {"azc"}

    def test_nobody_stands_for_nothing(self, tmp_path: Path) -> None:
        """An empty table is empty."""
        assert _seats.stands_for(loaded(tmp_path), []) == frozenset()


class TestInside:
    """The party a function is part of."""

    def test_only_a_function_lies_inside(self, tmp_path: Path) -> None:
        """A klantmanager lies inside the gemeente; a location of COA is no function."""
        kb = loaded(tmp_path)

        assert _seats.inside(kb, "klantmanager") == "gemeente"
        assert _seats.inside(kb, "azc") is None


class TestSeats:
    """The seat of each role at one table."""

    def test_firmest_seat_counts(self, tmp_path: Path) -> None:
        """A role that two organisations fill has the seat of the one that comes most."""
        kb = loaded(tmp_path, community("noord", participations=[seat("gast", "guest"), seat("alfa")]))

        found = _seats.seats(kb, kb.communities["noord"])

        assert (found["school"].partner.id, found["school"].role.id) == ("alfa", "school")

    def test_who_is_sent_has_a_seat(self, tmp_path: Path) -> None:
        """A function that a gemeente sends sits through that gemeente."""
        kb = loaded(tmp_path, community("noord", participations=[seat("gemeente-hier", sends=["jurist"])]))

        found = _seats.seats(kb, kb.communities["noord"])

        assert found["jurist"].partner.id == "gemeente-hier"

    def test_who_comes_for_another_theme_is_left_out(self, tmp_path: Path) -> None:
        """Asked for a theme, who comes for others only has no seat; without one everybody has."""
        kb = loaded(tmp_path, community("noord", participations=[seat("duo", themes=["boete"]), seat("alfa")]))
        table = kb.communities["noord"]

        assert "duo" in _seats.seats(kb, table, themes=("boete", "les"))
        assert "duo" not in _seats.seats(kb, table, themes=("les",))
        assert "alfa" in _seats.seats(kb, table, themes=("les",))
        assert "duo" in _seats.seats(kb, table)

    def test_guests_and_the_invited_do_not_sit_there(self, tmp_path: Path) -> None:
        """All other ways of taking part count as sitting at the table."""
        rows = [seat("alfa", "guest"), seat("duo", "planned"), seat("coa", "guides"), seat("azc", "on-request")]
        kb = loaded(tmp_path, community("noord", participations=[*rows, seat("klantmanager", "unknown")]))

        found = _seats.at_table(_seats.seats(kb, kb.communities["noord"]))

        assert set(found) == {"coa", "azc", "klantmanager", "gemeente"}

    def test_firmest_first_then_by_community(self, tmp_path: Path) -> None:
        """Seats are told in the order of the standings, equals by id of their community."""
        kb = loaded(
            tmp_path,
            community("a", participations=[seat("duo", "guest")]),
            community("b", participations=[seat("duo")]),
            community("c", participations=[seat("duo")]),
        )

        found = _seats.firmest(_seats.seats(kb, each)["duo"] for each in reversed(list(kb.communities.values())))

        assert [each.community.id for each in found] == ["b", "c", "a"]

    def test_same_party_is_a_body_that_is_its_own_role(self, tmp_path: Path) -> None:
        """COA is one party wherever it sits; its location, a school by name and a kind of party are not."""
        kb = loaded(tmp_path, community("noord", participations=[seat("coa"), seat("alfa"), seat("gemeente")]))

        found = _seats.seats(kb, kb.communities["noord"])

        assert {role for role, each in found.items() if each.one_party} == {"coa"}
        assert set(found) == {"coa", "azc", "alfa", "school", "gemeente"}

    def test_repr_names_role_and_table(self, tmp_path: Path) -> None:
        """A seat shows in one line which it is."""
        kb = loaded(tmp_path, community("noord", participations=[seat("alfa")]))

        assert (
            repr(_seats.seats(kb, kb.communities["noord"])["school"]) == "<TableSeat of 'school' in 'noord', standing>"
        )


class TestLookUps:
    """Records given as such or by name."""

    def test_record_and_name_lead_to_the_record(self, kb: icop.KnowledgeBase) -> None:
        """A record of the same id, or any name, is the one the knowledge base has."""
        table, topic = kb.communities["rijnmond"], kb.themes["map"]

        assert _seats.community_of(kb, "Rijnmond") is _seats.community_of(kb, table) is table
        assert _seats.theme_of(kb, "MAP") is _seats.theme_of(kb, topic) is topic
