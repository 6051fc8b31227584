"""The demo: see demo.sh. Every step is an algorithm of the installed plugin, run by qgis_process as a user's script would."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import demo_data
from build_plugin import ROOT, build
from demo_data.make import DEVELOPER, make_input, write_neighbour_plans
from demo_data.programme import DemoPlan
from demo_data.workbook import fill, spoil
from demo_summary import add_counts, hand_edit, missed, report_realised, show
from qgis_runner import AlgorithmError, Qgis

DEMO = ROOT / "demo"


class Demo:
    """Runs the steps one by one, times them, and collects what they made."""

    def __init__(self, qgis: Qgis, source: Path, out: Path, place: argparse.Namespace) -> None:
        self.qgis, self.source, self.out, self.place = qgis, source, out, place
        self.register = out / "register.gpkg"
        self.project = ""
        self.summary: dict = {"steps": {}, "results": {}}

    def step(self, title: str, algorithm: str, **parameters: object) -> dict:
        """One algorithm; the log of a refusal is what the user would read."""
        start = time.monotonic()
        print(f"  {title:<58}", end="", flush=True)
        try:
            results, log = self.qgis.run(algorithm, **parameters)
        finally:
            seconds = round(time.monotonic() - start, 1)
            print(f"{seconds:6.1f} s", flush=True)
        self.summary["steps"][title] = seconds
        self.summary["results"].setdefault(algorithm, []).append(results)
        if os.environ.get("DEMO_LOG"):
            print(log, file=sys.stderr)
        return results

    def refused(self, title: str, algorithm: str, **parameters: object) -> str:
        """A step that has to be refused; returns the message."""
        try:
            self.step(title, algorithm, **parameters)
        except AlgorithmError as error:
            return str(error)
        raise SystemExit(f"{title}: was accepted, and should not have been")

    def file(self, *names: str) -> Path | None:
        """The first of the files that is there, with any extension."""
        for name in names:
            for path in sorted(self.source.glob(f"{name}.*")):
                return path
        return None

    def registers(self) -> None:
        """A new register with parcels, buildings and boundaries."""
        self.step(
            "nieuw register", "createregister", OUTPUT=self.register, MUNICIPALITY_CODE=self.place.gemeentecode,
            MUNICIPALITY=self.place.gemeente, PROVINCE=self.place.provincie, REGION=self.place.regio,
        )  # fmt: skip
        for title, algorithm, path in (
            ("percelen", "loadparcels", self.file("percelen", "perceel")),
            ("panden", "loadbuildings", self.file("panden", "pand")),
            ("gemeentegrens", "loadboundaries", self.file("gemeentegebied", "gemeente")),
            ("wijken", "loadboundaries", self.file("wijken")),
            ("buurten", "loadboundaries", self.file("buurten")),
        ):
            if path:
                self.step(title, algorithm, REGISTER=self.register, INPUT=path, SOURCE_DATE=demo_data.BRONDATUM)

    def import_workbook(self, workbook: Path) -> None:
        """The programme."""
        shutil.copyfile(workbook, self.out / "programma.xlsx")
        self.step(
            "Excel inlezen", "importexcel", REGISTER=self.register, INPUT=self.out / "programma.xlsx",
            REFERENCE_DATE=self.place.peildatum, CREATE_MISSING=True, REPORT=self.out / "import-report.html",
        )  # fmt: skip

    def plan_areas(self) -> None:
        """Plans on parcels: from lists of parcels, and from rough contours."""
        listed, drawn = self.file("plannen_op_percelen"), self.file("contouren")
        if listed:
            self.step(
                "plangebieden uit lijst van percelen", "planfromparcels", REGISTER=self.register, INPUT=listed,
                PLAN_FIELD="plan", PARCEL_FIELD="percelen",
            )  # fmt: skip
        if drawn:
            self.step(
                "contouren aansluiten op percelen", "snapplanstoparcels", REGISTER=self.register, INPUT=drawn,
                PLAN_FIELD="plan", REPORT=self.out / "contouren.html",
            )  # fmt: skip

    def check(self) -> None:
        """Quality check."""
        self.step(
            "kwaliteitscontrole", "checkquality", REGISTER=self.register, REFERENCE_DATE=self.place.peildatum,
            REPORT=self.out / "bevindingen.html",
        )  # fmt: skip

    def deliver(self) -> None:
        """Both deliveries."""
        self.step(
            "levering Zuid-Holland", "deliverzuidholland", REGISTER=self.register, REFERENCE_DATE=self.place.peildatum,
            SKIP_INVALID=True, OUTPUT=self.out / "zuid-holland.geojson", REPORT=self.out / "zuid-holland.html",
        )  # fmt: skip
        self.step(
            "levering Gelderland", "delivergelderland", REGISTER=self.register, REFERENCE_DATE=self.place.peildatum,
            SKIP_INVALID=True, FIXED_VALUES=self.place.gelderland, OUTPUT=self.out / "gelderland.gdb.zip", REPORT=self.out / "gelderland.html",
        )  # fmt: skip

    def fill_fictional(self) -> list[DemoPlan]:
        """The register of Duinvoorde: also the refused workbook, a developer's GeoJSON, and a careless edit by hand."""
        town, plans = make_input(self.source)
        self.registers()
        template = self.source / "sjabloon.xlsx"
        self.step("Excelsjabloon", "writetemplate", REGISTER=self.register, OUTPUT=template)
        good, bad = self.source / "programma.xlsx", self.source / "programma-met-vormfouten.xlsx"
        self.summary["workbook_rows"] = fill(template, plans, good)
        self.summary["spoiled_cells"] = spoil(good, bad)
        self.summary["refusal"] = self.refused(
            "Excel met vormfouten: geweigerd", "importexcel", REGISTER=self.register, INPUT=bad, CREATE_MISSING=True,
            REFERENCE_DATE=self.place.peildatum, MARKED_COPY=self.out / "programma-met-fouten.xlsx",
            REPORT=self.out / "import-report-fouten.html",
        )  # fmt: skip
        self.import_workbook(good)
        self.plan_areas()
        developer = self.source / "ontwikkelaar.geojson"
        write_neighbour_plans(town, plans, developer, DEVELOPER)
        self.step(
            "GeoJSON van een ontwikkelaar", "importgeojson", REGISTER=self.register, INPUT=developer,
            REFERENCE_DATE=self.place.peildatum, CREATE_MISSING=True,
        )  # fmt: skip
        late = {plan.nummer for plan in plans if plan.fout == "oplevering voorbij, niet gerealiseerd"}
        report_realised(self.register, self.place.peildatum, late)
        hand_edit(self.register)
        return plans

    def make_project(self) -> None:
        """The project for the QGIS window, kept in the register."""
        self.project = self.step("QGIS-project", "createworkspace", REGISTER=self.register)["PROJECT"]

    def run_fictional(self) -> None:
        """All of it, and whether every planted mistake was found."""
        plans = self.fill_fictional()
        self.check()
        self.deliver()
        self.make_project()
        self.summary["missed"] = missed(self.register, [(plan.nummer, plan.fout) for plan in plans if plan.fout])

    def run_own(self) -> None:
        """The user's own folder."""
        workbook = next(iter(sorted(self.source.glob("*.xlsx"))), None)
        if not workbook or not self.file("percelen", "perceel"):
            raise SystemExit(f"{self.source}: needs percelen.* and a workbook (*.xlsx); see docs/demo.md")
        self.registers()
        self.import_workbook(workbook)
        self.plan_areas()
        self.check()
        self.deliver()
        self.make_project()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with your own parcels, buildings and workbook")
    parser.add_argument("--gui", action="store_true", help="open QGIS on the result")
    parser.add_argument("--gemeentecode", default=demo_data.GEMEENTECODE)
    parser.add_argument("--gemeente", default=demo_data.GEMEENTE)
    parser.add_argument("--provincie", default=demo_data.PROVINCIE)
    parser.add_argument("--regio", default=demo_data.REGIO)
    parser.add_argument("--peildatum", default=demo_data.PEILDATUM)
    parser.add_argument("--gelderland", help="FIXED_VALUES of the delivery to Gelderland, e.g. gemeente=Doesburg")
    given = parser.parse_args()
    if not given.data:
        # The province only takes municipalities that exist: Duinvoorde delivers under a borrowed name, said in the receipt.
        given.gelderland = "gemeente=Doesburg;regio=Achterhoek;woonplaats=Doesburg"
    return given


