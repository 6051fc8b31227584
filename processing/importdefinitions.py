"""Processing algorithm: take the definitions of a package over, after a look at what that changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)

from diwi_qgis.compat import field
from diwi_qgis.libraries import require
from diwi_qgis.processing.base import INPUT, DiwiAlgorithm, FeedbackProgress
from diwi_qgis.store import open_register
from diwi_qgis.texts import Text
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.definitions.lines import Line
    from diwi_qgis.exchange.definitions.package import Package
    from diwi_qgis.store import Register

ONLY_LOOK, DIFFERENCES, CHANGES, PACKAGE = "ONLY_LOOK", "DIFFERENCES", "CHANGES", "PACKAGE"

#: Fields of the table of differences.
_FIELDS = ("wat", "definitie", "veld", "was", "wordt", "gevolg")

#: How many differences the log shows; the table has them all.
_LOGGED = 50


class ImportDefinitions(DiwiAlgorithm):
    """A definitions package, all of it or nothing."""

    ID = "importdefinitions"
    GROUP_ID = "exchange"

    def title(self) -> str:
        """See `DiwiAlgorithm.title`."""
        return tr("Import definitions package")

    def group_title(self) -> str:
        """See `DiwiAlgorithm.group_title`."""
        return tr("Import and export")

    def help(self) -> str:
        """See `DiwiAlgorithm.help`."""
        return tr(
            "Takes over code lists, custom properties, price classes and rules for notifications that others share in a definitions "
            "package. The table of differences shows what changes; 'Only show the differences' stores nothing. What the package "
            "does not name stays as it is, nothing is deleted. Where it says that a value is replaced by another, plans, blocks "
            "and milestones that use it follow, in the same transaction and recorded in the history. All or nothing is stored; "
            "taking the same package over twice changes nothing."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare parameters and outputs."""
        self.add_register()
        self.addParameter(QgsProcessingParameterFile(INPUT, tr("Definitions package"), extension="json"))
        self.addParameter(QgsProcessingParameterBoolean(ONLY_LOOK, tr("Only show the differences"), defaultValue=False))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                DIFFERENCES,
                tr("Differences"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber(CHANGES, tr("Number of differences")))
        self.addOutput(QgsProcessingOutputString(PACKAGE, tr("Name and version of the package")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Compare, show, store."""
        require("pandas", "shapely")
        from diwi_qgis.exchange.definitions.package import read_package

        package = read_package(Path(self.parameterAsFile(parameters, INPUT, context)))
        look = self.parameterAsBool(parameters, ONLY_LOOK, context)
        with open_register(self.register_address(parameters, context), write=not look) as register:
            lines = _compare(register, package) if look else _take(register, package)
        target = self._table(parameters, context, lines)
        for line in lines[:_LOGGED]:
            progress.say(_sentence(line))
        number = len(lines)
        stored = Text(
            "Pakket {name}: {n:#verschil|verschillen}; overgenomen.",
            "Package {name}: {n:#difference|differences}; taken over.",
        )
        shown = Text(
            "Pakket {name}: {n:#verschil|verschillen}; er is niets gewijzigd.",
            "Package {name}: {n:#difference|differences}; nothing was changed.",
        )
        progress.say((shown if look or not lines else stored).fill(name=package.name, n=number))
        return {DIFFERENCES: target, CHANGES: number, PACKAGE: package.name}

    def _table(self, parameters: dict[str, Any], context: QgsProcessingContext, lines: list[Line]) -> Optional[str]:
        """The differences as a table; None when it was not asked for."""
        fields = QgsFields()
        for name in _FIELDS:
            fields.append(field(name, "text"))
        crs = QgsCoordinateReferenceSystem()
        sink, target = self.parameterAsSink(parameters, DIFFERENCES, context, fields, QgsWkbTypes.Type.NoGeometry, crs)
        if sink is None:
            if parameters.get(DIFFERENCES):
                raise QgsProcessingException(self.invalidSinkError(parameters, DIFFERENCES))
            return None
        for line in lines:
            feature = QgsFeature(fields)
            what, effect = (text.language(locale()) for text in (line.what.value, line.effect))
            feature.setAttributes([what, line.who, line.field, line.before, line.after, effect])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return target


def _compare(register: Register, package: Package) -> list[Line]:
    """What taking it over would change; refused where storing would be."""
    from diwi_qgis.exchange.definitions.lines import changed_lines
    from diwi_qgis.exchange.definitions.state import read_definitions
    from diwi_qgis.exchange.definitions.storing import refuse
    from diwi_qgis.exchange.definitions.taking import taken_over
    from diwi_qgis.rules.definitions import problems

    known = read_definitions(register)
    after = taken_over(known.rows, package)
    refuse(problems(known.rows, after, known.use), after, known.rows)
    return changed_lines(known, after)


def _take(register: Register, package: Package) -> list[Line]:
    from diwi_qgis.exchange.definitions.state import read_state
    from diwi_qgis.exchange.definitions.storing import store_definitions
    from diwi_qgis.exchange.definitions.taking import taken_over

    rows = read_state(register)
    return store_definitions(register, rows, taken_over(rows, package))


def _sentence(line: Line) -> Text:
    """``Doelgroep 'Student', Label: gewijzigd, 'Student' → 'Studenten'``"""
    where = f"{line.who}, {line.field}" if line.field else line.who
    values = f" '{line.before}' → '{line.after}'" if line.before and line.after else ""
    effects = [f" ({text})" if text else "" for text in line.effect]
    return Text(
        f"{where}: {line.what.value.nl}{values}{effects[0]}", f"{where}: {line.what.value.en}{values}{effects[1]}"
    )
