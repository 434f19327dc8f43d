package dev.espalier.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.typed.Read;
import dev.espalier.model.typed.TypedConvention;
import dev.espalier.model.work.Execution;
import dev.espalier.typed.gauge.Gauge;
import dev.espalier.typed.gauge.GaugeConvention;
import dev.espalier.typed.gauge.QualityBuilder;
import dev.espalier.typed.plate.DenseBuilder;
import dev.espalier.typed.plate.PackedBuilder;
import dev.espalier.typed.plate.Plate;
import dev.espalier.typed.plate.PlateConvention;
import dev.espalier.typed.plate.WellBuilder;
import dev.espalier.typed.pyramid.Pyramid;
import dev.espalier.typed.pyramid.PyramidConvention;
import dev.espalier.typed.ragged.CountsBuilder;
import dev.espalier.typed.ragged.Ragged;
import dev.espalier.typed.ragged.RaggedConvention;
import dev.espalier.typed.settings.CameraBuilder;
import dev.espalier.typed.settings.Settings;
import dev.espalier.typed.settings.SettingsConvention;
import dev.espalier.typed.single.Trace;
import dev.espalier.typed.single.TraceConvention;
import dev.espalier.typed.sparse.Sparse;
import dev.espalier.typed.sparse.SparseConvention;
import dev.espalier.zarr.ZarrBackend;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that is written to a store is read from it again, and equal. */
class RoundTripTest {
  private final ZarrBackend zarr = new ZarrBackend();
  @TempDir private Path directory;

  private static Gauge small() {
    return GaugeConvention.builder()
        .license("CC0-1.0")
        .station("KOELN")
        .unit(Gauge.Unit.METRE)
        .time(NdArray.of(new long[] {0, 10, 20}))
        .level(NdArray.of(new float[] {1, 2, 3}))
        .build();
  }

  @Test
  void aGaugeWithAllItsParts() {
    Gauge gauge =
        GaugeConvention.builder()
            .from(small())
            .rate(2.5)
            .heights(List.of(0.5, 3.0))
            .correction(new Gauge.Scale(2, Optional.of("twice")))
            .quality(
                new QualityBuilder()
                    .legend("0 is bad")
                    .flags(NdArray.zeros(CoreType.UINT8, 3).attribute("by", JsonValue.of("hand")))
                    .build())
            .putRuns("run_0", NdArray.of(new float[] {7, 6}))
            .putRuns("run_12", NdArray.of(new float[] {8, 9}, 2).chunks(1))
            .putUpstream("up_bonn", small())
            .build();

    isReadAgain(
        new GaugeConvention(),
        gauge,
        (open, read) -> {
          assertThat(read.rate()).isEqualTo(2.5);
          assertThat(read.correction()).contains(new Gauge.Scale(2, Optional.of("twice")));
          assertThat(read.runs()).containsOnlyKeys("run_0", "run_12");
          assertThat(bytes(one(read.runs(), "run_12")))
              .isEqualTo(bytes(one(gauge.runs(), "run_12")));
          assertThat(bytes(one(read.upstream(), "up_bonn").level()))
              .isEqualTo(bytes(gauge.level()));
          assertThat(read.quality().orElseThrow().flags().spec().attributes().byName())
              .containsOnlyKeys("by");
          assertThat(open.node(NodePath.parse("/quality")).attributes().byName().keySet())
              .containsExactly("legend", "by");
        });
  }

  @Test
  void aSparseMatrixWithChunksShardsCodecsAndFillValueOfTheSchema() {
    Sparse sparse =
        SparseConvention.builder()
            .rows(3)
            .columns(4)
            .indptr(NdArray.of(new long[] {0, 1, 1, 2}))
            .indices(NdArray.of(new int[] {3, 0}))
            .data(NdArray.of(new double[] {0.5, -1}))
            .build();

    isReadAgain(
        new SparseConvention(),
        sparse,
        (open, read) -> {
          assertThat(read.encoding()).isEqualTo("csr");
          assertThat(read.indptr().spec().layout().chunkShape()).contains(Shape.of(4));
          assertThat(read.indices().spec().layout().chunkShape()).contains(Shape.of(16));
          assertThat(read.indices().spec().layout().shardShape()).contains(Shape.of(64));
          assertThat(
                  read.data().spec().layout().codecs().orElseThrow().stream().map(CodecSpec::name))
              .containsExactly("bytes", "gzip");
          assertThat(read.data().spec().fillValue().orElseThrow().toJson())
              .isEqualTo(JsonValue.of("NaN"));
        });
  }

