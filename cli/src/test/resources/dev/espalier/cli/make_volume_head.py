#!/usr/bin/env python3
"""Write volume.h5.head: the first 2048 bytes of an HDF5 file of 256 MiB.

The file has one contiguous dataset /volume, uint16 little-endian, shape (64, 1024, 2048); its elements
are all that follows the head. Tests append them, so that no large file has to be kept.

    python make_volume_head.py          needs h5py; made with 3.16.0
"""

from pathlib import Path

import h5py

HEAD = Path(__file__).parent / "volume.h5.head"
WHOLE = HEAD.with_suffix(".whole")

with h5py.File(WHOLE, "w", libver="earliest") as file:
    layout = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    layout.set_layout(h5py.h5d.CONTIGUOUS)
    layout.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    layout.set_fill_time(h5py.h5d.FILL_TIME_NEVER)
    layout.set_obj_track_times(False)
    space = h5py.h5s.create_simple((64, 1024, 2048))
    volume = h5py.h5d.create(file.id, b"volume", h5py.h5t.STD_U16LE, space, layout)
    start, size = volume.get_offset(), volume.get_storage_size()

assert WHOLE.stat().st_size == start + size
with WHOLE.open("rb") as whole:
    HEAD.write_bytes(whole.read(start))
WHOLE.unlink()
