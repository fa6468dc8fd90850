"""What search has made ready beforehand: the lexicon and the index over the bundled themes.

`python -m tests.search.ready` makes it again, after a change in the themes, the lexicon or what lies outside the field.
"""

from __future__ import annotations

import json
from pathlib import Path

import inburgering_cop
from inburgering_cop.knowledge import read_bundled
from inburgering_cop.search import _lexicon, _themes

FILE = Path(inburgering_cop.__file__).parent / "search" / "ready.json"


def ready() -> str:
    """The file as it should stand."""
    records = read_bundled()
    lexicon = _lexicon.Lexicon.of(_lexicon.resource("lexicon.json"))
    value = {
        "fingerprint": _themes.fingerprint(records),
        "lexicon": lexicon.as_ready(),
        "index": _themes.built(records, lexicon).as_ready(),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    FILE.write_text(ready(), encoding="utf-8")
