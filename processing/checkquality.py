"""`diwi:checkquality`: check the register, keep the findings, report them, show them on the map."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
    QgsWkbTypes,
)

from diwi_qgis.compat import field
from diwi_qgis.exchange.quality import QualityCheck, check_register, summary
from diwi_qgis.libraries import require
from diwi_qgis.model.profiles import PROFIELEN, Profiel, load_profile, profile_of_province
from diwi_qgis.model.tables import EPSG
from diwi_qgis.paths import resource
from diwi_qgis.processing.base import OUTPUT, REFERENCE_DATE, REPORT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.rules.quality.options import Options
from diwi_qgis.rules.quality.registry import RULES
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.rules.quality.finding import Finding
    from diwi_qgis.store import Register

PROFILE, WITHOUT = "PROFILE", "RULES"
#: Options of PROFILE.
OF_PROVINCE, NONE, ZUID_HOLLAND, GELDERLAND, BOTH = range(5)

_COUNTS = {"fout": "ERRORS", "waarschuwing": "WARNINGS", "info": "INFORMATION"}


class FindingsStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives the findings layer its style, in the main thread, when QGIS loads it."""

    def postProcessLayer(  # type: ignore[override]
        self, layer: QgsVectorLayer, context: QgsProcessingContext, feedback: Any
    ) -> None:
        """Called by Processing."""
        layer.loadNamedStyle(str(resource("styles", "bevinding.qml")))
        layer.triggerRepaint()


