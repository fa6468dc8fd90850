"""The targeted question to a partner."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.practice import Dossier
from tests._made import RECORDS, made
from tests.practice._dossiers import QUESTION, day, framed, involved, on_two_rungs, opened, worked_out

_PARTS = {
    "nl": [
        "De vraag",
        "Wat de gemeente heeft uitgezocht",
        "Wat partners hebben geantwoord",
        "Wat wij u vragen",
        "Wat al is geprobeerd",
    ],
    "en": [
        "The question",
        "What the gemeente worked out",
        "What partners answered",
        "What we ask of you",
        "What has been tried",
    ],
}


def _part(letter: str, heading: str) -> str:
    """What stands under a heading of a letter."""
    return letter.partition(f"## {heading}\n\n")[2].partition("\n\n## ")[0]


class TestWorkedExample:
    """The medical exemption in Rotterdam, to DUO."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_letter_holds_its_parts_in_order(self, lang: str) -> None:
        """The question, the gemeente's work, the partners' answers, what is asked, what was tried: in that order."""
        letter = involved().briefing("DUO", lang=lang)

        assert re.findall(r"^## (.+)$", letter, re.MULTILINE) == _PARTS[lang]

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_each_part_holds_what_belongs_there(self, lang: str) -> None:
        """Each text of the dossier stands in the part it belongs to, in both languages."""
        letter = involved().briefing("DUO", lang=lang)

        question, worked, answered, asked, tried = (_part(letter, heading) for heading in _PARTS[lang])

        assert QUESTION in question
        assert "De wet vraagt een advies van de arts." in worked
        assert "Tien minuten per keer lukt." in answered
        assert "**Kan de aanvraag nu weg?**" in asked
        assert "'Wat lukt er in de les?'" in tried

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_letter_names_the_article_and_is_short(self, lang: str) -> None:
        """The articles DUO decides on stand there with their address; the whole is under 400 words."""
        letter = involved().briefing("DUO", lang=lang)

        asked = _part(letter, _PARTS[lang][3])

        assert "[Wi2021 art. 5 lid 1](https://wetten.overheid.nl/jci1.3:c:BWBR0044770&artikel=5&lid=1)" in asked
        assert "Bi2021 art. 2.7 lid 5" in asked
        assert len(letter.split()) < 400

    def test_dutch_letter_reads_as_a_letter(self) -> None:
        """A greeting, why we come, the parts, and the sender with function and gemeente."""
        letter = involved().briefing("DUO")

        assert letter.startswith(
            "# Gerichte vraag aan Dienst Uitvoering Onderwijs (DUO): Medische ontheffing\n\n"
            "Beste collega's van DUO,\n\n"
            "Bij de gemeente Rotterdam werken wij aan de vraag hieronder. Wij zochten eerst uit wat wij zelf kunnen "
        )
        assert "Met vriendelijke groet,  \nKlantmanager, gemeente Rotterdam\n" in letter
        assert _part(letter, "Wat al is geprobeerd").splitlines()[:2] == [
            "- Zelf, 5 november 2026: uitgezocht (Beleidsmedewerker).",
            "- Met partners in de uitvoering, 9 november 2026: gevraagd aan Albeda: 'Wat lukt er in de les?' "
            "Antwoord op 12 november 2026.",
        ]

    def test_english_letter_reads_as_a_letter(self) -> None:
        """The frame is English, what people wrote stays as they wrote it."""
        letter = involved().briefing("DUO", lang="en")

        assert "Dear colleagues at DUO,\n\nAt the gemeente Rotterdam we are" in letter
        assert "Why we ask you: DUO decides in the individual case (decision on" in letter
        assert letter.rstrip().splitlines()[-1].startswith("The articles come from data that were checked until ")

    @pytest.mark.parametrize(
        ("partner", "title", "greeting"),
        [
            ("SZW", "Ministerie van Sociale Zaken en Werkgelegenheid (SZW)", "Beste collega's van SZW,"),
            ("Argonaut", "Argonaut", "Beste collega's van Argonaut,"),
            ("Albeda", "Albeda", "Beste collega's van Albeda,"),
        ],
    )
    def test_partner_is_called_as_colleagues_call_it(self, partner: str, title: str, greeting: str) -> None:
        """In full in the title, and by its abbreviation, where it has one, from then on."""
        letter = worked_out().briefing(partner)

        assert letter.startswith(f"# Gerichte vraag aan {title}: Medische ontheffing\n\n{greeting}\n\n")


