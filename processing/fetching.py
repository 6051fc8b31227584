"""What the algorithms have in common that fetch a register of others from a service."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsSettings,
)

from diwi_qgis.libraries import require
from diwi_qgis.model.tables import EPSG
from diwi_qgis.processing.base import REPORT, FeedbackProgress
from diwi_qgis.processing.loading import STORING, SourceAlgorithm
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.progress import Progress
    from diwi_qgis.sources.fetching import Waar
    from diwi_qgis.sources.http import Web
    from diwi_qgis.sources.load import Geladen
    from diwi_qgis.sources.reading import Gelezen
    from diwi_qgis.sources.relink import Herkoppeling
    from diwi_qgis.sources.services import Dienst
    from diwi_qgis.store import Register

EXTENT, SERVICE, PLANS = "EXTENT", "SERVICE", "PLANS"

#: Ends of the keys of services, in the order of the parameter.
KINDS = ("wfs", "ogc")

#: Global key in QGIS' settings: the file with addresses for the whole organisation.
ORGANISATION = "diwi/diensten"


class FetchAlgorithm(SourceAlgorithm):
    """Ask services, put what they give in the register, tell what changed. No request is made before `execute`."""

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterExtent(EXTENT, tr("Area (empty: the municipality of the register)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                SERVICE, tr("Kind of service"), options=["WFS", "OGC API Features"], defaultValue=0
            )
        )
        self.add_mode()
        self.add_report()
        self.add_counts(tr("Not delivered, kept"), tr("The service delivered all it has there"))

    def diensten(
        self, own: Optional[Path], kind: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[Dienst]:
        """The services to ask; `kind` is one of `KINDS`, `own` the file of the functional manager."""
        raise NotImplementedError

    def where(self, register: Register, area: Optional[Any]) -> Waar:
        """What to ask for; `area` is the rectangle that the user gave."""
        from diwi_qgis.sources.fetching import Waar, municipality

        return Waar(municipality(register) if area is None else area)

    def fetch(self, web: Web, diensten: Sequence[Dienst], waar: Waar, progress: Progress) -> Gelezen:
        """Ask them."""
        raise NotImplementedError

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        require("pandas", "shapely", "requests")
        from diwi_qgis.sources.http import Web
        from diwi_qgis.store import open_register
        from diwi_qgis.workspace.network import QgisTransport

        with open_register(self.register_address(parameters, context), write=True) as register:
            kind = KINDS[self.parameterAsEnum(parameters, SERVICE, context)]
            diensten = self.diensten(_own_file(register), kind, parameters, context)
            logins = {dienst.adres: dienst.opties["authcfg"] for dienst in diensten if "authcfg" in dienst.opties}
            waar = self.where(register, self._rectangle(parameters, context))
            with Web(progress, QgisTransport(progress.feedback, logins)) as web:
                gelezen = self.fetch(web, diensten, waar, progress.part(0.0, STORING))
            within = waar.area if gelezen.table != "gebied" else None  # there, other years stay
            outcome = self.store(register, gelezen, parameters, context, progress, within)
            plans = self.consequences(register, progress)
        report = self.output_path(parameters, REPORT, context)
        if report is not None:
            _write_report(report, diensten, gelezen, outcome, plans or [])
        outputs = {**self.counts(outcome, gelezen), REPORT: str(report) if report else None}
        return outputs if plans is None else {**outputs, PLANS: len(plans)}

    def consequences(self, register: Register, progress: FeedbackProgress) -> Optional[list[Herkoppeling]]:
        """The plans that the changes touch, said and given for the report; None where that cannot be."""
        return None

    def _rectangle(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        """The extent as a polygon in RD; None when it was left empty."""
        import shapely

        crs = QgsCoordinateReferenceSystem.fromEpsgId(EPSG)
        rectangle = self.parameterAsExtent(parameters, EXTENT, context, crs)
        if parameters.get(EXTENT) in (None, "") or rectangle.isNull():
            return None
        return shapely.box(rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum())


def _own_file(register: Register) -> Optional[Path]:
    from diwi_qgis.sources.services import SETTING, own_file

    return own_file(register.path, register.setting(SETTING), QgsSettings().value(ORGANISATION, "", str))


def _write_report(
    path: Path, diensten: Sequence[Dienst], gelezen: Gelezen, outcome: Geladen, plans: Sequence[Herkoppeling]
) -> None:
    from diwi_qgis.reports.html import write_report

    write_report(
        path,
        "bron.html",
        diensten=diensten,
        gelezen=gelezen,
        uitkomst=outcome,
        plannen=plans,
        getoond=200,
    )
