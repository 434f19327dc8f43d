"""An HDF5 volume converted to OME-NGFF 0.5: pixels, pyramid, metadata and neighbours, as the peers see them."""

import h5py
import numpy as np
import pytest
import tensorstore
import zarr

from launcher import parse_exactly
from peers import arrays_below, document, groups_below, readers_of, tensorstore_array
from values import assert_same_bits

AS_IMAGE = ("--as", "ngff:image@0.5")
LARGEST_PLANE = 256


class Image:
    """The one multiscale image of a hierarchy, found by its metadata."""

    def __init__(self, root):
        self.root = root
        holders = [g for g in groups_below(root) if "multiscales" in document(root / g).get("attributes", {}).get("ome", {})]
        assert len(holders) == 1, f"one image expected, found {holders}"
        self.group = root / holders[0]
        self.ome = document(self.group)["attributes"]["ome"]
        assert len(self.ome["multiscales"]) == 1
        self.multiscale = self.ome["multiscales"][0]
        self.axes = [axis["name"] for axis in self.multiscale["axes"]]
        self.levels = [self.group / dataset["path"] for dataset in self.multiscale["datasets"]]

    def transform(self, level, kind, absent):
        found = [
            t[kind]
            for t in self.multiscale["datasets"][level]["coordinateTransformations"]
            if t["type"] == kind
        ]
        assert len(found) <= 1, f"level {level} has {len(found)} transformations of type {kind}"
        return found[0] if found else [absent] * len(self.axes)


