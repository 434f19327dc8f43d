"""Hierarchies that the peers write: every core data type, every chain of codecs, every awkward shape.

Each writer returns what it wrote as {name of the array: numpy array}, after the peer has read its own work back.
"""

import numpy as np
import tensorstore
import zarr
from zarr.codecs import BytesCodec, Crc32cCodec, GzipCodec, ShardingCodec, TransposeCodec, ZstdCodec

from peers import read_with_tensorstore, read_with_zarr
from values import CORE, assert_same_bits, hard_values

SHAPE = (5, 3, 7)
CHUNKS = (2, 2, 3)
SHARDS = (4, 2, 6)
# Not its own inverse, unlike (2, 1, 0): mistaking the order for its inverse shows.
ORDER = (2, 0, 1)

# name: (shape, chunks)
AWKWARD = {
    "scalar": ((), ()),
    "zero_length": ((0, 4), (2, 3)),
    "chunk_exceeds_shape": ((3, 2), (10, 16)),
    "one_element": ((1,), (1,)),
    "five_dimensions": ((2, 3, 2, 3, 2), (1, 2, 2, 2, 1)),
    "prime": ((17, 13), (5, 4)),
}

BYTES_TO_BYTES = {
    "none": [],
    "gzip": [{"name": "gzip", "configuration": {"level": 6}}],
    "zstd": [{"name": "zstd", "configuration": {"level": 3}}],
    "zstd_crc32c": [{"name": "zstd", "configuration": {"level": 3}}, {"name": "crc32c"}],
}
CHAINS = (*BYTES_TO_BYTES, "sharded")


def write_with_zarr(root):
    """A group of arrays, written by zarr-python."""
    group = zarr.create_group(str(root), zarr_format=3)
    written = {}

    def write(name, values, **options):
        options.setdefault("fill_value", _zero(values))
        array = group.create_array(name, shape=values.shape, dtype=_zarr_type(values), **options)
        if values.size or not values.shape:
            array[...] = values
        written[name] = values

    for data_type in CORE:
        values = hard_values(data_type, SHAPE)
        for chain in CHAINS:
            for transposed in (False, True):
                name = f"{data_type}_{chain}_{'t' if transposed else 'c'}"
                write(name, values, **_zarr_options(chain, transposed, SHAPE, CHUNKS, SHARDS))
        for name, (shape, chunks) in AWKWARD.items():
            options = _zarr_options("zstd", False, shape, chunks, None)
            write(f"{data_type}_{name}", hard_values(data_type, shape), **options)
    for chain in ("none", "zstd"):
        for name, (shape, chunks) in {"grid": (SHAPE, CHUNKS), **AWKWARD}.items():
            compressors = [ZstdCodec()] if chain == "zstd" else None
            write(f"string_{chain}_{name}", hard_values("string", shape), chunks=chunks, compressors=compressors)
    _write_zarr_specialities(write)
    for name, values in written.items():
        assert_same_bits(read_with_zarr(root / name), values, f"zarr-python reads back {name}")
    return written


def _write_zarr_specialities(write):
    """Forms that are legal and rarer."""
    values = hard_values("uint16", (6, 8))
    write("big_endian", values, chunks=(4, 4), serializer=BytesCodec(endian="big"), compressors=None)
    keys = {"name": "v2", "separator": "."}
    write("keys_v2_dot", values, chunks=(4, 4), chunk_key_encoding=keys)
    write("keys_default_dot", values, chunks=(4, 4), chunk_key_encoding={"name": "default", "separator": "."})
    write("scalar_keys_v2", hard_values("int32", ()), chunks=(), chunk_key_encoding=keys)
    sparse = np.full((6, 8), 9, np.uint16)
    sparse[5, 7] = 1
    write("missing_chunks", sparse, chunks=(2, 2), fill_value=9)
    write("missing_inner_chunks", sparse, chunks=(2, 2), shards=(4, 4), fill_value=9)
    shard = ShardingCodec(
        chunk_shape=(2, 2),
        codecs=[BytesCodec(), GzipCodec(level=1)],
        index_codecs=[BytesCodec(endian="big"), Crc32cCodec()],
        index_location="start",
    )
    write("index_at_start", sparse, chunks=(4, 4), serializer=shard, compressors=None, fill_value=9)
    inner = ShardingCodec(chunk_shape=(2, 2), codecs=[BytesCodec(), ZstdCodec()], index_codecs=[BytesCodec()])
    nested = ShardingCodec(chunk_shape=(4, 4), codecs=[inner], index_codecs=[BytesCodec(), Crc32cCodec()])
    write("nested_shards", values, chunks=(8, 8), serializer=nested, compressors=None)


