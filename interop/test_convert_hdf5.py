"""HDF5 files that h5py wrote, converted as they are: every array and attribute arrives with its value.

No convention is asked for, so the hierarchy keeps its paths, and both peers are asked what they find there.
"""

import h5py
import numpy as np
import pytest

import hdf5_files
from launcher import parse_exactly
from peers import arrays_below, groups_below, readers_of
from values import assert_same_bits, sha256

# What a conversion may add beside the source's own attributes: where it notes what only HDF5 can say.
OWN_ATTRIBUTES = {"hdf5"}


def convert(espalier, directory, maker, *options):
    """(target, what the maker expects there)"""
    source = directory / "source.h5"
    expected = maker(source)
    target = directory / "target.zarr"
    espalier.run("convert", source, target, *options)
    return source, target, expected


def assert_peers_read(target, expected):
    """Both peers find the expected arrays, no more, and in each the expected bits."""
    assert arrays_below(target) == sorted(expected)
    faults = []
    seen = 0
    for path, values in expected.items():
        for peer, read in readers_of(target / path).items():
            seen += 1
            try:
                assert_same_bits(read(target / path), values, f"{path} read by {peer}")
            except Exception as fault:  # one unreadable array shall not hide the others
                faults.append(f"{path} read by {peer}: {fault}")
    assert seen >= len(expected) > 0
    assert not faults, f"{len(faults)} of {seen}:\n" + "\n".join(faults)


@pytest.mark.parametrize(
    ("maker", "at_least"),
    [
        (hdf5_files.write_types, 50),
        (hdf5_files.write_shapes, 8),
        (hdf5_files.write_strings, 6),
        (hdf5_files.write_chunk_cases, 9),
    ],
)
def test_the_peers_read_the_same_values(espalier, tmp_path, maker, at_least):
    _, target, expected = convert(espalier, tmp_path, maker)
    assert len(expected) >= at_least
    assert_peers_read(target, expected)


@pytest.mark.parametrize("maker", [hdf5_files.write_types, hdf5_files.write_strings, hdf5_files.write_chunk_cases])
def test_digest_reads_hdf5_as_h5py_does(espalier, tmp_path, maker):
    source = tmp_path / "source.h5"
    expected = maker(source)
    digests = espalier.digests(source)
    assert len(digests) == len(expected)
    found = {path: digests[f"{source}/{path}"].get("sha256") for path in expected}
    assert found == {path: sha256(values) for path, values in expected.items()}


def same_json(found, expected):
    """Whether a JSON value stands for a numpy scalar, a text or a list of them; numbers keep their type's precision."""
    if isinstance(expected, list):
        return isinstance(found, list) and len(found) == len(expected) and all(map(same_json, found, expected))
    if isinstance(expected, (bool, np.bool_)):
        return found is bool(expected)
    if isinstance(expected, str):
        return type(found) is str and found == expected
    if type(found) in (str, bool, list, dict) or found is None:
        return False
    if np.issubdtype(type(expected), np.integer):
        return found.is_integer() and int(found) == int(expected)
    number = type(expected)(float(found))
    return number == expected and np.signbit(number) == np.signbit(expected) and not found.is_integer()


def test_attributes_keep_their_values(espalier, tmp_path):
    _, target, expected = convert(espalier, tmp_path, hdf5_files.write_attributes)
    assert sorted(groups_below(target)) == sorted([".", "a", "a/b c", "a/b c/dé", "empty"])
    faults = []
    for node, attributes in expected.items():
        text = (target / node / "zarr.json").read_text(encoding="utf-8")
        found = parse_exactly(text).get("attributes", {})
        more = set(found) - set(attributes) - OWN_ATTRIBUTES
        if more:
            faults.append(f"/{node}: attributes that the source does not have: {sorted(more)}")
        for name, value in attributes.items():
            if name not in found or not same_json(found[name], value):
                faults.append(f"/{node} @{name}: found {found.get(name)!r}, expected {value!r}")
    assert not faults, "\n".join(faults)


def test_a_part_of_a_file_converts_alone(espalier, tmp_path):
    source = tmp_path / "source.h5"
    expected = hdf5_files.write_shapes(source)
    target = tmp_path / "part.zarr"
    espalier.run("convert", f"{source}#/zero", target)
    assert_peers_read(target, {"rows": expected["zero/rows"], "everything": expected["zero/everything"]})


def test_names_beyond_ascii_in_the_c_locale(espalier, tmp_path):
    """Cron and many containers have no other locale, and a JVM left to itself names no such file there."""
    source, target = tmp_path / "größe.h5", tmp_path / "größe.zarr"
    with h5py.File(source, "w") as file:
        file.create_dataset("Mess daten/π/日本", data=np.arange(4, dtype=np.int32))
    espalier.run("convert", f"{source}#/Mess daten/π", target, LC_ALL="C")
    assert_peers_read(target, {"日本": np.arange(4, dtype=np.int32)})


def test_the_report_names_every_object(espalier, tmp_path):
    source = tmp_path / "source.h5"
    expected = hdf5_files.write_shapes(source)
    document = espalier.run("convert", source, tmp_path / "target.zarr", "--json").document()
    objects = document["report"]["objects"]
    assert {f"/{path}" for path in expected} <= {entry["path"] for entry in objects}
    assert "/zero" in {entry["path"] for entry in objects}, "groups are objects too"
    assert all(entry["outcome"] for entry in objects)


def test_verification_covers_every_array(espalier, tmp_path):
    source = tmp_path / "source.h5"
    expected = hdf5_files.write_types(source)
    document = espalier.run("convert", source, tmp_path / "target.zarr", "--verify", "--json").document()
    assert document["verification"]["equal"] is True
    assert int(document["verification"]["arrays"]) == len(expected)
    assert int(document["verification"]["elements"]) == sum(values.size for values in expected.values())
