package dev.espalier.zarr;

import dev.espalier.model.spi.ChangeableBackend;
import dev.espalier.model.spi.Location;
import dev.espalier.testkit.ChangeableBackendContract;
import java.nio.file.Path;

class ChangeableZarr2BackendTest extends ChangeableBackendContract {
  @Override
  protected ChangeableBackend backend() {
    return new Zarr2Backend();
  }

  @Override
  protected Location target(Path empty, String name) {
    return Location.of(empty.resolve(name + ".zarr"));
  }
}
