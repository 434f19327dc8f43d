#!/usr/bin/env python3
"""Write cells.h5, an HDF5 file as a microscope's software might leave it.

Two runs with the versions of requirements.txt give the same bytes: the random
generator has a fixed seed and the file holds no time stamps of its own.

    python make_samples.py [TARGET]      TARGET defaults to cells.h5 beside this file
"""

import sys
from pathlib import Path

import h5py
import numpy as np

SEED = 20260317
SHAPE_ZYX = (5, 517, 623)
CHUNKS = (1, 2, 128, 160)
VOXEL_UM = (1.0, 0.325, 0.325)

CHANNELS = ("DNA", "Actin", "Lysosomes")
CELL_COUNT = 46
CAMERA_OFFSET = 100.0
READ_NOISE = 0.9


class Cells:
    """Where the cells of one field of view lie and how large they are, in pixels."""

    def __init__(self, random):
        _, height, width = SHAPE_ZYX
        self.centres = []
        # A cell that would overlap an earlier one is thrown away: a monolayer, not a heap.
        while len(self.centres) < CELL_COUNT:
            y, x = random.uniform(-10, height + 10), random.uniform(-10, width + 10)
            if all(np.hypot(y - v, x - u) > 52 for v, u in self.centres):
                self.centres.append((y, x))
        self.depth = random.normal(2.0, 0.4, CELL_COUNT)
        self.long_axis = random.uniform(15.0, 20.0, CELL_COUNT)
        self.short_axis = self.long_axis * random.uniform(0.65, 0.95, CELL_COUNT)
        self.angle = random.uniform(0.0, np.pi, CELL_COUNT)
        self.brightness = random.lognormal(0.0, 0.25, CELL_COUNT)

    def distance(self, cell, z, yy, xx, spread=1.0):
        """Elliptical distance from a cell's centre; 1 is the rim of a cell `spread` times as large."""
        y, x = self.centres[cell]
        cos, sin = np.cos(self.angle[cell]), np.sin(self.angle[cell])
        along = (cos * (xx - x) + sin * (yy - y)) / (self.long_axis[cell] * spread)
        across = (cos * (yy - y) - sin * (xx - x)) / (self.short_axis[cell] * spread)
        height = (z - self.depth[cell]) / 2.2
        return np.sqrt(along**2 + across**2 + height**2)


def soft_edge(distance, sharpness):
    """One inside, zero outside, with the blur of a microscope between."""
    return 1.0 / (1.0 + np.exp(np.clip((distance - 1.0) * sharpness, -50.0, 50.0)))


def dna(cells, texture, z, yy, xx):
    image = np.zeros(yy.shape)
    for cell in range(CELL_COUNT):
        image += cells.brightness[cell] * soft_edge(cells.distance(cell, z, yy, xx), 9.0)
    return 420.0 * image * (0.85 + 0.3 * texture)


def actin(cells, texture, z, yy, xx):
    image = np.zeros(yy.shape)
    for cell in range(CELL_COUNT):
        distance = cells.distance(cell, z, yy, xx, spread=1.75)
        cortex = np.exp(-(((distance - 1.0) / 0.11) ** 2))
        image += cells.brightness[cell] * (cortex + 0.35 * soft_edge(distance, 7.0))
    # Stress fibres: faint parallel stripes that follow the texture's slow bends.
    fibres = 0.8 + 0.2 * np.sin(0.42 * xx + 0.31 * yy + 5.0 * texture)
    return 260.0 * image * fibres


def lysosomes(spots, z, yy, xx):
    image = np.zeros(yy.shape)
    for y, x, depth, strength in spots:
        top, left = max(int(y) - 7, 0), max(int(x) - 7, 0)
        window = (slice(top, int(y) + 8), slice(left, int(x) + 8))
        squared = (yy[window] - y) ** 2 + (xx[window] - x) ** 2
        image[window] += strength * np.exp(-squared / 4.5 - (z - depth) ** 2 / 1.3)
    return 600.0 * image


def spots_around_nuclei(cells, random):
    """(y, x, depth, strength) of puncta, scattered in the cytoplasm of each cell."""
    spots = []
    _, height, width = SHAPE_ZYX
    for cell, (y, x) in enumerate(cells.centres):
        for _ in range(random.integers(8, 26)):
            angle, radius = random.uniform(0.0, 2 * np.pi), random.uniform(1.05, 1.6)
            spot_y = y + radius * cells.short_axis[cell] * np.sin(angle)
            spot_x = x + radius * cells.short_axis[cell] * np.cos(angle)
            if 0 <= spot_y < height and 0 <= spot_x < width:
                depth = cells.depth[cell] + random.normal(0.0, 1.0)
                spots.append((spot_y, spot_x, depth, random.lognormal(-0.3, 0.5)))
    return spots


def smooth_texture(random, shape, step):
    """Slow random variation between 0 and 1: a coarse grid of noise, interpolated."""
    rows, columns = shape[0] // step + 2, shape[1] // step + 2
    grid = random.uniform(0.0, 1.0, (rows, columns))
    y, x = np.arange(shape[0]) / step, np.arange(shape[1]) / step
    by_column = np.stack([np.interp(y, np.arange(rows), grid[:, c]) for c in range(columns)], 1)
    return np.stack([np.interp(x, np.arange(columns), row) for row in by_column])


