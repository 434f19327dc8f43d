package dev.espalier.model.evolve;

import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;

/** Compares what a group had to be with what it has to be. */
final class GroupDiff {
  private GroupDiff() {}

  static void compare(
      Comparison comparison, Spot spot, NodeSchema.Group older, NodeSchema.Group newer) {
    comparison
        .symbols()
        .open(
            spot,
            UsedSymbols.of(comparison.older(), older),
            UsedSymbols.of(comparison.newer(), newer));
    comparison.text(spot, older.text(), newer.text());
    comparison.rule(spot, "being a group", older.rule(), newer.rule());
    if (older.open() && !newer.open()) {
      comparison.narrowed(spot, "the group was closed", CoreRules.MEMBER_UNDECLARED);
    } else if (!older.open() && newer.open()) {
      comparison.widened(spot, "the group was opened", CoreRules.MEMBER_UNDECLARED);
    }
    ValueDiff.attributes(comparison, spot, older.attributes(), newer.attributes());
    MemberDiff.compare(comparison, spot, older, newer);
    NodeRuleDiff.compare(comparison, spot, older.rules(), newer.rules());
    comparison.symbols().close();
  }
}
