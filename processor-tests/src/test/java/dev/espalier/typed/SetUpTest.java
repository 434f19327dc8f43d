package dev.espalier.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.convention.Conventions;
import dev.espalier.model.typed.NdArray;
import dev.espalier.tide.Tide;
import dev.espalier.tide.TideConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The set-up that the guide shows is the one by which the main code of this module is built. */
class SetUpTest {
  private static final Path ROOT = Path.of(System.getProperty("espalier.root", ".."));

  @Test
  void theEntryOfTheGuideIsThatOfThisModule() throws IOException {
    String guide = Files.readString(ROOT.resolve("docs/guide/set-up.md"));
    String pom = Files.readString(ROOT.resolve("processor-tests/pom.xml"));

    assertThat(entries(guide)).isNotEmpty().isEqualTo(entries(pom));
  }

  /** The first list of processors, without indentation, attributes and version. */
  private static String entries(String text) {
    var list =
        Pattern.compile("(?s)<annotationProcessorPaths[^>]*>(.*?)</annotationProcessorPaths>")
            .matcher(text);
    return list.find()
        ? list.group(1).replaceAll("\\s+", "").replaceAll("<version>.*?</version>", "")
        : "";
  }

  @Test
  void aConventionIsFoundAsSoonAsItIsOnTheClassPath() {
    assertThat(Conventions.load().named("example:tide@1.0")).isInstanceOf(TideConvention.class);
  }

  @Test
  void aTypeThatWasBuiltSoCanBeUsed() {
    Tide tide =
        Tide.builder()
            .harbour("Cuxhaven")
            .time(NdArray.of(new long[] {1, 2}))
            .level(NdArray.of(new float[] {0, 1}))
            .build();

    assertThat(tide.rate()).isEqualTo(1.0);
    assertThat(new TideConvention().write(tide).root().attributes().byName())
        .containsOnlyKeys("harbour", "sampling:rate");
  }
}
