"""What is made ready beforehand is what would be made now."""

from __future__ import annotations

import json

import inburgering_cop as icop
from inburgering_cop.search import ThemeIndex, _lexicon, _themes
from tests.search.ready import FILE, ready


class TestReady:
    """`ready.json`."""

    def test_it_is_what_the_data_and_the_lists_make(self) -> None:
        """A change in the themes, the lexicon or what lies outside the field is made ready again."""
        assert FILE.read_text(encoding="utf-8") == ready(), "run: python -m tests.search.ready"

    def test_bundled_themes_use_it(self) -> None:
        """The fingerprint of the bundled themes is that of the file, so that nothing is made at run time."""
        kept = json.loads(FILE.read_text(encoding="utf-8"))

        assert _themes.fingerprint(icop.load().records) == kept["fingerprint"]

    def test_what_is_ready_answers_as_what_is_made(self) -> None:
        """Reading it back gives the same lexicon and the same index."""
        records = icop.load().records
        lexicon = _lexicon.Lexicon.of(_lexicon.resource("lexicon.json"))
        made = ThemeIndex(themes=dict(records.themes), lexicon=lexicon, index=_themes.built(records, lexicon))
        kept = ThemeIndex.of(records)

        for question in ("boete bij de intake", "mijn klant kan niet naar les door zijn rug", "wat kost de tolk"):
            assert made.candidates(made.read(question)) == kept.candidates(kept.read(question))
