"""What is said of a theme and of each side of it, and the index over all of that."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from inburgering_cop.knowledge import Records
from inburgering_cop.model import Aspect, Theme
from inburgering_cop.search._index import AS_MUCH, Index, Key
from inburgering_cop.search._lexicon import Lexicon, resource

ELSEWHERE, PARTNER = "~", "="
FIELD, REST = ("+field", None), ("+rest", None)
_ALONE = 8.0
_NAMES, _ASKED, _DEFINITION, _WHY, _TIPS = 1.5, 1.0, 1.0, 0.5, 0.5
FIELDS = (
    *("label.nl", "label.en", "other_names", "aspects.label.nl", "aspects.label.en", "aspects.other_names"),
    *("asked_as", "aspects.asked_as", "definition.nl", "definition.en"),
    *("responsibilities.why.nl", "responsibilities.why.en", "tips.text.nl", "tips.text.en"),
)


@attrs.frozen
class Passage:
    """Texts of a theme or a side of it that stand in one field, and how much each tells."""

    field: str
    weight: float
    texts: Sequence[str]


def passages(records: Records, theme: Theme, aspect: Aspect | None) -> Iterable[Passage]:
    """The texts of a theme as a whole, or of a side of it, those that tell most first, in the order of `FIELDS`.

    They are its names, the ways in which people put it, its definition, why to turn to whom on it, and the tips.
    """
    named = theme if aspect is None else aspect
    before = "aspects." if aspect else ""
    yield Passage(f"{before}label.nl", _NAMES, (named.label.nl,))
    yield Passage(f"{before}label.en", _NAMES, (named.label.en,) if named.label.en else ())
    yield Passage(f"{before}other_names", _NAMES, named.other_names)
    yield Passage(f"{before}asked_as", _ASKED, named.asked_as)
    if aspect is None:
        yield Passage("definition.nl", _DEFINITION, (theme.definition.nl,))
        yield Passage("definition.en", _DEFINITION, (theme.definition.en,) if theme.definition.en else ())
    for row in records.responsibilities_on(theme.id):
        if row.aspect == (aspect.id if aspect else None):
            yield Passage("responsibilities.why.nl", _WHY, (row.why.nl,))
            yield Passage("responsibilities.why.en", _WHY, (row.why.en,) if row.why.en else ())
    for tip in () if aspect else records.tips_on(theme.id):
        yield Passage("tips.text.nl", _TIPS, (tip.text.nl,))
        yield Passage("tips.text.en", _TIPS, (tip.text.en,) if tip.text.en else ())


def searched(records: Records) -> Iterable[Theme]:
    """The themes a question can lead to: all but those that only group others."""
    grouping = {theme.broader for theme in records.themes.values()}
    return (
        theme for theme in records.themes.values() if theme.id not in grouping or records.responsibilities_on(theme.id)
    )


def _phrased(theme: Theme) -> bool:
    """Whether it is known how people put it; of a theme without, its names must be enough."""
    return bool(theme.asked_as) or any(aspect.asked_as for aspect in theme.aspects)


def documents(records: Records, themes: Iterable[Theme]) -> dict[Key, list[tuple[str, float]]]:
    """The texts of each theme and side of it."""
    found: dict[Key, list[tuple[str, float]]] = {}
    for theme in themes:
        alone = 1.0 if _phrased(theme) else _ALONE
        for side in (None, *theme.aspects):
            told = passages(records, theme, side)
            texts = [(written, alone * each.weight) for each in told for written in each.texts]
            found[theme.id, side.id if side else None] = texts
    return found


def elsewhere() -> dict[Key, list[tuple[str, float]]]:
    """The texts of what lies outside the field."""
    return {
        (f"{ELSEWHERE}{topic}", None): [
            *((each, 3.0) for each in said["words"]),
            *((each, 1.0) for each in said["asked_as"]),
        ]
        for topic, said in resource("elsewhere.json").items()
    }


def built(
    records: Records, lexicon: Lexicon, settles: Callable[[str, str | None], str], telling: Mapping[str, int]
) -> Index:
    """The index over the themes, over what lies outside the field, and over each of these together.

    What is asked of all that one partner settles counts together too.

    Args:
        records: The records.
        lexicon: What is known of words.
        settles: Who settles a theme and side.
        telling: How much terms tell in a question, in 64ths, as far as that was learnt.
    """
    every = documents(records, searched(records))
    outside = elsewhere()
    together: dict[Key, list[Key]] = {}
    for key in every:
        together.setdefault((f"{PARTNER}{settles(*key)}", None), []).append(key)
    together |= {FIELD: list(every), REST: list(outside)}
    index = Index.of(lexicon, every | outside, together=together, letters=True, naming=_NAMES)
    learnt = [telling.get(term, AS_MUCH) for term in index.terms.numbers]
    return attrs.evolve(index, terms=attrs.evolve(index.terms, telling=learnt))


def digest(records: Records, theme: Theme) -> str:
    """What the texts of a theme come down to, so that what was made ready is only used for the texts it is of."""
    told = [(row.aspect or "", row.why.nl, row.why.en or "") for row in records.responsibilities_on(theme.id)]
    told += [("", tip.text.nl, tip.text.en or "") for tip in records.tips_on(theme.id)]
    sides = [f"{aspect.id}\n{_texts(aspect)}" for aspect in theme.aspects]
    own = [_texts(theme), f"{theme.definition.nl}\n{theme.definition.en}", *sides]
    written = "\n\n".join([*own, *("\n".join(each) for each in told)])
    return hashlib.blake2b(written.encode(), digest_size=8).hexdigest()


def _texts(named: Theme | Aspect) -> str:
    label = named.label
    return "\n".join([label.nl, label.en or "", *named.other_names, "", *named.asked_as])
