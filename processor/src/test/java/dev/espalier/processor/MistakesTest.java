package dev.espalier.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in declarations are errors of the compiler, at the line where they are. */
class MistakesTest {
  /** The lines before the body of the interface, of which the last is line 13. */
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

      /** It. */
      @Convention(name = "example:it", version = "1")
      public interface It {
      """;

  @TempDir private Path directory;

  private List<String> errorsOf(String body) {
    return new Compilation(directory).source("it/It.java", HEAD + body + "}\n").run().errors();
  }

  @Test
  void aGroupThatNeedsItself() {
    assertThat(errorsOf("  @Attribute String a();\n  It next();\n"))
        .containsExactly(
            "It.java:15 It.next() never ends: a It needs it, and it needs a It; make it Optional"
                + " or a Map");
  }

  @Test
  void aRecursionOverSeveralGroupsAndAChoice() {
    assertThat(
            errorsOf(
                """
                  One one();
                  @Group interface One { Two two(); }
                  sealed interface Two permits Three, Four {}
                  @Group non-sealed interface Three extends Two { One back(); }
                  @Group non-sealed interface Four extends Two { One back(); Optional<Two> more(); }
                """))
        .containsExactly(
            "It.java:15 One.two() never ends: a One needs it, and it needs a One; make it Optional"
                + " or a Map",
            "It.java:17 Three.back() never ends: a Three needs it, and it needs a Three; make it"
                + " Optional or a Map",
            "It.java:18 Four.back() never ends: a Four needs it, and it needs a Four; make it"
                + " Optional or a Map");
  }

  @Test
  void anObjectInAttributesThatHoldsItself() {
    assertThat(
            errorsOf(
                "  @Attribute Box box();\n  record Box(String name, Optional<Box> inner) {}\n"))
        .containsExactly(
            "It.java:15 Box.inner() never ends: a Box in attributes cannot hold another one; use"
                + " JsonValue");
  }

  @Test
  void aDimensionThatNothingGivesALength() {
    assertThat(
            errorsOf(
                """
                  @ArrayOf(dimensions = "time")
                  NdArray a();
                  @ArrayOf(dimensions = "ceil(rows/2)")
                  NdArray b();
                """))
        .containsExactly(
            "It.java:17 the dimension \"rows\" is used, but no array and no attribute says how long"
                + " it is");
  }

  @Test
  void aTemplateWithoutAHole() {
    assertThat(errorsOf("  @Members(\"run\") @ArrayOf Map<String, NdArray> runs();\n"))
        .containsExactly("It.java:14 \"run\" is no template of names; write one such as s{n}");
  }

  @Test
  void aMapThatDoesNotSayHowItsMembersAreNamed() {
    assertThat(errorsOf("\n  @ArrayOf Map<String, NdArray> runs();\n"))
        .containsExactly(
            "It.java:15 It.runs() gives a map of members; say how they are named, as in"
                + " @Members(\"run_{n}\")");
  }

  @Test
  void membersThatAreNamedInTwoWays() {
    assertThat(
            errorsOf(
                "  @Members(value = \"a{n}\", others = true) @ArrayOf Map<String, NdArray> a();\n"))
        .containsExactly(
            "It.java:14 It.a(): @Members takes one of a template such as \"run_{n}\", matching and"
                + " others; found 2");
  }

  @Test
  void anArrayThatNobodyDescribes() {
    assertThat(errorsOf("  NdArray a();\n"))
        .containsExactly("It.java:14 It.a() gives an array; say which with @ArrayOf");
  }

  @Test
  void aTypeThatNoAttributeHas() {
    assertThat(
            errorsOf(
                """
                  @Attribute java.net.URI a();
                  @Attribute List<byte[]> b();
                  @Attribute Map<Integer, String> c();
                """))
        .containsExactly(
            "It.java:14 It.a(): values of type URI cannot be attributes; use String, int, long,"
                + " double, boolean, BigDecimal, JsonValue, an enum, a record, an interface with"
                + " @Fields, a sealed interface with @Discriminator, or a List, Map or Optional of"
                + " these",
            "It.java:15 It.b(): values of type byte[] cannot be attributes; use String, int, long,"
                + " double, boolean, BigDecimal, JsonValue, an enum, a record, an interface with"
                + " @Fields, a sealed interface with @Discriminator, or a List, Map or Optional of"
                + " these",
            "It.java:16 It.c(): values of type Map<Integer, String> cannot be attributes; the names"
                + " of a map are of type String");
  }

  @Test
  void aMethodThatIsNothing() {
    assertThat(
            errorsOf(
                """
                  String a();
                  default int b() { return 1; }
                  Plain c();
                  int d(int x);
                  interface Plain {}
                """))
        .containsExactly(
            "It.java:17 It.d() has parameters and no body",
            "It.java:14 It.a() is neither an attribute nor a member; mark it with @Attribute, or let"
                + " it give an NdArray, a @Group or an @ArrayNode",
            "It.java:15 It.b() has a default and is no attribute; mark it with @Attribute, or with"
                + " @Value.NonAttribute if it only computes something",
            "It.java:16 It.c() gives a Plain, which is neither a @Group nor an @ArrayNode; for an"
                + " attribute, mark the method with @Attribute");
  }

  @Test
  void twoAttributesOrMembersOfOneName() {
    assertThat(
            errorsOf(
                """
                  @Attribute String a();
                  @Attribute("a") String b();
                  @ArrayOf NdArray c();
                  @Named("c") @ArrayOf NdArray d();
                """))
        .containsExactly(
            "It.java:15 It.b() declares the attribute \"a\", as It.a() does; give one of them another"
                + " name",
            "It.java:17 It.d() declares the member \"c\", as It.c() does; give one of them another"
                + " name");
  }

  @Test
  void aNameThatIsInheritedTwice() {
    assertThat(
            new Compilation(directory)
                .source(
                    "it/Both.java",
                    """
                    package it;
                    import dev.espalier.model.annotation.*;
                    @Group interface One { @Attribute("x") String a(); }
                    @Group interface Two { @Attribute("x") String b(); }
                    @Group interface Both extends One, Two {}
                    """)
                .run()
                .errors())
        .containsExactly(
            "Both.java:5 Two.b() declares the attribute \"x\", as One.a() does; give one of them"
                + " another name");
  }

  @Test
  void annotationsThatContradictEachOther() {
    assertThat(
            errorsOf(
                """
                  @Attribute @ArrayOf NdArray a();
                  @Attribute @Recommended String b();
                  @Attribute @Recommended default String c() { return ""; }
                  @ArrayOf(dimensions = "t", namedDimensions = "t") NdArray d();
                  @ArrayOf(chunks = "1", preferChunks = "1") NdArray e();
                  @ArrayOf(dimensions = {"*", "*"}, chunks = "1") NdArray f();
                  @Members("x{n}") @ArrayOf NdArray g();
                  @ArrayOf @Elements(rising = true, strictlyRising = true) NdArray h();
                  @Attribute @Between(min = 2, max = 1) double i();
                """))
        .containsExactly(
            "It.java:14 It.a() is an attribute by @Attribute and a member by @ArrayOf; keep one of"
                + " them",
            "It.java:15 It.b() is @Recommended, so it may be absent; make it Optional",
            "It.java:16 It.c() has a default, so it is neither Optional nor @Recommended",
            "It.java:17 It.d(): @ArrayOf takes dimensions or namedDimensions, not both",
            "It.java:18 It.e(): @ArrayOf takes chunks or preferChunks, not both",
            "It.java:19 It.f(): chunks has 1 extents for an array of 2 dimensions",
            "It.java:20 It.g() gives one member, so @Members does not fit; use @Named to give it"
                + " another name",
            "It.java:21 It.h(): @Elements takes rising or strictlyRising, not both",
            "It.java:22 It.i(): @Between allows nothing: 2 is more than 1");
  }

  @Test
  void annotationsOnValuesOfAnotherKind() {
    assertThat(
            errorsOf(
                """
                  @Attribute @AtLeast(1) String a();
                  @Attribute @OneOf("x") List<String> b();
                  @Attribute Optional<@Sized(min = 1) String> c();
                """))
        .containsExactly(
            "It.java:14 It.a(): @AtLeast is for numbers, not for texts",
            "It.java:15 It.b(): @OneOf is for texts, not for lists; write it before the type of the"
                + " elements, as in List<@OneOf(...) ...>",
            "It.java:16 It.c(): @Sized is for lists, not for texts");
  }

  @Test
  void expressionsThatCannotBeRead() {
    assertThat(
            errorsOf(
                """
                  @ArrayOf(dimensions = "rows+") NdArray a();
                  @Attribute @EqualTo("2**n") long b();
                  @Attribute @Matching(value = "(", words = "a bracket") String c();
                  @ArrayOf(dimensions = {"...", "..."}) NdArray d();
                  @ArrayOf(chunks = "0") NdArray e();
                  @ArrayOf(types = "uint8", fillValue = "300") NdArray f();
                  @ArrayOf @Elements(min = "few") NdArray g();
                  @Members(matching = "[") @ArrayOf Map<String, NdArray> h();
                  @Named("a/b") @ArrayOf NdArray i();
                """))
        .hasSize(9)
        .allMatch(message -> message.matches("It.java:(1[4-9]|2[0-2]) (?s).+"));
  }

  @Test
  void anIdentityThatIsNone() {
    assertThat(
            new Compilation(directory)
                .source(
                    "It.java",
                    """
                    import dev.espalier.model.annotation.*;

