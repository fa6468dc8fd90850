"""Reading the explorer page as its own script does: the data out of the page, and every answer out of the data."""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import Any

import attrs

_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
LANGUAGES = ("nl", "en")


def data_of(page: str) -> dict[str, Any]:
    """The JSON value in the page."""
    found = _DATA.findall(page)
    assert len(found) == 1
    return json.loads(found[0])  # type: ignore[no-any-return]


def _padded(row: list[Any], length: int) -> list[Any]:
    return [*row, *([0] * (length - len(row)))]


@attrs.frozen(eq=False)
class Book:
    """The data of a page, looked up as `lookup.js` does."""

    data: dict[str, Any]

    @cached_property
    def _words(self) -> dict[str, str]:
        letters = [chr(code) for first, last in self.data["letters"] for code in range(first, last + 1)]
        words = self.data["words"].split("\n") if letters else []
        return dict(zip(letters, words, strict=True))

    @cached_property
    def _whole(self) -> dict[str, str]:
        """What each letter stands for when those within its word are spelt too."""
        return {letter: self._unfolded(word) for letter, word in self._words.items()}

    def _unfolded(self, text: str) -> str:
        return "".join(self._unfolded(self._words[each]) if each in self._words else each for each in text)

    def _spelt(self, text: str) -> str:
        return "".join(self._whole.get(letter, letter) for letter in text)

    def text(self, number: int, lang: str) -> str:
        """The text with this number."""
        entry = self.data["texts"][number]
        if isinstance(entry, str):
            return self._spelt(entry)
        if isinstance(entry[-1], int):
            return str(entry[0]).join(self.text(part, lang) for part in entry[1:])
        if lang == "nl":
            return self._spelt(entry[0])
        return self._spelt(entry[1]) if len(entry) > 1 else f"{self._spelt(entry[0])} [nl]"

    def both(self, number: int) -> tuple[str, str]:
        """The text with this number in both languages."""
        return self.text(number, "nl"), self.text(number, "en")

    def partner(self, number: int) -> str:
        """The id of the partner with this number."""
        return str(self.data["partners"][number][0])

    def _article(self, number: int) -> tuple[str, str, bool]:
        name, law, part, unchecked = _padded(self.data["articles"][number], 4)
        url = f"https://wetten.overheid.nl/{self.data['laws'][law]}&{self.text(part, 'nl')}"
        return self.text(name, "nl"), url, not unchecked

    def _place(self, number: int) -> tuple[str, str | None, str]:
        source, place = self.data["places"][number]
        title, url = self.data["sources"][source]
        return self.text(title, "nl"), self.text(url, "nl") if url else None, self.text(place, "nl")

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