  @Test
  void aPlateWithBothFormsOfAMatrix() {
    Plate.Packed packed =
        new PackedBuilder()
            .values(NdArray.of(new short[] {5}))
            .places(NdArray.of(new int[] {0, 1}, 1, 2))
            .build();
    Plate.Dense dense =
        new DenseBuilder().unit("mm").values(NdArray.of(new byte[] {1, 2}, 1, 2)).build();
    Plate plate =
        PlateConvention.builder()
            .addWells(new Plate.Position("well_A", 1))
            .matrix(packed)
            .putWellGroups(
                "well_A",
                new WellBuilder()
                    .content("water")
                    .image(NdArray.zeros(CoreType.UINT8, 3, 2, 2))
                    .build())
            .putOthers("one", dense)
            .putOthers("two", packed)
            .build();

    isReadAgain(
        new PlateConvention(),
        plate,
        (open, read) -> {
          assertThat(read.matrix().orElseThrow()).isInstanceOf(Plate.Packed.class);
          assertThat(read.others().get("one")).isInstanceOf(Plate.Dense.class);
          assertThat(read.others().get("two")).isInstanceOf(Plate.Packed.class);
        });
  }

  @Test
  void aPyramid() {
    Pyramid pyramid =
        PyramidConvention.builder()
            .title("hills")
            .license("CC0")
            .year(2026)
            .putLevels("s0", NdArray.of(new float[16], 4, 4))
            .putLevels("s1", NdArray.of(new float[4], 2, 2))
            .build();

    isReadAgain(
        new PyramidConvention(),
        pyramid,
        (open, read) -> assertThat(read.calendar()).isEqualTo("gregorian"));
  }

  @Test
  void raggedProfilesWithTheDimensionNamesOfTheSchema() {
    Ragged ragged =
        RaggedConvention.builder()
            .counts(
                new CountsBuilder()
                    .samples("sample")
                    .lengths(NdArray.of(new long[] {2, 1}))
                    .build())
            .values(NdArray.of(new double[] {1, 2, 3}))
            .edges(NdArray.of(new int[6], 3, 2))
            .build();

    isReadAgain(
        new RaggedConvention(),
        ragged,
        (open, read) -> {
          assertThat(read.edges().spec().dimensionNames())
              .contains(List.of(Optional.of("edge"), Optional.empty()));
          assertThat(read.counts().lengths().spec().dimensionNames())
              .contains(List.of(Optional.of("profile")));
        });
  }

  @Test
  void aTraceThatIsTheRootAndChunkedByChannel() {
    Trace trace =
        TraceConvention.builder().unit("V").samples(NdArray.of(new short[12], 3, 4)).build();

    isReadAgain(
        new TraceConvention(),
        trace,
        (open, read) ->
            assertThat(read.samples().spec().layout().chunkShape()).contains(Shape.of(1, 4)));
  }

  @Test
  void settingsOfEveryType() {
    Settings settings =
        SettingsConvention.builder()
            .small(7)
            .large(9_007_199_254_740_993L)
            .exact(new BigDecimal("0.10"))
            .addAxes("x", "y")
            .putTables("t", List.of(List.of(1.5), List.of()))
            .remarks(JsonValue.of("none"))
            .count(3)
            .ratio(0.25)
            .addTags("a", "b")
            .camera(
                new CameraBuilder()
                    .maker("us")
                    .lens(new Settings.Lens(50, OptionalInt.of(9)))
                    .build())
            .build();

    isReadAgain(
        new SettingsConvention(),
        settings,
        (open, read) -> {
          assertThat(read.summary()).isEqualTo("7 of 9007199254740993");
          assertThat(read.camera().fNumber()).isEqualTo(2.8);
          assertThat(read.bytes()).isEmpty();
        });
  }

  /** What the schema fills in is not in the value, so the first that is read is written again. */
  private <T> void isReadAgain(
      TypedConvention<T> convention, T value, BiConsumer<OpenHierarchy, T> more) {
    write(convention.write(value), "first");
    try (OpenHierarchy open = zarr.open(Location.of(directory.resolve("first")))) {
      Read<T> read = convention.read(open);
      assertThat(read.findings())
          .filteredOn(finding -> finding.rule().level() == Level.MUST)
          .extracting(Finding::message)
          .isEmpty();
      assertThat(read.extras().isEmpty()).isTrue();
      T first = read.orThrow();
      more.accept(open, first);
      write(read.rewrite(first), "second");
      try (OpenHierarchy again = zarr.open(Location.of(directory.resolve("second")))) {
        assertThat(again.tree()).isEqualTo(open.tree());
        assertThat(convention.read(again).value()).contains(first);
      }
    }
  }

  private void write(BoundHierarchy bound, String name) {
    Location target = Location.of(directory.resolve(name));
    zarr.write(
        zarr.plan(bound.root(), target, WritePolicy.FAIL), bound, Execution.onCallingThread());
  }

  private static <T> T one(Map<String, T> members, String name) {
    return Objects.requireNonNull(members.get(name), name);
  }

  private static byte[] bytes(NdArray array) {
    return ((BitsBlock) array.read()).bytes();
  }
}
