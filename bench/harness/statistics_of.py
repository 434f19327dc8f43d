"""What becomes of samples: each turn counts once, by its median."""

from __future__ import annotations

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Summary:
    """Samples of several turns, in seconds."""

    median: float
    best: float
    count: int
    spread: float

    @staticmethod
    def of(turns: list[list[float]]) -> Summary:
        middles = [statistics.median(turn) for turn in turns]
        median = statistics.median(middles)
        return Summary(
            median=median,
            best=min(min(turn) for turn in turns),
            count=sum(len(turn) for turn in turns),
            spread=(max(middles) - min(middles)) / median,
        )


def summaries(records: list[dict], *key: str) -> dict[tuple, Summary]:
    """Records by the values of some of their members; each record holds the samples of a turn."""
    turns: dict[tuple, list[list[float]]] = {}
    for record in records:
        if "samples" in record:
            turns.setdefault(tuple(record[name] for name in key), []).append(record["samples"])
    return {key: Summary.of(found) for key, found in turns.items()}
