"""Split and merge plans, pull them to parcel borders, link them again: what touches more than one table at a time.

These write in the register itself, in one transaction, so they wait until edits of layers are saved. Split, merged and
deleted plans can be had back as they were (`taking_back`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Optional

from qgis.core import QgsApplication, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAction

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.drawing.capture import DrawTool
from diwi_qgis.gui.drawing.plan_layer import PlanLayerPart
from diwi_qgis.gui.drawing.plans import Plan, Plans
from diwi_qgis.gui.drawing.possible import CHANGE, why_cannot_write
from diwi_qgis.gui.drawing.shapes import to_shapely
from diwi_qgis.gui.drawing.words import square_metres
from diwi_qgis.gui.taking_back import OfferToTakeBack
from diwi_qgis.gui.window import Window, why_not
from diwi_qgis.model.rights import Actie
from diwi_qgis.translation import tr

RELINK = "diwi:relinkparcels"

#: What splitting takes: the other side is a plan of its own.
_DIVIDE = (Actie.AANMAKEN, Actie.WIJZIGEN)


@dataclass
class _Work:
    """A button, and why it cannot be pressed now (empty: it can)."""

    action: QAction
    tooltip: str
    reason: Callable[[], str]


class PlanWork(PlanLayerPart):
    """The buttons, under one button."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._works: list[_Work] = []

    def install(self) -> None:
        """Put the button in the toolbar."""
        self._menu = self.window.menu_button(
            "diwiPlanWork", tr("Split, merge, snap"), tr("Split, merge and snap plans"), "plan_split"
        )
        one = partial(self._why_not, 1, 1, _DIVIDE)
        split = self._add(
            "diwiSplitPlan", tr("Split the plan along a line"),
            tr("Draw a line across the selected plan: it becomes two plans, with the programme divided"),
            "plan_split", self._draw_split, one,
        )  # fmt: skip
        split.setCheckable(True)
        iface = self.window.iface
        self._tool = DrawTool(iface.mapCanvas(), iface.cadDockWidget(), line=True)
        self._tool.setAction(split)
        self._tool.drawn.connect(self._split_along)
        self._add(
            "diwiSplitByParcels", tr("Split the plan by the selected parcels"),
            tr("The selected parcels in the plan become a plan of their own, with the programme divided"),
            "plan_split", self._split_by_parcels, self._why_not_by_parcels,
        )  # fmt: skip
        self._add(
            "diwiMergePlans", tr("Merge the selected plans"),
            tr("One of the selected plans stays; programme and papers of the others move to it"),
            "plan_merge", self._merge, partial(self._why_not, 2, 0, (Actie.WIJZIGEN, Actie.VERWIJDEREN)),
        )  # fmt: skip
        self._add(
            "diwiSnapSelection", tr("Pull to parcel borders"),
            tr("The areas of the selected plans follow the borders of parcels exactly; you see it before it is stored"),
            "plan_snap", self._snap, partial(self._why_not, 1, 0),
        )  # fmt: skip
        self._add(
            "diwiRelinkParcels", tr("Link to parcels that changed"),
            tr("Plans on parcels that were split, merged or renumbered since are linked to the new parcels"),
            "plan_relink", self._relink, self._why_not_relink,
        )  # fmt: skip
        self._add(
            "diwiDeletePlans", tr("Delete plan…"),
            tr("The selected plans are deleted with their programme and papers, after asking"),
            "plan_delete", self._delete, partial(self._why_not, 1, 0, (Actie.VERWIJDEREN,)),
        )  # fmt: skip
        super().install()
        self._menu.aboutToShow.connect(self._look_again)
        self.session.planChosen.connect(self._look_again)
        self.session.dataChanged.connect(self._look_again)
        self._look_again()

    def remove(self) -> None:
        """Give back the map tool."""
        self.session.planChosen.disconnect(self._look_again)
        self.session.dataChanged.disconnect(self._look_again)
        super().remove()
        canvas = self.window.iface.mapCanvas()
        if canvas.mapTool() is self._tool:
            canvas.unsetMapTool(self._tool)
        self._tool.setAction(None)
        self._tool.deleteLater()
        self._works = []

    def heard(self, layer: QgsVectorLayer) -> Sequence[tuple[Any, Callable[..., None]]]:
        """See `PlanLayerFollower.heard`: buttons follow selection and edits."""
        return (
            (layer.selectionChanged, self._look_again),
            (layer.layerModified, self._look_again),
            (layer.editingStopped, self._look_again),
        )

    def layer_changed(self) -> None:
        """Buttons follow."""
        self._look_again()

    def _add(
        self, name: str, text: str, tooltip: str, picture: str, slot: Callable[..., None], reason: Callable[[], str]
    ) -> QAction:
        action = self.window.action(name, text, tooltip, slot, picture, toolbar=False)
        self._menu.addAction(action)
        self._works.append(_Work(action, tooltip, reason))
        return action

    def _look_again(self, *_: object) -> None:
        for work in self._works:
            why_not(work.action, work.tooltip, work.reason())

    def _why_not(self, least: int, most: int, acties: Sequence[Actie] = CHANGE) -> str:
        return why_cannot_write(self.session, self.layer, least, most, acties)

    def _why_not_by_parcels(self) -> str:
        parcels = self.session.layer("perceel")
        if parcels is None or not parcels.selectedFeatureCount():
            return self._why_not(1, 1, _DIVIDE) or tr("select parcels of the plan first, in the layer of parcels")
        return self._why_not(1, 1, _DIVIDE)

    def _why_not_relink(self) -> str:
        if QgsApplication.processingRegistry().algorithmById(RELINK) is None:
            return tr("this is not part of this version")
        return self._why_not(0, 0)

    # -- split ------------------------------------------------------------------------------------------------------

    def _draw_split(self, _checked: bool = True) -> None:
        if self.layer is not None:
            self.window.iface.setActiveLayer(self.layer)
            self.window.iface.mapCanvas().setMapTool(self._tool)

    def _split_along(self, line: QgsGeometry) -> None:
        from diwi_qgis.rules.drawn_area import divide

        plan = self._chosen()
        if plan is None:
            return
        sides = divide(plan.area, to_shapely(line)) if plan.area is not None else None
        if sides is None:
            self.window.tell(tr("The line does not run all the way across plan {0}.").format(plan))
            return
        self._split(plan, *sides)

    def _split_by_parcels(self) -> None:
        import shapely

        from diwi_qgis.rules.drawn_area import within, without

        plan, parcels = self._chosen(), self.session.layer("perceel")
        if plan is None or plan.area is None or parcels is None:
            return
        chosen = shapely.union_all([to_shapely(each.geometry()) for each in parcels.selectedFeatures()])
        new, rest = within(plan.area, chosen), without(plan.area, [chosen])
        if new is None or rest is None:
            self.window.tell(tr("The selected parcels are none of plan {0}, or all of it.").format(plan))
            return
        self._split(plan, rest, new)

    def _split(self, plan: Plan, rest: Any, new: Any) -> None:
        from diwi_qgis.gui.drawing.divide_dialog import DivideDialog
        from diwi_qgis.sources.split_plan import PlanSplit

        reason = self._why_not(1, 1, _DIVIDE)
        if reason:
            self.window.tell(tr("Not possible now: {0}.").format(reason))
            return
        try:
            with self.session.read() as register:
                split = PlanSplit(register, plan.uuid, (rest, new))
            naam = tr("{0}, part 2").format(plan.naam)
            dialog = DivideDialog(self.window.iface.mainWindow(), str(plan), naam, (rest, new), split.proposal())
            if not dialog.exec():
                return
            with self.session.write() as write:
                split.write(write, dialog.naam, dialog.counts)
        except DiwiError as error:
            self.window.refuse(error)
            return
        text = tr("Plan {0} was split: {1} stays, {2} is plan {3} now.").format(
            plan, square_metres(rest.area), square_metres(new.area), dialog.naam
        )
        OfferToTakeBack(self.window, text, plan.uuid)

    # -- merge ------------------------------------------------------------------------------------------------------

    def _merge(self) -> None:
        from diwi_qgis.gui.drawing.merge_dialog import MergeDialog
        from diwi_qgis.sources.merge_plans import PlanMerge

        if self.layer is None:
            return
        plans = sorted(Plans(self.layer).selected(), key=lambda plan: -(plan.area.area if plan.area is not None else 0))
        try:
            with self.session.read() as register:
                merges = {
                    plan.uuid: PlanMerge(register, plan.uuid, [other.uuid for other in plans if other is not plan])
                    for plan in plans
                }
            dialog = MergeDialog(self.window.iface.mainWindow(), plans, lambda uuid: merges[uuid].differences())
            if not dialog.exec():
                return
            with self.session.write() as write:
                merges[dialog.first].write(write, date.today())
        except DiwiError as error:
            self.window.refuse(error)
            return
        self.session.choose_plan(dialog.first)
        others = ", ".join(str(plan) for plan in plans if plan.uuid != dialog.first)
        stays = next(plan for plan in plans if plan.uuid == dialog.first)
        OfferToTakeBack(self.window, tr("{0} was merged into plan {1}.").format(others, stays), dialog.first)

    def _delete(self) -> None:
        from diwi_qgis.gui.drawing.delete_plans import delete_plans

        if self.layer is not None:
            delete_plans(self.window, Plans(self.layer).selected())

    # -- parcels ----------------------------------------------------------------------------------------------------

    def _snap(self) -> None:
        from diwi_qgis.gui.drawing.snap_selection import SnapSelection

        if self.layer is not None:
            SnapSelection(self.window, Plans(self.layer).selected()).run()

    def _relink(self) -> None:
        from diwi_qgis.gui.drawing.relink import Relink

        if self.layer is not None:
            Relink(self.window, Plans(self.layer).selected()).run()

    def _chosen(self) -> Optional[Plan]:
        selected = Plans(self.layer).selected() if self.layer is not None else []
        return selected[0] if len(selected) == 1 else None
