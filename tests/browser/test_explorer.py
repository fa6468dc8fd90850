"""The explorer in Chromium: choosing, the address, the picture, the card, the table, two languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.explorer._writing import asset
from tests.browser.conftest import Open
from tests.diagrams.explorer._decoding import Book, data_of, packed_in

_ROUTE = "#gemeente=GM0599&thema=ontheffing-medisch"
_OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('a.box:not(.out)')].map((box) => {
    const rect = box.querySelector('rect').getBoundingClientRect();
    return { id: box.getAttribute('href'), left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
  });
  const wrong = [];
  boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => {
    if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      wrong.push(`${one.id} on ${other.id}`);
  }));
  for (const text of document.querySelectorAll('a.box:not(.out) > text')) {
    if (getComputedStyle(text).display === 'none') continue;
    const inside = text.getBoundingClientRect();
    const rect = text.parentNode.querySelector('rect').getBoundingClientRect();
    if (inside.left < rect.left || inside.right > rect.right || inside.top < rect.top || inside.bottom > rect.bottom)
      wrong.push(`text out of ${text.textContent}`);
  }
  for (const way of document.querySelectorAll('.way.shown')) {
    const matrix = way.getScreenCTM();
    for (let at = 0; at <= way.getTotalLength(); at += 2) {
      const point = way.getPointAtLength(at).matrixTransform(matrix);
      for (const box of boxes) {
        const inside = point.x > box.left + 1.5 && point.x < box.right - 1.5
          && point.y > box.top + 1.5 && point.y < box.bottom - 1.5;
        if (inside) wrong.push(`${way.dataset.ends} through ${box.id}`);
      }
    }
  }
  return [...new Set(wrong)];
}"""
_LOOK_UP = """async (packed) => {
  const addEventListener = () => {};
  %s
  document.documentElement.classList.remove('reading');
  const data = await unpack(packed);
  const book = lookup(data);
  const flat = (each) => [each.partner, each.role, each.rung, each.capacity, each.scope ?? 0, each.aspect, each.why,
    each.articles.map(({ name, url, checked }) => [name, url, checked]), each.places.length, each.via ?? -1,
    each.general, each.seat ? [each.seat.partner, each.seat.standing] : 0, each.doubt, each.verified];
  return data.themes.map((_, theme) => data.groups.map((_, group) => {
    const found = book.answer(theme, group);
    return [found.community ?? -1, found.coverage ?? 0, found.nearest ?? -1, found.before, found.warnings,
      found.competent.map(flat), found.steps.map((step) => [step.referrals.map(flat), step.background.map(flat),
      step.tips.map((tip) => tip.id)])];
  })).map((rows) => rows.map((row) => JSON.stringify(row)));
}"""


def _choose(page: Any, field: str, typed: str) -> None:
    page.locator(f"#{field}").fill(typed)
    page.locator(f"#{field}").press("ArrowDown")
    page.locator(f"#{field}").press("Enter")


def _lit(page: Any) -> set[str]:
    hrefs = page.locator("a.box.lit").evaluate_all("boxes => boxes.map(box => box.getAttribute('href'))")
    return {href.split("partner=")[1].split("&")[0] for href in hrefs}


def _heading(page: Any) -> str:
    return str(page.locator("#answer-title").inner_text())


class TestLookUp:
    """The look-up of the page itself."""

    def test_script_and_decoder_read_the_same(self, explore: Open, written: Path) -> None:
        """What the script looks up is what the tests in Python hold against `escalate`: every theme, every group."""
        page = (written / "keten.html").read_text(encoding="utf-8")
        book = Book(data_of(page))
        shown = explore()

        found = shown.evaluate(_LOOK_UP % (asset("lookup.js") + asset("begin.js")), packed_in(page))

        read = [
            [_flat(book, theme, group) for group in range(len(book.data["groups"]))]
            for theme in range(len(book.data["themes"]))
        ]
        wrong = [
            (theme, group)
            for theme, rows in enumerate(read)
            for group, row in enumerate(rows)
            if row != json.loads(found[theme][group])
        ]
        assert wrong == []


def _flat(book: Book, theme: int, group: int) -> Any:
    numbers = {row[0]: number for number, row in enumerate(book.data["partners"])}
    communities = {row[0]: number for number, row in enumerate(book.data["communities"])}
    found = book.answer(theme, group, words=False)

    def flat(each: dict[str, Any]) -> list[Any]:
        return [
            numbers[each["partner"]],
            numbers[each["role"]],
            each["rung"],
            each["capacity"],
            each["scope"] or 0,
            each["aspect"],
            each["why"],
            [list(article) for article in each["articles"]],
            len(each["places"]),
            -1 if each["via"] is None else numbers[each["via"]],
            each["general"],
            [numbers[each["seat"][0]], each["seat"][1]] if each["seat"] else 0,
            each["doubt"],
            each["verified"],
        ]

    return [
        -1 if found["community"] is None else communities[found["community"]],
        found["coverage"] or 0,
        -1 if found["nearest"] is None else communities[found["nearest"]],
        found["before"],
        found["warnings"],
        [flat(each) for each in found["competent"]],
        [
            [
                [flat(each) for each in step["referrals"]],
                [flat(each) for each in step["background"]],
                [tip["id"] for tip in step["tips"]],
            ]
            for step in found["steps"]
        ],
    ]


