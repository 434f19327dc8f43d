package dev.espalier.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types, checks and inheritance from which no code can be made are told, and nothing is made. */
class MistakesOfTypesTest {
  /** The lines before the body of the interface, of which the last is line 12. */
  private static final String HEAD =
      """
      package it;

      import dev.espalier.model.annotation.*;
      import dev.espalier.model.annotation.rule.*;
      import dev.espalier.model.schema.NodeInspection.Subject;
      import dev.espalier.model.typed.NdArray;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;

      /** It. */
      @Convention(name = "example:it", version = "1")
      public interface It {
      """;

  @TempDir private Path directory;

  private Compilation compiled(String body) {
    return new Compilation(directory).source("it/It.java", HEAD + body + "}\n").run();
  }

  private List<String> errorsOf(String body) {
    return compiled(body).errors();
  }

  @Test
  void checksThatGeneratedCodeCannotCall() {
    assertThat(
            errorsOf(
                """
                  @Check(id = "a", text = "A.") private static void a(Subject node) {}
                  @Check(id = "b", text = "B.") static void b(Subject node) throws Exception {}
                  @Check(id = "c", text = "C.") static void c(Subject node) throws IllegalStateException {}
                """))
        .containsExactly(
            "It.java:14 It.a(): a @Check is called from outside; make it public",
            "It.java:15 It.b(): a @Check throws no Exception; report what is wrong");
  }

  @Test
  void rulesThatCannotBeToldApart() {
    assertThat(
            errorsOf(
                """
                  @Check(id = "", text = "A.") static void a(Subject node) {}
                  @Check(id = "b", text = "B.") static void b(Subject node) {}
                  @Check(id = "b", text = "B.") static void again(Subject node) {}
                  @Check(id = "b", text = "C.") static void c(Subject node) {}
                  @Check(id = "member.missing", text = "D.") static void d(Subject node) {}
                """))
        .containsExactly(
            "It.java:14 It.a(): a @Check has an id and a text, neither of them empty",
            "It.java:17 It.c() checks the rule \"b\", as It.b() does in other words; give one of"
                + " them another id",
            "It.java:18 It.d(): \"member.missing\" is a rule of every schema; give the rule another"
                + " id");
  }

  @Test
  void typesThatLeaveOpenWhatTheyHold() {
    assertThat(
            errorsOf(
                """
                  @Attribute List a();
                  @Attribute Colour b();
                  @Members("c{n}") @ArrayOf Map<Integer, NdArray> c();
                  @Members("d{n}") @ArrayOf Map d();
                  enum Colour {}
                """))
        .containsExactly(
            "It.java:14 It.a(): values of type List cannot be attributes; say of what it is a list,"
                + " as in List<String>",
            "It.java:15 It.b(): Colour has no constants, so that no value is right",
            "It.java:16 It.c() gives members by their names, which are texts; write Map<String, ...>",
            "It.java:17 It.d() gives members by their names, which are texts; write Map<String,"
                + " ...>");
  }

  @Test
  void aTypeParameterOfAnInterfaceThatIsExtended() {
    assertThat(
            new Compilation(directory)
                .source(
                    "it/Base.java",
                    """
                    package it;
                    import dev.espalier.model.annotation.Attribute;
                    interface Base<T> {
                      @Attribute T a();
                    }
                    """)
                .source(
                    "it/It.java",
                    """
                    package it;
                    import dev.espalier.model.annotation.Convention;
                    @Convention(name = "it", version = "1")
                    interface It extends Base<String> {}
                    """)
                .run()
                .errors())
        .containsExactly(
            "Base.java:4 Base.a(): values of type T cannot be attributes; what T is, is not known"
                + " here: declare a() anew in what extends Base, with its type");
  }

  @Test
  void arraysOfMistypedTypesAndOfPartsOfChunks() {
    assertThat(
            errorsOf(
                """
                  @ArrayOf(types = {"r24", "bfloat16", "uint4", "Int16", "flaot"}) NdArray a();
                  @ArrayOf(types = "numpy.datetime64", chunks = "2", shards = "3") NdArray b();
                """))
        .containsExactly(
            "It.java:14 It.a(): no data type is called \"Int16\"; write \"int16\"",
            "It.java:14 It.a(): no data type is called \"flaot\"; write \"float\"",
            "It.java:15 It.b(): a shard of 3 elements holds no whole number of chunks of 2; write a"
                + " multiple");
  }

  @Test
  void aDiscriminatorWithoutAName() {
    assertThat(
            errorsOf(
                """
                  @Attribute Kind kind();
                  @Discriminator("")
                  sealed interface Kind permits One {}
                  record One(int a) implements Kind {}
                """))
        .containsExactly(
            "It.java:16 Kind: @Discriminator names no field; write one that no kind has, as in"
                + " @Discriminator(\"type\")");
  }

  @Test
  void aRecordOrAClassThatIsToBeANode() {
    assertThat(errorsOf("  @Group record Rec(String a) {}\n  @Group abstract class Odd {}\n"))
        .filteredOn(error -> !error.contains("Value type") && !error.contains("Builder.java"))
        .containsExactly(
            "It.java:14 Rec is a record, which is an object in attributes and no node; make it an"
                + " interface",
            "It.java:15 Odd is no interface; only these can be declared, so make it one");
  }

  @Test
  void aGroupThatChangesWhatItExtendsIsToldOnce() {
    assertThat(
            errorsOf(
                """
                  @Group interface One { @Attribute String a(); }
                  @Group interface Two extends One { @Override @Attribute default String a() { return ""; } }
                  @Group interface Three extends One, Two {}
                """))
        .containsExactly(
            "It.java:15 Two.a() changes the attribute \"a\" of One.a(); what a group declares stays"
                + " as it is in what extends it: remove the method, or move One.a() to an interface"
                + " that is no group");
  }

  @Test
  void aPrivateMethodThatWouldBeTakenForAnAttribute() {
    assertThat(errorsOf("  private int a() { return 1; }\n  private int b(int x) { return x; }\n"))
        .filteredOn(error -> !error.contains("Builder.java"))
        .containsExactly(
            "It.java:14 It.a() is private, and Immutables takes it for an attribute; mark it with"
                + " @Value.NonAttribute, or make it static");
  }

  @Test
  void attributesThatAreCalledLikeGetters() {
    assertThat(
            compiled("  @Attribute int getWidth();\n  @Attribute boolean isOpen();\n").messages())
        .isEmpty();
  }

  @Test
  void annotationsOfImmutablesOnMethodsPassAllLints() {
    assertThat(
            new Compilation(directory)
                .option("-Xlint:all", "-Werror")
                .source(
                    "it/It.java",
                    """
                    package it;
                    import dev.espalier.model.annotation.*;
                    import org.immutables.value.Value;
                    @Convention(name = "it", version = "1")
                    interface It {
                      @Attribute int a();
                      @Value.NonAttribute default int b() { return a(); }
                      @Value.Lazy default int c() { return a(); }
                      @Value.Check default void check() {}
                    }
                    """)
                .run()
                .messages())
        .isEmpty();
  }
}
