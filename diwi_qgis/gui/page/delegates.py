"""Editing of a cell with the same widgets as in forms."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from diwi_qgis.gui.page.editors import ChoiceEdit, make_editor
from diwi_qgis.gui.page.rows_model import RowsModel
from diwi_qgis.translation import tr


class CellDelegate(QStyledItemDelegate):
    """Makes the editor that the column asks for and reads its value; what is no value is told and not taken."""

    def createEditor(
        self, parent: Optional[QWidget], option: QStyleOptionViewItem, index: QModelIndex
    ) -> Optional[QWidget]:
        """The widget for this column of this row."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return None
        editor = make_editor(model.columns[index.column()], model.row_values(index.row()), model.lists, parent)
        editor.setAutoFillBackground(True)
        if isinstance(editor, ChoiceEdit):
            editor.edited.connect(self._chosen)
        return editor

    def setEditorData(self, editor: Any, index: QModelIndex) -> None:
        """Show the value of the cell."""
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.set_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: Any, model: Optional[QAbstractItemModel], index: QModelIndex) -> None:
        """Give the value to the model."""
        if not isinstance(model, RowsModel):
            return
        column = model.columns[index.column()]
        try:
            value = editor.value()
        except ValueError as error:
            model.refused.emit(
                tr("{label}: “{text}” was not taken: {expected}").format(
                    label=column.label, text=editor.text(), expected=error
                )
            )
            return
        model.setData(index, value)

    def _chosen(self) -> None:
        """A list has nothing more to ask: take it and close."""
        editor = self.sender()
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
