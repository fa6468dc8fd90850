"""A drawing: one scene in every format, and saved whole or not at all."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

import inburgering_cop as icop
from tests.diagrams import _samples

_DIGEST = """
import hashlib
from tests.diagrams import _samples

digest = hashlib.sha256()
for name, drawing in (*_samples.bundled_rows()[::41], *_samples.bundled_graphs()[:6], *_samples.bundled_webs()[2::17]):
    digest.update(drawing.to_mermaid().encode() + drawing.to_dot().encode() + drawing.describe().encode())
    digest.update((drawing._repr_svg_() or name).encode() if drawing.scene.paper == "slide" else b"")
print(digest.hexdigest())
"""


@pytest.fixture
def route() -> icop.Drawing:
    """A route of the small knowledge base."""
    return icop.draw(_samples.route())


class TestDraw:
    """What can be drawn."""

    def test_each_subject_has_its_picture(self) -> None:
        """A route, a community, a knowledge base and a graph each give a drawing with its own title."""
        kb = _samples.small()

        titles = [
            icop.draw(each, kb=kb).scene.title.nl
            for each in (
                _samples.route(),
                _samples.community(),
                kb,
                kb.graph(theme="rooster"),
                _samples.route().graph(),
            )
        ]

        assert titles == [
            "Drietrapsraket: Lesrooster | tijden, Voorbeeldstad",
            "Tafel Noord",
            "De keten van de inburgering",
            "De keten van de inburgering",
            "Lesrooster | tijden",
        ]

    def test_a_knowledge_base_is_drawn_as_its_graph(self) -> None:
        """Drawing a knowledge base and drawing its whole graph are one thing."""
        kb = _samples.small()

        assert icop.draw(kb) == icop.draw(kb.graph())

    def test_a_community_is_looked_up_in_the_bundled_knowledge(self, kb: icop.KnowledgeBase) -> None:
        """Without `kb` a community's partners are those of the bundled knowledge."""
        community = kb.communities["rijnmond"]

        assert icop.draw(community) == icop.draw(community, kb=kb)

    def test_words_are_dutch_unless_asked(self) -> None:
        """The language is Dutch by default and English when asked."""
        assert icop.draw(_samples.route()).lang == "nl"
        assert (
            icop.draw(_samples.route(), lang="en")
            .to_svg()
            .splitlines()[1]
            .endswith('">Drietrapsraket: Timetable | hours, Voorbeeldstad</title>')
        )

    def test_another_language_is_refused(self) -> None:
        """A language other than nl and en is an error that names them."""
        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(_samples.route(), lang="de")

        assert str(caught.value) == "lang cannot be 'de'. It must be nl or en."

    @pytest.mark.parametrize(
        ("subject", "given"),
        [
            ("rijnmond", "str"),
            (None, "NoneType"),
            (nx.DiGraph(), "DiGraph"),
            (7, "int"),
            ((), "tuple"),
            ((7,), "tuple"),
        ],
    )
    def test_another_subject_is_refused(self, subject: object, given: str) -> None:
        """Something without a picture is an error that says what has one."""
        with pytest.raises(icop.CannotDrawError) as caught:
            icop.draw(subject)  # type: ignore[arg-type]

        possible = (
            "Escalation, Community, Theme, Partner, a timeline (tuple of Phase), Dossier, Rotation, KnowledgeBase, "
            "MultiDiGraph"
        )
        assert str(caught.value) == f"There is no drawing of a {given}. Possible: {possible}."
        assert caught.value.line("nl") == f"Van een {given} is er geen tekening. Wel kan: {possible}."
        assert caught.value.given == given
        assert ", ".join(caught.value.allowed) == possible


class TestDrawing:
    """A drawing as a value."""

    def test_repr_names_it(self, route: icop.Drawing) -> None:
        """Its repr holds its title."""
        assert repr(route) == "<Drawing 'Drietrapsraket: Lesrooster | tijden, Voorbeeldstad'>"

    def test_it_pickles(self, route: icop.Drawing) -> None:
        """A drawing comes out of a pickle equal to itself, and is written alike."""
        again = pickle.loads(pickle.dumps(route))

        assert again == route
        assert again.to_svg() == route.to_svg()

    def test_description_follows_the_drawing_or_the_question(self, route: icop.Drawing) -> None:
        """`describe` speaks the drawing's language, or the one asked for; another is refused."""
        assert route.describe().startswith("# Drietrapsraket: Lesrooster | tijden, Voorbeeldstad\n")
        assert route.describe(lang="en").startswith("# Drietrapsraket: Timetable | hours, Voorbeeldstad\n")
        with pytest.raises(icop.InvalidValueError, match=r"^lang cannot be 'fr'\. It must be nl or en\.$"):
            route.describe(lang="fr")

    def test_it_tells_its_paper(self, kb: icop.KnowledgeBase) -> None:
        """A route is a slide and the timeline a poster; a part of the keten is a slide where it fits one."""
        papers = {
            "slide": (icop.draw(_samples.route()), icop.draw(kb.graph(theme="pip")), icop.draw(kb.partners["duo"])),
            "poster": (icop.draw(kb.timeline()), icop.draw(kb), icop.draw(kb.graph(phase="uitvoering"), lang="en")),
        }

        assert {paper: {each.paper for each in drawings} for paper, drawings in papers.items()} == {
            paper: {paper} for paper in papers
        }

    @pytest.mark.parametrize("write", ["to_svg", "to_png", "to_drawio", "to_mermaid", "to_dot", "describe"])
    def test_every_format_shows_the_keten(self, write: str) -> None:
        """The keten is written in every format, like any other drawing."""
        written = getattr(icop.draw(_samples.small()), write)()

        assert written[:8] == b"\x89PNG\r\n\x1a\n" if write == "to_png" else "Klantmanager" in written


