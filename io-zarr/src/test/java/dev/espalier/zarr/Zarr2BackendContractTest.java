package dev.espalier.zarr;

import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.testkit.WritableBackendContract;
import java.nio.file.Path;

class Zarr2BackendContractTest extends WritableBackendContract {
  @Override
  protected WritableBackend backend() {
    return new Zarr2Backend();
  }

  @Override
  protected Location target(Path empty, String name) {
    return Location.of(empty.resolve(name + ".zarr"));
  }
}
