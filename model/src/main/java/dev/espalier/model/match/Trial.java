package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;

/**
 * What a trial gathered.
 *
 * @param gathered all changes, in order
 * @param findings the findings among them
 * @param matched how many declared parts were found
 */
record Trial(List<Run.Change> gathered, List<Finding> findings, long matched) {
  private static final int MUST = 10;
  private static final int SHOULD = 1;
  private static final int MATCHED = 3;

  /** How far a node is from what was tried: less is closer. */
  long distance() {
    long sum = -MATCHED * matched;
    for (Finding finding : findings) {
      boolean decisive =
          finding.rule().id().equals(CoreRules.ATTRIBUTE_VALUE.id())
              || finding.rule().id().equals(CoreRules.MEMBER_KIND.id())
              || finding.rule().id().equals(CoreRules.ARRAY_RANK.id());
      long weight = finding.rule().level() == Level.MUST ? MUST : SHOULD;
      sum += decisive ? 4 * weight : weight;
    }
    return sum;
  }

  boolean isClean() {
    return findings.isEmpty();
  }

  /** Whether nothing that has to be is wrong. */
  boolean mayFit() {
    return findings.stream().noneMatch(finding -> finding.rule().level() == Level.MUST);
  }

  /**
   * Whether a node is rather this than what another trial tried: where one of the two fits, however
   * little of it is there, it is that one, since a node that fits must not be called wrong.
   */
  boolean isCloserThan(Trial other) {
    if (isClean() != other.isClean()) {
      return isClean();
    }
    return mayFit() == other.mayFit() ? distance() < other.distance() : mayFit();
  }
}
