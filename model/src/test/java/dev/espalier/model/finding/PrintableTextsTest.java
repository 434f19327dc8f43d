package dev.espalier.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextsTest {
  private static Finding.Builder about(NodePath node, String message) {
    return Finding.builder().rule(CoreRules.ATTRIBUTE_TYPE).node(node).message(message);
  }

  private static String shown(String message) {
    return about(NodePath.root(), message).build().message();
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u001b[2Jb', 'a\\u001b[2Jb'",
    "'a\u202eb', 'a\\u202eb'",
    "'a\u2028b\u0085', 'a\\u2028b\\u0085'",
    "'\u200bx', '\\u200bx'",
    "'a\ud83d', 'a\\ud83d'",
    "'\ude00a', '\\ude00a'",
    "'\ud83d\ude00 caf\u00e9 \u6e29\u5ea6', '\ud83d\ude00 caf\u00e9 \u6e29\u5ea6'",
    "'\udb40\udc01\udb40\udc01.', '\\udb40\\udc01\\udb40\\udc01.'",
    "'', ''"
  })
  void whatActsOnAScreenIsSpelled(String text, String shown) {
    assertThat(shown(text)).isEqualTo(shown);
  }

  @Test
  void lineEndsAreSpelledInEveryText() {
    Finding finding =
        about(NodePath.root(), "a\nb").expected("c\rd").found("e\tf").fix("g\u0000h").build();
    assertThat(finding.message()).isEqualTo("a\\u000ab");
    assertThat(finding.expected()).contains("c\\u000dd");
    assertThat(finding.found()).contains("e\\u0009f");
    assertThat(finding.fix()).contains("g\\u0000h");
  }

  @Test
  void aLongNameIsShortened() {
    String longName = "n".repeat(500);
    assertThat(shown("/a/" + longName + "/b has no \"" + longName + "\", it has c"))
        .isEqualTo("/a/" + "n".repeat(120) + "…/b has no \"" + "n".repeat(120) + "…\", it has c");
    assertThat(shown("n".repeat(121))).isEqualTo("n".repeat(121));
    assertThat(shown("\ud83d\ude00".repeat(100) + "x")).isEqualTo("\ud83d\ude00".repeat(60) + "…");
    assertThat(shown("x" + "\ud83d\ude00".repeat(100)))
        .isEqualTo("x" + "\ud83d\ude00".repeat(59) + "…");
  }

  @Test
  void aLongNameWithBlanksIsShortenedWhereItIsTheOneOfTheFinding() {
    String longName = "two words ".repeat(30);
    NodePath node = NodePath.root().child(longName);
    Finding finding =
        about(node, node + " has no attribute \"" + longName + "\u0007\"")
            .pointer(JsonPointer.of("attributes", longName + "\u0007"))
            .addEdits(new RemoveAttribute(node, JsonPointer.of(longName + "\u0007")))
            .build();
    String cut = "two words ".repeat(12) + "…";
    assertThat(finding.message()).isEqualTo("/" + cut + " has no attribute \"" + cut + "\\u0007\"");
    assertThat(finding.node()).isEqualTo(node);
    assertThat(finding.pointer().tokens()).containsExactly("attributes", longName + "\u0007");
    assertThat(finding.edits())
        .containsExactly(new RemoveAttribute(node, JsonPointer.of(longName + "\u0007")));
  }

  @Test
  void aTextWithoutAnEndKeepsItsBeginningAndItsEnd() {
    String text = shown("begin " + "word ".repeat(100_000) + "end");
    assertThat(text).hasSize(4_000).startsWith("begin word").contains("…").endsWith("word end");
  }

  @Test
  void aFindingThatIsBuiltAnewStaysAsItIs() {
    Finding finding =
        about(NodePath.root(), "x ".repeat(5_000) + "\u001b" + "y".repeat(200)).build();
    assertThat(Finding.builder().from(finding).build()).isEqualTo(finding);
  }
}
