"""The commands of the rotation and the agenda."""

from __future__ import annotations

from pathlib import Path

import pytest

import inburgering_cop as icop
from inburgering_cop.practice import read_agenda, read_rotation
from tests.cli.conftest import Prompt

_PEOPLE = "".join(f'[[people]]\nid = "{each}"\nrole = "kb"\n' for each in "abc")
_CALENDAR = "format = 1\n[calendar]\nfirst = 2027-01-12\nmeetings = 4\n"
_ROTATION = f'{_CALENDAR}[[seats]]\nrole = "kb"\nseats = 2\n{_PEOPLE}'
_AGENDA = (
    f'{_CALENDAR}{_PEOPLE}[[themes]]\ntheme = "maatwerk"\n[[themes]]\ntheme = "kinderopvang"\n'
    '[[actions]]\nid = "bellen"\ntheme = "maatwerk"\nwhat = "Bel elke week"\nowner = "a"\nraised = 2027-01-12\n'
)


@pytest.fixture
def rotation(tmp_path: Path) -> str:
    """A file in which a rotation was written by hand."""
    path = tmp_path / "cop.toml"
    path.write_text(_ROTATION, encoding="utf-8")
    return str(path)


@pytest.fixture
def agenda(tmp_path: Path) -> str:
    """A file in which an agenda was written by hand."""
    path = tmp_path / "agenda.toml"
    path.write_text(_AGENDA, encoding="utf-8")
    return str(path)


class TestRotation:
    """`rotation FILE`."""

    def test_shows_what_the_library_says(self, ask: Prompt, rotation: str) -> None:
        """The text is that of the library, for all meetings or as many as asked, in either language."""
        assert ask("rotation", rotation).out == read_rotation(rotation).describe()
        assert ask("rotation", rotation, "--meetings", "1", "--lang", "en").out == read_rotation(rotation).describe(
            lang="en", meetings=1
        )

    def test_acts_come_in_order_and_are_saved(self, ask: Prompt, rotation: str, tmp_path: Path) -> None:
        """Who leaves, who joins, what is announced; the file read is left as it is, and where it was saved is told."""
        target = tmp_path / "cop.json"

        answer = ask(
            *("rotation", rotation, "--leave", "c", "--join", "d:kb", "--join", "e:kb", "--on", "2027-01-01"),
            *("--announce", "2", "--save", str(target)),
        )

        assert (answer.code, answer.err) == (0, f"Opgeslagen: {target}\n")
        assert [each.people for each in read_rotation(target).announced] == [("a", "b"), ("d", "e")]
        assert Path(rotation).read_text(encoding="utf-8") == _ROTATION

    def test_other_file_is_replaced_only_on_purpose(self, ask: Prompt, rotation: str, tmp_path: Path) -> None:
        """What stands there stays, and `--overwrite`, which the error names, replaces it."""
        target = tmp_path / "cop.json"
        target.write_text("notes", encoding="utf-8")

        refused = ask("rotation", rotation, "--save", str(target))
        kept = target.read_text(encoding="utf-8")
        replaced = ask("rotation", rotation, "--save", str(target), "--overwrite")

        assert (refused.code, kept) == (2, "notes")
        assert "(overwrite)" in refused.err
        assert (replaced.code, read_rotation(target)) == (0, read_rotation(rotation))

    def test_stand_in_takes_the_open_seat(self, ask: Prompt, rotation: str, tmp_path: Path) -> None:
        """The open seat is offered and taken."""
        target = str(tmp_path / "cop.json")
        more = ["--join", "d:kb", "--join", "e:kb", "--join", "f:kb", "--on", "2026-12-01"]
        ask("rotation", rotation, *more, "--announce", "4", "--save", target)
        ask("rotation", target, "--leave", "e", "--on", "2027-02-01", "--save", target)

        answer = ask("rotation", target, "--stand-in", "a", "--on", "2027-04-06")

        assert "(open plek)" in ask("rotation", target).out
        assert "a (valt in), f" in answer.out

    def test_object_holds_the_rotation_the_plan_and_the_attendance(self, ask: Prompt, rotation: str) -> None:
        """With `--json` a program gets all of it as one object."""
        found = ask("rotation", rotation, "--announce", "1", "--meetings", "2", "--json").object

        assert list(found) == ["format", "name", "calendar", "seats", "people", "announced", "planned", "attendance"]
        assert [each["date"] for each in found["planned"]] == ["2027-02-23", "2027-04-06"]
        assert found["planned"][0]["seats"][0] == {"role": "kb", "person": "c", "how": "turn"}
        assert found["attendance"][0] == {"person": "a", "role": "kb", "fixed": False, "turns": 2, "meetings": 3}

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            (["--leave", "a"], "--on kan niet '' zijn. Het moet zijn: een dag, zoals 2027-02-01."),
            (
                ["--leave", "a", "--on", "x"],
                "on kan niet 'x' zijn. Het moet zijn: een datum van 2000 tot en met 2199.",
            ),
            (["--join", "d", "--on", "2027-01-01"], "role kan niet '' zijn. Het moet zijn: een van: kb."),
            (
                ["--meetings", "9"],
                "Je vraagt er 9, en de kalender heeft er nog 4 over. Zet meetings in de kalender op 9, "
                "of vraag er hoogstens 4.",
            ),
            (["--lang", "de"], "lang kan niet 'de' zijn. Het moet zijn: nl of en."),
        ],
    )
    def test_what_cannot_be_is_told_in_a_line(self, ask: Prompt, rotation: str, words: list[str], line: str) -> None:
        """An error is one line, and nothing is shown."""
        answer = ask("rotation", rotation, *words)

        assert (answer.code, answer.out, answer.err) == (2, "", f"{line}\n")

    def test_nothing_is_saved_when_it_cannot_be_shown(self, ask: Prompt, rotation: str, tmp_path: Path) -> None:
        """A demand that cannot be met leaves no file."""
        target = tmp_path / "cop.json"

        answer = ask("rotation", rotation, "--leave", "a", "--leave", "b", "--on", "2027-01-01", "--save", str(target))

        assert answer.code == 2
        assert not target.exists()

    def test_rotation_is_drawn_from_its_file(self, ask: Prompt, rotation: str, tmp_path: Path) -> None:
        """`draw rotation` writes the calendar of the rotation in the file."""
        target = tmp_path / "rotation.svg"

        answer = ask("draw", "rotation", rotation, str(target), "--lang", "en")

        assert answer.out == f"Saved: {target}\n"
        assert target.read_text(encoding="utf-8") == icop.draw(read_rotation(rotation), lang="en").to_svg()

    def test_faults_of_a_file_are_told(self, ask: Prompt, tmp_path: Path) -> None:
        """Exit 1, as for every set with faults."""
        path = tmp_path / "r.json"
        path.write_text('{"format": 9}', encoding="utf-8")

        answer = ask("rotation", str(path), "--lang", "en")

        assert answer.code == 1
        assert "format: is 9, must be 1" in answer.err


