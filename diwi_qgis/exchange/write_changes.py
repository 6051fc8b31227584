"""What a merge or a page found to be changed, into the register: in an order in which no row misses the one it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diwi_qgis.model.tables import TABLES

if TYPE_CHECKING:
    from diwi_qgis.rules.merging import Changes
    from diwi_qgis.store.writing import Writer

_ORDER = [table.name for table in TABLES]


def write_changes(write: Writer, changes: Changes) -> None:
    """New and changed rows first, wholes before parts; then what goes, parts before wholes.

    That way round a part that moved elsewhere does not go with its former whole.
    """
    for name in _ORDER:
        if changes.inserts.get(name):
            write.insert(name, changes.inserts[name])
        if changes.updates.get(name):
            write.update(name, changes.updates[name])
    for name in reversed(_ORDER):
        if changes.deletes.get(name):
            write.delete(name, changes.deletes[name])
