"""What can be wrong with an imported file: one place, one code, what stood there and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.plan import Plaats
from diwi_qgis.texts import Text


@dataclass(frozen=True)
class Problem:
    """One problem. `code` is DIWI's error code where it has one. A warning does not stop the import."""

    code: str
    message: Text
    expected: Text
    plaats: Plaats = field(default=Plaats())
    value: Any = None
    plan: str = ""
    blok: str = ""
    warning: bool = False

    @property
    def line(self) -> Text:
        """The problem in one line: where, of which plan and block, what, and what was expected."""
        who = " – ".join(part for part in (self.plan, self.blok) if part)
        where = " ".join(part for part in (self.plaats.sheet, self.plaats.cel, f"({who})" if who else "") if part)
        where = f"{where}: " if where else ""
        return Text(
            f"{where}{self.message.nl} Verwacht: {self.expected.nl}",
            f"{where}{self.message.en} Expected: {self.expected.en}",
        )


class ImportRefusedError(InputError):
    """The file was refused and nothing was stored; `problems` says why, all of it."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if not problem.warning]
        first: Optional[Problem] = errors[0] if errors else None
        where = f" ({first.plaats.sheet} {first.plaats.cel})" if first else ""
        super().__init__(
            f"'{file}' is niet ingelezen: {len(errors)} fout(en), er is niets opgeslagen. "
            f"Eerste{where}: {first.message.nl if first else ''}",
            f"'{file}' was not imported: {len(errors)} error(s), nothing was stored. "
            f"First{where}: {first.message.en if first else ''}",
        )
