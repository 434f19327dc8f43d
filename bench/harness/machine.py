"""What a run was made on: a row of numbers says nothing without it."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path


def facts(folder: Path) -> dict:
    return {
        "java": first_line(["java", "-version"]),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "processor": processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "file_system": file_system(folder),
        "huge_pages": huge_pages(),
        "commit": first_line(["git", "describe", "--always", "--dirty"]),
        "load": load(),
    }


def load() -> float:
    """How many processes wanted to run, over the last minute."""
    return round(os.getloadavg()[0], 1)


def sentence(found: dict) -> str:
    """The facts for the head of a table."""
    return (
        f"{found['java']}, Python {found['python']}, {found['system']}, {found['processor']}, {found['cores']} cores, "
        f"{found['memory_gib']} GiB, stores on {found['file_system']}, transparent huge pages {found['huge_pages']}, "
        f"commit {found['commit']}, load {found['load']} at the start"
    )


def first_line(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return "unknown"
    lines = (done.stdout + done.stderr).splitlines()
    return lines[0] if lines and done.returncode == 0 else "unknown"


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def file_system(folder: Path) -> str:
    """The kind of the mount that a folder is on."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return "unknown"
    real = folder.resolve()
    holding = [(len(place), kind) for place, kind in mounts if real.is_relative_to(place)]
    return max(holding)[1] if holding else "unknown"


def huge_pages() -> str:
    try:
        text = Path("/sys/kernel/mm/transparent_hugepage/enabled").read_text(encoding="utf-8")
    except OSError:
        return "unknown"
    return text[text.find("[") + 1 : text.find("]")]
