"""The page of one plan: header, tabs, messages, save and undo. What is on it is a draft until it is saved as a whole."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QShowEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.errors import DiwiError
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.words import PLANNEN
from diwi_qgis.gui.inputs import in_reading_order, steady
from diwi_qgis.gui.page import kept_drafts
from diwi_qgis.gui.page.checks import Fault, faults
from diwi_qgis.gui.page.documents_tab import DocumentsTab
from diwi_qgis.gui.page.fields_tab import FieldsTab
from diwi_qgis.gui.page.findings_tab import FindingsTab
from diwi_qgis.gui.page.header import Header
from diwi_qgis.gui.page.history_tab import HistoryTab
from diwi_qgis.gui.page.keeper import Keeper
from diwi_qgis.gui.page.map_edits import MapEdits, fids_edited_on_map
from diwi_qgis.gui.page.notices import Notices
from diwi_qgis.gui.page.pending_area import PendingArea
from diwi_qgis.gui.page.plan_conflicts import PlanConflicts
from diwi_qgis.gui.page.plan_draft import EDITED, FINDINGS, PlanDraft
from diwi_qgis.gui.page.plan_names import PlanNames
from diwi_qgis.gui.page.plan_rights import PlanRights
from diwi_qgis.gui.page.programme_tab import ProgrammeTab
from diwi_qgis.gui.page.save_bar import SaveBar
from diwi_qgis.gui.page.saving import MovedOnError, moved_rows, save, stored_rows
from diwi_qgis.gui.page.stepping_back import keep_area
from diwi_qgis.gui.page.tab import RowsTab, Tab
from diwi_qgis.gui.page.values import show_moment
from diwi_qgis.gui.page.warning import SIGN
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.model.rights import Actie
from diwi_qgis.store.address import Address
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: How many faults a refused save names; the tabs count all of them.
_NAMED = 3

#: What the page shows.
_READ = (*EDITED, FINDINGS)

_MIJLPAAL = ("soort", "gepland", "gerealiseerd", "eerste_prognose", "p50", "p80", "bron", "omschrijving")
_AFSPRAAK = ("onderwerp", "omschrijving", "partij", "waarde", "eenheid", "datum", "nagekomen", "opmerkingen")
_KNELPUNT = ("soort", "toelichting", "sinds", "opgelost")


class PlanPage(QWidget):
    """Shows the plan that the session has chosen; a plan with unsaved changes stays until those are saved or given up."""

    def __init__(self, session: RegisterSession, canvas: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("diwiPlanPagina")
        self._session = session
        self._lists: Optional[RegisterLists] = None
        self._address: Optional[Address] = None
        self._faults: list[Fault] = []
        self._allowed = PlanRights()
        self._fid = 0
        self._saving = False
        self.draft: Optional[PlanDraft] = None
        self.header = Header(self)
        self.header.planAsked.connect(session.choose_plan)
        self.notices = Notices(self)
        self._keeper = Keeper(self.notices, self)
        self._pending_area = PendingArea(session, canvas, self.notices, self._keep_area)
        self.findings = FindingsTab(session, canvas, _user, self)
        self.tabs: tuple[Tab, ...] = (
            FieldsTab(self),
            ProgrammeTab(self),
            RowsTab("mijlpaal", tr("Planning"), _MIJLPAAL, read_only=("eerste_prognose", "p50", "p80")),
            RowsTab("afspraak", tr("Agreements"), _AFSPRAAK),
            RowsTab("knelpunt", tr("Bottlenecks"), _KNELPUNT),
            DocumentsTab(session, self),
            HistoryTab(session, self),
            self.findings,
        )
        self.tab_widget = QTabWidget(self)
        self.tab_widget.setObjectName("planTabs")
        self.tab_widget.tabBar().setAccessibleName(tr("Parts of the plan"))
        self.tab_widget.setDocumentMode(True)
        keeps_room = self.tab_widget.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # or the header would spread over the page
        self.tab_widget.setSizePolicy(keeps_room)
        for tab in self.tabs:
            self.tab_widget.addTab(tab, tab.title)
            tab.edited.connect(self._edited)
            tab.refused.connect(self._refused)
        self._lay_out()
        session.planChosen.connect(self.choose)
        session.registerChanged.connect(self._register_changed)
        session.dataChanged.connect(self._data_changed)
        session.colleaguesChanged.connect(self._show_colleagues)
        steady(self)
        self._register_changed()
        self._map_edits = MapEdits(session, self._refresh_buttons)
        self._map_edits.listen()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.header)
        layout.addWidget(self.notices)
        layout.addWidget(self.tab_widget, 1)
        self.bar = SaveBar(self, self.save, self.undo, self.discard)
        layout.addWidget(self.bar)

    def stop(self) -> None:
        """The window goes away: keep what was not saved, and stop listening."""
        self._keeper.stop()
        self._session.planChosen.disconnect(self.choose)
        self._session.registerChanged.disconnect(self._register_changed)
        self._session.dataChanged.disconnect(self._data_changed)
        self._map_edits.stop_listening()
        self._pending_area.remove()

    # -- which plan -----------------------------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether there is something to save."""
        return self.draft is not None and bool(self.draft.changes())

    def choose(self, uuid: str) -> None:
        """Another plan was chosen: show it, unless there are changes here that would be lost."""
        if not self.isVisible():
            return
        current = self.draft.uuid if self.draft else ""
        if uuid == current:
            self.notices.take_away("ander")
        elif self.dirty:
            if uuid:
                self.notices.show_notice(
                    "ander",
                    tr("You chose another plan. This page still has changes that were not saved."),
                    (
                        (tr("Save and go there"), self._save_and_go),
                        (tr("Discard and go there"), self._discard_and_go),
                        (tr("Stay"), self._stay),
                    ),
                )
        else:
            self.load(uuid)

    def _save_and_go(self) -> None:
        target = self._session.plan
        if self.save():
            self.load(target)

    def _discard_and_go(self) -> None:
        self.discard()
        self.load(self._session.plan)

    def _stay(self) -> None:
        if self.draft is not None:
            self._session.choose_plan(self.draft.uuid)

    def load(self, uuid: str) -> None:
        """Read a plan from the register and show it; empty: no plan."""
        self.notices.clear()
        draft = None
        if uuid and self._session.address is not None:
            try:
                with self._session.read() as register:
                    if self._lists is None:
                        self._lists = self._read_lists(register)
                    rows = register.plan_rows(uuid, _READ)
                    kin = register.plan_kin(uuid)
                    self._allowed = PlanRights(register.rights([uuid]), uuid)
            except DiwiError as error:
                self._refused(error.text.language(locale()))
                rows = {}
            if rows.get("project"):
                draft = PlanDraft(uuid, rows)
                self.header.show_kin(*kin)
                self._fid = rows["project"][0]["fid"]
            elif rows:
                not_yet = tr("This plan is not in the register yet: save it on the map first.")
                self.notices.show_notice("weg", self._allowed.why_not_do(Actie.BEKIJKEN) or not_yet)
        self._show(draft)
        if not self._allowed.why_not_change("project"):
            self._offer_kept()

    def _read_lists(self, register: Register) -> RegisterLists:
        """The lists of the register, and its plans by name."""
        lists = RegisterLists.read(register)
        return replace(lists, opties={**lists.opties, PLANNEN: PlanNames(self._session)})

    def _show(self, draft: Optional[PlanDraft]) -> None:
        self.draft = draft
        for tab in self.tabs:
            tab.show_plan(draft, self._known_lists, self._allowed)
        in_reading_order(self)  # the form may be made anew
        self.tab_widget.setVisible(draft is not None)
        self.bar.show_buttons(draft is not None)
        self._keeper.watch(self._address, draft)
        self._refresh()
        self._show_colleagues()

    @property
    def _known_lists(self) -> RegisterLists:
        return self._lists or _NO_LISTS

    def showEvent(self, event: Optional[QShowEvent]) -> None:
        """A hidden page reads nothing; now it does."""
        super().showEvent(event)
        self.choose(self._session.plan)

    # -- what others do -------------------------------------------------------------------------------------------------

    def _register_changed(self) -> None:
        """Another register: what was not saved is kept and offered when the plan is opened again."""
        kept = self.draft.project["naam"] if self.draft is not None and self.dirty else ""
        self._keeper.keep()
        self._lists, self._address = None, self._session.address
        self.draft = None
        self.load("")
        if kept:
            text = tr(
                "Changes on plan “{name}” were not saved. They are kept, and offered when you open that plan again."
            )
            self.notices.show_notice("bewaard", text.format(name=kept), ((tr("Close"), _nothing),))

    def _data_changed(self) -> None:
        """Rows were written elsewhere: show them, and put changes here on top where they do not bite."""
        if self._saving or self.draft is None or self._session.address is None:
            return
        if not self.dirty:
            self._lists = None
            self.load(self.draft.uuid)
            return
        try:
            with self._session.read() as register:
                rows = stored_rows(register, self.draft)
        except DiwiError:
            return  # saving will tell
        if not rows["project"] or not moved_rows(self.draft, rows, self.draft.names):
            return
        if self.draft.conflicts(rows):
            self.notices.show_notice(
                "elders", tr("Somebody changed this plan too: when you save you choose, field by field.")
            )
        else:
            self.draft.rebase(rows)
            self._refresh()
            self.notices.show_notice(
                "elders", tr("Somebody else changed this plan; that is shown here too."), ((tr("Close"), _nothing),)
            )

    def _edited_on_map(self) -> bool:
        """Whether this plan has edits on the map that were not saved."""
        return self.draft is not None and self._fid in fids_edited_on_map(self._session)

    def _show_colleagues(self) -> None:
        """Who else is changing this plan, as long as he is."""
        now = [each for each in self._session.colleagues if self.draft is not None and each.plan == self.draft.uuid]
        if not now:
            self.notices.take_away("bewerkt")
            return
        names = ", ".join(f"{each.user} ({show_moment(each.since)})" for each in now)
        self.notices.show_notice("bewerkt", tr("Is working on this plan too: {0}").format(names))

    # -- changing -------------------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        if self._session.snapshot is not None:
            self.discard()
            self._refused(tr("You look at the register as it was: nothing can be changed in it."))
            return
        self._keeper.touch()
        self.notices.take_away("geweigerd")
        self._refresh()

    def _refused(self, text: str) -> None:
        self.notices.show_notice("geweigerd", text, ((tr("Close"), _nothing),))

    def _refresh(self) -> None:
        """Show the draft as it is now everywhere."""
        self._faults = faults(self.draft, self._known_lists) if self.draft else []
        for place, tab in enumerate(self.tabs):
            tab.refresh(self._faults)
            self.tab_widget.setTabText(place, tab.title + self._mark(tab))
        self.header.show_plan(self.draft, self._known_lists)
        self._pending_area.show(self.draft)
        self._refresh_buttons()

    def _keep_area(self) -> None:
        if self.draft is not None:
            keep_area(self.draft)
            self._edited()

    def _mark(self, tab: Tab) -> str:
        """How much on a tab asks for attention."""
        if tab is self.findings:
            return f" ({self.findings.open_count()})" if self.findings.open_count() else ""
        number = sum(tab.owns(fault) for fault in self._faults)
        return f" {SIGN}{number}" if number else ""

    def _refresh_buttons(self, *_: object) -> None:
        draft = self.draft
        self._session.set_work(self.objectName(), {draft.uuid} if draft is not None and self.dirty else ())
        can_undo, refusal = (draft.can_undo, self._allowed.why_not_change("project")) if draft else (False, "")
        self.bar.show_state(self.dirty, can_undo, self._edited_on_map(), refusal)

    def undo(self) -> None:
        """Take the last change back."""
        self._finish_typing()
        if self.draft is not None and self.draft.can_undo:
            self.draft.undo()
            self._edited()

    def discard(self) -> None:
        """Give up all changes."""
        if self.draft is not None:
            self._keeper.forget()
            self.load(self.draft.uuid)

    def _finish_typing(self) -> None:
        """A cell or field that is still being typed in counts."""
        focus = QApplication.focusWidget()
        if focus is not None and self.tab_widget.isAncestorOf(focus):
            focus.clearFocus()

    def event(self, event: Optional[QEvent]) -> bool:
        """Ctrl+Z and Ctrl+Enter are ours while the page has the focus, not those of QGIS."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._slot_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: Optional[QKeyEvent]) -> None:
        """Undo and save by keyboard."""
        slot = self._slot_of(event) if event is not None else None
        if slot is not None:
            slot()
        else:
            super().keyPressEvent(event)

    def _slot_of(self, event: QKeyEvent) -> Optional[Callable[[], Any]]:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.undo
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return self.save if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier else None

    # -- saving ---------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Store all changes, or nothing and say why; True when all is stored."""
        self._finish_typing()
        if self.draft is None or not self.dirty:
            return True
        if self._edited_on_map():
            self._refresh_buttons()
            return False
        if self._faults:
            self._tell_faults()
            return False
        return self._store(self.draft)

    def _store(self, draft: PlanDraft) -> bool:
        self._saving = True
        try:
            taken_along = save(self._session, draft)
        except MovedOnError as moved:
            dialog = PlanConflicts(draft, moved.conflicts, self._known_lists, self)
            if not dialog.exec():
                return False
            draft.rebase(moved.theirs, dialog.choose_theirs())
            return self._store(draft)
        except DiwiError as error:
            self._refused(tr("Nothing was saved.") + " " + error.text.language(locale()))
            return False
        finally:
            self._saving = False
            self._refresh()
        self._keeper.forget()
        self.load(draft.uuid)
        if taken_along:
            self.notices.show_notice(
                "meegenomen",
                tr(
                    "Saved. Somebody else had changed this plan meanwhile; that is shown too (changed rows: {number})."
                ).format(number=taken_along),
                ((tr("Close"), _nothing),),
            )
        return True

    def _tell_faults(self) -> None:
        more = len(self._faults) - _NAMED
        lines = [tr("Nothing was saved. First mend:"), *(f"• {fault.text}" for fault in self._faults[:_NAMED])]
        if more > 0:
            lines.append(tr("… and {number} more").format(number=more))
        self.notices.show_notice("geweigerd", "\n".join(lines), ((tr("Show the first"), self._show_first_fault),))

    def _show_first_fault(self) -> None:
        for tab in self.tabs:
            found = [fault for fault in self._faults if tab.owns(fault)]
            if found:
                self.tab_widget.setCurrentWidget(tab)
                tab.show_fault(found[0])
                return

    # -- drafts that outlive a crash ----------------------------------------------------------------------------------------

    def _offer_kept(self) -> None:
        kept = kept_drafts.kept(self._address, self.draft.uuid) if self.draft and self._address else None
        if kept is None:
            return
        text = tr("Changes of {moment} on this plan were never saved. Bring them back?")
        self.notices.show_notice(
            "concept",
            text.format(moment=show_moment(kept.moment)),
            ((tr("Bring back"), self._bring_back), (tr("Throw away"), self.discard)),
        )

    def _bring_back(self) -> None:
        kept = kept_drafts.kept(self._address, self.draft.uuid) if self.draft and self._address else None
        if kept is None or self.draft is None:
            return
        try:
            with self._session.read() as register:
                stored = stored_rows(register, kept.draft)
        except DiwiError as error:
            self._refused(error.text.language(locale()))
            return
        if not kept.draft.conflicts(stored):
            kept.draft.rebase(stored)
        self._show(kept.draft)


_NO_LISTS = RegisterLists({})


def _nothing() -> None:
    """The message has been read."""


def _user() -> str:
    """Who is signed in to this computer: also whom the register records."""
    return getpass.getuser()
