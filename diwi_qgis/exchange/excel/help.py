"""What the headers of a workbook ask for: the comments of the template and its help sheet, in both languages."""

from __future__ import annotations

from diwi_qgis.exchange.excel.layout import Cel, Doel, Kop, Onderkop
from diwi_qgis.texts import Text

_OF_CELL = {
    Cel.TEKST: Text("Tekst.", "Text."),
    Cel.LIJST: Text("Kies uit de lijst.", "Choose from the list."),
    Cel.DATUM: Text("Een datum, bijvoorbeeld 31-12-2027.", "A date, for example 31-12-2027."),
    Cel.JA_NEE: Text("1 voor ja, 0 voor nee, leeg voor onbekend.", "1 for yes, 0 for no, empty for unknown."),
    Cel.AANTAL: Text("Een aantal woningen: 0 of meer, geheel.", "A number of dwellings: whole, 0 or more."),
    Cel.EIGENSCHAP: Text("Een waarde van de eigenschap.", "A value of the property."),
}

_OF_SUBHEADER = {
    Onderkop.EIGENSCHAP: Text(
        "Zet in rij 5 de naam van een maatwerkeigenschap; zonder naam telt de kolom niet mee.",
        "Put the name of a custom property in row 5; without a name the column is not used.",
    ),
    Onderkop.DATUM: Text(
        "Zet in rij 5 de opleverdatum, en per rij hoeveel woningen dan gereed (of gesloopt) zijn. Samen precies het aantal "
        "van het blok. Is alleen het jaar bekend: 31 december.",
        "Put the date of delivery in row 5, and per row how many dwellings are ready (or demolished) then. Together exactly "
        "the number of the block. Only the year known: 31 December.",
    ),
    Onderkop.GROOTTE: Text(
        "Zet in rij 5 de grootteklasse, bijvoorbeeld 50-75 (m²).",
        "Put the size class in row 5, for example 50-75 (m²).",
    ),
    Onderkop.PRIJSKLASSE: Text(
        "Zet in rij 5 de naam van een prijsklasse van de gemeente.",
        "Put the name of a price class of the municipality in row 5.",
    ),
    Onderkop.PRIJS: Text(
        "Zet in rij 5 een bedrag in euro (huur: per maand) of een reeks: 250000, 200000-300000 of 600000-Inf.",
        "Put an amount in euro (rent: per month) or a range in row 5: 250000, 200000-300000 or 600000-Inf.",
    ),
    Onderkop.CATEGORIE: Text(
        "Zet in rij 5 een waarde uit de codelijst. Wat is ingevuld telt samen op tot het aantal van het blok.",
        "Put a value of the code list in row 5. What is filled in adds up to the number of the block.",
    ),
}

_OF_HEADER = {
    "Identificatie nr": Text(
        "Nummer of code waaraan het plan te herkennen is; bij een volgende import wordt dit plan bijgewerkt. Meer blokken: "
        "meer rijen met hetzelfde nummer en dezelfde projectgegevens.",
        "Number or code by which the plan is recognised; the next import updates that plan. More blocks: more rows with the "
        "same number and the same project data.",
    ),
    "Eigenaar": Text("E-mailadres van een gebruiker van het register.", "E-mail address of a user of the register."),
    "Project status": Text(
        "Nieuw: begint nog. Actief: loopt. Afgerond: klaar. Afgebroken: gaat niet door. Moet passen bij start en eind.",
        "Nieuw: yet to begin. Actief: under way. Afgerond: finished. Afgebroken: will not go on. Must fit start and end.",
    ),
    "Eind project": Text(
        "Na de start; alle opleveringen vallen ervoor.", "After the start; all deliveries are before it."
    ),
    "Bouw": Text(
        "Te bouwen woningen. De verdeling staat onder 'Bouw gegevens'.",
        "Dwellings to be built. The breakdown is under 'Bouw gegevens'.",
    ),
    "Sloop": Text(
        "Te slopen woningen, als positief getal. De verdeling staat onder 'Sloop gegevens'.",
        "Dwellings to be demolished, as a positive number. The breakdown is under 'Sloop gegevens'.",
    ),
    "Gemeente": Text("Leeg: de gemeente van het register.", "Empty: the municipality of the register."),
    "Buurt": Text("Alleen samen met gemeente en wijk.", "Only with municipality and district."),
    "Wijk": Text("Alleen samen met de gemeente.", "Only with the municipality."),
}

