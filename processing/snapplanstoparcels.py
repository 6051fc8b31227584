"""`diwi:snapplanstoparcels`: contours pulled onto parcel borders; what is certain is written, the rest is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
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
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from diwi_qgis.compat import field
from diwi_qgis.libraries import require
from diwi_qgis.model.tables import EPSG
from diwi_qgis.processing.base import INPUT, POLYGON, REPORT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.processing.plan_rows import Fields, read_rows
from diwi_qgis.texts import Text
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.sources.plan_request import Regel
    from diwi_qgis.sources.snap_plans import Aansluiting, SnapUitkomst, SnapWens

PLAN_FIELD, TOLERANCE, MIN_SHARE, CUTS, SHIFTS = "PLAN_FIELD", "TOLERANCE", "MIN_SHARE", "CUTS", "SHIFTS"
USE_BUILDINGS, APPLY_PROPOSALS, PREVIEW = "USE_BUILDINGS", "APPLY_PROPOSALS", "PREVIEW"
CODES, WRITE = "CODES", "WRITE"


class SnapPlansToParcels(DiwiAlgorithm):
    """Imprecise contours become areas with exact shared borders."""

    ID = "snapplanstoparcels"
    GROUP_ID = "plans"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Snap plan areas to parcels")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Plan areas")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Pulls imprecise plan contours onto the borders of the parcels in the register. Contours come from a layer "
            "(with a field that holds the code, the number of origin or the name of the plan), or else from the register "
            "itself: all plans with an area that is not on parcels already. A parcel is taken when all contours together "
            "cover it for the stated share, and goes to the plan that covers most of it; where a contour clearly runs "
            "through the middle of a parcel, that parcel is divided along it (cuts). Contours that lie beside their "
            "parcels as a whole, or were drawn too wide or too tight, are recognised. Plans never overlap: not each other, "
            "and not plans that take no part. Shared borders are the same vertex for vertex; that is proved before "
            "anything is written. Only plans without doubts are written; the others keep their contour, and what would "
            "become of them stands in the preview and the report, with the reasons: parcels covered about half, parcels "
            "that two plans claim, every cut, a shift of more than a metre, contours far from any border. Look at them, "
            "then run again and apply the proposals too. All or nothing; on cancel nothing has changed."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                INPUT,
                tr("Layer with contours (empty: the plan areas in the register that are not on parcels yet)"),
                [POLYGON],
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                PLAN_FIELD,
                tr("Field with the plan (empty: found by its name)"),
                parentLayerParameterName=INPUT,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                CODES,
                tr("Codes of plans, without a layer, divided by commas (empty: all that are not on parcels)"),
                optional=True,
            )
        )
        self._add_number(TOLERANCE, tr("Tolerance (m; empty: from the contours)"), None, 0.5, 10.0)
        self._add_number(MIN_SHARE, tr("Share of a parcel from which it is taken"), 0.5, 0.05, 1.0)
        for name, title, value in (
            (CUTS, tr("Divide parcels along contours that run through them"), True),
            (SHIFTS, tr("Recognise contours that are shifted, too wide or too tight as a whole"), True),
            (USE_BUILDINGS, tr("Let dividing lines follow walls of buildings"), True),
            (APPLY_PROPOSALS, tr("Apply the proposals too"), False),
            (WRITE, tr("Write the areas (no: only propose)"), True),
        ):
            self.addParameter(QgsProcessingParameterBoolean(name, title, defaultValue=value))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                PREVIEW, tr("Preview"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True, createByDefault=False
            )
        )
        self.add_report()
        for name, title in (
            ("PLANS", tr("Plans that took part")),
            ("WRITTEN", tr("Plan areas written")),
            ("PROPOSED", tr("Plan areas proposed only")),
            ("AREA_BEFORE", tr("Area before (m²)")),
            ("AREA_AFTER", tr("Area after (m²)")),
            ("AREA_MOVED", tr("Area moved (m²)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def _add_number(self, name: str, title: str, value: Optional[float], least: float, most: float) -> None:
        self.addParameter(
            QgsProcessingParameterNumber(
                name,
                title,
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=value,
                optional=value is None,
                minValue=least,
                maxValue=most,
            )
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        require("pandas", "shapely")
        from diwi_qgis.reports.html import write_report
        from diwi_qgis.sources.snap_plans import snap_register
        from diwi_qgis.store import open_register

        regels = self._regels(parameters, context, progress)
        wens = self._wens(parameters, context)
        with open_register(self.register_address(parameters, context), write=wens.write) as register:
            uitkomst = snap_register(register, regels, wens, progress)
        report = self.output_path(parameters, REPORT, context)
        if report is not None:
            write_report(report, "snapplanstoparcels.html", uitkomst=uitkomst)
        _tell(uitkomst, progress)
        return {**_outputs(uitkomst, report), PREVIEW: self._preview(uitkomst, parameters, context)}

    def _regels(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> Optional[list[Regel]]:
        source = self.parameterAsSource(parameters, INPUT, context)
        if source is None:
            return None
        return read_rows(source, "", Fields(plan=self.parameterAsString(parameters, PLAN_FIELD, context)), progress)

    def _wens(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SnapWens:
        from diwi_qgis.sources.snap_plans import SnapWens

        stated = parameters.get(TOLERANCE) not in (None, "")
        return SnapWens(
            tolerance=self.parameterAsDouble(parameters, TOLERANCE, context) if stated else None,
            min_share=self.parameterAsDouble(parameters, MIN_SHARE, context),
            cuts=self.parameterAsBoolean(parameters, CUTS, context),
            shifts=self.parameterAsBoolean(parameters, SHIFTS, context),
            buildings=self.parameterAsBoolean(parameters, USE_BUILDINGS, context),
            apply_proposals=self.parameterAsBoolean(parameters, APPLY_PROPOSALS, context),
            codes=[
                code.strip() for code in self.parameterAsString(parameters, CODES, context).split(",") if code.strip()
            ],
            write=self.parameterAsBoolean(parameters, WRITE, context),
        )

    def _preview(
        self, uitkomst: SnapUitkomst, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Optional[str]:
        """The layer with contours as drawn, areas written or proposed, and every doubt where it lies."""
        fields = QgsFields()
        for name, kind in (
            ("plancode", "text"),
            ("naam", "text"),
            ("soort", "text"),
            ("reden", "text"),
            ("perceel", "text"),
            ("toelichting", "text"),
            ("oppervlakte", "real"),
        ):
            fields.append(field(name, kind))
        crs = QgsCoordinateReferenceSystem.fromEpsgId(EPSG)
        sink, target = self.parameterAsSink(parameters, PREVIEW, context, fields, QgsWkbTypes.Type.MultiPolygon, crs)
        if sink is None:
            return None
        for values, geom in (row for item in uitkomst.aansluitingen for row in _preview_rows(item)):
            feature = QgsFeature(fields)
            feature.setAttributes([*values, geom.area])
            geometry = QgsGeometry()
            geometry.fromWkb(geom.wkb)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return str(target)


def _preview_rows(item: Aansluiting) -> Iterator[tuple[list[Any], Any]]:
    who = [item.code, item.naam]
    yield [*who, "voor", "", "", ""], item.contour
    if item.geom is not None:
        yield [*who, "na" if item.geschreven else "voorstel", "", "", ""], item.geom
    for twijfel in item.twijfels:
        if twijfel.geom is not None:
            yield [*who, "twijfel", twijfel.reden, twijfel.perceel, twijfel.text.language(locale())], twijfel.geom


def _tell(uitkomst: SnapUitkomst, progress: FeedbackProgress) -> None:
    for melding in uitkomst.meldingen:
        progress.warn(melding)
    for item in uitkomst.aansluitingen:
        if not item.geschreven:
            reasons = [twijfel.text for twijfel in item.twijfels[:3]]
            progress.warn(
                Text(
                    f"{item.naam} ({item.code}): voorstel, niet gewijzigd. {' '.join(text.nl for text in reasons)}",
                    f"{item.naam} ({item.code}): proposed, not changed. {' '.join(text.en for text in reasons)}",
                )
            )
            continue
        progress.say(
            Text(
                "{naam} ({code}): {voor:.0f} → {na:.0f} m², {verplaatst:.0f} m² verplaatst",
                "{naam} ({code}): {voor:.0f} → {na:.0f} m², {verplaatst:.0f} m² moved",
            ).fill(
                naam=item.naam,
                code=item.code,
                voor=item.oppervlakte_voor,
                na=item.oppervlakte_na,
                verplaatst=item.verplaatst,
            )
        )


def _outputs(uitkomst: SnapUitkomst, report: Optional[Path]) -> dict[str, Any]:
    written = uitkomst.geschreven
    return {
        "PLANS": len(uitkomst.aansluitingen),
        "WRITTEN": len(written),
        "PROPOSED": len(uitkomst.aansluitingen) - len(written),
        "AREA_BEFORE": round(sum(item.oppervlakte_voor for item in written), 2),
        "AREA_AFTER": round(sum(item.oppervlakte_na for item in written), 2),
        "AREA_MOVED": round(sum(item.verplaatst for item in written), 2),
        REPORT: str(report) if report else None,
    }
