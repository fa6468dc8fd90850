"""The command that writes the explorer page."""

from __future__ import annotations

from pathlib import Path

import pytest

import inburgering_cop as icop
from tests.cli.conftest import Prompt
from tests.diagrams.explorer._decoding import data_of


class TestExplorer:
    """`explorer`."""

    def test_it_writes_the_page(self, ask: Prompt, kb: icop.KnowledgeBase, tmp_path: Path) -> None:
        """`explorer` writes the page of the bundled knowledge, and says where."""
        file = tmp_path / "keten.html"

        answer = ask("explorer", str(file), "--lang", "en")

        assert (answer.code, answer.err, answer.out) == (0, "", f"Saved: {file}\n")
        assert file.read_text(encoding="utf-8") == icop.explorer(kb, lang="en")

    def test_own_records_come_along(self, ask: Prompt, tmp_path: Path) -> None:
        """With `--records` your own records are in the page, beside the bundled ones."""
        own = tmp_path / "eigen.json"
        own.write_text(
            '{"partners": [{"id": "eigen-school", "type": "organisation", "name": {"nl": "Eigen school"}, '
            '"fills": ["taalaanbieder"], "rung": 2, "citations": [{"source": "cop-rijnmond", "place": "1"}]}]}',
            encoding="utf-8",
        )
        file = tmp_path / "keten.html"

        answer = ask("explorer", str(file), "--records", str(own))

        assert (answer.code, answer.err) == (0, "")
        partners = data_of(file.read_text(encoding="utf-8"))["partners"]
        assert "eigen-school" in [key for key, *_ in partners]

    @pytest.mark.parametrize("name", ["keten.svg", "keten"])
    def test_another_suffix_is_refused(self, ask: Prompt, tmp_path: Path, name: str) -> None:
        """A suffix that is no web page is told in one line, and nothing is written."""
        answer = ask("explorer", str(tmp_path / name), "--lang", "en")

        given = ".svg" if "." in name else name
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"The explorer cannot be saved as '{given}'. Possible: .html, .htm.\n"
        assert list(tmp_path.iterdir()) == []

    def test_what_cannot_be_written_is_told(self, ask: Prompt, tmp_path: Path) -> None:
        """A folder in the place of the file is told in one line, exit 2; the folder stands and is empty."""
        file = tmp_path / "keten.html"
        file.mkdir()

        answer = ask("explorer", str(file))

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"Kan {str(file)!r} niet schrijven: het is een map.")
        assert answer.err.count("\n") == 1
        assert list(tmp_path.iterdir()) == [file]
        assert list(file.iterdir()) == []
