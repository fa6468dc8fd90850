"""The picture of the whole keten: every role a box in a grid, and between the rows and columns room for lines."""

from __future__ import annotations

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.scenes._scene import Box, Group, Scene
from inburgering_cop.diagrams.scenes._wording import both, source, text
from inburgering_cop.model import LocalizedText, PartnerType
from inburgering_cop.text import normalise, shown

LANGUAGES = ("nl", "en")
COLUMNS = 5
BOX_WIDTH = 132.0
GUTTER = 12.0
LANE = 32.0
_MARGIN = 16.0
_PAD = 5.0
_BADGE = 12.0
_ROOM = BOX_WIDTH - 2 * _PAD
WIDTH = 2 * _MARGIN + COLUMNS * BOX_WIDTH + (COLUMNS - 1) * GUTTER
_BAND_GAP = 12.0
LEADING = 14.0
PLAIN = 12.0
HEADING = 12.5
_LEAST = 30.0
_PARTS = ("voorziening", "commissie", "adviseur", "organisatie", "servicepunt", "verzekeringen", "instituut")
GRID = {
    "columns": COLUMNS,
    "box": BOX_WIDTH,
    "gutter": GUTTER,
    "lane": LANE,
    "margin": _MARGIN,
    "band": _BAND_GAP,
    "leading": LEADING,
    "pad": _PAD,
    "least": _LEAST,
    "width": WIDTH,
}
_ORDER = (PartnerType.FUNCTION, PartnerType.KIND, PartnerType.ORGANISATION)


@attrs.frozen(kw_only=True)
class Cell:
    """A box of the picture, or the heading of a group, with its place.

    Attributes:
        of: The box or group it shows.
        rung: The rung of the band it stands in.
        row: Its row, counted from 0 over the whole picture.
        column: Its column, counted from 0.
        x: Its left side.
        y: Its top.
        height: Its height.
        lines: Its lines of text in Dutch and in English.
    """

    of: Box | Group
    rung: int
    row: int
    column: int
    x: float
    y: float
    height: float
    lines: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + BOX_WIDTH / 2


@attrs.frozen(kw_only=True)
class Band:
    """The strip of one rung: its number, its top and its height."""

    rung: int
    y: float
    height: float


@attrs.frozen(kw_only=True)
class Map:
    """The keten laid out.

    Attributes:
        scene: What is drawn.
        height: The height of the paper; it is `WIDTH` wide.
        bands: The strips of the rungs.
        cells: Headings and boxes, in reading order.
    """

    scene: Scene
    height: float
    bands: tuple[Band, ...]
    cells: tuple[Cell, ...]


def roles(kb: KnowledgeBase) -> tuple[str, ...]:
    """Ids of the chain roles: every function and kind of party, and the bodies that are their own role."""
    return tuple(key for key, partner in kb.partners.items() if not partner.fills or key in partner.fills)


def boxes_of(kb: KnowledgeBase, partner: str) -> tuple[str, ...]:
    """Ids of the boxes a partner stands in: its own, or those of the roles it fills."""
    found = kb.partners[partner]
    return (partner,) if not found.fills or partner in found.fills else found.fills


def _group(rung: int, kind: PartnerType) -> str:
    return f"rung-{rung}-{kind.value}"


def _heading(rung: int, kind: PartnerType) -> LocalizedText:
    return both(
        lambda lang: f"{phrases.text('word.rung', lang)} {rung}: {phrases.text(f'explorer.{kind.value}', lang)}"
    )


def scene_of(kb: KnowledgeBase) -> Scene:
    """The roles by rung and kind, by their Dutch names.

    Our choice: a role stands on the rung where it usually stands; in an answer it may stand on another.
    """
    boxes = []
    groups: dict[str, Group] = {}
    for key in sorted(
        roles(kb),
        key=lambda key: (
            kb.partners[key].rung,
            _ORDER.index(kb.partners[key].type),
            normalise(kb.partners[key].name.nl),
            key,
        ),
    ):
        partner = kb.partners[key]
        group = _group(partner.rung, partner.type)
        if group not in groups:
            groups[group] = Group(id=group, label=_heading(partner.rung, partner.type))
        boxes.append(Box(id=key, label=partner.name, shape=partner.type.value, group=group))
    return Scene(
        title=text("word.keten"),
        description=text("explorer.picture"),
        groups=tuple(groups.values()),
        boxes=tuple(boxes),
        arrows=(),
        legend=(),
        source=source(kb.as_of, kb.records.dataset.licence),
        in_rows=False,
    )


def _hyphened(name: str, ruler: Ruler) -> str:
    """`name` with a hyphen before the last part of a compound that is too wide for a line."""
    words = []
    for word in name.split():
        part = next((each for each in _PARTS if word.lower().endswith(each) and len(word) > len(each)), None)
        wide = ruler.width(word) > _ROOM
        words.append(f"{word[: -len(part)]}-{word[-len(part) :]}" if part and wide else word)
    return " ".join(words)


def _lines(label: LocalizedText, ruler: Ruler) -> tuple[tuple[str, ...], tuple[str, ...]]:
    nl, en = (_broken(shown(label.get(lang)), ruler) for lang in LANGUAGES)
    return nl, en


def _broken(name: str, ruler: Ruler) -> tuple[str, ...]:
    """`name` in lines; a hyphen before a bracket ends none."""
    lines = ruler.lines(_hyphened(name, ruler).replace("-)", "\u2011)"), within=_ROOM)
    return tuple(line.replace("\u2011", "-") for line in lines)


def _height(lines: tuple[tuple[str, ...], tuple[str, ...]]) -> float:
    return max(_LEAST, max(len(each) for each in lines) * LEADING + 2 * _PAD)


def lay_out(scene: Scene) -> Map:
    """`scene` in a grid, the same for both languages: groups from top to bottom, each with its heading in front."""
    plain, bold = Ruler(size=PLAIN, bold=True), Ruler(size=HEADING, bold=True)
    cells: list[Cell] = []
    bands: list[Band] = []
    y, row = _MARGIN, 0
    rung = 0
    for group in scene.groups:
        above, rung = rung, int(group.id.split("-")[1])
        if rung != above:
            y += _BAND_GAP if above else 0
            bands.append(Band(rung=rung, y=y - GUTTER / 2, height=0))
        things: list[Box | Group] = [group, *scene.within(group.id)]
        for start in range(0, len(things), COLUMNS):
            line = things[start : start + COLUMNS]
            texts = [_lines(each.label, bold if isinstance(each, Group) else plain) for each in line]
            height = max(_height(each) for each in texts)
            cells += [
                Cell(
                    of=thing,
                    rung=rung,
                    row=row,
                    column=column,
                    x=_MARGIN + column * (BOX_WIDTH + GUTTER),
                    y=y,
                    height=height,
                    lines=words,
                )
                for column, (thing, words) in enumerate(zip(line, texts, strict=True))
            ]
            y += height + GUTTER
            row += 1
        bands[-1] = attrs.evolve(bands[-1], height=y - GUTTER / 2 - bands[-1].y)
    return Map(scene=scene, height=y, bands=tuple(bands), cells=tuple(cells))
