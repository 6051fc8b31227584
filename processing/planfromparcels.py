"""`diwi:planfromparcels`: plan areas of whole parcels, from designations, points or rough contours."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from diwi_qgis.errors import InputError
from diwi_qgis.libraries import require
from diwi_qgis.processing.base import INPUT, REPORT, SKIP_INVALID, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.processing.plan_rows import Fields, read_rows
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.sources.plan_areas import Uitkomst
    from diwi_qgis.sources.plan_request import Regel, Wens

PLAN, PARCELS, PLAN_FIELD, NAME_FIELD, PARCEL_FIELD = "PLAN", "PARCELS", "PLAN_FIELD", "NAME_FIELD", "PARCEL_FIELD"
CREATE, START_DATE, END_DATE, MIN_SHARE = "CREATE", "START_DATE", "END_DATE", "MIN_SHARE"


class PlanFromParcels(DiwiAlgorithm):
    """Whole parcels become plan areas that fit together exactly."""

    ID = "planfromparcels"
    GROUP_ID = "plans"

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Make plan areas from parcels")

    def group_title(self) -> str:
        """Group in the toolbox."""
        return tr("Plan areas")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Makes or replaces the areas of plans out of whole cadastral parcels of the register. What is asked comes in "
            "one of four ways: a plan and a list of designations (LLS00-B-10, LLS00 B 10, LLS00B10; with commas, "
            "semicolons or new lines between them); a table with a plan and designations on every row; a layer of points "
            "(addresses), each in the parcel meant; or a layer of rough contours, which take the parcels that lie under "
            "them for the stated share, no parcel going to two plans. A plan is named by its code, its number of origin "
            "or its name. Borders are those of the parcels, vertex for vertex. Parcels of other plans (mother and "
            "daughter plans aside) are never taken. All or nothing: with an unknown plan or parcel nothing changes, and "
            "the log and the report name them all; or leave those out and go on. For contours that must keep parts of "
            "parcels use 'Snap plan areas to parcels'."
        )

    def initAlgorithm(self, config: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(
            QgsProcessingParameterString(PLAN, tr("Plan (code, number of origin or name)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterString(PARCELS, tr("Designations of its parcels"), multiLine=True, optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                INPUT,
                tr("Or a table with plans and designations, a layer of points, or a layer of rough contours"),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            )
        )
        for name, title in (
            (PLAN_FIELD, tr("Field with the plan (empty: found by its name)")),
            (NAME_FIELD, tr("Field with the name of a plan to be made (empty: found by its name)")),
            (PARCEL_FIELD, tr("Field with designations (empty: found by its name in a table, else geometry is used)")),
        ):
            self.addParameter(QgsProcessingParameterField(name, title, parentLayerParameterName=INPUT, optional=True))
        self.addParameter(
            QgsProcessingParameterBoolean(CREATE, tr("Make plans that are not in the register yet"), defaultValue=False)
        )
        for name, title in (
            (START_DATE, tr("Start of plans to be made (empty: the source date of their parcels)")),
            (END_DATE, tr("End of plans to be made (empty: ten years after the start)")),
        ):
            self.addParameter(
                QgsProcessingParameterDateTime(name, title, QgsProcessingParameterDateTime.Type.Date, optional=True)
            )
        self.addParameter(
            QgsProcessingParameterNumber(
                MIN_SHARE,
                tr("Share of a parcel under contours from which it is taken"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=0.5,
                minValue=0.05,
                maxValue=1.0,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                SKIP_INVALID, tr("Leave out what cannot be used, and name it"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT,
                tr("Report"),
                tr("HTML files (*.html);;CSV files (*.csv)"),
                optional=True,
                createByDefault=False,
            )
        )
        for name, title in (
            ("PLANS", tr("Plan areas")),
            ("CREATED", tr("Plans made")),
            ("CHANGED", tr("Plan areas changed")),
            ("UNCHANGED", tr("Plan areas unchanged")),
            ("PARCEL_COUNT", tr("Parcels used")),
            ("BUILDING_COUNT", tr("Buildings in them")),
            ("AREA", tr("Area (m²)")),
            ("PROBLEMS", tr("Problems")),
            ("WARNINGS", tr("To be looked at")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        self.addOutput(QgsProcessingOutputBoolean("DONE", tr("Written to the register")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        require("pandas", "shapely")
        from diwi_qgis.reports.plan_areas import write_outcome
        from diwi_qgis.sources.plan_areas import make_plan_areas
        from diwi_qgis.store import open_register

        regels = self._regels(parameters, context, progress)
        with open_register(self.register_address(parameters, context), write=True) as register:
            uitkomst = make_plan_areas(register, regels, self._wens(parameters, context), progress)
        report = self.output_path(parameters, REPORT, context)
        if report is not None:
            write_outcome(report, uitkomst)
        _tell(uitkomst, progress)
        if uitkomst.geweigerd:
            raise _refused(uitkomst)
        return _outputs(uitkomst, report)

    def _wens(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Wens:
        from diwi_qgis.sources.plan_request import Wens

        return Wens(
            create=self.parameterAsBoolean(parameters, CREATE, context),
            start_datum=self._day(parameters, START_DATE, context),
            eind_datum=self._day(parameters, END_DATE, context),
            min_share=self.parameterAsDouble(parameters, MIN_SHARE, context),
            skip_invalid=self.parameterAsBoolean(parameters, SKIP_INVALID, context),
        )

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Optional[date]:
        moment = self.parameterAsDateTime(parameters, name, context)
        return moment.date().toPyDate() if moment.isValid() else None

    def _regels(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> list[Regel]:
        """The lines asked for, from the list or from the layer."""
        from diwi_qgis.sources.plan_request import Regel

        plan = self.parameterAsString(parameters, PLAN, context).strip()
        listed = self.parameterAsString(parameters, PARCELS, context)
        source = self.parameterAsSource(parameters, INPUT, context)
        if listed.strip() and source is not None:
            raise InputError(
                "Geef een lijst percelen (PARCELS) of een laag (INPUT), niet beide.",
                "Give a list of parcels (PARCELS) or a layer (INPUT), not both.",
            )
        if listed.strip():
            return [Regel(plan, tekst=listed)]
        if source is None:
            raise InputError(
                "Geef een lijst percelen (PARCELS) of een laag of tabel (INPUT).",
                "Give a list of parcels (PARCELS) or a layer or table (INPUT).",
            )
        stated = Fields(
            *(self.parameterAsString(parameters, name, context) for name in (PLAN_FIELD, NAME_FIELD, PARCEL_FIELD))
        )
        return read_rows(source, plan, stated, progress)


def _tell(uitkomst: Uitkomst, progress: FeedbackProgress) -> None:
    for kwestie in uitkomst.kwesties:
        progress.warn(kwestie.line)
    for made in uitkomst.plangebieden:
        progress.say(
            Text(
                "{naam} ({code}): {wat}, {percelen} percelen, {panden} panden, {voor:.0f} → {na:.0f} m²",
                "{naam} ({code}): {en}, {percelen} parcels, {panden} buildings, {voor:.0f} → {na:.0f} m²",
            ).fill(
                naam=made.naam,
                code=made.code,
                wat=made.wat,
                en={"nieuw": "new", "gewijzigd": "changed"}.get(made.wat, "unchanged"),
                percelen=len(made.percelen),
                panden=made.panden,
                voor=made.oppervlakte_voor,
                na=made.oppervlakte_na,
            )
        )


def _refused(uitkomst: Uitkomst) -> InputError:
    problems = uitkomst.problemen
    lines = [item.line for item in problems[:10]]
    return InputError(
        f"Er is niets gewijzigd: {len(problems)} probleem/problemen. {'; '.join(line.nl for line in lines)}",
        f"Nothing was changed: {len(problems)} problem(s). {'; '.join(line.en for line in lines)}",
    )


def _outputs(uitkomst: Uitkomst, report: Optional[Path]) -> dict[str, Any]:
    made = uitkomst.plangebieden
    problems = len(uitkomst.problemen)
    return {
        "PLANS": len(made),
        "CREATED": sum(plan.wat == "nieuw" for plan in made),
        "CHANGED": sum(plan.wat == "gewijzigd" for plan in made),
        "UNCHANGED": sum(plan.wat == "ongewijzigd" for plan in made),
        "PARCEL_COUNT": sum(len(plan.percelen) for plan in made),
        "BUILDING_COUNT": sum(plan.panden for plan in made),
        "AREA": round(sum(plan.oppervlakte_na for plan in made), 2),
        "PROBLEMS": problems,
        "WARNINGS": len(uitkomst.kwesties) - problems,
        "DONE": True,
        REPORT: str(report) if report else None,
    }
