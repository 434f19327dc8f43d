#!/usr/bin/env python3
"""Write the HDF5 files that the tests of this module read.

Two runs with the versions of requirements.txt give the same bytes. What each file holds is said
once more, as expected values, in the test that reads it.

    python make_fixtures.py [FOLDER]      FOLDER defaults to ../resources/hdf5
"""

import ctypes
import sys
import zlib
from pathlib import Path

import h5py
import numpy as np

TEXT = h5py.string_dtype()
FILL = -7


def lib():
    """The HDF5 library that h5py brings, for the few calls that h5py does not pass on."""
    loaded = next(line.split()[-1] for line in open("/proc/self/maps") if "libhdf5-" in line)
    library = ctypes.CDLL(loaded)
    for name in ("H5Pset_chunk_opts", "H5Tset_precision", "H5Tset_offset", "H5Tset_ebias"):
        getattr(library, name).argtypes = [ctypes.c_int64, ctypes.c_uint]
    return library


def plan():
    """A dataset's properties, without the time stamps that are on by default at this level."""
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_obj_track_times(False)
    return properties


def commit(file, name, dtype):
    """A committed datatype without time stamps."""
    library = lib()
    kind = h5py.h5t.py_create(np.dtype(dtype))
    library.H5Pcreate.argtypes, library.H5Pcreate.restype = [ctypes.c_int64], ctypes.c_int64
    sort = ctypes.c_int64.in_dll(library, "H5P_CLS_DATATYPE_CREATE_ID_g").value
    properties = library.H5Pcreate(sort)
    library.H5Pset_obj_track_times.argtypes = [ctypes.c_int64, ctypes.c_bool]
    library.H5Pset_obj_track_times(properties, False)
    library.H5Tcommit2.argtypes = [ctypes.c_int64, ctypes.c_char_p] + 4 * [ctypes.c_int64]
    library.H5Tcommit2(file.id.id, name.encode(), kind.id, 0, properties, 0)
    return file[name]


def write_sparse(dataset):
    """Element = its number in C order; every third chunk (along the diagonals) is left out."""
    rows, columns = dataset.shape
    height, width = dataset.chunks
    values = np.arange(rows * columns, dtype=dataset.dtype).reshape(rows, columns)
    for i, y in enumerate(range(0, rows, height)):
        for j, x in enumerate(range(0, columns, width)):
            if (i + j) % 3 != 1:
                box = np.s_[y : y + height, x : x + width]
                dataset[box] = values[box]


def sparse(file, name, **options):
    options = {"shape": (13, 11), "chunks": (4, 3), "dtype": "<i4", "fillvalue": FILL, **options}
    write_sparse(file.create_dataset(name, **options))


def indexes(folder):
    """Each kind of chunk index, with gaps, with and without filters."""
    gzip = {"compression": "gzip"}
    with h5py.File(folder / "indexes-earliest.h5", "w", libver="earliest") as file:
        sparse(file, "btree1")
        sparse(file, "btree1 gzip", **gzip)
        sparse(file, "btree1 growing", maxshape=(None, None))
        sparse(file, "btree1 deep", shape=(60, 40), chunks=(2, 1), fillvalue=FILL)
    with h5py.File(folder / "indexes-latest.h5", "w", libver="v110") as file:
        sparse(file, "single", shape=(13, 11), chunks=(13, 11))
        sparse(file, "single gzip", shape=(13, 11), chunks=(13, 11), **gzip)
        sparse(file, "fixed")
        sparse(file, "fixed gzip", **gzip)
        sparse(file, "fixed may grow", maxshape=(40, 50))
        sparse(file, "fixed may grow gzip", maxshape=(40, 50), **gzip)
        sparse(file, "fixed paged", shape=(40, 40), chunks=(1, 1))
        sparse(file, "extensible rows", maxshape=(None, 11))
        sparse(file, "extensible rows may grow", maxshape=(None, 50), **gzip)
        sparse(file, "extensible columns", maxshape=(13, None))
        sparse(file, "extensible columns may grow", maxshape=(40, None), **gzip)
        sparse(file, "extensible long", shape=(1200, 2), chunks=(1, 1), maxshape=(None, 2))
        sparse(file, "btree2", maxshape=(None, None))
        sparse(file, "btree2 gzip", maxshape=(None, None), **gzip)
        sparse(file, "btree2 deep", shape=(60, 60), chunks=(1, 1), maxshape=(None, None))
        early = plan()
        early.set_chunk((4, 3))
        early.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        early.set_fill_value(np.array(FILL, "<i4"))
        space = h5py.h5s.create_simple((13, 11), (40, 50))
        made = h5py.h5d.create(file.id, b"implicit", h5py.h5t.STD_I32LE, space, early)
        write_sparse(h5py.Dataset(made))
        paged = file.create_dataset(
            "extensible paged", (200_000,), "<i4", chunks=(1,), maxshape=(None,), fillvalue=FILL
        )
        for at in (0, 3, 131_500, 150_000, 199_999):
            paged[at] = at
        gone = file.create_dataset("shrunk", (20, 11), "<i4", chunks=(4, 3), maxshape=(None, None))
        gone[...] = np.arange(220).reshape(20, 11)
        gone.resize((13, 7))
    with h5py.File(folder / "indexes-v200.h5", "w", libver="latest") as file:
        sparse(file, "fixed gzip", **gzip)
        sparse(file, "extensible rows gzip", maxshape=(None, 11), **gzip)
        sparse(file, "btree2 gzip", maxshape=(None, None), **gzip)
        sparse(file, "single gzip", chunks=(13, 11), **gzip)