class CheckQuality(DiwiAlgorithm):
    """All quality rules on one register."""

    ID = "checkquality"
    GROUP_ID = "quality"

    #: Processing keeps no reference to a post-processor of ours.
    _style: Optional[FindingsStyle] = None

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Check quality")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Quality")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Checks all plans of a register at a reference date: plan areas that overlap, are invalid or lie off the "
            "parcels, sums that do not fit, dates out of order, numbers that are unusual for their kind, obligatory fields "
            "of a delivery, unknown codes, doubles, and more. Every rule ends as good, with findings, or as not checked "
            "with the reason: what could not be checked is never called good. The findings are kept in the register "
            "(table bevinding); what was accepted there stays accepted as long as it does not become worse. The report "
            "explains each rule and lists the findings by rule and by plan. Of the register as it was known at an earlier moment "
            "findings are reported and not kept; they are all new, since those of then are not in the history."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.add_reference_date()
        self.add_known_at()
        self.addParameter(
            QgsProcessingParameterEnum(
                PROFILE,
                tr("Obligatory fields of the delivery to"),
                options=[tr("The register's province"), tr("No province"), "Zuid-Holland", "Gelderland", tr("Both")],
                defaultValue=OF_PROVINCE,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                WITHOUT,
                tr("Rules to leave out"),
                options=[rule.title.language(locale()) for rule in RULES],
                allowMultiple=True,
                optional=True,
            )
        )
        for name, text, default in _thresholds():
            self._add_threshold(name, text, default)
        self.add_report()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT,
                tr("Findings layer"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        for severity, text in (
            ("fout", tr("Errors")),
            ("waarschuwing", tr("Warnings")),
            ("info", tr("For information")),
        ):
            self.addOutput(QgsProcessingOutputNumber(_COUNTS[severity], text))
        self.addOutput(QgsProcessingOutputNumber("NOT_CHECKED", tr("Rules not (wholly) checked")))
        self.addOutput(QgsProcessingOutputNumber("NEW", tr("New since the previous check")))
        self.addOutput(QgsProcessingOutputNumber("SOLVED", tr("Solved since the previous check")))
        self.addOutput(QgsProcessingOutputNumber("ACCEPTED", tr("Accepted before")))
        self.addOutput(QgsProcessingOutputString("PER_RULE", tr("Findings per rule (JSON)")))

    def _add_threshold(self, name: str, text: str, default: float) -> None:
        parameter = QgsProcessingParameterNumber(
            name, text, QgsProcessingParameterNumber.Type.Double, defaultValue=default, minValue=0.0
        )
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Check, keep, report, show."""
        require("pandas", "shapely", "jinja2")
        reference_date: date = self.parameterAsDateTime(parameters, REFERENCE_DATE, context).date().toPyDate()
        # Without a value QGIS makes the first option of nothing, and that rule would never be checked.
        chosen = (
            self.parameterAsEnums(parameters, WITHOUT, context) if parameters.get(WITHOUT) not in (None, "") else ()
        )
        without = {RULES[number].id for number in chosen}
        options = Options(
            **{name.lower(): self.parameterAsDouble(parameters, name, context) for name, _, _ in _thresholds()}
        )
        with self.opened(parameters, context, progress, write=True) as register:
            profiles = _profiles(self.parameterAsEnum(parameters, PROFILE, context), register)
            check = check_register(register, reference_date, profiles, options, progress.part(0.0, 0.9), without)
            names = _names(register)
        for line in summary(check):
            progress.say(line)
        outputs = _outputs(check)
        report = self.output_path(parameters, REPORT, context)
        if report:
            from diwi_qgis.reports.findings_report import write_findings_report

            write_findings_report(report, check.result, names, check.comparison)
            outputs[REPORT] = str(report)
        progress.check(0.95)
        destination = self._write_layer(parameters, context, check, progress)
        if destination:
            outputs[OUTPUT] = destination
        return outputs

    def _write_layer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        check: QualityCheck,
        progress: FeedbackProgress,
    ) -> Optional[str]:
        """The findings as a polygon layer; None when it was not asked for."""
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
        titles = {rule.id: rule.title.language(locale()) for rule in RULES}
        findings = check.result.findings
        for number, finding in enumerate(progress.track(findings, len(findings), 0.95, 1.0)):
            accepted = number in check.comparison.accepted
            sink.addFeature(_feature(finding, titles, accepted), QgsFeatureSink.Flag.FastInsert)
        if context.willLoadLayerOnCompletion(destination):
            CheckQuality._style = FindingsStyle()
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(CheckQuality._style)
        return str(destination)


def _thresholds() -> tuple[tuple[str, str, float], ...]:
    """Parameters that are thresholds of rules: name (the option's, in capitals), text, default."""
    usual = Options()
    return (
        ("OVERLAP_AREA", tr("Overlap counts from this area (m²)"), usual.overlap_area),
        ("OVERLAP_WIDTH", tr("… and from this width (m)"), usual.overlap_width),
        ("OUTSIDE_AREA", tr("Outside municipality or main plan counts from this area (m²)"), usual.outside_area),
        (
            "PARCEL_TOLERANCE",
            tr("Distance within which an outline follows a parcel border (m)"),
            usual.parcel_tolerance,
        ),
        ("PARCEL_SHARE", tr("Share of the outline that may lie off the parcel borders (0–1)"), usual.parcel_share),
        ("UNKNOWN_SHARE", tr("Share of unknown dwellings from which it is said (0–1)"), usual.unknown_share),
        ("OUTLIER_Z", tr("Number of dwellings: unusual from this many spreads"), usual.outlier_z),
        ("DENSITY_Z", tr("Dwellings for the area: unusual from this many spreads"), usual.density_z),
    )


def _profiles(choice: int, register: Register) -> tuple[Profiel, ...]:
    if choice == OF_PROVINCE:
        profile = profile_of_province(register.setting("provincie"))
        return (profile,) if profile else ()
    chosen = {NONE: (), ZUID_HOLLAND: PROFIELEN[:1], GELDERLAND: PROFIELEN[1:], BOTH: PROFIELEN}[choice]
    return tuple(load_profile(name) for name in chosen)


def _names(register: Register) -> dict[str, str]:
    """Name and code of every plan, by uuid."""
    rows = register.read("project", columns=["uuid", "naam", "code"])
    return {uuid: f"{naam} ({code})" for uuid, naam, code in zip(rows["uuid"], rows["naam"], rows["code"])}


def _outputs(check: QualityCheck) -> dict[str, Any]:
    import json

    result, change = check.result, check.comparison
    counts: dict[str, Any] = {_COUNTS[severity]: count for severity, count in result.per_severity().items()}
    return {
        **counts,
        "NOT_CHECKED": len(result.not_checked),
        "NEW": len(change.new),
        "SOLVED": len(change.gone),
        "ACCEPTED": len(change.accepted),
        "PER_RULE": json.dumps(result.per_rule()),
    }


def _fields() -> QgsFields:
    fields = QgsFields()
    for name, kind in (
        ("ernst", "text"),
        ("regel", "text"),
        ("titel", "text"),
        ("onderwerp", "text"),
        ("melding", "text"),
        ("verwacht", "text"),
        ("waarde", "text"),
        ("maat", "real"),
        ("geaccepteerd", "boolean"),
        ("project_uuid", "text"),
    ):
        fields.append(field(name, kind))
    return fields


def _feature(finding: Finding, titles: dict[str, str], accepted: bool) -> QgsFeature:
    feature = QgsFeature()
    feature.setAttributes(
        [
            finding.severity,
            finding.rule,
            titles[finding.rule],
            finding.subject,
            finding.message.language(locale()),
            finding.expected.language(locale()),
            finding.value,
            finding.measure,
            accepted,
            finding.project_uuid,
        ]
    )
    if finding.geometry is not None:
        geometry = QgsGeometry()
        geometry.fromWkb(finding.geometry.wkb)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
    return feature
