"""What the project promises about itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import inburgering_cop as icop
from inburgering_cop.cli import main

_ROOT = Path(__file__).parents[1]


class TestReadme:
    """README.md."""

    def test_there_are_two_commands_of_one_line(self) -> None:
        """The README has exactly two sh blocks, each one line: the main job and the tests."""
        blocks = re.findall(r"^```sh\n(.*?)^```$", (_ROOT / "README.md").read_text(encoding="utf-8"), re.S | re.M)

        assert [block.count("\n") for block in blocks] == [1, 1]
        assert "inburgering-cop escalate" in blocks[0]
        assert "pytest --cov" in blocks[1]

    @pytest.mark.parametrize(
        ("words", "picture"),
        [
            (("route", "ontheffing-medisch", "--municipality", "Rotterdam"), "route-rotterdam.svg"),
            (("partner", "duo", "--lang", "en"), "rond-duo.svg"),
            (("keten", "--lang", "en"), "keten.svg"),
        ],
    )
    @pytest.mark.no_cover
    def test_picture_is_what_the_library_draws(self, tmp_path: Path, words: tuple[str, ...], picture: str) -> None:
        """The pictures in the README and the docs are the ones the library draws today."""
        subject, *others = words
        at = 1 if subject != "keten" else 0

        main(["draw", subject, *others[:at], str(tmp_path / picture), *others[at:]])

        shown = (_ROOT / "docs" / "pictures" / picture).read_text(encoding="utf-8")
        command = (
            f"inburgering-cop draw {subject} {' '.join(others[:at])} docs/pictures/{picture} {' '.join(others[at:])}"
        )
        assert shown == (tmp_path / picture).read_text(encoding="utf-8"), f"run: {command}"


class TestLicences:
    """The licences and what they cover."""

    def test_data_say_their_licence(self, kb: icop.KnowledgeBase) -> None:
        """The data carry their licence, and its text is in the project, like that of the code and the widths."""
        assert kb.records.dataset.licence == "CC-BY-4.0"
        assert (_ROOT / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
        for name in ("CC-BY-4.0", "EUPL-1.2", "OFL-1.1"):
            assert (_ROOT / "LICENSES" / f"{name}.txt").stat().st_size > 3000

    def test_changelog_names_the_version_of_the_data(self, kb: icop.KnowledgeBase) -> None:
        """The changelog has a section for the data of this version."""
        assert f"### Data {kb.version}," in (_ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