def filters(folder):
    """Masks that leave out filters, chunks at the edges that are not filtered, checksums, lzf."""
    with h5py.File(folder / "filters.h5", "w") as file:
        values = np.arange(64, dtype="<i4").reshape(4, 16) * 1001 - 20000
        masked = file.create_dataset(
            "masked", (4, 16), "<i4", chunks=(1, 16), compression="gzip", shuffle=True
        )
        for row, (shuffled, deflated) in enumerate(
            ((True, True), (False, True), (True, False), (False, False))
        ):
            data = values[row].tobytes()
            if shuffled:
                data = np.frombuffer(data, np.uint8).reshape(16, 4).T.tobytes()
            if deflated:
                data = zlib.compress(data)
            # Bit n of the mask leaves out filter n: shuffle is 0, deflate is 1.
            mask = (0 if shuffled else 1) | (0 if deflated else 2)
            masked.id.write_direct_chunk((row, 0), data, mask)
        assert np.array_equal(masked[...], values)

        numbers = np.arange(143, dtype="<i4").reshape(13, 11)
        options = {"data": numbers, "chunks": (4, 3)}
        file.create_dataset("checked", fletcher32=True, **options)
        file.create_dataset("checked gzip", fletcher32=True, compression="gzip", **options)
        file.create_dataset("shuffled", shuffle=True, **options)
        file.create_dataset("lzf", compression="lzf", shuffle=True, **options)
        file.create_dataset("odd size", data=np.arange(7, dtype="u1"), chunks=(7,), fletcher32=True)
        file.create_dataset("scaled", scaleoffset=4, **options)

        broken = file.create_dataset("bad checksum", fletcher32=True, **options)
        _, chunk = broken.id.read_direct_chunk((0, 0))
        broken.id.write_direct_chunk((0, 0), b"\1" + chunk[1:], 0)
        broken = file.create_dataset("bad stream", compression="gzip", **options)
        broken.id.write_direct_chunk((0, 0), b"not deflated at all", 0)
        broken = file.create_dataset("short stream", compression="gzip", **options)
        broken.id.write_direct_chunk((0, 0), zlib.compress(b"1234"), 0)
    with h5py.File(folder / "edges.h5", "w", libver="v110") as file:
        properties = plan()
        properties.set_chunk((4, 3))
        properties.set_shuffle()
        properties.set_deflate(6)
        lib().H5Pset_chunk_opts(properties.id, 2)  # H5D_CHUNK_DONT_FILTER_PARTIAL_CHUNKS
        space = h5py.h5s.create_simple((13, 11))
        made = h5py.h5d.create(file.id, b"edges", h5py.h5t.STD_I32LE, space, properties)
        h5py.Dataset(made)[...] = np.arange(143, dtype="<i4").reshape(13, 11)


