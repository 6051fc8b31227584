"""Documents of the plan: linked where they are, or copied into the register's own folder; opened from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QPushButton, QVBoxLayout, QWidget

from diwi_qgis.errors import DiwiError
from diwi_qgis.exchange.documents import TO_COPY, State, is_address, located, sha256, state
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.draft import Draft, Row
from diwi_qgis.gui.page.grid import Grid
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.rows_model import Computed, RowsModel
from diwi_qgis.gui.page.tab import Tab
from diwi_qgis.gui.page.warning import SIGN
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.store.address import file_of
from diwi_qgis.translation import locale, tr

_COLUMNS = ("titel", "datum", "pad", "opmerkingen")


class DocumentsTab(Tab):
    """Grid of documents with what can be said of each file."""

    def __init__(self, session: RegisterSession, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentTab")
        self.title, self.tables = tr("Documents"), ("document",)
        self._session = session
        self._states: dict[tuple[str, str], State] = {}
        status = Computed(tr("File"), tr("Whether the file is there, and is what it was."), self._status)
        self.model = RowsModel("document", _COLUMNS, (status,))
        self.grid = Grid(self.model, self.title, self)
        self.grid.view.horizontalHeader().moveSection(len(_COLUMNS), 1)  # whether it is there, beside its title
        self._copy = self._button(
            "documentKopie", tr("Copy in…"), tr("Copy files beside the register"), self._ask_copies
        )
        self._link = self._button("documentLink", tr("Link…"), tr("Link to files where they are"), self._ask_links)
        self._web = self._button("documentAdres", tr("Address…"), tr("Link to a page on the web"), self._ask_address)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.grid)
        for row in (
            (self._link, self._copy, self._web),
            (
                self._button("documentOpenen", tr("Open"), tr("Open the chosen document"), self.open_chosen),
                self._button(
                    "documentControle", tr("Check files"), tr("Read all files: did they change?"), self.check_files
                ),
            ),
        ):
            line = QHBoxLayout()
            for button in row:
                line.addWidget(button)
            line.addStretch()
            layout.addLayout(line)
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self.refused)

    def _button(self, name: str, text: str, tip: str, slot: Callable[..., None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(slot)
        return button

    def show_plan(self, draft: Optional[PlanDraft], lists: RegisterLists, allowed: PlanRights) -> None:
        """See `Tab`."""
        self._states = {}
        closed = allowed.why_not_add("document")
        no_folder = (
            ""
            if self._file
            else tr("A register on a server has no folder: link to files where everybody can read them.")
        )
        for button, why in ((self._link, closed), (self._copy, closed or no_folder), (self._web, closed)):
            button.setEnabled(not why)
            button.setToolTip(why or button.accessibleName())
        self.model.show_rows(draft, lists, allowed)
        self.setEnabled(draft is not None)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `Tab`."""
        self.model.refresh(faults)

    def show_fault(self, fault: Fault) -> None:
        """See `Tab`."""
        self.grid.select(fault.uuid)

    # -- adding -----------------------------------------------------------------------------------------------------------

    def _ask_links(self) -> None:
        self.add_files(self._ask_files(tr("Link to files")), copy=False)

    def _ask_copies(self) -> None:
        self.add_files(self._ask_files(tr("Copy files beside the register")), copy=True)

    def _ask_files(self, title: str) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(self, title)
        return [Path(name) for name in names]

    def _ask_address(self) -> None:
        address, given = QInputDialog.getText(self, tr("Address"), tr("Address of the page (https://…)"))
        if given and address.strip():
            self.add_address(address.strip())

    def add_files(self, paths: Sequence[Path], copy: bool) -> None:
        """Rows for files, with their hash; a copy is made when the plan is saved. One step back."""
        draft = self.model.draft
        if draft is None or not paths:
            return
        try:
            hashes = [sha256(path) for path in paths]
        except DiwiError as error:
            self.refused.emit(error.text.language(locale()))
            return
        with draft.step():
            for path, digest in zip(paths, hashes):
                where = f"{TO_COPY if copy else ''}{path}"
                self.model.add(titel=path.stem, pad=where, sha256=digest)

    def add_address(self, address: str) -> None:
        """A row for a page on the web."""
        if not is_address(address):
            self.refused.emit(tr("“{text}” is not an address that starts with https://").format(text=address))
            return
        self.model.add(titel=address.split("//", 1)[1][:255], pad=address)

    # -- looking ------------------------------------------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """Open the document of the current row with the program that the computer has for it."""
        row = self.model.row_of(self.grid.current)
        if row < 0:
            self.refused.emit(tr("Choose a document first."))
            return
        values = self.model.row_values(row)
        found = self._look(values, read_it=True)
        if found is State.MISSING:
            self.refused.emit(
                tr("{title}: the file is missing: {path}").format(title=values["titel"], path=values["pad"])
            )
            return
        if found is State.CHANGED:
            self.refused.emit(
                tr("{title}: the file is not what it was when it was added.").format(title=values["titel"])
            )
        pad = values["pad"]
        where = QUrl(pad) if is_address(pad) else QUrl.fromLocalFile(str(located(self._file, pad)))
        QDesktopServices.openUrl(where)

    def check_files(self) -> None:
        """Read every file and say which are missing or changed."""
        draft = self.model.draft
        if draft is None:
            return
        wrong = [row for row in draft.rows("document") if self._look(row, read_it=True) in _WRONG]
        self.model.refresh()
        if wrong:
            self.refused.emit("\n".join(f"{row['titel']}: {self._status(draft, row)}" for row in wrong))

    def _status(self, _draft: Draft, row: Row) -> str:
        found = self._states.get((row["uuid"], row["pad"] or "")) or self._look(row, read_it=False)
        return {
            State.PRESENT: tr("present"),
            State.MISSING: f"{SIGN} {tr('missing')}",
            State.CHANGED: f"{SIGN} {tr('changed since it was added')}",
            State.ADDRESS: tr("web page"),
            State.TO_COPY: tr("is copied when you save"),
        }[found]

    @property
    def _file(self) -> Optional[Path]:
        """The file of the register, beside which its documents lie; None for one on a server."""
        return file_of(self._session.address)

    def _look(self, row: Row, read_it: bool) -> State:
        try:
            found = state(self._file, row["pad"], row["sha256"], read_it)
        except DiwiError:
            found = State.MISSING
        self._states[row["uuid"], row["pad"] or ""] = found
        return found


_WRONG = (State.MISSING, State.CHANGED)
