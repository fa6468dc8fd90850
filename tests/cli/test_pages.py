"""The pages: tables of many records, and the whole of one, from a small made-up knowledge base."""

from __future__ import annotations

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.cli import _pages
from inburgering_cop.knowledge import Catalogue
from inburgering_cop.model import Actor, Aspect, Event, Lead, Level, Product, Statement, Tip
from tests.diagrams._samples import community, small, text


def _statement(nl: str, en: str) -> Statement:
    return Statement(id="s", text=text(nl, en), citations=community().citations)


def _full() -> icop.Community:
    """The made-up community with something in every field."""
    cited = community().citations
    first, *others = community().participations
    return attrs.evolve(
        community(),
        starts="2022-06",
        ends="2024-04-09",
        area=text("Het noorden", "The north"),
        leads=(Lead(name="A. Aa", citations=cited), Lead(name="B. Bee", citations=cited)),
        rhythm=_statement("Elke zes weken.", "Every six weeks."),
        methods=(_statement("Praten.", "Talking."),),
        participations=(attrs.evolve(first, how=text("Als het past.", "When it fits.")), *others),
        inburgeraars=(_statement("Doen mee.", "Take part."),),
        products=(
            Product(id="p", name=text("Kaart", "Map"), text=text("Van het noorden.", "Of the north."), citations=cited),
        ),
        next_steps=(_statement("Verder.", "Onwards."),),
        events=(
            Event(id="e", text=text("Bezoek.", "Visit."), date="2023-03", citations=cited),
            Event(id="f", text=text("Ooit.", "Once."), citations=cited),
        ),
        insights=(_statement("Het werkt.", "It works."),),
        notes=(_statement("Twee spellingen.", "Two spellings."),),
    )


@pytest.fixture
def tipped(monkeypatch: pytest.MonkeyPatch) -> icop.KnowledgeBase:
    """The made-up knowledge base with one tip of its community, and one of another on the other theme."""
    kb = small()
    tip = Tip(
        id="bel-eerst",
        text=text("Bel eerst.", "Call first."),
        community="noord",
        perspective=icop.Perspective.INBURGERAAR,
        themes=("rooster",),
        citations=community().citations,
    )
    other = attrs.evolve(tip, id="elders", text=text("Elders.", "Elsewhere."), community="zuid", themes=("regie",))
    records = attrs.evolve(kb.records, tips=icop.Catalogue("tips", {tip.id: tip, other.id: other}))
    return icop.KnowledgeBase(records)


class TestCommunities:
    """Communities."""

    def test_table(self) -> None:
        """A row holds id, period, leads and the ids of the themes, each theme once."""
        whole = _full()
        again = attrs.evolve(whole.themes[0], as_named=text("Uren", "Hours"))
        twice = attrs.evolve(whole, themes=(*whole.themes, again))

        columns, rows = _pages.communities([twice, community()], lang="nl")

        assert columns == ["id", "Looptijd", "Communitytrekkers", "Thema's"]
        assert rows == [
            ["noord", "vanaf juni 2022 tot en met 9 april 2024", "A. Aa, B. Bee", "rooster, kosten"],
            ["noord", "", "", "rooster, kosten"],
        ]

    def test_page(self, tipped: icop.KnowledgeBase) -> None:
        """The page holds every field of a community, in Dutch."""
        assert _pages.community(_full(), tipped, lang="nl") == (
            "# Tafel Noord\n\n"
            "- Waarover: Samen leren.\n"
            "- Soort: regionale community\n"
            "- Looptijd: vanaf juni 2022 tot en met 9 april 2024\n"
            "- Communitytrekkers: A. Aa, B. Bee\n"
            "- Gebied: Het noorden\n"
            "- Ritme: Elke zes weken.\n\n"
            "## Thema's\n\n- Het rooster (uitgediept; rooster)\n- Kosten (wacht op behandeling; kosten)\n\n"
            "## Deelnemers\n\n"
            "- Uitvoerder: schuift op verzoek aan. Als het past.\n"
            "- Gemeente: vaste deelnemer\n"
            '- Noord & "Co" <b>: vaste deelnemer\n\n'
            "## Werkwijze\n\n- Praten.\n\n"
            "## Inburgeraars\n\n- Doen mee.\n\n"
            "## Producten\n\n- Kaart: Van het noorden.\n\n"
            "## Vervolg\n\n- Verder.\n\n"
            "## Bijeenkomsten en bezoek\n\n- maart 2023: Bezoek.\n- Ooit.\n\n"
            "## Inzichten\n\n- Het werkt.\n\n"
            "## Tips\n\n- Bel eerst.\n\n"
            "## Kanttekeningen\n\n- Twee spellingen.\n\n"
            "## Bronnen\n\n- Verzonnen bron, 7\n"
        )

    def test_page_in_english(self, tipped: icop.KnowledgeBase) -> None:
        """In English every word of the page is English, names of sources aside."""
        page = _pages.community(_full(), tipped, lang="en")

        assert "- Period: from June 2022 until 9 April 2024\n" in page
        assert "- Agency: joins on request. When it fits.\n" in page
        assert "## Meetings and visits\n\n- March 2023: Visit.\n- Once.\n" in page
        assert "- The timetable (deepened; rooster)\n" in page

    def test_page_of_little_is_short(self) -> None:
        """What is not known of a community is left out of its page."""
        page = _pages.community(community(), small(), lang="nl")

        for heading in ("Looptijd", "Gebied", "Ritme", "Werkwijze", "Tips", "Producten", "Kanttekeningen"):
            assert heading not in page


