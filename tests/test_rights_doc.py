"""docs/rechten.md says what the permission matrix says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.rights import GENERAL_RIGHTS, PLAN_RIGHTS, ROLLEN, Actie, allowed
from diwi_qgis.model.table_rights import TABLE_RIGHTS

ROOT = Path(__file__).resolve().parents[1]


def test_the_document_is_what_the_matrix_gives():
    specification = importlib.util.spec_from_file_location("write_rights", ROOT / "scripts" / "write_rights.py")
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    written = (ROOT / "docs" / "rechten.md").read_text(encoding="utf8")
    assert written == script.document(), "docs/rechten.md is stale: run scripts/write_rights.py"
    assert all(f"| `{name}` |" in written for name in TABLE_RIGHTS)


def test_the_matrix_speaks_of_the_roles_and_actions_that_there_are():
    assert set(ROLLEN) == set(codelijst("rol").codes)
    assert set(PLAN_RIGHTS) | set(GENERAL_RIGHTS) == set(Actie)
    assert not set(PLAN_RIGHTS) & set(GENERAL_RIGHTS)


def test_it_is_the_matrix_of_diwi_where_that_has_one():
    """Rows of the specification: who sees, who edits, who makes (roles that we added or widened are left out)."""
    see = {
        "hoofdgebruiker": "intern_ambtelijk",
        "gebruiker": "intern_ambtelijk",
        "collegelid": "intern_bestuurlijk",
        "raadslid": "intern_raad",
    }
    levels = codelijst("vertrouwelijkheid").codes
    for rol in ROLLEN[:6]:
        start = levels.index(see[rol]) if rol in see else len(levels)
        assert [allowed(rol, Actie.BEKIJKEN, level) for level in levels] == [n >= start for n in range(len(levels))], (
            rol
        )
    own = {rol for rol in ROLLEN if allowed(rol, Actie.WIJZIGEN, "prive", eigen=True)}
    assert own == {"hoofdgebruiker", "gebruiker", "extern"}
    assert {rol for rol in ROLLEN if allowed(rol, Actie.WIJZIGEN, "openbaar")} == {"hoofdgebruiker"}
    assert {rol for rol in ROLLEN if allowed(rol, Actie.AANMAKEN)} == {"hoofdgebruiker", "gebruiker"}
    assert not any(allowed(rol, Actie.WIJZIGEN, "prive") for rol in ROLLEN)
