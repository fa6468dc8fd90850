"""What search has made beforehand: the lexicon and the index over the bundled themes.

`python -m tests.search.ready` makes it again, after a change in the themes, the lexicon or what lies outside the field.
What was learnt of the terms stays what it was; `python -m tests.search.learning` learns that anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

import inburgering_cop
from inburgering_cop.keten._agreeing import Roles
from inburgering_cop.knowledge import read_bundled
from inburgering_cop.search import _lexicon, _passages
from inburgering_cop.search._leading import Leading
from inburgering_cop.search._ready import Ready
from inburgering_cop.search._standing import Lines

FOLDER = Path(inburgering_cop.__file__).parent / "search" / "ready"


@attrs.frozen(kw_only=True)
class Learnt:
    """What was learnt from the ways in which people put it.

    Attributes:
        telling: How much each term tells in a question, in 64ths of what its rarity says; as much where it is not here.
        led_to: For whom words can speak.
        terms: For each term how much it speaks for whom, in 25ths.
        pairs: The like for each pair of neighbouring words.
    """

    telling: Mapping[str, int]
    led_to: tuple[str, ...]
    terms: Mapping[str, Mapping[str, int]]
    pairs: Mapping[str, Mapping[str, int]]


def learnt() -> Learnt:
    """What was learnt, as it stands in the folder."""
    kept = Ready.read()
    terms, pairs = kept.leading.rows()
    telling = dict(zip(kept.index.terms.numbers, kept.index.terms.telling, strict=True))
    return Learnt(telling=telling, led_to=kept.leading.names, terms=terms, pairs=pairs)


def ready(learnt: Learnt) -> Ready:
    """What should stand in the folder, where this was learnt."""
    records = read_bundled()
    lexicon = _lexicon.Lexicon.of(_lexicon.resource("lexicon.json"))
    themes = {theme.id for theme in _passages.searched(records)}
    roles = Roles(records)
    index = _passages.built(records, lexicon, roles.of, learnt.telling)
    documents = _passages.documents(records, _passages.searched(records))
    return Ready(
        lexicon=lexicon,
        index=index,
        leading=Leading.of(learnt.led_to, index.terms.numbers, learnt.terms, learnt.pairs),
        lines=Lines.of(lexicon, index.terms.numbers, ([text for text, _ in texts] for texts in documents.values())),
        settled=tuple(roles.of(name, part) if name in themes else None for name, part in index.keys),
        digests={name: _passages.digest(records, records.themes[name]) for name in sorted(themes)},
    )


def write(learnt: Learnt) -> None:
    """Makes the folder what it should be; whoever reads it meanwhile keeps what stood there."""
    for name, part in ready(learnt).parts().items():
        made = FOLDER / f"{name}.new"
        made.write_bytes(part)
        made.replace(FOLDER / name)


if __name__ == "__main__":
    write(learnt())
