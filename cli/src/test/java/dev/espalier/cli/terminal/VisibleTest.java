package dev.espalier.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void aNameStaysInItsLine() {
    assertThat(Visible.name("a\nb\tc\u001b[2Jd\u007f\u009b"))
        .isEqualTo("a\\u000ab\\u0009c\\u001b[2Jd\\u007f\\u009b");
    assertThat(Visible.name("a\u202eb\u2028\udb40\udc01"))
        .isEqualTo("a\\u202eb\\u2028\\udb40\\udc01");
    assertThat(Visible.name("Größe µm 細胞 🙂")).isEqualTo("Größe µm 細胞 🙂");
  }

  @Test
  void linesKeepTheirLayoutAndOurColours() {
    String ours = Style.COLOURED.bad("x") + "\ta\nb";

    assertThat(Visible.lines(ours)).isEqualTo(ours);
    assertThat(Visible.lines("\u001b[2J\u001b]0;title\u0007\r"))
        .isEqualTo("\\u001b[2J\\u001b]0;title\\u0007\\u000d");
  }

  @Test
  void aFindingStaysInItsLinesAndIsSpelledOnce() {
    NodePath node = NodePath.parse("a\nb");
    Finding finding =
        Finding.builder()
            .rule(CoreRules.MEMBER_MISSING)
            .node(node)
            .message(node + " has no member \"c\u001b\"")
            .build();

    assertThat(
            new FindingText(Style.PLAIN)
                .of(
                    new Report(Profile.SPEC, List.of(finding)),
                    one -> List.of("edit: add " + node)))
        .map(Visible::lines)
        .containsExactly(
            "  error member.missing at /a\\u000ab",
            "    /a\\u000ab has no member \"c\\u001b\"",
            "    edit: add /a\\u000ab");
  }

  @Test
  void neitherResultsNorMessagesReachTheTerminalUnspelled() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.of(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    terminal.print("\u001b[2J");
    terminal.say("\u001b[2J");

    assertThat(out.toString(UTF_8)).isEqualTo("\\u001b[2J\n");
    assertThat(err.toString(UTF_8)).isEqualTo("espalier: \\u001b[2J" + System.lineSeparator());
  }
}
