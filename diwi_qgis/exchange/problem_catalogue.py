"""What every error code of an import means and what is expected instead, in Dutch and English.

Codes of DIWI keep DIWI's name (source: DIWI 1.11.0, import errors; docs/formats/excel.md lists them). The codes under
`_OWN` are ours: for what DIWI skips without a word, or answers with a server error. Texts may use the fields `{value}`
(what stood there), `{veld}` (header, field or property), `{aantal}` (dwellings of the block), `{som}` (sum found) and
`{ander}` (what it is compared with).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from diwi_qgis.exchange.plan import Plaats
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.texts import Text

_Pair = tuple[Text, Text]
_NERGENS = Plaats()


def _entry(nl: str, en: str, expected_nl: str, expected_en: str) -> _Pair:
    return Text(nl, en), Text(expected_nl, expected_en)


def _total(nl: str, en: str) -> _Pair:
    return _entry(
        f"{nl} telt op tot {{som}}, maar het blok heeft {{aantal}} woningen.",
        f"{en} adds up to {{som}}, but the block has {{aantal}} dwellings.",
        "Samen precies het aantal van het blok, onbekend meegeteld; of helemaal leeg.",
        "Together exactly the number of the block, unknown included; or all empty.",
    )


def _price_total(nl: str, en: str) -> _Pair:
    return _entry(
        f"De prijzen van {nl} tellen op tot {{som}}, maar er zijn {{ander}} van deze woningen.",
        f"The prices of {en} add up to {{som}}, but there are {{ander}} of these dwellings.",
        "Samen precies het aantal van dit eigendomstype (zet de rest onder 'Onbekend'); of alle prijskolommen leeg.",
        "Together exactly the number of this ownership type (put the rest under 'Onbekend'); or all price columns empty.",
    )


def _price_mix(nl: str, en: str) -> _Pair:
    return _entry(
        f"Bij {nl} staan prijscategorieën en bedragen door elkaar.",
        f"Price categories and amounts are mixed for {en}.",
        "Binnen een blok per eigendomstype alleen categorieën of alleen bedragen ('Onbekend' mag bij allebei).",
        "Within a block, per ownership type only categories or only amounts ('Onbekend' may go with either).",
    )


def _missing(nl: str, en: str, expected_nl: str, expected_en: str) -> _Pair:
    return _entry(
        f"{nl} ontbreekt of is onbekend: '{{value}}'.",
        f"{en} is missing or unknown: '{{value}}'.",
        expected_nl,
        expected_en,
    )


def _dates(nl: str, en: str) -> _Pair:
    return _entry(
        f"De datum van {nl} '{{veld}}' ({{value}}) valt buiten het project of niet vóór de volgende.",
        f"The date of {en} '{{veld}}' ({{value}}) is outside the project or not before the next one.",
        "Op of na de start van het project, vóór de volgende ingevulde datum ({ander}) en vóór het eind.",
        "On or after the start of the project, before the next date filled in ({ander}) and before the end.",
    )


_DIWI: dict[str, _Pair] = {
    "io_error": _entry(
        "Het bestand is niet te lezen: {value}",
        "The file cannot be read: {value}",
        "Een volledig, onbeschadigd bestand.",
        "A complete, undamaged file.",
    ),
    "no_data_sheet": _entry(
        "De werkmap heeft geen werkblad.",
        "The workbook has no worksheet.",
        "De gegevens op het eerste werkblad.",
        "The data on the first worksheet.",
    ),
    "missing_headers": _entry(
        "Deze kolomkoppen ontbreken: {value}.",
        "These column headers are missing: {value}.",
        "Alle koppen van het sjabloon, letterlijk; kolommen mogen leeg blijven.",
        "All headers of the template, to the letter; columns may stay empty.",
    ),
    "not_string": _entry(
        "'{value}' onder '{veld}' is geen tekst.",
        "'{value}' under '{veld}' is not text.",
        "Een gewone tekst of een getal; geen foutwaarde of datum.",
        "Plain text or a number; no error value or date.",
    ),
    "not_numeric": _entry(
        "'{value}' onder '{veld}' is geen getal.",
        "'{value}' under '{veld}' is not a number.",
        "Een getal in cijfers.",
        "A number in digits.",
    ),
    "not_date": _entry(
        "'{value}' onder '{veld}' is geen datum.",
        "'{value}' under '{veld}' is not a date.",
        "Een datum die Excel als datum kent. Tekst: kies Gegevens > Tekst naar kolommen > Datum (DMJ). "
        "Getal: geef de cel een datumopmaak.",
        "A date that Excel knows as a date. Text: choose Data > Text to Columns > Date (DMY). "
        "Number: give the cell a date format.",
    ),
    "not_boolean": _entry(
        "'{value}' onder '{veld}' is geen ja of nee.",
        "'{value}' under '{veld}' is not yes or no.",
        "1 of WAAR voor ja, 0 of ONWAAR voor nee, of leeg.",
        "1 or TRUE for yes, 0 or FALSE for no, or empty.",
    ),
    "unknown_project_category_property": _entry(
        "Het register kent geen maatwerkeigenschap van het soort categorie voor plannen met de naam '{value}'.",
        "The register has no custom category property of plans named '{value}'.",
        "De naam van zo'n eigenschap; of kies 'ontbrekende aanmaken'.",
        "The name of such a property; or choose 'create missing'.",
    ),
    "unknown_project_property": _entry(
        "Het register kent geen maatwerkeigenschap voor plannen met de naam '{value}'.",
        "The register has no custom property of plans named '{value}'.",
        "De naam van zo'n eigenschap; of kies 'ontbrekende aanmaken'.",
        "The name of such a property; or choose 'create missing'.",
    ),
    "unknown_houseblock_property": _entry(
        "Het register kent geen maatwerkeigenschap voor woningblokken met de naam '{value}'.",
        "The register has no custom property of blocks named '{value}'.",
        "De naam van zo'n eigenschap; of kies 'ontbrekende aanmaken'.",
        "The name of such a property; or choose 'create missing'.",
    ),
    "unknown_price_buy_range_category": _entry(
        "Het register kent geen koopprijsklasse '{value}'.",
        "The register has no purchase price class '{value}'.",
        "Een prijsklasse (koop) van de gemeente, of 'Onbekend'; of kies 'ontbrekende aanmaken'.",
        "A price class (purchase) of the municipality, or 'Onbekend'; or choose 'create missing'.",
    ),
    "unknown_price_rent_range_category": _entry(
        "Het register kent geen huurprijsklasse '{value}'.",
        "The register has no rent class '{value}'.",
        "Een prijsklasse (huur) van de gemeente, of 'Onbekend'; of kies 'ontbrekende aanmaken'.",
        "A price class (rent) of the municipality, or 'Onbekend'; or choose 'create missing'.",
    ),
    "unknown_property_value": _entry(
        "'{value}' is geen bekende waarde van '{veld}'.",
        "'{value}' is not a known value of '{veld}'.",
        "Een actieve waarde uit de codelijst, letterlijk; of kies 'ontbrekende aanmaken'.",
        "An active value of the code list, to the letter; or choose 'create missing'.",
    ),
    "missing_fixed_property": _entry(
        "De vaste eigenschap '{veld}' bestaat niet in dit register.",
        "The fixed property '{veld}' does not exist here.",
        "Een register met de meegeleverde codelijsten.",
        "A register with the code lists that come with it.",
    ),
    "project_level_data_invalid": _entry(
        "'{veld}' is hier '{value}', maar in een eerdere rij van hetzelfde plan ({ander}).",
        "'{veld}' is '{value}' here, but in an earlier row of the same plan ({ander}).",
        "In alle rijen met hetzelfde identificatienummer dezelfde projectgegevens.",
        "The same project data in all rows with the same identification number.",
    ),
    "project_dates_error": _entry(
        "Het eind van het project ({value}) ligt niet na de start ({ander}).",
        "The end of the project ({value}) is not after its start ({ander}).",
        "Een einddatum na de startdatum.",
        "An end date after the start date.",
    ),
    "project_dates_status_mismatch": _entry(
        "De projectstatus '{value}' past niet bij start en eind ({ander}).",
        "Project status '{value}' does not fit start and end ({ander}).",
        "Nieuw: start en eind niet vóór de peildatum. Actief: peildatum tussen start en eind. Afgerond of afgebroken: "
        "start en eind niet na de peildatum.",
        "New: start and end not before the reference date. Active: reference date between them. Finished or aborted: "
        "start and end not after the reference date.",
    ),
    "wrong_project_phase_dates": _dates("projectfase", "project phase"),
    "wrong_project_plan_status_dates": _dates("planstatus", "plan status"),
    "incomplete_project_location": _entry(
        "De locatie is onvolledig: '{value}' zonder {ander}.",
        "The location is incomplete: '{value}' without {ander}.",
        "Bij een buurt ook wijk en gemeente, bij een wijk ook de gemeente.",
        "With a neighbourhood also district and municipality, with a district also the municipality.",
    ),
    "project_owner_unknown": _entry(
        "'{value}' is geen actieve gebruiker van dit register die plannen mag beheren.",
        "'{value}' is no active user of this register who may own plans.",
        "Het e-mailadres van een gebruiker met rol gebruiker, hoofdgebruiker of extern.",
        "The e-mail address of a user with role user, main user or external.",
    ),
    "houseblock_delivery_date": _entry(
        "De laatste oplevering ({value}) ligt na het eind van het project ({ander}).",
        "The last delivery ({value}) is after the end of the project ({ander}).",
        "Opleveringen op of vóór de einddatum van het project.",
        "Deliveries on or before the end date of the project.",
    ),
    "houseblock_housing_number": _entry(
        "Het aantal woningen van het blok is '{value}'.",
        "The number of dwellings of the block is '{value}'.",
        "Een aantal groter dan 0 (ook als alleen de verdeling is ingevuld).",
        "A number above 0 (also when only the breakdown was filled in).",
    ),
    "houseblock_delivery_total": _total("De oplevering", "Delivery"),
    "houseblock_delivery_phase": _entry(
        "De opleverdatum {value} past niet bij het project ({ander}).",
        "Delivery date {value} does not fit the project ({ander}).",
        "Op of na de start van de realisatie; is die onbekend, dan na de start en niet na het eind van het project.",
        "On or after the start of realisation; if unknown, after the start and not after the end of the project.",
    ),
    "houseblock_ownership_total": _total("Eigendom", "Ownership"),
    "houseblock_ownership_owner_total": _price_total("koopwoningen", "owner-occupied dwellings"),
    "houseblock_ownership_landlord_total": _price_total(
        "huurwoningen van particuliere verhuurders", "dwellings of private landlords"
    ),
    "houseblock_ownership_housing_assoc_total": _price_total(
        "huurwoningen van woningcorporaties", "dwellings of housing associations"
    ),
    "houseblock_ownership_owner_multiple_types": _price_mix("koopwoningen", "owner-occupied dwellings"),
    "houseblock_ownership_landlord_multiple_types": _price_mix(
        "huurwoningen van particuliere verhuurders", "dwellings of private landlords"
    ),
    "houseblock_ownership_housing_assoc_multiple_types": _price_mix(
        "huurwoningen van woningcorporaties", "dwellings of housing associations"
    ),
    "houseblock_ownership_multiple_types": _entry(
        "Bij eigendom staan zowel bedragen als een categorie.",
        "Ownership has both amounts and a category.",
        "Eén van beide.",
        "One of the two.",
    ),
    "houseblock_house_type_total": _total("Het woningtype", "House type"),
    "houseblock_physical_appearance_total": _total("Het fysiek voorkomen", "Physical appearance"),
    "houseblock_target_group_total": _total("De doelgroep", "Target group"),
    "houseblock_ground_position_total": _total("De grondpositie", "Ground position"),
    "no_project_name": _missing("De naam van het project", "The name of the project", "Een naam.", "A name."),
    "no_project_status": _missing(
        "De projectstatus",
        "The project status",
        "Nieuw, Actief, Afgerond of Afgebroken.",
        "Nieuw, Actief, Afgerond or Afgebroken.",
    ),
    "no_project_start_date": _missing("De startdatum", "The start date", "Een datum.", "A date."),
    "no_project_end_date": _missing(
        "De einddatum", "The end date", "Een datum na de startdatum.", "A date after the start date."
    ),
    "no_project_confidentiality": _missing(
        "De vertrouwelijkheid",
        "The confidentiality",
        "Prive, Intern ambtelijk, Intern bestuurlijk, Intern raad, Extern woonregio, Extern mede-overheden of Openbaar.",
        "Prive, Intern ambtelijk, Intern bestuurlijk, Intern raad, Extern woonregio, Extern mede-overheden or Openbaar.",
    ),
    "no_project_identificationNo": _missing(
        "Het identificatienummer",
        "The identification number",
        "Een nummer of tekst waaraan het plan te herkennen is, in elke rij.",
        "A number or text by which the plan is recognised, in every row.",
    ),
    "no_houseblock_mutation": _missing(
        "De mutatiesoort van het blok",
        "The kind of mutation of the block",
        "Bouw of sloop.",
        "Construction or demolition.",
    ),
    "no_houseblock_name": _missing("De naam van het blok", "The name of the block", "Een naam.", "A name."),
    "invalid_plan_type": _entry(
        "'{value}' is geen plansoort.",
        "'{value}' is not a plan type.",
        "Pand Transformatie, Transformatiegebied, Herstructurering, Verdichting, Uitbreiding uitleg of Uitbreiding overig.",
        "Pand Transformatie, Transformatiegebied, Herstructurering, Verdichting, Uitbreiding uitleg or Uitbreiding overig.",
    ),
    "invalid_numeric_range": _entry(
        "'{value}' onder '{veld}' is geen bedrag of geldige reeks.",
        "'{value}' under '{veld}' is not an amount or a valid range.",
        "Euro met hoogstens twee decimalen: 250000, 200000-300000 of 600000-Inf; het eerste niet hoger dan het tweede.",
        "Euro with at most two decimals: 250000, 200000-300000 or 600000-Inf; the first not above the second.",
    ),
    "feature_error": _entry(
        "Dit plan is niet te lezen: {value}",
        "This plan cannot be read: {value}",
        "De velden van DIWI's GeoJSON.",
        "The fields of DIWI's GeoJSON.",
    ),
}

_OWN: dict[str, _Pair] = {
    "invalid_amount": _entry(
        "'{value}' onder '{veld}' is geen aantal woningen.",
        "'{value}' under '{veld}' is not a number of dwellings.",
        "Een geheel getal van 0 of hoger.",
        "A whole number of 0 or more.",
    ),
    "date_out_of_range": _entry(
        "De datum {value} onder '{veld}' ligt niet tussen 1900 en 2200.",
        "The date {value} under '{veld}' is not between 1900 and 2200.",
        "Een datum van 1900 tot en met 2199.",
        "A date from 1900 up to and including 2199.",
    ),
    "formula_without_value": _entry(
        "De formule onder '{veld}' heeft geen uitkomst in het bestand.",
        "The formula under '{veld}' has no result in the file.",
        "Een waarde: open de werkmap in Excel en sla op, of plak de cellen als waarden.",
        "A value: open the workbook in Excel and save it, or paste the cells as values.",
    ),
    "duplicate_header": _entry(
        "De kolom '{veld}' komt twee keer voor (ook in kolom {ander}).",
        "Column '{veld}' occurs twice (also in column {ander}).",
        "Elke kolom één keer; bij een onderkop elke onderkop één keer.",
        "Every column once; with a subheader every subheader once.",
    ),
    "merged_header": _entry(
        "De kolomkoppen {value} zijn samengevoegde cellen.",
        "The column headers {value} are merged cells.",
        "Boven elke kolom haar eigen kop en onderkop: hef de samenvoeging op.",
        "Its own header and subheader over every column: unmerge the cells.",
    ),
    "missing_subheader": _entry(
        "Onder '{veld}' staat '{value}', maar de kolom heeft geen onderkop.",
        "'{value}' stands under '{veld}', but the column has no subheader.",
        "In de rij onder de kolomkop: waar de kolom over gaat (datum, categorie, bedrag of eigenschap).",
        "In the row below the header: what the column is about (date, category, amount or property).",
    ),
    "unknown_header": _entry(
        "De kolom '{veld}' kent het sjabloon niet; {som} gevulde cel(len) zijn niet ingelezen.",
        "Column '{veld}' is not in the template; {som} filled cell(s) were not read.",
        "Een kop van het sjabloon in de juiste sectie, of een eigen eigenschap onder 'Maatwerk … eigenschap'.",
        "A header of the template in its own section, or a custom property under 'Maatwerk … eigenschap'.",
    ),
    "houseblock_size_total": _total("De grootte", "Size"),
    "several_values": _entry(
        "'{value}' onder '{veld}' noemt meer waarden; alleen '{ander}' is bewaard.",
        "'{value}' under '{veld}' gives several values; only '{ander}' was kept.",
        "Eén waarde.",
        "One value.",
    ),
    "text_too_long": _entry(
        "De tekst onder '{veld}' is {som} tekens lang.",
        "The text under '{veld}' has {som} characters.",
        "Hoogstens {ander} tekens.",
        "At most {ander} characters.",
    ),
    "amount_too_large": _entry(
        "{value} onder '{veld}' is te veel.",
        "{value} under '{veld}' is too many.",
        "Hoogstens {ander}.",
        "At most {ander}.",
    ),
    "one_value_only": _entry(
        "Bij '{veld}' staan meer waarden: {value}.",
        "There are several values for '{veld}': {value}.",
        "Eén waarde; of laat bij deze maatwerkeigenschap meer waarden toe.",
        "One value; or allow several values for this custom property.",
    ),
    "invalid_uuid": _entry(
        "'{value}' is geen UUID.",
        "'{value}' is not a UUID.",
        "De UUID van het plan zoals die is uitgevoerd, of niets.",
        "The UUID of the plan as it was exported, or nothing.",
    ),
    "duplicate_identification": _entry(
        "Twee plannen in dit bestand hebben hetzelfde nummer '{value}'.",
        "Two plans in this file have the same number '{value}'.",
        "Een eigen identificatienummer voor elk plan.",
        "An identification number of its own for every plan.",
    ),
    "ambiguous_identification": _entry(
        "Nummer '{value}' hoort in het register bij meer dan één plan: {ander}.",
        "In the register number '{value}' belongs to more than one plan: {ander}.",
        "Geef deze plannen in het register elk een eigen nummer.",
        "Give each of these plans in the register a number of its own.",
    ),
    "unknown_parent_plan": _entry(
        "Het hoofdplan '{value}' staat niet in dit bestand en niet in het register.",
        "Parent plan '{value}' is neither in this file nor in the register.",
        "Een bestand met ook het hoofdplan.",
        "A file that also has the parent plan.",
    ),
    "houseblock_breakdown_total": _total("De verdeling over {veld}", "The breakdown by {veld}"),
    "project_owner_not_checked": _entry(
        "Of eigenaren bekend zijn is niet gecontroleerd: het register heeft nog geen gebruikers.",
        "Whether owners are known was not checked: the register has no users yet.",
        "Leg gebruikers vast in het register.",
        "Enter users in the register.",
    ),
    "will_be_created": _entry(
        "'{value}' is nieuw en wordt aangemaakt ({veld}).",
        "'{value}' is new and will be created ({veld}).",
        "Klopt dit niet, verbeter dan de schrijfwijze.",
        "If this is not meant, correct the spelling.",
    ),
    "price_class_without_limits": _entry(
        "Prijsklasse '{value}' ({veld}) heeft in dit register geen grenzen; de naam wordt bewaard.",
        "Price class '{value}' ({veld}) has no limits in this register; the name is kept.",
        "Vul de grenzen in bij de prijsklassen; tot dan telt zij in leveringen als onbekend.",
        "Enter its limits under price classes; until then deliveries count it as unknown.",
    ),
    "not_checked": _entry(
        "Of projectstatus en datums bij elkaar passen is niet gecontroleerd: er is geen peildatum opgegeven.",
        "Whether project status and dates fit was not checked: no reference date was given.",
        "Geef een peildatum op.",
        "Give a reference date.",
    ),
}

_ALL = {**_DIWI, **_OWN}

#: Every code there is a text for.
CODES = tuple(_ALL)


def problem(
    code: str,
    plaats: Plaats = _NERGENS,
    value: Any = None,
    plan: str = "",
    blok: str = "",
    warning: bool = False,
    veld: str = "",
    aantal: Any = "",
    som: Any = "",
    ander: Any = "",
) -> Problem:
    """The problem with that code, its texts filled in. KeyError when the code is not in the catalogue."""
    fields = {"value": shown(value), "veld": veld, "aantal": shown(aantal), "som": shown(som), "ander": shown(ander)}
    message, expected = _ALL[code]
    return Problem(code, message.fill(**fields), expected.fill(**fields), plaats, value, plan, blok, warning)


def shown(value: Any) -> str:
    """A value as a Dutch user writes it: 31-12-2025, ja, 12 (not 12.0); nothing when it is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, (date, datetime)):
        return f"{value.day:02d}-{value.month:02d}-{value.year:04d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else repr(value)
    text = str(value)
    return text if len(text) <= 120 else text[:117] + "…"
