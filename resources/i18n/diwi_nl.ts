<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>DIWI</name>
    <message>
        <source>Accept repairs of plan areas that change their size</source>
        <translation>Herstel van plangebieden aanvaarden, ook als de oppervlakte verandert</translation>
    </message>
    <message>
        <source>Accepted before</source>
        <translation>Eerder geaccepteerd</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Apply the proposals too</source>
        <translation>Ook de voorstellen toepassen</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Area after (m²)</source>
        <translation>Oppervlakte na (m²)</translation>
    </message>
    <message>
        <source>Area before (m²)</source>
        <translation>Oppervlakte voor (m²)</translation>
    </message>
    <message>
        <source>Area moved (m²)</source>
        <translation>Verplaatste oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Blocks in the file</source>
        <translation>Woningblokken in het bestand</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Brings a register that was made by an older version of the plugin up to date. A copy of the old file is kept beside it. When a step fails nothing is changed. A register that is up to date is left alone; one made by a newer version of the plugin is refused.</source>
        <translation>Werkt een register bij dat met een oudere versie van de plugin is gemaakt. Een kopie van het oude bestand blijft ernaast staan. Mislukt een stap, dan is er niets veranderd. Een register dat bij is wordt met rust gelaten; een register van een nieuwere versie van de plugin wordt geweigerd.</translation>
    </message>
    <message>
        <source>Buildings in them</source>
        <translation>Panden erin</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Check quality</source>
        <translation>Kwaliteit controleren</translation>
    </message>
    <message>
        <source>Checks all plans of a register at a reference date: plan areas that overlap, are invalid or lie off the parcels, sums that do not fit, dates out of order, numbers that are unusual for their kind, obligatory fields of a delivery, unknown codes, doubles, and more. Every rule ends as good, with findings, or as not checked with the reason: what could not be checked is never called good. The findings are kept in the register (table bevinding); what was accepted there stays accepted as long as it does not become worse. The report explains each rule and lists the findings by rule and by plan.</source>
        <translation>Controleert alle plannen van een register op een peildatum: plangebieden die elkaar overlappen, ongeldig zijn of niet op de percelen liggen, sommen die niet kloppen, datums in de verkeerde volgorde, aantallen die ongebruikelijk zijn voor hun soort, verplichte velden van een aanlevering, onbekende codes, dubbelen en meer. Elke regel eindigt als goed, met bevindingen, of als niet gecontroleerd met de reden: wat niet gecontroleerd kon worden heet nooit goed. De bevindingen blijven in het register (tabel bevinding); wat daar is geaccepteerd blijft geaccepteerd zolang het niet erger wordt. Het rapport legt elke regel uit en noemt de bevindingen per regel en per plan.</translation>
    </message>
    <message>
        <source>Copy of the old register</source>
        <translation>Kopie van het oude register</translation>
    </message>
    <message>
        <source>Create missing categories, custom properties and users</source>
        <translation>Ontbrekende categorieën, maatwerkeigenschappen en gebruikers aanmaken</translation>
    </message>
    <message>
        <source>Create register</source>
        <translation>Register maken</translation>
    </message>
    <message>
        <source>Cross table</source>
        <translation>Kruistabel</translation>
    </message>
    <message>
        <source>Deliver to Gelderland</source>
        <translation>Aanleveren aan Gelderland</translation>
    </message>
    <message>
        <source>Deliver to Zuid-Holland</source>
        <translation>Aanleveren aan Zuid-Holland</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Aanleveringen</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Aanlevering</translation>
    </message>
    <message>
        <source>Designations of its parcels</source>
        <translation>Aanduidingen van de percelen</translation>
    </message>
    <message>
        <source>Distance within which an outline follows a parcel border (m)</source>
        <translation>Afstand waarbinnen een plangrens een perceelgrens volgt (m)</translation>
    </message>
    <message>
        <source>Divide parcels along contours that run through them</source>
        <translation>Percelen delen langs contouren die erdoorheen lopen</translation>
    </message>
    <message>
        <source>Dwellings for the area: unusual from this many spreads</source>
        <translation>Woningen voor de oppervlakte: ongebruikelijk vanaf zoveel maal de spreiding</translation>
    </message>
    <message>
        <source>Dwellings to be built, delivered plans</source>
        <translation>Te bouwen woningen in de geleverde plannen</translation>
    </message>
    <message>
        <source>End of plans to be made (empty: ten years after the start)</source>
        <translation>Eind van te maken plannen (leeg: tien jaar na de start)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fouten</translation>
    </message>
    <message>
        <source>Excel file</source>
        <translation>Excelbestand</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excelwerkmap (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excelwerkmappen (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx);;All files (*)</source>
        <translation>Excelwerkmappen (*.xlsx);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Export plans to Excel</source>
        <translation>Plannen uitvoeren naar Excel</translation>
    </message>
    <message>
        <source>Export plans to GeoJSON</source>
        <translation>Plannen uitvoeren naar GeoJSON</translation>
    </message>
    <message>
        <source>Field with designations (empty: found by its name in a table, else geometry is used)</source>
        <translation>Veld met perceelaanduidingen (leeg: in een tabel herkend aan de naam, anders telt de geometrie)</translation>
    </message>
    <message>
        <source>Field with the name of a plan to be made (empty: found by its name)</source>
        <translation>Veld met de naam van een te maken plan (leeg: herkend aan de naam)</translation>
    </message>
    <message>
        <source>Field with the plan (empty: found by its name)</source>
        <translation>Veld met het plan (leeg: herkend aan de naam)</translation>
    </message>
    <message>
        <source>File (GeoPackage, GeoJSON, GML, Shapefile, File Geodatabase)</source>
        <translation>Bestand (GeoPackage, GeoJSON, GML, Shapefile, File Geodatabase)</translation>
    </message>
    <message>
        <source>Findings layer</source>
        <translation>Kaartlaag met bevindingen</translation>
    </message>
    <message>
        <source>Findings per rule (JSON)</source>
        <translation>Bevindingen per regel (JSON)</translation>
    </message>
    <message>
        <source>Fixed values for all plans (field=value; field=value)</source>
        <translation>Vaste waarden voor alle plannen (veld=waarde; veld=waarde)</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Ter informatie</translation>
    </message>
    <message>
        <source>GeoJSON file</source>
        <translation>GeoJSON-bestand</translation>
    </message>
    <message>
        <source>GeoJSON files (*.geojson *.json);;All files (*)</source>
        <translation>GeoJSON-bestanden (*.geojson *.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>GeoJSON files (*.geojson)</source>
        <translation>GeoJSON-bestanden (*.geojson)</translation>
    </message>
    <message>
        <source>GeoPackage files (*.gpkg)</source>
        <translation>GeoPackage-bestanden (*.gpkg)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-bestanden (*.html)</translation>
    </message>
    <message>
        <source>HTML files (*.html);;CSV files (*.csv)</source>
        <translation>HTML-bestanden (*.html);;CSV-bestanden (*.csv)</translation>
    </message>
    <message>
        <source>Import Excel workbook</source>
        <translation>Excelwerkmap inlezen</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>In- en uitvoer</translation>
    </message>
    <message>
        <source>Import plans from GeoJSON</source>
        <translation>Plannen inlezen uit GeoJSON</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-bestanden (*.json)</translation>
    </message>
    <message>
        <source>Layer (empty: recognised by its attributes)</source>
        <translation>Laag (leeg: herkend aan de attributen)</translation>
    </message>
    <message>
        <source>Layer with contours (empty: the plan areas in the register that are not on parcels yet)</source>
        <translation>Laag met contouren (leeg: de plangebieden in het register die nog niet op percelen liggen)</translation>
    </message>
    <message>
        <source>Leave out what cannot be used, and name it</source>
        <translation>Weglaten wat niet bruikbaar is, en het noemen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>Let dividing lines follow walls of buildings</source>
        <translation>Deellijnen de gevels van panden laten volgen</translation>
    </message>
    <message>
        <source>Load boundaries</source>
        <translation>Grenzen inlezen</translation>
    </message>
    <message>
        <source>Load buildings</source>
        <translation>Panden inlezen</translation>
    </message>
    <message>
        <source>Load parcels</source>
        <translation>Percelen inlezen</translation>
    </message>
    <message>
        <source>Make plan areas from parcels</source>
        <translation>Plangebieden uit percelen maken</translation>
    </message>
    <message>
        <source>Make plans that are not in the register yet</source>
        <translation>Plannen maken die nog niet in het register staan</translation>
    </message>
    <message>
        <source>Makes a new plan register for one municipality: a GeoPackage with all tables, the standard code lists, price classes per year and, for provinces with a delivery profile (Gelderland, Zuid-Holland), the custom properties which that province asks for. An existing file is never overwritten. The municipality code is the four-digit CBS code with its leading zeros, for example 0307.</source>
        <translation>Maakt een nieuw planregister voor één gemeente: een GeoPackage met alle tabellen, de standaardcodelijsten, prijsklassen per jaar en, voor provincies met een aanleverprofiel (Gelderland, Zuid-Holland), de maatwerkeigenschappen waar die provincie om vraagt. Een bestaand bestand wordt nooit overschreven. De gemeentecode is de CBS-code van vier cijfers met voorloopnullen, bijvoorbeeld 0307.</translation>
    </message>
    <message>
        <source>Makes or replaces the areas of plans out of whole cadastral parcels of the register. What is asked comes in one of four ways: a plan and a list of designations (LLS00-B-10, LLS00 B 10, LLS00B10; with commas, semicolons or new lines between them); a table with a plan and designations on every row; a layer of points (addresses), each in the parcel meant; or a layer of rough contours, which take the parcels that lie under them for the stated share, no parcel going to two plans. A plan is named by its code, its number of origin or its name. Borders are those of the parcels, vertex for vertex. Parcels of other plans (mother and daughter plans aside) are never taken. All or nothing: with an unknown plan or parcel nothing changes, and the log and the report name them all; or leave those out and go on. For contours that must keep parts of parcels use 'Snap plan areas to parcels'.</source>
        <translation>Maakt of vervangt plangebieden uit hele kadastrale percelen van het register. De opdracht komt op een van vier manieren: een plan en een lijst aanduidingen (LLS00-B-10, LLS00 B 10, LLS00B10; gescheiden door komma's, puntkomma's of nieuwe regels); een tabel met op elke rij een plan en aanduidingen; een laag met punten (adressen), elk in het bedoelde perceel; of een laag met ruwe contouren, die de percelen krijgen die er voor het genoemde deel onder liggen, waarbij geen perceel naar twee plannen gaat. Een plan wordt genoemd bij zijn code, nummer van herkomst of naam. De grenzen zijn die van de percelen, punt voor punt. Percelen van andere plannen (hoofd- en deelplannen uitgezonderd) worden nooit genomen. Alles of niets: bij een onbekend plan of perceel verandert er niets, en noemen logboek en rapport ze allemaal; of laat die weg en ga door. Gebruik voor contouren die delen van percelen moeten houden 'Plangebieden laten aansluiten op percelen'.</translation>
    </message>
    <message>
        <source>Marked copy of the workbook, when there are problems</source>
        <translation>Gemarkeerde kopie van de werkmap, als er problemen zijn</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Municipality code (four digits)</source>
        <translation>Gemeentecode (vier cijfers)</translation>
    </message>
    <message>
        <source>Name of this round</source>
        <translation>Naam van deze leveringsronde</translation>
    </message>
    <message>
        <source>New register</source>
        <translation>Nieuw register</translation>
    </message>
    <message>
        <source>New since the previous check</source>
        <translation>Nieuw sinds de vorige controle</translation>
    </message>
    <message>
        <source>No province</source>
        <translation>Geen provincie</translation>
    </message>
    <message>
        <source>Not in the file, kept</source>
        <translation>Niet in het bestand, behouden</translation>
    </message>
    <message>
        <source>Number of dwellings: unusual from this many spreads</source>
        <translation>Aantal woningen: ongebruikelijk vanaf zoveel maal de spreiding</translation>
    </message>
    <message>
        <source>Obligatory fields of the delivery to</source>
        <translation>Verplichte velden van de aanlevering aan</translation>
    </message>
    <message>
        <source>Or a table with plans and designations, a layer of points, or a layer of rough contours</source>
        <translation>Of een tabel met plannen en aanduidingen, een laag met punten, of een laag met ruwe contouren</translation>
    </message>
    <message>
        <source>Outside municipality or main plan counts from this area (m²)</source>
        <translation>Buiten gemeente of hoofdplan telt vanaf deze oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Overlap counts from this area (m²)</source>
        <translation>Overlap telt vanaf deze oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Parcels used</source>
        <translation>Gebruikte percelen</translation>
    </message>
    <message>
        <source>Per block (exact where a block allows it)</source>
        <translation>Per woningblok (exact waar een blok dat toelaat)</translation>
    </message>
    <message>
        <source>Plan (code, number of origin or name)</source>
        <translation>Plan (code, nummer van herkomst of naam)</translation>
    </message>
    <message>
        <source>Plan areas</source>
        <translation>Plangebieden</translation>
    </message>
    <message>
        <source>Plan areas changed</source>
        <translation>Gewijzigde plangebieden</translation>
    </message>
    <message>
        <source>Plan areas proposed only</source>
        <translation>Alleen voorgestelde plangebieden</translation>
    </message>
    <message>
        <source>Plan areas unchanged</source>
        <translation>Ongewijzigde plangebieden</translation>
    </message>
    <message>
        <source>Plan areas written</source>
        <translation>Geschreven plangebieden</translation>
    </message>
    <message>
        <source>Plans added</source>
        <translation>Toegevoegde plannen</translation>
    </message>
    <message>
        <source>Plans changed</source>
        <translation>Gewijzigde plannen</translation>
    </message>
    <message>
        <source>Plans delivered</source>
        <translation>Geleverde plannen</translation>
    </message>
    <message>
        <source>Plans in the file</source>
        <translation>Plannen in het bestand</translation>
    </message>
    <message>
        <source>Plans made</source>
        <translation>Gemaakte plannen</translation>
    </message>
    <message>
        <source>Plans skipped because of errors</source>
        <translation>Plannen overgeslagen wegens fouten</translation>
    </message>
    <message>
        <source>Plans that are not part of the delivery</source>
        <translation>Plannen die niet bij de aanlevering horen</translation>
    </message>
    <message>
        <source>Plans that took part</source>
        <translation>Plannen die meededen</translation>
    </message>
    <message>
        <source>Plans unchanged</source>
        <translation>Ongewijzigde plannen</translation>
    </message>
    <message>
        <source>Plans written</source>
        <translation>Geschreven plannen</translation>
    </message>
    <message>
        <source>Pooled per plan and year (as DIWI did)</source>
        <translation>Gepoold per plan en jaar (zoals DIWI deed)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorvertoning</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provincie</translation>
    </message>
    <message>
        <source>Pulls imprecise plan contours onto the borders of the parcels in the register. Contours come from a layer (with a field that holds the code, the number of origin or the name of the plan), or else from the register itself: all plans with an area that is not on parcels already. A parcel is taken when all contours together cover it for the stated share, and goes to the plan that covers most of it; where a contour clearly runs through the middle of a parcel, that parcel is divided along it (cuts). Contours that lie beside their parcels as a whole, or were drawn too wide or too tight, are recognised. Plans never overlap: not each other, and not plans that take no part. Shared borders are the same vertex for vertex; that is proved before anything is written. Only plans without doubts are written; the others keep their contour, and what would become of them stands in the preview and the report, with the reasons: parcels covered about half, parcels that two plans claim, every cut, a shift of more than a metre, contours far from any border. Look at them, then run again and apply the proposals too. All or nothing; on cancel nothing has changed.</source>
        <translation>Trekt onnauwkeurige plancontouren op de grenzen van de percelen in het register. De contouren komen uit een laag (met een veld met de code, het nummer van herkomst of de naam van het plan), of anders uit het register zelf: alle plannen waarvan het plangebied nog niet op percelen ligt. Een perceel wordt genomen als alle contouren samen het voor het genoemde deel bedekken, en gaat naar het plan dat er het meest van bedekt; loopt een contour duidelijk midden door een perceel, dan wordt dat perceel erlangs gedeeld (knip). Contouren die in hun geheel naast hun percelen liggen, of te ruim of te krap zijn getekend, worden herkend. Plannen overlappen nooit: niet elkaar, en niet de plannen die niet meedoen. Gedeelde grenzen zijn punt voor punt gelijk; dat wordt bewezen voordat er iets wordt geschreven. Alleen plannen zonder twijfel worden geschreven; de andere houden hun contour, en wat ervan zou worden staat in de voorvertoning en het rapport, met de redenen: percelen die ongeveer half bedekt zijn, percelen die twee plannen opeisen, elke knip, een verschuiving van meer dan een meter, contouren ver van elke grens. Bekijk ze, en voer het dan nogmaals uit met de voorstellen erbij. Alles of niets; na annuleren is er niets veranderd.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kwaliteit</translation>
    </message>
    <message>
        <source>Reads buildings (BAG panden) from a file as PDOK gives it (WFS, OGC API, bag-light GeoPackage) or from an extract, in any reference system, and puts them in the register. When the file holds several versions of a building the last one is kept; demolished and never realised buildings are kept with that status. All or nothing: on an error the register stays as it was. Source: BAG, public domain.</source>
        <translation>Leest panden (BAG) uit een bestand zoals PDOK het geeft (WFS, OGC API, GeoPackage bag-light) of uit een extract, in elk coördinatenstelsel, en zet ze in het register. Bevat het bestand meer versies van een pand, dan blijft de laatste; gesloopte en nooit gerealiseerde panden blijven met die status. Alles of niets: bij een fout blijft het register zoals het was. Bron: BAG, publiek domein.</translation>
    </message>
    <message>
        <source>Reads cadastral parcels (BRK) from a file as PDOK gives it (WFS, OGC API, GML), as NLExtract makes it, or from a GeoPackage with the same attributes, in any reference system, and puts them in the register. The layer is recognised by its attributes. A file that holds only a part of the answer of a service is loaded, but the log says so and COMPLETE is false. All or nothing: on an error the register stays as it was. Source: Kadaster, CC BY 4.0; boundaries are indicative.</source>
        <translation>Leest kadastrale percelen (BRK) uit een bestand zoals PDOK het geeft (WFS, OGC API, GML), zoals NLExtract het maakt, of uit een GeoPackage met dezelfde attributen, in elk coördinatenstelsel, en zet ze in het register. De laag wordt herkend aan de attributen. Een bestand met slechts een deel van het antwoord van een dienst wordt ingelezen, maar het logboek meldt het en COMPLETE is onwaar. Alles of niets: bij een fout blijft het register zoals het was. Bron: Kadaster, CC BY 4.0; grenzen zijn indicatief.</translation>
    </message>
    <message>
        <source>Reads municipalities, districts and neighbourhoods from a file of Bestuurlijke gebieden or of CBS (wijken en buurten) and puts them in the register; all layers of the file that hold them are read. Land and water of one area become one. The year of the division is taken from the file, else from the parameter. All or nothing: on an error the register stays as it was. Source: Kadaster and CBS, CC BY 4.0.</source>
        <translation>Leest gemeenten, wijken en buurten uit een bestand van Bestuurlijke gebieden of van het CBS (wijken en buurten) en zet ze in het register; alle lagen van het bestand die ze bevatten worden gelezen. Land en water van één gebied worden samengenomen. Het jaar van de indeling komt uit het bestand, anders uit de parameter. Alles of niets: bij een fout blijft het register zoals het was. Bron: Kadaster en CBS, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Reads plans from a workbook (.xlsx) in DIWI's layout: a filled template, or an export of DIWI or of this plugin. Everything is checked first; if anything is wrong nothing is stored, and the report and the marked copy of the workbook name every cell, what stands there and what was expected. A plan with an identification number that the register knows is updated, and the report says what changed; importing the same workbook twice changes nothing. Without a reference date, whether project status and dates fit is reported as not checked. Macros are refused and formulas are read by their saved result.</source>
        <translation>Leest plannen uit een werkmap (.xlsx) met de indeling van DIWI: een ingevuld sjabloon, of een uitvoer van DIWI of van deze plugin. Eerst wordt alles gecontroleerd; is er iets fout, dan wordt niets opgeslagen en noemen het rapport en de gemarkeerde kopie van de werkmap elke cel, wat er staat en wat werd verwacht. Een plan met een identificatienummer dat het register kent wordt bijgewerkt, en het rapport zegt wat er veranderde; dezelfde werkmap twee keer inlezen verandert niets. Zonder peildatum wordt gemeld dat niet is gecontroleerd of projectstatus en datums bij elkaar passen. Macro's worden geweigerd en van formules wordt de opgeslagen uitkomst gelezen.</translation>
    </message>
    <message>
        <source>Reads plans with their programme and plan areas from a GeoJSON file: in DIWI's import format, as DIWI exports it (which DIWI itself cannot read back), or as 'Export plans to GeoJSON' writes it. Areas come to RD New; a missing, wrong or swapped reference system stops the import and the likely one is named. Everything in the file is checked first: with any error nothing is stored, and the log and the report name every problem by feature and field. Plans that are already in the register (same uuid or identification number) are updated, and the report says what changed. Create missing: unknown options, custom properties and users are made.</source>
        <translation>Leest plannen met hun programma en plangebied uit een GeoJSON-bestand: in het invoerformaat van DIWI, zoals DIWI het uitvoert (wat DIWI zelf niet kan teruglezen), of zoals 'Plannen uitvoeren naar GeoJSON' het schrijft. Plangebieden komen in RD New; een ontbrekend, verkeerd of verwisseld coördinatenstelsel houdt het inlezen tegen en het waarschijnlijke wordt genoemd. Eerst wordt alles in het bestand gecontroleerd: bij een fout wordt niets opgeslagen, en noemen logboek en rapport elk probleem met object en veld. Plannen die al in het register staan (zelfde uuid of identificatienummer) worden bijgewerkt, en het rapport zegt wat er veranderde. Ontbrekende aanmaken: onbekende keuzes, maatwerkeigenschappen en gebruikers worden gemaakt.</translation>
    </message>
    <message>
        <source>Reasons for DIWI to refuse the file</source>
        <translation>Redenen voor DIWI om het bestand te weigeren</translation>
    </message>
    <message>
        <source>Recognise contours that are shifted, too wide or too tight as a whole</source>
        <translation>Contouren herkennen die in hun geheel verschoven, te ruim of te krap zijn</translation>
    </message>
    <message>
        <source>Reference date</source>
        <translation>Peildatum</translation>
    </message>
    <message>
        <source>Reference date for the project status (empty: not checked)</source>
        <translation>Peildatum voor de projectstatus (leeg: niet gecontroleerd)</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Planregister</translation>
    </message>
    <message>
        <source>Register (GeoPackage)</source>
        <translation>Planregister (GeoPackage)</translation>
    </message>
    <message>
        <source>Register whose lists and properties to use</source>
        <translation>Planregister waarvan de lijsten en eigenschappen worden gebruikt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alles vervangen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Rows in the register</source>
        <translation>Rijen in het register</translation>
    </message>
    <message>
        <source>Rules not (wholly) checked</source>
        <translation>Regels niet (geheel) gecontroleerd</translation>
    </message>
    <message>
        <source>Rules to leave out</source>
        <translation>Regels om over te slaan</translation>
    </message>
    <message>
        <source>SHA-256 of the delivery</source>
        <translation>SHA-256 van de aanlevering</translation>
    </message>
    <message>
        <source>Schema version</source>
        <translation>Schemaversie</translation>
    </message>
    <message>
        <source>Share of a parcel from which it is taken</source>
        <translation>Deel van een perceel vanaf waar het wordt genomen</translation>
    </message>
    <message>
        <source>Share of a parcel under contours from which it is taken</source>
        <translation>Deel van een perceel onder contouren vanaf waar het wordt genomen</translation>
    </message>
    <message>
        <source>Share of the outline that may lie off the parcel borders (0–1)</source>
        <translation>Deel van de plangrens dat naast perceelgrenzen mag liggen (0–1)</translation>
    </message>
    <message>
        <source>Share of unknown dwellings from which it is said (0–1)</source>
        <translation>Aandeel onbekende woningen vanaf waar het wordt gemeld (0–1)</translation>
    </message>
    <message>
        <source>Skip plans that cannot be delivered</source>
        <translation>Plannen overslaan die niet geleverd kunnen worden</translation>
    </message>
    <message>
        <source>Snap plan areas to parcels</source>
        <translation>Plangebieden laten aansluiten op percelen</translation>
    </message>
    <message>
        <source>Solved since the previous check</source>
        <translation>Opgelost sinds de vorige controle</translation>
    </message>
    <message>
        <source>Source date</source>
        <translation>Brondatum</translation>
    </message>
    <message>
        <source>Source date (empty: that of the file)</source>
        <translation>Brondatum (leeg: die van het bestand)</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Start of plans to be made (empty: the source date of their parcels)</source>
        <translation>Start van te maken plannen (leeg: de brondatum van hun percelen)</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>The file is the whole answer of the service</source>
        <translation>Het bestand is het hele antwoord van de dienst</translation>
    </message>
    <message>
        <source>The register's province</source>
        <translation>De provincie van het register</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>Te bekijken</translation>
    </message>
    <message>
        <source>Tolerance (m; empty: from the contours)</source>
        <translation>Tolerantie (m; leeg: uit de contouren)</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Ongewijzigd</translation>
    </message>
    <message>
        <source>Update: add, change, keep the rest</source>
        <translation>Bijwerken: toevoegen, wijzigen, de rest behouden</translation>
    </message>
    <message>
        <source>Upgrade register</source>
        <translation>Register bijwerken</translation>
    </message>
    <message>
        <source>Vector files (*.gpkg *.json *.geojson *.gml *.xml *.shp *.gdb *.fgb);;All files (*)</source>
        <translation>Vectorbestanden (*.gpkg *.json *.geojson *.gml *.xml *.shp *.gdb *.fgb);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Waarschuwingen</translation>
    </message>
    <message>
        <source>What is already in the register</source>
        <translation>Wat al in het register staat</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>Werkmap (.xlsx)</translation>
    </message>
    <message>
        <source>Write Excel template</source>
        <translation>Excelsjabloon schrijven</translation>
    </message>
    <message>
        <source>Writes all plans of the register to one workbook in the layout of DIWI's Excel template, so that DIWI can import it. What that layout cannot say (plan areas, agreements, breakdowns that are not complete, …) travels on a hidden sheet: 'Import Excel workbook' restores the whole register from the workbook, custom properties and options included. You may edit the first sheet, sort and remove rows and add new ones: what stands there wins. The reference date decides on the project status. The file holds confidential plans too, and everything of them on hidden sheet 'DIWI-QGIS': mind who gets it. The log tells which plans DIWI will refuse, and why.</source>
        <translation>Schrijft alle plannen van het register naar één werkmap met de indeling van DIWI's Excelsjabloon, zodat DIWI haar kan inlezen. Wat daarin niet past (plangebieden, afspraken, verdelingen die niet volledig zijn, …) gaat mee op een verborgen blad: 'Excelwerkmap inlezen' herstelt het hele register uit de werkmap, met maatwerkeigenschappen en keuzes. U mag het eerste blad bewerken, rijen sorteren, verwijderen en toevoegen: wat daar staat telt. De peildatum bepaalt de projectstatus. Het bestand bevat ook vertrouwelijke plannen, en alles ervan op het verborgen blad 'DIWI-QGIS': let op wie het krijgt. Het logboek zegt welke plannen DIWI zal weigeren, en waarom.</translation>
    </message>
    <message>
        <source>Writes all plans of the register, with programme and plan areas, to one GeoJSON file in DIWI's import format (RD New). What that format cannot say travels beside it, where DIWI does not look: 'Import plans from GeoJSON' restores the whole register from it, custom properties and options included. A block of several ownership types, house types or delivery dates is written as several DIWI blocks with the same totals. The reference date decides on the project status. The log tells which plans DIWI will refuse, and why. The file holds confidential plans too: mind who gets it.</source>
        <translation>Schrijft alle plannen van het register, met programma en plangebied, naar één GeoJSON-bestand in het invoerformaat van DIWI (RD New). Wat daarin niet past gaat ernaast mee, waar DIWI niet kijkt: 'Plannen inlezen uit GeoJSON' herstelt er het hele register uit, met maatwerkeigenschappen en keuzes. Een woningblok met meer eigendomssoorten, woningtypen of opleverdatums wordt geschreven als meer DIWI-blokken met dezelfde totalen. De peildatum bepaalt de projectstatus. Het logboek zegt welke plannen DIWI zal weigeren, en waarom. Het bestand bevat ook vertrouwelijke plannen: let op wie het krijgt.</translation>
    </message>
    <message>
        <source>Writes an empty workbook to fill in with plans: the same layout and headers as DIWI's import template, with lists to choose from, checks on dates and numbers, an explanation at every header, and sheets with help and with the code lists. With a register its own code lists, price classes and custom properties are in it. DIWI can read the filled workbook too; it reads the first sheet only.</source>
        <translation>Schrijft een lege werkmap om plannen in te vullen: dezelfde indeling en koppen als het invoersjabloon van DIWI, met keuzelijsten, controles op datums en getallen, uitleg bij elke kop, en bladen met hulp en met de codelijsten. Met een register staan diens eigen codelijsten, prijsklassen en maatwerkeigenschappen erin. Ook DIWI kan de ingevulde werkmap lezen; het leest alleen het eerste blad.</translation>
    </message>
    <message>
        <source>Writes the plans as they stand on the reference date in the File Geodatabase layout of the province of Gelderland (needs GDAL 3.6, QGIS 3.28 or later): Planregistratie with one feature per plan, DetailPlanning with the cross table per year, and the province's domains and relationships. A plan keeps its GlobalID in every delivery. Plans below the confidentiality 'extern woonregio', plans with status 5A or 5B and plans that were broken off are not part of the delivery; they are named. Plans with errors (no valid area, a word that the province does not know) stop the delivery, unless you choose to skip them. The register keeps a receipt, and the report says what changed since the previous round. Fixed values replace a field for all plans; they can also be kept in table 'instelling' (levering.gelderland.&lt;field&gt;).</source>
        <translation>Schrijft de plannen zoals zij op de peildatum zijn in de File Geodatabase van de provincie Gelderland (vraagt GDAL 3.6, QGIS 3.28 of later): Planregistratie met één object per plan, DetailPlanning met de kruistabel per jaar, en de domeinen en relaties van de provincie. Een plan houdt in elke aanlevering zijn GlobalID. Plannen onder vertrouwelijkheid 'extern woonregio', plannen met status 5A of 5B en afgebroken plannen horen niet bij de aanlevering; zij worden genoemd. Plannen met fouten (geen geldig plangebied, een woord dat de provincie niet kent) houden de aanlevering tegen, tenzij u ze overslaat. Het register bewaart een ontvangstbewijs, en het rapport zegt wat er sinds de vorige ronde is veranderd. Vaste waarden vervangen een veld bij alle plannen; zij kunnen ook in tabel 'instelling' staan (levering.gelderland.&lt;veld&gt;).</translation>
    </message>
    <message>
        <source>Writes the plans as they stand on the reference date in the GeoJSON layout of the province of Zuid-Holland: one feature per plan, with the cross table of dwelling type and price class per year. Plans below the confidentiality 'extern woonregio', plans with status 5A or 5B, plans that were broken off and plans that start after the reference date are not part of the delivery; they are named. Plans with errors stop the delivery, unless you choose to skip them. The register keeps a receipt, and the report says what changed since the previous round. The same register and date always give the same file. Fixed values replace a field for all plans; they can also be kept in table 'instelling' (levering.zuid_holland.&lt;field&gt;).</source>
        <translation>Schrijft de plannen zoals zij op de peildatum zijn in de GeoJSON van de provincie Zuid-Holland: één object per plan, met de kruistabel van woningtype en prijsklasse per jaar. Plannen onder vertrouwelijkheid 'extern woonregio', plannen met status 5A of 5B, afgebroken plannen en plannen die na de peildatum beginnen horen niet bij de aanlevering; zij worden genoemd. Plannen met fouten houden de aanlevering tegen, tenzij u ze overslaat. Het register bewaart een ontvangstbewijs, en het rapport zegt wat er sinds de vorige ronde is veranderd. Hetzelfde register en dezelfde datum geven altijd hetzelfde bestand. Vaste waarden vervangen een veld bij alle plannen; zij kunnen ook in tabel 'instelling' staan (levering.zuid_holland.&lt;veld&gt;).</translation>
    </message>
    <message>
        <source>Written to the register</source>
        <translation>Geschreven in het register</translation>
    </message>
    <message>
        <source>Year of the division, where the file does not say (0: unknown)</source>
        <translation>Jaar van de indeling, als het bestand dat niet zegt (0: onbekend)</translation>
    </message>
    <message>
        <source>Year rows delivered</source>
        <translation>Geleverde jaarrijen</translation>
    </message>
    <message>
        <source>Zipped file geodatabases (*.gdb.zip)</source>
        <translation>Ingepakte file geodatabases (*.gdb.zip)</translation>
    </message>
    <message>
        <source>… and from this width (m)</source>
        <translation>… en vanaf deze breedte (m)</translation>
    </message>
</context>
</TS>
