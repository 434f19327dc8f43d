package dev.espalier.example.ragged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.example.Stored;
import dev.espalier.example.ragged.RaggedArrays.Coordinate;
import dev.espalier.example.ragged.RaggedArrays.Counts;
import dev.espalier.example.ragged.RaggedArrays.Data;
import dev.espalier.example.ragged.RaggedArrays.Identifier;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.typed.NdArray;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time series of three stations as a typed value, in which attributes tell what an array is. */
class RaggedArraysTest {
  private final RaggedArraysConvention convention = new RaggedArraysConvention();
  @TempDir private Path directory;

  private static NdArray lengths() {
    return NdArray.of(new int[] {2, 0, 3}).dimensionNames("station");
  }

  private static NdArray temperatures() {
    return NdArray.of(new float[] {11, 12, 9, 9, 8}).dimensionNames("obs");
  }

  private static NdArray times() {
    return NdArray.of(new double[] {0, 1, 0, 1, 2}).dimensionNames("obs");
  }

  private static NdArray names() {
    return NdArray.of(new String[] {"Bonn", "Köln", "Neuss"}).dimensionNames("station");
  }

  @Test
  void theAnnotatedArraysHaveTheSchemaThatIsBuiltByHand() {
    assertThat(RaggedArraysConvention.SCHEMA).isEqualTo(RaggedConvention.SCHEMA);
  }

  @Test
  void whatOthersWroteIsReadAsWhatItIs() {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("lengths", lengths().attribute("sample_dimension", JsonValue.of("obs")));
    arrays.put("name", names().attribute("cf_role", JsonValue.of("timeseries_id")));
    arrays.put("temp", temperatures().attribute("coordinates", JsonValue.of("time name")));
    arrays.put("time", times());
    GroupSpec root = GroupSpec.empty().withAttribute("featureType", JsonValue.of("TIMESERIES"));
    Stored.write(Stored.bound(root, arrays), directory.resolve("stations.zarr"));

    try (OpenHierarchy open = Stored.open(directory.resolve("stations.zarr"))) {
      RaggedArrays read = convention.read(open).orThrow();

      assertThat(read.featureType()).isEqualTo("TIMESERIES");
      assertThat(Stored.named(read.variables(), "lengths")).isInstanceOf(Counts.class);
      assertThat(Stored.named(read.variables(), "name")).isInstanceOf(Identifier.class);
      assertThat(Stored.named(read.variables(), "temp")).isInstanceOf(Data.class);
      assertThat(Stored.named(read.variables(), "time")).isInstanceOf(Coordinate.class);
      assertThat(Stored.named(read.variables(), "temp").array().doubles())
          .containsExactly(11, 12, 9, 9, 8);
    }
  }

  @Test
  void aValueIsWrittenWithTheAttributesThatTellWhatEachArrayIs() {
    RaggedArrays value =
        RaggedArraysConvention.builder()
            .featureType("timeSeries")
            .putVariables(
                "lengths", new CountsBuilder().sampleDimension("obs").array(lengths()).build())
            .putVariables(
                "name", new IdentifierBuilder().role("timeseries_id").array(names()).build())
            .putVariables(
                "temp", new DataBuilder().coordinates("time").array(temperatures()).build())
            .putVariables("time", new CoordinateBuilder().array(times()).build())
            .build();
    Stored.write(convention.write(value), directory.resolve("stations.zarr"));

    try (OpenHierarchy open = Stored.open(directory.resolve("stations.zarr"))) {
      assertThat(Stored.findings(convention, open, NodePath.root())).isEmpty();
      RaggedArrays read = convention.read(open).orThrow();
      assertThat(read.variables()).containsOnlyKeys("lengths", "name", "temp", "time");
      assertThat(Stored.named(read.variables(), "lengths"))
          .isInstanceOfSatisfying(
              Counts.class,
              counts -> {
                assertThat(counts.sampleDimension()).isEqualTo("obs");
                assertThat(counts.array().longs()).containsExactly(2, 0, 3);
              });
      assertThat(Stored.named(read.variables(), "name").array().texts())
          .containsExactly("Bonn", "Köln", "Neuss");
    }
  }
}
