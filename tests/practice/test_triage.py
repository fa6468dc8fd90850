"""Triage as CoP Achterhoek does it."""

from __future__ import annotations

import json
import pickle
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop.practice import Ease, Outcome, SortedItem, Speed, Triage, TriageItem, TriageSheet, triage
from tests.practice._small import CITED, community, loaded, records, seat, text, theme

_EASES: tuple[Ease | None, ...] = (*Ease, None)
_SPEEDS: tuple[Speed | None, ...] = (*Speed, None)


def _item(name: str = "iets", **more: Any) -> TriageItem:
    return TriageItem(name=name, **more)


def _one(item: TriageItem, kb: icop.KnowledgeBase, **table: Any) -> SortedItem:
    return triage([item], kb=kb, **(table or {"community": "noord"})).items[0]


def _nl(found: SortedItem) -> list[str]:
    return [each.nl for each in found.reasons]


class TestOutcome:
    """Where an item ends up."""

    @pytest.mark.parametrize(("ease", "speed"), list(product(_EASES, _SPEEDS)))
    def test_ease_and_speed_as_stated(self, tmp_path: Path, ease: Ease | None, speed: Speed | None) -> None:
        """Easy and quick is for now; not easy or not quick is for later; what is not stated is asked back."""
        kb = loaded(tmp_path, community("noord", participations=[seat("gemeente")]))

        found = _one(_item(theme="boete", aspect="intake", ease=ease, speed=speed), kb)

        wanted = Outcome.ASK
        if (ease, speed) == (Ease.EASY, Speed.QUICK):
            wanted = Outcome.NOW
        elif ease is Ease.HARD or speed is Speed.SLOW:
            wanted = Outcome.LATER
        assert found.outcome is wanted
        assert len(found.asks) == [ease, speed].count(None)

    def test_what_nobody_at_the_table_settles_is_passed_on(self, tmp_path: Path) -> None:
        """Without the gemeente nobody there decides on the fine: passed on, however easy and quick it seems."""
        kb = loaded(tmp_path, community("noord", participations=[seat("alfa")]))

        found = _one(_item(theme="boete", ease=Ease.EASY, speed=Speed.QUICK), kb)

        assert (found.outcome, found.asks, found.present) == (Outcome.PASS_ON, (), ())
        assert [each.partner.id for each in found.settling] == ["gemeente"]
        assert _nl(found) == [
            "Niemand aan tafel kan dit afdoen. Wel: Gemeente (trede 1, beslist in het individuele geval: Boete bij de "
            "intake)."
        ]

    @pytest.mark.parametrize("sitting", ["gemeente", "gemeente-hier", "klantmanager"])
    def test_gemeente_sits_there_in_any_of_its_ways(self, tmp_path: Path, sitting: str) -> None:
        """A gemeente by name, as a role, or through a function of it can settle what the gemeente decides."""
        kb = loaded(tmp_path, community("noord", participations=[seat(sitting)]))

        found = _one(_item(theme="boete"), kb)

        assert found.outcome is Outcome.ASK
        assert _nl(found) == ["Aan tafel: Gemeente (trede 1, beslist in het individuele geval: Boete bij de intake)."]

    def test_function_counts_where_its_gemeente_sits(self, tmp_path: Path) -> None:
        """A table with the gemeente can do what its klantmanager executes."""
        duty = {"id": "d", "theme": "les", "partner": "klantmanager", "rung": 1, "order": 1, "capacity": "executes"}
        kb = loaded(
            tmp_path,
            community("noord", participations=[seat("gemeente")]),
            responsibilities=[*_ladder(), duty | {"why": text("d")} | CITED],
        )

        assert _one(_item(theme="les"), kb).outcome is Outcome.ASK

    def test_guest_is_not_at_the_table(self, tmp_path: Path) -> None:
        """Who was a guest once cannot take it up."""
        kb = loaded(tmp_path, community("noord", participations=[seat("gemeente", "guest")]))

        assert _one(_item(theme="boete"), kb).outcome is Outcome.PASS_ON

    def test_besides_is_named_who_settles_another_side(self, tmp_path: Path) -> None:
        """Where one of two sits there the item stays, and the other is named."""
        duties = [_duty("school", "school"), _duty("duo", "duo", rung=3)]
        kb = loaded(
            tmp_path,
            community("noord", participations=[seat("alfa")]),
            responsibilities=[*_ladder(), *duties],
        )

        found = _one(_item(theme="les", ease=Ease.HARD, speed=Speed.SLOW), kb)

        assert _nl(found) == [
            "Aan tafel: School (trede 2, voert uit).",
            "Ook nodig en niet aan tafel: Duo (trede 3, voert uit).",
            "Volgens jullie niet makkelijk op te pakken.",
            "Volgens jullie zonder snel resultaat.",
        ]

    def test_nobody_known_leaves_it_to_the_table(self, tmp_path: Path) -> None:
        """Where the data name no one who decides or executes, nothing is passed on and the answer says so."""
        kb = loaded(tmp_path, community("noord"))

        advises, general = _one(_item(theme="les"), kb), _one(_item(theme="leeg"), kb)

        for found in (advises, general):
            assert (found.outcome, found.settling) == (Outcome.ASK, ())
            assert _nl(found)[0].startswith("De gegevens noemen niemand die dit beslist of uitvoert")

    def test_people_may_say_that_they_can_do_nothing(self, tmp_path: Path) -> None:
        """What they say counts: it is passed on although the gemeente sits there, and both are told."""
        kb = loaded(
            tmp_path,
            community("noord", participations=[seat("gemeente")]),
            community("zuid", themes=[theme("boete")], participations=[seat("gemeente")]),
        )

        found = _one(_item(theme="boete", can_do=False), kb)

        assert found.outcome is Outcome.PASS_ON
        assert _nl(found)[0] == "Jullie zeggen dat deze tafel er niets mee kan."
        assert [each.seat.community.id for each in found.tables] == ["zuid"]

    def test_people_may_say_that_they_can(self, tmp_path: Path) -> None:
        """What they say counts, and that nobody there settles it is told as well."""
        kb = loaded(tmp_path, community("noord"))

        found = _one(_item(theme="boete", can_do=True, ease=Ease.EASY, speed=Speed.QUICK), kb)

        assert found.outcome is Outcome.NOW
        assert _nl(found)[0] == "Jullie zeggen dat deze tafel er iets mee kan."
        assert _nl(found)[1].startswith("Niemand aan tafel kan dit afdoen.")

    @given(st.lists(st.tuples(st.sampled_from(_EASES), st.sampled_from(_SPEEDS)), min_size=1, max_size=8))
    def test_nothing_is_lost_and_nothing_weighed(self, stated: list[tuple[Ease | None, Speed | None]]) -> None:
        """Each item comes back once: the outcome depends on that item only, whatever else is on the table."""
        items = [
            _item(f"item {number}", theme="duale-trajecten", ease=ease, speed=speed)
            for number, (ease, speed) in enumerate(stated)
        ]

        together = {each.item: each.outcome for each in triage(items, community="rijnmond").items}

        assert together == {each: triage([each], community="rijnmond").items[0].outcome for each in items}


