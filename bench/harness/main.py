"""Runs what is measured and prints the tables: `bench/run` prepares what this needs and starts it.

Usage: main.py [--smoke | --write-page] [--turns N] [--only WORD] [--python FILE] [--results FILE] PART...
       main.py [--write-page] --render FILE
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
import page
import validate
from engines import BENCH, Engines, built_zarrs

PARTS = ("arrays", "open", "memory", "codecs", "validate")
PAGE = BENCH.parent / "docs" / "performance.md"


def measure(part: str, engines: Engines, folder: Path, turns: int, asked: argparse.Namespace) -> list[dict]:
    smoke = asked.smoke
    if part == "arrays":
        return bare_machine.measure(folder, smoke) + arrays.ArrayRun(engines, folder, turns, smoke, asked.only).measure()
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


def texts(records: list[dict]) -> dict[str, str]:
    """What the records of a run say, by part: each with what it was made on, as parts may be run one by one."""
    head = records[0]
    found = {}
    for end in (record for record in records if record["part"] == "end"):
        runtimes = {r["engine"]: r["runtime"] for r in records if "runtime" in r}
        lines = [
            f"{machine.sentence(head['machine'])}; {end['load_before']} before this part, {end['load']} after it; "
            f"{head['turns']} turns in {end['seconds']:.0f} s."
        ]
        if end["of"] in ("arrays", "open"):
            lines.append("; ".join(f"{engine}: {runtime}" for engine, runtime in runtimes.items()) + ".")
            if head["missing"] and end["of"] == "arrays":
                lines.append(f"Left out, not at hand: {', '.join(head['missing'])}.")
        text = "\n".join(lines) + "\n\n" + render(end["of"], records, head["smoke"])
        found[end["of"]] = text
    return found


def show(records: list[dict], write_page: bool) -> None:
    if records[0]["smoke"]:
        print("A smoke run: it shows that everything runs, and its numbers mean nothing.")
    found = texts(records)
    for part, text in found.items():
        print(f"\n## {part}\n\n{text}")
    if write_page:
        page.write(PAGE, found)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench/run")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--write-page", action="store_true")
    parser.add_argument("--turns", type=int)
    parser.add_argument("--only", default="")
    parser.add_argument("--python", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--render", type=Path)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked = parser.parse_args()
    if not set(asked.parts) <= set(PARTS):
        parser.error(f"no part {', '.join(set(asked.parts) - set(PARTS))}; there are {', '.join(PARTS)}")
    if asked.smoke and asked.write_page:
        parser.error("the numbers of a smoke run mean nothing, so the page is not for them")
    if asked.render:
        show([json.loads(line) for line in asked.render.read_text(encoding="utf-8").splitlines()], asked.write_page)
        return
    show(run_parts(asked, [part for part in PARTS if part in (asked.parts or PARTS)]), asked.write_page)


def run_parts(asked: argparse.Namespace, parts: list[str]) -> list[dict]:
    turns = 1 if asked.smoke else asked.turns or 5
    engines = Engines(asked.python, built_zarrs(asked.smoke) if "arrays" in parts else None)
    with tempfile.TemporaryDirectory(prefix="espalier-bench-") as name:
        folder = Path(name)
        if machine.file_system(folder) == "tmpfs":
            sys.exit(f"bench: {folder} is in memory; set TMPDIR to a folder on a disk")
        records = [
            {
                "part": "head",
                "smoke": asked.smoke,
                "turns": turns,
                "missing": engines.missing,
                "machine": machine.facts(folder),
            }
        ]
        for part in parts:
            before, start = machine.load(), time.perf_counter()
            records += measure(part, engines, folder, turns, asked)
            took = time.perf_counter() - start
            records.append({"part": "end", "of": part, "seconds": took, "load_before": before, "load": machine.load()})
            print(f"bench: {part} took {took:.0f} s", file=sys.stderr)
            if asked.results:
                asked.results.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return records


main()
