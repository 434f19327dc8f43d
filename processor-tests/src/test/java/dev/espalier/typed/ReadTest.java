package dev.espalier.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.typed.Read;
import dev.espalier.typed.gauge.Gauge;
import dev.espalier.typed.gauge.GaugeBuilder;
import dev.espalier.typed.gauge.GaugeConvention;
import dev.espalier.typed.gauge.QualityBuilder;
import dev.espalier.typed.plate.Plate;
import dev.espalier.typed.plate.PlateConvention;
import dev.espalier.typed.pyramid.Pyramid;
import dev.espalier.typed.pyramid.PyramidConvention;
import dev.espalier.typed.settings.SettingsConvention;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read of a hierarchy that is not quite right, or holds more, and what is written back. */
class ReadTest {
  private final GaugeConvention convention = new GaugeConvention();

  private static final ArraySpec SCRATCH = NdArray.zeros(CoreType.INT8, 4).spec();

  private static GaugeBuilder gauge() {
    return GaugeConvention.builder()
        .license("CC0-1.0")
        .station("KOELN")
        .unit(Gauge.Unit.METRE)
        .correction(new Gauge.Offset(1))
        .time(NdArray.of(new long[] {0, 10}))
        .level(NdArray.of(new float[] {1, 2}));
  }

  private GroupSpec tree(Gauge gauge) {
    return (GroupSpec) convention.write(gauge).root();
  }

  private Read<Gauge> read(NodeSpec hierarchy) {
    return convention.read(
        hierarchy,
        NodePath.root(),
        path -> NdArray.of(hierarchy.findArray(path).orElseThrow()).source().orElseThrow());
  }

  private static GroupSpec with(GroupSpec group, String name, JsonValue value) {
    return group.withAttributes(group.attributes().with(name, value));
  }

