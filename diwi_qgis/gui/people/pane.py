"""What the three panes with which people and rights are changed share: a list, a form, and what would be stored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.page.warning import SIGN
from diwi_qgis.gui.people.words import Proposal
from diwi_qgis.store.people import People
from diwi_qgis.translation import tr

_KEY = Qt.ItemDataRole.UserRole


class Pane(QWidget):
    """Shows `People`; a subclass says what is proposed and with which algorithm and parameters it is stored."""

    storeAsked = pyqtSignal(str, dict)  #: id of the algorithm, its parameters but for the register

    NAME = ""
    TITLE = ""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.NAME)
        self.people = People({}, {}, {}, {})
        self.preview = QLabel(self)
        self.preview.setObjectName(f"{self.NAME}Voorvertoning")
        self.preview.setAccessibleName(tr("What is stored"))
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.store = QPushButton(tr("Store"), self)
        self.store.setObjectName(f"{self.NAME}Opslaan")
        self.store.clicked.connect(self._ask)

    def show_people(self, people: People) -> None:
        """Other people, or the same after a change."""
        raise NotImplementedError

    def proposal(self) -> Proposal:
        """What would be stored now."""
        raise NotImplementedError

    def step(self) -> tuple[str, dict[str, Any]]:
        """The algorithm that stores it, and its parameters."""
        raise NotImplementedError

    def look_again(self, *_: object) -> None:
        """Something was chosen or typed: show what would be stored."""
        proposal = self.proposal()
        lines = [f"{SIGN} {proposal.refusal}"] if proposal.refusal else proposal.lines
        self.preview.setText("\n".join(lines) or tr("Nothing is changed."))
        self.store.setEnabled(proposal.ready)
        self.store.setToolTip(tr("Store what is shown beside this button") if proposal.ready else self.preview.text())

    def lay_out(self, left: QWidget, right: QLayout) -> None:
        """List and form beside each other, the proposal and its button below both."""
        middle = QHBoxLayout()
        middle.addWidget(left, 3)
        middle.addLayout(right, 2)
        below = QHBoxLayout()
        below.addWidget(self.preview, 1)
        below.addWidget(self.store, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addLayout(below)

    def _ask(self, _checked: bool = False) -> None:
        if self.proposal().ready:
            self.storeAsked.emit(*self.step())


class Table(QTreeWidget):
    """Lines to choose from, each with a key that is not shown."""

    def __init__(self, name: str, title: str, headers: Iterable[str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setHeaderLabels(list(headers))

    def fill(self, rows: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """(key, texts) of every line; what was chosen stays so."""
        chosen = self.keys()
        self.blockSignals(True)
        self.clear()
        for key, texts in rows:
            item = QTreeWidgetItem(list(texts))
            item.setData(0, _KEY, key)
            for place, text in enumerate(texts):
                item.setToolTip(place, text)
            self.addTopLevelItem(item)
            item.setSelected(key in chosen)
        for place in range(self.columnCount()):
            self.resizeColumnToContents(place)
        self.blockSignals(False)

    def keys(self) -> list[str]:
        """The keys of the chosen lines."""
        return [item.data(0, _KEY) for item in self.selectedItems()]

    def choose(self, key: str) -> None:
        """Choose one line."""
        for place in range(self.topLevelItemCount()):
            if self.topLevelItem(place).data(0, _KEY) == key:
                self.setCurrentItem(self.topLevelItem(place))


class Ticks(QListWidget):
    """Lines to tick."""

    ticked = pyqtSignal()

    def __init__(self, name: str, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.itemChanged.connect(self._changed)

    def fill(self, rows: Iterable[tuple[str, str]], ticked: frozenset[str]) -> None:
        """(key, text) of every line, and which are ticked."""
        self.blockSignals(True)
        self.clear()
        for key, text in rows:
            item = QListWidgetItem(text, self)
            item.setData(_KEY, key)
            item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def keys(self) -> frozenset[str]:
        """The keys of the ticked lines."""
        items = map(self.item, range(self.count()))
        return frozenset(item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, key: str, on: bool = True) -> None:
        """Tick one line, or not."""
        for item in map(self.item, range(self.count())):
            if item.data(_KEY) == key:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _changed(self, _item: QListWidgetItem) -> None:
        self.ticked.emit()
