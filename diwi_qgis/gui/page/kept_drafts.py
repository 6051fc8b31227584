"""Changes that were not saved yet, kept in the user's profile so that a crash does not take them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication

from diwi_qgis.gui.page.plain import from_plain, to_plain
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.store.address import Address


@dataclass(frozen=True)
class KeptDraft:
    """A draft as it was kept, and when."""

    draft: PlanDraft
    moment: datetime


def drafts_folder() -> Path:
    """Where drafts are kept: the user's own profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "diwi" / "concepten"


def keep(register: Address, draft: PlanDraft) -> None:
    """Keep a draft; the one of before is replaced only when the new one is whole on disk. Raises OSError."""
    path = _file(register, draft.uuid)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "moment": datetime.now(timezone.utc).isoformat(),
        "uuid": draft.uuid,
        "base": to_plain({name: rows.values() for name, rows in draft.base.items()}),
        "now": to_plain(draft.tables),
    }
    part = path.with_suffix(".part")
    part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf8")
    part.replace(path)


def kept(register: Address, uuid: str) -> Optional[KeptDraft]:
    """The draft that was kept of a plan; None when there is none that can be read."""
    try:
        content = json.loads(_file(register, uuid).read_text(encoding="utf8"))
        base, now = (
            {name: [from_plain(name, row) for row in rows] for name, rows in content[part].items()}
            for part in ("base", "now")
        )
        draft = PlanDraft(content["uuid"], base)
        draft.replace(now)
        return KeptDraft(draft, datetime.fromisoformat(content["moment"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def forget(register: Address, uuid: str) -> None:
    """There is nothing to keep any more."""
    _file(register, uuid).unlink(missing_ok=True)


def _file(register: Address, uuid: str) -> Path:
    name = hashlib.sha256(f"{register}|{uuid}".encode()).hexdigest()[:32]
    return drafts_folder() / f"{name}.json"
