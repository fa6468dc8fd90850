"""How well a question leads to the right partner, beside a plain ranking.

`python -m tests.benchmarks.routing` prints, for the questions search was tuned on and for those it was not (the scored
half), how often the right partner comes first, an acceptable one comes first, and the right one is somewhere in the
route; how often a question from outside the field is refused, and one from inside it. Beside each stands what a plain
BM25 ranking over the texts of the themes makes of the same questions. A third part are questions that people put in
public (pages with questions and answers, councils, help sites, forums), in words of our own; it is only ever scored. A
fourth, of the same kind, is kept apart for choosing settings, such as how near another theme must be to be offered:
nothing is learnt from it, and it may be looked at.

The questions: `seen.toml` was written by someone who knew the themes, `unseen.toml` by people who did not. A question
has its text, who asks (`asker`), how (`style`), and either `off_field`, or the `right` partner and the `acceptable`
ones; `theme` where the writer knew it. Two experts answered all of it blind: where both named another partner than the
writer, theirs is right, and a partner any of the three named, or two of them would accept, is acceptable; so it is in
`public.toml` and `apart.toml`, where the first of the three found the question and read the page. All of `seen.toml`
and three in ten of `unseen.toml` are for tuning.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import attrs
import snowballstemmer

import inburgering_cop as icop
from inburgering_cop import text
from inburgering_cop.model import PartnerType

Answer = Callable[[str], icop.Escalation | None]
_HERE = Path(__file__).parent
_OF_TEN = 3
TUNED, SCORED, PUBLIC, APART = "tuned on", "scored", "public", "apart"
_PARTS = {"public": PUBLIC, "apart": APART}


@attrs.frozen(kw_only=True)
class Question:
    """A question with what a practitioner holds to be its answer.

    Attributes:
        text: As typed.
        style: How it is put: colloquial, formal, shorthand, misspelled or english.
        part: `tuned on`, `scored`, `public` or `apart`; search may be tuned on those of the first, and settings chosen
            by those of the last.
        right: Id of the partner who can settle it; None for a question from outside the field.
        acceptable: Partners a careful colleague would also accept.
    """

    text: str
    style: str
    part: str
    right: str | None
    acceptable: frozenset[str]


def _drawn(question: str) -> bool:
    return int(hashlib.sha256(question.encode()).hexdigest(), 16) % 10 < _OF_TEN


def _part(name: str, question: str) -> str:
    if name in _PARTS:
        return _PARTS[name]
    return TUNED if name == "seen" or _drawn(question) else SCORED


def rows(name: str) -> list[dict[str, Any]]:
    """The questions of a file as they stand there."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))["question"]  # type: ignore[no-any-return]


def questions() -> tuple[Question, ...]:
    """All questions."""
    return tuple(
        Question(
            text=row["text"],
            style=row["style"],
            part=_part(name, row["text"]),
            right=row.get("right"),
            acceptable=frozenset(row.get("acceptable", ())),
        )
        for name in ("seen", "unseen", *_PARTS)
        for row in rows(name)
    )


def _role(kb: icop.KnowledgeBase, role: str) -> str:
    """The role, functions inside a gemeente as the gemeente."""
    partner = kb.partners[role]
    return str(partner.part_of) if partner.type is PartnerType.FUNCTION and partner.part_of else role


@attrs.frozen(kw_only=True)
class Score:
    """Shares of the questions, 0 to 1.

    Attributes:
        asked: How many questions from inside the field there were.
        right: The right partner stood first.
        acceptable: One that is right or acceptable stood first.
        somewhere: The right partner stood somewhere in the route.
        kept_out: Of the questions from outside the field, those refused; 1 when there were none.
        lost: Of the questions from inside the field, those refused.
    """

    asked: int
    right: float
    acceptable: float
    somewhere: float
    kept_out: float
    lost: float


