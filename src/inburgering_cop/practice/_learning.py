"""What a community can learn from others: kin themes, and the tips, products and next steps on its own themes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.model import (
    Citation,
    Community,
    LocalizedText,
    Meeting,
    Product,
    Statement,
    Theme,
    ThemeStanding,
    Tip,
)
from inburgering_cop.practice import _saying
from inburgering_cop.practice._seats import community_of

_REVIEWED = {True: "learn.reviewed", False: "learn.not-reviewed", None: "learn.not-said"}
_HERE = (ThemeStanding.WAITING, ThemeStanding.DEEPENED)
_THERE = (ThemeStanding.DEEPENED, ThemeStanding.WAITING, None)


class LessonKind(StrEnum):
    """What can be taken over: a tip, a product, or a next step to follow."""

    TIP = "tip"
    PRODUCT = "product"
    NEXT_STEP = "next-step"


@attrs.frozen(kw_only=True, repr=False)
class KinCommunity:
    """Another community with themes that are kin to those of the one asked about.

    Attributes:
        community: The other community.
        shared: The themes both have.
        same_cluster: Its other themes that fall under the same group as one of ours.
    """

    community: Community
    shared: tuple[Theme, ...]
    same_cluster: tuple[Theme, ...]

    def __repr__(self) -> str:
        return f"<KinCommunity {self.community.id!r}: {len(self.shared)} shared>"


@attrs.frozen(kw_only=True, repr=False)
class Lesson:
    """Something of another community or meeting that is worth taking over.

    Attributes:
        kind: tip, product or next-step.
        record: The Tip, the Product or the Statement of the next step.
        origin: The community or meeting it came out of.
        themes: The themes of ours it is about.
        why: Why it is worth taking over here.
    """

    kind: LessonKind
    record: Tip | Product | Statement
    origin: Community | Meeting
    themes: tuple[Theme, ...]
    why: LocalizedText

    def __repr__(self) -> str:
        return f"<Lesson {self.record.id!r} of {self.origin.id!r}>"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is said."""
        return self.record.citations


