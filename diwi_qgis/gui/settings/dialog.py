"""The settings of a register: subjects at the left, one page at a time, what changes before it is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.errors import DiwiError
from diwi_qgis.exchange.definitions.package import read_package
from diwi_qgis.exchange.definitions.state import Known
from diwi_qgis.gui.inputs import in_reading_order
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.warning import SIGN
from diwi_qgis.gui.settings.changes_page import ChangesPage
from diwi_qgis.gui.settings.classes_page import PriceClassesPage
from diwi_qgis.gui.settings.lists_page import CodeListsPage
from diwi_qgis.gui.settings.notifications_page import NotificationsPage
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.gui.settings.profiles_page import ProfilesPage
from diwi_qgis.gui.settings.properties_page import PropertiesPage
from diwi_qgis.gui.settings.register_page import RegisterPage
from diwi_qgis.gui.settings.services_page import ServicesPage
from diwi_qgis.gui.settings.settings_draft import SettingsDraft
from diwi_qgis.notation import counted
from diwi_qgis.translation import locale, tr


class SettingsDialog(QDialog):
    """Shows a draft of the definitions; storing it is whoever's who listens to `saveAsked`."""

    saveAsked = pyqtSignal()  #: store what `draft` has
    packageAsked = pyqtSignal()  #: choose a package to read
    exportAsked = pyqtSignal()  #: write what is stored as a package

    def __init__(self, known: Known, register: Optional[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiInstellingen")
        self.setWindowTitle(tr("Settings of the register"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.draft = SettingsDraft(known)
        self._faults: list[Fault] = []
        self._leaving = False
        self.changes = ChangesPage(self)
        self.pages: tuple[SettingsPage, ...] = (
            CodeListsPage(self),
            PriceClassesPage(self),
            PropertiesPage(self),
            RegisterPage(self),
            NotificationsPage(self),
            ServicesPage(register, self),
            ProfilesPage(self),
            self.changes,
        )
        self._lay_out()
        for page in self.pages:
            page.edited.connect(self._edited)
            page.refused.connect(self.tell)
            page.show_draft(self.draft)
        self.subjects.setCurrentRow(0)
        self._edited()
        in_reading_order(self)
        self.resize(1180, 640)

    # -- building -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.subjects = QListWidget(self)
        self.subjects.setObjectName("instellingenOnderwerpen")
        self.subjects.setAccessibleName(tr("Subjects"))
        self.subjects.setFixedWidth(190)
        self.stack = QStackedWidget(self)
        for page in self.pages:
            self.subjects.addItem(page.title)
            self.stack.addWidget(page)
        self.subjects.currentRowChanged.connect(self._turned)
        self.status = QLabel("", self)
        self.status.setObjectName("instellingenStatus")
        self.status.setWordWrap(True)
        self.status.setFrameShape(QFrame.Shape.NoFrame)
        above = QHBoxLayout()
        above.addWidget(self.subjects)
        above.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(above, 1)
        layout.addWidget(self.status)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._undo = QToolButton(self)
        self._undo.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self._undo.setObjectName("instellingenOngedaan")
        self._undo.setToolTip(tr("Undo the last change (Ctrl+Z)"))
        self._undo.setAccessibleName(self._undo.toolTip())
        self._undo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self._undo.clicked.connect(self._step_back)
        read = QPushButton(tr("Read package…"), self)
        read.setObjectName("instellingenPakketLezen")
        read.setToolTip(tr("Put a definitions package of others on top; you see what changes before you store it"))
        read.clicked.connect(self.packageAsked)
        self.write_button = QPushButton(tr("Write package…"), self)
        self.write_button.setObjectName("instellingenPakketSchrijven")
        self.write_button.clicked.connect(self.exportAsked)
        self.save_button = QPushButton(self)
        self.save_button.setObjectName("instellingenOpslaan")
        self.save_button.clicked.connect(self._save_clicked)
        close = QPushButton(tr("Close"), self)
        close.setObjectName("instellingenSluiten")
        close.clicked.connect(self.reject)
        for button in (read, self.write_button, self.save_button, close):
            button.setAutoDefault(False)
        line = QHBoxLayout()
        for widget in (self._undo, read, self.write_button):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.save_button)
        line.addWidget(close)
        return line

    # -- following what is done ---------------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether there is something to store."""
        return bool(self.draft.changes())

    def tell(self, text: str) -> None:
        """One line about what could not be done."""
        self.status.setText(f"{SIGN} {text}")

    def show_known(self, known: Known) -> None:
        """What was stored is what stands there now."""
        self.draft = SettingsDraft(known)
        for page in self.pages:
            page.show_draft(self.draft)
        self._edited()

    def read(self, path: Path) -> None:
        """Put a package on top of the draft, and show what that changes."""
        try:
            package = read_package(path)
            self.draft.take_over(package)
        except DiwiError as error:
            self.tell(error.text.language(locale()))
            return
        for page in self.pages:
            page.show_draft(self.draft)
        self.go_to(self.changes)
        self._edited()
        if not self.dirty:
            self.status.setText(tr("Package {name}: all of it holds here already.").format(name=package.name))

    def go_to(self, page: SettingsPage) -> None:
        """Turn to a page."""
        self.subjects.setCurrentRow(self.pages.index(page))

    def _turned(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.pages[place].refresh(self._faults)
        self._show_state()

    def _edited(self) -> None:
        self._faults = self.draft.faults
        for page in self.pages:
            if page is not self.changes or page is self.stack.currentWidget():
                page.refresh(self._faults)
        self._show_state()

    def _step_back(self, _checked: bool = False) -> None:
        self.draft.undo()
        self._edited()

    def _show_state(self) -> None:
        dirty, on_changes = self.dirty, self.stack.currentWidget() is self.changes
        self._undo.setEnabled(self.draft.can_undo)
        self.save_button.setEnabled(dirty and not (on_changes and self._faults))
        self.save_button.setText(tr("Save") if on_changes else tr("Look and save…"))
        self.write_button.setEnabled(not dirty)
        self.write_button.setToolTip(
            tr("Save your changes first.") if dirty else tr("All definitions of this register in one file, for others")
        )
        if self._faults:
            self.tell(self._faults[0].text)
        elif dirty:
            number = len(self.draft.lines)
            self.status.setText(counted(number, tr("change to store"), tr("changes to store"), locale()))
        else:
            self.status.setText("")

    def _save_clicked(self, _checked: bool = False) -> None:
        """First what changes is shown; where something is wrong, that."""
        if self._faults:
            self._show_fault(self._faults[0])
        elif self.stack.currentWidget() is not self.changes:
            self.go_to(self.changes)
        else:
            self.saveAsked.emit()

    def _show_fault(self, fault: Fault) -> None:
        page = next((page for page in self.pages if page.owns(fault)), None)
        if page is not None:
            self.go_to(page)
            page.show_fault(fault)

    # -- leaving ------------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; changes that were not stored are asked about."""
        if self.dirty and not self._leaving:
            self._ask_leave()
        else:
            super().reject()

    def closeEvent(self, event: Optional[QCloseEvent]) -> None:
        """See `reject`."""
        if event is not None and self.dirty and not self._leaving:
            event.ignore()
            self._ask_leave()

    def _ask_leave(self) -> None:
        question = QMessageBox(self)
        question.setObjectName("instellingenVerlaten")
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.windowTitle())
        question.setText(tr("Your changes were not saved. Close without saving?"))
        for answer, words in (
            (QMessageBox.StandardButton.Discard, tr("Close without saving")),
            (QMessageBox.StandardButton.Cancel, tr("Go on")),
        ):
            question.addButton(answer).setText(words)
        question.finished.connect(self._left)
        question.finished.connect(question.deleteLater)
        self._question = question
        question.open()

    def _left(self, answer: int) -> None:
        if answer == QMessageBox.StandardButton.Discard:
            self._leaving = True
            self.reject()
