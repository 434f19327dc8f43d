package dev.espalier.guide;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A page that is not true fails. */
@DisabledOnOs(OS.WINDOWS)
class PageRunTest {
  @TempDir private Path directory;

  private ThrowingCallable page(String markdown) {
    String imports = "import dev.espalier.model.annotation.*;\nimport java.util.*;\n";
    return () ->
        new PageRun(
                Block.of("page.md", markdown), imports, Files.createTempDirectory(directory, ""))
            .run();
  }

  @Test
  void aTruePagePasses() {
    assertThatCode(
            page(
                """
                ```java It.java
                @Convention(name = "it", version = "1")
                interface It {
                  @Attribute
                  String name();
                }
                ```
                ```java members
                  @Attribute
                  Optional<String> note();
                ```
                ```java run
                System.out.println(ItConvention.SCHEMA.identity().name() + "\\na\\nb\\nend");
                ```
                ```text
                it
                ...
                end
                ```
                ```json given.json
                {"a": 1}
                ```
                ```console
                $ export WORD=word
                $ cat given.json
                {"a": 1}
                $ echo $WORD && espalier conventions | grep -c ngff:plate
                word
                1
                ```
                """))
        .doesNotThrowAnyException();
  }

  @Test
  void aProgramThatPrintsSomethingElseFails() {
    assertThatThrownBy(
            page(
                """
                ```java run
                System.out.println("true");
                ```
                ```text
                false
                ```
                """))
        .isInstanceOf(AssertionError.class)
        .hasMessage("page.md:4 shows\nfalse\nbut what is printed is\ntrue\n");
  }

  @Test
  void aProgramWhoseOutputIsNotShownFails() {
    assertThatThrownBy(page("```java run\nSystem.out.println(1);\n```\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("page.md:1 shows\nbut what is printed is\n1\n");
  }

  @Test
  void aCommandThatPrintsSomethingElseFails() {
    assertThatThrownBy(page("```console\n$ echo one\none\n$ echo two\ntwo\nthree\n```\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("page.md:1 $ echo two shows\ntwo\nthree\nbut what is printed is\ntwo\n");
  }

  @Test
  void codeThatDoesNotCompileFails() {
    assertThatThrownBy(page("```java members\n  @Attribute\n  Strin name();\n```\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("page.md does not compile; LineN is the block at line N\n")
        .hasMessageContaining("Line1.java")
        .hasMessageContaining("class Strin");
  }

  @Test
  void aBlockThatNothingRunsFails() {
    assertThatThrownBy(page("```java\nint i;\n```\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("page.md:1: nothing runs a block \"java\"; Block says how to mark one");
    assertThatThrownBy(page("```text\nprinted by nobody\n```\n"))
        .hasMessage("page.md:1: nothing runs a block \"text\"; Block says how to mark one");
    assertThatThrownBy(page("```\nplain\n```\n"))
        .hasMessage("page.md:1: nothing runs a block \"\"; Block says how to mark one");
  }
}
