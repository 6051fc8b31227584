"""The definitions of a register as somebody is changing them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from diwi_qgis.exchange.definitions.lines import Line, changed_lines, use_of
from diwi_qgis.exchange.definitions.package import Package
from diwi_qgis.exchange.definitions.state import Known, Tables
from diwi_qgis.exchange.definitions.storing import problem_text
from diwi_qgis.exchange.definitions.taking import taken_over
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.page.draft import Draft, Row
from diwi_qgis.model.definitions import gesloten_lijsten, optielijst
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.definitions import DEFINITIONS, problems
from diwi_qgis.rules.merging import fields_of
from diwi_qgis.translation import locale

#: Always filled in, closed or not: how a value of a closed list reads.
_OPEN_IN_CLOSED = ("label", "toelichting")


class SettingsDraft(Draft):
    """All definitions being changed; `known` is what was read."""

    def __init__(self, known: Known) -> None:
        rows = {name: [{"uuid": uuid, **row} for uuid, row in found.items()] for name, found in known.rows.items()}
        rows["prijsklasse"].sort(key=lambda row: (row["stelsel"], row["markt"], -row["vanaf_jaar"], row["minimum"]))
        super().__init__(rows, DEFINITIONS)
        self.known = known

    # -- looking ------------------------------------------------------------------------------------------------------

    @property
    def state(self) -> Tables:
        """What it would be when it was stored now."""
        return {
            name: {
                uuid: {column: row.get(column) for column in fields_of(model_table(name))}
                for uuid, row in found.items()
            }
            for name, found in self._now.items()
        }

    @property
    def lines(self) -> list[Line]:
        """What storing it would change, in words."""
        return changed_lines(self.known, self.state)

    @property
    def faults(self) -> list[Fault]:
        """What stands in the way of storing it."""
        after = self.state
        found = problems(self.known.rows, after, self.known.use)
        return [
            Fault(
                each.table,
                each.uuid,
                each.column,
                problem_text(each, after, self.known.rows).language(locale()),
            )
            for each in found
        ]

    def rows(self, table: str, **parents: str) -> list[Row]:
        """See `Draft`; values of lists and properties in their order."""
        found = super().rows(table, **parents)
        if table in ("codelijst", "eigenschap"):
            found.sort(key=lambda row: (row["volgorde"] is None, row["volgorde"] or 0))
        return found

    def lists(self) -> RegisterLists:
        """The words that the definitions are written in themselves: kinds of properties, markets, phases."""
        return RegisterLists.defaults()

    def use(self, table: str, uuid: str) -> Mapping[str, int]:
        """What uses a stored definition: table -> how many; nothing for a new one."""
        row = self.base[table].get(uuid)
        return use_of(table, uuid, row, self.known) if row else {}

    def may_edit(self, table: str, uuid: str, column: str) -> bool:
        """Whether a value may be changed: codes that are used stay, closed lists only get other words."""
        row = self._now[table][uuid]
        if table == "codelijst":
            if row["lijst"] in gesloten_lijsten():
                return column in _OPEN_IN_CLOSED
            return column != "code" or not self.use(table, uuid)
        if table == "eigenschap" and column in ("object", "soort"):
            return not self.use(table, uuid)
        return True

    # -- changing -----------------------------------------------------------------------------------------------------

    def set(self, table: str, uuid: str, column: str, value: Any) -> None:
        """See `Draft`; what follows from it goes along in the same step."""
        row = self._now[table][uuid]
        with self.step((table, uuid, column)):
            super().set(table, uuid, column, value)
            if (table, column) == ("codelijst", "label") and uuid not in self.base[table]:
                if row["code"] in (None, "", row["label"]):  # nobody needs to think of a code
                    super().set(table, uuid, "code", value)
            elif (table, column) == ("codelijst", "actief") and value:
                super().set(table, uuid, "vervangen_door", None)
            elif (table, column) == ("eigenschap", "naam") and row["naam"]:
                for option in self.rows("codelijst", lijst=optielijst(row["naam"])):
                    super().set("codelijst", option["uuid"], "lijst", optielijst(value or ""))
            elif (table, column) == ("prijsklasse", "klasse") and row["klasse"]:
                for other in self.rows(table, stelsel=row["stelsel"], markt=row["markt"], klasse=row["klasse"]):
                    super().set(table, other["uuid"], "klasse", value)

    def add(self, table: str, **values: Any) -> str:
        """See `Draft`; behind the others of its list."""
        if table in ("codelijst", "eigenschap"):
            others = self.rows(table, **({"lijst": values["lijst"]} if table == "codelijst" else {}))
            places = [row["volgorde"] for row in others]  # who has no place comes last
            values["volgorde"] = None if None in places else max(places, default=-1) + 1
        return super().add(table, **values)

    def remove(self, table: str, uuid: str) -> None:
        """See `Draft`; the options of a property go along. Ask `use` before."""
        with self.step():
            if table == "eigenschap":
                for option in self.rows("codelijst", lijst=optielijst(self._now[table][uuid]["naam"] or "")):
                    super().remove("codelijst", option["uuid"])
            super().remove(table, uuid)

    def move(self, table: str, uuid: str, by: int, **parents: str) -> None:
        """Put a row earlier (-1) or later (1) among the others."""
        uuids = [row["uuid"] for row in self.rows(table, **parents)]
        place = uuids.index(uuid)
        if 0 <= place + by < len(uuids):
            uuids.insert(place + by, uuids.pop(place))
            with self.step():
                for number, each in enumerate(uuids):
                    super().set(table, each, "volgorde", number)

    def replace_value(self, uuid: str, code: str) -> None:
        """Let another value of its list take the place of one: what uses it follows, itself is no longer active."""
        with self.step():
            super().set("codelijst", uuid, "actief", False)
            super().set("codelijst", uuid, "vervangen_door", code)

    def add_year(self, stelsel: str) -> Optional[int]:
        """Copies of the latest price classes of a scheme for the year after; gives that year, None when there are none."""
        rows = [row for row in self.rows("prijsklasse", stelsel=stelsel) if row["actief"] and row["vanaf_jaar"]]
        if not rows:
            return None
        latest = max(row["vanaf_jaar"] for row in rows)
        with self.step():
            for row in rows:
                if row["vanaf_jaar"] == latest:
                    copy = self.duplicate("prijsklasse", row["uuid"])
                    super().set("prijsklasse", copy, "vanaf_jaar", latest + 1)
                    super().set("prijsklasse", copy, "bron", None)
        return latest + 1

    def set_setting(self, key: str, value: Optional[str]) -> None:
        """Give a setting a value; an empty one that was never there stays so."""
        row = next(iter(self.rows("instelling", sleutel=key)), None)
        if row is not None:
            self.set("instelling", row["uuid"], "waarde", value)
        elif value:
            self.add("instelling", sleutel=key, waarde=value)

    def setting(self, key: str) -> Optional[str]:
        """The value of a setting; None when it has none."""
        return next((row["waarde"] for row in self.rows("instelling", sleutel=key)), None)

    def take_over(self, package: Package) -> None:
        """Put a package on top: one step back. Raises InputError when it cannot be."""
        after = taken_over(self.state, package)
        self.replace({name: [{"uuid": uuid, **row} for uuid, row in rows.items()] for name, rows in after.items()})
