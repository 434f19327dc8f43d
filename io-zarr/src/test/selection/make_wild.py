"""Writes what zarr-python 3.1.6 does not: forms that other libraries write, laid out by hand, with their values.

    python io-zarr/src/test/selection/make_wild.py

The directory is `wild`, the values are in `wild.expected.json`. Run `make_selection.py` for the others.
"""

import base64
import hashlib
import json
import shutil
import struct
import zlib
from pathlib import Path

import google_crc32c
import numcodecs
import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE / "wild"
EXPECTED = {}
LITTLE = {"name": "bytes", "configuration": {"endian": "little"}}
CRC = {"name": "crc32c"}


def configured(name, **configuration):
    return {"name": name, "configuration": configuration}


def write(name, data_type, codecs, chunks, values, shape=(4, 6), grid=(4, 6), fill=0, **more):
    """`values` are the little-endian bytes of all elements, or a list of texts or bytes."""
    if isinstance(grid, tuple):
        grid = configured("regular", chunk_shape=list(grid))
    document = {
        "zarr_format": 3, "node_type": "array", "shape": list(shape), "data_type": data_type, "chunk_grid": grid,
        "chunk_key_encoding": "default", "fill_value": fill, "codecs": codecs, **more,
    }  # fmt: skip
    directory = ROOT / name
    directory.mkdir(parents=True)
    (directory / "zarr.json").write_text(json.dumps(document, indent=1), encoding="utf-8")
    for key, data in chunks.items():
        file = directory / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    found = {"format": 3, "shape": list(shape)}
    if isinstance(values, bytes):
        found["sha256_le_c"] = hashlib.sha256(values).hexdigest()
    else:
        found["values"] = [v if isinstance(v, str) else {"b64": base64.b64encode(v).decode()} for v in values]
    EXPECTED[f"wild/{name}"] = found


def whole(name, data_type, codecs, encoded, values, **more):
    write(name, data_type, codecs, {"c/0/0": encoded}, values, **more)


def little(data_type):
    return np.arange(24, dtype=data_type).tobytes()


def vlen(parts):
    return struct.pack("<I", len(parts)) + b"".join(struct.pack("<I", len(p)) + p for p in parts)


