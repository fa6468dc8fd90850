"""Words in, words out: normalising, nearest names, and screening free text for a BSN or a control character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

_SOFT_HYPHEN = "\u00ad"
_SPACES = str.maketrans(dict.fromkeys("\t\n\r\u0085\u2028\u2029", " ") | {_SOFT_HYPHEN: ""})
_WORD = re.compile(r"\w+")
_DIGIT_RUN = re.compile(r"\d+(?:[ .\-\u00a0\u2010-\u2013]\d+)*")
_NINE_DIGITS = re.compile(r"\d(?:[ .\-\u00a0\u2010-\u2013]?\d){8}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = str.maketrans({letter: f"&#{ord(letter)};" for letter in "&<`|~$\\"})
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def plain(text: str) -> str:
    r"""`text` with line breaks and tabs as spaces, soft hyphens gone, runs of spaces as one, ends trimmed.

    >>> plain("medische\u00ad ontheffing\n aanvragen ")
    'medische ontheffing aanvragen'
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_SPACES).split())


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> tuple[tuple[str, str], ...]:
    """Each word of `text` in order, as typed and as compared (lower case, no accents).

    >>> words("Eén PIP!")
    (('Eén', 'een'), ('PIP', 'pip'))
    """
    if text.isascii():
        return tuple((typed, typed.lower()) for typed in _WORD.findall(text))
    composed = unicodedata.normalize("NFC", text).translate(_SPACES)
    return tuple((typed, _bare(typed)) for typed in _WORD.findall(composed))


def normalise(text: str) -> str:
    """`text` in lower case, without accents, its words joined by single spaces: two spellings of one name agree.

    >>> normalise("'s-Hertogenbosch"), normalise("CoP Inburgering - Súdwest")
    ('s hertogenbosch', 'cop inburgering sudwest')
    """
    return " ".join(word for _, word in words(text))


def shown(text: str) -> str:
    r"""`text` with the number of each mark that turns its direction, so that one left open turns nothing after it.

    Our choice: marks that only tell the direction of the letters beside them stay, for they end by themselves.

    >>> shown("Open \u202e mark")
    'Open [U+202E] mark'
    """
    return _TURNS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def in_markdown(text: str) -> str:
    """`text` for where Markdown is read: what would be taken for HTML, code, a table or a formula is shown as text.

    Headings, lists and emphasis stay what they are.

    >>> in_markdown("**a** <b> `c` | d")
    '**a** &#60;b> &#96;c&#96; &#124; d'
    """
    return text.translate(_MARKDOWN)


def control_character(text: str) -> str | None:
    """The code point (`U+0007`) of the first character no text may hold, or None.

    Control characters and lone surrogates may not stand in a text; line breaks, tabs and soft hyphens may.
    """
    found = _CONTROL.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def _passes_eleven_test(digits: tuple[int, ...]) -> bool:
    total = sum(weight * digit for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0


def _run_holds_bsn(run: str) -> bool:
    blocks = re.findall(r"\d+", run)
    for first in range(len(blocks)):
        digits = ""
        for block in blocks[first:]:
            digits += block
            if len(digits) >= 9:
                break
        if len(digits) == 9 and _passes_eleven_test(tuple(int(digit) for digit in digits)):
            return True
    return False


def holds_bsn(text: str) -> bool:
    """Whether `text` holds nine digits that pass the eleven-test of the BSN (single spaces, dots, hyphens allowed).

    The test: weights 9 8 7 6 5 4 3 2 −1, the sum divisible by eleven, not all zero. A longer unbroken number is no BSN.

    >>> holds_bsn("nummer 111.222.333"), holds_bsn("nummer 111222334")
    (True, False)
    """
    text = text.replace(_SOFT_HYPHEN, "")
    return _NINE_DIGITS.search(text) is not None and any(_run_holds_bsn(run) for run in _DIGIT_RUN.findall(text))


def nearest(given: str, names: tuple[str, ...], *, most: int = 3) -> tuple[str, ...]:
    """The `most` names that look most like `given`, best first; empty when none comes near.

    >>> nearest("duoo", ("duo", "coa", "argonaut"))
    ('duo',)
    """
    import difflib

    wanted = normalise(given)
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(normalise(name), name)
    if len(wanted) > 200:
        return ()
    close = difflib.get_close_matches(wanted, by_key, n=most, cutoff=0.66)
    inside = [key for key in by_key if len(wanted) > 2 and wanted in key and key not in close]
    return tuple(by_key[key] for key in [*close, *sorted(inside, key=len)][:most])


def _content(value: object) -> str:
    """The text in `value`, however deep."""
    if isinstance(value, Mapping):
        return " / ".join(f"{_content(key)} / {_content(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return " / ".join(_content(inner) for inner in value)
    return str(value)


def short(value: object, *, most: int = 60) -> str:
    """`value` as it is shown in an error: its repr on one line, cut at `most` characters, never a BSN.

    >>> short("111222333"), short("x" * 100, most=8), short(10**5000)
    ('(BSN)', "'xxxxxx…", '(a number of very many digits)')
    """
    if isinstance(value, int) and abs(value) >= 10**most:
        return "(a number of very many digits)"
    if holds_bsn(_content(value)):
        return "(BSN)"
    shown = repr(str(value)) if isinstance(value, str) else repr(value)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def path(parts: Sequence[str | int]) -> str:
    """Where something stands in nested data, on one line; a name that is no plain word is shown as a value is.

    >>> path(("citations", 0, "place")), path(("111222333",))
    ('citations[0].place', '(BSN)')
    """
    shown = ""
    for part in parts:
        if isinstance(part, int):
            shown += f"[{part}]"
        else:
            name = part if re.fullmatch(r"[\w-]{1,60}", part) and not holds_bsn(part) else short(part)
            shown += f".{name}" if shown else name
    return shown


def listed(names: tuple[str, ...], *, joiner: str) -> str:
    """`names` quoted, with commas and a last `joiner`.

    >>> listed(("duo", "coa", "ind"), joiner="or")
    "'duo', 'coa' or 'ind'"
    """
    quoted = [f"'{name}'" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {joiner} {quoted[-1]}"