def _zarr_type(values):
    return "string" if values.dtype.kind == "O" else values.dtype


def _zero(values):
    return "" if values.dtype.kind == "O" else values.dtype.type(0)


def _zarr_options(chain, transposed, shape, chunks, shards):
    compressors = {
        "none": None,
        "gzip": [GzipCodec(level=6)],
        "zstd": [ZstdCodec(level=3)],
        "zstd_crc32c": [ZstdCodec(level=3), Crc32cCodec()],
        "sharded": [ZstdCodec(level=3)],
    }[chain]
    options = {"chunks": chunks, "compressors": compressors}
    if chain == "sharded":
        options["shards"] = shards
    if transposed:
        options["filters"] = [TransposeCodec(order=ORDER)]
    return options


def write_with_tensorstore(root):
    """A directory of arrays that are no members of a group, written by tensorstore."""
    written = {}

    def write(name, values, chunks, codecs, fill_value=None, **metadata):
        specification = {
            "driver": "zarr3",
            "kvstore": {"driver": "file", "path": f"{root / name}/"},
            "metadata": {
                "shape": list(values.shape),
                "data_type": values.dtype.name,
                "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": list(chunks)}},
                "codecs": codecs,
                **({} if fill_value is None else {"fill_value": fill_value}),
                **metadata,
            },
        }
        tensorstore.open(specification, create=True).result().write(values).result()
        written[name] = values

    for data_type in CORE:
        values = hard_values(data_type, SHAPE)
        for chain in CHAINS:
            for transposed in (False, True):
                name = f"{data_type}_{chain}_{'t' if transposed else 'c'}"
                chunks = SHARDS if chain == "sharded" else CHUNKS
                write(name, values, chunks, chain_documents(chain, transposed, CHUNKS))
        for name, (shape, chunks) in AWKWARD.items():
            write(f"{data_type}_{name}", hard_values(data_type, shape), chunks, chain_documents("zstd", False, chunks))
    _write_tensorstore_specialities(write)
    for name, values in written.items():
        assert_same_bits(read_with_tensorstore(root / name), values, f"tensorstore reads back {name}")
    return written


def _write_tensorstore_specialities(write):
    little = {"name": "bytes", "configuration": {"endian": "little"}}
    big = {"name": "bytes", "configuration": {"endian": "big"}}
    values = hard_values("float32", (6, 8))
    write("big_endian", values, (4, 4), [big, {"name": "crc32c"}])
    write("keys_v2_slash", values, (4, 4), [little], chunk_key_encoding={"name": "v2", "configuration": {"separator": "/"}})
    write("keys_default_without_configuration", values, (4, 4), [little], chunk_key_encoding={"name": "default"})
    with_payload = np.full((6, 8), 0x7FC00123, np.uint32).view(np.float32)
    with_payload[0, 0] = 1.0
    write("missing_chunks_nan_payload", with_payload, (2, 2), [little], fill_value="0x7fc00123")
    index = [big]
    shard = {"chunk_shape": [2, 4], "codecs": [little], "index_codecs": index, "index_location": "start"}
    write("index_at_start", with_payload, (4, 8), [{"name": "sharding_indexed", "configuration": shard}], fill_value="0x7fc00123")
    # The inner chunk shape is in the coordinates that the transposition leaves: (z, x, y) here.
    cube = hard_values("int16", (4, 6, 8))
    shard = {"chunk_shape": [2, 4, 3], "codecs": [little], "index_codecs": [little, {"name": "crc32c"}]}
    codecs = [{"name": "transpose", "configuration": {"order": [0, 2, 1]}}, {"name": "sharding_indexed", "configuration": shard}]
    write("transposed_shards", cube, (4, 6, 8), codecs)


def chain_documents(chain, transposed, inner_chunks):
    """A chain of codecs as it stands in zarr.json."""
    first = [{"name": "transpose", "configuration": {"order": list(ORDER)}}] if transposed else []
    codecs = [*first, {"name": "bytes", "configuration": {"endian": "little"}}]
    if chain != "sharded":
        return codecs + BYTES_TO_BYTES[chain]
    little = {"name": "bytes", "configuration": {"endian": "little"}}
    configuration = {
        "chunk_shape": list(inner_chunks),
        "codecs": codecs + BYTES_TO_BYTES["zstd"],
        "index_codecs": [little, {"name": "crc32c"}],
    }
    return [{"name": "sharding_indexed", "configuration": configuration}]
