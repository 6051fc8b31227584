"""XML in the plain shape in which spreadsheet programs write it, read with regular expressions; anything else is `Irregular`.

Nothing is skipped: every byte of what is read matches a pattern, or reading stops. Document types, comments, CDATA,
instructions and other encodings than UTF-8 are not in that shape. Why no parser: docs/decisions/0009-own-xlsx-reader.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

#: The namespaces of spreadsheets, as everyone writes them and in the variant "Strict Open XML", and of relationships.
SPREADSHEET = frozenset(
    {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    }
)
RELATIONSHIPS = frozenset({b"http://schemas.openxmlformats.org/package/2006/relationships"})

_ATTRIBUTES = rb'(?:\s+[\w.:-]+="[^"<>]*")*'
_ATTRIBUTE = re.compile(rb'\s([\w.:-]+)="([^"]*)"')
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml\s([^<>]*)\?>\s*)?<(?:([\w.-]+):)?([\w.-]+)(%s)\s*/?>" % _ATTRIBUTES,
)
_ENCODING = re.compile(rb"""encoding=["']utf-?8["']""", re.IGNORECASE)
_TAG = re.compile(rb"[^<]*<(/?)(?:[\w.-]+:)?([\w.-]+)(%s)\s*(/?)>" % _ATTRIBUTES)

_SPACES = re.compile(r"[\t\n]")
_REFERENCE = re.compile(r"&([^;&]*)(;?)")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: How spreadsheets write a character that XML cannot hold, or would change.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: Bytes of a text that is kept in case it comes again.
_SHORT = 200


class Irregular(Exception):  # noqa: N818 - not wrong in itself: somebody else may be able to read it
    """XML that is not written as spreadsheet programs write it; says where."""


@cache
def pattern(source: bytes, prefix: bytes) -> re.Pattern[bytes]:
    """A pattern in which ``@`` stands for the prefix of the names of elements: nothing, or ``x:``."""
    return re.compile(source.replace(b"@", re.escape(prefix)), re.DOTALL)


def read_root(start: bytes, name: bytes, namespaces: Collection[bytes]) -> tuple[bytes, int]:
    """The prefix of the elements of a part, and where its root element has been opened.

    Raises:
        Irregular: not UTF-8, another root, or in none of the namespaces.
    """
    root = _ROOT.match(start)
    if not root:
        raise Irregular("start")
    declaration, prefix, found, raw = root.groups()
    if declaration and b"encoding" in declaration and not _ENCODING.search(declaration):
        raise Irregular("encoding")
    own = b"xmlns:" + prefix if prefix else b"xmlns"
    if found != name or dict(_ATTRIBUTE.findall(raw)).get(own) not in namespaces:
        raise Irregular(f"element {found.decode('ascii')}")
    return (prefix + b":" if prefix else b""), root.end()


def elements(
    data: bytes, name: bytes, namespaces: Collection[bytes], *wanted: str
) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements of a small part that stand on one of the paths `wanted` (``sheets/sheet``), with their attributes.

    Prefixes are left off. Raises `Irregular`.
    """
    _, position = read_root(data, name, namespaces)
    path: list[bytes] = [name]
    while path:
        tag = _TAG.match(data, position)
        if not tag:
            raise Irregular(f"element {path[-1].decode('ascii')}")
        position = tag.end()
        closing, found, raw, closed = tag.groups()
        if closing:
            if path.pop() != found:
                raise Irregular(f"element {found.decode('ascii')}")
            continue
        path.append(found)
        here = b"/".join(path[1:]).decode("ascii")
        if here in wanted:
            yield here, _attributes(raw)
        if closed:
            path.pop()
    if data[position:].strip():
        raise Irregular("end")


def _attributes(raw: bytes) -> dict[str, str]:
    return {
        name.rpartition(b":")[2].decode("ascii"): _SPACES.sub(" ", text(value))
        for name, value in _ATTRIBUTE.findall(raw)
        if not name.startswith(b"xmlns")
    }


def text(raw: bytes) -> str:
    """The characters that bytes between tags stand for. Raises `Irregular`."""
    try:
        found = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Irregular("text") from error
    if "\r" in found:
        found = found.replace("\r\n", "\n").replace("\r", "\n")
    if "&" in found:
        found = _REFERENCE.sub(_character, found)
    if _NO_CHARACTER.search(found):
        raise Irregular("text")
    return found


def _character(reference: re.Match[str]) -> str:
    name, end = reference.groups()
    try:
        if not end:
            raise ValueError(name)
        if name.startswith("#"):
            return chr(int(name[2:], 16) if name.startswith("#x") else int(name[1:]))
        return _ENTITIES[name]
    except (ValueError, KeyError, OverflowError) as error:
        raise Irregular(f"&{name};") from error


def cell_text(raw: bytes) -> str:
    """The text of a cell as its program shows it: `text`, with escaped characters (``_x000D_``) as themselves."""
    found = text(raw)
    return _ESCAPED.sub(_unescaped, found) if "_x" in found else found


def _unescaped(escaped: re.Match[str]) -> str:
    character = chr(int(escaped[1], 16))
    return escaped[0] if _NO_CHARACTER.match(character) else character


class CellTexts(dict[bytes, str]):
    """Texts of cells by the bytes that stand for them; short ones, which sheets say again and again, are kept."""

    def __missing__(self, raw: bytes) -> str:
        found = cell_text(raw)
        if len(raw) <= _SHORT:
            self[raw] = found
        return found


#: What an item of text may hold besides one plain text; readings of Japanese (``rPh``) are not text of the cell.
_RUNS = (
    rb'<@t(?: xml:space="[a-z]+")?(?:/>|>([^<]*)</@t>)|</?@r>|<@rPr/>|<@rPr>.*?</@rPr>'
    rb"|<@rPh(?:\s[^<>]*)?>.*?</@rPh>|<@phoneticPr(?:\s[^<>]*)?>(?:</@phoneticPr>)?|\s+|(.+)"
)


def rich_text(raw: bytes, prefix: bytes) -> str:
    """The text of an item that may have formatting within it. Raises `Irregular`."""
    found = []
    for piece, unknown in pattern(_RUNS, prefix).findall(raw):
        if unknown:
            raise Irregular("text with formatting")
        found.append(cell_text(piece))
    return "".join(found)
