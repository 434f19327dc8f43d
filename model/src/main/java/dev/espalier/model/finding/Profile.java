package dev.espalier.model.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who asks: decides which rules count and how severe a broken one is. */
public enum Profile {
  /** What the published schema of a convention enforces, and nothing else. */
  SCHEMA,
  /** The whole specification: a broken MUST is an error, a broken SHOULD a warning. */
  SPEC,
  /** The whole specification, where a broken SHOULD is an error as well. */
  STRICT;

  /** The word on command lines. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of that word. */
  public static Optional<Profile> withId(String id) {
    return Arrays.stream(values()).filter(profile -> profile.id().equals(id)).findFirst();
  }

  /** How severe a broken rule is, or nothing where the rule does not count. */
  public Optional<Severity> severityOf(Rule rule) {
    if (this == SCHEMA && rule.origin() != Rule.Origin.SCHEMA) {
      return Optional.empty();
    }
    return Optional.of(
        switch (rule.level()) {
          case MUST -> Severity.ERROR;
          case SHOULD -> this == STRICT ? Severity.ERROR : Severity.WARNING;
          case MAY -> Severity.INFO;
        });
  }
}
