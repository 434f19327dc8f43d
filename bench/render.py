"""Prints the table of a run: medians over the turns, spread, and ratios.

Usage: render.py FOLDER, the folder holding espalier-N.json (JMH) and peer-N.json (a peer) of each turn.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path


def read(folder: Path, stem: str) -> list:
    return [json.loads(file.read_text()) for file in sorted(folder.glob(f"{stem}-*.json"))]


def score(turn: list, benchmark: str) -> dict:
    return next(result for result in turn if result["benchmark"].endswith("." + benchmark))


def row(name: str, times: list[float], bytes_per_node: str, base: float) -> str:
    middle = statistics.median(times)
    spread = (max(times) - min(times)) / middle * 100
    return f"| {name} | {middle:.2f} | {spread:.0f} % | {middle / base:.2f} | {bytes_per_node} |"


def version(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).splitlines()[0]


def main() -> None:
    folder = Path(sys.argv[1])
    turns = read(folder, "espalier")
    peers = read(folder, "peer")
    walks = [score(turn, "walk")["primaryMetric"]["score"] for turn in turns]
    checks = [score(turn, "validate")["primaryMetric"]["score"] for turn in turns]
    allocated = statistics.median(
        score(turn, "validate")["secondaryMetrics"]["gc.alloc.rate.norm"]["score"] for turn in turns
    )
    walked = statistics.median(
        score(turn, "walk")["secondaryMetrics"]["gc.alloc.rate.norm"]["score"] for turn in turns
    )
    nodes = peers[0]["nodes"] if peers else 20_000
    base = statistics.median(walks)
    print(f"{version(['java', '-version'])}; Python {platform.python_version()}; {os.cpu_count()} cores,")
    print(f"load {os.getloadavg()[0]:.1f} at the end; {len(turns)} turns, a plate of {nodes} nodes\n")
    print("| what | median, ms | spread | times the walk | bytes a node |")
    print("|---|---|---|---|---|")
    print(row("bare walk over all attributes", walks, f"{walked / nodes:.0f}", base))
    print(row("Espalier validates", checks, f"{allocated / nodes:.0f}", base))
    if peers:
        times = [peer["best_ms"] for peer in peers]
        print(row("pydantic-zarr 0.9.2 validates (best of each turn)", times, "", base))
        ratio = statistics.median(times) / statistics.median(checks)
        print(f"\npydantic-zarr takes {ratio:.0f} times as long as Espalier.")
    else:
        print("\npydantic-zarr: skipped, not installed.")


main()