class TestNotebook:
    """What a notebook shows."""

    def test_drawing_shows_its_svg(self, route: icop.Drawing) -> None:
        """A drawing shows its SVG, the keten too; one that its paper does not hold has none and shows its repr."""
        keten = icop.draw(_samples.small())

        assert route._repr_svg_() == route.to_svg()
        assert keten._repr_svg_() == keten.to_svg()
        assert icop.draw(icop.load(), size="slide")._repr_svg_() is None


class TestSameBytes:
    """Same input, same bytes."""

    def test_twice_is_the_same(self) -> None:
        """Drawn anew, every bundled picture of Rotterdam and every part of the keten is the same text."""
        kb = icop.load()

        for theme in kb.themes:
            one, other = (icop.draw(kb.escalate(theme, municipality="Rotterdam")) for _ in range(2))
            assert one.to_svg() == other.to_svg()
            one, other = (icop.draw(kb, theme=theme) for _ in range(2))
            assert (one.to_mermaid(), one.to_dot()) == (other.to_mermaid(), other.to_dot())

    def test_hash_seed_and_time_zone_do_not_matter(self) -> None:
        """Two processes with other hash seeds, time zones and locales write the same bytes."""
        root = Path(__file__).parents[2]
        digests = set()

        for seed, zone, locale in (("0", "UTC", "C"), ("4242", "Pacific/Kiritimati", "C.UTF-8")):
            done = subprocess.run(
                [sys.executable, "-c", _DIGEST],
                cwd=root,
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
                capture_output=True,
                text=True,
                check=True,
            )
            digests.add(done.stdout.strip())

        assert len(digests) == 1
        assert digests != {hashlib.sha256().hexdigest()}


