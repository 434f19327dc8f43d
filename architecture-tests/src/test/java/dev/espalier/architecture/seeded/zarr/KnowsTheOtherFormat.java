package dev.espalier.architecture.seeded.zarr;

import dev.espalier.architecture.seeded.hdf5.Dataset;

class KnowsTheOtherFormat {
  Dataset[] datasets = {};
}
