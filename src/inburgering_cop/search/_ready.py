"""What search has made beforehand: the lexicon and the index over the bundled themes, read in a few milliseconds."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from array import array
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Self

import attrs

from inburgering_cop.search._index import Index, Terms
from inburgering_cop.search._lexicon import Lexicon

_NAME = "ready.zip"
_ARRAYS = {"having": "I", "ends": "I", "places": "H", "weights": "B", "sizes": "d"}


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
        written = (files("inburgering_cop") / "search" / _NAME).read_bytes()
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            return cls.of({name: archive.read(name) for name in archive.namelist()})

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> Self:
        """The one that `parts` made these parts of."""
        head = json.loads(parts["head.json"])
        numbers = {name: _numbers(code, parts[name]) for name, code in _ARRAYS.items()}
        terms, rows = (
            dict(zip(words, range(len(words)), strict=True))
            for words in (parts[name].decode().split("\n") for name in ("terms.txt", "rows.txt"))
        )
        index = Index(
            keys=tuple((name, part) for name, part in head["keys"]),
            terms=Terms(texts=head["texts"], numbers=terms, having=numbers["having"]),
            rows=rows,
            ends=numbers["ends"],
            places=numbers["places"],
            weights=numbers["weights"],
            sizes=tuple(numbers["sizes"]),
        )
        return cls(
            lexicon=Lexicon.ready(head["lexicon"]),
            index=index,
            settled=tuple(head["settled"]),
            digests=head["digests"],
        )

    def parts(self) -> dict[str, bytes]:
        """What `of` reads back."""
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
            "ends": index.ends,
            "places": index.places,
            "weights": index.weights,
            "sizes": index.sizes,
        }
        return {
            "head.json": json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode(),
            "terms.txt": "\n".join(index.terms.numbers).encode(),
            "rows.txt": "\n".join(index.rows).encode(),
            **{name: _bytes(code, numbers[name]) for name, code in _ARRAYS.items()},
        }

    def written(self) -> bytes:
        """The file that `read` reads."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, part in self.parts().items():
                archive.writestr(zipfile.ZipInfo(name), part)
        return file.getvalue()
