"""A register on a server that stays open to be read: opening it takes longer than any question of the page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Optional

from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.workspace.connections import signed_in

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: Seconds without a question after which it is opened anew: by then the line may be dead, or the register upgraded.
_FRESH = 60.0


class KeptOpen:
    """One register at a time, for the main thread. A file is opened for each use: it must be free for others in between."""

    def __init__(self) -> None:
        self._register: Optional[Register] = None
        self._used = 0.0
        self._busy = False

    @contextmanager
    def read(self, address: Address) -> Iterator[Register]:
        """The register, to be read. Raises RegisterError; after one it is opened anew."""
        if self._busy or not isinstance(address, PostgisAddress):
            with opened(address) as register:
                yield register
            return
        register = self._fresh(address)
        self._busy = True
        try:
            yield register
        except BaseException:
            self.close()
            raise
        finally:
            self._busy, self._used = False, time.monotonic()

    def close(self) -> None:
        """Let go of it; may be called again."""
        register, self._register = self._register, None
        if register is not None:
            register.close()

    def _fresh(self, address: PostgisAddress) -> Register:
        kept = self._register
        if kept is None or kept.address != address or time.monotonic() - self._used > _FRESH:
            self.close()
            self._register = kept = opened(address)
        return kept


def opened(address: Address, write: bool = False) -> Register:
    """Open it; where the server wants a password, QGIS asks for it."""
    from diwi_qgis.store import open_register

    return signed_in(address, partial(open_register, write=write))
