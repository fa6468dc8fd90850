"""A page that stands on its own: its policy lets in what it holds and nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.diagrams import _page
from tests.diagrams import _samples

_ANY = st.text(st.characters(exclude_categories=["Cs"]))


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


class TestPage:
    """`page`."""

    def test_policy_names_the_style_and_script_it_holds(self) -> None:
        """The policy allows nothing but the style and the script of the page, by their digests, and its own icon."""
        page = _page.page(lang="nl", title="T", style="a{}", body="<p>x</p>", script="let a = 1;", data={"a": 1})

        policy = re.findall(r'Content-Security-Policy" content="(.*?)"', page)
        style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
        script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        assert policy == [
            f"default-src 'none'; style-src {_digest(style[0])}; script-src {_digest(script[0])}; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        ]
        assert (style, script) == (["a{}"], ["let a = 1;"])
        assert f'<script type="application/zlib" id="data">{_page.packed({"a": 1})}</script>' in page

    def test_without_script_none_is_let_in(self) -> None:
        """A page without script has no word about scripts in its policy, so that none runs."""
        page = _page.page(lang="en", title="T", style="", body="")

        assert "script" not in page
        assert page.startswith('<!doctype html>\n<html lang="en">')

    @pytest.mark.parametrize("label", _samples.TRICKY)
    def test_title_is_text(self, label: str) -> None:
        """Whatever a title holds, it stays the title."""
        page = _page.page(lang="nl", title=label, style="", body="")

        assert page.count("<title>") == page.count("</title>") == 1
        assert "<script" not in page


class TestData:
    """`packed`."""

    @given(_ANY)
    def test_every_text_is_read_back_and_ends_nothing(self, text: str) -> None:
        """Any text comes back, and none can end its element, since it is written in letters and digits."""
        written = _page.packed({text: [text]})

        assert json.loads(zlib.decompress(base64.b64decode(written))) == {text: [text]}
        assert re.fullmatch("[A-Za-z0-9+/]+=*", written)