class TestTurn:
    """For whom there is a briefing."""

    @pytest.mark.parametrize(("dossier", "missing"), [(opened(), (1, 2)), (framed(), (2,))])
    def test_there_is_none_before_the_partner_s_turn(self, dossier: Dossier, missing: tuple[int, ...]) -> None:
        """A targeted question needs the frames and what partners can do; without them the gate is named."""
        with pytest.raises(icop.ActRefusedError) as caught:
            dossier.briefing("DUO")

        assert (caught.value.conflict, caught.value.missing) == ("gate", missing)

    def test_who_went_ahead_says_why(self) -> None:
        """Involved before its turn, the partner reads the reason, and that nothing was worked out yet."""
        ahead = opened().involve("DUO", "Is er uitstel?", on=day(5), reason="De termijn loopt morgen af.")

        letter = ahead.briefing("DUO")

        assert "De reden: De termijn loopt morgen af.\n" in letter
        assert _part(letter, "Wat de gemeente heeft uitgezocht") == "Nog niets vastgelegd."
        assert _part(letter, "Wat partners hebben geantwoord") == "Er is nog geen antwoord van partners."
        assert _part(letter, "Wat al is geprobeerd").startswith("Nog niets vastgelegd.")

    def test_reason_stays_when_more_is_asked(self) -> None:
        """A next question to a partner that came in early still gives the reason."""
        ahead = opened().involve("DUO", "Is er uitstel?", on=day(5), reason="De termijn loopt morgen af.")

        assert "De termijn loopt morgen af." in ahead.ask("DUO", "Tot wanneer?", on=day(6)).briefing("DUO")

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_reason_is_no_news_once_all_is_worked_out(self, lang: str) -> None:
        """When the frames and what partners can do are recorded by then, the letter says that instead."""
        ahead = opened().involve("DUO", "Is er uitstel?", on=day(5), reason="De termijn loopt morgen af.")
        caught_up = ahead.record(1, "De kaders.", on=day(6)).record(2, "De school kan niets.", on=day(6))

        assert "De termijn loopt morgen af." in ahead.briefing("DUO", lang=lang)
        assert "De termijn loopt morgen af." not in caught_up.briefing("DUO", lang=lang)

    def test_draft_before_it_is_involved_asks_the_question_itself(self) -> None:
        """When it is the partner's turn but nothing was put to it yet, the letter asks the question as it is."""
        letter = worked_out().briefing("DUO")

        assert "**Wat is vanuit uw rol het antwoord op de vraag hierboven?**" in letter
        assert "Met vriendelijke groet,  \nGemeente Rotterdam\n" in letter

    def test_partner_in_the_execution_gets_another_opening(self) -> None:
        """A partner on rung 2 is asked what it can do together with the gemeente."""
        letter = opened().briefing("taalaanbieder")

        assert "Beste collega's,\n" in letter
        assert "Wij willen weten wat u hierin samen met ons kunt doen." in letter

    def test_function_in_the_gemeente_has_no_article_here(self) -> None:
        """Where the data name no article, the letter says so."""
        letter = opened().briefing("wmo-consulent")

        assert "De gegevens noemen hiervoor geen artikel." in letter
        assert letter.count("[niet nagetrokken]") == 1

    def test_partner_without_a_part_is_told_so(self) -> None:
        """Where the data name no task for the partner on this theme, the letter invents none."""
        letter = worked_out().involve("COA", "Was dit daar al bekend?", on=day(20)).briefing("COA", lang="en")

        assert "The data name no task for COA on this theme" in letter
        assert "on the basis of" not in letter


class TestWhatIsAsked:
    """Which of the acts are the question of this letter, and which were tried."""

    def test_everything_not_yet_answered_is_asked(self) -> None:
        """All questions put to the partner since its last answer are asked, the older ones were tried."""
        dossier = involved().answer("DUO", "Dat hangt ervan af.", on=day(25))
        dossier = dossier.ask("DUO", "Waarvan?", on=day(26)).ask("DUO", "En wanneer?", on=day(27))

        letter = dossier.briefing("DUO")

        assert "**Waarvan?**\n\n**En wanneer?**" in letter
        tried = _part(letter, "Wat al is geprobeerd")
        assert "'Kan de aanvraag nu weg?' Antwoord op 25 november 2026." in tried
        assert "Waarvan?" not in tried
        assert "Dat hangt ervan af." in _part(letter, "Wat partners hebben geantwoord")

    def test_what_was_answered_is_asked_when_nothing_is_open(self) -> None:
        """Where all was answered, the letter still holds the last question."""
        letter = involved().answer("DUO", "Ja.", on=day(25)).briefing("DUO")

        assert "**Kan de aanvraag nu weg?**" in letter

    def test_unanswered_question_to_another_was_tried(self) -> None:
        """A partner that has not answered yet is named as such; taking up again is named too."""
        dossier = worked_out().ask("eur", "Wat lukt er?", on=day(13)).close(reason="Pauze.", on=day(14))
        dossier = dossier.reopen("De klant is terug.", on=day(20)).involve("DUO", "En nu?", on=day(21))

        tried = _part(dossier.briefing("DUO", lang="en"), "What has been tried")

        assert "asked of EUR: 'Wat lukt er?' No answer yet." in tried
        assert "- Taken up again, 20 November 2026: 'De klant is terug.'" in tried

    def test_answer_counts_once_it_came_later_on_the_same_rung(self) -> None:
        """Of two questions to one partner the one asked after its answer waits."""
        dossier = worked_out().ask("Albeda", "En thuis?", on=day(13)).involve("DUO", "En nu?", on=day(21))

        tried = _part(dossier.briefing("DUO"), "Wat al is geprobeerd")

        assert "'Wat lukt er in de les?' Antwoord op 12 november 2026." in tried
        assert "'En thuis?' Nog geen antwoord." in tried

    def test_answer_on_one_rung_is_none_on_the_other(self, tmp_path: Path) -> None:
        """Of a partner asked on two rungs, the answer on the one leaves the question on the other waiting."""
        kb = on_two_rungs(tmp_path)
        dossier = Dossier.open(kb.escalate("les"), on=day(4)).ask("alfa", "Laag?", on=day(5), kb=kb)
        dossier = dossier.involve("alfa", "Hoog?", rung=3, reason="Nu.", on=day(5), kb=kb)
        dossier = dossier.answer("alfa", "Ja.", rung=3, on=day(6), kb=kb).record(1, "Kaders.", on=day(7), kb=kb)

        tried = _part(dossier.briefing("school", kb=kb), "Wat al is geprobeerd")

        assert "'Laag?' Nog geen antwoord." in tried
        assert "'Hoog?' Antwoord op 6 november 2026." in tried

    def test_answer_of_a_colleague_is_the_gemeente_s_work(self) -> None:
        """What a function in the gemeente answered stands with what the gemeente worked out."""
        asked = worked_out().ask("klantmanager", "Wat weet je?", on=day(13))
        dossier = asked.answer("klantmanager", "Er loopt een zorgtraject.", on=day(13)).involve(
            "DUO", "Nu?", on=day(14)
        )

        letter = dossier.briefing("DUO")

        assert "- Klantmanager, 13 november 2026: Er loopt een" in _part(letter, "Wat de gemeente heeft uitgezocht")
        assert "zorgtraject" not in _part(letter, "Wat partners hebben geantwoord")


