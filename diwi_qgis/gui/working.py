"""Work of ours in the background that is no algorithm: with QGIS' own progress and cancel, and its outcome in the main thread."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Generic, Optional, TypeVar

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QTimer

from diwi_qgis.errors import Cancelled
from diwi_qgis.progress import Progress

Result = TypeVar("Result")

#: What works now: QGIS does not keep the Python half of a task.
_WORKING: set[Any] = set()


class Work(QgsTask, Generic[Result]):
    """Runs `work(progress)` in a thread, at once; then `done` gets what it gave, or `failed` what it raised.

    One of them is called, in the main thread; none after a cancel. The work touches no layer and no widget.
    """

    def __init__(
        self,
        title: str,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._done, self._failed = work, done, failed
        self._tell: Optional[Callable[[], None]] = None
        _WORKING.add(self)
        QgsApplication.taskManager().addTask(self)

    def run(self) -> bool:
        """See `QgsTask.run`."""
        try:
            self._tell = partial(self._done, self._work(_TaskProgress(self)))
        except Cancelled:
            return False
        except Exception as error:  # told in the main thread; out of here it would be lost
            self._tell = partial(self._failed, error)
        return True

    def finished(self, result: bool) -> None:
        """See `QgsTask.finished`. QGIS says first, in the message bar, that a task ended; then it is our turn.

        By then the task is gone, so nothing of it may be called.
        """
        _WORKING.discard(self)
        if result and self._tell is not None:
            QTimer.singleShot(0, partial(_call, self._tell))


def _call(tell: Callable[[], None]) -> None:
    """A function of no object: Qt drops a call to one that is gone."""
    tell()


class _TaskProgress(Progress):
    def __init__(self, task: QgsTask) -> None:
        self._task = task

    def set(self, fraction: float) -> None:
        self._task.setProgress(100.0 * fraction)

    @property
    def cancelled(self) -> bool:
        return bool(self._task.isCanceled())
