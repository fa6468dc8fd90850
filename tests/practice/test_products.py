"""Which products inburgeraars tested."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.practice import reviewed_products
from tests.practice._small import CITED, community, loaded, records, seat, text


def _product(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": text(name), "text": text(f"Over {name}.")} | CITED | more


def _with_panel() -> dict[str, Any]:
    """Partners among which two panels, of which one tests products by a relation."""
    kind = {"id": "expertgroep", "type": "kind", "name": text("Expertgroep"), "rung": 2, **CITED}
    panels = [
        kind | {"id": each, "type": "organisation", "fills": ["expertgroep"], "name": text(each.capitalize())}
        for each in ("panel", "raad")
    ]
    tests = {"kind": "reviews", "flow": text("toets"), "flow_type": "information", **CITED}
    relations = [
        tests | {"id": "panel-toetst", "sender": "panel", "receiver": "gemeente"},
        tests | {"id": "raad-vertelt", "sender": "raad", "receiver": "gemeente", "kind": "informs"},
        tests | {"id": "duo-toetst", "sender": "duo", "receiver": "gemeente"},
    ]
    return {"partners": [*records("partners"), kind, *panels], "relations": relations}


class TestReviewedProducts:
    """`reviewed_products`."""

    def test_products_are_parted_by_what_the_page_says(self, tmp_path: Path) -> None:
        """Tested, not tested, and not said are three groups, each by ids of community and product."""
        rows = [
            _product("b", reviewed=True),
            _product("a", reviewed=True),
            _product("c", reviewed=False),
            _product("d"),
        ]
        kb = loaded(tmp_path, community("noord", products=rows), community("oost", products=[_product("a")]))

        found = reviewed_products(kb=kb)

        assert [each.product.id for each in found.tested] == ["a", "b"]
        assert [each.product.id for each in found.untested] == ["c"]
        assert [(each.community.id, each.product.id) for each in found.unsaid] == [("noord", "d"), ("oost", "a")]

    def test_panel_is_who_tests_by_a_relation_and_sits_there(self, tmp_path: Path) -> None:
        """A council that only tells, a panel that is still to be invited, and DUO that tests others are no panel."""
        kb = loaded(
            tmp_path,
            community("noord", products=[_product("a")], participations=[seat("panel"), seat("raad"), seat("duo")]),
            community("oost", products=[_product("b")], participations=[seat("panel", "planned")]),
            **_with_panel(),
        )

        found = reviewed_products(kb=kb)

        panels = {each.community.id: [one.id for one in each.reviewers] for each in found.unsaid}
        assert panels == {"noord": ["panel"], "oost": []}
        assert [one.id for one in found.unsaid[0].reviews] == ["panel-toetst"]

    def test_one_community(self, tmp_path: Path) -> None:
        """A community by any of its names narrows the answer to its products."""
        kb = loaded(tmp_path, community("noord", products=[_product("a")]), community("oost", products=[_product("b")]))

        assert [each.product.id for each in reviewed_products(community="Oost", kb=kb).unsaid] == ["b"]

    def test_unknown_community_says_what_is_near(self) -> None:
        """A name that does not exist is refused with what is near."""
        with pytest.raises(icop.UnknownCommunityError, match="rijnmond"):
            reviewed_products(community="rijnmont")

    def test_every_bundled_product_stands_in_one_group(self, kb: icop.KnowledgeBase) -> None:
        """No product is lost, and only Rijnmond's Expertgroep is told as a panel that tests."""
        found = reviewed_products()

        told = [each.product for group in (found.tested, found.untested, found.unsaid) for each in group]
        assert len(told) == sum(len(each.products) for each in kb.communities.values())
        panels = {panel.id for each in found.unsaid + found.tested for panel in each.reviewers}
        assert panels == {"expertgroep-rijnmond"}

    def test_answer_is_a_value(self) -> None:
        """The answer survives a pickle and shows in one line what it is."""
        found = reviewed_products()

        assert pickle.loads(pickle.dumps(found)) == found
        assert repr(found) == f"<ReviewedProducts: {len(found.tested)} tested, {len(found.unsaid)} not said>"
        assert repr(found.tested[0]) == "<ReviewedProduct 'praatplaat' of 'hart-van-brabant': True>"


class TestTold:
    """The answer as text and as JSON."""

    @pytest.fixture
    def kb(self, tmp_path: Path) -> icop.KnowledgeBase:
        """A table with a panel and two products, and one without."""
        rows = [
            _product("a", reviewed=True, url="https://example.org/a", date="2024-01"),
            _product("b", themes=["les"]),
        ]
        return loaded(
            tmp_path,
            community("noord", products=rows, participations=[seat("panel")]),
            community("oost", products=[_product("c")]),
            **_with_panel(),
        )

    def test_text(self, kb: icop.KnowledgeBase) -> None:
        """Each group has its products; where a panel sits it is told with its source."""
        panel = "  \n  Aan deze tafel zit een groep die producten toetst: Panel."

        assert reviewed_products(kb=kb).describe() == (
            "# Producten en wie ze toetste\n\n"
            "## Getoetst door inburgeraars\n\n"
            f"- **a** (Noord, januari 2024): Over a. https://example.org/a [page, question 1]{panel} "
            "[page, question 1]\n\n"
            "## Niet getoetst door inburgeraars\n\nGeen.\n\n"
            "## De pagina zegt niet of het is getoetst\n\n"
            f"- **b** (Noord): Over b. [page, question 1]{panel} Of zij dit product toetste, is niet gezegd. "
            "[page, question 1]\n"
            "- **c** (Oost): Over c. [page, question 1]\n\n"
            "Stand van de gegevens: 2 januari 2026.\n"
        )

    def test_json(self, kb: icop.KnowledgeBase) -> None:
        """The JSON holds each product with whether it was tested, and by which panel it can be."""
        plain = reviewed_products(kb=kb).to_dict(lang="en")

        assert [(each["product"], each["reviewed"], each["reviewers"]) for each in plain["products"]] == [
            ("a", True, ["panel"]),
            ("b", None, ["panel"]),
            ("c", None, []),
        ]
        assert plain["products"][1] == {
            "community": "noord",
            "product": "b",
            "name": "b (en)",
            "reviewed": None,
            "reviewers": ["panel"],
            "date": None,
            "themes": ["les"],
            "url": None,
            "citations": [{"source": "page", "place": "question 1"}],
        }
        json.dumps(plain)

    @pytest.mark.parametrize("way", ["describe", "to_dict"])
    def test_other_language_is_refused(self, kb: icop.KnowledgeBase, way: str) -> None:
        """Only nl and en are spoken."""
        with pytest.raises(icop.InvalidValueError, match="lang cannot be 'de'"):
            getattr(reviewed_products(kb=kb), way)(lang="de")
