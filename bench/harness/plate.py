"""Writes a hierarchy like a plate of a high-content screen: metadata only, 21,137 nodes in full size.

Most documents repeat: the levels of all images of a plate share a text each.
"""

from __future__ import annotations

import json
import string
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PlateSize:
    rows: int
    columns: int
    fields: int
    levels: int

    @property
    def nodes(self) -> int:
        wells = self.rows * self.columns
        images = wells * self.fields
        return 1 + self.rows + wells + images + images * self.levels


FULL = PlateSize(16, 24, 9, 5)
SMOKE = PlateSize(2, 3, 2, 2)


def documents(size: PlateSize) -> dict[str, dict]:
    """The document of each node by its path from the root, whose path is empty."""
    rows = string.ascii_uppercase[: size.rows]
    columns = [str(number + 1) for number in range(size.columns)]
    levels = [level(number) for number in range(size.levels)]
    found = {"": group(plate(rows, columns, size))}
    for row in rows:
        found[row] = group({})
        for column in columns:
            images = [{"path": str(field), "acquisition": 0} for field in range(size.fields)]
            found[f"{row}/{column}"] = group({"ome": {"version": "0.5", "well": {"images": images}}})
            for field in range(size.fields):
                path = f"{row}/{column}/{field}"
                found[path] = group(image(path, size.levels))
                for number, document in enumerate(levels):
                    found[f"{path}/{number}"] = document
    return found


def group(attributes: dict) -> dict:
    return {"zarr_format": 3, "node_type": "group", "attributes": attributes}


def plate(rows: str, columns: list[str], size: PlateSize) -> dict:
    wells = [
        {"path": f"{row}/{column}", "rowIndex": r, "columnIndex": c}
        for r, row in enumerate(rows)
        for c, column in enumerate(columns)
    ]
    described = {
        "acquisitions": [{"id": 0}],
        "rows": [{"name": row} for row in rows],
        "columns": [{"name": column} for column in columns],
        "wells": wells,
        "field_count": size.fields,
        "name": "plate",
    }
    return {"ome": {"version": "0.5", "plate": described}}


def image(path: str, levels: int) -> dict:
    axes = [{"name": "c", "type": "channel"}] + [{"name": n, "type": "space", "unit": "micrometer"} for n in "zyx"]
    datasets = [
        {
            "path": str(number),
            "coordinateTransformations": [{"type": "scale", "scale": [1.0, 1.0, 0.325 * 2**number, 0.325 * 2**number]}],
        }
        for number in range(levels)
    ]
    return {"ome": {"version": "0.5", "multiscales": [{"name": path, "axes": axes, "datasets": datasets}]}}


def level(number: int) -> dict:
    side = max(1, 2160 >> number)
    return {
        "zarr_format": 3,
        "node_type": "array",
        "shape": [3, 1, side, side],
        "data_type": "uint16",
        "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [1, 1, min(side, 1080), min(side, 1080)]}},
        "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
        "fill_value": 0,
        "codecs": [
            {"name": "bytes", "configuration": {"endian": "little"}},
            {"name": "zstd", "configuration": {"level": 3, "checksum": False}},
        ],
        "attributes": {},
        "dimension_names": ["c", "z", "y", "x"],
    }


def write(folder: Path, size: PlateSize, consolidated: bool) -> list[str]:
    """Writes the hierarchy; gives the paths of its nodes."""
    found = documents(size)
    for path, document in found.items():
        place = folder / path
        place.mkdir(parents=True, exist_ok=True)
        if consolidated and not path:
            copies = {"kind": "inline", "must_understand": False, "metadata": {p: d for p, d in found.items() if p}}
            document = document | {"consolidated_metadata": copies}
        (place / "zarr.json").write_text(json.dumps(document), encoding="utf-8")
    return list(found)
