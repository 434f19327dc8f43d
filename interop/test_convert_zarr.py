"""Zarr that a peer wrote, converted to Zarr with other codecs: the peers read the same values again."""

import pytest

from peers import arrays_below, document, readers_of
from test_create import codec_names
from values import assert_same_bits


@pytest.mark.parametrize("codec", ["gzip", "zstd+crc32c"])
def test_every_array_of_a_peer_survives_other_codecs(espalier, by_zarr, tmp_path, codec):
    root, written = by_zarr
    target = tmp_path / "again.zarr"
    espalier.run("convert", root, target, "--codec", codec)
    assert arrays_below(target) == sorted(written)
    faults = []
    seen = 0
    for name, values in written.items():
        names = codec_names(document(target / name)["codecs"])
        if not set(codec.split("+")) <= set(names):
            faults.append(f"{name}: codecs {names}")
        for peer, read in readers_of(target / name).items():
            seen += 1
            try:
                assert_same_bits(read(target / name), values, f"{name} read by {peer}")
            except Exception as fault:  # one unreadable array shall not hide the others
                faults.append(f"{name} read by {peer}: {fault}")
    assert seen > 1.5 * len(written), "both peers were asked"
    assert not faults, f"{len(faults)} of {seen}:\n" + "\n".join(faults)
