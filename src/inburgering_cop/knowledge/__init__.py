"""Reading, checking and looking up records."""

from __future__ import annotations

from inburgering_cop.knowledge._catalogue import Catalogue
from inburgering_cop.knowledge._faults import Fault
from inburgering_cop.knowledge._reading import read_bundled, read_paths
from inburgering_cop.knowledge._records import Records

__all__ = ["Catalogue", "Fault", "Records", "read_bundled", "read_paths"]