  @Test
  void anAttributeThatHasToBeThereAndIsNotLeavesNoValue() {
    GroupSpec hierarchy = tree(gauge().build());
    Read<Gauge> read = read(hierarchy.withAttributes(hierarchy.attributes().without("station")));

    assertThat(read.value()).isEmpty();
    assertThat(read.findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("attribute.missing");
    assertThatThrownBy(read::orThrow)
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageStartingWith("the hierarchy cannot be read: ");
  }

  @Test
  void anOptionalAttributeOfAnotherTypeIsAFindingAndReadAsAbsent() {
    Read<Gauge> read = read(with(tree(gauge().build()), "heights", JsonValue.of("high")));

    assertThat(read.value().orElseThrow().heights()).isEmpty();
    assertThat(read.findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("attribute.type");
  }

  @Test
  void whatCouldNotBeReadIsWrittenBackUnlessItIsReplaced() {
    Read<Gauge> read = read(with(tree(gauge().build()), "heights", JsonValue.of("high")));
    Gauge first = read.orThrow();

    assertThat(read.rewrite(first).root().attributes().get("heights"))
        .contains(JsonValue.of("high"));
    assertThat(
            read.rewrite(GaugeConvention.builder().from(first).heights(List.of(1.0)).build())
                .root()
                .attributes()
                .get("heights")
                .map(JsonValue::toString))
        .contains("[1.0]");
  }

  @Test
  void anAbsentAttributeMeansItsDefault() {
    GroupSpec hierarchy = tree(gauge().rate(3).build());

    assertThat(
            read(hierarchy.withAttributes(hierarchy.attributes().without("sampling:rate")))
                .orThrow()
                .rate())
        .isEqualTo(1.0);
  }

  @Test
  void membersOfASortThatCannotBeReadAreLeftOutAndWrittenBack() {
    GroupSpec inner = tree(gauge().build());
    GroupSpec broken = inner.withAttributes(Attributes.none());
    GroupSpec hierarchy =
        tree(gauge().build())
            .withMember(new NodeName("up_bonn"), inner)
            .withMember(new NodeName("up_mainz"), broken);

    Read<Gauge> read = read(hierarchy);
    Gauge value = read.orThrow();

    assertThat(value.upstream()).containsOnlyKeys("up_bonn");
    assertThat(read.extras().nodes()).containsOnlyKeys(NodePath.parse("/up_mainz"));
    assertThat(read.rewrite(value).root()).isEqualTo(hierarchy);
  }

  @Test
  void whatNothingDeclaresSurvivesChanges() {
    GroupSpec upstream = with(tree(gauge().build()), "mood", JsonValue.of("calm"));
    GroupSpec hierarchy =
        with(tree(gauge().build()), "colour", JsonValue.of("blue"))
            .withMember(new NodeName("up_bonn"), upstream)
            .withMember(new NodeName("scratch"), SCRATCH);
    Read<Gauge> read = read(hierarchy);
    Gauge changed = GaugeConvention.builder().from(read.orThrow()).station("BONN").build();

    BoundHierarchy again = read.rewrite(changed);

    assertThat(again.root().attributes().get("station")).contains(JsonValue.of("BONN"));
    assertThat(again.root().attributes().get("colour")).contains(JsonValue.of("blue"));
    assertThat(again.root().findGroup(NodePath.parse("/up_bonn")).orElseThrow())
        .isEqualTo(upstream);
    assertThat(again.root().findArray(NodePath.parse("/scratch"))).contains(SCRATCH);
    assertThat(again.data()).containsKey(NodePath.parse("/scratch"));
  }

  @Test
  void whatWasInANodeThatIsRemovedGoesWithIt() {
    GroupSpec upstream =
        with(tree(gauge().build()), "mood", JsonValue.of("calm"))
            .withMember(new NodeName("scratch"), SCRATCH);
    Read<Gauge> read = read(tree(gauge().build()).withMember(new NodeName("up_bonn"), upstream));
    Gauge changed = GaugeConvention.builder().from(read.orThrow()).upstream(Map.of()).build();

    assertThat(read.rewrite(changed).root()).isEqualTo(tree(gauge().build()));
  }

  @Test
  void whatADocumentHeldBesideIsKept() {
    JsonObject beside = JsonObject.of("must_understand", JsonValue.of(false));
    GroupSpec hierarchy = GroupSpec.builder().from(tree(gauge().build())).extras(beside).build();
    Read<Gauge> read = read(hierarchy);

    assertThat(((GroupSpec) read.rewrite(read.orThrow()).root()).extras()).isEqualTo(beside);
  }

  @Test
  void attributesOfAnArrayNodeThatNothingDeclaresTravelWithTheArray() {
    Gauge.Quality quality =
        new QualityBuilder()
            .legend("0 is bad")
            .flags(NdArray.zeros(CoreType.UINT8, 2).attribute("by", JsonValue.of("hand")))
            .build();
    Gauge read = read(tree(gauge().quality(quality).build())).orThrow();

    assertThat(read.quality()).contains(quality);
  }

  @Test
  void aNumberThatItsJavaTypeDoesNotHoldIsAFinding() {
    SettingsConvention settings = new SettingsConvention();
    JsonObject attributes =
        JsonObject.builder()
            .put("small", new JsonNumber("3000000000"))
            .put("large", 1)
            .put("exact", new JsonNumber("0.5"))
            .put("axes", new JsonArray(List.of()))
            .put("tables", JsonObject.empty())
            .put("ratio", 1)
            .put("camera", JsonObject.of("maker", JsonValue.of("us")))
            .build();
    Read<?> read =
        settings.read(
            GroupSpec.builder().attributes(Attributes.of(attributes)).build(),
            NodePath.root(),
            path -> {
              throw new AssertionError(path);
            });

    assertThat(read.value()).isEmpty();
    assertThat(read.findings())
        .extracting(Finding::message)
        .containsExactly("expected an integer that fits 32 bits, found 3000000000");
    assertThat(read.findings().get(0).pointer().toString()).isEqualTo("/attributes/small");
  }

  @Test
  void whatAConstructorRefusesIsAFinding() {
    JsonObject scale =
        JsonObject.of("kind", JsonValue.of("scale")).with("factor", JsonValue.of(2000));
    Read<Gauge> read = read(with(tree(gauge().build()), "correction", scale));

    assertThat(read.value().orElseThrow().correction()).isEmpty();
    assertThat(read.findings())
        .extracting(Finding::message)
        .containsExactly("a factor of 2000.0 is a mistake");
    assertThat(read.findings().get(0).pointer().toString()).isEqualTo("/attributes/correction");
  }

  @Test
  void aMemberWhoseNameDoesNotFitIsRefused() {
    Gauge odd = gauge().putRuns("run_one", NdArray.of(new float[1])).build();

    assertThatThrownBy(() -> convention.write(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/: the name \"run_one\" does not fit run_{n}");
  }

  @Test
  void anArrayThatFollowsFromAnotherOneIsComputedWhileThatIsWritten() {
    NdArray base = NdArray.of(new float[16], 4, 4);
    MeanDownsampling half = MeanDownsampling.by(2, 2);
    Pyramid pyramid =
        PyramidConvention.builder()
            .license("CC0")
            .year(2026)
            .putLevels("s0", base.chunks(2, 2))
            .putLevels("s1", base.derive(half))
            .build();

    BoundHierarchy bound = new PyramidConvention().write(pyramid);

    assertThat(bound.data().get(NodePath.parse("/s1")))
        .isEqualTo(new ArrayData.Derived(NodePath.parse("/s0"), half));
  }

  @Test
  void anArrayThatFollowsFromOneThatIsNotWrittenIsPulled() {
    Pyramid pyramid =
        PyramidConvention.builder()
            .license("CC0")
            .year(2026)
            .putLevels("s0", NdArray.of(new float[16], 4, 4).derive(MeanDownsampling.by(2, 2)))
            .build();

    assertThat(new PyramidConvention().write(pyramid).data().get(NodePath.parse("/s0")))
        .isInstanceOf(ArrayData.Pulled.class);
  }

  @Test
  void theClosestAlternativeOfAChoiceIsRead() {
    GroupSpec hierarchy =
        GroupSpec.builder()
            .putMember("odd", NdArray.zeros(CoreType.INT8, 2, 2).spec())
            .putMember(
                "pair",
                GroupSpec.builder()
                    .putMember("values", NdArray.zeros(CoreType.INT8, 3).spec())
                    .putMember("places", NdArray.zeros(CoreType.INT32, 3, 2).spec())
                    .build())
            .attributes(Attributes.of(JsonObject.of("wells", new JsonArray(List.of()))))
            .build();

    Plate plate =
        new PlateConvention()
            .read(hierarchy, NodePath.root(), path -> NdArray.of(SCRATCH).source().orElseThrow())
            .orThrow();

    assertThat(Objects.requireNonNull(plate.others().get("odd"))).isInstanceOf(Plate.Dense.class);
    assertThat(Objects.requireNonNull(plate.others().get("pair"))).isInstanceOf(Plate.Packed.class);
    assertThat(plate.mask()).isEqualTo(Optional.empty());
  }
}
