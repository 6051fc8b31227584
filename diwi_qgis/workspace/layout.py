"""How the form of a table is laid out: the data of `forms/<table>.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Optional, Union

from diwi_qgis.paths import form


@dataclass(frozen=True)
class Group:
    """A titled part of a form: a tab, or a frame in one. `visible` is an expression on the row; empty: always."""

    name: str
    content: tuple[Union[str, Children, Group], ...]
    columns: int = 1
    visible: str = ""

    def leaves(self) -> Iterator[Union[str, Children]]:
        """Everything in it that is not a group itself."""
        for part in self.content:
            if isinstance(part, Group):
                yield from part.leaves()
            else:
                yield part


@dataclass(frozen=True)
class Children:
    """The rows of a table that point at this one by a column."""

    table: str
    column: str


@dataclass(frozen=True)
class Layout:
    """A form: the expression that names a row, the tabs, and the words for each condition of the table."""

    title: str
    tabs: tuple[Group, ...]
    conditions: Mapping[str, str] = field(default_factory=dict)


@cache
def layout(table: str) -> Optional[Layout]:
    """The layout of a table's form; None when it has none of its own, and QGIS lists the fields."""
    path = form(f"{table}.json")
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf8"))
    return Layout(data["titel"], tuple(_group(tab, tab["naam"]) for tab in data["tabs"]), data.get("regels", {}))


def _group(data: Mapping[str, Any], name: str) -> Group:
    content = tuple(_part(part) for part in data["inhoud"])
    return Group(name, content, data.get("kolommen", 1), data.get("zichtbaar", ""))


def _part(data: Union[str, Mapping[str, Any]]) -> Union[str, Children, Group]:
    if isinstance(data, str):
        return data
    if "relatie" in data:
        return Children(*data["relatie"].split("."))
    return _group(data, data["groep"])
