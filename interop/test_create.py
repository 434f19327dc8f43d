"""What `espalier create` declares, zarr-python and tensorstore open: every core type with every chain of codecs.

The arrays are empty, so every value that a peer reads is the fill value: its bits prove the fill value too.
"""

import json

import numpy as np
import pytest
import zarr

from launcher import parse_exactly
from peer_hierarchies import CHAINS, CHUNKS, ORDER, SHAPE, SHARDS, chain_documents
from peers import arrays_below, document, groups_below, readers_of, zarr_array
from values import CORE, INTEGERS, assert_same_bits, decode_fill_forms, hard_values, sha256

# The fill values that are lost first, in the form that the specification gives them.
FILLS = {
    "bool": [True, False],
    "float16": [0, "NaN", "0x7e2a", "0xfe01", "-Infinity", -0.0, 6e-08, 65504.0, 0.333251953125],
    "float32": [0.1, "NaN", "0x7fc00123", "0xffc0beef", "Infinity", -0.0, 1e-45, 3.4028234663852886e38],
    "float64": [0.1, "NaN", "0x7ff8000000000123", "-Infinity", -0.0, 5e-324, 1.7976931348623157e308],
    "complex64": [[1.5, -0.0], ["NaN", "-Infinity"], ["0x7fc00123", 0.1]],
    "complex128": [[1.5, -0.0], ["NaN", "Infinity"], ["0x7ff8000000000123", 0.1]],
    **{
        name: [0, int(np.iinfo(name).min), int(np.iinfo(name).max), int(np.iinfo(name).max) // 3]
        for name in INTEGERS
    },
}
# zarr-python 3.1.6 takes a float16 fill value through a Python float, which keeps no payload of a NaN.
PAYLOAD_LOST = {("zarr-python", "float16")}
ATTRIBUTES = {
    "text": "größer 🔬",
    "": "a name without a letter",
    "beyond a double": 2**53 + 1,
    "nothing": None,
    "nested": {"z": [1, 1.0, -2.5e-7, True], "a": {}},
    "list": [[], ["x"]],
}


def array(data_type, fill_value, shape, grid, codecs, **more):
    return {
        "node_type": "array",
        "shape": list(shape),
        "data_type": data_type,
        "fill_value": fill_value,
        "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": list(grid)}},
        "codecs": codecs,
        **more,
    }


def declared():
    """{path: node} in the flat form that `create` takes."""
    nodes = {"/": {"node_type": "group", "attributes": ATTRIBUTES}}
    for data_type in CORE:
        fills = FILLS[data_type]
        turn = 0
        for chain in CHAINS:
            for transposed in (False, True):
                name = f"/{data_type}/{chain}_{'t' if transposed else 'c'}"
                grid = SHARDS if chain == "sharded" else CHUNKS
                codecs = chain_documents(chain, transposed, CHUNKS)
                nodes[name] = array(data_type, fills[turn % len(fills)], SHAPE, grid, codecs)
                turn += 1
        little = chain_documents("none", False, ())
        nodes[f"/{data_type}/scalar"] = array(data_type, fills[-1], (), (), little)
        nodes[f"/{data_type}/zero_length"] = array(data_type, fills[-1], (0, 3), (2, 2), little)
        nodes[f"/{data_type}/chunk_exceeds_shape"] = array(data_type, fills[-1], (3, 2), (10, 16), little)
        nodes[f"/{data_type}"] = {"node_type": "group"}
    strings = [{"name": "vlen-utf8"}, {"name": "zstd", "configuration": {"level": 3}}]
    nodes["/strings/fill"] = array("string", "größer 🔬", (3, 2), (2, 2), strings)
    nodes["/named"] = array(
        "uint8", 7, (4, 5, 6), (2, 5, 3), chain_documents("gzip", False, ()),
        dimension_names=["z", None, ""], attributes=ATTRIBUTES,
    )  # fmt: skip
    nodes["/keys"] = array(
        "uint8", 7, (4, 5), (2, 5), chain_documents("none", False, ()),
        chunk_key_encoding={"name": "v2", "configuration": {"separator": "."}},
    )  # fmt: skip
    return nodes


@pytest.fixture(scope="module")
def created(espalier, tmp_path_factory):
    directory = tmp_path_factory.mktemp("create")
    (directory / "spec.json").write_text(json.dumps(declared()), encoding="utf-8")
    target = directory / "created.zarr"
    espalier.run("create", directory / "spec.json", target)
    return target


def declared_arrays():
    return {path.strip("/"): node for path, node in declared().items() if node["node_type"] == "array"}


def test_every_declared_array_is_there_and_no_other(created):
    expected = declared_arrays()
    assert len(expected) == len(CORE) * (2 * len(CHAINS) + 3) + 3
    assert arrays_below(created) == sorted(expected)


def test_every_ancestor_has_a_document_of_its_own(created):
    assert sorted(groups_below(created)) == sorted([".", "strings", *CORE])


