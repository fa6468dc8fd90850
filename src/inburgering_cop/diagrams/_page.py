"""A web page that stands on its own: one style, at most one script, no request, and a policy that says so."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from inburgering_cop.diagrams.writers import _escape

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath fill='%231B59A4' d='M1 11h4v4H1zM6 6h4v9H6zM11 1h4v14h-4z'/%3E%3C/svg%3E"
)
_UNSAFE = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


def as_data(value: Any) -> str:
    r"""`value` as JSON for inside a script element: no text in it can end the element or a line of it.

    >>> print(as_data(["</script>"]))
    ["\u003c/script\u003e"]
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return written.translate(_UNSAFE)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(*, lang: str, title: str, style: str, body: str, script: str = "", data: Any = None) -> str:
    """A whole HTML page.

    Args:
        lang: The language of its words.
        title: Its title.
        style: Its style sheet, the only one its policy lets in.
        body: What stands in `body`, as HTML.
        script: Its script, the only one its policy lets in; none by default.
        data: What the script works with, as JSON values, in the element with id `data`.
    """
    scripts = f"; script-src {_digest(script)}" if script else ""
    policy = (
        f"default-src 'none'; style-src {_digest(style)}{scripts}; img-src data:; base-uri 'none'; form-action 'none'"
    )
    lines = [
        "<!doctype html>",
        f'<html lang="{lang}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_escape.xml(title)}</title>",
        f'<link rel="icon" href="{_ICON}">',
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        body,
    ]
    if data is not None:
        lines.append(f'<script type="application/json" id="data">{as_data(data)}</script>')
    if script:
        lines.append(f"<script>{script}</script>")
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"
