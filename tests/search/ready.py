"""What search has made beforehand: the lexicon and the index over the bundled themes.

`python -m tests.search.ready` makes it again, after a change in the themes, the lexicon or what lies outside the field.
"""

from __future__ import annotations

from pathlib import Path

import inburgering_cop
from inburgering_cop.keten._agreeing import Roles
from inburgering_cop.knowledge import read_bundled
from inburgering_cop.search import _lexicon, _passages
from inburgering_cop.search._ready import Ready

FOLDER = Path(inburgering_cop.__file__).parent / "search" / "ready"


def ready() -> Ready:
    """What should stand in the folder."""
    records = read_bundled()
    lexicon = _lexicon.Lexicon.of(_lexicon.resource("lexicon.json"))
    themes = {theme.id for theme in _passages.searched(records)}
    roles = Roles(records)
    index = _passages.built(records, lexicon, roles.of)
    return Ready(
        lexicon=lexicon,
        index=index,
        settled=tuple(roles.of(name, part) if name in themes else None for name, part in index.keys),
        digests={name: _passages.digest(records, records.themes[name]) for name in sorted(themes)},
    )


if __name__ == "__main__":
    for name, part in ready().parts().items():
        (FOLDER / name).write_bytes(part)
