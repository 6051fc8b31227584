"""The register as it was known at a moment is the register that it was then, table by table, on both engines."""

from __future__ import annotations

import random
import time
from datetime import date, datetime, timedelta, timezone

import pytest
import shapely

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store import open_register

PLAN = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}

#: Tables that are of a moment; of the others the past is not kept (see `store.past`).
KEPT = [table.name for table in TABLES if (table.tracked and table.logged_columns is None) or table.append_only]


def now():
    """A moment later than all that was written, and before all that will be."""
    time.sleep(0.003)
    moment = datetime.now(timezone.utc)
    time.sleep(0.003)
    return moment


def box(chance):
    x, y = chance.randrange(120000, 121000), chance.randrange(480000, 481000)
    return shapely.multipolygons([shapely.box(x, y, x + chance.randrange(5, 90) + 0.1, y + 40.3)])


def comparable(frame):
    """A frame so that `equals` compares what it should: reals to 15 digits, geometries point by point."""
    frame = frame.reset_index(drop=True).copy()
    for name in frame.columns:
        if frame[name].dtype == "float64":
            frame[name] = [float(f"{value:.14g}") for value in frame[name]]
    if "geom" in frame.columns:
        frame["geom"] = [None if shape is None else shapely.to_wkb(shape) for shape in frame["geom"]]
    return frame


def remember(register):
    """The moment, and all tables that are of it."""
    return now(), {name: comparable(register.read(name)) for name in KEPT}


# -- a random life ------------------------------------------------------------------------------------------------------------


class Life:
    """Random changes of a register by `Writer`, statement of SQL and act, with what was there at random moments."""

    def __init__(self, register, seed):
        self.register, self.chance = register, random.Random(seed)
        self.plans, self.blocks, self.gone = {}, {}, []

    def step(self):
        choices = [self.new_plan, self.new_block, self.change_plan, self.move, self.milestone, self.breakdown]
        choices += [self.change_block, self.delete_block, self.delete_plan, self.back, self.setting, self.by_sql]
        self.chance.choice(choices if self.plans else [self.new_plan])()

    def new_plan(self):
        shape = box(self.chance) if self.chance.random() < 0.7 else None
        row = {**PLAN, "naam": f"Plan {self.chance.random()}", "geom": shape, "in_programmering": True}
        with self.register.transaction("anna") as write:
            uuid = write.insert("project", [row])[0]
        self.plans[uuid] = row["naam"]

    def new_block(self):
        plan = self.chance.choice(list(self.plans))
        row = {"project_uuid": plan, "naam": "Blok", "aantal": self.chance.randrange(50), "oppervlakte_min": 1 / 3}
        with self.register.transaction("bert") as write:
            self.blocks[write.insert("woningblok", [row])[0]] = plan

    def change_plan(self):
        values = {"naam": f"Naam {self.chance.random()}", "opmerkingen": self.chance.choice([None, "x", "é\n'\""])}
        self._update("project", self.plans, values)

    def move(self):
        self._update("project", self.plans, {"geom": self.chance.choice([None, box(self.chance), box(self.chance)])})

    def change_block(self):
        self._update("woningblok", self.blocks, {"aantal": self.chance.randrange(99), "in_programmering": False})

    def milestone(self):
        row = {"project_uuid": self.chance.choice(list(self.plans)), "soort": "start_bouw", "gepland": date(2024, 5, 1)}
        with self.register.transaction("anna") as write:
            write.insert("mijlpaal", [row])

    def breakdown(self):
        if self.blocks:
            row = {"kenmerk": "eigendom", "categorie": "koopwoning", "aantal": self.chance.randrange(9), "prijs_min": 1}
            with self.register.transaction("anna") as write:
                write.delete("verdeling", self.register.read("verdeling")["uuid"].tolist())
                write.insert("verdeling", [{**row, "woningblok_uuid": self.chance.choice(list(self.blocks))}])

    def delete_block(self):
        if self.blocks:
            uuid = self.chance.choice(list(self.blocks))
            with self.register.transaction("bert") as write:
                write.delete("woningblok", [uuid])
            del self.blocks[uuid]

    def delete_plan(self):
        from diwi_qgis.store.acts import Kind

        uuid = self.chance.choice(list(self.plans))
        with self.register.transaction("carla") as write, write.act(Kind.DELETE, uuid, self.plans[uuid]):
            write.delete("project", [uuid])
        self.gone.append(uuid)
        self._look()

    def back(self):
        if self.gone:
            uuid = self.gone.pop()
            with self.register.transaction("carla") as write:
                write.take_back(uuid, self.register.acts(uuid)[-1])
            self._look()

    def setting(self):
        row = {"sleutel": f"proef{self.chance.random()}", "waarde": "1"}
        with self.register.transaction("anna") as write:
            write.insert("instelling", [row])

    def by_sql(self):
        self.register.connection.execute(f"UPDATE project SET opmerkingen = '{self.chance.random()}' WHERE fid % 2 = 0")

    def _update(self, table, among, values):
        if among:
            with self.register.transaction("anna") as write:
                write.update(table, [{"uuid": self.chance.choice(list(among)), **values}])

    def _look(self):
        self.plans = dict(zip(*(self.register.read("project")[name] for name in ("uuid", "naam"))))
        blocks = self.register.read("woningblok")
        self.blocks = dict(zip(blocks["uuid"], blocks["project_uuid"]))


