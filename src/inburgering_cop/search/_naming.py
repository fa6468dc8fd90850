"""Which themes a question calls by their name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from inburgering_cop import text
from inburgering_cop.model import Theme
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import IDEA, Said


class Names:
    """The names of themes, read when they are first asked for."""

    def __init__(self, lexicon: Lexicon, themes: Mapping[str, Theme]) -> None:
        self._lexicon = lexicon
        self._themes = themes
        self._known: dict[str, tuple[frozenset[str], ...]] = {}

    def meant(self, themes: Iterable[str], said: tuple[Said, ...]) -> set[str]:
        """Those of which the question is a whole name and nothing more: then it is about nothing else."""
        telling = [each for each in said if any(term[0] != IDEA for term, _ in each.terms) or not each.known]
        typed = [{term for term, _ in each.terms} for each in telling]
        every = set().union(*typed)

        def is_all(roots: frozenset[str]) -> bool:
            return all(roots & terms for terms in typed)

        return {theme for theme in themes if any(map(is_all, filter(every.issuperset, self._roots_of(theme))))}

    def standing(self, themes: Iterable[str], said: tuple[Said, ...], *, rare: Callable[[str], bool]) -> set[str]:
        """Those of which a whole name stands in the question, all its words rare."""
        typed = {term for each in said for term, _ in each.terms}

        def stands(roots: frozenset[str]) -> bool:
            return roots <= typed and all(map(rare, roots))

        return {theme for theme in themes if any(map(stands, self._roots_of(theme)))}

    def _roots_of(self, theme: str) -> tuple[frozenset[str], ...]:
        """For each name of a theme the roots of its telling words."""
        names = self._known.get(theme)
        if names is None:
            record = self._themes[theme]
            written = (record.label.nl, record.label.get("en"), *record.other_names)
            names = self._known[theme] = tuple(roots for roots in map(self._roots_in, written) if roots)
        return names

    def _roots_in(self, name: str | None) -> frozenset[str]:
        lexicon = self._lexicon
        words = lexicon.in_full(text.words(name or ""))
        return frozenset(lexicon.root(full) for _, full in words if full not in lexicon.small)
