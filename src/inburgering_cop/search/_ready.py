"""What search has made beforehand: the lexicon and the index over the bundled themes, read in a few milliseconds."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Self

import attrs

from inburgering_cop.search._index import Index, Terms
from inburgering_cop.search._lexicon import Lexicon

_FOLDER = "ready"
_NAMES = ("head.json", "terms.txt", "having", "telling", "ends", "packed", "sizes")
_ARRAYS = {"having": "I", "telling": "B", "ends": "I", "sizes": "d"}


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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ready:
    """What is made beforehand.

    Attributes:
        lexicon: What is known of words.
        index: What each term tells for each bundled theme and side of it, and for what lies outside the field.
        settled: For each document of the index that is a theme or a side of it, the partner who settles it.
        digests: For each theme, what its texts came down to.
    """

    lexicon: Lexicon
    index: Index
    settled: tuple[str | None, ...]
    digests: Mapping[str, str]

    @classmethod
    def read(cls) -> Self:
        """The one that comes with the library."""
        folder = files("inburgering_cop") / "search" / _FOLDER
        return cls.of({name: (folder / name).read_bytes() for name in _NAMES})

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> Self:
        """The one that `parts` made these parts of."""
        head = json.loads(parts["head.json"])
        numbers = {name: _numbers(code, parts[name]) for name, code in _ARRAYS.items()}
        words = parts["terms.txt"].decode().split("\n")
        terms = dict(zip(words, range(len(words)), strict=True))
        index = Index(
            keys=tuple((name, part) for name, part in head["keys"]),
            terms=Terms(texts=head["texts"], numbers=terms, having=numbers["having"], telling=numbers["telling"]),
            rows=terms,
            ends=numbers["ends"],
            packed=parts["packed"],
            sizes=tuple(numbers["sizes"]),
        )
        return cls(
            lexicon=Lexicon.ready(head["lexicon"]),
            index=index,
            settled=tuple(head["settled"]),
            digests=head["digests"],
        )

    def parts(self) -> dict[str, bytes]:
        """What `of` reads back: for each file of the folder what stands in it."""
        index = self.index
        head = {
            "texts": index.terms.texts,
            "digests": dict(self.digests),
            "keys": [list(key) for key in index.keys],
            "settled": list(self.settled),
            "lexicon": self.lexicon.as_ready(),
        }
        numbers = {
            "having": index.terms.having,
            "telling": index.terms.telling,
            "ends": index.ends,
            "sizes": index.sizes,
        }
        return {
            "head.json": json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode(),
            "terms.txt": "\n".join(index.terms.numbers).encode(),
            "packed": index.packed,
            **{name: _bytes(code, numbers[name]) for name, code in _ARRAYS.items()},
        }
