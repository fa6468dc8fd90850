"""When a term ends, by the calendar and by the Algemene termijnenwet."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop.keten.deadlines import holidays
from tests._made import RECORDS, made

_CITED = {"citations": [{"source": "page", "place": "question 1"}]}
_LAWS = {
    "act": "BWBR0000002",
    "order-in-council": "BWBR0000003",
    "ministerial-regulation": "BWBR0000004",
}


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _kb(folder: Path, **terms: dict[str, Any]) -> icop.KnowledgeBase:
    """The made-up knowledge base with one phase that holds `terms`; `law` names the rank of the law that sets one."""
    laws = [
        {
            "id": rank,
            "title": rank,
            "publisher": "Nobody",
            "retrieved": "2026-01-01",
            "abbreviation": rank,
            "bwb": bwb,
            "rank": rank,
            "in_force": "2022-01-01",
            "preceded_by": "the law of 2013",
        }
        for rank, bwb in _LAWS.items()
    ]
    unranked = {**laws[0], "id": "unranked", "abbreviation": "unranked"}
    unranked = {key: value for key, value in unranked.items() if key not in {"rank", "in_force", "preceded_by"}}
    deadlines = [_term(name, **facts) for name, facts in terms.items()]
    phase = RECORDS["phases"][1] | {"deadlines": deadlines}
    return made(folder, sources=[*RECORDS["sources"], *laws, unranked], phases=[RECORDS["phases"][0], phase])


def _term(name: str, *, law: str | None = "act", **facts: Any) -> dict[str, Any]:
    term = {
        "id": name,
        "what": {"nl": "iets doen", "en": "do something"},
        "counts_from": {"nl": "de start", "en": "the start"},
        "by": "gemeente",
        **_CITED,
    }
    if law:
        bwb = _LAWS.get(law, _LAWS["act"])
        basis = {"law": law, "article": "1", "text": f"{law} art. 1", "jci": f"jci1.3:c:{bwb}&artikel=1"}
        term["legal_basis"] = [basis]
    return term | facts


def _said(found: icop.DeadlineDate) -> str:
    return " / ".join(rule.nl for rule in (*found.rules, *found.warnings))


class TestCounting:
    """Counting by the calendar."""

    @pytest.mark.parametrize(
        ("value", "unit", "start", "end"),
        [
            (10, "weeks", "2026-01-12", "2026-03-23"),
            (5, "days", "2026-06-01", "2026-06-06"),
            (2, "months", "2026-01-15", "2026-03-15"),
            (3, "years", "2026-01-12", "2029-01-12"),
            (3, "years", "2024-02-29", "2027-02-28"),
            (1, "months", "2026-01-31", "2026-02-28"),
        ],
    )
    def test_units_are_those_of_the_calendar(self, tmp_path: Path, value: int, unit: str, start: str, end: str) -> None:
        """Weeks are seven days, months and years go to the same day, or the last one the month has."""
        kb = _kb(tmp_path, term={"value": value, "unit": unit, "law": None})

        found = kb.deadline("term", counts_from=_date(start))

        assert found.ends == found.by_calendar == _date(end)
        assert found.counts_from == _date(start)

    def test_end_of_month_is_marked_as_an_assumption(self, tmp_path: Path) -> None:
        """Where the month lacks the day, the answer says what was assumed; elsewhere it does not."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "months", "law": None})

        assert "Aanname" in _said(kb.deadline("term", counts_from=_date("2026-01-31")))
        assert "Aanname" not in _said(kb.deadline("term", counts_from=_date("2026-01-30").replace(day=28)))

    def test_term_counted_back_is_not_moved(self, tmp_path: Path) -> None:
        """A term counted back goes back, and its end stays where it falls (Atw art. 1 lid 2)."""
        kb = _kb(tmp_path, term={"value": 4, "unit": "weeks", "counts_back": True})

        found = kb.deadline("term", counts_from=_date("2026-02-01"))

        assert found.ends == _date("2026-01-04")
        assert found.ends.isoweekday() == 7
        assert "art. 1 lid 2" in _said(found)


