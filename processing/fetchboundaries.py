"""`diwi:fetchboundaries`: the municipality, its districts and its neighbourhoods."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingParameterEnum, QgsProcessingParameterNumber

from diwi_qgis.processing.fetching import FetchAlgorithm
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.fetching import Waar
    from diwi_qgis.sources.http import Web
    from diwi_qgis.sources.reading import Gelezen
    from diwi_qgis.sources.services import Dienst
    from diwi_qgis.store import Register

AREAS, YEAR = "AREAS", "YEAR"
_SERVICES = ("gemeenten", "wijken", "buurten")


class FetchBoundaries(FetchAlgorithm):
    """Boundaries of Bestuurlijke gebieden and CBS into the register."""

    ID = "fetchboundaries"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Fetch boundaries")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Fetches the boundary of the municipality (Bestuurlijke gebieden) and its districts and neighbourhoods (CBS "
            "wijken en buurten, of a year) from PDOK and puts them in the register. With an area, all that meets it comes, "
            "also of other municipalities. Divisions of other years stay. All or nothing: on an error or cancel the register "
            "stays as it was. Source: Kadaster, CC BY 4.0, and CBS, CC0."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        super().initAlgorithm(config)
        self.addParameter(
            QgsProcessingParameterEnum(
                AREAS,
                tr("Areas"),
                options=[tr("Municipality"), tr("Districts"), tr("Neighbourhoods")],
                allowMultiple=True,
                defaultValue=[0, 1, 2],
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                YEAR,
                tr("Year of districts and neighbourhoods (0: that of the settings)"),
                QgsProcessingParameterNumber.Type.Integer,
                defaultValue=0,
                minValue=0,
                maxValue=2100,
            )
        )

    def diensten(
        self, own: Optional[Path], kind: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[Dienst]:
        """One service per sort of area."""
        from diwi_qgis.sources.services import service

        year = self.parameterAsInt(parameters, YEAR, context)
        chosen = self.parameterAsEnums(parameters, AREAS, context)
        return [service(f"{_SERVICES[number]}_{kind}", own).of_year(year) for number in sorted(chosen)]

    def where(self, register: Register, area: Optional[Any]) -> Waar:
        """What meets the rectangle, else what has the code of the municipality."""
        from diwi_qgis.sources.fetching import Waar

        return Waar(area, gemeentecode=register.setting("gemeentecode") or "")

    def fetch(self, web: Web, diensten: Sequence[Dienst], waar: Waar, progress: Progress) -> Gelezen:
        """Ask for them."""
        from diwi_qgis.sources.fetching import fetch_boundaries

        return fetch_boundaries(web, diensten, waar, progress)
