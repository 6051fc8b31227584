"""Changed definitions into the register: all in one transaction, with the rows that follow, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Optional

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.exchange.definitions.lines import Line, changed_lines, name_of
from diwi_qgis.exchange.definitions.state import Known, Tables, read_definitions
from diwi_qgis.exchange.rows import same
from diwi_qgis.exchange.write_changes import write_changes
from diwi_qgis.model.tables import table
from diwi_qgis.rules.definitions import DEFINITIONS, Problem, problems, replacements
from diwi_qgis.rules.merging import changes, merge
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: The tables that are compared, as the model declares them.
COMPARED = tuple(table(name) for name in DEFINITIONS)


def store_definitions(register: Register, base: Tables, mine: Tables, user: Optional[str] = None) -> list[Line]:
    """Make the definitions as `mine`, which was made from `base`; what others changed since stays. Gives what changed.

    Raises:
        RegisterError: somebody else changed the same since, or the register refuses; names the definition.
        InputError: something in `mine` is not possible; names the definition.
    """
    with register.transaction(user) as write:
        stored = read_definitions(register)
        after = _on_top(base, mine, stored)
        refuse(problems(stored.rows, after, stored.use), after, stored.rows)
        found = changed_lines(stored, after)
        write_changes(write, changes(COMPARED, stored.rows, after, same))
        for replacement in replacements(stored.rows, after, stored.use):
            write.replace_code(replacement.lijst, replacement.oud, replacement.nieuw)
    return found


def _on_top(base: Tables, mine: Tables, stored: Known) -> Tables:
    if base == stored.rows:
        return mine
    merged = merge(COMPARED, base, mine, stored.rows, same=same)
    if merged.conflicts:
        conflict = merged.conflicts[0]
        row = mine[conflict.table].get(conflict.uuid) or stored.rows[conflict.table].get(conflict.uuid) or {}
        who = name_of(conflict.table, row)
        raise RegisterError(
            f"{who}: intussen door iemand anders gewijzigd. Er is niets opgeslagen; kijk wat er nu staat en wijzig opnieuw.",
            f"{who}: changed by somebody else meanwhile. Nothing was stored; look what is there now and change it again.",
        )
    return merged.result


def refuse(found: Sequence[Problem], *states: Tables) -> None:
    """Raise InputError with the first problem, when there is one; `states` are those in which its row may be."""
    if found:
        text = problem_text(found[0], *states)
        more = Text("", "")
        if len(found) > 1:
            more = Text(f" En nog {len(found) - 1} zulke punten.", f" And {len(found) - 1} more such points.")
        raise InputError(f"{text.nl}. Er is niets gewijzigd.{more.nl}", f"{text.en}. Nothing was changed.{more.en}")


def problem_text(problem: Problem, *states: Tables) -> Text:
    """A problem with the definition and the field that it is about."""
    row = next((rows[problem.table][problem.uuid] for rows in states if problem.uuid in rows[problem.table]), None)
    who = name_of(problem.table, row) if row else table(problem.table).label
    field = f", {table(problem.table).column(problem.column).label}" if problem.column else ""
    return Text(f"{who}{field}: {problem.text.nl}", f"{who}{field}: {problem.text.en}")
