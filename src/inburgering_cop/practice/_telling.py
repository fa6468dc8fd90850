"""The whole dossier as Markdown: its facts, what happened on each rung, how it ended or what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.practice._acts import Act
from inburgering_cop.practice._briefing import Words
from inburgering_cop.practice._rungs import DossierState, RungState

if TYPE_CHECKING:
    from inburgering_cop.practice.dossier import Dossier


def told(words: Words, act: Act) -> str:
    """One act on one line: the day, what was done by or with whom, and the text or the reason."""
    who = words.name(act.by) if act.to is None else f"{words.name(act.by)} → {words.name(act.to)}"
    reason = f" ({words.say('dossier.reason', reason=act.reason)})" if act.reason else ""
    text = f": {act.text}" if act.text else ""
    return f"{words.day(act)}, {who}, {act.kind.label(words.lang)}{text}{reason}"


def done(words: Words, state: RungState) -> str:
    """Whether a rung has what it is for."""
    return words.say("dossier.done" if state.done else "dossier.not-done")


def _rung(words: Words, state: RungState) -> list[str]:
    acts = [act for act in words.dossier.acts if act in (*state.found, *state.asked, *state.answered)]
    heading = f"{words.say('word.rung')} {state.rung}: {words.say(f'rung.{state.rung}')} ({done(words, state)})"
    lines = [f"## {heading}", "", *(f"- {told(words, act)}" for act in acts)]
    if not acts:
        lines.append(words.say("dossier.nothing"))
    if state.waiting:
        names = ", ".join(words.name(partner) for partner in state.waiting)
        lines += ["", words.say("dossier.waiting", partners=names)]
    return lines


def _next(words: Words) -> list[str]:
    """What to do now: the first rung that is not done and whom to turn to there, or bring it to an end."""
    state = words.dossier.state
    if state is DossierState.CLOSED:
        return []
    if state is DossierState.SETTLED:
        said = [words.say("dossier.next.close")]
    else:
        route = words.dossier.route(kb=words.kb)
        if route.next_step is None:
            said = [words.say("dossier.next.settle")]
        else:
            step = route.steps[route.next_step - 1]
            names = dict.fromkeys(each.partner.name.get(words.lang) for each in step.referrals)
            where = f"{words.say('word.rung')} {step.rung}. {step.guiding_question.get(words.lang)}"
            said = [where, words.say("dossier.candidates", partners=", ".join(names))]
    return ["", f"## {words.say('dossier.next')}", "", " ".join(said)]


def describe(dossier: Dossier, *, lang: str, kb: KnowledgeBase) -> str:
    """`dossier` as Markdown."""
    words = Words(dossier=dossier, kb=kb, lang=lang)
    code, table = dossier.municipality, dossier.community
    facts = [
        ("word.question", dossier.question),
        ("word.municipality", kb.municipalities[code].name if code else None),
        ("word.community", kb.communities[table].name.get(lang) if table else None),
        ("dossier.opened", phrases.day(dossier.opened.isoformat(), lang)),
        ("dossier.state", dossier.state.label(lang)),
        ("word.as-of", phrases.day(dossier.as_of.isoformat(), lang)),
    ]
    lines = [f"# {words.say('dossier.title', theme=words.theme)}", ""]
    lines += [f"- {words.say(key)}: {value}" for key, value in facts if value]
    for state in dossier.rungs:
        lines += ["", *_rung(words, state)]
    ends = [act for act in dossier.acts if act.rung is None or act.kind.value == DossierState.SETTLED.value]
    if ends:
        lines += ["", f"## {words.say('dossier.ending')}", "", *(f"- {told(words, act)}" for act in ends)]
    return "\n".join([*lines, *_next(words)]) + "\n"
