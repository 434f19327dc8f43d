"""Prints what pydantic-zarr says about five mistakes of docs/errors.md.

    python -m venv venv && venv/bin/pip install pydantic-zarr==0.9.2
    venv/bin/python interop/pydantic_zarr_errors.py

The models say of a tide gauge what the convention coast:gauge says, as far as models can: that two arrays are of one
length, or that an attribute repeats it, would be code of its own. Beside each mistake stands what the model was given.
"""

from importlib.metadata import version
from typing import Literal

import numpy as np
from pydantic import BaseModel, Field, ValidationError
from pydantic_zarr.v3 import ArraySpec, GroupSpec
from typing_extensions import TypedDict


class Position(BaseModel):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Station(BaseModel):
    gauge_version: Literal["2.0"]
    station: str = Field(pattern="^[A-Z]{2}-[0-9]{4}$")
    position: Position
    datum: Literal["chart", "ellipsoid", "mean-sea-level"]


class Metres(BaseModel):
    units: Literal["m"]


class Linear(BaseModel):
    method: Literal["linear"]
    gain: float = Field(gt=0)
    offset: float


class Table(BaseModel):
    method: Literal["table"]


class Level(ArraySpec):
    attributes: Metres
    data_type: Literal["float32", "float64"]


class Knots(ArraySpec):
    data_type: Literal["float64"]


class Columns(TypedDict):
    pressure: Knots
    level: Knots


class LinearCalibration(GroupSpec):
    attributes: Linear


class TableCalibration(GroupSpec):
    attributes: Table
    members: Columns


class Recording(TypedDict):
    time: ArraySpec
    level: Level
    calibration: LinearCalibration | TableCalibration


class Deployment(GroupSpec):
    members: Recording


class Gauge(GroupSpec):
    attributes: Station
    members: dict[str, Deployment]


def array(data_type: str, length: int, attributes: dict | None = None) -> dict:
    return ArraySpec.from_array(np.zeros(length, data_type), attributes=attributes or {}).model_dump()


def group(attributes: dict, members: dict) -> dict:
    return {"zarr_format": 3, "node_type": "group", "attributes": attributes, "members": members}


def sound() -> dict:
    deployment = {
        "time": array("int64", 150),
        "level": array("float32", 150, {"units": "m"}),
        "calibration": group({"method": "table"}, {"pressure": array("float64", 12), "level": array("float64", 12)}),
    }
    station = {
        "gauge_version": "2.0",
        "station": "NL-0042",
        "position": {"latitude": 53.07, "longitude": 4.8},
        "datum": "mean-sea-level",
    }
    return group(station, {"deployment_0": group({}, deployment)})


def misspelt_required_attribute(gauge: dict) -> None:
    gauge["attributes"]["staton"] = gauge["attributes"].pop("station")


def one_of_near(gauge: dict) -> None:
    gauge["attributes"]["datum"] = "mean-sea-levle"


def misspelt_member(gauge: dict) -> None:
    members = gauge["members"]["deployment_0"]["members"]
    members["levels"] = members.pop("level")


def wrong_data_type(gauge: dict) -> None:
    level = array("int16", 150, {"units": "m"})
    gauge["members"]["deployment_0"]["members"]["level"] = level


def choice_closest(gauge: dict) -> None:
    del gauge["members"]["deployment_0"]["members"]["calibration"]["members"]["level"]


def main() -> None:
    print(f"pydantic-zarr {version('pydantic-zarr')}, pydantic {version('pydantic')}")
    Gauge.model_validate(sound())
    for mistake in (misspelt_required_attribute, one_of_near, misspelt_member, wrong_data_type, choice_closest):
        gauge = sound()
        mistake(gauge)
        print(f"\n== {mistake.__name__}")
        try:
            Gauge.model_validate(gauge)
            print("(nothing: the hierarchy is accepted)")
        except ValidationError as error:
            print(error)


if __name__ == "__main__":
    main()
