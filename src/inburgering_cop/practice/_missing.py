"""Who is missing at a table: the roles that are responsible for its themes and do not sit there."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.model import Capacity, Community, Participation, Partner, Scope, Theme
from inburgering_cop.practice import _saying
from inburgering_cop.practice._seats import Duty, TableSeat, at_table, community_of, firmest, inside, seats, theme_of

_PREPARES = 1
_NEEDED = {
    Capacity.DECIDES: 0,
    Capacity.EXECUTES: 2,
    Capacity.ADVISES: 4,
    Capacity.INFORMS: 5,
    Capacity.PAYS: 6,
    Capacity.SUPERVISES: 7,
    Capacity.IS_INFORMED: 8,
}
_FRAMEWORK = 3


@attrs.frozen(kw_only=True, repr=False)
class MissingRole:
    """One chain role that is responsible for a community's themes and not named at its table.

    Attributes:
        role: The role.
        duties: What it is responsible for on those themes, what it prepares for its gemeente included; the one it is
            needed for most first.
        here: How it was at this table before, or is to come: as a guest or planned; None when the page names it not.
        elsewhere: The seats it has in other communities, the firmest first.
    """

    role: Partner
    duties: tuple[Duty, ...]
    here: Participation | None
    elsewhere: tuple[TableSeat, ...]

    def __repr__(self) -> str:
        return f"<MissingRole {self.role.id!r}>"

    @property
    def themes(self) -> tuple[str, ...]:
        """Ids of the themes it is needed for, in the order of its duties."""
        return tuple(dict.fromkeys(duty.theme.id for duty in self.duties))


@attrs.frozen(kw_only=True, repr=False)
class Missing:
    """Who is missing at the table of one community, for its themes or for one of them.

    Attributes:
        community: The community.
        themes: The themes asked about.
        roles: The roles not at its table, most needed first.
        not_told: Functions whose gemeente sits there while the page does not say whom it sends; in the same order.
        present: The responsible roles that do sit there, each with its seat, by id of the role.
        unanswered: Those of the themes on which the data name nobody; ask for what falls under them.
        as_of: The day until which the data were checked.
    """

    community: Community
    themes: tuple[Theme, ...]
    roles: tuple[MissingRole, ...]
    not_told: tuple[MissingRole, ...]
    present: tuple[TableSeat, ...]
    unanswered: tuple[Theme, ...]
    as_of: datetime.date

    def __repr__(self) -> str:
        return f"<Missing at {self.community.id!r}: {len(self.roles)} roles>"

    def describe(self, *, lang: str = "nl") -> str:
        """The answer as Markdown, in `nl` or `en`.

        Our choice: the form.

        Raises:
            InvalidValueError: The language is another.
        """
        phrases.checked_language(lang)
        name = self.community.name.get(lang)
        asked = ", ".join(theme.label.get(lang) for theme in self.themes)
        lines = [f"- {phrases.text('word.themes', lang)}: {asked}", "", phrases.text("missing.order", lang)]
        there = [f"- {seat.role.name.get(lang)} ({_saying.seat_told(seat, lang)})" for seat in self.present]
        nobody = [f"- {theme.label.get(lang)}" for theme in self.unanswered]
        sections = [
            (phrases.text("missing.roles", lang), _told(self.roles, lang) or [phrases.text("missing.none", lang)]),
            (phrases.text("missing.not-told", lang), _told(self.not_told, lang)),
            (phrases.text("missing.present", lang), there),
            (phrases.text("missing.unanswered", lang), nobody),
        ]
        title = phrases.text("missing.title", lang).format(community=name)
        return _saying.page(title, lines, sections, as_of=self.as_of, lang=lang)

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The answer as plain JSON values (format 1); only its texts follow `lang`.

        Our choice: the form.
        """
        return _saying.head(self.as_of, lang) | {
            "community": self.community.id,
            "themes": [theme.id for theme in self.themes],
            "missing": [_role(each, lang) for each in self.roles],
            "not_told": [_role(each, lang) for each in self.not_told],
            "present": [_saying.seat_as_dict(seat, lang) for seat in self.present],
            "unanswered": [theme.id for theme in self.unanswered],
        }


def _told(roles: tuple[MissingRole, ...], lang: str) -> list[str]:
    lines = []
    for number, each in enumerate(roles, 1):
        lines.append(f"{number}. **{each.role.name.get(lang)}**")
        lines += [f"    - {_saying.duty_told(duty, lang)}" for duty in each.duties]
        if each.here:
            standing = phrases.label("standing", each.here.standing, lang)
            here = phrases.text("missing.here", lang).format(standing=standing)
            lines.append(f"    - {here} {_saying.sourced(each.here.citations)}")
        told = "; ".join(_saying.seat_told(seat, lang) for seat in each.elsewhere)
        where = told or phrases.text("missing.nowhere", lang)
        lines.append(f"    - {phrases.text('missing.elsewhere', lang)}: {where}")
    return lines