class TestAgenda:
    """`agenda FILE`."""

    def test_other_file_is_replaced_only_on_purpose(self, ask: Prompt, agenda: str, tmp_path: Path) -> None:
        """What stands there stays, unless `--overwrite` is given."""
        target = tmp_path / "cop.json"
        target.write_text("notes", encoding="utf-8")

        refused = ask("agenda", agenda, "--save", str(target))
        replaced = ask("agenda", agenda, "--save", str(target), "--overwrite")

        assert (refused.code, replaced.code) == (2, 0)
        assert read_agenda(target) == read_agenda(agenda)

    def test_shows_what_the_library_says(self, ask: Prompt, agenda: str) -> None:
        """Without a day it is the first meeting, or the last with priorities."""
        found = read_agenda(agenda)

        assert ask("agenda", agenda).out == found.for_meeting(found.calendar.days[0]).describe()
        assert ask("agenda", agenda, "--meeting", "2027-02-23", "--lang", "en").out == found.for_meeting(
            found.calendar.days[1]
        ).describe(lang="en")

    def test_acts_are_put_on_record_and_saved(self, ask: Prompt, agenda: str, tmp_path: Path) -> None:
        """Priorities, reports, owners, new actions and who leaves, all on the day of the meeting."""
        target = str(tmp_path / "agenda.json")

        answer = ask(
            *("agenda", agenda, "--meeting", "2027-02-23", "--prioritise", "b", "kinderopvang, maatwerk"),
            *("--report", "bellen", "Beleid zoekt het uit", "--hand-over", "bellen", "b"),
            *("--assign", "kinderopvang", "a", "Vraag het na", "--save", target),
        )
        later = ask("agenda", target, "--meeting", "2027-04-06", "--done", "bellen", "Het kan", "--leave", "a", "c")

        assert (answer.code, answer.err) == (0, f"Opgeslagen: {target}\n")
        assert "**Kinderopvang**" in answer.out
        saved = read_agenda(target)
        assert [each.owner_on(each.raised.replace(year=2028)) for each in saved.actions] == ["b", "a"]
        assert "Verteld op 23 februari 2027: Beleid zoekt het uit" in later.out
        assert ask("agenda", target).out == answer.out

    def test_object_is_the_agenda(self, ask: Prompt, agenda: str) -> None:
        """With `--json` a program gets the agenda as one object."""
        found = ask("agenda", agenda, "--meeting", "2027-02-23", "--json").object

        assert found["actions"][0]["status"] == "open"
        assert found["chosen"][0]["theme"] == "maatwerk"

    @pytest.mark.parametrize(
        ("words", "beginning"),
        [
            (["--meeting", "2026-01-01"], "2026-01-01 ligt voor de eerste bijeenkomst, 2027-01-12."),
            (["--meeting", "gauw"], "meeting kan niet 'gauw' zijn."),
            (["--done", "bel", "x"], "action kan niet 'bel' zijn. Bedoel je 'bellen'?"),
            (["--meeting", "2027-02-23", "--done", "bellen", "klant 111222333"], "found kan niet (BSN) zijn."),
        ],
    )
    def test_what_cannot_be_is_told_in_a_line(self, ask: Prompt, agenda: str, words: list[str], beginning: str) -> None:
        """An error is one line, and nothing is shown."""
        answer = ask("agenda", agenda, *words)

        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert answer.err.startswith(beginning)
