"""What the sources name for the right moment of a dual track, and which records tell who knows and who decides.

Each row points at records: what was said, and the responsibilities and relations that bear on it. No row says anything
of its own but its question.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import LocalizedText

COMMUNITY = "midden-limburg"


class ConditionKind(StrEnum):
    """What a condition is about, in the words Midden-Limburg asks its open question in (cop-midden-limburg, vraag 4).

    A characteristic of the inburgeraar (kenmerk), a condition around the track (voorwaarde), or an agreement between
    parties (afstemmen).
    """

    CHARACTERISTIC = "characteristic"
    CONDITION = "condition"
    AGREEMENT = "agreement"


@attrs.frozen(kw_only=True)
class Row:
    """One condition as ids of records.

    Attributes:
        id: Names the condition.
        kind: characteristic, condition or agreement.
        said: Ids of what was said: insights and next steps of Midden-Limburg, and tips.
        duties: Ids of the responsibilities of who knows, carries out or decides.
        relations: Ids of what flows between partners about it.
    """

    id: str
    kind: ConditionKind
    said: tuple[str, ...]
    duties: tuple[str, ...]
    relations: tuple[str, ...] = ()

    @property
    def question(self) -> LocalizedText:
        """What to ask, in the library's words."""
        nl, en = phrases.TEXTS[f"dual-track.{self.id}"]
        return LocalizedText(nl=nl, en=en)


