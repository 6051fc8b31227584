"""A plan as somebody is changing it, with what is below it; and what others store meanwhile. Knows no Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Optional

from diwi_qgis.gui.page.draft import GEOMETRY, Draft, Row, Tables, by_uuid, changed_columns, writable
from diwi_qgis.rules.merging import Conflict

#: What the page changes of a plan, parents first.
EDITED = (
    "project",
    "woningblok",
    "verdeling",
    "oplevering",
    "eigenschap_waarde",
    "mijlpaal",
    "afspraak",
    "knelpunt",
    "document",
)

#: What a quality check makes and takes away; on the page it is accepted, no more.
FINDINGS = "bevinding"

#: What a plan area was made on: it goes along when the area goes back to what it was.
LINKS = ("perceel_koppeling", "pand_koppeling")

#: Parts of a block, by the column that leads to it.
_PARTS_OF_BLOCK = dict.fromkeys(("verdeling", "oplevering", "eigenschap_waarde"), "woningblok_uuid")


class PlanDraft(Draft):
    """One plan being changed."""

    def __init__(self, uuid: str, rows: Mapping[str, Iterable[Row]]) -> None:
        """`rows` by table: those of `EDITED`, and of others that are to be changed along."""
        self.uuid = uuid
        super().__init__(rows, (*EDITED, *(name for name in rows if name not in EDITED)))

    @property
    def parents(self) -> dict[str, str]:
        """See `Draft`."""
        return {"project_uuid": self.uuid}

    # -- looking ------------------------------------------------------------------------------------------------------

    @property
    def project(self) -> Row:
        """The plan itself."""
        return self._now["project"][self.uuid]

    def remove(self, table: str, uuid: str) -> None:
        """Take a row away, and what is part of it."""
        with self.step():
            super().remove(table, uuid)
            if table == "woningblok":
                for part, column in _PARTS_OF_BLOCK.items():
                    self._now[part] = {key: row for key, row in self._now[part].items() if row[column] != uuid}

    def duplicate(self, table: str, uuid: str) -> str:
        """A copy of a row, parts of a block too, at the end; gives its uuid."""
        with self.step():
            copy = super().duplicate(table, uuid)
            if table == "woningblok":
                for part, column in _PARTS_OF_BLOCK.items():
                    for row in self.rows(part, **{column: uuid}):
                        self.add(part, **{**writable(part, row), "uuid": None, column: copy})
        return copy

    def widen(self, rows: Mapping[str, Iterable[Row]], shapes: Mapping[tuple[str, str], str]) -> None:
        """Hold more of what is stored: the rows of more tables, and geometry as `geom` (hexadecimal WKB). That is no change."""
        more = {name: found for name, found in by_uuid(rows, rows).items() if name not in self.names}
        self.names += tuple(more)
        for state in (self.base, self._now, *self._before):
            state.update({name: dict(found) for name, found in more.items()})
            for (name, uuid), shape in shapes.items():
                row = state.get(name, {}).get(uuid)
                if row is not None and GEOMETRY not in row:
                    state[name][uuid] = {**row, GEOMETRY: shape}

    @property
    def holds_shapes(self) -> bool:
        """Whether it was widened with geometry."""
        return GEOMETRY in self.base["project"].get(self.uuid, {})

    # -- others changed it too --------------------------------------------------------------------------------------------

    def conflicts(self, theirs: Mapping[str, Iterable[Row]]) -> list[Conflict]:
        """Where somebody else stored another value than mine for what I changed too."""
        stored = by_uuid(theirs, self.names)
        return [conflict for name in self.names for conflict in self._conflicts(name, stored[name])]

    def _conflicts(self, name: str, stored: dict[str, Row]) -> Iterator[Conflict]:
        for uuid, added in self._now[name].items():
            if uuid in stored and uuid not in self.base[name]:  # both gave a value that there was none of
                for column, value in changed_columns(name, stored[uuid], added).items():
                    yield Conflict(name, uuid, column, None, value, stored[uuid][column])
        for uuid, base in self.base[name].items():
            mine, their = self._now[name].get(uuid), stored.get(uuid)
            my_changes = changed_columns(name, base, mine) if mine else {}
            their_changes = changed_columns(name, base, their) if their else {}
            if mine is None and their_changes:
                yield Conflict(name, uuid, None, base, None, their)
            elif their is None and mine is not None and my_changes and name != FINDINGS:
                yield Conflict(name, uuid, None, base, mine, None)
            for column in my_changes.keys() & their_changes.keys():
                if my_changes[column] != their_changes[column]:
                    yield Conflict(name, uuid, column, base[column], my_changes[column], their_changes[column])

    def rebase(self, theirs: Mapping[str, Iterable[Row]], choose_theirs: Iterable[Conflict] = ()) -> None:
        """Put my changes on top of what is stored now; of the given conflicts theirs counts, of all others mine.

        There is no way back past this: the steps of before were steps on something that is no more.
        """
        stored = by_uuid(theirs, self.names)
        given_up = {(conflict.table, conflict.uuid, conflict.column) for conflict in choose_theirs}
        now: Tables = {name: dict(rows) for name, rows in stored.items()}
        for name in self.names:
            now[name] = self._on_top(name, stored[name], given_up)
        # What was part of a block that they removed goes with it, whoever changed it.
        for part, column in _PARTS_OF_BLOCK.items():
            wholes = {None, *now["woningblok"]}
            now[part] = {uuid: row for uuid, row in now[part].items() if row[column] in wholes}
        self.base, self._now, self._before, self._typing = stored, now, [], None

    def on_top_of(self, theirs: Mapping[str, Iterable[Row]]) -> PlanDraft:
        """A copy of this draft, rebased; this one stays as it is."""
        copy = PlanDraft(self.uuid, dict.fromkeys(self.names, ()))
        copy.base, copy._now = self.base, self._now
        copy.rebase(theirs)
        return copy

    def _on_top(
        self, name: str, stored: dict[str, Row], given_up: Collection[tuple[str, str, Optional[str]]]
    ) -> dict[str, Row]:
        result: dict[str, Row] = {}
        for uuid, their in stored.items():
            base, mine = self.base[name].get(uuid), self._now[name].get(uuid)
            if base is not None and mine is None and (name, uuid, None) not in given_up:
                continue
            changed = changed_columns(name, base or their, mine) if mine else {}
            kept = {column: value for column, value in changed.items() if (name, uuid, column) not in given_up}
            result[uuid] = {**their, **kept}
        for uuid, mine in self._now[name].items():
            if uuid in stored or name == FINDINGS:
                continue
            base = self.base[name].get(uuid)
            mine_alone = base is None or bool(changed_columns(name, base, mine))
            if mine_alone and (name, uuid, None) not in given_up:
                result[uuid] = mine
        return result
