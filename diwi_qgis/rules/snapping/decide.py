"""Who gets a parcel, or a face of one: the sum over all plans decides whether it is taken, the largest share by whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

#: Parts smaller than this (m²) under a plan say nothing.
CRUMB = 0.01

#: Shares between these leave doubt whether a parcel is taken; a second plan with more than `SECOND` doubt by whom.
DOUBT, SECOND = (0.25, 0.75), 0.25


@dataclass(frozen=True)
class Decision:
    """Per area (position): the plan that gets it (-1 for none), the sum of the shares, and largest and second share.

    `first` and `runner_up` are the plans with the largest and the second share, -1 when there is none.
    """

    owner: np.ndarray
    total: np.ndarray
    first: np.ndarray
    largest: np.ndarray
    runner_up: np.ndarray
    second: np.ndarray

    @property
    def doubtful(self) -> np.ndarray:
        """Whether people had better look."""
        between = (self.total > DOUBT[0]) & (self.total < DOUBT[1])
        return between | (self.second > SECOND)


def decide(shares: pd.DataFrame, count: int, min_share: float) -> Decision:
    """Decide about `count` areas from a frame of `plan`, `parcel` (positions) and `share`.

    The sum is taken because a gap or an overlap on a border that two plans share divides one parcel over both.
    """
    parcel, plan, share = (shares[name].to_numpy() for name in ("parcel", "plan", "share"))
    total = np.bincount(parcel, weights=share, minlength=count)
    order = np.lexsort((plan, -share, parcel))  # by parcel, the largest share first, then the first plan
    parcel, plan, share = parcel[order], plan[order], share[order]
    rank = np.arange(len(parcel)) - np.searchsorted(parcel, parcel)
    first, largest = _ranked(parcel, plan, share, rank == 0, count)
    runner_up, second = _ranked(parcel, plan, share, rank == 1, count)
    owner = np.where(total >= min_share, first, -1)
    return Decision(owner, total, first, largest, runner_up, second)


def _ranked(
    parcel: np.ndarray, plan: np.ndarray, share: np.ndarray, chosen: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    who, much = np.full(count, -1), np.zeros(count)
    who[parcel[chosen]], much[parcel[chosen]] = plan[chosen], share[chosen]
    return who, much
