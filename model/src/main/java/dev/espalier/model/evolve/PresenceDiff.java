package dev.espalier.model.evolve;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.Member;
import java.util.Optional;

/** Compares how many members, or whether an attribute, had to be there. */
final class PresenceDiff {
  private PresenceDiff() {}

  static void compare(Comparison comparison, Spot spot, Member older, Member newer) {
    if (newer.name().isExact()) {
      presence(comparison, spot, older.presence(), newer.presence());
      return;
    }
    int least = Comparison.isMust(older.presence()) ? older.min() : 0;
    int leastNow = Comparison.isMust(newer.presence()) ? newer.min() : 0;
    int most = Comparison.isMust(older.presence()) ? most(older) : Integer.MAX_VALUE;
    int mostNow = Comparison.isMust(newer.presence()) ? most(newer) : Integer.MAX_VALUE;
    String change = "number of members: " + number(older) + " became " + number(newer);
    if (leastNow > least || mostNow < most) {
      comparison.breaking(spot, change, "old data may have too few or too many");
    } else if (leastNow < least || mostNow > most) {
      comparison.widening(spot, change, "readers of the older version rely on the number");
    } else if (older.min() != newer.min()
        || !older.max().equals(newer.max())
        || !older.presence().equals(newer.presence())) {
      comparison.compatible(spot, change, "the same numbers are valid");
    }
  }

  private static int most(Member member) {
    return member.max().orElse(Integer.MAX_VALUE);
  }

  private static String number(Member member) {
    String max = member.max().isPresent() ? "to " + member.max().getAsInt() : "or more";
    return member.min() + " " + max + member.presence().map(r -> " (" + r.id() + ")").orElse("");
  }

  /** What is there once at most. */
  static void presence(
      Comparison comparison, Spot spot, Optional<Rule> older, Optional<Rule> newer) {
    if (older.equals(newer)) {
      return;
    }
    String change = word(older) + " became " + word(newer);
    if (Comparison.isMust(newer) && !Comparison.isMust(older)) {
      comparison.breaking(spot, change, "old data may lack it");
    } else if (Comparison.isMust(older) && !Comparison.isMust(newer)) {
      comparison.widening(spot, change, "readers of the older version may not find it");
    } else {
      comparison.compatible(spot, change, "the same data are valid");
    }
  }

  private static String word(Optional<Rule> presence) {
    return presence
        .map(
            rule -> (Comparison.isMust(rule) ? "required" : "recommended") + " (" + rule.id() + ")")
        .orElse("optional");
  }
}
