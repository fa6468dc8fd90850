"""What the explorer in Chromium does with text that is not yet a choice: typed, or written in an address."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Open


def _type(page: Any, field: str, typed: str, key: str = "Enter") -> None:
    page.locator(f"#{field}").fill(typed)
    page.locator(f"#{field}").press(key)


def _told(page: Any) -> str:
    return str(page.locator("#wrong").inner_text()) if page.locator("#wrong").is_visible() else ""


def _offered(page: Any) -> list[str]:
    return [str(each) for each in page.locator("#wrong button").all_inner_texts()]


class TestTyped:
    """Typed text that is not a name as it stands."""

    @pytest.mark.parametrize("key", ["Enter", "Tab"])
    def test_the_only_choice_is_taken(self, explore: Open, key: str) -> None:
        """`nuenen` leaves one choice, and Enter or Tab takes it."""
        page = explore("#thema=pip")

        _type(page, "gemeente", "nuenen", key)

        assert page.locator("#gemeente").input_value() == "Nuenen, Gerwen en Nederwetten"
        assert page.locator("#answer-title").inner_text().endswith(", Nuenen, Gerwen en Nederwetten")
        assert _told(page) == ""

    @pytest.mark.parametrize(
        ("typed", "line", "some"),
        [
            ("bergen", "'bergen' kan meer dan één zijn. Welke bedoel je?", "Bergen (NH)"),
            ("haaren", "'haaren' is opgesplitst. Welke gemeente van nu bedoel je?", "Oisterwijk"),
            ("'s-Grav", "''s-Grav' kan meer dan één zijn. Welke bedoel je?", "'s-Gravenhage"),
            ("Rotterdm", "Geen gemeente heet 'Rotterdm'. Bedoel je deze?", "Rotterdam"),
            ("Dodrecht", "Geen gemeente heet 'Dodrecht'. Bedoel je deze?", "Dordrecht"),
        ],
    )
    def test_an_open_question_stays_when_the_topic_is_chosen(
        self, explore: Open, typed: str, line: str, some: str
    ) -> None:
        """What was typed, the line and the names to choose from stay, and the answer says it is for every gemeente."""
        page = explore()

        _type(page, "gemeente", typed)
        before = (_told(page), _offered(page))
        page.locator(".often a").first.click()

        assert (_told(page), _offered(page)) == before
        assert before[0].startswith(line)
        assert some in before[1]
        assert page.locator("#gemeente").input_value() == typed
        assert page.locator("#gemeente").get_attribute("aria-invalid") == "true"
        assert page.locator("#answer-title").inner_text().endswith(", voor elke gemeente")
        page.locator("#wrong button", has_text=some).first.click()
        assert page.locator("#answer-title").inner_text().endswith(f", {some}")
        assert _told(page) == ""
        assert page.locator("#gemeente").get_attribute("aria-invalid") is None

    def test_field_and_answer_agree(self, explore: Open) -> None:
        """A text that is no gemeente takes the place of the one chosen before, in the answer too; Back undoes it."""
        page = explore("#gemeente=GM0599&thema=pip")

        _type(page, "gemeente", "Nergenshuizen")
        after = page.locator("#answer-title").inner_text()
        page.go_back()

        assert after.endswith(", voor elke gemeente")
        assert page.locator("#answer-title").inner_text().endswith(", Rotterdam")
        assert page.locator("#gemeente").input_value() == "Rotterdam"
        assert _told(page) == ""

    def test_emptying_the_field_ends_the_question(self, explore: Open) -> None:
        """Who takes the text away, by hand or with the cross, is asked nothing any more."""
        page = explore()

        _type(page, "gemeente", "bergen")
        _type(page, "gemeente", "")
        by_hand = _told(page)
        _type(page, "gemeente", "bergen")
        page.locator("#gemeente-clear").click()

        assert (by_hand, _told(page)) == ("", "")

    @pytest.mark.parametrize(
        ("typed", "some"),
        [
            ("geld", "Financieel ontzorgen"),
            ("traumas", "trauma"),
            ("mijn inburgeraar kreeg een boete, wat nu?", "Boete"),
        ],
    )
    def test_a_topic_is_asked_back_with_names(self, explore: Open, typed: str, some: str) -> None:
        """Part of a name, a name with a letter too many, or a name within a sentence: topics to choose from."""
        page = explore("#gemeente=GM0599")

        _type(page, "thema", typed)
        offered = _offered(page)
        page.locator("#wrong button").first.click()

        assert 0 < len(offered) <= 12
        assert any(some.lower() in each.lower() for each in offered), offered
        assert page.locator(".step").count() == 3
        assert _told(page) == ""

    def test_questions_on_both_fields_are_both_told(self, explore: Open) -> None:
        """One line for each field, in the language of the page."""
        page = explore()

        _type(page, "gemeente", "Rotterdm")
        _type(page, "thema", "zzzz")
        dutch = page.locator("#wrong p").all_inner_texts()
        page.locator("[data-lang=en]").click()

        assert len(dutch) == 2
        assert dutch[1] == "Geen onderwerp heet 'zzzz'. Typ één woord, zoals boete, of kies uit de lijst."
        assert page.locator("#wrong p").all_inner_texts()[1].startswith("No topic is called 'zzzz'.")

    def test_too_many_are_not_listed(self, explore: Open) -> None:
        """A text that fits more than twelve names says how many, and what to do."""
        page = explore()

        _type(page, "gemeente", "a")

        assert _offered(page) == []
        assert "Typ er meer van, of kies uit de lijst." in _told(page)


class TestAddressed:
    """Text in an address, read as typed text is."""

    @pytest.mark.parametrize(
        ("name", "line"),
        [
            ("bergen", "'bergen' kan meer dan één zijn. Welke bedoel je?"),
            ("haaren", "'haaren' is opgesplitst. Welke gemeente van nu bedoel je?"),
            ("Rotterdm", "Geen gemeente heet 'Rotterdm'. Bedoel je deze?"),
        ],
    )
    def test_a_name_is_asked_back_as_if_typed(self, explore: Open, name: str, line: str) -> None:
        """The same line and names as for typed text, and the answer is there for every gemeente."""
        page = explore(f"#gemeente={name}&thema=pip")
        typed = explore("#thema=pip")

        _type(typed, "gemeente", name)

        assert _told(page).startswith(line)
        assert (_told(page), _offered(page)) == (_told(typed), _offered(typed))
        assert page.locator("#gemeente").input_value() == name
        assert page.locator("#answer-title").inner_text().endswith(", voor elke gemeente")
        page.locator("#wrong button").first.click()
        assert _told(page) == ""

    def test_the_only_choice_is_taken(self, explore: Open) -> None:
        """Part of one name is that name, of a topic too."""
        page = explore("#gemeente=nuenen&thema=medische ontheff")

        assert page.locator("#answer-title").inner_text() == "Medische ontheffing, Nuenen, Gerwen en Nederwetten"

    def test_every_fault_is_named(self, explore: Open) -> None:
        """Of several parts that mean nothing each is named, and a name that is asked back stands beside them."""
        page = explore("#fase=zzz&soort=x&thema=pip&gemeente=bergen&nul")

        assert page.locator("#wrong p").all_inner_texts()[0] == (
            "Dit adres klopt niet: 'fase=zzz', 'soort=x', 'nul' zeggen hier niets."
        )
        assert _offered(page) == ["Bergen (NH)", "Bergen (L)"]
        assert page.locator(".step").count() == 3


class TestTwice:
    """An address in which one part stands twice."""

    @pytest.mark.parametrize(
        ("address", "heading", "line"),
        [
            (
                "#thema=boete&thema=pip",
                "Handhaving en boete",
                "Dit adres noemt 'thema' meer dan eens; wat er het eerst staat, telt.",
            ),
            (
                "#lang=en&gemeente=bergen&thema=boete&thema=pip&lang=nl",
                "Enforcement",
                "This address names 'lang', 'thema' more than once; what stands there first counts.",
            ),
        ],
    )
    def test_the_first_counts_and_the_page_says_so(self, explore: Open, address: str, heading: str, line: str) -> None:
        """Of two topics the first is answered, of two languages the first is spoken, and one line tells it."""
        page = explore(address)

        assert page.locator("#wrong p").first.inner_text() == line
        assert page.locator("#answer-title").inner_text().startswith(heading)

    def test_words_every_object_knows_mean_nothing(self, explore: Open) -> None:
        """`constructor` and the like are told as any part that means nothing, and the rest is shown."""
        page = explore("#constructor=1&toString&__proto__=2&thema=pip")

        assert page.locator("#wrong").inner_text() == (
            "Dit adres klopt niet: 'constructor=1', 'toString', '__proto__=2' zeggen hier niets."
        )
        assert page.locator(".step").count() == 3
