"""A picture as PNG: its SVG, rendered by resvg with the bundled font alone, so that every machine makes the same."""

from __future__ import annotations

from contextlib import ExitStack
from importlib.resources import as_file, files

from inburgering_cop import phrases

_FAMILY = "Liberation Sans"
_FONTS = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
_ZOOM = 2.0


def write(svg: str) -> bytes:
    """`svg` as a PNG of twice its size, in pixels.

    Raises:
        MissingExtraError: resvg-py is not installed.
    """
    try:
        import resvg_py
    except ImportError:
        raise phrases.missing_extra("png", package="resvg-py") from None
    folder = files("inburgering_cop") / "diagrams" / "fonts"
    with ExitStack() as open_files:
        fonts = [str(open_files.enter_context(as_file(folder / name))) for name in _FONTS]
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=_ZOOM,
            skip_system_fonts=True,
            font_files=fonts,
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
        )
