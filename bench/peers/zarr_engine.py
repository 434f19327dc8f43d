"""Arrays with zarr-python, with its own codec pipeline or with that of zarrs."""

from importlib.metadata import version
from pathlib import Path

import numpy
import zarr
from zarr.core.buffer.cpu import NDBuffer
from zarr.registry import get_codec_class


class ZarrEngine:
    def __init__(self, threads: int, rust_pipeline: bool):
        zarr.config.set({"threading.max_workers": threads})
        self.version = f"zarr {version('zarr')}"
        if rust_pipeline:
            zarr.config.set({"codec_pipeline.path": "zarrs.ZarrsCodecPipeline"})
            self.version += f", zarrs {version('zarrs')}"

    def write(self, case: dict, elements: numpy.ndarray, store: Path) -> None:
        codecs = [get_codec_class(codec["name"]).from_dict(codec) for codec in case["codecs"]]
        array = zarr.create_array(
            store,
            shape=case["shape"],
            chunks=tuple(case["chunk"]),
            shards=tuple(case["shard"]) if case["shard"] else None,
            dtype="<u2",
            filters=None,
            serializer=codecs[0],
            compressors=codecs[1:] or None,
        )
        array[...] = elements

    def open(self, store: Path):
        return zarr.open_array(store, mode="r")

    def read_all(self, array) -> numpy.ndarray:
        return array[...]

    def read_all_into(self, array, output: numpy.ndarray) -> None:
        array.get_basic_selection(Ellipsis, out=NDBuffer.from_numpy_array(output))

    def read_box(self, array, box: tuple) -> numpy.ndarray:
        return array[box]

    def read_box_into(self, array, box: tuple, output: numpy.ndarray) -> None:
        array.get_basic_selection(box, out=NDBuffer.from_numpy_array(output))
