"""What others do, shown: changed rows on maps and pages, and who works on the same plan."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from diwi_qgis.gui.page.values import show_moment
from diwi_qgis.gui.together.company import Company
from diwi_qgis.gui.window import Window
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.store.presence import Colleague
from diwi_qgis.translation import tr
from diwi_qgis.workspace.connections import remembered
from diwi_qgis.workspace.layers import our_layers

#: Milliseconds in which changes are gathered before they are shown: a transaction touches several tables.
_GATHER = 300

#: Seconds that a line about a colleague stays in the message bar.
_SHOWN = 20

#: More edited rows than these are not looked up to tell on which plans somebody works.
_MANY = 50

_MAP = "map"


class News(QObject):
    """Keeps company with the others for as long as a register is open."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window, self._session = window, window.session
        self._company = Company()
        self._changed: set[str] = set()
        self._told: set[tuple[object, ...]] = set()
        self._gather, self._look = QTimer(self), QTimer(self)
        for timer, slot in ((self._gather, self._show), (self._look, self._map_work)):
            timer.setSingleShot(True)
            timer.setInterval(_GATHER)
            timer.timeout.connect(slot)

    def listen(self) -> None:
        """Listen."""
        self._company.changed.connect(self._others_changed)
        self._company.colleagues.connect(self._colleagues)
        self._session.registerChanged.connect(self._register_changed)
        self._session.workChanged.connect(self._work_changed)
        self._register_changed()

    def stop(self) -> None:
        """Stop listening."""
        self._session.registerChanged.disconnect(self._register_changed)
        self._session.workChanged.disconnect(self._work_changed)
        self._company.changed.disconnect(self._others_changed)
        self._company.colleagues.disconnect(self._colleagues)
        self._gather.stop()
        self._look.stop()
        self._company.leave()

    def _register_changed(self) -> None:
        self._changed.clear()
        self._session.set_colleagues([])
        if self._session.address is None:
            self._company.leave()
        else:
            self._company.keep(partial(_with_login, self._session.address))

    def _others_changed(self, tables: list[str]) -> None:
        self._changed.update(tables)
        self._gather.start()

    def _show(self) -> None:
        tables, self._changed = self._changed, set()
        if self._session.address is not None:
            self._session.refresh(tables)

    # -- who works on what ----------------------------------------------------------------------------------------------------

    def edited(self, *_: object) -> None:
        """A layer was edited, saved or left: look on which plans that is, once it is quiet."""
        self._look.start()

    def _map_work(self) -> None:
        plans: set[str] = set()
        for table, layer in our_layers(self._session.project):
            if layer.isModified() and layer.editBuffer() is not None:
                plans |= _plans_edited(table, layer)
        self._session.set_work(_MAP, plans)

    def _work_changed(self) -> None:
        self._company.work_on(self._session.work)
        self._tell_together()

    def _colleagues(self, now: list[Colleague]) -> None:
        self._session.set_colleagues(now)
        self._tell_together()

    def _tell_together(self) -> None:
        """Say once who works on the same plan, whoever of us began."""
        together = {each[:3]: each for each in self._session.colleagues if each.plan in self._session.work}
        for known, each in together.items():
            if known not in self._told:
                text = tr("{0} is working on the same plan as you ({1}, since {2}).")
                text = text.format(each.user, each.workplace or "?", show_moment(each.since))
                self._window.tell(text, Qgis.MessageLevel.Info, _SHOWN)
        self._told = set(together)


def _with_login(address: Address) -> Address:
    return remembered(address) if isinstance(address, PostgisAddress) else address


def _plans_edited(table: str, layer: QgsVectorLayer) -> set[str]:
    """The uuids of stored plans of which rows are being edited; of a table that does not name them, none."""
    column = "uuid" if table == "project" else "project_uuid"
    edits = layer.editBuffer()
    fids = {*edits.changedGeometries(), *edits.changedAttributeValues(), *edits.deletedFeatureIds()}
    if column not in layer.fields().names() or not 0 < len(fids) < _MANY:
        return set()
    request = QgsFeatureRequest([fid for fid in fids if fid >= 0]).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return {str(each[column]) for each in layer.dataProvider().getFeatures(request) if each[column]}
