"""The cells of the matrix: every data type with every chain of codecs, and values for them.

An array is told in bytes: the little-endian bytes of its elements in C order, or a list of bytes where elements have
lengths of their own. So no library is needed to say what is right, not even numpy.
"""

import base64
import hashlib
import itertools
import json
import struct
from dataclasses import dataclass, field
from pathlib import Path

SHAPE = (7, 6)
CHUNKS = (4, 6)
INNER = (2, 3)
COUNT = 42


@dataclass(frozen=True)
class Type:
    """A data type: how a document spells it, the bytes of one number in it, and what zero is."""

    name: str
    spelling: object
    number: int
    size: int
    zero: object
    group: str
    numpy: str = ""
    pool: tuple = field(default=(), compare=False, hash=False)

    @property
    def variable(self):
        return self.size == 0


def _numbers():
    for sign, bits in itertools.product(("int", "uint"), (8, 16, 32, 64)):
        size = bits // 8
        pool = [bytes(size), b"\x01" + bytes(size - 1), b"\xff" * size, b"\xff" * (size - 1) + b"\x7f", bytes(range(7, 7 + size))]
        yield Type(f"{sign}{bits}", f"{sign}{bits}", size, size, 0, sign, f"<{sign[0]}{size}", tuple(pool))
    yield Type("bool", "bool", 1, 1, False, "bool", "?", (b"\0", b"\1"))
    floats = {
        "float16": [0, 0x8000, 0x7E00, 0x7E2A, 0xFE01, 0x7C00, 0xFC00, 1, 0x7BFF, 0x3555],
        "float32": [0, 0x80000000, 0x7FC00000, 0x7FC00123, 0xFFC0BEEF, 0x7F800000, 1, 0x3DCCCCCD],
        "float64": [0, 1 << 63, 0x7FF8 << 48, (0x7FF8 << 48) + 0x123, 0x7FF0 << 48, 1, 0x3FB999999999999A],
    }
    for name, bits in floats.items():
        size = int(name[5:]) // 8
        pool = tuple(b.to_bytes(size, "little") for b in bits)
        yield Type(name, name, size, size, 0.0, "float", f"<f{size}", pool)
        if size > 2:
            pairs = tuple(a + b for a, b in zip(pool, pool[3:] + pool[:3]))
            yield Type(f"complex{16 * size}", f"complex{16 * size}", size, 2 * size, [0.0, 0.0], "complex", f"<c{2 * size}", pairs)


def _narrow():
    for sign, bits in itertools.product(("int", "uint"), (2, 4)):
        low = -(2 ** (bits - 1)) if sign == "int" else 0
        pool = tuple(((low + i) & 0xFF).to_bytes(1, "little") for i in range(2**bits))
        yield Type(f"{sign}{bits}", f"{sign}{bits}", 1, 1, 0, "narrow integers", f"{sign}{bits}", pool)
    halves = tuple(b.to_bytes(2, "little") for b in (0, 0x8000, 0x7FC0, 0x7FC1, 0xFFC3, 0x7F80, 1, 0x3DCD))
    yield Type("bfloat16", "bfloat16", 2, 2, 0.0, "narrow floats", "bfloat16", halves)
    for name, bits in {
        "float4_e2m1fn": 4, "float6_e2m3fn": 6, "float6_e3m2fn": 6, "float8_e3m4": 8, "float8_e4m3": 8, "float8_e5m2": 8,
        "float8_e4m3b11fnuz": 8, "float8_e4m3fnuz": 8, "float8_e5m2fnuz": 8, "float8_e8m0fnu": 8,
    }.items():  # fmt: skip
        # e8m0fnu has no zero: its smallest number stands in.
        zero = 2.0**-127 if name == "float8_e8m0fnu" else 0.0
        pool = tuple(bytes([i * 37 % 2**bits]) for i in range(40))
        yield Type(name, name, 1, 1, zero, "narrow floats", name, pool)
        pairs = tuple(a + b for a, b in zip(pool, pool[1:]))
        if name != "float8_e8m0fnu":
            yield Type(f"complex_{name}", f"complex_{name}", 1, 2, [zero, zero], "narrow floats", "", pairs)
    pairs = tuple(a + b for a, b in zip(halves, halves[1:]))
    yield Type("complex_bfloat16", "complex_bfloat16", 2, 4, [0.0, 0.0], "narrow floats", "", pairs)
    yield Type("complex_float16", "complex_float16", 2, 4, [0.0, 0.0], "narrow floats", "", pairs)


