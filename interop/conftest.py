"""What all tests share: the command line, the sample, and what peers wrote."""

import pytest

from launcher import ROOT, Espalier
from peer_hierarchies import write_with_tensorstore, write_with_zarr


def pytest_addoption(parser):
    parser.addoption("--write-matrix", action="store_true", help="write docs/interop.md instead of checking it")


@pytest.fixture(scope="session")
def espalier():
    return Espalier()


@pytest.fixture(scope="session")
def sample():
    path = ROOT / "samples" / "cells.h5"
    assert path.is_file(), f"{path} belongs to the repository"
    return path


@pytest.fixture(scope="session")
def by_zarr(tmp_path_factory):
    """(directory, {array: values}); the directory is one group."""
    root = tmp_path_factory.mktemp("peers") / "zarr-python"
    return root, write_with_zarr(root)


@pytest.fixture(scope="session")
def by_tensorstore(tmp_path_factory):
    """(directory, {array: values}); the directory is no node, its arrays are hierarchies of their own."""
    root = tmp_path_factory.mktemp("peers") / "tensorstore"
    root.mkdir()
    return root, write_with_tensorstore(root)
