"""From Dutch text to themes."""

from __future__ import annotations

from inburgering_cop.search._themes import ThemeIndex, ThemeMatch, WordMatch, screened

__all__ = ["ThemeIndex", "ThemeMatch", "WordMatch", "screened"]
