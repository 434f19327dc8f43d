package dev.espalier.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditTest {
  private static final NodePath NODE = NodePath.parse("/a/b");
  private static final JsonPointer UNITS = JsonPointer.of("units");
  private static final ArraySpec ARRAY =
      ArraySpec.builder()
          .dataType(CoreType.INT16)
          .shape(Shape.of(4))
          .dimensions(List.of("x"))
          .attributes(Attributes.none().with("k", JsonValue.of(1)))
          .build();

  @Test
  void editsAreToldInWordsAndAsJson() {
    assertTold(
        new SetAttribute(NODE, UNITS, JsonValue.of("mm")),
        "set attribute /units of /a/b to \"mm\"",
        "{\"op\":\"set_attribute\",\"node\":\"/a/b\",\"pointer\":\"/units\",\"value\":\"mm\"}");
    assertTold(
        new RemoveAttribute(NODE, UNITS),
        "remove attribute /units of /a/b",
        "{\"op\":\"remove_attribute\",\"node\":\"/a/b\",\"pointer\":\"/units\"}");
    assertTold(
        new RenameAttribute(NODE, UNITS, "unit"),
        "rename attribute /units of /a/b to \"unit\"",
        "{\"op\":\"rename_attribute\",\"node\":\"/a/b\",\"pointer\":\"/units\",\"name\":\"unit\"}");
    assertTold(
        new SetDimensionNames(NODE, List.of(Optional.of("y"), Optional.empty())),
        "set the dimension names of /a/b to [\"y\",null]",
        "{\"op\":\"set_dimension_names\",\"node\":\"/a/b\",\"names\":[\"y\",null]}");
    assertTold(
        new RenameMember(NODE, new NodeName("c")),
        "rename member /a/b to \"c\"",
        "{\"op\":\"rename_member\",\"node\":\"/a/b\",\"name\":\"c\"}");
    assertTold(
        new RemoveMember(NODE),
        "remove member /a/b",
        "{\"op\":\"remove_member\",\"node\":\"/a/b\"}");
    assertTold(
        new AddMember(NODE, GroupSpec.builder().putMember("x", ARRAY).build()),
        "add group /a/b",
        "{\"op\":\"add_member\",\"node\":\"/a/b\",\"member\":{\"kind\":\"group\",\"members\":{"
            + "\"x\":{\"kind\":\"array\",\"data_type\":\"int16\",\"shape\":[4],"
            + "\"dimension_names\":[\"x\"],\"attributes\":{\"k\":1}}}}}");
  }

  private static void assertTold(Edit edit, String words, String json) {
    assertThat(edit.describe()).isEqualTo(words);
    assertThat(edit.toJson()).hasToString(json);
  }

  @Test
  void onlyWhatLeavesStoredElementsWhereTheyAreTouchesMetadataOnly() {
    GroupSpec groups = GroupSpec.builder().putMember("inner", GroupSpec.empty()).build();

    assertThat(new SetAttribute(NODE, UNITS, JsonValue.of("mm")).touchesMetadataOnly()).isTrue();
    assertThat(new RemoveAttribute(NODE, UNITS).touchesMetadataOnly()).isTrue();
    assertThat(new RenameAttribute(NODE, UNITS, "unit").touchesMetadataOnly()).isTrue();
    assertThat(new SetDimensionNames(NODE, List.of()).touchesMetadataOnly()).isTrue();
    assertThat(new AddMember(NODE, groups).touchesMetadataOnly()).isTrue();
    assertThat(new AddMember(NODE, groups.withMember(new NodeName("x"), ARRAY)))
        .returns(false, Edit::touchesMetadataOnly);
    assertThat(new RenameMember(NODE, new NodeName("c")).touchesMetadataOnly()).isFalse();
    assertThat(new RemoveMember(NODE).touchesMetadataOnly()).isFalse();
  }

  @Test
  void theRootAndTheAttributesAsAWholeAreNoPlacesForAnEdit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RemoveAttribute(NODE, JsonPointer.root()))
        .withMessage("the pointer of an attribute names at least the attribute; it is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RenameMember(NodePath.root(), new NodeName("c")))
        .withMessage("the root has no name to change");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RemoveMember(NodePath.root()))
        .withMessage("the root is no member of a group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AddMember(NodePath.root(), ARRAY))
        .withMessage("the root cannot be added to a group");
  }

  @Test
  void aPlaceInADocumentIsAPlaceInTheAttributesOnlyBelowThem() {
    assertThat(AttributeEdit.insideAttributes(JsonPointer.of("attributes", "a", "0")))
        .contains(JsonPointer.of("a", "0"));
    assertThat(AttributeEdit.insideAttributes(JsonPointer.of("attributes"))).isEmpty();
    assertThat(AttributeEdit.insideAttributes(JsonPointer.of("shape", "0"))).isEmpty();
  }

  @Test
  void aLongValueIsCutInWordsAndWholeInJson() {
    SetAttribute edit = new SetAttribute(NODE, UNITS, JsonValue.of("m".repeat(300)));

    assertThat(edit.describe())
        .isEqualTo("set attribute /units of /a/b to \"" + "m".repeat(199) + "...");
    assertThat(edit.toJson().get("value")).contains(JsonValue.of("m".repeat(300)));
  }
}
