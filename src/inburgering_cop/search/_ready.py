"""What search has made beforehand: the lexicon and the index over the bundled themes, read in a few milliseconds."""

from __future__ import annotations

import json
import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from typing import Any, Self

import attrs

from inburgering_cop.search._index import Index, Terms
from inburgering_cop.search._leading import Leading
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._standing import Lines

_FOLDER = "ready"
_WORDS = ("concepts", "english")
_NAMES = (
    *("head.json", "concepts.txt", "english.txt", "terms.txt", "having", "telling", "ends", "packed", "sizes"),
    *("pairs.txt", "leading_ends", "leading", "lines_ends", "lines"),
)
_MAPPED = ("packed", "leading", "lines")
_ARRAYS = {"having": "I", "telling": "B", "ends": "I", "sizes": "d", "leading_ends": "I", "lines_ends": "I"}


def _bytes(code: str, values: Any) -> bytes:
    """The numbers, least significant byte first."""
    packed = array(code, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _numbers(code: str, written: bytes) -> array[Any]:
    packed = array(code)
    packed.frombytes(written)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed


def _read(file: Traversable, *, at_once: bool) -> bytes | mmap.mmap:
    """What stands in a file; of one on disk, unless `at_once`, a part is only read when it is asked for."""
    if at_once or not isinstance(file, Path):
        return file.read_bytes()
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


class Numbered(Mapping[str, int]):
    """Lines in order, each with its number; found by halving, as a dict of them takes three times as long to make."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Takes the lines, sorted, each once."""
        self._lines = lines

    def __getitem__(self, line: str) -> int:
        at = bisect_left(self._lines, line)
        if at == len(self._lines) or self._lines[at] != line:
            raise KeyError(line)
        return at

    def __contains__(self, line: object) -> bool:
        lines = self._lines
        at = bisect_left(lines, str(line))
        return at < len(lines) and lines[at] == line

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _numbered(written: bytes) -> Numbered:
    """The lines, numbered in order."""
    return Numbered(written.decode().split("\n"))


def _paired(written: bytes) -> dict[str, str]:
    """The lines, each odd one with the one after it: read in a third of the time JSON takes."""
    lines = written.decode().split("\n")
    return dict(zip(lines[::2], lines[1::2], strict=True))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ready:
    """What is made beforehand.

    Attributes:
        lexicon: What is known of words.
        index: What each term tells for each bundled theme and side of it, and for what lies outside the field.
        leading: To whom the terms lead.
        lines: In which texts of the themes and their sides the terms first stand, by their places in the index.
        settled: For each document of the index that is a theme or a side of it, the partner who settles it.
        digests: For each theme, what its texts came down to.
    """

    lexicon: Lexicon
    index: Index
    leading: Leading
    lines: Lines
    settled: tuple[str | None, ...]
    digests: Mapping[str, str]

    @classmethod
    def read(cls) -> Self:
        """The one that comes with the library."""
        folder = files("inburgering_cop") / "search" / _FOLDER
        return cls.of({name: _read(folder / name, at_once=name not in _MAPPED) for name in _NAMES})

    @classmethod
    def of(cls, parts: Mapping[str, bytes | mmap.mmap]) -> Self:
        """The one that `parts` made these parts of."""
        small = {name: bytes(part) for name, part in parts.items() if name not in _MAPPED}
        head = json.loads(small["head.json"])
        numbers = {name: _numbers(code, small[name]) for name, code in _ARRAYS.items()}
        terms, pairs = (_numbered(small[name]) for name in ("terms.txt", "pairs.txt"))
        index = Index(
            keys=tuple((name, part) for name, part in head["keys"]),
            terms=Terms(texts=head["texts"], numbers=terms, having=numbers["having"], telling=numbers["telling"]),
            rows=terms,
            ends=numbers["ends"],
            packed=parts["packed"],
            sizes=tuple(numbers["sizes"]),
        )
        return cls(
            lexicon=Lexicon.ready(head["lexicon"] | {name: _paired(small[f"{name}.txt"]) for name in _WORDS}),
            index=index,
            leading=Leading(
                names=tuple(head["led_to"]),
                pairs=pairs,
                numbers=terms,
                ends=numbers["leading_ends"],
                packed=parts["leading"],
            ),
            lines=Lines(numbers=terms, ends=numbers["lines_ends"], packed=parts["lines"]),
            settled=tuple(head["settled"]),
            digests=head["digests"],
        )

    def parts(self) -> dict[str, bytes]:
        """What `of` reads back: for each file of the folder what stands in it."""
        index, lexicon = self.index, self.lexicon.as_ready()
        words = {name: lexicon.pop(name) for name in _WORDS}
        head = {
            "texts": index.terms.texts,
            "digests": dict(self.digests),
            "keys": [list(key) for key in index.keys],
            "settled": list(self.settled),
            "led_to": list(self.leading.names),
            "lexicon": lexicon,
        }
        numbers = {
            "having": index.terms.having,
            "telling": index.terms.telling,
            "ends": index.ends,
            "sizes": index.sizes,
            "leading_ends": self.leading.ends,
            "lines_ends": self.lines.ends,
        }
        return {
            "head.json": json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode(),
            **{f"{name}.txt": "\n".join(chain.from_iterable(pairs.items())).encode() for name, pairs in words.items()},
            "terms.txt": "\n".join(index.terms.numbers).encode(),
            "packed": bytes(index.packed),
            "pairs.txt": "\n".join(self.leading.pairs).encode(),
            "leading": bytes(self.leading.packed),
            "lines": bytes(self.lines.packed),
            **{name: _bytes(code, numbers[name]) for name, code in _ARRAYS.items()},
        }
