package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.WritableBackend;
import org.junit.jupiter.api.Test;

class ZarrBackendTest {
  @Test
  void theBackendIsFoundByItsWord() {
    WritableBackend found = Backends.load().writable("zarr");

    assertThat(found).isInstanceOf(ZarrBackend.class);
    assertThat(found.id()).isEqualTo("zarr");
  }
}
