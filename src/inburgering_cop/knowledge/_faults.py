"""A fault in a data set, and the error that carries all of them."""

from __future__ import annotations

import attrs

from inburgering_cop import errors, phrases
from inburgering_cop.model import LocalizedText


@attrs.frozen(kw_only=True)
class Fault:
    """One thing that is wrong in a data set.

    Attributes:
        file: Name of the file, as given.
        record: The record, as kind and id or number ("partners 'duo'", "tips #3"); None when it is the whole file.
        field: Path of the field within the record ("citations[0].place"); None when it is the whole record.
        given: What stands there, shortened; None when nothing does.
        wanted: What would be right.
        line: Line number in the file, counted from 1; None when it cannot be told.
    """

    file: str
    record: str | None = None
    field: str | None = None
    given: str | None = None
    wanted: LocalizedText
    line: int | None = None

    def sentence(self, lang: str = "en") -> str:
        """The fault as one line, in `nl` or `en`."""
        file = self.file if self.file.isprintable() else repr(self.file)
        place = f"{file}:{self.line}" if self.line else file
        where = ", ".join(part for part in (place, self.record, self.field) if part)
        given, must = ("staat", "moet zijn") if lang == "nl" else ("is", "must be")
        shown = f"{given} {self.given}, " if self.given is not None else ""
        return f"{where}: {shown}{must} {self.wanted.get(lang)}"


def data_error(faults: list[Fault]) -> errors.DataError:
    """The error that carries `faults`, in the order they are given."""
    return phrases.data_faults(
        tuple(faults),
        lines_en=tuple(fault.sentence("en") for fault in faults),
        lines_nl=tuple(fault.sentence("nl") for fault in faults),
    )
