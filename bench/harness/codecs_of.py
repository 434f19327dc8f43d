"""Measures chains of codecs on elements of each kind, and inner chunks, and makes the tables of it."""

from __future__ import annotations

from pathlib import Path

from engines import java, run
from jmh import jmh
from table import table

FULL = ["-f", "1", "-wi", "2", "-w", "500ms", "-i", "3", "-r", "500ms"]
SMOKE = ["-f", "0", "-wi", "0", "-i", "1", "-bm", "ss"]


def measure(folder: Path, smoke: bool) -> list[dict]:
    sizes, _ = run(java("dev.espalier.bench.codec.CodecSizes"))
    records = [{"part": "codecs", **line} for line in sizes]
    found = {(record["elements"], record["chain"]): record for record in records}
    options = SMOKE + ["-p", "elements=UINT16_NOISY"] if smoke else FULL
    for result in jmh("CodecBenchmark", options, folder):
        key = result["params"]["elements"], result["params"]["chain"]
        what = result["benchmark"].rsplit(".", 1)[1]
        found[key][what] = microseconds(result)
    for result in jmh("InnerChunkBenchmark", SMOKE if smoke else FULL, folder):
        codec = result["params"]["codec"]
        records.append({"part": "codecs", "inner_chunk": codec, "microseconds": microseconds(result)})
    return records


def microseconds(result: dict) -> float:
    return result["primaryMetric"]["score"]


def render(records: list[dict]) -> str:
    own = [record for record in records if record["part"] == "codecs"]
    rows = [
        [
            record["elements"].lower(),
            record["chain"].lower(),
            f"{record['decoded'] / record['encode']:.0f}",
            f"{record['decoded'] / record['decode']:.0f}",
            f"{record['decoded'] / record['encoded']:.2f}",
        ]
        for record in own
        if "encode" in record
    ]
    head = ["elements", "chain", "encode, MB/s", "decode, MB/s", "times smaller"]
    chunks = [[r["inner_chunk"], f"{r['microseconds']:.1f}"] for r in own if "inner_chunk" in r]
    return (
        f"One chunk of 64³ elements, one thread, through the coder of a chunk:\n\n{table(head, rows)}\n\n"
        f"One inner chunk of 64³ uint16 out of a shard of 256³ (JMH, one thread):\n\n"
        f"{table(['codec', 'microseconds'], chunks)}"
    )
