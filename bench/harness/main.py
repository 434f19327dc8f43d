"""Runs what is measured and prints the tables: `bench/run` prepares what this needs and starts it.

Usage: main.py [--smoke] [--turns N] [--python FILE] [--results FILE] PART...
       main.py --render FILE
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

import arrays
import bare_machine
import codecs_of as codecs
import machine
import memory
import opening
import validate
from engines import Engines, built_zarrs

PARTS = ("arrays", "open", "memory", "codecs", "validate")
TITLES = {
    "arrays": "Arrays",
    "open": "Opening a hierarchy of many nodes",
    "memory": "Memory of a streaming write",
    "codecs": "Codecs",
    "validate": "Validation of a hierarchy in memory",
}


def measure(part: str, engines: Engines, folder: Path, turns: int, smoke: bool) -> list[dict]:
    if part == "arrays":
        return bare_machine.measure(folder, smoke) + arrays.ArrayRun(engines, folder, turns, smoke).measure()
    if part == "open":
        return opening.OpenRun(engines, folder, turns, smoke).measure()
    if part == "memory":
        return memory.measure(folder, smoke)
    if part == "codecs":
        return codecs.measure(folder, smoke)
    return validate.measure(engines, folder, turns, smoke)


def render(part: str, records: list[dict], smoke: bool) -> str:
    if part == "arrays":
        return f"{arrays.render(records, smoke)}\n\n{bare_machine.render(records)}"
    if part == "open":
        return opening.render(records, smoke)
    if part == "memory":
        return memory.render(records, smoke)
    if part == "codecs":
        return codecs.render(records)
    return validate.render(records)


def show(records: list[dict]) -> None:
    """Prints what the records of one run say."""
    head = records[0]
    smoke = head["smoke"]
    if smoke:
        print("A smoke run: it shows that everything runs, and its numbers mean nothing.\n")
    print(f"{machine.sentence(head['machine'])}.")
    runtimes = {r["engine"]: r["runtime"] for r in records if "runtime" in r}
    print("; ".join(f"{engine}: {runtime}" for engine, runtime in runtimes.items()) + f"; {head['turns']} turns.")
    if head["missing"]:
        print(f"Left out, not at hand: {', '.join(head['missing'])}.")
    for part in PARTS:
        ends = [r for r in records if r["part"] == "end" and r["of"] == part]
        if ends:
            print(f"\n## {TITLES[part]}\n\n{render(part, records, smoke)}\n")
            print(f"({ends[0]['seconds']:.0f} s; load {ends[0]['load']} at the end)")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench/run")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--turns", type=int)
    parser.add_argument("--python", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--render", type=Path)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    asked = parser.parse_args()
    if asked.render:
        show([json.loads(line) for line in asked.render.read_text(encoding="utf-8").splitlines()])
        return
    turns = 1 if asked.smoke else asked.turns or 5
    parts = asked.parts or PARTS
    engines = Engines(asked.python, built_zarrs(asked.smoke) if "arrays" in parts else None)
    with tempfile.TemporaryDirectory(prefix="espalier-bench-") as name:
        folder = Path(name)
        kind = machine.file_system(folder)
        if kind == "tmpfs":
            sys.exit(f"bench: {folder} is in memory; set TMPDIR to a folder on a disk")
        head = {
            "part": "head",
            "smoke": asked.smoke,
            "turns": turns,
            "missing": engines.missing,
            "machine": machine.facts(folder),
        }
        records = [head]
        for part in PARTS:
            if part in parts:
                start = time.perf_counter()
                records += measure(part, engines, folder, turns, asked.smoke)
                took = time.perf_counter() - start
                records.append({"part": "end", "of": part, "seconds": took, "load": machine.load()})
                print(f"bench: {part} took {took:.0f} s", file=sys.stderr)
                if asked.results:
                    asked.results.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    show(records)


main()
