"""Escaping: whatever a text holds, Mermaid, DOT and XML show it as text."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.diagrams.writers import _escape
from tests.diagrams import _reading, _samples

_ANY = st.text(st.characters())


class TestMermaid:
    """Text inside a quoted Mermaid label."""

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("<script>", "#60;script#62;"),
            ('"', "#34;"),
            ("a\\n", "a#92;n"),
            ("]]>", "#93;#93;#62;"),
            ("`x`", "#96;x#96;"),
            ("a|b", "a#124;b"),
            ("end", "end"),
            ("\u202ex\u200f", "#8238;x#8207;"),
            ("#35;", "#35;35#59;"),
            ("_x_ *y*", "#95;x#95; #42;y#42;"),
            ("\x07a\x00b\x1f", "a b"),
            ("één (1/2), 'x'?", "één (1/2), 'x'?"),
        ],
    )
    def test_what_has_a_meaning_becomes_its_code(self, text: str, written: str) -> None:
        """A character that means something in a label is written as its code; letters and plain marks stay."""
        assert _escape.mermaid(text) == written

    @given(_ANY)
    def test_every_text_is_shown_as_it_is(self, text: str) -> None:
        """The codes read back give the text on one line: they are the only thing Mermaid decodes in a label."""
        written = _escape.mermaid(text)

        assert _reading.mermaid_shown(written) == _reading.on_one_line(text)

    @given(_ANY)
    def test_nothing_but_codes_and_plain_marks_is_written(self, text: str) -> None:
        """No text can end its label or be read as Markdown, HTML or a code of its own, since no such mark remains."""
        written = _escape.mermaid(text)

        assert not re.search(r'["`<>|\\\[\]{}*_~@$%&\n]', written)
        assert not re.search(r"[#;]", re.sub(r"#\d+;", "", written))


class TestMermaidLine:
    """Text in a directive that runs to the end of its line."""

    def test_marks_that_end_or_open_something_go(self) -> None:
        """Marks that a directive gives a meaning become spaces, those of a tag look-alikes; the words stay."""
        assert _escape.mermaid_line("a; b#35; {c} %% <d>\ne\x07f") == "a b 35 c ‹d› e f"

    @given(_ANY)
    def test_it_is_one_line_without_marks(self, text: str) -> None:
        """No text breaks out of its directive, since it holds no line break, comment, brace or statement end."""
        written = _escape.mermaid_line(text)

        assert not re.search(r"[#;{}%<>\n\r]", written)
        assert len(written.splitlines()) <= 1


class TestDot:
    """Text inside a quoted DOT string."""

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ('zegt "x"', 'zegt \\"x\\"'),
            ("a\\N", "a\\\\N"),
            ('\\"', '\\\\\\"'),
            ("<b> & &amp;", "&lt;b&gt; &amp; &amp;amp;"),
            ("#35;", "#35;"),
            ("a|b {c}", "a|b {c}"),
            ("\x07a\nb", "a b"),
        ],
    )
    def test_quotes_backslashes_and_entities_are_escaped(self, text: str, written: str) -> None:
        """Quotes and backslashes get a backslash before them; what would be an entity or a tag is an entity."""
        assert _escape.dot(text) == written

    @given(_ANY)
    def test_every_text_is_shown_as_it_is(self, text: str) -> None:
        """The string read back gives the text on one line: quotes, escapes and entities are all DOT knows in one."""
        shown = _reading.dot_strings(f'label="{_escape.dot(text)}"')

        assert " ".join(shown) == _reading.on_one_line(text)


class TestXml:
    """Text as XML content or in a quoted attribute."""

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("<script>", "&lt;script&gt;"),
            ("]]>", "]]&gt;"),
            ('a "b" & c', "a &quot;b&quot; &amp; c"),
            ("&#35;", "&amp;#35;"),
            ("a\x00\x07\x0bb\ufffe\uffff\ud800c", "a b c"),
            ("\u202ex", "\u202ex"),
        ],
    )
    def test_marks_are_entities_and_impossible_characters_spaces(self, text: str, written: str) -> None:
        """Marks become entities; a character that no XML document may hold becomes a space."""
        assert _escape.xml(text) == written

    @given(_ANY)
    def test_every_text_is_read_back(self, text: str) -> None:
        """An XML reader gives the text on one line back, as content and as attribute, whatever it is."""
        written = _escape.xml(text)

        element = ElementTree.fromstring(f'<a b="{written}">{written}</a>'.encode())  # noqa: S314

        assert (element.text or "", element.attrib["b"]) == (_reading.on_one_line(text), _reading.on_one_line(text))


class TestTricky:
    """The labels that are known to break pictures."""

    @pytest.mark.parametrize("label", _samples.TRICKY)
    def test_each_survives_every_format(self, label: str) -> None:
        """A label known to break pictures is shown as it is in Mermaid, DOT and XML."""
        assert _reading.mermaid_shown(_escape.mermaid(label)) == label
        assert _reading.dot_strings(f'label="{_escape.dot(label)}"') == [label]
        assert ElementTree.fromstring(f"<a>{_escape.xml(label)}</a>".encode()).text == label  # noqa: S314