def _duty(name: str, partner: str, capacity: str = "executes", **more: Any) -> dict[str, Any]:
    plain = {"id": name, "theme": "les", "partner": partner, "rung": 2, "order": 1, "capacity": capacity}
    return plain | {"why": text(f"Reden {name}.")} | CITED | more


def _ladder() -> list[dict[str, Any]]:
    return [each for each in records("responsibilities") if "theme" not in each]


class TestTheme:
    """Which theme of the keten an item is about."""

    def test_theme_by_any_name(self, tmp_path: Path) -> None:
        """A theme is given by id or another name, a side by its id or label."""
        kb = loaded(tmp_path, community("noord"))

        found = _one(_item(theme="straf voor verzuim", aspect="boete bij de intake"), kb)

        assert (found.theme, found.aspect) == (kb.themes["boete"], kb.themes["boete"].aspects[0])

    def test_name_that_is_a_theme(self, tmp_path: Path) -> None:
        """An item that is called as a theme is about that theme, without guessing."""
        kb = loaded(tmp_path, community("noord"))

        found = _one(_item("Rooster"), kb)

        assert found.theme is kb.themes["les"]
        assert not any(each.startswith("Gelezen") for each in _nl(found))

    def test_name_that_is_read(self) -> None:
        """Other words are read as a question; the answer says what they were read as."""
        found = triage([_item("kinderopvangtoeslag komt te laat")], community="achterhoek").items[0]

        assert found.theme is not None
        assert found.aspect is not None
        assert (found.theme.id, found.aspect.id) == ("kinderopvang", "kinderopvangtoeslag")
        assert _nl(found)[0] == "Gelezen als thema 'Kinderopvang'. Klopt dat niet, noem dan zelf het thema."

    def test_name_that_several_themes_share_is_read(self, tmp_path: Path) -> None:
        """A name two themes answer to is read as a question instead."""
        themes = records("themes")
        themes[1]["other_names"] = themes[0]["other_names"]
        kb = loaded(tmp_path, community("noord"), themes=themes)

        assert _one(_item("straf voor verzuim"), kb).theme is not None

    def test_name_that_leads_nowhere(self) -> None:
        """Words outside the field have no theme: nothing is looked up, and the people decide."""
        found = triage([_item("het weer in Parijs is mooi", can_do=False), _item("qqq", ease=Ease.HARD)], table=["duo"])

        passed, later = (next(each for each in found.items if each.outcome == one) for one in ("pass-on", "later"))
        assert (later.theme, later.group, passed.tables) == (None, None, ())
        assert _nl(later)[0].startswith("Hier is geen thema van de keten in herkend")

    def test_group_is_the_one_stated_else_that_of_the_theme(self) -> None:
        """People's own group comes first; without one an item stands in the group of its theme."""
        items = [_item("a", theme="map", group="Ons"), _item("b", theme="map"), _item("c", theme="cluster-werk")]

        found = triage(items, community="rijnmond")

        groups = {each.item.name: each.group.get("en") if each.group else None for each in found.items}
        assert groups == {"a": "Ons", "b": "Learning routes and compulsory parts", "c": None}


