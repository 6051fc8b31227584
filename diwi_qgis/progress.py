"""How long work tells how far it is and learns that the user cancelled, without knowing Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Optional, TypeVar

from diwi_qgis.errors import Cancelled
from diwi_qgis.texts import Text

Item = TypeVar("Item")


class Progress:
    """Silent progress; `processing.base.FeedbackProgress` shows it in QGIS."""

    def say(self, text: Text) -> None:
        """Tell the user what is going on, one line."""

    def set(self, fraction: float) -> None:
        """Tell how far the work is, 0 to 1."""

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return False

    def check(self, fraction: Optional[float] = None) -> None:
        """Report `fraction` when given; raise `Cancelled` when the user asked to stop."""
        if self.cancelled:
            raise Cancelled
        if fraction is not None:
            self.set(fraction)

    def track(self, items: Iterable[Item], total: int, start: float = 0.0, end: float = 1.0) -> Iterator[Item]:
        """Pass the items on, reporting progress between `start` and `end` and stopping on cancel."""
        step = max(1, total // 200)
        for number, item in enumerate(items):
            if number % step == 0:
                self.check(start + (end - start) * number / max(1, total))
            yield item

    def part(self, start: float, end: float) -> Progress:
        """A view for a sub-task that runs from 0 to 1 while the whole goes from `start` to `end`."""
        return _Part(self, start, end)


class _Part(Progress):
    def __init__(self, whole: Progress, start: float, end: float) -> None:
        self._whole, self._start, self._end = whole, start, end

    def say(self, text: Text) -> None:
        self._whole.say(text)

    def set(self, fraction: float) -> None:
        self._whole.set(self._start + (self._end - self._start) * fraction)

    @property
    def cancelled(self) -> bool:
        return self._whole.cancelled


def silent(progress: Optional[Progress]) -> Progress:
    """The progress given, or one that says nothing."""
    return progress or Progress()
