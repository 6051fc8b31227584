"""Draw plans, parts of plans and strips, and cut plans off along a line: edits of the layer of plans that the user saves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.drawing.capture import DrawTool
from diwi_qgis.gui.drawing.into_plan import free_of_neighbours, new_plan, set_area
from diwi_qgis.gui.drawing.plan_layer import PlanLayerPart, UndoMessage
from diwi_qgis.gui.drawing.plans import Plan, Plans
from diwi_qgis.gui.drawing.possible import CHANGE, why_cannot_draw
from diwi_qgis.gui.drawing.shapes import to_qgis, to_shapely
from diwi_qgis.gui.drawing.words import square_metres
from diwi_qgis.gui.pick.form import ask_for_plan
from diwi_qgis.gui.window import Window, why_not
from diwi_qgis.model.rights import Actie
from diwi_qgis.translation import tr

_ADD: Sequence[Actie] = (Actie.AANMAKEN,)


@dataclass
class _Drawing:
    """A button, what it draws with, and what becomes of what was drawn."""

    action: QAction
    tooltip: str
    tool: DrawTool
    needs_plan: bool
    acties: Sequence[Actie]
    use: Callable[[QgsGeometry], None]


class DrawPart(PlanLayerPart):
    """The tools that draw, under one button."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._drawings: list[_Drawing] = []

    def install(self) -> None:
        """Put the button in the toolbar."""
        self._menu = self.window.menu_button("diwiDraw", tr("Draw"), tr("Draw plan areas"), "draw_plan")
        self._add(
            "diwiDrawPlan", tr("Draw a plan"), tr("Draw the area of a new plan; it snaps to parcels and neighbours"),
            "draw_plan", False, False, _ADD, self._plan_drawn, "Ctrl+Alt+T",
        )  # fmt: skip
        self._add(
            "diwiDrawPart", tr("Draw a part of the plan"), tr("Draw a deelplan inside the selected plan"),
            "draw_part", False, True, _ADD, self._part_drawn,
        )  # fmt: skip
        self._add(
            "diwiDrawCut", tr("Cut off along a line"), tr("Draw a line across the selected plan: one side is cut off"),
            "draw_cut", True, True, CHANGE, self._cut_drawn,
        )  # fmt: skip
        self._add(
            "diwiDrawStrip", tr("Strip along a line"),
            tr("Draw along a street or parcel border: a strip on one side of it becomes a plan, or is added or taken off"),
            "draw_strip", True, False, (*_ADD, *CHANGE), self._strip_drawn,
        )  # fmt: skip
        super().install()
        self.session.planChosen.connect(self._look_again)
        self._look_again()

    def remove(self) -> None:
        """Give back the map tool."""
        self.session.planChosen.disconnect(self._look_again)
        super().remove()
        canvas = self.window.iface.mapCanvas()
        for drawing in self._drawings:
            if canvas.mapTool() is drawing.tool:
                canvas.unsetMapTool(drawing.tool)
            drawing.tool.setAction(None)
            drawing.tool.deleteLater()
        self._drawings = []

    def heard(self, layer: QgsVectorLayer) -> Sequence[tuple[Any, Callable[..., None]]]:
        """See `PlanLayerFollower.heard`: buttons follow whether it can be edited."""
        return ((layer.readOnlyChanged, self._look_again),)

    def layer_changed(self) -> None:
        """Buttons follow."""
        self._look_again()

    def _add(
        self,
        name: str,
        text: str,
        tooltip: str,
        picture: str,
        line: bool,
        needs_plan: bool,
        acties: Sequence[Actie],
        use: Callable[[QgsGeometry], None],
        shortcut: str = "",
    ) -> None:
        keys = QKeySequence(shortcut) if shortcut else None
        action = self.window.action(name, text, tooltip, None, picture, keys, toolbar=False)
        action.setCheckable(True)
        self._menu.addAction(action)
        iface = self.window.iface
        tool = DrawTool(iface.mapCanvas(), iface.cadDockWidget(), line)
        tool.setAction(action)
        tool.drawn.connect(use)
        self._drawings.append(_Drawing(action, tooltip, tool, needs_plan, acties, use))
        action.triggered.connect(partial(self.start, len(self._drawings) - 1))

    def start(self, number: int, _checked: bool = True) -> None:
        """Draw with this tool; editing is switched on when it was off."""
        layer, drawing = self.layer, self._drawings[number]
        if layer is None or not (layer.isEditable() or layer.startEditing()):
            drawing.action.setChecked(False)
            return
        self.window.iface.setActiveLayer(layer)
        self.window.iface.mapCanvas().setMapTool(drawing.tool)

    def _look_again(self, *_: object) -> None:
        for drawing in self._drawings:
            reason = why_cannot_draw(self.session, self.layer, drawing.needs_plan, drawing.acties)
            why_not(drawing.action, drawing.tooltip, reason)

    # -- what was drawn -------------------------------------------------------------------------------------------

    def _plan_drawn(self, shape: QgsGeometry) -> None:
        self._with_area(shape, self._new_plan)

    def _part_drawn(self, shape: QgsGeometry) -> None:
        mother = self._chosen()
        if mother is not None:
            self._with_area(shape, lambda area: self._new_plan(area, mother))

    def _with_area(self, shape: QgsGeometry, use: Callable[[Any], None]) -> None:
        """Go on with what can be used of an outline."""
        from diwi_qgis.rules.drawn_area import polygons, usable

        drawn = to_shapely(shape)
        area = usable(drawn)
        if area is None:
            self.window.tell(tr("What was drawn is not an area."))
            return
        if not drawn.is_valid:
            self.window.tell(tr("The outline crossed itself; {0} of it is used.").format(square_metres(area.area)))
        use(polygons(area))

    def _new_plan(self, drawn: Any, mother: Optional[Plan] = None) -> None:
        """Ask for the rest of a new plan; it is added when the form is accepted."""
        layer = self.layer
        if layer is None:
            return
        area, cut = free_of_neighbours(Plans(layer), drawn, None, mother)
        ask_for_plan(self.window, layer, new_plan(layer, area, mother), partial(self._made, layer, cut, mother))

    def _made(self, layer: QgsVectorLayer, cut: str, mother: Optional[Plan], fid: int) -> None:
        """The form of a new plan was accepted."""
        layer.triggerRepaint()
        if cut:
            UndoMessage(self.window, layer, cut, Qgis.MessageLevel.Warning)
        if mother is not None:
            self.show_cover(mother)
        else:
            layer.selectByIds([fid])

    def _cut_drawn(self, line: QgsGeometry) -> None:
        from diwi_qgis.rules.drawn_area import divide

        plan, layer = self._chosen(), self.layer
        if plan is None or layer is None or plan.area is None:
            return
        sides = divide(plan.area, to_shapely(line))
        if sides is None:
            self.window.tell(tr("The line does not run all the way across plan {0}.").format(plan))
            return
        self._cut(layer, plan, *sides)

    def _cut(self, layer: QgsVectorLayer, plan: Plan, rest: Any, off: Any) -> None:
        try:
            set_area(layer, plan, rest, tr("Cut off a plan along a line"))
        except DiwiError as error:
            self.window.refuse(error)
            return
        text = tr("{0} was cut off plan {1}").format(square_metres(off.area), plan)
        other = (tr("Rather the other side"), lambda: self._cut(layer, plan, off, rest))
        UndoMessage(self.window, layer, f"{text}.", otherwise=other)

    def _strip_drawn(self, line: QgsGeometry) -> None:
        from diwi_qgis.gui.drawing.strip_dialog import ADD, NEW, StripDialog

        plan = self._chosen()
        dialog = StripDialog(self.window.iface.mapCanvas(), to_shapely(line), str(plan) if plan else None)
        if not dialog.exec():
            return
        if dialog.use == NEW:
            self._with_area(to_qgis(dialog.strip), self._new_plan)
        elif plan is not None and self.layer is not None:
            self._change(self.layer, plan, dialog.strip, dialog.use == ADD)

    def _change(self, layer: QgsVectorLayer, plan: Plan, shape: Any, add: bool) -> None:
        import shapely

        from diwi_qgis.rules.drawn_area import polygons, without

        cut = ""
        if add:
            shape, cut = free_of_neighbours(Plans(layer), shape, plan, Plans(layer).named(plan.hoofdplan))
            area = polygons(shapely.union(shape, plan.area)) if plan.area is not None else shape
        else:
            area = without(plan.area, [shape]) if plan.area is not None else None
        if area is None:
            self.window.tell(tr("Nothing would be left of plan {0}.").format(plan))
            return
        try:
            set_area(layer, plan, area, tr("Strip along a line"))
        except DiwiError as error:
            self.window.refuse(error)
            return
        if cut:
            UndoMessage(self.window, layer, cut, Qgis.MessageLevel.Warning)

    def _chosen(self) -> Optional[Plan]:
        selected = Plans(self.layer).selected() if self.layer is not None else []
        return selected[0] if len(selected) == 1 else None

    def show_cover(self, mother: Plan) -> None:
        """How much of a plan its parts cover; what they leave lights up."""
        from diwi_qgis.rules.drawn_area import covered

        layer = self.layer
        if layer is None or mother.area is None:
            return
        share, rest = covered(mother.area, [part.area for part in Plans(layer).daughters(mother)])
        text = tr("The parts cover {0} % of plan {1}; {2} is left.").format(
            round(100 * share), mother, square_metres(rest.area)
        )
        self.window.tell(text, Qgis.MessageLevel.Info)
        if not rest.is_empty:
            canvas = self.window.iface.mapCanvas()
            canvas.flashGeometries([to_qgis(rest)], layer.crs())
