"""Writes the hierarchies of this directory with zarr-python, and the values that it reads from them.

    python io-zarr/src/test/selection/make_selection.py

The versions are those of interop/requirements.txt; interop/.venv has them. Everything is seeded, so that a second run
writes the same bytes, but for the times in the headers of gzip.
"""

import base64
import hashlib
import json
import shutil
import warnings
from pathlib import Path

import numcodecs
import numpy as np
import zarr
from zarr import codecs
from zarr.codecs import numcodecs as registered

HERE = Path(__file__).resolve().parent
SHAPE, CHUNKS = (5, 7), (5, 4)
CORE = ["bool", *(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))]
CORE += ["float16", "float32", "float64", "complex64", "complex128"]
ZSTD = [codecs.ZstdCodec(level=3)]


def hard_values(data_type, shape=SHAPE):
    """Any bits, among them NaNs with payloads, and zeros."""
    rng = np.random.default_rng(sum(map(ord, data_type)) + 7 * len(shape))
    count = int(np.prod(shape))
    if data_type == "bool":
        return rng.integers(0, 2, count).astype(bool).reshape(shape)
    values = np.frombuffer(rng.bytes(count * np.dtype(data_type).itemsize), data_type).copy()
    values[:: max(1, count // 5)] = 0
    return values.reshape(shape)


def tame_values(data_type, shape=SHAPE):
    """Small numbers, for codecs that compute."""
    return (np.arange(int(np.prod(shape))) * 3 % 97).astype(data_type).reshape(shape)


class Selection:
    """One hierarchy of one version of the format."""

    def __init__(self, name, version):
        self.name, self.version = name, version
        root = HERE / name
        shutil.rmtree(root, ignore_errors=True)
        self.group = zarr.open_group(root, mode="w", zarr_format=version)
        self.group.attrs.update({"big": 2**53 + 1, "nested": {"z": 1.0, "a": [None, True]}, "text": "größer 🔬"})

    def write(self, name, values, **options):
        values = np.asarray(values)
        options = {"chunks": CHUNKS, "shape": values.shape, "dtype": values.dtype, **options}
        if self.version == 2 and "filters" not in options:
            options["filters"] = None
        array = self.group.create_array(name, **options)
        if values.size:
            array[...] = values
        return array


def write_v3():
    selection = Selection("v3", 3)
    write = selection.write
    for data_type in CORE:
        write(f"type_{data_type}", hard_values(data_type), compressors=ZSTD)
    values = hard_values("int16")
    chains = {
        "none": dict(compressors=None),
        "gzip": dict(compressors=[codecs.GzipCodec(level=6)]),
        "crc32c": dict(compressors=[codecs.Crc32cCodec()]),
        "zstd_checksum": dict(compressors=[codecs.ZstdCodec(level=-5, checksum=True)]),
        "gzip_crc32c": dict(compressors=[codecs.GzipCodec(level=1), codecs.Crc32cCodec()]),
        "big_endian": dict(compressors=None, serializer=codecs.BytesCodec(endian="big")),
        "transpose": dict(compressors=ZSTD, filters=[codecs.TransposeCodec(order=(1, 0))]),
    }
    for cname in ("lz4", "lz4hc", "blosclz", "zstd", "zlib"):
        for shuffle in ("noshuffle", "shuffle", "bitshuffle"):
            chains[f"blosc_{cname}_{shuffle}"] = dict(
                compressors=[codecs.BloscCodec(cname=cname, clevel=5, shuffle=shuffle, typesize=2)]
            )
    for name, options in chains.items():
        write(f"codec_{name}", values, **options)
    cube = hard_values("uint32", (4, 6, 8))
    order = [codecs.TransposeCodec(order=(2, 0, 1))]
    write("codec_transpose_201", cube, chunks=(2, 4, 3), filters=order, compressors=ZSTD)
    write_shards(write)
    write_numcodecs(write)
    write_forms(selection)
    write_texts_and_structures(write)
    child = selection.group.create_group("Sub")
    child.create_group("ünder")
    child.create_array("x", data=np.arange(3, dtype="u1"), compressors=None)
    zarr.consolidate_metadata(HERE / "v3", zarr_format=3)


def write_shards(write):
    values = hard_values("uint16", (9, 10))
    sparse = np.full((9, 10), 7, "uint16")
    sparse[0, 0] = 1

    def shard(**options):
        defaults = dict(chunk_shape=(2, 3), codecs=[codecs.BytesCodec(), *ZSTD])
        return codecs.ShardingCodec(**{**defaults, **options})

    plain = [codecs.BytesCodec(endian="big")]
    inner = shard(index_codecs=plain, index_location="start")
    kinds = {
        "end": shard(),
        "start": shard(index_location="start"),
        "index_without_checksum": shard(index_codecs=plain),
        "transposed_inside": shard(codecs=[codecs.TransposeCodec(order=(1, 0)), codecs.BytesCodec(), codecs.Crc32cCodec()]),
        "nested": shard(chunk_shape=(4, 6), codecs=[inner]),
    }
    for name, serializer in kinds.items():
        write(f"shard_{name}", values, chunks=(4, 6), serializer=serializer, compressors=None)
        write(f"shard_{name}_sparse", sparse, chunks=(4, 6), serializer=serializer, compressors=None, fill_value=7)
    write("shard_then_gzip", values, chunks=(4, 6), serializer=shard(), compressors=[codecs.GzipCodec(level=5)])


def write_numcodecs(write):
    for name, codec in {
        "zlib": registered.Zlib(level=5), "gzip": registered.GZip(level=5), "bz2": registered.BZ2(level=5),
        "lzma": registered.LZMA(preset=1), "lz4": registered.LZ4(acceleration=1), "zstd": registered.Zstd(level=3),
        "blosc": registered.Blosc(cname="lz4", clevel=5, shuffle=1), "shuffle": registered.Shuffle(elementsize=2),
        "crc32": registered.CRC32(), "crc32c": registered.CRC32C(), "adler32": registered.Adler32(),
        "fletcher32": registered.Fletcher32(),
    }.items():  # fmt: skip
        write(f"numcodecs_{name}", hard_values("int16"), compressors=[codec])
    for name, (data_type, codec) in {
        "delta": ("int32", registered.Delta(dtype="<i4")),
        "delta_astype": ("int32", registered.Delta(dtype="<i4", astype="<i8")),
        "fixedscaleoffset": ("float64", registered.FixedScaleOffset(offset=1, scale=10, dtype="<f8", astype="<i2")),
        "quantize": ("float32", registered.Quantize(digits=2, dtype="<f4")),
        "bitround": ("float32", registered.BitRound(keepbits=5)),
        "packbits": ("bool", registered.PackBits()),
        "astype": ("int32", registered.AsType(encode_dtype="<i2", decode_dtype="<i4")),
    }.items():
        write(f"numcodecs_{name}", tame_values(data_type), filters=[codec], compressors=None)


def write_forms(selection):
    write, root = selection.write, HERE / "v3"
    keys = {"name": "v2", "separator": "."}
    values = hard_values("int16")
    write("keys_v2", values, chunk_key_encoding=keys, compressors=None)
    write("keys_v2_slash", values, chunk_key_encoding={**keys, "separator": "/"}, compressors=None)
    write("keys_dot", values, chunk_key_encoding={"name": "default", "separator": "."}, compressors=None)
    write("scalar", np.float64(2.5), chunks=(), compressors=None)
    write("scalar_keys_v2", np.float64(2.5), chunks=(), chunk_key_encoding=keys, compressors=None)
    write("zero_length", np.zeros((0, 3), "int16"), chunks=(2, 2), compressors=None)
    write("chunk_exceeds_shape", values, chunks=(10, 16), compressors=None)
    write("names", values, dimension_names=["y", None], attributes={"a": [1, 1.0, "é"]}, compressors=None)
    for name, (data_type, fill) in {
        "nan_payload": ("float32", np.uint32(0x7FC00123).view("float32")),
        "minus_zero": ("float64", -0.0), "infinity": ("float16", -np.inf), "int64": ("int64", -(2**63)),
        "uint64": ("uint64", 2**64 - 1), "complex": ("complex64", complex(1.5, -0.0)), "true": ("bool", True),
    }.items():  # fmt: skip
        array = selection.group.create_array(
            f"fill_{name}", shape=SHAPE, chunks=CHUNKS, dtype=data_type, fill_value=fill, compressors=None
        )
        array[0, 0] = np.zeros((), data_type)
    # Forms that zarr-python reads and does not write.
    respell(root / "keys_dot", lambda d: d.pop("storage_transformers", None))
    respell(root / "type_uint8", lambda d: d.update(codecs=[{"name": "bytes"}, d["codecs"][1]]))
    payload = {"fill_value": "0x7fc00123"}
    respell(root / "fill_nan_payload", lambda d: d.update(payload))
    unknown = {"somebody:else": {"must_understand": False, "n": 1.50}}
    respell(root / "scalar", lambda d: d.update(unknown))


def respell(array, change):
    file = array / "zarr.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    change(document)
    file.write_text(json.dumps(document, indent=2), encoding="utf-8")


def texts():
    return np.array(["", "a", "größer", "日本🎉", "x" * 40, "\x01"] * 2, dtype=np.dtypes.StringDType())


def records():
    fields = [("id", "<i4"), ("flag", "u1"), ("v", "<f8")]
    return np.array([(1, 2, 0.5), (-2, 0, -0.25), (3, 9, np.nan)], dtype=fields)


def write_texts_and_structures(write):
    options = dict(chunks=(5,), compressors=ZSTD)
    write("string", texts(), fill_value="größer", **options)
    write("unicode", texts().astype("<U8"), **options)
    write("byte_string", np.array([b"ab", b"", b"xyz\x00q", b"\xff"]), **options)
    write("void", np.array([b"abc", b"xyz"], dtype="V3"), **options)
    write("struct", records(), chunks=(2,), compressors=None)
    days = np.array([0, -1, 10**6, np.iinfo("int64").min], dtype="int64")
    blobs = np.array([b"", b"ab", b"\x00\xff", b"x" * 30], dtype=object)
    write("bytes", blobs, **{**options, "dtype": zarr.dtype.VariableLengthBytes()})
    write("datetime", days.view("M8[10us]"), **options)
    write("timedelta", days.view("m8[h]"), **options)


def write_v2():
    selection = Selection("v2", 2)
    write = selection.write
    for data_type in CORE:
        write(f"type_{data_type}", hard_values(data_type), compressors=numcodecs.Zstd(level=3))
    big = hard_values("int16").astype(">i2")
    write("big_endian", big, compressors=None)
    write("order_f", hard_values("int32", (3, 4, 5)), chunks=(2, 3, 4), order="F", compressors=numcodecs.Zlib(level=1))
    write("order_f_big_endian", hard_values("float32").astype(">f4"), order="F", compressors=None)
    write("keys_slash", big, chunk_key_encoding={"name": "v2", "separator": "/"}, compressors=None)
    write("scalar", np.float64(2.5), chunks=(), compressors=None)
    write("zero_length", np.zeros((0, 3), "int16"), chunks=(2, 2), compressors=None)
    for name, codec in {
        "zlib": numcodecs.Zlib(level=5), "gzip": numcodecs.GZip(level=5), "bz2": numcodecs.BZ2(level=5),
        "lzma": numcodecs.LZMA(preset=1), "lz4": numcodecs.LZ4(acceleration=1), "zstd": numcodecs.Zstd(level=1),
        **{f"blosc_{c}_{s}": numcodecs.Blosc(cname=c, clevel=5, shuffle=s)
           for c in ("lz4", "zstd", "zlib", "blosclz", "lz4hc") for s in (-1, 0, 2)},
    }.items():  # fmt: skip
        write(f"compressor_{name}", hard_values("int16"), compressors=codec)
    for name, (data_type, codec) in {
        "delta": ("int32", numcodecs.Delta(dtype="<i4")),
        "delta_astype": ("int32", numcodecs.Delta(dtype="<i4", astype="<i8")),
        "fixedscaleoffset": ("float64", numcodecs.FixedScaleOffset(offset=1, scale=10, dtype="<f8", astype="<i2")),
        "quantize": ("float32", numcodecs.Quantize(digits=2, dtype="<f4")),
        "bitround": ("float32", numcodecs.BitRound(keepbits=5)),
        "packbits": ("bool", numcodecs.PackBits()),
        "astype": ("int32", numcodecs.AsType(encode_dtype="<i2", decode_dtype="<i4")),
        "shuffle": ("int32", numcodecs.Shuffle(elementsize=4)),
        "crc32": ("int32", numcodecs.CRC32()), "adler32": ("int32", numcodecs.Adler32()),
        "crc32c": ("int32", numcodecs.CRC32C()), "fletcher32": ("int32", numcodecs.Fletcher32()),
    }.items():  # fmt: skip
        write(f"filter_{name}", tame_values(data_type), filters=[codec], compressors=numcodecs.Zlib(level=1))
    strings = dict(chunks=(5,), compressors=None)
    write("vlen_utf8", texts(), **{**strings, "filters": [numcodecs.VLenUTF8()]})
    write("unicode_be", texts().astype("<U8").astype(">U8"), **strings)
    write("byte_string", np.array([b"ab", b"", b"xyz\x00q", b"\xff"]), **strings)
    write("void", np.array([b"abc", b"xyz"], dtype="V3"), **strings)
    write("struct", records(), chunks=(2,), compressors=None)
    write("datetime", np.array([0, 5, np.iinfo("int64").min], "int64").view("M8[D]"), **strings)
    write("fill_nan", hard_values("float32"), fill_value=np.nan, compressors=None)
    selection.group.create_array("fill_null", shape=(3,), chunks=(2,), dtype="int16", compressors=None)
    document = HERE / "v2" / "fill_null" / ".zarray"
    text = json.loads(document.read_text(encoding="utf-8"))
    document.write_text(json.dumps({**text, "fill_value": None}, indent=2), encoding="utf-8")
    selection.group.create_group("sub").create_array("x", data=np.arange(3, dtype="u1"), compressors=None)
    zarr.consolidate_metadata(HERE / "v2", zarr_format=2)


def expected_of(values):
    if values.dtype.kind == "M" or values.dtype.kind == "m":
        values = values.view("int64")
    found = {"shape": list(values.shape)}
    flat = values.reshape(-1)
    if values.dtype.kind == "O":
        return {**found, "values": [{"b64": base64.b64encode(blob).decode()} for blob in flat]}
    if values.dtype.kind in "TU":
        return {**found, "values": [str(text) for text in flat]}
    if values.dtype.kind in "SV":
        return {**found, "values": [{"b64": base64.b64encode(v.tobytes() if values.dtype.kind == "V" else bytes(v)).decode()} for v in flat]}
    little = values.astype(values.dtype.newbyteorder("<"))
    return {**found, "sha256_le_c": hashlib.sha256(little.tobytes(order="C")).hexdigest()}


def write_expected():
    arrays = {}
    for version in (2, 3):
        root = HERE / f"v{version}"
        name = ".zarray" if version == 2 else "zarr.json"
        for file in sorted(root.rglob(name)):
            if version == 3 and json.loads(file.read_text(encoding="utf-8"))["node_type"] == "group":
                continue
            path = file.parent.relative_to(HERE).as_posix()
            array = zarr.open_array(file.parent, mode="r", zarr_format=version)
            arrays[path] = {"format": version, **expected_of(np.asarray(array[...]))}
    text = json.dumps({"arrays": arrays}, indent=1, ensure_ascii=False, sort_keys=True)
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")
    print(len(arrays), "arrays,", sum(f.stat().st_size for f in HERE.rglob("*") if f.is_file()), "bytes")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    write_v3()
    write_v2()
    write_expected()
