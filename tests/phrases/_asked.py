"""Which texts the source asks for, read from its syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

import inburgering_cop as icop

_SOURCE = Path(str(icop.__file__)).parent


@attrs.frozen(kw_only=True)
class Module:
    """The strings of one module: those written whole, and those with places to fill, as patterns."""

    name: str
    whole: frozenset[str]
    filled: tuple[str, ...]


def modules() -> Iterator[Module]:
    """Every module of the library except those that hold the texts themselves."""
    for path in sorted(_SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not any(isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "TEXTS" for node in tree.body):
            nodes = list(ast.walk(tree))
            yield Module(
                name=path.relative_to(_SOURCE).as_posix(),
                whole=frozenset(
                    node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
                ),
                filled=tuple(_pattern(node) for node in nodes if isinstance(node, ast.JoinedStr)),
            )


def _pattern(node: ast.JoinedStr) -> str:
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)" for part in node.values]
    return "".join(parts)


def asked_for(key: str, module: Module, words: frozenset[str]) -> bool:
    """Whether `module` names `key`, whole or with a place that a number, one of its strings or a stored word fills."""
    if key in module.whole:
        return True
    for pattern in module.filled:
        found = re.fullmatch(pattern, key)
        if (
            found
            and found[0] != found[1]
            and all(part.isdigit() or part in module.whole or part in words for part in found.groups())
        ):
            return True
    return False
