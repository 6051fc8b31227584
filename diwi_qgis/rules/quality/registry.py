"""All rules, in the order in which they are checked and reported."""

from diwi_qgis.rules.quality import (
    codes,
    contour,
    identiteit,
    ligging,
    percelen,
    planning,
    programma,
    status,
    uitschieters,
    verplicht,
)
from diwi_qgis.rules.quality.rule import Rule

RULES: tuple[Rule, ...] = (
    contour.missing,
    contour.invalid,
    contour.scraps,
    ligging.overlap,
    ligging.outside_mother,
    ligging.outside_municipality,
    percelen.off_parcels,
    percelen.vanished_parcels,
    percelen.changed_parcels,
    programma.no_dwellings,
    programma.breakdown_too_large,
    programma.breakdown_unknown,
    programma.phasing_sum,
    programma.phasing_missing,
    programma.unclear_price,
    uitschieters.unusual_number,
    uitschieters.unusual_density,
    planning.out_of_order,
    planning.outside_project,
    planning.delivery_outside_project,
    planning.delivery_before_permit,
    planning.delivery_too_soon,
    planning.realised_in_future,
    planning.planned_in_past,
    status.no_state,
    status.hard_but_confidential,
    status.type_against_size,
    verplicht.obligatory,
    verplicht.mandatory_property,
    codes.unknown_code,
    codes.inactive_code,
    identiteit.double_name,
    identiteit.double_number,
    identiteit.plan_identification,
)


def rule_by_id(id: str) -> Rule:
    """The rule of that id; KeyError when there is none."""
    for rule in RULES:
        if rule.id == id:
            return rule
    raise KeyError(id)