def never_written(folder):
    with h5py.File(folder / "never-written.h5", "w") as file:
        shape = (5, 6)
        file.create_dataset("contiguous", shape, "<f8", fillvalue=-1.5)
        file.create_dataset("chunked", shape, "<i2", chunks=(2, 3), fillvalue=12)
        file.create_dataset("big endian", shape, ">i4", fillvalue=258)
        file.create_dataset("without fill", shape, "<u2")
        file.create_dataset("huge", (2**40, 2**20), "<i4", chunks=(64, 64), fillvalue=FILL)
        file.create_dataset("text", (2,), "S4", fillvalue=b"ab")
        file.create_dataset("long text", (2,), TEXT)
        file.create_dataset("truth", (2,), bool, fillvalue=True)
        undefined = plan()
        lib().H5Pset_fill_value.argtypes = [ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p]
        lib().H5Pset_fill_value(undefined.id, h5py.h5t.STD_I32LE.id, None)
        space = h5py.h5s.create_simple((3,))
        h5py.h5d.create(file.id, b"undefined fill", h5py.h5t.STD_I32LE, space, undefined)


def types(folder):
    """Types that are read, and types that have to be refused by name."""
    with h5py.File(folder / "types.h5", "w") as file:
        for code in ("i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"):
            dtype = np.dtype(code)
            values = np.array([0, 1, 2, 100], dtype)
            if dtype.kind in "iu":
                values = np.array([0, 1, np.iinfo(dtype).max, np.iinfo(dtype).min], dtype)
            if dtype.kind == "f":
                values = np.array([0.5, -0.0, np.nan, -np.inf], dtype)
            if dtype.kind == "c":
                values = np.array([1 - 2j, complex(-0.0, np.inf)], dtype)
            for order in "<>":
                group = file.require_group("little" if order == "<" else "big")
                group[dtype.name] = values.astype(dtype.newbyteorder(order))
        file["truth"] = np.array([True, False, True])
        lying = file.create_dataset("lying truth", (3,), bool)
        lying.id.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([1, 2, 0], "i1"), lying.id.get_type())
        colours = h5py.enum_dtype({"RED": -1, "GREEN": 5}, ">i2")
        file.create_dataset("colours", data=np.array([-1, 5, 5], ">i2"), dtype=colours)
        other = h5py.enum_dtype({"FALSE": 1, "TRUE": 0}, "i1")
        file.create_dataset("upside down", data=np.array([1, 0], "i1"), dtype=other)
        file["pair real imag"] = np.array([(1.0, 2.0)], [("real", "<f8"), ("imag", "<f8")])

        twelve = h5py.h5t.STD_I16BE.copy()
        lib().H5Tset_precision(twelve.id, 12)
        lib().H5Tset_offset(twelve.id, 3)
        low_level(file, "twelve bits", twelve, np.array([-2048, -1, 0, 2047], "<i2"))
        wide = h5py.h5t.STD_I32LE.copy()
        wide.set_size(3)
        low_level(file, "three bytes", wide, np.array([1, -1], "<i4"))

        half = h5py.h5t.IEEE_F16LE.copy()
        half.set_fields(15, 7, 8, 0, 7)
        lib().H5Tset_ebias(half.id, 127)
        low_level(file, "bfloat16", half, np.array([1.5, -2], "<f4"))
        # 80 bits in 16 bytes, of which numpy leaves 6 to chance.
        extended = bytes.fromhex("000000000000 00c0 ff3f" + 6 * "00")
        file.create_dataset("long double", data=np.frombuffer(extended, np.longdouble))

        refused = file.create_group("refused")
        refused["compound"] = np.array([(1, 2.0)], [("a", "<i4"), ("b", "<f8")])
        refused["mixed pair"] = np.array([(1.0, 2.0)], [("r", "<f4"), ("i", "<f8")])
        refused["spaced pair"] = np.array(
            [(1.0, 2.0)],
            np.dtype({"names": ["r", "i"], "formats": ["<f4", "<f4"], "offsets": [0, 8], "itemsize": 12}),
        )
        refused["opaque"] = np.array([b"abc"], "V3")
        refused.create_dataset("array", (2,), np.dtype(("<i4", (3,))))
        ragged = refused.create_dataset("ragged", (2,), h5py.vlen_dtype("<i4"))
        ragged[0] = [1, 2]
        reference = refused.create_dataset("reference", (1,), h5py.ref_dtype)
        reference[0] = file.ref
        low_level(refused, "bit field", h5py.h5t.STD_B8LE, np.array([1, 2, 255], "u1"))
        low_level(refused, "time", h5py.h5t.UNIX_D32LE, None)
        refused["nothing"] = h5py.Empty("<f4")
        refused["good"] = np.arange(3)
        refused.create_dataset("external", (3,), "<i4", external=[("elsewhere.bin", 0, 12)])
        virtual = plan()
        space = h5py.h5s.create_simple((3,))
        virtual.set_virtual(space, b"elsewhere.h5", b"x", space)
        h5py.h5d.create(refused.id, b"virtual", h5py.h5t.STD_I32LE, space, virtual)
        committed = commit(file, "committed", "<i4")
        file.create_dataset("of committed type", data=[7, 8], dtype=committed)


