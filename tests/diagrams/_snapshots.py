"""The snapshots of the small knowledge base; `python -m tests.diagrams._snapshots` rewrites them."""

from __future__ import annotations

from pathlib import Path

import inburgering_cop as icop
from tests.diagrams import _samples

FOLDER = Path(__file__).parent / "snapshots"
SUFFIXES = {"mmd": "to_mermaid", "dot": "to_dot", "svg": "to_svg", "drawio": "to_drawio"}


def drawings() -> dict[str, icop.Drawing]:
    """The drawings kept, by name: a route and a community in Dutch, the keten in English."""
    return {
        "route": icop.draw(_samples.route()),
        "community": icop.draw(_samples.community(), kb=_samples.small()),
        "keten": icop.draw(_samples.small(), lang="en"),
    }


def names() -> list[str]:
    """The names of the drawings kept."""
    return list(drawings())


def written(name: str, suffix: str) -> str:
    """What the writer for `suffix` makes of the drawing called `name`."""
    text: str = getattr(drawings()[name], SUFFIXES[suffix])()
    return text


def hold(name: str, suffix: str) -> None:
    """Asserts that the drawing is what it was when its snapshot was written, byte for byte."""
    path = FOLDER / f"{name}.{suffix}"
    kept = path.read_bytes() if path.exists() else b""

    assert written(name, suffix).encode() == kept, (
        f"{path.name} is no longer what is drawn. Look at the picture; if it is right, run "
        "`python -m tests.diagrams._snapshots` in the project's root and keep the new file."
    )


def rewrite() -> None:
    """Writes every snapshot anew."""
    FOLDER.mkdir(exist_ok=True)
    for suffix in SUFFIXES:
        for name in names():
            (FOLDER / f"{name}.{suffix}").write_bytes(written(name, suffix).encode())


if __name__ == "__main__":
    rewrite()