class TestOtherTables:
    """To which table an item is passed on."""

    def test_tables_with_the_theme_or_the_very_party(self, tmp_path: Path) -> None:
        """Deepened before waiting; a national body without the theme last; its like without the theme not at all."""
        kb = loaded(
            tmp_path,
            community("noord", participations=[seat("beta")]),
            community("a", participations=[seat("duo")]),
            community("b", themes=[theme("les", "waiting")], participations=[seat("gemeente")]),
            community("c", themes=[theme("les", "waiting"), theme("les")], participations=[seat("gemeente")]),
            community("d", participations=[seat("gemeente")]),
            community("e", themes=[theme("les")], participations=[seat("gemeente", "guest"), seat("duo")]),
            community("f", themes=[theme("les")], participations=[seat("duo", themes=["boete"])]),
            responsibilities=[*_ladder(), _duty("g", "gemeente", rung=1), _duty("duo", "duo", rung=3)],
        )

        found = _one(_item(theme="les"), kb)

        told = [(each.seat.community.id, each.seat.role.id, each.standing) for each in found.tables]
        assert told == [
            ("e", "duo", "deepened"),
            ("c", "gemeente", "deepened"),
            ("b", "gemeente", "waiting"),
            ("a", "duo", None),
        ]
        assert repr(found.tables[0]) == "<OtherTable 'e'>"

    def test_own_table_is_never_another(self) -> None:
        """Rijnmond is not told to pass something on to Rijnmond."""
        found = triage([_item(theme="ontheffing-medisch", can_do=False)], community="rijnmond").items[0]

        assert found.outcome is Outcome.PASS_ON
        assert "rijnmond" not in {each.seat.community.id for each in found.tables}

    def test_medical_exemption_goes_from_achterhoek_to_rijnmond(self) -> None:
        """Nobody at the Achterhoek table decides on it; DUO does, and sits on request in Rijnmond."""
        found = triage([_item(theme="ontheffing-medisch")], community="achterhoek").items[0]

        assert [each.partner.id for each in found.settling] == ["duo"]
        assert (found.tables[0].seat.community.id, found.tables[0].standing) == ("rijnmond", "deepened")


