"""A drawing as a web page: the picture and the same as headings and lists."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.writers import html
from tests.diagrams import _samples


class _Reader(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


class TestHtml:
    """`Drawing.to_html`."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_it_holds_the_picture_and_all_that_is_in_it(self, lang: str) -> None:
        """The SVG stands in it as it is, and every box, group, line of the legend and the source as text."""
        drawing = icop.draw(_samples.route(), lang=lang)

        page = drawing.to_html()

        scene = drawing.scene
        said = " ".join(" ".join(_Reader(page).texts).split())
        assert drawing.to_svg() in page
        assert f'<html lang="{lang}">' in page
        for text in (
            *(box.label for box in scene.boxes),
            *(detail for box in scene.boxes for detail in box.details),
            *(group.label for group in scene.groups),
            *(line for group in scene.groups for line in group.details),
            *scene.legend,
            scene.source,
            scene.description,
        ):
            assert text.get(lang) in said

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_it_says_what_the_text_says(self, kb: icop.KnowledgeBase, lang: str) -> None:
        """Every sentence of `describe` stands in it: what flows, of what kind, who stand in a box, the legend."""
        subjects = (kb.partners["duo"], kb.communities["rijnmond"], kb.escalate("map", municipality="Rotterdam"))
        for subject in subjects:
            drawing = icop.draw(subject, lang=lang)

            page = drawing.to_html()

            said = "".join("".join(_Reader(page).texts).split())
            for line in drawing.describe().splitlines():
                heading = line.removesuffix(":") if not line.lstrip().startswith("- ") else line
                told = "".join(heading.strip().removeprefix("- ").removeprefix("# ").split())
                pieces = [told] if told in said else "".join(line.split()).split(".")
                assert all(piece in said for piece in pieces), line

    def test_it_asks_nothing_and_runs_nothing(self, kb: icop.KnowledgeBase) -> None:
        """It has no script, no style attribute and nothing that is fetched."""
        page = icop.draw(kb.communities["rijnmond"]).to_html()

        read = _Reader(page)
        assert not {"script", "img", "iframe", "object"} & set(read.tags)
        assert not {"style", "src", "srcset", "onclick", "onload"} & read.attributes
        assert not re.findall(r"url\(|@import", page)

    @pytest.mark.parametrize("label", _samples.TRICKY)
    def test_tricky_labels_are_text(self, label: str) -> None:
        """A label known to break pictures is text wherever it stands: boxes, groups, arrows, legend, source."""
        page = html.write(_samples.scene(label, in_rows=True), "<svg></svg>", "nl")

        read = _Reader(page)
        assert "script" not in read.tags
        assert " ".join(read.texts).count(label) >= 12

    def test_bare_scene_has_no_empty_lists(self) -> None:
        """Where there are no boxes, arrows or legend there is no heading or list for them."""
        scene = icop.draw(_samples.community(), kb=_samples.small()).scene
        bare = attrs.evolve(scene, groups=(), boxes=(), arrows=(), legend=())

        page = html.write(bare, "<svg></svg>", "nl")

        assert "<ul>" not in page
        assert "<h3>" not in page

    def test_it_is_saved_by_its_suffix(self, tmp_path: Path) -> None:
        """`.html` writes the page."""
        drawing = icop.draw(_samples.route())

        saved = drawing.save(tmp_path / "route.html")

        assert saved.read_text(encoding="utf-8") == drawing.to_html()
