package dev.espalier.model.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.RemoveMember;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationDraftTest {
  private static final ArraySpec BYTES = array(CoreType.UINT8);
  private static final GroupSpec STATION =
      GroupSpec.builder()
          .attributes(Attributes.of(JsonObject.of("unit", JsonValue.of("cm"))))
          .putMember("raw", GroupSpec.builder().putMember("data", BYTES).build())
          .putMember("time", BYTES)
          .build();
  private static final GroupSpec TREE = GroupSpec.builder().putMember("a", STATION).build();
  private static final MigrationDraft DRAFT = MigrationDraft.of(TREE).at(path("/a"));

  @Test
  void arraysTakeTheirElementsAlongWhenTheirGroupIsRenamed() {
    MigrationDraft moved = DRAFT.renameMember("/raw/data", "level").renameMember("/raw", "signals");

    assertThat(moved.node().findArray(path("/signals/level"))).contains(BYTES);
    assertThat(moved.sourceOf(path("/a/signals/level"))).contains(path("/a/raw/data"));
    assertThat(moved.sourceOf(path("/a/time"))).contains(path("/a/time"));
    assertThat(moved.changes())
        .extracting(Change::describe)
        .containsExactly(
            "rename member /a/raw/data to \"level\"", "rename member /a/raw to \"signals\"");
    assertThat(DRAFT.changes()).isEmpty();
  }

  @Test
  void pathsOfEditsBeginAtTheNodeAndThoseOfChangesAtTheRoot() {
    MigrationDraft edited = DRAFT.renameAttribute("/unit", "units").setAttribute("/version", "2");

    assertThat(edited.node().attributes().toJson())
        .isEqualTo(JsonObject.builder().put("units", "cm").put("version", "2").build());
    assertThat(edited.changes().get(0).toJson())
        .hasToString(
            "{\"op\":\"rename_attribute\",\"node\":\"/a\",\"pointer\":\"/unit\",\"name\":\"units\"}");
    assertThat(edited.removeAttribute("/version").node().attributes().get("version")).isEmpty();
  }

  @Test
  void whatIsRemovedNeedsNoElementsAndWhatIsAddedHasNone() {
    MigrationDraft edited =
        DRAFT.edit(new RemoveMember(path("/raw")), new AddMember(path("/more"), BYTES));

    BoundHierarchy bound = edited.bind(MigrationDraftTest::source);
    assertThat(bound.data()).containsOnlyKeys(path("/a/time"));
    assertThat(bound.root().findArray(path("/a/more"))).contains(BYTES);
  }

  @Test
  void elementsCanBeComputed() {
    MigrationDraft computed =
        DRAFT
            .convertArray("/time", array(CoreType.INT32), Widened::new)
            .deriveArray("/wide", array(CoreType.INT32), "/raw/data", Widened::new)
            .renameMember("/time", "seconds");

    BoundHierarchy bound = computed.bind(MigrationDraftTest::source);
    assertThat(bound.data())
        .containsOnlyKeys(path("/a/seconds"), path("/a/wide"), path("/a/raw/data"));
    assertThat(texts(bound, "/a/seconds")).isEqualTo("[10, 11]");
    assertThat(texts(bound, "/a/wide")).isEqualTo("[10, 11]");
    assertThat(computed.changes().get(0).describe())
        .isEqualTo("compute array /a/time of int32 [2] from its elements");
    assertThat(computed.changes().get(1).toJson())
        .hasToString(
            "{\"op\":\"compute_array\",\"node\":\"/a/wide\",\"from\":\"/a/raw/data\","
                + "\"data_type\":\"int32\",\"shape\":[2]}");
  }

  @Test
  void aComputationThatGivesSomethingElseIsNotWritten() {
    MigrationDraft wrong = DRAFT.convertArray("/time", BYTES, Widened::new);
    assertThatThrownBy(() -> wrong.bind(MigrationDraftTest::source))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the elements computed for /a/time are int32 [2], but the array is uint8 [2]");
  }

  @Test
  void whatDoesNotFitIsSaidWithTheVersions() {
    Migration migration = Migration.between("1", "2", node -> node.renameMember("/x", "y"));
    assertThatThrownBy(() -> migration.apply(DRAFT))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "/a cannot be migrated from version 1 to 2: cannot rename member /a/x to \"y\": there"
                + " is no \"x\" in /a; there is \"raw\", \"time\"");
    assertThatThrownBy(() -> DRAFT.convertArray("/x", BYTES, source -> source))
        .hasMessage("there is no array /a/x");
    assertThatThrownBy(() -> DRAFT.deriveArray("/x/y", BYTES, "/time", source -> source))
        .hasMessage("there is no group /a/x to hold /a/x/y");
    assertThatThrownBy(
            () ->
                DRAFT
                    .edit(new AddMember(path("/new"), BYTES))
                    .convertArray("/new", BYTES, source -> source))
        .hasMessage("/a/new was added without elements, so none can be computed from it");
  }

  @Test
  void codeThatFailsIsSaidWithTheVersionsAsWell() {
    Migration careless =
        Migration.between(
            "1",
            "2",
            node -> {
              throw new ClassCastException("no group");
            });
    assertThatThrownBy(() -> careless.apply(DRAFT))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "/a cannot be migrated from version 1 to 2: its code failed:"
                + " java.lang.ClassCastException: no group")
        .hasCauseInstanceOf(ClassCastException.class);
  }

  @Test
  void pointersAreReadAsTheyAreSpelled() {
    assertThat(JsonPointer.parse("/a~1b/~0")).isEqualTo(JsonPointer.of("a/b", "~"));
    assertThat(JsonPointer.parse("")).isEqualTo(JsonPointer.root());
    assertThatThrownBy(() -> JsonPointer.parse("a"))
        .hasMessage("\"a\" is no JSON pointer; write /a");
  }

  private static String texts(BoundHierarchy bound, String path) {
    ArrayData data = bound.data().get(path(path));
    ArraySource source = ((ArrayData.Pulled) Optional.ofNullable(data).orElseThrow()).source();
    BitsBlock block = (BitsBlock) source.read(Region.all(source.shape()));
    return IntStream.range(0, 2).mapToObj(i -> block.bytes()[4 * i]).toList().toString();
  }

  private static NodePath path(String text) {
    return NodePath.parse(text);
  }

  private static ArraySpec array(DataType type) {
    return ArraySpec.builder().dataType(type).shape(Shape.of(2)).build();
  }

  private static ArraySource source(NodePath path) {
    return new Bytes();
  }

  /** The bytes 10 and 11. */
  private record Bytes() implements ArraySource {
    @Override
    public DataType dataType() {
      return CoreType.UINT8;
    }

    @Override
    public Shape shape() {
      return Shape.of(2);
    }

    @Override
    public void read(Region region, Block into) {
      byte[] all = {10, 11};
      into.copyFrom(
          BitsBlock.over(CoreType.UINT8, Shape.of(2), all), region, new long[region.rank()]);
    }
  }

  /** Bytes as integers of 32 bits. */
  private record Widened(ArraySource bytes) implements ArraySource {
    @Override
    public DataType dataType() {
      return CoreType.INT32;
    }

    @Override
    public Shape shape() {
      return bytes.shape();
    }

    @Override
    public void read(Region region, Block into) {
      byte[] narrow = ((BitsBlock) bytes.read(region)).bytes();
      byte[] wide = ((BitsBlock) into).bytes();
      for (int i = 0; i < narrow.length; i++) {
        wide[4 * i] = narrow[i];
      }
    }
  }
}
