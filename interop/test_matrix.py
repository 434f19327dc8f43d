"""Every data type with every chain of codecs, both ways, with every peer: never wrong, and refused by name only."""

import importlib.metadata

import pytest

import matrix
import matrix_cells
import matrix_page
import matrix_v2


@pytest.fixture(scope="module")
def outcomes_v3(espalier, tmp_path_factory):
    return matrix.run(espalier, tmp_path_factory.mktemp("matrix") / "v3", matrix_cells.cells(), 3)


@pytest.fixture(scope="module")
def outcomes_v2(espalier, tmp_path_factory):
    return matrix.run(espalier, tmp_path_factory.mktemp("matrix") / "v2", matrix_v2.cells(), 2)


@pytest.fixture(scope="module")
def outcomes(outcomes_v3, outcomes_v2):
    return outcomes_v3 + outcomes_v2


def test_no_value_is_ever_wrong(outcomes):
    wrong = [f"{o.cell.chain}, {o.cell.kind.name}, {o.peer}, espalier writes: {o.espalier_writes}: {o.detail}" for o in outcomes if o.verdict == "wrong"]
    assert not wrong, f"{len(wrong)} of {len(outcomes)}:\n" + "\n".join(wrong[:50])
    assert matrix.counts(outcomes)["same"] > 1000


def test_what_espalier_refuses_is_refused_by_name(outcomes):
    silent = [o for o in outcomes if o.verdict == "espalier" and len(o.detail) < 10]
    assert not silent


def test_the_page_tells_what_was_found(outcomes_v3, outcomes_v2, pytestconfig):
    versions = {name: importlib.metadata.version(name) for name in ("zarr", "tensorstore", "zarrs")}
    page = matrix_page.render(outcomes_v3, outcomes_v2, versions)
    if pytestconfig.getoption("--write-matrix"):
        matrix_page.PAGE.write_text(page, encoding="utf-8")
    assert matrix_page.PAGE.is_file() and matrix_page.PAGE.read_text(encoding="utf-8") == page, (
        "docs/interop.md is not what the matrix finds; where the change is meant: interop/run -k matrix --write-matrix"
    )