class TestLastDay:
    """Weekends and holidays at the end of a term."""

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            ("2026-05-02", "2026-05-11"),  # a Saturday
            ("2026-05-03", "2026-05-11"),  # a Sunday
            ("2026-03-30", "2026-04-07"),  # Easter Monday
            ("2026-03-27", "2026-04-07"),  # Good Friday, the weekend, Easter Monday
            ("2026-04-20", "2026-04-28"),  # King's Day
            ("2026-04-28", "2026-05-06"),  # 5 May
            ("2026-05-07", "2026-05-15"),  # Ascension Day
            ("2026-05-18", "2026-05-26"),  # Whit Monday
            ("2026-12-18", "2026-12-28"),  # Christmas and the weekend
            ("2026-12-25", "2027-01-04"),  # New Year's Day and the weekend
        ],
    )
    def test_end_moves_to_the_next_working_day(self, tmp_path: Path, start: str, end: str) -> None:
        """A week that ends on a Saturday, Sunday or holiday runs on to the next day that is none (art. 1 and 3)."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks"})

        found = kb.deadline("term", counts_from=_date(start))

        assert found.ends == _date(end)
        assert "art. 1 lid 1" in _said(found)
        assert "Verlengd tot" in _said(found)
        assert "koninklijk besluit" in _said(found)

    def test_end_on_a_working_day_stays(self, tmp_path: Path) -> None:
        """A term that ends on a working day ends there."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks"})

        found = kb.deadline("term", counts_from=_date("2026-06-03"))

        assert found.ends == _date("2026-06-10")
        assert "Verlengd tot" not in _said(found)

    @pytest.mark.parametrize(
        ("value", "unit", "moved"),
        [
            (90, "days", True),
            (91, "days", False),
            (12, "weeks", True),
            (13, "weeks", False),
            (3, "months", True),
            (4, "months", False),
            (1, "years", False),
        ],
    )
    def test_long_terms_stay(self, tmp_path: Path, value: int, unit: str, moved: bool) -> None:
        """Over 90 days, twelve weeks or three months, and in years, nothing moves (art. 4)."""
        kb = _kb(tmp_path, term={"value": value, "unit": unit})

        said = _said(kb.deadline("term", counts_from=_date("2026-06-03")))

        assert ("art. 1 lid 1" in said) is moved
        assert ("art. 4" in said) is not moved

    @pytest.mark.parametrize(
        ("law", "end", "rule"),
        [
            ("act", "2026-06-08", "art. 1 lid 1"),
            ("order-in-council", "2026-06-08", "geldt ook hier (Atw art. 5)"),
            ("ministerial-regulation", "2026-06-06", "verlengt haar niet (Atw art. 5)"),
            ("unranked", "2026-06-06", "verlengt haar niet (Atw art. 5)"),
            (None, "2026-06-06", "Afspraak of praktijk"),
        ],
    )
    def test_law_decides_whether_it_moves(self, tmp_path: Path, law: str | None, end: str, rule: str) -> None:
        """Acts and orders in council move, ministerial regulations and agreements do not (art. 5)."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks", "law": law})

        found = kb.deadline("term", counts_from=_date("2026-05-30"))

        assert found.ends == _date(end)
        assert rule in _said(found)

    def test_holidays_are_those_of_the_law(self) -> None:
        """The days of art. 3: ten a year, King's Day on the 26th where the 27th is a Sunday."""
        assert sorted(day.isoformat() for day in holidays(2026)) == [
            *("2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05"),
            *("2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26"),
        ]
        assert _date("2025-04-26") in holidays(2025)
        assert _date("2025-04-27") not in holidays(2025)

    @given(st.dates(_date("2022-01-01"), _date("2040-12-31")), st.integers(1, 12))
    def test_moved_end_is_a_working_day_soon_after(self, start: datetime.date, weeks: int) -> None:
        """At most Good Friday to Easter Monday lie in a row, so an end moves four days at the most, never back."""
        kb = icop.load()
        term = next(term for phase in kb.phases.values() for term in phase.deadlines if term.id == "pip")

        found = kb.deadline(term.id, counts_from=start + datetime.timedelta(weeks=weeks))

        assert 0 <= (found.ends - found.by_calendar).days <= 4
        assert found.ends.isoweekday() < 6
        assert found.ends not in holidays(found.ends.year)


