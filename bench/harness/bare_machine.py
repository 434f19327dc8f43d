"""How fast the machine copies memory and moves files at all: a program in C, where there is a compiler."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from engines import BENCH, run
from statistics_of import summaries
from table import table

MEBIBYTES = 256
SMOKE_MEBIBYTES = 32
REPEATS = 7


def measure(folder: Path, smoke: bool) -> list[dict]:
    """Nothing where there is no compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return []
    program = folder / "machine"
    source = BENCH / "limits" / "machine.c"
    subprocess.run([compiler, "-O3", "-march=native", "-pthread", "-o", program, source], check=True)
    mebibytes = SMOKE_MEBIBYTES if smoke else MEBIBYTES
    lines, _ = run([str(program), str(folder), str(mebibytes), str(1 if smoke else REPEATS)])
    return [{"part": "machine", "mebibytes": mebibytes, **line} for line in lines]


def render(records: list[dict]) -> str:
    own = [record for record in records if record["part"] == "machine"]
    if not own:
        return "The machine without any codec: left out, no C compiler."
    megabytes = own[0]["mebibytes"] * 2**20 / 1e6
    found = summaries(own, "job", "threads")
    rows = [
        [job]
        + [
            f"{megabytes / found[job, threads].median:.0f} ({megabytes / found[job, threads].best:.0f})"
            for threads in (1, 2)
        ]
        for job in dict.fromkeys(record["job"] for record in own)
    ]
    title = "What the machine does without codec, rows or Java (C), MB/s, median (best):"
    return f"{title}\n\n{table(['job', 'one thread', 'two threads'], rows)}"
