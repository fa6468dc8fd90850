"""The rules between records, each with a set that breaks it and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from inburgering_cop import model
from inburgering_cop.knowledge._checking import REFERENCES
from tests.knowledge._sets import SOUND, changed, faults, line_of, read, refused, written
from tests.model._table import RULES, rule_of

_PLACES: dict[tuple[type, str], str] = {
    (model.Actor, "partner"): "phases.0.actors.0.partner",
    (model.Citation, "source"): "tips.0.citations.0.source",
    (model.Community, "municipalities"): "communities.0.municipalities.0",
    (model.Community, "regions"): "communities.0.regions.0",
    (model.CommunityTheme, "theme"): "communities.0.themes.0.theme",
    (model.Deadline, "by"): "phases.0.deadlines.0.by",
    (model.Event, "partners"): "communities.0.events.0.partners.0",
    (model.Event, "themes"): "communities.0.events.0.themes.0",
    (model.FormerMunicipality, "became"): "former_municipalities.0.became.0",
    (model.LegalBasis, "law"): "relations.0.legal_basis.0.law",
    (model.Meeting, "municipality"): "meetings.0.municipality",
    (model.Meeting, "organisers"): "meetings.0.organisers.0",
    (model.Meeting, "regions"): "meetings.0.regions.0",
    (model.Municipality, "region"): "municipalities.0.region",
    (model.Municipality, "social_service"): "municipalities.0.social_service",
    (model.Participation, "partner"): "communities.0.participations.0.partner",
    (model.Participation, "sends"): "communities.0.participations.0.sends.0",
    (model.Participation, "themes"): "communities.0.participations.0.themes.0",
    (model.Partner, "part_of"): "partners.3.part_of",
    (model.Partner, "fills"): "partners.0.fills.0",
    (model.Partner, "replaced_by"): "partners.1.replaced_by",
    (model.Partner, "municipality"): "partners.2.municipality",
    (model.Product, "partners"): "communities.0.products.0.partners.0",
    (model.Product, "themes"): "communities.0.products.0.themes.0",
    (model.Relation, "sender"): "relations.0.sender",
    (model.Relation, "receiver"): "relations.0.receiver",
    (model.Relation, "phases"): "relations.0.phases.0",
    (model.Relation, "themes"): "relations.0.themes.0",
    (model.Responsibility, "theme"): "responsibilities.0.theme",
    (model.Responsibility, "partner"): "responsibilities.0.partner",
    (model.Responsibility, "via"): "responsibilities.0.via",
    (model.Statement, "partners"): "communities.0.methods.0.partners.0",
    (model.Statement, "themes"): "communities.0.methods.0.themes.0",
    (model.Theme, "broader"): "themes.0.broader",
    (model.Tip, "community"): "tips.0.community",
    (model.Tip, "meeting"): "tips.1.meeting",
    (model.Tip, "audience"): "tips.0.audience.0",
    (model.Tip, "themes"): "tips.0.themes.0",
    (model.Tip, "partners"): "tips.0.partners.0",
    (model.Tip, "within"): "tips.1.within",
}
"""For every field that names another record, where the sound set has one."""

_NOWHERE = {"municipality code": "GM1234", "region code": "AM01", "slug": "nergens"}


def _dotted(steps: list[str]) -> str:
    return "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in steps).lstrip(".")


def _record(place: str) -> tuple[str, int, str, str]:
    """Kind, index and shown name of the record at `place`, and the path of the field within it."""
    kind, index, *steps = place.split(".")
    raw = SOUND[kind][int(index)]
    return kind, int(index), f"{kind} '{raw.get('id') or raw['code']}'", _dotted(steps)


def _one(tmp_path: Path, value: Any, *, at: str, given: str, nl: str, en: str) -> None:
    """Reading `value` finds one fault: at `at`, which is `given` and must be what `nl` and `en` say."""
    path = written(tmp_path, value)
    kind, index, record, field = _record(at)
    line = line_of(path, kind, index, at.split(".")[2])

    error = refused(path)

    assert error.line("en") == (
        f"1 fault in the data; nothing was loaded.\n{path}:{line}, {record}, {field}: is {given}, must be {en}"
    )
    assert error.line("nl") == (
        f"1 fout in de gegevens; niets is geladen.\n{path}:{line}, {record}, {field}: staat {given}, moet zijn {nl}"
    )


class TestSoundSet:
    """The set that the tests break."""

    def test_sound_set_is_taken_in(self, tmp_path: Path) -> None:
        """Unbroken, it has no faults: what the tests below find is what they broke."""
        records = read(written(tmp_path, SOUND))

        assert records.count == sum(len(value) for kind, value in SOUND.items() if kind != "dataset")


class TestReferences:
    """Every id in a record leads to a record."""

    def test_every_field_that_holds_an_id_is_a_reference(self) -> None:
        """A field whose rule is an id or a code names another record, but for a record's own and a theme's aspect."""
        own = {"id", "code"}
        expected = {
            (kind, name)
            for kind, fields in RULES.items()
            for name, rule in fields.items()
            if rule_of(rule)[0] in _NOWHERE and name not in own
        } - {(model.Responsibility, "aspect")}

        assert {(kind, name) for kind, fields in REFERENCES.items() for name in fields} == expected

    def test_every_reference_is_broken_below(self) -> None:
        """The test that follows leaves no reference out."""
        assert set(_PLACES) == {(kind, name) for kind, fields in REFERENCES.items() for name in fields}

    @pytest.mark.parametrize(("kind", "name"), _PLACES, ids=lambda part: getattr(part, "__name__", part))
    def test_reference_to_nowhere_is_a_fault(self, kind: type, name: str, tmp_path: Path) -> None:
        """An id that does not exist is found, with the catalogue it should be in."""
        nowhere = _NOWHERE[rule_of(RULES[kind][name])[0]]
        catalogue = REFERENCES[kind][name]
        place = _PLACES[kind, name]

        _one(
            tmp_path,
            changed(place, nowhere),
            at=place,
            given=f"'{nowhere}'",
            nl=f"een id dat onder {catalogue} bestaat",
            en=f"an id that exists among {catalogue}",
        )

    def test_near_ids_are_named(self, tmp_path: Path) -> None:
        """A misspelt id gets the ones it was probably meant to be."""
        _one(
            tmp_path,
            changed("tips.0.partners.0", "werkgevers"),
            at="tips.0.partners.0",
            given="'werkgevers'",
            nl="een id dat onder partners bestaat; dichtbij: werkgever",
            en="an id that exists among partners; near: werkgever",
        )

    def test_reference_to_a_faulty_record_is_no_second_fault(self, tmp_path: Path) -> None:
        """A record that stands there but is faulty exists all the same: only its own fault is reported."""
        found = faults(written(tmp_path, changed("partners.1.rung", 4)))

        assert [(fault.record, fault.field) for fault in found] == [("partners 'duo'", "rung")]

    def test_reference_to_a_faulty_place_is_no_second_fault(self, tmp_path: Path) -> None:
        """The same holds for a place, which goes by its code."""
        found = faults(written(tmp_path, changed("municipalities.0.year", 26)))

        assert [(fault.record, fault.field) for fault in found] == [("municipalities 'GM0599'", "year")]

    def test_reference_of_a_faulty_record_is_checked_too(self, tmp_path: Path) -> None:
        """A fault in a record does not hide that it, or a part of it, refers to nowhere."""
        value = changed("tips.0.text", 5)
        value["tips"][0]["themes"] = ["werk", "nergens", 7]
        value["tips"][0]["citations"][0] = {"source": "nergens"}

        found = faults(written(tmp_path, value))

        assert sorted((fault.field or "", fault.given) for fault in found) == [
            ("citations[0].place", None),
            ("citations[0].source", "'nergens'"),
            ("text", "5"),
            ("themes[1]", "'nergens'"),
            ("themes[2]", "7"),
        ]

    def test_reference_of_a_second_record_with_the_same_id_is_checked_too(self, tmp_path: Path) -> None:
        """A record whose id is taken has its own references, which may lead to nowhere."""
        value = changed("themes.2", {**SOUND["themes"][1], "broader": "nergens"})

        found = faults(written(tmp_path, value))

        assert sorted((fault.record, fault.field) for fault in found) == [
            ("themes 'werk'", "broader"),
            ("themes 'werk'", "id"),
        ]

    @pytest.mark.parametrize(
        ("place", "record", "field"),
        [
            ("themes.0.label", "themes 'boete'", "label"),
            ("themes.1.label", "themes 'werk'", "label"),
            ("sources.1.title", "sources 'wi2021'", "title"),
            ("partners.4.name", "partners 'werkgever'", "name"),
            ("tips.0.text", "tips 'tip-een'", "text"),
        ],
    )
    def test_rule_that_follows_a_reference_stops_at_a_faulty_record(
        self, place: str, record: str, field: str, tmp_path: Path
    ) -> None:
        """Whether a faulty theme has the aspect, or a faulty source the article, is not guessed at."""
        found = faults(written(tmp_path, changed(place, 5)))

        assert [(fault.record, fault.field) for fault in found] == [(record, field)]


class TestDoubles:
    """Inside a record no name stands twice."""

    @pytest.mark.parametrize(
        ("place", "field", "name"),
        [
            ("communities.0.methods", "id", "eerste"),
            ("communities.0.products", "id", "film"),
            ("communities.0.events", "id", "start"),
            ("communities.0.participations", "partner", "duo"),
            ("themes.0.aspects", "id", "hoogte"),
            ("phases.0.actors", "partner", "duo"),
            ("phases.0.statements", "id", "eerste"),
        ],
    )
    def test_name_that_stands_twice_is_a_fault(self, place: str, field: str, name: str, tmp_path: Path) -> None:
        """The second part with the same name is the fault, however different the rest of it is."""
        kind, index, parts = place.split(".")
        others = SOUND[kind][int(index)][parts]
        again = {**others[0]}
        text_field = next(key for key in ("text", "label", "does", "how") if key in again or key == "how")
        again[text_field] = {"nl": "iets anders"}
        number = len(others)

        _one(
            tmp_path,
            changed(f"{place}.{number}", again),
            at=f"{place}.{number}.{field}",
            given=f"'{name}'",
            nl="een naam die hier maar één keer staat",
            en="a name that stands here only once",
        )

    def test_names_may_return_in_another_list(self, tmp_path: Path) -> None:
        """A name tells parts of one list apart; another list has names of its own."""
        value = changed("communities.0.notes", SOUND["communities"][0]["methods"])

        records = read(written(tmp_path, value))

        assert records.communities["rijnmond"].notes == records.communities["rijnmond"].methods

    def test_two_leads_are_no_doubles(self, tmp_path: Path) -> None:
        """Parts without an id of their own are told apart by all they say."""
        lead = {**SOUND["communities"][0]["leads"][0], "name": "Ander"}

        records = read(written(tmp_path, changed("communities.0.leads.1", lead)))

        assert [lead.name for lead in records.communities["rijnmond"].leads] == ["Naam", "Ander"]


_A_ROLE = (
    "een rol in de keten: een functie, een soort partij of een organisatie die haar eigen rol is",
    "a chain role: a function, a kind of party, or an organisation that is its own role",
)


class TestRoles:
    """What an organisation fills, and whom a tip speaks to, are chain roles."""

    @pytest.mark.parametrize("place", ["partners.1.fills.1", "tips.0.audience.0"])
    def test_organisation_that_fills_another_role_is_no_role(self, place: str, tmp_path: Path) -> None:
        """Alfa fills the role of employer, so nothing can fill the role of Alfa."""
        _one(tmp_path, changed(place, "alfa"), at=place, given="'alfa'", nl=_A_ROLE[0], en=_A_ROLE[1])

    @pytest.mark.parametrize("role", ["duo", "gemeente", "klantmanager"])
    def test_body_kind_and_function_are_roles(self, role: str, tmp_path: Path) -> None:
        """An organisation that is its own role, a kind of party and a function can be spoken to."""
        records = read(written(tmp_path, changed("tips.0.audience.0", role)))

        assert records.tips["tip-een"].audience == (role,)


class TestCircles:
    """Nothing contains itself."""

    @pytest.mark.parametrize(
        ("place", "itself"),
        [("partners.3.part_of", "klantmanager"), ("themes.1.broader", "werk"), ("tips.1.within", "tip-twee")],
    )
    def test_record_above_itself_is_a_fault(self, place: str, itself: str, tmp_path: Path) -> None:
        """A record cannot be part of itself."""
        value = changed(place, itself)
        if place.startswith("themes"):
            del value["themes"][0]["broader"]

        _one(
            tmp_path,
            value,
            at=place,
            given=f"'{itself}'",
            nl="iets dat niet weer bij zichzelf uitkomt",
            en="something that does not lead back to itself",
        )

    def test_longer_circle_is_a_fault_of_each_in_it(self, tmp_path: Path) -> None:
        """Two themes that fall under each other are both at fault."""
        found = faults(written(tmp_path, changed("themes.1.broader", "boete")))

        assert [(fault.record, fault.field, fault.given) for fault in found] == [
            ("themes 'boete'", "broader", "'werk'"),
            ("themes 'werk'", "broader", "'boete'"),
        ]

    def test_chain_without_a_circle_is_sound(self, tmp_path: Path) -> None:
        """A part of a part is no circle."""
        value = changed("partners.2.part_of", "duo")

        records = read(written(tmp_path, value))

        assert records.partners["gemeente"].part_of == "duo"


class TestAspects:
    """The aspect of a responsibility is one of its theme's."""

    def test_unknown_aspect_is_a_fault(self, tmp_path: Path) -> None:
        """The aspects the theme does have are named."""
        _one(
            tmp_path,
            changed("responsibilities.0.aspect", "duur"),
            at="responsibilities.0.aspect",
            given="'duur'",
            nl="een aspect van het thema: hoogte, verwijt",
            en="an aspect of the theme: hoogte, verwijt",
        )

    def test_aspect_of_a_theme_without_any_is_a_fault(self, tmp_path: Path) -> None:
        """Where there are none, a dash says so."""
        _one(
            tmp_path,
            changed("responsibilities.0.theme", "werk"),
            at="responsibilities.0.aspect",
            given="'hoogte'",
            nl="een aspect van het thema: -",
            en="an aspect of the theme: -",
        )