class TestChoosing:
    """From a gemeente and a topic to an answer."""

    def test_main_path(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """Type a gemeente and a topic: three steps with who, why, articles, tips and warnings, as `escalate` says."""
        page = explore()
        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam")

        _choose(page, "gemeente", "rotterd")
        _choose(page, "thema", "medische onth")

        said = page.locator("#answer").inner_text()
        assert _heading(page) == "Medische ontheffing, Rotterdam"
        assert page.title() == "Medische ontheffing · Rotterdam · Bij wie kun je terecht?"
        assert page.locator(".step").count() == 3
        for step in route.steps:
            assert step.guiding_question.nl in said
            assert all(each.partner.name.nl in said and each.why.nl in said for each in step.referrals)
            assert all(tip.text.nl in said for tip in step.tips)
        assert all(warning.nl in said for warning in route.warnings)
        links = set(page.locator(".articles a").evaluate_all("links => links.map(link => link.href)"))
        assert {basis.url for each in route.referrals for basis in each.legal_basis} == links
        assert page.locator(".competent li").all_inner_texts()[0].startswith("Dienst Uitvoering Onderwijs (trede 3)")
        assert "niet nagetrokken" in said
        assert page.locator(".community a").get_attribute("href") == kb.sources["cop-rijnmond"].url

    def test_route_is_lit(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """Every role of the answer is lit with the number of its rung; who can settle it has the thick border."""
        page = explore(_ROUTE)
        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam")

        assert _lit(page) == {each.role for each in route.referrals}
        badge = page.locator("a.box[href*='partner=duo'] .badge text")
        assert badge.all_text_contents() == ["3"]
        assert page.locator("a.box.settles").count() == len({each.role for each in route.competent})
        label = page.locator("a.box[href*='partner=duo']").get_attribute("aria-label")
        assert label.startswith("Dienst Uitvoering Onderwijs, trede 3: beslist in het individuele geval")

    @pytest.mark.parametrize(
        ("typed", "code"),
        [
            ("Den Bosch", "GM0796"),
            ("0363", "GM0363"),
            ("gm0599", "GM0599"),
            ("súdwest fryslan", "GM1900"),
            ("'s-gravenhage", "GM0518"),
        ],
    )
    def test_any_name_of_a_gemeente_is_taken(
        self, explore: Open, kb: icop.KnowledgeBase, typed: str, code: str
    ) -> None:
        """Alias, code, other spelling: with Enter the gemeente the library finds is chosen."""
        page = explore("#thema=pip")

        page.locator("#gemeente").fill(typed)
        page.locator("#gemeente").press("Enter")

        assert f"gemeente={code}" in page.url
        assert kb.municipality(typed).code == code
        assert page.locator("#gemeente").input_value() == kb.municipalities[code].name

    def test_a_name_two_gemeenten_share_is_asked_back(self, explore: Open) -> None:
        """`Bergen` is asked back with both, and one click chooses."""
        page = explore("#thema=pip")

        page.locator("#gemeente").fill("Bergen")
        page.locator("#gemeente").press("Enter")

        assert page.locator("#wrong").inner_text().startswith("'Bergen' kan meer dan één zijn. Welke bedoel je?")
        assert page.locator("#wrong button").all_inner_texts() == ["Bergen (NH)", "Bergen (L)"]
        page.locator("#wrong button").first.click()
        assert _heading(page).endswith(", Bergen (NH)")
        assert not page.locator("#wrong").is_visible()

    def test_a_gemeente_of_the_past_leads_to_that_of_today(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """`Weesp` answers for Amsterdam and says since when; one that was split is asked back."""
        page = explore("#thema=pip")

        _choose(page, "gemeente", "weesp")
        said = page.locator(".warnings").inner_text()
        page.locator("#gemeente").fill("Haaren")
        page.locator("#gemeente").press("Enter")

        assert kb.escalate("pip", municipality="Weesp").warnings[0].nl in said
        assert page.locator("#wrong").inner_text().startswith("'Haaren' is opgesplitst.")
        assert page.locator("#wrong button").count() == 4

    def test_an_unknown_name_is_told_in_one_line(self, explore: Open) -> None:
        """A name no gemeente has is told; a long number is not repeated."""
        page = explore()

        page.locator("#gemeente").fill("Nergenshuizen")
        page.locator("#gemeente").press("Enter")
        first = page.locator("#wrong").inner_text()
        page.locator("#thema").fill("111222333")
        page.locator("#thema").press("Enter")

        assert first == "Geen gemeente heet 'Nergenshuizen'. Kies er een uit de lijst."
        assert page.locator("#wrong p").all_inner_texts() == [
            "Geen gemeente heet 'Nergenshuizen'. Kies er een uit de lijst.",
            "Geen onderwerp heet '…'. Typ één woord, zoals boete, of kies uit de lijst.",
        ]

    def test_a_topic_is_found_by_its_other_names(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """Another name of a topic brings it up, with that name beside it."""
        page = explore()
        theme = next(each for each in kb.themes.values() if each.other_names)

        page.locator("#thema").fill(theme.other_names[-1])

        options = page.locator("#thema-list [role=option]").all_inner_texts()
        assert any(option.startswith(theme.label.nl) and theme.other_names[-1] in option for option in options)

    def test_clearing_goes_back(self, explore: Open) -> None:
        """The cross empties a field: the answer is for any gemeente, then for no topic."""
        page = explore(_ROUTE)

        page.locator("#gemeente-clear").click()
        assert _heading(page) == "Medische ontheffing, voor elke gemeente"
        page.locator("#thema-clear").click()

        assert _heading(page) == "Antwoord"
        assert _lit(page) == set()

    def test_topics_of_many_communities_are_offered(self, explore: Open) -> None:
        """Before a topic is chosen, ten of them are one click away."""
        page = explore()

        first = page.locator(".often a").first
        name = first.inner_text()
        first.click()

        assert _heading(page) == f"{name}, voor elke gemeente"


class TestAddress:
    """The choice is in the address."""

    def test_a_bookmark_gives_the_same_page(self, explore: Open) -> None:
        """The address of a choice, opened anew, shows gemeente, topic, language, filter and card again."""
        page = explore()
        _choose(page, "gemeente", "utrecht")
        _choose(page, "thema", "pip")
        page.locator("[data-lang=en]").click()
        page.locator("#trede").select_option("3")
        page.locator("a.box:not(.out)").first.click()

        again = explore("#" + page.url.split("#")[1])

        for place in ("#answer", "#card-body", "#rows"):
            assert again.locator(place).inner_text() == page.locator(place).inner_text()
        assert again.evaluate("document.documentElement.lang") == "en"
        assert again.locator("#trede").input_value() == "3"

    def test_back_and_forward(self, explore: Open) -> None:
        """Back gives the choice before, forward the one after."""
        page = explore("#thema=pip")
        _choose(page, "thema", "boete")
        after = _heading(page)

        page.go_back()
        before = _heading(page)
        page.go_forward()

        assert before != after
        assert _heading(page) == after

    @pytest.mark.parametrize(
        ("address", "part"),
        [
            ("#gemeente=GM9999&thema=pip", "gemeente=GM9999"),
            ("#thema=onzin", "thema=onzin"),
            ("#lang=de&thema=pip", "lang=de"),
            ("#partner=<script>alert(1)</script>", "partner=<script>alert(1)</script>"),
            ("#zomaar", "zomaar"),
            ("#trede=4", "trede=4"),
            ("#gemeente=%E0%A4%A", "gemeente=\ufffd%A"),
        ],
    )
    def test_a_wrong_address_gives_one_clear_line(self, explore: Open, address: str, part: str) -> None:
        """What an address says that means nothing is named, and the rest of it is shown."""
        page = explore(address)

        line = page.locator("#wrong").inner_text()

        assert line == f"Dit adres klopt niet: '{part}' zegt hier niets."
        assert page.locator(".step").count() == (3 if "thema=pip" in address else 0)

    def test_names_do_in_an_address(self, explore: Open) -> None:
        """An address written by hand may name gemeente and topic."""
        page = explore("#gemeente=Den Haag&thema=PIP&lang=en")

        assert _heading(page).endswith(", 's-Gravenhage")


class TestPicture:
    """The picture, its card and its filters."""

    def test_every_role_is_a_box(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """All roles of the keten stand in it, with their names as text."""
        page = explore()

        roles = {role for partner in kb.partners.values() for role in partner.roles}
        assert page.locator("a.box").count() == len(roles)
        assert page.locator("#shown").inner_text() == f"{len(roles)} van {len(roles)} rollen"

    def test_a_box_opens_its_card(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """The card says what a partner is, what flows to and from whom, its topics, and who it is here."""
        page = explore(_ROUTE)

        page.locator("a.box[href*='partner=taalaanbieder']").click()

        partner = kb.partners["taalaanbieder"]
        page.locator("#card-body details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
        said = page.locator("#card-body").inner_text()
        flows = [each for each in kb.relations.values() if partner.id in (each.sender, each.receiver)]
        assert partner.description is not None
        assert partner.description.nl in said
        assert all(each.flow.nl in said for each in flows)
        assert all(
            each.name.nl in said
            for each in kb.partners_for(role="taalaanbieder", municipality="Rotterdam")
            if each.fills
        )
        ends = {each.sender for each in flows} | {each.receiver for each in flows}
        near = {role for end in ends for role in kb.partners[end].roles}
        assert page.locator("a.box.near").count() == len(near - {"taalaanbieder"})
        assert page.locator(".way.shown").count() == len(near - {"taalaanbieder"})

    def test_escape_closes_and_focus_returns(self, explore: Open) -> None:
        """Escape, the cross and the back button each close the card; focus is where it was."""
        page = explore(f"{_ROUTE}&route=0")
        box = page.locator("a.box[href*='partner=ind']")
        active = "document.activeElement.getAttribute('href') ?? document.activeElement.id"

        ways: list[Callable[[], Any]] = [
            lambda: page.keyboard.press("Escape"),
            lambda: page.locator("#card-close").click(),
            lambda: page.go_back(),
        ]
        for close in ways:
            box.click()
            assert page.evaluate(active) == "card-title"
            close()
            assert not page.locator("#card").is_visible()
            assert "partner=ind" in page.evaluate(active)

    def test_a_local_organisation_has_its_card_too(self, explore: Open) -> None:
        """A name in the steps opens the card of that organisation, with the box of its role marked."""
        page = explore(_ROUTE)

        page.locator(".step a.party", has_text="Albeda").first.click()

        assert page.locator("#card-title").inner_text() == "Albeda"
        assert "partner=taalaanbieder" in page.locator("a.box.open").get_attribute("href")

    def test_filters_keep_what_fits(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """Rung, kind and phase each leave only what fits, in the picture and in the table alike."""
        page = explore()
        for key, value in (("trede", "3"), ("soort", "organisation"), ("fase", kb.timeline()[0].id)):
            page.locator(f"#{key}").select_option(value)
            boxes = page.locator("a.box:not(.out)").evaluate_all(
                "all => all.map(box => box.getAttribute('href').split('partner=')[1].split('&')[0])"
            )
            rows = page.locator("#rows tr").evaluate_all("all => all.map(row => row.dataset.box)")

            assert boxes == rows
            assert 0 < len(rows) < 114
        assert all(kb.partners[each].type == "organisation" for each in rows)

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_nothing_overlaps(self, explore: Open, lang: str) -> None:
        """No box stands on another, no text leaves its box, no line runs through a box; whole and closed up."""
        page = explore(f"{_ROUTE}&lang={lang}")
        wrong = page.evaluate(_OVERLAPS)
        for partner in ("duo", "gemeente", "klantmanager", "coa", "ind", "inburgeraar", "szw"):
            for route in ("", "&route=0"):
                page.evaluate(f"location.hash = '{_ROUTE}&lang={lang}&partner={partner}{route}'")
                page.locator(f"a.box.open[href*='partner={partner}']").wait_for()
                page.wait_for_timeout(50)
                wrong += page.evaluate(_OVERLAPS)

        assert wrong == []

    def test_table_says_what_the_picture_shows(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """Every box is a row with a header, what it does in the answer, and with whom it exchanges."""
        page = explore(f"{_ROUTE}&route=0")

        row = page.locator("#rows tr[data-box=duo]")

        assert row.locator("th[scope=row]").inner_text() == "Dienst Uitvoering Onderwijs"
        cells = row.locator("td").all_inner_texts()
        assert cells[0] == "3"
        assert "beslist in het individuele geval (kan dit afdoen)" in cells[2]
        assert "Argonaut" in cells[3]
        assert page.locator("thead th[scope=col]").count() == 5
        assert page.locator("#rows tr").count() == page.locator("a.box").count()


class TestLanguage:
    """Dutch and English."""

    def test_the_switch_changes_everything(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """The switch turns page, answer, picture, table and title to English and back; the page says which it is."""
        page = explore(_ROUTE)
        places = ("header", "#answer", ".picture", ".table", "footer")
        dutch = [page.locator(place).inner_text() for place in places]

        page.locator("[data-lang=en]").click()

        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam")
        said = page.locator("body").inner_text()
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.title() == "Medical exemption · Rotterdam · Who can you turn to?"
        assert all(each.why.get("en") in said for each in route.referrals)
        assert page.locator("[data-lang=en]").get_attribute("aria-pressed") == "true"
        assert page.locator("a.box[href*='partner=duo']").get_attribute("aria-label").startswith("Education Executive")
        page.locator("[data-lang=nl]").click()
        assert [page.locator(place).inner_text() for place in places] == dutch
