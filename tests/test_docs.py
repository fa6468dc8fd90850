"""The examples in README.md, in docs/ and in the docstrings: each runs, and prints what it says it prints."""

from __future__ import annotations

import doctest
import importlib
import json
import pkgutil
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.cli import main

_ROOT = Path(__file__).parents[1]
_PAGES = [_ROOT / "README.md", *sorted((_ROOT / "docs").glob("*.md"))]
_FENCE = re.compile(r"^(?P<mark>`{3,})(?P<kind>[^`\n]*)\n(?P<body>.*?)^(?P=mark) *$", re.MULTILINE | re.DOTALL)
_OPTIONS = re.compile(r"(?::[\w-]+:.*\n)+\n?")
_RUN = frozenset({"console", "json", "python", "toml"})
_NOT_RUN = frozenset({"sh", "{eval-rst}", "{glossary}", "{note}", "{toctree}"})


@attrs.frozen(kw_only=True)
class _Block:
    """A fenced block of a page.

    Attributes:
        kind: What stands behind the fence, without `{code-block}`.
        caption: The file name above the block; None when there is none.
        body: What stands in it.
        line: The line the body starts on, counted from 1.
    """

    kind: str
    caption: str | None
    body: str
    line: int


def _blocks(page: Path) -> Iterator[_Block]:
    text = page.read_text(encoding="utf-8")
    for fence in _FENCE.finditer(text):
        body, start = fence["body"], fence.start("body")
        options = _OPTIONS.match(body) if fence["kind"].startswith("{") else None
        caption = re.search(r"^:caption: (.+)$", options[0], re.MULTILINE) if options else None
        skipped = options.end() if options else 0
        yield _Block(
            kind=fence["kind"].removeprefix("{code-block}").strip(),
            caption=caption[1] if caption else None,
            body=body[skipped:],
            line=text.count("\n", 0, start + skipped) + 1,
        )


def _run_examples(source: str, namespace: dict[str, Any], *, name: str, file: str, line: int) -> str:
    """Runs the doctest in `source`; what went wrong, or nothing."""
    examples = doctest.DocTestParser().get_doctest(source, {}, name, file, line - 1)
    examples.globs = namespace
    return _failures(examples)


def _failures(examples: doctest.DocTest) -> str:
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    runner.run(examples, out=said.append, clear_globs=False)
    return "".join(said)


def _commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, and the output shown below it."""
    _, *parts = re.split(r"^\$ ", f"\n{body}", flags=re.MULTILINE)
    for part in parts:
        command, _, shown = part.partition("\n")
        yield command, shown.rstrip()


def _shown(output: str) -> re.Pattern[str]:
    """What `output` stands for: its lines, `...` on a line of its own for any number of lines."""
    lines = [line.rstrip() for line in output.splitlines()]
    return re.compile("".join(r"(?:.*\n)*?" if line.strip() == "..." else _line(line) for line in lines))


def _line(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.split("...")) + r"\n"


def _run_command(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Runs a command of a console block; what went wrong, or nothing."""
    program, *words = shlex.split(command)
    if program != "inburgering-cop":
        return f"{program} is not a command of this library; put it in a sentence or an sh block\n"
    capsys.readouterr()
    code = main(words)
    printed = capsys.readouterr()
    if code != 0:
        return f"$ {command}\nexit {code}: {printed.out}{printed.err}\n"
    lines = "".join(f"{line.rstrip()}\n" for line in printed.out.rstrip().splitlines())
    return "" if not shown or _shown(shown).fullmatch(lines) else f"$ {command}\nprints\n{lines}and not\n{shown}\n"


def _modules() -> list[str]:
    found = pkgutil.walk_packages(icop.__path__, f"{icop.__name__}.")
    return [icop.__name__, *(each.name for each in found if not each.name.endswith("__main__"))]


