"""Validates a plate in memory, beside a bare walk and pydantic-zarr, and makes the table of it."""

from __future__ import annotations

import statistics
from pathlib import Path

from engines import BENCH, Engines, java, run
from jmh import jmh
from table import table

FULL = ["-f", "1", "-wi", "5", "-w", "1", "-i", "5", "-r", "1"]
SMOKE = ["-f", "0", "-wi", "0", "-i", "1", "-bm", "ss"]
PEER_ROUNDS = 7


def measure(engines: Engines, folder: Path, turns: int, smoke: bool) -> list[dict]:
    plate = folder / "plate.json"
    run(java("dev.espalier.bench.validate.PlateDocument", plate))
    records = []
    for turn in range(1, turns + 1):
        for result in jmh("ValidateBenchmark", (SMOKE if smoke else FULL) + ["-prof", "gc"], folder):
            records.append(
                {
                    "part": "validate",
                    "turn": turn,
                    "what": result["benchmark"].rsplit(".", 1)[1],
                    "milliseconds": result["primaryMetric"]["score"],
                    "bytes": allocated(result),
                }
            )
        if engines.python is not None:
            script = BENCH / "peers" / "validate_with_pydantic_zarr.py"
            lines, _ = run([str(engines.python), str(script), str(plate), str(1 if smoke else PEER_ROUNDS)])
            records.append(
                {
                    "part": "validate",
                    "turn": turn,
                    "what": "pydantic-zarr",
                    "milliseconds": lines[0]["best_ms"],
                    "nodes": lines[0]["nodes"],
                }
            )
    return records


def allocated(result: dict) -> float:
    return next(m["score"] for name, m in result["secondaryMetrics"].items() if name.endswith("gc.alloc.rate.norm"))


def render(records: list[dict]) -> str:
    own = [record for record in records if record["part"] == "validate"]
    nodes = next((record["nodes"] for record in own if "nodes" in record), 20_000)
    rows = [
        row("bare walk over all attributes", own, "walk", nodes),
        row("Espalier validates", own, "validate", nodes),
    ]
    peers = times(own, "pydantic-zarr")
    if peers:
        rows.append(row("pydantic-zarr 0.9.2 validates (best of each turn)", own, "pydantic-zarr", nodes))
        multiple = statistics.median(peers) / statistics.median(times(own, "validate"))
        last = f"pydantic-zarr takes {multiple:.0f} times as long as Espalier."
    else:
        last = "pydantic-zarr: left out, not installed."
    head = ["what", "median, ms", "spread", "times the walk", "bytes a node"]
    return f"A plate of {nodes} nodes:\n\n{table(head, rows)}\n\n{last}"


def times(records: list[dict], what: str) -> list[float]:
    return [record["milliseconds"] for record in records if record["what"] == what]


def row(name: str, records: list[dict], what: str, nodes: int) -> list[str]:
    found = times(records, what)
    middle = statistics.median(found)
    spread = (max(found) - min(found)) / middle * 100
    base = statistics.median(times(records, "walk"))
    sizes = [record["bytes"] / nodes for record in records if record["what"] == what and "bytes" in record]
    size = f"{statistics.median(sizes):.0f}" if sizes else ""
    return [name, f"{middle:.2f}", f"{spread:.0f} %", f"{middle / base:.2f}", size]
