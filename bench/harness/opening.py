"""Opens a hierarchy of many nodes with Espalier, bare programs and zarr-python, and makes the table of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import plate
import verdicts
from engines import BENCH, JVM, Engines, java, run
from statistics_of import Summary, summaries
from table import ratio, table

RULE = {"warmup_runs": 5, "warmup_seconds": 5, "runs": 5, "seconds": 2, "most_runs": 100}
SMOKE_RULE = {"warmup_runs": 0, "warmup_seconds": 0, "runs": 1, "seconds": 0, "most_runs": 1}
# A virtual machine hands out memory that was never used so slowly that nothing else would be measured.
TOUCHED = ["-Xms1g", "-XX:+AlwaysPreTouch"]
JOBS = ("scan", "known", "consolidated")
WORDS = {
    "scan": "scanned",
    "known": "known children",
    "consolidated": "consolidated, required",
    "cold": "scanned, whole process",
}
THREADS = {"scan": (1, 2), "known": (1, 2), "consolidated": (1,), "cold": (1,)}
OPENERS = ("espalier", "bare", "bare-tree", "zarr-python")


class OpenRun:
    def __init__(self, engines: Engines, folder: Path, turns: int, smoke: bool):
        self.engines = engines
        self.folder = folder
        self.turns = turns
        self.smoke = smoke
        self.size = plate.SMOKE if smoke else plate.FULL
        self.rule = SMOKE_RULE if smoke else RULE
        self.stores = {kind: folder / f"plate-{kind}.zarr" for kind in ("documents", "consolidated")}

    def measure(self) -> list[dict]:
        for kind, store in self.stores.items():
            paths = plate.write(store, self.size, kind == "consolidated")
        (self.folder / "paths.txt").write_text("".join(path + "\n" for path in paths), encoding="utf-8")
        records = []
        for turn in range(1, self.turns + 1):
            for jobs in [JOBS] if self.smoke else [(job,) for job in JOBS]:
                for opener in OPENERS:
                    tasks = [task for job in jobs for task in self.tasks(opener, job)]
                    if tasks:
                        records += self.process(turn, opener, tasks)
            records += self.cold(turn)
        for store in self.stores.values():
            shutil.rmtree(store)
        return records

    def tasks(self, opener: str, job: str) -> list[dict]:
        store = self.stores["consolidated" if job == "consolidated" else "documents"]
        threads = THREADS[job]
        if (opener == "bare-tree" and job != "consolidated") or (
            opener == "zarr-python" and "zarr-python" not in self.engines.names
        ):
            threads = ()
        if opener == "zarr-python":
            threads = threads[:1]
        return [
            {"label": f"{job}/{count}", "job": job, "threads": count, "store": str(store), "nodes": self.size.nodes}
            for count in threads
        ]

    def cold(self, turn: int) -> list[dict]:
        """A process that starts, scans once and ends."""
        records = []
        for opener in OPENERS:
            tasks = self.tasks(opener, "scan")[:1]
            if tasks:
                _, took = run(self.command(opener, tasks, SMOKE_RULE))
                records.append(
                    {"part": "open", "turn": turn, "job": "cold", "threads": 1, "engine": opener, "samples": [took]}
                )
        return records

    def command(self, opener: str, tasks: list[dict], rule: dict) -> list[str]:
        plan = self.folder / "open-plan.json"
        fields = {"rule": rule, "threads": 1, "paths": str(self.folder / "paths.txt"), "tasks": tasks}
        plan.write_text(json.dumps(fields), encoding="utf-8")
        if opener == "zarr-python":
            return [str(self.engines.python), str(BENCH / "peers" / "open_turn.py"), str(plan)]
        options = JVM if rule is SMOKE_RULE else JVM + TOUCHED
        return java("dev.espalier.bench.process.OpenTurn", opener, plan, options=options)

    def process(self, turn: int, opener: str, tasks: list[dict]) -> list[dict]:
        lines, _ = run(self.command(opener, tasks, self.rule))
        if len(lines) != len(tasks):
            raise RuntimeError(f"{opener} did not do all that it was told: {lines}")
        records = []
        for line in lines:
            job, threads = line.pop("label").split("/")
            records.append({"part": "open", "turn": turn, "job": job, "threads": int(threads), **line})
        return records


def render(records: list[dict], smoke: bool) -> str:
    size = plate.SMOKE if smoke else plate.FULL
    found = summaries([r for r in records if r["part"] == "open"], "job", "threads", "engine")
    rows = []
    for job in THREADS:
        for threads in THREADS[job]:
            row = {opener: found.get((job, threads, opener)) for opener in OPENERS}
            if row["espalier"] is not None:
                rows.append(cells(job, threads, row, size.nodes))
    if smoke:
        for cells_of_row in rows:
            cells_of_row[-1] = cells_of_row[-1] and verdicts.NOT_JUDGED
    head = ["what", "threads", "Espalier", "bare program", "bare, as a tree", "zarr-python", "× bare", "spread", "verdict"]
    return f"A plate of {size.nodes} nodes; milliseconds in all, median (best):\n\n{table(head, rows)}"


def cells(job: str, threads: int, row: dict[str, Summary | None], nodes: int) -> list[str]:
    def shown(summary: Summary | None) -> str:
        return "" if summary is None else f"{summary.median * 1000:.1f} ({summary.best * 1000:.1f})"

    ours, bare = row["espalier"].median, row["bare"].median if row["bare"] else None
    return [
        WORDS[job],
        str(threads),
        *(shown(row[opener]) for opener in OPENERS),
        ratio(ours, bare),
        f"{row['espalier'].spread * 100:.0f} %",
        "" if job == "cold" else verdicts.opening(ours, bare),
    ]