def low_level(group, name, kind, values):
    space = h5py.h5s.create_simple((3 if values is None else len(values),))
    made = h5py.h5d.create(group.id, name.encode(), kind, space, plan())
    if values is not None:
        memory = kind if kind.get_class() == h5py.h5t.BITFIELD else h5py.h5t.py_create(values.dtype)
        made.write(h5py.h5s.ALL, h5py.h5s.ALL, values, memory)


def strings(folder):
    with h5py.File(folder / "strings.h5", "w") as file:
        for padding, stored in (
            (h5py.h5t.STR_NULLTERM, [b"ab\0xyz", b"abcdef", b"\0\0\0\0\0\0"]),
            (h5py.h5t.STR_NULLPAD, [b"ab\0\0\0\0", b"a\0b\0\0\0", b"abcdef"]),
            (h5py.h5t.STR_SPACEPAD, [b"ab    ", b" a b  ", b"      "]),
        ):
            kind = h5py.h5t.C_S1.copy()
            kind.set_size(6)
            kind.set_strpad(padding)
            name = {0: b"nullterm", 1: b"nullpad", 2: b"spacepad"}[padding]
            made = h5py.h5d.create(file.id, name, kind, h5py.h5s.create_simple((3,)), plan())
            made.write(h5py.h5s.ALL, h5py.h5s.ALL, np.frombuffer(b"".join(stored), "u1"), kind)
        words = ["", "größer 🔬", "x" * 5000, "four"]
        file.create_dataset("variable", data=np.array(words, object), dtype=TEXT)
        file.create_dataset("variable ascii", data=np.array(["a", "b"], object), dtype=h5py.string_dtype("ascii"))
        many = np.array([f"text {i}" for i in range(300)], object).reshape(30, 10)
        chunked = file.create_dataset("chunked", (40, 10), TEXT, chunks=(7, 4), compression="gzip")
        chunked[:30] = many
        file.create_dataset("utf8 fixed", data=np.array(["µm".encode()], h5py.string_dtype("utf-8", 8)))
        file.create_dataset("latin1", data=np.array([b"good", b"\xb5m"], "S4"))
        file.create_dataset("latin1 variable", data=np.array([b"good", b"\xb5m"], object), dtype=TEXT)
        file.create_dataset("scalar", data="one text")


def links(folder):
    with h5py.File(folder / "links.h5", "w") as file:
        a = file.create_group("a")
        a["data"] = np.arange(3)
        a["up"] = file["/"]
        a["itself"] = a
        b = file.create_group("b")
        b["same data"] = a["data"]
        b["same group"] = a
        file["soft"] = h5py.SoftLink("/a/data")
        file["dangling"] = h5py.SoftLink("/nowhere")
        file["external"] = h5py.ExternalLink("other.h5", "/x/y")
        names = file.create_group("names")
        for name in ("__reserved", "...", "zarr.json", "plain.name", "with space", "größe"):
            names.create_group(name)
        names.create_group(b"\xb5m")
    with h5py.File(folder / "links-latest.h5", "w", libver="v110") as file:
        dense = file.create_group("dense")
        for i in range(300):
            dense.create_group(f"g{i:03}")
        for i in range(10, 290):
            del dense[f"g{i:03}"]
        ordered = file.create_group("ordered", track_order=True)
        for name in "zyxabc":
            ordered.create_group(name)
        many = file.create_group("many ordered", track_order=True)
        for i in reversed(range(40)):
            many.create_group(f"g{i:02}")
        file["soft"] = h5py.SoftLink("/dense/größe")
        file["external"] = h5py.ExternalLink("other.h5", "/x")


