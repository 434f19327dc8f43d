package dev.espalier.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of a fixed length, attributes that are not there and counts, where they make no sense. */
class MistakesOfTuplesTest {
  /** The lines before the body of the interface, which begins in line 13. */
  private static final String HEAD =
      """
      package it;

      import dev.espalier.model.annotation.*;
      import dev.espalier.model.annotation.rule.*;
      import dev.espalier.model.annotation.value.*;
      import dev.espalier.model.typed.NdArray;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;

      @Convention(name = "example:it", version = "1")
      public interface It {
      """;

  @TempDir private Path directory;

  private List<String> errorsOf(String body) {
    return new Compilation(directory).source("it/It.java", HEAD + body + "}\n").run().errors();
  }

  @Test
  void aTupleHoldsElementsThatAllAreThereAndHaveNoName() {
    assertThat(
            errorsOf(
                """
                  @Attribute Nothing nothing();
                  @Attribute Pair pair();
                  @Attribute Both both();
                  @Tuple
                  record Nothing() {}
                  @Tuple
                  record Pair(
                      int first,
                      Optional<String> second,
                      @Attribute("last") String third) {}
                  @Tuple @Fields(closed = true) @Excludes("a") record Both(int one) {}
                """))
        .contains(
            "It.java:17 Nothing: a @Tuple without elements says nothing; give it components",
            "It.java:21 Pair.second(): every element of a @Tuple is there, or the others would change"
                + " their places; make it no Optional",
            "It.java:22 Pair.third(): elements of a @Tuple have a place and no name; remove"
                + " @Attribute",
            "It.java:23 Both is a list by @Tuple, which has no fields; remove @Fields or @Tuple",
            "It.java:23 Both is a list by @Tuple, which has no fields; remove @Excludes or @Tuple");
  }

  @Test
  void aTupleIsARecordAndNoKindOfObject() {
    assertThat(
            errorsOf(
                """
                  @Attribute Pair pair();
                  @Attribute Odd odd();
                  @Tuple
                  interface Pair { int first(); }
                  @Tuple
                  class Odd {}
                """))
        .containsExactly(
            "It.java:16 Pair: @Tuple is for records, whose components have an order; make it one",
            "It.java:18 Odd: @Tuple is for records, whose components have an order; make it one");
    assertThat(
            errorsOf(
                """
                  @Attribute Kind kind();
                  @Discriminator("type") sealed interface Kind permits One {}
                  @Tuple record One(int a) implements Kind {}
                """))
        .containsExactly(
            "It.java:15 One is a list by @Tuple, which has no field \"type\" that tells the kinds of"
                + " Kind apart; remove @Tuple");
  }

  @Test
  void aTupleIsNoListWhoseSizeOrElementsAreSpokenOf() {
    assertThat(
            errorsOf(
                """
                  @Attribute @Sized(min = 2) Pair pair();
                  @Attribute List<@OneOf("a") Pair> pairs();
                  @Tuple record Pair(@EqualTo("n") String first, @AtLeast(1) int second) {}
                """))
        .containsExactly(
            "It.java:13 It.pair(): @Sized is for lists, not for tuples",
            "It.java:14 It.pairs(): @OneOf is for texts, not for tuples",
            "It.java:15 Pair.first(): @EqualTo is for integers, not for texts");
  }

  @Test
  void attributesThatAreDeclaredAndExcluded() {
    assertThat(
            errorsOf(
                """
                  Counts counts();
                  Child child();
                  @Attribute Place place();
                  @ArrayNode
                  @Excludes({"role", "other"})
                  interface Counts {
                    @Attribute("role") String played();
                    @ArrayOf NdArray array();
                  }
                  @Group @Excludes("role") interface Parent {}
                  @Group
                  interface Child extends Parent { @Attribute String role(); }
                  @Excludes("depth") record Place(double depth) {}
                """))
        .containsExactlyInAnyOrder(
            "It.java:19 Counts.played() declares \"role\", and @Excludes says that it is not there;"
                + " remove one of them",
            "It.java:24 Child.role() declares \"role\", and @Excludes says that it is not there;"
                + " remove one of them",
            "It.java:25 Place.depth() declares \"depth\", and @Excludes says that it is not there;"
                + " remove one of them");
  }

  @Test
  void exclusionsThatSayNothingOrTheSameTwice() {
    assertThat(
            errorsOf(
                """
                  Child child();
                  @Group @Excludes({}) interface Parent {}
                  @Group @Excludes("a") interface Other {}
                  @Group @Excludes({"a", "b"}) interface Child extends Parent, Other {}
                """))
        .containsExactlyInAnyOrder(
            "It.java:14 @Excludes names no attribute; write one, or remove it",
            "It.java:16 @Excludes(\"a\") is said twice; once is enough");
  }

  @Test
  void exclusionsOfAChoice() {
    assertThat(
            errorsOf(
                """
                  Either either();
                  @Excludes("a") sealed interface Either permits One {}
                  @Group non-sealed interface One extends Either {}
                """))
        .containsExactly("It.java:14 Either is sealed: @Excludes goes to what it permits");
  }

  @Test
  void moreMembersAtLeastThanAtMost() {
    assertThat(
            errorsOf(
                "  @Members(value = \"a{n}\", min = 3, max = 2) @ArrayOf Map<String, NdArray> a();\n"))
        .containsExactly("It.java:13 It.a(): @Members allows nothing: 3 is more than 2");
  }
}
