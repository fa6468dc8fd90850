"""From Dutch text to themes, tips, partners and communities."""

from __future__ import annotations

from inburgering_cop.search._explaining import WordMatch
from inburgering_cop.search._hits import KINDS, Hit, HitIndex
from inburgering_cop.search._screening import screened
from inburgering_cop.search._themes import Candidate, ThemeIndex, ThemeMatch

__all__ = ["KINDS", "Candidate", "Hit", "HitIndex", "ThemeIndex", "ThemeMatch", "WordMatch", "screened"]
