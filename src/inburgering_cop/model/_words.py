"""The stored words: what data, JSON and exports say for a capacity, a standing, a scope and their like."""

from __future__ import annotations

from enum import StrEnum


class Capacity(StrEnum):
    """In what capacity a partner is responsible."""

    DECIDES = "decides"
    EXECUTES = "executes"
    ADVISES = "advises"
    INFORMS = "informs"
    PAYS = "pays"
    SUPERVISES = "supervises"
    IS_INFORMED = "is-informed"


class Scope(StrEnum):
    """What a decision is about: one case, or the framework that holds for all."""

    CASE = "case"
    FRAMEWORK = "framework"


class Standing(StrEnum):
    """How a partner takes part in a community."""

    STANDING = "standing"
    ON_REQUEST = "on-request"
    GUEST = "guest"
    PLANNED = "planned"
    GUIDES = "guides"
    UNKNOWN = "unknown"


class Perspective(StrEnum):
    """Whose voice a tip is."""

    PROFESSIONAL = "professional"
    INBURGERAAR = "inburgeraar"


class Group(StrEnum):
    """The two groups the Wi2021 tells apart."""

    ASIELSTATUSHOUDER = "asielstatushouder"
    GEZINSMIGRANT_OF_OVERIG = "gezinsmigrant-of-overig"


class PartnerType(StrEnum):
    """Whether a partner is a function inside a gemeente, a kind of party, or a real organisation."""

    FUNCTION = "function"
    KIND = "kind"
    ORGANISATION = "organisation"


class Level(StrEnum):
    """Where a partner works."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"


class Coverage(StrEnum):
    """How a community covers a municipality: its page names it, or its area holds it."""

    NAMED = "named"
    AREA = "area"


class Basis(StrEnum):
    """Whether a referral is specific to the theme or comes from the general ladder."""

    SPECIFIC = "specific"
    GENERAL = "general"


class CommunityKind(StrEnum):
    """What kind of learning network a community is."""

    REGIONAL = "regional"
    THEMATIC = "thematic"
    NATIONAL = "national"
    NETWORK = "network"


class ThemeStanding(StrEnum):
    """Whether a community has taken up a theme or still has it waiting."""

    DEEPENED = "deepened"
    WAITING = "waiting"


class TipKind(StrEnum):
    """Whether a tip is advice, a finding, or a call for action."""

    TIP = "tip"
    FINDING = "finding"
    CALL = "call"


class Seen(StrEnum):
    """How much of a page was read."""

    WHOLE = "whole"
    PART = "part"


class FlowType(StrEnum):
    """What flows from one partner to another."""

    INFORMATION = "information"
    MONEY = "money"
    DECISION = "decision"
    PERSON = "person"


class TermUnit(StrEnum):
    """What a term or a norm is counted in; hours and calls are norms, of which no date can be told."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    CALLS = "calls"


class LawRank(StrEnum):
    """Who set a law: parliament and government, the government, or a minister."""

    ACT = "act"
    ORDER_IN_COUNCIL = "order-in-council"
    MINISTERIAL_REGULATION = "ministerial-regulation"


class RelationKind(StrEnum):
    """What one partner does towards another."""

    INFORMS = "informs"
    ADVISES = "advises"
    ASKS = "asks"
    DECIDES = "decides"
    HANDS_OVER = "hands-over"
    GUIDES = "guides"
    EMPLOYS = "employs"
    HOUSES = "houses"
    TEACHES = "teaches"
    COOPERATES = "cooperates"
    REVIEWS = "reviews"
    PAYS = "pays"
    SUPERVISES = "supervises"
