"""`diwi:loadbuildings`: buildings from a file."""

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


class LoadBuildings(LoadAlgorithm):
    """Buildings of the BAG into the register."""

    ID = "loadbuildings"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Load buildings")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Reads buildings (BAG panden) from a file as PDOK gives it (WFS, OGC API, bag-light GeoPackage) or from an "
            "extract, in any reference system, and puts them in the register. When the file holds several versions of a "
            "building the last one is kept; demolished and never realised buildings are kept with that status. All or "
            "nothing: on an error the register stays as it was. Source: BAG, public domain."
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
        """Read the buildings."""
        from diwi_qgis.sources.buildings import read_buildings

        return read_buildings(path, layer, source_date, progress)
