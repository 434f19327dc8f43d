"""Values that are hard to keep, and the two spellings in which Espalier shows values.

Bits decide everywhere: a NaN equals a NaN only with the same payload, and -0.0 is not 0.0.
"""

import hashlib
import struct

import numpy as np

INTEGERS = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
FLOATS = ("float16", "float32", "float64")
COMPLEX = ("complex64", "complex128")
CORE = ("bool", *INTEGERS, *FLOATS, *COMPLEX)

# Quiet NaN; NaN with a payload; negative NaN with a payload; infinities; zeros; the smallest subnormal; largest finite.
_FLOAT_BITS = {
    "float16": (0x7E00, 0x7E2A, 0xFE01, 0x7C00, 0xFC00, 0x0000, 0x8000, 0x0001, 0x7BFF, 0x3555),
    "float32": (
        0x7FC00000, 0x7FC00123, 0xFFC0BEEF, 0x7F800000, 0xFF800000, 0x00000000, 0x80000000,
        0x00000001, 0x7F7FFFFF, 0x3DCCCCCD,
    ),
    "float64": (
        0x7FF8000000000000, 0x7FF8000000000123, 0xFFF80000DEADBEEF, 0x7FF0000000000000, 0xFFF0000000000000,
        0x0000000000000000, 0x8000000000000000, 0x0000000000000001, 0x7FEFFFFFFFFFFFFF, 0x3FB999999999999A,
    ),
}  # fmt: skip
_BITS_TYPE = {2: np.uint16, 4: np.uint32, 8: np.uint64}
_PART = {"complex64": "float32", "complex128": "float64"}

WORDS = ("", "a", "Zelle", "größer", "日本語", "🔬", "line\nbreak", 'a "quoted" word', "\x01", "x" * 300)


def extremes(data_type):
    """The values of a core data type that go wrong first."""
    if data_type == "bool":
        return np.array([True, False, False])
    if data_type in INTEGERS:
        limits = np.iinfo(data_type)
        middle = [limits.min // 3, 0, 1, 77, limits.max // 3]
        return np.array([limits.min, limits.max, limits.max - 1, *middle], data_type)
    if data_type in FLOATS:
        bits = _FLOAT_BITS[data_type]
        width = np.dtype(data_type).itemsize
        return np.array(bits, _BITS_TYPE[width]).view(data_type)
    part = extremes(_PART[data_type])
    pairs = np.stack([part, np.roll(part, 3)], axis=-1)
    return np.ascontiguousarray(pairs).view(data_type).reshape(-1)


def hard_values(data_type, shape):
    """An array of the shape in which the extremes recur, no two rows alike."""
    count = int(np.prod(shape, dtype=np.int64))
    if data_type == "string":
        pool = np.array(WORDS, dtype=object)
    else:
        pool = extremes(data_type)
    # A stride without a common factor with the pool's length visits every value and shifts from row to row.
    picked = pool[(np.arange(count) * 7 + np.arange(count) // 5) % len(pool)]
    return picked.reshape(shape)


def little_endian_bytes(array):
    """Little-endian C-order bytes; strings as `vlen-utf8` encodes them."""
    array = np.asarray(array)
    if array.dtype.kind in "OTU":
        texts = [str(text).encode("utf-8") for text in array.reshape(-1)]
        return struct.pack("<I", len(texts)) + b"".join(struct.pack("<I", len(t)) + t for t in texts)
    return array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes(order="C")


def sha256(array):
    return hashlib.sha256(little_endian_bytes(array)).hexdigest()


def assert_same_bits(found, expected, where):
    """Same type, shape and bits; the message names the first place where they part."""
    found, expected = np.asarray(found), np.asarray(expected)
    assert found.shape == expected.shape, f"{where}: shape {found.shape}, expected {expected.shape}"
    if expected.dtype.kind in "OTU":
        assert [str(t) for t in found.reshape(-1)] == [str(t) for t in expected.reshape(-1)], where
        return
    found = found.astype(found.dtype.newbyteorder("="), copy=False)
    expected = expected.astype(expected.dtype.newbyteorder("="), copy=False)
    assert found.dtype == expected.dtype, f"{where}: type {found.dtype}, expected {expected.dtype}"
    if found.tobytes() == expected.tobytes():
        return
    size = expected.dtype.itemsize
    left = np.frombuffer(found.tobytes(), f"V{size}")
    right = np.frombuffer(expected.tobytes(), f"V{size}")
    first = next(i for i in range(len(left)) if left[i].tobytes() != right[i].tobytes())
    position = tuple(int(i) for i in np.unravel_index(first, expected.shape)) if expected.shape else ()
    raise AssertionError(
        f"{where}: at {position} found {left[first].tobytes().hex()}, expected {right[first].tobytes().hex()}"
    )


def from_fill_form(value, data_type):
    """The element that the Zarr v3 specification's JSON form of a fill value stands for; an exact inverse."""
    if data_type == "bool":
        assert value is True or value is False, value
        return np.bool_(value)
    if data_type in INTEGERS:
        assert value.is_integer(), f"{value} is no integer"
        limits = np.iinfo(data_type)
        assert limits.min <= int(value) <= limits.max, f"{value} does not fit {data_type}"
        return np.array(int(value), data_type)[()]
    if data_type in FLOATS:
        return _float_from_fill_form(value, data_type)
    if data_type in COMPLEX:
        real, imaginary = (_float_from_fill_form(part, _PART[data_type]) for part in value)
        return np.array([real, imaginary]).view(data_type)[0]
    assert data_type == "string" and type(value) is str, (value, data_type)
    return value


def _float_from_fill_form(value, data_type):
    # A number comes as launcher.Number, which is a str too: ask for the plain class.
    if type(value) is str:
        bits_type = _BITS_TYPE[np.dtype(data_type).itemsize]
        named = {"NaN": _FLOAT_BITS[data_type][0], "Infinity": _FLOAT_BITS[data_type][3]}
        named["-Infinity"] = _FLOAT_BITS[data_type][4]
        if value in named:
            return np.array(named[value], bits_type).view(data_type)[()]
        assert value.startswith("0x") and len(value) == 2 + 2 * np.dtype(data_type).itemsize, value
        return np.array(int(value, 16), bits_type).view(data_type)[()]
    return np.array(float(value), data_type)[()]


def decode_fill_forms(forms, data_type, shape):
    """An array from a flat list of fill-value forms in C order."""
    if data_type == "string":
        return np.array([from_fill_form(f, data_type) for f in forms], dtype=object).reshape(shape)
    return np.array([from_fill_form(f, data_type) for f in forms], dtype=data_type).reshape(shape)
