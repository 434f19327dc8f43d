"""Writes what numcodecs makes of some numbers, for the tests of the codecs in io-zarr.

    python interop/numcodecs_bytes.py > io-zarr/src/test/resources/numcodecs/encoded.json

The tests make the same numbers themselves: number i, in four bytes, is i * i * 7919 % 5000.
"""

import base64
import json
import warnings

import numcodecs
import numpy

warnings.simplefilter("ignore")

NUMBERS = numpy.array([i * i * 7919 % 5000 for i in range(250)], dtype="<u4")

LZMA1, LZMA2, DELTA = 0x4000000000000001, 0x21, 3

CONFIGURATIONS = [
    *(
        {"id": "blosc", "cname": cname, "clevel": 5, "shuffle": shuffle, "blocksize": 0}
        for cname in ("blosclz", "lz4", "lz4hc", "zlib", "zstd")
        for shuffle in (-1, 0, 1, 2)
    ),
    {"id": "blosc", "cname": "lz4", "clevel": 0, "shuffle": 1, "blocksize": 0},
    {"id": "blosc", "cname": "zstd", "clevel": 9, "shuffle": 1, "blocksize": 256},
    {"id": "zlib", "level": 1},
    {"id": "zlib", "level": -1},
    {"id": "gzip", "level": 5},
    {"id": "bz2", "level": 9},
    {"id": "zstd", "level": 0},
    {"id": "zstd", "level": 22, "checksum": True},
    {"id": "lz4", "acceleration": 1},
    {"id": "lz4", "acceleration": 40},
    {"id": "lzma", "format": 1, "check": -1, "preset": None, "filters": None},
    {"id": "lzma", "format": 1, "check": 0, "preset": 9, "filters": None},
    {"id": "lzma", "format": 1, "check": 1, "preset": 0x80000006, "filters": None},
    {"id": "lzma", "format": 1, "check": 10, "preset": 0, "filters": None},
    {"id": "lzma", "format": 2, "check": -1, "preset": 3, "filters": None},
    {"id": "lzma", "format": 3, "check": -1, "preset": None, "filters": [{"id": LZMA2, "preset": 1}]},
    {
        "id": "lzma", "format": 3, "check": -1, "preset": None,
        "filters": [{"id": DELTA, "dist": 4}, {"id": LZMA1, "lc": 2, "lp": 1, "pb": 0, "dict_size": 8192}],
    },
    {"id": "shuffle", "elementsize": 4},
    {"id": "shuffle", "elementsize": 2},
    {"id": "shuffle", "elementsize": 1},
    {"id": "crc32"},
    {"id": "crc32", "location": "end"},
    {"id": "crc32c"},
    {"id": "crc32c", "location": "start"},
    {"id": "adler32"},
    {"id": "adler32", "location": "end"},
    {"id": "fletcher32"},
    {"id": "jenkins_lookup3"},
    {"id": "jenkins_lookup3", "initval": 123},
]


def case(configuration, encoded, note=""):
    members = {name: value for name, value in configuration.items() if name != "id"}
    return {
        "name": "numcodecs." + configuration["id"],
        "configuration": members,
        "note": note,
        "encoded": base64.b64encode(encoded).decode(),
    }


def encode(configuration, numbers):
    return bytes(numcodecs.get_codec(dict(configuration)).encode(numbers))


def cases():
    for configuration in CONFIGURATIONS:
        encoded = encode(configuration, NUMBERS)
        yield case(configuration, encoded)
        if configuration["id"] == "blosc" and configuration["shuffle"] == 2:
            yield case({**configuration, "numThreads": 4}, encoded + bytes(16), "16 bytes more")
    for codec in ("gzip", "bz2", "zstd", "lzma"):
        parts = [encode({"id": codec}, part) for part in (NUMBERS[:100], NUMBERS[100:])]
        yield case({"id": codec}, b"".join(parts), "two in a row")
    odd = NUMBERS.view("u1")[:999]
    for codec in ("crc32", "crc32c", "adler32", "jenkins_lookup3", "fletcher32"):
        yield case({"id": codec}, encode({"id": codec}, odd), "999 bytes only")


print(json.dumps({"numcodecs": numcodecs.__version__, "cases": list(cases())}, indent=1))
