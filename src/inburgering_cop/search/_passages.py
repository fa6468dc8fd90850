"""What is said of a theme and of each side of it, and the index over all of that."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

import attrs

from inburgering_cop.knowledge import Records
from inburgering_cop.model import Aspect, Theme
from inburgering_cop.search._index import AS_MUCH, Index, Key
from inburgering_cop.search._lexicon import Lexicon, resource

ELSEWHERE, PARTNER = "~", "="
FIELD, REST = ("+field", None), ("+rest", None)
_ALONE = 8.0
_WEIGHTS = {
    "label": 1.5,
    "other_names": 1.5,
    "aspects": 1.5,
    "definition": 1.0,
    "asked_as": 1.0,
    "why": 0.5,
    "tips": 0.5,
}


@attrs.frozen(kw_only=True)
class Passage:
    """A text of a theme, the aspect it stands with, and how much it tells."""

    aspect: str | None
    field: str
    text: str
    weight: float


def passages(records: Records, theme: Theme) -> Iterable[Passage]:
    """The texts of a theme, those that tell most first: its own, why to turn to whom on it, and the tips about it."""

    def named(field: str, texts: Iterable[str | None], weight: float, aspect: str | None = None) -> Iterable[Passage]:
        return (Passage(aspect=aspect, field=field, text=each, weight=weight) for each in texts if each)

    yield from named("label.nl", [theme.label.nl], _WEIGHTS["label"])
    yield from named("label.en", [theme.label.en], _WEIGHTS["label"])
    yield from named("other_names", theme.other_names, _WEIGHTS["other_names"])
    for aspect in theme.aspects:
        yield from named("aspects.label.nl", [aspect.label.nl], _WEIGHTS["aspects"], aspect.id)
        yield from named("aspects.label.en", [aspect.label.en], _WEIGHTS["aspects"], aspect.id)
        yield from named("aspects.other_names", aspect.other_names, _WEIGHTS["aspects"], aspect.id)
    yield from named("asked_as", theme.asked_as, _WEIGHTS["asked_as"])
    for aspect in theme.aspects:
        yield from named("aspects.asked_as", aspect.asked_as, _WEIGHTS["asked_as"], aspect.id)
    yield from named("definition.nl", [theme.definition.nl], _WEIGHTS["definition"])
    yield from named("definition.en", [theme.definition.en], _WEIGHTS["definition"])
    for row in records.responsibilities_on(theme.id):
        yield from named("responsibilities.why.nl", [row.why.nl], _WEIGHTS["why"], row.aspect)
        yield from named("responsibilities.why.en", [row.why.en], _WEIGHTS["why"], row.aspect)
    for tip in records.tips_on(theme.id):
        yield from named("tips.text.nl", [tip.text.nl], _WEIGHTS["tips"])
        yield from named("tips.text.en", [tip.text.en], _WEIGHTS["tips"])


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
        found[theme.id, None] = []
        for passage in passages(records, theme):
            found.setdefault((theme.id, passage.aspect), []).append((passage.text, alone * passage.weight))
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
    index = Index.of(lexicon, every | outside, together=together, letters=True)
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