def illumination(yy, xx):
    """Brighter in the middle than in the corners, and not quite centred."""
    _, height, width = SHAPE_ZYX
    return 1.0 - 0.35 * ((yy / height - 0.45) ** 2 + (xx / width - 0.55) ** 2)


def camera(signal, random):
    """Photons counted, read noise and offset added, saturated at 12 bits."""
    gain = 6.0
    counted = random.poisson(np.maximum(signal, 0.0) / gain) * gain * 0.5 + signal * 0.5
    noisy = counted + CAMERA_OFFSET + random.normal(0.0, READ_NOISE, signal.shape)
    return np.clip(np.rint(noisy), 0, 4095).astype(np.uint16)


def acquire():
    """The image, (c, z, y, x) uint16."""
    random = np.random.default_rng(SEED)
    depth, height, width = SHAPE_ZYX
    yy, xx = np.meshgrid(np.arange(height), np.arange(width), indexing="ij")
    cells = Cells(random)
    texture = smooth_texture(random, (height, width), 9)
    spots = spots_around_nuclei(cells, random)
    background = 14.0 + 10.0 * xx / width
    image = np.empty((len(CHANNELS), *SHAPE_ZYX), np.uint16)
    for z in range(depth):
        planes = (
            dna(cells, texture, z, yy, xx),
            actin(cells, texture, z, yy, xx),
            lysosomes(spots, z, yy, xx),
        )
        for channel, plane in enumerate(planes):
            image[channel, z] = camera((plane + background) * illumination(yy, xx), random)
    return image


def fixed(text):
    """An attribute value of HDF5's fixed-length string type."""
    return np.bytes_(text.encode("ascii"))


def dataset(group, name, data, **options):
    # HDF5 would record when the dataset was made, and no two files would be alike.
    return group.create_dataset(name, data=data, track_times=False, **options)


def write_run(run):
    run.attrs["started"] = "2026-03-17T09:41:05+01:00"
    run.attrs["operator"] = fixed("R. Espinosa")
    run.attrs["exposure_ms"] = np.array([40.0, 120.0, 200.0], np.float32)
    run.attrs["binning"] = np.array([1, 1], np.uint8)
    run.attrs["frame_count"] = np.int32(len(CHANNELS) * SHAPE_ZYX[0])
    run.attrs["hardware_autofocus"] = np.bool_(True)
    run.attrs["stage_position_um"] = np.array([10432.5, -2210.25, 87.0])

    image = dataset(
        run, "image", acquire(), chunks=CHUNKS, compression="gzip", compression_opts=6, shuffle=True
    )
    image.attrs["element_size_um"] = np.array(VOXEL_UM)
    image.attrs["unit"] = "micrometer"
    image.attrs["axis_order"] = fixed("czyx")
    image.attrs["channel_names"] = np.array(CHANNELS, dtype=h5py.string_dtype())
    image.attrs["saturation"] = np.uint16(4095)

    frames = np.arange(len(CHANNELS) * SHAPE_ZYX[0], dtype=np.float64)
    times = dataset(run, "timestamps", (frames * 0.4375).reshape(len(CHANNELS), SHAPE_ZYX[0]))
    times.attrs["unit"] = "s"

    table = [
        ["DNA", "Hoechst 33342", "405", "450/50"],
        ["Actin", "Phalloidin–AF488", "488", "525/40"],
        ["Lysosomes", "LysoTracker Deep Red", "640", "680/42"],
    ]
    channels = dataset(run, "channel_table", np.array(table, dtype=object), dtype=h5py.string_dtype())
    channels.attrs["columns"] = np.array(
        ["name", "dye", "excitation_nm", "emission_nm"], dtype=h5py.string_dtype()
    )
    dataset(run, "focus_score", np.float32(0.8125))
    dataset(run, "shutter_open", np.array([True, False, True]))


def write_instrument(instrument):
    instrument.attrs["manufacturer"] = "Beispiel Optik GmbH"
    instrument.attrs["firmware"] = np.array([2, 11, 4], np.uint8)
    objective = instrument.create_group("objective")
    objective.attrs["magnification"] = np.float32(20.0)
    objective.attrs["numerical_aperture"] = np.float32(0.75)
    objective.attrs["immersion"] = fixed("air")
    objective.attrs["corrected"] = np.bool_(False)
    objective.attrs["working_distance_um"] = np.int16(610)
    camera_group = instrument.create_group("camera")
    camera_group.attrs["bit_depth"] = np.int32(12)
    camera_group.attrs["serial_number"] = np.uint64(2**53 + 1)
    camera_group.attrs["pixel_size_um"] = np.float64(6.5)


def write_sample(sample):
    sample.attrs["organism"] = "Homo sapiens"
    sample.attrs["cell_line"] = fixed("U-2 OS")
    sample.attrs["description"] = "fixed in 4 % PFA, mounted at 21 °C, synthetic data"
    sample.attrs["passage"] = np.int8(14)


def write(path):
    with h5py.File(path, "w") as file:
        file.attrs["title"] = "Synthetic cells, three channels"
        file.attrs["format_version"] = np.int32(2)
        write_run(file.create_group("acquisition").create_group("run1"))
        write_instrument(file.create_group("instrument"))
        write_sample(file.create_group("sample"))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "cells.h5")
