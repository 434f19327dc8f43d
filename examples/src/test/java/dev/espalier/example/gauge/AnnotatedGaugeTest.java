package dev.espalier.example.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.cli.spec.SpecDocument;
import dev.espalier.example.Stored;
import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.typed.Read;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of tide gauges as typed values, in both versions of the convention. */
class AnnotatedGaugeTest {
  private final Gauge20Convention convention = new Gauge20Convention();
  @TempDir private Path directory;

  /** A demanded codec is a part of a chain; the whole of it is said by who writes. */
  private static Layout checksummed() {
    JsonObject little = JsonObject.of("endian", JsonValue.of("little"));
    return Layout.builder()
        .codecs(List.of(new CodecSpec("bytes", little), CodecSpec.of("crc32c")))
        .build();
  }

  private static Gauge20.Deployment deployment() {
    return new DeploymentBuilder()
        .begin("2024-03-01T03:00Z")
        .end("2024-03-01T03:03Z")
        .samples(3)
        .recordedAlong("minute")
        .airPressure(1013.2)
        .time(NdArray.of(new long[] {1, 2, 3}).dimensionNames("minute"))
        .level(
            new LevelBuilder()
                .units("m")
                .metres(NdArray.of(new float[] {0.5f, 0.6f, 0.8f}).layout(checksummed()))
                .build())
        .hourly(NdArray.of(new float[] {0.6f}))
        .putPressures("pressure_0", NdArray.of(new int[] {7, 8, 9}))
        .calibration(
            new PolynomialBuilder()
                .degree(1)
                .coefficients(NdArray.of(new double[] {0.25, 2}))
                .build())
        .build();
  }

  private static Gauge20 station() {
    return Gauge20Convention.builder()
        .version("2.0")
        .station("NL-0042")
        .position(new Gauge20.Position(53.07, 4.8))
        .datum(Gauge20.Datum.MEAN_SEA_LEVEL)
        .latest("deployment_0")
        .operator("Harbour office")
        .putDeployments("deployment_0", deployment())
        .build();
  }

  private static NodeSpec sound() throws IOException {
    try (InputStream in = AnnotatedGaugeTest.class.getResourceAsStream("/golden/gauge.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SpecDocument.read("gauge.json", (JsonObject) JsonReader.parse(text));
    }
  }

  @Test
  void theAnnotatedVersionsHaveTheSchemasThatAreBuiltByHand() {
    assertThat(Gauge20Convention.SCHEMA).isEqualTo(GaugeSchemas.VERSION_2_0);
    assertThat(Gauge10Convention.SCHEMA).isEqualTo(GaugeSchemas.VERSION_1_0);
  }

  @Test
  void aHierarchyIsReadWithAllItsParts() throws IOException {
    Read<Gauge20> read =
        convention.read(
            sound(),
            NodePath.root(),
            path -> {
              throw new AssertionError("nobody asked for elements of " + path);
            });

    assertThat(read.findings()).isEmpty();
    Gauge20 gauge = read.orThrow();
    assertThat(gauge.datum()).isEqualTo(Gauge20.Datum.MEAN_SEA_LEVEL);
    assertThat(gauge.contacts().orElseThrow())
        .extracting(Gauge20.Contact::name)
        .containsExactly("Ida Maas", "Jan Vliet");
    Gauge20.Deployment first = Stored.named(gauge.deployments(), "deployment_0");
    assertThat(first.pressures()).containsOnlyKeys("pressure_0", "pressure_1", "pressure_2");
    assertThat(first.calibration()).isInstanceOf(Gauge20.Table.class);
    assertThat(first.tides().orElseThrow().bounds()).isPresent();
    assertThat(Stored.named(gauge.deployments(), "deployment_1").calibration())
        .isInstanceOfSatisfying(
            Gauge20.Polynomial.class, polynomial -> assertThat(polynomial.degree()).isEqualTo(3));
  }

  @Test
  void aStationIsWrittenAsZarrAndReadAsTheSameValue() {
    Stored.write(convention.write(station()), directory.resolve("gauge.zarr"));

    try (OpenHierarchy open = Stored.open(directory.resolve("gauge.zarr"))) {
      assertThat(Stored.findings(convention, open, NodePath.root())).isEmpty();
      Gauge20 read = convention.read(open).orThrow();
      assertThat(read.position()).isEqualTo(station().position());
      assertThat(read.latest()).contains("deployment_0");
      Gauge20.Deployment deployment = Stored.named(read.deployments(), "deployment_0");
      assertThat(deployment.level().metres().doubles()).containsExactly(0.5f, 0.6f, 0.8f);
      assertThat(Stored.named(deployment.pressures(), "pressure_0").longs())
          .containsExactly(7, 8, 9);
      assertThat(deployment.airPressure()).hasValue(1013.2);
    }
  }

  @Test
  void aDeploymentThatEndsBeforeItBeginsIsFoundByItsOwnRule() {
    Gauge20.Deployment wrong =
        new DeploymentBuilder().from(deployment()).end("2024-02-01T00:00Z").build();
    Gauge20 gauge =
        Gauge20Convention.builder()
            .from(station())
            .deployments(Map.of("deployment_0", wrong))
            .build();

    assertThat(convention.match(convention.write(gauge).root(), NodePath.root()).findings())
        .extracting(finding -> finding.rule().id() + " at " + finding.node())
        .containsExactly("gauge.deployment.period at /deployment_0");
  }

  @Test
  void theFirstVersionIsWrittenAndReadAsTheSameValue() {
    Gauge10 value =
        Gauge10Convention.builder()
            .version("1.0")
            .station("Texel")
            .latitude(53.07)
            .longitude(4.8)
            .build();
    Gauge10Convention first = new Gauge10Convention();
    Stored.write(first.write(value), directory.resolve("gauge.zarr"));

    try (OpenHierarchy open = Stored.open(directory.resolve("gauge.zarr"))) {
      assertThat(Stored.findings(first, open, NodePath.root())).isEmpty();
      assertThat(first.read(open).orThrow()).isEqualTo(value);
    }
  }
}
