"""What a rule is: a function from the register to rows that are wrong, with its name, severity and explanation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Optional

from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from pandas import DataFrame

    from diwi_qgis.rules.quality.context import Context

    Check = Callable[[Context], Iterable["Hits"]]


class NotCheckedError(Exception):
    """The rule cannot be checked; `text` says why."""

    def __init__(self, nl: str, en: str) -> None:
        self.text = Text(nl, en)
        super().__init__(str(self.text))


@dataclass(frozen=True)
class Hits:
    """The rows in which a rule found the same thing, with what to say about them.

    `rows` has column `project_uuid` or `woningblok_uuid`, and may have `ander_uuid` (second plan), `maat`, `sleutel` and
    `geom` (see `Finding`). The texts are templates (see `notation`) over its columns, over `{plan}` and `{blok}` (names), and `{ander}`.
    """

    rows: DataFrame
    message: Text
    expected: Text
    value: str = ""
    severity: Optional[str] = None
    #: When set, these rows are no finding: see `not_checked`.
    not_checked: Optional[Text] = None


def not_checked(rows: DataFrame, reason: Text) -> Hits:
    """Rows that could not be checked; `{aantal}` in the reason becomes their number."""
    return Hits(rows, Text("", ""), Text("", ""), not_checked=reason)


@dataclass(frozen=True)
class Rule:
    """One rule. `needs` names tables that must have rows; `libraries` what must be importable."""

    id: str
    theme: Text
    severity: str
    title: Text
    why: Text
    remedy: Text
    check: Check
    needs: tuple[str, ...] = ("project",)
    libraries: tuple[str, ...] = ()


def rule(
    id: str,
    theme: Text,
    severity: str,
    title: Text,
    why: Text,
    remedy: Text,
    needs: tuple[str, ...] = ("project",),
    libraries: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Decorator: make a `Rule` out of a check."""

    def make(check: Check) -> Rule:
        return Rule(id, theme, severity, title, why, remedy, check, needs, libraries)

    return make
