"""How communities work, as things a program can keep: the dossier of a question on its way up the drietrapsraket."""

from __future__ import annotations

from inburgering_cop.practice._acts import Act, ActKind
from inburgering_cop.practice._gate import Gate
from inburgering_cop.practice._keeping import read_dossier
from inburgering_cop.practice._rungs import DossierState, RungState
from inburgering_cop.practice.dossier import Dossier

__all__ = ["Act", "ActKind", "Dossier", "DossierState", "Gate", "RungState", "read_dossier"]
