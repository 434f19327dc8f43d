"""Runs benchmarks of JMH."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from engines import java


def jmh(pattern: str, options: list[str], folder: Path) -> list[dict]:
    """The results, as JMH writes them."""
    file = folder / "jmh.json"
    command = java("org.openjdk.jmh.Main", pattern, *options, "-rf", "json", "-rff", file)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or "<failure>" in done.stdout:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    results = json.loads(file.read_text(encoding="utf-8"))
    if not results:
        sys.exit(f"bench: there is no benchmark {pattern}")
    return results
