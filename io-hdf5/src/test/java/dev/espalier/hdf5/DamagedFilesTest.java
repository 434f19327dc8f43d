package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.espalier.model.error.EspalierException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files end in a named error or in values, never in anything else. */
class DamagedFilesTest {
  private static final int VARIANTS = 60;
  private static final int MOST_DAMAGES = 6;
  private static final int METADATA_IS_BEFORE = 2_000;
  private static final long MOST_ELEMENTS = 10_000;
  private static final Duration HANGING = Duration.ofSeconds(30);

  @TempDir Path folder = Path.of("");

  private int read;
  private int refused;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attributes-earliest.h5",
        "edges.h5",
        "filters.h5",
        "indexes-earliest.h5",
        "indexes-v200.h5",
        "links.h5",
        "never-written.h5",
        "scales.h5",
        "strings.h5",
        "types.h5",
        "user-block.h5",
      })
  void damageIsNamed(String name) throws IOException {
    Random random = new Random(name.hashCode());
    byte[] whole = Files.readAllBytes(Fixture.path(name));
    Path damaged = folder.resolve(name);
    for (int i = 0; i < VARIANTS; i++) {
      Files.write(damaged, damage(whole.clone(), random));
      assertTimeoutPreemptively(HANGING, () -> readAll(damaged));
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private static byte[] damage(byte[] bytes, Random random) {
    int damages = 1 + random.nextInt(MOST_DAMAGES);
    for (int i = 0; i < damages; i++) {
      int at = random.nextInt(i == 0 ? Math.min(bytes.length, METADATA_IS_BEFORE) : bytes.length);
      bytes[at] =
          switch (random.nextInt(3)) {
            case 0 -> (byte) 0xff;
            case 1 -> (byte) random.nextInt(256);
            default -> (byte) (bytes[at] ^ (1 << random.nextInt(8)));
          };
    }
    return bytes;
  }

  private void readAll(Path file) {
    try (OpenHierarchy open = new Hdf5Backend().open(Location.of(file))) {
      open.tree()
          .walk(
              (path, node) -> {
                if (node instanceof ArraySpec array) {
                  readSome(open, path, array.shape());
                }
              });
      read++;
    } catch (EspalierException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      refused++;
    }
  }

  private void readSome(OpenHierarchy open, NodePath path, Shape shape) {
    Shape some = shape;
    long room = MOST_ELEMENTS;
    for (int d = shape.rank() - 1; d >= 0; d--) {
      some = some.with(d, Math.min(shape.extent(d), room));
      room = Math.max(1, room / Math.max(1, some.extent(d)));
    }
    try {
      open.array(path).read(Region.of(new long[shape.rank()], some));
      read++;
    } catch (EspalierException e) {
      assertThat(e).hasMessageContaining(": " + path + ": ");
      refused++;
    }
  }
}
