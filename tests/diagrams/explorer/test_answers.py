"""Every answer in the page is the answer of `escalate`: all themes, all municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.model import Citation, LocalizedText
from tests.diagrams import _samples
from tests.diagrams.explorer._decoding import Book, data_of


def _both(text: LocalizedText | None) -> tuple[str, str] | None:
    return None if text is None else (text.get("nl"), text.get("en"))


def _places(kb: icop.KnowledgeBase, citations: Iterable[Citation]) -> list[tuple[str, str | None, str]]:
    return [(kb.sources[each.source].title, kb.sources[each.source].url, each.place) for each in citations]


def _referral(kb: icop.KnowledgeBase, said: icop.Referral) -> dict[str, Any]:
    return {
        "partner": said.partner.id,
        "role": said.role,
        "rung": said.rung,
        "capacity": said.capacity,
        "scope": said.scope,
        "aspect": _both(said.aspect_name),
        "why": _both(said.why),
        "articles": [(each.text, each.url, each.checked) for each in said.legal_basis],
        "places": _places(kb, said.citations),
        "general": said.basis == "general",
        "via": said.via.id if said.via else None,
        "seat": (said.at_table.partner, said.at_table.standing) if said.at_table else None,
        "doubt": _both(said.doubt),
        "verified": said.verified,
    }


class _Told:
    """What `escalate` answers, in the form of the page's look-up; each referral and tip put in that form once."""

    def __init__(self, kb: icop.KnowledgeBase) -> None:
        self._kb = kb
        self._known: dict[tuple[object, ...], dict[str, Any]] = {}

    def _once(self, said: icop.Referral) -> dict[str, Any]:
        key = (said.responsibility, said.partner.id, said.at_table)
        if key not in self._known:
            self._known[key] = _referral(self._kb, said)
        return self._known[key]

    def _tip(self, tip: icop.Tip) -> dict[str, Any]:
        return {
            "id": tip.id,
            "text": _both(tip.text),
            "places": _places(self._kb, tip.citations),
            "doubt": _both(tip.doubt),
            "verified": tip.verified,
        }

    def answer(self, route: icop.Escalation) -> dict[str, Any]:
        """The answer as the page tells it, without its warnings."""
        return {
            "community": route.community.id if route.community else None,
            "coverage": route.coverage,
            "nearest": route.nearest.id if route.nearest else None,
            "competent": [self._once(each) for each in route.competent],
            "steps": [
                {
                    "referrals": [self._once(each) for each in step.referrals],
                    "background": [self._once(each) for each in step.background],
                    "tips": [self._tip(each) for each in step.tips],
                }
                for step in route.steps
            ],
        }


def _wrong(kb: icop.KnowledgeBase, book: Book) -> list[str]:
    """Every theme and municipality, and none, of which the page says something else than `escalate`."""
    told = _Told(kb)
    places = {code: (group, name) for code, name, group, *_ in book.data["municipalities"]}
    assert places.keys() == kb.municipalities.keys()
    wrong = []
    for number, (theme, *_) in enumerate(book.data["themes"]):
        read: dict[int, dict[str, Any]] = {}
        for code, (group, name) in {None: (0, ""), **places}.items():
            if group not in read:
                read[group] = book.answer(number, group)
            found = read[group]
            route = kb.escalate(theme, municipality=code)
            answer = {key: value for key, value in found.items() if key not in ("warnings", "before")}
            warnings = book.named(found["warnings"], name)
            if answer != told.answer(route) or warnings != [_both(each) for each in route.warnings]:
                wrong.append(f"{theme} in {code}")
    return wrong


@pytest.mark.whole
class TestAnswers:
    """The page's own look-up."""

    def test_every_theme_in_every_municipality_is_answered_as_escalate_does(
        self, kb: icop.KnowledgeBase, book: Book
    ) -> None:
        """All themes for all 342 municipalities, and for none: steps, tips, who is competent, community, warnings."""
        wrong = _wrong(kb, book)

        assert wrong == []
        assert len(book.data["themes"]) == len(kb.themes)
        assert len(kb.municipalities) == 342

    def test_own_records_are_answered_as_escalate_does(self) -> None:
        """The same holds for a knowledge base of somebody's own."""
        kb = _samples.small()

        assert _wrong(kb, Book(data_of(icop.explorer(kb)))) == []

    def test_a_wrong_answer_is_found(self, book: Book) -> None:
        """The comparison sees one number that is another."""
        kb = _samples.small()
        value = data_of(icop.explorer(kb))
        value["rows"][0][1] = 3 if value["rows"][0][1] != 3 else 1

        assert _wrong(kb, Book(value)) != []

    def test_the_steps_begin_with_what_rijnmond_asks(self, kb: icop.KnowledgeBase, book: Book) -> None:
        """Guiding question and what must be known before moving on are the same for every theme, and in the page."""
        route = kb.escalate("pip")

        for step in route.steps:
            assert tuple(book.data["phrases"][f"guiding.{step.rung}"]) == _both(step.guiding_question)
            assert tuple(book.data["phrases"][f"before.{step.rung}"]) == _both(step.before_next)


class TestFormer:
    """A gemeente of the past."""

    @pytest.mark.parametrize("theme", ["pip", "boete", "clusters"])
    def test_its_answer_says_so_in_its_place(self, kb: icop.KnowledgeBase, book: Book, theme: str) -> None:
        """By an old name the page gives the answer of today with the warning `escalate` gives, in the same place."""
        theme = theme if theme in kb.themes else next(iter(kb.themes))
        number = [each[0] for each in book.data["themes"]].index(theme)
        groups = {code: (group, name) for code, name, group, *_ in book.data["municipalities"]}
        for code, name, day, became in book.data["former"]:
            if len(became) > 1:
                with pytest.raises(icop.AmbiguousNameError):
                    kb.escalate(theme, municipality=code)
                continue
            group, today = groups[became[0]]
            answer = book.answer(number, group)
            warnings = book.named(answer["warnings"], today)
            own = tuple(
                text.format(former=name, day=book.text(day, lang), municipality=today)
                for lang, text in zip(("nl", "en"), book.data["phrases"]["warning.former"], strict=True)
            )
            warnings.insert(answer["before"], (own[0], own[1]))

            route = kb.escalate(theme, municipality=code)

            assert warnings == [_both(each) for each in route.warnings], name