class TestTriage:
    """`triage`."""

    def test_order_of_the_items(self, tmp_path: Path) -> None:
        """By outcome, then by group as they first come, then easy before hard and quick before slow, as given last."""
        kb = loaded(tmp_path, community("noord", participations=[seat("gemeente")]))
        items = [
            _item("1", group="B", ease=Ease.HARD, speed=Speed.SLOW, can_do=True),
            _item("2", group="A", ease=Ease.HARD, can_do=True),
            _item("3", group="B", ease=Ease.HARD, speed=Speed.QUICK, can_do=True),
            _item("4", group="B", ease=Ease.EASY, speed=Speed.SLOW, can_do=True),
            _item("5", group="A", speed=Speed.SLOW, can_do=True),
            _item("6", group="A", can_do=True),
            _item("7", group="A", can_do=False),
            _item("8", group="A", ease=Ease.EASY, speed=Speed.QUICK, can_do=True),
        ]

        found = triage(items, community="noord", kb=kb)

        assert [each.item.name for each in found.items] == ["8", "4", "3", "1", "2", "5", "7", "6"]
        assert [each.item.name for each in found.sorted_as(Outcome.PASS_ON)] == ["7"]

    @pytest.mark.parametrize("table", [["Gemeente", "Opvang"], "gemeente"])
    def test_table_of_partners(self, table: Any, tmp_path: Path) -> None:
        """A table may be partners by any of their names, one or more."""
        kb = loaded(tmp_path, community("noord"))

        found = triage([_item(theme="boete")], table=table, kb=kb)

        assert found.community is None
        assert found.table[-1].id == "gemeente"
        assert found.items[0].outcome is Outcome.ASK

    def test_table_of_records(self, kb: icop.KnowledgeBase) -> None:
        """Partners and communities may be records as well."""
        by_partner = triage([_item(theme="map")], table=kb.partners["gemeente"])
        by_community = triage([_item(theme="map")], community=kb.communities["rijnmond"])

        assert by_partner.items[0].present
        assert by_community.community is kb.communities["rijnmond"]
        assert kb.partners["duo"] in by_community.table
        assert kb.partners["werkgever"] not in by_community.table

    def test_sheet_brings_its_own_table_unless_another_is_given(self, tmp_path: Path) -> None:
        """A sheet says whose table it is; the same sheet can be held against another table."""
        kb = loaded(tmp_path, community("noord", participations=[seat("gemeente")]))
        sheet = TriageSheet(community="Noord", items=(_item(theme="boete"),))

        own, other = triage(sheet, kb=kb), triage(sheet, table=["duo"], kb=kb)

        assert (own.items[0].outcome, other.items[0].outcome) == (Outcome.ASK, Outcome.PASS_ON)

    def test_unknown_names_say_what_is_near(self) -> None:
        """A community, partner, theme or side that does not exist is refused with what is near."""
        with pytest.raises(icop.UnknownCommunityError, match="rijnmond"):
            triage([_item()], community="rijnmont")
        with pytest.raises(icop.UnknownPartnerError, match="duo"):
            triage([_item()], table=["duoo"])
        with pytest.raises(icop.UnknownThemeError, match="kinderopvang"):
            triage([_item(theme="kinderopvan")], table=["duo"])
        with pytest.raises(icop.UnknownAspectError, match="kinderopvangtoeslag"):
            triage([_item(theme="kinderopvang", aspect="kinderopvangtoeslach")], table=["duo"])

    def test_source_of_the_method_is_a_record(self, kb: icop.KnowledgeBase) -> None:
        """The place the method is cited to is one the Achterhoek records cite themselves."""
        found = triage([_item(theme="map")], community="achterhoek")

        cited = {one for each in kb.communities["achterhoek"].methods for one in each.citations}
        assert set(found.citations) <= cited

    def test_answer_is_a_value(self) -> None:
        """The answer survives a pickle and shows in one line what it is."""
        found = triage([_item(theme="map")], community="rijnmond")

        assert pickle.loads(pickle.dumps(found)) == found
        assert repr(found) == "<Triage of 1 items>"
        assert repr(found.items[0]) == "<SortedItem 'iets': ask>"


