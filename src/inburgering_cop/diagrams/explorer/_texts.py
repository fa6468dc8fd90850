"""The texts of the page in two languages: each stored once and referred to by its number."""

from __future__ import annotations

import attrs

from inburgering_cop.model import LocalizedText
from inburgering_cop.text import shown

NONE = 0
Joined = list[str | int]


@attrs.define(eq=False)
class Texts:
    """Texts in the order in which they were first asked for; number 0 is no text.

    The languages stand apart, since what stands near each other is alike then and compresses better. Marks that turn
    the direction of text stand in it as text.

    Attributes:
        nl: The Dutch texts; for a text that is joined of others what stands between them, and their numbers.
        en: The English texts; None where there is none, or the text is joined of others.
    """

    nl: list[str | Joined] = attrs.Factory(lambda: [""])
    en: list[str | None] = attrs.Factory(lambda: [""])
    _numbers: dict[object, int] = attrs.Factory(dict)

    def number(self, text: LocalizedText | None) -> int:
        """The number of `text`; 0 for None."""
        if text is None:
            return NONE
        return self._of(text, shown(text.nl), None if text.en is None else shown(text.en))

    def joined(self, whole: LocalizedText, between: str, *parts: LocalizedText | None) -> int:
        """The number of `whole`, by those of `parts` where it is no more than they with `between` between them."""
        found = [part for part in parts if part is not None]
        told = tuple(between.join(part.get(lang) for part in found) for lang in ("nl", "en"))
        if len(found) < 2 or told != (whole.nl, whole.en):
            return self.number(whole)
        numbers = tuple(self.number(part) for part in found)
        return self._of((between, numbers), [between, *numbers], None)

    def _of(self, key: object, nl: str | Joined, en: str | None) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self.nl)
            self.nl.append(nl)
            self.en.append(en)
        return self._numbers[key]
