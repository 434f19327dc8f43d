package dev.espalier.cli.option;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.plan.WritePolicy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to do if something stands at the target, in the words of the command line. */
public final class PolicyOption {
  private PolicyOption() {}

  /**
   * Reads the words.
   *
   * @param policy what {@code --policy} says, if it is given
   * @param overwrite whether {@code --overwrite} is given, which is short for replacing
   */
  public static WritePolicy parse(Optional<String> policy, boolean overwrite) {
    WritePolicy otherwise = overwrite ? WritePolicy.REPLACE : WritePolicy.FAIL;
    WritePolicy chosen = policy.map(PolicyOption::named).orElse(otherwise);
    if (overwrite && chosen != WritePolicy.REPLACE) {
      throw new RequestException(
          "--overwrite is short for --policy replace and contradicts --policy "
              + wordOf(chosen)
              + "; leave one of them out");
    }
    return chosen;
  }

  private static WritePolicy named(String word) {
    return Arrays.stream(WritePolicy.values())
        .filter(policy -> wordOf(policy).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    "--policy "
                        + word
                        + ": expected one of "
                        + Arrays.stream(WritePolicy.values())
                            .map(PolicyOption::wordOf)
                            .collect(Collectors.joining(", "))));
  }

  /** A policy as it is written on the command line and in documents. */
  public static String wordOf(WritePolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