class TestNames:
    """What the letter calls theme, side and gemeente."""

    def test_side_of_the_theme_stands_in_the_title(self) -> None:
        """A dossier on one side of a theme names it, and a theme without a question is the question."""
        route = icop.escalate("ontheffing-medisch", aspect="besluit")

        letter = Dossier.open(route, on=day(4)).briefing("klantmanager", lang="en")

        assert letter.startswith("# Targeted question to Klantmanager: Medical exemption (decision on the medical")
        assert "Medical exemption (decision on the medical exemption) (asked on 4 November 2026)" in letter
        assert "At the gemeente we are" in letter

    def test_what_is_uncertain_is_told(self) -> None:
        """A doubt about the partner's part stands in the letter."""
        letter = worked_out().briefing("Argonaut")

        assert "De naam Argonaut staat op de pagina's van DUO, Divosa en Rijnmond.\n" in letter

    def test_article_that_was_not_read_is_marked_and_case_comes_first(self, tmp_path: Path) -> None:
        """An article not checked is marked; deciding the single case is told first, a background part not at all."""
        rows = [
            *RECORDS["responsibilities"],
            {
                "id": "boete-eerst",
                "theme": "boete",
                "partner": "gemeente",
                "rung": 1,
                "order": 1,
                "capacity": "executes",
                "why": {"nl": "a", "en": "a"},
                "citations": [{"source": "page", "place": "question 1"}],
            },
            {
                "id": "boete-achtergrond",
                "theme": "boete",
                "partner": "gemeente",
                "rung": 1,
                "order": 1,
                "capacity": "pays",
                "background": True,
                "why": {"nl": "a", "en": "a"},
                "citations": [{"source": "page", "place": "question 1"}],
            },
        ]
        kb = made(tmp_path, responsibilities=rows)
        dossier = Dossier.open(kb.escalate("boete"), on=day(4))

        letter = dossier.briefing("gemeente", kb=kb)

        decides, executes = letter.index("\n- Gemeente beslist in het"), letter.index("\n- Gemeente voert uit")
        assert letter.count("Waarom wij dit aan u vragen:") == 1
        assert "(artikel niet nagelezen)" in letter
        assert decides < executes
        assert "betaalt" not in letter

    def test_general_ladder_is_marked(self, tmp_path: Path) -> None:
        """What comes from the general ladder is marked as not specific to the theme."""
        kb = made(tmp_path)
        dossier = Dossier.open(kb.escalate("boete"), on=day(4))

        letter = dossier.briefing("school", lang="en", kb=kb)

        assert "Why we ask you: School (en) executes. The data name no article for this. [general ladder, not" in letter

    def test_rung_of_the_letter_can_be_told(self) -> None:
        """Another rung than the partner stands on is refused."""
        with pytest.raises(icop.InvalidValueError):
            worked_out().briefing("DUO", rung=2)

        assert worked_out().briefing("DUO", rung=3) == worked_out().briefing("DUO")

    def test_knowledge_given_is_used(self, tmp_path: Path) -> None:
        """Names come from the knowledge given, the community and gemeente left out where there are none."""
        kb = made(tmp_path)
        dossier = Dossier.open(kb.escalate("les", municipality="Hier"), on=day(4))

        assert "gemeente Hier" in dossier.briefing("alfa", kb=kb)
        assert attrs.evolve(dossier, municipality=None).briefing("alfa", kb=kb).count("gemeente Hier") == 0
