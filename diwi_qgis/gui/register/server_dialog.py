"""One dialog for a register on a server: the connections that QGIS keeps, and the registers that each leads to."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.errors import DiwiError, SignInError
from diwi_qgis.gui.register.recent import ServerRegister
from diwi_qgis.gui.window import icon
from diwi_qgis.gui.working import Work
from diwi_qgis.progress import Progress
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.postgis.finding import FoundRegister, find_registers
from diwi_qgis.translation import locale, tr
from diwi_qgis.workspace.connections import connection_names, postgis_address, signed_in

#: What a line of the tree holds: a connection by its name, or a register; a line that only says something has none.
_HOLDS = Qt.ItemDataRole.UserRole


class ServerDialog(QDialog):
    """Accepted, `register` is the one that was chosen; `wants_connection` when the user would rather make a connection."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiServerDialog")
        self.setWindowTitle(tr("Open a shared register"))
        self.resize(560, 420)
        self.register: Optional[ServerRegister] = None
        self.wants_connection = False
        self._tree = self._make_tree()
        self._word = QLabel(self)
        self._word.setObjectName("diwiServerWord")
        self._word.setAccessibleName(tr("Explanation"))
        self._word.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.setObjectName("diwiServerButtons")
        self._open = self._buttons.button(QDialogButtonBox.StandardButton.Open)
        self._open.setText(tr("Open register"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self._make = QPushButton(tr("Make a connection…"), self)
        self._make.setObjectName("diwiServerMake")
        self._make.setToolTip(tr("Goes to where QGIS keeps its PostgreSQL connections"))
        self._buttons.addButton(self._make, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        for widget in (self._tree, self._word, self._buttons):
            layout.addWidget(widget)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        self._make.clicked.connect(self._ask_connection)
        self._list_connections()
        self._chosen()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("diwiServerTree")
        tree.setAccessibleName(tr("Connections and registers"))
        tree.setHeaderHidden(True)
        tree.itemExpanded.connect(self._look)
        tree.itemSelectionChanged.connect(self._chosen)
        tree.itemActivated.connect(self._activated)
        return tree

    def _list_connections(self) -> None:
        """Nothing is asked of a server before its line is opened; of a single one at once."""
        names = connection_names()
        for name in names:
            line = QTreeWidgetItem(self._tree, [name])
            line.setData(0, _HOLDS, name)
            line.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self._tree.setVisible(bool(names))
        if len(names) == 1:
            self._tree.topLevelItem(0).setExpanded(True)
        if names:
            self._word.setText(tr("Open a connection to see the registers it leads to."))
        else:
            self._word.setText(
                tr(
                    "QGIS has no PostgreSQL connection yet. Make one: the administrator of the database knows the service, or the "
                    "server and the database. Choose a service or an authentication of QGIS, so that no password stands in a file; "
                    "then come back here."
                )
            )

    # -- looking for registers ------------------------------------------------------------------------------------------

    def _look(self, line: QTreeWidgetItem) -> None:
        """The registers of a connection, in the background: a server may not answer."""
        connection = line.data(0, _HOLDS)
        if line.childCount() or not isinstance(connection, str):
            return
        self._say(line, tr("Looking…"))
        try:
            address = postgis_address(connection)
        except DiwiError as error:
            self._not_found(line, address=None, error=error)
            return
        Work(
            tr("Look for registers"),
            partial(_find, address),
            partial(self._found, line),
            partial(self._not_found, line, address),
        )

    def _found(self, line: QTreeWidgetItem, registers: list[FoundRegister]) -> None:
        if sip.isdeleted(self):
            return
        line.takeChildren()
        for each in registers:
            self._add(line, each)
        if not registers:
            self._say(line, tr("There is no register here. 'New register…' makes one."))
        elif line.isExpanded():
            self._tree.setCurrentItem(line.child(0))

    def _add(self, line: QTreeWidgetItem, found: FoundRegister) -> None:
        text = f"{found.gemeente} ({found.schema})" if found.gemeente else found.schema
        if not found.readable:
            self._say(line, tr("{register}: not for you; the functional manager can let you in").format(register=text))
            return
        child = QTreeWidgetItem(line, [text])
        child.setIcon(0, icon("register_open"))
        child.setData(0, _HOLDS, ServerRegister(line.text(0), found.schema))

    def _not_found(self, line: QTreeWidgetItem, address: Optional[PostgisAddress], error: Exception) -> None:
        if sip.isdeleted(self):
            return
        if isinstance(error, SignInError) and address is not None:
            try:
                self._found(line, signed_in(address, find_registers))
                return
            except DiwiError as again:
                error = again
        if not isinstance(error, DiwiError):
            raise error
        line.takeChildren()
        self._say(line, error.text.language(locale()))

    def _say(self, line: QTreeWidgetItem, text: str) -> None:
        child = QTreeWidgetItem(line, [text])
        child.setFlags(Qt.ItemFlag.ItemIsEnabled)
        child.setToolTip(0, text)

    # -- choosing ---------------------------------------------------------------------------------------------------------

    def _chosen(self) -> None:
        line = self._tree.currentItem()
        holds = line.data(0, _HOLDS) if line is not None else None
        self.register = holds if isinstance(holds, ServerRegister) else None
        self._open.setEnabled(self.register is not None)
        self._open.setToolTip("" if self.register else tr("Choose a register first."))

    def _activated(self, line: QTreeWidgetItem) -> None:
        if isinstance(line.data(0, _HOLDS), ServerRegister):
            self._accept()

    def _accept(self) -> None:
        if self.register is not None:
            self.accept()

    def _ask_connection(self) -> None:
        self.wants_connection = True
        self.reject()


def _find(address: PostgisAddress, _progress: Progress) -> list[FoundRegister]:
    return find_registers(address)