def open_qgis(qgis: Qgis, project: str) -> None:
    """QGIS on the result, with the same profile."""
    environment = {**qgis.environment, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM_OF_USER", "")}
    if not environment["QT_QPA_PLATFORM"]:
        del environment["QT_QPA_PLATFORM"]
    command = ["qgis", "--nologo", "--profiles-path", str(qgis.folder), "--project", project]
    subprocess.run(command, env=environment, check=False)


def main() -> None:
    given = arguments()
    start = time.monotonic()
    out = DEMO / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    archive = build(ROOT / "build")
    print(f"plugin: {archive.relative_to(ROOT)} ({archive.stat().st_size / 1024:.0f} kB)")
    qgis = Qgis(DEMO / "profile", archive)
    demo = Demo(qgis, given.data or DEMO / "input", out, given)
    demo.run_own() if given.data else demo.run_fictional()
    demo.summary["seconds"] = round(time.monotonic() - start, 1)
    add_counts(demo.summary, demo.register)
    (out / "summary.json").write_text(json.dumps(demo.summary, ensure_ascii=False, indent=1), encoding="utf8")
    show(demo.summary, out)
    if demo.summary.get("missed"):
        raise SystemExit(f"planted mistakes that were not found: {demo.summary['missed']}")
    if given.gui:
        open_qgis(qgis, demo.project)


if __name__ == "__main__":
    main()
