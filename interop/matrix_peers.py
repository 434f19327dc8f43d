"""The peers of the matrix: each opens an array by its document, and fills it or reads it, in bytes."""

import contextlib
import json

import ml_dtypes
import numpy as np
import tensorstore
import zarr

from matrix_cells import SHAPE

_ZARRS = {"codec_pipeline": {"path": "zarrs.ZarrsCodecPipeline", "strict": True}}


def _numpy_type(kind):
    if kind.numpy == "T":
        return np.dtypes.StringDType()
    if kind.numpy == "i4,u1,f8":
        return np.dtype([("id", "<i4"), ("flag", "u1"), ("v", "<f8")])
    if hasattr(ml_dtypes, kind.numpy):
        return np.dtype(getattr(ml_dtypes, kind.numpy))
    return np.dtype(kind.numpy)


def to_array(kind, values):
    """Elements as numpy has them; a type that it has not is an error, which counts as the peer's refusal."""
    if not kind.numpy:
        raise TypeError(f"numpy has no {kind.name}")
    if kind.variable:
        elements = [v.decode() if kind.name == "string" else v for v in values]
        array = np.empty(len(elements), object)
        array[:] = elements
        return (array.astype(_numpy_type(kind)) if kind.name == "string" else array).reshape(SHAPE)
    return np.frombuffer(values, _numpy_type(kind)).reshape(SHAPE)


def to_values(kind, array):
    """The inverse; numpy drops zeros at the end of texts of fixed length, which come back here."""
    flat = np.asarray(array).reshape(-1)
    if kind.variable:
        return [e.encode() if isinstance(e, str) else bytes(e) for e in flat.tolist()]
    if flat.dtype.itemsize != kind.size:
        raise TypeError(f"{kind.name} was read as {flat.dtype}")
    return flat.astype(flat.dtype.newbyteorder("<"), copy=False).tobytes()


def _version(path):
    return 3 if (path / "zarr.json").exists() else 2


class ZarrPython:
    """zarr-python, with its own pipeline of codecs or with that of zarrs."""

    def __init__(self, name, configuration):
        self.name, self._configuration = name, configuration

    def _open(self, path, mode):
        return zarr.open_array(str(path), mode=mode, zarr_format=_version(path))

    def _configured(self):
        return zarr.config.set(self._configuration) if self._configuration else contextlib.nullcontext()

    def write(self, path, kind, values):
        with self._configured():
            self._open(path, "r+")[...] = to_array(kind, values)

    def read(self, path, kind):
        with self._configured():
            return to_values(kind, self._open(path, "r")[...])


class TensorStore:
    name = "tensorstore"

    def _open(self, path):
        driver = "zarr3" if _version(path) == 3 else "zarr"
        specification = {"driver": driver, "kvstore": {"driver": "file", "path": f"{path}/"}}
        return tensorstore.open(specification, open=True).result()

    def write(self, path, kind, values):
        self._open(path).write(to_array(kind, values)).result()

    def read(self, path, kind):
        return to_values(kind, self._open(path).read().result())


PEERS = (ZarrPython("zarr-python", None), TensorStore(), ZarrPython("zarrs", _ZARRS))


def reason(fault):
    """Why a peer does not do something, in a line."""
    text = str(fault).strip() or type(fault).__name__
    with contextlib.suppress(ValueError):
        text = json.loads(text)
    return str(text).splitlines()[0][:160]
