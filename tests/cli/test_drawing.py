"""The commands that draw."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.webs import _web
from tests.cli.conftest import Prompt


class TestDraw:
    """`draw`."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_a_route(self, ask: Prompt, kb: icop.KnowledgeBase, tmp_path: Path, lang: str) -> None:
        """`draw route` writes the route for the gemeente and community given, and says where."""
        file = tmp_path / "route.svg"
        words = ("ontheffing-medisch", str(file), "--municipality", "Rotterdam", "--community", "amsterdam")

        answer = ask("draw", "route", *words, "--lang", lang)

        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam", community="amsterdam")
        assert (answer.code, answer.err) == (0, "")
        assert answer.out == f"{'Saved' if lang == 'en' else 'Opgeslagen'}: {file}\n"
        assert file.read_text(encoding="utf-8") == icop.draw(route, lang=lang).to_svg()

    def test_a_community(self, ask: Prompt, kb: icop.KnowledgeBase, tmp_path: Path) -> None:
        """`draw community` writes the table of the community by any of its names."""
        file = tmp_path / "tafel.mmd"

        ask("draw", "community", "Rijnmond", str(file), "--lang", "en")

        assert file.read_text(encoding="utf-8") == icop.draw(kb.communities["rijnmond"], lang="en").to_mermaid()

    def test_theme_and_timeline_are_drawn(self, ask: Prompt, kb: icop.KnowledgeBase, tmp_path: Path) -> None:
        """`draw theme` takes any name of a theme, `draw timeline` a group; each writes its drawing."""
        theme, timeline = tmp_path / "theme.svg", tmp_path / "timeline.mmd"

        ask("draw", "theme", "MAP", str(theme), "--lang", "en")
        ask("draw", "timeline", str(timeline), "--group", "asielstatushouder")

        assert theme.read_text(encoding="utf-8") == icop.draw(kb.theme("MAP"), lang="en").to_svg()
        phases = kb.timeline(group="asielstatushouder")
        assert timeline.read_text(encoding="utf-8") == icop.draw(phases).to_mermaid()

    def test_the_keten(self, ask: Prompt, kb: icop.KnowledgeBase, tmp_path: Path) -> None:
        """`draw keten` writes the part of the keten that every filter given keeps."""
        whole, part = tmp_path / "keten.dot", tmp_path / "deel.dot"
        filters: dict[str, Any] = {
            "community": "rijnmond",
            "theme": "ontheffing-medisch",
            "municipality": "Rotterdam",
            "phase": "verlenging-ontheffing",
        }

        ask("draw", "keten", str(whole), "--lang", "en")
        ask("draw", "keten", str(part), *(word for name, value in filters.items() for word in (f"--{name}", value)))

        assert whole.read_text(encoding="utf-8") == icop.draw(kb, lang="en").to_dot()
        assert part.read_text(encoding="utf-8") == icop.draw(kb, **filters).to_dot()
        assert part.stat().st_size < whole.stat().st_size

    @pytest.mark.parametrize(
        ("file", "words", "told"),
        [
            ("deel.svg", ("--community", "midden-limburg"), True),
            ("deel.mmd", ("--community", "midden-limburg"), False),
            ("deel.svg", ("--community", "midden-limburg", "--size", "poster"), False),
            ("deel.svg", ("--theme", "pip"), False),
        ],
    )
    def test_a_poster_that_was_not_asked_for_is_told(
        self,
        ask: Prompt,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        file: str,
        words: tuple[str, ...],
        told: bool,
    ) -> None:
        """What does not fit a slide becomes a poster, and a line says so and what would fit; else there is none."""
        if "pip" not in words:
            monkeypatch.setattr(_web, "fits_a_slide", lambda scene, lang: False)
        nl, en = (ask("draw", "keten", str(tmp_path / file), *words, "--lang", lang).out for lang in ("nl", "en"))

        saved, *more = nl.splitlines()
        assert saved == f"Opgeslagen: {tmp_path / file}"
        assert [line.split(";")[0][:58] for line in more] == [
            "Dit past niet leesbaar op een dia en is daarom een poster ",
        ] * told
        assert ("so it is a poster (A1). For a slide draw a smaller part with --phase" in en) is told

    @pytest.mark.parametrize(
        ("words", "filters"),
        [
            (("route", "map"), {"rung": 2}),
            (("community", "Rijnmond"), {"theme": "MAP"}),
            (("theme", "duale-trajecten"), {"community": "Midden-Limburg", "rung": 1}),
        ],
    )
    def test_a_part(
        self,
        ask: Prompt,
        kb: icop.KnowledgeBase,
        tmp_path: Path,
        words: tuple[str, str],
        filters: dict[str, Any],
    ) -> None:
        """The filters of `draw` are options of its commands."""
        what, name = words
        file = tmp_path / "deel.svg"
        options = [word for key, value in filters.items() for word in (f"--{key}", str(value))]

        answer = ask("draw", what, name, str(file), *options)

        found: dict[str, Callable[[str], Any]] = {
            "route": kb.escalate,
            "community": kb.community,
            "theme": kb.theme,
        }
        subject = found[what](name)
        assert answer.code == 0
        assert file.read_text(encoding="utf-8") == icop.draw(subject, **filters).to_svg()

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            (("route", "map", "x.svg", "--rung", "4"), "rung kan niet 4 zijn. Het moet zijn: 1, 2 of 3.\n"),
            (("community", "Rijnmond", "x.svg", "--theme", "mapp"), "Onbekend thema 'mapp'."),
            (("theme", "map", "x.svg", "--community", "rijnmon"), "Onbekende community 'rijnmon'."),
        ],
    )
    def test_filter_that_names_nothing_is_told(self, ask: Prompt, words: tuple[str, ...], line: str) -> None:
        """A rung, theme or community that does not exist is told in one line, exit 2."""
        answer = ask("draw", *words)

        assert (answer.code, answer.out) == (2, "")
        assert line in answer.err

    def test_what_cannot_be_written_is_told(self, ask: Prompt, tmp_path: Path) -> None:
        """A folder that does not exist is told in one line, exit 2, and nothing is written."""
        file = tmp_path / "nergens" / "x.svg"

        answer = ask("draw", "route", "map", str(file), "--lang", "en")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            f"Cannot write {str(file)!r}: No such file or directory. "
            "Give a path in a folder that exists and that you may write to.\n"
        )
        assert list(tmp_path.iterdir()) == []

    def test_a_partner(self, ask: Prompt, kb: icop.KnowledgeBase, tmp_path: Path) -> None:
        """`draw partner` writes a partner by any of its names with its neighbours, as far and on the paper asked."""
        file, poster = tmp_path / "duo.mmd", tmp_path / "ind.drawio"

        ask("draw", "partner", "DUO", str(file), "--steps", "2", "--phase", "pip", "--lang", "en")
        ask("draw", "partner", "IND", str(poster), "--size", "poster")

        duo = icop.draw(kb.partner("DUO"), steps=2, phase="pip", lang="en")
        assert file.read_text(encoding="utf-8") == duo.to_mermaid()
        assert poster.read_text(encoding="utf-8") == icop.draw(kb.partner("IND"), size="poster").to_drawio()
