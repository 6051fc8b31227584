"""What the deliveries to the provinces share: parameters, the log, the outputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from diwi_qgis.errors import InputError
from diwi_qgis.libraries import require
from diwi_qgis.processing.base import (
    OUTPUT,
    REFERENCE_DATE,
    REPORT,
    SKIP_INVALID,
    DiwiAlgorithm,
    FeedbackProgress,
)
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.delivery.deliver import Delivered
    from diwi_qgis.exchange.delivery.problems import DeliveryProblem

METHOD, ROUND_NAME, FIXED_VALUES = "METHOD", "ROUND_NAME", "FIXED_VALUES"

#: In the order of the options of METHOD.
_METHODS = ("per_blok", "gepoold")

#: Problems of one kind that the log shows in full; the report has all.
_SHOWN = 25


class DeliverAlgorithm(DiwiAlgorithm):
    """A delivery of one profile. A subclass gives `PROFILE`, `file_filter` and the texts."""

    PROFILE = ""

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Deliveries")

    GROUP_ID = "deliveries"

    def file_filter(self) -> str:
        """Kind of file that is written."""
        raise NotImplementedError

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters."""
        self.add_register()
        self.add_reference_date()
        self.add_known_at()
        self.add_skip_invalid()
        self.addParameter(
            QgsProcessingParameterEnum(
                METHOD,
                tr("Cross table"),
                [tr("Per block (exact where a block allows it)"), tr("Pooled per plan and year (as DIWI did)")],
                defaultValue=0,
            )
        )
        self.addParameter(QgsProcessingParameterString(ROUND_NAME, tr("Name of this round"), optional=True))
        self.addParameter(
            QgsProcessingParameterString(
                FIXED_VALUES, tr("Fixed values for all plans (field=value; field=value)"), optional=True
            )
        )
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("Delivery"), self.file_filter()))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT,
                tr("Report"),
                tr("HTML files (*.html)") + ";;" + tr("JSON files (*.json)"),
                optional=True,
                createByDefault=False,
            )
        )
        for name, title in (
            ("PLANS", tr("Plans delivered")),
            ("ROWS", tr("Year rows delivered")),
            ("SKIPPED", tr("Plans skipped because of errors")),
            ("LEFT_OUT", tr("Plans that are not part of the delivery")),
            ("DWELLINGS", tr("Dwellings to be built, delivered plans")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        self.addOutput(QgsProcessingOutputString("SHA256", tr("SHA-256 of the delivery")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Deliver, and say what was delivered, skipped and left out."""
        require("shapely", "pandas")
        from diwi_qgis.exchange.delivery.deliver import deliver
        from diwi_qgis.exchange.delivery.receipt import DeliveryRefusedError
        from diwi_qgis.reports.delivery import write_delivery_report

        day = self.parameterAsDateTime(parameters, REFERENCE_DATE, context).date()
        output = self.output_path(parameters, OUTPUT, context)
        if not day.isValid() or output is None:
            raise InputError(
                "Geef een peildatum (jjjj-mm-dd) en een bestand voor de aanlevering op.",
                "Give a reference date (yyyy-mm-dd) and a file for the delivery.",
            )
        report = self.output_path(parameters, REPORT, context)
        if report and report.suffix.lower() != ".json":
            require("jinja2")
        register = self.opened(parameters, context, progress, write=True)
        try:
            delivered = deliver(
                register,
                self.PROFILE,
                day.toPyDate(),
                output,
                skip_invalid=self.parameterAsBool(parameters, SKIP_INVALID, context),
                methode=_METHODS[self.parameterAsEnum(parameters, METHOD, context)],
                naam=self.parameterAsString(parameters, ROUND_NAME, context) or None,
                vaste_waarden=_fixed_values(self.parameterAsString(parameters, FIXED_VALUES, context)),
                progress=progress,
            )
        except DeliveryRefusedError as error:
            _tell_problems(error.problems, progress)
            if report:
                write_delivery_report(report, error.facts)
            raise
        finally:
            register.close()
        _tell(delivered, progress)
        if report:
            write_delivery_report(report, delivered.facts)
        content = delivered.content
        return {
            OUTPUT: str(delivered.path),
            "PLANS": len(content.plannen),
            "ROWS": content.rijen,
            "SKIPPED": len(content.skipped),
            "LEFT_OUT": len(content.left_out),
            "DWELLINGS": content.cijfers["bouw"],
            "SHA256": delivered.sha256,
            REPORT: str(report) if report else None,
        }


def _fixed_values(text: str) -> dict[str, str]:
    """``field=value`` pairs, separated by semicolons or new lines."""
    pairs = [piece.strip() for piece in text.replace("\n", ";").split(";") if piece.strip()]
    for pair in pairs:
        if "=" not in pair:
            raise InputError(
                f"Vaste waarde '{pair}' is niet van de vorm veld=waarde.",
                f"Fixed value '{pair}' is not of the form field=value.",
            )
    return {name.strip(): value.strip() for name, _, value in (pair.partition("=") for pair in pairs)}


def _tell(delivered: Delivered, progress: FeedbackProgress) -> None:
    content, found = delivered.content, delivered.facts.difference
    _tell_problems(content.problems, progress)
    for plan in content.left_out:
        progress.say(
            Text(
                f"Buiten de levering: '{plan.plan}' ({plan.plancode}): {plan.reason.nl}.",
                f"Not part of the delivery: '{plan.plan}' ({plan.plancode}): {plan.reason.en}.",
            )
        )
    for note in delivered.facts.not_checked:
        progress.warn(note)
    figures = content.cijfers
    progress.say(
        Text(
            f"Geleverd aan {content.profiel.label}: {len(content.plannen)} plannen, {content.rijen} jaarrijen, "
            f"{figures['bouw']} te bouwen en {figures['sloop']} te slopen woningen (netto {figures['netto']}); "
            f"overgeslagen {len(content.skipped)}, buiten de levering {len(content.left_out)}.",
            f"Delivered to {content.profiel.label}: {len(content.plannen)} plans, {content.rijen} year rows, "
            f"{figures['bouw']} dwellings to build and {figures['sloop']} to demolish (net {figures['netto']}); "
            f"skipped {len(content.skipped)}, not part of it {len(content.left_out)}.",
        )
    )
    if found.previous:
        progress.say(
            Text(
                f"Ten opzichte van {found.previous}: {len(found.new)} nieuw, {len(found.gone)} vervallen, "
                f"{len(found.changed)} gewijzigd, {found.same} gelijk.",
                f"Compared with {found.previous}: {len(found.new)} new, {len(found.gone)} gone, {len(found.changed)} "
                f"changed, {found.same} the same.",
            )
        )
    progress.say(Text(f"SHA-256: {delivered.sha256}", f"SHA-256: {delivered.sha256}"))


def _tell_problems(problems: Sequence[DeliveryProblem], progress: FeedbackProgress) -> None:
    """Errors first; what does not fit in the log is counted, the report has all."""
    for warning in (False, True):
        own = [problem for problem in problems if problem.warning is warning]
        for problem in own[:_SHOWN]:
            where = f"'{problem.plan}' ({problem.plancode}), {problem.veld}: "
            progress.warn(Text(where + problem.message.nl, where + problem.message.en))
        if len(own) > _SHOWN:
            rest = len(own) - _SHOWN
            progress.warn(Text(f"… en nog {rest}; zie het rapport.", f"… and {rest} more; see the report."))
