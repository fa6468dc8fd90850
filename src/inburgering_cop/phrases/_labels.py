"""The labels of the stored words: for every group and word, Dutch and English."""

from __future__ import annotations

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "capacity": {
        "decides": ("beslist", "decides"),
        "executes": ("voert uit", "executes"),
        "advises": ("adviseert", "advises"),
        "informs": ("informeert", "informs"),
        "pays": ("betaalt", "pays"),
        "supervises": ("houdt toezicht", "supervises"),
        "is-informed": ("wordt geïnformeerd", "is informed"),
    },
    "scope": {
        "case": ("in het individuele geval", "in the individual case"),
        "framework": ("over de kaders", "on the framework"),
    },
    "standing": {
        "standing": ("vaste deelnemer", "standing participant"),
        "on-request": ("schuift op verzoek aan", "joins on request"),
        "guest": ("was te gast", "was a guest"),
        "planned": ("wordt nog uitgenodigd", "still to be invited"),
        "guides": ("begeleidt", "guides"),
        "unknown": ("wijze van deelname niet genoemd", "way of taking part not stated"),
    },
    "perspective": {
        "professional": ("professionals", "professionals"),
        "inburgeraar": ("inburgeraars", "people integrating"),
    },
    "group": {
        "asielstatushouder": ("asielstatushouders", "asylum status holders"),
        "gezinsmigrant-of-overig": ("gezins- en overige migranten", "family and other migrants"),
    },
    "partner-type": {
        "function": ("functie binnen de gemeente", "function inside the gemeente"),
        "kind": ("soort partij", "kind of party"),
        "organisation": ("organisatie", "organisation"),
    },
    "level": {
        "local": ("lokaal", "local"),
        "regional": ("regionaal", "regional"),
        "national": ("landelijk", "national"),
    },
    "coverage": {
        "named": ("de pagina noemt deze gemeente", "the page names this gemeente"),
        "area": (
            "de gemeente ligt in het gebied van de community; de pagina noemt haar niet",
            "the gemeente lies in the community's area; the page does not name it",
        ),
    },
    "basis": {
        "specific": ("specifiek voor dit thema", "specific to this theme"),
        "general": ("algemene ladder, niet specifiek voor dit thema", "general ladder, not specific to this theme"),
    },
    "community-kind": {
        "regional": ("regionale community", "regional community"),
        "thematic": ("thematische community", "thematic community"),
        "national": ("landelijke community", "national community"),
        "network": ("verwant netwerk", "related network"),
    },
    "theme-standing": {
        "deepened": ("uitgediept", "deepened"),
        "waiting": ("wacht op behandeling", "waiting"),
    },
    "tip-kind": {"tip": ("tip", "tip"), "finding": ("bevinding", "finding"), "call": ("oproep", "call for action")},
    "seen": {"whole": ("hele pagina gelezen", "whole page read"), "part": ("pagina deels gezien", "page partly seen")},
    "term-unit": {
        "days": ("dagen", "days"),
        "weeks": ("weken", "weeks"),
        "months": ("maanden", "months"),
        "years": ("jaar", "years"),
        "hours": ("uur", "hours"),
        "calls": ("oproepen", "calls"),
    },
    "law-rank": {
        "act": ("wet", "act of parliament"),
        "order-in-council": ("algemene maatregel van bestuur", "order in council"),
        "ministerial-regulation": ("ministeriële regeling", "ministerial regulation"),
    },
    "flow-type": {
        "information": ("informatie", "information"),
        "money": ("geld", "money"),
        "decision": ("besluit", "decision"),
        "person": ("persoon", "person"),
    },
    "relation-kind": {
        "informs": ("informeert", "informs"),
        "advises": ("adviseert", "advises"),
        "asks": ("vraagt", "asks"),
        "decides": ("beslist", "decides"),
        "hands-over": ("draagt over", "hands over"),
        "guides": ("begeleidt", "guides"),
        "employs": ("biedt werk", "offers work"),
        "houses": ("biedt onderdak", "houses"),
        "teaches": ("geeft les", "teaches"),
        "cooperates": ("werkt samen", "cooperates"),
        "reviews": ("toetst", "reviews"),
        "pays": ("betaalt", "pays"),
        "supervises": ("houdt toezicht", "supervises"),
        "fills": ("vervult de rol van", "fills the role of"),
        "part_of": ("is onderdeel van", "is part of"),
    },
}