                    @Convention(name = "", version = "1", uuid = "no", probes = "station")
                    interface It { @Attribute String a(); }
                    """)
                .run()
                .errors())
        .containsExactly(
            "It.java:4 \"station\" is no place in the attributes; write /station",
            "It.java:4 Invalid UUID string: no",
            "It.java:4 a convention has a name and a version, neither of them empty");
  }

  @Test
  void aReferenceToWhatIsNoNode() {
    assertThat(errorsOf("  @Attribute @RefersTo(String.class) String a();\n"))
        .containsExactly(
            "It.java:14 It.a(): @RefersTo(String.class) is no node; name a @Group, an @ArrayNode, a"
                + " choice of these, or NdArray");
  }

  @Test
  void aRuleThatSpeaksOfNothingAndAFieldThatIsWrittenAnyway() {
    assertThat(
            errorsOf(
                """
                  @ExactlyOne({"a", "@b"})
                  @Group interface One { @ArrayOf NdArray a(); }
                  Optional<One> one();
                  @Attribute Kind kind();
                  @Discriminator("type") sealed interface Kind permits First {}
                  record First(String type) implements Kind {}
                  @Check(id = "x", text = "X.") static void x(String subject) {}
                """))
        .containsExactlyInAnyOrder(
            "It.java:15 @ExactlyOne speaks of \"@b\", which One does not declare; declared are [a]",
            "It.java:19 First.type(): the field \"type\" tells the kinds of Kind apart and is written"
                + " for them; remove the method",
            "It.java:20 It.x(): a @Check is a static method that takes a NodeInspection.Subject or a"
                + " Part, and after it, if it likes, the Rule");
  }

  @Test
  void aSealedInterfaceOfValuesThatAreNotToldApart() {
    assertThat(
            errorsOf(
                """
                  @Attribute Kind kind();
                  sealed interface Kind permits First, Second {}
                  record First(String a) implements Kind {}
                  record Second(String b) implements Kind {}
                """))
        .containsExactly(
            "It.java:15 Kind permits objects in attributes; name the field that tells them apart"
                + " with @Discriminator");
  }

  @Test
  void twoTypesWhoseCodeWouldHaveOneName() {
    assertThat(
            errorsOf(
                """
                  @Attribute One.Place one();
                  @Attribute Two.Place two();
                  interface One { record Place(String a) {} }
                  interface Two { record Place(String b) {} }
                """))
        .containsExactly(
            "It.java:17 there are two types that would get a it.PlaceForm; rename one");
  }

  @Test
  void rulesAndNamesThatWouldBeLost() {
    assertThat(
            new Compilation(directory)
                .source(
                    "It.java",
                    """
                    import dev.espalier.model.annotation.*;
                    import dev.espalier.model.annotation.rule.*;
                    import dev.espalier.model.typed.NdArray;
                    import java.util.Map;
                    @AtMostOne("@a") interface Plain { @Attribute String a(); }
                    @Group interface It extends Plain {
                      @Named("x") @Attribute String b();
                      @Attribute Colour c();
                      @Members(value = "d{n}", min = -1) @ArrayOf Map<String, NdArray> d();
                      enum Colour { @Named("red") RED, @Named("red") ROT }
                    }
                    @Convention(name = "it", version = "1") sealed interface Either permits One {}
                    @Group non-sealed interface One extends Either {}
                    """)
                .run()
                .errors())
        .contains(
            "It.java:5 Plain has rules and is no group; annotate it with @Group, or move them to what"
                + " extends it",
            "It.java:7 It.b(): @Named is for members; write the name in @Attribute",
            "It.java:8 It.c(): two constants of Colour stand for one text; give one of them another"
                + " name with @Named",
            "It.java:9 It.d(): there cannot be fewer than 0 members",
            "It.java:12 Either is sealed: @Convention goes to what it permits");
  }
}