def _base64(data):
    return base64.b64encode(data).decode()


def _others():
    words = ["", "a", "größer", "日本", "🔬 x", "\x01", "x" * 12]
    yield Type("string", "string", 1, 0, "", "string", "T", tuple(w.encode() for w in words))
    blobs = (b"", b"ab", b"\x00\xff", b"x" * 30)
    yield Type("bytes", "bytes", 1, 0, "", "bytes", "O", blobs)
    yield Type("variable_length_bytes", "variable_length_bytes", 1, 0, "", "bytes", "O", blobs)
    texts = tuple(w[:6].encode("utf-32-le").ljust(24, b"\0") for w in words)
    yield Type("fixed_length_utf32", _configured("fixed_length_utf32", length_bytes=24), 4, 24, "", "fixed text", "<U6", texts)
    short = tuple(b[:5].ljust(5, b"\0") for b in (b"ab", b"", b"\xff", b"abcde"))
    spelling = _configured("null_terminated_bytes", length_bytes=5)
    yield Type("null_terminated_bytes", spelling, 1, 5, _base64(b""), "fixed text", "S5", short)
    raw = (b"abc", bytes(3), b"\xff\0\x01")
    yield Type("raw_bytes", _configured("raw_bytes", length_bytes=3), 1, 3, _base64(bytes(3)), "raw", "V3", raw)
    yield Type("r24", "r24", 1, 3, [0, 0, 0], "raw", "V3", raw)
    moments = tuple(struct.pack("<q", n) for n in (0, -1, 10**15, -(2**63), 7))
    for name, letter in {"numpy.datetime64": "M", "numpy.timedelta64": "m"}.items():
        spelling = _configured(name, unit="us", scale_factor=10)
        yield Type(name, spelling, 8, 8, 0, "time", f"<{letter}8[10us]", moments)
    records = tuple(struct.pack("<iBd", *row) for row in ((1, 2, 0.5), (-2, 0, -0.25), (3, 9, float("nan"))))
    fields = [("id", "int32"), ("flag", "uint8"), ("v", "float64")]
    named = [{"name": name, "data_type": kind} for name, kind in fields]
    numpy = "i4,u1,f8"
    yield Type("struct", _configured("struct", fields=named), 8, 13, {"id": 0, "flag": 0, "v": 0.0}, "struct", numpy, records)
    legacy = _configured("structured", fields=[list(f) for f in fields])
    yield Type("structured", legacy, 8, 13, _base64(bytes(13)), "struct", numpy, records)


def _configured(name, **configuration):
    return {"name": name, "configuration": configuration}


TYPES = tuple(itertools.chain(_numbers(), _narrow(), _others()))
_INTEGERS = tuple(t.name for t in TYPES if t.group in ("int", "uint"))
_REALS = ("float32", "float64")


