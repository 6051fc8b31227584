"""The table in which QGIS keeps projects in a schema: made with the register, so that everybody may read what is in it.

QGIS makes it itself when somebody first stores a project; then it would be that user's, and nobody else could open it.
"""

from __future__ import annotations

from collections.abc import Iterator

from diwi_qgis.model.rights import BEHEERDER
from diwi_qgis.store.sql import identifier

#: Its name and columns are QGIS' own (since 3.2).
PROJECTS_TABLE = "qgis_projects"


def table_statement() -> str:
    """The table, empty, unless it is there."""
    return f"CREATE TABLE IF NOT EXISTS {identifier(PROJECTS_TABLE)} (name text PRIMARY KEY, metadata jsonb, content bytea)"


def grants(rol: str, who: str) -> Iterator[str]:
    """Everybody opens the project of the register; the functional manager keeps it. `who` is the role, quoted."""
    operations = "SELECT, INSERT, UPDATE, DELETE" if rol == BEHEERDER else "SELECT"
    yield f"GRANT {operations} ON {identifier(PROJECTS_TABLE)} TO {who}"
