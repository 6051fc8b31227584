"""What stands in the way of delivering a plan: which plan, which field, what was there and what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from diwi_qgis.texts import Text


@dataclass(frozen=True)
class DeliveryProblem:
    """One problem of one plan. `veld` is the province's name of the field; codes are DIWI's where it has one.

    A warning does not stop the delivery: something was delivered as unknown or as a substitute.
    """

    code: str
    plan_uuid: str
    plan: str
    plancode: str
    veld: str
    message: Text
    value: Any = None
    warning: bool = False

    def as_json(self) -> dict[str, Any]:
        """For reports and receipts."""
        return {
            "code": self.code,
            "plan": self.plan,
            "plancode": self.plancode,
            "plan_uuid": self.plan_uuid,
            "veld": self.veld,
            "waarde": None if self.value is None else str(self.value),
            "melding": self.message.nl,
            "message": self.message.en,
            "ernst": "waarschuwing" if self.warning else "fout",
        }


@dataclass(frozen=True)
class LeftOut:
    """A plan that does not belong in this delivery, and why; no problem."""

    plan_uuid: str
    plan: str
    plancode: str
    reason: Text

    def as_json(self) -> dict[str, Any]:
        """For reports and receipts."""
        return {
            "plan": self.plan,
            "plancode": self.plancode,
            "plan_uuid": self.plan_uuid,
            "reden": self.reason.nl,
            "reason": self.reason.en,
        }


#: code -> message; the fields are filled in where the problem is found.
MESSAGES = {
    "missing_mandatory_value": Text(
        "Verplicht veld is leeg. Vul '{bron}' in.", "Obligatory field is empty. Fill in '{bron}'."
    ),
    "missing_property": Text(
        "Verplicht veld is leeg: de maatwerkeigenschap '{bron}' bestaat niet in dit register. Voeg haar toe en vul haar in.",
        "Obligatory field is empty: custom property '{bron}' does not exist in this register. Add it and fill it in.",
    ),
    "value_not_in_list": Text(
        "'{value}' is geen waarde die de provincie kent; verwacht: {expected}.",
        "'{value}' is not a value that the province knows; expected: {expected}.",
    ),
    "value_replaced": Text("'{value}' is geleverd als '{delivered}'.", "'{value}' was delivered as '{delivered}'."),
    "substitute": Text(
        "'{bron}' is leeg; in plaats daarvan is '{delivered}' geleverd.",
        "'{bron}' is empty; '{delivered}' was delivered instead.",
    ),
    "multiple_single_select_values": Text(
        "Er zijn {number} waarden ({value}); de provincie neemt er één aan.",
        "There are {number} values ({value}); the province accepts one.",
    ),
    "several_bottlenecks": Text(
        "Er zijn {number} knelpunten; '{delivered}' is geleverd, de andere staan in de toelichting.",
        "There are {number} bottlenecks; '{delivered}' was delivered, the others are in the explanation.",
    ),
    "not_a_whole_number": Text(
        "'{value}' is geen geheel getal van 0 of hoger.", "'{value}' is not a whole number of 0 or more."
    ),
    "value_larger_than_construction_houseblocks": Text(
        "{value} is meer dan de {number} woningen die het plan bouwt.",
        "{value} exceeds the {number} dwellings that the plan builds.",
    ),
    "number_too_large": Text(
        "{value} past niet in dit veld; verwacht: {expected}.", "{value} does not fit; expected: {expected}."
    ),
    "text_too_long": Text(
        "De tekst is {number} tekens lang; verwacht: hoogstens {expected}.",
        "The text has {number} characters; expected: {expected} at most.",
    ),
    "breakdown_exceeds_block": Text(
        "Blok '{blok}': de verdeling over {kenmerk} telt op tot {value}, het blok telt {number} woningen.",
        "Block '{blok}': the breakdown by {kenmerk} adds up to {value}, the block has {number} dwellings.",
    ),
    "phasing_exceeds_block": Text(
        "Blok '{blok}': de opleveringen tellen op tot {value}, het blok telt {number} woningen.",
        "Block '{blok}': the deliveries add up to {value}, the block has {number} dwellings.",
    ),
    "not_phased": Text(
        "{number} woningen hebben geen oplevering; zij zijn geleverd in het jaar van de einddatum ({value}).",
        "{number} dwellings have no delivery date; they were delivered in the year of the end date ({value}).",
    ),
    "ownership_range_mapping_error": Text(
        "Blok '{blok}': de prijs {value} valt in meer dan één prijsklasse; geleverd als onbekend.",
        "Block '{blok}': price {value} lies in more than one price class; delivered as unknown.",
    ),
    "unknown_price_class": Text(
        "Blok '{blok}': prijsklasse '{value}' is niet bekend; geleverd als onbekend.",
        "Block '{blok}': price class '{value}' is unknown; delivered as unknown.",
    ),
    "unknown_ownership": Text(
        "Blok '{blok}': eigendom '{value}' is niet bekend; geleverd als onbekend.",
        "Block '{blok}': ownership '{value}' is unknown; delivered as unknown.",
    ),
    "project_does_not_have_geometry": Text("Het plan heeft geen plangebied.", "The plan has no plan area."),
    "invalid_geometry": Text(
        "Het plangebied is geen geldige geometrie (bijvoorbeeld een grens die zichzelf kruist).",
        "The plan area is not a valid geometry (for instance a boundary that crosses itself).",
    ),
    "main_plan_not_delivered": Text(
        "Het hoofdplan '{value}' is niet open genoeg om te leveren; het deelplan is zonder hoofdplan geleverd.",
        "Main plan '{value}' is not open enough to be delivered; the part was delivered without it.",
    ),
}
