"""The one mapping over records: read-only, ids in order, and an unknown id says what is near."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Generic, TypeVar

from inburgering_cop import phrases, text

Record = TypeVar("Record")


class Catalogue(Mapping[str, Record], Generic[Record]):
    """Records of one kind by id, ids in order.

    Args:
        name: The name it goes by on a knowledge base ("partners").
        records: The records by id.

    Indexing an unknown id raises an UnknownNameError that names the nearest ids.
    """

    __slots__ = ("_name", "_records")

    def __init__(self, name: str, records: Mapping[str, Record]) -> None:
        self._name = name
        self._records = {key: records[key] for key in sorted(records)}

    def __getitem__(self, key: str) -> Record:
        try:
            return self._records[key]
        except (KeyError, TypeError):
            near = text.nearest(key, tuple(self._records)) if isinstance(key, str) else ()
            raise phrases.unknown(self._name, given=key, nearest=near, total=len(self)) from None

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def values(self) -> ValuesView[Record]:
        """The records, by id."""
        return self._records.values()

    def items(self) -> ItemsView[str, Record]:
        """The ids with their records, by id."""
        return self._records.items()

    def __repr__(self) -> str:
        return f"<Catalogue of {len(self)} {self._name}>"
