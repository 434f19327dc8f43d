"""One turn of zarr-python opening a hierarchy of many nodes, as dev.espalier.bench.process.OpenTurn does.

Usage: open_turn.py PLAN
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import zarr


def scan(store: str, paths: list[str]) -> int:
    group = zarr.open_group(store, mode="r", use_consolidated=False)
    return 1 + sum(1 for _ in group.members(max_depth=None))


def known(store: str, paths: list[str]) -> int:
    for path in paths:
        zarr.open(f"{store}/{path}" if path else store, mode="r", use_consolidated=False)
    return len(paths)


def consolidated(store: str, paths: list[str]) -> int:
    group = zarr.open_group(store, mode="r", use_consolidated=True)
    return 1 + sum(1 for _ in group.members(max_depth=None))


JOBS = {"scan": scan, "known": known, "consolidated": consolidated}


def main() -> None:
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    paths = Path(plan["paths"]).read_text(encoding="utf-8").split("\n")[:-1]
    for task in plan["tasks"]:
        start = time.perf_counter()
        found = JOBS[task["job"]](task["store"], paths)
        took = time.perf_counter() - start
        if found != task["nodes"]:
            raise SystemExit(f"{found} nodes, not {task['nodes']}, by {task['job']}")
        line = {"engine": "zarr-python", "label": task["label"], "samples": [took], "runtime": version("zarr")}
        print(json.dumps(line), flush=True)


main()
