"""The fact sheets of some or all plans as one PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Optional

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeatureRequest,
    QgsFeedback,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
)

from diwi_qgis.errors import Cancelled, InputError
from diwi_qgis.progress import Progress
from diwi_qgis.store.address import Address
from diwi_qgis.texts import Text
from diwi_qgis.workspace import background, fields, layouts, queries, styles, themes, tree
from diwi_qgis.workspace.factsheet import NAME, SCALES
from diwi_qgis.workspace.layers import find_layer, find_register
from diwi_qgis.workspace.stored import has_project, read_project

_RESULT = QgsLayoutExporter.ExportResult


def find_layout(project: QgsProject) -> Optional[QgsPrintLayout]:
    """The layout of the fact sheets, as the user may have changed it; None when the project has none."""
    layout = project.layoutManager().layoutByName(NAME)
    return layout if isinstance(layout, QgsPrintLayout) and layout.atlas().enabled() else None


@contextmanager
def project_to_print(register: Address, shown: Optional[QgsProject]) -> Iterator[QgsProject]:
    """A project with the layout: the open one when it is that of the register, else the stored one, else one made new."""
    if shown is not None and find_layout(shown) is not None and _same(find_register(shown), register):
        yield shown
        return
    project = QgsProject()
    try:
        if has_project(register):
            read_project(project, register)
        if find_layout(project) is None:
            project.clear()
            tree.furnish(project, register)
            for step in (fields, queries, background, styles, themes, layouts):
                step.furnish(project)
        yield project
    finally:
        project.clear()


def _same(one: Optional[Address], other: Address) -> bool:
    if isinstance(one, Path) and isinstance(other, Path):
        return one.exists() and one.samefile(other)
    return one == other


def export_factsheets(project: QgsProject, codes: Sequence[str], output: Path, progress: Progress) -> int:
    """Write the fact sheets of the plans with these codes (all when there are none), by name; gives the number of pages.

    The project must have the layout (`find_layout`) and stays as it is. `output` is written only when all went well.
    Raises InputError when a code is unknown, there is no plan, or the file cannot be written, and Cancelled.
    """
    _check(project, codes)
    layout = project.layoutManager().layoutByName(NAME).clone()
    layout.renderContext().setPredefinedScales(list(SCALES))
    _leave_out_unreachable(layout, progress)
    atlas = layout.atlas()
    atlas.setFilterFeatures(bool(codes))
    atlas.setFilterExpression(_one_of(codes))
    with TemporaryDirectory(dir=output.parent) as folder:
        draft = Path(folder) / output.name
        _write(layout, draft, progress)
        pages = atlas.count()
        try:
            draft.replace(output)
        except OSError as error:
            raise _not_written(output, error.strerror or str(error)) from error
    return pages


def _write(layout: QgsPrintLayout, path: Path, progress: Progress) -> None:
    feedback = _Feedback(progress)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    result, message = QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), settings, feedback)
    if result == _RESULT.Canceled or progress.cancelled:
        raise Cancelled
    if result != _RESULT.Success:
        raise _not_written(path, message or str(result))


class _Feedback(QgsFeedback):
    """Passes progress on and asks after each page whether to stop."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress
        self.progressChanged.connect(self._on_progress)

    def _on_progress(self, percent: float) -> None:
        self._progress.set(percent / 100)
        if self._progress.cancelled:
            self.cancel()


def _leave_out_unreachable(layout: QgsPrintLayout, progress: Progress) -> None:
    """Without this every page would wait for pictures that do not come."""
    project = layout.project()
    for item in layout.items():
        if not isinstance(item, QgsLayoutItemMap):
            continue
        layers, styles = _shown(item, project)
        missing = list(background.unreachable(project, layers))
        if missing:
            item.setFollowVisibilityPreset(False)
            item.setKeepLayerSet(True)
            item.setLayers([layer for layer in layers if layer not in missing])
            item.setKeepLayerStyles(True)
            item.setLayerStyleOverrides(styles)
            names = ", ".join(layer.name() for layer in missing)
            progress.say(
                Text(
                    f"Zonder achtergrondkaart: de server van {names} is niet bereikbaar.",
                    f"Without background map: the server of {names} cannot be reached.",
                )
            )


def _shown(item: QgsLayoutItemMap, project: QgsProject) -> tuple[list[QgsMapLayer], dict[str, str]]:
    """The layers of a map, topmost first, and the style of each where it is not the current one."""
    if item.followVisibilityPreset():
        themes, theme = project.mapThemeCollection(), item.followVisibilityPresetName()
        return themes.mapThemeVisibleLayers(theme), themes.mapThemeStyleOverrides(theme)
    if item.keepLayerSet():
        return item.layers(), item.layerStyleOverrides()
    return project.layerTreeRoot().checkedLayers(), item.layerStyleOverrides()


def _check(project: QgsProject, codes: Sequence[str]) -> None:
    plans = find_layer(project, "project")
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    known = {plan["code"] for plan in plans.getFeatures(request)} if plans is not None else set()
    if not known:
        raise InputError("Het register heeft geen plannen.", "The register has no plans.")
    unknown = [code for code in codes if code not in known]
    if unknown:
        names = ", ".join(unknown)
        raise InputError(
            f"Het register heeft geen plan met plancode {names}.", f"The register has no plan with code {names}."
        )


def _one_of(codes: Sequence[str]) -> str:
    values = ", ".join(QgsExpression.quotedString(code) for code in codes)
    return f'"code" IN ({values})'


def _not_written(path: Path, reason: str) -> InputError:
    return InputError(
        f"De factsheets kunnen niet in '{path}' worden geschreven: {reason}.",
        f"The fact sheets cannot be written to '{path}': {reason}.",
    )