def score(kb: icop.KnowledgeBase, answer: Answer, asked: Iterable[Question]) -> Score:
    """How well `answer` does on the questions."""
    count: Counter[str] = Counter()
    for question in asked:
        route = answer(question.text)
        if question.right is None:
            count["outside"] += 1
            count["kept_out"] += route is None
            continue
        count["inside"] += 1
        if route is None:
            count["lost"] += 1
            continue
        right, first = _role(kb, question.right), _role(kb, route.competent[0].role)
        everyone = {_role(kb, referral.role) for referral in (*route.competent, *route.referrals)}
        count["right"] += first == right
        count["acceptable"] += first in {right, *(_role(kb, each) for each in question.acceptable)}
        count["somewhere"] += right in everyone
    inside, outside = max(1, count["inside"]), count["outside"]
    return Score(
        asked=count["inside"],
        right=count["right"] / inside,
        acceptable=count["acceptable"] / inside,
        somewhere=count["somewhere"] / inside,
        kept_out=count["kept_out"] / outside if outside else 1.0,
        lost=count["lost"] / inside,
    )


def searched(kb: icop.KnowledgeBase) -> Answer:
    """What the library answers."""

    def answer(question: str) -> icop.Escalation | None:
        try:
            return kb.escalate(question)
        except icop.NoMatchError:
            return None

    return answer


class _Plain:
    """BM25 over the texts of the themes: labels and other names three times, definitions and labels of aspects once."""

    def __init__(self, kb: icop.KnowledgeBase) -> None:
        self._stem = snowballstemmer.stemmer("dutch").stemWord
        self.counts: dict[str, Counter[str]] = {}
        for theme in kb.themes.values():
            if theme.broader:
                names = [theme.label.nl, theme.label.get("en"), *theme.other_names]
                texts = [theme.definition.nl, theme.definition.get("en")]
                texts += [aspect.label.nl for aspect in theme.aspects]
                self.counts[theme.id] = Counter(self._words(" ".join([*names * 3, *texts])))
        self._mean = math.fsum(sum(each.values()) for each in self.counts.values()) / len(self.counts)

    def _words(self, written: str) -> list[str]:
        return [self._stem(folded) for _, folded in text.words(written)]

    def best(self, question: str) -> str | None:
        """Id of the theme that scores highest; None when no word is known."""
        found: Counter[str] = Counter()
        for word in set(self._words(question)):
            having = [theme for theme, counts in self.counts.items() if word in counts]
            telling = math.log(1 + (len(self.counts) - len(having) + 0.5) / (len(having) + 0.5))
            for theme in having:
                count, size = self.counts[theme][word], sum(self.counts[theme].values())
                found[theme] += telling * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * size / self._mean))  # type: ignore[assignment]
        return found.most_common(1)[0][0] if found else None


def plain(kb: icop.KnowledgeBase) -> Answer:
    """What the theme a plain ranking puts first answers."""
    ranking = _Plain(kb)

    def answer(question: str) -> icop.Escalation | None:
        theme = ranking.best(question)
        return kb.escalate(theme) if theme else None

    return answer


def _line(name: str, found: Score) -> str:
    shares = (found.right, found.acceptable, found.somewhere, found.kept_out, found.lost)
    return f"{name:<34}{found.asked:>6}" + "".join(f"{100 * share:>12.1f}" for share in shares)


def main() -> None:
    """Prints the scores, in percent."""
    kb = icop.load()
    every = questions()
    ways = {"search": searched(kb), "plain BM25": plain(kb)}
    columns = ("asked", "right", "acceptable", "somewhere", "kept out", "lost")
    print(f"{'':<34}{columns[0]:>6}" + "".join(f"{column:>12}" for column in columns[1:]))
    for part in (TUNED, SCORED, PUBLIC, APART):
        for way, answer in ways.items():
            asked = [question for question in every if question.part == part]
            print(_line(f"{part}, {way}", score(kb, answer, asked)))
            for style in sorted({question.style for question in asked}):
                of_style = [question for question in asked if question.style == style]
                print(_line(f"    {style}", score(kb, answer, of_style)))


if __name__ == "__main__":
    main()