class TestRefused:
    """What has no date."""

    @pytest.mark.parametrize("unit", ["hours", "calls"])
    def test_norm_has_no_date(self, tmp_path: Path, unit: str) -> None:
        """Hours and calls are norms: asking their date is an error that says why."""
        kb = _kb(tmp_path, uren={"value": 800, "unit": unit})

        with pytest.raises(icop.NoDateError) as caught:
            kb.deadline("uren", counts_from=_date("2026-01-12"))

        assert str(caught.value).startswith("'uren' has no date: it is a norm (do something), not a term.")
        assert caught.value.line("nl").startswith("'uren' heeft geen datum: het is een norm (iets doen), geen termijn.")
        assert caught.value.deadline == "uren"

    def test_day_before_the_law_names_the_law_that_held(self, tmp_path: Path) -> None:
        """A day before the law came into force is refused, and the law that held then is named."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks"})

        with pytest.raises(icop.InvalidValueError, match="before that: the law of 2013") as caught:
            kb.deadline("term", counts_from=_date("2021-12-31"))

        assert "daarvoor gold: the law of 2013" in caught.value.line("nl")
        assert kb.deadline("term", counts_from=_date("2022-01-01")).ends == _date("2022-01-10")

    def test_day_too_far_ahead_is_refused(self, tmp_path: Path) -> None:
        """More than twenty years after the data were checked, nothing is told."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks"})

        with pytest.raises(icop.InvalidValueError, match="a day until 2046-01-02"):
            kb.deadline("term", counts_from=_date("2046-01-03"))
        assert kb.deadline("term", counts_from=_date("2046-01-02")).ends.year == 2046

    @pytest.mark.parametrize("day", ["2026-01-12", None, datetime.datetime(2026, 1, 12), 20260112])
    def test_something_else_than_a_day_is_refused(self, tmp_path: Path, day: Any) -> None:
        """A text, a moment or a number is no day."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks"})

        with pytest.raises(icop.InvalidValueError, match=r"It must be a datetime\.date\.$"):
            kb.deadline("term", counts_from=day)

    def test_unknown_term_says_what_is_near(self, tmp_path: Path) -> None:
        """A term that no phase has is unknown."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks"})

        with pytest.raises(icop.UnknownRecordError, match=r"Unknown deadline 'terms'\. Did you mean 'term'\?"):
            kb.deadline("terms", counts_from=_date("2026-01-12"))


class TestAnswer:
    """What an answer carries."""

    def test_doubt_and_maximum_are_said(self, tmp_path: Path) -> None:
        """A maximum, an unverified term and a doubt stand among the warnings."""
        doubt = {"nl": "Onzeker.", "en": "Uncertain."}
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks", "at_most": True, "verified": False, "doubt": doubt})

        said = [warning.get("en") for warning in kb.deadline("term", counts_from=_date("2026-06-03")).warnings]

        assert said[0].startswith("This is a maximum")
        assert said[-2:] == ["This term has not been verified.", "Uncertain."]

    def test_it_is_a_value(self, tmp_path: Path) -> None:
        """Equal questions get equal answers, which hash, pickle and show what they are."""
        kb = _kb(tmp_path, term={"value": 1, "unit": "weeks"})

        found = kb.deadline("term", counts_from=_date("2026-06-03"))

        assert found == kb.deadline("term", counts_from=_date("2026-06-03"))
        assert hash(pickle.loads(pickle.dumps(found))) == hash(found)
        assert repr(found) == "<DeadlineDate 'term' ends 2026-06-10>"
        assert repr(found.deadline) == "<Deadline 'term': 1 weeks>"

    def test_id_stands_in_one_phase_only(self, tmp_path: Path) -> None:
        """The same id in two phases is a fault that names the other phase."""
        term = _term("term", law=None, value=1, unit="weeks")
        phases = [phase | {"deadlines": [term]} for phase in RECORDS["phases"]]

        with pytest.raises(icop.DataError, match=r"phases 'start', deadlines\[0\]\.id: is 'term'.*phase einde has it"):
            made(tmp_path, phases=phases)

    def test_law_of_a_term_is_held_to_its_number(self, tmp_path: Path) -> None:
        """The articles of a term keep the rule that holds for all: the link is to that law."""
        term = _term("term", value=1, unit="weeks")
        term["legal_basis"][0] |= {"law": "law", "text": "Wet art. 1"}
        phases = [RECORDS["phases"][0], RECORDS["phases"][1] | {"deadlines": [term]}]

        with pytest.raises(icop.DataError, match=r"deadlines\[0\]\.legal_basis\[0\]\.jci: .* a link to BWBR0000001"):
            made(tmp_path, phases=phases)
