"""One turn of a peer: does the tasks of a plan as dev.espalier.bench.process.ArrayTurn does them.

Usage: turn.py ENGINE PLAN, where ENGINE is zarr-python, zarr-python+zarrs or tensorstore. Prints a
line of JSON for each task. What is read is compared in full, outside of the time that is taken.
"""

import json
import platform
import shutil
import statistics
import sys
import time
from pathlib import Path

import numpy


def engine_of(name: str, threads: int):
    if name == "tensorstore":
        from tensorstore_engine import TensorstoreEngine

        return TensorstoreEngine(threads)
    from zarr_engine import ZarrEngine

    return ZarrEngine(threads, rust_pipeline=name == "zarr-python+zarrs")


def sample(rule: dict, run, before=lambda: None, after=lambda: None) -> list[float]:
    """The same rule as in dev.espalier.bench.turn.Rule."""

    def once() -> float:
        before()
        start = time.perf_counter()
        run()
        took = time.perf_counter() - start
        after()
        return took

    passed, done = 0.0, 0
    while not (done >= rule["warmup_runs"] and passed >= rule["warmup_seconds"]):
        passed += once()
        done += 1
    samples: list[float] = []
    while not (
        len(samples) >= rule["runs"] and (sum(samples) >= rule["seconds"] or len(samples) >= rule["most_runs"])
    ):
        samples.append(once())
    return samples


def sample_passes(rule: dict, one_pass) -> list[float]:
    """The same as in dev.espalier.bench.turn.Sampler."""
    passed, done = 0.0, 0
    while not (done >= rule["warmup_runs"] and passed >= rule["warmup_seconds"]):
        passed += sum(one_pass())
        done += 1
    medians: list[float] = []
    passed = 0.0
    while not (len(medians) >= rule["runs"] and (passed >= rule["seconds"] or len(medians) >= rule["most_runs"])):
        times = one_pass()
        passed += sum(times)
        medians.append(statistics.median_high(times))
    return medians


class Jobs:
    def __init__(self, engine, plan: dict):
        self.engine = engine
        self.rule = plan["rule"]
        self.plan = plan
        self.elements = None
        if plan.get("elements"):
            shape = plan["tasks"][0]["case"]["shape"]
            self.elements = numpy.fromfile(plan["elements"], dtype="<u2").reshape(shape)

    def run(self, task: dict) -> dict | None:
        case, store = task["case"], Path(task["store"])
        match task["job"]:
            case "write":
                samples = sample(self.rule, lambda: self.engine.write(case, self.elements, store), lambda: remove(store))
                self.verify(store)
                return {"samples": samples}
            case "read-fresh":
                return {"samples": self.read_fresh(store)}
            case "read-reused":
                return {"samples": self.read_reused(store)}
            case "chunk-fresh" | "chunk-reused":
                return {"samples": self.chunks(case, store, task["job"] == "chunk-reused")}
            case "once":
                self.engine.read_all(self.engine.open(store))
                return None
            case "verify":
                self.verify(store)
                return {"equal": True}
        raise ValueError(f"no job {task['job']}")

    def read_fresh(self, store: Path) -> list[float]:
        array = self.engine.open(store)
        held = []

        def after():
            self.compare(held.pop(), store)

        return sample(self.rule, lambda: held.append(self.engine.read_all(array)), after=after)

    def read_reused(self, store: Path) -> list[float]:
        array = self.engine.open(store)
        output = numpy.empty_like(self.elements)
        return sample(
            self.rule,
            lambda: self.engine.read_all_into(array, output),
            # What an earlier run left must not pass for what this one reads.
            lambda: output.fill(0x5555),
            lambda: self.compare(output, store),
        )

    def chunks(self, case: dict, store: Path, reused: bool) -> list[float]:
        """Each sample is the median over all chunks, each read once since the array was opened."""

        def one_pass() -> list[float]:
            array = self.engine.open(store)
            room = numpy.empty(case["chunk"], dtype="<u2")
            times = []
            for start in self.plan["chunk_order"]:
                box = tuple(slice(s, s + c) for s, c in zip(start, case["chunk"]))
                began = time.perf_counter()
                if reused:
                    self.engine.read_box_into(array, box, room)
                    chunk = room
                else:
                    chunk = self.engine.read_box(array, box)
                times.append(time.perf_counter() - began)
                if not numpy.array_equal(chunk, self.elements[box]):
                    raise SystemExit(f"other elements at {start} in {store}")
            return times

        return sample_passes(self.rule, one_pass)

    def verify(self, store: Path) -> None:
        self.compare(self.engine.read_all(self.engine.open(store)), store)

    def compare(self, output, store: Path) -> None:
        if output.dtype != self.elements.dtype or not numpy.array_equal(output, self.elements):
            raise SystemExit(f"other elements in {store}")


def remove(store: Path) -> None:
    if store.exists():
        shutil.rmtree(store)


def main() -> None:
    name, plan = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    engine = engine_of(name, plan["threads"])
    jobs = Jobs(engine, plan)
    for task in plan["tasks"]:
        told = jobs.run(task)
        if told is not None:
            runtime = f"{engine.version}, Python {platform.python_version()}"
            print(json.dumps({"engine": name, "label": task["label"], **told, "runtime": runtime}), flush=True)


main()