def halved(plane_stack):
    """Each 2 x 2 block of the last two axes by its mean; at an odd edge, of the pixels that are there.

    Integers are rounded half to even. Sums are exact: no floating point takes part for integers.
    """
    *outer, height, width = plane_stack.shape
    rows, columns = -(-height // 2), -(-width // 2)
    integers = plane_stack.dtype.kind in "iu"
    total = np.zeros((*outer, rows, columns), np.int64 if integers else np.float64)
    count = np.zeros((rows, columns), np.int64)
    for y in (0, 1):
        for x in (0, 1):
            part = plane_stack[..., y::2, x::2]
            here = (..., slice(0, part.shape[-2]), slice(0, part.shape[-1]))
            total[here] += part
            count[here] += 1
    if not integers:
        return (total / count).astype(plane_stack.dtype)
    quotient, remainder = total // count, total % count
    up = (2 * remainder > count) | ((2 * remainder == count) & (quotient % 2 == 1))
    return (quotient + up).astype(plane_stack.dtype)


def assert_pyramid(image, base):
    """Level 0 is the base to the bit; each level is the halved one above it; the last one fits."""
    expected = base
    for number, level in enumerate(image.levels):
        for peer, read in readers_of(level).items():
            found = read(level)
            where = f"level {number} read by {peer}"
            if number and base.dtype.kind == "f":
                np.testing.assert_allclose(found, expected, rtol=1e-6, err_msg=where)
            else:
                assert_same_bits(found, expected, where)
        if max(expected.shape[-2:]) <= LARGEST_PLANE:
            assert number == len(image.levels) - 1, "no level after the one that fits"
            return
        expected = halved(found)
    raise AssertionError(f"the last of {len(image.levels)} levels is still {expected.shape}")


def assert_transformations(image, voxel_size):
    """Scale doubles in y and x from level to level; the translation is half of what the pixel grew by."""
    for number in range(len(image.levels)):
        factor = [2**number if axis in "yx" else 1 for axis in image.axes]
        size = [voxel_size.get(axis, 1.0) for axis in image.axes]
        scale = [s * f for s, f in zip(size, factor)]
        translation = [(f - 1) * s / 2 for s, f in zip(size, factor)]
        np.testing.assert_allclose(image.transform(number, "scale", 1.0), scale, rtol=1e-12)
        np.testing.assert_allclose(image.transform(number, "translation", 0.0), translation, rtol=1e-12, atol=1e-15)
        kinds = [t["type"] for t in image.multiscale["datasets"][number]["coordinateTransformations"]]
        assert kinds in (["scale"], ["scale", "translation"]), kinds
        assert number == 0 or kinds == ["scale", "translation"]


def assert_described(image, axes, units):
    """Axes with types and units; dimension names on every level."""
    assert image.ome["version"] == "0.5"
    assert image.axes == list(axes)
    types = {"t": "time", "c": "channel"}
    assert [a["type"] for a in image.multiscale["axes"]] == [types.get(a, "space") for a in axes]
    assert {a["name"]: a["unit"] for a in image.multiscale["axes"] if "unit" in a} == units
    for level in image.levels:
        assert document(level)["dimension_names"] == list(axes)
        assert tensorstore_array(level).domain.labels == tuple(axes)


def assert_valid(espalier, target):
    verdicts = espalier.run("validate", "--json", target).documents()
    assert verdicts, "validate said nothing"
    assert all(verdict["valid"] is True for verdict in verdicts), verdicts
    assert any((verdict["convention"] or "").startswith("ngff:image") for verdict in verdicts), verdicts
    errors = [f for verdict in verdicts for f in verdict["findings"] if f["severity"] == "error"]
    assert not errors, errors


@pytest.fixture(scope="module")
def converted(espalier, sample, tmp_path_factory):
    """The sample, converted as the README does it."""
    target = tmp_path_factory.mktemp("image") / "cells.ome.zarr"
    espalier.run(
        "convert", f"{sample}#/acquisition/run1/image", target, *AS_IMAGE,
        "--axes", "czyx", "--voxel-size", "element_size_um",
    )  # fmt: skip
    return target


@pytest.fixture(scope="module")
def pixels(sample):
    with h5py.File(sample) as file:
        return file["acquisition/run1/image"][...]


def test_the_sample_has_the_pyramid_of_its_pixels(converted, pixels):
    image = Image(converted)
    assert len(image.levels) == 3
    assert_pyramid(image, pixels)


def test_tensorstore_downsamples_to_the_same_levels(converted):
    """A second opinion on the mean, its rounding and its odd edges: none of this repository's code."""
    levels = Image(converted).levels
    for above, below in zip(levels, levels[1:]):
        expected = tensorstore.downsample(tensorstore_array(above), [1, 1, 2, 2], method="mean")
        found = tensorstore_array(below).read().result()
        assert_same_bits(found, expected.read().result(), f"{below.name} against the mean of {above.name}")


def test_the_sample_is_described(converted):
    image = Image(converted)
    assert_described(image, "czyx", {axis: "micrometer" for axis in "zyx"})
    assert_transformations(image, {"z": 1.0, "y": 0.325, "x": 0.325})


def test_the_converted_sample_is_valid(espalier, converted):
    assert_valid(espalier, converted)


def test_neighbours_of_the_image_are_carried_along(converted, sample):
    """Every other dataset of the file arrives with its values, every attribute with its name."""
    with h5py.File(sample) as file:
        assert carried(converted, "timestamps") == file["acquisition/run1/timestamps"][...].tolist()
        assert carried(converted, "focus_score") == pytest.approx(float(file["acquisition/run1/focus_score"][()]))
        assert carried(converted, "shutter_open") == file["acquisition/run1/shutter_open"][...].tolist()
        assert carried(converted, "channel_table") == file["acquisition/run1/channel_table"].asstr()[...].tolist()
        names = set(file.attrs)
        file.visititems(lambda _, node: names.update(node.attrs))
    found = set()
    for path in [*arrays_below(converted), *groups_below(converted)]:
        text = (converted / path / "zarr.json").read_text(encoding="utf-8")
        found |= set(parse_exactly(text).get("attributes", {}))
    assert len(names) >= 20
    assert names <= found, f"lost on the way: {sorted(names - found)}"
    assert {"objective", "camera", "sample"} <= {path.split("/")[-1] for path in groups_below(converted)}


def carried(root, name):
    """The values of the one array of that name, wherever it was put."""
    paths = [path for path in arrays_below(root) if path.split("/")[-1] == name]
    assert len(paths) == 1, f"{name} was found at {paths}"
    return np.asarray(zarr.open_array(str(root / paths[0]), mode="r")[...]).tolist()


OTHERS = {
    # name: (data type, shape, axes, --voxel-size, {axis: size}, {axis: unit})
    "float_plane": ("float32", (301, 1030), "yx", "y=0.25um,x=0.5um", {"y": 0.25, "x": 0.5}, "micrometer"),
    "big_endian_stack": (">i2", (3, 260, 515), "zyx", "z=2nm,y=1nm,x=1nm", {"z": 2.0, "y": 1.0, "x": 1.0}, "nanometer"),
    "movie": ("uint8", (4, 2, 1, 300, 257), "tczyx", "z=1mm,y=3mm,x=3mm", {"z": 1.0, "y": 3.0, "x": 3.0}, "millimeter"),
    # The specification wants time, channel, space: these have to be turned.
    "interleaved": ("uint8", (270, 513, 3), "yxc", "y=1um,x=1um", {"y": 1.0, "x": 1.0}, "micrometer"),
    "channel_inside": ("uint16", (3, 2, 300, 270), "zcyx", "z=2um,y=1um,x=1um", {"z": 2.0, "y": 1.0, "x": 1.0}, "micrometer"),
    "small": ("uint16", (2, 20, 30), "cyx", "y=1um,x=1um", {"y": 1.0, "x": 1.0}, "micrometer"),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_images_with_other_names_types_and_axes(espalier, tmp_path, name):
    """Nothing knows the sample: random pixels, so that every rounding and every edge occurs."""
    data_type, shape, axes, option, size, unit = OTHERS[name]
    random = np.random.default_rng(11)
    if np.dtype(data_type).kind == "f":
        values = random.normal(0.0, 1e3, shape).astype(data_type)
    else:
        limits = np.iinfo(data_type)
        values = random.integers(limits.min, limits.max, shape, dtype=np.int64, endpoint=True).astype(data_type)
    source, target = tmp_path / "other.h5", tmp_path / "other.ome.zarr"
    with h5py.File(source, "w") as file:
        file.create_dataset("Mess daten/π/stack", data=values)
    espalier.run(
        "convert", f"{source}#/Mess daten/π/stack", target, *AS_IMAGE, "--axes", axes, "--voxel-size", option
    )  # fmt: skip
    image = Image(target)
    ordered = sorted(axes, key="tczyx".index)
    assert_pyramid(image, values.transpose([axes.index(axis) for axis in ordered]))
    assert_described(image, ordered, {axis: unit for axis in size})
    assert_transformations(image, size)
    assert_valid(espalier, target)


def test_shards_larger_than_the_small_levels(espalier, sample, pixels, tmp_path):
    """Every level in the layout asked for, also where a level is smaller than a shard."""
    target = tmp_path / "sharded.ome.zarr"
    espalier.run(
        "convert", f"{sample}#/acquisition/run1/image", target, *AS_IMAGE, "--axes", "czyx",
        "--voxel-size", "z=1um,y=0.325um,x=0.325um", "--chunks", "1,1,64,64", "--shards", "1,4,256,256",
        "--codec", "zstd+crc32c", "--verify",
    )  # fmt: skip
    image = Image(target)
    assert_pyramid(image, pixels)
    assert_transformations(image, {"z": 1.0, "y": 0.325, "x": 0.325})
    for level in image.levels:
        array = zarr.open_array(str(level), mode="r")
        assert (array.chunks, array.shards) == ((1, 1, 64, 64), (1, 4, 256, 256))
    assert_valid(espalier, target)


def write_image_with_zarr(root, names_of_levels):
    """An image of two levels by zarr-python, each level with its own dimension names."""
    scales = ([1.0, 0.5, 0.5], [1.0, 1.0, 1.0])
    datasets = [
        {"path": str(n), "coordinateTransformations": [{"type": "scale", "scale": s}]} for n, s in enumerate(scales)
    ]
    described = [{"name": "c", "type": "channel"}, {"name": "y", "type": "space"}, {"name": "x", "type": "space"}]
    multiscale = {"name": "peer", "axes": described, "datasets": datasets}
    attributes = {"ome": {"version": "0.5", "multiscales": [multiscale]}}
    group = zarr.create_group(str(root), zarr_format=3, attributes=attributes)
    for n, (shape, names) in enumerate(zip(((2, 40, 60), (2, 20, 30)), names_of_levels)):
        group.create_array(str(n), shape=shape, dtype="uint16", chunks=(1, 16, 16), dimension_names=list(names))


def test_an_image_by_zarr_python_is_valid(espalier, tmp_path):
    write_image_with_zarr(tmp_path / "peer.zarr", ["cyx", "cyx"])
    assert_valid(espalier, tmp_path / "peer.zarr")


def test_an_image_by_zarr_python_with_a_level_of_other_dimension_names_is_not(espalier, tmp_path):
    write_image_with_zarr(tmp_path / "peer.zarr", ["cyx", "czx"])
    verdict = espalier.run("validate", "--json", tmp_path / "peer.zarr", code=1).document()
    assert verdict["valid"] is False
    errors = [finding for finding in verdict["findings"] if finding["severity"] == "error"]
    assert [finding["node"] for finding in errors] == ["/1"], "one mistake, one finding"
    assert all(errors[0][part] for part in ("rule", "pointer", "message", "expected", "found", "fix"))


def test_zarr_python_opens_the_group_without_a_word(converted):
    """The group itself, its members and its attributes, through zarr-python's own view of a hierarchy."""
    group = zarr.open_group(str(converted), mode="r", zarr_format=3)
    members = dict(group.members(max_depth=None))
    assert sorted(members) == sorted(path for path in [*arrays_below(converted), *groups_below(converted)] if path != ".")
