"""The dossier: one question on its way up Rijnmond's drietrapsraket, act by act.

The ladder and its gate are Rijnmond's (source cop-rijnmond, question 3). That the way up is written down, act by act,
and in which words, is our choice: the source describes the method, not an administration.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.keten import Escalation
from inburgering_cop.model import Partner, _rules
from inburgering_cop.practice import _gate
from inburgering_cop.practice._acts import Act, ActKind, one_line, taken
from inburgering_cop.practice._gate import Gate
from inburgering_cop.practice._rungs import DossierState, RungState, rung_state


def _acts(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, tuple) or not all(isinstance(act, Act) for act in value):
        raise phrases.invalid(attribute.name, value, wanted=("een tuple van Acts", "a tuple of Acts"))


@attrs.frozen(kw_only=True, repr=False)
class Dossier:
    """A question being worked up the ladder by a gemeente: what was asked, found and answered, by whom, when.

    It never changes: each act returns a new dossier. It holds ids and texts, no records, so that it can be kept as
    JSON and read again beside later data. Every method that looks something up takes `kb`, the knowledge to look it up
    in; without it the bundled knowledge is used. A text is refused when it is blank, longer than 2,000 characters, or
    holds a control character or a number that can be a BSN.

    Attributes:
        question: The question as typed, on one line; None when it was opened on a theme.
        theme: Id of the Theme it is about.
        aspect: Id of the side of the theme it is about; None for the whole theme.
        municipality: Code of the gemeente whose question it is (`GM0599`); None when none was given.
        community: Id of the community whose table serves it; None when no community does.
        opened: The day it was opened.
        as_of: The day until which the data it was opened with were checked.
        acts: What happened, in order; every act fits what stands before it, or the dossier is refused.
    """

    question: str | None = attrs.field(default=None, validator=_rules.maybe(one_line))
    theme: str = attrs.field(validator=_rules.slug)
    aspect: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    municipality: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.municipality_code))
    community: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    opened: datetime.date = attrs.field(validator=_rules.date)
    as_of: datetime.date = attrs.field(validator=_rules.date)
    acts: tuple[Act, ...] = attrs.field(default=(), validator=_acts)

    def __attrs_post_init__(self) -> None:
        for place, act in enumerate(self.acts):
            refused = _gate.conflict(self.opened, self.acts[:place], act)
            if refused is not None:
                raise refused

    def __repr__(self) -> str:
        return f"<Dossier {self.theme!r}, {self.state.value}, {len(self.acts)} acts>"

    @classmethod
    def open(cls, route: Escalation, *, on: datetime.date, question: str | None = None) -> Dossier:
        """The dossier of a question, before anything was done.

        Source: cop-rijnmond, question 3: the three steps are those of `route`. Our choice: the side of the theme is
        kept only where the question tells it for certain.

        Args:
            route: The drietrapsraket for the question, from `escalate`.
            on: The day.
            question: The question in words; by default the one `route` was asked with.

        Raises:
            TextRefusedError: The question is not taken in.

        >>> import inburgering_cop as icop
        >>> route = icop.escalate("ontheffing-medisch", municipality="Rotterdam")
        >>> Dossier.open(route, on=datetime.date(2026, 11, 4))
        <Dossier 'ontheffing-medisch', open, 0 acts>
        """
        match = route.themes[0]
        return cls(
            question=route.question if question is None else taken(question),
            theme=match.theme.id,
            aspect=match.aspect.id if match.aspect and match.sure else None,
            municipality=route.municipality.code if route.municipality else None,
            community=route.community.id if route.community else None,
            opened=on,
            as_of=route.as_of,
        )

    @property
    def state(self) -> DossierState:
        """Whether it is open, settled or closed."""
        return DossierState(_gate.state_of(self.acts)[0])

    @property
    def rungs(self) -> tuple[RungState, RungState, RungState]:
        """What happened on each rung, rung = index + 1.

        Source: cop-rijnmond, question 3, steps 1 to 3. Our choice: when a rung counts as done, see RungState.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier.rungs
        (<RungState 1: not done>, <RungState 2: not done>, <RungState 3: not done>)
        """
        first, second, third = (rung_state(self.acts, rung) for rung in (1, 2, 3))
        return first, second, third

    def may_involve(self, partner: str | Partner, *, rung: int | None = None, kb: KnowledgeBase | None = None) -> Gate:
        """Whether it is the turn of `partner`: yes, or no with what is missing.

        Source: cop-rijnmond, question 3, important tip: a partner of the keten only after the frames were worked out in
        the own organisation and with the partners in the execution. The rung follows the responsibility on this theme,
        not the partner. Our choice: the frames are recorded by a finding on rung 1; what partners can do by a finding
        or an answer on rung 2; a partner that stands on several rungs is taken on the lowest, unless `rung` says
        otherwise; one that has no responsibility here stands on its usual rung.

        Args:
            partner: The partner, by any of its names.
            rung: The rung it is wanted on, where it stands on several.
            kb: Where it is looked up.

        Raises:
            UnknownPartnerError: There is no such partner.
            InvalidValueError: It does not stand on `rung`.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> gate = dossier.may_involve("DUO")
        >>> bool(gate), gate.missing
        (False, (1, 2))
        """
        kb = kb or load()
        found = _found(kb, partner)
        return _gate.gate(self.acts, found, self._stands(found, rung, kb))

    def _stands(self, partner: Partner, rung: int | None, kb: KnowledgeBase) -> int:
        rungs = _gate.stands_on(kb, self.theme, self.aspect, partner)
        if rung is None:
            return rungs[0]
        if rung not in rungs or type(rung) is not int:
            names = ", ".join(map(str, rungs))
            wanted = (f"{names}: daar staat {partner.id!r} bij dit thema", f"{names}: there {partner.id!r} stands here")
            raise phrases.invalid("rung", rung, wanted=wanted)
        return rung

    def _with(self, act: Act, kb: KnowledgeBase) -> Dossier:
        refused = _gate.conflict(self.opened, self.acts, act)
        if refused is None and not _gate.by_right(kb, self.acts, act):
            refused = phrases.act_refused("not-gemeente", act=act.kind, partner=act.by)
        if refused is not None:
            raise refused
        return attrs.evolve(self, acts=(*self.acts, act))

    def record(
        self,
        rung: int,
        text: str,
        *,
        on: datetime.date,
        by: str | Partner = "gemeente",
        kb: KnowledgeBase | None = None,
    ) -> Dossier:
        """Records what the gemeente worked out on a rung: on rung 1 the frames, on rung 2 what partners could do.

        Source: cop-rijnmond, question 3, steps 1 and 2. Our choice: a finding is the gemeente's own (what a partner
        says is an answer), and on rung 3 there is nothing to find before a partner is involved there.

        Args:
            rung: 1, 2 or 3.
            text: What was worked out.
            on: The day.
            by: The function in the gemeente that worked it out, or the gemeente.
            kb: Where it is looked up.

        Raises:
            ActRefusedError: The act does not fit; the error says with what it clashes and what resolves it.
            TextRefusedError: The text is not taken in.
            UnknownPartnerError: There is no such function.
            InvalidValueError: There is no such rung, or `on` is no date.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier = dossier.record(1, "De wet laat ruimte.", by="beleidsmedewerker", on=datetime.date(2026, 11, 5))
        >>> dossier.rungs[0], dossier.may_involve("DUO").missing
        (<RungState 1: done>, (2,))
        """
        kb = kb or load()
        if type(rung) is not int or rung not in (1, 2, 3):
            raise phrases.invalid("rung", rung, wanted=("1, 2 of 3", "1, 2 or 3"))
        said = taken(text)
        return self._with(Act(kind=ActKind.FOUND, rung=rung, by=_found(kb, by).id, text=said, date=on), kb)

    def ask(
        self,
        partner: str | Partner,
        text: str,
        *,
        on: datetime.date,
        by: str | Partner = "gemeente",
        rung: int | None = None,
        kb: KnowledgeBase | None = None,
    ) -> Dossier:
        """Records what was asked of a partner: a colleague, a partner in the execution, or one already involved.

        Source: cop-rijnmond, question 3, steps 1 and 2. Our choice: a partner on rung 3 is involved first, so that it
        is not asked before its turn.

        Args:
            partner: Who was asked, by any of its names.
            text: What was asked.
            on: The day.
            by: Who asked: a function in the gemeente, or the gemeente.
            rung: The rung it was asked on, where it stands on several; by default the lowest.
            kb: Where it is looked up.

        Raises:
            ActRefusedError: The act does not fit; the error says with what it clashes and what resolves it.
            TextRefusedError: The text is not taken in.
            UnknownPartnerError: There is no such partner.
            InvalidValueError: The partner does not stand on `rung`, or `on` is no date.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier.ask("Albeda", "Wat lukt er in de les?", on=datetime.date(2026, 11, 9)).rungs[1].waiting
        ('albeda',)
        """
        return self._put(ActKind.ASKED, partner, text, on=on, by=by, rung=rung, kb=kb or load())

    def involve(
        self,
        partner: str | Partner,
        text: str,
        *,
        on: datetime.date,
        by: str | Partner = "gemeente",
        reason: str | None = None,
        rung: int | None = None,
        kb: KnowledgeBase | None = None,
    ) -> Dossier:
        """Involves a partner, with the targeted question it is asked; on rung 3 in its turn, or with a reason.

        Source: cop-rijnmond, question 3, step 3 and important tip. Our choice: going ahead before its turn is possible,
        and the reason stays in the record.

        Args:
            partner: Who is involved, by any of its names.
            text: What exactly is asked of it.
            on: The day.
            by: Who involves it: a function in the gemeente, or the gemeente.
            reason: Why it is involved although it is not its turn yet.
            rung: The rung it is involved on, where it stands on several; by default the lowest.
            kb: Where it is looked up.

        Raises:
            ActRefusedError: It is not the partner's turn and there is no reason, or the act does not fit.
            TextRefusedError: The text or the reason is not taken in.
            UnknownPartnerError: There is no such partner.
            InvalidValueError: The partner does not stand on `rung`, or `on` is no date.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> spoed = "De termijn loopt morgen af."
        >>> dossier.involve("DUO", "Is er uitstel?", on=datetime.date(2026, 11, 5), reason=spoed).rungs[2].waiting
        ('duo',)
        """
        why = None if reason is None else taken(reason)
        return self._put(ActKind.INVOLVED, partner, text, on=on, by=by, rung=rung, kb=kb or load(), reason=why)

    def _put(
        self,
        kind: ActKind,
        partner: str | Partner,
        text: str,
        *,
        on: datetime.date,
        by: str | Partner,
        rung: int | None,
        kb: KnowledgeBase,
        reason: str | None = None,
    ) -> Dossier:
        asked, asking = _found(kb, partner), _found(kb, by)
        where = self._stands(asked, rung, kb)
        said = taken(text)
        act = Act(kind=kind, rung=where, by=asking.id, to=asked.id, text=said, date=on, reason=reason)
        return self._with(act, kb)

    def answer(
        self,
        partner: str | Partner,
        text: str,
        *,
        on: datetime.date,
        rung: int | None = None,
        kb: KnowledgeBase | None = None,
    ) -> Dossier:
        """Records what a partner answered to what it was asked.

        Source: cop-rijnmond, question 3: the question is talked through with the partners. Our choice: an answer stands
        on the rung the partner was last asked on.

        Args:
            partner: Who answers, by any of its names.
            text: The answer.
            on: The day.
            rung: The rung it answers on, where it was asked on several; by default the last.
            kb: Where it is looked up.

        Raises:
            ActRefusedError: It was not asked or involved, or the act does not fit.
            TextRefusedError: The text is not taken in.
            UnknownPartnerError: There is no such partner.
            InvalidValueError: The partner does not stand on `rung`, or `on` is no date.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier = dossier.ask("Albeda", "Wat lukt er in de les?", on=datetime.date(2026, 11, 9))
        >>> dossier.answer("Albeda", "Tien minuten per keer.", on=datetime.date(2026, 11, 12)).rungs[1]
        <RungState 2: done>
        """
        kb = kb or load()
        who = _found(kb, partner)
        said = taken(text)
        where = self._asked_on(who, rung, kb)
        return self._with(Act(kind=ActKind.ANSWERED, rung=where, by=who.id, text=said, date=on), kb)

    def _asked_on(self, partner: Partner, rung: int | None, kb: KnowledgeBase) -> int:
        """The rung `partner` was last asked on; where it was not asked at all, the one it stands on."""
        asked = _gate.put_to(self.acts, partner.id)
        last = asked[-1].rung if asked and rung is None else None
        return last or self._stands(partner, rung, kb)

    def settle(
        self, text: str, *, on: datetime.date, by: str | Partner = "gemeente", kb: KnowledgeBase | None = None
    ) -> Dossier:
        """Records the answer to the question, on whatever rung it was found.

        Source: cop-rijnmond, question 3: the method stops at the rung where the question is solved. Our choice: the
        answer comes from the gemeente, or from a partner that was asked; afterwards nothing is added, unless it is
        reopened.

        Args:
            text: The answer.
            on: The day.
            by: Who settled it: the gemeente, a function in it, or a partner that was asked.
            kb: Where it is looked up.

        Raises:
            ActRefusedError: The partner was not asked or involved, or the act does not fit.
            TextRefusedError: The text is not taken in.
            UnknownPartnerError: There is no such partner.
            InvalidValueError: `on` is no date.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier.settle("Eerst een aangepast examen.", on=datetime.date(2026, 11, 24)).state.value
        'settled'
        """
        kb = kb or load()
        who = _found(kb, by)
        said = taken(text)
        where = 1 if _gate.of_gemeente(who) else self._asked_on(who, None, kb)
        return self._with(Act(kind=ActKind.SETTLED, rung=where, by=who.id, text=said, date=on), kb)

    def close(
        self,
        *,
        on: datetime.date,
        by: str | Partner = "gemeente",
        reason: str | None = None,
        kb: KnowledgeBase | None = None,
    ) -> Dossier:
        """Lays the dossier aside: with an answer, or without one and with the reason.

        Our choice: the source does not speak of closing; a question without an answer is not dropped in silence.

        Raises:
            ActRefusedError: There is no answer and no reason, or the act does not fit.
            TextRefusedError: The reason is not taken in.
            UnknownPartnerError: There is no such function.
            InvalidValueError: `on` is no date.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier.close(reason="De inburgeraar is verhuisd.", on=datetime.date(2026, 11, 24)).state.value
        'closed'
        """
        return self._ends(ActKind.CLOSED, on=on, by=by, reason=reason, kb=kb or load())

    def reopen(
        self, reason: str, *, on: datetime.date, by: str | Partner = "gemeente", kb: KnowledgeBase | None = None
    ) -> Dossier:
        """Takes up a settled or closed dossier again; all that was recorded stays.

        Our choice: the source does not speak of it; without it a wrong answer could only be put right by hand.

        Raises:
            ActRefusedError: The dossier is open, or the act does not fit.
            TextRefusedError: The reason is not taken in.
            UnknownPartnerError: There is no such function.
            InvalidValueError: `on` is no date.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier = dossier.settle("Eerst een aangepast examen.", on=datetime.date(2026, 11, 24))
        >>> dossier.reopen("Het examen is niet gehaald.", on=datetime.date(2027, 3, 2)).state.value
        'open'
        """
        return self._ends(ActKind.REOPENED, on=on, by=by, reason=reason, kb=kb or load())

    def _ends(
        self, kind: ActKind, *, on: datetime.date, by: str | Partner, reason: str | None, kb: KnowledgeBase
    ) -> Dossier:
        why = taken(reason) if reason is not None or kind is ActKind.REOPENED else None  # type: ignore[arg-type]
        return self._with(Act(kind=kind, by=_found(kb, by).id, date=on, reason=why), kb)

    def route(self, *, kb: KnowledgeBase | None = None) -> Escalation:
        """The drietrapsraket for its theme and gemeente by the knowledge of today, with the rungs done as tried.

        Source: cop-rijnmond, question 3, through `escalate`.

        Raises:
            UnknownNameError: The theme, the gemeente or the community is not in `kb`.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> dossier.route().next_step
        1
        """
        kb = kb or load()
        return kb.escalate(
            kb.themes[self.theme],
            aspect=self.aspect,
            municipality=None if self.municipality is None else kb.municipalities[self.municipality],
            community=self.community,
            tried={each.rung for each in self.rungs if each.done},
        )

    def briefing(
        self, partner: str | Partner, *, lang: str = "nl", rung: int | None = None, kb: KnowledgeBase | None = None
    ) -> str:
        """The targeted question to `partner` as Markdown, in `nl` or `en`, ready to be sent.

        In this order: the question, what the gemeente worked out, what partners answered, what exactly is asked of this
        partner and on what article, what has been tried. What people wrote stays in their own language.

        Source: cop-rijnmond, question 3: by this method the partners of the keten get targeted questions. Our choice:
        the parts and their order; a briefing for a partner on rung 3 exists once it is its turn, or it was involved
        with a reason, which the briefing then gives.

        Args:
            partner: Who it is for, by any of its names.
            lang: nl or en.
            rung: The rung it is asked on, where it stands on several.
            kb: Where it is looked up.

        Raises:
            ActRefusedError: It is not the partner's turn yet, and it was not involved.
            UnknownPartnerError: There is no such partner.
            InvalidValueError: The language is another, or the partner does not stand on `rung`.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> print(dossier.briefing("Albeda", lang="en").splitlines()[0])
        # Targeted question to Albeda: Medical exemption
        """
        from inburgering_cop.practice._briefing import briefing

        phrases.checked_language(lang)
        kb = kb or load()
        found = _found(kb, partner)
        where = self._asked_on(found, rung, kb)
        lacking = _gate.missing(self.acts)
        if where == 3 and lacking and not _gate.put_to(self.acts, found.id, 3):
            raise phrases.act_refused("gate", act=ActKind.INVOLVED, partner=found.id, missing=lacking)
        return briefing(self, found, where, lang=lang, kb=kb)

    def describe(self, *, lang: str = "nl", kb: KnowledgeBase | None = None) -> str:
        """The whole dossier as Markdown, in `nl` or `en`: its facts, what happened per rung, and the next step.

        Source: cop-rijnmond, question 3, for the rungs; the form is our choice.

        Raises:
            InvalidValueError: The language is another.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> print(dossier.describe(lang="en").splitlines()[0])
        # Dossier: Medical exemption
        """
        from inburgering_cop.practice._telling import describe

        return describe(self, lang=phrases.checked_language(lang), kb=kb or load())

    def to_dict(self) -> dict[str, Any]:
        """The dossier as plain JSON values, format 1: its ids, stored words and texts.

        Our choice: the form.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> list(dossier.to_dict())[:3]
        ['format', 'question', 'theme']
        """
        from inburgering_cop.practice._keeping import as_dict

        return as_dict(self)

    def to_json(self) -> str:
        """The same as text, as `save` writes it and `from_json` reads it.

        Our choice: the form.
        """
        from inburgering_cop.practice._keeping import as_json

        return as_json(self)

    @classmethod
    def from_json(cls, text: str, *, kb: KnowledgeBase | None = None) -> Dossier:
        """The dossier that `to_json` wrote.

        Our choice: a text that does not read is refused as a whole.

        Raises:
            DataError: Anything is wrong in it; every fault is named.

        >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
        >>> Dossier.from_json(dossier.to_json()) == dossier
        True
        """
        from inburgering_cop.practice._keeping import from_json

        return from_json(text, kb=kb or load())

    def save(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Writes the dossier to `path`, whole or not at all.

        Our choice: what stands there is only replaced when it is this dossier in an earlier state, or when you say so.

        Args:
            path: The file.
            overwrite: Whether to replace whatever stands there.

        Returns:
            The path.

        Raises:
            FileKeptError: What stands there is something else, or a later state; it is left as it is.
            CannotWriteError: The file cannot be written; what stood there stands.
        """
        from inburgering_cop.practice._keeping import save

        return save(self, Path(path), overwrite=overwrite)


def _found(kb: KnowledgeBase, partner: str | Partner) -> Partner:
    return kb.partners[partner.id] if isinstance(partner, Partner) else kb.partner(partner)
