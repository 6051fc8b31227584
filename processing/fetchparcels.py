"""`diwi:fetchparcels`: cadastral parcels from the Kadaster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from diwi_qgis.processing.base import FeedbackProgress
from diwi_qgis.processing.fetching import PLANS, FetchAlgorithm
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.fetching import Waar
    from diwi_qgis.sources.http import Web
    from diwi_qgis.sources.reading import Gelezen
    from diwi_qgis.sources.relink import Herkoppeling
    from diwi_qgis.sources.services import Dienst
    from diwi_qgis.store import Register


class FetchParcels(FetchAlgorithm):
    """Parcels of the Kadaster into the register, and which plans lie on parcels that changed."""

    ID = "fetchparcels"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Fetch parcels")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Fetches cadastral parcels (Kadastrale kaart, at PDOK) of an area, or of the whole municipality, and puts them "
            "in the register with today's date. Drawing and snapping use only the register, so they work without network. "
            "The service is asked page by page to the end; when it gives other numbers than it states, the log says so and "
            "COMPLETE is false. When complete, parcels of the area that are not there any more are removed. What changed "
            "since the last time is in the log and the report, with the plans that lie on parcels that changed; 'Link plans "
            "to parcels again' mends them. All or nothing: on an error or cancel the register stays as it was. Source: "
            "Kadaster, CC BY 4.0; boundaries are indicative."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        super().initAlgorithm(config)
        self.addOutput(QgsProcessingOutputNumber(PLANS, tr("Plans on parcels that changed")))

    def diensten(
        self, own: Optional[Path], kind: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[Dienst]:
        """The parcels."""
        from diwi_qgis.sources.services import service

        return [service(f"percelen_{kind}", own)]

    def fetch(self, web: Web, diensten: Sequence[Dienst], waar: Waar, progress: Progress) -> Gelezen:
        """Ask for them."""
        from diwi_qgis.sources.fetching import fetch_parcels

        return fetch_parcels(web, diensten[0], waar, progress)

    def consequences(self, register: Register, progress: FeedbackProgress) -> Optional[list[Herkoppeling]]:
        """The plans on parcels that changed, and whether they can be linked again without asking."""
        from diwi_qgis.sources.relink import relink

        found = relink(register, write=False)
        if found:
            certain = sum(not item.redenen for item in found)
            progress.warn(
                Text(
                    f"{len(found)} plan(nen) liggen op percelen die zijn gewijzigd; {certain} daarvan zijn zonder vragen te "
                    "koppelen met 'Plannen opnieuw aan percelen koppelen'.",
                    f"{len(found)} plan(s) lie on parcels that changed; {certain} of them can be linked without asking by "
                    "'Link plans to parcels again'.",
                )
            )
        return found