class TestPartners:
    """Partners."""

    def test_table(self) -> None:
        """A row holds id, name, type and the roles it stands for."""
        kb = small()

        columns, rows = _pages.partners([kb.partners["school-noord"], kb.partners["klantmanager"]], lang="en")

        assert columns == ["id", "Name", "Type", "Roles"]
        assert rows == [
            ["school-noord", 'North & "Co" <b>', "organisation", "school"],
            ["klantmanager", "Case manager", "function inside the gemeente", "klantmanager"],
        ]

    def test_page(self) -> None:
        """The page holds what a partner is, at which tables it sits, and what it is responsible for by its roles."""
        kb = small()
        partner = attrs.evolve(
            kb.partners["school-noord"],
            level=Level.LOCAL,
            other_names=("SN", "Noord"),
            description=text("Geeft les.", "Teaches."),
            doubt=text("Naam onzeker.", "Name uncertain."),
        )

        assert _pages.partner(partner, kb, lang="nl") == (
            '# Noord & "Co" <b>\n\n'
            "- Soort: organisatie\n"
            "- Rollen: school\n"
            "- Niveau: lokaal\n"
            "- Trede: 2\n"
            "- Ook wel: SN, Noord\n"
            "- Omschrijving: Geeft les.\n"
            "- Let op: [niet nagetrokken] Naam onzeker.\n\n"
            "## Communities\n\n- Tafel Noord: vaste deelnemer\n\n"
            "## Thema's\n\n"
            "- Lesrooster | tijden: beslist. Maakt het rooster. [niet nagetrokken]\n"
            "- Lesrooster | tijden: informeert. Zegt het op tijd.\n\n"
            "## Bronnen\n\n- Verzonnen bron, 2\n"
        )

    def test_a_function_sits_where_it_is_sent(self) -> None:
        """A function's page names the tables it is sent to; what is not known of it is left out."""
        page = _pages.partner(small().partners["klantmanager"], small(), lang="nl")

        assert page == (
            "# Klantmanager\n\n"
            "- Soort: functie binnen de gemeente\n- Rollen: klantmanager\n- Trede: 1\n\n"
            "## Communities\n\n- Tafel Noord: vaste deelnemer\n\n"
            "## Thema's\n\n- Lesrooster | tijden: informeert. Kent de klant.\n\n"
            "## Bronnen\n\n- Verzonnen bron, 2\n"
        )

    def test_an_unverified_partner_says_so(self) -> None:
        """The page of a partner that was not held against its sources says so, as every output does."""
        page = _pages.partner(small().partners["school-noord"], small(), lang="nl")

        assert "niet nagetrokken" in page.split("## Thema's")[0]


