package dev.espalier.model.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        " ",
        "a b",
        "a.b",
        ".a",
        "a.",
        "..a",
        "_",
        "_a",
        "a__",
        "größe",
        "数据",
        "😀",
        "zarr.json2",
        "Zarr.json",
        "c",
        "a\\b",
        "a:b",
        "%2F",
        "NaN",
        "-1"
      })
  void theseAreNames(String text) {
    assertThat(new NodeName(text).value()).isEqualTo(text);
    assertThat(NodeName.problemWith(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|is empty; a name has at least one character",
        "a/b|contains \"/\", which separates names in a path",
        "/|contains \"/\", which separates names in a path",
        ".|consists of periods only",
        "..|consists of periods only",
        ".....|consists of periods only",
        "__a|starts with \"__\", which is reserved",
        "__|starts with \"__\", which is reserved",
        "__zarr|starts with \"__\", which is reserved",
        "zarr.json|is the key of a metadata document",
      })
  void theseAreNoNames(String text, String problem) {
    assertThat(NodeName.problemWith(text)).contains(problem);
    assertThatThrownBy(() -> new NodeName(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("node name \"" + text + "\" " + problem);
  }

  @Test
  void whatNoStoreCanSpellIsNoName() {
    assertThat(NodeName.problemWith("a\0b")).contains("contains a NUL character");
    assertThat(NodeName.problemWith("a\ud83d"))
        .contains("contains half of a surrogate pair, which no store can encode");
    assertThat(NodeName.problemWith("\ude00\ud83d")).isPresent();
  }

  @Test
  void longNamesAreCutInMessages() {
    assertThatThrownBy(() -> new NodeName("/".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/...\" contains");
  }

  @Test
  void namesAreOrderedAsTheirBytesAre() {
    Random random = new Random(5);
    List<NodeName> names =
        new ArrayList<>(Stream.generate(() -> randomName(random)).limit(2_000).distinct().toList());
    List<NodeName> byBytes = new ArrayList<>(names);
    byBytes.sort(
        Comparator.comparing(
            name -> name.value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    Collections.sort(names);

    assertThat(names).isEqualTo(byBytes);
  }

  private static NodeName randomName(Random random) {
    int[] alphabet = {'a', 'b', 'é', 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x1f600, 0x10ffff};
    int length = 1 + random.nextInt(5);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < length; i++) {
      name.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return new NodeName(name.toString());
  }

  @ParameterizedTest
  @CsvSource({"/, /", "'', /", "/a, /a", "a, /a", "/a/b, /a/b", "a/b/, /a/b", "/a/, /a"})
  void pathsAreRead(String text, String path) {
    assertThat(NodePath.parse(text)).hasToString(path);
    assertThat(NodePath.parse(path)).isEqualTo(NodePath.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//", "/a//b", "//a", "a//", "/a/../b", "./a", "/a/.", "/__x/a", "a/zarr.json"})
  void pathsWithIllegalNamesAreRefused(String text) {
    assertThatThrownBy(() -> NodePath.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("node name \"");
  }

  @Test
  void aPathKnowsItsFamily() {
    NodePath path = NodePath.parse("/a/b/c");

    assertThat(path.parent()).contains(NodePath.parse("/a/b"));
    assertThat(path.name()).contains(new NodeName("c"));
    assertThat(path.depth()).isEqualTo(3);
    assertThat(path.child("d")).hasToString("/a/b/c/d");
    assertThat(path.resolve(NodePath.parse("d/e"))).hasToString("/a/b/c/d/e");
    assertThat(path.resolve(NodePath.root())).isEqualTo(path);
    assertThat(path.toRelativeString()).isEqualTo("a/b/c");
    assertThat(NodePath.root().parent()).isEmpty();
    assertThat(NodePath.root().name()).isEmpty();
    assertThat(NodePath.root().isRoot()).isTrue();
    assertThat(NodePath.root().toRelativeString()).isEmpty();
  }

  @Test
  void belowIsDecidedByWholeNames() {
    NodePath a = NodePath.parse("/a");

    assertThat(NodePath.parse("/a/b").isAtOrBelow(a)).isTrue();
    assertThat(a.isAtOrBelow(a)).isTrue();
    assertThat(a.isAtOrBelow(NodePath.root())).isTrue();
    assertThat(NodePath.parse("/ab").isAtOrBelow(a)).isFalse();
    assertThat(NodePath.root().isAtOrBelow(a)).isFalse();
  }

  @Test
  void parentsComeBeforeTheirChildrenAndSiblingsByName() {
    List<NodePath> paths =
        new ArrayList<>(
            Stream.of("/b", "/a/c/d", "/", "/a-b", "/a", "/a/c").map(NodePath::parse).toList());
    Collections.sort(paths);

    assertThat(paths.stream().map(NodePath::toString))
        .containsExactly("/", "/a", "/a/c", "/a/c/d", "/a-b", "/b");
  }
}
