"""`diwi:deliverzuidholland`: the plan register as the province of Zuid-Holland asks for it."""

from __future__ import annotations

from diwi_qgis.processing.delivering import DeliverAlgorithm
from diwi_qgis.translation import tr


class DeliverZuidHolland(DeliverAlgorithm):
    """GeoJSON with one feature per plan."""

    ID = "deliverzuidholland"
    PROFILE = "zuid_holland"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Deliver to Zuid-Holland")

    def file_filter(self) -> str:
        """Kind of file that is written."""
        return tr("GeoJSON files (*.geojson)")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Writes the plans as they stand on the reference date in the GeoJSON layout of the province of Zuid-Holland: "
            "one feature per plan, with the cross table of dwelling type and price class per year. Plans below the "
            "confidentiality 'extern woonregio', plans with status 5A or 5B, plans that were broken off and plans that "
            "start after the reference date are not part of the delivery; they are named. Plans with errors stop the "
            "delivery, unless you choose to skip them. The register keeps a receipt, and the report says what changed "
            "since the previous round. The same register and date always give the same file. Fixed values "
            "replace a field for all plans; they can also be kept in table 'instelling' (levering.zuid_holland.<field>)."
        )
