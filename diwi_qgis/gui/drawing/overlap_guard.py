"""No plan area overlaps another or sticks out without somebody having chosen so, whichever tool changed it.

Every change of an area is looked at when the edit that made it is complete, and all of them once more before they are
saved. What QGIS itself cut off while drawing is told.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import Qgis, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.drawing import choice_dialog
from diwi_qgis.gui.drawing.border import Borders
from diwi_qgis.gui.drawing.choice_dialog import Choice
from diwi_qgis.gui.drawing.cuts import cut_text, qgis_cut
from diwi_qgis.gui.drawing.gesture import Gestures
from diwi_qgis.gui.drawing.held_back import HeldBack
from diwi_qgis.gui.drawing.joined_undo import JoinedUndo
from diwi_qgis.gui.drawing.judgement import OVERLAP, Oordeel, judge
from diwi_qgis.gui.drawing.plan_layer import PlanLayerPart, UndoMessage
from diwi_qgis.gui.drawing.plans import Plans
from diwi_qgis.gui.drawing.shapes import to_qgis
from diwi_qgis.gui.pick.into_plan import one_step
from diwi_qgis.gui.window import Window
from diwi_qgis.translation import tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.accept import Besluit

#: While QGIS is still busy with an edit, or has a form open, it is looked at again after so many milliseconds.
_BUSY = 150

#: What was kept with a reason is asked about again when it has grown by more than this factor (as in a check).
_WORSE = 1.1


class OverlapGuard(PlanLayerPart):
    """Looks at every changed plan area and lets the user choose."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._borders = Borders(self.session)
        self._gestures = Gestures(window.iface.mapCanvas(), self)
        self._undo_steps = JoinedUndo(self)
        self._held = HeldBack(window)
        self._touched: dict[int, None] = {}
        self._seen: dict[int, Any] = {}  # areas (shapely) as they were when last looked at
        self._kept: dict[tuple[int, str, int], float] = {}
        self._decisions: list[Besluit] = []
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def install(self) -> None:
        """Listen."""
        super().install()
        self.session.dataChanged.connect(self._borders.forget)
        self.session.registerChanged.connect(self._borders.forget)

    def remove(self) -> None:
        """Stop listening."""
        self._timer.stop()
        self.session.dataChanged.disconnect(self._borders.forget)
        self.session.registerChanged.disconnect(self._borders.forget)
        super().remove()

    def heard(self, layer: QgsVectorLayer) -> Sequence[tuple[Any, Callable[..., None]]]:
        """See `PlanLayerFollower.heard`: every edit."""
        return (
            (layer.featureAdded, self._touch),
            (layer.geometryChanged, self._touch),
            (layer.attributeValueChanged, self._attribute_changed),
            (layer.beforeCommitChanges, self._before_commit),
            (layer.afterCommitChanges, self._after_commit),
            (layer.afterRollBack, self._forget),
            (layer.editingStarted, self._editing),
            (layer.editingStopped, self._editing),
            (layer.undoStack().indexChanged, self._undo_steps.follow),
        )

    def layer_changed(self) -> None:
        """What was edited before is done with."""
        self._gestures.watch(False)
        self._forget()
        self._editing()

    # -- while drawing ------------------------------------------------------------------------------------------------

    def _editing(self) -> None:
        layer = self.layer
        self._gestures.watch(layer is not None and layer.isEditable())

    def _touch(self, fid: int, _geometry: Optional[QgsGeometry] = None) -> None:
        if not self._held.busy:
            self._touched[fid] = None
            self._timer.start(0)

    def _attribute_changed(self, fid: int, index: int, _value: Any) -> None:
        if self.layer is not None and self.layer.fields().at(index).name() == "hoofdplan_uuid":
            self._touch(fid)

    def _look(self) -> None:
        """The edits are complete: look at what they changed."""
        layer = self.layer
        if layer is None or not layer.isEditable():
            self._touched.clear()
            return
        if self._asking or layer.isEditCommandActive() or QApplication.activeModalWidget() is not None:
            self._timer.start(_BUSY)
            return
        fids, self._touched = list(self._touched), {}
        before = {fid: self._before(layer, fid) for fid in fids}
        self._remember(layer, fids)
        if layer.undoStack().canRedo():
            return  # the user took a step back: to what was looked at before, and will be once more before saving
        for fid in self._unreadable(layer, fids):  # QGIS is just changing how the file is kept; look again
            self._touched[fid] = None
            self._timer.start(_BUSY)
        self._asking = True
        try:
            self._tell_cut(layer, before)
            self._settle(layer, fids, tr("Undo this edit"), self._undo)
        except DiwiError as error:
            self.window.refuse(error)
        finally:
            self._asking = False

    @staticmethod
    def _unreadable(layer: QgsVectorLayer, fids: Iterable[int]) -> list[int]:
        """Plans of the register that are not deleted, and yet the layer does not give them."""
        plans, gone = Plans(layer), layer.editBuffer().deletedFeatureIds()
        return [fid for fid in fids if fid >= 0 and fid not in gone and plans.get(fid) is None]

    def _before(self, layer: QgsVectorLayer, fid: int) -> Any:
        """The area of a plan when it was last looked at, else as it is in the register; None when there was none."""
        if fid in self._seen:
            return self._seen[fid]
        stored = Plans(layer).stored(fid)
        return stored.geom if stored is not None else None

    def _remember(self, layer: QgsVectorLayer, fids: Iterable[int]) -> None:
        for fid in fids:
            plan = Plans(layer).get(fid)
            self._seen[fid] = plan.geom if plan is not None else None

    def _tell_cut(self, layer: QgsVectorLayer, before: dict[int, Any]) -> None:
        """Say what QGIS itself cut off, whichever of its tools was used."""
        gesture = self._gestures.take()
        if gesture.since is not None:
            self._undo_steps.join(layer.undoStack(), gesture.since)
        for fid, area in before.items():
            cut = qgis_cut(Plans(layer), fid, area, gesture)
            if cut is not None:
                UndoMessage(self.window, layer, cut, Qgis.MessageLevel.Warning, since=gesture.since)

    def _undo(self, layer: QgsVectorLayer, _fid: int) -> bool:
        layer.undoStack().undo()
        layer.triggerRepaint()
        return False  # the edit as a whole is gone, and with it what else it changed

    # -- asking -------------------------------------------------------------------------------------------------------

    def _judge(self, layer: QgsVectorLayer, fid: int) -> Optional[Oordeel]:
        """What there is against a plan and was not decided yet; None when there is nothing."""
        plans = Plans(layer)
        plan = plans.get(fid)
        if plan is None:
            return None
        oordeel = judge(plans, plan, self._borders.of(plan.gemeentecode), plans.stored(fid))
        oordeel.bezwaren = [
            bezwaar
            for bezwaar in oordeel.bezwaren
            if bezwaar.area
            > _WORSE * self._kept.get((fid, bezwaar.regel, bezwaar.ander.fid if bezwaar.ander else 0), 0.0)
        ]
        if not oordeel.bezwaren:
            self._name_invalid(oordeel)
        return oordeel if oordeel.bezwaren else None

    def _name_invalid(self, oordeel: Oordeel) -> None:
        if not oordeel.plan.valid:
            self.window.tell(tr("The area of plan {0} is invalid: it crosses itself.").format(oordeel.plan))
        for other in oordeel.ongeldig:
            self.window.tell(
                tr("The area of plan {0} is invalid; it was compared by its repaired shape.").format(other)
            )

    def _settle(self, layer: QgsVectorLayer, fids: list[int], back: str, take_back: Any) -> None:
        """Ask about every plan that needs it and do what is chosen; `take_back` tells whether to go on after that."""
        for_all: Optional[choice_dialog.ChoiceDialog] = None
        for number, fid in enumerate(fids):
            oordeel = self._judge(layer, fid)
            while oordeel is not None:
                answer = for_all or choice_dialog.ask(
                    self.window.iface.mapCanvas(), oordeel, back, len(fids) - number - 1
                )
                for_all = answer if answer.for_all else None
                if not answer.possible(oordeel):
                    for_all = None  # what was chosen for another plan is not possible for this one
                    continue
                if answer.choice is Choice.BACK:
                    if not take_back(layer, fid):
                        return
                    break
                self._do(layer, oordeel, answer.choice, answer.reason)
                oordeel = self._judge(layer, fid) if answer.choice is Choice.PART else None

    def _do(self, layer: QgsVectorLayer, oordeel: Oordeel, choice: Choice, reason: str) -> None:
        plan = oordeel.plan
        if choice is Choice.TRIM:
            with one_step(layer, tr("Cut off what overlaps")):
                layer.changeGeometry(plan.fid, to_qgis(oordeel.trimmed))
            UndoMessage(self.window, layer, cut_text(oordeel), Qgis.MessageLevel.Info)
        elif choice is Choice.PART and oordeel.possible_mother is not None:
            with one_step(layer, tr("Make it part of another plan")):
                index = layer.fields().indexOf("hoofdplan_uuid")
                layer.changeAttributeValue(plan.fid, index, oordeel.possible_mother.uuid)
        else:
            from diwi_qgis.gui.drawing.kept import record

            with one_step(layer, tr("Keep an area with a reason")):
                self._decisions += record(layer, oordeel, reason)
            for bezwaar in oordeel.bezwaren:
                other = bezwaar.ander.fid if bezwaar.ander else 0
                self._kept[plan.fid, bezwaar.regel, other] = bezwaar.area
                if bezwaar.regel == OVERLAP:  # whichever of the two is looked at next
                    self._kept[other, bezwaar.regel, plan.fid] = bezwaar.area
        layer.triggerRepaint()

    # -- saving -------------------------------------------------------------------------------------------------------

    def _before_commit(self, *_: object) -> None:
        """The last look: what was not decided is asked now, or held back while the rest is saved."""
        layer = self.layer
        if layer is None or layer.editBuffer() is None or self._asking:
            return
        buffer, index = layer.editBuffer(), layer.fields().indexOf("hoofdplan_uuid")
        self._held.leave_alone(layer, buffer.changedGeometries())
        fids = {*buffer.addedFeatures(), *buffer.changedGeometries()}
        fids |= {fid for fid, values in buffer.changedAttributeValues().items() if index in values}
        if self._unreadable(layer, fids):
            self.window.tell(
                tr("Some plans could not be compared with their neighbours; check the quality after saving.")
            )
        self._asking = True
        try:
            self._settle(layer, sorted(fids), tr("Do not save this plan yet; keep editing it"), self._held.hold)
        except DiwiError as error:
            self.window.refuse(error)
        finally:
            self._asking = False
        QTimer.singleShot(0, self._held.give_back)

    def _after_commit(self) -> None:
        decisions, self._decisions = self._decisions, []
        self._touched.clear()
        self._seen.clear()
        self._kept.clear()
        if decisions:
            from diwi_qgis.exchange.accept import Acceptances

            try:
                user = getpass.getuser()
                with self.session.read() as register:
                    accepted = Acceptances(register, decisions, user, date.today())
                with self.session.write(user) as write:
                    accepted.write(write)
            except DiwiError as error:
                self.window.refuse(error)

    def _forget(self) -> None:
        self._touched.clear()
        self._seen.clear()
        self._kept.clear()
        self._decisions.clear()