ROWS = (
    Row(
        id="naar-vermogen",
        kind=ConditionKind.CHARACTERISTIC,
        said=("participeren-naar-vermogen",),
        duties=("gezondheid-trauma-klantmanager", "duale-trajecten-besluit"),
        relations=("midden-limburg-statushouder-vertelt",),
    ),
    Row(
        id="wat-in-het-azc",
        kind=ConditionKind.CHARACTERISTIC,
        said=("gerichter-plaatsen", "werken-vanuit-het-azc", "werk-niet-gemeld", "map-blijft-achter"),
        duties=(
            "midden-limburg-duale-trajecten-klantmanager",
            "midden-limburg-duale-trajecten-coa-locatie",
            "midden-limburg-werk-tijdens-inburgering-coa-locatie",
            "duale-trajecten-besluit",
        ),
        relations=(
            "midden-limburg-statushouder-vertelt",
            "midden-limburg-werk-in-azc-melden",
            "midden-limburg-casemanager-vertelt",
            "midden-limburg-map-uit-het-azc",
        ),
    ),
    Row(
        id="trauma",
        kind=ConditionKind.CHARACTERISTIC,
        said=("ruimte-na-de-huisvesting", "trauma-verwerken"),
        duties=("gezondheid-trauma-klantmanager", "gezondheid-trauma-privacy-officer", "gezondheid-trauma-college"),
        relations=("midden-limburg-statushouder-vertelt",),
    ),
    Row(
        id="gezin",
        kind=ConditionKind.CHARACTERISTIC,
        said=("stress-gezinshereniging",),
        duties=(
            "gezinshereniging-klantmanager",
            "gezinshereniging-maatschappelijke-begeleiding",
            "gezondheid-trauma-college",
        ),
    ),
    Row(
        id="niet-overvragen",
        kind=ConditionKind.CHARACTERISTIC,
        said=("risico-van-overvragen", "soms-wachten"),
        duties=(
            "gezondheid-trauma-klantmanager",
            "gezondheid-trauma-taalaanbieder",
            "leerroutes-taalaanbieder",
            "duale-trajecten-besluit",
        ),
    ),
    Row(
        id="kinderopvang",
        kind=ConditionKind.CONDITION,
        said=("gebrek-aan-kinderopvang", "kinderopvang-en-vervoer"),
        duties=(
            "kinderopvang-klantmanager",
            "kinderopvang-kinderopvang",
            "kinderopvang-maatschappelijke-begeleiding",
            "kinderopvang-taalaanbieder",
            "kinderopvang-dienst-toeslagen",
            "kinderopvang-consulent-werk-en-inkomen",
            "kinderopvang-gemeente-smi",
        ),
    ),
    Row(
        id="vervoer",
        kind=ConditionKind.CONDITION,
        said=("gebrek-aan-vervoer", "kinderopvang-en-vervoer"),
        duties=(
            "vervoer-klantmanager",
            "vervoer-taalaanbieder",
            "vervoer-werkgever",
            "vervoer-consulent-werk-en-inkomen",
        ),
    ),
    Row(
        id="avond-en-online",
        kind=ConditionKind.CONDITION,
        said=("midden-limburg-avond-en-online-lessen", "meet-and-greet-lessen-in-de-avond"),
        duties=(
            "avond-online-aanbod-klantmanager",
            "avond-online-aanbod-taalaanbieder",
            "avond-online-aanbod-college",
            "avond-online-aanbod-inkoper",
        ),
    ),
    Row(
        id="begeleiding-op-de-werkplek",
        kind=ConditionKind.CONDITION,
        said=("midden-limburg-begeleiding-op-de-werkplek",),
        duties=(
            "werkgeverscontact-werkgever-begeleiding",
            "duale-trajecten-werkgever",
            "werkgeverscontact-besluit-voorziening",
        ),
    ),
    Row(
        id="aanspreekpunt",
        kind=ConditionKind.CONDITION,
        said=("midden-limburg-aanspreekpunt-voor-de-werkgever",),
        duties=(
            "werkgeverscontact-accountmanager",
            "midden-limburg-werkgeverscontact-gemeente",
            "werkgeverscontact-teamleider",
        ),
    ),
    Row(
        id="werkgever-geinformeerd",
        kind=ConditionKind.CONDITION,
        said=(
            "midden-limburg-korte-lijnen-met-werkgevers",
            "midden-limburg-werkgevers-goed-informeren",
            "wetgeving-complex-voor-werkgevers",
        ),
        duties=("midden-limburg-werkgeverscontact-gemeente", "werkgeverscontact-accountmanager"),
        relations=("midden-limburg-werkgever-kent-de-regels",),
    ),
    Row(
        id="samen-besluiten",
        kind=ConditionKind.AGREEMENT,
        said=("samen-besluiten",),
        duties=(
            "midden-limburg-duale-trajecten-klantmanager",
            "midden-limburg-duale-trajecten-taalaanbieder",
            "midden-limburg-duale-trajecten-werkgever",
            "midden-limburg-duale-trajecten-coa-locatie",
            "duale-trajecten-besluit",
        ),
    ),
    Row(
        id="vroeg-contact",
        kind=ConditionKind.AGREEMENT,
        said=(
            "vroeg-contact",
            "midden-limburg-gesprekken-in-het-azc",
            "midden-limburg-direct-inspelen-bij-huisvesting",
            "afspraken-warme-overdracht",
        ),
        duties=("warme-overdracht-klantmanager", "midden-limburg-warme-overdracht-coa-locatie"),
        relations=("midden-limburg-vroeg-contact-azc",),
    ),
    Row(
        id="lesrooster",
        kind=ConditionKind.AGREEMENT,
        said=("midden-limburg-lesrooster-doorgeven", "midden-limburg-roosterwijziging-samen-oplossen"),
        duties=("midden-limburg-lesrooster-gemeente", "werkgeverscontact-klantmanager", "lesrooster-taalaanbieder"),
        relations=(
            "midden-limburg-lesrooster-aan-werkgever",
            "midden-limburg-roosterwijziging-met-taalaanbieder",
            "midden-limburg-roosterwijziging-met-werkgever",
        ),
    ),
    Row(
        id="korte-lijnen",
        kind=ConditionKind.AGREEMENT,
        said=("korte-lijnen", "blijven-communiceren", "midden-limburg-korte-lijnen-houden"),
        duties=("midden-limburg-samenwerking-keten-klantmanager",),
    ),
)