class TestLaws:
    """An article belongs to the law it names."""

    @pytest.mark.parametrize("kind", ["responsibilities", "relations"])
    def test_source_that_is_no_law_is_a_fault(self, kind: str, tmp_path: Path) -> None:
        """An article stands in a source that is a law."""
        place = f"{kind}.0.legal_basis.0.law"

        _one(
            tmp_path,
            changed(place, "bron"),
            at=place,
            given="'bron'",
            nl="een bron die een wet is (met bwb)",
            en="a source that is a law (with bwb)",
        )

    @pytest.mark.parametrize("kind", ["responsibilities", "relations"])
    def test_link_to_another_law_is_a_fault(self, kind: str, tmp_path: Path) -> None:
        """The link leads to the law that is named."""
        place = f"{kind}.0.legal_basis.0.jci"
        link = "jci1.3:c:BWBR0045555&artikel=5&lid=1"

        _one(
            tmp_path,
            changed(place, link),
            at=place,
            given=f"'{link}'",
            nl="een verwijzing naar BWBR0044770",
            en="a link to BWBR0044770",
        )

    @pytest.mark.parametrize(
        ("article", "paragraph", "ending", "cited"),
        [
            ("5", "1", "&artikel=5&lid=1", "Wi2021 art. 5 lid 1"),
            ("2.7", None, "&artikel=2.7", "Wi2021 art. 2.7"),
            ("bijlage 1", None, "&bijlage=1", "Wi2021 bijlage 1"),
        ],
    )
    def test_citation_that_says_something_else_is_a_fault(
        self, article: str, paragraph: str | None, ending: str, cited: str, tmp_path: Path
    ) -> None:
        """How an article is cited follows from the law, the article and the paragraph."""
        basis = {
            "law": "wi2021",
            "article": article,
            "paragraph": paragraph,
            "text": "Wi2021 art. 99",
            "jci": f"jci1.3:c:BWBR0044770{ending}",
        }

        _one(
            tmp_path,
            changed("relations.0.legal_basis.0", basis),
            at="relations.0.legal_basis.0.text",
            given="'Wi2021 art. 99'",
            nl=f"'{cited}'",
            en=f"'{cited}'",
        )

    def test_article_with_two_faults_has_both(self, tmp_path: Path) -> None:
        """A wrong link does not hide a wrong citation."""
        value = changed("relations.0.legal_basis.0.jci", "jci1.3:c:BWBR0045555&artikel=5&lid=1")
        value["relations"][0]["legal_basis"][0]["text"] = "Wi2021 art. 99"

        found = faults(written(tmp_path, value))

        assert [fault.field for fault in found] == ["legal_basis[0].jci", "legal_basis[0].text"]
