"""Partners: what a function, a kind of party and an organisation have, and what they stand for."""

from __future__ import annotations

import pytest

from inburgering_cop import InvalidValueError
from inburgering_cop.model import Partner, PartnerType
from tests.model._table import small


class TestPartner:
    """An organisation fills roles; a function is part of a party; both stand for roles."""

    @pytest.mark.parametrize(
        ("kind", "fills", "shown"),
        [
            (PartnerType.ORGANISATION, (), "[]"),
            (PartnerType.KIND, ("werkgever",), "['werkgever']"),
            (PartnerType.FUNCTION, ("werkgever",), "['werkgever']"),
        ],
    )
    def test_only_an_organisation_fills_roles(self, kind: PartnerType, fills: tuple[str, ...], shown: str) -> None:
        """An organisation fills at least one role; a function or kind of party is one, so it fills none."""
        with pytest.raises(InvalidValueError) as caught:
            small(Partner, type=kind, fills=fills, part_of="gemeente")

        assert str(caught.value) == (
            f"fills cannot be {shown}. It must be "
            "at least one role for an organisation, and none for a function or a kind of party."
        )
        assert caught.value.line("nl") == (
            f"fills kan niet {shown} zijn. Het moet zijn: "
            "minstens één rol voor een organisatie, en geen voor een functie of soort partij."
        )

    def test_function_is_part_of_a_party(self) -> None:
        """A function without a party it belongs to is refused."""
        with pytest.raises(InvalidValueError) as caught:
            small(Partner, type=PartnerType.FUNCTION)

        assert str(caught.value) == ("part_of cannot be None. It must be the id of the party the function belongs to.")
        assert caught.value.line("nl") == (
            "part_of kan niet None zijn. Het moet zijn: het id van de partij waar de functie bij hoort."
        )

    def test_roles_of_an_organisation_are_those_it_fills(self) -> None:
        """An organisation stands for the roles it fills, in their order."""
        partner = small(Partner, type=PartnerType.ORGANISATION, fills=("taalaanbieder", "welzijn"))

        assert partner.roles == ("taalaanbieder", "welzijn")

    @pytest.mark.parametrize("kind", [PartnerType.FUNCTION, PartnerType.KIND])
    def test_function_or_kind_is_its_own_role(self, kind: PartnerType) -> None:
        """A function or kind of party stands for itself."""
        partner = small(Partner, id="klantmanager", type=kind, part_of="gemeente")

        assert partner.roles == ("klantmanager",)
