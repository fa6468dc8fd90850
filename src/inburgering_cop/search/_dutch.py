"""What a Dutch word comes down to: one root for its inflections, never one for two words that differ.

A light stemmer of our own. Snowball's Dutch one makes begeleiding and beleid, gezin and zin, gemeente and menen the
same; its older Porter variant keeps boete and boetes, leerroute and leerroutes apart. English words pass through it
with little harm. The pairs that must and must not meet stand in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_VOWELS = "aeiouy"
_SEPARABLE = (
    *("in", "uit", "aan", "af", "op", "over", "mee", "door", "terug", "na", "voor", "bij", "om", "toe", "weg"),
    *("vast", "samen", "tegen", "rond", "kwijt", "vrij", "open", "los"),
)
_PARTICIPLE = re.compile(rf"({'|'.join(sorted(_SEPARABLE, key=len, reverse=True))})ge([a-z]{{3,}})")
_LONG_VOWEL = re.compile(r"(.*?)(aa|ee|oo|uu)([^aeiouy])")
_ENDINGS = (("ingen", 5), ("ing", 4), ("en", 3), ("es", 4), ("e", 3), ("s", 4))
_NO_PLURAL = "siutxyz"
_NO_VERB = "tdsfchp"


def _settled(word: str) -> str:
    """One spelling for the vowel and the last consonant: scholen and school, huizen and huis, lessen and les."""
    if len(word) >= 4 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    if long := _LONG_VOWEL.fullmatch(word):
        word = long[1] + long[2][0] + long[3]
    return word[:-1] + {"z": "s", "v": "f"}.get(word[-1], word[-1])


def _without_prefix(word: str) -> str:
    """A participle without its ge-: ingeburgerd as inburgerd, gewerkt as werkt."""
    if not word.endswith(("t", "d")) or len(word) < 7:
        return word
    if found := _PARTICIPLE.fullmatch(word):
        return found[1] + found[2]
    return word.removeprefix("ge")


def _without_ending(word: str) -> str:
    if word.endswith("heden"):
        return word[:-5] + "heid"
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word if ending == "s" and word[-2] in _NO_PLURAL else word[: -len(ending)]
    return word


def _without_person(word: str) -> str:
    """A verb without its t or d: betaalt as betaal; not arts, dienst, kracht."""
    if len(word) >= 5 and word[-1] in "td" and word[-2] not in _VOWELS + _NO_VERB:
        return word if word.endswith(("nst", "rst")) else word[:-1]
    return word[:-1] if len(word) >= 6 and word[-1] == "t" and word[-2] in "kpf" else word


def root(word: str, irregular: Mapping[str, str]) -> str:
    """The root of `word`, which is in lower case and without accents.

    Args:
        word: The word.
        irregular: Forms that follow no rule, with the word they belong to.
    """
    known = irregular.get(word)
    if known is not None:
        return _settled(known) if len(known) > 3 else known
    if len(word) <= 3 or not word.isalpha():
        return word
    return _settled(_without_person(_without_ending(_without_prefix(word))))
