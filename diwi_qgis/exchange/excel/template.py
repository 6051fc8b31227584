"""The workbook to fill in: DIWI's layout on the first sheet, with lists to choose from, help and the code lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.excel.help import INSTRUCTIONS, explain
from diwi_qgis.exchange.excel.layout import (
    FIRST_DATA_ROW,
    HEADER_ROW,
    PROJECTSTATUS,
    SHEET,
    SUBHEADER_ROW,
    Cel,
    Doel,
    Kolom,
    Kop,
    Onderkop,
    koppen_van,
    place,
)
from diwi_qgis.exchange.excel.layout import INVOER as SECTIONS
from diwi_qgis.exchange.excel.style import DATE_FORMAT, LINE_COLOUR, SECTION_COLOURS, write_headings, write_value
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.libraries import require
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.definitions import markt_van

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HELP_SHEET, LIST_SHEET = "Toelichting", "Codelijsten"

#: Rows prepared with borders and date formats; lists and checks reach further.
PREPARED_ROWS, CHECKED_ROWS = 200, 10_000
_ORANGE = "F8CBAD"
_AUTHOR = "DIWI"

#: Name of a list on sheet "Codelijsten" and its words.
Woorden = dict[str, tuple[str, ...]]


def write_template(path: Path, lists: Optional[RegisterLists] = None) -> None:
    """Write an empty workbook, with the lists, price classes and custom properties of a register when those are given.

    Raises:
        MissingLibraryError: openpyxl is missing.
    """
    require("openpyxl")
    from openpyxl import Workbook

    lists = lists or RegisterLists.defaults()
    columns = place(SECTIONS, _subheaders(lists))
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    write_headings(sheet, columns)
    words = _words(lists)
    ranges = _write_lists(workbook.create_sheet(LIST_SHEET), words)
    _prepare(sheet, columns)
    _comment(sheet, columns)
    _offer(sheet, columns, lists, ranges)
    _watch_sums(sheet, columns)
    sheet.freeze_panes = f"D{FIRST_DATA_ROW}"
    sheet.sheet_view.zoomScale = 85
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.print_title_rows = f"2:{SUBHEADER_ROW}"
    sheet.print_title_cols = "B:C"
    _write_help(workbook.create_sheet(HELP_SHEET, 1))
    workbook.properties.creator = workbook.properties.title = "DIWI for QGIS"
    workbook.save(path)


def _subheaders(lists: RegisterLists) -> dict[tuple[str, str], Sequence[str]]:
    """What the register knows and a column can stand for."""
    found: dict[tuple[str, str], Sequence[str]] = {}
    for sectie in SECTIONS:
        for kop in koppen_van(sectie):
            values: Sequence[str] = ()
            if kop.onderkop is Onderkop.PRIJSKLASSE:
                values = lists.prijsklassen.get(markt_van(kop.categorie), ())
            elif kop.onderkop in (Onderkop.CATEGORIE, Onderkop.GROOTTE):
                values = tuple(lists.opties.get(kop.lijst, {}).values())
            elif kop.doel is Doel.BLOK_EIGENSCHAP:
                values = tuple(eigenschap.naam for eigenschap in lists.eigenschappen_van("woningblok"))
            elif kop.doel is Doel.PROJECT_EIGENSCHAP and kop.tekst != "Rol type":
                values = tuple(eigenschap.naam for eigenschap in lists.eigenschappen_van("project"))
            found[sectie.tekst, kop.tekst] = values
    return found


# -- the words ----------------------------------------------------------------------------------------------------------


def _words(lists: RegisterLists) -> Woorden:
    """Every list of words that a cell or subheader may hold, by the title it gets."""
    words: Woorden = {
        "vertrouwelijkheid": tuple(codelijst("vertrouwelijkheid").spelled("excel")),
        "plantype": tuple(codelijst("plantype").spelled("excel")),
        "status": tuple(PROJECTSTATUS),
    }
    for lijst in ("prioriteit", "rol_gemeente", "fysiek_voorkomen", "doelgroep", "grootte"):
        words[lijst] = tuple(lists.opties.get(lijst, {}).values())
    words["koopprijsklasse"] = tuple(lists.prijsklassen.get("koop", ()))
    words["huurprijsklasse"] = tuple(lists.prijsklassen.get("huur", ()))
    words["eigenaar"] = tuple(lists.gebruikers)
    words["eigenschap plan"] = tuple(one.naam for one in lists.eigenschappen_van("project"))
    words["eigenschap woningblok"] = tuple(one.naam for one in lists.eigenschappen_van("woningblok"))
    for eigenschap in lists.eigenschappen.values():
        if eigenschap.soort in ("categorie", "rangorde"):
            words[eigenschap.lijst] = tuple(lists.opties.get(eigenschap.lijst, {}).values())
    return {title: values for title, values in words.items() if values}


def _write_lists(sheet: Worksheet, words: Woorden) -> dict[str, str]:
    """Every list in its own column; gives the range of each, as a formula for data validation."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    ranges = {}
    for number, (title, values) in enumerate(words.items(), start=1):
        letter = get_column_letter(number)
        head = sheet.cell(1, number)
        write_value(head, title)
        head.font, head.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", start_color="1F4E79")
        for row, value in enumerate(values, start=2):
            write_value(sheet.cell(row, number), value)
        sheet.column_dimensions[letter].width = max(14, *(min(len(word), 40) + 3 for word in (title, *values)))
        ranges[title] = f"{LIST_SHEET}!${letter}$2:${letter}${len(values) + 1}"
    sheet.freeze_panes = "A2"
    return ranges


