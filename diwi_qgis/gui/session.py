"""The register that the open QGIS project works on: the one place where parts of the window hear of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsExpression, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from diwi_qgis.errors import RegisterError
from diwi_qgis.gui.kept_open import KeptOpen, opened
from diwi_qgis.gui.session_rights import SessionRights
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.workspace import layers
from diwi_qgis.workspace.connections import remembered

if TYPE_CHECKING:
    from diwi_qgis.store import Register
    from diwi_qgis.store.presence import Colleague
    from diwi_qgis.store.snapshot import Snapshot
    from diwi_qgis.store.writing import Writer


class RegisterSession(QObject):
    """Follows the project: which register, which of our layers are there, which plan is looked at.

    The selection of the layer of plans is the one truth about the chosen plan: selecting one feature on the map or in a
    table chooses it, and `choose_plan` selects it there.
    """

    registerChanged = pyqtSignal()  #: another register, or none any more
    layersChanged = pyqtSignal()  #: layers of ours came or went
    dataChanged = pyqtSignal()  #: rows were written, by us or by saving a layer
    planChosen = pyqtSignal(str)  #: uuid of the plan that is looked at; empty: none
    workChanged = pyqtSignal()  #: we began or stopped working on a plan
    colleaguesChanged = pyqtSignal()  #: others began or stopped working
    openAsked = pyqtSignal(object)  #: address of a register that someone wants to be open instead
    parcelsOffered = pyqtSignal(list)  #: `identificatie` of parcels on which someone wants to start a plan

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._address: Optional[Address] = None
        self._kept = KeptOpen()
        self._plan = ""
        self._to_save = ""
        self._marked: Optional[Address] = None
        self._snapshot: Optional[Snapshot] = None
        self._followed: list[QgsVectorLayer] = []
        self._refreshing = False
        self._work: dict[str, frozenset[str]] = {}
        self._colleagues: list[Colleague] = []
        self.rights = SessionRights(lambda: self._address, self.read)
        self.registerChanged.connect(self.rights.forget)
        self.dataChanged.connect(self.rights.forget)
        project.layersAdded.connect(self._layers_came)
        project.layersRemoved.connect(self._layers_went)
        project.cleared.connect(self._look_again)
        self._look_again()

    @property
    def project(self) -> QgsProject:
        """The QGIS project that is open."""
        return self._project

    @property
    def address(self) -> Optional[Address]:
        """Where the register is, a file or a schema on a server; None when the project has no layer of one."""
        return self._address

    @property
    def snapshot(self) -> Optional[Snapshot]:
        """Of which register and moment the open file is a snapshot; None: it is a register itself, or cannot be read."""
        if self._marked != self._address:
            self._marked, self._snapshot = self._address, _mark(self._address)
        return self._snapshot

    @property
    def plan(self) -> str:
        """Uuid of the plan that is looked at; empty when none is."""
        return self._plan

    def layer(self, table: str) -> Optional[QgsVectorLayer]:
        """The layer of a table of the register; None when the project does not have it."""
        return layers.find_layer(self._project, table)

    def choose_plan(self, uuid: str) -> None:
        """Look at this plan (empty: at none)."""
        plans = self.layer("project")
        if plans is None:
            self._chosen(uuid)
        elif uuid:
            plans.selectByExpression(named(uuid))
            self._chosen(uuid)
        else:
            plans.removeSelection()

    @contextmanager
    def read(self) -> Iterator[Register]:
        """The register, to read whole tables. Raises RegisterError."""
        with self._kept.read(self._known_address()) as register:
            yield register

    @contextmanager
    def write(self, user: Optional[str] = None) -> Iterator[Writer]:
        """One transaction on the register; afterwards layers and views show what was written. Raises RegisterError."""
        with self.opened_to_write() as register, register.transaction(user) as writer:
            yield writer
        self.refresh()

    def opened_to_write(self) -> Register:
        """The register, open until it is closed; what is written in it shows after `refresh`. Raises RegisterError."""
        return opened(self._known_address(), write=True)

    def unsaved(self) -> list[QgsVectorLayer]:
        """Layers of ours with edits that were not saved yet."""
        return [layer for layer in self._followed if not sip.isdeleted(layer) and layer.isModified()]

    @property
    def work(self) -> frozenset[str]:
        """The plans (uuids) with edits of ours that were not saved yet."""
        return frozenset().union(*self._work.values())

    def set_work(self, where: str, plans: Iterable[str]) -> None:
        """On which plans we work in one place: the map, a page."""
        before = self.work
        self._work[where] = frozenset(plans)
        if self.work != before:
            self.workChanged.emit()

    @property
    def colleagues(self) -> list[Colleague]:
        """Who else is at work, as far as we may know."""
        return self._colleagues

    def set_colleagues(self, now: list[Colleague]) -> None:
        """To be called by who heard of them."""
        if now != self._colleagues:
            self._colleagues = now
            self.colleaguesChanged.emit()

    def refresh(self, tables: Optional[Collection[str]] = None) -> None:
        """Rows were written past QGIS, in these tables (none given: in any): show them.

        What is selected stays so, which QGIS itself forgets.
        """
        self._refreshing = True
        for layer in self._followed:
            if not sip.isdeleted(layer) and (tables is None or layers.table_of(layer) in tables):
                selected = layer.selectedFeatureIds()
                layer.dataProvider().reloadData()
                layer.selectByIds(selected)
                layer.triggerRepaint()
        self._refreshing = False
        if self.layer("project") is not None:
            self._selection_changed()
        self.dataChanged.emit()

    def stop(self) -> None:
        """Stop listening."""
        self._project.layersAdded.disconnect(self._layers_came)
        self._project.layersRemoved.disconnect(self._layers_went)
        self._project.cleared.disconnect(self._look_again)
        self._follow([])
        self._kept.close()

    def _known_address(self) -> Address:
        if self._address is None:
            raise LookupError("no register is open")
        return remembered(self._address) if isinstance(self._address, PostgisAddress) else self._address

    def _layers_came(self, added: list[QgsVectorLayer]) -> None:
        if any(layers.table_of(layer) for layer in added):
            self._look_again()

    def _layers_went(self, _removed: list[str]) -> None:
        now = [layer for _, layer in layers.our_layers(self._project)]
        if len(now) != len(self._followed):
            self._look_again()

    def _look_again(self) -> None:
        self._follow([layer for _, layer in layers.our_layers(self._project)])
        address = layers.find_register(self._project)
        changed, self._address = address != self._address, address
        if changed:
            self._kept.close()
            self._chosen("")
            self.registerChanged.emit()
        self.layersChanged.emit()

    def _follow(self, now: list[QgsVectorLayer]) -> None:
        """Hear of saved edits of these layers and of what is selected in the layer of plans, and of no others."""
        for layer in self._followed:
            if not sip.isdeleted(layer):
                for signal, slot in self._heard(layer):
                    signal.disconnect(slot)
        for layer in now:
            for signal, slot in self._heard(layer):
                signal.connect(slot)
        self._followed = now

    def _heard(self, layer: QgsVectorLayer) -> list[tuple[Any, Any]]:
        data = [(layer.afterCommitChanges, self.dataChanged)]
        if layers.table_of(layer) != "project":
            return data
        return [
            (layer.selectionChanged, self._selection_changed),
            (layer.beforeCommitChanges, self._saving),
            (layer.afterCommitChanges, self._saved),
            *data,
        ]

    def _saving(self, _stop: bool = False) -> None:
        self._to_save = self._plan

    def _saved(self) -> None:
        """A new plan gets another feature id when it is saved, and is selected no more: the same plan stays chosen."""
        plans = self.layer("project")
        if plans is not None and self._to_save:
            plans.selectByExpression(named(self._to_save))
            self._selection_changed()

    def _selection_changed(self) -> None:
        if self._refreshing:
            return
        plans = self.layer("project")
        selected = plans.selectedFeatures() if plans is not None and plans.selectedFeatureCount() == 1 else []
        self._chosen(selected[0]["uuid"] or "" if selected else "")

    def _chosen(self, uuid: str) -> None:
        if uuid != self._plan:
            self._plan = uuid
            self.planChosen.emit(uuid)


def _mark(address: Optional[Address]) -> Optional[Snapshot]:
    if not isinstance(address, Path):
        return None
    try:
        with opened(address) as register:
            return register.snapshot_mark
    except RegisterError:
        return None


def named(uuid: str) -> str:
    """The expression that holds for the row with this uuid."""
    return QgsExpression.createFieldEqualityExpression("uuid", uuid)
