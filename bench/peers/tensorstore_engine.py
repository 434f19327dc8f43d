"""Arrays with tensorstore, limited to a number of threads."""

from importlib.metadata import version
from pathlib import Path

import numpy
import tensorstore


class TensorstoreEngine:
    """Chunks are not cached. Files are not synced to the disk, which nobody else here does."""

    version = f"tensorstore {version('tensorstore')}"

    def __init__(self, threads: int):
        self.context = tensorstore.Context(
            {
                "data_copy_concurrency": {"limit": threads},
                "file_io_concurrency": {"limit": threads},
                "file_io_sync": False,
                "cache_pool": {"total_bytes_limit": 0},
            }
        )

    def _spec(self, store: Path) -> dict:
        return {"driver": "zarr3", "kvstore": {"driver": "file", "path": f"{store}/"}}

    def write(self, case: dict, elements: numpy.ndarray, store: Path) -> None:
        metadata = {k: v for k, v in case["document"].items() if k not in ("zarr_format", "node_type")}
        spec = self._spec(store) | {"metadata": metadata, "create": True}
        array = tensorstore.open(spec, context=self.context).result()
        array.write(elements, can_reference_source_data_indefinitely=True).result()

    def open(self, store: Path):
        return tensorstore.open(self._spec(store), open=True, read=True, context=self.context).result()

    def read_all(self, array) -> numpy.ndarray:
        return array.read().result()

    def read_all_into(self, array, output: numpy.ndarray) -> None:
        self._into(output).write(array).result()

    def read_box(self, array, box: tuple) -> numpy.ndarray:
        return array[box].read().result()

    def read_box_into(self, array, box: tuple, output: numpy.ndarray) -> None:
        self._into(output).write(array[box].translate_to[0]).result()

    def _into(self, output: numpy.ndarray):
        return tensorstore.array(output, copy=False, write=True, context=self.context)