# -- the cells ----------------------------------------------------------------------------------------------------------


def _prepare(sheet: Worksheet, columns: Sequence[Kolom]) -> None:
    """Borders and formats for the first rows; whole columns carry the date format."""
    from openpyxl.styles import Alignment, Border, PatternFill, Side
    from openpyxl.utils import get_column_letter

    side = Side(style="hair", color=LINE_COLOUR)
    border, top = Border(left=side, right=side, top=side, bottom=side), Alignment(vertical="top")
    bands = {name: PatternFill("solid", start_color=light) for name, (_, light) in SECTION_COLOURS.items()}
    for column in columns:
        format_ = DATE_FORMAT if column.kop.cel is Cel.DATUM else "General"
        if column.kop.onderkop is Onderkop.DATUM:
            sheet.cell(SUBHEADER_ROW, column.nummer).number_format = DATE_FORMAT
        if column.kop.cel in (Cel.TEKST, Cel.LIJST):
            format_ = "@"
        sheet.column_dimensions[get_column_letter(column.nummer)].number_format = format_
        first = sheet.cell(FIRST_DATA_ROW, column.nummer)
        first.number_format, first.border, first.alignment = format_, border, top
        if column.sectie.tekst == "Woning aantallen":
            first.fill = bands[column.sectie.tekst]
        for row in range(FIRST_DATA_ROW + 1, FIRST_DATA_ROW + PREPARED_ROWS):
            sheet.cell(row, column.nummer)._style = copy(first._style)


