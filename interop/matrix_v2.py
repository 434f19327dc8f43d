"""The cells of Zarr v2: the same data types and values, chains as that version spells them."""

from dataclasses import dataclass, replace

from matrix_cells import CHUNKS, SHAPE, TYPES, Cell, array_document, hard_values, serializer, tame_values

_DTYPES = {
    "bool": "|b1", "string": "|O", "bytes": "|O", "fixed_length_utf32": "<U6", "null_terminated_bytes": "|S5",
    "raw_bytes": "|V3", "numpy.datetime64": "<M8[10us]", "numpy.timedelta64": "<m8[10us]",
    "struct": [["id", "<i4"], ["flag", "|u1"], ["v", "<f8"]],
}  # fmt: skip
_KNOWN = tuple(t for t in TYPES if t.group in ("bool", "int", "uint", "float", "complex") or t.name in _DTYPES)


def _dtype(kind, big):
    spelled = _DTYPES.get(kind.name) or kind.numpy
    if kind.size == 1:
        spelled = "|" + spelled[-2:]
    return spelled.replace("<", ">") if big and isinstance(spelled, str) else spelled


@dataclass(frozen=True)
class Chain:
    """A chain in both spellings: codecs after the bytes for Zarr v3, compressor and filters for Zarr v2."""

    after: tuple = ()
    before: tuple = ()
    compressor: object = None
    filters: tuple = ()
    order: str = "C"
    big: bool = False
    computes: bool = False
    only: tuple = ()


def _same(name, compressor=True, **configuration):
    registered = {"gzip": "gzip", "crc32c": "numcodecs.crc32c"}.get(name, f"numcodecs.{name}")
    codec = {"name": registered, "configuration": configuration}
    spelled = {"id": name, **configuration}
    return Chain(after=(codec,), **({"compressor": spelled} if compressor else {"filters": (spelled,)}))


_TRANSPOSE = {"name": "transpose", "configuration": {"order": [1, 0]}}
CHAINS = {
    "none": Chain(),
    "big-endian": Chain(big=True),
    "order F": Chain(before=(_TRANSPOSE,), order="F"),
    "order F, big-endian": Chain(before=(_TRANSPOSE,), order="F", big=True),
    "zlib": _same("zlib", level=5),
    "gzip": _same("gzip", level=5),
    "bz2": _same("bz2", level=5),
    "lzma": _same("lzma", format=1, check=-1, preset=1, filters=None),
    "lz4": _same("lz4", acceleration=1),
    "zstd": _same("zstd", level=3),
    "blosc lz4, shuffle": _same("blosc", cname="lz4", clevel=5, shuffle=1, blocksize=0),
    "blosc zstd, bitshuffle": _same("blosc", cname="zstd", clevel=5, shuffle=2, blocksize=0),
    "filter shuffle": replace(_same("shuffle", compressor=False, elementsize=4), only=("int32", "float64", "complex64")),
    "filter crc32": _same("crc32", compressor=False),
    "filter adler32": _same("adler32", compressor=False),
    "filter fletcher32": _same("fletcher32", compressor=False),
    "filter delta": Chain(
        before=({"name": "numcodecs.delta", "configuration": {"dtype": "<i4"}},),
        filters=({"id": "delta", "dtype": "<i4"},), computes=True, only=("int32",),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Cell2(Cell):
    """One data type with one chain of Zarr v2."""

    @property
    def path(self):
        return f"{tuple(CHAINS).index(self.chain):02d}/{self.kind.name}"

    def values(self):
        return tame_values(self.kind) if CHAINS[self.chain].computes else hard_values(self.kind)

    def codecs(self):
        chain = CHAINS[self.chain]
        return [*chain.before, serializer(self.kind, "big" if chain.big else "little"), *chain.after]

    def document(self):
        chain = CHAINS[self.chain]
        objects = {"string": [{"id": "vlen-utf8"}], "bytes": [{"id": "vlen-bytes"}]}.get(self.kind.name, [])
        filters = [*objects, *(dict(f) for f in chain.filters)]
        kind = self.kind
        zero = "" if kind.name in ("string", "fixed_length_utf32", "null_terminated_bytes") else kind.zero
        return {
            "zarr_format": 2, "shape": list(SHAPE), "chunks": list(CHUNKS), "dtype": _dtype(kind, chain.big),
            "compressor": chain.compressor, "fill_value": None if isinstance(zero, (dict, list, str)) else zero,
            "filters": filters or None, "order": chain.order,
        }  # fmt: skip

    def declared(self):
        document = array_document(self.kind, self.codecs())
        del document["zarr_format"], document["chunk_key_encoding"]
        return document


def cells():
    """All cells that make sense."""
    found = []
    for name, chain in CHAINS.items():
        for kind in _KNOWN:
            fits = not chain.only or kind.name in chain.only
            if fits and not (chain.big and (kind.number == 1 or kind.variable or kind.name == "struct")):
                found.append(Cell2(name, kind))
    return found

