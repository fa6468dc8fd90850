"""The rules between records: every reference leads somewhere, nothing stands twice, nothing contains itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

import attrs

from inburgering_cop import model, phrases, text
from inburgering_cop.knowledge._structuring import Wrong
from inburgering_cop.model import LocalizedText, PartnerType

REFERENCES: dict[type, dict[str, str]] = {
    model.Actor: {"partner": "partners"},
    model.Citation: {"source": "sources"},
    model.Community: {"municipalities": "municipalities", "regions": "regions"},
    model.CommunityTheme: {"theme": "themes"},
    model.Deadline: {"by": "partners"},
    model.Event: {"partners": "partners", "themes": "themes"},
    model.FormerMunicipality: {"became": "municipalities"},
    model.LegalBasis: {"law": "sources"},
    model.Meeting: {"municipality": "municipalities", "organisers": "partners", "regions": "regions"},
    model.Municipality: {"region": "regions", "social_service": "partners"},
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
Path = tuple[str | int, ...]
Shapes = Mapping[type, Mapping[str, type | None]]


def _record_class(hint: Any) -> type | None:
    if isinstance(hint, type) and attrs.has(hint):
        return hint
    return next((inner for member in get_args(hint) if (inner := _record_class(member)) is not None), None)


def shapes(kinds: Iterable[type]) -> Shapes:
    """For the classes `kinds` and those within, the fields that refer (None) or hold records that do (their class)."""
    found: dict[type, dict[str, type | None]] = {}

    def look(kind: type) -> bool:
        if kind not in found:
            found[kind] = {}
            inner = {name: _record_class(hint) for name, hint in get_type_hints(kind).items()}
            references = REFERENCES.get(kind, {})
            found[kind] = {
                name: held for name, held in inner.items() if (name in references if held is None else look(held))
            }
        return bool(found[kind])

    for kind in kinds:
        look(kind)
    return found


def leads_nowhere(member: str, path: Path, catalogue: str, known: Known) -> Wrong:
    near = text.nearest(member, tuple(known[catalogue]))
    hint_nl = f"; dichtbij: {', '.join(near)}" if near else ""
    hint_en = f"; near: {', '.join(near)}" if near else ""
    exists = [phrases.text("fault.nowhere", lang).format(catalogue=catalogue) for lang in ("nl", "en")]
    wanted = LocalizedText(nl=exists[0] + hint_nl, en=exists[1] + hint_en)
    return Wrong(path=path, given=text.short(member), wanted=wanted)


def dangling(value: Any, kind: type, known: Known, known_shapes: Shapes, path: Path = ()) -> Iterator[Wrong]:
    """Every reference in `value`, the plain JSON of a record of `kind`, that leads nowhere.

    It is looked for in what was written, not in the record, so that it is found in a record with other faults too.
    """
    references = REFERENCES.get(kind, {})
    for name, inner_kind in known_shapes.get(kind, {}).items():
        inner = value.get(name) if isinstance(value, Mapping) else None
        for index, member in enumerate(inner) if isinstance(inner, list) else ((None, inner),):
            here = (*path, name) if index is None else (*path, name, index)
            if inner_kind is not None:
                yield from dangling(member, inner_kind, known, known_shapes, here)
            elif isinstance(member, str) and member not in known[references[name]]:
                yield leads_nowhere(member, here, references[name], known)


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
                yield Wrong(path=(field.name, index, str(key)), given=text.short(name), wanted=wanted)


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
            yield Wrong(path=(field, index), given=text.short(role), wanted=wanted)


def _circle(record: Any, field: str, known: Mapping[str, Any]) -> Iterator[Wrong]:
    seen = [record.id]
    above = getattr(record, field)
    while above is not None and known.get(above) is not None:
        if above in seen:
            wanted = LocalizedText(
                nl="iets dat niet weer bij zichzelf uitkomt", en="something that does not lead back to itself"
            )
            yield Wrong(path=(field,), given=text.short(getattr(record, field)), wanted=wanted)
            return
        seen.append(above)
        above = getattr(known[above], field)


def _unknown_aspect(record: model.Responsibility, themes: Mapping[str, model.Theme]) -> Iterator[Wrong]:
    theme = themes.get(record.theme or "")
    aspects = tuple(aspect.id for aspect in theme.aspects) if theme else ()
    if record.aspect is not None and theme is not None and record.aspect not in aspects:
        names = ", ".join(aspects) or "-"
        wanted = LocalizedText(nl=f"een aspect van het thema: {names}", en=f"an aspect of the theme: {names}")
        yield Wrong(path=("aspect",), given=text.short(record.aspect), wanted=wanted)


def _cited(abbreviation: str, basis: model.LegalBasis) -> str:
    part = basis.article if basis.article.startswith("bijlage") else f"art. {basis.article}"
    return f"{abbreviation} {part}" + (f" lid {basis.paragraph}" if basis.paragraph else "")


def _not_that_law(
    legal_basis: tuple[model.LegalBasis, ...], path: Path, sources: Mapping[str, model.Source]
) -> Iterator[Wrong]:
    for index, basis in enumerate(legal_basis):
        law = sources.get(basis.law)
        if law is None:
            continue
        if law.bwb is None or law.abbreviation is None:
            wanted = LocalizedText(nl="een bron die een wet is (met bwb)", en="a source that is a law (with bwb)")
            yield Wrong(path=(*path, "legal_basis", index, "law"), given=text.short(basis.law), wanted=wanted)
            continue
        if law.bwb not in basis.jci:
            wanted = LocalizedText(nl=f"een verwijzing naar {law.bwb}", en=f"a link to {law.bwb}")
            yield Wrong(path=(*path, "legal_basis", index, "jci"), given=text.short(basis.jci), wanted=wanted)
        cited = _cited(law.abbreviation, basis)
        if basis.text != cited:
            wanted = LocalizedText(nl=f"'{cited}'", en=f"'{cited}'")
            yield Wrong(path=(*path, "legal_basis", index, "text"), given=text.short(basis.text), wanted=wanted)


def _not_that_law_of_a_term(record: model.Phase, known: Known) -> Iterator[Wrong]:
    for number, deadline in enumerate(record.deadlines):
        yield from _not_that_law(deadline.legal_basis, ("deadlines", number), known["sources"])
        for phase in known["phases"].values():
            if phase is not None and phase.id < record.id and deadline.id in {each.id for each in phase.deadlines}:
                wanted = LocalizedText(
                    nl=f"een id dat nog vrij is (fase {phase.id} heeft het al)",
                    en=f"an id that is free (phase {phase.id} has it)",
                )
                yield Wrong(path=("deadlines", number, "id"), given=text.short(deadline.id), wanted=wanted)


def faults_of(record: Any, known: Known) -> Iterator[Wrong]:
    """Every fault of `record` against its own parts and the other records, dangling references aside."""
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
    elif isinstance(record, model.Phase):
        yield from _not_that_law_of_a_term(record, known)
    if isinstance(record, model.Responsibility | model.Relation):
        yield from _not_that_law(record.legal_basis, (), known["sources"])
