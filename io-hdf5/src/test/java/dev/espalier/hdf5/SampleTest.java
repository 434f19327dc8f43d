package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final Path ROOT = Path.of(System.getProperty("espalier.root", ".."));

  @Test
  void theSampleIsReadWithoutAnythingLeftOut() {
    Location sample = Location.of(ROOT.resolve("samples/cells.h5"));
    try (OpenHierarchy cells = Backends.load().open(sample)) {
      NodeSpec tree = cells.tree();
      assertThat(tree.toFlat().values()).noneMatch(node -> node instanceof UnreadableSpec);
    }
  }
}