@attrs.frozen(kw_only=True, repr=False)
class Lessons:
    """What one community can learn from the others.

    Attributes:
        community: The community.
        kin: The communities with kin themes, those that share most themes first.
        lessons: What is worth taking over; per kind what is on a waiting theme first.
        as_of: The day until which the data were checked.
    """

    community: Community
    kin: tuple[KinCommunity, ...]
    lessons: tuple[Lesson, ...]
    as_of: datetime.date

    def __repr__(self) -> str:
        return f"<Lessons for {self.community.id!r}: {len(self.lessons)}>"

    def describe(self, *, lang: str = "nl") -> str:
        """The answer as Markdown, in `nl` or `en`.

        Our choice: the form.

        Raises:
            InvalidValueError: The language is another.
        """
        phrases.checked_language(lang)
        sections = [(phrases.text("learn.kin", lang), [_kin_told(each, lang) for each in self.kin])]
        for kind in LessonKind:
            told = [_lesson_told(each, lang) for each in self.lessons if each.kind is kind]
            sections.append((phrases.text(f"learn.{kind.value}", lang), told))
        title = phrases.text("learn.title", lang).format(community=self.community.name.get(lang))
        lines = [] if self.lessons else [phrases.text("learn.nothing", lang)]
        return _saying.page(title, lines, sections, as_of=self.as_of, lang=lang)

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The answer as plain JSON values (format 1); only its texts follow `lang`.

        Our choice: the form.
        """
        return _saying.head(self.as_of, lang) | {
            "community": self.community.id,
            "kin": [
                {
                    "community": each.community.id,
                    "shared": [theme.id for theme in each.shared],
                    "same_cluster": [theme.id for theme in each.same_cluster],
                }
                for each in self.kin
            ],
            "lessons": [_lesson(each, lang) for each in self.lessons],
        }


def _named(themes: tuple[Theme, ...], lang: str) -> str:
    return ", ".join(theme.label.get(lang) for theme in themes)


def _kin_told(each: KinCommunity, lang: str) -> str:
    told = []
    if each.shared:
        told.append(phrases.text("learn.shared", lang).format(themes=_named(each.shared, lang)))
    if each.same_cluster:
        told.append(phrases.text("learn.same-cluster", lang).format(themes=_named(each.same_cluster, lang)))
    return f"- **{each.community.name.get(lang)}**: {'; '.join(told)}"


def _headline(record: Tip | Product | Statement, lang: str) -> str:
    """What a record says; a product by its name too."""
    said = record.text.get(lang)
    return f"**{record.name.get(lang)}**. {said}" if isinstance(record, Product) else said


def _lesson_told(each: Lesson, lang: str) -> str:
    mark = _saying.mark(each.record, lang) if isinstance(each.record, Tip) else ""
    said = f"- {_headline(each.record, lang)}{mark} ({each.origin.name.get(lang)})"
    why = f"{phrases.text('learn.why', lang)}: {each.why.get(lang)}"
    return f"{said}  \n  {why} {_saying.sourced(each.citations)}"


def _lesson(each: Lesson, lang: str) -> dict[str, Any]:
    record = each.record
    return {
        "kind": each.kind,
        "id": record.id,
        "origin": each.origin.id,
        "text": record.text.get(lang),
        "themes": [theme.id for theme in each.themes],
        "why": each.why.get(lang),
        "reviewed": record.reviewed if isinstance(record, Product) else None,
        "url": None if isinstance(record, Tip) else record.url,
        "citations": _saying.cited(each.citations),
        "verified": record.verified if isinstance(record, Tip) else None,
    }


def _found(
    kb: KnowledgeBase, own: Community
) -> Iterator[tuple[LessonKind, Tip | Product | Statement, Community | Meeting]]:
    """Every tip, product and next step of another community or of a meeting."""
    for tip in kb.tips.values():
        if tip.community != own.id:
            yield LessonKind.TIP, tip, kb.communities[tip.community] if tip.community else kb.meetings[str(tip.meeting)]
    for each in kb.communities.values():
        if each.id != own.id:
            yield from ((LessonKind.PRODUCT, product, each) for product in each.products)
            yield from ((LessonKind.NEXT_STEP, step, each) for step in each.next_steps)


def _standings(community: Community | Meeting) -> dict[str, ThemeStanding]:
    """How the community has each theme; waiting counts only where it was never taken up. A meeting has none."""
    found: dict[str, ThemeStanding] = {}
    for each in getattr(community, "themes", ()):
        if found.get(each.theme) is not ThemeStanding.DEEPENED:
            found[each.theme] = each.standing
    return found


def _why(theme: Theme, here: ThemeStanding, there: ThemeStanding | None) -> LocalizedText:
    nl, en = (phrases.label("theme-standing", here, lang) for lang in phrases.LANGUAGES)
    ours = LocalizedText(nl=nl, en=en)
    if there is None:
        return _saying.both("learn.here", theme=theme.label, here=ours)
    nl, en = (phrases.label("theme-standing", there, lang) for lang in phrases.LANGUAGES)
    return _saying.both("learn.both", theme=theme.label, here=ours, there=LocalizedText(nl=nl, en=en))


def _lessons(kb: KnowledgeBase, own: Community) -> tuple[Lesson, ...]:
    here = _standings(own)
    ranked: list[tuple[tuple[object, ...], Lesson]] = []
    for kind, record, origin in _found(kb, own):
        there = _standings(origin)
        themes = tuple(kb.themes[theme] for theme in here if theme in record.themes)
        if not themes:
            continue
        places = [(_HERE.index(here[each.id]), _THERE.index(there.get(each.id))) for each in themes]
        whys = [_why(each, here[each.id], there.get(each.id)) for each in themes]
        reasons = [_saying.both("learn.about", themes=_saying.joined(whys))]
        if isinstance(record, Product):
            nl, en = phrases.TEXTS[_REVIEWED[record.reviewed]]
            reasons.append(LocalizedText(nl=nl, en=en))
        lesson = Lesson(kind=kind, record=record, origin=origin, themes=themes, why=_saying.joined(reasons, by=" "))
        ranked.append(((list(LessonKind).index(kind), min(places), origin.id, record.id), lesson))
    return tuple(lesson for _, lesson in sorted(ranked, key=lambda each: each[0]))


def _kin(kb: KnowledgeBase, own: Community) -> tuple[KinCommunity, ...]:
    ours = dict.fromkeys(each.theme for each in own.themes)
    clusters = {kb.themes[each].broader for each in ours} - {None}
    found = []
    for other in kb.communities.values():
        theirs = [kb.themes[each] for each in dict.fromkeys(each.theme for each in other.themes)]
        shared = tuple(each for each in theirs if each.id in ours)
        near = tuple(each for each in theirs if each.id not in ours and each.broader in clusters)
        if other.id != own.id and (shared or near):
            found.append(KinCommunity(community=other, shared=shared, same_cluster=near))
    return tuple(sorted(found, key=lambda each: (-len(each.shared), -len(each.same_cluster), each.community.id)))


def learn_from(community: str | Community, *, kb: KnowledgeBase | None = None) -> Lessons:
    """What a community can take over from others: who has kin themes, and their tips, products and next steps.

    Source: cop-achterhoek, vraag 3, tip 3 (find someone who takes part in a CoP and bring the solutions back to your
    own region) and tip 2 (follow what the CoP's bring); what is offered are records with citations of their own. Our
    choice: themes are kin when both communities have them, or when they fall under the same group of themes; a tip,
    product or next step is worth taking over when it is about a theme the community has; first what is on a theme that
    waits here and was deepened there, then by the ids of where it comes from.

    Args:
        community: The community that wants to learn, by any of its names.
        kb: What is known; by default the bundled knowledge.

    Returns:
        The communities with kin themes, and what is worth taking over, each with the reason.

    Raises:
        UnknownCommunityError: There is no such community.
        AmbiguousNameError: The name can be more than one.

    >>> found = learn_from("Midden-Limburg")
    >>> [each.community.id for each in found.kin][:2]
    ['netwerk-rivierenland', 'hart-van-brabant']
    >>> found.lessons[0].origin, found.lessons[0].themes[-1]
    (<Community 'amsterdam'>, <Theme 'warme-overdracht'>)
    >>> print(found.lessons[2].why.get("en"))
    Is about Warm handover from COA to gemeente (here: waiting; there: deepened).
    """
    kb = load() if kb is None else kb
    own = community_of(kb, community)
    return Lessons(community=own, kin=_kin(kb, own), lessons=_lessons(kb, own), as_of=kb.as_of)
