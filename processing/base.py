"""What every algorithm of ours shares: group, language, progress, and errors turned into messages."""

from __future__ import annotations

import traceback
from datetime import datetime, timezone
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDatabaseSchema,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterProviderConnection,
)
from qgis.PyQt.QtGui import QIcon

from diwi_qgis.errors import Cancelled, DiwiError, InputError
from diwi_qgis.paths import resource
from diwi_qgis.progress import Progress
from diwi_qgis.store.address import DEFAULT_SCHEMA, Address
from diwi_qgis.texts import Text
from diwi_qgis.translation import locale, tr
from diwi_qgis.workspace.connections import postgis_address

if TYPE_CHECKING:
    from diwi_qgis.store import Register

REGISTER, INPUT, OUTPUT, REPORT = "REGISTER", "INPUT", "OUTPUT", "REPORT"
CONNECTION, SCHEMA = "CONNECTION", "DB_SCHEMA"
KNOWN_AT = "KNOWN_AT"
REFERENCE_DATE, SKIP_INVALID = "REFERENCE_DATE", "SKIP_INVALID"


class FeedbackProgress(Progress):
    """Progress of our own code, shown in a Processing log."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback

    @property
    def feedback(self) -> QgsProcessingFeedback:
        """For what belongs to QGIS and takes its own kind of progress."""
        return self._feedback

    def say(self, text: Text) -> None:
        """Write one line in the log, in the user's language."""
        self._feedback.pushInfo(text.language(locale()))

    def warn(self, text: Text) -> None:
        """Write one warning in the log."""
        self._feedback.pushWarning(text.language(locale()))

    def detail(self, text: str) -> None:
        """Write something technical in the log."""
        self._feedback.pushDebugInfo(text)

    def set(self, fraction: float) -> None:
        """Move the progress bar."""
        self._feedback.setProgress(100.0 * fraction)

    @property
    def cancelled(self) -> bool:
        """Whether the user pressed cancel."""
        return bool(self._feedback.isCanceled())


