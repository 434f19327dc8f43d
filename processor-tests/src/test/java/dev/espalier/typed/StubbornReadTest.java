package dev.espalier.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.typed.Read;
import dev.espalier.typed.stubborn.Stubborn;
import dev.espalier.typed.stubborn.StubbornBuilder;
import dev.espalier.typed.stubborn.StubbornConvention;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reading never throws for what it reads, whatever the code of a convention does with it. */
class StubbornReadTest {
  private static Read<Stubborn> read(NodeSpec hierarchy) {
    return new StubbornConvention()
        .read(
            hierarchy,
            NodePath.root(),
            path -> {
              throw new AssertionError(path);
            });
  }

  private static GroupSpec group(String attributes) {
    Attributes parsed = Attributes.of((JsonObject) JsonReader.parse(attributes));
    return GroupSpec.builder().attributes(parsed).build();
  }

  @Test
  void aValueThatReadsAndDoesNotWriteIsReadAndSaysWhyWhenItIsRewritten() {
    Read<Stubborn> read = read(group("{\"shy\": {\"value\": 11}, \"mood\": \"calm\"}"));

    Stubborn value = read.orThrow();
    assertThat(read.findings()).isEmpty();
    assertThat(read.extras().attributes().get(NodePath.root()))
        .isEqualTo(Attributes.of(JsonObject.of("mood", JsonValue.of("calm"))));
    assertThatThrownBy(() -> read.rewrite(value))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("11 is nobody's business");

    Stubborn changed = new StubbornBuilder().from(value).shy(Optional.empty()).size(3).build();
    assertThat(read.rewrite(changed).root()).isEqualTo(group("{\"size\": 3, \"mood\": \"calm\"}"));
  }

  @Test
  void aConstructorThatFailsIsAFindingWithItsReason() {
    Read<Stubborn> read = read(group("{\"ratio\": {\"whole\": 1, \"part\": 0}, \"size\": 2}"));

    assertThat(read.orThrow().ratio()).isEmpty();
    assertThat(read.orThrow().size()).contains(2);
    assertThat(read.findings())
        .extracting(Finding::message)
        .containsExactly("reading it failed: java.lang.ArithmeticException: / by zero");
    assertThat(read.findings().get(0).pointer().toString()).isEqualTo("/attributes/ratio");
  }

  @Test
  void aCheckThatFailsLeavesOutItsNodeOnly() {
    GroupSpec hierarchy =
        group("{}")
            .withMember(new NodeName("part_0"), group("{\"count\": 1}"))
            .withMember(new NodeName("part_1"), group("{\"count\": -1}"));
    Read<Stubborn> read = read(hierarchy);

    assertThat(read.orThrow().parts()).containsOnlyKeys("part_0");
    assertThat(read.findings())
        .extracting(finding -> finding.node() + ": " + finding.message())
        .containsExactly(
            "/part_1: reading it failed: java.lang.UnsupportedOperationException: counts below"
                + " zero");
    assertThat(read.rewrite(read.orThrow()).root()).isEqualTo(hierarchy);
  }

  @Test
  void chunksTooLargeForTheShardsOfTheSchemaAreReadAndWrittenAsTheyAre() {
    ArraySpec array =
        ArraySpec.builder()
            .dataType(CoreType.INT8)
            .shape(Shape.of(Long.MAX_VALUE))
            .layout(Layout.builder().chunkShape(Shape.of(Long.MAX_VALUE / 2 + 2)).build())
            .build();
    GroupSpec hierarchy = group("{}").withMember(new NodeName("array"), array);
    Read<Stubborn> read = read(hierarchy);

    assertThat(read.orThrow().array().orElseThrow().spec()).isEqualTo(array);
    assertThat(read.rewrite(read.orThrow()).root().findArray(NodePath.parse("/array")))
        .contains(array);
  }
}