class TestPages:
    """The pages for readers."""

    @pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
    def test_examples_print_what_the_page_shows(
        self, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Every block of a page runs, in order, in one namespace and one folder, with the output it shows."""
        monkeypatch.chdir(tmp_path)
        namespace: dict[str, Any] = {"__name__": page.stem}
        wrong = []

        for block in _blocks(page):
            said: list[str] = []
            if block.kind in {"json", "toml"}:
                {"json": json.loads, "toml": tomllib.loads}[block.kind](block.body)
                if block.caption:
                    Path(block.caption).write_text(block.body, encoding="utf-8")
            elif block.kind == "console":
                said = [_run_command(*each, capsys) for each in _commands(block.body)]
            elif block.kind == "python" and ">>>" in block.body:
                said = [_run_examples(block.body, namespace, name=page.name, file=str(page), line=block.line)]
            elif block.kind == "python":
                exec(compile("\n" * (block.line - 1) + block.body, str(page), "exec"), namespace)  # noqa: S102
            wrong += [f"{page.name}:{block.line}: {each}" for each in said if each]

        assert not wrong, "\n".join(wrong)

    @pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
    def test_no_block_escapes_the_tests(self, page: Path) -> None:
        """Every fence of a page is closed, and of a kind that is run or that holds no code of this library."""
        blocks = list(_blocks(page))
        fences = re.findall(r"^ *`{3,}", page.read_text(encoding="utf-8"), re.MULTILINE)

        assert len(fences) == 2 * len(blocks)
        assert {block.kind for block in blocks} <= _RUN | _NOT_RUN

    @pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
    def test_console_blocks_start_with_a_command(self, page: Path) -> None:
        """No output stands in a console block without the command that prints it."""
        blocks = [block for block in _blocks(page) if block.kind == "console"]

        assert all(block.body.startswith("$ ") for block in blocks)


class TestReference:
    """The page docs/reference.md."""

    def test_every_public_name_stands_in_it_once(self) -> None:
        """The reference names exactly the public names."""
        page = (_ROOT / "docs" / "reference.md").read_text(encoding="utf-8")

        named = re.findall(r"^\.\. auto(?:class|exception|function):: (\w+)$", page, re.MULTILINE)

        assert sorted(named) == sorted(icop.__all__)


class TestShown:
    """How the output in a console block is read."""

    @pytest.mark.parametrize(
        ("shown", "printed", "fits"),
        [
            ("a\nb", "a\nb\n", True),
            ("a\nb", "a\nb\nc\n", False),
            ("a\n...\nc", "a\nb\nb\nc\n", True),
            ("a\n...\nc", "a\nc\n", True),
            ("a\n...\nc", "a\nb\n", False),
            ("a\n...", "a\nb\n", True),
            ("a ... c", "a b c\n", True),
            ("a ... c", "a b\nc\n", False),
            ("a.c", "abc\n", False),
        ],
    )
    def test_dots_stand_for_what_is_left_out(self, shown: str, printed: str, fits: bool) -> None:
        """Dots on a line of their own stand for lines, dots within a line for words; all else is literal."""
        assert bool(_shown(shown).fullmatch(printed)) is fits

    def test_a_command_that_fails_is_found(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A command with another exit code than 0 is wrong, whatever it shows."""
        assert "exit 2" in _run_command("inburgering-cop themes nergens", "", capsys)

    def test_output_that_is_not_printed_is_found(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A command that prints something else than the page shows is wrong."""
        assert "and not" in _run_command("inburgering-cop --version", "inburgering-cop 9.9.9", capsys)


class TestDocstrings:
    """The examples in the docstrings."""

    @pytest.mark.parametrize("name", _modules())
    def test_examples_print_what_the_docstring_shows(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Every example in a docstring of the module prints what it shows."""
        monkeypatch.chdir(tmp_path)
        module = importlib.import_module(name)

        found = doctest.DocTestFinder(exclude_empty=True).find(module)

        wrong = "".join(_failures(each) for each in found)
        assert not wrong, wrong
