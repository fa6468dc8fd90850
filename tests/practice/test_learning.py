"""What a community can learn from others."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.practice import LessonKind, learn_from
from tests.practice._small import CITED, community, loaded, records, text, theme


def _tip(name: str, at: str, *themes: str, **more: Any) -> dict[str, Any]:
    plain = {"id": name, "text": text(name), "community": at, "perspective": "professional", "themes": list(themes)}
    return plain | CITED | more


def _product(name: str, *themes: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": text(name), "text": text(f"Over {name}."), "themes": list(themes)} | CITED | more


def _step(name: str, *themes: str) -> dict[str, Any]:
    return {"id": name, "text": text(name), "themes": list(themes)} | CITED


def _grouped() -> list[dict[str, Any]]:
    """The themes, those on the lessons and the fine under one group."""
    group = {"id": "groep", "label": text("Groep"), "definition": text("Groep"), **CITED}
    return [group, *({**each, "broader": "groep"} if each["id"] != "leeg" else each for each in records("themes"))]


class TestKin:
    """The communities with kin themes."""

    def test_shared_and_same_group_are_told_apart(self, tmp_path: Path) -> None:
        """A theme both have is shared; one under the same group as one of ours is kin; others are neither."""
        kb = loaded(
            tmp_path,
            community("noord", themes=[theme("les")]),
            community("oost", themes=[theme("boete"), theme("les", "waiting")]),
            community("west", themes=[theme("leeg")]),
            themes=[{**each, "broader": None} if each["id"] == "leeg" else each for each in _grouped()],
        )

        found = learn_from("noord", kb=kb)

        kin = [
            (each.community.id, [t.id for t in each.shared], [t.id for t in each.same_cluster]) for each in found.kin
        ]
        assert kin == [("oost", ["les"], ["boete"])]

    def test_themes_without_a_group_are_not_kin(self, tmp_path: Path) -> None:
        """Two themes that stand on their own have nothing in common."""
        kb = loaded(tmp_path, community("noord", themes=[theme("les")]), community("oost", themes=[theme("boete")]))

        assert learn_from("noord", kb=kb).kin == ()

    def test_who_shares_most_comes_first(self, tmp_path: Path) -> None:
        """Shared themes count before themes of the same group, then the id decides."""
        kb = loaded(
            tmp_path,
            community("noord", themes=[theme("les"), theme("leeg")]),
            community("a", themes=[theme("les")]),
            community("b", themes=[theme("les"), theme("boete")]),
            community("c", themes=[theme("leeg"), theme("les")]),
            community("d", themes=[theme("les"), theme("les", "waiting")]),
            themes=_grouped(),
        )

        assert [each.community.id for each in learn_from("noord", kb=kb).kin] == ["c", "b", "a", "d"]


class TestLessons:
    """What is worth taking over."""

    def test_only_what_is_on_an_own_theme_of_somebody_else(self, tmp_path: Path) -> None:
        """Own tips, and tips on themes the community does not have, are no lessons."""
        kb = loaded(
            tmp_path,
            community("noord", themes=[theme("les")], products=[_product("p", "les")], next_steps=[_step("n", "les")]),
            community("oost", products=[_product("q", "les"), _product("r", "boete")], next_steps=[_step("s", "les")]),
            tips=[_tip("own", "noord", "les"), _tip("other", "oost", "les"), _tip("elsewhere", "oost", "boete")],
        )

        found = learn_from("noord", kb=kb)

        assert [(each.kind, each.record.id) for each in found.lessons] == [
            (LessonKind.TIP, "other"),
            (LessonKind.PRODUCT, "q"),
            (LessonKind.NEXT_STEP, "s"),
        ]

    def test_waiting_here_and_deepened_there_comes_first(self, tmp_path: Path) -> None:
        """First what waits here: deepened there, waiting there, no theme there; then what is deepened here."""
        kb = loaded(
            tmp_path,
            community("noord", themes=[theme("les", "waiting"), theme("boete")]),
            community("a", themes=[theme("boete")]),
            community("b"),
            community("c", themes=[theme("les", "waiting")]),
            community("d", themes=[theme("les")]),
            tips=[
                _tip("ta", "a", "boete"),
                *(_tip(f"t{each}", each, "les") for each in "bcd"),
                _tip("te", "d", "boete"),
            ],
        )

        assert [each.record.id for each in learn_from("noord", kb=kb).lessons] == ["td", "tc", "tb", "ta", "te"]

    def test_theme_that_was_taken_up_does_not_wait(self, tmp_path: Path) -> None:
        """A theme that stands twice, deepened and waiting, counts as deepened whatever the order."""
        kb = loaded(
            tmp_path,
            community("noord", themes=[theme("les"), theme("les", "waiting")]),
            community("oost", themes=[theme("les", "waiting"), theme("les")]),
            tips=[_tip("t", "oost", "les")],
        )

        why = learn_from("noord", kb=kb).lessons[0].why

        assert why.nl == "Gaat over Taalles (hier: uitgediept; daar: uitgediept)."

    def test_meeting_teaches_too(self, tmp_path: Path) -> None:
        """A tip of a meeting is a lesson; the meeting has no themes of its own."""
        meeting = {"id": "dag", "name": text("Dag"), "participants": text("Allen"), **CITED}
        tip = {key: each for key, each in _tip("t", "", "les").items() if key != "community"} | {"meeting": "dag"}
        kb = loaded(tmp_path, community("noord", themes=[theme("les")]), tips=[tip], meetings=[meeting])

        lesson = learn_from("noord", kb=kb).lessons[0]

        assert (lesson.origin.id, lesson.why.get("en")) == ("dag", "Is about Taalles (en) (here: deepened).")

    @pytest.mark.parametrize(
        ("reviewed", "said"),
        [
            (True, "Getoetst door inburgeraars."),
            (False, "Niet getoetst door inburgeraars."),
            (None, "De pagina zegt niet of inburgeraars het toetsten."),
        ],
    )
    def test_product_says_whether_it_was_tested(self, tmp_path: Path, reviewed: bool | None, said: str) -> None:
        """Whether inburgeraars tested a product is part of the reason."""
        product = _product("p", "les", reviewed=reviewed)
        kb = loaded(tmp_path, community("noord", themes=[theme("les")]), community("oost", products=[product]))

        lesson = learn_from("noord", kb=kb).lessons[0]

        assert lesson.why.nl == f"Gaat over Taalles (hier: uitgediept). {said}"

    @pytest.mark.parametrize("name", icop.load().communities)
    def test_every_community_has_an_answer(self, name: str, kb: icop.KnowledgeBase) -> None:
        """No lesson is its own, each is on one of its themes and cited, and both languages tell it."""
        found = learn_from(name)

        own = {each.theme for each in kb.communities[name].themes}
        for lesson in found.lessons:
            assert lesson.origin.id != name
            assert {each.id for each in lesson.themes} <= own & set(lesson.record.themes)
            assert lesson.citations
        for lang in ("nl", "en"):
            assert found.describe(lang=lang)
            json.dumps(found.to_dict(lang=lang))

    def test_unknown_community_says_what_is_near(self) -> None:
        """A name that does not exist is refused with what is near."""
        with pytest.raises(icop.UnknownCommunityError, match="zeeland"):
            learn_from("zeelant")

    def test_answer_survives_a_pickle(self) -> None:
        """An answer is a value: equal and whole after a pickle."""
        found = learn_from("zeeland")

        assert pickle.loads(pickle.dumps(found)) == found
        assert repr(found) == f"<Lessons for 'zeeland': {len(found.lessons)}>"
        assert repr(found.lessons[0]) == f"<Lesson '{found.lessons[0].record.id}' of '{found.lessons[0].origin.id}'>"
        assert repr(found.kin[0]).startswith(f"<KinCommunity '{found.kin[0].community.id}': ")


class TestTold:
    """The answer as text and as JSON."""

    @pytest.fixture
    def kb(self, tmp_path: Path) -> icop.KnowledgeBase:
        """A table and another with one lesson of each kind."""
        return loaded(
            tmp_path,
            community("noord", themes=[theme("les")]),
            community(
                "oost",
                themes=[theme("les"), theme("boete")],
                products=[_product("p", "les", url="https://example.org/p", reviewed=True)],
                next_steps=[_step("s", "les")],
            ),
            community("west", themes=[theme("boete")]),
            themes=_grouped(),
            tips=[_tip("t", "oost", "les", verified=False, doubt=text("onzeker"))],
        )

    def test_text(self, kb: icop.KnowledgeBase) -> None:
        """Kin communities, then tips, products and next steps, each with where it comes from and why."""
        reason = "Waarom: Gaat over Taalles (hier: uitgediept; daar: uitgediept)."

        assert learn_from("noord", kb=kb).describe() == (
            "# Leren van anderen: Noord\n\n"
            "## Communities met verwante thema's\n\n"
            "- **Oost**: dezelfde thema's: Taalles; uit dezelfde groep: Boete\n"
            "- **West**: uit dezelfde groep: Boete\n\n"
            "## Tips om over te nemen\n\n"
            f"- t [niet nagetrokken] (onzeker) (Oost)  \n  {reason} [page, question 1]\n\n"
            "## Producten om over te nemen\n\n"
            f"- **p**. Over p. (Oost)  \n  {reason} Getoetst door inburgeraars. [page, question 1]\n\n"
            "## Vervolgstappen om te volgen\n\n"
            f"- s (Oost)  \n  {reason} [page, question 1]\n\n"
            "Stand van de gegevens: 2 januari 2026.\n"
        )

    def test_nothing_to_learn_is_said(self, kb: icop.KnowledgeBase) -> None:
        """An empty answer says that it is one."""
        told = learn_from("west", kb=kb).describe(lang="en")

        assert told.startswith("# Learning from others: West (en)\n\nNo other community or meeting has anything")

    def test_json(self, kb: icop.KnowledgeBase) -> None:
        """The JSON holds ids and stored words, and of each lesson what is known."""
        plain = learn_from("noord", kb=kb).to_dict()

        assert plain["kin"] == [
            {"community": "oost", "shared": ["les"], "same_cluster": ["boete"]},
            {"community": "west", "shared": [], "same_cluster": ["boete"]},
        ]
        facts = [(one["kind"], one["id"], one["verified"], one["reviewed"], one["url"]) for one in plain["lessons"]]
        assert facts == [
            ("tip", "t", False, None, None),
            ("product", "p", None, True, "https://example.org/p"),
            ("next-step", "s", None, None, None),
        ]
        assert plain["lessons"][0] | {"why": ""} == {
            "kind": "tip",
            "id": "t",
            "origin": "oost",
            "text": "t",
            "themes": ["les"],
            "why": "",
            "reviewed": None,
            "url": None,
            "citations": [{"source": "page", "place": "question 1"}],
            "verified": False,
        }

    @pytest.mark.parametrize("way", ["describe", "to_dict"])
    def test_other_language_is_refused(self, kb: icop.KnowledgeBase, way: str) -> None:
        """Only nl and en are spoken."""
        with pytest.raises(icop.InvalidValueError, match="lang cannot be 'de'"):
            getattr(learn_from("noord", kb=kb), way)(lang="de")
