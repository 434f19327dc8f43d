package dev.espalier.cli.command;

import dev.espalier.cli.option.ConventionOption;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of commands that write what a document declares: what it has to follow. */
final class FollowOption {
  @Option(
      names = "--as",
      paramLabel = "ID[@VERSION]|FILE.json",
      description =
          "A convention that the hierarchy has to follow, or a schema in a file. What that knows and"
              + " SPEC.json leaves open is filled in; what breaks its rules on metadata is not"
              + " written.")
  private Optional<String> as = Optional.empty();

  Optional<Convention> convention() {
    return as.map(text -> ConventionOption.of(Conventions.load(), text));
  }
}
