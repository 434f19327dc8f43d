package dev.espalier.example.ragged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.example.Stored;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.match.Match;
import dev.espalier.model.match.MatchedNode;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.typed.NdArray;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time series of three stations: declared, written, read, checked, and broken. */
class RaggedExampleTest {
  private final RaggedConvention convention = new RaggedConvention();
  @TempDir private Path directory;

  private static GroupSpec root(String featureType) {
    return GroupSpec.empty()
        .withAttribute("featureType", JsonValue.of(featureType))
        .withAttribute("Conventions", JsonValue.of("CF-1.11"));
  }

  /** Two, none and three samples. */
  private static Map<String, NdArray> arrays() {
    JsonValue coordinates = JsonValue.of("time lat station_name");
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("lat", NdArray.of(new float[] {50, 51, 52}).dimensionNames("station"));
    arrays.put(
        "station_name",
        NdArray.of(new String[] {"Bonn", "Köln", "Neuss"})
            .dimensionNames("station")
            .attribute("cf_role", JsonValue.of("timeseries_id")));
    arrays.put(
        "row_size",
        NdArray.of(new int[] {2, 0, 3})
            .dimensionNames("station")
            .attribute("sample_dimension", JsonValue.of("obs")));
    arrays.put("time", NdArray.of(new double[] {0, 1, 0, 1, 2}).dimensionNames("obs"));
    arrays.put(
        "temp",
        NdArray.of(new float[] {11, 12, 9, 9, 8})
            .dimensionNames("obs")
            .attribute("coordinates", coordinates));
    arrays.put(
        "humidity",
        NdArray.of(new float[] {1, 1, 1, 1, 1})
            .dimensionNames("obs")
            .attribute("coordinates", coordinates));
    return arrays;
  }

  private static BoundHierarchy valid() {
    return Stored.bound(root("timeSeries"), arrays());
  }

  @Test
  void timeSeriesAreWrittenAndReadAgain() {
    Stored.write(valid(), directory.resolve("stations.zarr"));

    try (OpenHierarchy open = Stored.open(directory.resolve("stations.zarr"))) {
      assertThat(Stored.findings(convention, open, NodePath.root())).isEmpty();
      Match match = convention.match(open.tree(), NodePath.root());
      assertThat(match.extents(NodePath.root())).containsEntry("sample", 5L);
      assertThat(roles(match))
          .isEqualTo(
              Map.of(
                  "lat", "coordinate",
                  "time", "coordinate",
                  "station_name", "identifier",
                  "row_size", "count variable",
                  "temp", "data variable",
                  "humidity", "data variable"));
    }
  }

