"""The whole of the records: one catalogue per kind, and the look-ups by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import attrs

from inburgering_cop import phrases, text
from inburgering_cop.knowledge import _names
from inburgering_cop.knowledge._catalogue import Catalogue
from inburgering_cop.model import (
    Aspect,
    Community,
    Dataset,
    FormerMunicipality,
    LabourMarketRegion,
    Meeting,
    Municipality,
    Partner,
    Phase,
    Relation,
    Responsibility,
    Source,
    Theme,
    Tip,
)

KINDS: dict[str, type] = {
    "communities": Community,
    "meetings": Meeting,
    "partners": Partner,
    "themes": Theme,
    "tips": Tip,
    "responsibilities": Responsibility,
    "relations": Relation,
    "phases": Phase,
    "sources": Source,
    "municipalities": Municipality,
    "former_municipalities": FormerMunicipality,
    "regions": LabourMarketRegion,
}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Records:
    """All records of a knowledge base, read and cross-checked.

    Attributes:
        dataset: What the set says of itself.
        communities: Communities by id; the other catalogues likewise, places by code.
    """

    dataset: Dataset
    communities: Catalogue[Community]
    meetings: Catalogue[Meeting]
    partners: Catalogue[Partner]
    themes: Catalogue[Theme]
    tips: Catalogue[Tip]
    responsibilities: Catalogue[Responsibility]
    relations: Catalogue[Relation]
    phases: Catalogue[Phase]
    sources: Catalogue[Source]
    municipalities: Catalogue[Municipality]
    former_municipalities: Catalogue[FormerMunicipality]
    regions: Catalogue[LabourMarketRegion]

    @classmethod
    def of(cls, dataset: Dataset, by_kind: Mapping[str, Mapping[str, Any]]) -> Records:
        """The records in `by_kind` (kind → id → record), as catalogues."""
        return cls(dataset=dataset, **{kind: Catalogue(kind, by_kind.get(kind, {})) for kind in KINDS})

    def __repr__(self) -> str:
        return f"<Records {self.dataset.version}>"

    @property
    def count(self) -> int:
        """How many records there are in all."""
        return sum(len(getattr(self, kind)) for kind in KINDS)

    def partner(self, name: str) -> Partner:
        """The partner with this id, name, other name or abbreviation."""
        return self.partners[self._partner_names.find(name)]

    def theme(self, name: str) -> Theme:
        """The theme with this id, label or other name."""
        return self.themes[self._theme_names.find(name)]

    def aspect(self, theme: str, name: str) -> Aspect:
        """The aspect of the theme with this id that has this id, label or other name."""
        return _names.aspect_of(self.themes[theme], name)

    def community(self, name: str) -> Community:
        """The community with this id, name or other name."""
        return self.communities[self._community_names.find(name)]

    def municipality(self, name: str) -> Municipality:
        """The municipality with this name, other name, code (`GM0599`, `0599`) or TOOI URI.

        A name or code of a gemeente that has ended leads to the one of today its territory lies in.
        """
        former = self.former_municipality(name)
        if former is None:
            return self.municipalities[self._municipality_names.find(name)]
        first, *others = (self.municipalities[code] for code in former.became)
        if others:
            raise phrases.split_up(given=name, candidates=tuple(sorted(place.name for place in (first, *others))))
        return first

    def former_municipality(self, name: str) -> FormerMunicipality | None:
        """The gemeente that has ended with this name or code; None when one of today answers to it, or none at all."""
        if not isinstance(name, str) or self._municipality_names.knows(name):
            return None
        return self._former.get(text.normalise(name))

    def responsibilities_on(self, theme: str | None) -> tuple[Responsibility, ...]:
        """Those of the theme with this id, those of the general ladder for None; by rung, order and id."""
        return self._by_theme.get(theme, ())

    def tips_on(self, theme: str) -> tuple[Tip, ...]:
        """The tips about the theme with this id, by id."""
        return self._tips_by_theme.get(theme, ())

    @cached_property
    def tips_on_the_ladder(self) -> tuple[Tip, ...]:
        """The tips about one or more rungs of the ladder itself, by id."""
        return tuple(tip for tip in self.tips.values() if tip.rungs)

    def narrower(self, theme: str) -> tuple[Theme, ...]:
        """The themes that fall directly under the one with this id, by id."""
        return tuple(each for each in self.themes.values() if each.broader == theme)

    @cached_property
    def _by_theme(self) -> dict[str | None, tuple[Responsibility, ...]]:
        found: dict[str | None, list[Responsibility]] = {}
        for each in self.responsibilities.values():
            found.setdefault(each.theme, []).append(each)
        return {
            theme: tuple(sorted(rows, key=lambda each: (each.rung, each.order, each.id)))
            for theme, rows in found.items()
        }

    @cached_property
    def _tips_by_theme(self) -> dict[str, tuple[Tip, ...]]:
        found: dict[str, list[Tip]] = {}
        for each in self.tips.values():
            for theme in each.themes:
                found.setdefault(theme, []).append(each)
        return {theme: tuple(tips) for theme, tips in found.items()}

    @cached_property
    def _partner_names(self) -> _names.Names:
        return _names.of_partners(self.partners.values())

    @cached_property
    def _theme_names(self) -> _names.Names:
        return _names.of_themes(self.themes.values())

    @cached_property
    def _community_names(self) -> _names.Names:
        return _names.of_communities(self.communities.values())

    @cached_property
    def _municipality_names(self) -> _names.Names:
        return _names.of_municipalities(self.municipalities.values())

    @cached_property
    def _former(self) -> dict[str, FormerMunicipality]:
        """The gemeenten that have ended by compared name, code and digits of the code."""
        former = self.former_municipalities.values()
        return {text.normalise(key): each for each in former for key in (each.code[2:], each.code, each.name)}
