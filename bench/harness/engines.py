"""What is measured beside what, and how each is started. What is not at hand is left out, and said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
CLASSES = f"{BENCH}/target/classes{os.pathsep}{BENCH}/target/lib/*"
# Room for two arrays and some; huge pages on request, as NumPy asks for them.
JVM = ["-Xmx3g", "-XX:+UseTransparentHugePages"]

JAVA_ENGINES = ("espalier", "limit")
PYTHON_ENGINES = {"tensorstore": "tensorstore", "zarr-python": "zarr", "zarr-python+zarrs": "zarrs"}
RUST_ENGINES = ("zarrs",)
# In the order in which each turn goes through them.
ORDER = ("espalier", "tensorstore", "zarr-python", "zarr-python+zarrs", "zarrs", "limit")
# What an engine has no way to do.
LACKS = {"zarrs": {"chunk-reused"}}


class Engines:
    """The engines at hand."""

    def __init__(self, python: Path | None, rust: Path | None):
        self.python = python
        self.rust = rust
        self.missing: list[str] = []
        self._modules = modules(python)
        self.names = [name for name in ORDER if self._is_at_hand(name)]

    def _is_at_hand(self, name: str) -> bool:
        if name in JAVA_ENGINES:
            return True
        if name in RUST_ENGINES:
            found = self.rust is not None
        else:
            found = PYTHON_ENGINES[name] in self._modules
        if not found:
            self.missing.append(name)
        return found

    def command(self, name: str, plan: Path) -> list[str]:
        if name in JAVA_ENGINES:
            return java("dev.espalier.bench.process.ArrayTurn", name, plan)
        if name in RUST_ENGINES:
            return [str(self.rust), str(plan)]
        return [str(self.python), str(BENCH / "peers" / "turn.py"), name, str(plan)]


def modules(python: Path | None) -> set[str]:
    """Which of the peers' modules a Python has."""
    if python is None:
        return set()
    wanted = sorted(PYTHON_ENGINES.values())
    program = f"from importlib.util import find_spec; print(*[m for m in {wanted} if find_spec(m)])"
    return set(subprocess.run([str(python), "-c", program], capture_output=True, text=True, check=True).stdout.split())


def java(main: str, *arguments, options: list[str] | None = None) -> list[str]:
    return ["java", *(JVM if options is None else options), "-cp", CLASSES, main, *map(str, arguments)]


def run(command: list[str]) -> tuple[list[dict], float]:
    """The lines that a process prints, and how long it took from start to end, in seconds."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")], took


def built_zarrs(smoke: bool) -> Path | None:
    """The program of peers/zarrs; built first where cargo can, which takes minutes: not for a smoke run."""
    target = BENCH / "target" / "zarrs"
    program = target / "release" / "zarrs-turn"
    if smoke or shutil.which("cargo") is None:
        return program if program.exists() else None
    command = ["cargo", "build", "--quiet", "--release", "--locked", "--target-dir", str(target)]
    done = subprocess.run(command, cwd=BENCH / "peers" / "zarrs", check=False)
    return program if done.returncode == 0 else None
