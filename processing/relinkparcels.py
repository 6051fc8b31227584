"""`diwi:relinkparcels`: plans on parcels that were split, merged, renumbered or measured again follow them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from diwi_qgis.compat import field
from diwi_qgis.libraries import require
from diwi_qgis.model.tables import EPSG
from diwi_qgis.processing.base import OUTPUT, REPORT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.sources.relink import Herkoppeling, Verandering

PLANS, WRITE = "PLANS", "WRITE"


class RelinkParcels(DiwiAlgorithm):
    """What is certain is written, the rest proposed."""

    ID = "relinkparcels"
    GROUP_ID = "plans"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Link plans to parcels again")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Plan areas")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Compares the parcels that plans were made on with the parcels in the register now, and lets plans follow where "
            "that is certain: parcels that were renumbered, measured again, split, merged or redistributed, when all of that "
            "land lay wholly in the plan and is the same land still. An area that was exactly its parcels follows the new "
            "borders; an area adjusted by hand stays, and is left to you where a border moved. Vanished and reshaped parcels, "
            "land of others that came in, and parts of parcels are proposed only, with the reason. No plan comes to overlap "
            "another. The layer shows the difference: what was, what is, and where it differs. All or nothing."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterString(PLANS, tr("Plan codes, divided by commas (empty: all plans)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(WRITE, tr("Write what is certain (no: only tell)"), defaultValue=True)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT,
                tr("Differences"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        self.add_report()
        for name, title in (
            ("FOUND", tr("Plans on parcels that changed")),
            ("RELINKED", tr("Plans linked again")),
            ("PROPOSED", tr("Plans to decide on")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        require("pandas", "shapely")
        from diwi_qgis.reports.html import write_report
        from diwi_qgis.sources.relink import relink
        from diwi_qgis.store import open_register

        codes = [code.strip() for code in self.parameterAsString(parameters, PLANS, context).split(",") if code.strip()]
        write = self.parameterAsBoolean(parameters, WRITE, context)
        with open_register(self.register_address(parameters, context), write=write) as register:
            plans = relink(register, codes, write, progress)
        for plan in plans:
            _tell(plan, progress)
        report = self.output_path(parameters, REPORT, context)
        if report is not None:
            write_report(report, "relinkparcels.html", plannen=plans)
        return {
            "FOUND": len(plans),
            "RELINKED": sum(plan.geschreven for plan in plans),
            "PROPOSED": sum(bool(plan.redenen) for plan in plans),
            OUTPUT: self._differences(plans, parameters, context),
            REPORT: str(report) if report else None,
        }

    def _differences(
        self, plans: Sequence[Herkoppeling], parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Optional[str]:
        """The layer with the land of before, of now, and where they differ."""
        fields = QgsFields()
        for name in ("plancode", "naam", "soort", "wat", "toelichting", "zeker"):
            fields.append(field(name, "boolean" if name == "zeker" else "text"))
        fields.append(field("oppervlakte", "real"))
        crs = QgsCoordinateReferenceSystem.fromEpsgId(EPSG)
        sink, target = self.parameterAsSink(parameters, OUTPUT, context, fields, QgsWkbTypes.Type.MultiPolygon, crs)
        if sink is None:
            return None
        for plan in plans:
            for item in plan.veranderingen:
                for what, shape in _shapes(item):
                    feature = QgsFeature(fields)
                    text = item.text.language(locale())
                    feature.setAttributes([plan.code, plan.naam, item.soort, what, text, item.zeker, shape.area])
                    geometry = QgsGeometry()
                    geometry.fromWkb(shape.wkb)
                    geometry.convertToMultiType()
                    feature.setGeometry(geometry)
                    sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return str(target)


def _shapes(item: Verandering) -> Iterator[tuple[str, Any]]:
    import shapely

    yield "voor", item.voor
    if item.na is not None:
        yield "na", item.na
        difference = shapely.symmetric_difference(item.voor, item.na)
        areas = [part for part in shapely.get_parts(difference) if part.area > 0]
        if areas:
            yield "verschil", shapely.MultiPolygon(areas)


def _tell(plan: Herkoppeling, progress: FeedbackProgress) -> None:
    lines = [item.text for item in plan.veranderingen]
    what = Text("; ".join(line.nl for line in lines), "; ".join(line.en for line in lines))
    if plan.redenen:
        why = Text("; ".join(line.nl for line in plan.redenen), "; ".join(line.en for line in plan.redenen))
        progress.warn(
            Text(
                f"{plan.naam} ({plan.code}): te beslissen, niet gewijzigd. {why.nl}.",
                f"{plan.naam} ({plan.code}): to decide, not changed. {why.en}.",
            )
        )
        return
    progress.say(Text(f"{plan.naam} ({plan.code}): {what.nl}.", f"{plan.naam} ({plan.code}): {what.en}."))
