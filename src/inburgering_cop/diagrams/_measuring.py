"""How wide text is, by the widths of Liberation Sans (as wide as Arial), and where its lines break."""

from __future__ import annotations

import json
import re
from functools import cached_property
from importlib.resources import files
from typing import Any

import attrs

_AFTER_HYPHEN = re.compile(r"(?<=-)(?=.)")


def _font() -> dict[str, Any]:
    table = files("inburgering_cop") / "diagrams" / "liberation_sans.json"
    return json.loads(table.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True, eq=False)
class Ruler:
    """Measures text in one size and weight.

    Attributes:
        size: Font size in user units.
        bold: Whether the text is bold.
    """

    size: float
    bold: bool = False

    @cached_property
    def _widths(self) -> dict[str, int]:
        return _font()["bold" if self.bold else "regular"]  # type: ignore[no-any-return]

    def width(self, text: str) -> float:
        """The width of `text` in user units; a character the table lacks counts as a full em."""
        return sum(self._widths.get(letter, 1000) for letter in text) * self.size / 1000

    def holds(self, text: str, *, within: float) -> bool:
        """Whether every word of `text` fits a line of that width, so that none is cut."""
        return all(self.width(part) <= within for word in text.split() for part in _AFTER_HYPHEN.split(word))

    def lines(self, text: str, *, within: float) -> tuple[str, ...]:
        """`text` broken into lines no wider than `within`; a line may break after a
        hyphen, and a word too wide for a line is cut.
        """
        lines = [""]
        for word in text.split():
            for number, part in enumerate(_AFTER_HYPHEN.split(word)):
                for cut, piece in enumerate(self._pieces(part, within)):
                    space = "" if number or cut else " "
                    longer = f"{lines[-1]}{space}{piece}".strip()
                    if not cut and self.width(longer) <= within:
                        lines[-1] = longer
                    else:
                        lines.append(piece)
        return tuple(line for line in lines if line)

    def _pieces(self, word: str, within: float) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter) > within:
                pieces.append("")
            pieces[-1] += letter
        return pieces
