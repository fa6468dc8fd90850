"""The package's own names."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import inburgering_cop as icop

_PACKAGE = Path(icop.__file__)


def _typed_imports() -> dict[str, str]:
    """The names the type checkers see, with the module each comes from."""
    tree = ast.parse(_PACKAGE.read_text(encoding="utf-8"))
    return {
        alias.name: node.module or ""
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


class TestNames:
    """`import inburgering_cop as icop`."""

    def test_all_table_and_typed_imports_are_equal(self) -> None:
        """What is announced, what is loaded on first use and what the type checkers see are the same names."""
        assert _typed_imports() == icop._HOMES
        assert sorted(icop._HOMES) == icop.__all__

    @pytest.mark.parametrize("name", icop.__all__)
    def test_name_is_loaded_from_its_home(self, name: str) -> None:
        """Every public name is the one its own module has."""
        assert getattr(icop, name) is getattr(import_module(icop._HOMES[name]), name)

    def test_dir_shows_every_public_name(self) -> None:
        """`dir` lists the public names before they are used."""
        assert set(icop.__all__) <= set(dir(icop))

    def test_unknown_name_is_an_attribute_error(self) -> None:
        """A misspelt name is refused like in any module."""
        with pytest.raises(AttributeError, match=r"module 'inburgering_cop' has no attribute 'lood'"):
            icop.lood  # type: ignore[attr-defined]  # noqa: B018

    def test_import_reads_and_loads_nothing(self) -> None:
        """Importing the package loads none of its rooms and none of the libraries they use."""
        program = (
            "import sys, inburgering_cop; print(sorted(set(sys.modules) & {'attrs', 'cattrs', 'networkx', 'typing'}))"
        )

        done = subprocess.run(
            [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True, cwd=_PACKAGE.parents[1]
        )

        assert done.stdout == "[]\n"

    def test_bundled_knowledge_loads_without_networkx(self) -> None:
        """Networkx is imported only when a graph is asked for."""
        program = "import sys, inburgering_cop as i; i.escalate('boete'); print('networkx' in sys.modules)"

        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

        assert done.stdout == "False\n"
