"""Processing algorithm: bring a field copy back into the register that it was taken from."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from diwi_qgis.errors import InputError
from diwi_qgis.libraries import require
from diwi_qgis.processing.base import REGISTER, REPORT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.texts import Text
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.fieldcopy.brought import Brought
    from diwi_qgis.exchange.fieldcopy.merge import Outcome
    from diwi_qgis.exchange.fieldcopy.receipt import Receipt

FOLDER, CONFLICTS = "FOLDER", "CONFLICTS"
ADDED, CHANGED, REMOVED, DIFFERENCES = "ADDED", "CHANGED", "REMOVED", "DIFFERENCES"

#: Answers to CONFLICTS, in order.
_REPORT, _OFFICE, _FIELD = range(3)

#: How many differences the log shows; the report has them all.
_LOGGED = 20


class MergeFieldCopy(DiwiAlgorithm):
    """Three-way, field by field; what both changed differently is asked for."""

    ID = "mergefieldcopy"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Bring field copy back")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Register")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Brings what was changed in a field copy into the register that it was taken from. What was changed on one side "
            "only is taken over, field by field. Where office and field changed the same differently, or one deleted what the "
            "other changed, nothing is stored and the report lists these differences, unless you say here that the office or "
            "the field counts for all of them. To choose one by one, bring the copy back from DIWI's menu in the window. All "
            "or nothing is stored; the copy stays, bringing it back twice changes nothing."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register(database=False)
        self.addParameter(
            QgsProcessingParameterFile(
                FOLDER, tr("Folder of the field copy"), QgsProcessingParameterFile.Behavior.Folder
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                CONFLICTS,
                tr("When office and field differ"),
                [tr("Report it and store nothing"), tr("The office counts"), tr("The field counts")],
                defaultValue=_REPORT,
            )
        )
        self.add_report()
        for name, title in (
            (ADDED, tr("Rows added")),
            (CHANGED, tr("Fields changed")),
            (REMOVED, tr("Rows removed")),
            (DIFFERENCES, tr("Differences")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Merge and report; refused aloud, after the report, when somebody must choose first."""
        report = self.output_path(parameters, REPORT, context)
        require("pandas", "shapely", *(["jinja2"] if report else []))
        from diwi_qgis.exchange.fieldcopy.brought import read_copy
        from diwi_qgis.exchange.fieldcopy.folder import find_folder
        from diwi_qgis.exchange.fieldcopy.receipt import Kind
        from diwi_qgis.reports.fieldcopy import write_fieldcopy_report

        register = self.path(parameters, REGISTER, context) or Path()
        progress.say(Text("Veldkopie lezen…", "Reading the field copy…"))
        brought = read_copy(find_folder(Path(self.parameterAsString(parameters, FOLDER, context))), progress)
        found = _merge(register, brought, self.parameterAsEnum(parameters, CONFLICTS, context))
        if report:
            write_fieldcopy_report(report, register.name, found)
            progress.say(Text(f"Rapport: {report}", f"Report: {report}"))
        for text in found.notes:
            progress.warn(text)
        if found.moment is None:
            _refuse(found, report, progress)
        counts = {
            name: found.count(kind)
            for name, kind in ((ADDED, Kind.NEW), (CHANGED, Kind.CHANGED), (REMOVED, Kind.REMOVED))
        }
        progress.say(_summary(found, counts))
        return {REPORT: str(report) if report else None, **counts, DIFFERENCES: len(found.questions)}


def _merge(register: Path, brought: Brought, answer: int) -> Receipt:
    """What was stored, or what would be when somebody must choose first.

    Every answer may bring up a question that was not there before; the last has none behind it.
    """
    from diwi_qgis.exchange.fieldcopy.merge import UndecidedError, bring_back
    from diwi_qgis.exchange.fieldcopy.receipt import receipt
    from diwi_qgis.rules.merging import Side

    choices: dict[Any, Side] = {}
    side = {_OFFICE: Side.THEIRS, _FIELD: Side.MINE}.get(answer)
    while True:
        try:
            return bring_back(register, brought, choices, getpass.getuser())
        except UndecidedError as undecided:
            outcome: Outcome = undecided.outcome
            if side is None:
                return receipt(brought, outcome)
            choices.update((conflict.key, side) for conflict in outcome.undecided)


def _refuse(found: Receipt, report: Optional[Path], progress: FeedbackProgress) -> None:
    for question in found.questions[:_LOGGED]:
        progress.warn(
            Text(
                f"{question.what}: het was '{question.base}', kantoor '{question.theirs}', veld '{question.mine}'",
                f"{question.what}: it was '{question.base}', office '{question.theirs}', field '{question.mine}'",
            )
        )
    refusal = Text(
        "Er is niets opgeslagen: {number:#verschil vraagt|verschillen vragen} uw keuze{where}. Breng de kopie terug in het venster en "
        "kies per veld, of geef hier aan dat kantoor of veld geldt.",
        "Nothing was stored: {number:#difference needs|differences need} your choice{where}. Bring the copy back in the window "
        "and choose field by field, or say here that office or field counts.",
    ).fill(number=len(found.questions), where=f" ({report})" if report else "")
    raise InputError(refusal.nl, refusal.en)


def _summary(found: Receipt, counts: dict[str, int]) -> Text:
    if found.earlier is not None:
        return Text(
            "Deze kopie was al teruggebracht en sindsdien niet gewijzigd; er is niets veranderd.",
            "This copy was brought back already and not changed since; nothing was changed.",
        )
    return Text(
        "{ADDED:#rij|rijen} toegevoegd, {CHANGED:#veld|velden} gewijzigd, {REMOVED:#rij|rijen} verwijderd.",
        "{ADDED:#row|rows} added, {CHANGED:#field|fields} changed, {REMOVED:#row|rows} removed.",
    ).fill(**counts)