def test_the_peers_read_the_fill_value_everywhere(created):
    seen = 0
    faults = []
    for path, node in declared_arrays().items():
        shape = tuple(node["shape"])
        fill = parse_exactly(json.dumps(node["fill_value"]))
        expected = np.full(shape, decode_fill_forms([fill], node["data_type"], ()))
        for peer, read in readers_of(created / path).items():
            seen += 1
            try:
                found = read(created / path)
                if (peer, node["data_type"]) in PAYLOAD_LOST and np.isnan(expected).all():
                    assert np.isnan(found).all() and found.shape == shape
                else:
                    assert_same_bits(found, expected, f"{path} read by {peer}")
            except Exception as fault:  # a peer's refusal is a fault as well, and the others shall still be seen
                faults.append(f"{path} read by {peer}: {fault}")
    assert seen == 2 * len(declared_arrays()) - 1, "all arrays by both peers, the strings by one"
    assert not faults, f"{len(faults)} of {seen}:\n" + "\n".join(faults)


def test_documents_say_what_was_declared(created):
    for path, node in declared_arrays().items():
        written = document(created / path)
        assert written["zarr_format"] == 3
        for key in ("node_type", "shape", "data_type", "chunk_grid"):
            assert written[key] == node[key], f"{path}: {key}"
        fills = [parse_exactly(json.dumps(d["fill_value"])) for d in (written, node)]
        found, expected = (decode_fill_forms([fill], node["data_type"], ()) for fill in fills)
        assert_same_bits(found, expected, f"{path}: fill_value")
        assert codec_names(written["codecs"]) == codec_names(node["codecs"]), path


def codec_names(codecs):
    """The names of the codecs, those inside of shards included."""
    names = []
    for codec in codecs:
        names.append(codec["name"])
        configuration = codec.get("configuration", {})
        names += codec_names(configuration.get("codecs", [])) + codec_names(configuration.get("index_codecs", []))
    return names


def test_the_transposition_is_written_as_declared(created):
    document_of_array = document(created / "int16/none_t")
    assert document_of_array["codecs"][0] == {"name": "transpose", "configuration": {"order": list(ORDER)}}


def test_chunks_and_shards_as_zarr_python_sees_them(created):
    plain = zarr_array(created / "int16/zstd_c")
    assert (plain.chunks, plain.shards) == (CHUNKS, None)
    sharded = zarr_array(created / "int16/sharded_c")
    assert (sharded.chunks, sharded.shards) == (CHUNKS, SHARDS)


def test_dimension_names_with_null_and_empty(created):
    assert document(created / "named")["dimension_names"] == ["z", None, ""]
    assert zarr_array(created / "named").metadata.dimension_names == ("z", None, "")
    assert "dimension_names" not in document(created / "keys"), "what was not declared is not made up"


def test_the_chunk_key_encoding_is_kept(created):
    writable = zarr.open_array(str(created / "keys"), mode="r+")
    writable[...] = 3
    assert (created / "keys" / "1.0").is_file()


@pytest.mark.parametrize("node", ["", "named"])
def test_attributes_are_the_same_json(created, node):
    text = (created / node / "zarr.json").read_text(encoding="utf-8")
    expected = parse_exactly(json.dumps(ATTRIBUTES))
    found = parse_exactly(text)["attributes"]
    assert found == expected
    assert list(found) == list(expected), "the order of the keys is kept"
    assert list(found["nested"]) == ["z", "a"]
    assert dict(zarr.open(str(created / node), mode="r").attrs) == ATTRIBUTES


def test_what_is_left_open_is_chosen_and_readable(espalier, tmp_path):
    """Only the type and the shape: grid, codecs and fill value are the library's choice."""
    nodes = {
        "/a": {"node_type": "array", "shape": [1000, 3000], "data_type": "int32"},
        "/deep/er/b": {"node_type": "array", "shape": [7], "data_type": "float64"},
        "/deep/er/s": {"node_type": "array", "shape": [7], "data_type": "string"},
    }
    (tmp_path / "spec.json").write_text(json.dumps(nodes), encoding="utf-8")
    target = tmp_path / "out.zarr"
    espalier.run("create", tmp_path / "spec.json", target)
    assert arrays_below(target) == ["a", "deep/er/b", "deep/er/s"]
    assert groups_below(target) == [".", "deep", "deep/er"]
    for name in arrays_below(target):
        for read in readers_of(target / name).values():
            values = read(target / name)
            assert list(values.shape) == nodes[f"/{name}"]["shape"]
            assert not np.any(values), "the default fill value is the type's zero"


def test_what_peers_write_into_it_comes_back(espalier, tmp_path):
    """Espalier declares, a peer fills, Espalier reads: the declaration is more than readable."""
    nodes = {}
    for chain in CHAINS:
        grid = SHARDS if chain == "sharded" else CHUNKS
        nodes[f"/{chain}"] = array("float32", 0, SHAPE, grid, chain_documents(chain, True, CHUNKS))
    (tmp_path / "spec.json").write_text(json.dumps(nodes), encoding="utf-8")
    target = tmp_path / "filled.zarr"
    espalier.run("create", tmp_path / "spec.json", target)
    values = hard_values("float32", SHAPE)
    for chain in CHAINS:
        zarr.open_array(str(target / chain), mode="r+")[...] = values
    digests = espalier.digests(target)
    assert len(digests) == len(CHAINS)
    assert {line["sha256"] for line in digests.values()} == {sha256(values)}
