package dev.espalier.model.evolve;

import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Compares objects whose fields depend on the text of one. */
final class CaseDiff {
  private final Comparison comparison;
  private final Spot spot;

  CaseDiff(Comparison comparison, Spot spot) {
    this.comparison = comparison;
    this.spot = spot;
  }

  void compare(ValueChoice older, ValueChoice newer) {
    Set<String> texts = new LinkedHashSet<>(older.cases().keySet());
    texts.addAll(newer.cases().keySet());
    for (String text : texts) {
      one("the case \"" + text + "\"", object(older, text), object(newer, text));
    }
    one("what holds in other cases", older.otherwise(), newer.otherwise());
  }

  private static Optional<ValueSchema.Obj> object(ValueChoice choice, String text) {
    return Optional.ofNullable(choice.cases().get(text)).or(choice::otherwise);
  }

  private void one(String what, Optional<ValueSchema.Obj> before, Optional<ValueSchema.Obj> after) {
    if (before.isPresent() && after.isPresent()) {
      ValueDiff.compare(comparison, spot, before.get(), after.get());
    } else if (before.isPresent()) {
      comparison.breaking(spot, what + " was removed", "old data may be of that case");
    } else if (after.isPresent()) {
      comparison.widening(
          spot, what + " was added", "readers of the older version do not know what that is");
    }
  }
}
