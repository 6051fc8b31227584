"""The Processing provider `diwi`."""

from __future__ import annotations

from importlib import import_module

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from diwi_qgis.paths import resource

#: module:class of every algorithm, in the order of the work.
ALGORITHMS = (
    "createregister:CreateRegister",
    "upgraderegister:UpgradeRegister",
    "copyregister:CopyRegister",
    "backupregister:BackupRegister",
    "restoreregister:RestoreRegister",
    "registerasof:RegisterAsOf",
    "comparemoments:CompareMoments",
    "restoreplan:RestorePlan",
    "pseudonymise:Pseudonymise",
    "setuser:SetUser",
    "setgroup:SetGroup",
    "setowners:SetOwners",
    "createworkspace:CreateWorkspace",
    "takefieldcopy:TakeFieldCopy",
    "mergefieldcopy:MergeFieldCopy",
    "loadparcels:LoadParcels",
    "loadbuildings:LoadBuildings",
    "loadboundaries:LoadBoundaries",
    "fetchboundaries:FetchBoundaries",
    "fetchparcels:FetchParcels",
    "fetchbuildings:FetchBuildings",
    "writetemplate:WriteTemplate",
    "importexcel:ImportExcel",
    "importgeojson:ImportGeoJson",
    "planfromparcels:PlanFromParcels",
    "snapplanstoparcels:SnapPlansToParcels",
    "relinkparcels:RelinkParcels",
    "checkquality:CheckQuality",
    "deliverzuidholland:DeliverZuidHolland",
    "delivergelderland:DeliverGelderland",
    "exportgeojson:ExportGeoJson",
    "exportexcel:ExportExcel",
    "exportdefinitions:ExportDefinitions",
    "importdefinitions:ImportDefinitions",
    "factsheets:FactSheets",
)


class DiwiProvider(QgsProcessingProvider):
    """All algorithms of the plugin; loading it touches no network and no file outside the plugin."""

    def id(self) -> str:
        """Prefix of the algorithm ids."""
        return "diwi"

    def name(self) -> str:
        """Name in the toolbox."""
        return "DIWI"

    def longName(self) -> str:
        """Full name."""
        return "DIWI for QGIS"

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(resource("icons", "diwi.svg")))

    def loadAlgorithms(self) -> None:
        """Called by QGIS."""
        for entry in ALGORITHMS:
            module, _, name = entry.partition(":")
            self.addAlgorithm(getattr(import_module(f"diwi_qgis.processing.{module}"), name)())