class TestSave:
    """Saving to a file."""

    @pytest.mark.parametrize(
        ("suffix", "written"),
        [(".svg", icop.Drawing.to_svg), (".mmd", icop.Drawing.to_mermaid), (".dot", icop.Drawing.to_dot)],
    )
    def test_suffix_says_the_format(
        self, route: icop.Drawing, tmp_path: Path, suffix: str, written: Callable[[icop.Drawing], str]
    ) -> None:
        """The file holds the format of its suffix in UTF-8, and the path comes back, from a string and a Path."""
        target = tmp_path / f"tekening é{suffix}"

        saved = [route.save(str(target)), route.save(target)]

        assert saved == [target, target]
        assert target.read_bytes() == written(route).encode()
        assert os.listdir(tmp_path) == [target.name]

    @pytest.mark.parametrize(
        ("name", "given"),
        [("route.pdf", ".pdf"), ("route", "route"), ("svg", "svg"), (".svg", ".svg"), ("a.SVGX", ".SVGX")],
    )
    def test_unknown_suffix_is_refused(self, route: icop.Drawing, tmp_path: Path, name: str, given: str) -> None:
        """Another suffix, or none, is an error that says which there are; nothing is written."""
        with pytest.raises(icop.CannotDrawError) as caught:
            route.save(tmp_path / name)

        assert (
            str(caught.value)
            == f"A drawing cannot be saved as '{given}'. Possible: .svg, .png, .drawio, .html, .mmd, .dot."
        )
        assert caught.value.line("nl") == (
            f"Een tekening kan niet als '{given}' worden opgeslagen. Wel kan: .svg, .png, .drawio, .html, .mmd, .dot."
        )
        assert (caught.value.given, caught.value.allowed) == (
            given,
            (".svg", ".png", ".drawio", ".html", ".mmd", ".dot"),
        )
        assert os.listdir(tmp_path) == []

    def test_too_much_for_its_paper_is_refused_before_anything_is_written(self, tmp_path: Path) -> None:
        """A drawing its paper does not hold is refused, and what stood there stands."""
        target = tmp_path / "keten.svg"
        target.write_text("stond hier", encoding="utf-8")

        with pytest.raises(icop.CannotDrawError):
            icop.draw(icop.load(), size="slide").save(target)

        assert target.read_text(encoding="utf-8") == "stond hier"
        assert os.listdir(tmp_path) == ["keten.svg"]

    def test_missing_folder_is_an_error(self, route: icop.Drawing, tmp_path: Path) -> None:
        """A folder that does not exist is not made, and the error says what to do."""
        target = tmp_path / "nergens" / "route.svg"

        with pytest.raises(icop.CannotWriteError) as caught:
            route.save(target)

        assert str(caught.value) == (
            f"Cannot write {str(target)!r}: No such file or directory. "
            "Give a path in a folder that exists and that you may write to."
        )
        assert (caught.value.path, caught.value.reason) == (str(target), "No such file or directory")
        assert isinstance(caught.value, OSError)
        assert os.listdir(tmp_path) == []

    def test_directory_is_an_error(self, route: icop.Drawing, tmp_path: Path) -> None:
        """A folder in the place of the file is an error, and the folder stands."""
        target = tmp_path / "map.svg"
        target.mkdir()

        with pytest.raises(icop.CannotWriteError) as caught:
            route.save(target)

        assert caught.value.reason == "Is a directory"
        assert os.listdir(tmp_path) == ["map.svg"]
        assert os.listdir(target) == []

    def test_file_in_the_place_of_the_folder_is_an_error(self, route: icop.Drawing, tmp_path: Path) -> None:
        """A path through a file is an error."""
        (tmp_path / "bestand").write_text("x", encoding="utf-8")

        with pytest.raises(icop.CannotWriteError) as caught:
            route.save(tmp_path / "bestand" / "route.svg")

        assert caught.value.reason == "Not a directory"

    @pytest.mark.parametrize("step", ["open", "chmod", "replace"])
    def test_unwritable_target_leaves_what_stood_there(
        self, route: icop.Drawing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        """Wherever writing fails, nothing half-written is left and what stood there stands."""
        target = tmp_path / "route.svg"
        target.write_text("stond hier", encoding="utf-8")

        def fail(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        drawn = route.to_svg()
        monkeypatch.setattr(icop.Drawing, "to_svg", lambda _: drawn)
        monkeypatch.setattr(Path, step, fail)

        with pytest.raises(icop.CannotWriteError) as caught:
            route.save(target)

        assert caught.value.line("nl") == (
            f"Kan {str(target)!r} niet schrijven: je mag daar niet schrijven. "
            "Geef een pad in een map die bestaat en waarin je mag schrijven."
        )
        monkeypatch.undo()
        assert target.read_text(encoding="utf-8") == "stond hier"
        assert os.listdir(tmp_path) == ["route.svg"]

    def test_an_error_without_words_is_named(
        self, route: icop.Drawing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where the system gives no reason, the kind of error is the reason."""

        def fail(*_: object, **__: object) -> None:
            raise TimeoutError

        monkeypatch.setattr(Path, "replace", fail)

        with pytest.raises(icop.CannotWriteError) as caught:
            route.save(tmp_path / "route.svg")

        assert caught.value.reason == "TimeoutError"
        assert os.listdir(tmp_path) == []

    def test_interrupted_writing_leaves_nothing(
        self, route: icop.Drawing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever stops the program while it writes finds no half-written file."""

        def stop(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "replace", stop)

        with pytest.raises(KeyboardInterrupt):
            route.save(tmp_path / "route.svg")

        assert os.listdir(tmp_path) == []

    def test_impossible_path_is_an_error_of_the_library(self, route: icop.Drawing, tmp_path: Path) -> None:
        """A path that no file can have is an error of the library, not one of Python's."""
        with pytest.raises(icop.CannotWriteError):
            route.save(tmp_path / "a\0b.svg")

    def test_a_long_name_the_system_takes_is_written(self, route: icop.Drawing, tmp_path: Path) -> None:
        """A file name as long as the system allows (255 bytes) is written."""
        target = tmp_path / ("x" * 251 + ".svg")

        route.save(target)

        assert os.listdir(tmp_path) == [target.name]

    def test_saved_file_is_readable_by_others(self, route: icop.Drawing, tmp_path: Path) -> None:
        """The file has the rights of an ordinary file."""
        assert route.save(tmp_path / "route.svg").stat().st_mode & 0o777 == 0o644

    def test_writing_goes_beside_the_target_first(
        self, route: icop.Drawing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The whole text stands in another file of the same folder before it takes its place."""
        seen: list[tuple[Path, bytes]] = []
        replace = os.replace

        def watch(draft: str, target: Path) -> None:
            seen.append((Path(draft).parent, Path(draft).read_bytes()))
            replace(draft, target)

        monkeypatch.setattr(os, "replace", watch)

        route.save(tmp_path / "route.svg")

        assert seen == [(tmp_path, route.to_svg().encode())]
