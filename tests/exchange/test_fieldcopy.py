"""Into the field and back: two people on two real registers, and what becomes of the work of both."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import shapely

from diwi_qgis.errors import Cancelled, InputError, RegisterError
from diwi_qgis.exchange import documents
from diwi_qgis.exchange.fieldcopy.brought import read_copy
from diwi_qgis.exchange.fieldcopy.folder import find_folder
from diwi_qgis.exchange.fieldcopy.mark import copies_of, mark_of
from diwi_qgis.exchange.fieldcopy.merge import UndecidedError, bring_back, compare
from diwi_qgis.exchange.fieldcopy.receipt import Kind, receipt
from diwi_qgis.exchange.fieldcopy.states import read_state
from diwi_qgis.exchange.fieldcopy.take import take_along
from diwi_qgis.exchange.rows import read_rows
from diwi_qgis.progress import Progress
from diwi_qgis.rules.merging import Side
from diwi_qgis.store import create_register, open_register

SQUARE = shapely.multipolygons([shapely.box(100000, 400000, 100100, 400100)])
PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2032, 1, 1)}


class World:
    """An office register with two plans, and the copy that anna took."""

    def __init__(self, office: Path, folder: Path) -> None:
        self.office = office
        self.plans = self.fill()
        self.letter = self.add_document()
        self.folder = take_along(office, folder, "anna", with_documents=True)

    @property
    def field(self) -> Path:
        return self.folder.register

    def fill(self):
        with open_register(self.office, write=True) as register, register.transaction("els") as write:
            plans = write.insert(
                "project",
                [{**PLAN, "naam": "Haven", "geom": SQUARE}, {**PLAN, "naam": "Weide"}, {**PLAN, "naam": "Kade"}],
            )
            self.block = write.insert("woningblok", [{"project_uuid": plans[0], "naam": "Toren", "aantal": 40}])[0]
            self.part = write.insert(
                "verdeling",
                [{"woningblok_uuid": self.block, "kenmerk": "eigendom", "categorie": "koopwoning", "aantal": 30}],
            )[0]
            self.milestone = write.insert(
                "mijlpaal", [{"project_uuid": plans[0], "soort": "start_bouw", "gepland": date(2027, 1, 1)}]
            )[0]
            write.insert("perceel", [{
                "identificatie": "1", "aanduiding": "TST00-A-1", "akr_gemeentecode": "TST00", "sectie": "A",
                "perceelnummer": 1, "brondatum": date(2026, 1, 1), "geom": SQUARE,
            }])  # fmt: skip
            write.insert(
                "bevinding", [{"regel": "proef", "ernst": "info", "project_uuid": plans[0], "melding": "Let op"}]
            )
        return plans

    def add_document(self):
        letter = documents.folder(self.office) / "9999-X" / "brief.txt"
        letter.parent.mkdir(parents=True)
        letter.write_text("Geachte raad", encoding="utf8")
        with open_register(self.office, write=True) as register, register.transaction("els") as write:
            pad = letter.relative_to(self.office.parent).as_posix()
            row = {"project_uuid": self.plans[0], "titel": "Brief", "pad": pad, "sha256": documents.sha256(letter)}
            self.document = write.insert("document", [row])[0]
        return letter

    def back(self, choices=None, user="bert"):
        return bring_back(self.office, read_copy(self.folder), choices or {}, user)

    def look(self, choices=None):
        brought = read_copy(self.folder)
        with open_register(self.office) as register:
            outcome = compare(register, brought, choices)
        return outcome, receipt(brought, outcome)


def change(path, table, *rows, user="piet"):
    with open_register(path, write=True) as register, register.transaction(user) as write:
        write.update(table, list(rows))


def add(path, table, *rows, user="piet"):
    with open_register(path, write=True) as register, register.transaction(user) as write:
        return write.insert(table, list(rows))


def remove(path, table, *uuids, user="piet"):
    with open_register(path, write=True) as register, register.transaction(user) as write:
        write.delete(table, uuids)


def rows(path, table):
    with open_register(path) as register:
        return {row.get("uuid", number): row for number, row in enumerate(read_rows(register, table))}


def everything(path):
    """All that people keep, and how many lines of history there are."""
    with open_register(path) as register:
        return read_state(register), len(register.read("historie", ["fid"]))


@pytest.fixture
def world(register_path, tmp_path):
    return World(register_path, tmp_path / "veld")


# -- taking along -----------------------------------------------------------------------------------------------------------


def test_a_copy_is_one_folder_with_everything_and_the_office_knows_who_has_it(world):
    with open_register(world.field) as copy, open_register(world.office) as office:
        assert read_state(copy) == read_state(office)
        for table in ("perceel", "historie", "mijlpaal_prognose"):
            ours = copy.read(table)
            assert (
                ours[: len(office.read(table)) if table != "historie" else None].shape[1] == office.read(table).shape[1]
            )
        assert len(copy.read("perceel")) == 1
        (note,), own = copies_of(office), mark_of(copy)
        assert note == own and note.wie == "anna" and note.brought_back is None and note.van == str(world.office)
        assert mark_of(office) is None and copies_of(copy) == []
    assert (world.folder.documents / "9999-X" / "brief.txt").read_text(encoding="utf8") == "Geachte raad"
    assert find_folder(world.folder.path) == find_folder(world.field) == world.folder
    assert sorted(each.name for each in world.office.parent.iterdir()) == [
        "register.gpkg",
        "register_documenten",
        "veld",
    ]


def test_keys_and_links_are_those_of_the_office(world):
    for table in ("project", "woningblok", "verdeling", "mijlpaal"):
        ours, theirs = rows(world.field, table), rows(world.office, table)
        assert [(row["fid"], row["uuid"]) for row in ours.values()] == [
            (row["fid"], row["uuid"]) for row in theirs.values()
        ]


def test_the_base_has_no_parcels_and_no_history_but_is_a_register(world):
    with open_register(world.folder.base) as base, open_register(world.office) as office:
        assert base.schema_differences() == []
        assert len(base.read("perceel")) == len(base.read("historie")) == 0
        assert read_state(base) == read_state(office)
    assert world.folder.base.stat().st_size < world.field.stat().st_size


def test_documents_stay_when_the_user_wishes(register_path, tmp_path):
    world = World(register_path, tmp_path / "veld")
    folder = take_along(world.office, tmp_path / "tweede", "anna", with_documents=False)
    assert not folder.documents.exists()


@pytest.mark.parametrize(
    "what", ["folder in use", "no parent folder", "copy of a copy", "no register", "read-only register"]
)
def test_a_copy_that_cannot_be_made_leaves_nothing(world, tmp_path, what):
    target, register = tmp_path / "tweede", world.office
    if what == "folder in use":
        target.mkdir()
        (target / "iets.txt").touch()
    elif what == "no parent folder":
        target = tmp_path / "nergens" / "tweede"
    elif what == "copy of a copy":
        register = world.field
    elif what == "no register":
        register = world.letter
    before, office = sorted(tmp_path.rglob("*")), everything(world.office)
    if what == "read-only register":
        world.office.chmod(0o444)
        if _may_write(world.office):
            pytest.skip("this user may write everything")
    with pytest.raises((InputError, RegisterError)) as error:
        take_along(register, target, "anna", with_documents=True)
    assert str(error.value) and error.value.text.nl != error.value.text.en
    assert sorted(tmp_path.rglob("*")) == before and everything(world.office) == office


def _may_write(path):
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def test_a_cancelled_copy_leaves_nothing(world, tmp_path):
    class Stopped(Progress):
        cancelled = True

    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Cancelled):
        take_along(world.office, tmp_path / "tweede", "anna", True, Stopped())
    assert sorted(tmp_path.rglob("*")) == before


def test_what_others_have_not_stored_yet_does_not_hold_up_a_copy(world, tmp_path):
    """Somebody has the register open, and a write-ahead log with it."""
    with closing(sqlite3.connect(world.office)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE sessie SET gebruiker = 'iemand'")
        other.commit()
        folder = take_along(world.office, tmp_path / "tweede", "anna", False)
        assert len(rows(folder.register, "project")) == 3
        assert not list(folder.path.glob("*-wal"))


# -- bringing back ------------------------------------------------------------------------------------------------------------


def test_work_of_both_sides_comes_together(world):
    plan, weide, kade = world.plans
    change(world.field, "project", {"uuid": plan, "opmerkingen": "gezien in het veld"}, user="anna")
    change(world.field, "verdeling", {"uuid": world.part, "aantal": 25}, user="anna")
    new = add(world.field, "project", {**PLAN, "naam": "Nieuw", "geom": SQUARE}, user="anna")[0]
    add(world.field, "woningblok", {"project_uuid": new, "naam": "Rij", "aantal": 12}, user="anna")
    remove(world.field, "project", weide, user="anna")
    change(world.office, "project", {"uuid": plan, "naam": "Havenkwartier"})
    change(world.office, "woningblok", {"uuid": world.block, "aantal": 50})
    add(world.office, "knelpunt", {"project_uuid": plan, "soort": "netcongestie", "toelichting": "stroom"})
    remove(world.office, "project", kade)
    codes = {row["uuid"]: row["code"] for row in rows(world.field, "project").values()}
    made = world.back()
    plans = rows(world.office, "project")
    assert {row["naam"] for row in plans.values()} == {"Havenkwartier", "Nieuw"}
    assert plans[plan]["opmerkingen"] == "gezien in het veld"
    assert (plans[plan]["aantal_bouw"], plans[new]["aantal_bouw"]) == (50, 12)  # triggers counted
    assert plans[new]["code"] == codes[new] and plans[new]["geom"].equals(SQUARE)
    assert rows(world.office, "verdeling")[world.part]["aantal"] == 25 and len(rows(world.office, "knelpunt")) == 1
    assert (made.count(Kind.NEW), made.count(Kind.CHANGED), made.count(Kind.REMOVED)) == (2, 2, 1)
    assert made.notes == [] and made.questions == []


def test_history_says_who_merged_whose_copy_and_the_receipt_who_wrote_it_when(world):
    change(world.field, "project", {"uuid": world.plans[0], "opmerkingen": "veld"}, user="anna van buiten")
    made = world.back(user="bert")
    with open_register(world.office) as register:
        (*_, last) = [line for line in register.plan_history(world.plans[0]) if line["tabel"] == "project"]
        assert last["gebruiker"] == "bert (veldkopie van anna)" and last["rij"]["opmerkingen"] == "veld"
        (note,) = copies_of(register)
    assert rows(world.office, "project")[world.plans[0]]["gewijzigd_door"] == "bert (veldkopie van anna)"
    ((line,),) = [plan.lines for plan in made.plans]
    assert (line.user, line.field, line.before, line.after) == ("anna van buiten", "Opmerkingen", "", "veld")
    assert line.moment is not None and made.user == "bert" and made.moment is not None
    assert note.brought_back and note.door == "bert" and note.bewijs["aantallen"]["gewijzigd"] == 1


def test_one_field_changed_on_both_sides_waits_for_a_choice(world):
    plan = world.plans[0]
    change(world.field, "project", {"uuid": plan, "naam": "Veldhaven", "eigenaar": "a@veld.nl"})
    change(world.office, "project", {"uuid": plan, "naam": "Kantoorhaven"})
    before = everything(world.office)
    with pytest.raises(UndecidedError) as undecided:
        world.back()
    assert everything(world.office) == before
    (conflict,) = undecided.value.outcome.undecided
    assert (conflict.column, conflict.base, conflict.mine, conflict.theirs) == (
        "naam",
        "Haven",
        "Veldhaven",
        "Kantoorhaven",
    )
    _, shown = world.look()
    (question,) = shown.questions
    assert (question.base, question.mine, question.theirs) == ("Haven", "Veldhaven", "Kantoorhaven")
    assert question.what == "Plan Kantoorhaven, Projectnaam" and shown.plans[0].lines  # the rest is shown as well
    world.back({conflict.key: Side.THEIRS})
    row = rows(world.office, "project")[plan]
    assert (row["naam"], row["eigenaar"]) == ("Kantoorhaven", "a@veld.nl")
    with open_register(world.office) as register:
        (kept,) = copies_of(register)[0].bewijs["keuzes"]
    assert kept == {
        "wat": "Plan Kantoorhaven, Projectnaam", "was": "Haven", "veld": "Veldhaven", "kantoor": "Kantoorhaven", "keuze": "kantoor",
    }  # fmt: skip


@pytest.mark.parametrize("choice", Side)
@pytest.mark.parametrize("deleted_in", ["field", "office"])
def test_a_plan_deleted_here_and_worked_on_there(world, deleted_in, choice):
    plan = world.plans[0]
    gone, kept = (world.field, world.office) if deleted_in == "field" else (world.office, world.field)
    before = rows(world.office, "project")[plan]
    remove(gone, "project", plan)
    change(kept, "verdeling", {"uuid": world.part, "aantal": 11})
    outcome, shown = world.look()
    ((conflict,), (question,)) = outcome.undecided, shown.questions
    assert (conflict.table, conflict.uuid, conflict.column) == ("project", plan, None)
    words = [question.mine, question.theirs]
    assert words[deleted_in == "office"] == "verwijderd" and question.base == "aanwezig"
    assert words[deleted_in == "field"] == "Toren: Verdeling Koopwoning"
    made = world.back({conflict.key: choice})
    stays = (choice is Side.MINE) == (deleted_in == "office")
    plans = rows(world.office, "project")
    assert (plan in plans) == stays
    if stays:
        assert rows(world.office, "verdeling")[world.part]["aantal"] == 11
        assert plans[plan]["aantal_bouw"] == 40 and len(rows(world.office, "document")) == 1
    else:
        assert rows(world.office, "woningblok") == rows(world.office, "document") == {}
    if stays:  # with the code that it had, and who made it
        assert [plans[plan][name] for name in ("code", "aangemaakt", "aangemaakt_door")] == [
            before[name] for name in ("code", "aangemaakt", "aangemaakt_door")
        ]
        assert plans[plan]["geom"].equals(SQUARE) and made.notes == []


def test_a_part_whose_main_plan_is_gone_comes_back_by_itself(world):
    plan = world.plans[0]
    part = add(world.office, "project", {**PLAN, "naam": "Deel", "hoofdplan_uuid": plan})[0]
    folder = take_along(world.office, world.folder.path.with_name("tweede"), "anna", False)
    change(folder.register, "project", {"uuid": part, "naam": "Deel van niets", "hoofdplan_uuid": None})
    remove(world.office, "project", part)
    remove(world.office, "project", plan)
    choices = {("project", part, None): Side.MINE}
    made = bring_back(world.office, read_copy(folder), choices, "bert")
    (row,) = [row for row in rows(world.office, "project").values() if row["uuid"] == part]
    assert (row["naam"], row["hoofdplan_uuid"]) == ("Deel van niets", None)
    assert any(row["code"] in text.nl for text in made.notes)  # not the code of a part any more


@pytest.mark.parametrize("choice", Side)
def test_an_area_drawn_on_both_sides(world, choice):
    here, there = (shapely.box(100000, 400000, 100000 + width, 400100) for width in (50, 80))
    change(world.field, "project", {"uuid": world.plans[0], "geom": here})
    change(world.office, "project", {"uuid": world.plans[0], "geom": there})
    _, shown = world.look()
    (question,) = shown.questions
    assert (question.base, question.mine, question.theirs) == ("10.000 m²", "5.000 m²", "8.000 m²")
    world.back({question.conflict.key: choice})
    assert rows(world.office, "project")[world.plans[0]]["geom"].area == (5000 if choice is Side.MINE else 8000)


def test_dates_that_cannot_stand_together_are_asked(world):
    plan = world.plans[0]
    change(world.field, "project", {"uuid": plan, "start_datum": date(2031, 1, 1)})
    change(world.office, "project", {"uuid": plan, "eind_datum": date(2030, 1, 1)})
    _, shown = world.look()
    (question,) = shown.questions
    assert question.mine == "Start project: 01-01-2031" and question.theirs == "Eind project: 01-01-2030"
    world.back({question.conflict.key: Side.MINE})
    row = rows(world.office, "project")[plan]
    assert (row["start_datum"], row["eind_datum"]) == (date(2031, 1, 1), date(2032, 1, 1))


def test_bringing_back_twice_changes_nothing(world):
    plan = world.plans[0]
    change(world.field, "project", {"uuid": plan, "naam": "Veldhaven", "eigenaar": "a@veld.nl"})
    change(world.field, "mijlpaal", {"uuid": world.milestone, "gepland": date(2028, 1, 1)})
    change(world.office, "project", {"uuid": plan, "naam": "Kantoorhaven"})
    world.back({("project", plan, "naam"): Side.THEIRS})
    before = everything(world.office), len(rows(world.office, "mijlpaal_prognose"))
    change(world.office, "project", {"uuid": plan, "eigenaar": "b@kantoor.nl"})
    change(world.office, "project", {"uuid": plan, "eigenaar": "a@veld.nl"})
    made = world.back()
    assert made.plans == [] and made.earlier is not None
    (state, lines), forecasts = everything(world.office), len(rows(world.office, "mijlpaal_prognose"))
    assert ((state, lines - 2), forecasts) == before


@pytest.mark.parametrize("base", ["renewed", "read-only folder"])
def test_work_may_go_on_in_a_copy_that_was_brought_back(world, base, monkeypatch):
    plan = world.plans[0]
    change(world.field, "project", {"uuid": plan, "naam": "Veldhaven"})
    change(world.office, "project", {"uuid": plan, "naam": "Kantoorhaven"})
    if base != "renewed":
        monkeypatch.setattr(shutil, "copyfile", _refuse)
    world.back({("project", plan, "naam"): Side.THEIRS})
    monkeypatch.undo()
    change(world.field, "project", {"uuid": plan, "opmerkingen": "nog iets"})
    outcome, _ = world.look()
    assert bool(outcome.undecided) == (base != "renewed")  # else what was chosen is asked once more
    world.back({conflict.key: Side.THEIRS for conflict in outcome.undecided})
    row = rows(world.office, "project")[plan]
    assert (row["naam"], row["opmerkingen"]) == ("Kantoorhaven", "nog iets")


def _refuse(*_):
    raise OSError("read-only")


def test_codes_of_parts_given_on_both_sides_never_clash(world):
    plan = world.plans[0]
    ours, theirs = (
        add(path, "project", {**PLAN, "naam": naam, "hoofdplan_uuid": plan})[0]
        for path, naam in ((world.field, "Deel veld"), (world.office, "Deel kantoor"))
    )
    mother = rows(world.office, "project")[plan]["code"]
    assert rows(world.field, "project")[ours]["code"] == rows(world.office, "project")[theirs]["code"] == f"{mother}.01"
    _, shown = world.look()
    assert [text.nl for text in shown.notes] == [
        f"Plan Deel veld krijgt een andere plancode: {mother}.01 is op kantoor al gegeven."
    ]
    made = world.back()
    codes = {uuid: row["code"] for uuid, row in rows(world.office, "project").items()}
    assert (codes[theirs], codes[ours]) == (f"{mother}.01", f"{mother}.02")
    assert f"Plan Deel veld heette in het veld {mother}.01 en heet nu {mother}.02." in [text.nl for text in made.notes]


def test_the_same_category_made_on_both_sides_is_one(world):
    code = {"lijst": "plantype", "code": "hof", "label": "Hofjeswoning"}
    ours, theirs = add(world.field, "codelijst", code)[0], add(world.office, "codelijst", {**code, "label": "Hofje"})[0]
    _, shown = world.look()
    (question,) = shown.questions
    assert question.conflict.uuid == theirs and (question.mine, question.theirs) == ("Hofjeswoning", "Hofje")
    assert shown.plans[0].uuid == ""
    world.back({question.conflict.key: Side.MINE})
    found = [row for row in rows(world.office, "codelijst").values() if row["code"] == "hof"]
    assert [(row["uuid"], row["label"]) for row in found] == [(theirs, "Hofjeswoning")] and ours != theirs


def test_a_name_that_only_one_may_have_is_told_by_name_and_nothing_is_stored(world):
    """An existing person gets the address that the office gave to another."""
    person = add(world.office, "gebruiker", {"naam": "Jan", "email": "jan@x.nl"})[0]
    folder = take_along(world.office, world.folder.path.with_name("tweede"), "anna", False)
    change(folder.register, "gebruiker", {"uuid": person, "email": "info@x.nl"})
    add(world.office, "gebruiker", {"naam": "Piet", "email": "info@x.nl"})
    before = everything(world.office)
    with pytest.raises(RegisterError, match="email"):
        bring_back(world.office, read_copy(folder), {}, "bert")
    assert everything(world.office) == before


def test_every_date_that_a_milestone_had_in_the_field_is_kept_with_its_moment(world):
    for day in (date(2028, 1, 1), date(2029, 1, 1)):
        change(world.field, "mijlpaal", {"uuid": world.milestone, "gepland": day})
    moments = [row["tijd"] for row in rows(world.field, "mijlpaal_prognose").values()][-2:]
    world.back()
    kept = [(row["datum"], row["tijd"]) for row in rows(world.office, "mijlpaal_prognose").values()]
    assert set(zip((date(2028, 1, 1), date(2029, 1, 1)), moments)) < set(kept)
    assert rows(world.office, "mijlpaal")[world.milestone]["gepland"] == date(2029, 1, 1)


def test_forecasts_of_a_date_that_was_not_chosen_are_not_taken_for_ours(world):
    change(world.field, "mijlpaal", {"uuid": world.milestone, "gepland": date(2028, 1, 1)})
    change(world.office, "mijlpaal", {"uuid": world.milestone, "gepland": date(2030, 1, 1)})
    world.back({("mijlpaal", world.milestone, "gepland"): Side.THEIRS})
    assert date(2028, 1, 1) not in [row["datum"] for row in rows(world.office, "mijlpaal_prognose").values()]


def test_a_finding_accepted_in_the_field_is_accepted_whatever_its_uuid(world):
    (uuid,) = rows(world.field, "bevinding")
    change(
        world.field, "bevinding", {"uuid": uuid, "geaccepteerd": True, "geaccepteerd_door": "anna", "reden": "gezien"}
    )
    finding = {
        name: rows(world.office, "bevinding")[uuid][name] for name in ("regel", "ernst", "project_uuid", "melding")
    }
    remove(world.office, "bevinding", uuid)
    (new,) = add(world.office, "bevinding", finding)  # checked anew
    world.back()
    assert new != uuid
    (row,) = rows(world.office, "bevinding").values()
    assert (row["uuid"], row["geaccepteerd"], row["geaccepteerd_door"], row["reden"]) == (new, True, "anna", "gezien")


def test_an_acceptance_of_what_the_office_does_not_find_is_told(world):
    (uuid,) = rows(world.field, "bevinding")
    change(world.field, "bevinding", {"uuid": uuid, "geaccepteerd": True, "reden": "gezien"})
    remove(world.office, "bevinding", uuid)
    made = world.back()
    assert ["proef" in text.nl for text in made.notes] == [True]


# -- documents ----------------------------------------------------------------------------------------------------------------


def put(world, name, text, path=None):
    """A document copied in, as the page does."""
    path = path or world.field
    source = world.office.parent / "bron" / name
    source.parent.mkdir(exist_ok=True)
    source.write_text(text, encoding="utf8")
    row = {"project_uuid": world.plans[0], "titel": name, "pad": f"{documents.TO_COPY}{source}"}
    with documents.copied_in(path, "9999-X", [row]) as copies:
        uuid = add(path, "document", *copies)[0]
    source.unlink()
    return uuid


def test_files_come_along_and_overwrite_nothing(world):
    ours, theirs = put(world, "foto.txt", "veld"), put(world, "foto.txt", "kantoor", world.office)
    plain = put(world, "los.txt", "veld")
    world.back()
    found = rows(world.office, "document")
    for uuid, text in ((ours, "veld"), (theirs, "kantoor"), (plain, "veld")):
        file = world.office.parent / found[uuid]["pad"]
        assert file.read_text(encoding="utf8") == text and documents.sha256(file) == found[uuid]["sha256"]
    assert found[ours]["pad"] != found[theirs]["pad"] and found[plain]["pad"].endswith("9999-X/los.txt")


def test_a_file_changed_in_the_field_comes_beside_the_old_one(world):
    (world.folder.documents / "9999-X" / "brief.txt").write_text("Geachte raad, beter", encoding="utf8")
    world.back()
    row = rows(world.office, "document")[world.document]
    file = world.office.parent / row["pad"]
    assert file.read_text(encoding="utf8") == "Geachte raad, beter" and file != world.letter
    assert documents.sha256(file) == row["sha256"] and world.letter.read_text(encoding="utf8") == "Geachte raad"


def test_a_merge_that_fails_leaves_no_files(world, monkeypatch):
    from diwi_qgis.exchange.fieldcopy import merge

    put(world, "foto.txt", "veld")
    before = sorted(world.office.parent.rglob("*")), everything(world.office)
    monkeypatch.setattr(merge, "note", _refuse)
    with pytest.raises(OSError, match="read-only"):
        world.back()
    assert (sorted(world.office.parent.rglob("*")), everything(world.office)) == before


def test_a_file_that_only_the_laptop_has_is_told(world):
    add(world.field, "document", {"project_uuid": world.plans[0], "titel": "Los", "pad": "C:/Users/anna/los.pdf"})
    assert any("C:/Users/anna/los.pdf" in text.nl for text in world.back().notes)


# -- what is refused ------------------------------------------------------------------------------------------------------------


def test_a_copy_of_another_register_is_refused(world, tmp_path):
    other = tmp_path / "ander" / "register.gpkg"
    other.parent.mkdir()
    create_register(other, gemeentecode="9998", gemeente="Elders").close()
    before = other.read_bytes()
    with pytest.raises(InputError, match="ander register"):
        bring_back(other, read_copy(world.folder), {}, "bert")
    assert other.read_bytes() == before
    with pytest.raises(InputError, match="zelf een veldkopie"):
        bring_back(world.field, read_copy(world.folder), {}, "bert")


def damage(world, how):
    if how == "no base":
        world.folder.base.unlink()
    elif how == "base changed":
        world.folder.base.chmod(0o644)
        change(world.folder.base, "project", {"uuid": world.plans[0], "naam": "per ongeluk"})
    elif how == "not a copy":
        shutil.copyfile(world.office, world.field)
    elif how == "newer":
        with closing(sqlite3.connect(world.field)) as file:
            file.execute("UPDATE schema_versie SET versie = versie + 1")
            file.commit()
    elif how == "cut off":
        world.field.write_bytes(world.field.read_bytes()[:-8192])
    else:
        content = bytearray(world.field.read_bytes())
        middle = len(content) // 2 // 4096 * 4096
        content[middle : middle + 40960] = b"\xff" * 40960
        world.field.write_bytes(content)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("no base", "niet compleet"),
        ("base changed", "is gewijzigd"),
        ("not a copy", "geen veldkopie"),
        ("newer", "nieuwere versie"),
        ("cut off", "beschadigd"),
        ("overwritten in the middle", "beschadigd"),
    ],
)
def test_a_copy_that_cannot_be_trusted_is_refused_with_its_name(world, how, said):
    damage(world, how)
    with pytest.raises((InputError, RegisterError), match=said) as error:
        read_copy(find_folder(world.folder.path))
    assert str(world.folder.path) in error.value.text.nl and "diwi-" not in error.value.text.nl


def test_a_folder_without_a_copy_is_refused(tmp_path):
    with pytest.raises(InputError, match="niet de map van een veldkopie"):
        find_folder(tmp_path)


def test_nothing_in_the_copy_is_written_while_it_is_looked_at(world):
    change(world.field, "project", {"uuid": world.plans[0], "naam": "Veldhaven"})
    before = {path: path.read_bytes() for path in world.folder.path.rglob("*") if path.is_file()}
    world.look()
    assert {path: path.read_bytes() for path in world.folder.path.rglob("*") if path.is_file()} == before


def test_a_copy_of_an_older_schema_is_brought_up_to_date_in_a_copy(world, monkeypatch):
    import diwi_qgis.exchange.fieldcopy.brought as brought
    import diwi_qgis.store.admission as admission
    from diwi_qgis.model.tables import SCHEMA_VERSION
    from diwi_qgis.store import upgrade_register
    from diwi_qgis.store.migrate import Migration

    change(world.field, "project", {"uuid": world.plans[0], "opmerkingen": "oud maar goed"})
    step = Migration(SCHEMA_VERSION + 1, "proef", ("CREATE TABLE proef (id INTEGER PRIMARY KEY)",))
    monkeypatch.setattr(admission, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(brought, "upgrade_register", lambda path: upgrade_register(path, migrations=[step]))
    upgrade_register(world.office, migrations=[step])
    before = world.field.read_bytes()
    world.back()
    assert rows(world.office, "project")[world.plans[0]]["opmerkingen"] == "oud maar goed"
    assert world.field.read_bytes() == before
