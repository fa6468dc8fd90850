"""Running a command: what goes wrong is one line or one object and an exit code, never a traceback."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop.cli import _commands, main
from tests.cli.conftest import Prompt

_BSN = "111222333"
_NO_MATCH = "Zonnepanelen op het dak"


def _alone(*words: str, stdout: int, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Runs one command in a process of its own that writes to `stdout`."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONUNBUFFERED"}}
    return subprocess.run(
        [sys.executable, "-m", "inburgering_cop", *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment | settings,
        check=False,
    )


class TestExitCodes:
    """0 answered, 1 faults found, 2 bad input, 3 no match."""

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (["escalate", "ontheffing-medisch"], 0),
            (["communities", "--municipality", "Groningen"], 0),
            (["check"], 0),
            (["check", "nergens.json"], 1),
            (["escalate", ""], 2),
            (["escalate", "map", "--municipality", "Nergenshuizen"], 2),
            (["escalate", "map", "--municipality", "Bergen"], 2),
            (["escalate", "map", "--tried", "4"], 2),
            (["escalate", "map", "--lang", "de"], 2),
            (["escalate"], 2),
            (["onbekend"], 2),
            ([], 0),
            (["draw"], 2),
            (["escalate", _NO_MATCH], 3),
        ],
    )
    def test_each_outcome_has_its_code(self, ask: Prompt, words: list[str], code: int) -> None:
        """An answer, also an empty one, is 0; faults are 1; input that is refused 2; a question off the field 3."""
        assert ask(*words).code == code


class TestLines:
    """An error is one line on standard error, and nothing on standard output."""

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            (["escalate", ""], "De vraag is leeg. Typ een vraag of een thema-id."),
            (["escalate", "", "--lang", "en"], "The question is blank. Type a question or a theme id."),
            (["escalate", " \t", "--lang=en"], "The question is blank. Type a question or a theme id."),
            (["--lang", "en", "escalate", ""], "No such option '--lang'. (See inburgering-cop --help)"),
            (["escalate", "x" * 2001], "De vraag is langer dan 2.000 tekens. Kort haar in tot de kern."),
            (
                ["escalate", "ziek\x07"],
                "De vraag bevat een besturingsteken dat er niet in hoort. Plak haar als gewone tekst.",
            ),
            (
                ["escalate", f"klant {_BSN} is ziek"],
                "De vraag bevat een getal dat een BSN kan zijn. Stel haar zonder persoonsnummers.",
            ),
            (["escalate", "map", "--lang", "de"], "lang kan niet 'de' zijn. Het moet zijn: nl of en."),
            (
                ["timeline", "--group", "iedereen", "--lang", "en"],
                "group cannot be 'iedereen'. It must be one of: asielstatushouder, gezinsmigrant-of-overig.",
            ),
            (
                ["draw", "keten", "keten.pdf"],
                "Een tekening kan niet als '.pdf' worden opgeslagen. Wel kan: .svg, .png, .drawio, .html, .mmd, .dot.",
            ),
            (["escalate"], "Missing argument 'QUESTION'. (Zie inburgering-cop --help)"),
            (
                ["escalate", "map", "--formaat"],
                "No such option '--formaat'. (Zie inburgering-cop --help)",
            ),
            (
                ["partners", "--role", "--lang", "en", "--role"],
                "Option '--role' requires an argument. (See inburgering-cop --help)",
            ),
            (
                ["escalate", "map", "--tried", "een"],
                "tried kan niet 'een' zijn. Het moet zijn: een verzameling van treden uit 1, 2 en 3, zoals {1, 2}.",
            ),
            (
                ["escalate", "map", _BSN],
                "Er staat een getal in dat een BSN kan zijn; dat wordt niet herhaald. Geef de opdracht zonder.",
            ),
            (
                [_BSN, "--lang", "en"],
                "It holds a number that can be a BSN, which is not repeated. Give the command without it.",
            ),
        ],
    )
    def test_the_line_says_what_is_wrong(self, ask: Prompt, words: list[str], line: str) -> None:
        """The line says what was given, what is near or allowed, and what to do, in the language asked for."""
        answer = ask(*words)

        assert (answer.out, answer.err) == ("", f"{line}\n")

    @pytest.mark.parametrize(
        ("words", "beginning"),
        [
            (["escalate", "map", "--municipality", "Roterdam"], "Onbekende gemeente 'Roterdam'. Bedoel je 'Rotterdam'"),
            (["themes", "ontheffing-medis"], "Onbekend thema 'ontheffing-medis'. Bedoel je 'ontheffing-medisch'"),
            (["partners", "duoo", "--lang", "en"], "Unknown partner 'duoo'. Did you mean 'duo'"),
            (["communities", "rijnmon"], "Onbekende community 'rijnmon'. Bedoel je 'rijnmond'"),
            (["draw", "keten", "k.dot", "--phase", "aankomsten"], "Onbekende fase 'aankomsten'. Bedoel je 'aankomst'"),
            (["escalate", _NO_MATCH, "--lang", "en"], "No theme matches this question."),
            (["onbekend"], "No such command 'onbekend'."),
            (["escalat"], "No such command 'escalat'. Did you mean 'escalate'"),
        ],
    )
    def test_the_line_says_what_is_near(self, ask: Prompt, words: list[str], beginning: str) -> None:
        """A name that does not exist is answered with what comes near, in one line."""
        answer = ask(*words)

        assert answer.out == ""
        assert answer.err.startswith(beginning)
        assert answer.err.count("\n") == 1

    def test_an_ambiguous_name_is_asked_back(self, ask: Prompt) -> None:
        """A name of two gemeenten is answered with both, told apart."""
        answer = ask("escalate", "map", "--municipality", "Bergen")

        assert answer.err.startswith("'Bergen' kan meer dan één zijn: ")
        assert answer.err.count("Bergen") == 3

    def test_a_group_without_its_command_is_told_in_a_line(self, ask: Prompt) -> None:
        """`draw` alone says what is missing, instead of a page of help on one line."""
        answer = ask("draw")

        assert (answer.code, answer.out) == (2, "")
        assert "Usage:" not in answer.err
        assert len(answer.err) <= 200

    @pytest.mark.parametrize("given", ["", "  ", "\n"])
    @pytest.mark.parametrize("command", ["communities", "partners", "themes"])
    def test_a_blank_name_is_refused(self, ask: Prompt, command: str, given: str) -> None:
        """A blank name is an error, never everything."""
        answer = ask(command, given)

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1

    @pytest.mark.parametrize(
        "words",
        [
            ["escalate", f"klant {_BSN}"],
            ["escalate", "map", "--municipality", _BSN],
            ["escalate", "map", "--community", _BSN],
            ["escalate", "map", "--lang", _BSN],
            ["escalate", "map", "--tried", _BSN],
            ["escalate", "map", "--tried", f"x{_BSN}"],
            ["escalate", "map", _BSN],
            ["escalate", "map", f"--{_BSN}"],
            ["themes", _BSN],
            ["partners", "--role", _BSN],
            ["tips", "--perspective", _BSN],
            ["timeline", "--group", _BSN],
            ["draw", "community", _BSN, "x.svg"],
            [_BSN],
            ["draw", _BSN],
        ],
    )
    @pytest.mark.parametrize("more", [(), ("--json",)])
    def test_a_bsn_is_not_repeated(self, ask: Prompt, words: list[str], more: tuple[str, ...]) -> None:
        """Wherever a number that can be a BSN is typed, it is refused without being repeated."""
        answer = ask(*words, *more)

        assert answer.code == 2
        assert _BSN not in answer.out + answer.err


class TestObjects:
    """With `--json` an error is an object on standard output, and nothing on standard error."""

    @pytest.mark.parametrize(
        ("words", "code", "kind"),
        [
            (["escalate", ""], 2, "text-refused"),
            (["escalate", "map", "--municipality", "Roterdam"], 2, "unknown-municipality"),
            (["escalate", "map", "--community", "nergens"], 2, "unknown-community"),
            (["escalate", "map", "--municipality", "Bergen"], 2, "ambiguous-name"),
            (["escalate", "map", "--tried", "4"], 2, "invalid-value"),
            (["partners", "nergens"], 2, "unknown-partner"),
            (["tips", "--theme", "nergens"], 2, "unknown-theme"),
            (["escalate", _NO_MATCH], 3, "no-match"),
            (["escalate", "map", "--formaat"], 2, "usage"),
            (["onbekend"], 2, "usage"),
        ],
    )
    def test_the_object_has_kind_message_and_nearest(self, ask: Prompt, words: list[str], code: int, kind: str) -> None:
        """The object holds the kind of error, the line a person would get, and a list of what is near."""
        line = ask(*words).err.rstrip("\n")

        answer = ask(*words, "--json")

        assert answer.code == code
        assert list(answer.object) == ["error"]
        assert list(answer.object["error"]) == ["kind", "message", "nearest"]
        assert (answer.object["error"]["kind"], answer.object["error"]["message"]) == (kind, line)
        assert isinstance(answer.object["error"]["nearest"], list)

    @pytest.mark.parametrize(
        ("words", "first"),
        [
            (["escalate", "map", "--municipality", "Roterdam"], "Rotterdam"),
            (["themes", "ontheffing-medis"], "ontheffing-medisch"),
            (["partners", "duoo"], "duo"),
            (["escalat"], "escalate"),
        ],
    )
    def test_nearest_holds_what_is_near(self, ask: Prompt, words: list[str], first: str) -> None:
        """What is near stands in the object as names that can be given instead."""
        assert ask(*words, "--json").object["error"]["nearest"][0] == first

    def test_candidates_of_an_ambiguous_name_can_be_given(self, ask: Prompt) -> None:
        """Each candidate of an ambiguous name, given instead, is one gemeente."""
        candidates = ask("escalate", "map", "--municipality", "Bergen", "--json").object["error"]["nearest"]

        codes = {
            ask("escalate", "map", "--municipality", each, "--json").object["municipality"]["code"]
            for each in candidates
        }

        assert codes == {"GM0373", "GM0893"}

    def test_nearest_themes_of_a_question_are_ids(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """A question off the field is answered with the ids of the themes that came closest, in any language."""
        question = "Hoe lang is mijn rijexamen bij het CBR geldig?"

        nl, en = (ask("escalate", question, "--json", "--lang", lang) for lang in ("nl", "en"))

        assert (nl.code, en.code) == (3, 3)
        assert nl.object["error"]["nearest"] == en.object["error"]["nearest"]
        assert nl.object["error"]["nearest"]
        assert set(nl.object["error"]["nearest"]) <= set(kb.themes)

    def test_the_message_speaks_the_language_asked_for(self, ask: Prompt) -> None:
        """The message is Dutch, or English with `--lang en` wherever that stands among the words."""
        before = ask("themes", "--lang", "en", "nergens", "--json").object["error"]["message"]
        behind = ask("themes", "nergens", "--json", "--lang=en").object["error"]["message"]
        dutch = ask("themes", "nergens", "--json").object["error"]["message"]

        assert before == behind
        assert before.startswith("Unknown theme 'nergens'.")
        assert dutch.startswith("Onbekend thema 'nergens'.")

    def test_a_language_that_is_not_spoken_is_answered_in_dutch(self, ask: Prompt) -> None:
        """Where the language asked for is not spoken or not given, the line is Dutch."""
        assert ask("themes", "--lang", "fr").err == "lang kan niet 'fr' zijn. Het moet zijn: nl of en.\n"
        assert ask("themes", "--lang=").err == "lang kan niet '' zijn. Het moet zijn: nl of en.\n"
        assert ask("themes", "--lang").err == ("Option '--lang' requires an argument. (Zie inburgering-cop --help)\n")


class TestInterrupts:
    """A reader that stops reading, a person that stops the program, a disk that is full."""

    @pytest.mark.parametrize("buffered", ["", "1"])
    @pytest.mark.parametrize(
        "words", [["tips"], ["themes", "map"], ["tips", "--json"], ["themes", "nergens", "--json"]]
    )
    def test_a_closed_pipe_is_no_error(self, words: list[str], buffered: str) -> None:
        """When the reader (`head`) stops reading, the program ends without a word; 1 would mean faults were found."""
        reading, writing = os.pipe()
        os.close(reading)

        done = _alone(*words, stdout=writing, PYTHONUNBUFFERED=buffered)
        os.close(writing)

        assert done.stderr == b""
        assert done.returncode == (2 if "nergens" in words else 0)

    def test_a_pipe_that_closes_at_the_end_is_no_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """When what is printed cannot be handed over at the very end, the program ends as if it were read."""
        reading, writing = os.pipe()
        os.close(reading)

        with os.fdopen(writing, "w", encoding="utf-8") as broken:
            monkeypatch.setattr(sys, "stdout", broken)
            code = main(["themes", "map"])

        assert code == 0

    def test_ctrl_c_ends_quietly(self, ask: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ctrl-C ends the program with 130 and no traceback."""

        def stop() -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(_commands, "load", stop)

        answer = ask("themes")

        assert (answer.code, answer.out, answer.err.strip()) == (130, "", "")

    def test_a_full_disk_is_told_in_a_line(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """When what is printed cannot be stored, one line says so."""

        class Full(io.StringIO):
            def write(self, _: str, /) -> int:
                raise OSError(28, "No space left on device")

        said = io.StringIO()
        monkeypatch.setattr(sys, "stdout", Full())
        monkeypatch.setattr(sys, "stderr", said)

        code = main(["themes", "map"])

        assert code != 0
        assert "No space left on device" in said.getvalue()
        assert said.getvalue().count("\n") == 1

    @pytest.mark.parametrize("words", [["themes", "map"], ["themes", "nergens"], ["themes", "map", "--json"]])
    def test_a_closed_output_is_no_traceback(self, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
        """Started without a standard output (`>&-`, or in a window), a command still ends with an exit code."""
        monkeypatch.setattr(sys, "stdout", None)

        code = main(words)

        assert code in (0, 2)

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8:strict"])
    def test_any_screen_will_do(self, encoding: str) -> None:
        """On a screen that lacks an arrow or an accent, the answer is still given."""
        done = _alone("escalate", "langdurig ziek", stdout=subprocess.PIPE, PYTHONIOENCODING=encoding)

        assert (done.returncode, done.stderr) == (0, b"")
        assert b"langdurig ziek" in done.stdout

    def test_a_name_in_no_encoding_is_told(self, tmp_path: Path) -> None:
        """A file name in another encoding than the screen's is no reason for a traceback."""
        file = os.fsdecode(bytes(tmp_path / "x") + b"\xff.dot")

        done = _alone("draw", "keten", file, stdout=subprocess.PIPE, PYTHONIOENCODING="utf-8:strict")

        assert (done.returncode, done.stderr) == (0, b"")
        assert os.path.exists(file)

    @pytest.mark.parametrize("words", [["check", "a\0b"], ["draw", "keten", "a\0b.dot"]])
    def test_a_path_that_cannot_be_is_told(self, ask: Prompt, words: list[str]) -> None:
        """A path that no file can have is told in words."""
        answer = ask(*words)

        assert answer.code in (1, 2)
        assert answer.err


_WORDS = st.sampled_from(
    [
        *("escalate", "communities", "partners", "themes", "tips", "timeline", "draw", "check"),
        *("route", "community", "keten", "--help", "-h", "--version", "--", "-", "--json", "--bundled"),
        *("--lang", "nl", "en", "de", "--lang=en", "--tried", "1", "3", "4", "--municipality", "--municipality="),
        *("Rotterdam", "Bergen", "GM0599", "0599", "--community", "rijnmond", "--theme", "map", "ontheffing-medisch"),
        *("--role", "taalaanbieder", "--partner", "duo", "--audience", "--perspective", "inburgeraar", "--phase"),
        *("--group", "asielstatushouder", "aankomst", "nergens/x.svg", "nergens/x.dot", "x.pdf", "", " ", _BSN, "ziek"),
    ]
)
_TYPED = st.text(st.characters(exclude_characters="\0/\\.~", exclude_categories=["Cs"]), max_size=12)


class TestNeverATraceback:
    """Whatever is typed."""

    @given(st.lists(_WORDS | _TYPED, max_size=7))
    def test_whatever_is_typed_is_answered_or_refused(self, words: list[str]) -> None:
        """No list of words raises: each is answered, or refused in one line or one object, since people type anything.

        Only `check` says more than a line: a line per fault.
        """
        out, err = io.StringIO(), io.StringIO()

        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = main(words)
            left = os.listdir(folder)

        assert code in (0, 1, 2, 3)
        assert "Traceback" not in out.getvalue() + err.getvalue()
        assert left == []
        if code == 0:
            assert err.getvalue() == ""
        elif "--json" in words:
            assert err.getvalue() == ""
            assert list(json.loads(out.getvalue())) in (["error"], ["format", "records", "faults"])
        else:
            assert out.getvalue() == ""
            assert err.getvalue().count("\n") == 1 or code == 1
