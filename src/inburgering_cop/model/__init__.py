"""The records: what there is in the keten and in the communities, as frozen attrs classes."""

from __future__ import annotations

from inburgering_cop.model._communities import (
    Community,
    CommunityTheme,
    Event,
    Lead,
    Meeting,
    Participation,
    Product,
)
from inburgering_cop.model._keten import Actor, Deadline, Phase, Relation, Responsibility
from inburgering_cop.model._partners import Partner
from inburgering_cop.model._places import Dataset, FormerMunicipality, LabourMarketRegion, Municipality
from inburgering_cop.model._sources import Citation, LegalBasis, Source
from inburgering_cop.model._texts import LocalizedText, Statement
from inburgering_cop.model._themes import Aspect, Theme, Tip
from inburgering_cop.model._words import (
    Basis,
    Capacity,
    CommunityKind,
    Coverage,
    FlowType,
    Group,
    LawRank,
    Level,
    PartnerType,
    Perspective,
    RelationKind,
    Scope,
    Seen,
    Standing,
    TermUnit,
    ThemeStanding,
    TipKind,
)

__all__ = [
    "Actor",
    "Aspect",
    "Basis",
    "Capacity",
    "Citation",
    "Community",
    "CommunityKind",
    "CommunityTheme",
    "Coverage",
    "Dataset",
    "Deadline",
    "Event",
    "FlowType",
    "FormerMunicipality",
    "Group",
    "LabourMarketRegion",
    "LawRank",
    "Lead",
    "LegalBasis",
    "Level",
    "LocalizedText",
    "Meeting",
    "Municipality",
    "Participation",
    "Partner",
    "PartnerType",
    "Perspective",
    "Phase",
    "Product",
    "Relation",
    "RelationKind",
    "Responsibility",
    "Scope",
    "Seen",
    "Source",
    "Standing",
    "Statement",
    "TermUnit",
    "Theme",
    "ThemeStanding",
    "Tip",
    "TipKind",
]
