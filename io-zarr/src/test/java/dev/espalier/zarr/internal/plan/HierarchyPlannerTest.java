package dev.espalier.zarr.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Severity;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.ExtensionGrid;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyPlannerTest {
  @Test
  void whatIsLeftOpenIsDecided() {
    ArraySpec open = ArraySpec.builder().dataType(CoreType.UINT16).shape(Shape.of(5, 7)).build();

    ArraySpec planned = (ArraySpec) plan(open).root();

    assertThat(planned.fillValue()).contains(FillValue.zero(CoreType.UINT16));
    assertThat(planned.layout().chunkShape()).contains(Shape.of(5, 7));
    assertThat(planned.layout().shardShape()).isEmpty();
    assertThat(planned.layout().codecs().orElseThrow())
        .isEqualTo(DefaultCodecs.of(CoreType.UINT16));
    assertThat(planned.layout().chunkKeyEncoding()).contains(ChunkKeyEncoding.DEFAULT);
  }

  @Test
  void textsAreEncodedAsTexts() {
    ArraySpec open = ArraySpec.builder().dataType(ExtensionType.STRING).shape(Shape.of(5)).build();

    ArraySpec planned = (ArraySpec) plan(open).root();

    assertThat(planned.fillValue()).contains(new TextFill(""));
    assertThat(planned.layout().codecs().orElseThrow())
        .hasToString("[vlen-utf8, zstd{\"level\":3}]");
  }

  @Test
  void whatIsDecidedIsKept() {
    Layout decided =
        Layout.builder()
            .chunkShape(Shape.of(2, 3))
            .shardShape(Shape.of(4, 9))
            .codecs(List.of(bytes("big")))
            .chunkKeyEncoding(
                new ChunkKeyEncoding(ChunkKeyEncoding.Form.V2, ChunkKeyEncoding.Separator.DOT))
            .build();
    ArraySpec array =
        ArraySpec.builder()
            .dataType(CoreType.INT16)
            .shape(Shape.of(5, 7))
            .fillValue(FillValue.parse(CoreType.INT16, JsonValue.of(-1)))
            .dimensions(List.of("y", "x"))
            .layout(decided)
            .build();

    assertThat(plan(array).root()).isEqualTo(array);
  }

  @Test
  void codecsSayWhatOthersNeedForReading() {
    JsonObject asked =
        JsonObject.builder().put("cname", "lz4").put("clevel", 5).put("shuffle", "shuffle").build();
    CodecSpec blosc = new CodecSpec("blosc", asked);
    Layout layout =
        Layout.builder().shardShape(Shape.of(4, 4)).codecs(List.of(bytes("little"), blosc)).build();

    ArraySpec planned = (ArraySpec) plan(array(layout)).root();

    assertThat(planned.layout().codecs().orElseThrow().get(1).configuration())
        .isEqualTo(asked.with("typesize", JsonValue.of(2)).with("blocksize", JsonValue.of(0)));
  }

  @Test
  void shardsAloneHoldOneChunkEach() {
    ArraySpec planned =
        (ArraySpec) plan(array(Layout.builder().shardShape(Shape.of(4, 4)).build())).root();

    assertThat(planned.layout().chunkShape()).contains(Shape.of(4, 4));
    assertThat(planned.layout().shardShape()).contains(Shape.of(4, 4));
    assertThat(planned.layout().codecs()).contains(DefaultCodecs.of(CoreType.UINT16));
  }

  @Test
  void ordersThatOldDocumentsNameByALetterAreSpelledOut() {
    for (String letter : List.of("F", "C")) {
      CodecSpec old = new CodecSpec("transpose", JsonObject.of("order", JsonValue.of(letter)));
      Layout asked = Layout.builder().codecs(List.of(old, bytes("little"))).build();

      ArraySpec planned = (ArraySpec) plan(array(asked)).root();

      assertThat(planned.layout().codecs().orElseThrow())
          .first()
          .hasToString("transpose{\"order\":" + (letter.equals("F") ? "[1,0]" : "[0,1]") + "}");
    }
  }

  @Test
  void ofALayoutOfAnotherFormatTheChunksAreKept() {
    Layout foreign =
        Layout.builder()
            .chunkShape(Shape.of(2, 2))
            .codecs(List.of(CodecSpec.of("deflate")))
            .foreignTo("hdf5")
            .build();

    ArraySpec planned = (ArraySpec) plan(array(foreign)).root();

    assertThat(planned.layout().chunkShape()).contains(Shape.of(2, 2));
    assertThat(planned.layout().foreignTo()).isEmpty();
    assertThat(planned.layout().codecs().orElseThrow()).first().isEqualTo(bytes("little"));
  }

  @Test
  void objectsAndBytesAreKnownBefore() {
    GroupSpec root =
        GroupSpec.builder()
            .putMember("a", array(Layout.builder().chunkShape(Shape.of(2, 2)).build()))
            .putMember("empty", GroupSpec.empty())
            .putMember(
                "texts",
                ArraySpec.builder().dataType(ExtensionType.STRING).shape(Shape.of(9)).build())
            .build();

    WritePlan plan = plan(root);

    assertThat(plan.nodes().stream().map(n -> n.path().toString()))
        .containsExactly("/", "/a", "/empty", "/texts");
    assertThat(plan.nodes().stream().map(PlannedNode::objects)).containsExactly(1L, 13L, 1L, 2L);
    assertThat(plan.nodes().stream().map(PlannedNode::elementBytes))
        .containsExactly(0L, 70L, 0L, 0L);
    assertThat(plan.objects()).isEqualTo(17);
    assertThat(plan.elementBytes()).isEqualTo(70);
  }

  @Test
  void anUnknownCodecIsRefused() {
    Layout layout =
        Layout.builder().codecs(List.of(bytes("little"), CodecSpec.of("zstdx"))).build();

    Finding finding = only(findings(array(layout)));

    assertThat(finding.rule().id()).isEqualTo("zarr.codec.unknown");
    assertThat(finding.pointer()).hasToString("/codecs/1/name");
    assertThat(finding.message()).isEqualTo("no codec is named \"zstdx\"");
    assertThat(finding.expected().orElseThrow()).startsWith("one of bitround, ");
    assertThat(finding.fix()).isPresent();
  }

  @Test
  void aChainThatMakesNoSenseIsRefused() {
    Layout layout = Layout.builder().codecs(List.of(CodecSpec.of("crc32c"))).build();

    Finding finding = only(findings(array(layout)));

    assertThat(finding.rule().id()).isEqualTo("zarr.codec.invalid");
    assertThat(finding.pointer()).hasToString("/codecs");
  }

  @Test
  void shardsOfBrokenChunksAreRefused() {
    Layout layout = Layout.builder().chunkShape(Shape.of(2, 3)).shardShape(Shape.of(4, 4)).build();

    Finding finding = only(findings(array(layout)));

    assertThat(finding.rule().id()).isEqualTo("zarr.shard.multiple");
    assertThat(finding.message()).isEqualTo("the shard shape [4, 4] is not made of whole chunks");
    assertThat(finding.expected()).contains("multiples of the chunk shape [2, 3]");
  }

  @Test
  void shardsOfAnotherRankAreRefused() {
    assertThat(only(findings(array(Layout.builder().shardShape(Shape.of(4)).build()))).rule().id())
        .isEqualTo("zarr.shard.multiple");
  }

  @Test
  void aGridThatIsNotKnownIsRefused() {
    Layout layout =
        Layout.builder().chunkGrid(new ExtensionGrid("zigzag", JsonObject.empty())).build();

    Finding finding = only(findings(array(layout)));

    assertThat(finding.rule().id()).isEqualTo("zarr.chunk-grid.unsupported");
    assertThat(finding.found()).contains("zigzag");
  }

  @Test
  void chunksBeyondAJavaArrayAreRefused() {
    ArraySpec huge =
        ArraySpec.builder()
            .dataType(CoreType.FLOAT64)
            .shape(Shape.of(1L << 40))
            .layout(Layout.builder().chunkShape(Shape.of(1L << 30)).build())
            .build();

    assertThat(only(findings(huge)).rule().id()).isEqualTo("zarr.chunk.shape");
  }

  @Test
  void moreChunksThanCanBeCountedAreRefused() {
    ArraySpec huge =
        ArraySpec.builder()
            .dataType(CoreType.FLOAT64)
            .shape(Shape.of(Long.MAX_VALUE, Long.MAX_VALUE))
            .build();

    assertThat(only(findings(huge)).rule().id()).isEqualTo("zarr.size.overflow");
  }

  @Test
  void aDataTypeThatIsNotHandledIsRefused() {
    ArraySpec array =
        ArraySpec.builder()
            .dataType(new ExtensionType("bfloat16", JsonObject.empty()))
            .shape(Shape.of(2))
            .build();

    Finding finding = only(findings(array));

    assertThat(finding.rule().id()).isEqualTo("zarr.data-type.unsupported");
    assertThat(finding.message()).isEqualTo("elements of data type bfloat16 cannot be written");
  }

  @Test
  void namesThatDifferOnlyInCaseAreRefusedWhereCaseIsIgnored() {
    Finding finding = only(findings(namesThatDifferInCase()));

    assertThat(finding.rule().id()).isEqualTo("zarr.name.collision");
    assertThat(finding.node()).isEqualTo(NodePath.parse("/data"));
    assertThat(finding.message())
        .isEqualTo(
            "the names \"Data\" and \"data\" differ only in case or in how characters are composed,"
                + " and this file system takes them for one");
  }

  /** One character and a letter with a combining accent are different keys that look the same. */
  @Test
  void soAreNamesWhoseCharactersAreComposedDifferently() {
    Finding finding =
        only(
            findings(
                GroupSpec.builder()
                    .putMember("caf\u00e9", GroupSpec.empty())
                    .putMember("cafe\u0301", GroupSpec.empty())
                    .build()));

    assertThat(finding.rule().id()).isEqualTo("zarr.name.collision");
    assertThat(finding.node()).isEqualTo(NodePath.parse("/cafe\u0301"));
  }

  @Test
  void namesThatDifferOnlyInCaseAreWorthAWarningElsewhere() {
    WritePlan plan =
        HierarchyPlanner.plan(
            namesThatDifferInCase(),
            "target",
            WritePolicy.FAIL,
            new Zarr3Documents(),
            CodecRegistry.load(),
            false);

    Finding finding = only(plan.report().findings());
    assertThat(plan.report().severityOf(finding)).isEqualTo(Severity.WARNING);
    assertThat(finding.rule().id()).isEqualTo("zarr.name.case");
    assertThat(finding.node()).isEqualTo(NodePath.parse("/data"));
  }

  private static GroupSpec namesThatDifferInCase() {
    return GroupSpec.builder()
        .putMember("Data", GroupSpec.empty())
        .putMember("data", GroupSpec.empty())
        .putMember("date", GroupSpec.empty())
        .build();
  }

  @Test
  void anUnreadableNodeIsRefused() {
    GroupSpec root =
        GroupSpec.builder()
            .putMember("bad", new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "bits are gone"))
            .build();

    Finding finding = only(findings(root));

    assertThat(finding.rule().id()).isEqualTo("zarr.node.unreadable");
    assertThat(finding.message()).isEqualTo("the node could not be read: bits are gone");
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    GroupSpec root =
        GroupSpec.builder()
            .putMember("a", array(Layout.builder().codecs(List.of(CodecSpec.of("x"))).build()))
            .putMember("A", array(Layout.builder().shardShape(Shape.of(1)).build()))
            .build();

    assertThat(findings(root).stream().map(f -> f.rule().id()))
        .containsExactly("zarr.name.collision", "zarr.codec.unknown", "zarr.shard.multiple");
    assertThatThrownBy(() -> plan(root))
        .hasMessageStartingWith("target: the hierarchy cannot be written\n  /A: the names")
        .hasMessageContaining("\n  /a: no codec is named \"x\" (zarr.codec.unknown)");
  }

  private static WritePlan plan(NodeSpec hierarchy) {
    return HierarchyPlanner.plan(
        hierarchy, "target", WritePolicy.FAIL, new Zarr3Documents(), CodecRegistry.load(), true);
  }

  private static List<Finding> findings(NodeSpec hierarchy) {
    InvalidHierarchyException invalid =
        catchThrowableOfType(InvalidHierarchyException.class, () -> plan(hierarchy));
    assertThat(invalid).isNotNull();
    assertThat(invalid.report().isValid()).isFalse();
    return invalid.report().findings();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static ArraySpec array(Layout layout) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(Shape.of(5, 7))
        .layout(layout)
        .build();
  }

  private static CodecSpec bytes(String endian) {
    return new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of(endian)));
  }
}
