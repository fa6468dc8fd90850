"""The one place where text becomes safe in Mermaid, DOT and XML; whatever it holds, it is shown as text."""

from __future__ import annotations

import json
import re
from xml.sax import saxutils

_MERMAID_SAFE = re.compile(r"[^\w ,.()/:?!'’+=–-]|_", re.UNICODE)
_ALIKE = str.maketrans("<>", "‹›")
_CODE = re.compile(r"&(?=#?\w+;)")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _shown(text: str) -> str:
    """`text` on one line, without the characters that no XML document may hold."""
    return " ".join(_NOT_XML.sub(" ", text).split())


def mermaid(text: str) -> str:
    """`text` for inside a quoted Mermaid label: whatever has a meaning there becomes its code.

    >>> mermaid('a "b" <c>')
    'a #34;b#34; #60;c#62;'
    """
    return _MERMAID_SAFE.sub(lambda found: f"#{ord(found[0])};", _shown(text))


def mermaid_line(text: str) -> str:
    """`text` for a Mermaid directive that runs to the end of its line, where no codes exist."""
    return " ".join(re.sub(r"[#;{}%]", " ", _shown(text).translate(_ALIKE)).split())


def quoted_line(text: str) -> str:
    """`text` as a quoted value of the front matter, on one line.

    Mermaid drops what looks like a tag there and reads what looks like a code, so that signs that look alike stand in.
    """
    return json.dumps(_CODE.sub("＆", _shown(text).translate(_ALIKE)), ensure_ascii=False)


def dot(text: str) -> str:
    r"""`text` for inside a quoted DOT string.

    >>> print(dot('a "b" <c>'))
    a \"b\" &lt;c&gt;
    """
    escaped = _shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\\", "\\\\").replace('"', '\\"')


def xml(text: str) -> str:
    """`text` for XML content or a quoted attribute.

    >>> xml('a "b" <c>')
    'a &quot;b&quot; &lt;c&gt;'
    """
    return saxutils.escape(_shown(text), {'"': "&quot;"})
