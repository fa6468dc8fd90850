"""The explorer page: answers, a picture and a table in one file that opens in any browser."""

from __future__ import annotations

from inburgering_cop.diagrams.explorer._writing import explorer

__all__ = ["explorer"]
