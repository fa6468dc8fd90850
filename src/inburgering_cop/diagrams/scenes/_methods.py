"""From what a community works with, a dossier or a rotation, to a scene."""

from __future__ import annotations

from itertools import pairwise

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.diagrams.scenes._wording import both, rung_heading, shapes, source, text
from inburgering_cop.model import LocalizedText
from inburgering_cop.practice import Act, Dossier, PlannedMeeting, Rotation, RungState, SeatKind


def _line(act: Act) -> LocalizedText:
    """When, what was done, and what was said."""

    def write(lang: str) -> str:
        return f"{phrases.day(act.date.isoformat(), lang)}, {act.kind.label(lang)}: {act.text or ''}"

    return both(write)


def _shape(partner: str, kb: KnowledgeBase) -> str:
    return kb.partners[partner].type.value


def _on_rung(state: RungState, kb: KnowledgeBase) -> list[Box]:
    """What the gemeente worked out, each in a box; and a box for each partner that was asked."""
    group = f"rung-{state.rung}"
    boxes = [
        Box(
            id=f"{state.rung}-found-{number}",
            label=kb.partners[act.by].name,
            details=(_line(act),),
            shape=_shape(act.by, kb),
            group=group,
            marked=True,
        )
        for number, act in enumerate(state.found)
    ]
    for partner in dict.fromkeys(act.to for act in state.asked if act.to):
        asked = [act for act in state.asked if act.to == partner]
        answered = [act for act in state.answered if act.by == partner]
        waits = partner in state.waiting
        boxes.append(
            Box(
                id=f"{state.rung}-{partner}",
                label=kb.partners[partner].name,
                details=tuple(_line(act) for act in sorted((*asked, *answered), key=lambda act: act.date)),
                shape=_shape(partner, kb),
                group=group,
                marked=not waits,
                dotted=text("dossier.waits") if waits else None,
            )
        )
    nothing = Box(id=f"{state.rung}-nothing", label=text("dossier.nothing"), shape="note", group=group)
    return boxes or [nothing]


def _done(state: RungState) -> LocalizedText:
    key = "dossier.done" if state.done else "dossier.not-done"
    heading = rung_heading(state.rung)
    return both(lambda lang: f"{heading.get(lang)} ({phrases.text(key, lang)})")


def of_dossier(dossier: Dossier, *, kb: KnowledgeBase) -> Scene:
    """The ladder with what is done: on each rung what was worked out, who was asked, who answered and who has not yet.

    Source: cop-rijnmond, question 3. Our choice: a slide shows as much of each text as it has room for, its text
    alternative all of it.
    """
    theme = kb.themes[dossier.theme].label
    groups = tuple(
        Group(id=f"rung-{state.rung}", label=_done(state), details=(text(f"guiding.{state.rung}"),), ink=state.rung - 1)
        for state in dossier.rungs
    )
    boxes = [Box(id="question", label=theme, shape="theme")]
    boxes += [box for state in dossier.rungs for box in _on_rung(state, kb)]
    keys = ["legend.answered"] if any(box.marked for box in boxes) else []
    keys += ["legend.waiting"] if any(box.dotted for box in boxes) else []
    return Scene(
        title=both(lambda lang: phrases.text("dossier.title", lang).format(theme=theme.get(lang))),
        description=both(
            lambda lang: (
                f"{dossier.question or theme.get(lang)} "
                f"({phrases.text('dossier.opened', lang).lower()}: {phrases.day(dossier.opened.isoformat(), lang)}; "
                f"{phrases.text('dossier.state', lang).lower()}: {dossier.state.label(lang)})"
            )
        ),
        groups=groups,
        boxes=tuple(boxes),
        arrows=tuple(
            Arrow(tail=tail, head=head) for tail, head in pairwise(("question", *(group.id for group in groups)))
        ),
        legend=(*shapes(boxes), *(text(key) for key in keys)),
        source=source(dossier.as_of, kb.records.dataset.licence),
        in_rows=True,
        smaller=("rung",),
    )


def _attending(meeting: PlannedMeeting, number: int, role: str) -> Box:
    """Who sits on the seats of one role at a meeting."""

    def write(lang: str) -> str:
        return ", ".join(seat.person or phrases.text("seat.open", lang) for seat in meeting.seats if seat.role == role)

    open_seat = any(seat.role == role and seat.how is SeatKind.OPEN for seat in meeting.seats)
    return Box(
        id=f"{number}-{role}",
        label=LocalizedText(nl=role, en=role),
        details=(both(write),),
        shape="function",
        group=f"meeting-{number}",
        dotted=text("seat.open") if open_seat else None,
    )


def _promise(rotation: Rotation) -> LocalizedText:
    """What the rotation promises, and for whom it does not hold by what was announced by hand."""
    left = rotation.calendar.meetings - len(rotation.announced)
    pairs = "; ".join(" - ".join(pair) for pair in rotation.uneven(planned=left))
    if not pairs:
        return text("rotation.promise")
    return both(
        lambda lang: (
            f"{phrases.text('rotation.promise', lang)} {phrases.text('rotation.uneven', lang).format(pairs=pairs)}"
        )
    )


def of_rotation(rotation: Rotation) -> Scene:
    """The calendar: each meeting with who attends, role by role; those announced first, then those planned.

    Source: cop-amsterdam, question 1. Our choice: a meeting is a row, and a role a box in it.
    """
    meetings = (*rotation.announced, *rotation.plan())
    groups = []
    boxes: list[Box] = []
    for number, meeting in enumerate(meetings, 1):
        key = "rotation.announced" if number <= len(rotation.announced) else "rotation.planned"
        day = meeting.date.isoformat()
        groups.append(
            Group(
                id=f"meeting-{number}",
                label=both(
                    lambda lang, day=day, key=key: f"{phrases.day(day, lang)} ({phrases.text(key, lang)})"  # type: ignore[misc]
                ),
                ink=4 if key == "rotation.announced" else 0,
            )
        )
        boxes += [_attending(meeting, number, role) for role in dict.fromkeys(seat.role for seat in meeting.seats)]
    title = both(lambda lang: phrases.text("rotation.title", lang) + (f": {rotation.name}" if rotation.name else ""))
    return Scene(
        title=title,
        description=_promise(rotation),
        groups=tuple(groups),
        boxes=tuple(boxes),
        arrows=(),
        legend=(text("legend.open-seat"),) if any(box.dotted for box in boxes) else (),
        source=source(None, None),
        in_rows=True,
        paper="roll",
    )