def attributes(folder):
    for libver in ("earliest", "v110"):
        with h5py.File(folder / f"attributes-{libver}.h5", "w", libver=libver) as file:
            node = file.create_group("node", track_order=libver != "earliest")
            put = node.attrs.create
            put("int8", -5, dtype="i1")
            put("int64", -(2**63), dtype="i8")
            put("uint64", 2**64 - 1, dtype="u8")
            put("big endian", [1, -2], dtype=">i4")
            put("float32", 0.1, dtype="f4")
            put("float64", 0.1)
            put("nan", np.nan)
            put("infinities", [np.inf, -np.inf, -0.0])
            put("truth", np.bool_(True))
            put("complex", 1 - 2j)
            put("matrix", np.arange(6, dtype="i4").reshape(2, 3))
            put("cube", np.arange(8).reshape(2, 2, 2))
            put("empty", np.zeros((0, 3), "f4"))
            put("null", h5py.Empty("f4"))
            put("text", "größer")
            put("fixed", np.bytes_(b"fixed"))
            put("texts", np.array(["x", "", "y"], object), dtype=TEXT)
            put("colour", -1, dtype=h5py.enum_dtype({"RED": -1}, "i1"))
            put("opaque", np.void(b"abc"))
            put("ragged", np.array([np.arange(2, dtype="i4"), np.arange(1, dtype="i4")], object), dtype=h5py.vlen_dtype("i4"))
            put("reference", file.ref, dtype=h5py.ref_dtype)
            put("not text", np.bytes_(b"\xb5m"))
            put("last", 1)
            put("committed", 3, dtype=commit(file, "type", "<i2"))
            if libver != "earliest":
                file.create_group("many").attrs.update({f"a{i:03}": i for i in range(200)})
                file["many"].attrs["large"] = (np.arange(70_000) % 251).astype("u1")


def user_block(folder):
    with h5py.File(folder / "user-block.h5", "w", userblock_size=512, libver="earliest") as file:
        file["contiguous"] = np.arange(5)
        file.create_dataset("chunked", data=np.arange(5), chunks=(2,), compression="gzip")
        file["text"] = "in the heap"
        compact = plan()
        compact.set_layout(h5py.h5d.COMPACT)
        made = h5py.h5d.create(
            file.id, b"compact", h5py.h5t.STD_I16LE, h5py.h5s.create_simple((2, 3)), compact
        )
        h5py.Dataset(made)[...] = np.arange(6).reshape(2, 3)


def scales(folder):
    with h5py.File(folder / "scales.h5", "w") as file:
        for name, size in (("time", 2), ("lat", 3), ("lon", 4)):
            file[name] = np.arange(size, dtype="f8")
            file[name].make_scale(name)
        image = file.create_dataset("group/image", (2, 3, 4), "<i4")
        for dimension, name in zip(image.dims, ("time", "lat", "lon")):
            dimension.attach_scale(file[name])
        partly = file.create_dataset("partly", (2, 3), "<i4")
        partly.dims[1].attach_scale(file["lat"])
        twice = file.create_dataset("twice", (2, 3), "<i4")
        twice.dims[0].attach_scale(file["time"])
        file["other"] = np.arange(2.0)
        file["other"].make_scale("other")
        twice.dims[0].attach_scale(file["other"])
        labelled = file.create_dataset("labelled", (2, 3), "<i4")
        labelled.dims[0].label = "y"
        labelled.dims[1].label = "x"


MAKERS = (indexes, filters, never_written, types, strings, links, attributes, user_block, scales)


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "../resources/hdf5"
    folder.mkdir(parents=True, exist_ok=True)
    for maker in MAKERS:
        maker(folder)


if __name__ == "__main__":
    main()
