"""`diwi:loadparcels`: cadastral parcels from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingContext

from diwi_qgis.processing.loading import LoadAlgorithm
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.reading import Gelezen


class LoadParcels(LoadAlgorithm):
    """Parcels of the Kadaster into the register."""

    ID = "loadparcels"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Load parcels")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Reads cadastral parcels (BRK) from a file as PDOK gives it (WFS, OGC API, GML), as NLExtract makes it, or "
            "from a GeoPackage with the same attributes, in any reference system, and puts them in the register. The "
            "layer is recognised by its attributes. A file that holds only a part of the answer of a service is loaded, "
            "but the log says so and COMPLETE is false. All or nothing: on an error the register stays as it was. "
            "Source: Kadaster, CC BY 4.0; boundaries are indicative."
        )

    def read(
        self,
        path: Path,
        layer: str,
        source_date: Optional[date],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: Progress,
    ) -> Gelezen:
        """Read the parcels."""
        from diwi_qgis.sources.parcels import read_parcels

        return read_parcels(path, layer, source_date, progress)
