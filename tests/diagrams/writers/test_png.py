"""PNG: what the SVG shows, in pixels, with the bundled font alone."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

import inburgering_cop as icop
from inburgering_cop.diagrams.writers import png
from tests.diagrams import _samples
from tests.diagrams._reading import picture

_EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40">{}</svg>'
_TEXT = (
    '<rect width="200" height="40" fill="#FFFFFF"/>'
    '<text x="10" y="28" font-size="20" font-family="Arial, \'Liberation Sans\', sans-serif" {}>DUO</text>'
)


def _image(written: bytes) -> Image.Image:
    return Image.open(io.BytesIO(written)).convert("L")


def _ink(image: Image.Image) -> int:
    """How many pixels are dark."""
    return sum(image.histogram()[:128])


class TestPng:
    """`to_png`."""

    def test_it_has_twice_the_pixels_of_the_svg(self) -> None:
        """A drawing of 1280 wide becomes 2560 pixels wide, so that it stays sharp on a slide."""
        drawing = icop.draw(_samples.route())

        image = _image(drawing.to_png())

        assert image.size[0] == 2560
        assert f'height="{image.size[1] // 2}"' in drawing.to_svg().splitlines()[0]

    def test_labels_are_seen(self) -> None:
        """Text leaves dark pixels, bold more of them: no font of the machine is needed for it."""
        without, plain, bold = (
            _ink(_image(png.write(_EMPTY.format(inside))))
            for inside in (
                '<rect width="200" height="40" fill="#FFFFFF"/>',
                _TEXT.format(""),
                _TEXT.format('font-weight="bold"'),
            )
        )

        assert without == 0
        assert 200 < plain < bold

    def test_every_line_of_a_drawing_is_seen(self) -> None:
        """Where the SVG has a line of text the PNG has dark pixels."""
        drawing = icop.draw(_samples.route())
        image = _image(drawing.to_png())

        for line in picture(drawing.to_svg()).lines:
            area = image.crop(
                (int(2 * line.left), int(2 * line.top), int(2 * line.right) + 1, int(2 * line.bottom) + 1)
            )
            assert _ink(area) > 10, line.text

    def test_same_drawing_same_bytes(self) -> None:
        """Written twice, it is the same file."""
        drawing = icop.draw(_samples.community(), kb=_samples.small())

        assert drawing.to_png() == drawing.to_png()

    def test_without_the_extra_it_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A machine without resvg gets one line with the command."""
        monkeypatch.setitem(sys.modules, "resvg_py", None)

        with pytest.raises(icop.MissingExtraError) as caught:
            icop.draw(_samples.route()).to_png()

        assert str(caught.value) == (
            "This needs resvg-py, which is not installed. Run: pip install 'inburgering-cop[png]'"
        )

    def test_every_line_of_a_web_is_seen(self) -> None:
        """Names on cards, words at lines, badges (light on dark) and legend: where text stands the pixels differ."""
        drawing = icop.draw(_samples.small())
        image = _image(drawing.to_png())

        for line in picture(drawing.to_svg()).lines:
            area = image.crop(
                (int(2 * line.left), int(2 * line.top), int(2 * line.right) + 1, int(2 * line.bottom) + 1)
            )
            shades = area.tobytes()
            assert max(shades) - min(shades) > 100, line.text

    def test_what_its_paper_does_not_hold_has_none(self) -> None:
        """What has no SVG has no PNG, and the error says what there is."""
        with pytest.raises(icop.CannotDrawError) as caught:
            icop.draw(icop.load(), size="slide").to_png()

        assert (caught.value.given, caught.value.allowed) == (".png", (".mmd", ".dot"))
