"""Rules on plan areas and the parcels they were drawn on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diwi_qgis.notation import plain
from diwi_qgis.rules.quality.context import Context
from diwi_qgis.rules.quality.finding import INFO, WAARSCHUWING
from diwi_qgis.rules.quality.rule import Hits, not_checked, rule
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

THEME = Text("Percelen", "Parcels")
#: Origins after which an outline off the parcel borders was someone's decision.
_DECIDED = ("aangepast",)
#: A linked parcel counts as wholly used from this share.
_WHOLE = 0.999
#: Outline that follows no parcel is shown as a strip of this width (m) on either side.
_STRIP = 0.5


@rule(
    "niet_op_perceelgrens",
    THEME,
    WAARSCHUWING,
    Text("Plangrens volgt de percelen niet", "Plan outline does not follow the parcels"),
    why=Text(
        "Eigendom, verwerving en vergunning gaan per perceel; een slordig getekende grens geeft een verkeerde oppervlakte en "
        "overlap met de buren. Grenzen binnen een perceel dat bewust voor een deel is gekozen tellen niet mee.",
        "Ownership, acquisition and permits go by parcel; a rough outline gives a wrong area and overlaps with neighbours. "
        "Outlines inside a parcel that was deliberately used in part do not count.",
    ),
    remedy=Text(
        "Laat het plan aansluiten op de percelen, of leg vast dat de grens bewust is aangepast (herkomst plangebied).",
        "Snap the plan to the parcels, or record that the outline was changed on purpose (origin of the plan area).",
    ),
    needs=("project", "perceel"),
    libraries=("shapely",),
)
def off_parcels(context: Context) -> Iterator[Hits]:
    """Plans of which too much outline lies farther than the tolerance from any parcel border."""
    import numpy as np
    import shapely

    from diwi_qgis.rules.quality.outline import off_linework, strips

    options, plans = context.options, context.plans
    subject = ~shapely.is_missing(context.areas) & ~plans["contour_herkomst"].isin(_DECIDED).to_numpy()
    positions = np.flatnonzero(subject)
    parcels = context.frame("perceel")["geom"].to_numpy(dtype=object)
    outline = off_linework(context.areas[positions], parcels, options.parcel_tolerance)
    yield not_checked(
        plans.iloc[positions[~outline.covered]],
        Text(
            "{aantal:#plan ligt|plannen liggen} waar geen percelen zijn ingelezen",
            "{aantal:#plan lies|plans lie} where no parcels were loaded",
        ),
    )
    pieces = outline.pieces[~_in_partial_parcel(context, plans.index[positions], outline.pieces)]
    length = np.bincount(pieces["plan"], weights=pieces["length"], minlength=len(positions))
    share = length / shapely.length(context.areas[positions])
    found = np.flatnonzero((share > options.parcel_share) & outline.covered)
    rows = plans.iloc[positions[found]].assign(maat=length[found], deel=100 * share[found])
    yield Hits(
        rows.assign(geom=strips(pieces[np.isin(pieces["plan"], found)], _STRIP).reindex(found).to_numpy()),
        Text(
            "De grens van {plan} loopt over {maat:.0f} m ({deel:.0f} %) niet langs perceelgrenzen.",
            "The outline of {plan} does not follow parcel borders over {maat:.0f} m ({deel:.0f}%).",
        ),
        Text(
            f"hoogstens {plain(100 * options.parcel_share)} % verder dan {plain(options.parcel_tolerance)} m van een perceelgrens",
            f"at most {100 * options.parcel_share:g}% farther than {options.parcel_tolerance:g} m from a parcel border",
        ),
        value="{deel:.0f} %",
    )


@rule(
    "perceel_vervallen",
    THEME,
    WAARSCHUWING,
    Text("Gekoppeld perceel bestaat niet meer", "Linked parcel no longer exists"),
    why=Text(
        "Het perceel is gesplitst, samengevoegd of vernummerd sinds het plangebied werd gemaakt; de grens kan verlegd zijn.",
        "The parcel was split, merged or renumbered since the plan area was made; its border may have moved.",
    ),
    remedy=Text(
        "Koppel het plan opnieuw ('Plannen opnieuw aan percelen koppelen'); wat niet zeker is wordt voorgesteld.",
        "Link the plan again ('Link plans to parcels again'); what is not certain is proposed.",
    ),
    needs=("project", "perceel", "perceel_koppeling"),
    libraries=("shapely",),
)
def vanished_parcels(context: Context) -> Iterator[Hits]:
    """Links to parcels that are not among the parcels loaded, although there are parcels at that place."""
    from diwi_qgis.rules.parcel_changes import Soort

    links = context.changed_links
    gone = links[~links["identificatie"].isin(context.frame("perceel")["identificatie"])]
    unknown = gone["soort"] == Soort.ONBEKEND
    yield not_checked(
        gone[unknown],
        Text(
            "{aantal:#koppeling|koppelingen} op een plek waar geen percelen zijn ingelezen",
            "{aantal:#link|links} at a place where no parcels were loaded",
        ),
    )
    yield Hits(
        gone[~unknown].assign(sleutel=gone.loc[~unknown, "identificatie"]),
        Text(
            "Perceel {aanduiding} ({identificatie}), waarop {plan} is gemaakt, bestaat niet meer. {wat_nl}.",
            "Parcel {aanduiding} ({identificatie}), on which {plan} was made, no longer exists. {wat_en}.",
        ),
        Text("een perceel uit de ingelezen percelen", "a parcel among those loaded"),
        value="{aanduiding}",
    )


@rule(
    "perceel_gewijzigd",
    THEME,
    WAARSCHUWING,
    Text("Gekoppeld perceel heeft een andere vorm", "Linked parcel has another shape"),
    why=Text(
        "De grens van het perceel is verlegd of opnieuw ingemeten sinds het plangebied werd gemaakt; het plangebied volgt nog "
        "de oude grens.",
        "The border of the parcel was moved or measured again since the plan area was made; the plan area still follows the "
        "old border.",
    ),
    remedy=Text(
        "Koppel het plan opnieuw ('Plannen opnieuw aan percelen koppelen'); wat niet zeker is wordt voorgesteld.",
        "Link the plan again ('Link plans to parcels again'); what is not certain is proposed.",
    ),
    needs=("project", "perceel", "perceel_koppeling"),
    libraries=("shapely",),
)
def changed_parcels(context: Context) -> Iterator[Hits]:
    """Links to parcels that are still there, but with other borders than when the plan was made."""
    from diwi_qgis.rules.parcel_changes import Soort

    links = context.changed_links
    there = links[links["identificatie"].isin(context.frame("perceel")["identificatie"])]
    corrected = there["soort"] == Soort.GECORRIGEERD
    for rows, severity in ((there[~corrected], WAARSCHUWING), (there[corrected], INFO)):
        yield Hits(
            rows.assign(sleutel=rows["identificatie"]),
            Text(
                "Een perceel waarop {plan} is gemaakt is gewijzigd. {wat_nl}.",
                "A parcel on which {plan} was made has changed. {wat_en}.",
            ),
            Text("dezelfde grens als toen het plan werd gemaakt", "the same border as when the plan was made"),
            value="{wat_nl}",
            severity=severity,
        )


def _in_partial_parcel(context: Context, uuids: pd.Index, pieces: pd.DataFrame) -> np.ndarray:
    """Pieces of outline inside a parcel of which the plan was given a part on purpose."""
    import numpy as np
    import shapely

    allowed = np.zeros(len(pieces), dtype=bool)
    if not context.has("perceel_koppeling") or pieces.empty:
        return allowed
    links = context.frame("perceel_koppeling")
    links = links[(links["aandeel"] < _WHOLE) & links["geom"].notna()]
    tree = shapely.STRtree(links["geom"].to_numpy(dtype=object))
    piece, link = tree.query(shapely.points(pieces[["x", "y"]].to_numpy()), predicate="intersects")
    own = links["project_uuid"].to_numpy()[link] == uuids.to_numpy()[pieces["plan"].to_numpy()[piece]]
    allowed[piece[own]] = True
    return allowed