def hard_values(kind):
    """The elements that go wrong first, in changing order."""
    picked = [kind.pool[(i * 7 + i // 5) % len(kind.pool)] for i in range(COUNT)]
    return picked if kind.variable else b"".join(picked)


def tame_values(kind):
    """Small whole numbers, which survive codecs that compute."""
    form = {"int": {1: "b", 2: "h", 4: "i", 8: "q"}, "uint": {1: "B", 2: "H", 4: "I", 8: "Q"}, "float": {2: "e", 4: "f", 8: "d"}}
    if kind.group not in form:
        return hard_values(kind)
    return b"".join(struct.pack("<" + form[kind.group][kind.size], i * 5 % 60) for i in range(COUNT))


def _endian(kind, order="little"):
    return {"name": "bytes"} if kind.number == 1 else _configured("bytes", endian=order)


def serializer(kind, order="little"):
    if kind.variable:
        return {"name": "vlen-utf8" if kind.name == "string" else "vlen-bytes", "configuration": {}}
    return _endian(kind, order)


def _blosc(kind, cname, shuffle):
    return _configured("blosc", cname=cname, clevel=5, shuffle=shuffle, typesize=max(1, kind.size), blocksize=0)


_ZSTD = _configured("zstd", level=3, checksum=False)
_GZIP = _configured("gzip", level=6)
_CRC = {"name": "crc32c"}
_INDEX = [_configured("bytes", endian="little"), _CRC]


def _shard(codecs, inner=INNER, index=None, **more):
    return _configured("sharding_indexed", chunk_shape=list(inner), codecs=codecs, index_codecs=index or _INDEX, **more)


def _compressed(*codecs):
    return lambda kind: [serializer(kind), *codecs]


def _numcodec(name, **configuration):
    return _compressed({"name": f"numcodecs.{name}", "configuration": configuration})


def _computing(name, kinds, configure):
    def chain(kind):
        if kind.name not in kinds:
            return None
        # What is computed may have other numbers than the array.
        return [{"name": name, "configuration": configure(kind)}, _configured("bytes", endian="little")]

    return chain


def _fixed(codec):
    return lambda kind: None if kind.variable else [codec]


CHAINS = {
    "none": _compressed(),
    "big-endian": lambda k: None if k.variable or k.number == 1 else [serializer(k, "big")],
    "gzip": _compressed(_GZIP),
    "zstd": _compressed(_ZSTD),
    "zstd with checksum": _compressed(_configured("zstd", level=-5, checksum=True)),
    "crc32c": _compressed(_CRC),
    "gzip, crc32c": _compressed(_GZIP, _CRC),
    "blosc lz4, shuffle": lambda k: [serializer(k), _blosc(k, "lz4", "shuffle")],
    "blosc zstd, bitshuffle": lambda k: [serializer(k), _blosc(k, "zstd", "bitshuffle")],
    "blosc blosclz": lambda k: [serializer(k), _blosc(k, "blosclz", "noshuffle")],
    "blosc lz4hc, shuffle": lambda k: [serializer(k), _blosc(k, "lz4hc", "shuffle")],
    "blosc zlib, shuffle": lambda k: [serializer(k), _blosc(k, "zlib", "shuffle")],
    "transpose, zstd": lambda k: [_configured("transpose", order=[1, 0]), serializer(k), _ZSTD],
    "sharding": lambda k: [_shard([serializer(k), _ZSTD])],
    "sharding, index first, big-endian, unchecked": lambda k: [
        _shard([serializer(k)], index=[_configured("bytes", endian="big")], index_location="start")
    ],
    "sharding of transposed chunks": lambda k: [_shard([_configured("transpose", order=[1, 0]), serializer(k), _CRC])],
    "transpose, sharding": lambda k: [_configured("transpose", order=[1, 0]), _shard([serializer(k)], (2, 2))],
    "nested sharding": lambda k: [_shard([_shard([serializer(k)], (2, 3))], (4, 3))],
    "sharding, gzip": lambda k: [_shard([serializer(k)]), _GZIP],
    "numcodecs.zlib": _numcodec("zlib", level=5),
    "numcodecs.gzip": _numcodec("gzip", level=5),
    "numcodecs.zstd": _numcodec("zstd", level=3),
    "numcodecs.bz2": _numcodec("bz2", level=5),
    "numcodecs.lzma": _numcodec("lzma", format=1, check=-1, preset=1, filters=None),
    "numcodecs.lz4": _numcodec("lz4", acceleration=1),
    "numcodecs.blosc": _numcodec("blosc", cname="lz4", clevel=5, shuffle=1, blocksize=0),
    "numcodecs.shuffle": lambda k: [serializer(k), _configured("numcodecs.shuffle", elementsize=max(1, k.size))],
    "numcodecs.crc32": _numcodec("crc32"),
    "numcodecs.crc32c": _numcodec("crc32c"),
    "numcodecs.adler32": _numcodec("adler32"),
    "numcodecs.fletcher32": _numcodec("fletcher32"),
    "packbits": _fixed({"name": "packbits", "configuration": {}}),
    "reshape": lambda k: [_configured("reshape", shape=[24]), serializer(k)],
    "scale_offset": _computing("scale_offset", _INTEGERS + _REALS, lambda k: {"scale": 2}),
    "cast_value": _computing(
        "cast_value", _INTEGERS + _REALS, lambda k: {"data_type": "float64" if k.group != "float" else "int16"}
    ),
    "bitround": _computing("bitround", _REALS, lambda k: {"keepbits": 10}),
    "numcodecs.bitround": _computing("numcodecs.bitround", _REALS, lambda k: {"keepbits": 10}),
    "numcodecs.delta": _computing("numcodecs.delta", _INTEGERS + _REALS, lambda k: {"dtype": v2(k)}),
    "numcodecs.fixedscaleoffset": _computing(
        "numcodecs.fixedscaleoffset", _REALS, lambda k: {"offset": 0, "scale": 10, "dtype": v2(k), "astype": "<i4"}
    ),
    "numcodecs.quantize": _computing("numcodecs.quantize", _REALS, lambda k: {"digits": 1, "dtype": v2(k)}),
    "numcodecs.astype": _computing(
        "numcodecs.astype", ("int32", "int64", *_REALS), lambda k: {"encode_dtype": "<i2", "decode_dtype": v2(k)}
    ),
    "numcodecs.packbits": _computing("numcodecs.packbits", ("bool",), lambda k: {}),
}  # fmt: skip
# Codecs that compute with elements lose what is not a small number.
_TAME = tuple(CHAINS)[tuple(CHAINS).index("scale_offset") :]


def v2(kind):
    return kind.numpy if kind.size > 1 else "|" + kind.numpy[-2:]


@dataclass(frozen=True)
class Cell:
    """One data type with one chain of codecs."""

    chain: str
    kind: Type

    @property
    def path(self):
        return f"{tuple(CHAINS).index(self.chain):02d}/{self.kind.name}"

    def values(self):
        return tame_values(self.kind) if self.chain in _TAME else hard_values(self.kind)

    def codecs(self):
        return CHAINS[self.chain](self.kind)

    def document(self):
        return array_document(self.kind, self.codecs())

    def declared(self):
        """The array as `espalier create` takes it."""
        document = self.document()
        del document["zarr_format"]
        return document


def cells():
    """All cells that make sense."""
    return [Cell(chain, kind) for chain in CHAINS for kind in TYPES if CHAINS[chain](kind) is not None]


def array_document(kind, codecs):
    return {
        "zarr_format": 3, "node_type": "array", "shape": list(SHAPE), "data_type": kind.spelling,
        "chunk_grid": _configured("regular", chunk_shape=list(CHUNKS)),
        "chunk_key_encoding": _configured("default", separator="/"),
        "fill_value": kind.zero, "codecs": codecs, "attributes": {},
    }  # fmt: skip


def encode_plainly(kind, values):
    """All elements as one chunk without any compression."""
    if not kind.variable:
        return values
    return struct.pack("<I", len(values)) + b"".join(struct.pack("<I", len(v)) + v for v in values)


def digest(kind, values):
    """What `espalier digest` prints for these values."""
    return hashlib.sha256(encode_plainly(kind, values)).hexdigest()


def write_document(directory: Path, document):
    directory.mkdir(parents=True, exist_ok=True)
    name = "zarr.json" if document["zarr_format"] == 3 else ".zarray"
    (directory / name).write_text(json.dumps(document), encoding="utf-8")


def write_groups(root: Path, wanted, version=3):
    """The groups that hold cells: one for each chain."""
    for directory in sorted({root, *((root / cell.path).parent for cell in wanted)}):
        if version == 3:
            write_document(directory, {"zarr_format": 3, "node_type": "group", "attributes": {}})
        else:
            directory.mkdir(parents=True, exist_ok=True)
            (directory / ".zgroup").write_text(json.dumps({"zarr_format": 2}), encoding="utf-8")


def write_plainly(root: Path, wanted):
    """The values of cells, without any library: one chunk each, as the specification lays it out."""
    write_groups(root, wanted)
    for cell in wanted:
        document = array_document(cell.kind, [serializer(cell.kind)])
        document["chunk_grid"] = _configured("regular", chunk_shape=list(SHAPE))
        write_document(root / cell.path, document)
        chunk = root / cell.path / "c" / "0" / "0"
        chunk.parent.mkdir(parents=True)
        chunk.write_bytes(encode_plainly(cell.kind, cell.values()))
