"""The rules between records: every reference leads somewhere, nothing stands twice, nothing contains itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from inburgering_cop import model, text
from inburgering_cop.knowledge._structuring import Wrong
from inburgering_cop.model import LocalizedText, PartnerType

REFERENCES: dict[type, dict[str, str]] = {
    model.Actor: {"partner": "partners"},
    model.Citation: {"source": "sources"},
    model.Community: {"municipalities": "municipalities", "regions": "regions"},
    model.CommunityTheme: {"theme": "themes"},
    model.Event: {"partners": "partners", "themes": "themes"},
    model.LegalBasis: {"law": "sources"},
    model.Meeting: {"municipality": "municipalities", "organisers": "partners", "regions": "regions"},
    model.Municipality: {"region": "regions"},
    model.Participation: {"partner": "partners", "sends": "partners", "themes": "themes"},
    model.Partner: {
        "part_of": "partners",
        "fills": "partners",
        "replaced_by": "partners",
        "municipality": "municipalities",
    },
    model.Product: {"partners": "partners", "themes": "themes"},
    model.Relation: {"sender": "partners", "receiver": "partners", "phases": "phases", "themes": "themes"},
    model.Responsibility: {"theme": "themes", "partner": "partners", "via": "partners"},
    model.Statement: {"partners": "partners", "themes": "themes"},
    model.Theme: {"broader": "themes"},
    model.Tip: {
        "community": "communities",
        "meeting": "meetings",
        "audience": "partners",
        "themes": "themes",
        "partners": "partners",
        "within": "tips",
    },
}

Known = Mapping[str, Mapping[str, Any]]


def faults_of(record: Any, known: Known) -> Iterator[Wrong]:
    """Every fault of `record` against the other records; `known` holds them by catalogue and id."""
    yield from _dangling(record, "", known)
    yield from _doubles(record)
    if isinstance(record, model.Partner):
        yield from _not_a_role(record.fills, "fills", known, but=record.id)
        yield from _circle(record, "part_of", known["partners"])
    elif isinstance(record, model.Theme):
        yield from _circle(record, "broader", known["themes"])
    elif isinstance(record, model.Tip):
        yield from _not_a_role(record.audience, "audience", known)
        yield from _circle(record, "within", known["tips"])
    elif isinstance(record, model.Responsibility):
        yield from _unknown_aspect(record, known["themes"])
    if isinstance(record, model.Responsibility | model.Relation):
        yield from _not_that_law(record, known["sources"])


def _dangling(value: Any, path: str, known: Known) -> Iterator[Wrong]:
    references = REFERENCES.get(type(value), {})
    for field in attrs.fields(type(value)):
        at = f"{path}.{field.name}" if path else field.name
        inner = getattr(value, field.name)
        members = inner if isinstance(inner, tuple) else (inner,)
        for index, member in enumerate(members):
            here = f"{at}[{index}]" if isinstance(inner, tuple) else at
            if attrs.has(type(member)):
                yield from _dangling(member, here, known)
            elif field.name in references and member is not None and member not in known[references[field.name]]:
                yield _leads_nowhere(member, here, references[field.name], known)


def _leads_nowhere(member: str, path: str, catalogue: str, known: Known) -> Wrong:
    near = text.nearest(member, tuple(known[catalogue]))
    hint_nl = f"; dichtbij: {', '.join(near)}" if near else ""
    hint_en = f"; near: {', '.join(near)}" if near else ""
    wanted = LocalizedText(
        nl=f"een id dat onder {catalogue} bestaat{hint_nl}", en=f"an id that exists among {catalogue}{hint_en}"
    )
    return Wrong(field=path, given=text.short(member), wanted=wanted)


def _doubles(record: Any) -> Iterator[Wrong]:
    for field in attrs.fields(type(record)):
        members = getattr(record, field.name)
        if not isinstance(members, tuple) or not members or not attrs.has(type(members[0])):
            continue
        key = next((name for name in ("id", "partner") if hasattr(members[0], name)), None)
        keys = [getattr(member, key) for member in members] if key else []
        for index, name in enumerate(keys):
            if name in keys[:index]:
                wanted = LocalizedText(
                    nl="een naam die hier maar één keer staat", en="a name that stands here only once"
                )
                yield Wrong(field=f"{field.name}[{index}].{key}", given=text.short(name), wanted=wanted)


def is_role(partner: model.Partner) -> bool:
    """Whether `partner` is a chain role: a function, a kind of party, or an organisation that is its own role."""
    return partner.type is not PartnerType.ORGANISATION or partner.id in partner.fills


def _not_a_role(ids: tuple[str, ...], field: str, known: Known, *, but: str | None = None) -> Iterator[Wrong]:
    for index, role in enumerate(ids):
        partner = known["partners"].get(role)
        if role != but and partner is not None and not is_role(partner):
            wanted = LocalizedText(
                nl="een rol in de keten: een functie, een soort partij of een organisatie die haar eigen rol is",
                en="a chain role: a function, a kind of party, or an organisation that is its own role",
            )
            yield Wrong(field=f"{field}[{index}]", given=text.short(role), wanted=wanted)


def _circle(record: Any, field: str, known: Mapping[str, Any]) -> Iterator[Wrong]:
    seen = [record.id]
    above = getattr(record, field)
    while above is not None and known.get(above) is not None:
        if above in seen:
            wanted = LocalizedText(
                nl="iets dat niet weer bij zichzelf uitkomt", en="something that does not lead back to itself"
            )
            yield Wrong(field=field, given=text.short(getattr(record, field)), wanted=wanted)
            return
        seen.append(above)
        above = getattr(known[above], field)


def _unknown_aspect(record: model.Responsibility, themes: Mapping[str, model.Theme]) -> Iterator[Wrong]:
    theme = themes.get(record.theme or "")
    aspects = tuple(aspect.id for aspect in theme.aspects) if theme else ()
    if record.aspect is not None and theme is not None and record.aspect not in aspects:
        names = ", ".join(aspects) or "-"
        wanted = LocalizedText(nl=f"een aspect van het thema: {names}", en=f"an aspect of the theme: {names}")
        yield Wrong(field="aspect", given=text.short(record.aspect), wanted=wanted)


def _not_that_law(
    record: model.Responsibility | model.Relation, sources: Mapping[str, model.Source]
) -> Iterator[Wrong]:
    for index, basis in enumerate(record.legal_basis):
        law = sources.get(basis.law)
        if law is None:
            continue
        where = f"legal_basis[{index}]"
        if law.bwb is None or law.abbreviation is None:
            wanted = LocalizedText(nl="een bron die een wet is (met bwb)", en="a source that is a law (with bwb)")
            yield Wrong(field=f"{where}.law", given=text.short(basis.law), wanted=wanted)
            continue
        if law.bwb not in basis.jci:
            wanted = LocalizedText(nl=f"een verwijzing naar {law.bwb}", en=f"a link to {law.bwb}")
            yield Wrong(field=f"{where}.jci", given=text.short(basis.jci), wanted=wanted)
        cited = _cited(law.abbreviation, basis)
        if basis.text != cited:
            wanted = LocalizedText(nl=f"'{cited}'", en=f"'{cited}'")
            yield Wrong(field=f"{where}.text", given=text.short(basis.text), wanted=wanted)


def _cited(abbreviation: str, basis: model.LegalBasis) -> str:
    part = basis.article if basis.article.startswith("bijlage") else f"art. {basis.article}"
    return f"{abbreviation} {part}" + (f" lid {basis.paragraph}" if basis.paragraph else "")
