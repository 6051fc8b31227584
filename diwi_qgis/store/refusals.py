"""What a register refuses, on both engines, in SQL over the rows NEW and OLD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diwi_qgis.model.rights import OWNERS
from diwi_qgis.model.schema import Column, OnDelete, Table
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store import code_use, derived_sql, tickets
from diwi_qgis.store.ddl import Dialect
from diwi_qgis.store.sql import identifier, literal, sql
from diwi_qgis.texts import Text


class Refusal(NamedTuple):
    """What the user reads, when it is refused, and what is quickly seen before that need be asked (empty: nothing)."""

    text: str
    condition: str
    suspicion: str = ""

    @property
    def whole(self) -> str:
        """Suspicion and condition in one."""
        return f"{self.suspicion} AND {self.condition}" if self.suspicion else self.condition


#: What tickets refuse (see `tickets`).
MOVED_ON = Text("is gewijzigd door een ander sinds u begon", "was changed by somebody else since you began")
NOT_NOW = Text("is nog niet opgeslagen", "was not stored yet")

#: Parts that follow from other rows and are made anew; all other parts of a row were put there by people.
_MADE_ANEW = ("perceel_koppeling", "pand_koppeling", "bevinding")

#: Who owns a plan until it is gone may delete it, so its groups go with it and not before.
_GOES_ALONG = ("project", "project_groep")


def of_addition(table: Table, dialect: Dialect) -> Iterator[Refusal]:
    """Whenever rows are added, whichever they are: once for all of them will do."""
    yield Refusal(_not_now(table), tickets.held_up(table, dialect, "''"))


def of_insert(table: Table, dialect: Dialect) -> Iterator[Refusal]:
    """Before a row is added, beside `of_addition`."""
    if table.name == "project":
        yield from _unknown_states(dialect, old=False)
    if table.name in _OWNING:
        yield _cannot_own(table)


def of_identity(table: Table, dialect: Dialect) -> Iterator[Refusal]:
    """Before a row is changed: what never changes."""
    for name in ("uuid", "code") if table.name == "project" else ("uuid",):
        text = f"{table.name}.{name}: verandert nooit / never changes"
        yield Refusal(text, dialect.differs(f"NEW.{name}", f"OLD.{name}"))


def of_tickets(table: Table, dialect: Dialect, area_changed: str = "") -> Iterator[Refusal]:
    """Before a row is changed in what people write, or removed: see `tickets.moved_on`."""
    yield Refusal(_not_now(table), tickets.held_up(table, dialect, "OLD.uuid"))
    text = f"{table.name}: {MOVED_ON.nl} / {MOVED_ON.en}"
    yield Refusal(text, tickets.moved_on(table, dialect, area_changed))


def _not_now(table: Table) -> str:
    return f"{table.name}: {NOT_NOW.nl} / {NOT_NOW.en}"


def of_update(table: Table, dialect: Dialect) -> Iterator[Refusal]:
    """Before a row is changed, beside its identity."""
    if table.name == "project":
        yield from _unknown_states(dialect, old=True)
        yield _circle(dialect)
    if table.name == "codelijst":
        yield Refusal(
            "codelijst.code: deze waarde is in gebruik; maak een nieuwe en laat die haar vervangen / this value is in use; make a "
            "new one and let that replace it",
            f"({code_use.in_use('OLD.lijst', 'OLD.code')})",
            f"({dialect.differs('NEW.lijst', 'OLD.lijst')} OR {dialect.differs('NEW.code', 'OLD.code')})",
        )
    if table.name in _OWNING:
        yield _cannot_own(table)


def of_delete(table: Table, dialect: Dialect) -> Iterator[Refusal]:
    """Before a row is removed.

    Tools that delete a row and add it again (merging, some of Processing's in place) would take its parts away without a
    word, so those go first; `Writer.delete` does so.
    """
    yield from of_tickets(table, dialect)
    if table.name == "codelijst":
        yield Refusal(
            "codelijst: deze waarde is in gebruik; maak haar inactief / this value is in use; make it inactive",
            code_use.in_use("OLD.lijst", "OLD.code"),
        )
    for child, column in parts(table):
        yield Refusal(
            f"{table.name}: heeft nog onderdelen ({child.name}); verwijder die eerst, of verwijder met DIWI "
            f"(bij een plan: 'Plan verwijderen') / still has parts ({child.name}); delete those first, or delete with DIWI "
            "(a plan: 'Delete plan')",
            _exists(child, column),
        )
    for child, column, action in children(table):
        if action is OnDelete.RESTRICT:
            yield Refusal(
                f"{table.name}: nog in gebruik / still in use ({child.name}.{column.name})",
                _exists(child, column),
            )


def _exists(child: Table, column: Column) -> str:
    return sql(
        "EXISTS (SELECT 1 FROM {child} AS k WHERE k.{column} = OLD.uuid)",
        child=identifier(child.name),
        column=column.name,
    )


def parts(table: Table) -> Iterator[tuple[Table, Column]]:
    """The tables, and their columns, of what people put below the rows of this one."""
    for child, column, action in children(table):
        goes_along = child.name in _MADE_ANEW or (table.name, child.name) == _GOES_ALONG
        if action is OnDelete.CASCADE and not goes_along:
            yield child, column


def append_only(table: Table) -> str:
    """What is said when a row of a table that only grows is changed or removed."""
    return f"{table.name}: rijen veranderen nooit en blijven / rows never change and stay"


def children(table: Table) -> Iterator[tuple[Table, Column, OnDelete]]:
    """The columns of tables that point at this one, and what happens to their rows when one of its rows goes."""
    for child in TABLES:
        for column in child.parents:
            if column.references and column.references.table == table.name:
                yield child, column, column.references.on_delete


def _cannot_own(table: Table) -> Refusal:
    """Plans cannot belong to who only looks on (DIWI: no groups with council or management), nor to who keeps the register."""
    owners = ", ".join(literal(rol) for rol in sorted(OWNERS))
    return Refusal(
        f"{table.name}: in een groep die plannen beheert kan alleen een hoofdgebruiker, gebruiker of externe zitten / only a chief "
        "user, user or external can be in a group that owns plans",
        sql("EXISTS (SELECT 1 FROM {rows} AND u.rol NOT IN ({owners}))", rows=_OWNING[table.name], owners=owners),
    )


#: Table -> who would own plans when a row comes or changes: users `u`.
_OWNING = {
    "groep_lid": "gebruiker AS u WHERE u.uuid = NEW.gebruiker_uuid AND EXISTS (SELECT 1 FROM project_groep AS p "
    "WHERE p.groep_uuid = NEW.groep_uuid)",
    "project_groep": "groep_lid AS l JOIN gebruiker AS u ON u.uuid = l.gebruiker_uuid WHERE l.groep_uuid = NEW.groep_uuid",
    "gebruiker": "(SELECT NEW.rol AS rol) AS u WHERE EXISTS (SELECT 1 FROM groep_lid AS l JOIN project_groep AS p "
    "ON p.groep_uuid = l.groep_uuid WHERE l.gebruiker_uuid = NEW.uuid)",
}


def _unknown_states(dialect: Dialect, old: bool) -> Iterator[Refusal]:
    for column in derived_sql.STATES:
        changed = f"{dialect.differs(f'NEW.{column}', f'OLD.{column}')} AND " if old else ""
        kind = derived_sql.kind_that_sets(dialect, column, f"NEW.{column}")
        yield Refusal(
            f"project.{column}: geen mijlpaalsoort zet deze waarde / no kind of milestone sets this value",
            f"{kind} IS NULL",
            f"{changed}NEW.{column} IS NOT NULL",
        )


def _circle(dialect: Dialect) -> Refusal:
    above = (
        "(WITH RECURSIVE boven(uuid) AS (SELECT NEW.hoofdplan_uuid UNION SELECT p.hoofdplan_uuid FROM project AS p "
        "JOIN boven ON p.uuid = boven.uuid WHERE p.hoofdplan_uuid IS NOT NULL) SELECT 1 FROM boven WHERE uuid = OLD.uuid)"
    )
    return Refusal(
        "project.hoofdplan_uuid: een plan kan niet onder zichzelf vallen / a plan cannot be part of itself",
        f"EXISTS {above}",
        f"{dialect.differs('NEW.hoofdplan_uuid', 'OLD.hoofdplan_uuid')} AND NEW.hoofdplan_uuid IS NOT NULL",
    )
