"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import inburgering_cop as icop
from inburgering_cop.practice._writing import write


def _anything(_: Path) -> None:
    """Lets whatever stands there be replaced."""


class TestWrite:
    """One writer at a time, and never half a file."""

    def test_file_is_written_with_plain_line_ends(self, tmp_path: Path) -> None:
        """The text stands there as it is, in UTF-8, and nothing beside it."""
        write(tmp_path / "a.json", "één\ntwee\n", allowed=_anything)

        assert (tmp_path / "a.json").read_bytes() == "één\ntwee\n".encode()
        assert [each.name for each in tmp_path.iterdir()] == ["a.json"]

    def test_file_that_stood_there_keeps_its_rights(self, tmp_path: Path) -> None:
        """Replacing a file does not change who may read it."""
        target = tmp_path / "a.json"
        target.write_text("oud", encoding="utf-8")
        target.chmod(0o640)

        write(target, "nieuw", allowed=_anything)

        assert (target.read_text(encoding="utf-8"), target.stat().st_mode & 0o777) == ("nieuw", 0o640)

    def test_link_is_followed(self, tmp_path: Path) -> None:
        """A link stays a link; the file it leads to is replaced."""
        (tmp_path / "a.json").write_text("oud", encoding="utf-8")
        (tmp_path / "link.json").symlink_to("a.json")

        write(tmp_path / "link.json", "nieuw", allowed=_anything)

        assert (tmp_path / "link.json").is_symlink()
        assert (tmp_path / "a.json").read_text(encoding="utf-8") == "nieuw"

    def test_second_writer_is_refused(self, tmp_path: Path) -> None:
        """While one writes, another is told so and what to do when nobody is writing; nothing of it is removed."""
        draft = tmp_path / ".a.json.inburgering-cop"
        draft.write_text("van een ander", encoding="utf-8")

        with pytest.raises(icop.CannotWriteError) as caught:
            write(tmp_path / "a.json", "nieuw", allowed=_anything)

        assert str(caught.value) == (
            f"Cannot write {str(tmp_path / 'a.json')!r}: someone else is writing it. Try again; if nobody is, "
            "remove '.a.json.inburgering-cop' beside it."
        )
        assert "iemand anders is ermee bezig" in caught.value.line("nl")
        assert draft.read_text(encoding="utf-8") == "van een ander"

    def test_refusal_leaves_everything_as_it_was(self, tmp_path: Path) -> None:
        """Where what stands there must stay, it does, and the draft is gone."""
        target = tmp_path / "a.json"
        target.write_text("oud", encoding="utf-8")

        def never(place: Path) -> None:
            raise icop.FileKeptError(en="no", nl="nee", path=str(place), reason="another")

        with pytest.raises(icop.FileKeptError):
            write(target, "nieuw", allowed=never)

        assert target.read_text(encoding="utf-8") == "oud"
        assert [each.name for each in tmp_path.iterdir()] == ["a.json"]

    @pytest.mark.parametrize("name", [".", "weg/a.json", "a\0b.json", "x" * 300])
    def test_place_that_cannot_be_written_says_why(self, tmp_path: Path, name: str) -> None:
        """A folder, a folder that is not there, a name no system takes: one error, and nothing is left."""
        with pytest.raises(icop.CannotWriteError) as caught:
            write(tmp_path / name, "nieuw", allowed=_anything)

        assert caught.value.reason
        assert list(tmp_path.iterdir()) == []

    def test_broken_off_writing_leaves_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the disk fails halfway, what stood there stands and no draft is left."""
        target = tmp_path / "a.json"
        target.write_text("oud", encoding="utf-8")

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(icop.CannotWriteError) as caught:
            write(target, "nieuw", allowed=_anything)

        assert caught.value.reason == "No space left on device"
        assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["oud"]