def packed(numbers, bits):
    """The numbers one after the other, each with its lowest bit first, as `packbits` of Zarr v3 has them."""
    total = 0
    for i, number in enumerate(numbers):
        total |= (number & (2**bits - 1)) << (i * bits)
    return total.to_bytes((len(numbers) * bits + 7) // 8, "little")


def write_bytes_to_bytes():
    data = little("<u2")
    adler = struct.pack("<I", zlib.adler32(data)) + data
    whole("adler32_without_configuration", "uint16", [LITTLE, {"name": "numcodecs.adler32"}], adler, data)
    whole("shorthand", "uint16", [LITTLE, "crc32c"], data + struct.pack("<I", google_crc32c.value(data)), data)
    blosc = configured("blosc", cname="blosclz", clevel=5, shuffle="noshuffle", blocksize=0)
    encoded = bytes(numcodecs.Blosc("blosclz", 5, 0).encode(data))
    whole("blosc_without_typesize", "uint16", [LITTLE, blosc], encoded, data)
    odd = bytes(range(72))
    fletcher = bytes(numcodecs.Fletcher32().encode(odd))
    whole("fletcher32_of_raw_bits", "r24", ["bytes", {"name": "numcodecs.fletcher32"}], fletcher, odd, fill=[0, 0, 0])
    shuffled = bytes(numcodecs.Shuffle(3).encode(odd))
    codecs = ["bytes", configured("numcodecs.shuffle", elementsize=3)]
    whole("shuffle_of_raw_bits", "r24", codecs, shuffled, odd, fill=[0, 0, 0])


def write_types():
    texts = ["", "a", "größer", "日本"] * 6
    parts = [t.encode() for t in texts]
    for codec in ("vlen-bytes", "vlen-array", "zarrs.vlen_v2"):
        whole(f"string_as_{codec}", "string", [{"name": codec}], vlen(parts), texts, fill="")
    blobs = [bytes([i] * (i % 4)) for i in range(24)]
    whole("bytes", "bytes", [{"name": "vlen-bytes"}], vlen(blobs), blobs, fill="AQI=")
    whole("bytes_fill_as_list", "bytes", ["vlen-bytes"], vlen(blobs), blobs, fill=[1, 2])
    narrow = bytes(i % 4 - 2 & 0xFF for i in range(24))
    whole("int2", "int2", [LITTLE], narrow, narrow)
    whole("int2_packed", "int2", [{"name": "packbits"}], packed(narrow, 2), narrow)
    nibbles = bytes(i % 16 for i in range(24))
    whole("uint4_packed", "uint4", ["packbits"], packed(nibbles, 4), nibbles)
    truths = bytes(i % 3 == 0 for i in range(24))
    whole("bool_packed", "bool", [{"name": "packbits"}], packed(truths, 1), truths, fill=False)
    padded = configured("packbits", padding_encoding="first_byte")
    whole("bool_packed_and_padded", "bool", [padded], b"\0" + packed(truths, 1), truths, fill=False)
    halves = (np.arange(24, dtype="<f4") * 0.5).view("<u4") >> 16
    halves = halves.astype("<u2").tobytes()
    whole("bfloat16", "bfloat16", [LITTLE], halves, halves, fill="0x7fc1")
    complexes = (np.arange(24) * (0.5 + 0.25j)).astype("<c8").tobytes()
    whole("complex_float32", "complex_float32", [LITTLE], complexes, complexes, fill=[0.0, "NaN"])
    eights = bytes(range(24))
    whole("float8_e4m3", "float8_e4m3", [LITTLE], eights, eights, fill="NaN")
    fields = [{"name": "id", "data_type": "int16"}, {"name": "in", "data_type": configured("struct", fields=[{"name": "v", "data_type": "float32"}])}]
    records = b"".join(struct.pack(">hf", i, i / 2) for i in range(24))
    same = b"".join(struct.pack("<hf", i, i / 2) for i in range(24))
    big = configured("bytes", endian="big")
    whole("struct_big_endian", configured("struct", fields=fields), [big], records, same, fill={"id": 0, "in": {"v": "NaN"}})
    moments = configured("numpy.datetime64", unit="ns", scale_factor=1)
    whole("datetime_not_a_time", moments, [LITTLE], little("<i8"), little("<i8"), fill="NaT")
    utf32 = "".join(f"{i:<2}" for i in range(24)).replace(" ", "\0").encode("utf-32-le")
    whole("fixed_text_without_endian", configured("fixed_length_utf32", length_bytes=8), ["bytes"], utf32, utf32, fill="")


def write_array_to_array():
    data = little("<u1")
    nulls = {"rounding": "nearest-even", "out_of_range": None, "scalar_map": None}
    cast = configured("cast_value", data_type="uint16", **nulls)
    whole("cast_value_with_nulls", "uint8", [cast, LITTLE], little("<u2"), data)
    scaled = configured("scale_offset", offset=-1.0, scale=10.0)
    values = (np.arange(24, dtype="<f8") / 2).tobytes()
    stored = ((np.arange(24, dtype="<f8") / 2 + 1) * 10).tobytes()
    whole("scale_offset", "float64", [scaled, LITTLE], stored, values)
    delta = configured("numcodecs.delta", dtype="<i4", astype=None)
    stored = np.array([0] + [1] * 23, "<i4").tobytes()
    whole("delta_with_null", "int32", [delta, LITTLE], stored, little("<i4"))
    fixed = configured("numcodecs.fixedscaleoffset", offset=0.0, scale=1.0, dtype="<f4", astype=None)
    whole("fixedscaleoffset_with_null", "float32", [fixed, LITTLE], little("<f4"), little("<f4"))
    whole("bitround_beyond_the_bits", "uint8", [configured("bitround", keepbits=10), "bytes"], data, data)
    whole("reshape", "uint16", [configured("reshape", shape=[-1]), LITTLE], little("<u2"), little("<u2"))
    rows = {f"c/{row}/0": little("<u2")[12 * row : 12 * row + 12] for row in range(4)}
    write("squeeze", "uint16", [{"name": "zarrs.squeeze"}, LITTLE], rows, little("<u2"), grid=(1, 6))


def write_grids():
    values = np.arange(60, dtype="<u2").reshape(6, 10)
    grid = configured("rectilinear", kind="inline", chunk_shapes=[[2, 4], [[3, 2], 4]])
    edges = {(0, 0): (0, 2, 0, 3), (0, 1): (0, 2, 3, 6), (0, 2): (0, 2, 6, 10)}
    edges |= {(1, c): (2, 6, *cut[2:]) for (_, c), cut in list(edges.items())}
    chunks = {f"c/{r}/{c}": values[a:b, d:e].tobytes() for (r, c), (a, b, d, e) in edges.items()}
    write("rectilinear", "uint16", [LITTLE], chunks, values.tobytes(), (6, 10), grid)
    # Inner chunks that do not divide the shard: three of 5 in each shard of 12, the last one full as well.
    numbers = np.arange(23, dtype="<u2")
    padded = np.zeros(24, "<u2")
    padded[:23] = numbers
    shards = {}
    for i in range(2):
        shard = np.zeros(15, "<u2")
        shard[:12] = padded[12 * i : 12 * i + 12]
        index = b"".join(struct.pack("<QQ", 10 * k, 10) for k in range(3))
        shards[f"c/{i}"] = shard.tobytes() + index + struct.pack("<I", google_crc32c.value(index))
    inner = configured("sharding_indexed", chunk_shape=[5], codecs=[LITTLE], index_codecs=[LITTLE, CRC])
    write("shards_of_parts", "uint16", [inner], shards, numbers.tobytes(), (23,), (12,))


if __name__ == "__main__":
    shutil.rmtree(ROOT, ignore_errors=True)
    write_bytes_to_bytes()
    write_types()
    write_array_to_array()
    write_grids()
    text = json.dumps({"arrays": EXPECTED}, indent=1, ensure_ascii=False, sort_keys=True)
    (HERE / "wild.expected.json").write_text(text + "\n", encoding="utf-8")
    print(len(EXPECTED), "arrays")
