package dev.espalier.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Layout DECIDED =
      Layout.builder()
          .chunkShape(Shape.of(2, 3))
          .codecs(List.of(new CodecSpec("bytes", JsonObject.empty())))
          .build();
  private static final ArraySpec OPEN = array(array -> {});

  @Test
  void whatWasLeftOpenOfTheLayoutIsAlikeAndKept() {
    Layout other = Layout.builder().from(DECIDED).chunkShape(Shape.of(4, 6)).build();
    NodeSpec standing = OPEN.withLayout(other);

    assertThat(
            Reconciliation.of("t", WritePolicy.FAIL_UNLESS_ALIKE, OPEN, resolved(OPEN), standing))
        .isEqualTo(new Reconciliation(standing, Map.of(NodePath.root(), PlannedAction.KEEP)));
    assertThat(merge(OPEN, standing).root()).isEqualTo(standing);
  }

  @Test
  void whatWasAskedForOfTheLayoutHasToBeSo() {
    ArraySpec asked = OPEN.withLayout(Layout.builder().chunkShape(Shape.of(2, 3)).build());
    Layout other = Layout.builder().from(DECIDED).chunkShape(Shape.of(4, 6)).build();

    assertThatThrownBy(
            () ->
                Reconciliation.of(
                    "t",
                    WritePolicy.FAIL_UNLESS_ALIKE,
                    asked,
                    resolved(asked),
                    OPEN.withLayout(other)))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            "t: what stands there differs from what is to be written; choose another target, or ask"
                + " to merge or to replace\n"
                + "  /: chunks is [4,6], expected [2,3]");
    assertThat(action(merge(asked, OPEN.withLayout(other)))).isEqualTo(PlannedAction.REPLACE);
  }

  @Test
  void codecsInTheWordsOfAnotherFormatAreNotAskedFor() {
    Layout foreign =
        Layout.builder()
            .chunkShape(Shape.of(2, 3))
            .codecs(List.of(new CodecSpec("deflate", JsonObject.empty())))
            .foreignTo("hdf5")
            .build();
    Layout other =
        Layout.builder()
            .from(DECIDED)
            .codecs(List.of(new CodecSpec("gzip", JsonObject.empty())))
            .build();

    assertThat(action(merge(OPEN.withLayout(foreign), OPEN.withLayout(other))))
        .isEqualTo(PlannedAction.KEEP);
  }

  @Test
  void zeroIsTheFillValueThatGoesWithoutSaying() {
    ArraySpec zero = array(array -> array.fillValue(OPEN.fillValueOrZero()));

    assertThat(action(merge(zero, resolved(OPEN)))).isEqualTo(PlannedAction.KEEP);
  }

  @Test
  void dimensionNamesAndAttributesAreUpdatedAndTheirsStay() {
    ArraySpec standing =
        array(
            array ->
                array
                    .dimensions(List.of("y", "x"))
                    .layout(DECIDED)
                    .extras(JsonObject.of("theirs", JsonValue.of(1)))
                    .attributes(Attributes.none().with("unit", JsonValue.of("mm"))));
    ArraySpec named = array(array -> array.dimensions(List.of("row", "column")));
    ArraySpec attributed =
        array(array -> array.attributes(Attributes.none().with("by", JsonValue.of("us"))));

    assertThat(merge(OPEN, standing).root()).isEqualTo(standing);
    assertThat(merge(named, standing).root())
        .isEqualTo(
            ArraySpec.builder().from(standing).dimensionNames(named.dimensionNames()).build());
    Reconciliation merged = merge(attributed, standing);
    assertThat(action(merged)).isEqualTo(PlannedAction.UPDATE);
    assertThat(merged.root())
        .isEqualTo(standing.withAttributes(standing.attributes().with("by", JsonValue.of("us"))));
  }

  @Test
  void anAttributeIsReplacedAsAWhole() {
    JsonObject part = JsonObject.of("a", JsonValue.of(1));
    Attributes more = Attributes.none().with("ome", part.with("b", JsonValue.of(2)));
    GroupSpec standing = GroupSpec.empty().withAttributes(more.with("theirs", part));
    GroupSpec wanted = GroupSpec.empty().withAttributes(Attributes.none().with("ome", part));

    Reconciliation merged = merge(wanted, standing);

    assertThat(action(merged)).isEqualTo(PlannedAction.UPDATE);
    assertThat(merged.root().attributes().toJson())
        .isEqualTo(JsonObject.of("ome", part).with("theirs", part));
  }

  @Test
  void aReplacedArrayKeepsWhatOnlyStoodThere() {
    ArraySpec standing =
        array(
            array ->
                array
                    .shape(Shape.of(4))
                    .dimensions(List.of("x"))
                    .extras(JsonObject.of("theirs", JsonValue.of(1)))
                    .attributes(Attributes.none().with("unit", JsonValue.of("mm"))));

    ArraySpec merged = (ArraySpec) merge(OPEN, standing).root();

    assertThat(merged.shape()).isEqualTo(OPEN.shape());
    assertThat(merged.dimensionNames()).as("of another rank").isEmpty();
    assertThat(merged.extras().has("theirs")).isTrue();
    assertThat(merged.attributes().get("unit")).contains(JsonValue.of("mm"));
  }

  @Test
  void aNodeThatCannotBeReadIsInTheWayAndElsewhereStays() {
    UnreadableSpec torn = new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "torn");
    GroupSpec standing = GroupSpec.builder().putMember("a", torn).build();

    assertThat(merge(GroupSpec.empty(), standing).actions())
        .containsEntry(NodePath.parse("/a"), PlannedAction.KEEP);
    assertThatThrownBy(() -> merge(GroupSpec.builder().putMember("a", OPEN).build(), standing))
        .isInstanceOf(TargetExistsException.class)
        .hasMessageEndingWith("\n  /a: kind is \"unreadable\", expected \"array\"");
  }

  @Test
  void onlyTheFirstDifferencesAreListed() {
    GroupSpec.Builder many = GroupSpec.builder();
    for (int i = 0; i < 8; i++) {
      many.putMember("m" + i, GroupSpec.empty());
    }
    GroupSpec asked = many.build();

    assertThatThrownBy(
            () ->
                Reconciliation.of(
                    "t", WritePolicy.FAIL_UNLESS_ALIKE, asked, asked, GroupSpec.empty()))
        .hasMessageContaining("\n  /m4: node is not there, expected \"group\"\n  and 3 more")
        .hasMessageNotContaining("m5");
  }

  @Test
  void whateverStandsThereIsRefusedWhereThatIsThePolicy() {
    assertThatThrownBy(() -> Reconciliation.of("t", WritePolicy.FAIL, OPEN, OPEN, OPEN))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            "t: something stands there already; choose another target or ask to overwrite it");
  }

  @Test
  void sizesThatCannotBeCountedAreTheLargest() {
    ArraySpec endless =
        ArraySpec.builder()
            .dataType(CoreType.FLOAT64)
            .shape(Shape.of(1L << 61, 1))
            .layout(Layout.builder().chunkShape(Shape.of(1, 1)).build())
            .build();
    GroupSpec standing = GroupSpec.builder().putMember("endless", endless).build();
    GroupSpec empty = GroupSpec.empty();

    List<PlannedNode> nodes =
        Reconciliation.of("t", WritePolicy.REPLACE, empty, empty, standing).nodes(standing);

    assertThat(nodes)
        .containsExactly(
            new PlannedNode(NodePath.root(), PlannedAction.REPLACE, empty, 1, 0),
            new PlannedNode(
                NodePath.parse("/endless"),
                PlannedAction.DELETE,
                endless,
                (1L << 61) + 1,
                Long.MAX_VALUE));
  }

  private static Reconciliation merge(NodeSpec asked, NodeSpec standing) {
    return Reconciliation.of("t", WritePolicy.MERGE, asked, resolved(asked), standing);
  }

  private static PlannedAction action(Reconciliation reconciliation) {
    return reconciliation.actions().getOrDefault(NodePath.root(), PlannedAction.DELETE);
  }

  /** Decides what is left open, as a backend does. */
  private static NodeSpec resolved(NodeSpec node) {
    return node.match(
        group -> {
          GroupSpec.Builder resolved = GroupSpec.builder();
          group.members().forEach((name, member) -> resolved.putMember(name, resolved(member)));
          return resolved.from(group.withMembers(Map.of())).build();
        },
        array -> array.withLayout(DECIDED),
        unreadable -> unreadable);
  }

  private static ArraySpec array(Consumer<ArraySpec.Builder> more) {
    ArraySpec.Builder builder = ArraySpec.builder();
    builder.dataType(CoreType.INT16).shape(Shape.of(4, 6));
    more.accept(builder);
    return builder.build();
  }
}
