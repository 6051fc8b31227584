"""Documents: linked or copied beside the register, opened, missing or changed ones told; nothing left by a refused save."""

from __future__ import annotations

import sqlite3

import pytest
from page_world import click, fill, rows, settle
from test_page import drafts, open_page, page  # noqa: F401 - fixtures

from diwi_qgis.exchange.documents import State, copied_in, folder, sha256, state


@pytest.fixture
def plans(register_path):
    return fill(register_path)


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "elders" / "Brief aan de raad.txt"
    path.parent.mkdir()
    path.write_text("Geachte raad", encoding="utf8")
    return path


def documents(page):  # noqa: F811
    tab = page.tabs[5]
    page.tab_widget.setCurrentWidget(tab)
    settle()
    return tab


def status(tab, row=0):
    return tab.model.index(row, tab.model.columnCount() - 1).data()


@pytest.fixture
def opened(monkeypatch):
    """What would be opened with another program."""
    from qgis.PyQt.QtGui import QDesktopServices

    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile() or url.toString()))
    return asked


def test_a_link_keeps_its_hash_and_a_changed_or_missing_file_is_told(page, register_path, letter, opened):  # noqa: F811
    tab = documents(page)
    tab.add_files([letter], copy=False)
    click(page, "planOpslaan")
    row = next(iter(rows(register_path, "document").values()))
    assert (row["titel"], row["pad"], row["sha256"]) == ("Brief aan de raad", str(letter), sha256(letter))
    assert status(tab) == "present"
    tab.grid.select(row["uuid"])
    click(tab, "documentOpenen")
    assert opened == [str(letter)] and not page.notices.text("geweigerd")
    letter.write_text("iets anders", encoding="utf8")
    click(tab, "documentControle")
    assert status(tab) == "⚠ changed since it was added" and "Brief aan de raad" in page.notices.text("geweigerd")
    letter.unlink()
    click(tab, "documentOpenen")
    assert "missing" in page.notices.text("geweigerd") and len(opened) == 1


def test_a_copy_is_made_when_the_plan_is_saved_and_goes_where_the_register_goes(page, register_path, letter, tmp_path):  # noqa: F811
    tab = documents(page)
    tab.add_files([letter], copy=True)
    assert status(tab) == "is copied when you save" and not folder(register_path).exists()
    click(page, "planOpslaan")
    row = next(iter(rows(register_path, "document").values()))
    code = page.draft.project["code"]
    assert row["pad"] == f"register_documenten/{code}/Brief aan de raad.txt"
    copy = register_path.parent / row["pad"]
    assert copy.read_text(encoding="utf8") == "Geachte raad" and sha256(copy) == row["sha256"]
    letter.unlink()
    assert state(register_path, row["pad"], row["sha256"], read_it=True) is State.PRESENT
    moved = tmp_path / "laptop"
    moved.mkdir()
    register_path.parent.joinpath("register_documenten").rename(moved / "register_documenten")
    assert state(moved / "register.gpkg", row["pad"], row["sha256"], read_it=True) is State.PRESENT


def test_a_refused_save_leaves_no_copy(page, register_path, letter):  # noqa: F811
    with sqlite3.connect(register_path) as database:
        database.execute(
            "CREATE TRIGGER weiger BEFORE INSERT ON document BEGIN SELECT RAISE(ABORT, 'document.pad: nee / no'); END"
        )
    database.close()
    tab = documents(page)
    tab.add_files([letter], copy=True)
    click(page, "planOpslaan")
    assert "document.pad" in page.notices.text("geweigerd") and page.dirty
    assert not [path for path in folder(register_path).rglob("*") if path.is_file()]
    assert status(tab) == "is copied when you save"


def test_a_file_that_went_away_before_saving_is_told_and_nothing_is_stored(page, register_path, letter):  # noqa: F811
    tab = documents(page)
    tab.add_files([letter], copy=True)
    letter.unlink()
    click(page, "planOpslaan")
    assert "Brief aan de raad" in page.notices.text("geweigerd") and not rows(register_path, "document")


def test_two_files_of_one_name_do_not_overwrite_each_other(register_path, letter):
    row = {"uuid": "a", "pad": f"kopie van: {letter}"}
    with copied_in(register_path, "X", [row, row]) as copies:
        pass
    assert [copy["pad"].rsplit("/", 1)[1] for copy in copies] == ["Brief aan de raad.txt", "Brief aan de raad (2).txt"]


def test_an_address_must_be_one(page, register_path, opened):  # noqa: F811
    tab = documents(page)
    tab.add_address("file:///etc/passwd")
    assert "not an address" in page.notices.text("geweigerd") and not page.dirty
    tab.add_address("https://example.org/besluit")
    tab.grid.select(tab.model.uuid(0))
    click(tab, "documentOpenen")
    assert status(tab) == "web page" and opened == ["https://example.org/besluit"]