  /** What each array is: no name is fixed, so that attributes tell. */
  private static Map<String, String> roles(Match match) {
    Map<String, String> roles = new LinkedHashMap<>();
    Map<NodeName, MatchedNode> members = match.node().orElseThrow().members("*");
    members.forEach((name, node) -> roles.put(name.value(), node.alternative().orElseThrow()));
    return roles;
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeSeries", "TIMESERIES", "timeseries", "Trajectory", "profile"})
  void theCaseOfTheFeatureTypeDoesNotMatter(String featureType) {
    assertThat(findings(Stored.bound(root(featureType), arrays()))).isEmpty();
  }

  private List<String> findings(BoundHierarchy hierarchy) {
    return convention.match(hierarchy.root(), NodePath.root()).findings().stream()
        .map(finding -> finding.rule().id() + " at " + finding.node() + ": " + finding.message())
        .toList();
  }

  /**
   * Broken time series.
   *
   * @param words what is wrong
   * @param rule the rule that this breaks, and no other
   * @param hierarchy the time series
   */
  private record Broken(String words, String rule, BoundHierarchy hierarchy) {
    @Override
    public String toString() {
      return words;
    }
  }

  private static Broken array(
      String words, String rule, String name, UnaryOperator<NdArray> change) {
    return new Broken(
        words, rule, Stored.bound(root("timeSeries"), Stored.with(arrays(), name, change)));
  }

  private static Broken without(String words, String rule, String name, String attribute) {
    return array(
        words, rule, name, array -> array.attributes(array.spec().attributes().without(attribute)));
  }

  private static NdArray counts(int... counts) {
    return NdArray.of(counts)
        .dimensionNames("station")
        .attribute("sample_dimension", JsonValue.of("obs"));
  }

  static Stream<Broken> broken() {
    return Stream.of(
        new Broken(
            "a feature type that is not ragged",
            "attribute.pattern",
            Stored.bound(root("point"), arrays())),
        new Broken(
            "a feature type that is a number",
            "attribute.type",
            Stored.bound(root("x").withAttribute("featureType", JsonValue.of(1)), arrays())),
        without("nobody counts", "cf.count-variable", "row_size", "sample_dimension"),
        array("two count", "cf.count-variable", "lat", array -> counts(5, 0, 0)),
        array(
            "two identify",
            "cf.cf-role",
            "lat",
            array -> ids(new int[] {1, 2, 3}, "timeseries_id")),
        array(
            "an unknown role",
            "attribute.value",
            "station_name",
            array -> ids(new int[] {1, 2, 3}, "station_id")),
        array(
            "counts that are no integers",
            "array.data-type",
            "row_size",
            array ->
                NdArray.of(new float[] {2, 0, 3})
                    .dimensionNames("station")
                    .attributes(array.spec().attributes())),
        array(
            "counts in two dimensions",
            "array.rank",
            "row_size",
            array ->
                NdArray.of(new int[] {2, 0, 3}, 3, 1)
                    .dimensionNames("station", "one")
                    .attributes(array.spec().attributes())),
        array(
            "counts of a dimension that is not there",
            "reference.dimension",
            "row_size",
            array -> array.attribute("sample_dimension", JsonValue.of("samples"))),
        array("counts below zero", "elements.range", "row_size", array -> counts(3, -1, 3)),
        array("too many counted", "elements.sum", "row_size", array -> counts(2, 1, 3)),
        array(
            "an identifier too many",
            "dimension.conflict",
            "station_name",
            array -> ids(new int[] {1, 2, 3, 4}, "timeseries_id")),
        array(
            "a sample too few",
            "group.dimension-names",
            "time",
            array -> NdArray.of(new double[] {0, 1, 0, 1}).dimensionNames("obs")),
        without("data without coordinates", "cf.coordinates", "temp", "coordinates"),
        array(
            "coordinates that are no text",
            "attribute.type",
            "temp",
            array -> array.attribute("coordinates", JsonValue.of(3))));
  }

  private static NdArray ids(int[] elements, String role) {
    return NdArray.of(elements).dimensionNames("station").attribute("cf_role", JsonValue.of(role));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aMistakeIsFoundAndNothingElse(Broken broken) {
    assertThat(Stored.broken(convention, broken.hierarchy(), directory.resolve("broken.zarr")))
        .containsExactly(broken.rule());
  }

  @Test
  void aMistakeIsToldOfWhatTheArrayIsByItsAttributes() {
    BoundHierarchy wrong =
        Stored.bound(
            root("timeSeries"),
            Stored.with(
                arrays(),
                "row_size",
                array ->
                    NdArray.of(new float[] {2, 0, 3})
                        .dimensionNames("station")
                        .attributes(array.spec().attributes())));

    assertThat(findings(wrong))
        .containsExactly(
            "array.data-type at /row_size: the data type of /row_size is float32, not an integer type;"
                + " the closest alternative is \"count variable\"");
  }

  @Test
  void anArrayThatCannotBeReadMayBeTheOneThatCounts() {
    NodeSpec unreadable =
        new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "the document ends early");
    GroupSpec root = (GroupSpec) valid().root();

    assertThat(
            convention
                .match(root.withMemberAt(NodePath.parse("/row_size"), unreadable), NodePath.root())
                .findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("member.readable");
  }
}
