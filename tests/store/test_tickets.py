"""What a ticket refuses, on both engines, whichever program writes."""

from __future__ import annotations

import pytest
from three_writers import MOVED, SQUARE, WRITERS, Ours, Refused, behind_the_triggers, is_file, plan, row, rows

from diwi_qgis.errors import RegisterError
from diwi_qgis.store import open_register
from diwi_qgis.store.tickets import Ticket, not_now


@pytest.fixture(params=WRITERS, ids=lambda kind: kind.__name__.lower())
def writer(request, place, qgis_app):
    return request.param(place)


def hand_in(place, *tickets):
    with open_register(place, write=True) as register:
        register.hand_in(tickets)


def refused(what, *words):
    with pytest.raises(Refused) as told:
        what()
    assert all(word in str(told.value) for word in words)


def test_a_row_that_moved_on_is_refused_changed_or_deleted(writer, place):
    uuid = plan(writer)
    Ours(place).update("project", uuid, naam="van een ander")
    hand_in(place, Ticket("project", uuid, 1))
    refused(lambda: writer.update("project", uuid, naam="van mij"), "project", "gewijzigd door een ander")
    refused(lambda: writer.update("project", uuid, geom=MOVED), "gewijzigd door een ander")
    refused(lambda: writer.delete("project", uuid), "gewijzigd door een ander")
    assert row(place, "project", uuid)["naam"] == "van een ander"
    assert row(place, "project", uuid)["versie"] == 2


def test_a_row_as_expected_is_written_as_often_as_was_said(writer, place):
    uuid = plan(writer)
    hand_in(place, Ticket("project", uuid, 1))
    writer.update("project", uuid, naam="van mij", opmerkingen="van mij")
    refused(lambda: writer.update("project", uuid, naam="nog eens"), "gewijzigd door een ander")
    hand_in(place)
    writer.update("project", uuid, naam="nog eens")
    assert row(place, "project", uuid)["versie"] == 3


def test_in_a_file_area_and_fields_are_two_writes_and_nobody_comes_in_between(register_path, qgis_app):
    ours = Ours(register_path)
    uuid = plan(ours)
    expected = Ticket("project", uuid, 1, area_first=True)
    hand_in(register_path, expected)
    refused(lambda: ours.update("project", uuid, naam="van een ander"), "gewijzigd door een ander")
    ours.update("project", uuid, geom=MOVED)
    refused(lambda: ours.update("project", uuid, geom=SQUARE), "gewijzigd door een ander")
    ours.update("project", uuid, naam="van mij")
    refused(lambda: ours.update("project", uuid, naam="nog eens"), "gewijzigd door een ander")


def test_what_triggers_derive_uses_up_no_ticket_and_is_not_refused(writer, place):
    uuid = plan(writer)
    hand_in(place, Ticket("project", uuid, 7))
    writer.insert("woningblok", project_uuid=uuid, naam="Blok", mutatie="bouw", aantal=10)
    assert row(place, "project", uuid)["aantal_bouw"] == 10


def test_not_now_refuses_changes_and_new_rows_and_nothing_else(writer, place):
    uuid = plan(writer)
    other = plan(writer, "Ander plan")
    hand_in(place, not_now("project", uuid), not_now("project"))
    refused(lambda: writer.update("project", uuid, naam="van mij"), "nog niet opgeslagen")
    refused(lambda: plan(writer, "Nieuw"), "nog niet opgeslagen")
    writer.update("project", other, naam="Toch")
    hand_in(place)
    writer.update("project", uuid, naam="van mij")
    plan(writer, "Nieuw")


def test_tickets_of_other_windows_stay_and_old_ones_expire(place):
    ours = Ours(place)
    uuid = plan(ours)
    hand_in(place, Ticket("project", uuid, 1))
    behind_the_triggers(place, "verwacht", "UPDATE verwacht SET sessie = 'ander venster'")
    hand_in(place, Ticket("project", uuid, 1))
    ours.update("project", uuid, naam="eerst")
    hand_in(place)
    assert [(left["sessie"], left["versie"], left["nog"]) for left in rows(place, "verwacht")] == [
        ("ander venster", 2, "niets")
    ]
    refused(lambda: ours.update("project", uuid, naam="daarna"), "gewijzigd door een ander")
    long_ago = "'2024-01-01T00:00:00.000Z'"
    behind_the_triggers(place, "verwacht", f"UPDATE verwacht SET tijd = {long_ago}")
    ours.update("project", uuid, naam="daarna")
    hand_in(place)
    assert rows(place, "verwacht") == []


def test_rows_of_an_earlier_version_come_out_of_the_history(place):
    ours = Ours(place)
    uuid = plan(ours)
    ours.update("project", uuid, geom=MOVED)
    ours.update("project", uuid, naam="Later")
    gone = plan(ours, "Verdwijnt")
    ours.delete("project", gone)
    with open_register(place) as register:
        now = register.rows_now("project", [uuid, gone])
        assert set(now) == {uuid} == set(register.versions("project", [uuid, gone]))
        for version, name, moved in ((1, "Havenkwartier", False), (2, "Havenkwartier", True), (3, "Later", True)):
            then = register.rows_then("project", {uuid: version, gone: 1})
            assert (then[uuid]["naam"], then[uuid]["versie"]) == (name, version)
            assert (then[uuid]["geom"] == now[uuid]["geom"]) == moved
            assert then[gone]["naam"] == "Verdwijnt"
        assert {key: value for key, value in then[uuid].items() if key != "gewijzigd"} == {
            key: value for key, value in now[uuid].items() if key != "gewijzigd"
        }
        hands = register.last_hands("project", [uuid, gone])
        assert {hands[each].user for each in (uuid, gone)} == {"jan" if is_file(place) else "beheerder"}


def test_handing_in_needs_a_register_that_may_be_written(place):
    with open_register(place) as register, pytest.raises(RegisterError):
        register.hand_in([Ticket("project", "x", 1)])
