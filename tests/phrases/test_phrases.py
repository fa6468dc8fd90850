"""Dates as people write them."""

from __future__ import annotations

import pytest

from inburgering_cop import phrases


class TestDay:
    """A partial date is written out as far as it is known."""

    @pytest.mark.parametrize(
        ("date", "nl", "en"),
        [
            ("2024-04-09", "9 april 2024", "9 April 2024"),
            ("2024-12-31", "31 december 2024", "31 December 2024"),
            ("2022-06", "juni 2022", "June 2022"),
            ("2022", "2022", "2022"),
            ("--09-18", "18 september", "18 September"),
            ("--03-01", "1 maart", "1 March"),
        ],
    )
    def test_date_is_written_out(self, date: str, nl: str, en: str) -> None:
        """Day, month and year stand in that order, those that are known; Dutch unless told."""
        assert (phrases.day(date), phrases.day(date, "nl"), phrases.day(date, "en")) == (nl, nl, en)
