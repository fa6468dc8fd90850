"""Which products of the communities were tested by inburgeraars, and which not."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.model import Community, Partner, Product, Relation, RelationKind
from inburgering_cop.practice import _saying
from inburgering_cop.practice._seats import at_table, community_of, seats

_GROUPS = ((True, "products.tested"), (False, "products.untested"), (None, "products.unsaid"))
_PANEL = "expertgroep"


@attrs.frozen(kw_only=True, repr=False)
class ReviewedProduct:
    """One product of one community, and whether inburgeraars tested it.

    Attributes:
        community: The community.
        product: The product; its `reviewed` is None when the page does not say whether it was tested.
        reviewers: The panels of (former) inburgeraars at this community's table that test products, by id; empty when
            none is named.
        reviews: The records that say so.
    """

    community: Community
    product: Product
    reviewers: tuple[Partner, ...]
    reviews: tuple[Relation, ...]

    def __repr__(self) -> str:
        return f"<ReviewedProduct {self.product.id!r} of {self.community.id!r}: {self.product.reviewed}>"


@attrs.frozen(kw_only=True, repr=False)
class ReviewedProducts:
    """The products of the communities, parted by whether inburgeraars tested them.

    Attributes:
        tested: Those that inburgeraars tested.
        untested: Those of which the page says that they did not.
        unsaid: Those of which the page does not say.
        as_of: The day until which the data were checked.
    """

    tested: tuple[ReviewedProduct, ...]
    untested: tuple[ReviewedProduct, ...]
    unsaid: tuple[ReviewedProduct, ...]
    as_of: datetime.date

    def __repr__(self) -> str:
        return f"<ReviewedProducts: {len(self.tested)} tested, {len(self.unsaid)} not said>"

    @property
    def _groups(self) -> tuple[tuple[str, tuple[ReviewedProduct, ...]], ...]:
        groups = {True: self.tested, False: self.untested, None: self.unsaid}
        return tuple((key, groups[reviewed]) for reviewed, key in _GROUPS)

    def describe(self, *, lang: str = "nl") -> str:
        """The answer as Markdown, in `nl` or `en`.

        Our choice: the form.

        Raises:
            InvalidValueError: The language is another.
        """
        phrases.checked_language(lang)
        nothing = [phrases.text("bridges.none", lang)]
        sections = [
            (phrases.text(key, lang), [_told(each, lang) for each in group] or nothing) for key, group in self._groups
        ]
        return _saying.page(phrases.text("products.title", lang), [], sections, as_of=self.as_of, lang=lang)

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The answer as plain JSON values (format 1); only its texts follow `lang`.

        Our choice: the form.
        """
        return _saying.head(self.as_of, lang) | {
            "products": [_product(each, lang) for _, group in self._groups for each in group]
        }


def _told(each: ReviewedProduct, lang: str) -> str:
    product = each.product
    date = f", {phrases.day(product.date, lang)}" if product.date else ""
    link = f" {product.url}" if product.url else ""
    name = f"**{product.name.get(lang)}** ({each.community.name.get(lang)}{date})"
    line = f"- {name}: {product.text.get(lang)}{link} {_saying.sourced(product.citations)}"
    if not each.reviewers:
        return line
    names = ", ".join(panel.name.get(lang) for panel in each.reviewers)
    cited = tuple(dict.fromkeys(citation for one in each.reviews for citation in one.citations))
    key = "products.panel-unsaid" if product.reviewed is None else "products.panel"
    panel = phrases.text(key, lang).format(reviewers=names)
    return f"{line}  \n  {panel} {_saying.sourced(cited)}"


def _product(each: ReviewedProduct, lang: str) -> dict[str, Any]:
    return {
        "community": each.community.id,
        "product": each.product.id,
        "name": each.product.name.get(lang),
        "reviewed": each.product.reviewed,
        "reviewers": [panel.id for panel in each.reviewers],
        "date": each.product.date,
        "themes": list(each.product.themes),
        "url": each.product.url,
        "citations": _saying.cited(each.product.citations),
    }


def _reviews(kb: KnowledgeBase, community: Community) -> tuple[Relation, ...]:
    """The relations by which a panel of (former) inburgeraars at the table of `community` tests what is made."""
    there = {seat.partner.id for seat in at_table(seats(kb, community)).values()}
    return tuple(
        each
        for each in kb.relations.values()
        if each.kind is RelationKind.REVIEWS and each.sender in there and _PANEL in kb.partners[each.sender].roles
    )


def reviewed_products(*, community: str | Community | None = None, kb: KnowledgeBase | None = None) -> ReviewedProducts:
    """The products of the communities: which were tested by inburgeraars, which not, and of which nothing is said.

    Source: cop-rijnmond, vraag 1: products that come out of that CoP are tested by its Expertgroep of (former)
    inburgeraars. Whether one product was tested is told only where its own page says so. Our choice: a panel is a
    partner at the table that fills the role `expertgroep` and by a relation tests what is made; that it sits there is
    told beside a product, and is no proof that it tested this one.

    Args:
        community: Only those of this community, by any of its names; by default those of all.
        kb: What is known; by default the bundled knowledge.

    Returns:
        The products in three groups, by ids of community and product; a group that nothing is in is empty.

    Raises:
        UnknownCommunityError: There is no such community.
        AmbiguousNameError: The name can be more than one.

    >>> found = reviewed_products()
    >>> [each.product.id for each in found.tested]
    ['praatplaat']
    >>> [each.reviewers for each in found.unsaid if each.product.id == "infographic-ontheffing"]
    [(<Partner 'expertgroep-rijnmond'>,)]
    """
    kb = load() if kb is None else kb
    tables = list(kb.communities.values()) if community is None else [community_of(kb, community)]
    every = []
    for table in tables:
        reviews = _reviews(kb, table)
        panels = tuple(kb.partners[each] for each in sorted({one.sender for one in reviews}))
        every += [
            ReviewedProduct(community=table, product=product, reviewers=panels, reviews=reviews)
            for product in sorted(table.products, key=lambda each: each.id)
        ]
    tested, untested, unsaid = (
        tuple(each for each in every if each.product.reviewed is reviewed) for reviewed, _ in _GROUPS
    )
    return ReviewedProducts(tested=tested, untested=untested, unsaid=unsaid, as_of=kb.as_of)
