"""Field copies from the toolbox: where nobody can be asked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from diwi_qgis.store import open_register

PLAN = {"naam": "Haven <b>", "start_datum": date(2024, 1, 1), "eind_datum": date(2032, 1, 1)}


@pytest.fixture
def plan(register_path):
    with open_register(register_path, write=True) as register, register.transaction("els") as write:
        return write.insert("project", [PLAN])[0]


def rename(path, plan, **values):
    with open_register(path, write=True) as register, register.transaction("piet") as write:
        write.update("project", [{"uuid": plan, **values}])


def plan_row(path, plan):
    with open_register(path) as register:
        return register.plan_rows(plan)["project"][0]


@pytest.fixture
def take(run_algorithm, register_path, tmp_path):
    from diwi_qgis.processing.takefieldcopy import TakeFieldCopy

    folder = tmp_path / "veld"
    return run_algorithm(
        TakeFieldCopy, {"REGISTER": str(register_path), "FOLDER": str(folder), "DOCUMENTS": True, "WHO": "anna"}
    )


def test_work_from_the_field_comes_back_with_a_report(plan, take, run_algorithm, register_path, tmp_path):
    from diwi_qgis.processing.mergefieldcopy import MergeFieldCopy

    rename(take["COPY"], plan, opmerkingen="gezien")
    report = tmp_path / "rapport.html"
    asked = {"REGISTER": str(register_path), "FOLDER": take["FOLDER"], "CONFLICTS": 0, "REPORT": str(report)}
    outputs = run_algorithm(MergeFieldCopy, asked)
    assert [outputs[name] for name in ("ADDED", "CHANGED", "REMOVED", "DIFFERENCES")] == [0, 1, 0, 0]
    assert plan_row(register_path, plan)["opmerkingen"] == "gezien"
    text = report.read_text(encoding="utf8")
    assert "gezien" in text and "Haven &lt;b&gt;" in text and "Veldkopie van anna" in text and "piet" in text
    again = run_algorithm(MergeFieldCopy, asked)
    assert [again[name] for name in ("ADDED", "CHANGED", "REMOVED", "DIFFERENCES")] == [0, 0, 0, 0]
    assert "Al teruggebracht" in report.read_text(encoding="utf8")


@pytest.mark.parametrize(("answer", "naam"), [(0, "Kantoor"), (1, "Kantoor"), (2, "Veld")])
def test_differences_are_reported_or_settled_for_all(plan, take, run_algorithm, register_path, tmp_path, answer, naam):
    from qgis.core import QgsProcessingException

    from diwi_qgis.processing.mergefieldcopy import MergeFieldCopy

    rename(take["COPY"], plan, naam="Veld", opmerkingen="gezien")
    rename(register_path, plan, naam="Kantoor")
    report = tmp_path / "rapport.html"
    asked = {"REGISTER": str(register_path), "FOLDER": take["FOLDER"], "CONFLICTS": answer, "REPORT": str(report)}
    if answer:
        outputs = run_algorithm(MergeFieldCopy, asked)
        assert outputs["DIFFERENCES"] == 1
    else:
        with pytest.raises(QgsProcessingException, match=r"1 verschil vraagt|1 difference needs"):
            run_algorithm(MergeFieldCopy, asked)
    row = plan_row(register_path, plan)
    assert (row["naam"], row["opmerkingen"]) == (naam, "gezien" if answer else None)
    text = report.read_text(encoding="utf8")
    assert "Kantoor" in text and "Veld" in text and ("vraagt uw keuze" in text) == (answer == 0)


def test_the_project_of_the_office_is_never_written(plan, run_algorithm, register_path, tmp_path):
    from diwi_qgis.processing.createworkspace import CreateWorkspace
    from diwi_qgis.processing.mergefieldcopy import MergeFieldCopy
    from diwi_qgis.processing.takefieldcopy import TakeFieldCopy

    run_algorithm(CreateWorkspace, {"REGISTER": str(register_path)})
    before = projects(register_path)
    assert before
    folder = tmp_path / "veld"
    taken = run_algorithm(TakeFieldCopy, {"REGISTER": str(register_path), "FOLDER": str(folder)})
    assert projects(taken["COPY"]) == before
    rename(taken["COPY"], plan, opmerkingen="gezien")
    run_algorithm(MergeFieldCopy, {"REGISTER": str(register_path), "FOLDER": str(folder)})
    assert projects(register_path) == before


def projects(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT * FROM qgis_projects").fetchall()


def test_who_cannot_be_helped_is_told(plan, take, run_algorithm, register_path, tmp_path):
    from qgis.core import QgsProcessingException

    from diwi_qgis.processing.mergefieldcopy import MergeFieldCopy
    from diwi_qgis.processing.takefieldcopy import TakeFieldCopy

    with pytest.raises(QgsProcessingException, match="veld"):
        run_algorithm(TakeFieldCopy, {"REGISTER": str(register_path), "FOLDER": take["FOLDER"]})
    with pytest.raises(QgsProcessingException, match=str(tmp_path)):
        run_algorithm(MergeFieldCopy, {"REGISTER": str(register_path), "FOLDER": str(tmp_path)})
