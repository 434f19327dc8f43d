"""What all tests share: the command line and the sample."""

import pytest

from launcher import ROOT, Espalier


@pytest.fixture(scope="session")
def espalier():
    return Espalier()


@pytest.fixture(scope="session")
def sample():
    path = ROOT / "samples" / "cells.h5"
    assert path.is_file(), f"{path} belongs to the repository"
    return path
