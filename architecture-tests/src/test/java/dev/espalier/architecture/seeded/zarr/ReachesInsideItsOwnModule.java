package dev.espalier.architecture.seeded.zarr;

import dev.espalier.architecture.seeded.zarr.internal.Inside;

class ReachesInsideItsOwnModule {
  Inside inside = new Inside();
}
