#!/usr/bin/env python3
"""Write mooring.h5, three thermometers on one line in the sea, as a logger's software might leave them.

It follows the convention coast:mooring@2.0 of docs/guide/declare-a-convention.md. Two runs with the
versions of requirements.txt give the same bytes.

    python make_mooring.py [TARGET]      TARGET defaults to mooring.h5 beside this file
"""

import sys
from pathlib import Path

import h5py
import numpy as np

DEPTHS = (5.0, 20.0, 80.0)
SAMPLES = 150
START = 1_773_700_000
TIDE_SAMPLES = 745.0


def dataset(group, name, data, **options):
    # HDF5 would record when the dataset was made, and no two files would be alike.
    return group.create_dataset(name, data=data, track_times=False, **options)


def temperature(depth, minutes):
    """Colder further down, with a tide that the deeper thermometers see less of."""
    tide = 0.8 * np.exp(-depth / 40.0) * np.sin(2.0 * np.pi * minutes / TIDE_SAMPLES)
    return (6.0 + 9.0 * np.exp(-depth / 25.0) + tide).astype(np.float32)


def hourly(samples):
    """The mean of each sixty samples, the last ones being fewer."""
    return np.array([samples[at : at + 60].mean() for at in range(0, len(samples), 60)], np.float32)


def write(path):
    minutes = np.arange(SAMPLES)
    with h5py.File(path, "w") as file:
        file.attrs["mooring_version"] = "2.0"
        file.attrs["operator"] = np.bytes_(b"Harbour office")
        file.attrs["position"] = np.array([54.18, 7.89])
        dataset(file, "time", (START + 60 * minutes).astype(np.int64))
        for number, depth in enumerate(DEPTHS):
            sensor = file.create_group(f"sensor_{number}")
            sensor.attrs["depth"] = np.float32(depth)
            samples = temperature(depth, minutes)
            dataset(sensor, "temperature", samples, chunks=(64,), compression="gzip", shuffle=True)
            dataset(sensor, "hourly", hourly(samples))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "mooring.h5")