_REQUIRED = Text("Verplicht.", "Required.")
_MILESTONE = Text(
    "Datum waarop deze fase of status begint; op volgorde, tussen start en eind.",
    "Date on which this phase or status begins; in order, between start and end.",
)
_UNKNOWN = Text(
    "Woningen waarvan dit niet bekend is; telt mee in het totaal.",
    "Dwellings of which this is not known; counts in the total.",
)

#: The help sheet, paragraph by paragraph.
INSTRUCTIONS = (
    Text(
        "Vul het eerste blad ('Data') vanaf rij 6, één rij per plan; een plan met meer woningblokken krijgt meer rijen met "
        "hetzelfde 'Identificatie nr' en dezelfde projectgegevens.",
        "Fill the first sheet ('Data') from row 6, one row per plan; a plan with more blocks gets more rows with the same "
        "'Identificatie nr' and the same project data.",
    ),
    Text(
        "Donkere kolomkoppen zijn verplicht. Wat een kolom vraagt, staat in de opmerking bij de kop (rood hoekje).",
        "Dark column headers are required. What a column asks for is in the comment at its header (red corner).",
    ),
    Text(
        "Witte cellen in rij 5 zijn onderkoppen die u zelf invult: opleverdatums, prijsklassen, bedragen, categorieën, "
        "eigenschappen. Een kolom zonder onderkop telt niet mee. De koppen in rij 2 en 4 blijven zoals ze zijn.",
        "White cells in row 5 are subheaders for you to fill in: delivery dates, price classes, amounts, categories, "
        "properties. A column without a subheader is not used. Leave the headers in rows 2 and 4 as they are.",
    ),
    Text(
        "Te weinig kolommen? Voeg een kolom in en neem de kop over. De volgorde binnen een sectie is vrij.",
        "Not enough columns? Insert one and copy its header. The order within a section is free.",
    ),
    Text(
        "Aantallen die oranje kleuren, tellen niet op tot het aantal woningen onder 'Bouw' of 'Sloop'. Weet u een deel niet, "
        "zet dat dan onder 'Onbekend' of laat de hele groep leeg.",
        "Numbers that turn orange do not add up to the dwellings under 'Bouw' or 'Sloop'. If a part is not known, put it "
        "under 'Onbekend' or leave the whole group empty.",
    ),
    Text(
        "Bedragen zijn euro; huur is per maand. Datums zijn echte datums, geen tekst.",
        "Amounts are euro; rent is per month. Dates are real dates, not text.",
    ),
    Text(
        "De import neemt alles op of niets: staat er een fout in, dan krijgt u een rapport en een gemarkeerde kopie en "
        "verandert er niets in het register. Dezelfde werkmap opnieuw inlezen werkt de plannen bij.",
        "The import takes everything or nothing: if there is an error you get a report and a marked copy, and nothing in the "
        "register changes. Importing the same workbook again updates the plans.",
    ),
    Text(
        "Op blad 'Codelijsten' staan de woorden die u kunt gebruiken. Ook DIWI leest deze werkmap: alleen het eerste blad.",
        "Sheet 'Codelijsten' has the words you can use. DIWI reads this workbook too: the first sheet only.",
    ),
)


def explain(kop: Kop) -> Text:
    """What belongs under a header."""
    parts = [_REQUIRED] if kop.verplicht else []
    parts += [_OF_HEADER[kop.tekst]] if kop.tekst in _OF_HEADER else []
    if kop.doel is Doel.MIJLPAAL:
        parts.append(_MILESTONE)
    if kop.onderkop in _OF_SUBHEADER:
        parts.append(_OF_SUBHEADER[kop.onderkop])
    if kop.categorie == "Onbekend":
        parts.append(_UNKNOWN)
    parts.append(_OF_CELL[kop.cel])
    return Text(" ".join(part.nl for part in parts), " ".join(part.en for part in parts))
