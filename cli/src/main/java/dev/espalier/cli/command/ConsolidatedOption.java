package dev.espalier.cli.command;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option of commands that read: what is believed of consolidated metadata. */
final class ConsolidatedOption {
  @Option(
      names = "--consolidated",
      paramLabel = "auto|require|ignore",
      defaultValue = "auto",
      description =
          "Of Zarr groups that repeat the documents below them: auto reads the documents themselves"
              + " and notes copies that are out of date, but through HTTP the copies in the root;"
              + " require reads these and nothing else; ignore does not look at them. Default:"
              + " ${DEFAULT-VALUE}.")
  private String word = "auto";

  OpenOptions options() {
    return OpenOptions.builder()
        .consolidated(
            Arrays.stream(Consolidated.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                    () ->
                        new RequestException(
                            "--consolidated " + word + ": expected auto, require or ignore")))
        .build();
  }
}