def _comment(sheet: Worksheet, columns: Sequence[Kolom]) -> None:
    """What a column asks for, at the first column of every header in a section."""
    from openpyxl.comments import Comment

    told: set[tuple[str, str]] = set()
    for column in columns:
        key = (column.sectie.tekst, column.kop.tekst)
        if key in told and column.kop.tekst != "Onbekend":
            continue
        told.add(key)
        text = explain(column.kop)
        comment = Comment(f"{text.nl}\n\n{text.en}", _AUTHOR)
        comment.width, comment.height = 330, 40 + 17 * (len(text.nl) // 46 + len(text.en) // 46 + 2)
        sheet.cell(HEADER_ROW, column.nummer).comment = comment


# -- the lists and checks -------------------------------------------------------------------------------------------------


def _offer(sheet: Worksheet, columns: Sequence[Kolom], lists: RegisterLists, ranges: Mapping[str, str]) -> None:
    """Data validation: lists to choose from, and only dates and whole numbers where those belong."""
    rules = _Rules(sheet)
    for column in columns:
        kop = column.kop
        last = FIRST_DATA_ROW + CHECKED_ROWS - 1
        rules.add(_rule_of_cells(column, lists, ranges), column, FIRST_DATA_ROW, last)
        title = _title_of_subheader(kop)
        if kop.onderkop is Onderkop.DATUM:
            rules.add(_DATE, column, SUBHEADER_ROW, SUBHEADER_ROW)
        elif title in ranges:
            rules.add(("list", ranges[title], "warning"), column, SUBHEADER_ROW, SUBHEADER_ROW)
    rules.write()


#: Type, formula and how strict: "stop", or "warning" where a new word may be added.
Rule = tuple[str, str, str]
_DATE: Rule = ("date", "1,109574", "stop")  # Excel counts days: 1 January 1900 to 31 December 2199
_WHOLE: Rule = ("whole", "0,99999999", "stop")
_YES_NO: Rule = ("list", '"1,0"', "stop")


def _rule_of_cells(column: Kolom, lists: RegisterLists, ranges: Mapping[str, str]) -> Optional[Rule]:
    kop = column.kop
    if kop.cel is Cel.DATUM:
        return _DATE
    if kop.cel is Cel.AANTAL:
        return _WHOLE
    if kop.cel is Cel.JA_NEE:
        return _YES_NO
    if kop.cel is Cel.EIGENSCHAP:
        return _rule_of_property(column, lists, ranges)
    source = ranges.get(kop.naam)
    return ("list", source, "stop" if kop.cel is Cel.LIJST else "warning") if source else None


def _rule_of_property(column: Kolom, lists: RegisterLists, ranges: Mapping[str, str]) -> Optional[Rule]:
    eigenschap = lists.eigenschappen.get(str(column.onderkop))
    if eigenschap is None:
        return None
    if eigenschap.soort == "ja_nee":
        return _YES_NO
    if eigenschap.soort == "getal":
        return ("decimal", "-1e15,1e15", "stop")
    source = ranges.get(eigenschap.lijst)
    return ("list", source, "warning") if source and not eigenschap.meervoudig else None


def _title_of_subheader(kop: Kop) -> str:
    if kop.onderkop is Onderkop.PRIJSKLASSE:
        return f"{markt_van(kop.categorie)}prijsklasse"
    if kop.onderkop is Onderkop.EIGENSCHAP:
        return "eigenschap woningblok" if kop.doel is Doel.BLOK_EIGENSCHAP else "eigenschap plan"
    return kop.lijst if kop.onderkop in (Onderkop.CATEGORIE, Onderkop.GROOTTE) else ""


class _Rules:
    """Data validations, one per rule, each over all its columns."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.ranges: dict[Rule, list[str]] = {}

    def add(self, rule: Optional[Rule], column: Kolom, first: int, last: int) -> None:
        from openpyxl.utils import get_column_letter

        if rule is not None:
            letter = get_column_letter(column.nummer)
            self.ranges.setdefault(rule, []).append(f"{letter}{first}:{letter}{last}")

    def write(self) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        for (kind, formula, strict), ranges in self.ranges.items():
            low, _, high = formula.partition(",") if kind != "list" else (formula, "", "")
            rule = DataValidation(kind, low, high or None, operator=None if kind == "list" else "between")
            rule.errorStyle, rule.allow_blank, rule.showErrorMessage = strict, True, True
            rule.errorTitle, rule.error = _MESSAGES[kind]
            for one in ranges:
                rule.add(one)
            self.sheet.add_data_validation(rule)


_MESSAGES = {
    "list": ("Niet in de lijst", "Kies een waarde uit de lijst. / Choose a value from the list."),
    "date": ("Geen datum", "Vul een datum in, bijvoorbeeld 31-12-2027. / Enter a date, e.g. 31-12-2027."),
    "whole": ("Geen aantal", "Vul een geheel getal van 0 of meer in. / Enter a whole number of 0 or more."),
    "decimal": ("Geen getal", "Vul een getal in. / Enter a number."),
}


def _watch_sums(sheet: Worksheet, columns: Sequence[Kolom]) -> None:
    """Numbers turn orange while a group does not add up to the dwellings of the row."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter

    total = {column.kop.naam: get_column_letter(column.nummer) for column in columns if column.kop.doel is Doel.AANTAL}
    counted: Callable[[Kolom], Any] = lambda column: (column.sectie.mutatie, column.groep.tekst)  # noqa: E731
    groups: dict[Any, list[Kolom]] = {}
    for column in columns:
        if column.kop.doel in (Doel.OPLEVERING, Doel.VERDELING) and not _is_price(column.kop):
            groups.setdefault(counted(column), []).append(column)
    for (mutatie, _), members in groups.items():
        first, last = (get_column_letter(members[index].nummer) for index in (0, -1))
        found = f"SUM(${first}{FIRST_DATA_ROW}:${last}{FIRST_DATA_ROW})"
        formula = f"AND({found}>0,{found}<>${total[mutatie]}{FIRST_DATA_ROW})"
        fill = PatternFill(bgColor=_ORANGE, fill_type="solid")
        area = f"{first}{FIRST_DATA_ROW}:{last}{FIRST_DATA_ROW + CHECKED_ROWS - 1}"
        sheet.conditional_formatting.add(area, FormulaRule(formula=[formula], fill=fill))


def _is_price(kop: Kop) -> bool:
    return kop.onderkop in (Onderkop.PRIJS, Onderkop.PRIJSKLASSE)


def _write_help(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width, sheet.column_dimensions["C"].width = (
        5,
        75,
        75,
    )
    for number, title in ((2, "Zo vult u dit in"), (3, "How to fill this in")):
        cell = sheet.cell(1, number, title)
        cell.font, cell.fill = Font(bold=True, size=14, color="FFFFFF"), PatternFill("solid", start_color="1F4E79")
    sheet.cell(1, 1).fill = PatternFill("solid", start_color="1F4E79")
    for number, text in enumerate(INSTRUCTIONS, start=1):
        row = number + 1
        sheet.cell(row, 1, number).alignment = Alignment(vertical="top", horizontal="center")
        for column, words in ((2, text.nl), (3, text.en)):
            cell = sheet.cell(row, column)
            write_value(cell, words)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(color="000000" if column == 2 else "595959")
        sheet.row_dimensions[row].height = 18 * (max(len(text.nl), len(text.en)) // 78 + 1) + 6
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
