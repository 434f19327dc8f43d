package dev.espalier.model.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Specs are changed by making others; what a change does not speak of stays. */
class SpecWithersTest {
  private static final ArraySpec ARRAY =
      ArraySpec.builder()
          .dataType(CoreType.INT16)
          .shape(Shape.of(4, 6))
          .fillValue(FillValue.parse(CoreType.INT16, JsonValue.of(-5)))
          .dimensions(List.of("y", "x"))
          .layout(Layout.builder().chunkShape(Shape.of(2, 3)).build())
          .attributes(Attributes.none().with("a", JsonValue.of(1)))
          .build();

  private static final GroupSpec GROUP =
      GroupSpec.builder()
          .membersKnown(false)
          .putMember("first", ARRAY)
          .putMember("g", GroupSpec.builder().putMember("x", ARRAY).build())
          .build();

  @Test
  void anArrayIsChangedInOneThingAtATime() {
    FillValue seven = FillValue.parse(CoreType.INT16, JsonValue.of(7));
    List<Optional<String>> names = List.of(Optional.of("row"), Optional.empty());

    assertThat(ARRAY.withShape(Shape.of(8, 6)))
        .isEqualTo(ArraySpec.builder().from(ARRAY).shape(Shape.of(8, 6)).build());
    assertThat(ARRAY.withFillValue(seven).fillValue()).contains(seven);
    assertThat(ARRAY.withDimensionNames(names).dimensionNames()).contains(names);
    assertThat(ARRAY.withAttribute("b", JsonValue.of(2)).attributes().toJson())
        .hasToString("{\"a\":1,\"b\":2}");
    assertThat(ARRAY.withAttribute("b", JsonValue.of(2)).layout()).isEqualTo(ARRAY.layout());
  }

  @Test
  void theDataTypeAndTheFillValueChangeTogether() {
    FillValue half = FillValue.parse(CoreType.FLOAT64, JsonValue.of(0.5));
    ArraySpec open = ArraySpec.builder().dataType(CoreType.INT16).shape(Shape.of(4)).build();

    assertThat(ARRAY.withDataType(CoreType.FLOAT64, half))
        .isEqualTo(
            ArraySpec.builder().from(ARRAY).dataType(CoreType.FLOAT64).fillValue(half).build());
    assertThat(open.withDataType(CoreType.UINT8).dataType()).isEqualTo(CoreType.UINT8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ARRAY.withDataType(CoreType.FLOAT64))
        .withMessage("fill value -5 is not of data type float64");
  }

  @Test
  void aChangeThatContradictsTheRestIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ARRAY.withShape(Shape.of(4)))
        .withMessage("2 dimension names for an array of 1 dimensions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ARRAY.withDimensionNames(List.of(Optional.of("x"))))
        .withMessage("1 dimension names for an array of 2 dimensions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ARRAY.withFillValue(FillValue.zero(CoreType.UINT8)))
        .withMessage("fill value 0 is not of data type int16");
  }

  @Test
  void membersAreSetAndRemoved() {
    NodeName first = new NodeName("first");

    assertThat(GROUP.withoutMember(first).members().keySet()).containsExactly(new NodeName("g"));
    assertThat(GROUP.withoutMember(first).membersKnown()).isFalse();
    assertThat(GROUP.withoutMember(new NodeName("absent"))).isSameAs(GROUP);
    assertThat(GROUP.withAttribute("a", JsonValue.of(1)).attributes().get("a"))
        .contains(JsonValue.of(1));
  }

  @Test
  void aNodeIsSetAtAnyDepthAndGroupsBetweenAreAdded() {
    GroupSpec replaced = GROUP.withMemberAt(NodePath.parse("/g/x"), GroupSpec.empty());
    GroupSpec added = GROUP.withMemberAt(NodePath.parse("/g/new/er/x"), ARRAY);

    assertThat(replaced.find(NodePath.parse("/g/x"))).contains(GroupSpec.empty());
    assertThat(replaced.members().keySet()).containsExactlyElementsOf(GROUP.members().keySet());
    assertThat(replaced.membersKnown()).isFalse();
    assertThat(added.toFlat().keySet().stream().map(NodePath::toString))
        .containsExactly("/", "/first", "/g", "/g/x", "/g/new", "/g/new/er", "/g/new/er/x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GROUP.withMemberAt(NodePath.parse("/first/a/b"), ARRAY))
        .withMessage("/first is an array and cannot hold /first/a/b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GROUP.withMemberAt(NodePath.root(), ARRAY))
        .withMessage("the root of a hierarchy is no member of it");
  }
}
