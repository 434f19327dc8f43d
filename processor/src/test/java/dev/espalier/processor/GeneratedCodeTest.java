package dev.espalier.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor writes, and how it behaves in builds of all kinds. */
class GeneratedCodeTest {
  private static final String SERVICE =
      "META-INF/services/dev.espalier.model.convention.Convention";

  private static final String LICENSED =
      """
      package base;

      import dev.espalier.model.annotation.Attribute;
      import dev.espalier.model.annotation.Group;

      /** Under a licence. */
      @Group
      public interface Licensed {
        /** Which one, in the words of SPDX. */
        @Attribute
        String license();
      }
      """;

  @TempDir private Path directory;

  private static String resource(String name) throws IOException {
    try (var stream = GeneratedCodeTest.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Compilation gauge() throws IOException {
    return new Compilation(directory).source("river/Gauge.java", resource("Gauge.txt"));
  }

  /** Where the change is meant, copy the file that the message names over the golden one. */
  @Test
  void theCodeReadsAsIfItWereWrittenByHand() throws IOException {
    Compilation compiled = gauge().run();

    for (String name : new String[] {"GaugeForm", "GaugeConvention", "CorrectionForm"}) {
      assertThat(compiled.made("river/" + name + ".java"))
          .as("river/%s.java", name)
          .isEqualTo(resource(name + ".txt"));
    }
  }

  @Test
  void noLintFindsAnything() throws IOException {
    assertThat(gauge().option("-Werror").run().messages()).isEmpty();
  }

  @Test
  void conventionsAreListedAsServices() throws IOException {
    Compilation compiled =
        gauge()
            .source(
                "Tide.java",
                """
                @dev.espalier.model.annotation.Convention(name = "tide", version = "1")
                interface Tide {}
                """)
            .run();

    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.made(SERVICE)).isEqualTo("TideConvention\nriver.GaugeConvention\n");
  }

  @Test
  void aBuildThatCompilesSomeFilesOnlyKeepsTheOtherServices() throws IOException {
    gauge().run();
    Files.delete(directory.resolve("src/river/Gauge.java"));
    Files.writeString(
        directory.resolve("out").resolve(SERVICE), "gone.GoneConvention\nriver.GaugeConvention\n");

    Compilation second =
        new Compilation(directory)
            .source(
                "river/Other.java",
                """
                package river;
                import dev.espalier.model.annotation.*;
                @Convention(name = "other", version = "1")
                interface Other { @Members("gauge_{n}") java.util.Map<String, Gauge> gauges(); }
                """)
            .run();

    assertThat(second.messages()).isEmpty();
    assertThat(second.made(SERVICE)).isEqualTo("river.GaugeConvention\nriver.OtherConvention\n");
  }

  @Test
  void aGroupOfAnotherJarBringsItsDocumentationAlong() throws Exception {
    Compilation base =
        new Compilation(directory.resolve("base")).source("base/Licensed.java", LICENSED).run();
    Compilation user =
        new Compilation(directory.resolve("user"))
            .source(
                "user/Data.java",
                """
                package user;
                import dev.espalier.model.annotation.Convention;
                @Convention(name = "data", version = "1")
                public interface Data extends base.Licensed {}
                """)
            .classPath(base.output())
            .run();

    assertThat(user.messages()).isEmpty();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {base.output().toUri().toURL(), user.output().toUri().toURL()},
            getClass().getClassLoader())) {
      Object schema = loader.loadClass("user.DataConvention").getField("SCHEMA").get(null);
      assertThat(schema.toString()).contains("Which one, in the words of SPDX.");
    }
  }

  @Test
  void aGroupOfAnotherJarThatWasCompiledWithoutTheProcessorIsRefused() {
    Compilation base =
        new Compilation(directory.resolve("base"))
            .source("base/Licensed.java", LICENSED)
            .option("-proc:none")
            .run();
    Compilation user =
        new Compilation(directory.resolve("user"))
            .source(
                "user/Data.java",
                """
                package user;
                @dev.espalier.model.annotation.Group
                interface Data extends base.Licensed {}
                """)
            .classPath(base.output())
            .run();

    assertThat(user.errors())
        .containsExactly(
            "Data.java:3 base.Licensed was compiled without the processor of Espalier, so that there is no"
                + " base.LicensedForm");
  }

  @Test
  void aModuleNeedsNothingButTheModel() throws IOException {
    Compilation compilation =
        gauge()
            .source(
                "module-info.java",
                """
                module river {
                  requires transitive dev.espalier.model;

                  exports river;

                  provides dev.espalier.model.convention.Convention with
                      river.GaugeConvention;
                }
                """);

    assertThat(compilation.runAsModule()).isEmpty();
    assertThat(compilation.made("river/GaugeForm.java")).doesNotContain("@Generated");
  }

  @Test
  void aTypeThatAnotherInterfaceHasToBeCompiledForIsWaitedFor() {
    Compilation compiled =
        new Compilation(directory)
            .source(
                "Early.java",
                """
                import dev.espalier.model.annotation.*;
                @Group interface Early {
                  @Attribute String name();
                  static EarlyBuilder builder() { return new EarlyBuilder(); }
                }
                """)
            .run();

    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.made("EarlyForm.java")).contains("final class EarlyForm");
  }

  @Test
  void aDefaultThatDependsOnOtherAttributesIsRefusedWhenTheSchemaIsMade() throws Exception {
    Compilation compiled =
        new Compilation(directory)
            .source(
                "Odd.java",
                """
                import dev.espalier.model.annotation.*;
                @Convention(name = "odd", version = "1")
                public interface Odd {
                  @Attribute String name();
                  @Attribute default String title() { return "the " + name(); }
                }
                """)
            .run();

    assertThat(compiled.messages()).isEmpty();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {compiled.output().toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> form = loader.loadClass("OddForm");
      assertThat(catchThrowable(() -> form.getMethod("declare").invoke(null)))
          .hasRootCauseMessage("a default of Odd asks for name(); it has to be the same always");
    }
  }

  @Test
  void namesThatTheGeneratedCodeUsesItselfDoNotClash() {
    Compilation compiled =
        new Compilation(directory)
            .source(
                "clash/ValueForm.java",
                """
                package clash;
                import dev.espalier.model.annotation.*;
                import java.util.Optional;
                @Convention(name = "clash", version = "1")
                public interface ValueForm {
                  @Attribute Schema schema();
                  @Attribute Optional<List> list();
                  Member member();
                  @Group interface Member { @Attribute String read(); @Attribute String write(); }
                  record Schema(String in, Optional<String> out) {}
                  enum List { Map, Optional }
                }
                """)
            .run();

    assertThat(compiled.messages()).isEmpty();
  }
}
