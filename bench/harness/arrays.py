"""Writes and reads arrays with every engine, turn by turn, and makes the table of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import verdicts
from cases import CHUNK_JOBS, FULL, SMOKE, Case, Size, cases, jobs
from engines import LACKS, Engines, java, run
from statistics_of import Summary, summaries
from table import percent, ratio, table

RULE = {"warmup_runs": 1, "warmup_seconds": 2, "runs": 2, "seconds": 0.6, "most_runs": 12}
SMOKE_RULE = {"warmup_runs": 0, "warmup_seconds": 0, "runs": 1, "seconds": 0, "most_runs": 1}
THREADS = 2
# How many inner chunks are read in one pass.
MOST_CHUNKS = 256
WORDS = {
    "write": "write all",
    "read-fresh": "read all, new output",
    "read-reused": "read all, same output",
    "cold": "read all, whole process",
    "chunk-fresh": "inner chunk, new output",
    "chunk-reused": "inner chunk, same output",
}


class ArrayRun:
    def __init__(self, engines: Engines, folder: Path, turns: int, smoke: bool, only: str):
        self.engines = engines
        self.folder = folder
        self.turns = turns
        self.smoke = smoke
        self.size: Size = SMOKE if smoke else FULL
        self.rule = SMOKE_RULE if smoke else RULE
        self.records: list[dict] = []
        self.work = [(case, job) for case in cases() for job in jobs(case) if only in f"{case.name}/{job}"]
        # What is read in all turns is written by one engine: by zarr-python, where it is at hand.
        self.writer = "zarr-python" if "zarr-python" in engines.names else "espalier"
        self.elements = folder / "elements.raw"

    def measure(self) -> list[dict]:
        run(java("dev.espalier.bench.process.ElementsFile", self.elements, self.size.side))
        for case in dict.fromkeys(case for case, _ in self.work):
            if (case, "write") not in self.work:
                plan = self.plan([self.task(case, "write", self.shared(case))], rule=SMOKE_RULE)
                run(self.engines.command(self.writer, plan))
        if self.smoke:
            self.turn(1, self.work)
        else:
            for turn in range(1, self.turns + 1):
                # Small groups, so that engines that are compared run within seconds of each other.
                for case, job in self.work:
                    self.turn(turn, [(case, job)])
        return self.records

    def turn(self, turn: int, work: list[tuple[Case, str]]) -> None:
        """All engines, one after the other: first what is written, then what is read."""
        written = [case for case, job in work if job == "write"]
        self.group(turn, [(case, "write") for case in written])
        if turn == 1 and written:
            self.verify(written)
        for case in written:
            for engine in self.engines.names:
                shutil.rmtree(self.own(engine, case), ignore_errors=True)
        self.group(turn, [(case, job) for case, job in work if job not in ("write", "cold")])
        for case, job in work:
            if job == "cold" and (not self.smoke or case == self.work[0][0]):
                self.cold(turn, case)

    def group(self, turn: int, work: list[tuple[Case, str]]) -> None:
        for engine in self.engines.names:
            tasks = [
                self.task(case, job, self.own(engine, case) if job == "write" else self.shared(case))
                for case, job in work
                if job not in LACKS.get(engine, ())
            ]
            if tasks:
                self.process(turn, engine, tasks)

    def process(self, turn: int, engine: str, tasks: list[dict]) -> None:
        lines, _ = run(self.engines.command(engine, self.plan(tasks)))
        if [line["label"] for line in lines] != [task["label"] for task in tasks]:
            raise RuntimeError(f"{engine} did not do all that it was told: {lines}")
        for line in lines:
            case, job = line.pop("label").rsplit("/", 1)
            self.records.append({"part": "arrays", "turn": turn, "case": case, "job": job, **line})

    def cold(self, turn: int, case: Case) -> None:
        """A process that starts, opens, reads all and ends."""
        for engine in self.engines.names:
            plan = self.plan([self.task(case, "once", self.shared(case))], elements=False)
            _, took = run(self.engines.command(engine, plan))
            self.records.append(
                {"part": "arrays", "turn": turn, "case": case.name, "job": "cold", "engine": engine, "samples": [took]}
            )

    def verify(self, written: list[Case]) -> None:
        """Each engine reads what each has written, in full. One store of each case is kept to be read."""
        for reader in self.engines.names:
            tasks = [
                self.task(case, "verify", self.own(writer, case)) for case in written for writer in self.engines.names
            ]
            lines, _ = run(self.engines.command(reader, self.plan(tasks)))
            if len(lines) != len(tasks) or not all(line.get("equal") for line in lines):
                raise RuntimeError(f"{reader} did not compare all: {lines}")
            self.records.append(
                {"part": "arrays", "turn": 1, "case": written[0].name, "job": "verify", "engine": reader, "equal": len(lines)}
            )
        for case in written:
            self.own(self.writer, case).rename(self.shared(case))

    def task(self, case: Case, job: str, store: Path) -> dict:
        return {"label": f"{case.name}/{job}", "job": job, "case": case.fields(self.size), "store": str(store)}

    def plan(self, tasks: list[dict], elements: bool = True, rule: dict | None = None) -> Path:
        file = self.folder / "plan.json"
        plan = {
            "rule": rule or self.rule,
            "threads": THREADS,
            "elements": str(self.elements) if elements else None,
            "chunk_order": self.size.chunk_order(MOST_CHUNKS),
            "tasks": tasks,
        }
        file.write_text(json.dumps(plan), encoding="utf-8")
        return file

    def own(self, engine: str, case: Case) -> Path:
        return self.folder / f"{engine}-{case.name}.zarr"

    def shared(self, case: Case) -> Path:
        return self.folder / f"shared-{case.name}.zarr"


def render(records: list[dict], smoke: bool) -> str:
    size = SMOKE if smoke else FULL
    found = summaries([r for r in records if r["part"] == "arrays"], "case", "job", "engine")
    rows, chunk_rows = [], []
    for case in cases():
        for job in jobs(case):
            row = {engine: summary for (c, j, engine), summary in found.items() if (c, j) == (case.name, job)}
            if "espalier" in row:
                target = chunk_rows if job in CHUNK_JOBS else rows
                target.append(chunk_row(case, job, row) if job in CHUNK_JOBS else speed_row(case, job, row, size))
    if smoke:
        for cells_of_row in rows + chunk_rows:
            cells_of_row[-1] = cells_of_row[-1] and verdicts.NOT_JUDGED
    rows.sort(key=lambda cells: list(WORDS.values()).index(cells[0]))
    shown = ["Espalier", "tensorstore", "zarr-python", "with zarrs", "zarrs", "limit"]
    head = ["job", "chain", "layout", *shown, "÷ tensorstore", "÷ zarr-python", "of the limit", "spread", "verdict"]
    judged = [cells_of_row[-1] for cells_of_row in rows + chunk_rows if cells_of_row[-1]]
    told = f"{judged.count(verdicts.MEETS)} of {len(judged)} rows meet what they shall. "
    comparisons = sum(record["equal"] for record in records if record.get("job") == "verify")
    return "\n\n".join(
        [
            "MB/s of decoded elements, median (best):",
            table(head, rows),
            "Milliseconds for one inner chunk, median (best):",
            table(head, chunk_rows),
            f"{'' if smoke else told}{comparisons} stores were compared in full, each engine reading what each has written.",
        ]
    )


def speed_row(case: Case, job: str, row: dict[str, Summary], size: Size) -> list[str]:
    speed = {engine: size.megabytes / summary.median for engine, summary in row.items()}
    best = {engine: size.megabytes / summary.best for engine, summary in row.items()}
    verdict = ""
    if job != "cold":
        verdict = verdicts.throughput(
            speed["espalier"], speed.get("limit"), speed.get("tensorstore"), speed.get("zarr-python")
        )
    return cells(case, job, row, speed, best, 0, verdict)


def chunk_row(case: Case, job: str, row: dict[str, Summary]) -> list[str]:
    times = {engine: summary.median * 1000 for engine, summary in row.items()}
    best = {engine: summary.best * 1000 for engine, summary in row.items()}
    verdict = verdicts.chunk(times["espalier"], times.get("tensorstore"), times.get("limit"))
    return cells(case, job, row, times, best, 3, verdict)


def cells(
    case: Case, job: str, row: dict[str, Summary], values: dict, best: dict, digits: int, verdict: str
) -> list[str]:
    order = ["espalier", "tensorstore", "zarr-python", "zarr-python+zarrs", "zarrs", "limit"]
    shown = [f"{values[e]:.{digits}f} ({best[e]:.{digits}f})" if e in values else "" for e in order]
    ours = values["espalier"]
    # For times, the part of the limit is the limit's time in ours.
    limit = percent(ours, values.get("limit")) if digits == 0 else percent(values.get("limit"), ours)
    return [
        WORDS[job],
        case.chain,
        case.layout,
        *shown,
        ratio(ours, values.get("tensorstore")),
        ratio(ours, values.get("zarr-python")),
        limit,
        f"{row['espalier'].spread * 100:.0f} %",
        verdict,
    ]
