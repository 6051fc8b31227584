"""The thresholds of the quality rules. Every default has a reason; a municipality may choose others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _lead_times() -> dict[str, int]:
    # Below the usual remaining time to the first delivery in the chain of nl_standards §5.8 (procedure 66, adopted 42,
    # irrevocable 30 months before), so that only what would be remarkably fast is found.
    return {
        "5B": 60, "5A": 60, "4B": 48, "4A": 48, "3": 36, "2C": 30, "1C": 24, "2B": 24, "2A": 18, "1B": 18, "1A": 12,
    }  # fmt: skip


@dataclass(frozen=True)
class Options:
    """Lengths in m, areas in m², times in months, shares 0 to 1."""

    #: An overlap counts from this area *and* this width: below it lie differences of drawing, above it conflicts.
    overlap_area: float = 1.0
    overlap_width: float = 0.1
    #: A part or hole smaller than this area, or narrower than this, was never meant.
    sliver_area: float = 1.0
    sliver_width: float = 0.3
    #: Two sides of a vertex that enclose less than this many degrees make a spike.
    spike_angle: float = 1.0
    #: How much of a plan area may lie outside its municipality, or outside its main plan, before it is said.
    outside_area: float = 10.0
    #: A plan edge follows the parcels when it lies within this distance of their borders (cadastral map: some dm).
    parcel_tolerance: float = 0.5
    #: How much of the outline may lie off the parcel borders.
    parcel_share: float = 0.05
    #: From this share of dwellings without ownership or type, a breakdown says too little.
    unknown_share: float = 0.5
    #: Shortest time from permit to first delivery; three quarters take 16 months or more (CBS, 2025).
    permit_to_delivery: int = 9
    #: Shortest time from reference date to first delivery, by plan status.
    status_to_delivery: Mapping[str, int] = field(default_factory=_lead_times)
    #: From this robust z-score a number is an outlier: 3.5 is usual (Iglewicz and Hoaglin); 3 for the number given the
    #: area, which is sharper (both tried on simulated registers, see the test).
    outlier_z: float = 3.5
    density_z: float = 3.0
    #: Fewer plans than this say nothing about what is usual.
    outlier_minimum: int = 10
    #: From this number of dwellings a plan outside the built-up area is "uitbreiding uitleg" (basisset planmonitors).
    uitleg_minimum: int = 12
