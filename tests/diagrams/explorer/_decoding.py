"""Reading the explorer page as its own script does: the data out of the page, and every answer out of the data."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any

import attrs

_DATA = re.compile(r'<script type="application/zlib" id="data">([A-Za-z0-9+/=]*)</script>')
LANGUAGES = ("nl", "en")


def packed_in(page: str) -> str:
    """What stands in the element of the data."""
    found = _DATA.findall(page)
    assert len(found) == 1
    return str(found[0])


def data_of(page: str) -> dict[str, Any]:
    """The JSON value in the page, unpacked as `begin.js` does."""
    return json.loads(zlib.decompress(base64.b64decode(packed_in(page))))  # type: ignore[no-any-return]


def _padded(row: list[Any], length: int) -> list[Any]:
    return [*row, *([0] * (length - len(row)))]


@attrs.frozen(eq=False)
class Book:
    """The data of a page, looked up as `lookup.js` does."""

    data: dict[str, Any]

    def text(self, number: int, lang: str) -> str:
        """The text with this number."""
        dutch = self.data["texts"]["nl"][number]
        if not isinstance(dutch, str):
            return str(dutch[0]).join(self.text(part, lang) for part in dutch[1:])
        english = f"{dutch} [nl]" if (told := self.data["texts"]["en"][number]) is None else told
        return dutch if lang == "nl" else str(english)

    def both(self, number: int) -> tuple[str, str]:
        """The text with this number in both languages."""
        return self.text(number, "nl"), self.text(number, "en")

    def partner(self, number: int) -> str:
        """The id of the partner with this number."""
        return str(self.data["partners"][number][0])

    def _article(self, number: int) -> tuple[str, str, bool]:
        name, law, part, unchecked = _padded(self.data["articles"][number], 4)
        return name, f"https://wetten.overheid.nl/{self.data['laws'][law]}&{part}", not unchecked

    def _place(self, number: int) -> tuple[str, str | None, str]:
        source, place = self.data["places"][number]
        title, url = self.data["sources"][source]
        return title, url or None, place

    def _tip(self, number: int) -> dict[str, Any]:
        key, said, places, doubt, unverified = _padded(self.data["tips"][number], 5)
        return {
            "id": key,
            "text": self.both(said),
            "places": [self._place(each) for each in places],
            "doubt": self.both(doubt) if doubt else None,
            "verified": not unverified,
        }

    def _referral(self, number: int, seats: dict[int, tuple[str, str]], *, words: bool) -> dict[str, Any]:
        both = self.both if words else int
        row, doubt, unverified, other = _padded(self.data["referrals"][number], 4)
        role, rung, capacity, why, articles, places, aspect, scope, via, general = _padded(self.data["rows"][row], 10)
        partner = other - 1 if other else role
        return {
            "partner": self.partner(partner),
            "role": self.partner(role),
            "rung": rung,
            "capacity": self.data["capacities"][capacity],
            "scope": self.data["scopes"][scope],
            "aspect": both(aspect) if aspect or not words else None,
            "why": both(why),
            "articles": [self._article(each) for each in articles or []],
            "places": [self._place(each) for each in places or []],
            "general": bool(general),
            "via": self.partner(via - 1) if via else None,
            "seat": seats.get(partner),
            "doubt": both(doubt) if doubt or not words else None,
            "verified": not unverified,
        }

    def answer(self, theme: int, group: int, *, words: bool = True) -> dict[str, Any]:
        """The answer for a theme and a group of municipalities, with its texts or with their numbers."""
        columns = self.data["themes"][theme][4]
        head, ladder, *warnings = (values[self.data["patterns"][pattern][group]] for values, pattern in columns)
        community, coverage, nearest = self.data["heads"][head]
        *steps, competent = self.data["ladders"][ladder]
        table = next((number for key, number in self.data["tables"][group] if key == community), None)
        seats = {
            partner: (self.partner(by), self.data["standings"][standing])
            for partner, by, standing in (self.data["seats"][table] if table is not None else [])
        }

        def referrals(number: int) -> list[dict[str, Any]]:
            return [self._referral(each, seats, words=words) for each in self.data["lists"][number]]

        rows = [_padded(self.data["steps"][step], 3) for step in steps]
        lists = [self.data["warnings"][number] for number in warnings]
        return {
            "community": None if community < 0 else self.data["communities"][community][0],
            "coverage": self.data["coverages"][coverage],
            "nearest": None if nearest < 0 else self.data["communities"][nearest][0],
            "competent": referrals(competent),
            "steps": [
                {
                    "referrals": referrals(asked),
                    "background": referrals(told),
                    "tips": [self._tip(each) for each in tips or []],
                }
                for asked, told, tips in rows
            ],
            "before": len(lists[0]),
            "warnings": [self.both(number) if words else number for row in lists for number in row],
        }

    def named(self, warnings: list[tuple[str, str]], name: str) -> list[tuple[str, str]]:
        """The warnings with the name of a gemeente where the page puts it."""
        place = self.data["place"]
        return [(nl.replace(place, name), en.replace(place, name)) for nl, en in warnings]
