package dev.espalier.cli.command;

import dev.espalier.cli.option.PolicyOption;
import dev.espalier.model.plan.WritePolicy;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of all commands that write: what becomes of what stands at the target. */
final class PolicyOptions {
  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description =
          "What to do if something stands at the target: fail (the default); fail-unless-alike, so"
              + " that the same command can be run twice; replace it as a whole; or merge, which"
              + " adds what is missing, replaces what differs and deletes nothing. Elements are"
              + " not compared.")
  private Optional<String> policy = Optional.empty();

  @Option(names = "--overwrite", description = "Short for --policy replace.")
  private boolean overwrite;

  WritePolicy policy() {
    return PolicyOption.parse(policy, overwrite);
  }
}
