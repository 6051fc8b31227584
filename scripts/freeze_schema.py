"""Write tests/store/schema_<n>.sql: the schema of this moment, kept for good, from which upgrades are tested.

Run it once for every schema version that is released. A frozen file is history: it is only written anew with
--unreleased, for a version that no user has yet.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from diwi_qgis.model.tables import SCHEMA_VERSION  # noqa: E402
from diwi_qgis.store.create import schema_statements  # noqa: E402

SEPARATOR = "\n\n-- next statement\n"


def main() -> None:
    target = ROOT / "tests" / "store" / f"schema_{SCHEMA_VERSION}.sql"
    if target.exists() and "--unreleased" not in sys.argv[1:]:
        sys.exit(f"{target} exists. Raise SCHEMA_VERSION and add a migration, or say --unreleased.")
    target.write_text(SEPARATOR.join(schema_statements()) + "\n", encoding="utf8")
    print(f"{target} written")


if __name__ == "__main__":
    main()
