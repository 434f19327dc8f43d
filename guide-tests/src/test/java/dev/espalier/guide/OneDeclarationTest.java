package dev.espalier.guide;

import static org.assertj.core.api.Assertions.assertThat;

import coast.Mooring;
import coast.MooringConvention;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.typed.Read;
import dev.espalier.model.work.Execution;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's declaration reads HDF5, and writes and reads Zarr, by the same code. */
class OneDeclarationTest {
  private final Espalier espalier = Espalier.load();
  private final MooringConvention convention = new MooringConvention();
  @TempDir private Path directory;

  @Test
  void whatWasReadFromHdf5IsWrittenAsZarrAndReadAgain() {
    Location zarr = Location.of(directory.resolve("mooring.zarr"));
    Location hdf5 = Location.of(Workbench.root().resolve("samples/mooring.h5"));
    try (Hierarchy file = espalier.open(hdf5)) {
      Read<Mooring> read = file.as(convention);
      assertThat(read.findings()).isEmpty();
      assertThat(read.extras().isEmpty()).isTrue();
      espalier
          .plan(read.orThrow(), convention, zarr, WritePolicy.FAIL)
          .apply(Execution.onCallingThread());

      try (Hierarchy store = espalier.open(zarr)) {
        Read<Mooring> again = store.as(convention);
        assertThat(again.findings()).isEmpty();
        assertSame(again.orThrow(), read.orThrow());
      }
    }
  }

  private static void assertSame(Mooring actual, Mooring expected) {
    assertThat(actual.position()).isEqualTo(expected.position()).containsExactly(54.18, 7.89);
    assertThat(actual.time().longs()).isEqualTo(expected.time().longs()).hasSize(150);
    assertThat(actual.sensors()).containsOnlyKeys("sensor_0", "sensor_1", "sensor_2");
    expected
        .sensors()
        .forEach(
            (name, sensor) -> {
              Mooring.Sensor other = Objects.requireNonNull(actual.sensors().get(name), name);
              assertThat(other.depth()).isEqualTo(sensor.depth());
              assertThat(other.temperature().doubles()).isEqualTo(sensor.temperature().doubles());
              assertThat(other.hourly().orElseThrow().doubles())
                  .isEqualTo(sensor.hourly().orElseThrow().doubles())
                  .hasSize(3);
            });
  }

  @Test
  void anArrayThatIsMissingIsFoundInEitherFormat() {
    Location hdf5 = Location.of(Workbench.root().resolve("samples/cells.h5"));
    try (Hierarchy file = espalier.open(hdf5)) {
      assertThat(file.as(convention, NodePath.parse("/sample")).findings())
          .extracting(finding -> finding.rule().id() + " " + finding.node())
          .contains("member.missing /sample", "attribute.missing /sample");
    }
  }
}