@pytest.mark.parametrize("seed", [1, 2])
def test_every_remembered_moment_comes_back_as_it_was(register, seed):
    life = Life(register, seed)
    remembered = [remember(register)]
    for number in range(36):
        life.step()
        if number % 9 == 8:
            remembered.append(remember(register))
    assert len(life.plans) > 1 and len(register.read("historie")) > 40
    for moment, tables in remembered:
        with open_register(register.address, known_at=moment) as past:
            for name in KEPT:
                found = comparable(past.read(name))
                assert found.dtypes.equals(tables[name].dtypes), name
                assert found.equals(tables[name]), (name, found, tables[name])


# -- what else ------------------------------------------------------------------------------------------------------------


def test_columns_places_and_settings_are_those_of_the_moment(register):
    with register.transaction("anna") as write:
        plans = write.insert("project", [{**PLAN, "naam": name, "geom": box(random.Random(name))} for name in "ab"])
        write.insert("instelling", [{"sleutel": "proef", "waarde": "toen"}])
    then = now()
    with register.transaction("anna") as write:
        write.update("project", [{"uuid": plans[0], "geom": None}])
        rows = register.read("instelling")
        write.update("instelling", [{"uuid": rows.loc[rows["sleutel"] == "proef", "uuid"].iloc[0], "waarde": "nu"}])
    lists = ("codelijst", "gebruiker")
    with open_register(register.address, known_at=then) as past:
        assert past.small_tables(lists) == register.small_tables(lists)
        assert past.known_at == then.replace(microsecond=then.microsecond // 1000 * 1000)
        assert list(past.read("project", columns=["naam"]).columns) == ["naam"]
        assert list(past.read("project", columns=["naam", "geom"]).columns) == ["naam", "geom"]
        shape = past.read("project")["geom"][0]
        assert past.read("project", near=shape.bounds, geometry=False)["uuid"].tolist()[:1] == plans[:1]
        assert past.read("project", near=(0, 0, 1, 1)).empty
        assert past.setting("proef") == "toen" and past.setting("gemeente") == "Testdam"
        assert register.setting("proef") == "nu"


def test_a_moment_without_zone_is_utc(register):
    then = now()
    with open_register(register.address, known_at=then.replace(tzinfo=None)) as past:
        assert past.known_at.tzinfo is timezone.utc and past.setting("gemeente") == "Testdam"


def test_what_can_not_be_looked_back_at_is_refused(register):
    with pytest.raises(RegisterError, match="was er nog niet"):
        open_register(register.address, known_at=datetime(2001, 1, 1))
    with pytest.raises(RegisterError, match="moet nog komen"):
        open_register(register.address, known_at=datetime.now(timezone.utc) + timedelta(days=1))


def test_nothing_is_written_into_the_past(register):
    with open_register(register.address, write=True, known_at=now()) as past:
        with pytest.raises(RegisterError, match="om te lezen"), past.transaction():
            pass
        with pytest.raises(RegisterError, match="alleen hele tabellen"):
            past.plan_rows("x")


@pytest.mark.parametrize("statement", ["DELETE FROM historie", "UPDATE historie SET gebruiker = 'x'"])
def test_the_history_lets_nobody_change_it(register, statement):
    before = len(register.read("historie"))
    with pytest.raises(RegisterError):
        register.connection.execute(statement)
    assert len(register.read("historie")) == before > 0
