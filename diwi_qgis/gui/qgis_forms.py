"""The forms that QGIS makes for our layers, made to behave: wide enough, with help, steady under the mouse wheel.

QGIS has no signal for a form that opens. A form gets the focus when it does, so that is what is listened to: once for every
change of focus, where an event filter would hear every movement of the mouse.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional, Union

from qgis.core import QgsApplication
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QSize, QTimer
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from qgis.PyQt.QtXml import QDomDocument

from diwi_qgis.gui.form_rights import close_what_is_not_allowed
from diwi_qgis.gui.inputs import Unmoved, steady
from diwi_qgis.gui.window import Window
from diwi_qgis.model.table_rights import TABLE_RIGHTS
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.workspace.form_relations import mend
from diwi_qgis.workspace.layers import table_of

#: Property of a form that was seen to.
_SEEN = "diwiSeen"


class QgisForms(QObject):
    """A part of the window (see `gui.parts`): sees to the forms of our layers as they open."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._project, self._rights = window.session.project, window.session.rights
        self._document: Optional[QDomDocument] = None
        self._guard = Unmoved(self)
        self._texts: list[_EmptyText] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def install(self) -> None:
        """Listen."""
        QApplication.instance().focusChanged.connect(self._later)
        self._project.readProject.connect(self._reading)

    def remove(self) -> None:
        """Stop listening."""
        self._timer.stop()
        QApplication.instance().focusChanged.disconnect(self._later)
        self._project.readProject.disconnect(self._reading)

    def _reading(self, document: QDomDocument) -> None:
        """Relations are read last."""
        self._document = QDomDocument(document)
        QTimer.singleShot(0, self._mend)

    def _mend(self) -> None:
        document, self._document = self._document, None
        if document is not None:
            mend(self._project, document)

    def _later(self, *_: object) -> None:
        self._timer.start(0)  # what comes with the form (tabs, lists of children) is there by then

    def _look(self) -> None:
        home = _home(QApplication.focusWidget())
        for form in list(_forms(home)) if home is not None else ():  # what is done to one may end widgets in it
            table = table_of(form.layer())
            if table is not None and not form.property(_SEEN):
                form.setProperty(_SEEN, True)
                self._see_to(form, table)
            if table in TABLE_RIGHTS:
                close_what_is_not_allowed(form, table, self._rights)

    def _see_to(self, form: QgsAttributeForm, table: str) -> None:
        steady(form, self._guard)
        _explain(form, table)
        form.widgetValueChanged.connect(self._later)  # also when it shows another row
        self._texts = [text for text in self._texts if not sip.isdeleted(text)]
        self._texts += [_EmptyText(box) for box in form.findChildren(QTextEdit)]
        self._texts += [_EmptyText(box) for box in form.findChildren(QPlainTextEdit)]
        for tabs in form.findChildren(QTabWidget):
            tabs.currentChanged.connect(self._later)  # children of a row come when their tab is looked at
        if isinstance(form.window(), QDialog):
            _make_room(form.window(), form)


def _home(widget: Optional[QWidget]) -> Optional[QWidget]:
    """The window or dock in which the focus is; not the whole window of QGIS."""
    while widget is not None and not widget.isWindow() and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return None if isinstance(widget, QMainWindow) else widget


def _forms(home: QWidget) -> Iterator[QgsAttributeForm]:
    """The forms in a window. Python knows a widget that QGIS made as a plain one until it is told what it is."""
    for widget in home.findChildren(QWidget):
        if widget.inherits("QgsAttributeForm"):
            yield sip.cast(widget, QgsAttributeForm)


def _explain(form: QgsAttributeForm, table: str) -> None:
    """Help of the model as tooltip of labels, where QGIS has none: GDAL before 3.7 does not read it from the file."""
    columns = {column.name: column for column in model_table(table).all_columns}
    for label in form.findChildren(QLabel):
        column = columns.get(label.buddy().objectName()) if label.buddy() is not None else None
        if column is not None and column.help and column.help not in label.toolTip():
            label.setToolTip("<br>".join(filter(None, (label.toolTip(), column.help))))


def _make_room(dialog: QWidget, form: QgsAttributeForm) -> None:
    """Make a form that QGIS opens too small as large as what it shows, as far as the screen goes."""
    wide, high = 0, 0
    for area in _shown(form):
        needs, has = area.widget().minimumSizeHint(), area.viewport().size()
        wide, high = max(wide, needs.width() - has.width()), max(high, needs.height() - has.height())
    there = dialog.screen().availableGeometry()
    around = dialog.frameGeometry().size() - dialog.size()
    dialog.resize(QSize(dialog.width() + wide, dialog.height() + high).boundedTo(there.size() - around))
    place = dialog.frameGeometry()
    left, top = min(place.left(), there.right() - place.width()), min(place.top(), there.bottom() - place.height())
    dialog.move(max(left, there.left()), max(top, there.top()))


def _shown(form: QgsAttributeForm) -> Iterator[QScrollArea]:
    return (area for area in form.findChildren(QScrollArea) if area.isVisible() and area.widget() is not None)


class _EmptyText(QObject):
    """Shows a text box that is empty as empty.

    QGIS writes its word for nothing (NULL) in the box as if somebody had typed it, and knows the value as nothing by that
    word only. So the word stays there, unseen, as long as nobody writes in the box.
    """

    def __init__(self, box: Union[QTextEdit, QPlainTextEdit]) -> None:
        super().__init__(box)
        self._box = box
        self._colours = QPalette(box.palette())
        box.installEventFilter(self)
        box.textChanged.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See `QObject.eventFilter`."""
        word = QgsApplication.nullRepresentation()
        if event.type() == QEvent.Type.FocusIn and self._box.toPlainText() == word and not self._box.isReadOnly():
            self._write("")
        elif event.type() == QEvent.Type.FocusOut and not self._box.toPlainText():
            self._write(word)
        return False

    def _write(self, text: str) -> None:
        """Past QGIS, for which nothing changed."""
        blocked = self._box.blockSignals(True)
        self._box.setPlainText(text)
        self._box.blockSignals(blocked)
        self._show()

    def _show(self) -> None:
        colours = QPalette(self._colours)
        if self._box.toPlainText() == QgsApplication.nullRepresentation():
            colours.setColor(QPalette.ColorRole.Text, QColor(0, 0, 0, 0))
        self._box.setPalette(colours)
