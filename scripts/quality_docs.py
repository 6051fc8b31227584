"""Write docs/kwaliteitsregels.md from the rules themselves: `python3 scripts/quality_docs.py`."""

from __future__ import annotations

import sys
from dataclasses import fields
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from diwi_qgis.rules.quality.options import Options  # noqa: E402
from diwi_qgis.rules.quality.registry import RULES  # noqa: E402

DOCUMENT = ROOT / "docs" / "kwaliteitsregels.md"
INTRODUCTION = """# Kwaliteitsregels

Wat `diwi:checkquality` controleert. Geschreven door `scripts/quality_docs.py`, niet met de hand.

Elke regel eindigt *goed*, met *bevindingen* of *niet gecontroleerd* (met de reden). Een regel die niet, of niet voor elk
plan, gecontroleerd kon worden heet nooit goed. De bevindingen staan in tabel `bevinding`. Wie er een accepteert
(`geaccepteerd`, `geaccepteerd_door`, `reden`) hoort er niet meer van zolang zij niet erger wordt (maat meer dan 10 % groter,
of bij regels zonder maat: een andere waarde). Wat niet meer gevonden wordt verdwijnt. Afgebroken plannen tellen niet mee.
"""


def document() -> str:
    """The whole text."""
    parts = [INTRODUCTION]
    for theme, rules in groupby(RULES, key=lambda rule: rule.theme.nl):
        parts.append(f"\n## {theme}\n")
        for rule in rules:
            needs = ", ".join(f"`{table}`" for table in rule.needs)
            parts.append(
                f"\n### {rule.title.nl} (`{rule.id}`, {rule.severity})\n\n{rule.why.nl} **{rule.remedy.nl}**\n\n"
                f"*{rule.title.en}. {rule.why.en} {rule.remedy.en}*\n\nNodig: {needs}.\n"
            )
    parts.append("\n## Drempels\n\n| naam | standaard |\n|---|---|\n")
    usual = Options()
    for field in fields(Options):
        value = getattr(usual, field.name)
        shown = ", ".join(f"{key}: {number}" for key, number in value.items()) if isinstance(value, dict) else value
        parts.append(f"| `{field.name}` | {shown} |\n")
    parts.append("\nWaarom deze waarden: `diwi_qgis/rules/quality/options.py`.\n")
    return "".join(parts)


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf8")
    print(DOCUMENT)
