"""The plan area as it will be once the page is saved, dashed on the map, and what it would meet there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from diwi_qgis.gui.drawing.judgement import OVERLAP, judge
from diwi_qgis.gui.drawing.plans import Plan, Plans
from diwi_qgis.gui.drawing.words import square_metres
from diwi_qgis.gui.page.notices import Notices
from diwi_qgis.gui.page.plan_draft import GEOMETRY, PlanDraft
from diwi_qgis.gui.page.stepping_back import area_changed
from diwi_qgis.gui.page.warning import SIGN
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.model.tables import EPSG
from diwi_qgis.translation import tr

_NOTICE = "gebied"

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_LINE, _FILL = QColor(200, 0, 120), QColor(200, 0, 120, 40)


class PendingArea:
    """Shows the area of a draft while it differs from what is stored, and tells so; `keep` leaves the area as it is."""

    def __init__(
        self, session: RegisterSession, canvas: QgsMapCanvas, notices: Notices, keep: Callable[[], None]
    ) -> None:
        self._session, self._canvas, self._notices, self._keep = session, canvas, notices, keep
        self._band: Optional[QgsRubberBand] = None
        self._told: tuple[Any, str] = (None, "")

    def show(self, draft: Optional[PlanDraft]) -> None:
        """Bring the map and the message in step with a draft."""
        if draft is None or not area_changed(draft):
            self.remove()
            self._notices.take_away(_NOTICE)
            return
        now, base = draft.project.get(GEOMETRY) or "", draft.base["project"][draft.uuid].get(GEOMETRY) or ""
        key = (draft.uuid, now, base)
        if key != self._told[0]:
            self._put(now)
            self._told = (key, "\n".join(self._words(draft, _shape(now), _shape(base))))
        if self._notices.text(_NOTICE) != self._told[1]:
            self._tell()

    def _tell(self) -> None:
        answers = ((tr("Show on the map"), self._zoom), (tr("Leave the plan area as it is"), self._keep))
        self._notices.show_notice(_NOTICE, self._told[1], answers)

    def _zoom(self) -> None:
        """The map goes there; the message stays."""
        self._tell()
        if self._band is not None:
            box = self._band.asGeometry().boundingBox()
            box.scale(1.5)
            self._canvas.setExtent(box)
            self._canvas.refresh()

    def remove(self) -> None:
        """Take it off the map."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
        self._band, self._told = None, (None, "")

    def _put(self, shape: str) -> None:
        self.remove()
        if shape:
            self._band = QgsRubberBand(self._canvas, _POLYGON)
            self._band.setStrokeColor(_LINE)
            self._band.setFillColor(_FILL)
            self._band.setLineStyle(Qt.PenStyle.DashLine)
            self._band.setWidth(2)
            geometry = QgsGeometry()
            geometry.fromWkb(bytes.fromhex(shape))
            self._band.setToGeometry(geometry, QgsCoordinateReferenceSystem.fromEpsgId(EPSG))

    def _words(self, draft: PlanDraft, now: Any, base: Any) -> list[str]:
        sizes = (tr("none") if area is None else square_metres(area.area) for area in (base, now))
        if now is base or (now is not None and base is not None and now.equals(base)):
            text = tr("The parcels of the plan area go back too. This is stored when you save.")
        else:
            text = tr(
                "The plan area and its parcels go back too: {before} becomes {after}, dashed on the map. This is stored when "
                "you save."
            ).format(**dict(zip(("before", "after"), sizes)))
        return [text, *(f"{SIGN} {objection}" for objection in self._objections(draft, now))]

    def _objections(self, draft: PlanDraft, area: Any) -> list[str]:
        """What the area would meet: other plans that took the ground since, or a border of its main plan."""
        layer = self._session.layer("project")
        plans = Plans(layer) if layer is not None else None
        present = plans.named(draft.uuid) if plans is not None else None
        if plans is None or present is None or area is None:
            return []
        row = draft.project
        plan = Plan(present.fid, present.uuid, present.naam, present.code, row["hoofdplan_uuid"] or "", "", area)
        words = {OVERLAP: tr("overlaps {plan} by {size}")}
        return [
            words.get(each.regel, tr("lies outside {plan} for {size}")).format(
                plan=each.ander, size=square_metres(each.area)
            )
            for each in judge(plans, plan, None, before=present).bezwaren
        ]


def _shape(text: str) -> Any:
    import shapely

    return shapely.from_wkb(text) if text else None
