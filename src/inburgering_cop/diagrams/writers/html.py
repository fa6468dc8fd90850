"""A drawing as a web page: the picture, and the same as headings and lists."""

from __future__ import annotations

from collections.abc import Iterable

from inburgering_cop import phrases
from inburgering_cop.diagrams import _page
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.writers._escape import xml
from inburgering_cop.diagrams.writers._telling import Item, parts

_STYLE = """\
html { font: 100%/1.5 Arial, 'Liberation Sans', sans-serif; color: #1B1B1B; background: #FFFFFF; }
body { max-width: 80rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
.picture { overflow: auto; border: 1px solid #868686; }
.picture:focus-visible { outline: 3px solid #1B59A4; outline-offset: 2px; }
svg { display: block; width: 100%; min-width: 45rem; height: auto; }
h1, h2, h3 { line-height: 1.25; }
.quiet, footer { color: #595959; }
@media print {
  @page { size: A4; margin: 15mm; }
  svg { min-width: 0; }
  li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
"""


def _item(item: Item) -> str:
    names = " → ".join(f"<bdi>{xml(name)}</bdi>" for name in item.names)
    space = " " if item.said.startswith(" ") else ""
    return f"<li>{names}{space}{xml(item.said)}{''.join(_list(item.inside))}</li>"


def _list(items: Iterable[Item]) -> list[str]:
    written = [_item(item) for item in items]
    return ["<ul>", *written, "</ul>"] if written else []


def write(scene: Scene, svg: str, lang: str) -> str:
    """`scene` as one HTML page in `lang`, with `svg` as its picture."""
    title = xml(scene.title.get(lang))
    lines = [
        "<main>",
        f"<h1>{title}</h1>",
        f'<div class="picture" tabindex="0" role="region" aria-label="{title}">',
        svg.rstrip("\n"),
        "</div>",
        f"<h2>{xml(phrases.text('page.alternative', lang))}</h2>",
        f"<p>{xml(scene.description.get(lang))}</p>",
    ]
    for part in parts(scene, lang):
        lines += [f"<h3>{xml(part.heading)}</h3>"] if part.heading else []
        lines += [f'<p class="quiet">{xml(line)}</p>' for line in part.lines]
        lines += _list(part.items)
    lines += ["</main>", f"<footer><p>{xml(scene.source.get(lang))}</p></footer>"]
    return _page.page(lang=lang, title=scene.title.get(lang), style=_STYLE, body="\n".join(lines))
