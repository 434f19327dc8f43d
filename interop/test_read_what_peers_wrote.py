"""What zarr-python and tensorstore wrote, Espalier reads: the same values, to the bit."""

import numpy as np
import pytest
import zarr
from zarr.codecs import Crc32cCodec

from peer_hierarchies import AWKWARD, CHAINS
from peers import arrays_below, document
from values import CORE, assert_same_bits, decode_fill_forms, hard_values, sha256

# Every type with every chain in both orders, and with every awkward shape.
AT_LEAST = len(CORE) * (len(CHAINS) * 2 + len(AWKWARD))

DUMPED = (
    *(f"{data_type}_prime" for data_type in CORE),
    "float64_scalar",
    "int16_zero_length",
    "string_zstd_grid",
)


def assert_digests(espalier, root, written):
    assert len(written) >= AT_LEAST, "the peer wrote less than this test is about"
    assert sorted(arrays_below(root)) == sorted(written)
    # An array that cannot be read gives another exit code; the list of faults below says more than the code.
    digests = espalier.digests(root, code=None)
    assert len(digests) == len(written)
    faults = []
    for name, values in written.items():
        line = digests[str(root / name)]
        expected = {
            "data_type": document(root / name)["data_type"],
            "shape": list(values.shape),
            "sha256": sha256(values),
        }
        found = {key: line.get(key) for key in expected}
        found["shape"] = [int(extent) for extent in line["shape"]]
        if found != expected:
            faults.append(f"{name}: found {found} {line.get('error', '')}, expected {expected}")
    assert not faults, f"{len(faults)} of {len(written)}:\n" + "\n".join(faults)


def test_digests_of_arrays_in_a_group_by_zarr_python(espalier, by_zarr):
    assert_digests(espalier, *by_zarr)


def test_digests_of_loose_arrays_by_tensorstore(espalier, by_tensorstore):
    assert_digests(espalier, *by_tensorstore)


@pytest.mark.parametrize("name", DUMPED)
def test_dump_gives_each_value_in_its_fill_value_form(espalier, by_zarr, name):
    root, written = by_zarr
    dump = espalier.run("dump", root, "--array", f"/{name}", "--json").document()
    values = written[name]
    assert dump["path"] == f"/{name}"
    assert dump["data_type"] == document(root / name)["data_type"]
    assert [int(extent) for extent in dump["shape"]] == list(values.shape)
    assert len(dump["values"]) == values.size
    assert_same_bits(decode_fill_forms(dump["values"], dump["data_type"], values.shape), values, name)


def test_dump_of_a_region_gives_that_region(espalier, by_tensorstore):
    root, written = by_tensorstore
    name = "float32_sharded_t"
    dump = espalier.run("dump", root / name, "--array", "/", "--region", "1:5,0:3,2:6", "--json").document()
    expected = written[name][1:5, 0:3, 2:6]
    assert [int(extent) for extent in dump["shape"]] == list(expected.shape)
    assert_same_bits(decode_fill_forms(dump["values"], "float32", expected.shape), expected, name)


def test_consolidated_metadata_does_not_stand_in_for_the_nodes(espalier, tmp_path):
    """Groups below groups, an attribute beyond a double, names beyond ASCII; and a copy of it all in the root."""
    root = tmp_path / "consolidated"
    group = zarr.create_group(str(root), zarr_format=3, attributes={"count": 2**53 + 1})
    values = hard_values("float64", (9, 5))
    group.create_group("plätze/A 1").create_array("Werte", shape=(9, 5), dtype="float64", chunks=(4, 4))[...] = values
    zarr.consolidate_metadata(str(root))
    # Written after the copy was made: only the node's own document knows of it.
    zarr.create_array(str(root), name="later", data=np.arange(3, dtype=np.int8))
    digests = espalier.digests(root)
    assert {path: line["sha256"] for path, line in digests.items()} == {
        str(root / "plätze/A 1/Werte"): sha256(values),
        str(root / "later"): sha256(np.arange(3, dtype=np.int8)),
    }
    assert "9007199254740993" in espalier.run("inspect", "--json", root).stdout


def test_a_damaged_array_is_named_and_the_others_still_come(espalier, tmp_path):
    root = tmp_path / "damaged"
    written = write_a_few(root)
    chunk = root / "broken" / "c" / "0"
    data = bytearray(chunk.read_bytes())
    data[3] ^= 0x40
    chunk.write_bytes(data)
    digests = espalier.digests(root, code=3)
    assert len(digests) == 2
    assert "sha256" not in digests[str(root / "broken")]
    assert "crc32c" in digests[str(root / "broken")]["error"]
    assert digests[str(root / "whole")]["sha256"] == sha256(written["whole"])


def write_a_few(root):
    group = zarr.create_group(str(root), zarr_format=3)
    values = hard_values("int32", (4,))
    for name in ("broken", "whole"):
        array = group.create_array(name, shape=(4,), dtype="int32", chunks=(4,), compressors=[Crc32cCodec()])
        array[...] = values
    return {"broken": values, "whole": values}
