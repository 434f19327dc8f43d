"""Chunks, shards and codecs asked for on the command line: the peers read the same values in the layout asked for."""

import h5py
import pytest

from peers import document, readers_of, zarr_array
from test_create import codec_names
from values import CORE, assert_same_bits, hard_values

SHAPE = (11, 13, 17)
SHARD_INDEX = ["bytes", "crc32c"]

# options, chunks, shards, names of the codecs in order (shards: the inner ones, then those of the index)
LAYOUTS = {
    "none": (["--codec", "none"], None, None, ["bytes"]),
    "gzip": (["--codec", "gzip"], None, None, ["bytes", "gzip"]),
    "zstd": (["--codec", "zstd"], None, None, ["bytes", "zstd"]),
    "zstd_crc32c": (["--codec", "zstd,crc32c"], None, None, ["bytes", "zstd", "crc32c"]),
    "chunks": (["--chunks", "4,5,6"], (4, 5, 6), None, None),
    "sharded": (
        ["--chunks", "2,3,4", "--shards", "4,6,8", "--codec", "zstd"],
        (2, 3, 4),
        (4, 6, 8),
        ["sharding_indexed", "bytes", "zstd", *SHARD_INDEX],
    ),
}


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("layout") / "source.h5"
    with h5py.File(path, "w") as file:
        for data_type in CORE:
            values = hard_values(data_type, SHAPE)
            file.create_dataset(f"data/{data_type}", data=values, chunks=(4, 4, 9), compression="gzip")
    return path


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_peers_read_every_type_in_the_layout(espalier, source, tmp_path, layout):
    options, chunks, shards, codecs = LAYOUTS[layout]
    target = tmp_path / "target.zarr"
    espalier.run("convert", source, target, *options)
    seen = 0
    for data_type in CORE:
        path = target / "data" / data_type
        for peer, read in readers_of(path).items():
            assert_same_bits(read(path), hard_values(data_type, SHAPE), f"{data_type} read by {peer}")
            seen += 1
        array = zarr_array(path)
        if chunks:
            assert (array.chunks, array.shards) == (chunks, shards)
        if codecs:
            assert codec_names(document(path)["codecs"]) == codecs
    assert seen == 2 * len(CORE)


def test_verify_agrees(espalier, source, tmp_path):
    options = LAYOUTS["sharded"][0]
    espalier.run("convert", source, tmp_path / "target.zarr", "--verify", *options)
