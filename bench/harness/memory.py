"""How much memory a streaming write takes, by the size of what is written."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import verdicts
from engines import java, run
from table import table

# Mebibytes by the extent along the first dimension; the others are 512.
SIZES = {256: 512, 1024: 2048, 4096: 8192}
SMOKE_SIZES = {1: 2}
LAYOUTS = {"plain": 0, "sharded": 256}
JVM = ["-Xmx256m"]
# What the optimising compiler takes while it works on the code that writes counts as well: once, and
# only where enough is written for that. Without it, what grows is what writing holds.
COMPILERS = {"both": [], "the first alone": ["-XX:TieredStopAtLevel=1"]}
FLAT = 1.1
HEAD = ["layout", "compilers of the runtime", "peak by the size of the array", "verdict"]


def measure(folder: Path, smoke: bool) -> list[dict]:
    records = []
    for (layout, shard), (compilers, options) in product(LAYOUTS.items(), COMPILERS.items()):
        for mebibytes, depth in (SMOKE_SIZES if smoke else SIZES).items():
            target = folder / "streamed.zarr"
            main = "dev.espalier.bench.process.StreamingWrite"
            lines, _ = run(java(main, target, depth, 512, 64, shard, options=[*JVM, *options]))
            shutil.rmtree(target)
            what = {"layout": layout, "compilers": compilers, "mebibytes": mebibytes}
            records.append({"part": "memory", **what, **lines[0]})
    return records


def render(records: list[dict], smoke: bool) -> str:
    rows = []
    for layout, compilers in product(LAYOUTS, COMPILERS):
        found = [r for r in records if r["part"] == "memory" and (r["layout"], r.get("compilers", "both")) == (layout, compilers)]
        if found:
            peaks = [record["peak_kib"] / 1024 for record in found]
            sizes = ", ".join(f"{r['mebibytes']} MiB: {peak:.0f}" for r, peak in zip(found, peaks))
            verdict = "flat" if max(peaks) <= FLAT * peaks[0] else "grows"
            rows.append([layout, compilers, sizes, verdicts.NOT_JUDGED if smoke else verdict])
    title = f"Peak memory of the whole process (MiB) while an array is written whose elements are made on the way, {JVM[0]}:"
    return f"{title}\n\n{table(HEAD, rows)}"
