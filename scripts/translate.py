"""Collect the texts that go through `tr`, keep their Dutch translations, and compile them.

`python3 scripts/translate.py` writes resources/i18n/diwi_nl.ts (new texts without translation, texts that are gone left
out) and, with lrelease of Qt, resources/i18n/diwi_nl.qm. Fill in what is missing with Qt Linguist or a text editor and run
it again. With `--check` nothing is written and the exit code says whether anything would change or is missing.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "i18n" / "diwi_nl.ts"
QM = TS.with_suffix(".qm")
CONTEXT = "DIWI"
FOLDERS = ("diwi_qgis", "processing")


def sources() -> list[str]:
    """Every text in the code that goes through `tr`, sorted."""
    found = {text for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")) for text in _texts(path)}
    return sorted(found)


def _texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            text = node.args[0]
            if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                raise SystemExit(f"{path}:{node.lineno}: tr() needs a literal text; fill in values afterwards")
            yield text.value


def translations(path: Path = TS) -> dict[str, str]:
    """The finished translations in the file."""
    if not path.is_file():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def document(texts: list[str], known: dict[str, str]) -> str:
    """The .ts file."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="nl" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text in texts:
        translated = known.get(text)
        element = (
            f"<translation>{escape(translated)}</translation>" if translated else '<translation type="unfinished"/>'
        )
        lines += ["    <message>", f"        <source>{escape(text)}</source>", f"        {element}", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def main(arguments: list[str]) -> int:
    """Write, or with --check only compare."""
    texts, known = sources(), translations()
    text = document(texts, known)
    missing = [each for each in texts if each not in known]
    for each in missing:
        print(f"not translated: {each}")
    if "--check" in arguments:
        return int(bool(missing) or not TS.is_file() or TS.read_text(encoding="utf8") != text)
    TS.parent.mkdir(parents=True, exist_ok=True)
    TS.write_text(text, encoding="utf8")
    lrelease = shutil.which("lrelease") or shutil.which("lrelease-qt5") or shutil.which("lrelease6")
    if not lrelease:
        print("lrelease not found (Debian: qttools5-dev-tools): the .qm was not made")
        return 1
    subprocess.run([lrelease, "-silent", str(TS), "-qm", str(QM)], check=True)
    print(f"{len(texts)} texts, {len(missing)} without translation: {TS}, {QM}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
