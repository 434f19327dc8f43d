"""What is stored and how: the chains of codecs, plain and sharded, and the jobs on each.

A chain is a row here and nowhere else: every engine is given the codecs as `zarr.json` spells them.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

BYTES = {"name": "bytes", "configuration": {"endian": "little"}}


def zstd(level: int) -> dict:
    return {"name": "zstd", "configuration": {"level": level, "checksum": False}}


def blosc(name: str, level: int, shuffle: str, size: int) -> dict:
    return {
        "name": "blosc",
        "configuration": {"cname": name, "clevel": level, "shuffle": shuffle, "typesize": size, "blocksize": 0},
    }


# The codecs of a chunk of uint16, by the name that stands in the table.
CHAINS = {
    "none": [BYTES],
    "zstd-3": [BYTES, zstd(3)],
    "blosc-zstd-3": [BYTES, blosc("zstd", 3, "shuffle", 2)],
}
LAYOUTS = ("plain", "sharded")

WHOLE_JOBS = ("write", "read-fresh", "read-reused", "cold")
CHUNK_JOBS = ("chunk-fresh", "chunk-reused")


@dataclass(frozen=True)
class Size:
    """How large the array is, and how it is cut: extents of cubes, in elements."""

    side: int
    chunk: int
    shard: int

    @property
    def megabytes(self) -> float:
        return self.side**3 * 2 / 1e6

    def chunk_order(self, most: int) -> list[list[int]]:
        """Where chunks start, each once, in an order that is random and always the same."""
        starts = [list(at) for at in itertools.product(range(0, self.side, self.chunk), repeat=3)]
        random.Random(1).shuffle(starts)
        return starts[:most]


FULL = Size(512, 64, 256)
SMOKE = Size(64, 16, 32)


@dataclass(frozen=True)
class Case:
    """One chain in one layout."""

    chain: str
    layout: str

    @property
    def name(self) -> str:
        return f"{self.chain}-{self.layout}"

    def fields(self, size: Size) -> dict:
        """What an engine is told."""
        cube = [size.chunk] * 3
        sharded = self.layout == "sharded"
        codecs = CHAINS[self.chain]
        return {
            "name": self.name,
            "shape": [size.side] * 3,
            "chunk": cube,
            "shard": [size.shard] * 3 if sharded else None,
            "codecs": codecs,
            "document": document(size, sharding(cube, codecs) if sharded else codecs, sharded),
        }


def sharding(chunk: list[int], codecs: list[dict]) -> list[dict]:
    index = [BYTES, {"name": "crc32c"}]
    configuration = {"chunk_shape": chunk, "codecs": codecs, "index_codecs": index, "index_location": "end"}
    return [{"name": "sharding_indexed", "configuration": configuration}]


def document(size: Size, codecs: list[dict], sharded: bool) -> dict:
    file = [size.shard if sharded else size.chunk] * 3
    return {
        "zarr_format": 3,
        "node_type": "array",
        "shape": [size.side] * 3,
        "data_type": "uint16",
        "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": file}},
        "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
        "fill_value": 0,
        "codecs": codecs,
        "attributes": {},
    }


def cases() -> list[Case]:
    return [Case(chain, layout) for chain in CHAINS for layout in LAYOUTS]


def jobs(case: Case) -> tuple[str, ...]:
    return WHOLE_JOBS + CHUNK_JOBS if case.layout == "sharded" else WHOLE_JOBS
