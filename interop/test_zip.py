"""Hierarchies in zip archives: zarr-python reads what Espalier packed, and Espalier what zarr-python did."""

import json
import warnings
import zipfile

import numpy as np
import pytest
import zarr
from zarr.storage import ZipStore

from values import CORE, assert_same_bits, hard_values, sha256


def arrays_of(group, above=""):
    found = {}
    for name, node in group.members():
        path = f"{above}/{name}"
        if isinstance(node, zarr.Group):
            found.update(arrays_of(node, path))
        else:
            found[path] = node
    return found


@pytest.mark.parametrize("zarr_format", ["zarr", "zarr2"])
def test_zarr_python_reads_what_was_packed(espalier, sample, tmp_path, zarr_format):
    archive = tmp_path / "cells.zarr.zip"
    directory = tmp_path / "cells.zarr"
    for target in (archive, directory):
        espalier.run("convert", sample, target, "--format", zarr_format)
    with ZipStore(archive, mode="r") as packed:
        found = arrays_of(zarr.open_group(packed, mode="r"))
        expected = arrays_of(zarr.open_group(directory, mode="r"))
        assert sorted(found) == sorted(expected)
        assert len(found) >= 5
        for path, array in found.items():
            assert array.attrs.asdict() == expected[path].attrs.asdict()
            assert_same_bits(array[...], expected[path][...], path)


def test_an_archive_of_ome_zarr_is_what_rfc_9_asks_for(espalier, sample, tmp_path):
    archive = tmp_path / "cells.ozx"
    espalier.run(
        "convert", f"{sample}#/acquisition/run1/image", archive, "--as", "ngff:image@0.5",
        "--axes", "czyx", "--voxel-size", "element_size_um",
    )  # fmt: skip
    espalier.run("validate", archive)
    with zipfile.ZipFile(archive) as packed:
        entries = packed.infolist()
        assert packed.testzip() is None
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
        assert json.loads(packed.comment)["ome"] == {
            "version": "0.5",
            "zipFile": {"centralDirectory": {"jsonFirst": True}},
        }
    names = [entry.filename for entry in sorted(entries, key=lambda entry: entry.header_offset)]
    assert names == [entry.filename for entry in entries]
    documents = [name for name in names if name.endswith("zarr.json")]
    assert names[: len(documents)] == documents
    assert documents[0] == "zarr.json"
    depths = [name.count("/") for name in documents]
    assert depths == sorted(depths)
    assert len(names) > len(documents) > 2


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("zarr_format", [2, 3])
def test_what_zarr_python_packed_is_read(espalier, tmp_path, compression, zarr_format):
    archive = tmp_path / "packed.zarr.zip"
    written = {}
    with warnings.catch_warnings(), ZipStore(archive, mode="w", compression=compression) as store:
        # A value that is set again is appended, and the one before stays in the archive.
        warnings.simplefilter("ignore", UserWarning)
        group = zarr.create_group(store, zarr_format=zarr_format)
        group.attrs["title"] = "before"
        group.attrs["title"] = "after"
        for data_type in CORE:
            if data_type == "string":
                continue
            values = hard_values(data_type, (7, 5))
            array = group.create_array(f"größe/{data_type}", shape=values.shape, dtype=values.dtype, chunks=(4, 4))
            array[...] = values
            written[f"/größe/{data_type}"] = values
    with zipfile.ZipFile(archive) as packed:
        names = [entry.filename for entry in packed.infolist()]
    assert len(names) > len(set(names)), "zarr-python replaces by appending"
    digests = espalier.run("digest", "--json", archive).documents()
    assert {line["path"]: line["sha256"] for line in digests} == {
        path: sha256(values) for path, values in written.items()
    }
    assert '"after"' in espalier.run("inspect", archive).stdout


def test_an_archive_becomes_a_directory_and_comes_back(espalier, tmp_path):
    values = np.arange(5000, dtype=np.int32).reshape(50, 100)
    archive = tmp_path / "packed.zarr.zip"
    with ZipStore(archive, mode="w") as store:
        zarr.create_group(store).create_array("a/b", shape=values.shape, dtype=values.dtype, chunks=(16, 16))[...] = values
    espalier.run("convert", archive, tmp_path / "directory.zarr")
    espalier.run("convert", tmp_path / "directory.zarr", tmp_path / "again.zip")
    espalier.run("diff", archive, tmp_path / "again.zip")
    with ZipStore(tmp_path / "again.zip", mode="r") as store:
        assert_same_bits(zarr.open_group(store, mode="r")["a/b"][...], values, "a/b")
