"""Searching themes, tips, partners and communities with the words of a question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import attrs

from inburgering_cop import phrases, text
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Community, LocalizedText, Partner, Theme, Tip
from inburgering_cop.search._explaining import WordMatch, met
from inburgering_cop.search._index import Index, Key
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import Reader, Said
from inburgering_cop.search._screening import screened
from inburgering_cop.search._standing import Read

KINDS = ("themes", "tips", "partners", "communities")
_NAME, _TEXT = 3.0, 1.0
Fields = list[tuple[str, str, float]]


@attrs.frozen(kw_only=True, repr=False)
class Hit:
    """A record that words lead to.

    Attributes:
        kind: The catalogue it stands in: themes, tips, partners or communities.
        record: The record.
        score: How much of what was typed it accounts for, 0 to 1.
        words: The words that led here, with the word and the field of the record they met.
    """

    kind: str
    record: Theme | Tip | Partner | Community
    score: float
    words: tuple[WordMatch, ...]

    def __repr__(self) -> str:
        return f"<Hit {self.kind} {self.record.id!r} {self.score:.2f}>"


def _both(field: str, said: LocalizedText | None, weight: float) -> Fields:
    if said is None:
        return []
    return [(f"{field}.nl", said.nl, weight), *([(f"{field}.en", said.en, weight)] if said.en else [])]


def _named(field: str, names: Iterable[str]) -> Fields:
    return [(field, name, _NAME) for name in names]


def _theme(each: Theme) -> Fields:
    aspects = [found for aspect in each.aspects for found in _both("aspects.label", aspect.label, _NAME)]
    names = [found for aspect in each.aspects for found in _named("aspects.other_names", aspect.other_names)]
    own = [*_both("label", each.label, _NAME), *_named("other_names", each.other_names)]
    return [*own, *aspects, *names, *_both("definition", each.definition, _TEXT)]


def _partner(each: Partner) -> Fields:
    own = [*_both("name", each.name, _NAME), *_named("other_names", each.other_names)]
    return [*own, *_both("description", each.description, _TEXT)]


def _tip(each: Tip) -> Fields:
    return _both("text", each.text, _TEXT)


def _community(each: Community) -> Fields:
    own = [*_both("name", each.name, _NAME), *_both("focus", each.focus, _TEXT), *_both("area", each.area, _TEXT)]
    return [*own, *(found for theme in each.themes for found in _both("themes.as_named", theme.as_named, _TEXT))]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class HitIndex:
    """All that can be searched, ready to be.

    Attributes:
        records: The records.
        fields: For each record its texts, with the field each stands in and how much it tells.
        index: What each word tells for every record.
        reader: Reads what is typed.
    """

    records: Records
    fields: Mapping[Key, Fields]
    index: Index
    reader: Reader

    @classmethod
    def of(cls, records: Records, lexicon: Lexicon) -> HitIndex:
        """The index over `records`."""
        fields: dict[Key, Fields] = {}
        fields |= {("themes", name): _theme(each) for name, each in records.themes.items()}
        fields |= {("tips", name): _tip(each) for name, each in records.tips.items()}
        fields |= {("partners", name): _partner(each) for name, each in records.partners.items()}
        fields |= {("communities", name): _community(each) for name, each in records.communities.items()}
        documents: dict[Key, list[tuple[str, float]]] = {
            (f"{kind}/{name}", None): [(written, weight) for _, written, weight in texts]
            for (kind, name), texts in fields.items()
        }
        index = Index.of(lexicon, documents, letters=False)
        return cls(records=records, fields=fields, index=index, reader=Reader(lexicon=lexicon, terms=index.rows.keys()))

    def find(
        self, question: str, *, kinds: Collection[str], theme: str | None, community: str | None, most: int
    ) -> tuple[Hit, ...]:
        """The records the words lead to that every filter keeps, best first.

        Raises:
            TextRefusedError: The question is blank, too long, or holds a control character or a possible BSN.
            InvalidValueError: A kind is none that is searched, or `most` is less than 1.
        """
        if not isinstance(most, int) or most < 1:
            raise phrases.invalid("most", most, wanted=("een getal vanaf 1", "a number from 1"), nearest=())
        wanted = (f"een verzameling uit {', '.join(KINDS)}", f"a collection of {', '.join(KINDS)}")
        chosen = (kinds,) if isinstance(kinds, str) else tuple(kinds)
        for kind in chosen:
            if kind not in KINDS:
                raise phrases.invalid("kinds", kind, wanted=wanted, nearest=text.nearest(str(kind), KINDS))
        said = self.reader.read(screened(question)).words
        asked = self.index.asked(said)
        ideal = self.index.most(asked)
        scores = self.index.scores(asked).every()
        found = sorted((-score, self.index.keys[place][0]) for place, score in enumerate(scores) if score > 0)
        hits = []
        for score, key in found:
            kind, _, name = key.partition("/")
            if kind in chosen and self._kept(kind, name, theme, community):
                hits.append((kind, name, min(1.0, -score / ideal)))
        return tuple(self._hit(kind, name, said, score) for kind, name, score in hits[:most])

    def _hit(self, kind: str, name: str, said: Iterable[Said], score: float) -> Hit:
        record = getattr(self.records, kind)[name]
        found = Read(self.reader.lexicon, ((field, written) for field, written, _ in self.fields[kind, name]))
        return Hit(
            kind=kind,
            record=record,
            score=round(score, 4),
            words=met(found, ((each.typed, each.comes_to) for each in said if each.letters)),
        )

    def _kept(self, kind: str, name: str, theme: str | None, community: str | None) -> bool:
        """Whether the filters keep a record: tips by theme and community, communities by theme and id."""
        if kind == "tips":
            tip = self.records.tips[name]
            return (theme is None or theme in tip.themes) and (community is None or community == tip.community)
        if kind == "communities":
            themes = {own.theme for own in self.records.communities[name].themes}
            return (theme is None or theme in themes) and (community is None or community == name)
        return community is None and (theme is None or (kind == "themes" and theme == name))
