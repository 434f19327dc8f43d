"""Times how long pydantic-zarr takes to validate the plate that ValidateBenchmark validates.

Usage: validate_with_pydantic_zarr.py PLATE.json ROUNDS

The models say what PlateSchema says, as far as pydantic-zarr has a word for it: types, values,
patterns, bounds and lengths of attributes, kinds and data types of nodes. Cardinality of members,
references and shared dimensions have none.
"""

import json
import statistics
import sys
import time
from typing import Annotated, Any, Literal, Optional

from pydantic import BaseModel, Field
from pydantic_zarr.v3 import ArraySpec, GroupSpec

Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+$")]
Steps = Annotated[list[Annotated[float, Field(gt=0)]], Field(min_length=2, max_length=5)]


class Axis(BaseModel):
    name: str
    type: Optional[Literal["space", "time", "channel"]] = None
    unit: Optional[str] = None


class Transformation(BaseModel):
    type: Literal["scale", "translation"]
    scale: Optional[Steps] = None
    translation: Optional[Annotated[list[float], Field(min_length=2, max_length=5)]] = None


class Dataset(BaseModel):
    path: str
    coordinateTransformations: Annotated[list[Transformation], Field(min_length=1)]


class Multiscale(BaseModel):
    name: Optional[str] = None
    axes: Annotated[list[Axis], Field(min_length=2, max_length=5)]
    datasets: Annotated[list[Dataset], Field(min_length=1)]


class ImageMetadata(BaseModel):
    version: Literal["0.5"]
    multiscales: Annotated[list[Multiscale], Field(min_length=1)]


class ImageAttributes(BaseModel):
    ome: ImageMetadata


class FieldImage(BaseModel):
    path: str
    acquisition: Optional[int] = None


class WellImages(BaseModel):
    images: Annotated[list[FieldImage], Field(min_length=1)]


class WellMetadata(BaseModel):
    version: Literal["0.5"]
    well: WellImages


class WellAttributes(BaseModel):
    ome: WellMetadata


class Named(BaseModel):
    name: Name


class PlateWell(BaseModel):
    path: Annotated[str, Field(pattern=r"^[A-Za-z0-9]+/[A-Za-z0-9]+$")]
    rowIndex: Annotated[int, Field(ge=0)]
    columnIndex: Annotated[int, Field(ge=0)]


class PlateDescription(BaseModel):
    rows: Annotated[list[Named], Field(min_length=1)]
    columns: Annotated[list[Named], Field(min_length=1)]
    wells: Annotated[list[PlateWell], Field(min_length=1)]


class PlateMetadata(BaseModel):
    version: Literal["0.5"]
    plate: PlateDescription


class PlateAttributes(BaseModel):
    ome: PlateMetadata


Level = ArraySpec[dict[str, Any]]
Image = GroupSpec[ImageAttributes, Level]
Well = GroupSpec[WellAttributes, Image]
Row = GroupSpec[dict[str, Any], Well]
Plate = GroupSpec[PlateAttributes, Row]


def nodes(node: dict[str, Any]) -> int:
    return 1 + sum(nodes(member) for member in (node.get("members") or {}).values())


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        tree = json.load(file)
    times = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        Plate.model_validate(tree)
        times.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"nodes": nodes(tree), "best_ms": min(times), "median_ms": statistics.median(times)}))


main()
