"""What the project promises about itself."""

from __future__ import annotations

import re
from pathlib import Path

import inburgering_cop as icop

_ROOT = Path(__file__).parents[1]


class TestReadme:
    """README.md."""

    def test_there_are_two_commands_of_one_line(self) -> None:
        """The README has exactly two sh blocks, each one line: the main job and the tests."""
        blocks = re.findall(r"^```sh\n(.*?)^```$", (_ROOT / "README.md").read_text(encoding="utf-8"), re.S | re.M)

        assert [block.count("\n") for block in blocks] == [1, 1]
        assert "inburgering-cop escalate" in blocks[0]
        assert "pytest --cov" in blocks[1]

    def test_picture_is_what_the_library_draws(self) -> None:
        """The picture in the README is the one the library draws today."""
        drawn = icop.draw(icop.escalate("ontheffing-medisch", municipality="Rotterdam")).to_svg()

        shown = (_ROOT / "docs" / "pictures" / "route-rotterdam.svg").read_text(encoding="utf-8")

        command = (
            "inburgering-cop draw route ontheffing-medisch docs/pictures/route-rotterdam.svg --municipality Rotterdam"
        )
        assert shown == drawn, f"run: {command}"


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
