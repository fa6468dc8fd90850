"""Every error of the library, under one root; each carries its facts and says them in English and Dutch."""

from __future__ import annotations

from typing import Any, ClassVar


def _restored(
    cls: type[InburgeringCopError], args: tuple[object, ...], facts: dict[str, object]
) -> InburgeringCopError:
    error = cls.__new__(cls)
    error.args = args
    error.__dict__.update(facts)
    return error


class InburgeringCopError(Exception):
    """The root of every error this library raises.

    Args:
        en: The whole line in English: what was given, what is near or allowed, what to do.
        nl: The same line in Dutch.

    Attributes:
        kind: The stored word that names the error in JSON output.
    """

    kind: ClassVar[str] = "error"

    def __init__(self, *, en: str, nl: str) -> None:
        super().__init__(en)
        self.en = en
        self.nl = nl

    def __str__(self) -> str:
        return self.en

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (type(self), self.args, self.__dict__)

    def line(self, lang: str = "en") -> str:
        """The error as one line in `nl` or `en` (any other language: English)."""
        return self.nl if lang == "nl" else self.en


class UnknownNameError(InburgeringCopError, KeyError):
    """A name or id that does not exist: `given`, and the `nearest` names that do (best first, may be empty)."""

    kind = "unknown-name"

    def __init__(self, *, en: str, nl: str, given: str, nearest: tuple[str, ...]) -> None:
        super().__init__(en=en, nl=nl)
        self.given = given
        self.nearest = nearest


class UnknownAspectError(UnknownNameError):
    """The theme has no aspect with this id, label or other name."""

    kind = "unknown-aspect"


class UnknownCommunityError(UnknownNameError):
    """No community has this id or name."""

    kind = "unknown-community"


class UnknownMunicipalityError(UnknownNameError):
    """No municipality has this name, code or URI."""

    kind = "unknown-municipality"


class UnknownPartnerError(UnknownNameError):
    """No partner has this id, name or abbreviation."""

    kind = "unknown-partner"


class UnknownPhaseError(UnknownNameError):
    """No phase of the timeline has this id or name."""

    kind = "unknown-phase"


class UnknownRecordError(UnknownNameError):
    """No record of a catalogue without an error of its own (tips, relations, sources …) has this id."""

    kind = "unknown-record"


class UnknownThemeError(UnknownNameError):
    """No theme has this id, label or other name."""

    kind = "unknown-theme"


class AmbiguousNameError(InburgeringCopError, LookupError):
    """A name that several records answer to: `given`, and the `candidates` to choose from."""

    kind = "ambiguous-name"

    def __init__(self, *, en: str, nl: str, given: str, candidates: tuple[str, ...]) -> None:
        super().__init__(en=en, nl=nl)
        self.given = given
        self.candidates = candidates


class NoMatchError(InburgeringCopError, LookupError):
    """A question that leads to no theme: `nearest` holds the ids of the themes that came closest, best first."""

    kind = "no-match"

    def __init__(self, *, en: str, nl: str, nearest: tuple[str, ...]) -> None:
        super().__init__(en=en, nl=nl)
        self.nearest = nearest


class NoDateError(InburgeringCopError, ValueError):
    """A norm (hours, calls) that was asked for the date it ends: `deadline` is its id."""

    kind = "no-date"

    def __init__(self, *, en: str, nl: str, deadline: str) -> None:
        super().__init__(en=en, nl=nl)
        self.deadline = deadline


class NoLadderError(InburgeringCopError, LookupError):
    """A knowledge base without the general drietrapsraket on some rung, so that no three steps can be given: `rung`."""

    kind = "no-ladder"

    def __init__(self, *, en: str, nl: str, rung: int) -> None:
        super().__init__(en=en, nl=nl)
        self.rung = rung


class TextRefusedError(InburgeringCopError, ValueError):
    """A free text that is not taken in: `reason` is blank, too-long, control-character or bsn; the text is not kept."""

    kind = "text-refused"

    def __init__(self, *, en: str, nl: str, reason: str) -> None:
        super().__init__(en=en, nl=nl)
        self.reason = reason


class InvalidValueError(InburgeringCopError, ValueError):
    """A value outside what is allowed: `field`, `given` (shortened), and what is `wanted`, in English and Dutch."""

    kind = "invalid-value"

    def __init__(
        self, *, en: str, nl: str, field: str, given: str, wanted_en: str, wanted_nl: str, nearest: tuple[str, ...] = ()
    ) -> None:
        super().__init__(en=en, nl=nl)
        self.field = field
        self.given = given
        self.wanted_en = wanted_en
        self.wanted_nl = wanted_nl
        self.nearest = nearest


class DataError(InburgeringCopError, ValueError):
    """A data set that is not taken in: `faults` holds every Fault, in file order."""

    kind = "data-faults"

    def __init__(self, *, en: str, nl: str, faults: tuple[Any, ...]) -> None:
        super().__init__(en=en, nl=nl)
        self.faults = faults


class ActRefusedError(InburgeringCopError, ValueError):
    """An act that does not fit a dossier as it stands.

    Attributes:
        act: The kind of the act: found, asked, answered, involved, settled, closed or reopened.
        conflict: What it clashes with: closed, settled, open, date, gate, not-involved, nobody-involved, not-asked,
            unanswered or not-gemeente.
        missing: The rungs that must be worked out first; empty unless the conflict is the gate.
    """

    kind = "act-refused"

    def __init__(self, *, en: str, nl: str, act: str, conflict: str, missing: tuple[int, ...]) -> None:
        super().__init__(en=en, nl=nl)
        self.act = act
        self.conflict = conflict
        self.missing = missing


class FileKeptError(InburgeringCopError, FileExistsError):
    """A file that was not overwritten: `path`, and the `reason`: unreadable, another, not-earlier or ahead."""

    kind = "file-kept"

    def __init__(self, *, en: str, nl: str, path: str, reason: str) -> None:
        super().__init__(en=en, nl=nl)
        self.path = path
        self.reason = reason


class CannotDrawError(InburgeringCopError, ValueError):
    """A thing or a format that `draw` has no picture for: `given`, and what is `allowed`."""

    kind = "cannot-draw"

    def __init__(self, *, en: str, nl: str, given: str, allowed: tuple[str, ...]) -> None:
        super().__init__(en=en, nl=nl)
        self.given = given
        self.allowed = allowed


class CannotWriteError(InburgeringCopError, OSError):
    """A file that could not be written; nothing of it is left behind: `path` and the system's `reason`."""

    kind = "cannot-write"

    def __init__(self, *, en: str, nl: str, path: str, reason: str) -> None:
        super().__init__(en=en, nl=nl)
        self.path = path
        self.reason = reason


class ImpossibleDemandError(InburgeringCopError, ValueError):
    """A demand that cannot be met: `conflict` is its stored word, `about` the ids it is about.

    The line says the conflict and the smallest change that resolves it.
    """

    kind = "impossible-demand"

    def __init__(self, *, en: str, nl: str, conflict: str, about: tuple[str, ...]) -> None:
        super().__init__(en=en, nl=nl)
        self.conflict = conflict
        self.about = about


class MissingExtraError(InburgeringCopError, ImportError):
    """An optional package that is not installed: `extra` is the name to install with the library."""

    kind = "missing-extra"

    def __init__(self, *, en: str, nl: str, extra: str) -> None:
        super().__init__(en=en, nl=nl)
        self.extra = extra