class TestTold:
    """The answer as text and as JSON."""

    @pytest.fixture
    def found(self, tmp_path: Path) -> Triage:
        """An answer with every outcome, from a community."""
        basis = records("responsibilities")[3]["legal_basis"]
        doubtful = {"verified": False, "doubt": text("onzeker"), "legal_basis": basis}
        kb = loaded(
            tmp_path,
            community("noord", participations=[seat("alfa")]),
            community("oost", participations=[seat("duo", "on-request")]),
            community("zuid", themes=[theme("boete")], participations=[seat("duo"), seat("gemeente")]),
            responsibilities=[
                *_ladder(),
                _duty(
                    "g", "gemeente", "decides", theme="boete", scope="case", via="jurist", aspect="intake", **doubtful
                ),
                _duty("d", "duo", "decides", theme="boete", scope="case", rung=3),
                _duty("a", "azc", theme="leeg"),
                _duty("s", "school"),
            ],
        )
        items = [
            _item("nu", theme="les", group="Les", ease=Ease.EASY, speed=Speed.QUICK),
            _item("ook", theme="les", ease=Ease.EASY, speed=Speed.QUICK),
            _item("door", theme="boete"),
            _item("nergens", theme="leeg"),
            _item("qqq", can_do=False),
            _item("vraag", theme="les", speed=Speed.QUICK),
        ]
        return triage(items, community="noord", kb=kb)

    def test_text(self, found: Triage) -> None:
        """Each outcome has its heading, each group its own; what is passed on says where to."""
        assert found.describe().partition("keten.\n")[2] == (
            "\n## Nu oppakken\n\n"
            "### Les\n\n"
            "- **nu** (Taalles)\n"
            "  - Aan tafel: School (trede 2, voert uit).\n"
            "  - Volgens jullie vrij makkelijk op te pakken en met snel resultaat.\n\n"
            "### Zonder groep\n\n"
            "- **ook** (Taalles)\n"
            "  - Aan tafel: School (trede 2, voert uit).\n"
            "  - Volgens jullie vrij makkelijk op te pakken en met snel resultaat.\n\n"
            "## Doorschuiven naar een andere tafel\n\n"
            "### Zonder groep\n\n"
            "- **door** (Boete)\n"
            "  - Niemand aan tafel kan dit afdoen. Wel: Gemeente (trede 2, beslist in het individuele geval: "
            "Boete bij de intake); Duo (trede 3, beslist in het individuele geval).\n"
            "  - Andere tafels:\n"
            "    - Duo (Zuid: vaste deelnemer; dezelfde partij zit daar; thema daar: uitgediept)\n"
            "    - Gemeente (Zuid: vaste deelnemer; daar is dat een andere partij; thema daar: uitgediept)\n"
            "    - Duo (Oost: schuift op verzoek aan; dezelfde partij zit daar)\n"
            "  - Of rechtstreeks bij:\n"
            "    - Gemeente: Reden g. [niet nagetrokken] (onzeker) Grondslag: Wet art. 2 lid 1 (artikel niet "
            "nagelezen). [page, question 1]\n"
            "    - Duo: Reden d. [page, question 1]\n"
            "- **qqq**\n"
            "  - Jullie zeggen dat deze tafel er niets mee kan.\n"
            "  - Hier is geen thema van de keten in herkend; wie het kan afdoen, is niet nagegaan.\n\n"
            "### Taalles\n\n"
            "- **nergens** (Leeg)\n"
            "  - Niemand aan tafel kan dit afdoen. Wel: Azc (trede 2, voert uit).\n"
            "  - Andere tafels: geen community in de gegevens heeft dit thema en die rol aan tafel.\n"
            "  - Of rechtstreeks bij:\n"
            "    - Azc: Reden a. [page, question 1]\n\n"
            "## Eerst terugvragen\n\n"
            "### Zonder groep\n\n"
            "- **vraag** (Taalles)\n"
            "  - Aan tafel: School (trede 2, voert uit).\n"
            "  - Is dit vrij makkelijk op te pakken?\n\n"
            "Stand van de gegevens: 2 januari 2026.\n"
        )

    def test_json(self, found: Triage) -> None:
        """The JSON holds each item with its outcome, reasons, and where to pass it on to."""
        plain = found.to_dict(lang="en")

        assert (plain["format"], plain["community"], plain["table"]) == (1, "noord", ["alfa"])
        assert plain["citations"] == [{"source": "cop-achterhoek", "place": "vraag 2"}]
        assert [(each["name"], each["outcome"]) for each in plain["items"]] == [
            ("nu", "now"),
            ("ook", "now"),
            ("door", "pass-on"),
            ("qqq", "pass-on"),
            ("nergens", "pass-on"),
            ("vraag", "ask"),
        ]
        passed = plain["items"][2]
        assert [each["partner"] for each in passed["settling"]] == ["gemeente", "duo"]
        assert (passed["settling"][0]["via"], passed["settling"][1]["via"]) == ("jurist", None)
        assert [(each["community"], each["role"], each["theme_there"]) for each in passed["tables"]] == [
            ("zuid", "duo", "deepened"),
            ("zuid", "gemeente", "deepened"),
            ("oost", "duo", None),
        ]
        assert plain["items"][0]["present"] == ["s"]
        assert plain["items"][3] | {"reasons": []} == {
            "name": "qqq",
            "outcome": "pass-on",
            "group": None,
            "theme": None,
            "aspect": None,
            "ease": None,
            "speed": None,
            "can_do": False,
            "reasons": [],
            "asks": [],
            "settling": [],
            "present": [],
            "tables": [],
        }
        assert plain["items"][5]["asks"] == ["Is this fairly easy to take up?"]
        json.dumps(plain)

    def test_title_names_the_table(self, found: Triage) -> None:
        """A community by its name, a table of partners by theirs."""
        partners = triage([_item(theme="map", aspect="eindgesprek")], table=["duo", "coa"]).describe(lang="en")

        assert found.describe().startswith("# Triage: Noord\n\nZo doet CoP Achterhoek het [cop-achterhoek, vraag 2]:")
        assert partners.startswith("# Triage: the table of Central Agency for the Reception of Asylum Seekers")
        assert "- **iets** (Labour Market and Participation Module (MAP)" in partners

    def test_nobody_to_pass_on_to_is_said(self, tmp_path: Path) -> None:
        """Where the people can do nothing and the data name nobody, no partner is made up."""
        kb = loaded(tmp_path, community("noord"))

        told = triage([_item(theme="leeg", can_do=False)], community="noord", kb=kb).describe()

        assert told.partition("(Leeg)\n")[2].partition("\n\n")[0].splitlines() == [
            "  - Jullie zeggen dat deze tafel er niets mee kan.",
            "  - De gegevens noemen niemand die dit beslist of uitvoert; of deze tafel er iets mee kan, is niet "
            "nagegaan.",
            "  - Andere tafels: geen community in de gegevens heeft dit thema en die rol aan tafel.",
        ]

    @pytest.mark.parametrize("way", ["describe", "to_dict"])
    def test_other_language_is_refused(self, found: Triage, way: str) -> None:
        """Only nl and en are spoken."""
        with pytest.raises(icop.InvalidValueError, match="lang cannot be 'de'"):
            getattr(found, way)(lang="de")
