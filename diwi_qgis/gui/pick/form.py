"""QGIS' own form for a plan that does not exist yet."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QDialog

from diwi_qgis.gui.pick.into_plan import not_editable
from diwi_qgis.gui.window import Window

#: Forms that are open: the window of QGIS is for Python another object every time it is asked for, and keeps nothing alive.
_OPEN: set[_Asking] = set()


def ask_for_plan(window: Window, plans: QgsVectorLayer, feature: QgsFeature, made: Callable[[int], None]) -> None:
    """Open the form of a new plan. When it is accepted the plan is added to the layer, which is being edited, as one step
    to undo; `made` gets its feature id. When it is closed otherwise nothing happened.
    """
    started = not plans.isEditable()
    if started and not plans.startEditing():
        window.refuse(not_editable(plans))
        return
    _OPEN.add(_Asking(_form(window, plans, feature), plans, started, made))


def _form(window: Window, plans: QgsVectorLayer, feature: QgsFeature) -> QgsAttributeDialog:
    context = QgsAttributeEditorContext()
    if window.iface.vectorLayerTools() is not None:
        context.setVectorLayerTools(window.iface.vectorLayerTools())
    context.setMapCanvas(window.iface.mapCanvas())
    context.setFormMode(QgsAttributeEditorContext.FormMode.StandaloneDialog)
    dialog = QgsAttributeDialog(plans, feature, False, window.iface.mainWindow(), True, context)
    dialog.setObjectName("diwiNewPlanForm")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    return dialog


class _Asking(QObject):
    """One form that is open."""

    def __init__(
        self, dialog: QgsAttributeDialog, plans: QgsVectorLayer, started: bool, made: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._plans, self._started, self._made = plans, started, made
        self._feature_id = 0
        plans.featureAdded.connect(self._added)
        dialog.finished.connect(self._finished)
        dialog.open()

    def _added(self, feature_id: int) -> None:
        self._feature_id = feature_id

    def _finished(self, result: int) -> None:
        _OPEN.discard(self)
        if sip.isdeleted(self._plans):
            return
        self._plans.featureAdded.disconnect(self._added)
        if result == QDialog.DialogCode.Accepted and self._feature_id:
            self._made(self._feature_id)
        elif self._started and not self._plans.isModified():
            self._plans.rollBack()
