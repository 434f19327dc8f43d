package dev.espalier.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.edit.RemoveMember;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.AttributeType;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final NodePath SIGNAL = NodePath.parse("/run/signal");
  private static final Attribute EXACT =
      new Attribute(
          new JsonNumber("1.50"), Optional.of(new AttributeType(CoreType.FLOAT32, Shape.of())));
  private static final ArraySpec ARRAY =
      ArraySpec.builder()
          .dataType(CoreType.INT16)
          .shape(Shape.of(4, 6))
          .attributes(
              Attributes.none()
                  .with("units", JsonValue.of("mV"))
                  .with("gain", EXACT)
                  .with(
                      "axes",
                      JsonArray.of(
                          JsonObject.of("nam", JsonValue.of("y")),
                          JsonObject.of("name", JsonValue.of("x")))))
          .build();
  private static final NodeSpec TREE =
      GroupSpec.builder()
          .putMember(
              "run",
              GroupSpec.builder()
                  .putMember("first", GroupSpec.empty())
                  .putMember("signal", ARRAY)
                  .putMember("last", GroupSpec.empty())
                  .build())
          .putMember("other", GroupSpec.empty())
          .putMember("bad", new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "chewed by mice"))
          .build();

  private static NodeSpec signalAfter(Edit... edits) {
    return Edits.apply(TREE, List.of(edits)).find(SIGNAL).orElseThrow();
  }

  @Test
  void aRenamedAttributeKeepsItsPlaceAndItsExactType() {
    Attributes after =
        signalAfter(new RenameAttribute(SIGNAL, JsonPointer.of("gain"), "scale")).attributes();

    assertThat(after.byName().keySet()).containsExactly("units", "scale", "axes");
    assertThat(after.byName().get("scale")).isEqualTo(EXACT);
  }

  @Test
  void anAttributeIsSetDeepInsideAnotherAndItsNeighboursStayAsTheyAre() {
    Attributes after =
        signalAfter(
                new RenameAttribute(SIGNAL, JsonPointer.of("axes", "0", "nam"), "name"),
                new SetAttribute(SIGNAL, JsonPointer.of("axes", "0", "name"), JsonValue.of("t")),
                new SetAttribute(SIGNAL, JsonPointer.of("axes", "2"), JsonValue.of("more")),
                new RemoveAttribute(SIGNAL, JsonPointer.of("axes", "1")),
                new SetAttribute(SIGNAL, JsonPointer.of("note"), JsonValue.of(1)))
            .attributes();

    assertThat(after.toJson())
        .hasToString(
            "{\"units\":\"mV\",\"gain\":1.50,\"axes\":[{\"name\":\"t\"},\"more\"],\"note\":1}");
    assertThat(after.byName().get("gain")).isEqualTo(EXACT);
  }

  @Test
  void aSetAttributeLosesTheExactTypeOfWhatWasThere() {
    Attributes after =
        signalAfter(new SetAttribute(SIGNAL, JsonPointer.of("gain"), JsonValue.of(2))).attributes();

    assertThat(after.byName().get("gain")).isEqualTo(Attribute.of(JsonValue.of(2)));
  }

  @Test
  void dimensionsAreNamed() {
    NodeSpec after =
        signalAfter(new SetDimensionNames(SIGNAL, List.of(Optional.of("y"), Optional.empty())));

    assertThat(((ArraySpec) after).dimensionNames())
        .contains(List.of(Optional.of("y"), Optional.empty()));
    assertThat(after.attributes()).isEqualTo(ARRAY.attributes());
  }

  @Test
  void membersAreRenamedInTheirPlaceRemovedAndAdded() {
    NodeSpec after =
        Edits.apply(
            TREE,
            List.of(
                new RenameMember(SIGNAL, new NodeName("trace")),
                new RemoveMember(NodePath.parse("/run/first")),
                new AddMember(NodePath.parse("/run/extra"), GroupSpec.empty()),
                new AddMember(NodePath.parse("/run/extra/inner"), ARRAY),
                new SetAttribute(
                    NodePath.parse("/run/trace"), JsonPointer.of("units"), JsonValue.of("V"))));

    assertThat(after.toFlat().keySet().stream().map(NodePath::toString))
        .containsExactly(
            "/",
            "/run",
            "/run/trace",
            "/run/last",
            "/run/extra",
            "/run/extra/inner",
            "/other",
            "/bad");
    assertThat(
            after.findArray(NodePath.parse("/run/trace")).orElseThrow().attributes().get("units"))
        .contains(JsonValue.of("V"));
    assertThat(TREE.find(SIGNAL)).contains(ARRAY);
  }

  @Test
  void nodesBesideThePathOfAnEditAreShared() {
    NodeSpec after =
        Edits.apply(TREE, List.of(new RemoveAttribute(SIGNAL, JsonPointer.of("units"))));
    NodePath other = NodePath.parse("/other");

    assertThat(after.find(other).orElseThrow()).isSameAs(TREE.find(other).orElseThrow());
    assertThat(Edits.apply(TREE, List.of())).isSameAs(TREE);
  }

  @Test
  void everyArrayOfALargeGroupIsEdited() {
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    List<Edit> edits = new ArrayList<>();
    JsonPointer units = JsonPointer.of("units");
    for (int i = 0; i < 100_000; i++) {
      NodeName name = new NodeName("a" + i);
      members.put(name, ARRAY);
      edits.add(new RenameAttribute(NodePath.root().child(name), units, "unit"));
    }
    GroupSpec large = GroupSpec.empty().withMembers(members);

    GroupSpec after = (GroupSpec) Edits.apply(large, edits);

    assertThat(after.members().keySet()).containsExactlyElementsOf(members.keySet());
    assertThat(after.members().values())
        .allMatch(node -> node.attributes().get("unit").isPresent());
  }

  @Test
  void anEditThatDoesNotFitSaysWhatIsThere() {
    assertRefused(
        new RenameAttribute(SIGNAL, JsonPointer.of("unit"), "units"),
        "cannot rename attribute /unit of /run/signal to \"units\": there is no \"unit\"; there is"
            + " \"units\", \"gain\", \"axes\"");
    assertRefused(
        new RenameAttribute(SIGNAL, JsonPointer.of("units"), "gain"),
        "cannot rename attribute /units of /run/signal to \"gain\": there is a \"gain\" already");
    assertRefused(
        new RenameAttribute(SIGNAL, JsonPointer.of("axes", "0"), "first"),
        "cannot rename attribute /axes/0 of /run/signal to \"first\": it is an element of an array,"
            + " and elements have no names");
    assertRefused(
        new RemoveAttribute(SIGNAL, JsonPointer.of("axes", "2")),
        "cannot remove attribute /axes/2 of /run/signal: there is no \"2\" in /axes; it has 2"
            + " elements");
    assertRefused(
        new RemoveAttribute(SIGNAL, JsonPointer.of("a", "b", "c")),
        "cannot remove attribute /a/b/c of /run/signal: there is no \"a\"; there is \"units\","
            + " \"gain\", \"axes\"");
    assertRefused(
        new SetAttribute(SIGNAL, JsonPointer.of("axes", "3"), JsonValue.of(1)),
        "cannot set attribute /axes/3 of /run/signal to 1: there is no \"3\" in /axes; it has 2"
            + " elements");
    assertRefused(
        new SetAttribute(SIGNAL, JsonPointer.of("units", "long"), JsonValue.of(1)),
        "cannot set attribute /units/long of /run/signal to 1: /units holds nothing by name; it is"
            + " a string");
    assertRefused(
        new SetAttribute(NodePath.parse("/bad"), JsonPointer.of("x"), JsonValue.of(1)),
        "cannot set attribute /x of /bad to 1: /bad is unreadable");
    assertRefused(
        new SetDimensionNames(SIGNAL, List.of(Optional.of("x"))),
        "cannot set the dimension names of /run/signal to [\"x\"]: /run/signal has 2 dimensions;"
            + " its shape is [4, 6]");
    assertRefused(
        new SetDimensionNames(NodePath.parse("/run"), List.of()),
        "cannot set the dimension names of /run to []: /run has no dimensions; it is a group");
    assertRefused(
        new RemoveMember(NodePath.parse("/run/sgnal")),
        "cannot remove member /run/sgnal: there is no \"sgnal\" in /run; there is \"first\","
            + " \"signal\", \"last\"");
    assertRefused(
        new RenameMember(SIGNAL, new NodeName("last")),
        "cannot rename member /run/signal to \"last\": there is a \"last\" already");
    assertRefused(
        new AddMember(SIGNAL, ARRAY),
        "cannot add array /run/signal of int16 [4, 6]: /run/signal is there already");
    assertRefused(
        new AddMember(SIGNAL.child("below"), GroupSpec.empty()),
        "cannot add group /run/signal/below: /run/signal has no members; it is an array");
    assertRefused(
        new RemoveMember(NodePath.parse("/ran/x")),
        "cannot remove member /ran/x: there is no \"ran\" in /; there is \"run\", \"other\","
            + " \"bad\"");
  }

  private static void assertRefused(Edit edit, String message) {
    assertThatThrownBy(() -> Edits.apply(TREE, List.of(edit)))
        .isInstanceOf(RequestException.class)
        .hasMessage(message);
  }
}
