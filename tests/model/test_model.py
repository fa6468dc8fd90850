"""What holds for the records of every class."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model._generated import records
from tests.model._table import RULES, SMALL, small

_EVERY_CLASS = pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.__name__)
_SHOWN = {
    "Actor": "<Actor 'duo'>",
    "Aspect": "<Aspect 'boete'>",
    "Citation": "<Citation 'bron', 'vraag 1'>",
    "Community": "<Community 'rijnmond'>",
    "CommunityTheme": "<CommunityTheme 'werk'>",
    "Dataset": "<Dataset 'Gegevens' 1.2.3>",
    "Deadline": "<Deadline 'pip': 10 weeks>",
    "Event": "<Event 'start'>",
    "FormerMunicipality": "<FormerMunicipality 'GM0457' 'Weesp'>",
    "LabourMarketRegion": "<LabourMarketRegion 'AM22' 'Rijnmond'>",
    "Lead": "<Lead 'Naam'>",
    "LegalBasis": "<LegalBasis 'Wi2021 art. 5'>",
    "LocalizedText": "<LocalizedText 'keten'>",
    "Meeting": "<Meeting 'meet-and-greet'>",
    "Municipality": "<Municipality 'GM0599' 'Rotterdam'>",
    "Participation": "<Participation 'duo', on-request>",
    "Partner": "<Partner 'werkgever'>",
    "Phase": "<Phase 'aankomst'>",
    "Product": "<Product 'filmpje'>",
    "Relation": "<Relation 'duo-informeert-gemeente'>",
    "Responsibility": "<Responsibility 'boete-duo'>",
    "Source": "<Source 'bron'>",
    "Statement": "<Statement 'eerste'>",
    "Theme": "<Theme 'werk'>",
    "Tip": "<Tip 'tip-een'>",
}


@_EVERY_CLASS
class TestEveryClass:
    """A record is a value: it does not change, and equal facts are equal records."""

    def test_record_does_not_change(self, kind: type) -> None:
        """No field of a record can be set, deleted or added."""
        record = small(kind)
        name = next(iter(SMALL[kind]))

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, name, SMALL[kind][name])
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(record, name)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            record.unheard_of = 1

    def test_fields_are_given_by_name(self, kind: type) -> None:
        """A record is made with keywords only, so that a call reads as what it says."""
        with pytest.raises(TypeError, match="positional argument"):
            kind(*SMALL[kind].values())

    def test_equal_facts_are_equal_records(self, kind: type) -> None:
        """Two records with the same facts are equal and have one hash; a record is no dictionary."""
        record, same = small(kind), small(kind)

        assert record == same
        assert hash(record) == hash(same)
        assert record != SMALL[kind]

    def test_record_is_shown_short(self, kind: type) -> None:
        """The repr names the class and what tells the record apart."""
        assert repr(small(kind)) == _SHOWN[kind.__name__]

    @settings(max_examples=10)
    @given(data=st.data())
    def test_record_survives_pickling_and_copying(self, kind: type, data: st.DataObject) -> None:
        """A record is only values, so what comes out of a pickle or a copy equals what went in."""
        record: Any = data.draw(records(kind))

        assert pickle.loads(pickle.dumps(record)) == record
        assert copy.deepcopy(record) == record
        assert hash(copy.deepcopy(record)) == hash(record)
