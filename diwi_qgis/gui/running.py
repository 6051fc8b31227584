"""Runs one of our algorithms from a button: in the background where it may, with QGIS' own progress and cancel."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QApplication

from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.workspace.connections import connection_to

Outputs = dict[str, Any]


def register_parameters(address: Optional[Address]) -> dict[str, Any]:
    """The parameters with which an algorithm of ours finds a register: its file, or a connection of QGIS and a schema.

    None for no register, which the algorithm refuses with a word.
    """
    if address is None:
        return {}
    if isinstance(address, PostgisAddress):
        return {"CONNECTION": connection_to(address), "DB_SCHEMA": address.schema}
    return {"REGISTER": str(address)}


#: What runs now. A parent does not keep it: when that hangs in the window of QGIS, which is for Python another object every
#: time it is asked for, both could be gone while a thread still works with the context.
_RUNNING: set[Run] = set()


class _Feedback(QgsProcessingFeedback):
    """Keeps what went wrong."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803
        """See `QgsProcessingFeedback.reportError`."""
        self.errors.append(error)
        super().reportError(error, fatalError)


class Run(QObject):
    """One run of ``diwi:…``: `done` gets its outputs, `failed` a sentence for the user (empty after a cancel).

    Both are called in the main thread, one of them, once.
    """

    def __init__(
        self,
        parent: QObject,
        algorithm_id: str,
        parameters: dict[str, Any],
        done: Callable[[Outputs], None],
        failed: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        _RUNNING.add(self)
        self._done, self._failed = done, failed
        self._context, self._feedback = QgsProcessingContext(), _Feedback()
        self._context.setProject(QgsProject.instance())
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        if algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            self._run_here(algorithm, parameters)
        else:
            self._task = QgsProcessingAlgRunnerTask(algorithm, parameters, self._context, self._feedback)
            self._task.executed.connect(self._executed)
            QgsApplication.taskManager().addTask(self._task)

    def _run_here(self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> None:
        QApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            outputs, ok = algorithm.run(parameters, self._context, self._feedback)
        finally:
            QApplication.restoreOverrideCursor()
        self._executed(ok, outputs)

    def _executed(self, ok: bool, outputs: Outputs) -> None:
        self._task = None
        _RUNNING.discard(self)
        self.deleteLater()
        cancelled = self._feedback.isCanceled()
        if ok and not cancelled:
            self._done(outputs)
        else:
            self._failed("" if cancelled else "\n".join(self._feedback.errors))
