"""A web page that stands on its own: one style, at most one script, no request, and a policy that says so."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from typing import Any

from inburgering_cop.diagrams.writers import _escape

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath fill='%231B59A4' d='M1 11h4v4H1zM6 6h4v9H6zM11 1h4v14h-4z'/%3E%3C/svg%3E"
)
_LEVEL = 9


def packed(value: Any) -> str:
    """`value` as JSON, compressed as zlib does and in base64: letters that can end no element and no line.

    The same value gives the same letters wherever zlib is the same; another release of it, or a replacement such as
    zlib-ng, may find other ones, for the same value.

    >>> zlib.decompress(base64.b64decode(packed(["</script>"])))
    b'["</script>"]'
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(zlib.compress(written.encode(), _LEVEL)).decode()


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(*, lang: str, title: str, style: str, body: str, script: str = "", data: Any = None) -> str:
    """A whole HTML page.

    Args:
        lang: The language of its words.
        title: Its title.
        style: Its style sheet, the only one its policy lets in.
        body: What stands in `body`, as HTML.
        script: Its script, the only one its policy lets in, run before the body is there; none by default.
        data: What the script works with, as JSON values; packed, in the element with id `data`.
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
    ]
    if script:
        lines.append(f"<script>{script}</script>")
    lines += ["</head>", "<body>", body]
    if data is not None:
        lines.append(f'<script type="application/zlib" id="data">{packed(data)}</script>')
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"
