"""Where the terms of themes stand in their texts: of bundled ones as it was found beforehand, of one's own as read."""

from __future__ import annotations

import operator
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import attrs

from inburgering_cop.knowledge import Records
from inburgering_cop.model import Theme
from inburgering_cop.search._index import Key
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._passages import FIELDS, Passage, passages
from inburgering_cop.search._standing import Found, Lines, Read, Standing

_ORDER = {field: place for place, field in enumerate(FIELDS)}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Surfaces:
    """Where the terms of themes and their sides first stand, remembered.

    Attributes:
        records: The records.
        lexicon: What is known of words.
        lines: In which texts of the bundled themes terms first stand.
        documents: Of the bundled themes that stand here as they stood then, which theme and side is at which place.
    """

    records: Records
    lexicon: Lexicon
    lines: Lines
    documents: Mapping[int, Key]

    def of(self, theme: Theme, aspect: str | None) -> Standing:
        """Where the terms of a theme stand, that side of it and the theme as a whole first."""
        found = self._known.get((theme.id, aspect))
        if found is None:
            places = self._places.get(theme.id)
            found = self._read(theme, aspect) if places is None else self._found(places, aspect)
            self._known[theme.id, aspect] = found
        return found

    @cached_property
    def _known(self) -> dict[Key, Standing]:
        return {}

    def _read(self, theme: Theme, aspect: str | None) -> Read:
        every = [
            (side is not None and side.id != aspect, _ORDER[each.field], each)
            for side in (None, *theme.aspects)
            for each in passages(self.records, theme, side)
        ]
        every.sort(key=operator.itemgetter(0, 1))
        return Read(self.lexicon, ((each.field, written) for *_, each in every for written in each.texts))

    def _found(self, places: Mapping[str | None, int], aspect: str | None) -> Found:
        every = range(min(places.values()), max(places.values()) + 1)
        return Found(self.lexicon, self.lines, every, {places[None], places[aspect]}, self._text, _ORDER)

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str | None, int]]:
        found: dict[str, dict[str | None, int]] = {}
        for place, (name, part) in self.documents.items():
            found.setdefault(name, {})[part] = place
        return found

    def _text(self, place: int, line: int) -> tuple[str, str]:
        """The field and the text of that number, of the theme or side at a place."""
        told, ends = self._told.get(place) or self._told.setdefault(place, self._passages(place))
        at = bisect_right(ends, line)
        return told[at].field, told[at].texts[line - (ends[at] - len(told[at].texts))]

    @cached_property
    def _told(self) -> dict[int, tuple[Sequence[Passage], Sequence[int]]]:
        return {}

    def _passages(self, place: int) -> tuple[Sequence[Passage], Sequence[int]]:
        """The texts at a place, and where among them all the texts of each field end."""
        name, part = self.documents[place]
        theme = self.records.themes[name]
        side = next((each for each in theme.aspects if each.id == part), None)
        told = tuple(passages(self.records, theme, side))
        return told, tuple(accumulate(len(each.texts) for each in told))
