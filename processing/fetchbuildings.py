"""`diwi:fetchbuildings`: buildings of the BAG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingContext

from diwi_qgis.processing.fetching import FetchAlgorithm
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.fetching import Waar
    from diwi_qgis.sources.http import Web
    from diwi_qgis.sources.reading import Gelezen
    from diwi_qgis.sources.services import Dienst


class FetchBuildings(FetchAlgorithm):
    """Buildings of the BAG into the register."""

    ID = "fetchbuildings"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Fetch buildings")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Fetches buildings (BAG panden, at PDOK) of an area, or of the whole municipality, and puts them in the register "
            "with today's date. The service is asked page by page to the end; when it gives other numbers than it states, "
            "the log says so and COMPLETE is false. When complete, buildings of the area that the service has no longer "
            "(demolished, never realised) are removed and named. All or nothing: on an error or cancel the register stays "
            "as it was. Source: BAG, public domain."
        )

    def diensten(
        self, own: Optional[Path], kind: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[Dienst]:
        """The buildings."""
        from diwi_qgis.sources.services import service

        return [service(f"panden_{kind}", own)]

    def fetch(self, web: Web, diensten: Sequence[Dienst], waar: Waar, progress: Progress) -> Gelezen:
        """Ask for them."""
        from diwi_qgis.sources.fetching import fetch_buildings

        return fetch_buildings(web, diensten[0], waar, progress)
