package dev.espalier.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void aNameStaysInItsLine() {
    assertThat(Visible.name("a\nb\tc\u001b[2Jd\u007f\u009b"))
        .isEqualTo("a\\u000ab\\u0009c\\u001b[2Jd\\u007f\\u009b");
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
