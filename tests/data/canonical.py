"""The one way a data file is written: records by id, fields in the order of their class, two spaces.

`python -m tests.data.canonical` rewrites every bundled file that way.
"""

from __future__ import annotations

import json
import types
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

import inburgering_cop
from inburgering_cop.knowledge._records import KINDS
from inburgering_cop.model import Dataset

FOLDER = Path(inburgering_cop.__file__).parent / "data"


def canonical(text: str) -> str:
    """`text`, a data file, as it should stand."""
    value = json.loads(text)
    ordered: dict[str, Any] = {}
    for kind in ("dataset", *KINDS):
        if kind == "dataset" and kind in value:
            ordered[kind] = _in_order(value[kind], Dataset)
        elif kind in value:
            records = [_in_order(record, KINDS[kind]) for record in value[kind]]
            ordered[kind] = sorted(records, key=lambda record: record.get("id") or record["code"])
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"


def _in_order(value: Any, kind: Any) -> Any:
    if get_origin(kind) in {Union, types.UnionType}:
        return _in_order(value, next(member for member in get_args(kind) if member is not type(None)))
    if get_origin(kind) is tuple:
        return [_in_order(member, get_args(kind)[0]) for member in value]
    if not attrs.has(kind):
        return value
    hints = get_type_hints(kind)
    return {
        field.name: _in_order(value[field.name], hints[field.name])
        for field in attrs.fields(kind)
        if field.name in value
    }


if __name__ == "__main__":
    for path in sorted(FOLDER.rglob("*.json")):
        path.write_text(canonical(path.read_text(encoding="utf-8")), encoding="utf-8")