class TestThemes:
    """Themes."""

    def test_table(self) -> None:
        """A row holds id, name and aspects; a theme stands above those that fall under it."""
        above, below = small().themes["rooster"], small().themes["kosten"]
        aspects = (Aspect(id="uren", label=text("uren", "hours")), Aspect(id="dag", label=text("dag", "day")))

        assert _pages.themes(
            [attrs.evolve(below, broader="rooster"), attrs.evolve(above, aspects=aspects)], lang="en"
        ) == (
            ["id", "Name", "Aspects"],
            [["rooster", "Timetable | hours", "hours, day"], ["kosten", "Costs", ""]],
        )

    def test_page_tells_aspects_and_what_falls_under_it(self, tipped: icop.KnowledgeBase) -> None:
        """Aspects, the broader theme, the narrower ones and the object type stand on the page where there are any."""
        cluster = tipped.themes["rooster"]
        below = attrs.evolve(tipped.themes["kosten"], broader="rooster", ggm="PIP")
        themes = Catalogue("themes", {each.id: each for each in (cluster, below)})
        kb = icop.KnowledgeBase(attrs.evolve(tipped.records, themes=themes))

        assert "## Under it fall\n\n- Costs (kosten)" in _pages.theme(cluster, kb, lang="en")
        assert "- Falls under: Timetable | hours\n- GGM: PIP" in _pages.theme(below, kb, lang="en")
        sided = attrs.evolve(below, aspects=(Aspect(id="uren", label=text("uren", "hours")),))
        assert "## Aspects\n\n- hours (uren)" in _pages.theme(sided, kb, lang="en")

    def test_page(self, tipped: icop.KnowledgeBase) -> None:
        """The page holds what falls under a theme, which tables have it, the tips on it and its sources."""
        theme = attrs.evolve(
            tipped.themes["rooster"], other_names=("tijden",), doubt=text("Ruim begrip.", "Wide notion.")
        )

        assert _pages.theme(theme, tipped, lang="nl") == (
            "# Lesrooster | tijden\n\n"
            "- Omschrijving: Wanneer de lessen zijn.\n"
            "- Ook wel: tijden\n"
            "- Let op: Ruim begrip.\n\n"
            "## Communities\n\n- Tafel Noord: Het rooster (uitgediept)\n\n"
            "## Tips\n\n- Bel eerst.\n\n"
            "## Bronnen\n\n- Verzonnen bron, 3\n"
        )

    def test_page_names_only_its_own(self, tipped: icop.KnowledgeBase) -> None:
        """The page of another theme has another name at the table and not that tip."""
        page = _pages.theme(tipped.themes["kosten"], tipped, lang="en")

        assert page == (
            "# Costs\n\n- Definition: What it costs.\n\n"
            "## Communities\n\n- Table North: Costs (waiting)\n\n"
            "## Sources\n\n- Verzonnen bron, 3\n"
        )

    def test_an_unverified_theme_says_so(self) -> None:
        """The page of a theme that was not held against its sources says so, as every output does."""
        theme = attrs.evolve(small().themes["kosten"], verified=False)

        assert "not verified" in _pages.theme(theme, small(), lang="en")


class TestTips:
    """Tips."""

    def test_table(self, tipped: icop.KnowledgeBase) -> None:
        """A row holds id, kind, whose it is, the text and where it stands."""
        assert _pages.tips([tipped.tips["bel-eerst"]], tipped, lang="nl") == (
            ["id", "Soort", "Van wie", "Tips", "Bron"],
            [["bel-eerst", "tip", "inburgeraars", "Bel eerst.", "Verzonnen bron, 7"]],
        )
        assert _pages.tips([tipped.tips["bel-eerst"]], tipped, lang="en")[1][0][2:4] == [
            "people integrating",
            "Call first.",
        ]

    def test_an_unverified_tip_says_so(self, tipped: icop.KnowledgeBase) -> None:
        """The row of a tip that was not held against its source says so, as every output does."""
        tip = attrs.evolve(tipped.tips["bel-eerst"], verified=False)

        _, rows = _pages.tips([tip], tipped, lang="nl")

        assert "niet nagetrokken" in " ".join(rows[0])


class TestTimeline:
    """The timeline."""

    def test_table(self, kb: icop.KnowledgeBase) -> None:
        """A row holds id, name, who does what, and what the phase leaves behind."""
        phase = attrs.evolve(
            kb.phases["aankomst"],
            name=text("Begin", "Start"),
            actors=(
                Actor(partner="school", does=text("Leert.", "Teaches.")),
                Actor(partner="gemeente", does=text("Helpt.", "Helps.")),
            ),
            deadlines=(
                icop.Deadline(
                    id="plan",
                    what=text("Plan maken", "Make a plan"),
                    value=10,
                    unit=icop.TermUnit.WEEKS,
                    counts_from=text("begin", "start"),
                    by="gemeente",
                    citations=(icop.Citation(source="bron", place="1"),),
                ),
            ),
            outputs=(text("Plan", "A plan"), text("Kaart", "A map")),
        )

        assert _pages.timeline([phase], small(), lang="nl") == (
            ["id", "Fase", "Wie", "Termijnen", "Levert op"],
            [["aankomst", "Begin", "School: Leert.; Gemeente: Helpt.", "plan: 10 weken", "Plan; Kaart"]],
        )
        assert _pages.timeline([phase], small(), lang="en")[1][0][1:] == [
            "Start",
            "School: Teaches.; Municipality: Helps.",
            "plan: 10 weeks",
            "A plan; A map",
        ]
