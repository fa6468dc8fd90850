"""A notebook that shows drawings, by IPython's own formatters."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest
from IPython.core.formatters import DisplayFormatter

import inburgering_cop as icop
from tests.diagrams import _samples

_SVG, _MARKDOWN = "image/svg+xml", "text/markdown"
_PROGRAM = """
import json
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

shell = InteractiveShell(config=Config(HistoryManager={"enabled": False}))
shell.run_cell("%load_ext inburgering_cop")
shell.run_cell("import inburgering_cop as icop")
print(json.dumps([
    sorted(shell.display_formatter.format(shell.ev(code))[0])
    for code in ("icop.escalate('map')", "icop.load().communities['rijnmond']", "icop.load().partners['duo']")
]))
"""


@pytest.fixture
def shell() -> SimpleNamespace:
    """What the extension needs of a shell, with the formatters of IPython and the extension loaded."""
    made = SimpleNamespace(display_formatter=DisplayFormatter())
    icop.load_ipython_extension(made)
    return made


def _shown(shell: SimpleNamespace, thing: object) -> dict[str, str]:
    """What a notebook shows of `thing`, by MIME type."""
    data: dict[str, str] = shell.display_formatter.format(thing)[0]
    return data


class TestLoad:
    """`%load_ext inburgering_cop`."""

    def test_records_and_answers_show_their_drawing(self, shell: SimpleNamespace, kb: icop.KnowledgeBase) -> None:
        """A route, a community and a theme show the SVG of their drawing."""
        for subject in (kb.escalate("map"), kb.communities["rijnmond"], kb.themes["map"]):
            assert _shown(shell, subject)[_SVG] == icop.draw(subject).to_svg()

    def test_route_keeps_its_text_under_its_picture(self, shell: SimpleNamespace) -> None:
        """The Markdown of a route, which notebooks prefer to an SVG, holds the picture and then the text."""
        route = icop.escalate("map")

        picture, text = _shown(shell, route)[_MARKDOWN].split("\n\n", 1)

        name, data = picture.removesuffix(")").split("](data:image/svg+xml;base64,")
        assert name == "![Drietrapsraket: Module Arbeidsmarkt en Participatie (MAP)"
        assert base64.b64decode(data).decode() == icop.draw(route).to_svg()
        assert text == route._repr_markdown_()

    def test_what_has_no_drawing_shows_what_it_did(self, shell: SimpleNamespace, kb: icop.KnowledgeBase) -> None:
        """A partner has no drawing; a community whose partners the bundled knowledge lacks cannot be drawn here."""
        for thing in (kb.partners["duo"], _samples.community()):
            assert set(_shown(shell, thing)) == {"text/plain"}

    def test_knowledge_base_shows_what_it_can(self, shell: SimpleNamespace) -> None:
        """A knowledge base shows what `draw` has as SVG of it, and else its repr."""
        assert _shown(shell, _samples.small()).get(_SVG) == icop.draw(_samples.small())._repr_svg_()

    def test_route_without_a_picture_shows_its_text(
        self, shell: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A route that no slide holds shows its text as before."""
        route = icop.escalate("map")
        monkeypatch.setattr(icop.Drawing, "_repr_svg_", lambda _: None)

        shown = _shown(shell, route)

        assert shown[_MARKDOWN] == route._repr_markdown_()
        assert _SVG not in shown

    def test_title_holds_nothing_that_ends_the_name_of_the_picture(self, shell: SimpleNamespace) -> None:
        """Brackets in a theme of one's own are escaped in the name of the picture."""
        route = _samples.route()
        match = route.themes[0]
        label = attrs.evolve(match.theme.label, nl="a](b)[c<i>`")
        route = attrs.evolve(route, themes=(attrs.evolve(match, theme=attrs.evolve(match.theme, label=label)),))

        shown = _shown(shell, route)[_MARKDOWN]

        assert shown.startswith("![Drietrapsraket: a&#93;(b)&#91;c&#60;i>&#96;, Voorbeeldstad](data:")


class TestUnload:
    """`%unload_ext inburgering_cop`."""

    def test_everything_is_shown_as_before(self, shell: SimpleNamespace, kb: icop.KnowledgeBase) -> None:
        """After it a route shows its text alone, and a theme its repr; a second time changes nothing."""
        icop.unload_ipython_extension(shell)
        icop.unload_ipython_extension(shell)

        assert set(_shown(shell, kb.themes["map"])) == {"text/plain"}
        assert _shown(shell, kb.escalate("map"))[_MARKDOWN] == kb.escalate("map")._repr_markdown_()


class TestShell:
    """IPython itself."""

    def test_it_is_an_extension_of_ipython(self, tmp_path: Path) -> None:
        """`%load_ext` finds the extension, and what the shell then shows has a picture."""
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "IPYTHONDIR": str(tmp_path)},
        )

        assert json.loads(done.stdout.splitlines()[-1]) == [
            [_SVG, _MARKDOWN, "text/plain"],
            [_SVG, "text/plain"],
            ["text/plain"],
        ]

    def test_pictures_are_learned_of_only_then(self) -> None:
        """Importing the package does not import the room of the pictures, nor IPython."""
        program = "import sys, inburgering_cop; print([n for n in sys.modules if 'diagrams' in n or 'IPython' in n])"

        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

        assert done.stdout == "[]\n"
