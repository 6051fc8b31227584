"""Processing algorithm: what changed in the plans between two moments."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from diwi_qgis.compat import field
from diwi_qgis.errors import InputError
from diwi_qgis.exchange.comparison import Comparison, compare_moments, summary
from diwi_qgis.model.tables import EPSG
from diwi_qgis.processing.base import OUTPUT, REFERENCE_DATE, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.translation import tr

FIRST, SECOND, UNCHANGED = "FIRST", "SECOND", "UNCHANGED"

#: Outputs that count plans, by what happened to them.
_COUNTS = {"nieuw": "NEW", "vervallen": "GONE", "gewijzigd": "CHANGED", "gelijk": "SAME"}

_NUMBERS = tuple(f"{name}_{state}" for name in ("bouw", "sloop", "netto") for state in ("voor", "na", "verschil"))
_TEXTS = ("naam", "code", "wat", "velden")


class CompareMoments(DiwiAlgorithm):
    """A row for each plan, and the totals."""

    ID = "comparemoments"
    GROUP_ID = "lookback"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Difference between two moments")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Looking back")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Compares the register as it was known at two moments: plans that came, went or changed, in which fields, and the "
            "dwellings of each plan before and after. Dwellings are counted at one reference date for both moments, so that only "
            "what people changed makes a difference. The table has the area of each plan and can be shown on the map."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.add_moment(FIRST, tr("First moment"), optional=False)
        self.add_moment(SECOND, tr("Second moment (empty: now)"))
        self.add_reference_date()
        self.addParameter(
            QgsProcessingParameterBoolean(UNCHANGED, tr("Also plans that stayed the same"), defaultValue=False)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT,
                tr("Difference per plan"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        for what, label in (
            ("nieuw", tr("Plans that came")),
            ("vervallen", tr("Plans that went")),
            ("gewijzigd", tr("Plans that changed")),
            ("gelijk", tr("Plans that stayed the same")),
        ):
            self.addOutput(QgsProcessingOutputNumber(_COUNTS[what], label))
        self.addOutput(QgsProcessingOutputNumber("NET", tr("Difference in dwellings, net")))
        self.addOutput(QgsProcessingOutputString("TABLE", tr("Plans that differ (JSON)")))
        self.addOutput(QgsProcessingOutputString("TOTALS", tr("Dwellings before, after and difference (JSON)")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Compare, tell, write."""
        first = self.moment(parameters, FIRST, context)
        day = self.parameterAsDateTime(parameters, REFERENCE_DATE, context).date()
        if first is None or not day.isValid():
            raise InputError(
                "Geef een eerste moment en een peildatum (jjjj-mm-dd) op.",
                "Give a first moment and a reference date (yyyy-mm-dd).",
            )
        second = self.moment(parameters, SECOND, context)
        address = self.register_address(parameters, context)
        found = compare_moments(address, first, second, day.toPyDate(), progress.part(0.0, 0.9))
        for line in summary(found):
            progress.say(line)
        outputs: dict[str, Any] = {name: found.count(what) for what, name in _COUNTS.items()}
        outputs["NET"] = int(found.totals.loc["netto", "verschil"])
        outputs["TOTALS"] = found.totals.to_json(orient="index")
        differing = found.plans[found.plans["wat"] != "gelijk"]
        outputs["TABLE"] = differing.reset_index().to_json(orient="records")
        destination = self._write(parameters, context, found)
        return {**outputs, OUTPUT: destination} if destination else outputs

    def _write(self, parameters: dict[str, Any], context: QgsProcessingContext, found: Comparison) -> Optional[str]:
        sink, destination = self.parameterAsSink(
            parameters,
            OUTPUT,
            context,
            _fields(),
            QgsWkbTypes.Type.MultiPolygon,
            QgsCoordinateReferenceSystem(f"EPSG:{EPSG}"),
        )
        if sink is None:
            if parameters.get(OUTPUT):
                raise QgsProcessingException(self.invalidSinkError(parameters, OUTPUT))
            return None
        everything = self.parameterAsBool(parameters, UNCHANGED, context)
        for uuid, row in found.plans.iterrows():
            if everything or row["wat"] != "gelijk":
                sink.addFeature(_feature(uuid, row, found.shapes.get(uuid)), QgsFeatureSink.Flag.FastInsert)
        return str(destination)


def _fields() -> QgsFields:
    fields = QgsFields()
    for name in ("uuid", *_TEXTS):
        fields.append(field(name, "text"))
    for name in _NUMBERS:
        fields.append(field(name, "integer"))
    return fields


def _feature(uuid: Any, row: Any, shape: Any) -> QgsFeature:
    feature = QgsFeature()
    feature.setAttributes([str(uuid), *(row[name] for name in _TEXTS), *(int(row[name]) for name in _NUMBERS)])
    if shape is not None:
        geometry = QgsGeometry()
        geometry.fromWkb(shape.wkb)
        feature.setGeometry(geometry)
    return feature
