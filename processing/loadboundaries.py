"""`diwi:loadboundaries`: municipalities, districts and neighbourhoods from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingParameterNumber

from diwi_qgis.processing.loading import LoadAlgorithm
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.reading import Gelezen

YEAR = "YEAR"


class LoadBoundaries(LoadAlgorithm):
    """Boundaries of Bestuurlijke gebieden or CBS into the register."""

    ID = "loadboundaries"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Load boundaries")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Reads municipalities, districts and neighbourhoods from a file of Bestuurlijke gebieden or of CBS (wijken en "
            "buurten) and puts them in the register; all layers of the file that hold them are read. Land and water of "
            "one area become one. The year of the division is taken from the file, else from the parameter. All or "
            "nothing: on an error the register stays as it was. Source: Kadaster and CBS, CC BY 4.0."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        super().initAlgorithm(config)
        self.addParameter(
            QgsProcessingParameterNumber(
                YEAR,
                tr("Year of the division, where the file does not say (0: unknown)"),
                QgsProcessingParameterNumber.Type.Integer,
                defaultValue=0,
                minValue=0,
                maxValue=2100,
            )
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
        """Read the boundaries."""
        from diwi_qgis.sources.boundaries import read_boundaries

        year = self.parameterAsInt(parameters, YEAR, context)
        return read_boundaries(path, layer, year, source_date, progress)
