"""HDF5 files that look nothing like the sample: other names, types, layouts, filters.

Each maker returns {path of the dataset: the values that h5py reads back}, in the element types that Zarr has for them.
"""

import zlib

import h5py
import numpy as np

from values import CORE, WORDS, hard_values

TEXT = h5py.string_dtype()


def write_types(path):
    """Every core data type, both byte orders, contiguous and chunked with gzip and shuffle."""
    expected = {}
    with h5py.File(path, "w") as file:
        for data_type in CORE:
            values = hard_values(data_type, (7, 11))
            orders = "<" if np.dtype(data_type).itemsize == 1 else "<>"
            for order in orders:
                stored = values.astype(values.dtype.newbyteorder(order))
                side = "big" if order == ">" else "little"
                group = file.require_group(f"{data_type}/{side} endian")
                group.create_dataset("contiguous", data=stored)
                group.create_dataset("chunked", data=stored, chunks=(3, 4), compression="gzip", shuffle=True)
                for name in ("contiguous", "chunked"):
                    expected[f"{data_type}/{side} endian/{name}"] = values
    return expected


def write_shapes(path):
    expected = {}
    with h5py.File(path, "w") as file:

        def put(name, values, **options):
            file.create_dataset(name, data=values, **options)
            expected[name] = np.asarray(values)

        put("scalar", np.float64(-0.0))
        put("zero/rows", np.zeros((0, 3), np.int16))
        put("zero/everything", np.zeros((0,), np.uint8), maxshape=(None,), chunks=(16,))
        put("one", np.array([[[5]]], np.int8))
        put("chunk exceeds shape", hard_values("int32", (3, 2)), chunks=(10, 16), maxshape=(None, None))
        put("five", hard_values("uint16", (2, 3, 4, 3, 2)), chunks=(1, 2, 3, 2, 1), compression="gzip")
        put("checked", hard_values("int64", (9, 9)), chunks=(4, 4), fletcher32=True, compression="gzip")
        put("large", hard_values("float32", (700, 1100)))
    return expected


def write_strings(path):
    expected = {}
    with h5py.File(path, "w") as file:

        def put(name, values, texts, **options):
            file.create_dataset(name, data=values, **options)
            expected[name] = np.array(texts, dtype=object)

        # HDF5 ends a variable-length string at its first NUL; WORDS holds none.
        words = np.array(WORDS, dtype=object).reshape(2, 5)
        put("variable", words, words.tolist(), dtype=TEXT)
        put("variable chunked", words, words.tolist(), dtype=TEXT, chunks=(2, 2), compression="gzip")
        ascii_type = h5py.string_dtype("ascii")
        put("variable ascii", np.array(["one", "", "three"], dtype=object), ["one", "", "three"], dtype=ascii_type)
        put("fixed", np.array([b"ab", b"", b"abcdef"], "S6"), ["ab", "", "abcdef"])
        utf8 = np.array(["Größe".encode(), "µm".encode()], dtype=h5py.string_dtype("utf-8", 8))
        put("fixed utf-8", utf8, ["Größe", "µm"])
        put("scalar", "one text", "one text", dtype=TEXT)
    return expected


def write_chunk_cases(path):
    """Chunks that were never written, and chunks that left out filters."""
    expected = {}
    with h5py.File(path, "w") as file:
        for name, data_type, fill in (("ints", "int32", -7), ("floats", "float32", 2.5), ("unset", "uint16", None)):
            for libver, shape in (("fixed", (10, 10)), ("growing", (10, 10))):
                limits = (None, 10) if libver == "growing" else None
                dataset = file.create_dataset(
                    f"sparse/{name} {libver}", shape, data_type, chunks=(4, 4), maxshape=limits, fillvalue=fill,
                    compression="gzip",
                )  # fmt: skip
                dataset[5:7, 1:3] = 3
                expected[dataset.name.strip("/")] = dataset[...]
        never = file.create_dataset("sparse/never written", (5, 6), "int16", chunks=(2, 3), fillvalue=12)
        expected["sparse/never written"] = never[...]
        never = file.create_dataset("sparse/never written contiguous", (5, 6), "float64", fillvalue=-1.5)
        expected["sparse/never written contiguous"] = never[...]
        expected["skipped filters"] = _with_skipped_filters(file)
    return expected


def _with_skipped_filters(file):
    """Four chunks: all filters; without shuffle; without deflate; with neither."""
    dataset = file.create_dataset("skipped filters", (4, 16), "<i4", chunks=(1, 16), compression="gzip", shuffle=True)
    values = np.arange(64, dtype="<i4").reshape(4, 16) * 1001 - 20000
    for row, (shuffled, deflated) in enumerate(((True, True), (False, True), (True, False), (False, False))):
        data = values[row].tobytes()
        if shuffled:
            data = np.frombuffer(data, np.uint8).reshape(16, 4).T.tobytes()
        if deflated:
            data = zlib.compress(data)
        # Bit n of the mask leaves out filter n of the pipeline: shuffle is 0, deflate is 1.
        mask = (0 if shuffled else 1) | (0 if deflated else 2)
        dataset.id.write_direct_chunk((row, 0), data, mask)
    assert np.array_equal(dataset[...], values), "HDF5 itself reads the chunks back"
    return values


def write_attributes(path):
    """Attributes of every kind; returns {node: {name: the JSON that stands for it, numbers as numpy scalars}}."""
    with h5py.File(path, "w") as file:
        group = file.create_group("a/b c/dé")
        dataset = group.create_dataset("data", data=np.arange(3, dtype=np.int16))
        file.create_group("empty")
        expected = {"": {}, "a": {}, "a/b c": {}, "empty": {}}
        for node, name in ((group, "a/b c/dé"), (dataset, "a/b c/dé/data")):
            expected[name] = {}
            for key, (stored, shown) in _attributes().items():
                node.attrs[key] = stored
                expected[name][key] = shown
        file.attrs["title"] = "root"
        expected[""]["title"] = "root"
    return expected


def _attributes():
    numbers = {
        "int8": np.int8(-5),
        "int32": np.int32(-70000),
        "int64": np.int64(-(2**63)),
        "uint64": np.uint64(2**64 - 1),
        "float32": np.float32(0.1),
        "float64": np.float64(0.1),
        "whole": np.float64(3.0),
        "minus zero": np.float64(-0.0),
        "truth": np.bool_(True),
        "falsehood": np.bool_(False),
    }
    arrays = {
        "big endian": np.array([1, -2, 3], ">i4"),
        "bytes": np.array([0, 255, 7], np.uint8),
        "floats": np.array([0.5, -1.25], np.float32),
        "matrix": np.arange(6, dtype=np.int32).reshape(2, 3),
        "one element": np.array([4], np.int32),
        "truths": np.array([True, False]),
    }
    texts = {"text": "größer 🔬", "no text": "", "number-like": "12", "NaN-like": "NaN"}
    shown = {name: (value, value) for name, value in numbers.items()}
    shown |= {name: (value, value.tolist() if value.dtype == bool else list(value)) for name, value in arrays.items()}
    shown["matrix"] = (arrays["matrix"], [list(row) for row in arrays["matrix"]])
    shown |= {name: (text, text) for name, text in texts.items()}
    shown["fixed text"] = (np.bytes_(b"fixed"), "fixed")
    shown["texts"] = (np.array(["x", "", "größer"], dtype=TEXT), ["x", "", "größer"])
    shown["fixed texts"] = (np.array([b"ab", b"cde"], "S3"), ["ab", "cde"])
    return shown
