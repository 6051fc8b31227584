"""QGIS' own form for a plan that does not exist yet."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QDialog

from diwi_qgis.errors import RegisterError
from diwi_qgis.gui.window import Window


def ask_for_plan(window: Window, plans: QgsVectorLayer, feature: QgsFeature, made: Callable[[int], None]) -> None:
    """Open the form of a new plan. When it is accepted the plan is added to the layer, which is being edited, as one step
    to undo; `made` gets its feature id. When it is closed otherwise nothing happened.
    """
    started = not plans.isEditable()
    if started and not plans.startEditing():
        window.refuse(
            RegisterError(
                f"De laag '{plans.name()}' kan niet worden bewerkt.", f"Layer '{plans.name()}' cannot be edited."
            )
        )
        return
    context = QgsAttributeEditorContext()
    tools = window.iface.vectorLayerTools()
    if tools is not None:
        context.setVectorLayerTools(tools)
    context.setMapCanvas(window.iface.mapCanvas())
    context.setFormMode(QgsAttributeEditorContext.FormMode.StandaloneDialog)
    dialog = QgsAttributeDialog(plans, feature, False, window.iface.mainWindow(), True, context)
    dialog.setObjectName("diwiNewPlanForm")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    _Asking(dialog, plans, started, made)
    dialog.open()


class _Asking(QObject):
    """Lives as long as the form does; tells what became of it."""

    def __init__(
        self, dialog: QgsAttributeDialog, plans: QgsVectorLayer, started: bool, made: Callable[[int], None]
    ) -> None:
        super().__init__(dialog)
        self._plans, self._started, self._made = plans, started, made
        self._feature_id = 0
        plans.featureAdded.connect(self._added)
        dialog.finished.connect(self._finished)

    def _added(self, feature_id: int) -> None:
        self._feature_id = feature_id

    def _finished(self, result: int) -> None:
        if sip.isdeleted(self._plans):
            return
        self._plans.featureAdded.disconnect(self._added)
        if result == QDialog.DialogCode.Accepted and self._feature_id:
            self._made(self._feature_id)
        elif self._started and not self._plans.isModified():
            self._plans.rollBack()
