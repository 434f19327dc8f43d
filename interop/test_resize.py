"""An array that a peer made smaller, and Espalier larger again: what is new in it is the fill value to the peer."""

import numpy as np
import pytest
import zarr

SHAPE, SMALLER, LARGER = (20, 30), (13, 17), (25, 33)
FILL = -7
# name: version of the format, shards
ARRAYS = {"v3": (3, None), "shards": (3, (8, 12)), "v2": (2, None)}


@pytest.mark.parametrize("name", ARRAYS)
def test_what_is_new_holds_the_fill_value(espalier, tmp_path, name):
    version, shards = ARRAYS[name]
    target = tmp_path / "resized.zarr"
    values = np.arange(SHAPE[0] * SHAPE[1], dtype="int16").reshape(SHAPE)
    array = zarr.open_group(target, mode="w", zarr_format=version).create_array(
        "a", shape=SHAPE, chunks=(4, 6), shards=shards, dtype="int16", fill_value=FILL
    )
    array[:] = values
    array.resize(SMALLER)  # which leaves elements beyond the edge in the chunks there

    espalier.run("resize", target, "--array", "/a", "--shape", ",".join(map(str, LARGER)))

    expected = np.full(LARGER, FILL, dtype="int16")
    expected[: SMALLER[0], : SMALLER[1]] = values[: SMALLER[0], : SMALLER[1]]
    np.testing.assert_array_equal(zarr.open_group(target, mode="r")["a"][:], expected)


@pytest.mark.parametrize("name", ARRAYS)
def test_nothing_is_left_of_what_was_cut_off(espalier, tmp_path, name):
    version, shards = ARRAYS[name]
    target = tmp_path / "resized.zarr"
    array = zarr.open_group(target, mode="w", zarr_format=version).create_array(
        "a", shape=SHAPE, chunks=(4, 6), shards=shards, dtype="int16", fill_value=FILL
    )
    array[:] = 1

    espalier.run("resize", target, "--array", "/a", "--shape", ",".join(map(str, SMALLER)))

    array = zarr.open_group(target, mode="r+")["a"]
    assert array.shape == SMALLER
    array.resize(SHAPE)  # which brings to light what is left
    expected = np.full(SHAPE, FILL, dtype="int16")
    expected[: SMALLER[0], : SMALLER[1]] = 1
    np.testing.assert_array_equal(array[:], expected)
