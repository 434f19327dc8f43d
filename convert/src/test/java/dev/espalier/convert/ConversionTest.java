package dev.espalier.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.AttributeType;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.work.Execution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Conversions without a convention, between hierarchies in memory. */
class ConversionTest {
  private static final String TARGET = "target";
  private static final NodePath NUMBERS = NodePath.parse("/data/numbers");
  private static final NodePath TEXTS = NodePath.parse("/data/texts");

  private final MemoryFormat format = new MemoryFormat();

  private static Attribute typed(JsonValue value, CoreType type, long... shape) {
    return new Attribute(value, Optional.of(new AttributeType(type, Shape.of(shape))));
  }

  private static NodeSpec tree() {
    ArraySpec numbers =
        ArraySpec.builder()
            .dataType(CoreType.INT16)
            .shape(Shape.of(300, 200))
            .layout(
                Layout.builder()
                    .chunkShape(Shape.of(100, 200))
                    .codecs(List.of(CodecSpec.of("lzf")))
                    .foreignTo("hdf5")
                    .build())
            .attributes(
                Attributes.none()
                    .with("exact", typed(JsonValue.of(7), CoreType.INT64))
                    .with("short", typed(JsonValue.of(7), CoreType.INT16))
                    .with("empty", typed(new JsonArray(List.of()), CoreType.INT64, 0, 3)))
            .build();
    ArraySpec texts = ArraySpec.builder().dataType(ExtensionType.STRING).shape(Shape.of(4)).build();
    ArraySpec strange =
        ArraySpec.builder()
            .dataType(new ExtensionType("strange", JsonObject.empty()))
            .shape(Shape.of(1))
            .build();
    JsonObject link =
        JsonObject.builder().put("name", "soft").put("kind", "link").put("reason", "why").build();
    return GroupSpec.builder()
        .putMember(
            "data",
            GroupSpec.builder()
                .putMember("numbers", numbers)
                .putMember("texts", texts)
                .putMember("strange", strange)
                .extras(JsonObject.of("unread", JsonArray.of(link)))
                .build())
        .putMember(
            "broken", new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "bytes are missing"))
        .build();
  }

  private static MemoryFormat.Held source() {
    Map<NodePath, Block> elements = new HashMap<>();
    elements.put(NUMBERS, numbers());
    elements.put(TEXTS, Block.allocate(ExtensionType.STRING, Shape.of(4)));
    return new MemoryFormat.Held(new Location("source"), tree(), elements);
  }

  private static BitsBlock numbers() {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.INT16, Shape.of(300, 200));
    for (int i = 0; i < block.length(); i++) {
      block.bytes()[i] = (byte) (i * 31 + i / 256);
    }
    return block;
  }

  private ConversionRequest.Builder request() {
    return ConversionRequest.builder().source(source()).format(format).target(new Location(TARGET));
  }

  @Test
  void everyObjectHasItsEntry() {
    Conversion conversion = Conversion.prepare(request().build());

    assertThat(conversion.report().entries())
        .extracting(ReportEntry::name, ReportEntry::kind, ReportEntry::outcome)
        .containsExactly(
            tuple("/", "group", Outcome.COPIED),
            tuple("/data", "group", Outcome.COPIED),
            tuple("/data/soft", "link", Outcome.LEFT_OUT),
            tuple("/data/numbers", "array", Outcome.CHANGED),
            tuple("/data/numbers@exact", "attribute", Outcome.COPIED),
            tuple("/data/numbers@short", "attribute", Outcome.CHANGED),
            tuple("/data/numbers@empty", "attribute", Outcome.CHANGED),
            tuple("/data/texts", "array", Outcome.COPIED),
            tuple("/data/strange", "array", Outcome.LEFT_OUT),
            tuple("/broken", "unreadable", Outcome.LEFT_OUT));
    assertThat(conversion.report().entries())
        .extracting(e -> e.changes() + e.reason().orElse(""))
        .contains(
            "[]why",
            "[codecs: lzf -> nothing]",
            "[its value is kept, its type int16 is not: JSON has one kind of number]",
            "[its shape [0, 3] is not kept: nothing is left to tell it]",
            "[]elements of /data/strange are not handled",
            "[]corrupt: bytes are missing; its attributes go with it");
    assertThat(conversion.report().added()).isEmpty();
    assertThat(conversion.report().counts())
        .isEqualTo(Map.of(Outcome.COPIED, 4L, Outcome.CHANGED, 3L, Outcome.LEFT_OUT, 3L));
  }

  @Test
  void whatTheFormatOfTheSourceKeptBesideIsNotWritten() {
    Conversion conversion = Conversion.prepare(request().build());

    NodeSpec planned = conversion.plan().root();
    assertThat(planned.find(NodePath.parse("/broken"))).isEmpty();
    assertThat(planned.find(NodePath.parse("/data/strange"))).isEmpty();
    assertThat(planned.findGroup(NodePath.parse("/data")).orElseThrow().extras().isEmpty())
        .isTrue();
    Layout layout = planned.findArray(NUMBERS).orElseThrow().layout();
    assertThat(layout.codecs()).isEmpty();
    assertThat(layout.foreignTo()).isEmpty();
    assertThat(layout.chunkShape()).contains(Shape.of(100, 200));
  }

  @Test
  void aVerificationComparesEveryElement() {
    Conversion conversion = Conversion.prepare(request().build());
    conversion.run(Execution.onCallingThread());

    Verification verification = conversion.verify(Execution.onCallingThread());

    assertThat(verification.isEqual()).isTrue();
    assertThat(verification.arrays()).isEqualTo(2);
    assertThat(verification.elements()).isEqualTo(300 * 200 + 4);
    assertThat(verification.attributes()).isEqualTo(3);
  }

  @Test
  void aVerificationNamesTheFirstElementThatDiffers() {
    Conversion conversion = Conversion.prepare(request().build());
    conversion.run(Execution.onCallingThread());
    BitsBlock damaged = numbers();
    damaged.bytes()[2 * (270 * 200 + 13)] ^= 1;
    damaged.bytes()[2 * (31 * 200 + 190) + 1] ^= 4;
    format.damage(TARGET, NUMBERS, damaged);

    Verification verification = conversion.verify(Execution.onCallingThread());

    assertThat(verification.isEqual()).isFalse();
    assertThat(verification.mismatches())
        .singleElement()
        .satisfies(m -> assertThat(m.path()).isEqualTo(NUMBERS))
        .satisfies(m -> assertThat(m.where()).isEqualTo("element [31, 190]"))
        .satisfies(m -> assertThat(m.expected()).isNotEqualTo(m.found()));
    assertThat(verification.mismatches().get(0).toString())
        .startsWith("/data/numbers: element [31, 190]: expected ");
  }

  @Test
  void aVerificationTellsTextsApart() {
    Conversion conversion = Conversion.prepare(request().build());
    conversion.run(Execution.onCallingThread());
    Block damaged = Block.allocate(ExtensionType.STRING, Shape.of(4));
    ((TextBlock) damaged).texts()[2] = "x";
    format.damage(TARGET, TEXTS, damaged);

    assertThat(conversion.verify(Execution.onCallingThread()).mismatches())
        .containsExactly(new Mismatch(TEXTS, "element [2]", "\"\"", "\"x\""));
  }

  @Test
  void aPartOfAHierarchyKeepsItsPathsInTheReport() {
    Conversion conversion = Conversion.prepare(request().node(NodePath.parse("/data")).build());

    assertThat(conversion.plan().root().findArray(NodePath.parse("/numbers"))).isPresent();
    assertThat(conversion.report().entries())
        .extracting(ReportEntry::name)
        .contains("/data", "/data/numbers", "/data/soft")
        .doesNotContain("/", "/broken");
  }

  @Test
  void aNodeThatCannotBeConvertedIsRefusedByItsReason() {
    assertThatThrownBy(() -> Conversion.prepare(request().node(NodePath.parse("/broken")).build()))
        .isInstanceOf(CorruptException.class)
        .hasMessage("source: /broken: bytes are missing");
    assertThatThrownBy(
            () -> Conversion.prepare(request().node(NodePath.parse("/data/strange")).build()))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("source: /data/strange: elements of /data/strange are not handled");
    assertThatThrownBy(() -> Conversion.prepare(request().node(NodePath.parse("/x")).build()))
        .isInstanceOf(MissingException.class)
        .hasMessage(
            "source: no node /x; / holds data, broken; the arrays are /data/numbers, /data/texts, /data/strange");
  }
}
