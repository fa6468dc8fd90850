"""The texts of the page: each stored once and referred to by its number, words that come back often by one letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import attrs

from inburgering_cop.model import LocalizedText
from inburgering_cop.text import shown

NONE = 0
Entry = str | list[str] | list[str | int]

_TOKEN = re.compile(r" ?\w+|\W")
_ROUNDS = 4
_OFTEN = 15
_SHORT = ((0x00A1, 0x00AC), (0x00AE, 0x05FF), (0x0606, 0x061B), (0x061D, 0x06DC), (0x06DE, 0x070E), (0x0710, 0x07FF))
_LONG = ((0xE000, 0xF8FF),)


@attrs.define(eq=False)
class Texts:
    """Texts in the order in which they were first asked for; number 0 is no text.

    An entry is a text in one language, a list of the Dutch text and where there is one the English, or a list of what
    stands between its parts and the numbers of the parts. Marks that turn the direction of text stand in it as text.
    """

    entries: list[Entry] = attrs.Factory(lambda: [""])
    _numbers: dict[object, int] = attrs.Factory(dict)

    def number(self, text: LocalizedText | None) -> int:
        """The number of `text`; 0 for None."""
        if text is None:
            return NONE
        return self._of(text, [shown(each) for each in (text.nl, text.en) if each is not None])

    def name(self, name: str) -> int:
        """The number of a text that is the same in every language, such as a title."""
        return self._of(name, shown(name))

    def joined(self, whole: LocalizedText, between: str, *parts: LocalizedText | None) -> int:
        """The number of `whole`, by those of `parts` where it is no more than they with `between` between them."""
        found = [part for part in parts if part is not None]
        told = tuple(between.join(part.get(lang) for part in found) for lang in ("nl", "en"))
        if len(found) < 2 or told != (whole.nl, whole.en):
            return self.number(whole)
        numbers = tuple(self.number(part) for part in found)
        entry: list[str | int] = [between, *numbers]
        return self._of((between, numbers), entry)

    def _of(self, key: object, entry: Entry) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self.entries)
            self.entries.append(entry)
        return self._numbers[key]


@attrs.frozen(kw_only=True)
class Shorthand:
    """The letters that stand for words, and the entries written with them.

    Attributes:
        letters: Which letters, in order, stand for words: from the one code to the other. None stands in any text.
        words: What they stand for, a line each, written with the letters of shorter words.
        entries: The entries, with the letters for the words.
    """

    letters: tuple[tuple[int, int], ...]
    words: str
    entries: tuple[Entry, ...]


def _strings(entries: Iterable[Entry]) -> Iterable[str]:
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        elif not isinstance(entry[-1], int):
            yield from (str(part) for part in entry)


def _bytes(text: str) -> int:
    return len(text.encode())


def _free(spans: tuple[tuple[int, int], ...], taken: set[str]) -> list[str]:
    return [chr(code) for first, last in spans for code in range(first, last + 1) if chr(code) not in taken]


def _spans(letters: Iterable[str]) -> Iterable[tuple[int, int]]:
    """The letters as spans of codes that follow each other."""
    first = last = -1
    for code in map(ord, letters):
        if code != last + 1:
            if last >= 0:
                yield first, last
            first = code
        last = code
    if last >= 0:
        yield first, last


def _merged(tokens: list[str], often: Counter[tuple[str, str]]) -> list[str]:
    """The tokens with those pairs as one that come back often, but where the next pair comes back more."""
    merged = []
    at = 0
    while at < len(tokens):
        here = often[tuple(tokens[at : at + 2])]  # type: ignore[index]
        wide = here >= _OFTEN and here >= often[tuple(tokens[at + 1 : at + 3])]  # type: ignore[index]
        merged.append("".join(tokens[at : at + 2]) if wide else tokens[at])
        at += 2 if wide else 1
    return merged


def _tokens(strings: list[str]) -> dict[str, list[str]]:
    """Each string in words and groups of words that come back often."""
    found = {text: _TOKEN.findall(text) for text in strings}
    for _ in range(_ROUNDS):
        often = Counter(pair for text in strings for pair in pairwise(found[text]))
        found = {text: _merged(tokens, often) for text, tokens in found.items()}
    return found


def _told(word: str, code: dict[str, str]) -> str:
    """`word` in the fewest bytes, with letters for the shorter words in it."""
    best = [(0, "")]
    for end in range(1, len(word) + 1):
        options = [(best[end - 1][0] + _bytes(word[end - 1]), best[end - 1][1] + word[end - 1])]
        for start in range(end - 1):
            letter = code.get(word[start:end]) if end - start < len(word) else None
            if letter is not None:
                options.append((best[start][0] + _bytes(letter), best[start][1] + letter))
        best.append(min(options))
    return best[-1][1]


def shorten(entries: Iterable[Entry]) -> Shorthand:
    """The entries with a letter for every word that is worth it: two bytes for the most telling words, three for more.

    Our choice: a page with every word in full would be too heavy to send; the same words always give the same letters.
    """
    entries = tuple(entries)
    strings = list(_strings(entries))
    tokens = _tokens(strings)
    counted = Counter(token for text in strings for token in tokens[text])
    taken = set("".join(strings))
    code: dict[str, str] = {}
    for letters in (_free(_SHORT, taken), _free(_LONG, taken)):
        size = _bytes(letters[0])
        worth = [
            (count * (_bytes(word) - size) - _bytes(word) - 1, word)
            for word, count in counted.items()
            if word not in code and "\n" not in word
        ]
        best = sorted((each for each in worth if each[0] > 0), key=lambda each: (-each[0], each[1]))
        code |= {word: letter for (_, word), letter in zip(best, letters, strict=False)}

    def written(text: str) -> str:
        return "".join(code.get(token, token) for token in tokens[text])

    def shortened(entry: Entry) -> Entry:
        if isinstance(entry, str):
            return written(entry)
        return entry if isinstance(entry[-1], int) else [written(str(part)) for part in entry]

    return Shorthand(
        letters=tuple(_spans(code.values())),
        words="\n".join(_told(word, code) for word in code),
        entries=tuple(shortened(entry) for entry in entries),
    )
