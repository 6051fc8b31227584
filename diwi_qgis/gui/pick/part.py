"""Pick parcels: from the button in the toolbar to the area of a plan."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.gui import QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPoint
from qgis.PyQt.QtWidgets import QMenu

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.pick.bands import PickBands
from diwi_qgis.gui.pick.form import ask_for_plan
from diwi_qgis.gui.pick.ground import Gebruiker, Parcels, Users
from diwi_qgis.gui.pick.into_plan import extend_area, new_plan, replace_area
from diwi_qgis.gui.pick.panel import GekozenPlan, PickPanel, Stand
from diwi_qgis.gui.pick.selection import Perceel, Picked
from diwi_qgis.gui.pick.tool import How, PickTool, to_layer
from diwi_qgis.gui.window import Window, why_not
from diwi_qgis.model.rights import Actie
from diwi_qgis.notation import area
from diwi_qgis.translation import locale, tr
from diwi_qgis.workspace.layers import new_layer

#: Plans and parcels that a sentence names before it says how many more there are.
_NAMED = 3


class PickPart(QObject):
    """Brings together tool, panel, what is picked and what it becomes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session
        self._canvas = window.iface.mapCanvas()
        self._picked = Picked()
        self._skipped: dict[str, tuple[Perceel, Gebruiker]] = {}
        self._warning = ""
        self._bands: Optional[PickBands] = None
        self._layer: Optional[QgsVectorLayer] = None
        self._under_mouse: Optional[Perceel] = None
        self._previous: Optional[QgsMapTool] = None

    # -- coming and going -----------------------------------------------------------------------------------------

    def install(self) -> None:
        """See `Part.install`."""
        self._tooltip = tr("Pick parcels on the map to make or change the area of a plan")
        self._action = self._window.action(
            "diwiPickParcels", tr("Pick parcels"), self._tooltip, self._toggled, "pick_parcels"
        )
        self._action.setCheckable(True)
        self._tool = PickTool(self._canvas)
        self._tool.setAction(self._action)
        self._panel = PickPanel(self._window.iface.mainWindow())
        self._window.dock(self._panel)
        self._panel.hide()
        for signal, slot in self._connections():
            signal.connect(slot)
        self._look_again()

    def remove(self) -> None:
        """See `Part.remove`."""
        for signal, slot in self._connections():
            signal.disconnect(slot)
        self._stop()
        self._tool.setAction(None)
        self._tool.deleteLater()
        self.deleteLater()

    def _connections(self) -> tuple:
        session, tool, panel = self._session, self._tool, self._panel
        return (
            (session.registerChanged, self._register_changed),
            (session.layersChanged, self._look_again),
            (session.dataChanged, self._look_again),
            (session.planChosen, self._plan_chosen),
            (session.parcelsOffered, self._offered),
            (tool.pointed, self._pointed),
            (tool.surrounded, self._surrounded),
            (tool.crossed, self._crossed),
            (tool.hovered, self._hovered),
            (tool.undone, self._undo),
            (tool.finished, self._finish),
            (panel.shapeChosen, tool.choose),
            (panel.partAllowed, self._part_allowed),
            (panel.removed, self._leave_out),
            (panel.shown, self._look_at),
            (panel.closed, self._stop),
            (panel.cancel.triggered, self._stop),
            (panel.new_plan.triggered, self._to_new_plan),
            (panel.extend.triggered, self._to_plan),
            (panel.replace.triggered, self._instead),
        )

    def _toggled(self, on: bool) -> None:
        if on or len(self._picked):  # only Cancel throws away what was picked
            self._start()
        else:
            self._stop()

    def _start(self) -> None:
        if self._canvas.mapTool() is not self._tool:
            self._previous = self._canvas.mapTool()
        self._parcels = Parcels(self._parcel_layer())
        if self._bands is None:
            self._bands = PickBands(self._canvas, self._parcel_layer())
        self._canvas.setMapTool(self._tool)
        self._action.setChecked(True)  # also when the tool was at work already
        self._panel.show()
        self._panel.raise_()
        self._show()

    def _stop(self) -> None:
        """Forget what was picked; the map goes back to the tool of before."""
        self._forget()
        self._panel.start_anew()
        self._show()
        self._panel.hide()
        if self._bands is not None:
            self._bands.remove()
            self._bands = None
        if self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)
            if self._previous is not None and not sip.isdeleted(self._previous):
                self._canvas.setMapTool(self._previous)
        self._action.setChecked(False)
        self._previous = None
        self._layer = None

    def _forget(self) -> None:
        self._picked.clear()
        self._skipped, self._warning, self._under_mouse = {}, "", None

    # -- what there is to work with -------------------------------------------------------------------------------

    def _register_changed(self) -> None:
        self._stop()
        self._look_again()

    def _look_again(self) -> None:
        """Layers came or went, rows were written: the button follows."""
        reason = self._reason()
        why_not(self._action, self._tooltip, reason)
        if reason and self._bands is not None:
            self._stop()

    def _reason(self) -> str:
        """Why parcels cannot be picked now; empty when they can."""
        if self._session.address is None:
            return tr("no register is open")
        if self._session.layer("project") is None:
            return tr("the project has no layer of plans")
        request = QgsFeatureRequest().setLimit(1).setNoAttributes()
        if next(self._parcel_layer().getFeatures(request), None) is None:
            return tr("the register has no parcels yet; load them first")
        return ""

    def _parcel_layer(self) -> QgsVectorLayer:
        """The layer of parcels of the project; one of our own when the user took it out."""
        shown = self._session.layer("perceel")
        if shown is not None:
            return shown
        if self._layer is None and self._session.address is not None:
            self._layer = new_layer(self._session.address, "perceel", "perceel")
        return self._layer

    def _chosen_plan(self) -> Optional[QgsFeature]:
        plans = self._session.layer("project")
        if plans is None or plans.selectedFeatureCount() != 1:
            return None
        return next(iter(plans.selectedFeatures()), None)  # it may just have been deleted in the register

    # -- picking --------------------------------------------------------------------------------------------------

    def _pointed(self, point: QgsPointXY, how: How) -> None:
        perceel = self._parcels.at(self._tool.toLayerCoordinates(self._parcel_layer(), point))
        if perceel is not None:
            turned_off = how is How.TURN and perceel.identificatie in self._picked
            self._take([perceel], How.REMOVE if turned_off else how)

    def _surrounded(self, shape: QgsGeometry, how: How) -> None:
        self._take(self._parcels.under(to_layer(shape, self._canvas, self._parcel_layer().crs())), how)

    def _crossed(self, line: QgsGeometry, how: How) -> None:
        self._take(self._parcels.across(to_layer(line, self._canvas, self._parcel_layer().crs())), how)

    def _offered(self, identificaties: list[str]) -> None:
        """Someone found parcels elsewhere and wants a plan on them."""
        if self._action.isEnabled():
            self._start()
            self._take(self._parcels.named(identificaties), How.ADD)

    def _leave_out(self, identificaties: list[str]) -> None:
        self._try(self._picked.remove, identificaties)

    def _take(self, percelen: list[Perceel], how: How) -> None:
        if how is How.REMOVE:
            self._leave_out([perceel.identificatie for perceel in percelen])
            return
        new = [perceel for perceel in percelen if perceel.identificatie not in self._picked]
        users = {} if self._panel.part_allowed else self._users(new, self._chosen_plan())
        self._skipped = {
            perceel.identificatie: (perceel, users[perceel.identificatie])
            for perceel in new
            if perceel.identificatie in users
        }
        self._try(self._picked.add, [perceel for perceel in new if perceel.identificatie not in users])

    def _try(self, change: Callable[[Any], Any], what: list[Any]) -> None:
        """Change what is picked and show it; say so when it can't be."""
        try:
            change(what)
            self._warning = _skipped(list(self._skipped.values()))
        except DiwiError as error:
            self._warning = error.text.language(locale())
        self._show()

    def _undo(self) -> None:
        self._skipped, self._warning = {}, ""
        self._picked.undo()
        self._show()

    def _part_allowed(self, allowed: bool) -> None:
        """What was skipped because another plan has it was meant after all."""
        skipped = [perceel for perceel, _ in self._skipped.values()]
        if allowed and skipped:
            self._take(skipped, How.ADD)

    def _users(self, percelen: list[Perceel], plan: Optional[QgsFeature]) -> dict[str, Gebruiker]:
        plans = self._session.layer("project")
        return {} if plans is None or not percelen else Users(plans).of(percelen, plan)

    # -- showing --------------------------------------------------------------------------------------------------

    def _hovered(self, point: QgsPointXY) -> None:
        here = self._tool.toLayerCoordinates(self._parcel_layer(), point)
        old = self._under_mouse
        if old is not None and old.geometry.boundingBox().contains(here) and old.geometry.contains(here):
            return
        self._under_mouse = found = self._parcels.at(here)
        if self._bands is not None:
            self._bands.show_hover(None if found is None else found.geometry)
        self._panel.show_hover("" if found is None else self._describe(found))

    def _describe(self, perceel: Perceel) -> str:
        text = f"{perceel.aanduiding} · {area(perceel.geometry.area(), locale())}"
        user = self._users([perceel], None).get(perceel.identificatie)
        return text if user is None else f"{text} · {tr('in plan')} '{user.naam}'"

    def _plan_chosen(self, _uuid: str) -> None:
        if self._bands is not None:
            self._show()

    def _show(self) -> None:
        if self._bands is not None:
            self._bands.show_picked(self._picked.area)
            self._bands.show_used(perceel.geometry for perceel, _ in self._skipped.values())
        self._panel.show_stand(
            Stand(
                self._picked.percelen,
                self._picked.square_metres,
                self._plan_then(),
                self._warning,
                self._why_not(Actie.AANMAKEN),
                self._why_not(Actie.WIJZIGEN),
            )
        )

    def _why_not(self, actie: Actie) -> str:
        """Why one has no right to that with the chosen plan; a plan that was not saved yet is whoever drew it."""
        plan = self._chosen_plan() if self._bands is not None else None
        stored = [plan["uuid"]] if plan is not None and plan.id() > 0 and plan["uuid"] else []
        return self._session.rights.why_not((actie,), stored) if self._bands is not None else ""

    def _plan_then(self) -> Optional[GekozenPlan]:
        """The chosen plan as it would be when the picked parcels were added."""
        plan = self._chosen_plan()
        if plan is None:
            return None
        area, picked = plan.geometry(), self._picked.area
        both = area if picked.isNull() else picked if area.isNull() else area.combine(picked)
        return GekozenPlan(plan["naam"] or "", max(0.0, both.area()), plan["aantal_bouw"] or None)

    def _look_at(self, identificatie: str) -> None:
        perceel = next(one for one in self._picked.percelen if one.identificatie == identificatie)
        layer = self._parcel_layer()
        box = self._tool.toMapCoordinates(layer, perceel.geometry.boundingBox().center())
        self._canvas.setCenter(box)
        self._canvas.refresh()
        self._canvas.flashGeometries([perceel.geometry], layer.crs())

    # -- finishing ------------------------------------------------------------------------------------------------

    def _finish(self, where: QPoint) -> None:
        """Enter or the right mouse button: do the only thing that can be done, or ask which."""
        choices = self._panel.choices
        if len(choices) == 1:
            choices[0].trigger()
        elif choices:
            menu = QMenu(self._panel)
            menu.setObjectName("diwiPickMenu")
            menu.addActions([*choices, self._panel.cancel])
            menu.setActiveAction(choices[0])
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(where)

    def _to_new_plan(self) -> None:
        users = self._users(list(self._picked.percelen), None)
        mothers = {user.uuid: user.naam for user in users.values()}
        if users and not self._panel.part_allowed:
            self._refuse(list(self._picked.percelen), users)
        elif len(mothers) > 1:
            names = _listed([f"'{naam}'" for naam in mothers.values()])
            self._say(tr("A part of a plan lies in one plan; these parcels lie in {names}.").format(names=names))
        elif "" in mothers:
            self._say(tr("Save plan '{plan}' first; then it can get a part.").format(plan=mothers[""]))
        else:
            plans = self._session.layer("project")
            feature = new_plan(plans, self._picked, next(iter(mothers), None))
            ask_for_plan(self._window, plans, feature, self._made)

    def _made(self, feature_id: int) -> None:
        """The form was filled in: the new plan is the chosen one."""
        plans = self._session.layer("project")
        self._stop()
        if plans is not None:
            plans.selectByIds([feature_id])

    def _to_plan(self) -> None:
        self._change(extend_area)

    def _instead(self) -> None:
        self._change(replace_area)

    def _change(self, change: Callable[[QgsVectorLayer, QgsFeature, Picked], None]) -> None:
        plans, plan = self._session.layer("project"), self._chosen_plan()
        if plans is None or plan is None:
            return
        users = self._users(list(self._picked.percelen), plan)
        if users:
            self._refuse(list(self._picked.percelen), users)
            return
        try:
            change(plans, plan, self._picked)
        except DiwiError as error:
            self._window.refuse(error)
            return
        self._stop()

    def _refuse(self, percelen: list[Perceel], users: dict[str, Gebruiker]) -> None:
        """Parcels of other plans stay theirs; the map shows which."""
        self._skipped = {p.identificatie: (p, users[p.identificatie]) for p in percelen if p.identificatie in users}
        self._say(_skipped(list(self._skipped.values())))

    def _say(self, warning: str) -> None:
        self._warning = warning
        self._show()


def _skipped(skipped: list[tuple[Perceel, Gebruiker]]) -> str:
    """The sentence about parcels that other plans have; empty when there are none."""
    if not skipped:
        return ""
    plans = _listed([f"'{naam}'" for naam in dict.fromkeys(user.naam for _, user in skipped)])
    parcels = _listed([perceel.aanduiding for perceel, _ in skipped])
    return tr("Not picked, because they belong to plan {plans}: {parcels}.").format(plans=plans, parcels=parcels)


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (tr(" and {count} more").format(count=more) if more > 0 else "")
