"""Whether a row is as fast as it shall be.

Reading and writing: at least the smaller of tensorstore's speed and 90 % of the limit, and at least
the smaller of twice zarr-python's and 90 % of the limit. One inner chunk: at most half of
tensorstore's time. Opening: at most twice the time of the bare program.
"""

from __future__ import annotations

MEETS = "meets"
SHORT = "falls short"
UNKNOWN = "cannot be said"
NOT_JUDGED = "not judged"

OF_LIMIT = 0.9
TIMES_ZARR_PYTHON = 2.0
OF_CHUNK_TIME = 0.5
TIMES_BARE = 2.0


def throughput(ours: float, limit: float | None, tensorstore: float | None, zarr_python: float | None) -> str:
    """By speeds; a peer or a limit that was not measured leaves the question open."""
    if limit is None or tensorstore is None or zarr_python is None:
        return UNKNOWN
    wanted = max(min(tensorstore, OF_LIMIT * limit), min(TIMES_ZARR_PYTHON * zarr_python, OF_LIMIT * limit))
    return MEETS if ours >= wanted else SHORT


def chunk(ours: float, tensorstore: float | None, limit: float | None) -> str:
    """By times. Where even the bare loop takes longer than it may, the row says so."""
    if tensorstore is None:
        return UNKNOWN
    allowed = OF_CHUNK_TIME * tensorstore
    if ours <= allowed:
        return MEETS
    return f"{SHORT}; so does the limit" if limit is not None and limit > allowed else SHORT


def opening(ours: float, bare: float | None) -> str:
    """By times."""
    if bare is None:
        return UNKNOWN
    return MEETS if ours <= TIMES_BARE * bare else SHORT
