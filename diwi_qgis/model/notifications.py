"""Rules for notifications: when somebody is told something of a plan. A register keeps each as a setting ``melding:<naam>``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Optional

from diwi_qgis.model.settings import MELDING
from diwi_qgis.texts import Text

#: Who can be told.
ONTVANGERS = {
    "eigenaars": Text("wie het plan beheert", "who owns the plan"),
    "hoofdgebruikers": Text("hoofdgebruikers", "chief users"),
    "beiden": Text("beheerders van het plan en hoofdgebruikers", "owners of the plan and chief users"),
}


_NO_UNIT = Text("", "")


@dataclass(frozen=True)
class Meldregel:
    """`drempel` is in `eenheid`, where the rule has one."""

    naam: str
    label: Text
    drempel: Optional[int] = None
    eenheid: Text = _NO_UNIT

    @property
    def sleutel(self) -> str:
        """Key of its setting."""
        return f"{MELDING}{self.naam}"


_WEEKS, _MONTHS = Text("weken", "weeks"), Text("maanden", "months")

MELDREGELS = (
    Meldregel("mijlpaal_nadert", Text("Een mijlpaal nadert", "A milestone comes near"), 6, _WEEKS),
    Meldregel("mijlpaal_verlopen", Text("Een mijlpaal is verlopen", "A milestone is overdue")),
    Meldregel("prognose_verschoven", Text("Een prognose is verschoven", "A forecast moved"), 3, _MONTHS),
    Meldregel(
        "afspraak_niet_nagekomen",
        Text("Een afspraak is bij oplevering niet nagekomen", "An agreement was not kept at delivery"),
    ),
    Meldregel("levering_sluit", Text("Een leveringsronde sluit", "A delivery round closes"), 4, _WEEKS),
    Meldregel("bevinding_toegewezen", Text("Een bevinding is toegewezen", "A finding was assigned")),
    Meldregel("plan_gewijzigd", Text("Een ander wijzigde het plan", "Somebody else changed the plan")),
)


@dataclass(frozen=True)
class Keuze:
    """How a rule is set; without a setting as it is here."""

    actief: bool = True
    drempel: Optional[int] = None
    aan: str = "eigenaars"


def read_choice(regel: Meldregel, text: Optional[str]) -> Keuze:
    """A setting as it is kept; what it does not say, or says in another way, is as usual."""
    try:
        data: Any = json.loads(text or "{}")
    except ValueError:
        data = {}
    given = data if isinstance(data, dict) else {}
    actief, drempel, aan = given.get("actief"), given.get("drempel"), given.get("aan")
    return Keuze(
        actief if isinstance(actief, bool) else True,
        drempel if type(drempel) is int and drempel > 0 and regel.drempel else regel.drempel,
        aan if aan in ONTVANGERS else Keuze.aan,
    )


def write_choice(keuze: Keuze) -> str:
    """A choice as a setting keeps it."""
    data = {"actief": keuze.actief, "drempel": keuze.drempel, "aan": keuze.aan}
    return json.dumps({name: value for name, value in data.items() if value is not None})


def in_words(regel: Meldregel, text: Optional[str]) -> Text:
    """``aan, 6 weken, wie het plan beheert``"""
    keuze = read_choice(regel, text)
    after = [f", {keuze.drempel} {unit}" if regel.drempel else "" for unit in regel.eenheid]
    to = ONTVANGERS[keuze.aan]
    if not keuze.actief:
        return Text("uit", "off")
    return Text(f"aan{after[0]}, {to.nl}", f"on{after[1]}, {to.en}")
