"""Documents of a field copy: files go along with the rows that point at them, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.documents import TO_COPY, copied_in, copy_of, is_address, located, sha256
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.exchange.fieldcopy.brought import Brought
    from diwi_qgis.rules.merging import Changes

_TABLE = "document"


@contextmanager
def bring_papers(register: Path, brought: Brought, changes: Changes) -> Iterator[None]:
    """Copy the files of new and changed rows, and let the rows point at the copies; taken away when what is inside fails.

    Raises InputError when a file cannot be read or written.
    """
    with ExitStack() as copied:
        for rows in (changes.inserts, changes.updates):
            rows_here = rows.get(_TABLE, [])
            for number, row in enumerate(rows_here):
                file = _to_bring(register, brought, row)
                if file is not None:
                    there = {**row, "pad": f"{TO_COPY}{file}"}
                    rows_here[number] = copied.enter_context(copied_in(register, file.parent.name, [there]))[0]
        yield


def _to_bring(register: Path, brought: Brought, row: dict[str, Any]) -> Optional[Path]:
    """The file in the field copy that the office does not have; None when there is nothing to bring."""
    pad = row.get("pad") or brought.mine[_TABLE].get(row["uuid"], {}).get("pad") or ""
    if "pad" not in row and "sha256" not in row:
        return None
    file = copy_of(brought.folder.register, pad)
    if file is None:
        return None
    there = located(register, pad)
    return None if there.is_file() and sha256(there) == sha256(file) else file.resolve()


def unreachable(brought: Brought, changes: Changes, register: Optional[Path]) -> Iterator[Text]:
    """Documents that point at a file that is not here: on the laptop alone, or gone."""
    for row in [*changes.inserts.get(_TABLE, []), *changes.updates.get(_TABLE, [])]:
        pad = row.get("pad")
        if not pad or register is None or is_address(pad) or copy_of(brought.folder.register, pad):
            continue
        if not located(register, pad).is_file():
            title = row.get("titel") or brought.mine[_TABLE][row["uuid"]]["titel"]
            yield Text(
                f"Document {title} verwijst naar een bestand dat hier niet is: {pad}.",
                f"Document {title} refers to a file that is not here: {pad}.",
            )
