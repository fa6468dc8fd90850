"""Every error: one root, the standard error beside it, both languages, and facts that survive a pickle."""

from __future__ import annotations

import copy
import pickle

import pytest

import inburgering_cop as icop
from inburgering_cop import errors, phrases
from inburgering_cop.knowledge import Fault
from inburgering_cop.model import LocalizedText

_FAULT = Fault(file="a.json", wanted=LocalizedText(nl="een lijst", en="a list"))
_ERRORS: dict[str, tuple[errors.InburgeringCopError, type[Exception], dict[str, object]]] = {
    "unknown-aspect": (
        phrases.unknown_aspect("intak", theme="boete", nearest=("intake",), known=("intake",)),
        KeyError,
        {"given": "intak", "nearest": ("intake",)},
    ),
    "act-refused": (
        phrases.act_refused("gate", act="involved", partner="duo", missing=(1, 2)),
        ValueError,
        {"act": "involved", "conflict": "gate", "missing": (1, 2)},
    ),
    "ambiguous-name": (
        phrases.ambiguous(given="Bergen", candidates=("Bergen (L)", "Bergen (NH)")),
        LookupError,
        {"given": "Bergen", "candidates": ("Bergen (L)", "Bergen (NH)")},
    ),
    "cannot-draw": (
        phrases.cannot_draw(given=".gif", allowed=(".svg",), why=("Geen gif.", "No gif.")),
        ValueError,
        {"given": ".gif", "allowed": (".svg",)},
    ),
    "cannot-write": (
        phrases.cannot_write(path="route.svg", reason="No space left on device"),
        OSError,
        {"path": "route.svg", "reason": "No space left on device"},
    ),
    "data-faults": (
        phrases.data_faults((_FAULT,), lines_en=("a.json: must be a list",), lines_nl=("a.json: moet een lijst zijn",)),
        ValueError,
        {"faults": (_FAULT,)},
    ),
    "file-kept": (
        phrases.file_kept("ahead", path="dossier.json"),
        FileExistsError,
        {"path": "dossier.json", "reason": "ahead"},
    ),
    "invalid-value": (
        phrases.invalid("tried", 4, wanted=("treden", "rungs"), nearest=("3",)),
        ValueError,
        {"field": "tried", "given": "4", "wanted_nl": "treden", "wanted_en": "rungs", "nearest": ("3",)},
    ),
    "impossible-demand": (
        phrases.impossible("takes-part-already", about=("kb1",), facts={"person": "kb1", "role": "klantbegeleider"}),
        ValueError,
        {"conflict": "takes-part-already", "about": ("kb1",)},
    ),
    "missing-extra": (phrases.missing_extra("cli", package="click"), ImportError, {"extra": "cli"}),
    "no-date": (phrases.no_date("uren-pvt", what=("uren", "hours")), ValueError, {"deadline": "uren-pvt"}),
    "no-ladder": (phrases.no_ladder(rung=2), LookupError, {"rung": 2}),
    "no-match": (phrases.no_match(nearest=(("werk", "Werk", "Work"),)), LookupError, {"nearest": ("werk",)}),
    "text-refused": (phrases.refused("bsn"), ValueError, {"reason": "bsn"}),
}
_ERRORS |= {
    kind: (
        phrases.unknown(catalogue, given="duoo", nearest=("duo",), total=3),
        KeyError,
        {"given": "duoo", "nearest": ("duo",)},
    )
    for kind, catalogue in {
        "unknown-community": "communities",
        "unknown-municipality": "municipalities",
        "unknown-partner": "partners",
        "unknown-phase": "phases",
        "unknown-record": "tips",
        "unknown-theme": "themes",
    }.items()
}
_EVERY_ERROR = pytest.mark.parametrize("kind", _ERRORS)


def _below(cls: type[errors.InburgeringCopError]) -> set[type[errors.InburgeringCopError]]:
    return {cls}.union(*(_below(lower) for lower in cls.__subclasses__()))


class TestFamily:
    """The errors as a family."""

    def test_every_error_is_tried_here(self) -> None:
        """No error escapes these tests: the two that only gather others aside."""
        gathering = {errors.InburgeringCopError, errors.UnknownNameError}

        assert {type(error) for error, _, _ in _ERRORS.values()} == _below(errors.InburgeringCopError) - gathering

    def test_kinds_are_unique(self) -> None:
        """The stored word of an error names that error only."""
        kinds = [cls.kind for cls in _below(errors.InburgeringCopError)]

        assert sorted(kinds) == sorted(set(kinds))

    def test_unknown_names_are_gathered(self) -> None:
        """Whoever catches UnknownNameError catches each unknown name."""
        unknown = {type(error) for kind, (error, _, _) in _ERRORS.items() if kind.startswith("unknown-")}

        assert unknown == _below(errors.UnknownNameError) - {errors.UnknownNameError}

    def test_every_error_is_public(self) -> None:
        """Each can be caught by a name of the package itself."""
        for cls in _below(errors.InburgeringCopError):
            assert getattr(icop, cls.__name__) is cls


@_EVERY_ERROR
class TestEveryError:
    """What holds for each error."""

    def test_error_has_its_stored_word(self, kind: str) -> None:
        """`kind` is the word that JSON output has."""
        assert _ERRORS[kind][0].kind == kind

    def test_error_is_the_standard_one_too(self, kind: str) -> None:
        """Code that knows only the standard library catches it as well."""
        error, standard, _ = _ERRORS[kind]

        assert isinstance(error, errors.InburgeringCopError)
        assert isinstance(error, standard)

    def test_string_is_the_english_line(self, kind: str) -> None:
        """`str` gives the English line unquoted, and any language but Dutch falls back to it."""
        error = _ERRORS[kind][0]

        assert str(error) == error.line() == error.line("en") == error.line("de") == error.en
        assert not str(error).startswith(('"', "'Unknown"))

    def test_languages_differ(self, kind: str) -> None:
        """The Dutch line is Dutch, and both say something."""
        error = _ERRORS[kind][0]

        assert error.line("nl") == error.nl
        assert error.nl.strip()
        assert error.en.strip()
        assert error.nl != error.en

    def test_error_carries_its_facts(self, kind: str) -> None:
        """A program reads the facts from attributes, not from the message."""
        error, _, facts = _ERRORS[kind]

        assert {name: getattr(error, name) for name in facts} == facts
        assert set(vars(error)) == {"en", "nl", *facts}

    def test_error_survives_a_pickle_and_a_copy(self, kind: str) -> None:
        """An error that crosses a process keeps its class, lines and facts."""
        error = _ERRORS[kind][0]

        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is type(error)
            assert str(again) == str(error)
            assert again.args == error.args
            assert vars(again) == vars(error)


class TestRefusedText:
    """A text that is refused is not kept."""

    def test_refused_text_is_not_in_the_error(self) -> None:
        """Whoever logs the error logs no BSN."""
        with pytest.raises(errors.TextRefusedError) as caught:
            icop.escalate("mijn nummer is 111222333")

        assert "111222333" not in repr((caught.value, vars(caught.value)))
