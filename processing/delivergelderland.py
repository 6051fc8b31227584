"""`diwi:delivergelderland`: the plan register as the province of Gelderland asks for it."""

from __future__ import annotations

from diwi_qgis.processing.delivering import DeliverAlgorithm
from diwi_qgis.translation import tr


class DeliverGelderland(DeliverAlgorithm):
    """A zipped File Geodatabase."""

    ID = "delivergelderland"
    PROFILE = "gelderland"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Deliver to Gelderland")

    def file_filter(self) -> str:
        """Kind of file that is written."""
        return tr("Zipped file geodatabases (*.gdb.zip)")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Writes the plans as they stand on the reference date in the File Geodatabase layout of the province of "
            "Gelderland (needs GDAL 3.6, QGIS 3.28 or later): Planregistratie with one feature per plan, DetailPlanning "
            "with the cross table per year, and the province's domains and relationships. A plan keeps its GlobalID in "
            "every delivery. Plans below the confidentiality 'extern woonregio', plans with status 5A or 5B and plans "
            "that were broken off are not part of the delivery; they are named. Plans with errors (no valid area, a word "
            "that the province does not know) stop the delivery, unless you choose to skip them. The register keeps a "
            "receipt, and the report says what changed since the previous round. Fixed values replace a field for all "
            "plans; they can also be kept in table 'instelling' (levering.gelderland.<field>)."
        )
