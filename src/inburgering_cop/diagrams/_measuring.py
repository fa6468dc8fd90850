"""How wide text is, by the widths of Liberation Sans (as wide as Arial), and where its lines break."""

from __future__ import annotations

import json
import math
import re
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import attrs

_AFTER_HYPHEN = re.compile(r"(?<=-)(?=.)")

Units = dict[tuple[str, bool], int]
_POINTS = ",;:"
_WITH_THE_WORD_BEFORE = ("-", "–", "/", "…")


@cache
def _font() -> dict[str, Any]:
    table = files("inburgering_cop") / "diagrams" / "liberation_sans.json"
    return json.loads(table.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True, eq=False)
class Ruler:
    """Measures text in one size and weight.

    Attributes:
        size: Font size in user units.
        bold: Whether the text is bold.
        breaks_over: How many thousandths of the size a word may be wide before it is broken, whatever holds it; None
            for a word that is broken only where it must.
        measured: The units of words measured before, by weight; rulers of one picture share it.
        widest: Those of the widest part of a text, likewise.
    """

    size: float
    bold: bool = False
    breaks_over: float | None = None
    measured: Units = attrs.field(factory=dict, repr=False)
    widest: Units = attrs.field(factory=dict, repr=False)

    @cached_property
    def _widths(self) -> dict[str, int]:
        return _font()["bold" if self.bold else "regular"]  # type: ignore[no-any-return]

    def width(self, text: str) -> float:
        """The width of `text` in user units; a character the table lacks counts as a full em."""
        return self._wide(self._units(text))

    def _units(self, text: str) -> int:
        """The width of `text` in thousandths of the size."""
        key = (text, self.bold)
        if key not in self.measured:
            self.measured[key] = sum(self._widths.get(letter, 1000) for letter in text)
        return self.measured[key]

    def _wide(self, units: int) -> float:
        return units * self.size / 1000

    def holds(self, text: str, *, within: float) -> bool:
        """Whether every word of `text` fits a line of that width, so that none is cut but after a hyphen.

        A word over `breaks_over` is cut anywhere, and does not count.
        """
        return self._wide(self._widest(text)) <= within

    def _widest(self, text: str) -> int:
        """The units of the widest part of a word that cannot be broken."""
        key = (text, self.bold)
        if key not in self.widest:
            parts = (self._units(part) for word in text.split() for part in _AFTER_HYPHEN.split(word))
            most = math.inf if self.breaks_over is None else self.breaks_over
            self.widest[key] = max((units for units in parts if units <= most), default=0)
        return self.widest[key]

    def lines(self, text: str, *, within: float) -> tuple[str, ...]:
        """`text` broken into lines no wider than `within`; a word too wide for a line breaks after a hyphen, and a part
        that is still too wide is cut. No line starts with a dash or dots that stand alone.
        """
        lines: list[list[str]] = []
        most, filled = within * 1000 / self.size, 0
        space = self._units(" ")
        for word in self._kept(text.split(), most):
            units = self._units(word)
            if lines and filled + space + units <= most:
                lines[-1].append(word)
                filled += space + units
            elif units <= most:
                lines.append([word])
                filled = units
            else:
                *whole, rest = self._broken(word, within)
                lines += [[piece] for piece in (*whole, rest)]
                filled = self._units(rest)
        return tuple(" ".join(line) for line in lines)

    def _kept(self, words: list[str], most: float) -> list[str]:
        """The words, a dash or dots with the word before them where one line holds both."""
        kept: list[str] = []
        for word in words:
            if kept and word in _WITH_THE_WORD_BEFORE and self._units(f"{kept[-1]} {word}") <= most:
                kept[-1] += f" {word}"
            else:
                kept.append(word)
        return kept

    def cut(self, text: str, *, within: float, most: int) -> tuple[str, ...]:
        """`text` in lines as `lines` gives them, `most` at most; where there is more, the last ends with ` …`."""
        lines = self.lines(text, within=within)
        if len(lines) <= most:
            return lines
        words = lines[most - 1].split()
        while words and self.width(" ".join([*words, "…"])) > within:
            words.pop()
        return (*lines[: most - 1], f"{' '.join(words).rstrip(_POINTS)} …".lstrip())

    def _broken(self, word: str, within: float) -> list[str]:
        """A word too wide for a line in pieces that fit one: after its hyphens, and else where the line ends."""
        pieces = [""]
        for part in _AFTER_HYPHEN.split(word):
            if self.width(pieces[-1] + part) <= within:
                pieces[-1] += part
                continue
            pieces += [""] if pieces[-1] else []
            for letter in part:
                if pieces[-1] and self.width(pieces[-1] + letter) > within:
                    pieces.append("")
                pieces[-1] += letter
        return pieces