class DiwiAlgorithm(QgsProcessingAlgorithm):
    """Base class. A subclass gives `ID`, `title`, `group_title`, `help` and `execute` (QGIS owns the name `run`).

    `execute(parameters, context, progress)` returns the outputs. It may raise `DiwiError`, which becomes one readable
    message; on `Cancelled` the outputs are those of `cancelled()`.
    """

    ID = ""

    def title(self) -> str:
        """Name in the toolbox."""
        raise NotImplementedError

    def group_title(self) -> str:
        """Group in the toolbox."""
        raise NotImplementedError

    def help(self) -> str:
        """One paragraph: what it does, what it needs, what it leaves."""
        raise NotImplementedError

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work."""
        raise NotImplementedError

    def name(self) -> str:
        """Id within the provider."""
        return self.ID

    def displayName(self) -> str:
        """See `title`."""
        return self.title()

    def group(self) -> str:
        """See `group_title`."""
        return self.group_title()

    def groupId(self) -> str:
        """Group id: stable, unlike its translated title."""
        return self.GROUP_ID

    GROUP_ID = "diwi"

    def shortHelpString(self) -> str:
        """See `help`."""
        return self.help()

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(resource("icons", "diwi.svg")))

    def createInstance(self) -> DiwiAlgorithm:
        """A new one of the same."""
        return type(self)()

    def processAlgorithm(  # type: ignore[override]
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> dict[str, Any]:
        """Run, with our errors as readable messages."""
        progress = FeedbackProgress(feedback or QgsProcessingFeedback())
        try:
            self._check_outputs(parameters, context)
            return self.execute(parameters, context, progress)
        except DiwiError as error:
            raise QgsProcessingException(error.text.language(locale())) from error
        except Cancelled:
            progress.say(Text("Geannuleerd; er is niets gewijzigd.", "Cancelled; nothing was changed."))
            return self.cancelled()
        except Exception as error:
            raise self.unexpected(error, progress) from error

    def _check_outputs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Before any work: raise InputError when one of the output files (report, delivery, …) cannot be written."""
        for definition in self.destinationParameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFileDestination):
                path = self.output_path(parameters, definition.name(), context)
                if path:
                    _check_writable(path, definition.description())

    def unexpected(self, error: Exception, progress: FeedbackProgress) -> QgsProcessingException:
        """A fault of ours: a sentence for the user, the details in the log to copy into a report."""
        progress.detail(traceback.format_exc())
        text = Text(
            f"Onverwachte fout in diwi:{self.ID}: {type(error).__name__}: {error}. Het register is gebleven zoals het was. "
            "Meld deze tekst en de details uit het logboek bij de makers van de plugin.",
            f"Unexpected error in diwi:{self.ID}: {type(error).__name__}: {error}. The register stayed as it was. "
            "Report this text and the details in the log to the makers of the plugin.",
        )
        return QgsProcessingException(text.language(locale()))

    def cancelled(self) -> dict[str, Any]:
        """Outputs after a cancel: the same keys as otherwise, without values."""
        return {definition.name(): None for definition in self.outputDefinitions()}

    # -- parameters that many algorithms share ------------------------------------------------------------------

    def add_register(self, database: bool = True, optional: bool = False) -> None:
        """The register: a GeoPackage made by `diwi:createregister` or, with `database`, a connection of QGIS and a schema."""
        self.addParameter(
            QgsProcessingParameterFile(
                REGISTER, tr("Register (GeoPackage)"), extension="gpkg", optional=database or optional
            )
        )
        if database:
            self.add_connection(CONNECTION, SCHEMA, tr("Register in a database: connection"))

    def add_connection(self, connection: str, schema: str, label: str) -> None:
        """A PostgreSQL connection of QGIS, and a schema there; QGIS keeps and asks the password."""
        for parameter in (
            QgsProcessingParameterProviderConnection(connection, label, "postgres", optional=True),
            QgsProcessingParameterDatabaseSchema(
                schema, tr("Schema"), connection, defaultValue=DEFAULT_SCHEMA, optional=True
            ),
        ):
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)

    def add_report(self, optional: bool = True) -> None:
        """Where the HTML report goes."""
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT, tr("Report"), tr("HTML files (*.html)"), optional=optional, createByDefault=False
            )
        )

    def add_reference_date(self) -> None:
        """The reference date (peildatum); never taken from the clock."""
        self.addParameter(
            QgsProcessingParameterDateTime(
                REFERENCE_DATE, tr("Reference date"), QgsProcessingParameterDateTime.Type.Date
            )
        )

    def add_known_at(self) -> None:
        """The moment as of which the register is read, for algorithms that open it with `opened`."""
        self.add_moment(KNOWN_AT, tr("As known at (empty: now)"), advanced=True)

    def add_moment(self, name: str, label: str, optional: bool = True, advanced: bool = False) -> None:
        """A moment, day and time, on the clock of whoever asks."""
        parameter = QgsProcessingParameterDateTime(
            name, label, QgsProcessingParameterDateTime.Type.DateTime, optional=optional
        )
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def moment(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Optional[datetime]:
        """A moment in UTC; None when it was left empty."""
        given = self.parameterAsDateTime(parameters, name, context)
        if not given.isValid():
            return None
        moment: datetime = given.toUTC().toPyDateTime()
        return moment.replace(tzinfo=timezone.utc)

    def opened(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress, write: bool = False
    ) -> Register:
        """The register, open; as it was known at a moment when that was asked (then nothing is written)."""
        from diwi_qgis.store import open_register

        known_at = self.moment(parameters, KNOWN_AT, context)
        register = open_register(self.register_address(parameters, context), write=write, known_at=known_at)
        if known_at is not None:
            when = f"{known_at.astimezone():%d-%m-%Y %H:%M:%S}"
            progress.say(
                Text(
                    f"Het register zoals bekend op {when}; er wordt niets in geschreven.",
                    f"The register as it was known on {when}; nothing is written in it.",
                )
            )
        return register

    def add_skip_invalid(self) -> None:
        """Leave out what cannot be delivered, and name it, instead of refusing all."""
        self.addParameter(
            QgsProcessingParameterBoolean(SKIP_INVALID, tr("Skip plans that cannot be delivered"), defaultValue=False)
        )

    def register_address(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Address:
        """Where the register is, of the parameters of `add_register`. Raises InputError unless exactly one place was given."""
        return self.address_of(
            self.path(parameters, REGISTER, context),
            self.parameterAsConnectionName(parameters, CONNECTION, context),
            self.parameterAsSchema(parameters, SCHEMA, context),
        )

    def address_of(self, path: Optional[Path], connection: str, schema: str) -> Address:
        """A file or a schema of a connection as an address. Raises InputError unless exactly one was given."""
        if bool(path) == bool(connection):
            raise InputError(
                "Kies één register: een bestand, of een verbinding met een database.",
                "Choose one register: a file, or a connection to a database.",
            )
        return path or postgis_address(connection, schema)

    def path(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Optional[Path]:
        """A file parameter as a path; None when it was left empty."""
        text = self.parameterAsFile(parameters, name, context) or self.parameterAsString(parameters, name, context)
        return Path(text) if text else None

    def names(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> list[str]:
        """A text parameter with names between commas."""
        return [each.strip() for each in self.parameterAsString(parameters, name, context).split(",") if each.strip()]

    def output_path(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Optional[Path]:
        """An output file as a path; None when it was left empty."""
        text = self.parameterAsFileOutput(parameters, name, context)
        return Path(text) if text else None


def _check_writable(path: Path, what: str) -> None:
    """Leaves no trace: a new file is tried beside it, an existing one is opened only."""
    try:
        if path.exists():
            with path.open("ab"):
                pass
        else:
            with TemporaryFile(dir=path.parent):
                pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            f"{what}: '{path}' kan niet worden geschreven ({reason}). Kies een bestand in een bestaande map waarin u mag "
            "schrijven, dat niet in een ander programma open is.",
            f"{what}: '{path}' cannot be written ({reason}). Choose a file in an existing folder in which you may write, that "
            "is not open in another program.",
        ) from error


POLYGON = QgsProcessing.SourceType.TypeVectorPolygon