def _role(each: MissingRole, lang: str) -> dict[str, Any]:
    return {
        "role": each.role.id,
        "name": each.role.name.get(lang),
        "themes": list(each.themes),
        "here": each.here.standing if each.here else None,
        "duties": [_saying.duty_as_dict(duty, lang) for duty in each.duties],
        "elsewhere": [_saying.seat_as_dict(seat, lang) for seat in each.elsewhere],
    }


def _rank(duty: Duty) -> int:
    """How much a role is needed by this duty: the lower the more."""
    if duty.prepares:
        return _PREPARES
    row = duty.responsibility
    return _FRAMEWORK if row.scope is Scope.FRAMEWORK else _NEEDED[row.capacity]


def _duties(kb: KnowledgeBase, themes: tuple[Theme, ...]) -> dict[str, tuple[Duty, ...]]:
    """What each role is responsible for on the themes, or prepares; what is told for the background aside."""
    found: dict[str, list[Duty]] = {}
    for theme in themes:
        for row in kb.records.responsibilities_on(theme.id):
            for role in (row.partner, *((row.via,) if row.via else ())):
                if not row.background:
                    duty = Duty(role=kb.partners[role], theme=theme, responsibility=row)
                    found.setdefault(role, []).append(duty)
    return {role: tuple(sorted(duties, key=_rank)) for role, duties in found.items()}


def _elsewhere(kb: KnowledgeBase, role: str, community: Community) -> tuple[TableSeat, ...]:
    others = (each for each in kb.communities.values() if each.id != community.id)
    return firmest(found[role] for each in others if role in (found := seats(kb, each)))


def who_is_missing(
    community: str | Community, *, theme: str | Theme | None = None, kb: KnowledgeBase | None = None
) -> Missing:
    """The roles that are responsible for a community's themes and are not named at its table, most needed first.

    Source: that everyone from the execution belongs at the table stands in cop-achterhoek, inleiding, and in
    cop-midden-limburg, vraag 1; that others come for a theme in cop-rijnmond, vraag 1. Who is responsible for what, and
    who sits where, are records with citations of their own. Our choice: a guest, and who is still to be invited, is not
    at the table; who comes for other themes only is not there for this one; the order: who decides the single case, who
    prepares such a decision, who executes, who decides the framework, who advises, informs, pays, supervises and is
    informed; then who is needed for more of the themes, then by id.

    Args:
        community: The community, by any of its names.
        theme: Only this theme, which need not be one it has; by default every theme it deepened or has waiting.
        kb: What is known; by default the bundled knowledge.

    Returns:
        The missing roles with what they are needed for and where they sit elsewhere, and who is there.

    Raises:
        UnknownCommunityError: There is no such community.
        UnknownThemeError: There is no such theme.
        AmbiguousNameError: A name can be more than one.

    >>> found = who_is_missing("Midden-Limburg", theme="kinderopvang")
    >>> [each.role.id for each in found.roles][:3]
    ['dienst-toeslagen', 'consulent-werk-en-inkomen', 'kinderopvang']
    >>> found.roles[1].elsewhere[0]
    <TableSeat of 'consulent-werk-en-inkomen' in 'rijnmond', standing>
    """
    kb = load() if kb is None else kb
    table = community_of(kb, community)
    ids = dict.fromkeys(each.theme for each in table.themes) if theme is None else (theme_of(kb, theme).id,)
    themes = tuple(kb.themes[each] for each in ids)
    known = seats(kb, table, themes=tuple(ids))
    there = at_table(known)
    duties = _duties(kb, themes)
    silent = {
        kb.partners[seat.participation.partner].roles[0] for seat in there.values() if not seat.participation.sends
    }
    found = [
        MissingRole(
            role=kb.partners[role],
            duties=rows,
            here=known[role].participation if role in known else None,
            elsewhere=_elsewhere(kb, role, table),
        )
        for role, rows in duties.items()
        if role not in there
    ]
    found.sort(key=lambda each: (_rank(each.duties[0]), -len(each.themes), each.role.id))
    return Missing(
        community=table,
        themes=themes,
        roles=tuple(each for each in found if inside(kb, each.role.id) not in silent),
        not_told=tuple(each for each in found if inside(kb, each.role.id) in silent),
        present=tuple(there[role] for role in sorted(set(duties) & set(there))),
        unanswered=tuple(each for each in themes if not kb.records.responsibilities_on(each.id)),
        as_of=kb.as_of,
    )
