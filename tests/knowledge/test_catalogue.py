"""The one mapping over records."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping

import pytest

from inburgering_cop import Catalogue, UnknownPartnerError


def _partners() -> Catalogue[int]:
    return Catalogue("partners", {"duo": 1, "argonaut": 2, "coa": 3})


class TestCatalogue:
    """A catalogue is a read-only mapping with its ids in order."""

    def test_ids_are_in_order(self) -> None:
        """Whatever order the records came in, the ids are sorted, and the records follow them."""
        catalogue = _partners()

        assert list(catalogue) == ["argonaut", "coa", "duo"]
        assert list(catalogue.values()) == [2, 3, 1]

    def test_catalogue_is_a_mapping(self) -> None:
        """It has a length, membership and `get`, as every mapping."""
        catalogue = _partners()

        assert isinstance(catalogue, Mapping)
        assert len(catalogue) == 3
        assert catalogue["duo"] == 1
        assert "duo" in catalogue
        assert "duoo" not in catalogue
        assert catalogue.get("duoo") is None

    def test_membership_takes_anything(self) -> None:
        """What cannot be an id is not in it, also when it cannot be hashed."""
        catalogue = _partners()
        others: list[object] = [5, None, []]

        found = [other in catalogue for other in others]

        assert found == [False, False, False]

    def test_unknown_id_says_what_is_near(self) -> None:
        """Indexing what is not there names the nearest id and how many there are."""
        with pytest.raises(UnknownPartnerError) as caught:
            _partners()["duoo"]

        assert str(caught.value) == "Unknown partner 'duoo'. Did you mean 'duo'? kb.partners lists all 3."
        assert (caught.value.given, caught.value.nearest) == ("duoo", ("duo",))
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__

    @pytest.mark.parametrize("key", [5, None, ["duo"]])
    def test_key_that_is_no_text_is_unknown(self, key: object) -> None:
        """A key of another type gets the same error, without anything near."""
        with pytest.raises(UnknownPartnerError) as caught:
            _partners()[key]  # type: ignore[index]

        assert str(caught.value) == f"Unknown partner {key!r}. kb.partners lists all 3."

    def test_catalogue_does_not_follow_what_it_was_made_from(self) -> None:
        """Changing the mapping afterwards changes nothing."""
        records = {"duo": 1}
        catalogue = Catalogue("partners", records)

        records["coa"] = 2

        assert list(catalogue) == ["duo"]

    def test_catalogue_is_read_only(self) -> None:
        """Nothing can be set or taken out."""
        catalogue = _partners()

        with pytest.raises(TypeError, match="does not support item assignment"):
            catalogue["duo"] = 2  # type: ignore[index]
        with pytest.raises(TypeError, match=r"does not support item deletion|doesn't support item deletion"):
            del catalogue["duo"]  # type: ignore[attr-defined]

    def test_catalogue_survives_a_pickle_and_a_copy(self) -> None:
        """What comes back holds the same records under the same name."""
        for again in (pickle.loads(pickle.dumps(_partners())), copy.deepcopy(_partners())):
            assert again == _partners()
            assert repr(again) == "<Catalogue of 3 partners>"

    def test_catalogue_is_shown_short(self) -> None:
        """The repr says how many records of what."""
        assert repr(_partners()) == "<Catalogue of 3 partners>"
