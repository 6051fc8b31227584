"""Before QGIS stores the edits of a layer: what others changed since the edit began is shown and merged, never overwritten.

QGIS lets Python refuse no commit, and stores a layer in several statements. So when the slot ends the register holds
tickets (`store.tickets`): rows that moved on after we looked are refused by the database, and so is everything when the
user does not want to save now; then the edits stay as they were. When the register cannot be asked, the edits are taken out
of the layer until QGIS is done, and put back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Optional

from qgis.core import QgsFeatureRequest, QgsVectorDataProvider, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from diwi_qgis.errors import DiwiError, RegisterError
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.gui.together.edits import GEOMETRY, Edits, take_out
from diwi_qgis.gui.together.layer_merge import Ask, Known, Meeting, meet
from diwi_qgis.store import Register
from diwi_qgis.store.acts import Kind
from diwi_qgis.store.tickets import Ticket, not_now
from diwi_qgis.translation import tr

#: Milliseconds until edits that could not be put back are tried again.
_AGAIN = 1000

Tell = Callable[[str], None]


class CommitCheck(QObject):
    """Looks at every commit of one layer of ours; `ask` puts the questions, `tell` says what else there is to know."""

    edited = pyqtSignal()  #: edits came, went, or were stored
    began = pyqtSignal(QgsVectorLayer)  #: editing began
    ended = pyqtSignal()  #: editing ended

    def __init__(
        self,
        session: RegisterSession,
        layer: QgsVectorLayer,
        table: str,
        ask: Ask,
        tell: Tell,
        refuse: Callable[[DiwiError], None],
    ) -> None:
        super().__init__()
        self._session, self.layer, self._table = session, layer, table
        self.layer_id = layer.id()
        self._ask, self._tell, self._refuse = ask, tell, refuse
        self._known: dict[int, Known] = {}
        self._register: Optional[Register] = None
        self._held: Optional[Edits] = None
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.timeout.connect(self._over)

    def listen(self) -> None:
        """Listen."""
        for signal, slot in self._heard():
            signal.connect(slot)
        if self.layer.isEditable():
            self._began()

    def stop(self) -> None:
        """Stop listening."""
        self._clear.stop()
        self._stored()
        if not sip.isdeleted(self.layer):
            for signal, slot in self._heard():
                signal.disconnect(slot)

    def _heard(self) -> Iterator[tuple[Any, Callable[..., None]]]:
        yield self.layer.editingStarted, self._began
        yield self.layer.beforeCommitChanges, self._before_commit
        yield self.layer.afterCommitChanges, self._after_commit
        yield self.layer.layerModified, self._edited
        yield self.layer.editingStopped, self._ended

    def _edited(self) -> None:
        self.edited.emit()

    def _ended(self) -> None:
        self.edited.emit()
        self.ended.emit()

    def _began(self) -> None:
        """Remember which versions the user sees."""
        self.began.emit(self.layer)
        self._known = {}
        try:
            with self._session.read() as register:
                self._known = {fid: Known(*found) for fid, found in register.known_versions(self._table).items()}
        except DiwiError as error:
            self._refuse(error)

    def _before_commit(self, *_: object) -> None:
        layer = self.layer
        if layer.editBuffer() is None or not layer.isModified():
            return
        self._stored()
        edits = Edits.of(layer)
        try:
            self._register = self._session.opened_to_write()
            self._register.hand_in(self._settled(self._register, edits))
        except DiwiError as error:
            self._refuse(error)
            self._held = edits
            take_out(layer)
        self._clear.start(0)

    def _settled(self, register: Register, edits: Edits) -> list[Ticket]:
        """The tickets for the commit, once nothing in it is against what others stored."""
        self._complete(edits)
        meeting = meet(register, self._table, edits, self._known)
        if meeting is None:
            return self._tickets(edits)
        result = meeting.settle(self._ask)
        if result is None:
            self._tell(tr("Nothing was saved: your edits are still there."))
            return self._refusals(edits)
        wanted, back = meeting.edits(result, edits)
        for uuid, row in back.items():
            self._bring_back(register, uuid, row)
        if wanted != edits:
            wanted.make(self.layer, tr("Merged with what others changed"))
        for uuid, row in meeting.theirs.items():
            self._known[meeting.fids[uuid]] = Known(uuid, row["versie"])
        self._tell_merged(register, meeting)
        return self._tickets(wanted)

    def _complete(self, edits: Edits) -> None:
        """Rows that came while this layer was being edited are known as they are now."""
        strange = [fid for fid in edits.fids if fid not in self._known]
        request = QgsFeatureRequest(strange).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in self.layer.dataProvider().getFeatures(request) if strange else ():
            self._known[feature.id()] = Known(feature["uuid"], feature["versie"])

    def _tickets(self, edits: Edits) -> list[Ticket]:
        capabilities = self.layer.dataProvider().capabilities()
        apart = not capabilities & QgsVectorDataProvider.Capability.ChangeFeatures
        return [
            Ticket(self._table, self._known[fid].uuid, self._known[fid].version, apart and edits.both(fid))
            for fid in sorted(edits.fids)
            if fid in self._known
        ]

    def _refusals(self, edits: Edits) -> list[Ticket]:
        rows = [not_now(self._table, self._known[fid].uuid) for fid in edits.fids if fid in self._known]
        return [*rows, not_now(self._table)]

    def _bring_back(self, register: Register, uuid: str, row: dict[str, object]) -> None:
        """A row that others removed and the user keeps: as it was, with all below it if it went as a plan, and his changes."""
        with register.transaction() as write:
            acts = [each for each in register.acts(uuid) if each.kind is Kind.DELETE and not each.taken_back]
            if acts:
                write.take_back(uuid, acts[-1])
            elif not write.bring_back(self._table, [uuid]):
                raise RegisterError(
                    "Wat een ander verwijderde, kan niet terug: datgene waar het onderdeel van was, is er niet meer.",
                    "What somebody removed cannot come back: what it was a part of is not there any more.",
                )
            write.update(self._table, [{"uuid": uuid, **_for_store(row)}])

    def _tell_merged(self, register: Register, meeting: Meeting) -> None:
        hands = register.last_hands(self._table, list(meeting.fids))
        names = sorted({hand.user or tr("somebody else") for hand in hands.values()})
        text = tr("Saved together with what {0} changed meanwhile (rows: {1}).")
        self._tell(text.format(", ".join(names), len(meeting.fids)))

    def _after_commit(self) -> None:
        self._stored()
        self.edited.emit()
        if self.layer.isEditable():
            self._began()

    def _over(self) -> None:
        """QGIS is done with the commit: what could not be looked at is an edit again."""
        self._stored()
        if self._held is None or sip.isdeleted(self.layer):
            return
        try:
            self._held.put_in(self.layer, tr("Edits that were not saved"))
        except RegisterError:  # QGIS cannot open the file for writing yet
            self._clear.start(_AGAIN)
        else:
            self._held = None

    def _stored(self) -> None:
        """Nothing is expected any more."""
        register, self._register = self._register, None
        if register is None:
            return
        try:
            with register:
                register.hand_in(())
        except DiwiError:
            return  # they expire by themselves


def _for_store(row: dict[str, object]) -> dict[str, object]:
    import shapely

    if not isinstance(row.get(GEOMETRY), str):
        return row
    return {**row, GEOMETRY: shapely.from_wkb(bytes.fromhex(str(row[GEOMETRY])))}
