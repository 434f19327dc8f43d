"""zarr-python and tensorstore behind one shape: a path in, a numpy array or a description out."""

import json
from pathlib import Path

import numpy as np
import tensorstore
import zarr

# tensorstore's zarr3 driver knows no variable-length strings.
TENSORSTORE_REFUSES = ("string",)


def document(node):
    """The node's own zarr.json."""
    return json.loads((Path(node) / "zarr.json").read_text(encoding="utf-8"))


def arrays_below(root):
    """The paths, relative to the root, of all arrays that lie at or below it; found by their documents alone."""
    return _nodes_below(Path(root), "array")


def groups_below(root):
    """The same for groups; the root itself is `.`."""
    return _nodes_below(Path(root), "group")


def _nodes_below(root, node_type):
    nodes = (file.parent for file in root.rglob("zarr.json"))
    return sorted(node.relative_to(root).as_posix() for node in nodes if document(node)["node_type"] == node_type)


def zarr_array(path):
    return zarr.open_array(str(path), mode="r", zarr_format=3)


def read_with_zarr(path):
    return np.asarray(zarr_array(path)[...])


def tensorstore_array(path):
    specification = {"driver": "zarr3", "kvstore": {"driver": "file", "path": f"{path}/"}}
    return tensorstore.open(specification, open=True, read=True).result()


def read_with_tensorstore(path):
    return np.asarray(tensorstore_array(path).read().result())


def readers_of(path):
    """The peers that can read an array: name and function. Both, but for strings."""
    readers = {"zarr-python": read_with_zarr}
    if document(path)["data_type"] not in TENSORSTORE_REFUSES:
        readers["tensorstore"] = read_with_tensorstore
    return readers
