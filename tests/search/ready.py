"""What search has made beforehand: the lexicon and the index over the bundled themes.

`python -m tests.search.ready` makes it again, after a change in the themes, the lexicon or what lies outside the field.
How much each term tells in a question stays what it was; `python -m tests.search.learning` learns that anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import inburgering_cop
from inburgering_cop.keten._agreeing import Roles
from inburgering_cop.knowledge import read_bundled
from inburgering_cop.search import _lexicon, _passages
from inburgering_cop.search._ready import Ready

FOLDER = Path(inburgering_cop.__file__).parent / "search" / "ready"


def learnt() -> dict[str, int]:
    """How much the terms in the folder tell in a question, in 64ths."""
    terms = Ready.read().index.terms
    return dict(zip(terms.numbers, terms.telling, strict=True))


def ready(telling: Mapping[str, int]) -> Ready:
    """What should stand in the folder, where terms tell this much."""
    records = read_bundled()
    lexicon = _lexicon.Lexicon.of(_lexicon.resource("lexicon.json"))
    themes = {theme.id for theme in _passages.searched(records)}
    roles = Roles(records)
    index = _passages.built(records, lexicon, roles.of, telling)
    return Ready(
        lexicon=lexicon,
        index=index,
        settled=tuple(roles.of(name, part) if name in themes else None for name, part in index.keys),
        digests={name: _passages.digest(records, records.themes[name]) for name in sorted(themes)},
    )


def write(telling: Mapping[str, int]) -> None:
    """Makes the folder what it should be."""
    for name, part in ready(telling).parts().items():
        (FOLDER / name).write_bytes(part)


if __name__ == "__main__":
    write(learnt())
